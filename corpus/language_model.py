"""How likely a syllable is after two others: a trigram model with Witten-Bell interpolation.

Witten-Bell (1991) gives an unseen syllable as much room after a context as that context has shown
different successors, which holds up where a corpus is a handful of plans. Counts are weighted, so
that a word list may speak more softly than running text. Left out: what a token is (`pieces.py`).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

START = "<s>"
"""Stands twice before the first syllable of a sentence."""
NUMBER = "<n>"
CODE = "<c>"
UNKNOWN = "<u>"
"""A word the model has not met and takes as it is."""

REMEMBERED = 500_000
"""Chances kept, some 60 MB; beyond it they are worked out anew, so that a window left open for
months does not grow."""

Counts = Mapping[tuple[str, ...], float]


class LanguageModel:
    """Log probabilities of syllables (lower case, tones early). Immutable once made."""

    def __init__(self, counts: Counts) -> None:
        """Take weighted counts of runs of one, two and three syllables."""
        self._counts = dict(counts)
        self._totals: defaultdict[tuple[str, ...], float] = defaultdict(float)
        self._room: defaultdict[tuple[str, ...], float] = defaultdict(float)
        for run, count in self._counts.items():
            self._totals[run[:-1]] += count
            # a successor heard only softly, in a word list, opens only so much room
            self._room[run[:-1]] += min(1.0, count)
        self.vocabulary = frozenset(run[0] for run in self._counts if len(run) == 1)
        self._after: dict[tuple[str, ...], _Chances] = {}
        self._pairs: dict[tuple[str, str], float] = {}
        self._remembered = 0

    @classmethod
    def learn(cls, weighted: Iterable[tuple[Sequence[str], float]]) -> LanguageModel:
        """Count runs of syllables, each with its weight; a run from a text begins with `START`s."""
        counts: defaultdict[tuple[str, ...], float] = defaultdict(float)
        for run, weight in weighted:
            for end in range(1, len(run) + 1):
                if run[end - 1] == START:
                    continue
                for length in (1, 2, 3):
                    if length <= end:
                        counts[tuple(run[end - length : end])] += weight
        return cls(counts)

    def count(self, *run: str) -> float:
        """Return the weighted count of a run of one to three syllables."""
        return self._counts.get(run, 0.0)

    def logp(self, before: str, last: str, syllable: str) -> float:
        """Return log P(syllable | before, last)."""
        return self.after(before, last)[syllable]

    def after(self, before: str, last: str) -> Mapping[str, float]:
        """Return log P(syllable | before, last) by syllable, any syllable; good until the next."""
        context = (before, last) if (before, last) in self._room else (last,)
        found = self._after.get(context)
        if found is None:
            if self._remembered >= REMEMBERED:
                self._after.clear()
                self._pairs.clear()
                self._remembered = 0
            found = self._after[context] = _Chances(self, context)
        return found

    def _chance(self, context: tuple[str, ...], syllable: str) -> float:
        """Return the chance of a syllable after a context of none, one or two."""
        if not context:
            below = 1.0 / (len(self.vocabulary) + 1)
        elif len(context) == 1:
            below = self._chance((), syllable)
        else:
            pair = (context[1], syllable)
            known = self._pairs.get(pair)
            if known is None:
                self._remembered += 1
                known = self._pairs[pair] = self._chance(context[1:], syllable)
            below = known
        room = self._room.get(context)
        if not room:
            return below
        count = self._counts.get((*context, syllable), 0.0)
        return (count + room * below) / (self._totals[context] + room)

    def _logp(self, context: tuple[str, ...], syllable: str) -> float:
        self._remembered += 1
        return math.log(self._chance(context, syllable))

    def runs(self) -> list[tuple[str, float]]:
        """Return the counts as (syllables joined by a space, count), to be stored as JSON."""
        return [(" ".join(run), round(count, 4)) for run, count in self._counts.items()]

    @classmethod
    def from_runs(cls, runs: Iterable[tuple[str, float]]) -> LanguageModel:
        """Return the model whose `runs` these are."""
        return cls({tuple(run.split(" ")): count for run, count in runs})


class _Chances(dict[str, float]):
    """Chances after one context, worked out when they are first asked for."""

    def __init__(self, model: LanguageModel, context: tuple[str, ...]) -> None:
        self._model = model
        self._context = context

    def __missing__(self, syllable: str) -> float:
        chance = self[syllable] = self._model._logp(self._context, syllable)
        return chance
