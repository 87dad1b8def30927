"""The file of accounts: names, roles, hashed passwords, hashed tokens of programs.

JSON in the state folder, readable by its owner only, written whole beside itself and then put in
its place. It is read anew when it changed, so that a running program heeds every change at once.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import threading
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal, get_args

from filelock import FileLock, Timeout

from assistant.access.errors import AccountsUnusable, BadAccount
from assistant.access.passwords import check_new_password, hash_password

FILE = "accounts.json"

Role = Literal["viewer", "administrator"]
ROLES: tuple[Role, ...] = get_args(Role)

NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}")
"""What a name looks like, in small letters."""

TOKEN_START = "tlkh_"
"""How every token begins, so that one that lies somewhere is recognised for what it is."""

LOCK_WAIT = 5.0
"""Seconds to wait for another change of the file, which takes a few milliseconds."""


@dataclass(frozen=True)
class Token:
    """A token of a program. Its own id is no secret; the token is, and only its hash is kept."""

    id: str
    digest: str


@dataclass(frozen=True)
class Account:
    name: str
    role: Role
    password: str
    """The hash, with salt and parameters."""
    tokens: tuple[Token, ...] = ()


Accounts = Mapping[str, Account]


def digest_of(token: str) -> str:
    """Return the hash of a token; tokens are random, so a fast one does."""
    return hashlib.sha256(token.encode()).hexdigest()


class AccountFile:
    """The accounts of a state folder. Threads and programs may share it."""

    def __init__(
        self, state_dir: Path, hash_password: Callable[[str], str] = hash_password
    ) -> None:
        self.path = state_dir / FILE
        self.hash_password = hash_password
        self._lock = threading.Lock()
        self._seen: tuple[int, ...] | None = None
        self._accounts: Accounts = {}

    def all(self) -> Accounts:
        """Return the accounts by name; none without a file. Raises AccountsUnusable."""
        with self._lock:
            try:
                stat = self.path.stat()
                seen = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
                if seen != self._seen:
                    self._accounts = _read(self.path.read_text(encoding="utf-8"))
                    self._seen = seen
            except FileNotFoundError:
                self._accounts, self._seen = {}, None
            except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
                self._accounts, self._seen = {}, None
                raise _unusable(self.path, error) from error
            return self._accounts

    def add(self, name: str, role: Role, password: str) -> None:
        """Make an account. Raises BadAccount for a taken name or what is no name or password."""
        name = _checked_name(name)
        check_new_password(password, name)
        hashed = self.hash_password(password)
        with self._changing() as accounts:
            if name in accounts:
                raise BadAccount(
                    f"Đã có tài khoản {name}; muốn đổi thì dùng `python -m assistant.access "
                    f"change {name}`.",
                    f"There is an account {name} already; use `change` to change it.",
                )
            accounts[name] = Account(name, role, hashed)

    def change(self, name: str, role: Role | None = None, password: str | None = None) -> None:
        """Give an account another role or password; a new password ends its sessions."""
        if password is not None:
            check_new_password(password, name)
        hashed = None if password is None else self.hash_password(password)
        with self._changing() as accounts:
            account = _known(accounts, name)
            accounts[name] = replace(
                account, role=role or account.role, password=hashed or account.password
            )

    def remove(self, name: str) -> None:
        """Take an account away, its sessions and tokens with it. Raises BadAccount."""
        with self._changing() as accounts:
            _known(accounts, name)
            del accounts[name]

    def make_token(self, name: str) -> str:
        """Return a new token of an account; it cannot be shown again. Raises BadAccount."""
        token = TOKEN_START + secrets.token_urlsafe(32)
        with self._changing() as accounts:
            account = _known(accounts, name)
            made = Token(secrets.token_hex(3), digest_of(token))
            accounts[name] = replace(account, tokens=(*account.tokens, made))
        return token

    def revoke(self, name: str, token_id: str) -> None:
        """Take a token back. Raises BadAccount for an unknown one."""
        with self._changing() as accounts:
            account = _known(accounts, name)
            kept = tuple(token for token in account.tokens if token.id != token_id)
            if len(kept) == len(account.tokens):
                raise BadAccount(
                    f"{name} không có mã truy cập {token_id}.", f"{name} has no token {token_id}."
                )
            accounts[name] = replace(account, tokens=kept)

    def _changing(self) -> _Change:
        return _Change(self)


class _Change:
    """One change of the file, alone with it; what goes wrong within leaves the file as it was."""

    def __init__(self, file: AccountFile) -> None:
        self._file = file
        self._guard = FileLock(f"{file.path}.lock", timeout=LOCK_WAIT)
        self._accounts: dict[str, Account] = {}

    def __enter__(self) -> dict[str, Account]:
        path = self._file.path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._guard.acquire()
        except (OSError, Timeout) as error:
            raise _unusable(path, error) from error
        try:
            self._accounts = dict(self._file.all())
        except AccountsUnusable:
            self._guard.release()
            raise
        return self._accounts

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                _write(self._file.path, self._accounts)
        except OSError as error:
            raise _unusable(self._file.path, error) from error
        finally:
            self._guard.release()


def _read(text: str) -> dict[str, Account]:
    rows: dict[str, dict[str, Any]] = json.loads(text)["accounts"]
    return {name: _account(name, row) for name, row in rows.items()}


def _account(name: str, row: dict[str, Any]) -> Account:
    if row["role"] not in ROLES or not isinstance(row["password"], str):
        raise ValueError(f"tài khoản {name}")
    tokens = tuple(Token(str(one["id"]), str(one["digest"])) for one in row.get("tokens", ()))
    return Account(name, row["role"], row["password"], tokens)


def _write(path: Path, accounts: Accounts) -> None:
    rows = {name: asdict(account) for name, account in sorted(accounts.items())}
    text = json.dumps({"accounts": rows}, ensure_ascii=False, indent=1)
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def checked_role(role: str) -> Role:
    """Return a role. Raises BadAccount for what is none, before a password is asked for."""
    if role not in ROLES:
        raise BadAccount(
            f"Không có vai trò {role}; vai trò là viewer (người xem) hoặc administrator (người "
            "quản trị).",
            f"There is no role {role}; a role is viewer or administrator.",
        )
    return role


def _checked_name(name: str) -> str:
    if not NAME.fullmatch(name):
        raise BadAccount(
            f"Tên đăng nhập {name!r} không hợp lệ; tên gồm chữ thường không dấu, chữ số, dấu "
            "chấm, gạch ngang, gạch dưới, nhiều nhất 40 ký tự.",
            "A name has up to 40 small letters, digits, dots, hyphens and underscores.",
        )
    return name


def _known(accounts: Accounts, name: str) -> Account:
    if name not in accounts:
        raise BadAccount(f"Không có tài khoản {name}.", f"There is no account {name}.")
    return accounts[name]


def _unusable(path: Path, error: Exception) -> AccountsUnusable:
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return AccountsUnusable(
        f"Không đọc hoặc ghi được tệp tài khoản {path}: {why}; hãy kiểm tra quyền của tệp, hoặc "
        "chuyển tệp đi nơi khác rồi tạo lại tài khoản.",
        f"The file of accounts {path.name} cannot be read or written: {why}; check its "
        "permissions, or move it away and make the accounts anew.",
    )
