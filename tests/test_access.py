"""Accounts, pauses and sessions: what is kept, what is refused, what runs out."""

from __future__ import annotations

import json
import os
import pty
import select
import signal
import stat
import subprocess
import sys
import threading
import unicodedata
from pathlib import Path

import pytest
from serving import (
    ADMINISTRATOR,
    ADMINISTRATOR_PASSWORD,
    IDLE,
    VIEWER,
    VIEWER_PASSWORD,
    Clock,
    accounts_of,
    free_port,
    make_accounts,
)
from support import ROOT

from assistant.access import throttle
from assistant.access.accounts import AccountFile
from assistant.access.door import Door
from assistant.access.errors import AccountsUnusable, BadAccount, SignInRefused, TooManyTries
from assistant.access.gate import is_loopback
from assistant.access.passwords import LONGEST, SHORTEST
from assistant.access.sessions import FILE
from assistant.access.sessions import LONGEST as LONGEST_SESSION
from assistant.listening import open_door
from corpus.settings import Settings

HERE = "10.0.0.7"


@pytest.fixture
def accounts(tmp_path: Path) -> AccountFile:
    return make_accounts(tmp_path)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def door(accounts: AccountFile, clock: Clock) -> Door:
    return Door(accounts, IDLE, clock)


def test_a_session_outlives_the_program_and_its_file_opens_nothing(
    accounts: AccountFile, clock: Clock, tmp_path: Path
) -> None:
    first = Door(accounts, IDLE, clock, tmp_path)
    kept, left = (first.sign_in(VIEWER, VIEWER_PASSWORD, HERE) for _ in range(2))
    first.sessions.end(left)
    path = tmp_path / FILE
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    content = path.read_bytes()
    for secret in (kept, VIEWER_PASSWORD, "$argon2id$"):
        assert secret.encode() not in content
    again = Door(accounts, IDLE, clock, tmp_path)
    found, before = again.by_session(kept), first.by_session(kept)
    assert found and before and found[0].name == VIEWER and found[1].form == before[1].form
    assert again.by_session(left) is None
    accounts.change(VIEWER, password="một mật khẩu khác hẳn")
    assert Door(accounts, IDLE, clock, tmp_path).by_session(kept) is None
    clock.now += IDLE + 1
    assert Door(accounts, IDLE, clock, tmp_path).by_session(kept) is None


def test_sessions_work_where_their_file_cannot_be_kept(
    accounts: AccountFile, clock: Clock, tmp_path: Path
) -> None:
    (tmp_path / FILE).mkdir()
    door = Door(accounts, IDLE, clock, tmp_path)
    assert door.by_session(door.sign_in(VIEWER, VIEWER_PASSWORD, HERE))
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / FILE).write_text("no database at all, " * 50)
    door = Door(accounts, IDLE, clock, broken)
    assert door.by_session(door.sign_in(VIEWER, VIEWER_PASSWORD, HERE))


def test_the_file_holds_no_password_and_is_for_its_owner_only(accounts: AccountFile) -> None:
    text = accounts.path.read_text(encoding="utf-8")
    assert VIEWER_PASSWORD not in text and "$argon2id$" in text
    assert stat.S_IMODE(accounts.path.stat().st_mode) == 0o600
    token = accounts.make_token(VIEWER)
    assert token not in accounts.path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["", "Lan Anh", "ân", "-a", "a" * 41, "a/b", "a\n"])
def test_what_is_no_name_is_refused(accounts: AccountFile, name: str) -> None:
    with pytest.raises(BadAccount, match="không hợp lệ"):
        accounts.add(name, "viewer", "một mật khẩu dài")


@pytest.mark.parametrize("password", ["", "x" * (SHORTEST - 1), "x" * (LONGEST + 1), "binh123456"])
def test_what_is_no_password_is_refused(accounts: AccountFile, password: str) -> None:
    with pytest.raises(BadAccount, match="Mật khẩu"):
        accounts.add("binh", "viewer", password)


def test_a_name_is_taken_once_and_known_before_it_is_changed(accounts: AccountFile) -> None:
    with pytest.raises(BadAccount, match="Đã có"):
        accounts.add(VIEWER, "administrator", "một mật khẩu dài")
    for act in (accounts.remove, accounts.make_token, accounts.change):
        with pytest.raises(BadAccount, match="Không có tài khoản"):
            act("ai-do")


