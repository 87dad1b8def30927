"""What a damaged scan says is read alike wherever it is shown, and never without its print."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from steps import SIZES, ask, crossed, open_tab, scrolls_sideways, speak

READ, PRINTED = "Tống Thanh Hai", "Toéng Thanh Hai"

SIGNED = {"vi": "Ai ký kế hoạch 154 của Lai Châu?", "en": "Who signed plan 154 of Lai Châu?"}
VIEW = {"vi": "Xem", "en": "View"}
PLAN_154 = "154/KH-UBND"


@pytest.mark.parametrize(("tongue", "size"), crossed(["vi", "en"], SIZES))
def test_a_damaged_name_has_one_reading_everywhere(
    open_page: Any, address: str, keep: Callable[[Any, str], None], tongue: str, size: Any
) -> None:
    page = open_page(*size)
    if tongue == "en":
        speak(page, tongue)
    answer = ask(page, SIGNED[tongue], tongue)
    assert READ in answer.split("\n")[0] and f"“{PRINTED}”" in answer
    card = page.locator("#sources .card", has_text="Hai")
    assert READ in card.locator(".restored").inner_text()
    assert PRINTED in card.locator("blockquote").inner_text()
    keep(page, "answer")
    open_tab(page, 1, tongue)
    row = page.locator("#plans tbody tr", has_text=PLAN_154).first
    row.get_by_role("button", name=VIEW[tongue]).click()
    about = page.locator("#plans dl.about", has_text=READ)
    assert f"“{PRINTED}”" in about.inner_text()
    assert not scrolls_sideways(page)
    keep(page, "plan")
    plans = httpx.get(f"{address}/api/plans", trust_env=False, timeout=60).json()["plans"]
    [plan] = [one for one in plans if one["number"] == PLAN_154]
    assert (plan["signer"], plan["signer_printed"]) == (READ, PRINTED)


OPEN = {"vi": "Xem trong kế hoạch", "en": "See in the plan"}
BADGE = {"vi": "Khôi phục tự động", "en": "Restored by machine"}
ASKED = {
    "vi": "Cơ quan nào phụ trách thư viện lực lượng vũ trang ở Lai Châu?",
    "en": "Which agencies are responsible for armed-forces libraries in Lai Châu?",
}
RESTORED, DAMAGED = "Chủ trì chỉ đạo, hướng dẫn hệ thống thư viện", "Chu tri chi dao"


@pytest.mark.parametrize(("tongue", "size"), crossed(["vi", "en"], SIZES))
def test_a_damaged_plan_is_opened_with_its_reading_beside_it(
    open_page: Any, keep: Callable[[Any, str], None], tongue: str, size: Any
) -> None:
    page = open_page(*size)
    if tongue == "en":
        speak(page, tongue)
    ask(page, ASKED[tongue], tongue)
    page.locator("#sources .card").first.get_by_role("button", name=OPEN[tongue]).click()
    cited = page.locator("#sources .pair.cited")
    cited.wait_for()
    assert RESTORED in cited.locator(".restored").inner_text()
    assert DAMAGED in cited.locator(".printed mark").inner_text()
    assert page.locator("#sources .badge").inner_text() == BADGE[tongue]
    assert not scrolls_sideways(page)
    box = cited.locator("mark").bounding_box()
    assert 0 < box["y"] < size[1]
    page.wait_for_timeout(300)
    keep(page, "beside")
    open_tab(page, 1, tongue)
    page.locator("#plans tbody tr", has_text=PLAN_154).get_by_role("button").click()
    page.locator("#plans .place-button").nth(2).click()
    page.locator("dialog[open] .pair.cited mark").wait_for()
    left = page.locator("dialog[open] .pair.cited .restored").bounding_box()
    right = page.locator("dialog[open] .pair.cited .printed").bounding_box()
    if size[0] > 700:
        assert left["y"] == right["y"] and left["x"] < right["x"]
    else:
        assert left["y"] < right["y"]
    keep(page, "dialog")


def test_a_signature_is_read_where_it_stands(open_page: Any) -> None:
    page = open_page()
    ask(page, SIGNED["vi"])
    page.locator("#sources .card", has_text="Hai").get_by_role("button", name=OPEN["vi"]).click()
    cited = page.locator("#sources .pair.cited")
    cited.wait_for()
    assert cited.locator("mark").inner_text() == PRINTED
    assert READ in cited.locator(".restored").inner_text()


def test_a_legible_plan_is_opened_as_it_is(open_page: Any) -> None:
    page = open_page()
    ask(page, "Ai ký kế hoạch của Hưng Yên?")
    page.locator("#sources .card").first.get_by_role("button", name=OPEN["vi"]).click()
    page.locator("#sources .plan mark").wait_for()
    assert page.locator("#sources .pair").count() == 0
