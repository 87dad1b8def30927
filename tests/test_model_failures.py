"""Whatever goes wrong with a model's server, the extracts answer in time, and a notice says why."""

from __future__ import annotations

import time

import pytest
from model_server import PATIENCE, ModelServer, Reply, With, always

from assistant.chain import Assistant
from corpus.embedding import SentenceEmbedder

pytest.importorskip("langchain_openai")
WHO = "Cơ quan nào phụ trách thư viện lực lượng vũ trang ở Tuyên Quang?"
TRUE = "Công an tỉnh và Bộ Chỉ huy Quân sự tỉnh phụ trách thư viện lực lượng vũ trang [1]."

FAILURES = {
    "error 500": (Reply("boom", status=500), "báo lỗi 500"),
    "key refused": (Reply("bad key", status=401), "ASSISTANT_MODEL_KEY"),
    "no such model": (Reply("no such model", status=404), "không có mô hình"),
    "full context": (Reply("maximum context length is 512", status=400), "Ngữ cảnh"),
    "cut off": (Reply(TRUE, breaks=True), "dở dang"),
    "malformed stream": (Reply(raw="data: {bad\n\n"), "giao thức"),
    "a web page": (Reply(raw="<html>proxy</html>"), "giao thức"),
    "empty": (Reply(""), "rỗng"),
    "endless": (Reply("Có", forever=True), "không dứt"),
    "too long": (Reply(TRUE, finish="length"), "quá dài"),
    "silent": (Reply(TRUE, wait=30), "ASSISTANT_MODEL_SECONDS"),
    "trickling": (Reply(TRUE * 20, pause=0.2), "ASSISTANT_MODEL_SECONDS"),
    "finds nothing": (Reply("KHÔNG NÊU"), "không tìm thấy"),
    "speaks of itself": (Reply("Tôi là một mô hình ngôn ngữ."), "không được văn bản xác nhận"),
}


@pytest.fixture(scope="module")
def with_(assistant: Assistant, embedder: SentenceEmbedder) -> With:
    return With(assistant, embedder)


@pytest.mark.parametrize(("reply", "said"), FAILURES.values(), ids=FAILURES)
def test_every_failure_gives_the_extracts_in_time(
    with_: With, assistant: Assistant, reply: Reply, said: str
) -> None:
    plain = assistant.ask(WHO)
    seconds = 2.0 if said == "ASSISTANT_MODEL_SECONDS" else PATIENCE
    started = time.monotonic()
    answer = with_.ask(lambda _prompt: reply, WHO, seconds=seconds)
    assert time.monotonic() - started < 25, "the server was waited for"
    assert (answer.answer, answer.citations) == (plain.answer, plain.citations)
    assert answer.answerer == "extractive"
    assert answer.notice.startswith("Trả lời bằng trích đoạn.") and said in answer.notice


def test_no_server_gives_the_extracts(with_: With, assistant: Assistant) -> None:
    answer = with_.model(ModelServer(always(), port=9)).ask(WHO)
    assert answer.answer == assistant.ask(WHO).answer and "Không có máy chủ" in answer.notice
