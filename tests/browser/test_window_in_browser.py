"""The window as an official meets it: asked in a real browser, source opened, nothing leaked."""

from __future__ import annotations

import re
from typing import Any

import pytest

TUYEN_QUANG = "mục IV.3, Kế hoạch số 76/KH-UBND ngày 13/4/2023 của UBND tỉnh Tuyên Quang"

QUESTION = "Cơ quan nào phụ trách thư viện lực lượng vũ trang ở {}?"


def ask(page: Any, question: str) -> str:
    """Type a question, wait for its answer; return the answer as shown."""
    before = page.locator(".answer").count()
    page.get_by_label("Câu hỏi của anh/chị").fill(question)
    page.keyboard.press("Enter")
    answer = page.locator(".answer").nth(before)
    answer.wait_for()
    return str(answer.inner_text())


def open_first_source(page: Any) -> tuple[str, str, str]:
    """Open the first card's passage; return the quote, the marked words and the plan's text."""
    card = page.locator("#sources .card").first
    quote = card.locator("blockquote").text_content()
    card.get_by_role("button", name="Xem trong kế hoạch").click()
    page.wait_for_selector("mark")
    return quote, page.locator("mark").text_content(), page.locator(".plan").text_content()


@pytest.mark.parametrize(
    "question",
    [
        QUESTION.format("Tuyên Quang"),
        "co quan nao phu trach thu vien luc luong vu trang o tuyen quang",
        "Which agencies are responsible for armed-forces libraries in Tuyên Quang?",
    ],
)
def test_tuyen_quang_in_three_spellings(open_page: Any, question: str) -> None:
    page = open_page()
    answer = ask(page, question)
    assert "Công an tỉnh" in answer and "Bộ Chỉ huy Quân sự tỉnh" in answer
    assert TUYEN_QUANG in page.locator("#sources .card h3").first.inner_text()
    quote, marked, plan = open_first_source(page)
    assert quote == marked
    assert marked in plan and "lực lượng vũ trang" in marked
    assert in_view(page, "mark")


def in_view(page: Any, selector: str) -> bool:
    box = page.locator(selector).bounding_box()
    size = page.viewport_size
    return bool(box and size and box["y"] + box["height"] > 0 and box["y"] < size["height"])


@pytest.mark.parametrize(
    ("place", "agencies"),
    [
        ("Hưng Yên", ("Công an tỉnh", "Bộ Chỉ huy quân sự tỉnh")),
        ("Lai Châu", ("Công an tỉnh", "Bộ CHQS tỉnh")),
    ],
)
def test_other_provinces(open_page: Any, place: str, agencies: tuple[str, ...]) -> None:
    page = open_page()
    answer = ask(page, QUESTION.format(place))
    assert all(agency in answer for agency in agencies)
    quote, marked, plan = open_first_source(page)
    assert quote == marked and marked in plan


def test_a_damaged_plan_says_that_it_was_restored(open_page: Any) -> None:
    page = open_page()
    ask(page, QUESTION.format("Lai Châu"))
    assert page.locator("#sources .badge").first.inner_text() == "Khôi phục tự động"


def test_what_a_plan_does_not_state_is_said_plainly(open_page: Any) -> None:
    page = open_page()
    answer = ask(page, QUESTION.format("Cát Hải"))
    assert "không nêu" in answer
    assert not re.search(r"\d", answer)
    assert page.locator("#talk a.marker").count() == 0


def test_a_marker_leads_to_its_card_even_from_an_open_plan(open_page: Any) -> None:
    page = open_page(390, 844)
    ask(page, QUESTION.format("Tuyên Quang"))
    open_first_source(page)
    page.locator("a.marker").first.click()
    page.wait_for_selector("#nguon-1-1")
    page.wait_for_function("document.activeElement.id === 'nguon-1-1'")
    assert in_view(page, "#nguon-1-1")


def test_earlier_sources_stay_reachable(open_page: Any) -> None:
    page = open_page()
    ask(page, QUESTION.format("Tuyên Quang"))
    answer = ask(page, "Còn Hưng Yên thì sao?")
    assert "Công an tỉnh" in answer
    page.locator("a.marker[href='#nguon-1-1']").first.click()
    assert TUYEN_QUANG in page.locator("#nguon-1-1").inner_text()
    assert page.locator("#nguon-1-1").is_visible()


COUNTED = """const frame = window.requestAnimationFrame.bind(window);
window.frames_run = 0;
window.requestAnimationFrame = (run) => frame((time) => { window.frames_run += 1; run(time); });"""


