"""`retrieval`: on the plans' questions, with parts left out, or on a public set."""

from __future__ import annotations

import time
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
from rich.console import Console

from corpus.errors import PlanAssistantError
from evals.commands.asking import measure_questions
from evals.commands.wiring import (
    Again,
    JsonFile,
    QuestionsFile,
    SplitName,
    Wiring,
    questions_of,
    refuse,
    show,
    watched,
    write_json,
)
from evals.question import QuestionError

Folder = Annotated[
    Path | None, typer.Option("--benchmark", metavar="DIR", help="a BEIR-shaped folder instead")
]
Ablations = Annotated[
    bool, typer.Option("--ablations", help="parts left out; a stock LangChain beside")
]
Queries = Annotated[
    Path | None,
    typer.Option("--queries", metavar="FILE", help="its questions; default: each queries*.jsonl"),
]
Bare = Annotated[str, typer.Option("--spelling", help="none, or bare: typed without marks")]
Cache = Annotated[
    Path | None,
    typer.Option("--cache", metavar="DIR", help="where its vectors are kept for the next run"),
]


def retrieval(
    context: typer.Context,
    split: SplitName = None,
    questions: QuestionsFile = None,
    benchmark: Folder = None,
    queries: Queries = None,
    spelling: Bare = "none",
    cache: Cache = None,
    ablations: Ablations = False,
    json_file: JsonFile = None,
    again: Again = False,
) -> None:
    """Where the gold sections and quotes stand in the ranking."""
    wiring: Wiring = context.obj
    if spelling not in ("none", "bare"):
        raise typer.BadParameter("--spelling is none or bare")
    if benchmark:
        measure_public_set(benchmark, queries, spelling, cache, json_file)
    elif ablations:
        measure_parts(questions, split, json_file)
    else:
        measure_questions(wiring, "retrieval", questions, split, json_file=json_file, again=again)


def measure_public_set(
    folder: Path, queries: Path | None, spelling: str, cache: Path | None, json_file: Path | None
) -> None:
    """Measure retrieval on a public set, by the product's own parts and with parts left out."""
    from corpus.embedding import LazyEmbedder  # here: they load a model
    from corpus.settings import Settings
    from evals.benchmark import BenchmarkError, queries_files
    from evals.benchmark_run import render_benchmark, run_benchmark

    settings, console = Settings(), Console(stderr=True)
    embedder = LazyEmbedder.of(settings)
    kept = cache or settings.state_dir / "evals"
    try:
        files = (queries,) if queries else queries_files(folder)
        with console.status("retrieval"):
            figures = run_benchmark(folder, files, spelling, embedder, kept)
    except (BenchmarkError, PlanAssistantError) as error:
        refuse(error)
    print(render_benchmark(figures))
    if json_file:
        write_json(json_file, list(map(asdict, figures)))


def measure_parts(questions: Path | None, split: str | None, json_file: Path | None) -> None:
    """Measure retrieval with one part left out at a time, and beside a stock LangChain chain."""
    from assistant.chain import Assistant as Product  # here: they load a model, open an index
    from assistant.corpus_reader import CorpusReader
    from corpus.embedding import open_embedder
    from corpus.settings import Settings
    from evals.ablations import measure_ablations, render_ablations
    from evals.stock import beside_stock, open_model, render_placings

    settings = Settings()
    try:
        asked = questions_of(questions, split).questions
        embedder = open_embedder(settings)
        product = Product(CorpusReader(settings.state_dir, embedder))
        with TemporaryDirectory() as scratch:
            folder = Path(scratch)
            placed = beside_stock(
                product, open_model(settings), asked, folder / "stock", time.perf_counter
            )
            rows = watched("retrieval", measure_ablations(product.reader, asked, folder), 8)
    except (QuestionError, PlanAssistantError) as error:
        refuse(error)
    show(render_ablations(rows), render_placings(*placed))
    if json_file:
        told = {"ablations": list(map(asdict, rows)), "stock": list(map(asdict, placed))}
        write_json(json_file, told)
