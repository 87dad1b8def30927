"""Comparison, deadlines, plans, export and intake as pure pages: nothing claimed, all cited."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import gradio as gr
import pytest
from docx import Document
from icalendar import Calendar
from openpyxl import load_workbook
from support import HUNG_YEN, TUYEN_QUANG, WordEmbedder, plan_text
from window_fakes import FakeAssistant, a_citation, a_plan, an_answer

from assistant.window import Parts
from assistant.window.compare_page import as_csv, as_xlsx, render_chart, render_matrix, sheet
from assistant.window.comparison import (
    COORDINATES,
    LEADS,
    agencies,
    agency_key,
    compare_duties,
    compare_targets,
    indicators,
    last_year,
    per_cent,
)
from assistant.window.conversation import Exchange
from assistant.window.deadlines_view import render_deadlines
from assistant.window.due import at_noon, calendar, due_dates, last_year_of
from assistant.window.export import as_docx, as_markdown
from assistant.window.intake_page import render_progress, render_receipt, render_sure
from assistant.window.naming import short_name
from assistant.window.parts import BareShelf, Heard, section_around
from assistant.window.plans_page import render_one_plan, render_plans, warnings_of
from assistant.window.plans_view import PlansView, watched
from assistant.window.quality_report import render_report
from assistant.window.quality_view import read_runs, render_quality
from assistant.window.reader import render_reader
from corpus.facts import Assignment, Deadline, Facts, Target
from corpus.plan import Field, Page, Plan, Section, Span
from corpus.store import Store
from ingest.desk import Desk, copy_into

TODAY = date(2026, 11, 21)
HERE = Span(0, 5)
LIBRARIES = "có cung cấp dịch vụ phục vụ học tập suốt đời"


def a_target(plan: str = "p1", **changes: object) -> Target:
    target = Target(
        plan, ("I", "2"), HERE, "70%", HERE, "thư viện cấp huyện", LIBRARIES, "2025", "%", "", ""
    )
    return replace(target, **changes)  # type: ignore[arg-type]


def a_deadline(by: str, yearly: bool = False, **changes: object) -> Deadline:
    who, to = ("Sở Văn hóa",), ("UBND tỉnh",)
    deadline = Deadline("p1", ("IV", "1"), HERE, who, "báo cáo", to, by, HERE, yearly)
    return replace(deadline, **changes)  # type: ignore[arg-type]


TWO = (a_plan(), a_plan(id="p2", number=Field("5/KH-UBND")))


def test_figures_of_one_indicator_stand_side_by_side() -> None:
    facts = [
        Facts("p1", targets=(a_target(), a_target(year="2030", value="90%"))),
        Facts("p2", targets=(a_target("p2", subject="các thư viện cấp huyện", value="60%"),)),
    ]
    [subject] = indicators(facts)
    rows = compare_targets(TWO, facts, subject.key)
    assert [(row.year, set(row.cells)) for row in rows] == [
        ("2025", {"p1", "p2"}),
        ("2030", {"p1"}),
    ]


@pytest.mark.parametrize("other", ["thư viện cấp tỉnh", "thư viện cấp xã", "bảo tàng cấp huyện"])
def test_figures_of_different_subjects_are_never_one_row(other: str) -> None:
    facts = [
        Facts("p1", targets=(a_target(),)),
        Facts("p2", targets=(a_target("p2", subject=other),)),
    ]
    assert len(compare_targets(TWO, facts, LIBRARIES)) == 2


def test_a_figure_said_briefly_goes_on_from_the_one_before() -> None:
    brief = a_target(indicator="học tập suốt đời", year="2030")
    facts = [Facts("p1", targets=(a_target(), brief))]
    assert len(indicators(facts)) == 1
    assert [row.year for row in compare_targets(TWO, facts, LIBRARIES)] == ["2025", "2030"]


def test_a_blank_cell_claims_nothing() -> None:
    rows = compare_targets(TWO, [Facts("p1", targets=(a_target(),))], LIBRARIES)
    page = render_matrix("x", rows, TWO, "vi")
    assert "không nêu</" not in page and "không có nghĩa là kế hoạch không nêu" in page
    assert 'data-open="p1"' in page and 'data-open="p2"' not in page


def test_duties_are_told_by_role() -> None:
    duty = Assignment("p1", ("IV",), HERE, ("Uỷ ban nhân dân huyện",), (), "lead", "chủ trì A")
    other = replace(duty, plan_id="p2", agencies=("UBND huyện",), role="coordinate")
    facts = [Facts("p1", assignments=(duty, duty)), Facts("p2", assignments=(other,))]
    [subject] = agencies(facts)
    assert subject.plans == 2 and subject.key == agency_key("các UBND huyện")
    lead, coordinate = compare_duties(TWO, facts, subject.key)
    assert (lead.name, len(lead.cells["p1"])) == (LEADS, 1)
    assert (coordinate.name, set(coordinate.cells)) == (COORDINATES, {"p2"})


def test_a_duty_to_be_done_with_its_leader_names_the_leader() -> None:
    lead = Assignment("p1", ("V",), HERE, ("Sở Văn hóa",), (), "lead", "củng cố thư viện")
    beside = replace(lead, agencies=("Sở Nội vụ",), role="coordinate")
    anyone = replace(lead, agencies=("các cơ quan liên quan",), role="coordinate")
    facts = [Facts("p1", assignments=(lead, beside, anyone))]
    assert {subject.name for subject in agencies(facts)} == {"Sở Văn hóa", "Sở Nội vụ"}
    [row] = compare_duties(TWO, facts, agency_key("Sở Nội vụ"))
    assert row.cells["p1"][0].text == "Sở Văn hóa: củng cố thư viện"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10 - 15% mỗi năm", (10.0, 15.0)),
        ("12,5%", (12.5, 12.5)),
        ("20 máy", None),
        ("5% và 6%", None),
    ],
)
def test_percentages_are_read_for_the_chart(text: str, value: object) -> None:
    assert per_cent(text) == value


def test_a_chart_draws_percentages_only() -> None:
    facts = [Facts("p1", targets=(a_target(), a_target(value="20", unit="máy", year="2030")))]
    page = render_chart(compare_targets(TWO, facts, LIBRARIES), TWO, "vi")
    assert page.count("<li>") == 1 and "width:70%" in page
    assert last_year("2021 - 2025") == "2025" and last_year("") == ""


def test_sheets_cite_every_statement_and_hold_no_formula() -> None:
    evil = a_target(subject="=1+1", value="+70%")
    lines = sheet(compare_targets(TWO, [Facts("p1", targets=(evil,))], LIBRARIES), TWO, "vi")
    assert "mục I.2, Kế hoạch số 76/KH-UBND" in lines[1][4]
    content = as_csv(lines)
    assert content.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert read[1][0] == "'=1+1" and read[2][3] == "–"
    book = load_workbook(io.BytesIO(as_xlsx(lines, "So sánh")))
    assert all(cell.data_type != "f" for row in book.active.rows for cell in row)


@pytest.mark.parametrize(
    ("by", "yearly", "day", "exact"),
    [
        ("trước ngày 01 tháng 12 hằng năm", True, date(2026, 12, 1), True),
        ("trước ngày 01/11", True, date(2027, 11, 1), True),
        ("ngày 15/6/2025", False, date(2025, 6, 15), True),
        ("cuối năm 2025", False, date(2025, 12, 31), False),
        ("định kỳ hằng năm", True, None, False),
        ("trước ngày 31 tháng 02", True, None, False),
        ("trước ngày 05/6 và ngày 05/12", True, None, False),
    ],
)
def test_a_day_is_taken_only_where_it_is_printed(
    by: str, yearly: bool, day: date | None, exact: bool
) -> None:
    facts = [Facts("p1", deadlines=(a_deadline(by, yearly),))]
    [due] = due_dates(TWO, facts, TODAY)
    assert (due.day, due.exact) == (day, exact)


def test_deadlines_are_sorted_and_the_past_comes_last() -> None:
    sayings = ("năm 2025", "định kỳ hằng năm", "ngày 01/11", "trước ngày 25 tháng 11")
    facts = [Facts("p1", deadlines=tuple(map(a_deadline, sayings)))]
    dues = due_dates(TWO, facts, TODAY)
    told = [due.deadline.by for due in dues]
    assert told == ["trước ngày 25 tháng 11", "ngày 01/11", "định kỳ hằng năm", "năm 2025"]
    page = render_deadlines(dues, TODAY, "vi")
    assert "25/11/2026" in page and "đã qua" in page and "3 mục; 1 mục" in page


def test_an_english_table_of_deadlines_says_times_and_names_in_english() -> None:
    told = replace(a_deadline("trước ngày 25 tháng 11 hằng năm", True), who=("Sở Tài chính",))
    page = render_deadlines(due_dates(TWO, [Facts("p1", deadlines=(told,))], TODAY), TODAY, "en")
    assert "Before 25 November each year" in page
    assert "Department of Finance (Sở Tài chính)" in page


def test_the_calendar_holds_what_has_a_day_and_says_where_it_is_from() -> None:
    told = (a_deadline("trước ngày 01 tháng 12 hằng năm", True), a_deadline("năm 2030"))
    dues = due_dates(TWO, [Facts("p1", deadlines=(*told, a_deadline("hằng năm", True)))], TODAY)
    content = calendar(dues, at_noon(TODAY), "vi")
    assert content == calendar(dues, at_noon(TODAY), "vi")
    yearly, once = Calendar.from_ical(content).walk("VEVENT")
    assert yearly["RRULE"]["FREQ"] == ["YEARLY"] and "RRULE" not in once
    assert "không nêu ngày" in once["SUMMARY"]
    assert "Kế hoạch số 76/KH-UBND" in yearly["DESCRIPTION"]
    assert yearly.decoded("dtstart") == date(2026, 11, 30)  # the last day before the first
    assert yearly["SUMMARY"].startswith(f"{short_name(TWO[0], 'vi')} – ")
    [reminder] = yearly.walk("VALARM")
    assert reminder.decoded("trigger") == timedelta(days=-7) and not once.walk("VALARM")


def a_titled_plan(title: str) -> Plan:
    return a_plan(title=Field(title))


@pytest.mark.parametrize(
    ("title", "last"),
    [
        ("Phát triển thư viện giai đoạn 2021 - 2025, định hướng đến năm 2030", 2025),
        ("Triển khai Quyết định số 1520/QĐ-TTg ngày 09/12/2022 … đến năm 2030", 2030),
        ("Giai đoạn từ năm 2024 đến năm 2028", 2028),
        ("Công tác thư viện năm 2027", 2027),
        ("Thực hiện Nghị quyết ngày 01/02/2022", None),
    ],
)
def test_the_last_year_of_a_plan_is_in_its_title(title: str, last: int | None) -> None:
    assert last_year_of(a_titled_plan(title)) == last


def events_of(plan: Plan, *deadlines: Deadline, tongue: str = "vi") -> list[Any]:
    dues = due_dates([plan], [Facts("p1", deadlines=deadlines)], TODAY)
    return list(Calendar.from_ical(calendar(dues, at_noon(TODAY), tongue)).walk("VEVENT"))


YEARLY = "trước ngày 01 tháng 12 hằng năm"


def test_a_yearly_event_ends_with_its_plan() -> None:
    [event] = events_of(a_titled_plan("… đến năm 2030"), a_deadline(YEARLY, True))
    assert event["RRULE"]["UNTIL"] == [date(2030, 12, 31)]
    assert b"UNTIL=20301231\r" in event.to_ical()
    [event] = events_of(a_titled_plan("… năm 2026"), a_deadline(YEARLY, True))
    assert "RRULE" not in event and event.decoded("dtstart") == date(2026, 11, 30)
    [event] = events_of(a_titled_plan("…"), a_deadline(YEARLY, True))
    assert "UNTIL" not in event["RRULE"] and "không nêu năm cuối" in event["DESCRIPTION"]


def test_a_plan_that_has_passed_leaves_plain_dates_that_say_so() -> None:
    plan = a_titled_plan("giai đoạn 2021 - 2025, định hướng đến năm 2030")
    for event in events_of(plan, a_deadline(YEARLY, True), a_deadline("ngày 15/6/2024")):
        assert "RRULE" not in event and not event.walk("VALARM")
        assert "(đã qua, kế hoạch đến hết năm 2025)" in event["SUMMARY"]
        assert event.decoded("dtstart").year <= 2025
    dues = due_dates([plan], [Facts("p1", deadlines=(a_deadline(YEARLY, True),))], TODAY)
    assert "01/12/2025 (đã qua, kế hoạch đến hết năm 2025)" in render_deadlines(dues, TODAY, "vi")
    [event] = events_of(plan, a_deadline("năm 2025"), tongue="en")
    assert "(passed, the plan ended with 2025)" in event["SUMMARY"]


def test_a_plan_page_warns_of_what_is_blank_damaged_or_superseded() -> None:
    page = Page(3, Span(0, 10), "ocr", 0.9, 0.2, True, ("cần đối chiếu các số: 7",))
    plan = a_plan(date=Field(None), pages=(page,), superseded_by="p2")
    by_id = {one.id: one for one in TWO}
    told = " ".join(warnings_of(plan, Facts("p1", left_out=(("x", 2),)), by_id, "vi"))
    for word in ("Ngày: chưa rõ", "hỏng chữ", "5/KH-UBND", "Trang 3", "2 điều"):
        assert word in told
    assert warnings_of(a_plan(signer=Field("A")), Facts("p1"), by_id, "vi") == []


def test_plans_and_their_facts_are_escaped() -> None:
    evil = "<img src=x onerror=alert(1)>"
    plan = a_plan(issuer=Field(evil), title=Field(evil), programme=Field(evil))
    facts = Facts("p1", targets=(a_target(subject=evil),), deadlines=(a_deadline(evil),))
    section = Section("p1", (evil,), evil, HERE, HERE)
    pages = render_plans([plan], "vi") + render_one_plan(plan, [section], facts, {}, "vi", True)
    pages += render_reader(plan, HERE, "vi") + render_sure(evil, evil, "vi")
    pages += render_receipt({"new": [evil], "failed": [{"vietnamese": evil}]}, "vi")
    pages += render_progress({evil: (1, 2)}, "vi")
    assert "<img" not in pages


def test_only_who_may_is_offered_the_removal() -> None:
    assert "data-remove" in render_one_plan(a_plan(), (), Facts("p1"), {}, "vi", True)
    assert "data-remove" not in render_one_plan(a_plan(), (), Facts("p1"), {}, "vi")


class FakeKeeper:
    """Remembers what it was told to do."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def take_in(self, files: Sequence[Path], heard: Heard) -> Mapping[str, Any]:
        heard("Đọc các tệp", 1, 1)
        self.told.append("take_in")
        return {"new": [file.name for file in files]}

    def remove(self, plan_id: str) -> Mapping[str, Any]:
        self.told.append(f"remove {plan_id}")
        return {}

    def bring_back(self, path: Path) -> Mapping[str, Any]:
        self.told.append(f"bring_back {path}")
        return {}


