"""Text typed for the fonts of before Unicode: TCVN3 (.VnTime) and VNI (VNI-Times) → Unicode.

Both put Vietnamese letters in the places of Latin-1 ones, so `Kế hoạch` shows as `KÕ ho¹ch` or
`Keá hoaïch`. Which it is, is decided over a whole page and only where the result is plainly
Vietnamese and the page as it stands is plainly not: on clean text every such table corrupts.
Tables: TCVN 5712:1993 (VN3), and the VNI character set as its maker publishes it.
Left out: capitals of TCVN3, which a second font draws with the codes of the small letters; a
reader that knows the font of a word asks for them with `capitals`.
"""

from __future__ import annotations

import re

from corpus.syllables import is_syllable
from corpus.vietnamese import nfc
from ingest.legibility import MIN_LETTERS, MIN_VALID, MIN_VIEX, legibility

_TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬­®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)

_VNI_TONES = {"ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_BREVE = {"ê": "", "è": "\u0300", "é": "\u0301", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_HAT = {"â": "", "à": "\u0300", "á": "\u0301", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_VNI_ALONE = dict(zip("ìíæóòñîôö", "ìíỉĩịđỵơư", strict=True))


def _vni_pairs() -> dict[str, str]:
    """Return every sequence of the VNI set: a vowel and its mark as one or two characters."""
    pairs: dict[str, str] = dict(_VNI_ALONE)
    for vowel in "aeiouyôö":
        plain = _VNI_ALONE.get(vowel, vowel)
        for code, tone in _VNI_TONES.items():
            pairs[vowel + code] = nfc(plain + tone)
    for code, tone in _VNI_BREVE.items():
        pairs["a" + code] = nfc("ă" + tone)
    for vowel in "aeo":
        for code, tone in _VNI_HAT.items():
            pairs[vowel + code] = nfc(vowel + "\u0302" + tone)
    capitals = {key.upper(): value.upper() for key, value in pairs.items()}
    mixed = {key[0].upper() + key[1:]: value.upper() for key, value in pairs.items()}
    return {**mixed, **capitals, **pairs}


_VNI = _vni_pairs()
_VNI_PATTERN = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_MARKED = re.compile(r"[µ-þ¡-®]")
"""Characters that these code pages use and clean Vietnamese text hardly does."""


def from_tcvn3(text: str, capitals: bool = False) -> str:
    """Return TCVN3 text in Unicode: `KÕ ho¹ch` → `Kế hoạch`; other characters stay.

    `capitals`: the font draws capitals (its name ends in H: .VnTimeH).
    """
    converted = "".join(_TCVN3.get(character, character) for character in text)
    return converted.upper() if capitals else converted


def from_vni(text: str) -> str:
    """Return VNI text in Unicode: `Keá hoaïch` → `Kế hoạch`; other characters stay."""
    return nfc(_VNI_PATTERN.sub(lambda match: _VNI[match.group()], text))


def looks_legacy(text: str) -> bool:
    """Tell, cheaply, whether a page holds so many odd letters that a conversion should be tried.

    One letter in fifty: clean pages stay below it, legacy pages have one in five.
    """
    letters = sum(map(str.isalpha, text))
    return letters >= MIN_LETTERS and len(_MARKED.findall(text)) > 0.02 * letters


def convert(text: str) -> str | None:
    """Return the text of a legacy code page in Unicode; None where it is not plainly such text."""
    if not looks_legacy(text) or is_clean(text):
        return None
    readings = [from_tcvn3(text), from_vni(text)]
    best = max(readings, key=_syllables)
    return best if is_clean(best) else None


def is_clean(text: str) -> bool:
    """Tell whether a text is plainly Vietnamese as it stands."""
    valid, viex = legibility(text)
    return valid >= MIN_VALID and viex >= MIN_VIEX


def _syllables(text: str) -> int:
    return sum(map(is_syllable, re.findall(r"[^\W\d_]+", text)))
