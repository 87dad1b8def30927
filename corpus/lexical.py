"""How well the words of a passage meet the words of a question: BM25 over four kinds of terms.

Folded syllables (`thu`), so that `thư viện`, `THƯ VIỆN` and `thu vien` are one; syllables with
their marks (`=thư`), so that what is spelled alike weighs more than what is only alike once folded;
and the neighbouring pairs of either (`thu_vien`, `=thư_viện`), since most words have two syllables.
BM25 as in Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009), each kind scored
by itself and the kinds added. Left out: where the counts are kept and the candidates found
(`store.py`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from corpus.syllables import part_words
from corpus.vietnamese import WORD, early_tone, fold, nfc, tokens

K1 = 1.2
B = 0.75
"""The usual constants. On two public Vietnamese sets .9 and .4, 1.5 and .5, 2 and .9 found less
(success@1 up to .006 less of 1,190 questions, up to .065 less of 511)."""

PAIR = 0.5
"""What a pair of syllables weighs beside its two syllables. On those sets, .5 for both kinds of
pairs finds .009 and .028 more than 1, and .015 and .012 more than no pairs."""


@dataclass(frozen=True)
class Counts:
    """What BM25 asks of the corpus."""

    passages: int
    words: int
    """Syllables of all passages together."""
    having: Mapping[str, int]
    """In how many passages each term stands."""

    def rarity(self, term: str) -> float:
        """Return the inverse document frequency of a term, never below zero."""
        having = self.having.get(term, 0)
        return math.log(1.0 + (self.passages - having + 0.5) / (having + 0.5))


def lexical_terms(text: str) -> list[str]:
    """Return the folded syllables of a text and their neighbouring pairs: thu, vien, thu_vien."""
    words = tokens(part_words(text))
    pairs = (f"{a}_{b}" for a, b in pairwise(words))
    return [*words, *pairs]


def spelled(text: str) -> tuple[str, ...]:
    """Return the words of a text with their marks, small, tones early: `Hoá ĐƠN` → hóa, đơn."""
    return tuple(WORD.findall(part_words(early_tone(nfc(text))).lower()))


def all_terms(words: Sequence[str]) -> frozenset[str]:
    """Return the terms of all four kinds that words with their marks make."""
    folded = [_folded(word) for word in words]
    marked = [f"={word}" for word in words]
    pairs = (f"{a}_{b}" for kind in (folded, marked) for a, b in pairwise(kind))
    return frozenset((*folded, *marked, *pairs))


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    return fold(word)


@dataclass(frozen=True)
class Wanted:
    """The words a question asks with: phrases as they are spelled, each with what it weighs."""

    phrases: tuple[tuple[tuple[str, ...], float], ...]

    @classmethod
    def of(cls, phrases: Iterable[str], weight: float = 1.0) -> Wanted:
        """Return what is wanted by phrases with their marks, or without where none are known."""
        return cls(tuple((words, weight) for one in phrases if (words := spelled(one))))

    def __add__(self, other: Wanted) -> Wanted:
        return Wanted((*self.phrases, *other.phrases))

    @property
    def terms(self) -> dict[str, float]:
        """Terms of all kinds → what each weighs, the heaviest where it stands more than once."""
        found: dict[str, float] = {}
        for words, weight in self.phrases:
            for term in all_terms(words):
                own = weight * (PAIR if "_" in term else 1.0)
                found[term] = max(own, found.get(term, 0.0))
        return found

    @property
    def folded_terms(self) -> tuple[str, ...]:
        """The folded terms, by which passages are looked up."""
        return tuple(term for term in self.terms if not term.startswith("="))


class Scorer:
    """Scores passages for one question. Made once a question, since it weighs the terms."""

    def __init__(self, wanted: Wanted, counts: Counts) -> None:
        self._weights = {
            term: weight * counts.rarity(term) for term, weight in wanted.terms.items()
        }
        self._whole = (K1 + 1.0) * sum(self._weights.values())
        self._average = counts.words / counts.passages if counts.passages else 1.0
        self._folded: dict[str, str] = {}
        """Words of passages → their folded form where the question has it, else nothing."""

    def share(self, words: Sequence[str]) -> float:
        """Return the BM25 of a passage of these words (with their marks) as a share of the most
        that any passage could have: 0 where none is met, near 1 where all stand there many times.

        A share, because an English question of which only a name stands in the plans must not
        count as met; divided by the best hit's score it would.
        """
        found: dict[str, int] = {}  # this loop runs some thousand times a question
        before: tuple[str, str] | None = None
        for word in words:
            folded = self._folded.get(word)
            if folded is None:
                folded = _folded(word) if _folded(word) in self._weights else ""
                self._folded[word] = folded
            if not folded:
                before = None
                continue
            marked = f"={word}"
            terms = [folded, marked]
            if before is not None:
                terms += (f"{before[0]}_{folded}", f"{before[1]}_{marked}")
            for term in terms:
                found[term] = found.get(term, 0) + 1
            before = folded, marked
        level = K1 * (1.0 - B + B * len(words) / self._average)
        met = sum(
            self._weights[term] * n * (K1 + 1.0) / (n + level)
            for term, n in found.items()
            if term in self._weights
        )
        return met / self._whole if met else 0.0
