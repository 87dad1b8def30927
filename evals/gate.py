"""The gate: a run held against the committed baseline, and why it is or is not let through.

It is shut by a regression beyond the baseline's interval, by more questions lost than chance would
explain, by a quote that is not the plan's, by a number in an answer that should have none being
more frequent than before, or by a crash. Single questions that changed are named, not forbidden.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.intervals import wilson_interval
from evals.measures import citation_precision, mean, quote_fidelity
from evals.paired import Comparison, compare
from evals.question import Question, read_questions, read_split
from evals.run import AnswerRecord

BASELINE = Path(__file__).parent / "baseline.json"

SETS = ("dev", "everyday", "kinds-dev", "round6")
"""The questions of the gate, all of them ones that may be looked at: 354, half a minute."""

CHANCE = 0.05
"""Below this probability so many lost questions are no chance."""

CITED_SLACK = 0.02
"""What citation precision may lose: two in a hundred citations."""


class BaselineError(Exception):
    """There is no baseline to hold a run against; the message says how to make one."""


@dataclass(frozen=True)
class Baseline:
    """What the committed run gave."""

    correct: dict[str, bool]
    """Whether each question was right, by its id."""
    citation_precision: float | None


@dataclass(frozen=True)
class Verdict:
    """Whether a run is let through."""

    comparison: Comparison
    reasons: tuple[str, ...]
    """Why the gate is shut; empty where it is open."""

    @property
    def passes(self) -> bool:
        return not self.reasons


def gate_questions(sets: Sequence[str] = SETS) -> tuple[Question, ...]:
    """Return the questions of the gate. Raises `QuestionError` where a file cannot be read."""
    folder = BASELINE.parent / "questions"
    found: list[Question] = []
    for name in sets:
        if name == "kinds-dev":
            found += read_split("kinds-dev")
        else:
            found += read_questions(folder / f"{name}.jsonl")
    return tuple(found)


def judge(baseline: Baseline, records: Sequence[AnswerRecord]) -> Verdict:
    """Hold a run against the baseline."""
    comparison = compare(baseline.correct, records)
    reasons = [*_lost(comparison), *_misquoted(records), *_miscited(baseline, records)]
    if comparison.crashed:
        reasons.append(f"{len(comparison.crashed)} questions crashed")
    return Verdict(comparison, tuple(reasons))


def _lost(comparison: Comparison) -> list[str]:
    if comparison.before is None or comparison.now is None:
        return ["no question of the baseline was asked"]
    low, _ = wilson_interval(comparison.before, comparison.n)
    if comparison.now < low:
        return [f"accuracy {comparison.now:.3f} is below the baseline's interval (from {low:.3f})"]
    if comparison.p_worse < CHANCE:
        lost, won = len(comparison.worse), len(comparison.better)
        return [f"{lost} questions lost, {won} won: by chance in {comparison.p_worse:.3f} of cases"]
    return []


def _misquoted(records: Sequence[AnswerRecord]) -> list[str]:
    fidelity = quote_fidelity([pair for record in records for pair in record.quotes])
    if fidelity is None or fidelity == 1.0:
        return []
    return [f"quotes are not the plan's words: fidelity {fidelity:.4f}"]


def _miscited(baseline: Baseline, records: Sequence[AnswerRecord]) -> list[str]:
    now = precision_of(records)
    if now is None or baseline.citation_precision is None:
        return []
    if now >= baseline.citation_precision - CITED_SLACK:
        return []
    return [f"citation precision {now:.3f}, was {baseline.citation_precision:.3f}"]


def precision_of(records: Sequence[AnswerRecord]) -> float | None:
    """Return the citation precision over answerable questions; None where nothing is cited."""
    judged = (citation_precision(one.supports) for one in records if one.question.answerable)
    return mean([value for value in judged if value is not None])


def read_baseline(path: Path = BASELINE) -> Baseline:
    """Read the committed baseline. Raises `BaselineError`."""
    try:
        row = json.loads(path.read_text(encoding="utf-8"))
        return Baseline(dict(row["correct"]), row["citation_precision"])
    except (OSError, ValueError, KeyError) as error:
        raise BaselineError(
            f"{path}: no baseline ({error}); make one: python -m evals gate --update"
        ) from error


def write_baseline(records: Sequence[AnswerRecord], commit: str | None, path: Path) -> None:
    """Write a run down as the baseline: one verdict a question, sorted by id."""
    correct = {one.question.id: one.correct for one in records if one.error is None}
    row: dict[str, Any] = {
        "commit": commit,
        "citation_precision": precision_of(records),
        "correct": dict(sorted(correct.items())),
    }
    path.write_text(json.dumps(row, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def render_gate(verdict: Verdict) -> str:
    """Say whether the gate is open, why not, and which questions changed and how."""
    found = verdict.comparison
    before, now = (
        f"{value:.3f}" if value is not None else "–" for value in (found.before, found.now)
    )
    lines = [f"{found.n} questions: {before} before, {now} now"]
    if found.unknown:
        lines.append(f"{found.unknown} questions are new to the baseline")
    if found.better:
        lines.append(f"Won: {', '.join(found.better)}")
    lines += [_change(record) for record in found.worse]
    lines += [f"[{one.question.id}] CRASHED: {_last(one.error)}" for one in found.crashed]
    lines.append("GATE OPEN" if verdict.passes else "GATE SHUT: " + "; ".join(verdict.reasons))
    return "\n".join(lines)


def _change(record: AnswerRecord) -> str:
    why = []
    if record.abstained == record.question.answerable:
        why.append("declined" if record.abstained else "did not decline")
    why += [f"lacks {words}" for words in record.lacking[:3]]
    why += [f"says {words}" for words in record.wrong[:3]]
    short = " ".join(record.short_answer.split())[:160]
    return f"Lost [{record.question.id}] {record.question.question}\n  {'; '.join(why)} · {short}"


def _last(error: str | None) -> str:
    return "".join((error or "").strip().splitlines()[-1:])
