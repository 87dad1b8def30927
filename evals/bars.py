"""The bars the figures are held to, and whether they are met.

They are the product's own, set before the questions were asked. A figure that could not be taken
is shown as not measured and counts as missed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from evals.speed import Speed
from evals.summary import AnswerFigures

CORRECT = 0.95
KIND_CORRECT = 0.90
GROUP_CORRECT = {"legibility garbled": 0.92, "language en": 0.92}
ABSTENTION = 0.95
CITATION = 0.97
MEDIAN_WORDS = 60
P50_MS = 120
P95_MS = 300
SPELLING_LOSS = 0.02
"""What another spelling of the questions may cost, in share of right answers."""

CLONES_LOSS = 0.01
"""What thirty plans of other provinces may cost."""


@dataclass(frozen=True)
class Bar:
    """One figure beside what it must reach: at least, or at most where `at_most` is set."""

    name: str
    value: float | None
    limit: float
    at_most: bool = False

    @property
    def met(self) -> bool:
        if self.value is None:
            return False
        slack = 1e-9  # 0.96 - 0.94 is a little more than 0.02 in binary
        if self.at_most:
            return self.value <= self.limit + slack
        return self.value >= self.limit - slack


def answer_bars(rows: Sequence[AnswerFigures]) -> tuple[Bar, ...]:
    """Return the bars of the answers, of the rows that `summarise_answers` returns."""
    return tuple(_answer_bars(rows)) if rows else ()


def _answer_bars(rows: Sequence[AnswerFigures]) -> Iterator[Bar]:
    every = rows[0]
    yield Bar("correct", every.correct, CORRECT)
    for row in rows:
        if row.group.startswith("kind "):
            yield Bar(row.group, row.correct, KIND_CORRECT)
        elif row.group in GROUP_CORRECT:
            yield Bar(row.group, row.correct, GROUP_CORRECT[row.group])
    yield Bar("abstention precision", every.abstention_precision, ABSTENTION)
    yield Bar("abstention recall", every.abstention_recall, ABSTENTION)
    yield Bar("citation precision", every.citation_precision, CITATION)
    yield Bar("citation recall", every.citation_recall, CITATION)
    yield Bar("quotes verbatim", every.fidelity, 1.0)
    yield Bar("median words", every.words_p50, MEDIAN_WORDS, at_most=True)


def speed_bars(speed: Speed) -> tuple[Bar, ...]:
    """Return the bars of warm answering, in milliseconds."""
    return (
        Bar("p50 ms", speed.p50_ms, P50_MS, at_most=True),
        Bar("p95 ms", speed.p95_ms, P95_MS, at_most=True),
    )


def render_bars(bars: Iterable[Bar]) -> str:
    """Return one line a bar: its name, the figure, the limit, met or missed."""
    return "\n".join(
        f"{bar.name:<22}{_shown(bar.value):>14}  {'≤' if bar.at_most else '≥'} "
        f"{_shown(bar.limit):<8}{'pass' if bar.met else 'MISS'}"
        for bar in bars
    )


def _shown(value: float | None) -> str:
    if value is None:
        return "not measured"
    return f"{value:.0f}" if value >= 2 else f"{value:.3f}"
