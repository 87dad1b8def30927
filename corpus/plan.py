"""The types of a plan (kế hoạch) and its parts. Frozen, made of tuples.

One invariant carries the product: `plan.text[span.start:span.end]` is exactly the words a span
stands for. What is added for searching is derived at indexing time and never stored as the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """Characters of a plan's text, from `start` (inclusive) to `end` (exclusive)."""

    start: int
    end: int


@dataclass(frozen=True)
class Field:
    """One statement of a plan about itself, as a clean value and as the words printed.

    `value` is None where the plan leaves it blank or corrupt; `span` is None where no words state
    it. A corrupt value keeps its span, so that what is printed can be shown.
    """

    value: str | None
    span: Span | None = None


@dataclass(frozen=True)
class Page:
    """One page of the file a plan was read from. The spans of its pages cover a plan's text."""

    number: int | None
    """From 1; None for a file without pages (text, Markdown, Word)."""
    span: Span
    way: str
    """How it was read: text, word, pdf, pdf-table, legacy or ocr."""
    valid: float
    """Share of words that could be Vietnamese syllables, before any repair."""
    viex: float
    """Share of letters that only Vietnamese has, before any repair."""
    damaged: bool
    """The text is garble of an old scan; its readings are restored by machine."""
    notes: tuple[str, ...] = ()
    """What a person should know of how it was read: numbers in a scanned table to be checked."""


@dataclass(frozen=True)
class Plan:
    """One plan as issued: its text (NFC of the file, nothing else) and what it says of itself."""

    id: str
    file: str
    sha256: str
    text: str
    number: Field
    issuer: Field
    place: Field
    date: Field
    title: Field
    programme: Field
    """The chương trình, đề án or chiến lược it carries out; without value where it names none."""
    signer: Field
    bases: tuple[Field, ...]
    recipients: tuple[Field, ...]
    replaces: tuple[Field, ...]
    """Numbers of the plans that it says it takes the place of."""
    pages: tuple[Page, ...]
    superseded_by: str | None = None
    """The id of the newer plan that takes its place; None for a plan in force."""

    @property
    def bare_number(self) -> str:
        """The digits of its number: 76 of 76/KH-UBND; empty where it has none."""
        return (self.number.value or "").split("/")[0]

    @property
    def damaged(self) -> bool:
        """Some of its text is garble of an old scan."""
        return any(page.damaged for page in self.pages)

    def pages_of(self, span: Span) -> tuple[Page, ...]:
        """Return the pages that a span of the text touches."""
        return tuple(p for p in self.pages if p.span.start < span.end and span.start < p.span.end)


@dataclass(frozen=True)
class Section:
    """One labelled part: mục (I, 1, 1.1), khoản, điểm (a). The path holds labels as printed."""

    plan_id: str
    path: tuple[str, ...]
    heading: str
    """The clean reading of the heading line, without label; empty where a label has none."""
    heading_span: Span
    span: Span


@dataclass(frozen=True)
class Passage:
    """What is embedded, found and quoted: a structural unit of at most about 900 characters."""

    id: str
    plan_id: str
    path: tuple[str, ...]
    headings: tuple[str, ...]
    """Clean readings of the headings above it, outermost first."""
    heading_spans: tuple[Span, ...]
    text: str
    """Exactly the plan's text over `span`."""
    reading: str
    """The same words for searching and showing: lines joined, markup dropped, garble restored."""
    span: Span
