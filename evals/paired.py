"""A run beside an earlier one: which questions changed, and whether that is more than chance.

The same questions are asked in both, so what counts is only those that changed sides: McNemar's
test in its exact form, the binomial one (McNemar, "Note on the sampling error of the difference
between correlated proportions", Psychometrika 1947). A question that crashed, or that only one of
the runs has, is left out and counted.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evals.run import AnswerRecord


@dataclass(frozen=True)
class Comparison:
    """What changed between a baseline and a run."""

    n: int
    """Questions that both runs have and neither crashed on."""
    before: float | None
    now: float | None
    better: tuple[str, ...]
    """Ids of the questions that were wrong and are right."""
    worse: tuple[AnswerRecord, ...]
    """Those that were right and are wrong, with what came back."""
    crashed: tuple[AnswerRecord, ...]
    unknown: int
    """Questions that the baseline does not have."""

    @property
    def p_worse(self) -> float:
        """How likely so many of the changed questions got worse if either side were as likely."""
        return sign_test(len(self.worse), len(self.better))


def compare(baseline: Mapping[str, bool], records: Sequence[AnswerRecord]) -> Comparison:
    """Compare a run with the verdicts of a baseline, by the ids of the questions."""
    crashed = tuple(record for record in records if record.error is not None)
    run = [record for record in records if record.error is None]
    both = [record for record in run if record.question.id in baseline]
    was = [baseline[record.question.id] for record in both]
    return Comparison(
        n=len(both),
        before=sum(was) / len(both) if both else None,
        now=sum(record.correct for record in both) / len(both) if both else None,
        better=tuple(
            one.question.id for one, right in zip(both, was, strict=True) if one.correct > right
        ),
        worse=tuple(one for one, right in zip(both, was, strict=True) if one.correct < right),
        crashed=crashed,
        unknown=len(run) - len(both),
    )


def sign_test(worse: int, better: int) -> float:
    """Return the one-sided exact probability of at least `worse` of all changes, 1.0 for none."""
    changed = worse + better
    if not changed:
        return 1.0
    ways = sum(math.comb(changed, k) for k in range(worse, changed + 1))
    return float(ways / 2**changed)
