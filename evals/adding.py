"""A question out of what a person says: its words, its plan and the right answer, nothing more.

The gold quote, the section, the statements and the language are found; what the plans do not
support is refused in one sentence that says what to do. A question that is made passes `check.py`.
Left out: forbidden wordings and other wordings of the answer, which its writer may add by hand.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

from assistant.answer import Reason, Turn
from assistant.kinds_asked import find_language
from corpus.errors import PlanAssistantError
from corpus.plan import Plan, Section, Span
from corpus.vietnamese import fold, has_diacritics, nfc, tokens
from evals.check import find_faults
from evals.feedback import append
from evals.measures import holds, words_of
from evals.question import KINDS, GoldSection, Kind, Question, Writing, parse_question
from evals.quotes import Quote, find_quote, section_of
from evals.sections import dotted
from evals.stating import stating_line
from ingest.choose import choose_plan

Sections = Callable[[str], Sequence[Section]]
"""The id of a plan → its labelled sections."""

_VERDICT = re.compile(r"(?:có|không|đúng|sai|yes|no)\b[,.:;\s]*", re.IGNORECASE)


class Refused(PlanAssistantError):
    """The plans do not support the question; the message says why and what to do."""

    exit_code = 2


@dataclass(frozen=True)
class Wish:
    """What a person says of a question."""

    question: str
    answer: str = ""
    """The short answer; empty where an honest answer declines."""
    plan: str = ""
    """A file, a number or an id; empty for a place without a plan."""
    section: str = ""
    words: str = ""
    """The plan's own words for the answer, where the answer is not in them."""
    kind: str = ""
    id: str = ""
    reason: Reason | None = None
    """Why an honest answer declines: not_stated or no_such_plan."""
    history: tuple[Turn, ...] = ()
    sure: bool = False
    """The plan was read: a line that seems to answer the question does not."""


def make_question(
    wish: Wish, plans: Sequence[Plan], sections: Sections, known: Iterable[Question]
) -> Question:
    """Return the whole question. Raises Refused, MissingFile for a plan that is not there."""
    asked, kept = nfc(" ".join(wish.question.split())), list(known)
    _refuse_known(asked, wish, kept)
    if wish.reason:
        made = _unanswerable(asked, wish, plans)
    else:
        plan = choose_plan(wish.plan, plans)
        made = _answerable(asked, wish, plan, sections(plan.id))
    faults = find_faults([made], {plan.file: plan.text for plan in plans})
    if faults:
        raise Refused(f"Câu hỏi chưa dùng được: {faults[0]}.", f"Not yet a question: {faults[0]}.")
    return made


def _refuse_known(asked: str, wish: Wish, known: Sequence[Question]) -> None:
    if not asked:
        raise Refused("Câu hỏi trống; hãy ghi câu hỏi.", "The question is empty; type one.")
    for one in known:
        if wish.id and one.id == wish.id:
            raise Refused(
                f"Mã {wish.id} đã có; hãy đặt mã khác.", f"The id {wish.id} is taken; use another."
            )
        if tokens(one.question) == tokens(asked) and one.history == wish.history:
            raise Refused(
                f"Câu hỏi này đã có, mã {one.id}: “{one.question}”.",
                f"This question is there already, as {one.id}: “{one.question}”.",
            )


def _answerable(asked: str, wish: Wish, plan: Plan, sections: Sequence[Section]) -> Question:
    answer = nfc(" ".join(wish.answer.split()))
    if not words_of(answer):
        raise Refused(
            "Chưa có câu trả lời đúng; hãy ghi bằng --answer, hoặc --unanswerable nếu không có.",
            "There is no right answer; give --answer, or --unanswerable where there is none.",
        )
    verdict = _VERDICT.match(answer)
    kind = kind_of(asked, answer, wish) if not verdict else "yes_no"
    said = answer[verdict.end() :] if verdict and kind == "yes_no" else answer
    within = _section_named(wish.section, plan, sections)
    quote = find_quote(plan.text, said, asked, within, nfc(wish.words))
    if quote is None:
        raise _not_said(said, wish, plan)
    where = section_of(quote.span, sections)
    section = wish.section or (dotted(where.path) if where else "")
    return Question(
        **_frame(asked, wish, kind),
        answerable=True,
        reason=None,
        plans=(plan.file,),
        sections=(GoldSection(plan.file, section),) if section else (),
        required=_required(answer, said, verdict.group() if verdict else "", wish, quote),
        forbidden=(),
        short_answer=answer,
        gold_quote=quote.text,
    )


def _required(
    answer: str, said: str, verdict: str, wish: Wish, quote: Quote
) -> tuple[tuple[str, ...], ...]:
    """Return the statements: the verdict of a yes-no question, then what the plan says."""
    if wish.words:
        rest: tuple[tuple[str, ...], ...] = ((said, nfc(wish.words)),) if words_of(said) else ()
    else:
        rest = tuple((one,) for one in quote.statements)
    opening = verdict.strip(" ,.:;")
    both = {"có": ("Có", "Đúng", "Yes"), "đúng": ("Đúng", "Có", "Yes"), "yes": ("Yes", "Có")}
    no = {"không": ("Không", "Sai", "No"), "sai": ("Sai", "Không", "No"), "no": ("No", "Không")}
    first = (both | no).get(opening.casefold())
    return (first, *rest) if first else rest


