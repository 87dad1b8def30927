"""What hears how long work goes on: a bar on a terminal, a line in a window, nobody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

Step = Callable[[int], None]
"""Hears that so many more units of a step are done."""


class Progress(Protocol):
    """Hears how the work goes on."""

    def step(self, name: str, total: int) -> Step:
        """A step of `total` units begins; what is returned hears of the units done."""
        ...


class Silent:
    """Progress that nobody watches."""

    def step(self, name: str, total: int) -> Step:
        return lambda _done: None