@pytest.mark.parametrize("click", [{"removed": "p1"}, {"remove": "p1"}, {"undo": ""}])
def test_who_may_not_change_the_library_cannot_by_any_click(click: dict[str, str]) -> None:
    keeper = FakeKeeper()
    parts = Parts(
        FakeAssistant(), BareShelf((a_plan(),)), keeper=keeper, may_change=lambda _request: False
    )
    with gr.Blocks():
        view = PlansView(parts, gr.Textbox())
    with pytest.raises(gr.Error):
        view.turn("x.txt", "vi", gr.EventData(None, click), gr.Request())
    with pytest.raises(gr.Error):
        next(view.take_in(["x.txt"], "vi", gr.Request()))
    assert keeper.told == []


def test_work_is_watched_to_its_receipt_or_its_failure() -> None:
    keeper = FakeKeeper()
    pages = list(watched(lambda heard: keeper.take_in([Path("k.pdf")], heard), "vi"))
    assert "Đọc các tệp" in "".join(page for page, _ in pages)
    assert "k.pdf" in pages[-1][0] and [last for _, last in pages].count(True) == 1

    def fail(_heard: Heard) -> Mapping[str, Any]:
        raise ZeroDivisionError("bí mật")

    page, last = list(watched(fail, "vi"))[-1]
    assert last and "bí mật" not in page and "lỗi ngoài dự kiến" in page


