"""`gate`: a run held against the committed baseline, or one generation against another."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Annotated

import typer

from corpus.errors import PlanAssistantError
from evals.commands.wiring import Wiring, refuse, watched, write_json
from evals.gate import (
    BaselineError,
    gate_questions,
    judge,
    read_baseline,
    render_gate,
    write_baseline,
)
from evals.history import commit_of
from evals.question import QuestionError
from evals.run import run_answers

Update = Annotated[bool, typer.Option("--update", help="make this run the baseline of later ones")]


Between = Annotated[
    tuple[Path, Path] | None,
    typer.Option(
        "--between", metavar="DIR DIR", help="two state folders instead: before and after"
    ),
]
JsonOut = Annotated[
    str | None, typer.Option("--json", metavar="FILE", help="with --between; - writes it out")
]


def gate(
    context: typer.Context,
    update: Update = False,
    between: Between = None,
    json_file: JsonOut = None,
) -> None:
    """Hold a run against the baseline; 1 where the gate is shut, 2 without a baseline."""
    wiring: Wiring = context.obj
    if between:
        raise typer.Exit(compare_folders(*between, json_file))
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


def compare_folders(before: Path, after: Path, json_file: str | None) -> int:
    """Ask the same questions of two generations; return 1 where right answers are lost."""
    from corpus.embedding import open_embedder  # here: they load a model
    from corpus.settings import Settings
    from evals.admit import compare_generations, office_questions, render_admission

    settings = Settings()
    try:
        embedder = open_embedder(settings)
        questions = office_questions(before)
        found = compare_generations(before, after, embedder, questions, time.perf_counter, watched)
    except (PlanAssistantError, QuestionError) as error:
        refuse(error)
    if json_file == "-":
        print(json.dumps(found.values(), ensure_ascii=False))
    else:
        print(render_admission(found))
        if json_file:
            write_json(Path(json_file), found.values())
    return 1 if found.objections else 0
