"""The whole server over a real index, in a thread, with accounts or without."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher

from assistant.access.accounts import AccountFile
from assistant.access.door import Door
from assistant.chain import Assistant
from assistant.serving import Served, account_line, administers, build_server
from assistant.window import Parts, StoredShelf, build_window
from assistant.window.parts import Heard
from corpus.feedback import FeedbackStore

VIEWER, VIEWER_PASSWORD = "van.an", "mật khẩu của cô Vân"
ADMINISTRATOR, ADMINISTRATOR_PASSWORD = "lan-anh", "mật khẩu của chị Lan"
IDLE = 600.0


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class NotingKeeper:
    """Notes what it is asked to take in or out, and does nothing."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def take_in(self, files: Sequence[Path], heard: Heard) -> dict[str, Any]:
        self.told.append("take in")
        return {}

    def remove(self, plan_id: str) -> dict[str, Any]:
        self.told.append(f"remove {plan_id}")
        return {}

    def bring_back(self, path: Path) -> dict[str, Any]:
        self.told.append("bring back")
        return {}


@dataclass(frozen=True)
class Office:
    """One server at work."""

    address: str
    accounts: AccountFile
    clock: Clock
    keeper: NotingKeeper


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


LIGHT = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
"""Hashes like the real one and costs next to nothing."""


def accounts_of(folder: Path) -> AccountFile:
    return AccountFile(folder, LIGHT.hash)


def make_accounts(folder: Path) -> AccountFile:
    accounts = accounts_of(folder)
    accounts.add(VIEWER, "viewer", VIEWER_PASSWORD)
    accounts.add(ADMINISTRATOR, "administrator", ADMINISTRATOR_PASSWORD)
    return accounts


@contextmanager
def an_office(assistant: Assistant, folder: Path, signing_in: bool = True) -> Iterator[Office]:
    """Serve an assistant; `folder` holds the accounts and what users say of answers."""
    accounts, clock, port = accounts_of(folder), Clock(), free_port()
    if signing_in:
        make_accounts(folder)
    door = Door(accounts, IDLE, clock) if signing_in else None
    keeper = NotingKeeper()
    parts = Parts(
        assistant,
        StoredShelf(assistant.reader),
        FeedbackStore(folder),
        keeper=keeper,
        may_change=administers(door),
        account=account_line,
    )
    served = Served(build_server(build_window(parts), assistant, door), "127.0.0.1", port)
    try:
        yield Office(f"http://127.0.0.1:{port}", accounts, clock, keeper)
    finally:
        served.stop()
