"""The lines of pages, cleaned of what is of the paper and not of the plan.

Dropped: page numbers, running heads and feet, rules drawn with signs, invisible characters.
Words and numbers stay as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.vietnamese import nfc

_INVISIBLE = dict.fromkeys(
    [0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0x00, 0x09), *range(0x0E, 0x20)]
)
_REPLACED = {0x00A0: " ", 0x2007: " ", 0x202F: " ", 0x2009: " ", 0x2002: " ", 0x2003: " "}
_REPLACED |= {0x2010: "-", 0x2011: "-", 0x2044: "/", 0x2215: "/"}
_REPLACED |= {0xF0B7: "•", 0xF02D: "-", 0xF0A7: "•", 0xF0D8: "•"}
"""Spaces, hyphens and strokes that look like the plain ones, and bullets of the Symbol font."""
_BREAK = re.compile(r"\r\n|[\r\x0b\x0c]")
_SOFT_BREAK = re.compile(r"[\ufffe\x02\u00ad]\n")
"""Where a reader marks a word divided at the end of a line (pdfium writes U+FFFE)."""
_NUMBER = re.compile(r"(?:trang\s+)?[-–—]?\s*(\d{1,4})\s*(?:/\s*\d{1,4})?\s*[-–—.]?", re.IGNORECASE)
_FORM_WORDS = re.compile(r"\d+")
_EDGE = 2
"""Lines at the top and the bottom of a page where heads and feet stand."""


def clean(text: str) -> str:
    """Return text in normal form C, with plain spaces and hyphens and no invisible character."""
    text = _BREAK.sub("\n", text)
    text = _SOFT_BREAK.sub("-\n", text).replace("\ufffe", "-")
    text = nfc(text.translate(_REPLACED).translate(_INVISIBLE))
    lines = (line.strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if _says_something(line))


def _says_something(line: str) -> bool:
    """A line of signs alone is a rule under a title; `./.` ends a plan and stays."""
    return any(map(str.isalnum, line)) or line == "./."


def drop_furniture(pages: Sequence[str]) -> list[str]:
    """Return the pages without page numbers and without running heads and feet."""
    sheets = [page.split("\n") for page in pages]
    offsets = Counter(
        value - number
        for number, lines in enumerate(sheets, start=1)
        for value in {_page_number(line) for line in _edges(lines)} - {None}
        if value is not None
    )
    running = _running(sheets)
    cleaned = []
    for number, lines in enumerate(sheets, start=1):
        expected = {number} | {number + offset for offset, n in offsets.items() if n > 1}
        cleaned.append("\n".join(_body(lines, expected, running)))
    return cleaned


def _edges(lines: list[str]) -> list[str]:
    return lines[:_EDGE] + lines[-_EDGE:] if len(lines) > 2 * _EDGE else lines


def _page_number(line: str) -> int | None:
    match = _NUMBER.fullmatch(line.strip())
    return int(match.group(1)) if match else None


def _form(line: str) -> str:
    """Return what of a running head stays the same from page to page."""
    return " ".join(_FORM_WORDS.sub("", line).split()).lower()


def _running(sheets: list[list[str]]) -> frozenset[str]:
    """Return the forms of lines that stand at the edge of half the pages, and of three at least.

    Rows of tables are no running heads: a table repeats its head on every page.
    """
    seen = Counter(
        form
        for lines in sheets
        for form in {_form(line) for line in _edges(lines) if " | " not in line}
        if form
    )
    least = max(3, len(sheets) / 2)
    return frozenset(form for form, count in seen.items() if count >= least)


def _body(lines: list[str], numbers: set[int], running: frozenset[str]) -> list[str]:
    """Drop heads from the top downwards and feet from the bottom upwards."""

    def furniture(line: str) -> bool:
        return not line.strip() or _page_number(line) in numbers or _form(line) in running

    start, end = 0, len(lines)
    while start < min(_EDGE, end) and furniture(lines[start]):
        start += 1
    while end > max(start, len(lines) - _EDGE) and furniture(lines[end - 1]):
        end -= 1
    return lines[start:end]
