"""From an answer marked as not right to a question with its gold: one click and one correction.

The window is handed an object of this class by `app.py`; `--from-feedback` uses it as well. What is
made goes to a file in the state folder, never among the questions of the repository.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from assistant.answer import Turn
from corpus.errors import MissingFile
from corpus.feedback import Feedback, FeedbackStore
from corpus.plan import Plan
from corpus.store import Store
from corpus.vietnamese import fold
from evals.adding import Refused, Wish, make_question, row_of
from evals.feedback import CANDIDATE, DEFAULT_NAME
from evals.question import QUESTIONS_DIR, Question, QuestionError, read_questions

CORRECTED = "corrected-"
"""How the id of a question begins that was made of a corrected answer."""

_DECLINES = re.compile(
    r"(?:(?:cac |ban )?ke hoach )?(?:khong|chua) (?:he )?(?:neu|ghi|quy dinh|de cap)|not stated"
)
SHORTEST_ID = 6
"""Characters of a remark's id that name it."""


class Corrections:
    """Makes questions of remarks over the plans of one state folder."""

    def __init__(self, state_dir: Path, out: Path | None = None) -> None:
        self._state_dir, self.path = state_dir, out or state_dir / DEFAULT_NAME

    def done(self) -> Mapping[str, str]:
        """Return what was corrected: the beginning of the remark's id → the right answer."""
        return {
            one.id.removeprefix(CORRECTED): one.short_answer
            for one in self.written()
            if one.id.startswith(CORRECTED)
        }

    def add(self, remark_id: str, answer: str, plan: str = "") -> Question:
        """Make a question of a remark and the right answer, and write it.

        Raises Refused where the plans do not support it, MissingFile for an unknown plan.
        """
        made = self.make(remark_id, answer, plan)
        self.write(made)
        return made

    def make(self, remark_id: str, answer: str, plan: str = "", words: str = "") -> Question:
        """Return the question, not yet written. Raises as `add` does."""
        remark = self._remark(remark_id)
        store = Store(self._state_dir)
        wish = Wish(
            question=remark.question,
            answer=answer,
            words=words,
            id=f"{CORRECTED}{remark.id[:12]}",
            history=tuple(Turn(**turn) for turn in json.loads(remark.history)),
        )
        own = f"{CANDIDATE}{remark.id[:12]}"
        known = [*questions_of_the_house(), *(one for one in self.written() if one.id != own)]
        first: Refused | None = None
        for way in _ways(wish, plan, remark, store.outlines()):
            try:
                return make_question(way, store.plans(), store.sections, known)
            except (Refused, MissingFile) as error:
                if not isinstance(error, Refused):
                    raise
                first = first or error
        raise first or Refused("Kho chưa có kế hoạch nào.", "There is no plan yet.")

    def write(self, question: Question) -> None:
        """Write a question in the place of the candidate that was made of the same remark."""
        own = question.id.replace(CORRECTED, CANDIDATE, 1)
        kept = [row_of(one) for one in self.written() if one.id not in (own, question.id)]
        lines = [json.dumps(row, ensure_ascii=False) for row in (*kept, row_of(question))]
        self.path.parent.mkdir(parents=True, exist_ok=True)
        part = self.path.with_name(f".{self.path.name}.part")
        part.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        part.replace(self.path)

    def written(self) -> tuple[Question, ...]:
        """Return what stands in the file so far."""
        try:
            return read_questions(self.path) if self.path.is_file() else ()
        except QuestionError as error:
            raise Refused(f"Tệp câu hỏi không đọc được: {error}.", str(error)) from error

    def _remark(self, remark_id: str) -> Feedback:
        remarks = [one for one in FeedbackStore(self._state_dir).all() if not one.right]
        found = [one for one in remarks if one.id.startswith(remark_id)]
        if len(remark_id) < SHORTEST_ID or len(found) != 1:
            some = ", ".join(one.id[:12] for one in remarks[:5]) or "–"
            raise Refused(
                f"Không có ý kiến “chưa đúng” nào mang mã {remark_id}; có: {some}.",
                f"No answer marked as not right has the id {remark_id}; there are: {some}.",
            )
        return found[0]


def questions_of_the_house() -> Iterator[Question]:
    """Yield every question of the repository."""
    for file in sorted(QUESTIONS_DIR.glob("*.jsonl")):
        yield from read_questions(file)


def _ways(wish: Wish, plan: str, remark: Feedback, plans: Sequence[Plan]) -> Iterator[Wish]:
    """Yield the wish for each plan it may be about, the likeliest first.

    Those whose place the question names, those that the answer cited, then all others; where the
    question names a place, only plans of it.
    """
    asked = fold(remark.question)
    named = [one.file for one in plans if one.place.value and fold(one.place.value) in asked]
    cited = [one["document"] for one in json.loads(remark.answer).get("citations", ())]
    there = {one.file for one in plans}
    files = [plan] if plan else named or [one for one in cited if one in there]
    others = [] if plan or named else [one.file for one in plans]
    declined = _DECLINES.match(fold(wish.answer).strip())
    for file in dict.fromkeys([*files, *others]):
        yield (
            replace(wish, plan=file, answer="", reason="not_stated")
            if declined
            else replace(wish, plan=file)
        )
