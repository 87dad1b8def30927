"""Slips in English questions, and whether a question with slips is English.

Only words of the glossary and of the frame of questions are what a slip may mean; a word of
everyday English (`common_english.py`) is no slip. Left out: names of places (`place_slips.py`).
"""

from __future__ import annotations

from functools import lru_cache

from assistant.glossary import english_forms, english_words, is_english
from assistant.keystrokes import ADDED, OTHER, SWAPPED, read_telex, read_vni, slips
from assistant.sentence import LONGEST_WORD, PROVINCE_WORDS, SHORTEST, Sentence, is_name, is_telex
from assistant.shorthand import could_be_syllable, is_abbreviation
from assistant.wording import ENGLISH
from corpus.vietnamese import WORD, fold, has_diacritics

LONG_NAME = 7
"""Letters of an English word in capitals that may be a slip of a term, not a name."""


def mend_english(sentence: Sentence, at: int) -> str | None:
    """Read an English word one slip away, or two words typed without their space."""
    word = sentence.words[at]
    if is_english(word.folded) or could_be_syllable(word.folded) or has_diacritics(word.typed):
        return None
    if is_name(sentence, at) and len(word.typed) < LONG_NAME:
        return _split(word.typed)
    found: dict[str, float] = {}
    for cost, other in slips(word.folded):
        first = other[:1] == word.folded[0] or cost == SWAPPED
        enough = len(other) > SHORTEST + 1 or cost <= SWAPPED
        if first and enough and cost <= ADDED and other in english_forms():
            found[other] = min(cost, found.get(other, cost))
    if not found:
        return _split(word.typed)
    return min(found, key=lambda other: (found[other], other not in ENGLISH, other))


def mend_keys_of_a_name(sentence: Sentence, at: int) -> str | None:
    """Read keys of an input method in a name of two syllables: `Lai Chaau`."""
    keys = _name_in_keys(sentence.words[at].typed)
    around = (*sentence.words[max(at - 1, 0) : at], *sentence.words[at + 1 : at + 2])
    if keys and any(w.folded in PROVINCE_WORDS or _name_in_keys(w.typed) for w in around):
        return keys
    return None


def _name_in_keys(typed: str) -> str | None:
    """Read a syllable of a province's name that keys of an input method are left in."""
    plain = typed.lower()
    if len(plain) > LONGEST_WORD or is_english(fold(plain)) or could_be_syllable(plain):
        return None
    keys = read_telex(plain) or read_vni(plain)
    return keys if keys and fold(keys) in PROVINCE_WORDS else None


def _split(typed: str) -> str | None:
    """Part two English words of questions, or a word and a name, typed without their space."""
    for at in range(len(typed) - 2, 1, -1):
        first, second = fold(typed[:at]), fold(typed[at:])
        named = typed[at].isupper() and not typed.isupper()
        if named and all(p in english_words() or could_be_syllable(p) for p in (first, second)):
            return f"{typed[:at]} {typed[at:]}"
        frame = second in ENGLISH and first in english_forms() and at > SHORTEST + 1
        frame |= first in ENGLISH and second in english_forms() and at > SHORTEST - 1
        long = min(at, len(typed) - at) > SHORTEST
        if frame or (long and first in english_forms() and second in english_forms()):
            return f"{typed[:at]} {typed[at:]}"
    return None


@lru_cache(maxsize=256)
def reads_english(question: str) -> bool:
    """Tell whether a question, slips and all, is English: its words outnumber the Vietnamese ones.

    A word that frames an English question and is a syllable, too (`in`, `do`), counts half.
    """
    words = [w for w in WORD.findall(fold(question)) if w.isalpha() and not is_abbreviation(w)]
    english = vietnamese = 0.0
    for word in words:
        if could_be_syllable(word):
            vietnamese += not is_english(word) and word not in PROVINCE_WORDS
            english += 0.5 * (word in ENGLISH)
        elif is_telex(word):
            vietnamese += 1
        else:
            english += is_english(word) or _near_english(word)
    return english > vietnamese


@lru_cache(maxsize=4096)
def _near_english(word: str) -> bool:
    return SHORTEST + 1 < len(word) <= LONGEST_WORD and any(
        other in english_forms() for cost, other in slips(word) if cost < OTHER
    )
