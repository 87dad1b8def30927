"""Finds the syllables that a channel could have turned into some debris, likeliest first.

The vocabulary is a trie walked level by level, all open beginnings of one length at once; a
beginning that already costs too much is not followed. Exact: no candidate in the window is missed.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from corpus.channel import LONGEST, ODD, Channel

WINDOW = 7.0
"""How much more (minus log chance) than the cheapest a candidate may cost: one in a thousand.
Context seldom outweighs more."""

CEILINGS = (10.0, 20.0, 32.0)
"""Total costs tried in turn until something is found; what costs more is not worth reading."""

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]


class Lexicon:
    """A vocabulary (lower case, tones early) that can be searched through one channel."""

    def __init__(self, words: Iterable[str], channel: Channel) -> None:
        """Take the words that may be candidates and the channel they may have come through."""
        complete = set(words)
        longest = max(map(len, complete), default=0)
        levels = [
            sorted({word[:length] for word in complete if len(word) >= length})
            for length in range(longest + 1)
        ]
        self._letters = sorted({beginning[-1] for level in levels[1:] for beginning in level})
        letter_place = {letter: place for place, letter in enumerate(self._letters)}
        self._parents: list[Places] = []
        self._last: list[Places] = []
        self._words: list[list[str]] = []
        for above, level in pairwise(levels):
            place = {beginning: i for i, beginning in enumerate(above)}
            self._parents.append(np.array([place[b[:-1]] for b in level], dtype=np.intp))
            self._last.append(np.array([letter_place[b[-1]] for b in level], dtype=np.intp))
            self._words.append([b if b in complete else "" for b in level])
        self._channel = channel
        self._costs: dict[tuple[str, bool], Floats] = {}

    def search(self, seen: str, capitals: int) -> list[tuple[float, str]]:
        """Return (cost, word), cheapest first, within `WINDOW` of the cheapest; perhaps none.

        `seen` is in lower case; its first `capitals` letters were capitals.
        """
        for ceiling in CEILINGS:
            found = self._within(seen, capitals, ceiling)
            if found:
                edge = found[0][0] + WINDOW
                wide = found if edge <= ceiling else self._within(seen, capitals, edge)
                return [entry for entry in wide if entry[0] <= edge]
        return []

    def _costs_of(self, part: str, capital: bool) -> Floats:
        """Return what every letter asks for being read as `part`: float64[letters]."""
        costs = self._costs.get((part, capital))
        if costs is None:
            letters = [letter.upper() if capital else letter for letter in self._letters]
            costs = np.array([self._channel.cost(letter, part) for letter in letters])
            self._costs[part, capital] = costs
        return costs

    def _within(self, seen: str, capitals: int, ceiling: float) -> list[tuple[float, str]]:
        """Return every (cost, word) up to a ceiling, cheapest first."""
        found: list[tuple[float, str]] = []
        # rows[end, i]: the least cost of reading seen[:end] as the i-th open beginning
        rows: Floats = np.array([[ODD * end] for end in range(len(seen) + 1)])
        open_at: Places = np.zeros(1, dtype=np.intp)
        for depth, (parents, last, words) in enumerate(
            zip(self._parents, self._last, self._words, strict=True)
        ):
            slot = np.full(len(self._words[depth - 1]) if depth else 1, -1, dtype=np.intp)
            slot[open_at] = np.arange(len(open_at))
            chosen = np.flatnonzero(slot[parents] >= 0)
            before, letters = rows[:, slot[parents[chosen]]], last[chosen]
            rows = np.empty_like(before)
            for end in range(len(seen) + 1):
                best = before[end] + self._costs_of("", depth < capitals)[letters]
                for start in range(max(0, end - LONGEST), end):
                    cost = self._costs_of(seen[start:end], depth < capitals)[letters]
                    np.minimum(best, before[start] + cost, out=best)
                if end:
                    np.minimum(best, rows[end - 1] + ODD, out=best)
                rows[end] = best
            kept = np.flatnonzero(rows.min(axis=0) <= ceiling)
            open_at, rows = chosen[kept], rows[:, kept]
            for i in np.flatnonzero(rows[-1] <= ceiling):
                if words[open_at[i]]:
                    found.append((float(rows[-1, i]), words[open_at[i]]))
            if not len(open_at):
                break
        return sorted(found)
