"""Is this text, or the garble that an OCR model without Vietnamese makes of it?

Two shares decide: words that are possible syllables, and letters that only Vietnamese has. Garble
keeps the shape of the words (`Trién khai thuc hién`) but loses the marks, so both shares fall. Left
out: which repair is due, and garble of legacy fonts (TCVN3, VNI), which its symbols betray.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus.syllables import count_vietnamese_letters, is_syllable, skeletons
from corpus.vietnamese import fold, nfc

MIN_VALID = 0.90
"""Clean text, 400 characters at a time, never fell below .949, garble never rose above .719."""

MIN_VIEX = 0.10
"""Clean text never fell below .120, garble by an English model stays at 0."""

MIN_LETTERS = 60
"""Below it the shares are chance: a table row or a signature shows a handful of syllables."""

MIN_SKELETON = 0.55
"""Share of words that could be syllables once the marks are dropped. Garble and text typed without
marks never fell below .747, English never rose above .382; the middle is taken."""

_LETTERS = re.compile(r"[^\W\d_]+")
_ABBREVIATION = 5
"""Words all in capitals, of up to so many letters, are not counted: UBND, BTTTT, QĐ."""


class Legibility(NamedTuple):
    """How far a text looks like Vietnamese: two shares from 0 to 1."""

    valid: float
    """Share of words that are possible syllables; single letters and abbreviations not counted."""
    viex: float
    """Share of letters that only Vietnamese has: ă đ ĩ ũ ơ ư and U+1EA0–U+1EF9."""


def _words(text: str) -> list[str]:
    """Return the words that are evidence for or against Vietnamese."""
    return [
        word
        for word in _LETTERS.findall(text)
        if len(word) > 1 and not (word.isupper() and len(word) <= _ABBREVIATION)
    ]


def legibility(text: str) -> Legibility:
    """Measure a text of any length; a share of nothing (no words, only numbers) is 0."""
    text = nfc(text)
    words = _words(text)
    letters = sum(map(str.isalpha, text))
    return Legibility(
        valid=sum(map(is_syllable, words)) / max(1, len(words)),
        viex=count_vietnamese_letters(text) / max(1, letters),
    )


def is_damaged(text: str) -> bool:
    """Tell whether a text is Vietnamese that has lost its marks, so that restoring it is due.

    Text typed without marks counts as damaged. Not damaged, because there is nothing to restore or
    nothing to tell by: another language, numbers alone, fewer than `MIN_LETTERS` letters.
    """
    text = nfc(text)
    words = _words(text)
    if sum(map(str.isalpha, text)) < MIN_LETTERS or not words:
        return False
    if sum(fold(word) in skeletons() for word in words) / len(words) < MIN_SKELETON:
        return False
    valid, viex = legibility(text)
    return valid < MIN_VALID or viex < MIN_VIEX


MIN_FOREIGN = 400
"""Letters from which on a text can be called foreign; a shorter one may be names and numbers."""


def is_foreign(text: str) -> bool:
    """Tell whether a text is in another language than Vietnamese, typed with marks or without."""
    text = nfc(text)
    words = _words(text)
    if sum(map(str.isalpha, text)) < MIN_FOREIGN or not words:
        return False
    return sum(fold(word) in skeletons() for word in words) / len(words) < MIN_SKELETON
