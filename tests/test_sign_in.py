"""Signing in and out over real HTTP: cookies, forms, and what a viewer cannot call by hand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
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

from assistant.access.throttle import ALLOWED
from assistant.chain import Assistant

PASSWORDS = {VIEWER: VIEWER_PASSWORD, ADMINISTRATOR: ADMINISTRATOR_PASSWORD}


@pytest.fixture(scope="module")
def office(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with an_office(assistant, tmp_path_factory.mktemp("office")) as opened:
        yield opened


@contextmanager
def a_browser(office: Office, **headers: str) -> Iterator[httpx.Client]:
    accept = {"Accept": "text/html", **headers}
    with httpx.Client(
        base_url=office.address, headers=accept, trust_env=False, timeout=60
    ) as browser:
        yield browser


def form_of(page: httpx.Response) -> str:
    found = re.search(r'name="form" value="([^"]+)"', page.text)
    assert found
    return found[1]


def sign_in(browser: httpx.Client, name: str = VIEWER, password: str = "") -> httpx.Response:
    form = form_of(browser.get("/sign-in"))
    sent = {"form": form, "name": name, "password": password or PASSWORDS[name]}
    return browser.post("/sign-in", data=sent)


def test_signing_in_opens_the_window_and_signing_out_closes_it(office: Office) -> None:
    with a_browser(office) as browser:
        assert browser.get("/").headers["location"] == "/sign-in"
        entered = sign_in(browser)
        assert (entered.status_code, entered.headers["location"]) == (303, "/")
        assert browser.get("/").status_code == 200
        assert browser.get("/gradio_api/user").json() == VIEWER
        assert browser.post("/sign-out", data={"form": "guessed"}).status_code == 403
        token = browser.cookies["tlkh-session"]
        session = office_session(office, browser)
        left = browser.post("/sign-out", data={"form": session})
        assert left.headers["location"].startswith("/sign-in?left=1")
        browser.cookies.set("tlkh-session", token)
        assert browser.get("/").status_code == 303, "the token itself no longer opens anything"


def test_the_language_is_carried_from_the_sign_in_page_to_the_window_and_back(
    office: Office,
) -> None:
    with a_browser(office) as browser:
        assert 'lang="vi"' in browser.get("/sign-in").text
        form = form_of(browser.get("/sign-in?language=en"))
        assert browser.cookies["tlkh-language"] == "en"
        sent = {"form": form, "name": VIEWER, "password": VIEWER_PASSWORD}
        assert browser.post("/sign-in?language=en", data=sent).status_code == 303
        assert 'lang="en"' in browser.get("/sign-in").text
        browser.cookies.set("tlkh-language", "vi")
        assert 'lang="vi"' in browser.get("/sign-in?expired=1").text


def office_session(office: Office, browser: httpx.Client) -> str:
    """Return the secret of the form for signing out, from the head of the window."""
    drawn = event_of(browser, "", "account")
    found = re.search(r'name=\\?"form\\?" value=\\?"([\w-]+)', drawn)
    assert found, drawn[:500]
    return found[1]


def event_of(browser: httpx.Client, target: str, output: str, **click: Any) -> str:
    """Send an event of the window by hand: the one of this target that changes this output."""
    config = browser.get("/config").json()
    ids = {one["id"]: one["props"].get("elem_id") for one in config["components"]}
    for one in config["dependencies"]:
        outputs = [ids.get(number) for number in one["outputs"]]
        targets = [ids.get(number) for number, _ in one["targets"]]
        if one["backend_fn"] and output in outputs and (not target or target in targets):
            return join(browser, one, click)
    raise AssertionError(f"no event of {target} changes {output}")


def join(browser: httpx.Client, event: dict[str, Any], click: dict[str, Any]) -> str:
    """Put an event into Gradio's queue and return all that it says until it is done."""
    data: list[Any] = [None] * len(event["inputs"])
    body = {"data": data, "fn_index": event["id"], "session_hash": f"s{event['id']}"}
    if click:
        body["event_data"] = click
    browser.post("/gradio_api/queue/join", json=body).raise_for_status()
    params = {"session_hash": body["session_hash"]}
    said = ""
    with browser.stream("GET", "/gradio_api/queue/data", params=params, timeout=30) as stream:
        for line in stream.iter_lines():
            said += line + "\n"
            if "process_completed" in line:
                break
    return said


