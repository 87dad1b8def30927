"""Who is signed in: random tokens in the browsers, their hashes here, in memory only.

A restart of the program signs everybody out.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass

from assistant.access.accounts import Account, digest_of

LONGEST = 12 * 3600.0
"""Seconds from sign-in until a session ends however busy it is: a long working day."""


@dataclass
class Session:
    """One browser that signed in."""

    name: str
    password: str
    """The hash of the password then; a session ends when the password changes."""
    form: str
    """The secret that every form of this session carries."""
    began: float
    seen: float


class Sessions:
    """The sessions of one program. Threads may share it."""

    def __init__(self, idle: float, clock: Callable[[], float]) -> None:
        self._idle, self._clock = idle, clock
        self._lock = threading.Lock()
        self._sessions: dict[str, Session] = {}

    def begin(self, account: Account) -> str:
        """Return the token of a new session."""
        token, now = secrets.token_urlsafe(32), self._clock()
        with self._lock:
            self._sessions = {k: s for k, s in self._sessions.items() if self._lives(s, now)}
            session = Session(account.name, account.password, secrets.token_urlsafe(16), now, now)
            self._sessions[digest_of(token)] = session
        return token

    def find(self, token: str, touch: bool = True) -> Session | None:
        """Return a session that has not run out; `touch` counts as the user doing something."""
        now = self._clock()
        with self._lock:
            session = self._sessions.get(digest_of(token))
            if session is None or not self._lives(session, now):
                return None
            if touch:
                session.seen = now
            return session

    def end(self, token: str) -> None:
        with self._lock:
            self._sessions.pop(digest_of(token), None)

    def _lives(self, session: Session, now: float) -> bool:
        return now - session.seen < self._idle and now - session.began < LONGEST
