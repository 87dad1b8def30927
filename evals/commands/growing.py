"""`scale`: retrieval among made plans, by the thousand."""

from __future__ import annotations

import time
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from corpus.errors import PlanAssistantError
from evals.commands.wiring import JsonFile, numbers, refuse, watched, write_json

Sizes = Annotated[str, typer.Option("--sizes", help="numbers of plans, up to 10000")]
PlotFile = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="the plot, as SVG")]


def scale(sizes: Sizes = "5,100,1000", out: PlotFile = None, json_file: JsonFile = None) -> None:
    """How retrieval grows with the corpus, on made plans with known facts."""
    from corpus.embedding import open_embedder  # here: they load a model
    from corpus.settings import Settings
    from evals.scale import measure_scale, plot_scale, render_scale
    from evals.speed import peak_memory

    settings, asked = Settings(), numbers(sizes)
    try:
        name, backend = settings.embedding_model, settings.embedding_backend
        embedder = open_embedder(name, settings.state_dir, backend)
        with TemporaryDirectory(dir=settings.state_dir) as scratch:
            growing = measure_scale(Path(scratch), embedder, time.perf_counter, peak_memory, asked)
            found = watched("scale", growing, len(asked))
    except PlanAssistantError as error:
        refuse(error)
    print(render_scale(found))
    if out:
        out.write_text(plot_scale(found), encoding="utf-8")
    if json_file:
        write_json(json_file, list(map(asdict, found)))
