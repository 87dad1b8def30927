"""The page for signing in, and the way out: small HTML of our own, usable without any script."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from functools import partial
from html import escape
from pathlib import Path

import anyio
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from assistant.access import words
from assistant.access.door import Door
from assistant.access.errors import AccessError, SignInRefused, TooManyTries
from assistant.access.gate import COOKIE, LOOKED_AT, SIGN_IN, address_of
from assistant.access.sessions import Session
from assistant.access.telling import told
from assistant.window.words import LANGUAGE_COOKIE, Tongue, tongue_of
from corpus.errors import PlanAssistantError

HERE = Path(__file__).parent

FORM_COOKIE = "tlkh-form"
"""Carries the secret that the form for signing in must send back."""

OWNER_COOKIE = "tlkh-owner"
"""Tells the window's script whose conversations the tab may remember; opens nothing."""

YEAR = 365 * 24 * 3600
"""Seconds for which a browser keeps the language."""

_FORGET = "sessionStorage.clear()"


def render_sign_in(
    tongue: Tongue, form: str, notice: str = "", failure: str = "", name: str = ""
) -> str:
    """Return the page; its one script runs only after signing out and forgets what was asked."""
    other: Tongue = "vi" if tongue == "en" else "en"
    style = (HERE / "sign_in.css").read_text(encoding="utf-8")
    said = f'<p role="alert" id="said">{escape(failure)}</p>' if failure else ""
    said += f'<p role="status">{escape(notice)}</p>' if notice else ""
    wrong = ' aria-invalid="true" aria-describedby="said"' if failure else ""
    script = f"<script>{_FORGET}</script>" if notice == words.LEFT(tongue) else ""
    return f"""<!doctype html>
<html lang="{tongue}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<title>{words.TITLE(tongue)} – {words.PRODUCT(tongue)}</title><style>{style}</style></head>
<body><main><p class="product">{words.PRODUCT(tongue)}</p><h1>{words.TITLE(tongue)}</h1>{said}
<form method="post" action="{SIGN_IN}?language={tongue}">
<input type="hidden" name="form" value="{escape(form)}">
<label for="name">{words.NAME(tongue)}</label>
<input id="name" name="name" autocomplete="username" autocapitalize="none" spellcheck="false"
 maxlength="80" required value="{escape(name)}"{wrong}{"" if name else " autofocus"}>
<label for="password">{words.PASSWORD(tongue)}</label>
<input id="password" name="password" type="password" autocomplete="current-password"
 maxlength="200" required{wrong}{" autofocus" if name else ""}>
<button type="submit">{words.ENTER(tongue)}</button></form>
<a href="{SIGN_IN}?language={other}" lang="{other}">{words.OTHER_TONGUE(tongue)}</a>
{script}</main></body></html>"""


def render_account(name: str, role: str, form: str, tongue: Tongue) -> str:
    """Return who is signed in with the button that signs out, for the head of the window."""
    said = words.SIGNED_IN(tongue, name=name, role=words.ROLES[role](tongue))
    return (
        f'<form method="post" action="/sign-out?language={tongue}" class="account">'
        f'<span>{escape(said)}</span> <input type="hidden" name="form" value="{escape(form)}">'
        f'<button type="submit">{words.LEAVE(tongue)}</button></form>'
    )


def window_head() -> str:
    """Return what the head of the window needs where users sign in: its guard, and looks."""
    script = (HERE / "guard.js").read_text(encoding="utf-8")
    style = (HERE / "account.css").read_text(encoding="utf-8")
    return f"<script>{script}</script><style>{style}</style>"