def test_the_desk_takes_in_removes_and_brings_back(tmp_path: Path) -> None:
    plans, state, inbox = tmp_path / "plans", tmp_path / "state", tmp_path / "inbox"
    for folder in (plans, inbox):
        folder.mkdir()
    names = {HUNG_YEN: "a.txt", TUYEN_QUANG: "b.txt"}
    for name, short in names.items():
        (inbox / short).write_text(plan_text(name), encoding="utf-8")
    (inbox / "thu.txt").write_text("Kính mời dự họp.", encoding="utf-8")
    desk, heard = Desk(state, plans, WordEmbedder()), list[tuple[str, int, int]]()
    told = desk.take_in(
        sorted(inbox.iterdir()), lambda name, done, total: heard.append((name, done, total))
    )
    assert sorted(told["new"]) == ["a.txt", "b.txt"] and len(told["failed"]) == 1
    assert ("Đọc các tệp", 3, 3) in heard
    assert sorted(path.name for path in plans.iterdir()) == ["a.txt", "b.txt"]
    plan = next(one for one in Store(state).outlines() if one.file == "b.txt")
    assert desk.remove(plan.id)["removed"] == ["b.txt"]
    assert len(Store(state).outlines()) == 1 and (plans / "b.txt").exists()
    desk.bring_back(plans / "b.txt")
    assert len(Store(state).outlines()) == 2


