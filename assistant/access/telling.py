"""How a failure is told to a program: one JSON object with one sentence in each language."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import JSONResponse

from assistant.access.errors import AccountsUnusable, SignInRefused, TooManyTries
from corpus.errors import PlanAssistantError

CHALLENGE = 'Basic realm="tro-ly-ke-hoach", charset="UTF-8", Bearer'


def told(
    status: int, vietnamese: str, english: str, headers: Mapping[str, str] | None = None
) -> JSONResponse:
    """Return the answer `{"error": …, "english": …}` of a status."""
    content = {"error": vietnamese, "english": english}
    return JSONResponse(content, status, {"Cache-Control": "no-store", **(headers or {})})


def told_error(error: PlanAssistantError, challenge: bool = False) -> JSONResponse:
    """Return what a failure of the gate is told as; `challenge` asks a program for credentials."""
    english = error.english or str(error)
    if isinstance(error, TooManyTries):
        return told(429, str(error), english, {"Retry-After": str(error.seconds)})
    if isinstance(error, SignInRefused):
        return told(401, str(error), english, {"WWW-Authenticate": CHALLENGE} if challenge else {})
    return told(503 if isinstance(error, AccountsUnusable) else 500, str(error), english)
