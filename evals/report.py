"""Put figures and failures into words: tables for a terminal, and the same as JSON.

Nothing is printed here; `__main__.py` does that. Left out: comparing two runs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from evals.bars import answer_bars, render_bars, speed_bars
from evals.run import AnswerRecord, RetrievalRecord
from evals.speed import Speed
from evals.summary import (
    AnswerFigures,
    RetrievalFigures,
    summarise_answers,
    summarise_retrieval,
)

SHOWN = 160
"""Characters of an answer in the list of failures: two lines of a terminal."""

_RETRIEVAL_COLUMNS = (
    ("n", "n"),
    ("crashed", "crash"),
    ("n_sections", "n sect"),
    ("success_1", "S@1"),
    ("success_5", "S@5"),
    ("success_10", "S@10"),
    ("recall_5", "R@5"),
    ("recall_10", "R@10"),
    ("ndcg_10", "nDCG@10"),
    ("mrr_10", "MRR@10"),
    ("quote_1", "quote@1"),
    ("quote_5", "quote@5"),
    ("quote_10", "quote@10"),
)
_ANSWER_COLUMNS = (
    ("n", "n"),
    ("crashed", "crash"),
    ("correct", "correct"),
    ("low", "lo95"),
    ("high", "hi95"),
    ("answerable", "n answ"),
    ("right", "right"),
    ("stated", "stated"),
    ("forbidden", "#forb"),
    ("citation_precision", "cit P"),
    ("citation_recall", "cit R"),
    ("fidelity", "fidel"),
    ("unanswerable", "n unans"),
    ("abstention_precision", "abs P"),
    ("abstention_recall", "abs R"),
    ("abstention_f1", "abs F1"),
    ("lists", "n list"),
    ("list_f1", "list F1"),
    ("with_digit", "#digit"),
    ("with_figure", "#figure"),
    ("words_p50", "w p50"),
    ("words_p95", "w p95"),
    ("p50_s", "p50 s"),
    ("p95_s", "p95 s"),
)
_LEGEND = """\
correct: all required and nothing forbidden in the short answer, or rightly declined · lo95, hi95:
its 95 % bootstrap interval · w: words of the whole answer outside lists and tables · right: the
same over answerable questions · stated: all required somewhere in the answer · #forb: short answers
with a forbidden wording · cit P, cit R: citation precision, recall · fidel: quotes equal to the
plan's text · abs: abstention · list F1:
completeness of lists, as sets · #digit: unanswerable questions answered with any digit · #figure:
with a number the question did not name · quote@k: a passage with words of the gold quote"""


@dataclass(frozen=True)
class Report:
    """What one call of `python -m evals` measured; what it did not measure is None."""

    questions: str
    retrieval: tuple[RetrievalRecord, ...] | None = None
    answers: tuple[AnswerRecord, ...] | None = None
    speed: Speed | None = None
    totals_only: bool = False
    """Show no question and keep no record: of questions that are never tuned on."""


def render(report: Report) -> str:
    """Return the report as text for a terminal."""
    parts = [f"Questions: {report.questions}"]
    if report.retrieval is not None:
        parts += ["RETRIEVAL", _table(summarise_retrieval(report.retrieval), _RETRIEVAL_COLUMNS)]
        parts += _failures(report, [_retrieval_failure(one) for one in report.retrieval])
    if report.answers is not None:
        rows = summarise_answers(report.answers)
        parts += ["ANSWERS", _table(rows, _ANSWER_COLUMNS), _LEGEND]
        parts += _failures(report, [_answer_failure(one) for one in report.answers])
        parts += ["BARS", render_bars(answer_bars(rows))]
    if report.speed is not None:
        parts += ["SPEED", _speed_lines(report.speed), render_bars(speed_bars(report.speed))]
    return "\n\n".join(parts)


def as_json(report: Report) -> dict[str, Any]:
    """Return the report as JSON values: the figures and every record."""
    found: dict[str, Any] = {"questions": report.questions}
    if report.retrieval is not None:
        found["retrieval"] = {
            "figures": [asdict(row) for row in summarise_retrieval(report.retrieval)],
            **_records(report, [asdict(record) for record in report.retrieval]),
        }
    if report.answers is not None:
        found["answers"] = {
            "figures": [asdict(row) for row in summarise_answers(report.answers)],
            **_records(report, [asdict(one) | {"correct": one.correct} for one in report.answers]),
        }
    if report.speed is not None:
        found["speed"] = asdict(report.speed)
    return found


def _records(report: Report, records: list[dict[str, Any]]) -> dict[str, Any]:
    return {} if report.totals_only else {"records": records}


def _table(
    rows: Sequence[RetrievalFigures | AnswerFigures], columns: Sequence[tuple[str, str]]
) -> str:
    cells = [["", *(heading for _, heading in columns)]]
    for row in rows:
        cells.append([row.group, *(_cell(getattr(row, name)) for name, _ in columns)])
    widths = [max(len(line[i]) for line in cells) for i in range(len(cells[0]))]
    return "\n".join(
        "  ".join(
            [line[0].ljust(widths[0])]
            + [cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)]
        ).rstrip()
        for line in cells
    )


def _cell(value: float | int | None) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _failures(report: Report, failures: Sequence[str | None]) -> list[str]:
    found = [failure for failure in failures if failure]
    if report.totals_only:
        return [f"Failed: {len(found)} (not listed: these questions are never tuned on)"]
    return [f"Failed: {len(found)}", *found] if found else ["Failed: none"]


def _retrieval_failure(record: RetrievalRecord) -> str | None:
    if record.error is not None:
        return _crash(record)
    if not record.relevant or any(one in record.relevant for one in record.ranked[:5]):
        return None
    return (
        f"[{record.question.id}] {record.question.question}\n"
        f"  wanted in the first five: {'; '.join(record.relevant)}\n"
        f"  found: {'; '.join(record.places[:3]) or 'nothing'}"
    )


def _answer_failure(record: AnswerRecord) -> str | None:
    if record.error is not None:
        return _crash(record)
    if record.correct:
        return None
    question = record.question
    why: list[str] = []
    if not question.answerable and not record.abstained:
        why.append(f"should have declined ({question.reason})")
    elif not question.answerable:
        why.append(f"declined without saying: {'; '.join(record.unstated)}")
    elif record.abstained:
        why.append(f"declined ({record.reason})")
    if record.lacking and question.answerable:
        why.append(f"missing: {'; '.join(record.lacking)}")
    if record.wrong:
        why.append(f"forbidden: {'; '.join(record.wrong)}")
    return (
        f"[{question.id}] {question.question}\n"
        f"  answered: {_short(record.short_answer)}\n"
        f"  {'; '.join(why)}"
    )


def _crash(record: RetrievalRecord | AnswerRecord) -> str:
    last = (record.error or "").strip().splitlines()[-1:]
    return f"[{record.question.id}] {record.question.question}\n  CRASHED: {''.join(last)}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


def _speed_lines(speed: Speed) -> str:
    together = " · ".join(f"{rate:.1f} a second for {n}" for n, rate in speed.answers_s)
    return (
        f"load {speed.load_s:.2f} s · {speed.n} warm answers ({speed.crashed} crashed) · "
        f"p50 {speed.p50_ms:.0f} ms · p95 {speed.p95_ms:.0f} ms · p99 {speed.p99_ms:.0f} ms\n"
        f"answers asked at once: {together} · memory at most {speed.memory_gb:.2f} GB"
    )
