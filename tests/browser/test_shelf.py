"""Plans taken in and out in the window, and the page of a plan beside the words quoted from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import render
from steps import ask, crossed, open_tab, scrolls_sideways, speak
from support import TUYEN_QUANG, plan_text

PLACE = "Ninh Sơn"
QUESTION = f"Cơ quan nào phụ trách thư viện lực lượng vũ trang ở {PLACE}?"


@pytest.fixture(scope="module")
def plan_of_another_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan of Tuyên Quang as if of a place that no other plan is of, as a PDF of pages."""
    if not render.TINOS.is_file():
        pytest.skip("fonts-croscore is not installed")
    text = plan_text(TUYEN_QUANG).replace("Tuyên Quang", PLACE).replace("76/KH", "77/KH")
    text = text.replace("TUYÊN QUANG", PLACE.upper())
    date = f"{PLACE}, ngày 13 tháng 4 năm 2023"
    issuer = ("ỦY BAN NHÂN DÂN", f"TỈNH {PLACE.upper()}")
    content = render.content_of(text, issuer, date, "Số: 77/KH-UBND")
    path = tmp_path_factory.mktemp("pdf") / "ke-hoach-ninh-son.pdf"
    return render.to_reportlab(content, path)


def test_a_plan_is_added_cited_with_its_page_removed_and_brought_back(
    open_page: Any, keep: Callable[[Any, str], None], plan_of_another_place: Path
) -> None:
    page = open_page()
    open_tab(page, 1)
    page.locator('#intake input[type="file"]').set_input_files(plan_of_another_place)
    page.locator("#progress .steps").wait_for()
    page.locator("#progress .receipt").wait_for()
    said = page.locator("#progress .receipt").inner_text()
    read = f"Kế hoạch số 77/KH-UBND ngày 13/4/2023 của UBND tỉnh {PLACE}"
    assert f"ke-hoach-ninh-son.pdf → {read}" in said
    row = page.locator("#plans tbody tr", has_text=PLACE)
    row.wait_for()
    keep(page, "receipt")

    open_tab(page, 0)
    assert "Công an tỉnh" in ask(page, QUESTION)
    page.get_by_role("button", name="Xem ảnh trang").first.click()
    page.locator(".page-view img").wait_for()
    assert 1 <= page.locator(".page-view .region").count() <= 5
    assert page.evaluate("document.querySelector('.page-view img').naturalWidth") == 900
    keep(page, "page")

    open_tab(page, 1)
    row.get_by_role("button", name="Xem").click()
    page.get_by_role("button", name="Gỡ khỏi kho").click()
    page.locator(".sure").wait_for()
    page.get_by_role("button", name="Không gỡ").click()
    page.get_by_role("button", name="Gỡ khỏi kho").click()
    page.get_by_role("button", name="Gỡ", exact=True).click()
    page.locator(".note", has_text="Đã gỡ").wait_for()
    assert row.count() == 0 and page.locator("#progress .receipt").count() == 0
    page.get_by_role("button", name="Hoàn tác").click()
    row.wait_for()

    row.get_by_role("button", name="Xem").click()
    page.get_by_role("button", name="Gỡ khỏi kho").click()
    page.get_by_role("button", name="Gỡ", exact=True).click()
    page.locator(".note", has_text="Đã gỡ").wait_for()
    open_tab(page, 0)
    assert "không có kế hoạch" in ask(page, QUESTION)


def test_a_view_that_is_left_with_a_plan_open_shows_the_list_again(open_page: Any) -> None:
    page = open_page()
    open_tab(page, 1)
    page.locator("#plans tbody button").first.click()
    page.wait_for_selector("#plans .about")
    open_tab(page, 0)
    open_tab(page, 1)
    page.locator("#plans tbody tr").first.wait_for()
    page.get_by_role("button", name="Chọn tệp").wait_for()


NOT_TAKEN = {"vi": "Không nạp được", "en": "Not taken in"}


@pytest.mark.parametrize(("tongue", "width"), crossed(["vi", "en"], [1280, 390]))
def test_what_is_no_plan_is_told_and_not_kept(
    open_page: Any, keep: Callable[[Any, str], None], tmp_path: Path, tongue: str, width: int
) -> None:
    letter = tmp_path / "thu-moi.txt"
    letter.write_text("Kính mời các đồng chí dự họp lúc 8 giờ sáng thứ Hai.", encoding="utf-8")
    page = open_page(width, 844)
    if tongue == "en":
        speak(page, tongue)
    open_tab(page, 1, tongue)
    page.locator('#intake input[type="file"]').set_input_files(letter)
    page.locator("#progress .receipt").wait_for()
    said = page.locator("#progress .receipt").inner_text()
    assert NOT_TAKEN[tongue] in said and "thu-moi.txt" in said
    assert page.locator("#plans tbody tr").count() == 5
    assert not scrolls_sideways(page)
    keep(page, "receipt")