def _sum(text: str) -> str:
    """Return the name of an inline style or script in a content security policy."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


class SignInPages:
    """The routes of signing in and out."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._threads = anyio.CapacityLimiter(LOOKED_AT)

    @property
    def routes(self) -> list[Route]:
        return [
            Route(SIGN_IN, self.show, methods=["GET"]),
            Route(SIGN_IN, self.enter, methods=["POST"]),
            Route("/sign-out", self.leave, methods=["POST"]),
            Route("/session", self.lives, methods=["GET"]),
        ]

    async def show(self, request: Request) -> Response:
        """Show the empty form, with why it is shown."""
        tongue = _tongue(request)
        asked = request.query_params
        notice = words.LEFT(tongue) if "left" in asked else ""
        notice = words.EXPIRED(tongue) if "expired" in asked else notice
        return self._page(request, notice=notice)

    async def enter(self, request: Request) -> Response:
        """Take name and password, and open the window or say what is wrong."""
        tongue, sent = _tongue(request), await request.form()
        kept, form = request.cookies.get(FORM_COOKIE, ""), str(sent.get("form", ""))
        if not kept or not hmac.compare_digest(kept.encode(), form.encode()):
            return self._page(request, 403, failure=words.STALE(tongue))
        name, password = str(sent.get("name", "")), str(sent.get("password", ""))
        work = partial(self._door.sign_in, name, password, address_of(request))
        try:
            token = await anyio.to_thread.run_sync(work, limiter=self._threads)
        except AccessError as error:
            status, said = _failure(error, tongue)
            return self._page(request, status, failure=said, name=name[:80])
        answer = RedirectResponse("/", 303, {"Cache-Control": "no-store"})
        found = self._door.by_session(token)
        owner = hashlib.sha256(found[0].name.encode()).hexdigest()[:16] if found else ""
        secure = request.url.scheme == "https"
        answer.set_cookie(COOKIE, token, httponly=True, samesite="lax", secure=secure)
        answer.set_cookie(OWNER_COOKIE, owner, samesite="lax", secure=secure)
        _remember(answer, tongue, secure)
        answer.delete_cookie(FORM_COOKIE, SIGN_IN)
        return answer

    async def leave(self, request: Request) -> Response:
        """End the session, if the form is one of its own."""
        session: Session | None = request.scope.get("session")
        form = str((await request.form()).get("form", ""))
        if session is None or not hmac.compare_digest(session.form.encode(), form.encode()):
            return told(403, "Yêu cầu đăng xuất không hợp lệ.", "Not a form of this session.")
        self._door.sessions.end(request.cookies.get(COOKIE, ""))
        address = f"{SIGN_IN}?left=1&language={_tongue(request)}"
        answer = RedirectResponse(address, 303, {"Cache-Control": "no-store"})
        answer.delete_cookie(COOKIE)
        answer.delete_cookie(OWNER_COOKIE)
        return answer

    async def lives(self, _request: Request) -> Response:
        """Say that the session lives; the gate says when it does not."""
        return Response(status_code=204, headers={"Cache-Control": "no-store"})

    def _page(
        self,
        request: Request,
        status: int = 200,
        notice: str = "",
        failure: str = "",
        name: str = "",
    ) -> Response:
        """Return the page with the rules for what may run in it, and the secret of its form."""
        kept = request.cookies.get(FORM_COOKIE, "")  # so that a second tab leaves the first valid
        form = kept if 20 <= len(kept) <= 30 else secrets.token_urlsafe(16)
        page = render_sign_in(_tongue(request), form, notice, failure, name)
        style = (HERE / "sign_in.css").read_text(encoding="utf-8")
        policy = (
            f"default-src 'none'; style-src 'sha256-{_sum(style)}'; script-src "
            f"'sha256-{_sum(_FORGET)}'; img-src data:; form-action 'self'; base-uri 'none'; "
            "frame-ancestors 'none'"
        )
        headers = {"Cache-Control": "no-store", "Content-Security-Policy": policy}
        answer = HTMLResponse(page, status, headers)
        secure = request.url.scheme == "https"
        answer.set_cookie(
            FORM_COOKIE, form, path=SIGN_IN, httponly=True, samesite="strict", secure=secure
        )
        _remember(answer, _tongue(request), secure)
        return answer


def _remember(answer: Response, tongue: Tongue, secure: bool) -> None:
    """Let the browser keep the language; the script of the window reads and changes it."""
    answer.set_cookie(LANGUAGE_COOKIE, tongue, YEAR, samesite="lax", secure=secure)


def _tongue(request: Request) -> Tongue:
    """Return the language that the address names, else the one chosen before."""
    chosen = request.cookies.get(LANGUAGE_COOKIE)
    return tongue_of(request.query_params.get("language", chosen))


def _failure(error: PlanAssistantError, tongue: Tongue) -> tuple[int, str]:
    """Return status and words of a refused sign-in."""
    if isinstance(error, SignInRefused):
        return 401, words.WRONG(tongue)
    said = (tongue == "en" and error.english) or str(error)
    return 429 if isinstance(error, TooManyTries) else 503, said
