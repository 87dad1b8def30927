"""The types that pass through the chain: turn, hit, citation, answer, and how far one is."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from corpus.plan import Passage, Span

Language = Literal["vi", "en"]
Reason = Literal["no_such_plan", "not_stated", "unclear", "false_premise"]
"""Why no answer is given: no plan of the place, nothing stated, a question that must be asked back,
or a question that takes for granted what the plan does not say."""


MAX_QUESTION = 1000
"""Characters of a question that the window and programs may send: four times the longest of the
questions we measure with."""


@dataclass(frozen=True)
class Turn:
    """One question of the conversation so far and the answer it was given."""

    question: str
    answer: str


@dataclass(frozen=True)
class Hit:
    """A passage found. A higher score is better; rank counts from 1."""

    passage: Passage
    score: float
    rank: int
    retriever: str


@dataclass(frozen=True)
class Citation:
    """The very words of a plan that an answer rests on: `quote == plan.text[start:end]`."""

    key: int
    document: str
    title: str
    number: str
    issuer: str
    date: str
    section: str
    page: int | None
    quote: str
    start: int
    end: int
    plan_id: str
    label: str
    """In office form: mục IV.3, Kế hoạch số 76/KH-UBND ngày 13/4/2023 của UBND tỉnh Tuyên Quang."""
    restored: str | None
    """The machine-restored reading of a damaged quote; None for a legible one."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


State = Literal["verified", "repaired", "dropped"]


@dataclass(frozen=True)
class Claim:
    """One sentence that a language model wrote, and what the check against the plans made of it."""

    text: str
    state: State
    """Dropped ones are told here only; they are no part of the answer."""
    reason: str = ""
    """Why it was dropped or had to be repaired: number, agency, support and the like."""


@dataclass(frozen=True)
class Answer:
    """What the official reads. `answer` holds the short answer and the numbered support."""

    question: str
    answer: str
    short_answer: str
    abstained: bool
    reason: Reason | None
    language: Language
    answerer: str
    citations: tuple[Citation, ...]
    latency_s: float
    understood: str = ""
    """The question as it was understood, accents and abbreviations restored."""
    confidence: float = 0.0
    """How sure it is that the evidence answers the question, 0 to 1; 0 where it abstains."""
    query: Mapping[str, object] = field(default_factory=dict)
    """The question as it was resolved: places, plans, years, kind and the like; see the README."""
    choices: tuple[str, ...] = ()
    """Whole questions to choose from where the question fits several plans and none is meant."""
    claims: tuple[Claim, ...] = ()
    """What a language model wrote, sentence by sentence; empty where it was not asked."""
    invented_keys: int = 0
    """Sources that it cited and that do not exist."""
    notice: str = ""
    """Why extracts answer although there is a language model, in the question's language."""


Stage = Literal["searching", "writing", "checking"]
"""What is being done for an answer; the window names it in its own language."""


@dataclass(frozen=True)
class Partial:
    """How far an answer is: the stage, and what is written of it. None of it is checked yet."""

    stage: Stage
    text: str = ""
    """All that is written so far, as Markdown; each event holds it from the beginning."""


class Streams(Protocol):
    """Answers step by step: any number of partials, then one answer.

    Whoever reads may stop between two events; the iterator is then closed (a generator meets
    GeneratorExit at its `yield` and gives back what it holds), so a slow answerer yields often.
    """

    def ask_stream(
        self, question: str, history: Sequence[Turn] = ()
    ) -> Generator[Partial | Answer]: ...
