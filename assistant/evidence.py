"""How far a passage holds what a question asks about: the test that stands before every answer.

A passage supports a query by the share of the query's weight that stands in it: folded syllables
and compounds, each weighed by how rare it is among the passages (inverse document frequency,
Spärck Jones 1972). A pair of syllables counts when Vietnamese has the compound or the corpus uses
it; so `bể bơi` stays a demand that no passage with "bồi dưỡng" meets.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from assistant.plans_named import one_network, title_words
from assistant.query import Query
from assistant.synonyms import alternatives
from corpus.lexical import lexical_terms
from corpus.plan import Passage, Plan
from corpus.restore import word_list
from corpus.store import Store
from corpus.syllables import part_words
from corpus.vietnamese import WORD, early_tone, fold

UNKNOWN_WEIGHT = 1.0
"""Weight of an English word the glossary lacks; more weight makes paraphrases look unanswerable."""

UNSEEN_WORD = 1.5
"""Weight of a syllable that no passage has: more often another wording than another subject."""

UNSEEN_PAIR = 4.0
"""Weight of a Vietnamese compound that no passage has, before it counts as a pair."""

CLOSENESS_WEIGHT = 0.15
"""What one standard deviation of closeness in meaning adds to the share of words met. Chosen on
134 development questions: mean reciprocal rank .93, against .82 without it and by it alone."""

PAIR_WEIGHT = 1.5
"""A compound says more than its two syllables, each of which stands in other words as well."""


LOOSE_WEIGHT = 0.6
"""Two syllables that passages have side by side and that are no word may be a chance."""

TITLE_WEIGHT = 0.3
"""Words that name the plan by its title hold for the whole plan: passages need not repeat them."""

TITLE_TELLS = 0.05
"""The same where they told the plan from another of its place: they are its name, and no more."""

TITLE_RUN = 4
"""So many words of a title in a row name the plan; fewer may be what is asked about: bảo tàng."""


@lru_cache(maxsize=1)
def _compounds() -> frozenset[str]:
    """The two-syllable words of Vietnamese with their marks, as pairs: thư_viện."""
    pairs = (WORD.findall(early_tone(word).lower()) for word in word_list())
    return frozenset("_".join(pair) for pair in pairs if len(pair) == 2)


def _compounds_of(phrases: Iterable[str]) -> frozenset[str]:
    """Return the folded pairs of phrases that are words: `tiêu thụ`, not `chỉ tiêu thư viện`."""
    pairs = ("_".join(p) for phrase in phrases for p in pairwise(phrase.split()))
    return frozenset(fold(pair) for pair in pairs if pair in _compounds())


def is_compound(word: str) -> bool:
    """Tell whether two syllables with their marks are one word: `giấy tờ`."""
    return word.replace(" ", "_") in _compounds()


class Demand:
    """What a query asks of one plan, weighed against the corpus."""

    def __init__(
        self, query: Query, store: Store, plan: Plan, printed: frozenset[str] = frozenset()
    ) -> None:
        """Weigh a query; `printed` are the words of the plan as read (`words_as_read`)."""
        terms = list(dict.fromkeys(t for phrase in query.terms for t in lexical_terms(phrase)))
        counts = store.counts(terms)
        compounds = _compounds_of(query.spoken)
        english = query.language == "en"  # whose words are translated one by one, in order
        phrases = (" ".join(query.terms),) if english else query.terms
        title = frozenset(_named_after(phrases, title_words(plan)))
        self.weights: dict[str, float] = {}
        for term in terms:
            seen = counts.having.get(term, 0)
            if "_" in term and not seen and term not in compounds:
                continue  # two neighbours of the question, not a word
            rare = math.log(1.0 + counts.passages / (seen + 0.5))
            if not seen:
                rare = UNSEEN_PAIR if "_" in term else UNSEEN_WORD
            weight = rare * (
                PAIR_WEIGHT if term in compounds else LOOSE_WEIGHT if "_" in term else 1.0
            )
            named = TITLE_WEIGHT if not query.by_title else TITLE_TELLS
            self.weights[term] = weight * (named if term in title else 1.0)
        self._alternatives = [
            (frozenset(_terms_of(asked)), frozenset(_terms_of(written)))
            for asked, written in alternatives(query.terms)
        ]
        self._marked = {  # in a damaged plan only words that it has nowhere can be told apart
            fold(w): f"={w}" for w in query.marked if not plan.damaged or f"={w}" not in printed
        }
        self.unknown = UNKNOWN_WEIGHT * len(query.unknown)
        self.total = math.fsum(self.weights.values()) + self.unknown

    def met(self, words: Iterable[str]) -> frozenset[str]:
        """Return the terms of the demand that a text with these terms meets, in its own words."""
        present = set(words)
        met = {
            term
            for term in self.weights
            if term in present and self._marked.get(term, term) in present
        }
        for asked, written in self._alternatives:
            if written <= present:
                met |= asked & self.weights.keys()
        return frozenset(met)

    def weigh(self, terms: Iterable[str]) -> float:
        """Return which share of the demand some of its terms make up, 0 to 1."""
        return math.fsum(self.weights[term] for term in terms) / self.total if self.total else 0.0

    def share(self, words: Iterable[str]) -> float:
        """Return which share of the demand stands among the terms of a text, 0 to 1."""
        return self.weigh(self.met(words))

    def share_of(self, phrases: Iterable[str], words: Iterable[str]) -> float:
        """Return which share of some phrases of the question stands among the terms of a text."""
        asked = {t for phrase in phrases for t in lexical_terms(phrase)} & self.weights.keys()
        whole = math.fsum(self.weights[term] for term in asked)
        met = self.met(words) & asked
        return math.fsum(self.weights[term] for term in met) / whole if whole else 0.0

    def coverage(self, passage: Passage) -> float:
        """Return which share of the demand a passage meets, its headings included."""
        return self.share(passage_terms(passage))


def closeness(similarities: Mapping[str, float]) -> dict[str, float]:
    """Return how much closer in meaning each passage is than the usual one, weighed for support.

    Cosines of multilingual-e5 all lie near .85, so a passage is measured against the others: in
    standard deviations from their mean.
    """
    values = list(similarities.values())
    if len(values) < 2:
        return dict.fromkeys(similarities, 0.0)
    mean, spread = statistics.fmean(values), statistics.pstdev(values) or 1.0
    return {i: CLOSENESS_WEIGHT * (value - mean) / spread for i, value in similarities.items()}


def _named_after(phrases: Iterable[str], title: tuple[str, ...]) -> Iterator[str]:
    """Yield the terms of a question that stand in a run of four or more words of the title."""
    runs = {title[i : i + TITLE_RUN] for i in range(len(title) - TITLE_RUN + 1)}
    for phrase in phrases:
        words = tuple(phrase.split())
        told = tuple(one_network(phrase).split())
        for i in range(len(words) - TITLE_RUN + 1):
            if told[i : i + TITLE_RUN] in runs:
                yield from _terms_of(words[i : i + TITLE_RUN])


def _terms_of(words: tuple[str, ...]) -> list[str]:
    return lexical_terms(" ".join(words))


@lru_cache(maxsize=8192)
def passage_terms(passage: Passage) -> frozenset[str]:
    """Return the folded syllables and pairs of a passage and of the headings above it."""
    parts = [*passage.headings, passage.reading]
    return frozenset(term for part in parts for term in text_terms(part))


@lru_cache(maxsize=1024)
def words_as_read(passages: tuple[Passage, ...]) -> frozenset[str]:
    """Return the words of passages with their marks, as `text_terms` writes them: `=phí`."""
    return frozenset(t for p in passages for t in passage_terms(p) if t.startswith("="))


@lru_cache(maxsize=4096)  # sentences of plans come again with every question
def text_terms(text: str) -> tuple[str, ...]:
    """Return the terms a text offers: folded syllables and pairs, and syllables with their marks.

    The last, written `=phí`, keep a question that was typed with marks from being met by a syllable
    that is only alike once folded: `phí` by `phi`.
    """
    words = WORD.findall(part_words(early_tone(text)).lower())
    return (*lexical_terms(text), *(f"={word}" for word in words))
