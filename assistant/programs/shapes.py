"""What programs send and receive, for checking and for the OpenAPI description."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from assistant.answer import MAX_QUESTION

MAX_ANSWER = 20_000
"""Characters of an earlier answer; the longest comparison of all plans has a third."""

MAX_TURNS = 20
"""Turns of a conversation; what a question takes up from before lies in the last few."""


class TurnShape(BaseModel):
    """An earlier question with its answer."""

    model_config = ConfigDict(extra="ignore")

    question: str = Field(max_length=MAX_QUESTION)
    answer: str = Field(max_length=MAX_ANSWER)


class AskShape(BaseModel):
    """A question, after the turns before it."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"question": "Ai ký kế hoạch của Hưng Yên?"}]},
    )

    question: str = Field(min_length=1, max_length=MAX_QUESTION, pattern=r"\S")
    history: list[TurnShape] = Field(default_factory=list, max_length=MAX_TURNS)


class CitationShape(BaseModel):
    """The very words an answer rests on: the plan's text from `start` to `end`."""

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
    label: str
    restored: str | None


class ClaimShape(BaseModel):
    """A sentence of a language model: verified, repaired, or dropped and why."""

    text: str
    state: str
    reason: str


class AnswerShape(BaseModel):
    """What `python -m assistant --json` prints."""

    question: str
    answer: str
    short_answer: str
    abstained: bool
    reason: str | None
    language: str
    answerer: str
    citations: list[CitationShape]
    latency_s: float
    confidence: float
    choices: list[str]
    claims: list[ClaimShape]
    invented_keys: int
    notice: str
    query: dict[str, Any]


class PlanShape(BaseModel):
    """One plan of the collection."""

    id: str
    document: str
    label: str
    number: str | None
    issuer: str | None
    place: str | None
    date: str | None
    title: str | None
    programme: str | None
    signer: str | None
    signer_printed: str | None
    pages: int | None
    damaged: bool
    superseded_by: str | None


class HeadingShape(BaseModel):
    """One section in the outline of a plan."""

    path: str
    heading: str
    start: int
    end: int


class OutlineShape(PlanShape):
    """A plan with its outline."""

    sections: list[HeadingShape]


class PlansShape(BaseModel):
    plans: list[PlanShape]


class HitShape(BaseModel):
    """A passage that was found; `text` is verbatim, `reading` restored where it is damaged."""

    rank: int
    score: float
    plan: str
    document: str
    label: str
    section: str
    page: int | None
    text: str
    reading: str
    start: int
    end: int


class HitsShape(BaseModel):
    query: str
    hits: list[HitShape]


class SectionShape(HeadingShape):
    """A section with its very words."""

    label: str
    pages: list[int]
    damaged: bool
    text: str


class SectionsShape(BaseModel):
    """The sections of one path: one, or several where a plan uses the label again."""

    plan: PlanShape
    sections: list[SectionShape]


class ErrorShape(BaseModel):
    """What went wrong, as a sentence in each language."""

    error: str
    english: str
