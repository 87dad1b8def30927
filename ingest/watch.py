"""Waits for files to appear, change or vanish in the folder of plans."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from watchfiles import watch

from corpus.settings import Settings

SETTLED = 1.0
"""Seconds a folder must stay as it is: a scan copied over the network grows for a while."""


def changes(folder: Path, stop: threading.Event | None = None) -> Iterator[None]:
    """Yield once for every time that the files of a folder changed and came to rest.

    Where the system cannot watch a folder (a network share), set WATCHFILES_FORCE_POLLING=1.
    """
    for _ in watch(folder, stop_event=stop, recursive=False, raise_interrupt=True):
        _wait_until_settled(folder)
        yield


def _wait_until_settled(folder: Path) -> None:
    before = _sizes(folder)
    while True:
        time.sleep(SETTLED)
        now = _sizes(folder)
        if now == before:
            return
        before = now


def _sizes(folder: Path) -> dict[str, tuple[int, int]]:
    sizes = {}
    for path in folder.iterdir():
        try:
            found = path.stat()
        except OSError:  # gone between the listing and the look
            continue
        sizes[path.name] = (found.st_size, found.st_mtime_ns)
    return sizes


def keep_up(settings: Settings, program: Path) -> None:
    """Ingest what is dropped into the plans folder while the window is open; never returns.

    In a process of its own, started in the folder of the program: the window keeps answering from
    the generation before, and sees the new one at the next question.
    """
    places = {
        "PLANS_DIR": str(settings.plans_dir.resolve()),
        "STATE_DIR": str(settings.state_dir.resolve()),
        "EMBEDDING_MODEL": settings.embedding_model,
        "EMBEDDING_BACKEND": settings.embedding_backend,
        "INGEST_GATE": str(settings.ingest_gate),
    }
    for _ in changes(settings.plans_dir):
        command = [sys.executable, "-m", "ingest"]
        subprocess.run(command, cwd=program, env={**os.environ, **places}, check=False)
