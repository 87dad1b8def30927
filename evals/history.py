"""What each run on the held-back questions gave, one line a run, in `history/answers.jsonl`.

Questions that are asked again after every change stop being held back. So a run on them is written
down with its date and commit, and a second one on the same day is refused unless it is asked for.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

LOOKED_AT = "history.jsonl"
"""In the state folder: the runs on questions that may be looked at, totals only, for the trend."""

HISTORY = Path(__file__).parent / "history" / "answers.jsonl"


class RunAgain(Exception):
    """The held-back questions were asked that day already; the message says how to ask again."""


def refuse_second(path: Path, what: str, split: str, today: date, again: bool) -> None:
    """Raise `RunAgain` where the same was run on the same questions that day."""
    if again:
        return
    key = (what, split, today.isoformat())
    for run in read_history(path):
        if (run["what"], run["split"], run["date"]) == key:
            raise RunAgain(
                f"{split}: '{what}' was already run today ({today.isoformat()}); these questions "
                "are held back, and every look at them wears them out. "
                "Use the other half, or add --again to run it nevertheless."
            )


def read_history(path: Path) -> tuple[dict[str, Any], ...]:
    """Return the runs written down so far, oldest first."""
    if not path.exists():
        return ()
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines if line.strip())


def write_down(
    path: Path, what: str, split: str, today: date, figures: Mapping[str, float | int | None]
) -> None:
    """Append one run."""
    row = {
        "date": today.isoformat(),
        "commit": commit_of(Path(__file__).parent),
        "what": what,
        "split": split,
        **figures,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(row, ensure_ascii=False) + "\n")


def commit_of(folder: Path) -> str | None:
    """Return the short name of the commit a folder is at; None outside a repository."""
    where = next(one for one in (folder, *folder.parents) if one.is_dir())
    try:
        done = subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"],
            cwd=where,
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError:  # no git here
        return None
    return done.stdout.strip() or None if done.returncode == 0 else None