def test_a_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    folder, file = tmp_path / "plans", tmp_path / "k.txt"
    folder.mkdir()
    (folder / "k.txt").write_text("cũ")
    file.write_text("mới")
    path, fresh = copy_into(folder, file)
    assert (path.name, fresh) == ("k-2.txt", True) and (folder / "k.txt").read_text() == "cũ"
    assert copy_into(folder, path) == (path, False)


def test_a_conversation_is_saved_with_its_citations() -> None:
    told = an_answer("Ai?", a_citation())
    table = "**Cao hơn: A** [1]\n\n| Kế hoạch | Nội dung |\n|---|---|\n| A | **10%** [1] |"
    conversation = (
        Exchange("Ai?", told),
        Exchange("So sánh?", replace(told, answer=table)),
        Exchange("Hỏng?", failure="Lỗi."),
        Exchange("Gì?", replace(told, answer="Hoặc chọn:", choices=("Của A?",), citations=())),
    )
    markdown = as_markdown(conversation, "vi").decode()
    assert "## So sánh?" in markdown and "Hỏng?" not in markdown
    assert "**[1]** mục IV.3, Kế hoạch số 76/KH-UBND" in markdown
    assert "Hoặc chọn:\n- Của A?" in markdown
    document = Document(io.BytesIO(as_docx(conversation, "vi")))
    said = [paragraph.text for paragraph in document.paragraphs]
    assert any("mục IV.3, Kế hoạch số 76/KH-UBND" in text for text in said)
    assert any("Của A?" in text for text in said)
    assert document.tables[0].rows[1].cells[1].text == "10% [1]"
    assert not any("**" in text for text in said)


