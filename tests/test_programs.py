"""Programs as users, over real HTTP: what they get, what they are refused, and how it is said."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import anyio
import httpx
import httpx2
import pytest
from mcp.client.client import Client
from mcp.client.streamable_http import streamable_http_client
from serving import (
    ADMINISTRATOR,
    ADMINISTRATOR_PASSWORD,
    VIEWER,
    VIEWER_PASSWORD,
    Office,
    an_office,
)
from support import TUYEN_QUANG, plan_text

from assistant.access.throttle import ALLOWED
from assistant.answer import Turn
from assistant.answer_json import answer_json
from assistant.chain import Assistant
from assistant.programs import shapes
from assistant.programs.queue import MOST_BYTES, Busy, Queue

QUESTION = "Cơ quan nào phụ trách thư viện lực lượng vũ trang ở Tuyên Quang?"
AS_VIEWER = (VIEWER, VIEWER_PASSWORD)
AS_ADMINISTRATOR = (ADMINISTRATOR, ADMINISTRATOR_PASSWORD)


@pytest.fixture(scope="module")
def office(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with an_office(assistant, tmp_path_factory.mktemp("office")) as opened:
        yield opened


@pytest.fixture(scope="module")
def open_office(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with an_office(assistant, tmp_path_factory.mktemp("open"), signing_in=False) as opened:
        yield opened


@pytest.fixture
def program(office: Office) -> Iterator[httpx.Client]:
    with httpx.Client(
        base_url=office.address, auth=AS_VIEWER, trust_env=False, timeout=60
    ) as client:
        yield client


@pytest.fixture
def stranger(office: Office) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=office.address, trust_env=False, timeout=60) as client:
        yield client


def without_time(answer: dict[str, Any]) -> dict[str, Any]:
    return {**answer, "latency_s": 0}


def test_an_answer_is_what_the_command_prints(program: httpx.Client, assistant: Assistant) -> None:
    got = program.post("/api/ask", json={"question": QUESTION})
    assert got.status_code == 200 and got.headers["cache-control"] == "no-store"
    printed = json.loads(json.dumps(answer_json(assistant.ask(QUESTION))))
    assert without_time(got.json()) == without_time(printed)
    shapes.AnswerShape.model_validate(got.json())
    assert set(got.json()) == set(shapes.AnswerShape.model_fields)
    assert set(got.json()["citations"][0]) == set(shapes.CitationShape.model_fields)


def test_a_question_goes_on_from_its_history(program: httpx.Client, assistant: Assistant) -> None:
    first = program.post("/api/ask", json={"question": QUESTION}).json()
    turn = {"question": QUESTION, "answer": first["answer"]}
    asked = {"question": "Còn Hưng Yên thì sao?", "history": [turn]}
    got = program.post("/api/ask", json=asked).json()
    wanted = assistant.ask(asked["question"], [Turn(**turn)])  # type: ignore[arg-type]
    assert got["answer"] == wanted.answer and "Công an tỉnh" in got["answer"]


def test_plans_sections_and_search_are_verbatim(program: httpx.Client) -> None:
    plans = shapes.PlansShape.model_validate(program.get("/api/plans").json()).plans
    plan = next(one for one in plans if one.number == "76/KH-UBND")
    text = plan_text(TUYEN_QUANG)
    outline = shapes.OutlineShape.model_validate(program.get(f"/api/plans/{plan.id}").json())
    assert {"I", "IV.3"} <= {one.path for one in outline.sections}
    got = program.get(f"/api/plans/{plan.id}/sections/IV.3").json()
    [section] = shapes.SectionsShape.model_validate(got).sections
    assert section.text == text[section.start : section.end] and "vũ trang" in section.text
    assert section.label.startswith("mục IV.3, Kế hoạch số 76/KH-UBND")
    found = program.get("/api/search", params={"q": QUESTION, "limit": 3}).json()
    hits = shapes.HitsShape.model_validate(found).hits
    assert [hit.rank for hit in hits] == [1, 2, 3]
    assert all(hit.text == text[hit.start : hit.end] for hit in hits if hit.plan == plan.id)
    assert hits[0].plan == plan.id


AS_JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("method", "path", "sent", "status", "said"),
    [
        ("GET", "/api/plans/khong-co", {}, 404, "khong-co"),
        ("GET", "/api/plans/{plan}/sections/XX.9", {}, 404, "XX.9"),
        ("GET", "/api/khong-co", {}, 404, "/api/khong-co"),
        ("GET", "/api/ask", {}, 404, "/api/ask"),
        ("GET", "/api/search", {}, 422, "q"),
        ("GET", "/api/search?q=a&limit=11", {}, 422, "limit"),
        ("GET", "/api/search?q=a&limit=x", {}, 422, "“limit” phải là một số nguyên"),
        ("POST", "/api/ask", {"content": b"{"}, 422, "phải là một đối tượng JSON"),
        ("POST", "/api/ask", {"content": b"{", "headers": AS_JSON}, 422, "không phải JSON"),
        ("POST", "/api/ask", {"json": []}, 422, "phải là một đối tượng JSON"),
        ("POST", "/api/ask", {"json": {}}, 422, "“question” còn thiếu"),
        ("POST", "/api/ask", {"json": {"question": " "}}, 422, "“question” để trống"),
        ("POST", "/api/ask", {"json": {"question": 7}}, 422, "“question” phải là chữ"),
        ("POST", "/api/ask", {"json": {"question": "x" * 1001}}, 422, "dài quá 1000 ký tự"),
        ("POST", "/api/ask", {"json": {"question": "a", "history": [{}] * 21}}, 422, "history"),
        ("POST", "/api/ask", {"json": {"question": "a", "admin": True}}, 422, "“admin” không có"),
        ("POST", "/api/ask", {"content": b"x" * (MOST_BYTES + 1)}, 413, str(MOST_BYTES)),
        ("POST", "/mcp", {"content": b"x" * (MOST_BYTES + 1)}, 413, str(MOST_BYTES)),
    ],
)
def test_a_failure_is_one_sentence_with_its_status(
    program: httpx.Client, method: str, path: str, sent: dict[str, Any], status: int, said: str
) -> None:
    plan = program.get("/api/plans").json()["plans"][0]["id"]
    got = program.request(method, path.format(plan=plan), **sent)
    assert got.status_code == status
    told = got.json()
    assert set(told) == {"error", "english"} and said in told["error"]
    for sentence in told.values():  # a sentence, without brackets of a program
        assert sentence.endswith(".") and not set("{}[]_'") & set(sentence)


def test_a_body_without_announced_length_is_measured(program: httpx.Client) -> None:
    parts = (b"x" * 65536 for _ in range(MOST_BYTES // 65536 + 1))
    assert program.post("/api/ask", content=parts).status_code == 413


def test_the_description_asks_no_other_host(program: httpx.Client) -> None:
    described = program.get("/api/openapi.json")
    assert "http://" not in described.text and "https://" not in described.text
    paths = described.json()["paths"]
    assert set(paths) == {
        "/api/ask",
        "/api/plans",
        "/api/plans/{plan_id}",
        "/api/plans/{plan_id}/sections/{path}",
        "/api/search",
    }
    assert set(described.json()["components"]["securitySchemes"]) == {"ByPassword", "ByToken"}


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/config",
        "/api/plans",
        "/api/openapi.json",
        "/mcp",
        "/gradio_api/info",
        "/gradio_api/upload",
        "/gradio_api/file=app.py",
        "/gradio_api/heartbeat/x",
        "/sign-out",
        "/session",
        "//sign-in",
        "/sign-in/",
        "/api/../sign-in",
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS"])
def test_nothing_but_the_door_is_open(stranger: httpx.Client, path: str, method: str) -> None:
    if path == "/api/../sign-in":  # the client resolves it
        path = "/api/%2e%2e/sign-in"
    assert stranger.request(method, path).status_code == 401


def test_a_program_is_told_how_to_sign_in(stranger: httpx.Client, office: Office) -> None:
    refused = stranger.get("/api/plans")
    assert "Basic" in refused.headers["www-authenticate"] and "Bearer" in refused.json()["error"]
    token = office.accounts.make_token(VIEWER)
    bearer = {"Authorization": f"Bearer {token}"}
    assert stranger.get("/api/plans", headers=bearer).status_code == 200
    assert stranger.get("/gradio_api/info", headers=bearer).status_code == 200
    upload = stranger.post("/gradio_api/upload", headers=bearer, files={"files": b"x"})
    assert upload.status_code == 403 and "quản trị" in upload.json()["error"]
    office.accounts.revoke(VIEWER, office.accounts.all()[VIEWER].tokens[-1].id)
    assert stranger.get("/api/plans", headers=bearer).status_code == 401


def test_a_password_is_taken_from_programs_only(stranger: httpx.Client) -> None:
    assert stranger.get("/gradio_api/info", auth=AS_ADMINISTRATOR).status_code == 401


def test_wrong_tries_earn_a_pause(stranger: httpx.Client, office: Office) -> None:
    tries = [stranger.get("/api/plans", auth=("ai-do", "sai")) for _ in range(ALLOWED["both"] + 1)]
    assert [one.status_code for one in tries] == [401] * ALLOWED["both"] + [429]
    assert int(tries[-1].headers["retry-after"]) > 20
    assert stranger.get("/api/plans", auth=AS_VIEWER).status_code == 200
    office.clock.now += 7200


def test_a_foreign_page_changes_nothing(program: httpx.Client, open_office: Office) -> None:
    foreign = {"Origin": "http://evil.example"}
    own = {"Origin": str(program.base_url)}
    assert program.post("/api/ask", json={"question": "Ai?"}, headers=own).status_code == 200
    assert program.post("/api/ask", json={"question": "Ai?"}, headers=foreign).status_code == 403
    event = {"data": [], "fn_index": 0, "session_hash": "x"}
    with httpx.Client(base_url=open_office.address, trust_env=False, timeout=60) as client:
        for headers in (foreign, {"Origin": "null"}):
            got = client.post("/gradio_api/queue/join", json=event, headers=headers)
            assert got.status_code == 403


def test_without_accounts_only_this_machine_is_served(open_office: Office) -> None:
    with httpx.Client(base_url=open_office.address, trust_env=False, timeout=60) as client:
        assert client.get("/api/plans").status_code == 200
        assert client.get("/api/plans", headers={"Host": "evil.example"}).status_code == 403
        forwarded = client.get("/", headers={"X-Forwarded-For": "10.0.0.7"})
        assert forwarded.status_code == 403 and "SIGN_IN=always" in forwarded.json()["error"]
        assert client.get("/sign-in").status_code == 404


def test_twenty_programs_at_once_get_answers_of_their_own(office: Office) -> None:
    questions = [QUESTION, "Ai ký kế hoạch của Hưng Yên?"] * 10

    def ask(question: str) -> str:
        with httpx.Client(auth=AS_VIEWER, trust_env=False, timeout=60) as client:
            while True:
                got = client.post(f"{office.address}/api/ask", json={"question": question})
                if got.status_code != 503:
                    return str(got.json()["question"])

    with ThreadPoolExecutor(20) as pool:
        assert list(pool.map(ask, questions)) == questions


def test_a_full_queue_turns_away() -> None:
    async def fill() -> list[Any]:
        queue, gate = Queue(at_once=1, waiting=1), threading.Event()
        first = asyncio.create_task(queue.work(gate.wait))
        second = asyncio.create_task(queue.work(gate.wait))
        await asyncio.sleep(0.05)
        with pytest.raises(Busy, match="quá nhiều"):
            await queue.work(gate.wait)
        gate.set()
        return [await first, await second, await queue.work(lambda: True)]

    assert apart(fill) == [True, True, True]


def apart(talk: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
    """Run a coroutine in a thread of its own: this one may hold the loop of a browser."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(anyio.run, talk).result()


