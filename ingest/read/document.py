"""What a reader makes of a file: its pages, each with its text and how it was read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ReadPage:
    """One page as read: text in normal form C, lines as printed, page numbers and such dropped."""

    number: int | None
    """From 1; None for a file without pages."""
    text: str
    way: str
    """text, word, pdf, pdf-table, legacy or ocr; see `corpus.plan.Page`."""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Document:
    """A file as read, before anything is known of its meaning."""

    sha256: str
    """Of the bytes of the file."""
    pages: tuple[ReadPage, ...]
