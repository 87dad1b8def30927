"""`python -m evals`: put the questions to the assistant and show the figures.

Wires the sub-commands of `commands/` together. The figures go to the standard output, the progress
to the standard error. Exit codes: 0 it was measured, 1 a bar or the gate is missed, 2 it could not
be measured; the sentence on the standard error says why.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import typer

from evals.commands import (
    adding,
    asking,
    growing,
    otherwise,
    passing,
    reporting,
    retrieving,
    speeding,
    way_in,
)
from evals.commands.wiring import Open, Wiring, open_real_assistant
from evals.frame import FOLDER
from evals.gate import BASELINE
from evals.history import HISTORY

COMMANDS: dict[str, Callable[..., None]] = {
    "all": asking.all_,
    "answers": asking.answers,
    "retrieval": retrieving.retrieval,
    "robust": otherwise.robust,
    "clones": otherwise.clones,
    "confidence": otherwise.confidence,
    "speed": speeding.speed,
    "scale": growing.scale,
    "facts": way_in.facts,
    "repair": way_in.repair,
    "ingest": way_in.ingest,
    "gate": passing.gate,
    "report": reporting.report,
    "add-question": adding.add_question,
    "import-feedback": adding.import_feedback,
}


def make_app() -> typer.Typer:
    """Return the commands as one application."""
    app = typer.Typer(
        add_completion=False, help="Measure what the assistant finds, answers and takes in."
    )
    for name, command in COMMANDS.items():
        app.command(name)(command)
    return app


def main(
    arguments: Sequence[str],
    open_: Open = open_real_assistant,
    history: Path = HISTORY,
    today: Callable[[], date] = date.today,
    baseline: Path = BASELINE,
    notes: Path | None = None,
) -> int:
    """Run one command, `all` where none is named; return its exit code."""
    words = list(arguments)
    if not words or (words[0].startswith("-") and words[0] != "--help"):
        words.insert(0, "all")
    wiring = Wiring(open_, history, today, baseline, notes)
    try:
        make_app()(words, prog_name="python -m evals", obj=wiring)
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else int(left.code is not None)
    return 0


def real_notes() -> Path | None:
    """Return where this installation keeps what it measured; None where its settings are wrong."""
    from pydantic import ValidationError  # here: a command says itself what is wrong

    from corpus.settings import Settings

    try:
        return Settings().state_dir / FOLDER
    except ValidationError:
        return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], notes=real_notes()))
