"""Plans of provinces that do not exist: plausible, always the same, cited for no other place."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from support import CAT_HAI, HUNG_YEN, TUYEN_QUANG, WordEmbedder, plan_text

from corpus.embedding import SentenceEmbedder
from corpus.places import PROVINCES
from corpus.vietnamese import fold
from evals.clones import (
    CLONES,
    PLACES,
    SEEDS,
    clone,
    clone_bars,
    measure_clones,
    render_clones,
    write_clones,
)
from evals.question import read_split


def test_there_are_names_enough_and_none_is_a_province() -> None:
    folded = {fold(name) for name in PLACES}
    assert len(folded) == len(PLACES) >= CLONES
    assert not folded & {fold(name) for name in PROVINCES}


def test_a_clone_names_other_places_signers_shares_and_dates() -> None:
    for number, (seed, places) in enumerate(SEEDS):
        text = clone(plan_text(seed), places, number)
        assert PLACES[number] in text
        assert not any(place in text for place in ("Tuyên Quang", "Hưng Yên", "Cát Hải"))
        assert not any(name in text for name in ("Hoàng Việt Phương", "Nguyễn Duy Hưng"))
        assert "1520/QĐ-TTg" in text
        assert text == clone(plan_text(seed), places, number)
        assert text != clone(plan_text(seed), places, number + len(SEEDS))


def test_three_clones_are_taken_in_beside_the_five_plans_and_asked(tmp_path: Path) -> None:
    questions = read_split("kinds-dev")[:6]
    alone, among = measure_clones(3, questions, WordEmbedder(), time.perf_counter)
    assert (alone.plans, among.plans) == (5, 8)
    assert len(alone.records) == len(among.records) == 6
    assert {fold(name) for name in PLACES[:3]} <= {fold(place) for place in among.places.values()}
    assert "correct" in render_clones(alone, among, totals_only=False)
    assert [bar.name for bar in clone_bars(alone, among)] == [
        "loss among clones",
        "wrong citations",
    ]
    assert not any(record.error for record in among.records)


def test_the_clones_are_written_under_their_own_names(tmp_path: Path) -> None:
    paths = write_clones(tmp_path, 4)
    assert len({path.name for path in paths}) == 4
    assert not {TUYEN_QUANG, HUNG_YEN, CAT_HAI} & {path.name for path in paths}
    assert len({path.read_text(encoding="utf-8") for path in paths}) == 4


@pytest.mark.slow
def test_thirty_clones_cost_at_most_a_point(embedder: SentenceEmbedder) -> None:
    alone, among = measure_clones(CLONES, read_split("kinds-dev"), embedder, time.perf_counter)
    assert all(bar.met for bar in clone_bars(alone, among)), render_clones(alone, among, False)
