"""The frame that every evaluation is told in: figures with their intervals, and parts of a report.

A share over questions has a 95 % bootstrap interval, a share of things counted (words, facts) the
score interval of Wilson; a time has none. A part says when and on what it was taken, so that parts
of several days may stand in one report. Held-back questions are in none of them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from evals.bars import Bar
from evals.intervals import interval_of, wilson_interval
from evals.measures import mean

FOLDER = "evals"
"""In the state folder: the parts taken last, the report, the history of runs."""

KEYS = ("answers", "retrieval", "repair", "facts", "ingest", "speed", "scale")
"""The parts, in the order of a report."""


Taken = tuple[str, str]
"""When a part was taken, and on what."""


class Both(NamedTuple):
    """A text in Vietnamese and in English."""

    vi: str
    en: str


@dataclass(frozen=True)
class Score:
    """One figure. A share unless it has a unit."""

    name: Both
    value: float | None
    n: int | None = None
    """What it was taken over: questions, facts, words."""
    low: float | None = None
    high: float | None = None
    limit: float | None = None
    """The bar it is held to."""
    at_most: bool = False
    unit: str = ""

    @property
    def met(self) -> bool | None:
        """Whether it meets its bar; None without one."""
        if self.limit is None:
            return None
        return Bar("", self.value, self.limit, self.at_most).met


@dataclass(frozen=True)
class Table:
    """Rows of text under named columns; the first cell names its row."""

    title: Both
    columns: tuple[Both, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Part:
    """One evaluation: its figures, and what explains them."""

    key: str
    title: Both
    taken: str
    """In ISO 8601, to the minute."""
    on: str
    """What it was taken on: questions, plans, commit."""
    scores: tuple[Score, ...]
    tables: tuple[Table, ...] = ()
    body: str = ""
    """Drawings and single questions, as HTML of ours."""
    notes: tuple[Both, ...] = field(default=())


def share(
    name: Both, marks: Sequence[float], limit: float | None = None, at_most: bool = False
) -> Score:
    """Return a mean over questions with its bootstrap interval."""
    low, high = interval_of(marks) or (None, None)
    return Score(name, mean(marks), len(marks), low, high, limit, at_most)


def counted(name: Both, right: int, of: int, limit: float | None = None) -> Score:
    """Return a share of things counted with its score interval."""
    if not of:
        return Score(name, None, 0, limit=limit)
    low, high = wilson_interval(right / of, of)
    return Score(name, right / of, of, low, high, limit)


def plain(name: Both, value: float | None, unit: str, limit: float | None = None) -> Score:
    """Return a time, a size or a rate; smaller is better where it has a bar."""
    return Score(name, value, unit=unit, limit=limit, at_most=True)


def now(moment: datetime | None = None) -> str:
    return (moment or datetime.now().astimezone()).isoformat(timespec="minutes")


# ---------------------------------------------------------------------------- kept parts


def keep(folder: Path, part: Part) -> None:
    """Keep a part in the state folder, in the place of the one before."""
    path = folder / "parts" / f"{part.key}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(asdict(part), ensure_ascii=False, indent=1), encoding="utf-8")


def kept(folder: Path) -> tuple[Part, ...]:
    """Return the parts taken last, in the order of a report; what cannot be read is left out."""
    found = []
    for key in KEYS:
        path = folder / "parts" / f"{key}.json"
        try:
            found.append(part_of(json.loads(path.read_text(encoding="utf-8"))))
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return tuple(found)


def part_of(row: Mapping[str, Any]) -> Part:
    """Return a part of its JSON values. Raises KeyError or TypeError for what is none."""
    return Part(
        row["key"],
        Both(*row["title"]),
        row["taken"],
        row["on"],
        tuple(Score(**{**one, "name": Both(*one["name"])}) for one in row["scores"]),
        tuple(
            Table(
                Both(*one["title"]),
                tuple(Both(*name) for name in one["columns"]),
                tuple(tuple(cells) for cells in one["rows"]),
            )
            for one in row["tables"]
        ),
        row["body"],
        tuple(Both(*one) for one in row["notes"]),
    )


def report_values(made: str, parts: Sequence[Part]) -> dict[str, Any]:
    """Return a report as JSON values: the figures and tables of every part."""
    rows = []
    for part in parts:
        row = asdict(part)
        del row["body"]
        for shown, score in zip(row["scores"], part.scores, strict=True):
            shown["met"] = score.met
        rows.append(row)
    return {"made": made, "parts": rows}
