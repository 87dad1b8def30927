"""The comparison in an English window: things are named in English, quotes stay as they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from steps import SIZES, open_tab, scrolls_sideways, speak

TITLE = "Average growth in library visits"
ORIGINAL = "Số lượt người sử dụng thư viện"


@pytest.mark.parametrize("size", SIZES)
def test_an_english_matrix_names_subjects_and_targets_in_english(
    open_page: Any, keep: Callable[[Any, str], None], size: Any
) -> None:
    page = open_page(*size)
    speak(page, "en")
    open_tab(page, 2, "en")
    matrix = page.locator("#compare table")
    said = matrix.inner_text()
    assert TITLE in said and ORIGINAL in said and "10 - 15% a year" in said
    assert "the library system (hệ thống thư viện)" in said
    assert "mỗi năm" not in said
    assert "The library system" in page.locator("#compare figcaption").first.inner_text()
    choice = page.locator("#compare-subject input").input_value()
    assert choice.startswith("average growth in library visits")
    assert not scrolls_sideways(page)
    keep(page, "indicator")
    page.get_by_text("Agency", exact=True).click()
    page.get_by_text("Leads or is charged").first.wait_for()
    assert "Department of" in matrix.locator("caption").inner_text()
    assert matrix.locator("span[lang=vi]").count() > 0
    keep(page, "agency")


@pytest.mark.parametrize("size", SIZES)
def test_the_facts_of_a_plan_in_english(
    open_page: Any, keep: Callable[[Any, str], None], size: Any
) -> None:
    page = open_page(*size)
    speak(page, "en")
    open_tab(page, 1, "en")
    page.locator("#plans tbody tr", has_text="76/KH-UBND").get_by_role("button").click()
    page.wait_for_selector("#plans .about")
    page.evaluate("document.querySelectorAll('.facts').forEach((one) => { one.open = true; })")
    said = page.locator("#plans").inner_text()
    assert "district public libraries (thư viện công cộng cấp huyện)" in said
    assert "provide services for lifelong learning for library users (có cung cấp" in said
    assert "Department of Finance (Sở Tài chính)" in said
    assert not scrolls_sideways(page)
    keep(page, "facts")
