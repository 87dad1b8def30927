"""Signing in as an official does it: by keyboard, in both languages, out, after an hour away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from serving import (
    ADMINISTRATOR,
    ADMINISTRATOR_PASSWORD,
    IDLE,
    VIEWER,
    VIEWER_PASSWORD,
    Office,
    an_office,
)
from steps import ask, scrolls_sideways, serious_issues

from assistant.chain import Assistant

QUESTION = "Cơ quan nào phụ trách thư viện lực lượng vũ trang ở Tuyên Quang?"


@pytest.fixture(scope="module")
def office(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with an_office(assistant, tmp_path_factory.mktemp("office")) as opened:
        yield opened


@pytest.fixture
def page(browser: Any, office: Office) -> Iterator[Any]:
    """A page that came to the office and asked no other host."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    strangers: list[str] = []
    own = urlsplit(office.address).netloc

    def watch(request: Any) -> None:
        url = urlsplit(request.url)
        if url.scheme not in ("data", "blob") and url.netloc != own:
            strangers.append(request.url)

    context.on("request", watch)
    page = context.new_page()
    page.goto(office.address)
    yield page
    context.close()
    assert strangers == []


def enter(page: Any, name: str = VIEWER, password: str = VIEWER_PASSWORD) -> None:
    """Sign in with the keyboard alone."""
    page.wait_for_selector("#name")
    page.locator("#name").focus()
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(password)
    page.keyboard.press("Enter")


def test_in_with_the_keyboard_and_out_again(page: Any, keep: Callable[[Any, str], None]) -> None:
    assert page.evaluate("document.activeElement.id") == "name"
    keep(page, "empty")
    enter(page, password="một mật khẩu sai")
    alert = page.get_by_role("alert")
    assert "không đúng" in alert.inner_text()
    assert page.get_by_label("Tên đăng nhập").input_value() == VIEWER
    keep(page, "refused")
    page.get_by_label("Mật khẩu").fill(VIEWER_PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector(".welcome")
    assert f"{VIEWER} (người xem)" in page.locator("#account").inner_text()
    assert "Công an tỉnh" in ask(page, QUESTION)
    keep(page, "inside")
    page.get_by_role("button", name="Đăng xuất").click()
    page.get_by_text("Đã đăng xuất.").wait_for()
    assert page.evaluate("sessionStorage.length") == 0
    page.go_back()
    page.wait_for_url("**/sign-in**")


def test_the_page_speaks_english(page: Any) -> None:
    page.get_by_role("link", name="English").click()
    page.get_by_role("heading", name="Sign in").wait_for()
    assert page.evaluate("document.documentElement.lang") == "en"
    page.get_by_label("User name").fill(VIEWER)
    page.get_by_label("Password").fill("a wrong password")
    page.get_by_role("button", name="Sign in").click()
    assert "not right" in page.get_by_role("alert").inner_text()
    page.get_by_label("Password").fill(VIEWER_PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("tab", name="Compare", exact=True).wait_for()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_text("You have signed out.").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_on_the_page(page: Any, axe: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    assert serious_issues(page, axe) == []
    enter(page, password="một mật khẩu sai")
    page.get_by_role("alert").wait_for()
    assert serious_issues(page, axe) == []


def test_it_fits_a_phone(page: Any, keep: Callable[[Any, str], None]) -> None:
    for tongue, other in (("vi", "English"), ("en", "Tiếng Việt")):
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 844})
            assert not scrolls_sideways(page)
            keep(page, f"sign-in-{tongue}-{width}")
        page.get_by_role("link", name=other).click()
        page.wait_for_selector("#name")
    enter(page)
    page.wait_for_selector(".welcome")
    page.get_by_role("button", name="Đăng xuất").wait_for()
    assert not scrolls_sideways(page)
    keep(page, "window")


@pytest.mark.parametrize(
    ("name", "password", "may"),
    [(VIEWER, VIEWER_PASSWORD, False), (ADMINISTRATOR, ADMINISTRATOR_PASSWORD, True)],
)
def test_only_an_administrator_sees_how_plans_come_and_go(
    page: Any, name: str, password: str, may: bool
) -> None:
    enter(page, name, password)
    page.wait_for_selector(".welcome")
    page.get_by_role("tab", name="Kế hoạch", exact=True).click()
    page.locator("#plans table").wait_for()
    page.wait_for_timeout(300)
    assert page.locator("#intake").is_visible() is may
    page.locator("#plans tbody button").first.click()
    page.wait_for_selector("#plans .about")
    assert (page.get_by_role("button", name="Gỡ khỏi kho").count() > 0) is may


def test_a_session_that_ran_out_leads_back_and_the_talk_is_kept(page: Any, office: Office) -> None:
    enter(page)
    page.wait_for_selector(".welcome")
    ask(page, QUESTION)
    office.clock.now += IDLE + 1
    page.get_by_role("button", name="Trò chuyện mới").click()
    page.wait_for_url("**/sign-in?expired=1**")
    assert "đã hết" in page.get_by_role("status").inner_text()
    enter(page)
    page.wait_for_selector(".answer")
    assert "Công an tỉnh" in page.locator(".answer").first.inner_text()


def test_another_user_of_the_tab_does_not_see_the_talk(page: Any, office: Office) -> None:
    enter(page)
    page.wait_for_selector(".welcome")
    ask(page, QUESTION)
    office.clock.now += IDLE + 1
    page.evaluate("() => void fetch('/session')")  # which leaves the page: nothing to wait for
    page.wait_for_url("**/sign-in?expired=1**")
    enter(page, ADMINISTRATOR, ADMINISTRATOR_PASSWORD)
    page.wait_for_selector(".welcome")
    assert page.locator(".answer").count() == 0
