"""Capitals: how a word is capitalised, which capitals are no word, and the letters of codes.

A decoder works in lower case; here is what it must know of the case it sees and gives back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.syllables import skeletons
from corpus.vietnamese import fold

KNOWN_CODES = tuple(
    "QĐ-TTg NĐ-CP NQ-CP CT-TTg QĐ-UBND KH-UBND CT-UBND NQ-HĐND TT-BGDĐT TT-BVHTTDL QĐ-BVHTTDL "
    "TT-BLĐTBXH KH-BGDĐT NQ-TW CT-TW KL-TW NQ/TW CT/TW KH/TU".split()
)
"""Letters of documents' numbers as Nghị định 30/2020/NĐ-CP has them, which every plan cites."""

KNOWN_ABBREVIATIONS = tuple(
    "TM KT TL TUQ VT TT VN CT PCT TP TW UBND HĐND UBMTTQ MTTQ BCH CHQS VHTTDL BVHTTDL GDĐT LĐTBXH "
    "QĐ NĐ NQ KH".split()
)
"""What signatures and lists of recipients abbreviate, as the same decree has it or by habit."""

_UPPER_SHARE = 0.7
"""A piece with so many capitals is all capitals: OCR mistakes one in a heading (`MUC PiCH`)."""

_ROMAN = re.compile(r"[IVX]{1,5}")
_NUMBERED = re.compile(r"[B-DF-HJ-NP-TV-XZĐ]{2,}\d|[A-ZĐ][1257]")


def count_capitals(seen: str) -> int:
    """Return how many characters to write as capitals: none, the first, or all of them."""
    letters = [character for character in seen if character.isalpha()]
    upper = sum(map(str.isupper, letters))
    if len(letters) > 1 and upper >= _UPPER_SHARE * len(letters):
        return len(seen)
    return 1 if letters and seen[0].isupper() else 0


def capitalise(word: str, capitals: int) -> str:
    """Write a word with its first letter, or all of them, as capitals."""
    return word.upper() if capitals > 1 else word[:capitals].upper() + word[capitals:]


def spells_nothing(word: str) -> bool:
    """Tell capitals that stand for words from words in capitals: `UBND` from `HANH`."""
    return len(word) > 1 and word.isupper() and word.isalpha() and fold(word) not in skeletons()


def is_roman(seen: str) -> bool:
    """Tell whether the piece could be a Roman numeral."""
    return _ROMAN.fullmatch(seen) is not None


def is_numbered(seen: str) -> bool:
    """Tell capitals with a number, a desk of an office (`VX3`) or an item of a list (`U1`).

    After a single capital, the digits that OCR makes of vowels do not count: `S6` is Số.
    """
    return _NUMBERED.fullmatch(seen) is not None


def code_letters(code: str) -> str:
    """Return a code from its first letter on: `93/2020/NĐ-CP` → `NĐ-CP`."""
    return re.sub(r"^[\d/-]+", "", code)


def mend_capitals(seen: str, known: Iterable[str]) -> str | None:
    """Return the one of the known codes that is meant, if any: `QP-TTg` → `QĐ-TTg`."""
    for code in known:
        if len(code) == len(seen) and all(map(_may_be_read_as, code, seen)):
            return code
    return None


def _may_be_read_as(letter: str, seen: str) -> bool:
    return fold(letter) == fold(seen) or (letter == "Đ" and seen in "PB")
