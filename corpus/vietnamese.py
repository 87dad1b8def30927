"""The one place that knows the Vietnamese script: normal form, tone placement, folding, tokens.

Left out: which syllables are possible (`syllables.py`) and giving accents back (`restore.py`).
"""

from __future__ import annotations

import re
import unicodedata

TONE_MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323")
"""Grave, acute, tilde, hook above, dot below: huyền, sắc, ngã, hỏi, nặng."""

WORD = re.compile(r"[^\W_]+")

CAPITALS = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
"""The capital letters of Vietnamese, for a class of a pattern; as a range they hold small ones."""

SMALL = CAPITALS.lower()
"""A run of letters and digits of any script; punctuation and space end it."""

_LATE_TONE = re.compile(
    r"(?<![qQ])(oà|oá|oả|oã|oạ|oè|oé|oẻ|oẽ|oẹ|uỳ|uý|uỷ|uỹ|uỵ)(?![^\W\d_])", re.IGNORECASE
)
_EARLY_TONE = dict(
    zip(
        "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split(),
        "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split(),
        strict=True,
    )
)


def nfc(text: str) -> str:
    """Return the text in Unicode normal form C, the only change a plan's text ever undergoes."""
    return unicodedata.normalize("NFC", text)


def early_tone(text: str) -> str:
    """Write every open oa, oe, uy with the tone on its first vowel: `hoá` and `hóa` become `hóa`.

    Both placements are correct and plans mix them, so words are compared in one of them. The
    length does not change.
    """

    def move(match: re.Match[str]) -> str:
        found = match.group(1)
        early = _EARLY_TONE[found.lower()]
        if found.isupper():
            return early.upper()
        return early[0].upper() + early[1:] if found[0].isupper() else early

    return _LATE_TONE.sub(move, text)


def _fold_character(character: str) -> str:
    if character in "đĐ":  # the stroke is not a combining mark, so NFD leaves it
        return "d"
    plain = "".join(
        c for c in unicodedata.normalize("NFD", character) if unicodedata.category(c) != "Mn"
    ).lower()
    return plain if len(plain) == 1 else character.lower()[:1]


class _Folded(dict[int, str]):
    """What each character folds to, by its code; the first 65,536 are noted when they come."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        if code < 0x10000:  # whatever is typed, the table stays small
            self[code] = folded
        return folded


_FOLDED = _Folded()


def fold(text: str) -> str:
    """Drop case, tones, vowel marks and the stroke of đ: `Tuyên Quang` → `tuyen quang`.

    For NFC text the result has the same length, so offsets found in it hold in the original.
    """
    return text.translate(_FOLDED)


def without_marks(text: str) -> str:
    """Drop tones, vowel marks and the stroke of đ, but not capitals: `Tuyên` → `Tuyen`."""
    return "".join(p.upper() if c.isupper() else p for c, p in zip(text, fold(text), strict=True))


def tokens(text: str) -> tuple[str, ...]:
    """Return the folded words and numbers of a text in order: `15.000 bản` → 15, 000, ban."""
    return tuple(WORD.findall(fold(text)))


def has_diacritics(text: str) -> bool:
    """Tell whether any letter carries a mark that only Vietnamese writing would put there."""
    return any(character.isalpha() and ord(character) > 127 for character in text)
