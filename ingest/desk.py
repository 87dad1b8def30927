"""What the window does with plans: takes files in, takes plans out, brings them back.

Files handed in are copied into the folder of plans, where the next start finds them too. What could
not be taken in is not left lying there, but for what the gate held back: its plan may be right.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from corpus.embedding import Embedder
from corpus.store import Store
from ingest.gate import Gate
from ingest.intake import ingest, remove
from ingest.make import sha256_of
from ingest.progress import Step
from ingest.receipt import Receipt, receipt_values

Heard = Callable[[str, int, int], None]
"""Hears the name of a step, units done and units in all."""


class Heeded:
    """Progress that is told on: each step with what is done of it so far."""

    def __init__(self, heard: Heard) -> None:
        self._heard = heard

    def step(self, name: str, total: int) -> Step:
        done = 0
        self._heard(name, done, total)

        def advance(units: int) -> None:
            nonlocal done
            done += units
            self._heard(name, done, total)

        return advance


class Desk:
    """Takes plans in and out of one state folder, as the window asks for it."""

    def __init__(
        self, state_dir: Path, plans_dir: Path, embedder: Embedder, gate: Gate | None = None
    ) -> None:
        self._state_dir, self._plans_dir, self._embedder = state_dir, plans_dir, embedder
        self._gate = gate

    def take_in(self, files: Sequence[Path], heard: Heard) -> dict[str, Any]:
        """Copy files into the folder of plans and take them in. Raises as `ingest` does."""
        copies = [copy_into(self._plans_dir, file) for file in files]
        paths = [path for path, _ in copies]
        receipt = self._ingest(paths, Heeded(heard))
        broken = {one.file for one in receipt.failed if one.kind != "GateShut"}
        useless = broken | {one.file for one in receipt.same}
        for path, fresh in copies:
            if fresh and path.name in useless:
                path.unlink(missing_ok=True)
        return receipt_values(receipt)

    def remove(self, plan_id: str) -> dict[str, Any]:
        """Take a plan out; its file stays. Raises KeyError for an unknown one, else as `remove`."""
        plan = Store(self._state_dir).plan(plan_id)
        return receipt_values(remove(self._state_dir, self._embedder, [plan]))

    def bring_back(self, path: Path) -> dict[str, Any]:
        """Take in the file of a plan that was removed. Raises as `ingest` does."""
        return receipt_values(self._ingest([path], None))

    def _ingest(self, paths: Sequence[Path], progress: Heeded | None) -> Receipt:
        return ingest(
            self._state_dir,
            self._embedder,
            paths,
            None,
            progress,
            named=True,
            gate=self._gate,
        )


def copy_into(folder: Path, file: Path) -> tuple[Path, bool]:
    """Copy a file into a folder under a free name; return the path and whether it is a new one.

    A file of the same name and content is left as it is.
    """
    path, number = folder / file.name.lstrip(".~$"), 1
    while path.exists():
        if sha256_of(path) == sha256_of(file):
            return path, False
        number += 1
        path = folder / f"{file.stem}-{number}{file.suffix}"
    part = path.with_name(f".{path.name}.part")  # hidden, so that no watcher reads half a file
    shutil.copyfile(file, part)
    part.rename(path)
    return path, True
