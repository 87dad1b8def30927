"""`python -m ingest` as the official meets it who takes in a new plan: run as a program."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support import CAT_HAI, HUNG_YEN, PLANS, ROOT, TUYEN_QUANG

from corpus.store import Store
from ingest.receipt import SEVERAL_KINDS

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def office(tmp_path: Path, state_dir: Path, embedder: object) -> tuple[Path, dict[str, str]]:
    """A folder of two plans and the environment of an installation that has the model."""
    plans, state = tmp_path / "plans", tmp_path / "state"
    plans.mkdir()
    for name in (TUYEN_QUANG, HUNG_YEN):
        shutil.copy(PLANS / name, plans)
    state.mkdir()
    (state / "models").symlink_to(state_dir / "models")
    env = {**os.environ, "STATE_DIR": str(state), "PLANS_DIR": str(plans), "COLUMNS": "120"}
    return plans, env


@pytest.fixture
def run(office: tuple[Path, dict[str, str]]) -> Run:
    def call(*arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "ingest", *arguments],
            cwd=ROOT,
            env=office[1],
            input=typed,
            capture_output=True,
            text=True,
            check=False,
        )

    return call


@pytest.fixture
def taken_in(office: tuple[Path, dict[str, str]], two_plans_index: Path) -> None:
    """The two plans are in the index already."""
    shutil.copytree(two_plans_index, Path(office[1]["STATE_DIR"]) / "index")


def receipt(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_a_receipt_for_programs(run: Run, office: tuple[Path, dict[str, str]]) -> None:
    plans, _ = office
    (plans / "thu.txt").write_text("Kính gửi các đồng chí, xin trân trọng cảm ơn.")
    planned = run("--json", "--dry-run")
    assert set(receipt(planned)["new"]) == {TUYEN_QUANG, HUNG_YEN}
    assert receipt(planned)["dry_run"] and receipt(planned)["generation"] == 0
    done = run("--json")
    told = receipt(done)
    assert set(told["new"]) == {TUYEN_QUANG, HUNG_YEN}
    assert told["pages"] == {"text": 2}
    assert told["passages"] > 100 and told["facts"]["phân công"] > 50
    [failed] = told["failed"]
    assert (failed["file"], failed["kind"]) == ("thu.txt", "NotAPlan")
    assert "thu.txt" in failed["vietnamese"] and "thu.txt" in failed["english"]
    assert done.returncode == 21
    assert {"file": HUNG_YEN, "what": "số chưa rõ", "printed": ""} in told["flags"]


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"a.txt": b""}, 12),
        ({"a.pdf": b"%PDF-1.7 cut off"}, 13),
        ({"a.pdf": b"<html><body>404</body></html>"}, 15),
        ({"a.txt": b"K\x00 ho\x00ch"}, 16),
        ({"a.txt": b"The quick brown fox jumps over the lazy dog. " * 20}, 20),
        ({"a.txt": b"", "b.pdf": b"%PDF-1.7 cut off"}, SEVERAL_KINDS),
    ],
)
def test_the_exit_code_says_what_was_wrong(
    run: Run, office: tuple[Path, dict[str, str]], files: dict[str, bytes], code: int
) -> None:
    plans, _ = office
    for plan in (TUYEN_QUANG, HUNG_YEN):
        (plans / plan).unlink()
    for name, content in files.items():
        (plans / name).write_bytes(content)
    done = run()
    assert done.returncode == code, done.stdout
    for name in files:
        assert f"Tệp {name}" in done.stdout.replace("│ ", "")
    assert "Traceback" not in done.stderr


def test_a_path_that_is_not_there_is_told_in_both_languages(run: Run) -> None:
    done = run("khong-co.pdf")
    assert done.returncode == 11
    assert "Không có tệp" in done.stdout and "no file" in done.stdout


@pytest.mark.usefixtures("taken_in")
def test_removing_asks_first_and_can_be_undone(
    run: Run, office: tuple[Path, dict[str, str]]
) -> None:
    plans, _ = office
    run()
    refused = run("--remove", "76/KH-UBND", typed="n\n")
    assert refused.returncode == 1
    done = run("--remove", "76/KH-UBND", "--yes", "--json")
    assert receipt(done)["removed"] == [TUYEN_QUANG]
    assert receipt(run("--json"))["left_out"] == [TUYEN_QUANG]
    undone = run(str(plans / TUYEN_QUANG), "--json")
    assert receipt(undone)["new"] == [TUYEN_QUANG]
    history = json.loads(run("--history", "--json").stdout)
    assert [one["removed"] for one in history][-2:] == [[TUYEN_QUANG], []]
    unknown = run("--remove", "không có", "--yes")
    assert unknown.returncode == 11 and TUYEN_QUANG in unknown.stdout.replace("\n", "")


@pytest.mark.usefixtures("taken_in")
def test_facts_are_shown_with_their_places(run: Run) -> None:
    shown = run("--facts", "76/KH-UBND")
    assert shown.returncode == 0
    assert "Phân công" in shown.stdout and "Chỉ tiêu" in shown.stdout
    told = json.loads(run("--facts", "76/KH-UBND", "--json").stdout)
    assert told["plan"]["number"]["value"] == "76/KH-UBND"
    assert any("Công an tỉnh" in one["agencies"] for one in told["facts"]["assignments"])


def test_watching_takes_in_what_appears(office: tuple[Path, dict[str, str]]) -> None:
    plans, env = office
    process = subprocess.Popen(
        [sys.executable, "-m", "ingest", "--watch", "--json"],
        cwd=ROOT,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        # where the tests run in the background of a shell, an interrupt is ignored by inheritance
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    try:
        assert process.stdout is not None
        assert set(json.loads(process.stdout.readline())["new"]) == {TUYEN_QUANG, HUNG_YEN}
        time.sleep(2)  # until the folder is watched
        _grow(PLANS / CAT_HAI, plans / CAT_HAI)
        assert json.loads(process.stdout.readline())["new"] == [CAT_HAI]
        (plans / HUNG_YEN).unlink()
        assert json.loads(process.stdout.readline())["removed"] == [HUNG_YEN]
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(120) == 130
    files = {plan.file for plan in Store(Path(env["STATE_DIR"])).plans()}
    assert files == {TUYEN_QUANG, CAT_HAI}


def _grow(source: Path, path: Path) -> None:
    """Copy a file in pieces, as over a slow network."""
    content = source.read_bytes()
    with path.open("wb") as out:
        for start in range(0, len(content), len(content) // 4):
            out.write(content[start : start + len(content) // 4])
            out.flush()
            time.sleep(0.4)
