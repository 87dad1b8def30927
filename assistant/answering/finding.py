"""What an answerer finds in one plan: a short answer, and statements with their words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.plan import Passage, Plan, Span


@dataclass(frozen=True)
class Quote:
    """Words of a plan that support a statement; `reading` is how they are to be read."""

    plan: Plan
    path: tuple[str, ...]
    span: Span
    reading: str


@dataclass(frozen=True)
class Statement:
    """One sentence of support and the words it rests on. Empty text: the quotes speak."""

    text: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Finding:
    """The answer of one plan. `strength` (0 to 1) says how much of the question it meets."""

    plan: Plan
    short: str
    statements: tuple[Statement, ...]
    strength: float


def quote_passage(plan: Plan, passage: Passage) -> Quote:
    return Quote(plan, passage.path, passage.span, passage.reading)


_BETWEEN = re.compile(r"[\s*#:]*(?:[-–+•]|[a-zđ]\))?[\s*]*")
"""What may stand between a heading and the duty below it when the two are quoted as one."""


def quote_duty(plan: Plan, passage: Passage, depth: int) -> tuple[Quote, ...]:
    """Quote a passage with the heading at that depth: as one slice where they adjoin, else as two.

    So the words that name an agency are always among the words that are cited for its duty.
    """
    heading, span = passage.heading_spans[depth], passage.span
    if span.start <= heading.start and heading.end <= span.end:
        return (quote_passage(plan, passage),)
    between = plan.text[heading.end : span.start]
    if heading.end <= span.start and _BETWEEN.fullmatch(between):
        reading = f"{passage.headings[depth]}: {passage.reading}"
        return (Quote(plan, passage.path, Span(heading.start, span.end), reading),)
    return quote_heading(plan, passage, depth), quote_passage(plan, passage)


def quote_heading(plan: Plan, passage: Passage, depth: int) -> Quote:
    """Quote the heading at that depth above a passage, such as the agency a duty is given to."""
    path = passage.path[: depth + 1]
    span = passage.heading_spans[depth]
    return Quote(plan, path, span, passage.headings[depth])
