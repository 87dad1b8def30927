"""The whole report: parts of several days in one frame, kept, read back, and without a request."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from test_evals import ASK_ARMED, ASK_NOWHERE, MadeAssistant, answer, answered, question_line

from evals.__main__ import main
from evals.facts_measure import Score as FactScore
from evals.frame import Both, Part, counted, keep, kept, now, plain, report_values, share
from evals.history import LOOKED_AT, read_history
from evals.ingest_speed import Growth, Reading
from evals.page import render_page
from evals.parts_of_answers import answers_part
from evals.parts_of_intake import facts_part, ingest_part, repair_part
from evals.parts_of_speed import scale_part, speed_part
from evals.question import SPLITS, read_split, split_file
from evals.repair import Repair, RepairFigures
from evals.scale import Size
from evals.speed import Speed
from evals.stock import Placing
from evals.summary import summarise_answers

TAKEN = ("2026-11-21T10:00", "made")


def all_parts() -> tuple[Part, ...]:
    records = (
        answered(ASK_ARMED, answer(ASK_ARMED.short_answer)),
        answered(ASK_NOWHERE, answer("<b>60%</b>")),
    )
    repair = Repair((RepairFigures("a", 100, 20, 98, 1, 5, 0),), ())
    placed = Placing("ours", 10, 0.8, 10, 0.6, 0.9, 300.0, 20.0, 40.0)
    stock = replace(placed, name="stock LangChain", section_1=0.4, quote_1=0.3)
    speed = Speed(2.0, 60, 0, 80.0, 150.0, 200.0, ((1, 9.0), (4, 15.0), (16, 14.0)), 1.2, 6500.0)
    sizes = [Size(n, 81 * n, 6500.0, 0.1, 0.7, 9, 9, 1, 9, 9.0 * n, 1, 2.0) for n in (5, 100)]
    reading = (Reading("a.txt", "text", 4, 8.0), Reading("b.pdf", "ocr", 2, 0.5))
    return (
        answers_part(TAKEN, records, {ASK_NOWHERE.id: True}),
        repair_part(TAKEN, repair),
        facts_part(TAKEN, (FactScore("target", "total", 9, (), ()),)),
        ingest_part(TAKEN, reading, (Growth(5, 400, 0.1, 1.0),), 33.3),
        speed_part(TAKEN, speed, (placed, stock)),
        scale_part(TAKEN, sizes),
    )


def test_parts_are_kept_and_read_back(tmp_path: Path) -> None:
    for part in all_parts():
        keep(tmp_path, part)
    (tmp_path / "parts" / "retrieval.json").write_text("broken", encoding="utf-8")
    assert kept(tmp_path) == all_parts()


def test_the_page_holds_every_part_and_asks_nothing_of_others() -> None:
    page = render_page(now(), all_parts(), (), ())
    for part in all_parts():
        assert part.title.vi in page and part.title.en in page
    assert not re.search(r"src=|href=\"(?!#)|url\(|@import|<script|https?:(?!//www\.w3)", page)
    assert "&lt;b&gt;60%&lt;/b&gt;" in page and "<b>" not in page
    assert "2.00 ×" in page  # ours at twice the stock chain's
    assert "6500 " in page and "14" in page and "trang/giây" in page
    assert "Chưa đạt" in page
    assert page.count('<span lang="vi">') == page.count('<span lang="en">')


def test_figures_have_their_interval_and_their_bar() -> None:
    values = report_values(now(), all_parts())
    scores = {one["name"][1]: one for part in values["parts"] for one in part["scores"]}
    right = scores["Answers right"]
    assert (right["value"], right["n"], right["limit"], right["met"]) == (0.5, 2, 0.95, False)
    assert right["low"] == 0.0 and right["high"] == 1.0
    assert scores["Lists complete (set F1)"]["value"] == 1.0
    assert scores["targets: precision"]["low"] == pytest.approx(0.701, abs=0.001)
    assert "body" not in json.dumps(values["parts"][0])
    assert plain(Both("", ""), 130.0, "ms", 120).met is False
    assert counted(Both("", ""), 0, 0).value is None
    assert share(Both("", ""), []).low is None


def test_the_completeness_of_a_list_is_a_set_measure() -> None:
    full = answered(ASK_ARMED, answer(ASK_ARMED.short_answer))
    half = answered(ASK_ARMED, answer("- Công an tỉnh\n- Sở Y tế\n- Sở Nội vụ"))
    assert full.listed is not None and half.listed is not None
    assert full.listed.f1 == 1.0
    assert half.extra == ("Sở Y tế", "Sở Nội vụ")
    assert half.listed == pytest.approx((1 / 3, 1 / 2, 2 / 5))
    assert answered(ASK_NOWHERE, answer("")).listed is None
    row = summarise_answers([full, half])[0]
    assert (row.lists, row.list_f1) == (2, pytest.approx(0.7))


def test_the_command_writes_page_and_values_and_the_trend(tmp_path: Path) -> None:
    questions, notes = tmp_path / "few.jsonl", tmp_path / "state" / "evals"
    questions.write_text(question_line(ASK_ARMED), encoding="utf-8")
    out = tmp_path / "report.html"

    def run(*words: str) -> int:
        made = MadeAssistant({ASK_ARMED.question: answer(ASK_ARMED.short_answer)})
        return main(
            ["report", *words, "--html", str(out)],
            lambda: made,
            tmp_path / "none.jsonl",
            lambda: date(2026, 1, 2),
            tmp_path / "baseline.json",
            notes,
        )

    assert run("--run", "answers,retrieval", "--questions", str(questions)) == 0
    assert run("--run", "none") == 0
    assert out.read_text(encoding="utf-8") == (notes / "report.html").read_text(encoding="utf-8")
    values = json.loads((notes / "report.json").read_text(encoding="utf-8"))
    assert [part["key"] for part in values["parts"]] == ["answers", "retrieval"]
    rows = read_history(notes / LOOKED_AT)
    assert [(row["what"], row["split"]) for row in rows] == [
        ("answers", "few.jsonl"),
        ("retrieval", "few.jsonl"),
    ]
    assert ASK_ARMED.question not in json.dumps(rows, ensure_ascii=False)
    assert run("--run", "nonsense") == 2


def test_held_back_questions_stand_in_no_report(tmp_path: Path) -> None:
    assert "kinds-test" in SPLITS
    words = ["report", "--split", "kinds-test", "--run", "answers"]
    assert main(words, MadeAssistant, tmp_path / "h.jsonl", notes=tmp_path) == 2
    words = ["report", "--questions", str(split_file("kinds-test")), "--run", "answers"]
    assert main(words, MadeAssistant, tmp_path / "h.jsonl", notes=tmp_path) == 2
    written = "".join(path.read_text("utf-8") for path in tmp_path.rglob("*") if path.is_file())
    assert not any(one.question in written for one in read_split("kinds-test"))
