"""The gate before the switch: the coming generation is tried out beside the current one.

What asks the questions is handed in: this module knows only that it takes two state folders, the
current one and the trial, and says what got worse. `GateProgram` is the one that `--gate` uses: a
program of its own, so that what goes wrong in it cannot touch the run. Nothing of the trial stays.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.errors import GateFailed
from corpus.store import Change, Store
from ingest.generation import switch
from ingest.receipt import Failure, Objection, Receipt

Gate = Callable[[Path, Path], Sequence[Objection]]
"""State folders before and after → what got worse; nothing lets the generation through."""

TRIAL = "trial-"
"""How the folder of a trial begins, in the state folder."""

COMMAND = ("evals", "gate")
"""The program that `--gate` runs, as a module and its command."""

LIMIT = 1800.0
"""Seconds for the program: 354 questions asked twice take one to three minutes."""

TOLD = 3
"""Objections that the sentence about a file tells; the receipt has them all."""


def try_out(store: Store, change: Change, gate: Gate) -> tuple[Objection, ...]:
    """Carry out a change on a copy of the index and return what the gate says of it.

    Raises GateFailed where the gate could not be asked; the copy is gone in any case.
    """
    state_dir = store.folder.parent
    with TemporaryDirectory(prefix=TRIAL, dir=state_dir, ignore_cleanup_errors=True) as name:
        trial = Path(name)
        store.copy_to(trial)
        switch(Store(trial), change)
        try:
            return tuple(gate(state_dir, trial))
        except GateFailed:
            raise
        except Exception as error:  # a third party's code: whatever it raises keeps the old one
            raise failed(f"{type(error).__name__}: {error}") from error


def clear_trials(state_dir: Path) -> None:
    """Clear away what a run that was killed left of its trial."""
    for folder in state_dir.glob(f"{TRIAL}*"):
        shutil.rmtree(folder, ignore_errors=True)


def failed(why: str) -> GateFailed:
    return GateFailed(
        f"Không hỏi thử được các câu kiểm tra nên kho giữ nguyên như trước: {why}; hãy chạy lại, "
        "hoặc nạp không kiểm tra bằng --no-gate.",
        f"The questions of the gate could not be asked, so the collection is as it was: {why}; run "
        "again, or take in without them: --no-gate.",
    )


def held_back(receipt: Receipt, objections: Sequence[Objection]) -> Receipt:
    """Return the receipt of a run that was not let through: nothing changed, and why.

    A file is told what is objected to it; one to which nothing is says whose company kept it out.
    """
    blamed = sorted({file for one in objections for file in one.files})
    refused = []
    for file in (*receipt.new, *receipt.changed):
        own = [one for one in objections if not one.files or file in one.files]
        refused.append(_refused(file, own) if own else _in_company(file, blamed))
    return Receipt(
        generation=receipt.generation,
        unchanged=receipt.unchanged,
        same=receipt.same,
        failed=(*receipt.failed, *refused),
        left_out=receipt.left_out,
        objections=tuple(objections),
    )


def _refused(file: str, objections: Sequence[Objection]) -> Failure:
    first = objections[:TOLD]
    left = len(objections) - len(first)
    vietnamese = "; ".join(one.vietnamese for one in first) + (f"; và {left} câu nữa" * bool(left))
    english = "; ".join(one.english for one in first) + (f"; and {left} more" * bool(left))
    return Failure(
        file,
        "GateShut",
        f"Tệp {file} chưa được đưa vào kho, vì {len(objections)} câu kiểm tra đang đúng trở "
        f"thành sai: {vietnamese}. Tệp vẫn còn nguyên. Nếu nội dung mới là đúng, hãy nạp lại "
        "với --no-gate và sửa câu kiểm tra; nếu không, hãy kiểm tra lại tệp.",
        f"The file {file} was not taken in: {len(objections)} questions that were answered "
        f"rightly no longer are: {english}. The file is still there. If what it says is right, "
        "run again with --no-gate and mend the questions; if not, check the file.",
    )


def _in_company(file: str, blamed: Sequence[str]) -> Failure:
    others = ", ".join(blamed)
    return Failure(
        file,
        "GateShut",
        f"Tệp {file} không làm sai câu kiểm tra nào, nhưng chưa được đưa vào kho vì đi cùng lượt "
        f"với {others}. Tệp vẫn còn nguyên; hãy nạp lại mà không kèm {others}.",
        f"The file {file} spoils no question, but was not taken in since it came together with "
        f"{others}. The file is still there; take it in again without {others}.",
    )


class GateProgram:
    """Asks `python -m evals gate --between BEFORE AFTER`, which answers in JSON."""

    def __init__(self, command: Sequence[str] = COMMAND, limit: float = LIMIT) -> None:
        self._command, self._limit = tuple(command), limit

    def __call__(self, before: Path, after: Path) -> tuple[Objection, ...]:
        """Return what got worse. Raises GateFailed where the program could not tell."""
        between = ("--between", str(before.resolve()), str(after.resolve()), "--json", "-")
        try:
            done = subprocess.run(
                [sys.executable, "-m", *self._command, *between],
                cwd=Path(__file__).resolve().parents[1],
                env={**os.environ, "STATE_DIR": str(before.resolve())},
                capture_output=True,
                text=True,
                timeout=self._limit,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise failed(f"quá {self._limit:.0f} giây") from error
        except OSError as error:
            raise failed(str(error)) from error
        try:
            told = json.loads(done.stdout)
            return tuple(_objection(**one) for one in told["objections"])
        except (ValueError, KeyError, TypeError) as error:
            last = " ".join(done.stderr.strip().splitlines()[-1:])
            raise failed(last or f"mã thoát {done.returncode}") from error


def _objection(question: str, vietnamese: str, english: str, files: Sequence[str]) -> Objection:
    return Objection(question, vietnamese, english, tuple(files))
