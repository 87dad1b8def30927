"""Who is signed in: random tokens in the browsers, their hashes here, and in a file over a restart.

The file holds hashes of tokens only and of passwords only a hash of their hash: who reads it can
sign in as nobody. Where it cannot be written, sessions live as long as the program.
"""

from __future__ import annotations

import logging
import os
import secrets
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.access.accounts import Account, digest_of

log = logging.getLogger(__name__)

LONGEST = 12 * 3600.0
"""Seconds from sign-in until a session ends however busy it is: a long working day."""

WRITTEN = 30.0
"""Seconds after which it is written again that a session was used; a restart loses no more."""

FILE = "sessions.sqlite"

_TABLE = """CREATE TABLE IF NOT EXISTS session (
  token TEXT PRIMARY KEY, name TEXT, password TEXT, form TEXT, began REAL, seen REAL)"""


@dataclass
class Session:
    """One browser that signed in."""

    name: str
    password: str
    """A hash of the password's hash then; a session ends when the password changes."""
    form: str
    """The secret that every form of this session carries."""
    began: float
    seen: float
    written: float = 0.0
    """When `seen` was last written to the file."""


class Sessions:
    """The sessions of one program. Threads may share it."""

    def __init__(self, idle: float, clock: Callable[[], float], folder: Path | None = None) -> None:
        """Take up the sessions that a folder keeps; without one they end with the program.

        `clock` goes on over a restart: seconds since 1970.
        """
        self._idle, self._clock = idle, clock
        self._lock = threading.Lock()
        self._path = folder / FILE if folder else None
        self._sessions = self._read()

    def begin(self, account: Account) -> str:
        """Return the token of a new session."""
        token, now = secrets.token_urlsafe(32), self._clock()
        with self._lock:
            for key in [k for k, s in self._sessions.items() if not self._lives(s, now)]:
                self._drop(key)
            form = secrets.token_urlsafe(16)
            session = Session(account.name, digest_of(account.password), form, now, now)
            self._sessions[digest_of(token)] = session
            self._write(digest_of(token), session)
        return token

    def find(self, token: str, touch: bool = True) -> Session | None:
        """Return a session that has not run out; `touch` counts as the user doing something."""
        now, key = self._clock(), digest_of(token)
        with self._lock:
            session = self._sessions.get(key)
            if session is None or not self._lives(session, now):
                return None
            if touch:
                session.seen = now
                if now - session.written > WRITTEN:
                    self._write(key, session)
            return session

    def end(self, token: str) -> None:
        with self._lock:
            self._drop(digest_of(token))

    def _lives(self, session: Session, now: float) -> bool:
        return now - session.seen < self._idle and now - session.began < LONGEST

    def _drop(self, key: str) -> None:
        self._sessions.pop(key, None)
        self._do("DELETE FROM session WHERE token = ?", (key,))

    def _write(self, key: str, session: Session) -> None:
        session.written = session.seen
        row = (key, session.name, session.password, session.form, session.began, session.seen)
        self._do("INSERT OR REPLACE INTO session VALUES (?, ?, ?, ?, ?, ?)", row)

    def _read(self) -> dict[str, Session]:
        now, found = self._clock(), dict[str, Session]()
        for key, *values in self._do("SELECT * FROM session"):
            session = Session(*values)
            if self._lives(session, now) and session.seen <= now:
                found[key] = session
        return found

    def _do(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a statement; tell what fails, and go on without the file."""
        if self._path is None:
            return []
        try:
            os.close(os.open(self._path, os.O_CREAT | os.O_WRONLY, 0o600))  # for its owner only
            with closing(sqlite3.connect(self._path, timeout=2)) as file, file:
                file.execute(_TABLE)
                return file.execute(statement, values).fetchall()
        except (OSError, sqlite3.Error) as error:
            log.warning("Không ghi được %s, các phiên chỉ giữ trong bộ nhớ: %s", FILE, error)
            return []
