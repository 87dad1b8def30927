"""One server for people and programs: the window, the JSON endpoint, the MCP server, the gate."""

from __future__ import annotations

import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import gradio as gr
import uvicorn
from fastapi import FastAPI
from starlette.requests import Request
from starlette.types import ASGIApp

from assistant.access.door import Caller, Door
from assistant.access.gate import Gate
from assistant.access.pages import SignInPages, render_account, window_head
from assistant.access.sessions import Session
from assistant.chain import Assistant
from assistant.listening import CannotListen, listen
from assistant.programs.api import make_router, tell_errors
from assistant.programs.library import Library
from assistant.programs.mcp_server import make_mcp, mcp_routes
from assistant.programs.queue import Queue, SizeLimit
from assistant.window import mount_window
from assistant.window.parts import MayChange
from assistant.window.quality_report import report_routes
from assistant.window.words import TITLE, Tongue

API_VERSION = "1"
"""Raised when what programs send or receive changes so that they must change."""

STARTED = 30.0
"""Seconds to wait for the server to be up; it takes less than one."""

LEAVING = 0.5
"""Seconds for what is being answered when the program stops; an answer takes a fifth of that. An
open window holds a connection for as long as it is open, so there is no waiting for the last."""


def build_server(
    window: gr.Blocks, assistant: Assistant, door: Door | None, report: Path | None = None
) -> ASGIApp:
    """Return all that is served, behind its gate; without a door for this machine only.

    `report` is the folder of the latest report of the evaluation.
    """
    library, queue = Library(assistant), Queue()
    mcp = make_mcp(library, queue)
    routes = mcp_routes(mcp)

    @asynccontextmanager
    async def running(_app: FastAPI) -> AsyncIterator[None]:
        async with mcp.session_manager.run():
            yield

    app = FastAPI(
        title=TITLE.vi,
        version=API_VERSION,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=running,
    )
    tell_errors(app)
    app.router.routes += [*(SignInPages(door).routes if door else ()), *routes]
    app.router.routes += report_routes(report) if report else []
    app.include_router(make_router(library, queue))
    if door:
        mount_window(app, window, window_head(), who_asks)
    else:
        mount_window(app, window)
    return Gate(SizeLimit(app, ("/api/", "/mcp", "/sign-")), door)


def who_asks(request: Request) -> str | None:
    """Return the name of who sends a request, as the gate found it."""
    caller: Caller | None = request.scope.get("caller")
    return caller.name if caller else None


def administers(door: Door | None) -> MayChange:
    """Return who takes plans in and out: administrators; without a door whoever is let in."""
    if door is None:
        return lambda _request: True
    return lambda request: request is not None and door.administers(request.username)


def account_line(request: gr.Request | None, tongue: Tongue) -> str:
    """Return who is signed in and the way out; empty for a program, which has no session."""
    scope = request.request.scope if request and request.request else {}
    caller: Caller | None = scope.get("caller")
    session: Session | None = scope.get("session")
    if caller is None or session is None:
        return ""
    return render_account(caller.name, caller.role, session.form, tongue)


class Served:
    """A server at work in a thread of its own."""

    def __init__(self, app: ASGIApp, host: str, port: int) -> None:
        """Start it and wait until it answers. Raises CannotListen."""
        bound = listen(host, port)
        config = uvicorn.Config(app, log_level="warning", ws="none", server_header=False)
        self._server = uvicorn.Server(config)
        run = partial(self._server.run, sockets=[bound])
        self._thread = threading.Thread(target=run, daemon=True)
        self._thread.start()
        deadline = time.monotonic() + STARTED
        while not self._server.started and self._thread.is_alive():
            if time.monotonic() > deadline:
                break
            time.sleep(0.01)
        if not self._server.started:
            raise CannotListen(
                "Máy chủ của cửa sổ không khởi động được; xem nhật ký của chương trình.",
                "The server of the window did not start; see the log of the program.",
            )

    def stop(self) -> None:
        """Let what is being answered end, for a moment, and stop."""
        self._server.should_exit = True
        self._thread.join(LEAVING)
