"""A typed question as words, what may be changed in it, and what must stay.

Left out: what a word was meant to be (`spelling.py`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from assistant.glossary import is_english
from assistant.keystrokes import read_telex
from assistant.shorthand import could_be_syllable, is_abbreviation
from corpus.places import LEVELS, PROVINCES, place_key
from corpus.syllables import is_syllable
from corpus.vietnamese import WORD, early_tone, fold, has_diacritics, nfc

SHORTEST = 3
"""Letters of a word that may hold a slip; in shorter ones every slip is another word."""
LONGEST_WORD = 24
"""Letters beyond which a word is left alone, a link or a cat on the keyboard."""

MARKED = 0.3
"""Of the words of a question with marks, how many bear one at the least; seven in ten do in plans.
Below that they come from an abbreviation written out or a copied name (`lc có bn thu vien`)."""

PROVINCE_WORDS = frozenset(word for name in PROVINCES for word in place_key(name).split())
"""Folded syllables of the names of provinces."""

_INSIDE = re.compile(r"^[a-z]+[1-9]+[a-z]")
"""A digit inside a word, which only the VNI keys leave there."""

_LEVEL_WORDS = frozenset(word for level in LEVELS for word in fold(level).split()) - {"tinh"}


class Word(NamedTuple):
    """A word of a question, with its letters alone."""

    typed: str
    folded: str
    start: int
    end: int
    joined: bool
    """Nothing but space stands between it and the word before."""


class Sentence:
    """The words of a question, and which of them must stay."""

    def __init__(self, question: str, places: Collection[tuple[str, ...]]) -> None:
        self.words: list[Word] = []
        end = 0
        for match in WORD.finditer(question):
            joined = not question[end : match.start()].strip()
            typed = match.group()
            self.words.append(Word(typed, fold(typed), match.start(), match.end(), joined))
            end = match.end()
        self._small = [early_tone(word.typed).lower() for word in self.words]
        bearing = [has_diacritics(word.typed) for word in self.words if word.folded.isalpha()]
        self.marked = sum(bearing) > MARKED * len(bearing)
        """Typed with marks: a word without them is foreign, or a slip."""
        self.upper = question.isupper()
        self.telex = sum(is_telex(word.typed.lower()) for word in self.words) > 1
        """The input method was off: what could be another word is read as its keys, too."""
        self.vni = any(_INSIDE.search(word.folded) for word in self.words)
        self.fixed = frozenset(self._places(places))
        self.names = frozenset(self._named())

    def sides(self, at: int) -> tuple[str, str]:
        """Return the words before and after one in small letters; none across punctuation."""
        words = self.words
        left = self._small[at - 1] if at and words[at].joined else ""
        after = at + 1 < len(words) and words[at + 1].joined
        return left, self._small[at + 1] if after else ""

    def _places(self, places: Collection[tuple[str, ...]]) -> Iterator[int]:
        """Yield the words of names of places that are typed without a slip."""
        folded = [word.folded for word in self.words]
        for at in range(len(folded)):
            for size in (1, 2, 3, 4):
                if tuple(folded[at : at + size]) in places:
                    yield from range(at, at + size)

    def _named(self) -> Iterator[int]:
        """Yield the words that stand where a place is named: two after a word for a level."""
        for at, word in enumerate(self.words):
            if word.folded in _LEVEL_WORDS:
                yield from (at + 1, at + 2)


@lru_cache(maxsize=8192)
def is_telex(word: str) -> bool:
    """Tell Telex keys that make a syllable and are neither a syllable nor English."""
    if not SHORTEST <= len(word) <= LONGEST_WORD:
        return False
    if could_be_syllable(fold(word)) or is_syllable(word) or is_english(fold(word)):
        return False
    return read_telex(word) is not None


def may_hold_a_slip(word: Word) -> bool:
    letters = word.folded.isalpha() and word.folded.isascii()
    return (
        letters and SHORTEST <= len(word.typed) <= LONGEST_WORD and not is_abbreviation(word.typed)
    )


def is_abbreviated(sentence: Sentence, word: Word) -> bool:
    """Tell capitals among other words: an abbreviation that nobody told us of."""
    letters = [character for character in word.typed if character.isalpha()]
    return len(letters) > 1 and all(map(str.isupper, letters)) and not sentence.upper


def is_name(sentence: Sentence, at: int) -> bool:
    """Tell a word inside a question that is capitalised as names are."""
    return at > 0 and sentence.words[at].typed[0].isupper() and not sentence.upper


LOOKALIKES = str.maketrans("Ðð", "Đđ")
"""The eth of old fonts, which looks like the Vietnamese letter."""

_TONE_FIRST = re.compile("([\u0300\u0301\u0303\u0309\u0323])([\u0302\u0306\u031b])")


def in_order(text: str) -> str:
    """Return the text in normal form C, also where a tone was typed before its circumflex."""
    if any(map(unicodedata.combining, nfc(text))):
        text = _TONE_FIRST.sub(r"\2\1", unicodedata.normalize("NFD", text))
    return nfc(text)
