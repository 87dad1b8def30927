"""`all`, `answers`: questions put to the assistant once, and what came back.

A run on what is held back shows totals only, is written down, and is refused twice a day.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated

import typer

from evals.commands.wiring import (
    Again,
    Asked,
    Figures,
    HtmlFile,
    JsonFile,
    Open,
    QuestionsFile,
    SplitName,
    Wiring,
    questions_of,
    refuse,
    show,
    watched,
    write_json,
)
from evals.gate import BASELINE, read_baseline
from evals.history import HISTORY, LOOKED_AT, RunAgain, read_history, refuse_second, write_down
from evals.html_report import render_html
from evals.models import count_sentences, render_both
from evals.question import SECRET, Question, QuestionError, Split, are_held_back
from evals.report import Report, as_json, render
from evals.run import AnswerRecord, Modelled, retrievable, run_answers, run_retrieval
from evals.speed import measure_speed
from evals.summary import summarise_answers, summarise_retrieval

Answerer = Annotated[
    str,
    typer.Option("--answerer", help="extractive, or model: ASSISTANT_MODEL beside the extracts"),
]
Measure = Callable[[Asked, bool], Figures]
"""Measures questions and shows it, totals only where the second is true; returns the figures."""


def all_(
    context: typer.Context,
    split: SplitName = None,
    questions: QuestionsFile = None,
    html: HtmlFile = None,
    json_file: JsonFile = None,
    again: Again = False,
) -> None:
    """Retrieval and answers; this is what runs without a command."""
    measure_questions(context.obj, "all", questions, split, json_file, html, again)


def answers(
    context: typer.Context,
    split: SplitName = None,
    questions: QuestionsFile = None,
    answerer: Answerer = "extractive",
    html: HtmlFile = None,
    json_file: JsonFile = None,
    again: Again = False,
) -> None:
    """The answers, judged one by one, with figures by kind, language, plan, legibility."""
    wiring: Wiring = context.obj
    if answerer not in ("extractive", "model"):
        raise typer.BadParameter("--answerer is extractive or model")
    if answerer == "extractive":
        measure_questions(wiring, "answers", questions, split, json_file, html, again)
        return

    def compared(asked: Asked, _totals_only: bool) -> Figures:
        return compare_answerers(asked, wiring.open_)

    on_questions(wiring, "answers", questions, split, again, "dev", compared)


def on_questions(
    wiring: Wiring,
    what: str,
    file: Path | None,
    split: str | None,
    again: bool,
    default: Split,
    measured: Measure,
) -> None:
    """Measure the questions chosen; what is held back is written down, and once a day."""
    held_back = file is None and (split or default) in SECRET
    try:
        if held_back:
            refuse_second(wiring.history, what, split or default, wiring.today(), again)
        asked = questions_of(file, split, default)
    except (QuestionError, RunAgain) as error:
        refuse(error)
    figures = measured(asked, held_back or are_held_back(asked.questions))
    name = file.name if file else split or default
    if held_back:
        write_down(wiring.history, what, name, wiring.today(), figures)
    elif wiring.notes:
        write_down(wiring.notes / LOOKED_AT, what, name, wiring.today(), figures)


def measure_questions(
    wiring: Wiring,
    what: str,
    questions: Path | None,
    split: str | None,
    json_file: Path | None = None,
    html: Path | None = None,
    again: bool = False,
) -> None:
    """Measure retrieval, answers or speed, and show, write and note the figures."""

    def measured(asked: Asked, totals_only: bool) -> Figures:
        report = measure(what, asked.name, asked.questions, wiring.open_)
        report = replace(report, totals_only=totals_only)
        print(render(report))
        if json_file:
            write_json(json_file, as_json(report))
        if html and report.answers is not None and not totals_only:
            write_html(html, asked.name, report.answers)
        return figures_of(report)

    on_questions(wiring, what, questions, split, again, "dev", measured)


def measure(what: str, name: str, questions: Sequence[Question], open_: Open) -> Report:
    """Return the report of one call."""
    if what == "speed":
        return Report(name, speed=measure_speed(open_, questions, time.perf_counter))
    assistant = open_()
    rankings = replies = None
    if what in ("all", "retrieval"):
        found = run_retrieval(assistant, questions, time.perf_counter)
        rankings = watched("retrieval", found, len(retrievable(questions)))
    if what in ("all", "answers"):
        given = run_answers(assistant, questions, time.perf_counter)
        replies = watched("answers", given, len(questions))
    return Report(name, retrieval=rankings, answers=replies)


def compare_answerers(asked: Asked, open_: Open) -> Figures:
    """Put the questions to the extracts and to the model; show the figures side by side."""
    assistant = open_()
    plain = assistant.without_model() if isinstance(assistant, Modelled) else assistant
    records = []
    for label, one in (("extractive", plain), ("model", assistant)):
        replies = run_answers(one, asked.questions, time.perf_counter)
        records.append(watched(label, replies, len(asked.questions)))
    show(f"Questions: {asked.name}", render_both(*records))
    return asdict(count_sentences(records[1]))


def write_html(path: Path, name: str, records: Sequence[AnswerRecord]) -> None:
    """Write the report that any browser opens, beside the committed baseline if there is one."""
    baseline = read_baseline().correct if BASELINE.exists() else {}
    path.write_text(render_html(name, records, baseline, read_history(HISTORY)), encoding="utf-8")


def figures_of(report: Report) -> Figures:
    """Return the figures over all questions of a report, names and values."""
    found: Figures = {}
    for rows in (
        summarise_retrieval(report.retrieval or ()),
        summarise_answers(report.answers or ()),
    ):
        found |= {key: value for row in rows[:1] for key, value in asdict(row).items()}
    if report.speed is not None:
        found |= {key: v for key, v in asdict(report.speed).items() if key != "answers_s"}
    found.pop("group", None)
    return found
