"""An answer within its time, however its server behaves: silent, trickling, or without end.

A thread of its own reads the server, so that whoever waits can leave at the moment agreed on. The
thread ends at the next piece, or when the client's own timeout strikes.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Generator, Sequence

from assistant.model.chat import Chat, Message, too_slow
from assistant.model.errors import BrokenAnswer, Endless, ModelError, NoWords

LONGEST = 6000
"""Characters of an answer that are read: five times the longest that is asked for."""

Clock = Callable[[], float]


def read_within(
    chat: Chat, messages: Sequence[Message], until: float, clock: Clock = time.monotonic
) -> Generator[str, None, str]:
    """Yield what is written so far, again and again; return all of it.

    `until` is a moment of the clock. Raises ModelError: TooSlow, Endless, NoWords among them.
    """
    pieces: queue.Queue[str | ModelError | None] = queue.Queue()
    left = threading.Event()
    threading.Thread(target=_read, args=(chat, messages, pieces, left), daemon=True).start()
    written = ""
    try:
        while True:
            remaining = until - clock()
            if remaining <= 0:
                raise too_slow()
            try:
                piece = pieces.get(timeout=remaining)
            except queue.Empty:
                raise too_slow() from None
            if isinstance(piece, ModelError):
                raise piece
            if piece is None:
                break
            written += piece
            if len(written) > LONGEST:
                raise Endless("Mô hình viết mãi không dứt.", "The model's answer has no end.")
            yield written
    finally:
        left.set()
    if not any(character.isalnum() for character in written):
        raise NoWords("Mô hình trả lời rỗng.", "The model's answer is empty.")
    return written


def read_all(
    chat: Chat, messages: Sequence[Message], until: float, clock: Clock = time.monotonic
) -> str:
    """Return a whole answer. Raises ModelError."""
    *_, whole = read_within(chat, messages, until, clock)
    return whole


def _read(
    chat: Chat,
    messages: Sequence[Message],
    pieces: queue.Queue[str | ModelError | None],
    left: threading.Event,
) -> None:
    try:
        for piece in chat.stream(messages):
            if left.is_set():
                return
            pieces.put(piece)
        pieces.put(None)
    except ModelError as error:
        pieces.put(error)
    except Exception:  # a thread must not end without a word to who waits
        pieces.put(BrokenAnswer("Mô hình trả lời dở dang.", "The model's answer broke off."))
