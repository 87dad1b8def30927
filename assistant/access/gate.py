"""What every request passes first: is it from a page of ours, and who sends it?

Without a door (the window is open to this machine only) whoever sits at this machine may do
everything, and nobody else anything. With a door a request needs a session, or for programs a
password or a token. Two attacks of foreign pages are met for both: a form or script elsewhere that
sends a request here (its Origin is not ours), and a foreign name that leads to this machine.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from functools import partial
from typing import TypeVar
from urllib.parse import urlsplit

import anyio
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.access.door import Caller, Door
from assistant.access.errors import AccessError
from assistant.access.telling import CHALLENGE, told, told_error
from assistant.listening import is_loopback

COOKIE = "tlkh-session"
SIGN_IN = "/sign-in"

PROGRAMS = ("/api/", "/mcp")
"""Paths where name and password may come with every request."""

UNTOUCHED = ("/session", "/gradio_api/heartbeat/")
"""Paths that an open window asks for by itself: they do not count as the user doing something."""

FOR_ADMINISTRATORS = ("/gradio_api/upload",)
"""Paths of Gradio's own that only taking plans in needs."""

SAFE = ("GET", "HEAD", "OPTIONS")

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
}

LOOKED_AT = 4
"""Passwords that may wait to be looked at with a thread each; the others wait without one."""

T = TypeVar("T")


class Gate:
    """ASGI application around another; notes who asks in `scope["caller"]`."""

    def __init__(self, app: ASGIApp, door: Door | None) -> None:
        self._app, self._door = app, door
        self._threads = anyio.CapacityLimiter(LOOKED_AT)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
        else:
            request = Request(scope)
            stopped = _foreign(request) or await self._stopped(request)
            await (stopped or self._app)(scope, receive, _with_headers(send))

    async def _stopped(self, request: Request) -> Response | None:
        """Return what keeps a request out; None lets it in."""
        path = request.url.path
        if self._door is None:
            request.scope["caller"] = None
            return None if _from_this_machine(request) else _not_from_here()
        if path == SIGN_IN:
            return None
        for_program = path.startswith(PROGRAMS)
        try:
            caller = await self._caller(request, self._door, for_program)
        except AccessError as error:
            return told_error(error, challenge=for_program)
        request.scope["caller"] = caller
        if caller is None:
            return _sign_in_first(request, for_program)
        if path.startswith(FOR_ADMINISTRATORS) and not caller.administers:
            return told(403, "Chỉ người quản trị mới thêm kế hoạch.", "For administrators only.")
        return None

    async def _caller(self, request: Request, door: Door, for_program: bool) -> Caller | None:
        """Return who sends a request. Raises SignInRefused or TooManyTries."""
        kind, _, rest = request.headers.get("authorization", "").partition(" ")
        address = address_of(request)
        if kind.casefold() == "bearer":
            return door.by_token(rest.strip(), address)
        if kind.casefold() == "basic" and for_program:
            name, password = _name_and_password(rest)
            return await self.aside(partial(door.by_password, name, password, address))
        token = request.cookies.get(COOKIE, "")
        found = door.by_session(token, touch=not request.url.path.startswith(UNTOUCHED))
        if found is None:
            return None
        caller, request.scope["session"] = found
        return caller

    async def aside(self, work: Callable[[], T]) -> T:
        """Do work that hashes passwords in a thread, so that nothing else waits for it."""
        return await anyio.to_thread.run_sync(work, limiter=self._threads)


def address_of(request: Request) -> str:
    return request.client.host if request.client else ""


def _from_this_machine(request: Request) -> bool:
    """Tell whether visitor and name are of this machine, also behind a server that forwards."""
    host = urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
    return is_loopback(host) and is_loopback(address_of(request))


def _foreign(request: Request) -> Response | None:
    """Return the refusal of a changing request that a page of another origin sends."""
    origin = request.headers.get("origin")
    if request.method in SAFE or origin is None:
        return None
    own = {request.headers.get("host"), request.headers.get("x-forwarded-host")}
    if urlsplit(origin).netloc in own - {None, ""}:
        return None
    return told(403, "Yêu cầu đến từ một trang khác nên bị từ chối.", "Sent by a foreign page.")


def _not_from_here() -> Response:
    return told(
        403,
        "Cửa sổ này chỉ mở cho chính máy đang chạy nó; muốn dùng từ máy khác, hãy đặt "
        "SIGN_IN=always hoặc HOST và tạo tài khoản.",
        "Open to its own machine only; set SIGN_IN=always or HOST, and make accounts.",
    )


def _sign_in_first(request: Request, for_program: bool) -> Response:
    """Send a person to the page for signing in, tell a program what to send."""
    if (
        not for_program
        and request.method in SAFE
        and "text/html" in request.headers.get("accept", "")
    ):
        return RedirectResponse(SIGN_IN, 303, {"Cache-Control": "no-store"})
    if for_program:
        return told(
            401,
            "Cần đăng nhập: gửi tên và mật khẩu (HTTP Basic) hoặc mã truy cập (Bearer).",
            "Sign in: send name and password (HTTP Basic) or a token (Bearer).",
            {"WWW-Authenticate": CHALLENGE},
        )
    return told(401, "Phiên đã hết; hãy đăng nhập lại.", "The session ended; sign in again.")


def _name_and_password(encoded: str) -> tuple[str, str]:
    """Return what HTTP Basic (RFC 7617) carries; two empty texts for what is none."""
    try:
        text = base64.b64decode(encoded.strip(), validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return "", ""
    name, _, password = text.partition(":")
    return name, password


def _with_headers(send: Send) -> Send:
    """Return what sends an answer with the headers that every answer has."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sending
