"""Made plans: the same for the same seed, read by the real parts, found among others."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import WordEmbedder

from corpus.store import Change, State, Store
from corpus.vectors import SKETCHES, SketchIndex
from evals.generator import SUBJECTS, YEARS, invent_plan, place_name
from evals.scale import Derived, Size, measure_scale, plot_scale, render_scale, slope, stored_plan
from ingest.generation import switch
from ingest.outline import find_outline
from ingest.passages import find_passages


def ticking() -> float:
    return 0.0


def test_the_same_seed_makes_the_same_plan() -> None:
    assert invent_plan(3) == invent_plan(3)
    assert invent_plan(3) != invent_plan(3, seed=1)
    assert len({place_name(number) for number in range(10_000)}) == 10_000


def test_every_fact_stands_in_one_passage() -> None:
    made = invent_plan(5)
    assert len({(one.subject, one.year) for one in made.targets}) == len(SUBJECTS) * len(YEARS)
    readings = [one.reading for one in find_passages("x", made.text, find_outline(made.text))]
    for target in made.targets:
        assert readings.count(target.sentence) == 1


def test_figures_of_a_small_and_a_larger_corpus(tmp_path: Path) -> None:
    sizes = tuple(
        measure_scale(tmp_path, WordEmbedder(), ticking, lambda: 2_000_000_000, sizes=(2, 6))
    )
    assert [one.plans for one in sizes] == [2, 6]
    assert sizes[1].scoped_success_1 == 1.0
    assert sizes[1].memory_gb == 2.0
    assert "all plans: p95 ms" in render_scale(sizes)
    assert plot_scale(sizes).startswith("<svg")
    assert slope(sizes, lambda one: one.plans**2) == pytest.approx(2.0)
    assert isinstance(sizes[0], Size)


def test_a_large_corpus_has_sketches_and_no_folder_of_vectors(tmp_path: Path) -> None:
    store, derived = Store(tmp_path), Derived(WordEmbedder())
    plans = [stored_plan(invent_plan(number), number, derived) for number in range(3)]
    many = sum(len(one.passages) for one in plans) - 1
    change = Change(State(0, "words-64", "", ""), added=tuple(plans))
    assert switch(store, change, large=many).vectors == SKETCHES
    assert not list(store.folder.glob("vectors-*"))
    index = SketchIndex(store)
    vector = derived.question(place_name(1), f"bao nhiêu {SUBJECTS[0]}")
    assert len(index) == many + 1
    scores = [score for _, score in index.search(vector, 5)]
    assert scores == sorted(scores, reverse=True)
