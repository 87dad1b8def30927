"""One writer at a time over a state folder, and who it is."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.errors import IndexBusy, IndexNotWritable

LOCK_WAIT = 120.0
"""Seconds an ingest waits for another one to finish: a plan of thirty scanned pages takes one."""


@contextmanager
def writing(
    state_dir: Path, on_wait: Callable[[str], None], wait: float = LOCK_WAIT
) -> Iterator[None]:
    """Hold the lock of a state folder; `on_wait` hears who has it while this one waits.

    Raises IndexBusy after `wait` seconds, IndexNotWritable where there is no room or no right to
    write, also when that shows only while the lock is held.
    """
    try:
        state_dir.mkdir(parents=True, exist_ok=True)
        lock, owner = FileLock(state_dir / "ingest.lock"), state_dir / "ingest.owner"
        _acquire(lock, owner, on_wait, wait)
        try:
            owner.write_text(f"{os.getpid()} {datetime.now():%H:%M:%S}", encoding="utf-8")
            yield
        finally:
            lock.release()
    except OSError as error:
        raise _not_writable(state_dir, error) from error


def _acquire(lock: FileLock, owner: Path, on_wait: Callable[[str], None], wait: float) -> None:
    try:
        lock.acquire(timeout=0)
        return
    except Timeout:
        on_wait(_who(owner, "tiến trình", "từ") or "chưa rõ tiến trình nào")
    try:
        lock.acquire(timeout=wait)
    except Timeout as error:
        raise IndexBusy(
            f"Một lượt nạp khác đang ghi chỉ mục ({_who(owner, 'tiến trình', 'từ')}); "
            "hãy chờ rồi chạy lại.",
            f"Another ingest is writing the index ({_who(owner, 'process', 'since')}); "
            "wait and run again.",
        ) from error


def _who(owner: Path, process_word: str, since_word: str) -> str:
    """Return `tiến trình 4711, từ 10:02:33`; empty where the owner left no note yet."""
    try:
        process, since = owner.read_text(encoding="utf-8").split()
    except (OSError, ValueError):
        return ""
    return f"{process_word} {process}, {since_word} {since}"


def _not_writable(folder: Path, error: OSError) -> IndexNotWritable:
    reason = error.strerror or str(error)
    return IndexNotWritable(
        f"Không ghi được vào {folder}: {reason}. Chỉ mục cũ vẫn nguyên vẹn; hãy dọn chỗ trống trên "
        "ổ đĩa hoặc cấp quyền ghi rồi chạy lại.",
        f"{folder} cannot be written: {reason}. The old index is intact; free some disk space or "
        "allow writing, then run again.",
    )
