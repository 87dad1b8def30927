"""The language model is reached, or one sentence says why not; keys are told to nobody."""

from __future__ import annotations

import socket
import time
from pathlib import Path

import pytest
from model_server import KEY, PATIENCE, ModelServer, Reply, always, serving
from pydantic import SecretStr

from assistant.model import errors
from assistant.model.chat import Message, open_chat
from assistant.model.connection import check_model
from assistant.model.settings import ModelSettings
from assistant.model.timing import read_within

pytest.importorskip("langchain_openai")
ASK = [Message("user", "Xin chào")]


def read(server: ModelServer, seconds: float = PATIENCE) -> str:
    *_, whole = read_within(server.chat(), ASK, time.monotonic() + seconds)
    return whole


def test_an_answer_comes_in_pieces_and_whole() -> None:
    with serving(always("Công an tỉnh chủ trì việc này [1].")) as server:
        grown = list(read_within(server.chat(), ASK, time.monotonic() + PATIENCE))
    assert grown[-1] == "Công an tỉnh chủ trì việc này [1]." and len(grown) > 2
    assert server.headers[0]["authorization"] == f"Bearer {KEY}"


def test_ollama_speaks_too() -> None:
    pytest.importorskip("langchain_ollama")
    with serving(always("Có [1].")) as server:
        root = server.url.removesuffix("/v1")
        chat = server.chat(assistant_model="ollama:thu-nghiem", assistant_model_url=root)
        assert "".join(chat.stream(ASK)) == "Có [1]."


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (Reply(f"bad key {KEY}", status=401), errors.KeyRefused),
        (Reply("The model `x` does not exist", status=404), errors.WrongName),
        (Reply("maximum context length is 512 tokens", status=400), errors.ContextTooSmall),
        (Reply("boom", status=500), errors.BrokenAnswer),
        (Reply("Có [1]", breaks=True), errors.BrokenAnswer),
        (Reply("Có [1]", finish="length"), errors.Endless),
        (Reply(raw="data: {bad json\n\n"), errors.BrokenAnswer),
        (Reply(raw="<html>proxy</html>"), errors.ModelError),
        (Reply(""), errors.NoWords),
        (Reply(" \n "), errors.NoWords),
        (Reply("Có", forever=True), errors.Endless),
    ],
)
def test_each_failure_is_named_without_the_key(reply: Reply, kind: type[errors.ModelError]) -> None:
    with serving(lambda _prompt: reply) as server, pytest.raises(kind) as told:
        read(server)
    assert KEY not in f"{told.value}{told.value.english}{told.value!r}"
    assert told.value.__cause__ is None


@pytest.mark.parametrize("reply", [Reply("Có", wait=30), Reply("Có " * 900, pause=0.2)])
def test_a_slow_server_costs_no_more_than_the_time_allowed(reply: Reply) -> None:
    with serving(lambda _prompt: reply) as server, pytest.raises(errors.TooSlow):
        started = time.monotonic()
        try:
            read(server, seconds=0.6)
        finally:
            assert time.monotonic() - started < 25, "the server was waited for"


def test_no_server_and_a_server_that_only_listens() -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        server = ModelServer(always(), port=port)
        with pytest.raises(errors.NoServer):
            read(server)
        listening.listen()
        with pytest.raises(errors.TooSlow):
            read(server, seconds=0.5)


def test_the_check_says_one_sentence() -> None:
    with serving(always("có"), key=KEY) as server:
        assert check_model(server.settings()).startswith("Mô hình thu-nghiem trả lời được")
        with pytest.raises(errors.KeyRefused) as told:
            check_model(server.settings(assistant_model_key=SecretStr("sk-khac-99")))
        assert "sk-khac-99" not in str(told.value)
    assert "trích đoạn" in check_model(ModelSettings(_env_file=None, assistant_model=""))


def test_a_server_that_cuts_the_prompt_without_a_word_is_found_out() -> None:
    with serving(always("có", tokens=512)) as server, pytest.raises(errors.ContextTooSmall):
        check_model(server.settings())


@pytest.mark.parametrize("named", ["qwen", "openai:", ":x"])
def test_a_model_is_named_with_its_provider(named: str) -> None:
    with pytest.raises(errors.WrongSetting, match="nhà_cung_cấp:tên"):
        open_chat(ModelSettings(_env_file=None, assistant_model=named))


def test_a_provider_that_is_not_installed_is_named() -> None:
    with pytest.raises(errors.NotInstalled, match="langchain-khong"):
        open_chat(ModelSettings(_env_file=None, assistant_model="khong:x"))


def test_a_key_comes_from_a_file_and_shows_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_text(f"{KEY}\n", encoding="utf-8")
    settings = ModelSettings(_env_file=None, assistant_model_key_file=path)
    assert settings.key() == KEY
    held = ModelSettings(_env_file=None, assistant_model_key=SecretStr(KEY))
    assert KEY not in f"{held!r}{held}{settings!r}"
    path.unlink()
    with pytest.raises(errors.WrongSetting, match="ASSISTANT_MODEL_KEY_FILE"):
        settings.key()


def test_a_key_meant_for_another_server_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-cua-noi-khac")
    with serving(always("có")) as server:
        list(server.chat(assistant_model_key=SecretStr("")).stream(ASK))
    assert "sk-cua-noi-khac" not in str(server.headers)
