"""Spans are off by default; the log holds no words unless questions are allowed, and no key."""

from __future__ import annotations

import gzip
import json
import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from model_server import KEY, always, serving

from assistant.chain import Assistant
from assistant.model.writer import open_writer
from assistant.tracing import NO_TRACE, SERVICE, JsonLog, OpenTelemetry, TraceSettings, open_trace
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
        writer = open_writer(server.settings(), embedder)
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


@contextmanager
def collecting() -> Iterator[tuple[str, queue.Queue[Any]]]:
    """A collector of OTLP over HTTP: its address, and the requests it took in, decoded."""
    messages = pytest.importorskip("opentelemetry.proto.collector.trace.v1.trace_service_pb2")
    taken: queue.Queue[Any] = queue.Queue()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if self.headers.get("Content-Encoding") == "gzip":
                body = gzip.decompress(body)
            kind = self.headers["Content-Type"]
            taken.put((self.path, kind, messages.ExportTraceServiceRequest.FromString(body)))
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(messages.ExportTraceServiceResponse().SerializeToString())

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", taken
    finally:
        server.shutdown()
        server.server_close()


def test_spans_reach_a_collector(
    assistant: Assistant, embedder: SentenceEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole way: the settings of an office → the exporter → OTLP over HTTP → protobuf."""
    pytest.importorskip("langchain_openai")
    pytest.importorskip("opentelemetry.exporter.otlp.proto.http.trace_exporter")
    with collecting() as (address, taken), serving(always(SAID)) as server:
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", address)
        monkeypatch.setenv("OTEL_BSP_SCHEDULE_DELAY", "10")
        trace = open_trace(TraceSettings(_env_file=None, assistant_trace="otel"))
        writer = open_writer(server.settings(), embedder)
        Assistant(assistant.reader, writer=writer, trace=trace).ask(WHO)
        spans: dict[str, Any] = {}
        while "question" not in spans:
            path, kind, request = taken.get(timeout=60)
            assert (path, kind) == ("/v1/traces", "application/x-protobuf")
            assert KEY.encode() not in request.SerializeToString()
            assert "Công an".encode() not in request.SerializeToString()
            for resource in request.resource_spans:
                told = {one.key: one.value.string_value for one in resource.resource.attributes}
                assert told["service.name"] == SERVICE
                for scope in resource.scope_spans:
                    spans |= {span.name: span for span in scope.spans}
    assert set(spans) == {"question", "retrieval", "model", "verification"}
    whole = spans.pop("question")
    for span in spans.values():
        assert (span.parent_span_id, span.trace_id) == (whole.span_id, whole.trace_id)
        assert whole.start_time_unix_nano <= span.start_time_unix_nano
        assert span.end_time_unix_nano <= whole.end_time_unix_nano
