"""Which syllables Vietnamese can have: an onset, a rhyme, a tone, and the rules that join them.

No word list: a syllable is possible when its spelling follows the rules of the script, whether or
not any word uses it. So names and rare words count as Vietnamese, and the debris of a bad scan
(`viéc`, `ngudi`, `thw`) does not. Left out: borrowed words (`internet`), and highland names beyond
the few in `PLACE_NAMES`.
The inventory follows Đoàn Thiện Thuật, "Ngữ âm tiếng Việt" (1977), in the spelling of today.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from corpus.vietnamese import WORD, early_tone, fold, has_diacritics, nfc

ONSETS = tuple(" b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(" "))
"""The onsets as written; the empty one first."""

RHYMES = tuple(
    """
    a ac ach ai am an ang anh ao ap at au ay
    ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oc oi om on ong oong ooc op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
    u ua uc ui um un ung uôc uôi uôm uôn uông uôt up ut
    uân uâng uât uây uê uêch uên uênh uơ uy uya uych uyên uyêt uyn uynh uyp uyt uyu
    ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y yêm yên yêng yêt yêu
    """.split()
)
"""The rhymes without tone. A rhyme ending in p, t, c or ch takes only sắc or nặng."""

AFTER_QU = (*(r for r in RHYMES if r[0] in "aăâeêiy"), "ơ", "ynh", "yt", "yu")
"""Rhymes that follow `qu`, whose u is already the glide: quan, quét, quý, quở, quỳnh, quýt."""

AFTER_GI = ("ia", "iu")
"""Not after g, as the other rhymes in i are (gì, gìn, giếng): giá and giũ are gi with a and u."""

PLACE_NAMES = frozenset("quốc đắk đắc lắk kạn kan plei pleiku krông ayun a".split())
"""Written by habit against the rules: `quốc`, and the commonest syllables of highland names."""

_VIETNAMESE_LETTER = re.compile("[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]")
_TONES = {"": "", "huyền": "\u0300", "sắc": "\u0301", "ngã": "\u0303", "hỏi": "\u0309",
          "nặng": "\u0323"}  # fmt: skip
_VOWELS = "aăâeêioôơuưy"


def _joins(onset: str, rhyme: str) -> bool:
    """Tell whether the spelling rules allow the onset before the rhyme."""
    front = rhyme[0] in "eêiy"
    if onset == "qu":
        return False  # see AFTER_QU
    if onset == "gi":
        return rhyme[0] not in "iy"
    if onset in ("c", "g", "ng"):
        return not front
    if onset in ("k", "gh", "ngh"):
        return front
    if rhyme.startswith("iê") and rhyme != "iê":
        return onset != ""
    if rhyme[0] == "y" and rhyme != "y":
        return onset == ""
    return True


def _tone_place(onset: str, rhyme: str) -> int:
    """Return where in the rhyme the tone is written, in the early placement: hóa, thủy, quý."""
    vowels = 0
    while vowels < len(rhyme) and rhyme[vowels] in _VOWELS:
        vowels += 1
    marked = [i for i in range(vowels) if rhyme[i] in "ăâêôơư"]
    if marked:
        return marked[-1]
    if vowels == 1 or vowels == 3:
        return vowels // 2
    return 1 if vowels < len(rhyme) else 0


@lru_cache(maxsize=1)
def all_syllables() -> frozenset[str]:
    """Return every possible syllable with its tones: NFC, lower case, tone placed early."""
    found = set(PLACE_NAMES)
    bodies = [(onset, rhyme) for onset in ONSETS for rhyme in RHYMES if _joins(onset, rhyme)]
    bodies += [("qu", rhyme) for rhyme in AFTER_QU]
    merged = (rhyme for rhyme in RHYMES if rhyme[0] == "i" and rhyme not in AFTER_GI)
    bodies += [("g", rhyme) for rhyme in merged]
    for onset, rhyme in bodies:
        place = _tone_place(onset, rhyme)
        stopped = rhyme.endswith(("p", "t", "c", "ch"))
        for tone in ("sắc", "nặng") if stopped else _TONES:
            toned = rhyme[: place + 1] + _TONES[tone] + rhyme[place + 1 :]
            found.add(unicodedata.normalize("NFC", onset + toned))
    return frozenset(found)


def is_syllable(word: str) -> bool:
    """Tell whether a word is one possible syllable, in either tone placement and any case."""
    return early_tone(nfc(word).lower()) in all_syllables()


@lru_cache(maxsize=1)
def skeletons() -> frozenset[str]:
    """Return what is left of the possible syllables without accents, lower case: `viện` → vien."""
    return frozenset(map(fold, all_syllables()))


@lru_cache(maxsize=65536)
def _apart(word: str) -> str:
    known = all_syllables()
    plain = early_tone(nfc(word).lower())
    if plain in known or not has_diacritics(plain):
        return word
    cuts = [
        at
        for at in range(2, len(word) - 1)
        if fold(plain[at]) not in "aeiouy" and plain[:at] in known and plain[at:] in known
    ]
    return f"{word[: cuts[0]]} {word[cuts[0] :]}" if len(cuts) == 1 else word


def part_words(text: str) -> str:
    """Put a space back that a PDF lost between two syllables: `xây dựngchuyên trang`.

    Only where a word is no syllable and can be parted in one way, before a consonant.
    """
    return text if text.isascii() else WORD.sub(lambda m: _apart(m.group()), text)


def count_vietnamese_letters(text: str) -> int:
    """Count the letters of an NFC text that only Vietnamese has: ă đ ĩ ũ ơ ư and U+1EA0–1EF9."""
    return len(_VIETNAMESE_LETTER.findall(text))
