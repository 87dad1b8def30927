"""`speed`: everything that is timed, beside a stock chain in the same run."""

from __future__ import annotations

import sys
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import typer

from corpus.errors import PlanAssistantError
from evals.commands.asking import figures_of, on_questions
from evals.commands.wiring import (
    Again,
    Asked,
    Figures,
    JsonFile,
    QuestionsFile,
    SplitName,
    Wiring,
    write_json,
)
from evals.frame import Part, keep, now
from evals.report import Report, as_json, render
from evals.speed import Speed, measure_speed

if TYPE_CHECKING:
    from evals.ingest_speed import Reading
    from evals.stock import Placing


@dataclass(frozen=True)
class Timed:
    """All that one call timed; what needs an index is None without a state folder."""

    speed: Speed
    reading: tuple[Reading, ...] = ()
    embedded: float | None = None
    placings: tuple[Placing, Placing] | None = None

    def values(self) -> dict[str, Any]:
        return {
            "reading": list(map(asdict, self.reading)),
            "passages_embedded_s": self.embedded,
            "stock": list(map(asdict, self.placings or ())),
        }


def speed(
    context: typer.Context,
    split: SplitName = None,
    questions: QuestionsFile = None,
    json_file: JsonFile = None,
    again: Again = False,
) -> None:
    """Loading, warm answers, several at once, reading by kind, memory; a stock chain beside."""
    wiring: Wiring = context.obj

    def measured(asked: Asked, totals_only: bool) -> Figures:
        timed = time_all(wiring, asked)
        report = Report(asked.name, speed=timed.speed, totals_only=totals_only)
        print(render(report))
        if wiring.notes:
            print(render_more(timed))
            keep(wiring.notes, part_of(timed, f"{asked.split or asked.name}"))
        if json_file:
            write_json(json_file, as_json(report) | (timed.values() if wiring.notes else {}))
        return figures_of(report)

    on_questions(wiring, "speed", questions, split, again, "dev", measured)


def time_all(wiring: Wiring, asked: Asked) -> Timed:
    """Time the assistant; with a state folder also the way in, the index, and a stock chain."""
    speed = measure_speed(wiring.open_, asked.questions, time.perf_counter)
    if wiring.notes is None:
        return Timed(speed)
    from evals.commands.way_in import embedded_a_second
    from evals.speed import index_bytes_a_passage

    speed = replace(speed, index_bytes=index_bytes_a_passage(wiring.notes.parent))
    return Timed(speed, read_samples(), embedded_a_second(), beside_a_stock_chain(asked))


def read_samples() -> tuple[Reading, ...]:
    """Time the reading of one plan in each kind of file; says which kinds are left out."""
    from evals.ingest_speed import measure_reading
    from evals.sample_files import write_samples
    from evals.truth import PLANS_DIR

    with TemporaryDirectory() as scratch:
        plan = sorted(PLANS_DIR.glob("*.txt"))[-1]
        files, left_out = write_samples(plan, Path(scratch))
        if left_out:
            print(f"not timed, no LibreOffice here: {', '.join(left_out)}", file=sys.stderr)
        return measure_reading(files, time.perf_counter)


def beside_a_stock_chain(asked: Asked) -> tuple[Placing, Placing] | None:
    """Return our retrieval and a stock chain's; None where its packages are not installed."""
    from assistant.chain import Assistant
    from assistant.corpus_reader import CorpusReader
    from corpus.embedding import open_embedder
    from corpus.settings import Settings
    from evals.stock import beside_stock, open_model

    settings = Settings()
    try:
        embedder = open_embedder(settings)
        product = Assistant(CorpusReader(settings.state_dir, embedder))
        with TemporaryDirectory() as scratch:
            folder, clock = Path(scratch), time.perf_counter
            return beside_stock(product, open_model(settings), asked.questions, folder, clock)
    except (ImportError, PlanAssistantError) as error:
        print(f"no stock chain: {error}", file=sys.stderr)
        return None


def part_of(timed: Timed, on: str) -> Part:
    """Return all that was timed as one part of the report."""
    from evals.parts_of_intake import reading_scores
    from evals.parts_of_speed import speed_part

    part = speed_part((now(), on), timed.speed, timed.placings)
    more = reading_scores(timed.reading, timed.embedded)
    return replace(part, scores=(*part.scores, *more))


def render_more(timed: Timed) -> str:
    """Return what stands below the times of answers."""
    from evals.ingest_speed import render_reading
    from evals.stock import render_placings

    parts = [render_reading(timed.reading)] if timed.reading else []
    if timed.embedded is not None:
        parts.append(f"passages embedded a second: {timed.embedded:.1f}")
    if timed.speed.index_bytes is not None:
        parts.append(f"bytes of index a passage: {timed.speed.index_bytes:.0f}")
    if timed.placings:
        parts.append(render_placings(*timed.placings))
    return "\n\n".join(parts)
