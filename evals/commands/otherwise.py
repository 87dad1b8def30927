"""`robust`, `clones`, `confidence`: the same questions asked in other ways or circumstances.

Taken on the half of `kinds.jsonl` to look at, unless another split is named.
"""

from __future__ import annotations

import time
from dataclasses import asdict

import typer
from rich.console import Console

from evals.commands.asking import on_questions
from evals.commands.wiring import (
    Again,
    Asked,
    Figures,
    QuestionsFile,
    SplitName,
    Wiring,
    show,
    watched,
)
from evals.confidence import best, render_confidence, risk_coverage
from evals.robust import measure_robust, render_robust
from evals.run import run_answers


def robust(
    context: typer.Context,
    split: SplitName = None,
    questions: QuestionsFile = None,
    again: Again = False,
) -> None:
    """Four other spellings of each question, and their loss."""
    wiring: Wiring = context.obj

    def measured(asked: Asked, totals_only: bool) -> Figures:
        found = measure_robust(wiring.open_(), asked.questions, time.perf_counter)
        show(f"Questions: {asked.name}", render_robust(found, totals_only))
        return {one.spelling: one.correct for one in found}

    on_questions(wiring, "robust", questions, split, again, "kinds-dev", measured)


def clones(
    context: typer.Context,
    split: SplitName = None,
    questions: QuestionsFile = None,
    again: Again = False,
) -> None:
    """Thirty plans of invented provinces beside the five."""
    on_questions(context.obj, "clones", questions, split, again, "kinds-dev", show_clones)


def confidence(
    context: typer.Context,
    split: SplitName = None,
    questions: QuestionsFile = None,
    again: Again = False,
) -> None:
    """What withholding unsure answers would bring."""
    wiring: Wiring = context.obj

    def measured(asked: Asked, _totals_only: bool) -> Figures:
        records = run_answers(wiring.open_(), asked.questions, time.perf_counter)
        curve = risk_coverage(watched("answers", records, len(asked.questions)))
        show(f"Questions: {asked.name}", render_confidence(curve))
        return asdict(best(curve))

    on_questions(wiring, "confidence", questions, split, again, "kinds-dev", measured)


def show_clones(asked: Asked, totals_only: bool) -> Figures:
    """Measure what plans of other provinces cost; needs the real model and the real ingest."""
    from corpus.embedding import load_embedder  # here: they load a model and open an index
    from corpus.settings import Settings
    from evals.clones import CLONES, measure_clones, render_clones

    settings = Settings()
    embedder = load_embedder(settings.embedding_model, settings.state_dir)
    with Console(stderr=True).status("clones"):
        alone, among = measure_clones(CLONES, asked.questions, embedder, time.perf_counter)
    show(f"Questions: {asked.name}", render_clones(alone, among, totals_only))
    return {
        "alone": alone.correct,
        "among": among.correct,
        "wrong_citations": len(among.wrong_citations),
    }
