"""Reading a file in a process of its own, so that no file can end, hang or fill the program.

A new interpreter is started, never a fork: the program that asks has threads. One process serves
the files of a run one after another, and a new one takes its place when it had to be ended.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol

from corpus import errors
from corpus.errors import TooSlow, UnreadableFile
from ingest.read.child import broken, out_of_memory
from ingest.read.document import Document, ReadPage
from ingest.read.limits import Limits
from ingest.read.sniff import SUFFIXES_OF

SUFFIXES = frozenset().union(*SUFFIXES_OF.values())
"""The endings of the files that are looked for in a folder."""

_ROOT = Path(__file__).resolve().parents[2]
_KINDS = {kind.__name__: kind for kind in vars(errors).values() if isinstance(kind, type)}


class PageProgress(Protocol):
    """Hears that so many pages of so many are done."""

    def __call__(self, done: int, total: int, /) -> None: ...


def _unheard(done: int, total: int) -> None:
    return None


def read_file(
    path: Path, limits: Limits | None = None, progress: PageProgress = _unheard
) -> Document:
    """Read one file. For many, a `Reader` saves the start of a process for each."""
    with Reader(limits) as reader:
        return reader.read(path, progress)


class Reader:
    """Reads files in a process of its own, started with the first file.

        with Reader() as reader:
            for path in paths:
                document = reader.read(path)

    To be used by one thread at a time.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection[Any, Any] | None = None
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 – closed by close()

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process, if one runs."""
        self._end()
        self._errors.close()

    def read(self, path: Path, progress: PageProgress = _unheard) -> Document:
        """Return a file as read. Raises the kinds of UnreadableFile, and nothing else."""
        connection = self._started()
        request = {"path": str(path.absolute()), "limits": asdict(self.limits)}
        try:
            connection.send_bytes(json.dumps(request).encode("ascii"))
            answer = self._awaited(connection, path, progress)
        except (EOFError, OSError) as error:
            raise self._died(path) from error
        except BaseException:
            self._end()
            raise
        if "document" in answer:
            return _document(answer["document"])
        raise _KINDS[answer["error"]](answer["vietnamese"], answer["english"])

    def _awaited(
        self, connection: Connection[Any, Any], path: Path, progress: PageProgress
    ) -> dict[str, Any]:
        """Hear of pages until the answer comes, or raise TooSlow."""
        end = time.monotonic() + self.limits.file_seconds
        while True:
            left = end - time.monotonic()
            if not connection.poll(max(0.0, min(self.limits.page_seconds, left))):
                raise self._too_slow(path, left <= self.limits.page_seconds)
            answer: dict[str, Any] = json.loads(connection.recv_bytes())
            if "done" not in answer:
                return answer
            progress(answer["done"], answer["total"])

    def _too_slow(self, path: Path, whole: bool) -> TooSlow:
        seconds = self.limits.file_seconds if whole else self.limits.page_seconds
        what, of_what = ("cả tệp", "the file") if whole else ("một trang", "a page")
        return TooSlow(
            f"Đọc tệp {path.name} lâu hơn giới hạn {seconds:g} giây cho {what}; "
            "hãy chia tệp thành nhiều phần hoặc xuất lại PDF.",
            f"Reading {path.name} takes longer than the limit of {seconds:g} s for {of_what}; "
            "divide it or print it to PDF anew.",
        )

    def _died(self, path: Path) -> UnreadableFile:
        """Say why the process ended: memory where it was refused or it was killed, else a fault."""
        code = self._process.wait(5) if self._process else 0
        self._errors.seek(0)
        said = self._errors.read()[-20_000:]
        self._end()
        starved = b"MemoryError" in said or b"bad_alloc" in said or b"annot allocate" in said
        if starved or code == -signal.SIGKILL:
            return out_of_memory(path.name, self.limits)
        return broken(path.name, f"mã {code}")

    def _started(self) -> Connection[Any, Any]:
        if self._connection and self._process and self._process.poll() is None:
            return self._connection
        self._end()
        self._errors.seek(0)
        self._errors.truncate()
        mine, theirs = Pipe()
        path = os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH")]))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "ingest.read.child", str(theirs.fileno())],
            env={**os.environ, "PYTHONPATH": path, "OMP_THREAD_LIMIT": "1"},
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._errors,
            start_new_session=True,
        )
        theirs.close()
        self._connection = mine
        return mine

    def _end(self) -> None:
        """End the process and all that it started."""
        if self._process:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        if self._connection:
            self._connection.close()
        self._process = self._connection = None


def _document(answer: dict[str, Any]) -> Document:
    pages = (ReadPage(p["number"], p["text"], p["way"], tuple(p["notes"])) for p in answer["pages"])
    return Document(answer["sha256"], tuple(pages))