def _section_named(label: str, plan: Plan, sections: Sequence[Section]) -> Span | None:
    if not label:
        return None
    found = next((one for one in sections if dotted(one.path) == label), None)
    if found is None:
        some = ", ".join(dict.fromkeys(dotted(one.path) for one in sections))
        raise Refused(
            f"{plan.file} không có mục {label}; các mục: {some}.",
            f"{plan.file} has no section {label}; it has {some}.",
        )
    return found.span


def _not_said(said: str, wish: Wish, plan: Plan) -> Refused:
    """Say which part of an answer the plan does not hold."""
    inside = f", mục {wish.section}" if wish.section else ""
    within = f", section {wish.section}" if wish.section else ""
    for number in (word for word in words_of(said) if word[0].isdigit()):
        if not holds(plan.text, number):
            return Refused(
                f"Con số {number} không có trong {plan.file}; hãy kiểm tra lại câu trả lời.",
                f"The figure {number} is not in {plan.file}; check the answer.",
            )
    what = wish.words or said
    return Refused(
        f"Không thấy “{what}” trong {plan.file}{inside}; hãy chép nguyên văn chữ của kế hoạch vào "
        "câu trả lời hoặc vào --words.",
        f"“{what}” is not found in {plan.file}{within}; copy the plan's own words into the answer "
        "or into --words.",
    )


def _unanswerable(asked: str, wish: Wish, plans: Sequence[Plan]) -> Question:
    text = fold(asked)
    chosen: tuple[Plan, ...] = ()
    if wish.reason == "no_such_plan":
        for plan in plans:
            if plan.place.value and fold(plan.place.value) in text:
                raise Refused(
                    f"Kho có kế hoạch của {plan.place.value}: {plan.file}; dùng not_stated.",
                    f"There is a plan of {plan.place.value}: {plan.file}; use not_stated.",
                )
    else:
        chosen = (choose_plan(wish.plan, plans),)
        line = stating_line(asked, chosen[0])
        if line and not wish.sure:
            raise Refused(
                f"{chosen[0].file} có nêu: “{line}”; hãy ghi câu trả lời đúng. Đã đọc mà thấy "
                "không phải thì thêm --sure.",
                f"{chosen[0].file} does state it: “{line}”; give the right answer, or --sure.",
            )
    return Question(
        **_frame(asked, wish, "followup" if wish.history else kind_of(asked, "", wish)),
        answerable=False,
        reason=wish.reason,
        plans=tuple(plan.file for plan in chosen),
        sections=(),
        required=(),
        forbidden=(),
        short_answer="",
        gold_quote="",
    )


def kind_of(asked: str, answer: str, wish: Wish) -> Kind:
    """Return the kind that was chosen, or the likeliest of the plain ones."""
    if wish.kind:
        if wish.kind not in KINDS:
            raise Refused(
                f"Loại {wish.kind} không có; các loại: {', '.join(KINDS)}.",
                f"There is no kind {wish.kind}; there are {', '.join(KINDS)}.",
            )
        return cast(Kind, wish.kind)
    if wish.history:
        return "followup"
    question, said = fold(asked), fold(answer)
    if re.search(r"\bngay \d|\d+/\d+", said) or re.search(r"khi nao|ngay nao|when", question):
        return "document" if re.search(r"ban hanh|ky ngay|issued", question) else "deadline"
    if re.search(r"\d", said) or re.search(r"bao nhieu|how many|phan tram", question):
        return "target"
    if re.search(r"co quan nao|don vi nao|so nao|phong nao|\bai\b|agenc|who|which", question):
        return "agency"
    return "general"


def _frame(asked: str, wish: Wish, kind: Kind) -> dict[str, Any]:
    writing: Writing = "en" if find_language(asked) == "en" else "vi"
    if writing == "vi" and not has_diacritics(asked):
        writing = "vi-plain"
    own = f"own-{hashlib.sha256(f'{asked} {wish.history}'.encode()).hexdigest()[:10]}"
    return {
        "id": wish.id or own,
        "kind": kind,
        "language": writing,
        "question": asked,
        "history": wish.history,
    }


def row_of(question: Question) -> dict[str, Any]:
    """Return a question as its line in a file holds it. Raises ValueError where it does not fit."""
    row: dict[str, Any] = json.loads(json.dumps(asdict(question), ensure_ascii=False))
    parse_question(row)
    return row


def add_line(path: Path, question: Question) -> None:
    """Append a question to a file of questions."""
    append(path, [row_of(question)])


def render_question(question: Question) -> str:
    """Show what is about to be written, in a few lines of Vietnamese."""
    lines = [
        f"Câu hỏi   {question.question}",
        f"Mã        {question.id} ({question.kind}, {question.language})",
    ]
    if not question.answerable:
        return "\n".join([*lines, f"Đáp án    không trả lời được ({question.reason})"])
    places = ", ".join(f"{one.document} mục {one.section}" for one in question.sections)
    statements = "; ".join(" | ".join(one) for one in question.required)
    return "\n".join(
        [
            *lines,
            f"Đáp án    {question.short_answer}",
            f"Phải có   {statements}",
            f"Ở         {places or question.plans[0]}",
            f"Nguyên văn “{question.gold_quote}”",
        ]
    )
