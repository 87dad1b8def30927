"""`python -m evals answers --answerer model`: the same figures for both answerers, side by side.

Beside them what became of the model's sentences: kept, repaired, dropped, sources invented.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evals.run import AnswerRecord
from evals.summary import AnswerFigures, summarise_answers

_ROWS = (
    ("correct", "correct"),
    ("right", "right (answerable)"),
    ("forbidden", "forbidden wordings"),
    ("citation_precision", "citation precision"),
    ("citation_recall", "citation recall"),
    ("fidelity", "quotes verbatim"),
    ("abstention_f1", "abstention F1"),
    ("words_p50", "words p50"),
    ("p50_s", "seconds p50"),
    ("p95_s", "seconds p95"),
)


@dataclass(frozen=True)
class Sentences:
    """What became of a model's sentences over all questions."""

    answered: int
    """Questions whose answer is the model's."""
    verified: int
    repaired: int
    dropped: int
    invented: int

    @property
    def caught(self) -> int:
        """Sentences that failed the check: repaired or dropped."""
        return self.repaired + self.dropped


def count_sentences(records: Sequence[AnswerRecord]) -> Sentences:
    """Add up the sentences of the records."""
    states = [state for record in records for state in record.claims]
    return Sentences(
        sum(record.answerer == "model" for record in records),
        states.count("verified"),
        states.count("repaired"),
        states.count("dropped"),
        sum(record.invented for record in records),
    )


def render_both(extractive: Sequence[AnswerRecord], model: Sequence[AnswerRecord]) -> str:
    """Return both answerers' figures side by side, and the model's sentences."""
    left, right = summarise_answers(extractive)[0], summarise_answers(model)[0]
    lines = [f"{'':<22}{'extractive':>12}{'model':>12}"]
    lines += [f"{name:<22}{_cell(left, key):>12}{_cell(right, key):>12}" for key, name in _ROWS]
    told = count_sentences(model)
    lines += [
        "",
        f"answered by the model {told.answered} of {len(model)} · verified {told.verified}"
        f" · caught {told.caught} (repaired {told.repaired}, dropped {told.dropped})"
        f" · invented sources {told.invented}",
    ]
    return "\n".join(lines)


def _cell(row: AnswerFigures, key: str) -> str:
    value = getattr(row, key)
    if value is None:
        return "–"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
