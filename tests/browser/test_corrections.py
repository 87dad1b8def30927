"""The view of quality: the latest report, opened whole, and a remark that becomes a question."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from program import running
from steps import open_tab, scrolls_sideways, serious_issues, speak
from support import PLANS
from test_adding import LIBRARY, remark_on

from corpus.feedback import FeedbackStore
from evals.frame import Both, Part, Table, now, plain, report_values, share
from evals.page import render_page
from evals.question import read_questions

SILENT = "Tuyên Quang xây mấy bể bơi?"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, corpus_state: Path) -> Path:
    """A state folder with an index, two remarks and a report."""
    state = tmp_path_factory.mktemp("quality")
    shutil.copytree(corpus_state / "index", state / "index")
    shutil.copytree(corpus_state / "models", state / "models")
    for number, question in enumerate((LIBRARY, SILENT), start=7):
        FeedbackStore(state).add(remark_on(question, number=number))  # type: ignore[arg-type]
    marks = [1.0] * 55 + [0.0] * 5
    scores = (
        share(Both("Trả lời đúng", "Answers right"), marks, 0.95),
        plain(Both("Thời gian trả lời, p50", "Time to answer, p50"), 81.5, "ms", 120),
    )
    table = Table(Both("Bảng", "Table"), (Both("", ""), Both("n", "n")), (("a", "1"),))
    title = Both("Câu trả lời", "Answers")
    parts = (Part("answers", title, now(), "dev, 60 questions", scores, (table,)),)
    (state / "evals").mkdir()
    page, values = render_page(now(), parts, (), ()), report_values(now(), parts)
    (state / "evals" / "report.html").write_text(page, encoding="utf-8")
    (state / "evals" / "report.json").write_text(json.dumps(values), encoding="utf-8")
    return state


@pytest.fixture(scope="module")
def window(office: Path) -> Iterator[str]:
    with running(office, PLANS) as address:
        yield address


@pytest.mark.parametrize("width", [1280, 390])
def test_the_report_is_shown_and_opened_whole(
    open_page: Any, window: str, keep: Callable[[Any, str], None], width: int, axe: str
) -> None:
    page = open_page(width, 844, at=window)
    open_tab(page, 4)
    shown = page.locator("#quality details").first
    assert "91,7%" in shown.inner_text() and "mức ≥ 95,0%" in shown.inner_text()
    assert "Chưa đạt mức: Trả lời đúng" in shown.inner_text()
    assert not scrolls_sideways(page)
    assert serious_issues(page, axe) == []
    keep(page, "tab")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Mở báo cáo đầy đủ").click()
    report = opened.value
    report.wait_for_selector("h1")
    assert "91.7 %" in report.locator("main").inner_text()
    assert "Answers right" not in report.locator("main").inner_text()
    assert not scrolls_sideways(report)
    keep(report, "report")
    report.locator("#english").check()
    assert "Answers right" in report.locator("main").inner_text()


def test_one_correction_makes_a_question(open_page: Any, window: str, office: Path) -> None:
    page = open_page(1280, 844, at=window)
    open_tab(page, 4)
    field = page.get_by_label(f"Câu trả lời đúng cho: {LIBRARY}")
    field.fill("45%")
    row = page.locator("#quality tr", has_text=LIBRARY)
    row.get_by_role("button").click()
    page.locator("#quality .failure[role=alert]", has_text="Con số 45% không có").wait_for()
    assert not (office / "candidates.jsonl").exists()
    field.fill("10 - 15%")
    open_tab(page, 1)  # to look it up; what is half typed stays
    open_tab(page, 4)
    page.wait_for_timeout(500)  # by then the view would be drawn anew
    field.press("Enter")
    page.locator("#quality .note", has_text="Đã thêm vào câu kiểm tra").wait_for()
    assert "Đã sửa: 10 - 15%" in row.inner_text()
    speak(page, "en")
    open_tab(page, 4, "en")
    page.get_by_label(f"Right answer to: {SILENT}").fill("không nêu")
    page.locator("#quality tr", has_text=SILENT).get_by_role("button").click()
    page.locator("#quality .note", has_text="does not state it").wait_for()
    first, second = read_questions(office / "candidates.jsonl")
    assert first.answerable and first.short_answer == "10 - 15%"
    assert not second.answerable
