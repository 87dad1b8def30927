"""How fast the program starts, paints and stops: `pytest -m slow -s tests/browser/test_speed.py`.

Not part of the ordinary tests, for they share the machine with other work. The bars are those of a
common office machine of two cores: up within 15 s over a warm index, painted within 2 s after.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from program import ROOT, free_port, running
from steps import ask
from support import PLANS

UP, PAINTED, ENDED = 15.0, 2.0, 2.0

PAINT = """() => Object.fromEntries(
  performance.getEntriesByType('paint').map((one) => [one.name, one.startTime / 1000]))"""


@pytest.fixture
def warm(tmp_path: Path, state_dir: Path, embedder: object) -> dict[str, str]:
    """The places of a program whose model is built and whose plans are taken in."""
    state, plans = tmp_path / "state", tmp_path / "plans"
    shutil.copytree(PLANS, plans)
    shutil.copytree(state_dir / "models", state / "models", copy_function=os.link)
    with running(state, plans):
        pass
    places = {"STATE_DIR": str(state), "PLANS_DIR": str(plans), "HOST": "127.0.0.1"}
    return {**os.environ, **places, "PORT": str(free_port())}


def wait_until_up(address: str) -> None:
    end = time.monotonic() + 120
    while time.monotonic() < end:
        try:
            with urlopen(address) as answer:
                assert answer.status == 200
                return
        except URLError:
            time.sleep(0.02)
    pytest.fail("the window did not open")


@pytest.mark.slow
def test_start_paint_first_answer_and_end(
    browser: Any, warm: dict[str, str], tmp_path: Path
) -> None:
    address, log = f"http://127.0.0.1:{warm['PORT']}", tmp_path / "log"
    start = time.monotonic()
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "app.py"], cwd=ROOT, env=warm, stdout=out, stderr=out
        )
    try:
        wait_until_up(address)
        up = time.monotonic() - start
        page = browser.new_context().new_page()
        page.goto(address)
        page.wait_for_selector(".welcome")
        paint = page.evaluate(PAINT)["first-contentful-paint"]
        ready = page.evaluate("performance.now()") / 1000
        ask(page, "Ai ký kế hoạch của Tuyên Quang?")
        answered = time.monotonic() - start
        end = time.monotonic()
        process.send_signal(signal.SIGINT)
        code = process.wait(timeout=30)
        ended = time.monotonic() - end
    finally:
        process.kill()
    told = f"up {up:.1f} s, first paint {paint:.2f} s, examples {ready:.2f} s after, "
    print(f"\n{told}first answer {answered:.1f} s after the start, ended in {ended:.2f} s")
    assert up <= UP and paint <= PAINTED and ended <= ENDED
    assert code == 0 and log.read_text(encoding="utf-8").splitlines()[-1] == "Đã dừng."
