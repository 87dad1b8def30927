"""Joins accounts, sessions and pauses: name and password, cookie or token → who it is."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assistant.access.accounts import Account, AccountFile, Role, digest_of
from assistant.access.errors import NoAccounts, SignInRefused
from assistant.access.passwords import is_password
from assistant.access.sessions import Session, Sessions
from assistant.access.throttle import Throttle

REMEMBERED = 300.0
"""Seconds for which a password that was right is not hashed again: a program sends it with every
request, and every hash takes some 50 ms and 64 MiB."""


@dataclass(frozen=True)
class Caller:
    """Who sends a request."""

    name: str
    role: Role

    @property
    def administers(self) -> bool:
        return self.role == "administrator"


class Door:
    """Lets in who has an account. Threads may share it; one password is hashed at a time."""

    def __init__(
        self,
        accounts: AccountFile,
        idle: float,
        clock: Callable[[], float] | None = None,
        folder: Path | None = None,
    ) -> None:
        """Keep sessions in `folder` over a restart; without one they end with the program."""
        self.accounts = accounts
        self.sessions = Sessions(idle, clock or time.time, folder)
        clock = clock or time.monotonic
        self._clock = clock
        self._throttle = Throttle(clock)
        self._lock = threading.Lock()
        self._key = secrets.token_bytes(32)
        self._nobody = accounts.hash_password(secrets.token_urlsafe(16))
        self._right: dict[str, tuple[str, float]] = {}
        """What was right → the hash it was right for, and until when it is remembered."""

    def sign_in(self, name: str, password: str, address: str) -> str:
        """Return the token of a new session. Raises SignInRefused or TooManyTries."""
        return self.sessions.begin(self._account(name, password, address))

    def by_password(self, name: str, password: str, address: str) -> Caller:
        """Return who sends name and password. Raises SignInRefused or TooManyTries."""
        account = self._account(name, password, address)
        return Caller(account.name, account.role)

    def by_token(self, token: str, address: str) -> Caller:
        """Return whose token this is. Raises SignInRefused or TooManyTries."""
        digest, found = digest_of(token), None
        with self._lock:
            for account in self.accounts.all().values():
                for one in account.tokens:
                    if hmac.compare_digest(one.digest, digest):
                        found = account
            if found is None:
                self._throttle.check("", address)
                self._throttle.failed("", address)
                raise refused()
        return Caller(found.name, found.role)

    def by_session(self, token: str, touch: bool = True) -> tuple[Caller, Session] | None:
        """Return whose session this is; None for one that ran out, or whose account changed."""
        session = self.sessions.find(token, touch)
        account = self.accounts.all().get(session.name) if session else None
        if session is None or account is None or digest_of(account.password) != session.password:
            return None
        return Caller(account.name, account.role), session

    def administers(self, name: str | None) -> bool:
        """Tell whether an account of this name is an administrator's now."""
        account = self.accounts.all().get(name or "")
        return account is not None and account.role == "administrator"

    def _account(self, name: str, password: str, address: str) -> Account:
        name = name.strip().casefold()[:80]
        with self._lock:
            self._throttle.check(name, address)  # before the memory, which answers fast
            account = self._known(name, password) or self._looked_at(name, password)
            if account is None:
                self._throttle.failed(name, address)
                raise refused()
            self._throttle.passed(name, address)
            return account

    def _looked_at(self, name: str, password: str) -> Account | None:
        """Return the account of name and password; as slow where there is no such name."""
        account = self.accounts.all().get(name)
        right = is_password(password, account.password if account else self._nobody)
        if account is None or not right:
            return None
        self._remember(account, password)
        return account

    def _known(self, name: str, password: str) -> Account | None:
        """Return the account where this password was right for its hash a short while ago."""
        account = self.accounts.all().get(name)
        hashed, until = self._right.get(self._mark(name, password), ("", 0.0))
        right = account is not None and hashed == account.password and self._clock() < until
        return account if right else None

    def _remember(self, account: Account, password: str) -> None:
        now = self._clock()
        self._right = {mark: one for mark, one in self._right.items() if one[1] > now}
        self._right[self._mark(account.name, password)] = (account.password, now + REMEMBERED)

    def _mark(self, name: str, password: str) -> str:
        text = f"{name}\0{password}".encode(errors="surrogatepass")
        return hmac.new(self._key, text, hashlib.sha256).hexdigest()


def refused() -> SignInRefused:
    return SignInRefused(
        "Tên đăng nhập, mật khẩu hoặc mã truy cập không đúng.",
        "The name, the password or the token is not right.",
    )


def require_accounts(accounts: AccountFile, host: str, sign_in: str) -> None:
    """Raise NoAccounts where sign-in is needed and nobody could sign in."""
    if not accounts.all():
        raise NoAccounts(
            f"Với HOST={host} và SIGN_IN={sign_in}, người dùng phải đăng nhập mà chưa có tài khoản "
            "nào; hãy tạo một tài khoản quản trị bằng lệnh `python -m assistant.access add TÊN "
            "--role administrator`, rồi chạy lại.",
            f"With HOST={host} and SIGN_IN={sign_in} users sign in and there is no account yet; "
            "make one with `python -m assistant.access add NAME --role administrator`, then run "
            "again.",
        )
