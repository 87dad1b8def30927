"""What was meant by what was typed: abbreviations are spelled out.

Left out: giving accents back (`corpus/restore.py`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.agencies import ABBREVIATIONS
from corpus.syllables import skeletons
from corpus.vietnamese import fold

_COMPOUND = re.compile(r"[^\W\d_]+(?:[,&-][^\W\d_]+)*")


def spell_out(question: str) -> str:
    """Write abbreviations in full: `so vhttdl` → `so Văn hóa, Thể thao và Du lịch`.

    Short ones that could be a syllable are spelled out only where they are typed in capitals.
    """

    def full(match: re.Match[str]) -> str:
        word = match.group()
        key = _key(word)
        if key not in _abbreviations() or (could_be_syllable(key) and not word.isupper()):
            return word
        return _abbreviations()[key]

    return _COMPOUND.sub(full, question)


def could_be_syllable(word: str) -> bool:
    """Tell whether a folded word is a Vietnamese syllable without its marks."""
    return word in skeletons()


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, str]:
    return {_key(short): full for short, full in ABBREVIATIONS.items()}


def _key(word: str) -> str:
    return re.sub(r"[^a-z]", "", fold(word))
