"""Spans are off by default; the log holds no words unless questions are allowed, and no key."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from model_server import KEY, always, serving

from assistant.chain import Assistant
from assistant.model.writer import open_writer
from assistant.tracing import NO_TRACE, JsonLog, OpenTelemetry, TraceSettings, open_trace
from corpus.embedding import SentenceEmbedder

WHO = "Cơ quan nào phụ trách thư viện lực lượng vũ trang ở Tuyên Quang?"
SAID = "Công an tỉnh và Bộ Chỉ huy Quân sự tỉnh phụ trách thư viện lực lượng vũ trang [1]."


def test_nothing_is_taken_down_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ASSISTANT_TRACE", "ASSISTANT_LOG"):
        monkeypatch.delenv(name, raising=False)
    assert open_trace(TraceSettings(_env_file=None)) is NO_TRACE


@pytest.mark.parametrize("allowed", [False, True])
def test_the_log_holds_times_and_numbers(
    assistant: Assistant, embedder: SentenceEmbedder, tmp_path: Path, allowed: bool
) -> None:
    pytest.importorskip("langchain_openai")
    path = tmp_path / "log.jsonl"
    trace = JsonLog(path, allowed)
    with serving(always(SAID)) as server:
        writer = open_writer(server.settings(), embedder, trace)
        Assistant(assistant.reader, writer=writer, trace=trace).ask(WHO)
    text = path.read_text(encoding="utf-8")
    lines = [json.loads(line) for line in text.splitlines()]
    assert [line["span"] for line in lines] == ["retrieval", "model", "verification", "question"]
    assert all(line["seconds"] >= 0 for line in lines)
    assert KEY not in text and "Công an" not in text and (WHO in text) is allowed


def test_spans_go_to_opentelemetry_without_words(assistant: Assistant) -> None:
    sdk = pytest.importorskip("opentelemetry.sdk.trace")
    export = pytest.importorskip("opentelemetry.sdk.trace.export")
    memory = pytest.importorskip("opentelemetry.sdk.trace.export.in_memory_span_exporter")
    kept = memory.InMemorySpanExporter()
    provider = sdk.TracerProvider()
    provider.add_span_processor(export.SimpleSpanProcessor(kept))
    trace = OpenTelemetry(provider.get_tracer("test"))
    Assistant(assistant.reader, trace=trace).ask(WHO)
    spans = {span.name: dict(span.attributes) for span in kept.get_finished_spans()}
    assert set(spans) == {"retrieval", "question"} and "question" not in spans["question"]
