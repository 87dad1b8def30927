"""A circuit breaker: a server that is down costs one question its waiting, not every one.

After a refused connection or a time-out the model is left alone for a while, which doubles with
every failed trial; then one question at a time tries again, and an answer of any kind closes the
circuit. The pattern is Nygard's ("Release It!", 2007). Own code: pybreaker reads the wall clock and
rests for one length only, purgatory is for asyncio; neither lets go of a trial whose asker left.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from assistant.model.errors import ModelError, NoServer, Resting, TooSlow

FIRST_REST, LONGEST_REST = 60.0, 300.0
"""Seconds: what a restart of a model server takes, and what an office would wait for once it is
back."""


class Breaker:
    """Whether the server may be asked now. Threads may share it."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock, self._lock = clock, threading.Lock()
        self._rest = 0.0
        """Seconds of the rest that runs or ran last; zero while the server answers."""
        self._until = 0.0
        self._trying = False

    @property
    def closed(self) -> bool:
        """Whether the server answered when it was last asked."""
        return not self._rest

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Hold while the server is asked. Raises Resting where it is not to be."""
        trial = self._begin()
        try:
            yield
        except (NoServer, TooSlow):
            self._failed(trial)
            raise
        except ModelError:  # it answered, if badly
            self._answered()
            raise
        else:
            self._answered()
        finally:  # also where whoever asked has left
            if trial:
                with self._lock:
                    self._trying = False

    def _begin(self) -> bool:
        """Return whether this is the one trial after a rest."""
        with self._lock:
            if not self._rest:
                return False
            left = self._until - self._clock()
            if left > 0 or self._trying:
                raise _resting(max(left, 0.0))
            self._trying = True
            return True

    def _failed(self, trial: bool) -> None:
        """Rest; what was asked before the rest began and fails during it does not lengthen it."""
        with self._lock:
            if self._rest and not trial:
                return
            self._rest = min(2 * self._rest, LONGEST_REST) if self._rest else FIRST_REST
            self._until = self._clock() + self._rest

    def _answered(self) -> None:
        with self._lock:
            self._rest = 0.0


def _resting(left: float) -> Resting:
    if left < 1:
        return Resting(
            "Máy chủ mô hình vừa không trả lời; đang thử lại.",
            "The model server did not answer of late; it is being tried again.",
        )
    seconds = round(left)
    return Resting(
        f"Máy chủ mô hình vừa không trả lời; sau {seconds} giây sẽ thử lại.",
        f"The model server did not answer of late; it is tried again in {seconds} s.",
    )
