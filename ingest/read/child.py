"""The process in which files are read: one request a line, pages and errors back.

Whatever a file does to a reader stays in here: the process has its own limit of memory, and its
parent ends it when it takes too long. It reads file after file until it is asked no more.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import sys
from dataclasses import asdict
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from corpus.errors import BrokenFile, TooMuchMemory, UnreadableFile
from ingest.read.formats import read_document
from ingest.read.limits import Limits

YIELDING = 10
"""How far this process gives way: whoever asks a question meanwhile waits for no page, and a
page still ends within its limit beside programs that take all they can get: a tenth is left."""

AUTOGROUP = Path("/proc/self/autogroup")
"""Where Linux keeps the nice value of the session a process is of."""


def main() -> None:
    """Serve the connection whose descriptor is the first argument."""
    connection = Connection(int(sys.argv[1]))
    give_way()
    os.dup2(2, 1)  # what libraries print is no answer
    while True:
        try:
            request = json.loads(connection.recv_bytes())
        except (EOFError, OSError):
            return
        _send(connection, _answer(connection, request))


def give_way() -> None:
    """Let every other process of the machine go first.

    Where Linux shares its cores out by session (sched(7), autogroup), a nice value counts within a
    session only, and this process has one of its own: unless the session gives way too, it would
    have as many cores as the program that answers and the browser that asks.
    """
    os.nice(YIELDING)
    with contextlib.suppress(OSError):  # another system, or a kernel that shares by process
        AUTOGROUP.write_text(str(YIELDING), encoding="ascii")


def _answer(connection: Connection, request: dict[str, Any]) -> dict[str, Any]:
    path, limits = Path(request["path"]), Limits(**request["limits"])
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def progress(done: int, total: int) -> None:
        _send(connection, {"done": done, "total": total})

    try:
        return {"document": asdict(read_document(path, limits, progress))}
    except UnreadableFile as error:
        return _failure(error)
    except MemoryError:
        return _failure(out_of_memory(path.name, limits))
    except Exception as error:  # the boundary: a reader's own fault must not end the run
        return _failure(broken(path.name, type(error).__name__))


def _failure(error: UnreadableFile) -> dict[str, Any]:
    return {"error": type(error).__name__, "vietnamese": str(error), "english": error.english}


def out_of_memory(name: str, limits: Limits) -> TooMuchMemory:
    """Say that a file took more memory than it may."""
    most = limits.memory_bytes / 1e9
    return TooMuchMemory(
        f"Đọc tệp {name} cần hơn {most:.1f} GB bộ nhớ, vượt giới hạn; "
        "hãy chia tệp thành nhiều phần.",
        f"Reading {name} takes more than the limit of {most:.1f} GB of memory; divide it.",
    )


def broken(name: str, why: str) -> BrokenFile:
    """Say that no reader got through a file."""
    return BrokenFile(
        f"Không đọc được tệp {name} ({why}): tệp hỏng hoặc sai cấu trúc; hãy xin lại tệp.",
        f"{name} cannot be read ({why}): it is corrupt or ill-formed; ask for it anew.",
    )


def _send(connection: Connection, answer: dict[str, Any]) -> None:
    connection.send_bytes(json.dumps(answer).encode("ascii"))


if __name__ == "__main__":
    main()
