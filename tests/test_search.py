"""The order of hits, and that few plans, many plans and sketches find alike."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.search import Sides, find_near, rank
from corpus.embedding import SentenceEmbedder
from corpus.lexical import Wanted
from corpus.sketches import Sketches, sketch
from corpus.store import Store
from corpus.vectors import SketchIndex, VectorIndex

ASKED = "Sở Giáo dục và Đào tạo chủ trì nhiệm vụ gì?"


def test_sketches_of_a_small_corpus_find_what_chroma_does(
    corpus_state: Path, embedder: SentenceEmbedder
) -> None:
    store = Store(corpus_state)
    vector = embedder.embed_question(ASKED)
    chroma = VectorIndex(store.folder / store.state().vectors).search(vector, 10)
    sketches = SketchIndex(store)
    assert len(sketches) == store.passage_count()
    found = dict(sketches.search(vector, 10))
    assert [score for _, score in chroma] == pytest.approx(sorted(found.values(), reverse=True))


def test_the_plans_in_scope_are_searched_alone_and_all_of_them(
    corpus_state: Path, embedder: SentenceEmbedder
) -> None:
    store = Store(corpus_state)
    plan = store.plans()[0]
    vector = embedder.embed_question(ASKED)
    near = find_near(store, SketchIndex(store), vector, 1000, [plan.id])
    assert {name for name, _ in near} == {one.id for one in store.passages_of(plan.id)}
    ranked = rank(store, vector, Wanted.of([ASKED]), near, [plan.id])
    assert {store.owners([name])[name] for name, _ in ranked} == {plan.id}
    assert find_near(store, SketchIndex(store), vector, 10, []) == []


def test_each_side_alone_and_both_together(corpus_state: Path, embedder: SentenceEmbedder) -> None:
    store = Store(corpus_state)
    vector = embedder.embed_question(ASKED)
    near = find_near(store, SketchIndex(store), vector, 40)
    wanted = Wanted.of(["Sở Giáo dục và Đào tạo"])
    vectors = rank(store, vector, wanted, near, sides=Sides(words=False, details=False))
    assert [name for name, _ in vectors[:5]] == [name for name, _ in near[:5]]
    words = rank(store, vector, wanted, near, sides=Sides(vectors=False))
    assert words[0][0] == store.search_words(wanted, 1)[0][0]
    both = {name for name, _ in rank(store, vector, wanted, near)}
    assert both == {name for name, _ in (*vectors, *words)}


def test_vectors_that_are_near_have_sketches_that_are_near() -> None:
    chance = np.random.default_rng(0)
    vectors = chance.standard_normal((2000, 384)).astype(np.float32)
    centre = np.zeros(384, dtype=np.float32)
    columns = np.ascontiguousarray(sketch(vectors, centre).T)
    sketches = Sketches(centre, np.arange(2000), columns)
    moved = vectors[:50] + 0.5 * chance.standard_normal((50, 384)).astype(np.float32)
    found = [i in sketches.nearest(vector, 10) for i, vector in enumerate(moved)]
    assert all(found)
