"""Slips in English questions, and whether a question with slips is English.

Only words of the glossary and of the frame of questions are what a slip may mean; a word of
English (`common_english.py`, `english_dictionary.py`) is no slip. Left out: names of places
(`place_slips.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from assistant.asked import BORROWED, ENGLISH_BY_USE
from assistant.english_dictionary import is_dictionary_word
from assistant.glossary import english_forms, english_words, is_english, translate_terms
from assistant.keystrokes import ADDED, MISSED, OTHER, SWAPPED, read_telex, read_vni, slips
from assistant.sentence import (
    LONGEST_WORD,
    PROVINCE_WORDS,
    SHORTEST,
    Sentence,
    Word,
    is_name,
    is_telex,
)
from assistant.shorthand import could_be_syllable, is_abbreviation
from assistant.wording import ENGLISH
from corpus.vietnamese import WORD, fold, has_diacritics

_BY_USE = {word: at / 40 for at, word in enumerate(ENGLISH_BY_USE)}
"""What it costs to read a word, the rarer the more: as much as one slip over another at the end."""
RARE = 3.0
"""What it costs to read a word that is none of these."""
MONTHS = frozenset(ENGLISH_BY_USE[ENGLISH_BY_USE.index("january") :])
LONG_NAME = 7
"""Letters of an English word in capitals that may be a slip of a term, not a name."""


def mend_english(sentence: Sentence, at: int) -> str | None:
    """Read an English word one slip away, or two words typed without their space."""
    word = sentence.words[at]
    if is_english(word.folded) or has_diacritics(word.typed) or word.folded in BORROWED:
        return None
    if could_be_syllable(word.folded):
        return _short_word(sentence, at)
    named = is_name(sentence, at) and len(word.typed) < LONG_NAME
    right = is_dictionary_word(word.folded)  # a slip only where a term comes of it: Border Gard
    found = {
        other: cost
        for other, cost in _one_slip_away(word.folded).items()
        if not (named or right) or (named and other in MONTHS) or _is_term(sentence, at, other)
    }
    return _likeliest(found) or (None if right else _split(word.typed))


def _short_word(sentence: Sentence, at: int) -> str | None:
    """Read `pan` as plan where names have capitals and no Vietnamese word stands beside it."""
    word = sentence.words[at]
    around = (*sentence.words[max(at - 1, 0) : at], *sentence.words[at + 1 : at + 2])
    capitals = any(is_name(sentence, other) for other in range(len(sentence.words)))
    if not (capitals and word.typed.islower()) or word.folded in PROVINCE_WORDS:
        return None
    if len(word.typed) < SHORTEST or not all(
        is_english(w.folded) or _is_capital(w) for w in around
    ):
        return None
    found = _one_slip_away(word.folded)
    return _likeliest({o: c for o, c in found.items() if o in _BY_USE and c <= MISSED})


def _is_capital(word: Word) -> bool:
    """Tell a word in capitals."""
    return word.typed[0].isupper()


def _is_term(sentence: Sentence, at: int, other: str) -> bool:
    """Tell whether another word would make a term with one beside it: Border Guard."""
    beside = sentence.sides(at)
    pairs = (f"{beside[0]} {other}", f"{other} {beside[1]}")
    return any(side and _is_one_term(pair) for side, pair in zip(beside, pairs, strict=True))


@lru_cache(maxsize=4096)
def _is_one_term(words: str) -> bool:
    found, unknown = translate_terms(words)
    return len(found) == 1 and not unknown


def _likeliest(found: Mapping[str, float]) -> str | None:
    """Return the word that is the likeliest one to be meant, by its slip and by its use."""
    if not found:
        return None
    return min(found, key=lambda other: (found[other] + _BY_USE.get(other, RARE), other))


@lru_cache(maxsize=4096)
def _one_slip_away(word: str) -> dict[str, float]:
    """Return what a word of English questions may have been, and at what cost."""
    found: dict[str, float] = {}
    for cost, other in slips(word):
        first = other[:1] == word[0] or cost == SWAPPED
        enough = len(other) > SHORTEST or cost <= SWAPPED or other in _BY_USE
        known = other in _BY_USE or other in english_forms()
        if first and enough and known and cost <= ADDED:
            found[other] = min(cost, found.get(other, cost))
    return found


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
