"""Which visitors are being answered, so that what was stopped draws nothing any more.

Gradio cancels the event that asks, but not before what it has just drawn is on its way; without
this a draft can come after the word that it was stopped, and stay.
"""

from __future__ import annotations

import threading
import time

ON_ITS_WAY = 0.1
"""Seconds for what was drawn before the stop to arrive before what is drawn after it."""


class GoingOn:
    """A mark for each visitor who is being answered. Threads may share it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stopped: dict[str, threading.Event] = {}

    def begin(self, visitor: str | None) -> threading.Event:
        """Return what is set when this visitor stops; what went on before counts as stopped."""
        mark = threading.Event()
        with self._lock:
            before = self._stopped.pop(visitor or "", None)
            self._stopped[visitor or ""] = mark
            while len(self._stopped) > MOST:
                self._stopped.pop(next(iter(self._stopped)))
        if before:
            before.set()
        return mark

    def end(self, visitor: str | None) -> None:
        """Stop what goes on for a visitor."""
        with self._lock:
            mark = self._stopped.pop(visitor or "", None)
        if mark:
            mark.set()
            time.sleep(ON_ITS_WAY)


MOST = 1000
"""Marks that are kept; far more visitors than are ever answered at once."""
