"""A question that is being answered can be stopped at once, and only one hand draws it.

Gradio can cancel an event, but what that event has just drawn is then still on its way: a draft
may come after the word that it was stopped, and stay. So nothing is cancelled here. The answer is
worked out in a thread of its own; the event that asks draws what it hears from there, and when
its visitor stops it draws that, too, as its last.
"""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from queue import SimpleQueue

from assistant.window.conversation import Conversation

PATIENCE = 5.0
"""Seconds to wait for the last drawing of what was stopped; it takes a few hundredths."""


class _Going:
    """One question on its way to an answer."""

    def __init__(self) -> None:
        self.heard: SimpleQueue[Conversation | None] = SimpleQueue()
        self.stopped = threading.Event()
        self.told = threading.Event()
        self.drawn = threading.Event()

    def work(self, grows: Generator[Conversation]) -> None:
        """Put down each state of the conversation; leave the answerer when nobody reads it."""
        with closing(grows):
            for conversation in grows:
                if self.stopped.is_set():
                    break
                self.heard.put(conversation)
        self.heard.put(None)

    def stop(self) -> None:
        self.stopped.set()
        self.heard.put(None)

    def states(self) -> Iterator[Conversation]:
        """Yield what is heard until the answer is whole or its visitor has stopped it."""
        while (conversation := self.heard.get()) is not None and not self.stopped.is_set():
            yield conversation
        self.told.set()


class GoingOn:
    """What is being answered, by visitor. Threads may share it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._going: dict[str, _Going] = {}

    def awaits(self, visitor: str | None) -> bool:
        """Tell whether a visitor still waits for an answer; not once its last state is told."""
        with self._lock:
            going = self._going.get(visitor or "")
        return going is not None and not going.told.is_set()

    @contextmanager
    def follow(
        self, visitor: str | None, grows: Generator[Conversation]
    ) -> Iterator[Iterator[Conversation]]:
        """Give the states of a conversation while it grows in a thread, for one who draws them.

        They end early when the visitor stops. Leaving the block says that the last is drawn.
        """
        going, key = _Going(), visitor or ""
        with self._lock:
            before, self._going[key] = self._going.get(key), going
        if before:
            before.stop()
        threading.Thread(target=going.work, args=(grows,), daemon=True).start()
        try:
            yield going.states()
        finally:
            going.stop()
            going.drawn.set()
            with self._lock:
                if self._going.get(key) is going:
                    del self._going[key]

    def end(self, visitor: str | None) -> bool:
        """Stop what goes on for a visitor and wait until that is drawn; tell if anything did."""
        with self._lock:
            going = self._going.get(visitor or "")
        if going is None:
            return False
        going.stop()
        return going.drawn.wait(PATIENCE)
