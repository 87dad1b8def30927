"""What commands say when they are called wrongly: Vietnamese first, English below, exit code 2."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT


def call(state: Path, *words: str) -> tuple[int, list[str]]:
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=ROOT,
        env={**os.environ, "STATE_DIR": str(state)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.returncode, (done.stderr + done.stdout).strip().splitlines()


@pytest.mark.parametrize(
    ("words", "code", "vietnamese", "english"),
    [
        (("assistant", "--foo"), 2, "không có tùy chọn --foo", "no option --foo"),
        (("assistant", "--batch"), 2, "--batch thiếu giá trị", "--batch needs a value"),
        (("assistant",), 2, "Xin nêu một câu hỏi", "Give one question"),
        (("assistant.access", "add"), 2, "thiếu name", "name is missing"),
        (("assistant.access", "bogus"), 2, "lệnh viết chưa đúng", "No such command"),
        (("assistant.access", "add", "x", "--role", "boss"), 1, "Không có vai trò boss", "no role"),
        (("assistant.access", "remove", "x"), 1, "Không có tài khoản x", "no account x"),
        (("ingest", "khong-co.pdf"), 11, "Không có tệp", "no file"),
    ],
)
def test_a_failure_is_told_in_both_languages(
    tmp_path: Path, words: tuple[str, ...], code: int, vietnamese: str, english: str
) -> None:
    left, lines = call(tmp_path, *words)
    assert left == code and len(lines) == 2, lines
    assert lines[0].startswith("Lỗi: ") and vietnamese in lines[0]
    assert lines[1].startswith("Error: ") and english in lines[1]


def test_imported_remarks_are_told_in_both_languages(tmp_path: Path) -> None:
    left, lines = call(tmp_path, "evals", "import-feedback")
    assert left == 0 and lines[0].startswith("0 ý kiến") and lines[1].startswith("0 remarks")
