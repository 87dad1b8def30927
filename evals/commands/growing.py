"""`scale`: retrieval among made plans, by the thousand."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.errors import PlanAssistantError
from evals.commands.wiring import JsonFile, Wiring, numbers, refuse, watched, write_json
from evals.frame import keep, now

if TYPE_CHECKING:
    from evals.scale import Size

Sizes = Annotated[str, typer.Option("--sizes", help="numbers of plans, up to 10000")]
PlotFile = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="the plot, as SVG")]


def scale(
    context: typer.Context,
    sizes: Sizes = "5,100,1000",
    out: PlotFile = None,
    json_file: JsonFile = None,
) -> None:
    """How retrieval grows with the corpus, on made plans with known facts."""
    from evals.parts_of_speed import scale_part
    from evals.scale import plot_scale, render_scale

    wiring: Wiring = context.obj
    try:
        found = measured_sizes(numbers(sizes))
    except PlanAssistantError as error:
        refuse(error)
    print(render_scale(found))
    if wiring.notes:
        keep(wiring.notes, scale_part((now(), f"made plans: {sizes}"), found))
    if out:
        out.write_text(plot_scale(found), encoding="utf-8")
    if json_file:
        write_json(json_file, list(map(asdict, found)))


def measured_sizes(sizes: Sequence[int]) -> tuple[Size, ...]:
    """Return the figures of each size, with the model of the settings in a folder thrown away."""
    from corpus.embedding import open_embedder  # here: they load a model
    from corpus.settings import Settings
    from evals.scale import measure_scale
    from evals.speed import peak_memory

    settings = Settings()
    embedder = open_embedder(settings)
    with TemporaryDirectory(dir=settings.state_dir) as scratch:
        growing = measure_scale(Path(scratch), embedder, time.perf_counter, peak_memory, sizes)
        return watched("scale", growing, len(sizes))