def test_a_running_program_heeds_every_change(accounts: AccountFile, door: Door) -> None:
    other = accounts_of(accounts.path.parent)
    token = other.make_token(VIEWER)
    assert door.by_token(token, HERE).name == VIEWER
    other.change(VIEWER, role="administrator")
    assert door.by_token(token, HERE).administers and door.administers(VIEWER)
    [kept] = other.all()[VIEWER].tokens
    other.revoke(VIEWER, kept.id)
    with pytest.raises(SignInRefused):
        door.by_token(token, HERE)


def test_changes_at_the_same_time_are_all_kept(accounts: AccountFile) -> None:
    def add(number: int) -> None:
        AccountFile(accounts.path.parent).make_token(VIEWER)

    threads = [threading.Thread(target=add, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(accounts.all()[VIEWER].tokens) == 8


@pytest.mark.parametrize("text", ["", "{", "[]", '{"accounts": {"a": {"role": "king"}}}', "null"])
def test_a_broken_file_lets_nobody_in(accounts: AccountFile, door: Door, text: str) -> None:
    accounts.path.write_text(text, encoding="utf-8")
    with pytest.raises(AccountsUnusable, match="tệp tài khoản"):
        door.sign_in(VIEWER, VIEWER_PASSWORD, HERE)


def test_a_password_typed_in_pieces_is_the_same(door: Door) -> None:
    assert door.sign_in(VIEWER.upper(), unicodedata.normalize("NFD", VIEWER_PASSWORD), HERE)


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("", ""),
        (VIEWER, ""),
        ("", VIEWER_PASSWORD),
        (VIEWER, ADMINISTRATOR_PASSWORD),
        (VIEWER, VIEWER_PASSWORD + " "),
        (VIEWER, "x" * 5000),
        (VIEWER, "\ud800"),
        ("ai-do", VIEWER_PASSWORD),
        ("\0", "\0"),
    ],
)
def test_no_other_name_and_password_come_in(door: Door, name: str, password: str) -> None:
    with pytest.raises(SignInRefused):
        door.by_password(name, password, HERE)


def guess(door: Door, times: int, name: str = VIEWER, address: str = HERE) -> None:
    for _ in range(times):
        with pytest.raises(SignInRefused):
            door.sign_in(name, "một mật khẩu sai", address)


def test_repeated_failures_earn_a_pause_that_doubles(door: Door, clock: Clock) -> None:
    guess(door, throttle.ALLOWED["both"])
    with pytest.raises(TooManyTries, match="31 giây"):
        door.sign_in(VIEWER, VIEWER_PASSWORD, HERE)
    assert door.sign_in(VIEWER, VIEWER_PASSWORD, "10.0.0.8"), "another address is not shut out"
    clock.now += throttle.FIRST_PAUSE + 1
    guess(door, 1)
    clock.now += throttle.FIRST_PAUSE + 1
    with pytest.raises(TooManyTries):
        door.sign_in(VIEWER, VIEWER_PASSWORD, HERE)
    clock.now += throttle.FIRST_PAUSE
    assert door.sign_in(VIEWER, VIEWER_PASSWORD, HERE)
    guess(door, throttle.ALLOWED["both"] - 1)


def test_the_pause_also_covers_a_password_that_was_right_before(door: Door) -> None:
    door.by_password(VIEWER, VIEWER_PASSWORD, HERE)
    guess(door, throttle.ALLOWED["both"])
    with pytest.raises(TooManyTries):
        door.by_password(VIEWER, VIEWER_PASSWORD, HERE)


def test_many_names_from_one_network_earn_a_pause(door: Door) -> None:
    for number in range(throttle.ALLOWED["address"]):
        guess(door, 1, f"ten{number}", f"2001:db8::{number:x}")
    with pytest.raises(TooManyTries):
        door.sign_in(VIEWER, VIEWER_PASSWORD, "2001:db8::ffff")
    assert door.sign_in(VIEWER, VIEWER_PASSWORD, "2001:db8:1::1")


def test_a_session_runs_out_when_idle_and_at_the_end_of_the_day(door: Door, clock: Clock) -> None:
    token = door.sign_in(VIEWER, VIEWER_PASSWORD, HERE)
    for _ in range(3):
        clock.now += IDLE - 1
        assert door.by_session(token)
    clock.now += IDLE - 1
    assert door.by_session(token, touch=False)
    clock.now += 2
    assert door.by_session(token) is None
    token, began = door.sign_in(VIEWER, VIEWER_PASSWORD, HERE), clock.now
    while door.by_session(token):
        clock.now += IDLE - 1
    assert clock.now - began >= LONGEST_SESSION


