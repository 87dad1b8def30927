"""What `speed` times besides answers: each kind of file, the index, and the parts they make."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import PLANS, TUYEN_QUANG

from corpus.store import Store
from evals.ingest_speed import Reading, kind_of_reading, measure_reading
from evals.parts_of_intake import reading_scores
from evals.sample_files import write_samples
from evals.speed import index_bytes_a_passage


class Steady:
    """A clock that goes on by half a second at each look."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        self.at += 0.5
        return self.at


def test_a_plan_in_each_kind_of_file_is_read(tmp_path: Path) -> None:
    files, left_out = write_samples(PLANS / TUYEN_QUANG, tmp_path)
    if shutil.which("soffice") is None:
        assert left_out == ("PDF", "scan")
    else:
        assert [one.suffix for one in files] == [".txt", ".docx", ".pdf", ".tiff"]
    reading = measure_reading(files[:2], Steady())
    assert [kind_of_reading(one).en for one in reading] == ["plain text", "Word (.docx)"]
    assert all(one.pages >= 1 for one in reading)


def test_pages_a_second_are_pooled_by_kind() -> None:
    reading = (
        Reading("a.pdf", "pdf", 10, 20.0),
        Reading("b.pdf", "pdf", 30, 20.0),
        Reading("c.tiff", "ocr", 3, 1.5),
        Reading("d.doc", "word", 2, 4.0),
    )
    scores = {one.name.en: one for one in reading_scores(reading, 33.0)}
    assert scores["Pages a second: PDF with text"].value == pytest.approx(20.0)
    assert scores["Pages a second: PDF with text"].n == 40
    assert scores["Pages a second: scan"].value == pytest.approx(1.5)
    assert scores["Pages a second: old Word (.doc)"].value == pytest.approx(4.0)
    assert scores["Passages embedded a second"].value == 33.0


def test_the_index_is_weighed_by_its_passages(corpus_state: Path, tmp_path: Path) -> None:
    weight = index_bytes_a_passage(corpus_state)
    assert weight is not None
    assert 1_000 < weight < 60_000
    assert weight * Store(corpus_state).passage_count() > 1_000_000
    assert index_bytes_a_passage(tmp_path) is None
