"""`gate`: a run held against the committed baseline."""

from __future__ import annotations

import time
from typing import Annotated

import typer

from evals.commands.wiring import Wiring, refuse, watched
from evals.gate import (
    BaselineError,
    gate_questions,
    judge,
    read_baseline,
    render_gate,
    write_baseline,
)
from evals.history import commit_of
from evals.run import run_answers

Update = Annotated[bool, typer.Option("--update", help="make this run the baseline of later ones")]


def gate(context: typer.Context, update: Update = False) -> None:
    """Hold a run against the baseline; 1 where the gate is shut, 2 without a baseline."""
    wiring: Wiring = context.obj
    baseline, questions = wiring.baseline, gate_questions()
    replies = run_answers(wiring.open_(), questions, time.perf_counter)
    records = watched("gate", replies, len(questions))
    if update:
        write_baseline(records, commit_of(baseline.parent), baseline)
        print(f"{baseline}: {sum(one.correct for one in records)} of {len(records)} right")
        return
    try:
        verdict = judge(read_baseline(baseline), records)
    except BaselineError as error:
        refuse(error)
    print(render_gate(verdict))
    raise typer.Exit(0 if verdict.passes else 1)
