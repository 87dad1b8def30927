"""Starts the real program in a process of its own and waits for its window."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest

ROOT = Path(__file__).parents[2]

START_LIMIT = 300.0
"""Seconds from nothing to a window: 43 measured on two cores, building model and index."""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@contextmanager
def running(state: Path, plans: Path) -> Iterator[str]:
    """Run `python app.py` over these folders; yield the address that a line of it says."""
    log = state / "app.log"
    env = {**os.environ, "STATE_DIR": str(state), "PLANS_DIR": str(plans)}
    env |= {"HOST": "127.0.0.1", "PORT": str(free_port())}
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "app.py"], cwd=ROOT, env=env, stdout=out, stderr=subprocess.STDOUT
        )
    try:
        yield wait_for_address(process, log)
    finally:
        begun = psutil.Process(process.pid).children(recursive=True)
        process.terminate()
        process.wait(timeout=30)
        for one in begun:  # what it began would go on beside the next test
            with suppress(psutil.NoSuchProcess):
                one.kill()


def wait_for_address(process: subprocess.Popen[bytes], log: Path) -> str:
    deadline = time.monotonic() + START_LIMIT
    while process.poll() is None and time.monotonic() < deadline:
        for line in log.read_text(encoding="utf-8").splitlines():
            if line.startswith("http://"):
                return line
        time.sleep(0.5)
    pytest.fail(f"app.py did not open its window:\n{log.read_text(encoding='utf-8')}")