def through_mcp(office: Office, headers: dict[str, str], *calls: tuple[str, dict[str, Any]]) -> Any:
    """Return the names of the tools and what each call gives, by the official client."""

    async def talk() -> tuple[list[str], list[Any]]:
        async with httpx2.AsyncClient(headers=headers, trust_env=False) as http:
            transport = streamable_http_client(f"{office.address}/mcp", http_client=http)
            async with Client(transport) as client:
                tools = [tool.name for tool in (await client.list_tools()).tools]
                return tools, [await client.call_tool(name, sent) for name, sent in calls]

    return apart(talk)


def test_an_mcp_client_asks_searches_and_reads(office: Office, assistant: Assistant) -> None:
    headers = {"Authorization": f"Bearer {office.accounts.make_token(VIEWER)}"}
    tools, (answer, hits, plans, section, outline, wrong) = through_mcp(
        office,
        headers,
        ("ask", {"question": QUESTION}),
        ("search", {"query": QUESTION, "limit": 2}),
        ("list_plans", {}),
        ("read_section", {"plan": "76/KH-UBND", "section": "IV.3"}),
        ("read_section", {"plan": "76/KH-UBND"}),
        ("read_section", {"plan": "76/KH-UBND", "section": "XX"}),
    )
    assert tools == ["ask", "search", "list_plans", "read_section"]
    wanted = json.loads(json.dumps(answer_json(assistant.ask(QUESTION))))
    assert without_time(answer.structured_content) == without_time(wanted)
    assert len(hits.structured_content["hits"]) == 2
    assert len(plans.structured_content["plans"]) == 5
    assert "vũ trang" in section.structured_content["sections"][0]["text"]
    assert len(outline.structured_content["sections"]) > 20
    assert wrong.is_error and "không có mục “XX”" in wrong.content[0].text


def test_an_mcp_client_without_account_comes_to_nothing(
    office: Office, open_office: Office, tmp_path: Path
) -> None:
    with pytest.raises(BaseException) as refused:
        through_mcp(office, {})
    assert "rror" in repr(refused.value)
    tools, _ = through_mcp(open_office, {})
    assert len(tools) == 4
