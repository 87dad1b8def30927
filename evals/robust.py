"""What other spellings of the same questions cost, in share of right answers.

Each question is asked as it stands and in the four spellings of `spellings.py`; only the answers
are judged. Left out: several spellings at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evals.bars import SPELLING_LOSS, Bar, render_bars
from evals.measures import mean
from evals.question import Question
from evals.run import AnswerRecord, Assistant, Clock, run_answers
from evals.spellings import SPELLINGS, respell

AS_WRITTEN = "as written"


@dataclass(frozen=True)
class Spelled:
    """The answers to the questions in one spelling."""

    spelling: str
    changed: int
    """Questions that this spelling writes otherwise."""
    records: tuple[AnswerRecord, ...]

    @property
    def correct(self) -> float | None:
        """A question that crashed counts as not answered."""
        return mean([float(one.correct) for one in self.records])


def measure_robust(
    assistant: Assistant, questions: Sequence[Question], clock: Clock
) -> tuple[Spelled, ...]:
    """Ask every question as written and in each spelling, as written first."""
    plain = tuple(run_answers(assistant, questions, clock))
    found = [Spelled(AS_WRITTEN, 0, plain)]
    for spelling in SPELLINGS:
        typed = [respell(question, spelling) for question in questions]
        changed = sum(a.question != b.question for a, b in zip(questions, typed, strict=True))
        found.append(Spelled(spelling, changed, tuple(run_answers(assistant, typed, clock))))
    return tuple(found)


def losses(found: Sequence[Spelled]) -> tuple[Bar, ...]:
    """Return what each spelling costs against the questions as written."""
    first, *others = found
    return tuple(
        Bar(f"loss, {one.spelling}", _loss(first, one), SPELLING_LOSS, at_most=True)
        for one in others
    )


def _loss(first: Spelled, other: Spelled) -> float | None:
    if first.correct is None or other.correct is None:
        return None
    return first.correct - other.correct


def render_robust(found: Sequence[Spelled], totals_only: bool) -> str:
    """Return the table, the bars and, unless only totals are shown, what each spelling lost."""
    lines = [f"{'spelling':<20}{'n':>5}{'changed':>9}{'correct':>9}"]
    for one in found:
        correct = "–" if one.correct is None else f"{one.correct:.3f}"
        lines.append(f"{one.spelling:<20}{len(one.records):>5}{one.changed:>9}{correct:>9}")
    parts = ["\n".join(lines), render_bars(losses(found))]
    return "\n\n".join(parts if totals_only else [*parts, *_lost(found)])


def _lost(found: Sequence[Spelled]) -> Iterable[str]:
    first, *others = found
    right = {record.question.id for record in first.records if record.correct}
    for one in others:
        lost = [
            f"  [{record.question.id}] {record.question.question}"
            for record in one.records
            if record.question.id in right and not record.correct
        ]
        if lost:
            yield "\n".join([f"Lost, {one.spelling}: {len(lost)}", *lost])
