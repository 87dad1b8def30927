"""Words of a question against words of a passage, and the counts that the store keeps of them."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

from support import CAT_HAI, PLANS, TUYEN_QUANG, WordEmbedder

from corpus.lexical import Counts, Scorer, Wanted, all_terms, spelled
from corpus.store import Store
from ingest.intake import find_files, ingest

HAVING = {"thu": 50, "vien": 40, "thu_vien": 30, "=thư": 20, "=thu": 30}
COUNTS = Counts(100, 5000, HAVING)


def share(asked: str, passage: str) -> float:
    return Scorer(Wanted.of([asked]), COUNTS).share(spelled(passage))


def test_terms_are_syllables_and_pairs_with_and_without_marks() -> None:
    assert all_terms(spelled("Thư VIỆN")) == {
        "thu",
        "vien",
        "thu_vien",
        "=thư",
        "=viện",
        "=thư_=viện",
    }


def test_a_word_with_its_marks_counts_more_than_one_alike_once_folded() -> None:
    assert share("thư viện", "thư viện tỉnh") > share("thư viện", "thu viên tỉnh") > 0


def test_a_pair_counts_more_than_its_syllables_apart() -> None:
    assert share("thư viện", "thư viện ở tỉnh") > share("thư viện", "thư ở viện tỉnh")


def test_both_placements_of_the_tone_are_one() -> None:
    assert share("hoá đơn", "hóa đơn") == share("hóa đơn", "hóa đơn")


def test_a_share_lies_between_none_and_all() -> None:
    assert share("thư viện", "bảo tàng") == 0
    assert 0 < share("thư viện panthers defense", "thư viện") < share("thư viện", "thư viện") <= 1


def kept(store: Store) -> tuple[dict[str, int], int, int]:
    """The counts by the store, of the terms of all its passages."""
    terms = [t for plan in store.plans() for p in store.passages_of(plan.id) for t in _terms(p)]
    counts = store.counts(terms)
    return dict(counts.having), counts.passages, counts.words


def _terms(passage: object) -> frozenset[str]:
    headings, reading = passage.headings, passage.reading  # type: ignore[attr-defined]
    return all_terms(spelled(". ".join([*headings, reading])))


def test_counts_follow_plans_that_come_and_go(tmp_path: Path) -> None:
    folder, state = tmp_path / "plans", tmp_path / "state"
    folder.mkdir()
    shutil.copy(PLANS / CAT_HAI, folder)
    ingest(state, WordEmbedder(), find_files([folder]), folder)
    store = Store(state)
    alone = kept(store)
    expected = Counter(
        t for plan in store.plans() for p in store.passages_of(plan.id) for t in _terms(p)
    )
    assert alone[0] == expected
    assert alone[1] == store.passage_count()
    shutil.copy(PLANS / TUYEN_QUANG, folder)
    ingest(state, WordEmbedder(), find_files([folder]), folder)
    assert kept(store)[1] > alone[1]
    (folder / TUYEN_QUANG).unlink()
    ingest(state, WordEmbedder(), find_files([folder]), folder)
    assert kept(store) == alone


def test_looking_up_among_all_plans_finds_what_scanning_some_does(tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    shutil.copy(PLANS / CAT_HAI, folder)
    ingest(tmp_path, WordEmbedder(), find_files([folder]), folder)
    store = Store(tmp_path)
    wanted = Wanted.of(["báo cáo kết quả thực hiện", "thư viện"])
    (plan,) = store.plans()
    everywhere = store.search_words(wanted, 10)
    assert everywhere == store.search_words(wanted, 10, [plan.id])
    assert store.score_words(wanted, [name for name, _ in everywhere]) == dict(everywhere)
    assert store.search_words(wanted, 10, []) == []
