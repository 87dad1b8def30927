"""Splits a text into the pieces that a decoder may change and those that must stay.

A token stands between spaces; it holds no piece (`–`), one (`hoc`) or several (`ban/ngudi`).
Numbers, codes and the labels of headings are pieces too, marked as such, because a decoder needs
them as context and must leave them alone. Left out: what a word should read (`restore.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """What a piece is, and so what may happen to it."""

    WORD = "word"
    """May be restored; perhaps with digits or symbols that stand for letters: `s6`, `K&`."""
    NUMBER = "number"
    """Digits with their separators, per cent sign and unit: never changed."""
    CODE = "code"
    """The number of a document: `1520/QP-TTg`; its digits are never changed."""
    QUOTE = "quote"
    """A closing quotation mark that was read as 7: `đến năm 20307`, 2030”."""
    LABEL = "label"
    """The label that opens a line: `-`, `2.1.`, `a)`, `Il.`: never changed, begins a sentence."""


class Piece(NamedTuple):
    """Characters of a text from `start` to `end`; `ends` when a sentence ends right after."""

    kind: Kind
    text: str
    start: int
    end: int
    ends: bool


_LETTER = "(?:[^\\W_]|[@&¢§¥£€$|])"
"""Of a word: letters, digits, and the symbols an English OCR model makes of Vietnamese vowels."""

_UNIT = "(?:%|m2|m3|m²|m³|km2|km²|mm|cm|km|m|kg|ha|h|kwh|gb|mb|tb|tr)"
"""What may touch a number and belong to it."""

_TOKEN = re.compile(r"\S+")
_LABEL = re.compile(
    r"[-+*•–#]+|(?:\d{1,2}\.){1,5}\d{0,2}|\d{1,2}\)|[IVXLl1]{1,5}[.)]|[^\W\d_]?[¢)]\)?"
)
_CODE = re.compile(r"\d*(?:/\d{4})?[-/]?[A-ZĐ][\wĐ&]*(?:[-/][A-ZĐ][\wĐ&]*)*")
_PIECE = re.compile(
    rf"(?P<number>\d+(?:[.,/:–-]\d+)*(?:(?i:{_UNIT})(?!\w)|(?!{_LETTER})))"
    rf"|(?P<word>{_LETTER}+(?:['’?]{_LETTER}+)*)"
)
_LONE_UNIT = frozenset("m km cm mm kg ha".split())
_QUOTED_YEAR = re.compile(r"(?:19|20)\d\d(?=7\Z)")
_YEAR_WORD = re.compile(r"n[aăäàáâ]?[iïí]?m\Z", re.IGNORECASE)
_PUNCTUATION = ".,;:!?…()[]{}<>\"'“”‘’«»*_`#~^="
_SENTENCE_END = re.compile(r"[^\w\s]*[.;:!?…][^\w\s]*$")
_LEADING_NUMBER = re.compile(r"(?!1[0468][^\W\d_]{1,2}$|\d+[A-ZĐ]$)(?:\d{2,}|[23578])(?=\D)")
"""Digits that stand before a word without a space (`23/11với`), not for letters of it. `1`, `4`,
`6`, `9` and `0` are the shapes of l and of vowels (`1a` = là, `4n` = ấn), and so are two of them
before a letter or two (`16p` = lớp)."""
_NUMBER_WITHIN = re.compile(r"\d{2}(?<!^\d\d)|^\d+[A-ZĐ]$")
"""Digits among letters that no letters look like: two in a row, or some before a capital (`3D`)."""


def _is_code(core: str) -> bool:
    """Tell a document's number (`76/KH-UBND`, `/KH-UBND`) from words joined by a slash."""
    if "/" not in core or not (core[0].isdigit() or core[0] == "/") or not _CODE.fullmatch(core):
        return False
    names = re.findall(r"[^\W\d_]+", core)
    return all(2 * sum(map(str.isupper, name)) >= len(name) for name in names)


def _pieces_within(text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the pieces of one token, given its punctuation stripped or its label taken off."""
    core = text[start:end].strip(_PUNCTUATION)
    if core and _is_code(core):
        start = text.index(core, start)
        stop = start + len(core)
        yield Piece(Kind.CODE, core, start, stop, bool(_SENTENCE_END.match(text[stop:end])))
        return
    for match in _PIECE.finditer(text, start, end):
        ends = bool(_SENTENCE_END.match(text[match.end() : end]))
        kind, first = Kind(match.lastgroup), match.start()
        if kind is Kind.WORD and (leading := _LEADING_NUMBER.match(match[0])):
            yield Piece(Kind.NUMBER, leading[0], first, first + leading.end(), False)
            first += leading.end()
        piece = text[first : match.end()]
        if kind is Kind.WORD and (piece.isdigit() or _NUMBER_WITHIN.search(piece)):
            kind = Kind.NUMBER
        yield Piece(kind, piece, first, match.end(), ends)


def _is_quoted(text: str, place: int) -> bool:
    """Tell whether a quotation is open at a place and not closed before another opens."""
    closes, opens = text.find("”", place), text.find("“", place)
    open_here = text.rfind("“", 0, place) > text.rfind("”", 0, place)
    return open_here and (closes < 0 or 0 <= opens < closes)


def find_pieces(text: str) -> list[Piece]:
    """Return the pieces of a text in order; what lies between them is space and punctuation."""
    found: list[Piece] = []
    line_end = 0
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        opens_line = start == 0 or "\n" in text[line_end:start] or not found
        line_end = end
        label = _LABEL.match(text, start, end) if opens_line else None
        if label and (
            label.end() == end or (label[0][-1:] in ".)" and text[label.end()].isalpha())
        ):
            found.append(Piece(Kind.LABEL, label[0], start, label.end(), True))
            start = label.end()
        year = _QUOTED_YEAR.match(text, start, end)
        if year and found and _YEAR_WORD.match(found[-1].text) and _is_quoted(text, start):
            found.append(Piece(Kind.NUMBER, year[0], start, year.end(), False))
            found.append(Piece(Kind.QUOTE, "7", year.end(), end, False))
            continue
        for piece in _pieces_within(text, start, end):
            after_number = bool(found) and found[-1].kind is Kind.NUMBER
            unit = after_number and piece.text.lower() in _LONE_UNIT
            found.append(piece._replace(kind=Kind.NUMBER) if unit else piece)
    return found
