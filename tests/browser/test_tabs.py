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
from PIL import Image
from steps import SIZES, TABS, ask, crossed, open_tab, scrolls_sideways, serious_issues, speak

QUESTION = {
    "vi": "So sánh mức tăng lượt người sử dụng thư viện đến năm 2030 của các tỉnh",
    "en": "Which agencies are responsible for armed-forces libraries in Lai Châu?",
}
AGENCIES = {
    "vi": "Cơ quan nào phụ trách thư viện lực lượng vũ trang ở Lai Châu?",
    "en": "Which agencies are responsible for armed-forces libraries in Lai Châu?",
}
ONLY_OF = {"vi": "Chưa đúng", "en": "Not right"}


@pytest.mark.parametrize(("tongue", "width"), crossed(["vi", "en"], [1280, 390]))
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


NOT_RIGHT_WHY = {"vi": "Chưa đúng ở chỗ nào?", "en": "What is wrong with it?"}
BY_AGENCY = {"vi": "Cơ quan", "en": "Agency"}


@pytest.mark.parametrize(("tongue", "width"), crossed(["vi", "en"], [1280, 390]))
def test_what_opens_within_the_views(
    open_page: Any, keep: Callable[[Any, str], None], tongue: str, width: int
) -> None:
    page = open_page(width, 844)
    if tongue == "en":
        speak(page, tongue)
    keep(page, "0-welcome")
    ask(page, AGENCIES[tongue], tongue)
    page.locator(".wrong summary").click()
    page.get_by_text(NOT_RIGHT_WHY[tongue]).wait_for()
    page.locator("#sources .context summary").first.click()
    keep(page, "1-reasons-and-section")
    open_tab(page, 1, tongue)
    page.locator("#plans tbody button").nth(2).click()
    page.wait_for_selector("#plans .about")
    page.locator("#plans .warn").click()
    page.wait_for_selector(".sure")
    keep(page, "2-removal-asked")
    open_tab(page, 2, tongue)
    page.locator("#compare-kind").get_by_text(BY_AGENCY[tongue], exact=True).click()
    page.locator("#compare table:not(.by-year)").wait_for()
    keep(page, "3-agencies")
    assert not scrolls_sideways(page)


@pytest.mark.parametrize(("tongue", "width"), crossed(["vi", "en"], [390, 1280]))
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


def test_a_plan_opened_at_once_is_not_drawn_over(open_page: Any) -> None:
    page = open_page()
    joined: str = "**/queue/join*"
    held: list[Any] = []
    page.route(joined, lambda route: route.continue_() if held else held.append(route))
    with page.expect_request(joined):
        page.get_by_role("tab", name="Kế hoạch", exact=True).click()
    page.locator("#plans tbody button").nth(2).click()
    page.wait_for_selector("#plans .about")
    [renewal] = held
    with page.expect_response(joined):
        renewal.continue_()
    open_tab(page, 0)
    ask(page, AGENCIES["vi"])  # heard after the renewal
    assert page.locator("#plans .about").count() == 1


def test_the_plan_whose_deadlines_are_shown_stays_chosen(open_page: Any) -> None:
    page = open_page()
    open_tab(page, 3)
    every = page.locator("#deadlines tbody tr").count()
    page.locator("#due-plan input").click()
    page.get_by_role("option", name="154/KH-UBND").click()
    page.wait_for_function(f"document.querySelectorAll('#deadlines tbody tr').length < {every}")
    of_one = page.locator("#deadlines tbody tr").count()
    open_tab(page, 0)
    open_tab(page, 3)
    page.wait_for_timeout(500)  # by then the view would be drawn anew
    assert page.locator("#deadlines tbody tr").count() == of_one
    assert "154/KH-UBND" in page.locator("#due-plan input").input_value()


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
    assert all(event["RRULE"]["UNTIL"][0].year == 2030 for event in events)
    # the plan of 2021 - 2025 is over: its yearly report stands once, on its last day
    over = [e for e in calendar.walk("VEVENT") if "4084/KH-UBND" in str(e["SUMMARY"])]
    assert over and all("RRULE" not in e and "đã qua" in str(e["SUMMARY"]) for e in over)
    assert all(event["DTSTART"].dt.year <= 2025 for event in over)


EXPLAINED = {"vi": ("Câu để riêng", "đề thi kín"), "en": ("held back", "sealed exam")}
JARGON = (
    "p50",
    "p95",
    "F1",
    "trung vị",
    "median",
    "precision",
    "recall",
    "dev",
    "test",
    "truy hồi",
)


@pytest.mark.parametrize(("tongue", "size"), crossed(["vi", "en"], SIZES))
def test_quality_shows_the_latest_run_in_plain_words(
    open_page: Any, keep: Callable[[Any, str], None], tongue: str, size: Any
) -> None:
    page = open_page(*size)
    if tongue == "en":
        speak(page, tongue)
    open_tab(page, 4, tongue)
    assert "%" in page.locator(".figures").inner_text()
    assert page.locator("#quality svg circle").count() >= 1
    said = page.locator("#quality").inner_text()
    assert all(words in said for words in EXPLAINED[tongue])
    assert not [word for word in JARGON if word.lower() in said.lower().split()]
    assert page.locator(".figures .means").count() == page.locator(".figures dt").count()
    assert not scrolls_sideways(page)
    keep(page, "quality")


ACCENT = {"light": (29, 79, 145), "dark": (156, 195, 245)}
"""The colour of the ring, as the style sheet has it."""


def ring_sides(page: Any, selector: str, colour: tuple[int, ...]) -> int:
    """Return on how many sides of an element its ring is to be seen, in a picture of it."""
    box = page.locator(selector).bounding_box()
    clip = {"x": box["x"] - 5, "y": box["y"] - 5}
    clip |= {"width": box["width"] + 10, "height": box["height"] + 10}
    picture = Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("RGB")
    width, height = picture.size
    strips = ((0, 0, width, 9), (0, height - 9, width, height))
    strips += ((0, 12, 9, height - 12), (width - 9, 12, width, height - 12))
    seen = (picture.crop(strip).getcolors(width * height) or [] for strip in strips)
    return sum(any(one == colour and count > 20 for count, one in colours) for colours in seen)


@pytest.mark.parametrize(("scheme", "size"), crossed(["light", "dark"], SIZES))
def test_the_switch_of_the_language_shows_where_the_keyboard_is(
    open_page: Any, keep: Callable[[Any, str], None], size: Any, scheme: str
) -> None:
    page = open_page(*size)
    if scheme == "dark":
        page.locator("#dark").click()
    page.locator("#language input").first.focus()
    assert ring_sides(page, "#language label.selected", ACCENT[scheme]) == 4
    keep(page, "ring")
    page.keyboard.press("Tab")
    assert ring_sides(page, "#language label:nth-of-type(2)", ACCENT[scheme]) == 4
    page.keyboard.press("Space")
    page.get_by_role("tab", name="Compare", exact=True).wait_for()
