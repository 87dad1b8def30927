"""`facts`, `repair`, `ingest`: what measures the way in and needs no assistant."""

from __future__ import annotations

import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from evals.commands.wiring import JsonFile, write_json
from evals.facts_measure import Score, score, total
from evals.facts_report import facts_as_json, render_facts
from evals.facts_run import LeftOut, Run, read_texts, run_facts
from evals.repair import measure_all, render_repair
from evals.truth import FACTS_DIR, PLANS_DIR, TruthError, read_truth
from ingest.make import train_restorer

PairsFolder = Annotated[
    Path | None, typer.Option("--pairs", metavar="DIR", help="garbled pages of other documents too")
]
FilesFolder = Annotated[
    Path | None, typer.Option("--files", metavar="DIR", help="files whose reading is timed as well")
]


def facts(json_file: JsonFile = None) -> None:
    """Facts read of the plans, held against those marked by hand; 1 where a kind misses a bar."""
    raise typer.Exit(measure_facts(json_file))


def repair(pairs: PairsFolder = None, json_file: JsonFile = None) -> None:
    """The restoration of garbled pages; 1 where a bar is missed."""
    with Console(stderr=True).status("repair"):
        found = measure_all(pairs, PLANS_DIR, train_restorer)
    print(render_repair(found))
    if json_file:
        write_json(json_file, asdict(found))
    raise typer.Exit(0 if found.passes else 1)


def ingest(files: FilesFolder = None, json_file: JsonFile = None) -> None:
    """How fast files are read, and what one new plan costs in a growing corpus."""
    # here: they open the vector index
    from evals.ingest_speed import (
        SIZES,
        measure_growth,
        measure_reading,
        render_growth,
        render_reading,
    )
    from ingest.intake import find_files

    plan = sorted(PLANS_DIR.glob("*.txt"))[-1]
    with Console(stderr=True).status("ingest"):
        reading = measure_reading(find_files([files]), time.perf_counter) if files else ()
        growth = measure_growth(plan, SIZES, time.perf_counter)
    if reading:
        print(render_reading(reading))
    print(render_growth(growth), f"passages embedded a second: {embedded_a_second():.1f}", sep="\n")
    if json_file:
        told = {"reading": list(map(asdict, reading)), "growth": list(map(asdict, growth))}
        write_json(json_file, told)


def embedded_a_second() -> float:
    """Return how many long lines of the plans the model of the settings embeds a second."""
    from corpus.embedding import LazyEmbedder
    from corpus.settings import Settings
    from evals.speed import passages_a_second

    settings = Settings()
    embedder = LazyEmbedder.of(settings)  # passages only
    lines = [line for text in read_texts(PLANS_DIR).values() for line in text.splitlines()]
    return passages_a_second(
        embedder, [line for line in lines if len(line) > 100], time.perf_counter
    )


def measure_facts(json_file: Path | None, run: Run = run_facts) -> int:
    """Measure the facts that are read of the plans; return 1 where a kind misses a bar.

    Returns 2 when the annotated facts do not stand in the plans.
    """
    texts = read_texts(PLANS_DIR)
    try:
        truth = read_truth(FACTS_DIR, texts)
    except TruthError as error:
        print(error, file=sys.stderr)
        return 2
    scores: list[Score] = []
    left_out: dict[str, LeftOut] = {}
    for name, found, counts in run(texts):
        scores += score(name, found, [fact for fact in truth if fact.plan == name])
        left_out[name] = counts
    print(render_facts(scores, left_out, texts))
    if json_file:
        write_json(json_file, facts_as_json(scores, left_out))
    return 0 if all(one.passes for one in total(scores)) else 1
