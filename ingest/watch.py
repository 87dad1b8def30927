"""Waits for files to appear, change or vanish in the folder of plans."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

from watchfiles import watch

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
