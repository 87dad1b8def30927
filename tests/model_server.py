"""A real HTTP server that speaks OpenAI's chat protocol, streaming; what it says is scripted.

Also the `/tokenize` of vLLM and llama.cpp where told, and Ollama's `/api/chat`.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from pydantic import SecretStr

from assistant.answer import Answer
from assistant.chain import Assistant
from assistant.model.chat import LangChainChat, open_chat
from assistant.model.settings import ModelSettings
from assistant.model.writer import open_writer
from corpus.embedding import SentenceEmbedder

KEY = "sk-bi-mat-4821"

PATIENCE = 120.0
"""Seconds for what is answered at once: no machine is so slow that they pass."""


@dataclass
class Reply:
    """What the server does with one request."""

    text: str = ""
    status: int = 200
    wait: float = 0.0
    """Seconds before the first byte."""
    pause: float = 0.0
    """Seconds between two pieces."""
    breaks: bool = False
    """The connection closes after the last piece, without the end of the protocol."""
    raw: str | None = None
    """Sent as it is, instead of events."""
    forever: bool = False
    finish: str = "stop"
    tokens: int | None = None
    """Tokens of the prompt that it says it read; None: as many as there were words."""


Script = Callable[[str], Reply]
"""The prompt, whole, → what to do."""


def always(text: str = "", **more: Any) -> Script:
    return lambda _prompt: Reply(text, **more)


@dataclass
class ModelServer:
    """A server at work, and what was asked of it."""

    script: Script
    key: str | None = None
    tokenizes: bool = False
    prompts: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def settings(self, **more: Any) -> ModelSettings:
        given: dict[str, Any] = {
            "assistant_model": "openai:thu-nghiem",
            "assistant_model_url": self.url,
            "assistant_model_key": SecretStr(KEY),
            "assistant_model_seconds": PATIENCE,
        }
        return ModelSettings(_env_file=None, **(given | more))

    def chat(self, **more: Any) -> LangChainChat:
        return open_chat(self.settings(**more))


@contextmanager
def serving(script: Script, **more: Any) -> Iterator[ModelServer]:
    """Serve scripted answers on a free port until the block ends."""
    told = ModelServer(script, **more)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(told))
    server.daemon_threads = True
    told.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()


def _handler(told: ModelServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:
            pass

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)))
            try:
                if self.path == "/tokenize":
                    self._tokenize(body)
                else:
                    self._chat(body)
            except OSError:  # whoever asked has left
                self.close_connection = True

        def _tokenize(self, body: dict[str, Any]) -> None:
            if not told.tokenizes:
                return self._json(404, {"error": "no such path"})
            words = str(body.get("prompt") or body.get("content")).split()
            self._json(200, {"count": len(words), "tokens": list(range(len(words)))})

        def _chat(self, body: dict[str, Any]) -> None:
            prompt = "\n\n".join(str(message["content"]) for message in body["messages"])
            told.prompts.append(prompt)
            told.headers.append({name.lower(): said for name, said in self.headers.items()})
            if told.key and self.headers.get("Authorization") != f"Bearer {told.key}":
                said = f"Incorrect API key provided: {self.headers.get('Authorization')}"
                return self._json(401, {"error": {"message": said, "code": "invalid_api_key"}})
            reply = told.script(prompt)
            time.sleep(reply.wait)
            if reply.status != 200:
                return self._json(reply.status, {"error": {"message": reply.text}})
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            ollama = self.path == "/api/chat"
            for line in (_ollama if ollama else _events)(reply, prompt):
                self._chunk(line)
                time.sleep(reply.pause)
            if not reply.breaks:
                self._chunk("")
            self.close_connection = True

        def _chunk(self, text: str) -> None:
            data = text.encode()
            self.wfile.write(f"{len(data):X}\r\n".encode() + data + b"\r\n")
            self.wfile.flush()

        def _json(self, status: int, value: object) -> None:
            data = json.dumps(value).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    return Handler


def _pieces(text: str) -> Sequence[str]:
    return [text[at : at + 12] for at in range(0, len(text), 12)]


def _events(reply: Reply, prompt: str) -> Iterator[str]:
    if reply.raw is not None:
        yield reply.raw
        return
    for piece in _pieces(reply.text):
        yield _event({"delta": {"role": "assistant", "content": piece}})
    while reply.forever:
        yield _event({"delta": {"content": "và tiếp tục "}})
    if reply.breaks:
        return
    yield _event({"delta": {}, "finish_reason": reply.finish})
    read = len(prompt.split()) if reply.tokens is None else reply.tokens
    usage = {"prompt_tokens": read, "completion_tokens": 1, "total_tokens": read + 1}
    yield f"data: {json.dumps({**_HEAD, 'choices': [], 'usage': usage})}\n\n"
    yield "data: [DONE]\n\n"


_HEAD = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "thu-nghiem"}


def _event(choice: dict[str, Any]) -> str:
    whole = {**_HEAD, "choices": [{"index": 0, "finish_reason": None, **choice}]}
    return f"data: {json.dumps(whole, ensure_ascii=False)}\n\n"


def _ollama(reply: Reply, prompt: str) -> Iterator[str]:
    head = {"model": "thu-nghiem", "created_at": "2026-01-01T00:00:00Z"}
    for piece in _pieces(reply.text):
        message = {"role": "assistant", "content": piece}
        yield json.dumps({**head, "message": message, "done": False}) + "\n"
    read = len(prompt.split()) if reply.tokens is None else reply.tokens
    end = {"done": True, "done_reason": reply.finish, "prompt_eval_count": read, "eval_count": 1}
    yield json.dumps({**head, "message": {"role": "assistant", "content": ""}, **end}) + "\n"


class With:
    """The assistant with a model whose server follows a script."""

    def __init__(self, assistant: Assistant, embedder: SentenceEmbedder) -> None:
        self._assistant, self._embedder = assistant, embedder

    def model(self, server: ModelServer, **more: object) -> Assistant:
        writer = open_writer(server.settings(**more), self._embedder)
        return Assistant(self._assistant.reader, writer=writer)

    def ask(self, script: Script, question: str, seconds: float = PATIENCE) -> Answer:
        with serving(script) as server:
            return self.model(server, assistant_model_seconds=seconds).ask(question)