@pytest.mark.parametrize("what", ["password", "removal", "sign-out"])
def test_what_ends_a_session(door: Door, accounts: AccountFile, what: str) -> None:
    token = door.sign_in(VIEWER, VIEWER_PASSWORD, HERE)
    assert door.by_session(token)
    if what == "password":
        accounts.change(VIEWER, password="một mật khẩu khác")
    elif what == "removal":
        accounts.remove(VIEWER)
    else:
        door.sessions.end(token)
    assert door.by_session(token) is None
    assert door.by_session("") is None


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("LOCALHOST", True),
        ("0.0.0.0", False),
        ("::", False),
        ("", False),
        ("10.0.0.7", False),
        ("localhost.example", False),
    ],
)
def test_only_the_machine_itself_is_loopback(host: str, own: bool) -> None:
    assert is_loopback(host) is own


def test_the_door_is_there_where_other_machines_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    make_accounts(tmp_path)
    for host, sign_in, there in (
        ("127.0.0.1", "auto", False),
        ("127.0.0.1", "always", True),
        ("0.0.0.0", "auto", True),
    ):
        settings = Settings(host=host, sign_in=sign_in, state_dir=tmp_path)
        assert (open_door(settings) is not None) is there


def test_the_program_does_not_start_open_to_others_without_accounts(tmp_path: Path) -> None:
    places = {"STATE_DIR": str(tmp_path), "HOST": "0.0.0.0", "PORT": str(free_port())}
    done = subprocess.run(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env={**os.environ, **places},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1 and done.stderr == ""
    vietnamese, english = done.stdout.strip().splitlines()
    assert vietnamese.startswith("Lỗi: ") and english.startswith("Error: ")
    for line in (vietnamese, english):
        assert "python -m assistant.access add" in line and "HOST=0.0.0.0" in line
    assert not list(tmp_path.iterdir())


def run_at_terminal(state: Path, typed: list[str], *words: str) -> tuple[int, str]:
    """Run the command as a person does: on a terminal, each line typed when it is asked for."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(ROOT)
        os.environ["STATE_DIR"] = str(state)
        os.execv(sys.executable, [sys.executable, "-m", "assistant.access", *words])
    shown, asked = b"", 0
    while select.select([terminal], [], [], 60)[0]:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # the other end was closed
            break
        if not part:
            break
        shown += part
        if shown.endswith(b": ") and asked < len(typed):  # the space comes when nothing is echoed
            os.write(terminal, typed[asked].encode() + b"\n")
            asked += 1
    else:
        os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), shown.decode()


def test_the_command_asks_twice_and_shows_no_password(tmp_path: Path) -> None:
    secret = "mot-mat-khau-dai"
    code, shown = run_at_terminal(tmp_path, [secret, secret], "add", "lan", "--role", "viewer")
    assert code == 0, shown
    assert secret not in shown and "Nhập lại mật khẩu" in shown
    assert AccountFile(tmp_path).all()["lan"].role == "viewer"
    code, shown = run_at_terminal(tmp_path, [], "change", "lan", "--role", "administrator")
    assert code == 0 and AccountFile(tmp_path).all()["lan"].role == "administrator"
    code, token = run_at_terminal(tmp_path, [], "token", "lan")
    assert code == 0 and Door(AccountFile(tmp_path), IDLE).by_token(token.strip(), HERE)
    code, shown = run_at_terminal(tmp_path, [], "list")
    assert shown.split()[:2] == ["lan", "administrator"] and token.strip() not in shown
    code, _ = run_at_terminal(tmp_path, [], "remove", "lan")
    assert code == 0 and json.loads((tmp_path / "accounts.json").read_text()) == {"accounts": {}}
    code, shown = run_at_terminal(tmp_path, [], "remove", "lan")
    assert code == 1 and shown.startswith("Lỗi: Không có tài khoản lan.")
    assert "Error: There is no account lan." in shown


def test_passwords_that_differ_are_asked_for_again(tmp_path: Path) -> None:
    one, other = "mot-mat-khau-dai", "mot-mat-khau-khac"
    code, shown = run_at_terminal(tmp_path, [one, other, one, one], "add", "lan")
    assert code == 0 and "Hai lần nhập không giống nhau" in shown


def test_no_account_is_there_by_itself(tmp_path: Path) -> None:
    door = Door(accounts_of(tmp_path), IDLE)
    for name in ("admin", ADMINISTRATOR, ""):
        with pytest.raises(SignInRefused):
            door.sign_in(name, "admin", HERE)
