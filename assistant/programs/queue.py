"""How many requests of programs are worked on at once, how many may wait, how large one may be."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

import anyio
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.access.telling import told
from corpus.errors import PlanAssistantError

AT_ONCE = 2
"""Requests of programs worked on at once; half of what the window may do, so that people who wait
at a screen are served first."""

WAITING = 16
"""Requests that may wait. With half a second each, the last of them waits for some four."""

MOST_BYTES = 512 * 1024
"""Bytes of a request: twenty turns of the longest answers in UTF-8, and room for JSON."""

T = TypeVar("T")


class Busy(PlanAssistantError):
    """As many requests wait as may; try again a little later."""


class Queue:
    """Lets a few requests work at once and some wait; the others are told to come again."""

    def __init__(self, at_once: int = AT_ONCE, waiting: int = WAITING) -> None:
        self._most = at_once + waiting
        self._limiter = anyio.CapacityLimiter(at_once)
        self._inside = 0

    async def work(self, task: Callable[[], T]) -> T:
        """Do a task in a thread as soon as it is its turn. Raises Busy."""
        async with self._place():
            return await anyio.to_thread.run_sync(task, limiter=self._limiter)

    @asynccontextmanager
    async def _place(self) -> AsyncIterator[None]:
        if self._inside >= self._most:
            raise Busy(
                "Đang có quá nhiều yêu cầu; hãy thử lại sau vài giây.",
                "Too many requests at once; try again in a few seconds.",
            )
        self._inside += 1
        try:
            yield
        finally:
            self._inside -= 1


class SizeLimit:
    """ASGI application around another: refuses bodies that are too long on some paths."""

    def __init__(self, app: ASGIApp, paths: tuple[str, ...], most: int = MOST_BYTES) -> None:
        self._app, self._paths, self._most = app, paths, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(self._paths):
            await self._app(scope, receive, send)
            return
        body = await self._read(Headers(scope=scope), receive)
        if body is None:
            kilobytes = self._most // 1024
            said = (
                f"Yêu cầu dài quá {kilobytes} KB ({self._most} byte); hãy gửi ngắn hơn, ví dụ bớt "
                "các lượt hỏi trước.",
                f"The request is longer than {kilobytes} KB ({self._most} bytes); send less, for "
                "example fewer earlier turns.",
            )
            await told(413, *said)(scope, receive, send)
            return
        rest: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

        async def again() -> Message:
            return rest.pop() if rest else await receive()

        await self._app(scope, again, send)

    async def _read(self, headers: Headers, receive: Receive) -> bytes | None:
        """Return the body; None as soon as it is known to be too long."""
        announced = headers.get("content-length", "")
        if announced.isdecimal() and int(announced) > self._most:
            return None
        body = bytearray()
        while True:
            message = await receive()
            body += message.get("body", b"")
            if len(body) > self._most:
                return None
            if not message.get("more_body", False):
                return bytes(body)
