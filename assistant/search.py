"""Meaning and words together: which passages come first, of the plans in scope.

The nearest by vector and the best by words are put in one order by their scores: the cosine of the
passage, that of its closest part, and the share of the question's words that it meets. A sum of
scores, not of ranks: ranks forget that an English question meets hardly a word, and that one
passage meets all (Bruch, Gai and Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval",
TOIS 2023).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.query import Query
from assistant.synonyms import alternatives
from corpus.embedding import Vectors
from corpus.lexical import Wanted
from corpus.store import Store
from corpus.vectors import SketchIndex, VectorIndex

WORDS = 0.1
"""What meeting all words of a question adds, in cosines. Chosen with DETAIL on half of the
questions of the plans and of two public sets: from .05 to .2 success@1 changes by .01 at most, the
more the words count the better for Vietnamese and the worse for English (`evals/README.md`)."""

DETAIL = 0.5
"""What the closest part of a passage counts beside the passage itself. Without parts the English
questions of the public sets lose .02 to .04; those of the plans gain .01, since a long passage has
more parts that may be close by chance."""

DEPTH = 40
"""Hits of either side that are scored by both."""

OVERSAMPLE = 4
"""The nearest of all plans, of which those in scope are kept, where most plans are in scope."""

SYNONYM = 0.5
"""What the plans' word for a spoken one weighs beside the word that was typed."""


@dataclass(frozen=True)
class Sides:
    """What a ranking goes by; all of it, except to measure what each brings."""

    vectors: bool = True
    details: bool = True
    words: bool = True


def wanted_words(query: Query) -> Wanted:
    """Return the words that passages are looked for by: those that say what is asked about.

    English words that the glossary lacks are among them: names and numbers are the same words in
    Vietnamese.
    """
    own = (*query.spoken, *query.unknown, *query.figures, *map(str, query.years))
    written = (" ".join(words) for _, words in alternatives(query.terms))
    return Wanted.of(own or (query.text,)) + Wanted.of(written, SYNONYM)


def find_near(
    store: Store,
    index: VectorIndex | SketchIndex,
    vector: Vectors,
    limit: int,
    plan_ids: Sequence[str] | None = None,
) -> list[tuple[str, float]]:
    """Return up to `limit` (passage id, cosine), best first, of the given plans only.

    Chroma searches among all plans; filtered by hundreds of plans it takes seconds. So the passages
    of few plans are compared one by one, and of most plans the hits outside are dropped.
    """
    if plan_ids is None:
        return index.search(vector, limit)
    near = store.nearest(vector, limit, plan_ids)
    if near is not None:
        return near
    found = index.search(vector, limit * OVERSAMPLE)
    owners, scope = store.owners([name for name, _ in found]), frozenset(plan_ids)
    return [one for one in found if owners.get(one[0]) in scope][:limit]


def rank(
    store: Store,
    vector: Vectors,
    wanted: Wanted,
    near: Sequence[tuple[str, float]],
    plan_ids: Sequence[str] | None = None,
    sides: Sides | None = None,
    worded: Sequence[tuple[str, float]] | None = None,
) -> list[tuple[str, float]]:
    """Return (passage id, score), best first, of the nearest and of those that meet the words.

    `worded` are the latter (`search_words`) where they were looked for already.
    """
    sides = sides or Sides()
    close = dict(near[:DEPTH]) if sides.vectors else {}
    if worded is None:
        worded = store.search_words(wanted, DEPTH, plan_ids) if sides.words else ()
    met = dict(worded)
    ids = sorted({*close, *met})
    if sides.words:
        met |= store.score_words(wanted, [name for name in ids if name not in met])
    parts: dict[str, float] = {}
    if sides.vectors:
        close |= store.cosines(vector, [name for name in ids if name not in close])
        parts = store.closest_details(vector, ids) if sides.details else {}
    scores = {}
    for name in ids:
        near_by = close.get(name, 0.0)
        closest = parts.get(name, near_by)
        scores[name] = near_by + DETAIL * (closest - near_by) + WORDS * met.get(name, 0.0)
    return sorted(scores.items(), key=lambda one: (-one[1], one[0]))