def test_a_window_that_waits_does_nothing(browser: Any, address: str) -> None:
    """An office leaves it open all day, on machines that draw without a graphics card."""
    page = browser.new_context().new_page()
    page.add_init_script(COUNTED)
    page.goto(address)
    page.wait_for_selector(".welcome")
    ask(page, QUESTION.format("Tuyên Quang"))
    page.wait_for_timeout(4000)
    before = page.evaluate("window.frames_run")
    page.wait_for_timeout(3000)
    assert page.evaluate("window.frames_run") - before <= 10  # a clock that runs makes 180
    page.context.close()


def test_two_visitors_do_not_see_each_other(open_page: Any) -> None:
    first, second = open_page(), open_page()
    ask(first, QUESTION.format("Tuyên Quang"))
    assert second.locator(".exchange").count() == 0
    answer = ask(second, "Còn Hưng Yên thì sao?")
    assert "Công an" not in answer
    assert first.locator(".exchange").count() == 1


def test_a_new_conversation_forgets(open_page: Any) -> None:
    page = open_page()
    ask(page, QUESTION.format("Tuyên Quang"))
    page.get_by_role("button", name="Trò chuyện mới").click()
    page.wait_for_selector(".welcome")
    assert "Công an" not in ask(page, "Còn Hưng Yên thì sao?")


def test_an_example_is_one_key_away(open_page: Any) -> None:
    page = open_page()
    page.locator(".examples button").first.focus()
    page.keyboard.press("Enter")
    page.locator(".answer").wait_for()
    assert page.locator(".question").count() == 1


def test_the_copy_says_that_it_copied(open_page: Any) -> None:
    page = open_page()
    ask(page, QUESTION.format("Tuyên Quang"))
    page.get_by_role("button", name="Sao chép").click()
    page.get_by_role("button", name="Đã sao chép").wait_for()


def test_a_script_asks_through_the_endpoint(address: str) -> None:
    client = pytest.importorskip("gradio_client").Client(
        address, verbose=False, analytics_enabled=False
    )
    assert "Công an tỉnh" in client.predict(QUESTION.format("Tuyên Quang"), api_name="/ask")


def test_a_comparison_is_a_table_whose_cells_lead_to_their_sources(open_page: Any) -> None:
    page = open_page(390, 844)
    ask(page, "So sánh hạn gửi báo cáo hằng năm của Tuyên Quang và Hưng Yên")
    rows = page.locator("#talk .words tbody tr")
    assert rows.count() == 2
    assert "25 tháng 11" in rows.nth(0).inner_text()
    rows.nth(1).locator("a.marker").first.click()
    page.wait_for_function("document.activeElement.id.startsWith('nguon-1-')")
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390


def test_a_question_that_fits_two_plans_is_asked_back_by_buttons(open_page: Any) -> None:
    page = open_page()
    ask(page, "Kế hoạch của Lai Châu")
    choices = page.locator("#talk .choices button")
    assert choices.count() == 2
    choices.nth(1).click()
    page.locator("#talk .answer").nth(1).wait_for()
    assert "4084/KH-UBND" in page.locator("#talk .answer").nth(1).inner_text()


def test_a_topic_alone_is_asked_back_with_questions_to_choose(open_page: Any) -> None:
    page = open_page()
    assert "“thư viện” ở nhiều chỗ" in ask(page, "thu vien")
    assert page.locator("#sources .card").count() == 0
    choices = page.locator("#talk .choices button")
    assert choices.count() == 6
    assert choices.first.inner_text() == "So sánh chỉ tiêu về thư viện của các kế hoạch"
    choices.nth(5).click()
    page.locator("#talk .answer").nth(1).wait_for()
    assert 0 < page.locator("#sources > .html-container > .card, #sources .card").count() <= 5


def test_what_was_understood_can_be_mended(open_page: Any) -> None:
    page = open_page()
    ask(page, "tq nam 2025 bn % tv cap xa ung dung cntt")
    understood = page.locator("#talk .understood").first.inner_text()
    assert "Tuyên Quang năm 2025 bao nhiêu % thư viện cấp xã" in understood
    page.locator("#talk .mend").first.click()
    box = page.get_by_label("Câu hỏi của anh/chị")
    assert box.input_value().startswith("Tuyên Quang năm 2025")
    box.fill(box.input_value().replace("2025", "2030"))
    page.keyboard.press("Enter")
    page.locator("#talk .answer").nth(1).wait_for()
    assert "30%" in page.locator("#talk .answer").nth(1).inner_text()