def test_quality_reads_what_it_can_of_the_history(tmp_path: Path) -> None:
    path = tmp_path / "answers.jsonl"
    run = {"date": "2026-11-21", "what": "answers", "split": "kinds-test", "n": 9, "correct": 0.8}
    path.write_text(f'{json.dumps(run)}\nhỏng\n{{"what": "robust"}}\n', encoding="utf-8")
    [read] = read_runs(path)
    assert "80,0%" in render_quality([read], (), "vi") and "80.0%" in render_quality(
        [run], (), "en"
    )
    assert read_runs(tmp_path / "none") == () == read_runs(None)
    assert "Chưa có lượt chấm" in render_quality((), None, "vi")


def test_the_section_around_a_quote_is_the_innermost() -> None:
    class Shelf(BareShelf):
        def sections(self, plan_id: str) -> Sequence[Section]:
            outer = Section(plan_id, ("I",), "", HERE, Span(0, 100))
            return (outer, replace(outer, path=("I", "1"), span=Span(10, 50)))

    assert section_around(Shelf(), "p1", Span(20, 30)) == Span(10, 50)
    assert section_around(Shelf(), "p1", Span(60, 70)) == Span(0, 100)
    assert section_around(Shelf(), "p1", Span(100, 110)) is None


def test_a_report_is_told_without_the_words_of_those_who_measure() -> None:
    def score(*names: str) -> dict[str, Any]:
        numbers = {"value": 0.9, "low": None, "high": None, "limit": 0.8, "at_most": False}
        return {"name": names, "unit": "", "met": False, **numbers}

    part = {
        "key": "retrieval",
        "title": ["Truy hồi trên các kế hoạch", "Retrieval"],
        "on": "kinds-test, n = 115, abc1234",
        "taken": "2026-11-21T20:47+00:00",
        "scores": [
            {**score("nDCG@10", "nDCG@10"), "met": True},
            score("Trả lời, p50", "Warm answer, p50"),
        ],
    }
    report = {"made": "2026-11-21T20:47+00:00", "parts": [part, {**part, "on": "dev"}]}
    page = render_report(report, "vi")
    assert "115 câu để riêng" in page and "câu để xem" in page and "Tìm đúng đoạn" in page
    assert not any(word in page for word in ("nDCG", "p50", "Truy hồi", "abc1234"))
    assert "Thời gian trả lời thường gặp" in page
