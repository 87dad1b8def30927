"""What the sub-commands share: what is handed in, the options that several have, progress, JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, NoReturn, TypeVar, cast

import typer
from rich.console import Console
from rich.progress import track

from evals.question import SPLITS, Question, QuestionError, Split, read_questions, read_split
from evals.run import Assistant

Item = TypeVar("Item")
Open = Callable[[], Assistant]
Figures = dict[str, float | int | None]


@dataclass(frozen=True)
class Wiring:
    """What the commands stand on; tests hand in their own."""

    open_: Open
    history: Path
    """The committed runs on held-back questions."""
    today: Callable[[], date]
    baseline: Path
    notes: Path | None = None
    """Where parts of the report and the runs to look at are kept; None keeps nothing."""


def open_real_assistant() -> Assistant:
    """Open the assistant of this installation, as its settings say."""
    from assistant.chain import open_assistant  # here: it loads a model
    from corpus.settings import Settings

    return open_assistant(Settings())


def _one_of_splits(value: str | None) -> str | None:
    if value is not None and value not in SPLITS:
        raise typer.BadParameter(f"one of {', '.join(SPLITS)}")
    return value


SplitName = Annotated[
    str | None,
    typer.Option("--split", callback=_one_of_splits, help=f"one of {', '.join(SPLITS)}"),
]
QuestionsFile = Annotated[
    Path | None, typer.Option("--questions", metavar="FILE", help="instead of a split")
]
JsonFile = Annotated[
    Path | None, typer.Option("--json", metavar="FILE", help="write figures and records")
]
HtmlFile = Annotated[
    Path | None, typer.Option("--html", metavar="FILE", help="a report that any browser opens")
]
Again = Annotated[
    bool, typer.Option("--again", help="run the held-back kinds-test a second time on a day")
]


@dataclass(frozen=True)
class Asked:
    """Which questions a command is about."""

    questions: tuple[Question, ...]
    split: Split | None
    """None where a file is named."""
    name: str


def questions_of(file: Path | None, split: str | None, default: Split = "dev") -> Asked:
    """Return the questions of the file or split chosen. Raises `QuestionError` where none are."""
    chosen = cast(Split, split or default)
    questions = read_questions(file) if file else read_split(chosen)
    if not questions:
        raise QuestionError(f"{file or chosen}: no questions in it")
    name = f"{file.name if file else chosen}, {len(questions)} questions"
    return Asked(questions, None if file else chosen, name)


def watched(label: str, records: Iterable[Item], total: int) -> tuple[Item, ...]:
    """Return what an iterator yields, with a bar and the time left on the standard error."""
    return tuple(track(records, label, total=total, console=Console(stderr=True)))


def write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def refuse(error: Exception) -> NoReturn:
    """Say in one sentence why nothing was measured, and leave with 2."""
    print(error, file=sys.stderr)
    raise typer.Exit(2)


def show(*parts: str) -> None:
    """Print parts with a blank line between them."""
    print(*parts, sep="\n\n")


def numbers(text: str) -> Sequence[int]:
    """Return the numbers of a list such as `5,100,1000`."""
    try:
        return [int(one) for one in text.split(",")]
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a list such as 5,100,1000") from None
