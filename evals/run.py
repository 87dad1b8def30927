"""Put questions to an assistant and record what came back, judged against the gold.

A question that crashes is recorded as crashed with its error and is scored nowhere. Left out:
adding records up (`summary.py`) and showing them (`report.py`).
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from assistant.answer import Answer, Citation, Hit, Turn
from corpus.plan import Plan, Span
from corpus.vietnamese import nfc
from evals.measures import (
    Detection,
    holds,
    holds_any,
    items_of,
    missing,
    new_figures,
    opens_with,
    prose_words,
    set_f1,
)
from evals.question import Question
from evals.sections import dotted, related

HITS = 10
"""How deep a ranking is judged; the assistant returns at most ten hits."""

Clock = Callable[[], float]
"""Seconds from any fixed moment, such as `time.perf_counter`."""


class Assistant(Protocol):
    """What the evaluation asks of an assistant."""

    @property
    def plans(self) -> tuple[Plan, ...]: ...

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer: ...

    def retrieve(self, question: str, history: Sequence[Turn] = ()) -> tuple[Hit, ...]: ...


@runtime_checkable
class Modelled(Protocol):
    """An assistant that may have a language model, and can answer without it."""

    def without_model(self) -> Assistant: ...


@dataclass(frozen=True)
class RetrievalRecord:
    """The ranking a question got. Ids in `ranked` that are not relevant are made up: `#rank`."""

    question: Question
    ranked: tuple[str, ...]
    relevant: tuple[str, ...]
    quote_ranks: tuple[int, ...]
    """Ranks of the passages that hold some of the gold quote."""
    places: tuple[str, ...]
    """What was found, best first, as `file IV.3`."""
    seconds: float
    error: str | None = None


@dataclass(frozen=True)
class AnswerRecord:
    """The answer a question got, and every judgement on it."""

    question: Question
    short_answer: str
    answer: str
    abstained: bool
    reason: str | None
    lacking: tuple[str, ...]
    """Required statements the short answer does not hold."""
    unstated: tuple[str, ...]
    """Required statements the whole answer does not hold."""
    wrong: tuple[str, ...]
    """Forbidden words the short answer holds."""
    figures: tuple[str, ...]
    """Numbers in the short answer and the answer that the question did not name."""
    has_digit: bool
    quotes: tuple[tuple[str, str], ...]
    """For each citation, its quote and the plan's text over its span."""
    supports: tuple[bool, ...]
    """For each citation, whether it supports the answer."""
    carried: tuple[bool, ...]
    """For each required statement, whether a citation carries it."""
    cited: tuple[str, ...]
    seconds: float
    error: str | None = None
    words: int = 0
    """Words of the whole answer outside lists and tables."""
    confidence: float = 0.0
    cited_files: tuple[str, ...] = ()
    """For each citation, the file of its plan."""
    answerer: str = ""
    """Who answered: extractive or model."""
    claims: tuple[str, ...] = ()
    """What became of each sentence of a model: verified, repaired or dropped."""
    invented: int = 0
    """Sources that a model cited and that do not exist."""
    extra: tuple[str, ...] = ()
    """Of an answer that should give a whole set: items in which no required statement stands."""

    @property
    def correct(self) -> bool:
        """All that is required and nothing forbidden in the short answer; or rightly declined.

        Declining is no answer, except where saying that the plan leaves it unclear is the answer.
        What corrects a false premise, or names the province a place now belongs to, may stand
        anywhere in the answer that declines. A crash is never right.
        """
        if self.error is not None:
            return False
        if not self.question.answerable:
            return self.abstained and not self.unstated
        answered = not self.abstained or self.question.reason == "unclear"
        return answered and not self.lacking and not self.wrong

    @property
    def listed(self) -> Detection | None:
        """How complete and how clean a list is; None for a question that asks for none."""
        wanted = len(self.question.required)
        if not asks_list(self.question) or self.error is not None:
            return None
        right = wanted - len(self.lacking)
        return set_f1(wanted, right, len(self.extra) + len(self.wrong))


def asks_list(question: Question) -> bool:
    """Tell whether a right answer has several elements; a verdict is none."""
    return question.answerable and question.kind != "yes_no" and len(question.required) > 1


WHOLE_SETS = ("agency", "list")
"""Kinds whose gold names the whole set; of duties it names the ones that tell them apart."""


def extra_items(question: Question, short_answer: str) -> tuple[str, ...]:
    """Return the items of a short answer that are none of the set asked for."""
    if not asks_list(question) or question.kind not in WHOLE_SETS:
        return ()
    items = items_of(short_answer)
    return tuple(one for one in items if not any(holds_any(one, w) for w in question.required))


