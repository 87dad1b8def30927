"""How far the confidence of an answer tells right answers from wrong ones: risk and coverage.

After El-Yaniv and Wiener, "On the Foundations of Noise-free Selective Classification" (JMLR 2010):
were every answer below a threshold withheld, what share of the questions would still be answered
(coverage), and what share of those answers would be right (1 - risk). Withholding an answer to a
question that has none is right, so the best threshold is the one with most questions treated right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evals.run import AnswerRecord

STEPS = tuple(i / 20 for i in range(20))
"""Thresholds looked at: a finer grid would follow single questions of a hundred."""


@dataclass(frozen=True)
class Withheld:
    """What happens when answers below a threshold are withheld."""

    threshold: float
    coverage: float
    """Share of all questions that are still answered."""
    accuracy: float | None
    """Share of right answers among those given; None where none is given."""
    treated_right: float
    """Share of all questions that are rightly answered or rightly declined."""


def risk_coverage(records: Sequence[AnswerRecord]) -> tuple[Withheld, ...]:
    """Return the curve over `STEPS`, lowest threshold first. A crash is a wrong answer given."""
    return tuple(_withhold(records, step) for step in STEPS) if records else ()


def best(curve: Sequence[Withheld]) -> Withheld:
    """Return the threshold with most questions treated right; of equal ones the lowest."""
    return max(curve, key=lambda one: (one.treated_right, -one.threshold))


def _withhold(records: Sequence[AnswerRecord], threshold: float) -> Withheld:
    given = [one for one in records if not one.abstained and one.confidence >= threshold]
    kept = {id(one) for one in given}
    right = sum(one.correct for one in given)
    declined = sum(_rightly_withheld(one) for one in records if id(one) not in kept)
    return Withheld(
        threshold=threshold,
        coverage=len(given) / len(records),
        accuracy=right / len(given) if given else None,
        treated_right=(right + declined) / len(records),
    )


def _rightly_withheld(record: AnswerRecord) -> bool:
    """What abstained by itself keeps its mark; what is withheld must have no answer."""
    if record.abstained:
        return record.correct
    return not record.question.answerable and not record.unstated and record.error is None


def render_confidence(curve: Sequence[Withheld]) -> str:
    """Return the curve as a table, the best threshold marked."""
    chosen = best(curve)
    lines = [f"{'withheld below':>14}{'coverage':>10}{'accuracy':>10}{'treated right':>15}"]
    for one in curve:
        accuracy = "–" if one.accuracy is None else f"{one.accuracy:.3f}"
        mark = "  best" if one == chosen else ""
        lines.append(
            f"{one.threshold:>14.2f}{one.coverage:>10.3f}{accuracy:>10}"
            f"{one.treated_right:>15.3f}{mark}"
        )
    return "\n".join(lines)
