"""Every view in both languages at both widths: it speaks one language, fits, and is accessible."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from steps import TABS, ask, open_tab, scrolls_sideways, serious_issues, speak

QUESTION = {
    "vi": "So sánh mức tăng lượt người sử dụng thư viện đến năm 2030 của các tỉnh",
    "en": "Which agencies are responsible for armed-forces libraries in Lai Châu?",
}
AGENCIES = {
    "vi": "Cơ quan nào phụ trách thư viện lực lượng vũ trang ở Lai Châu?",
    "en": "Which agencies are responsible for armed-forces libraries in Lai Châu?",
}
ONLY_OF = {"vi": "Chưa đúng", "en": "Not right"}


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("tongue", ["vi", "en"])
def test_every_view(
    open_page: Any, keep: Callable[[Any, str], None], tongue: str, width: int
) -> None:
    page = open_page(width, 844)
    if tongue == "en":
        speak(page, tongue)
    ask(page, QUESTION[tongue], tongue)
    for number, name in enumerate(TABS[tongue]):
        open_tab(page, number, tongue)
        keep(page, f"{number}-{name}")
        assert not scrolls_sideways(page), name
    other = "vi" if tongue == "en" else "en"
    said = page.locator("body").inner_text()
    assert not any(name in said for name in TABS[other] if name != "Plans")
    open_tab(page, 0, tongue)
    said = page.locator("#chat").inner_text()
    assert ONLY_OF[tongue] in said and ONLY_OF[other] not in said


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("tongue", ["vi", "en"])
def test_axe_finds_nothing_serious(open_page: Any, axe: str, tongue: str, width: int) -> None:
    page = open_page(width, 844)
    if tongue == "en":
        speak(page, tongue)

    page.add_style_tag(content="* { transition: none !important; animation: none !important; }")

    def look(what: str) -> None:
        """Look at what is shown, on the light page and on the dark one."""
        for scheme in ("light", "dark"):
            dark = str(scheme == "dark").lower()
            page.evaluate(f"document.body.classList.toggle('dark', {dark})")
            found = serious_issues(page, axe)
            assert found == [], f"{what}, {scheme}: {found}"

    look("welcome")
    ask(page, AGENCIES[tongue], tongue)
    page.locator(".wrong summary").click()
    page.locator("#sources .context summary").first.click()
    for number, name in enumerate(TABS[tongue]):
        open_tab(page, number, tongue)
        look(name)
    open_tab(page, 1, tongue)
    page.locator("#plans tbody button").nth(2).click()
    page.wait_for_selector("#plans .about")
    page.evaluate("document.querySelectorAll('.facts').forEach((one) => { one.open = true; })")
    page.locator("#plans .warn").click()
    page.wait_for_selector(".sure")
    look("a plan")
    page.locator("#plans .place-button").first.click()
    page.wait_for_selector("dialog[open] mark")
    look("its text")


def test_the_language_and_the_dark_page_are_remembered(open_page: Any) -> None:
    page = open_page()
    speak(page, "en")
    page.locator("#dark").click()
    page.reload()
    page.get_by_role("tab", name="Compare", exact=True).wait_for()
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.evaluate("document.body.classList.contains('dark')")
    assert page.get_by_label("Your question").is_visible()


def test_the_keyboard_alone_is_enough(open_page: Any) -> None:
    page = open_page()
    page.get_by_role("tab", name="Kế hoạch", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#plans table")
    page.locator("#plans tbody button").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#plans .about")
    assert page.evaluate("document.activeElement.tagName") == "H2"
    page.locator("#plans .place-button").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open] mark")
    page.keyboard.press("Escape")
    page.wait_for_function("!document.querySelector('dialog[open]')")
    assert page.evaluate("document.activeElement.className").startswith("place-button")


def test_a_plan_shows_its_outline_facts_and_warnings(open_page: Any) -> None:
    page = open_page()
    open_tab(page, 1)
    row = page.locator("#plans tbody tr", has_text="154/KH-UBND")
    assert "Hỏng chữ" in row.inner_text()
    row.get_by_role("button", name="Xem").click()
    page.wait_for_selector("#plans .about")
    assert "in là “ngay 72 thang 01" in page.locator(".warnings").inner_text()
    page.locator(".facts summary", has_text="Thời hạn").click()
    what = page.get_by_role("cell", name="tổ chức sơ kết", exact=True)
    due = page.locator(".facts tr", has=what)
    due.locator(".place-button").click()
    page.wait_for_selector("dialog[open] mark")
    assert "2025" in page.locator("dialog mark").inner_text()


def test_a_cell_of_the_comparison_leads_to_its_words(open_page: Any) -> None:
    page = open_page()
    open_tab(page, 2)
    cell = page.locator("#compare tbody td", has_text="8 - 10% mỗi năm")
    cell.locator(".place-button").click()
    page.wait_for_selector("dialog[open] mark")
    assert "8 - 10%" in page.locator("dialog mark").inner_text()
    page.get_by_role("button", name="Đóng", exact=True).click()
    assert "12 - 15% mỗi năm" in page.locator(".charts").inner_text()


def test_agencies_are_compared_too(open_page: Any) -> None:
    page = open_page()
    open_tab(page, 2)
    page.get_by_label("Cơ quan", exact=True).check()
    page.locator("#compare tbody th", has_text="Chủ trì").wait_for()
    assert page.locator("#compare .charts").count() == 0
    assert page.locator("#compare tbody .place-button").count() > 5


def saved(page: Any, button: str, folder: Path) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path.read_bytes()


def test_what_is_compared_opens_in_a_spreadsheet(open_page: Any, tmp_path: Path) -> None:
    page = open_page()
    open_tab(page, 2)
    text = saved(page, "Tải CSV", tmp_path)
    assert text.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(text.decode("utf-8-sig"))))
    assert any("12 - 15% mỗi năm" in row and "điểm a, mục I.2" in row[4] for row in rows)
    book = load_workbook(io.BytesIO(saved(page, "Tải Excel (.xlsx)", tmp_path)))
    cells = [[cell.value or "" for cell in row] for row in book.active.rows]
    assert [row[:4] for row in cells] == [row[:4] for row in rows]


def test_deadlines_are_sorted_and_saved_as_a_calendar(open_page: Any, tmp_path: Path) -> None:
    page = open_page()
    open_tab(page, 3)
    days = page.locator("#deadlines time").evaluate_all("all => all.map(one => one.dateTime)")
    assert days == sorted(days) and len(days) >= 3
    calendar = Calendar.from_ical(saved(page, "Tải lịch (.ics)", tmp_path))
    events = [one for one in calendar.walk("VEVENT") if "RRULE" in one]
    # `trước ngày 25/11`, `trước ngày 01/12`: the last day is the one before
    assert {(e["DTSTART"].dt.day, e["DTSTART"].dt.month) for e in events} >= {(24, 11), (30, 11)}
    assert all("Kế hoạch" in str(event["DESCRIPTION"]) for event in calendar.walk("VEVENT"))


def test_quality_shows_the_latest_run(open_page: Any) -> None:
    page = open_page()
    open_tab(page, 4)
    assert "%" in page.locator(".figures").inner_text()
    assert page.locator("#quality svg circle").count() >= 1
