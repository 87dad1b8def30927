"""Spans of a question: question, retrieval, model, verification. Off unless it is asked for.

`ASSISTANT_TRACE=otel` gives them to OpenTelemetry, `ASSISTANT_LOG=file` writes a line a span.
No span holds the words of a question, of a plan or of an answer, let alone a key; the log holds the
question where `ASSISTANT_LOG_QUESTIONS` allows it.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any, Literal, Protocol

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

SERVICE = "tro-ly-ke-hoach"
"""The name of the service in traces, unless `OTEL_SERVICE_NAME` gives another."""

Value = str | int | float | bool


class Trace(Protocol):
    """Takes down how long a step took, with some numbers; gives what takes down its own steps."""

    def span(self, name: str, **told: Value) -> AbstractContextManager[Trace]: ...


class NoTrace:
    """Takes nothing down."""

    def span(self, name: str, **told: Value) -> AbstractContextManager[Trace]:
        return nullcontext(self)


NO_TRACE = NoTrace()


class TraceSettings(BaseSettings):
    """What is taken down, from the environment or a `.env` file."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore")

    assistant_trace: Literal["", "otel"] = Field("", description="otel: vết OpenTelemetry")
    assistant_log: Path | None = Field(None, description="Tệp nhật ký JSONL")
    assistant_log_questions: bool = Field(False, description="Ghi cả câu hỏi vào nhật ký")


class JsonLog:
    """Appends one line a span: name, seconds, numbers; an error by its kind alone."""

    def __init__(self, path: Path, questions: bool) -> None:
        self._path, self._questions = path, questions
        self._lock = threading.Lock()

    @contextmanager
    def span(self, name: str, **told: Value) -> Iterator[Trace]:
        started, failed = time.perf_counter(), ""
        try:
            yield self
        except BaseException as error:
            failed = type(error).__name__
            raise
        finally:
            line: dict[str, Any] = {"at": round(time.time(), 3), "span": name}
            line |= {k: v for k, v in told.items() if k != "question" or self._questions}
            line["seconds"] = round(time.perf_counter() - started, 4)
            if failed and failed != "GeneratorExit":
                line["error"] = failed
            with self._lock, self._path.open("a", encoding="utf-8") as log:
                log.write(json.dumps(line, ensure_ascii=False) + "\n")


class OpenTelemetry:
    """Gives the spans to OpenTelemetry, whose own settings say where they go.

    Spans are handed their parents and never made current: a generator's steps may run in several
    threads, each with a context of its own.
    """

    def __init__(self, tracer: Any, parent: Any = None) -> None:
        self._tracer, self._parent = tracer, parent

    @contextmanager
    def span(self, name: str, **told: Value) -> Iterator[Trace]:
        kept = {key: value for key, value in told.items() if key != "question"}
        span = self._tracer.start_span(name, context=self._parent, attributes=kept)
        try:
            yield OpenTelemetry(self._tracer, _within(span))
        finally:
            span.end()


def _within(span: Any) -> Any:
    from opentelemetry.trace import set_span_in_context

    return set_span_in_context(span)


def open_trace(settings: TraceSettings) -> Trace:
    """Return what the settings ask for; OpenTelemetry is only imported then."""
    if settings.assistant_log is not None:
        return JsonLog(settings.assistant_log, settings.assistant_log_questions)
    if settings.assistant_trace == "otel":
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import OTELResourceDetector, Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor

        named = "service.name" in OTELResourceDetector().detect().attributes  # by the environment
        resource = Resource.create({} if named else {"service.name": SERVICE})
        provider = TracerProvider(resource=resource)
        provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
        return OpenTelemetry(provider.get_tracer("assistant"))
    return NO_TRACE