@pytest.mark.parametrize("name", [VIEWER, ADMINISTRATOR])
def test_only_an_administrator_removes_or_takes_in_by_hand(office: Office, name: str) -> None:
    allowed = name == ADMINISTRATOR
    office.keeper.told.clear()
    with a_browser(office) as browser:
        sign_in(browser, name)
        plan = browser.get("/api/plans").json()["plans"][0]["id"]
        removed = event_of(browser, "plans", "plans", removed=plan)
        taken = event_of(browser, "files", "progress")
        upload = browser.post("/gradio_api/upload", files={"files": ("a.txt", b"x")})
    assert office.keeper.told == ([f"remove {plan}", "take in"] if allowed else [])
    assert upload.status_code == (200 if allowed else 403)
    for said in (removed, taken):
        assert ("Chỉ người quản trị" in json.dumps(json_of(said), ensure_ascii=False)) != allowed


def json_of(said: str) -> list[Any]:
    return [json.loads(line[6:]) for line in said.splitlines() if line.startswith("data: ")]


def test_the_cookie_is_kept_from_scripts_and_other_sites(office: Office) -> None:
    with a_browser(office) as browser:
        cookies = sign_in(browser).headers.get_list("set-cookie")
        session = next(one for one in cookies if one.startswith("tlkh-session="))
        assert "HttpOnly" in session and "SameSite=lax" in session and "Secure" not in session
    with a_browser(office, **{"X-Forwarded-Proto": "https"}) as browser:
        page = browser.get("/sign-in")
        form, kept = form_of(page), page.cookies["tlkh-form"]
        sent = {"form": form, "name": VIEWER, "password": VIEWER_PASSWORD}
        entered = browser.post("/sign-in", data=sent, headers={"Cookie": f"tlkh-form={kept}"})
        cookies = entered.headers.get_list("set-cookie")
        assert all("Secure" in one for one in cookies if "Max-Age=0" not in one)


def test_a_form_of_another_page_is_refused(office: Office) -> None:
    sent = {"form": "x" * 22, "name": VIEWER, "password": VIEWER_PASSWORD}
    with a_browser(office) as browser:
        assert browser.post("/sign-in", data=sent).status_code == 403
        form_of(browser.get("/sign-in"))
        assert browser.post("/sign-in", data=sent).status_code == 403
        foreign = {"Origin": "http://evil.example"}
        assert browser.post("/sign-in", data=sent, headers=foreign).status_code == 403
        sign_in(browser)
        assert browser.post("/sign-out", data={}, headers=foreign).status_code == 403
        assert browser.get("/").status_code == 200


def test_what_was_typed_comes_back_escaped_and_without_the_password(office: Office) -> None:
    with a_browser(office) as browser:
        refused = sign_in(browser, '"><b>x', "một mật khẩu sai")
        assert refused.status_code == 401
        assert "không đúng" in refused.text and "mật khẩu sai" not in refused.text
        assert "<b>" not in refused.text and "&lt;b&gt;" in refused.text
        policy = refused.headers["content-security-policy"]
        assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
        english = browser.get("/sign-in", params={"language": "en"})
        assert "Password" in english.text and 'lang="en"' in english.text


def test_repeated_failures_are_told_to_wait(office: Office) -> None:
    with a_browser(office) as browser:
        tries = [sign_in(browser, "co-hai", "sai").status_code for _ in range(ALLOWED["both"] + 1)]
        assert tries == [401] * ALLOWED["both"] + [429]
        assert "hãy thử lại sau" in sign_in(browser, "co-hai", "sai").text
    office.clock.now += 7200


def test_a_session_runs_out_and_is_not_kept_alive_by_an_open_window(office: Office) -> None:
    with a_browser(office) as browser:
        sign_in(browser)
        office.clock.now += IDLE - 1
        assert browser.get("/session").status_code == 204
        office.clock.now += 2
        assert browser.get("/session").status_code == 303
        ajax = browser.post("/gradio_api/queue/join", json={})
        assert ajax.status_code == 401 and "đăng nhập lại" in ajax.json()["error"]


def test_a_change_of_role_is_heeded_at_once(office: Office) -> None:
    with a_browser(office) as browser:
        sign_in(browser)
        send = {"files": ("a.txt", b"x")}
        office.accounts.change(VIEWER, role="administrator")
        assert browser.post("/gradio_api/upload", files=send).status_code == 200
        office.accounts.change(VIEWER, role="viewer")
        assert browser.post("/gradio_api/upload", files=send).status_code == 403
