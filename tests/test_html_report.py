"""The report that any browser opens: whole, in two languages, safe, and without a request."""

from __future__ import annotations

import re
import time
from dataclasses import replace

import pytest

from assistant.chain import Assistant
from evals.gate import gate_questions
from evals.html_report import render_html
from evals.run import AnswerRecord, run_answers

HISTORY = (
    {"what": "answers", "date": "2026-11-20", "correct": 0.8},
    {"what": "answers", "date": "2026-11-21", "correct": 0.85},
    {"what": "robust", "date": "2026-11-21", "no diacritics": 0.9},
)


@pytest.fixture(scope="module")
def records(assistant: Assistant) -> tuple[AnswerRecord, ...]:
    return tuple(run_answers(assistant, gate_questions(("dev",))[:12], time.perf_counter))


def test_nothing_is_asked_of_another_host(records: tuple[AnswerRecord, ...]) -> None:
    page = render_html("dev", records, {}, HISTORY)
    assert not re.search(r"(?:src|href)=|url\(|@import|<script|https?:", page)


def test_every_failed_question_is_shown_with_what_came_back_and_the_gold(
    records: tuple[AnswerRecord, ...],
) -> None:
    first, *rest = records
    wrong = replace(first, lacking=("40 %",), answer="<b>ba mươi</b> & ít", unstated=("40 %",))
    baseline = {first.question.id: True}
    page = render_html("dev", (wrong, *rest), baseline, ())
    assert page.count("<details>") == 1
    assert f"[{first.question.id}]" in page and "&lt;b&gt;ba mươi&lt;/b&gt; &amp; ít" in page
    assert first.question.short_answer in page and "40 %" in page
    assert "trước đây đúng" in page


def test_a_crash_is_called_one(records: tuple[AnswerRecord, ...]) -> None:
    page = render_html("dev", (replace(records[0], error="OSError: disk"), *records[1:]), {}, ())
    assert "OSError: disk" in page and "Crashed" in page


def test_figures_stand_in_both_languages_with_their_interval(
    records: tuple[AnswerRecord, ...],
) -> None:
    page = render_html("dev, 12 câu", records, {}, HISTORY)
    assert page.count('<span lang="vi">') == page.count('<span lang="en">') > 20
    assert re.search(r"<strong>\d+\.\d %</strong>", page)
    assert page.split("Các lần chạy")[-1].count("<circle") == 2 and "2026-11-20: 80.0 %" in page


def test_without_a_question_it_says_so() -> None:
    assert "There was nothing to measure." in render_html("none", (), {}, ())