def retrievable(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Return the questions that the words of a plan answer: there is something to be found."""
    return tuple(question for question in questions if question.gold_quote)


def run_retrieval(
    assistant: Assistant, questions: Iterable[Question], clock: Clock
) -> Iterator[RetrievalRecord]:
    """Yield the ranking of every `retrievable` question, judged, one at a time."""
    plans = {plan.id: plan for plan in assistant.plans}
    for question in retrievable(questions):
        start = clock()
        try:
            hits = assistant.retrieve(question.question, question.history)[:HITS]
            yield judge_hits(question, hits, plans, clock() - start)
        except Exception:
            yield _crashed_retrieval(question, clock() - start, traceback.format_exc())


def run_answers(
    assistant: Assistant, questions: Iterable[Question], clock: Clock
) -> Iterator[AnswerRecord]:
    """Yield the answer to every question, judged, one at a time."""
    plans = {plan.id: plan for plan in assistant.plans}
    for question in questions:
        start = clock()
        try:
            answer = assistant.ask(question.question, question.history)
            yield judge_answer(question, answer, plans, clock() - start)
        except Exception:
            yield _crashed_answer(question, clock() - start, traceback.format_exc())


def judge_hits(
    question: Question, hits: Sequence[Hit], plans: Mapping[str, Plan], seconds: float
) -> RetrievalRecord:
    """Judge a ranking: a hit stands for the first gold section it reaches that none before did.

    A hit reaches a gold section if it is of that plan and its section is, holds or lies within
    the gold one. Two passages of one gold section so never count twice.
    """
    gold = [f"{one.document} {one.section}" for one in question.sections]
    ranked: list[str] = []
    quote_ranks: list[int] = []
    places: list[str] = []
    for rank, hit in enumerate(hits, start=1):
        plan = plans[hit.passage.plan_id]
        section = dotted(hit.passage.path)
        reached = [
            name
            for name, one in zip(gold, question.sections, strict=True)
            if one.document == plan.file and related(section, one.section) and name not in ranked
        ]
        ranked.append(reached[0] if reached else f"#{rank}")
        places.append(f"{plan.file} {section}")
        if overlaps(hit.passage.span, gold_span(question, plan)):
            quote_ranks.append(rank)
    return RetrievalRecord(
        question, tuple(ranked), tuple(gold), tuple(quote_ranks), tuple(places), seconds
    )


def judge_answer(
    question: Question, answer: Answer, plans: Mapping[str, Plan], seconds: float
) -> AnswerRecord:
    """Judge an answer: the short answer by its statements, the citations one by one."""
    both = f"{answer.short_answer}\n{answer.answer}"
    return AnswerRecord(
        question=question,
        short_answer=answer.short_answer,
        answer=answer.answer,
        abstained=answer.abstained,
        reason=answer.reason,
        lacking=lacking(question, answer.short_answer, answer.short_answer),
        unstated=lacking(question, answer.short_answer, both),
        wrong=tuple(words for words in question.forbidden if holds(answer.short_answer, words)),
        figures=new_figures(both, question.question),
        has_digit=any(character.isdigit() for character in both),
        quotes=tuple((one.quote, _words(one, plans)) for one in answer.citations),
        supports=tuple(supports(one, question, plans) for one in answer.citations),
        carried=tuple(
            any(carries(one, wordings, question, plans) for one in answer.citations)
            for wordings in claims(question)
        ),
        cited=tuple(one.label for one in answer.citations),
        seconds=seconds,
        words=prose_words(answer.answer),
        confidence=answer.confidence,
        cited_files=tuple(
            plans[one.plan_id].file for one in answer.citations if one.plan_id in plans
        ),
        answerer=answer.answerer,
        claims=tuple(claim.state for claim in answer.claims),
        invented=answer.invented_keys,
        extra=extra_items(question, answer.short_answer),
    )


def lacking(question: Question, short_answer: str, text: str) -> tuple[str, ...]:
    """Return the required statements a text does not hold.

    The first one of a yes-no question is the verdict, which must open the short answer.
    """
    if question.kind != "yes_no":
        return missing(text, question.required)
    verdict, *rest = question.required
    said = opens_with(short_answer, verdict)
    return (() if said else verdict[:1]) + missing(text, rest)


def claims(question: Question) -> tuple[Sequence[str], ...]:
    """Return the statements a citation may carry; a verdict only by the words that prove it."""
    if question.kind != "yes_no":
        return question.required
    return ((), *question.required[1:])


def supports(citation: Citation, question: Question, plans: Mapping[str, Plan]) -> bool:
    """Tell whether a citation stands in a gold section or carries a required statement."""
    plan = plans.get(citation.plan_id)
    if plan is None or plan.file not in question.plans:
        return False
    section = dotted(citation.section.split("."))
    return any(
        one.document == plan.file and related(section, one.section) for one in question.sections
    ) or any(carries(citation, wordings, question, plans) for wordings in claims(question))


def carries(
    citation: Citation, wordings: Sequence[str], question: Question, plans: Mapping[str, Plan]
) -> bool:
    """Tell whether a citation holds a statement, or quotes the words that state the answer."""
    plan = plans.get(citation.plan_id)
    if plan is None or plan.file not in question.plans:
        return False
    if overlaps(citation.span, gold_span(question, plan)):
        return True
    readings = (citation.quote, citation.restored or "", citation.label)
    return any(holds_any(reading, wordings) for reading in readings)


def gold_span(question: Question, plan: Plan) -> Span:
    """Return where the gold quote stands in a plan; an empty span where it does not."""
    start = plan.text.find(nfc(question.gold_quote))
    found = question.gold_quote != "" and plan.file == question.plans[0] and start >= 0
    return Span(start, start + len(nfc(question.gold_quote))) if found else Span(0, 0)


def overlaps(span: Span, other: Span) -> bool:
    """Tell whether two spans share a character."""
    return max(span.start, other.start) < min(span.end, other.end)


def _words(citation: Citation, plans: Mapping[str, Plan]) -> str:
    plan = plans.get(citation.plan_id)
    return plan.text[citation.start : citation.end] if plan else ""


def _crashed_retrieval(question: Question, seconds: float, error: str) -> RetrievalRecord:
    return RetrievalRecord(question, (), (), (), (), seconds, error)


def _crashed_answer(question: Question, seconds: float, error: str) -> AnswerRecord:
    return AnswerRecord(
        question, "", "", False, None, (), (), (), (), False, (), (), (), (), seconds, error
    )
