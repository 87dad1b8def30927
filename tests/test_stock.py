"""Our hits and a stock chain's are judged by the same characters; parts are left out one by one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from support import TUYEN_QUANG

from assistant.chain import Assistant
from assistant.corpus_reader import CorpusReader
from corpus.plan import Span
from evals.ablations import ROWS, measure_ablations, render_ablations, unrepaired
from evals.question import Question, read_split
from evals.stock import Found, Placing, place, render_placings


@pytest.fixture(scope="module")
def reader(assistant: Assistant) -> CorpusReader:
    return assistant.reader


def asked() -> Question:
    return next(one for one in read_split("dev") if one.gold_quote and one.plans == (TUYEN_QUANG,))


def placed(reader: CorpusReader, hits: Sequence[Found]) -> Placing:
    plans = {plan.file: plan for plan in reader.generation().plans}
    sections = {plan.file: reader.sections(plan.id) for plan in plans.values()}
    return place("one", lambda _: hits, [asked()], plans, sections, lambda: 0.0)


def test_a_hit_counts_where_it_overlaps_the_gold_quote_of_that_plan(reader: CorpusReader) -> None:
    text = next(p.text for p in reader.generation().plans if p.file == TUYEN_QUANG)
    start = text.find(asked().gold_quote)
    hit = Found(TUYEN_QUANG, Span(start + 1, start + 2))
    assert placed(reader, [hit]).quote_1 == 1.0
    assert placed(reader, [Found("another.txt", hit.span)]).quote_1 == 0.0
    behind = [Found(TUYEN_QUANG, Span(0, 1)), hit]
    assert (placed(reader, behind).quote_1, placed(reader, behind).quote_5) == (0.0, 1.0)
    assert placed(reader, []).section_1 == 0.0
    assert "ratio" in render_placings(placed(reader, [hit]), placed(reader, behind))


def test_every_row_of_the_table_is_measured(reader: CorpusReader, tmp_path: Path) -> None:
    rows = list(measure_ablations(reader, [asked()], tmp_path))
    assert [row.name for row in rows] == [row.name for row in ROWS]
    assert all(row.figures.crashed == 0 for row in rows)
    assert "no place filter" in render_ablations(rows)


def test_without_repair_damaged_passages_read_as_printed(
    reader: CorpusReader, tmp_path: Path
) -> None:
    raw = unrepaired(reader, tmp_path)
    damaged = next(plan for plan in raw.generation().plans if plan.damaged)
    assert all(one.reading == one.text for one in raw.passages_of(damaged.id))
    clean = next(plan for plan in raw.generation().plans if not plan.damaged)
    assert raw.passages_of(clean.id) == reader.passages_of(clean.id)
