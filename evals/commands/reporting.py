"""`report`: what was measured now and before, as one page and one JSON file.

What is asked for is measured now, the rest is taken as it was measured last; each part says when.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from corpus.errors import PlanAssistantError
from evals.commands.asking import figures_of, measure
from evals.commands.speeding import part_of, time_all
from evals.commands.wiring import (
    HtmlFile,
    JsonFile,
    QuestionsFile,
    SplitName,
    Wiring,
    numbers,
    questions_of,
    refuse,
    write_json,
)
from evals.frame import KEYS, Part, Taken, keep, kept, now, report_values
from evals.gate import BaselineError, read_baseline
from evals.history import LOOKED_AT, commit_of, read_history, write_down
from evals.question import SECRET, QuestionError, are_held_back

QUICK = "answers,retrieval,repair,facts"
Run = Annotated[
    str,
    typer.Option("--run", help=f"what to measure now, of {', '.join(KEYS)}; none: nothing"),
]
Files = Annotated[
    Path | None, typer.Option("--files", metavar="DIR", help="ingest: files whose reading is timed")
]
Pairs = Annotated[
    Path | None, typer.Option("--pairs", metavar="DIR", help="repair: pages of other documents")
]
Sizes = Annotated[str, typer.Option("--sizes", help="scale: numbers of plans")]


def report(
    context: typer.Context,
    run: Run = QUICK,
    split: SplitName = None,
    questions: QuestionsFile = None,
    files: Files = None,
    pairs: Pairs = None,
    sizes: Sizes = "5,100,1000",
    html: HtmlFile = None,
    json_file: JsonFile = None,
) -> None:
    """Everything that was measured, with intervals and failed questions, in one page."""
    wiring: Wiring = context.obj
    if wiring.notes is None:
        raise typer.BadParameter("there is no state folder to keep the report in")
    wanted = [one for one in run.split(",") if one and one != "none"]
    unknown = set(wanted) - set(KEYS)
    if unknown:
        raise typer.BadParameter(f"{', '.join(sorted(unknown))}: not of {', '.join(KEYS)}")
    if split in SECRET and questions is None:
        raise typer.BadParameter("held-back questions stand in no report; use answers --split")
    taking: dict[str, Callable[[Taken], Part]] = {
        "repair": lambda taken: take_repair(taken, pairs),
        "facts": take_facts,
        "ingest": lambda taken: take_ingest(taken, files),
        "scale": lambda taken: take_scale(taken, sizes),
    }
    commit = commit_of(Path(__file__).parent) or "–"
    try:
        for key in (one for one in KEYS if one in wanted):
            if key == "speed":
                asked = questions_of(questions, split)
                keep(wiring.notes, part_of(time_all(wiring, asked), asked.split or asked.name))
            elif key in taking:
                keep(wiring.notes, taking[key]((now(), f"corpus/plans, {commit}")))
            else:
                keep(wiring.notes, take_questions(wiring, key, questions, split, commit))
    except (QuestionError, PlanAssistantError, BaselineError, ValueError) as error:
        refuse(error)
    write_report(wiring, wiring.notes, html, json_file)


def write_report(wiring: Wiring, folder: Path, html: Path | None, json_file: Path | None) -> None:
    """Put the parts that are kept together, in the state folder and where the files name."""
    from evals.page import render_page

    parts, made = kept(folder), now()
    folder.mkdir(parents=True, exist_ok=True)
    looked_at = read_history(folder / LOOKED_AT)
    page = render_page(made, parts, read_history(wiring.history), looked_at)
    values = report_values(made, parts)
    for path in filter(None, (folder / "report.html", html)):
        path.write_text(page, encoding="utf-8")
    for path in filter(None, (folder / "report.json", json_file)):
        write_json(path, values)
    for part in parts:
        missed = [one.name.en for one in part.scores if one.met is False]
        print(f"{part.key:<10} {part.taken[:16]}  {'; '.join(missed) or 'all bars met'}")
    print(html or folder / "report.html")


def take_questions(
    wiring: Wiring, key: str, file: Path | None, split: str | None, commit: str
) -> Part:
    """Measure answers, retrieval or speed on the questions chosen; one line goes to the trend."""
    from evals.parts_of_answers import answers_part, retrieval_part

    asked = questions_of(file, split)
    if are_held_back(asked.questions):
        raise QuestionError(f"{asked.name}: some are held back and stand in no report")
    assert wiring.notes is not None
    found = measure(key, asked.name, asked.questions, wiring.open_)
    name = file.name if file else asked.split or ""
    taken = now(), f"{name}, n = {len(asked.questions)}, {commit}"
    write_down(wiring.notes / LOOKED_AT, key, name, wiring.today(), figures_of(found))
    if found.answers is not None:
        baseline = read_baseline(wiring.baseline).correct if wiring.baseline.exists() else {}
        return answers_part(taken, found.answers, baseline)
    if found.retrieval is not None:
        return retrieval_part(taken, found.retrieval)
    raise ValueError(f"{key} measured nothing")


def take_repair(taken: Taken, pairs: Path | None) -> Part:
    """Measure the restoration of garbled pages."""
    from evals.parts_of_intake import repair_part
    from evals.repair import measure_all
    from evals.truth import PLANS_DIR
    from ingest.make import train_restorer

    return repair_part(taken, measure_all(pairs, PLANS_DIR, train_restorer))


def take_facts(taken: Taken) -> Part:
    """Measure the facts read of the plans. Raises TruthError, a ValueError."""
    from evals.facts_measure import score, total
    from evals.facts_run import read_texts, run_facts
    from evals.parts_of_intake import facts_part
    from evals.truth import FACTS_DIR, PLANS_DIR, read_truth

    texts = read_texts(PLANS_DIR)
    truth = read_truth(FACTS_DIR, texts)
    scores = [
        one
        for name, found, _ in run_facts(texts)
        for one in score(name, found, [fact for fact in truth if fact.plan == name])
    ]
    return facts_part(taken, total(scores))


def take_ingest(taken: Taken, files: Path | None) -> Part:
    """Measure reading, embedding, and one plan more in a growing corpus."""
    from evals.commands.way_in import embedded_a_second
    from evals.ingest_speed import SIZES, measure_growth, measure_reading
    from evals.parts_of_intake import ingest_part
    from evals.truth import PLANS_DIR
    from ingest.intake import find_files

    clock = time.perf_counter
    reading = measure_reading(find_files([files or PLANS_DIR]), clock)
    growth = measure_growth(sorted(PLANS_DIR.glob("*.txt"))[-1], SIZES, clock)
    return ingest_part(taken, reading, growth, embedded_a_second())


def take_scale(taken: Taken, sizes: str) -> Part:
    """Measure retrieval among made plans."""
    from evals.commands.growing import measured_sizes
    from evals.parts_of_speed import scale_part

    return scale_part(taken, measured_sizes(numbers(sizes)))
