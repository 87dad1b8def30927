"""What an answerer finds in one plan: a short answer, and statements with their words."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.plan import Passage, Plan, Span
from corpus.view import join_lines, lines_of, view_line


@dataclass(frozen=True)
class Quote:
    """Words of a plan that support a statement; `reading` is how they are to be read."""

    plan: Plan
    path: tuple[str, ...]
    span: Span
    reading: str
    headings: tuple[str, ...] = ()
    """The headings above the words, which say of what year and of whom they are."""


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
    """One line, or a line that leads a list and its items below it, each after `- `."""
    statements: tuple[Statement, ...]
    """What the short answer rests on; of a list, its items."""
    strength: float
    support: str = ""
    """One sentence more, such as the duty that an agency is named for."""


def quote_passage(plan: Plan, passage: Passage) -> Quote:
    return Quote(plan, passage.path, passage.span, passage.reading, passage.headings)


LABEL = 15
"""Characters that a label and its markup take before the words of a passage: `**11. `."""


def quote_words(plan: Plan, passage: Passage, span: Span) -> Quote:
    """Quote some words of a passage; the passage itself where they are all of it but its label.

    The reading of a part of a passage is made of its own words where they are legible, else it is
    found in the reading of the passage.
    """
    before = span.start - passage.span.start
    if 0 <= before <= LABEL and passage.span.end - span.end <= 2:
        return quote_passage(plan, passage)
    return Quote(plan, passage.path, span, reading_of(plan, passage, span), passage.headings)


def reading_of(plan: Plan, passage: Passage, span: Span) -> str:
    """Return how some words of a passage are to be read: lines joined, garble restored.

    A restoration neither merges nor splits words, so those of a damaged passage are counted off.
    """
    printed = plan.text[span.start : span.end]
    lines = [Span(span.start + a, span.start + b) for a, b in lines_of(printed)]
    clean = join_lines([view_line(plan.text, line) for line in lines]).text
    if not plan.damaged:
        return clean
    words = passage.reading.split()
    label = max(0, len(passage.text.split()) - len(words))
    first = max(0, len(plan.text[passage.span.start : span.start].split()) - label)
    return " ".join(words[first : first + len(clean.split())])


def quote_heading(plan: Plan, passage: Passage, depth: int) -> Quote:
    """Quote the heading at that depth above a passage, such as the agency a duty is given to."""
    path = passage.path[: depth + 1]
    span = passage.heading_spans[depth]
    return Quote(plan, path, span, passage.headings[depth], passage.headings[:depth])
