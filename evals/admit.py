"""May a new generation take the place of the current one? The same questions are put to both.

The assistant is the same, so only the plans can have changed an answer: a question that is answered
rightly now must be so then. Stricter than the gate of `gate.py`, which allows for chance. Left out:
questions about a plan that is not in both generations, those about all plans where plans came or
went, and those about a place without a plan that now has one; of these nobody knows the answer yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.chain import Assistant
from assistant.corpus_reader import CorpusReader
from corpus.embedding import Embedder
from corpus.errors import IndexUnavailable, ModelMismatch
from corpus.store import Store
from corpus.vietnamese import fold
from evals.clones import OF_ALL
from evals.feedback import DEFAULT_NAME
from evals.gate import gate_questions
from evals.question import Question, read_questions
from evals.run import AnswerRecord, Clock, run_answers
from ingest.receipt import Objection

Track = Callable[[str, Iterable[AnswerRecord], int], Sequence[AnswerRecord]]
"""Goes through records while somebody watches: their name, they, how many."""

SHOWN = 120
"""Characters of an answer that are told."""


@dataclass(frozen=True)
class Admission:
    """What came of it; without objections the new generation is let in."""

    asked: int
    """Questions that were answered rightly before."""
    objections: tuple[Objection, ...]
    note: str = ""

    def values(self) -> dict[str, Any]:
        told = [one._asdict() for one in self.objections]
        return {"asked": self.asked, "objections": told, "note": self.note}


def office_questions(state_dir: Path) -> tuple[Question, ...]:
    """Return the questions of the gate, and those an office made of corrected answers."""
    own = state_dir / DEFAULT_NAME
    made = read_questions(own) if own.is_file() else ()
    return (*gate_questions(), *(one for one in made if one.answerable))


def compare_generations(
    before: Path,
    after: Path,
    embedder: Embedder,
    questions: Sequence[Question],
    clock: Clock,
    track: Track = lambda _name, records, _total: tuple(records),
) -> Admission:
    """Ask in both generations what is about plans of both; say which right answers are lost."""
    old, new = (Assistant(CorpusReader(folder, embedder)) for folder in (before, after))
    try:
        asked = comparable(questions, old, new, Store(after))
    except (IndexUnavailable, ModelMismatch) as error:
        return Admission(0, (), f"there is nothing to compare with: {error}")
    first = track("before", run_answers(old, asked, clock), len(asked))
    right = {one.question.id: one for one in first if one.correct}
    again = [one.question for one in right.values()]
    second = track("after", run_answers(new, again, clock), len(again))
    known = {plan.id for plan in old.plans}
    readings = {plan.file for plan in new.plans if plan.id not in known}
    lost = tuple(
        _objection(right[one.question.id], one, readings) for one in second if not one.correct
    )
    return Admission(len(again), lost)


def comparable(
    questions: Sequence[Question], old: Assistant, new: Assistant, store: Store
) -> tuple[Question, ...]:
    """Return the questions whose right answer cannot have changed unless a plan's words did.

    A plan that goes on in another file, or whose place another reading takes, is still there.
    """
    files = {plan.id: plan.file for plan in new.plans}
    there = {record.path.name for record in store.files() if record.plan in files}
    goes_on = {plan.file for plan in old.plans if plan.id in files or plan.file in there}
    came_or_went = len(goes_on) < len(old.plans) or len(new.plans) > len(old.plans)
    places = {plan.place.value for plan in new.plans} - {plan.place.value for plan in old.plans}
    fresh = [fold(place) for place in places if place]

    def settled(question: Question) -> bool:
        text = fold(question.question)
        if came_or_went and OF_ALL.search(text):
            return False
        return goes_on.issuperset(question.plans) and not any(place in text for place in fresh)

    return tuple(filter(settled, questions))


def _objection(before: AnswerRecord, now: AnswerRecord, readings: Set[str]) -> Objection:
    asked, was, said = now.question.question, _short(before), _short(now)
    if now.error is not None:
        crash = now.error.strip().splitlines()[-1]
        vietnamese, english = f"nay hỏng ({crash})", f"now crashes ({crash})"
    else:
        vietnamese, english = f"nay trả lời “{said}”", f"now “{said}”"
    return Objection(
        now.question.id,
        f"“{asked}”: trước trả lời “{was}”, {vietnamese}",
        f"“{asked}”: was “{was}”, {english}",
        tuple(sorted(readings & {*now.question.plans, *now.cited_files})),
    )


def _short(record: AnswerRecord) -> str:
    line = " ".join((record.short_answer or record.answer).split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


def render_admission(found: Admission) -> str:
    """Say whether the generation may come, and if not which questions changed and how."""
    lines = [f"{found.asked} questions that are answered rightly now"]
    lines += [found.note] if found.note else []
    lines += [
        f"[{one.question}] {one.english}" + f" ({', '.join(one.files)})" * bool(one.files)
        for one in found.objections
    ]
    return "\n".join([*lines, "GATE SHUT" if found.objections else "GATE OPEN"])
