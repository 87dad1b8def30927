"""`python -m evals`: put the questions to the assistant and show the figures.

`python -m evals facts` measures the facts of the plans instead; it needs no assistant.
The figures go to the standard output, the progress to the standard error.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import track

from corpus.errors import PlanAssistantError
from evals.confidence import best, render_confidence, risk_coverage
from evals.facts_measure import Score, score, total
from evals.facts_report import facts_as_json, render_facts
from evals.facts_run import LeftOut, Run, read_texts, run_facts
from evals.gate import (
    BASELINE,
    BaselineError,
    gate_questions,
    judge,
    read_baseline,
    render_gate,
    write_baseline,
)
from evals.history import HISTORY, RunAgain, commit_of, read_history, refuse_second, write_down
from evals.html_report import render_html
from evals.models import count_sentences, render_both
from evals.question import (
    SECRET,
    SPLITS,
    Question,
    QuestionError,
    read_questions,
    read_split,
)
from evals.repair import measure_all, render_repair
from evals.report import Report, as_json, render
from evals.robust import measure_robust, render_robust
from evals.run import AnswerRecord, Assistant, Modelled, retrievable, run_answers, run_retrieval
from evals.speed import measure_speed
from evals.summary import summarise_answers, summarise_retrieval
from evals.truth import FACTS_DIR, PLANS_DIR, TruthError, read_truth
from ingest.make import train_restorer

Item = TypeVar("Item")
Open = Callable[[], Assistant]
Figures = dict[str, float | int | None]

OF_KINDS = ("robust", "clones", "confidence")
"""Measures that are taken on the half of `kinds.jsonl` to look at, unless another split is named.
"""


WITHOUT = ("facts", "repair", "ingest", "scale", "import-feedback")
"""What needs no assistant."""


def open_real_assistant() -> Assistant:
    """Open the assistant of this installation, as its settings say."""
    from assistant.chain import open_assistant  # here: it loads a model
    from corpus.settings import Settings

    return open_assistant(Settings())


def read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the arguments: what, split, questions, json and the rest."""
    parser = argparse.ArgumentParser(
        prog="python -m evals", description="Measure retrieval and answers on the questions."
    )
    parser.add_argument(
        "what",
        nargs="?",
        choices=("all", "retrieval", "answers", "speed", "gate", *OF_KINDS, *WITHOUT),
        default="all",
        help=f"all (the default) is retrieval and answers; no assistant: {', '.join(WITHOUT)}",
    )
    parser.add_argument(
        "--split", choices=SPLITS, help="default: dev; kinds-dev for robust, clones, confidence"
    )
    parser.add_argument(
        "--again", action="store_true", help="run the held-back kinds-test a second time on a day"
    )
    parser.add_argument(
        "--answerer",
        choices=("extractive", "model"),
        default="extractive",
        help="answers: the language model of ASSISTANT_MODEL beside the extracts",
    )
    parser.add_argument("--questions", type=Path, metavar="FILE", help="instead of a split")
    parser.add_argument(
        "--files", type=Path, metavar="DIR", help="ingest: files whose reading is timed as well"
    )
    parser.add_argument(
        "--pairs", type=Path, metavar="DIR", help="repair: garbled pages of other documents as well"
    )
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="import-feedback: the candidates; scale: the plot"
    )
    parser.add_argument(
        "--sizes", default="5,100,1000", help="scale: numbers of plans, up to 10000"
    )
    parser.add_argument(
        "--benchmark", type=Path, metavar="DIR", help="retrieval: a BEIR-shaped folder instead"
    )
    parser.add_argument(
        "--ablations", action="store_true", help="retrieval: parts left out; a stock LangChain"
    )
    parser.add_argument(
        "--queries", type=Path, metavar="FILE", help="its questions; default: each queries*.jsonl"
    )
    parser.add_argument(
        "--spelling", choices=("none", "bare"), default="none", help="bare: typed without marks"
    )
    parser.add_argument(
        "--cache", type=Path, metavar="DIR", help="where its vectors are kept for the next run"
    )
    parser.add_argument(
        "--update", action="store_true", help="gate: make this run the baseline of later ones"
    )
    parser.add_argument(
        "--html", type=Path, metavar="FILE", help="answers: a report that any browser opens"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write figures and records")
    chosen = parser.parse_args(arguments)
    chosen.split = chosen.split or ("kinds-dev" if chosen.what in OF_KINDS else "dev")
    return chosen


def measure(what: str, name: str, questions: Sequence[Question], open_: Open) -> Report:
    """Return the report of one call."""
    if what == "speed":
        return Report(name, speed=measure_speed(open_, questions, time.perf_counter))
    assistant = open_()
    retrieval = answers = None
    if what in ("all", "retrieval"):
        rankings = run_retrieval(assistant, questions, time.perf_counter)
        retrieval = _watched("retrieval", rankings, len(retrievable(questions)))
    if what in ("all", "answers"):
        replies = run_answers(assistant, questions, time.perf_counter)
        answers = _watched("answers", replies, len(questions))
    return Report(name, retrieval=retrieval, answers=answers)


def _watched(label: str, records: Iterable[Item], total: int) -> tuple[Item, ...]:
    return tuple(track(records, label, total=total, console=Console(stderr=True)))


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
        _write_json(json_file, facts_as_json(scores, left_out))
    return 0 if all(one.passes for one in total(scores)) else 1


def measure_repair(pairs: Path | None, json_file: Path | None) -> int:
    """Measure the restoration of garbled pages; return 1 where a bar is missed."""
    with Console(stderr=True).status("repair"):
        repair = measure_all(pairs, PLANS_DIR, train_restorer)
    print(render_repair(repair))
    if json_file:
        _write_json(json_file, asdict(repair))
    return 0 if repair.passes else 1


def measure_ingest(files: Path | None, json_file: Path | None) -> int:
    """Measure how fast files are read, and what one new plan costs in a growing corpus."""
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
    print(
        render_growth(growth), f"passages embedded a second: {_embedded_a_second():.1f}", sep="\n"
    )
    if json_file:
        told = {"reading": list(map(asdict, reading)), "growth": list(map(asdict, growth))}
        _write_json(json_file, told)
    return 0


def _embedded_a_second() -> float:
    from corpus.embedding import open_embedder
    from corpus.settings import Settings
    from evals.speed import passages_a_second

    settings = Settings()
    name, backend = settings.embedding_model, settings.embedding_backend
    embedder = open_embedder(name, settings.state_dir, backend)
    lines = [line for text in read_texts(PLANS_DIR).values() for line in text.splitlines()]
    return passages_a_second(
        embedder, [line for line in lines if len(line) > 100], time.perf_counter
    )


def measure_growing(chosen: argparse.Namespace) -> int:
    """Measure retrieval among made plans, by the thousand; plots it where `--out` names a file."""
    from tempfile import TemporaryDirectory

    from corpus.embedding import open_embedder
    from corpus.settings import Settings
    from evals.scale import measure_scale, plot_scale, render_scale
    from evals.speed import peak_memory

    settings, sizes = Settings(), [int(one) for one in chosen.sizes.split(",")]
    try:
        name, backend = settings.embedding_model, settings.embedding_backend
        embedder = open_embedder(name, settings.state_dir, backend)
        with TemporaryDirectory(dir=settings.state_dir) as scratch:
            growing = measure_scale(Path(scratch), embedder, time.perf_counter, peak_memory, sizes)
            found = _watched("scale", growing, len(sizes))
    except PlanAssistantError as error:
        print(error, file=sys.stderr)
        return 2
    print(render_scale(found))
    if chosen.out:
        chosen.out.write_text(plot_scale(found), encoding="utf-8")
    if chosen.json:
        _write_json(chosen.json, list(map(asdict, found)))
    return 0


def take_feedback(out: Path | None) -> int:
    """Make candidate questions of the answers that readers marked as not right."""
    from corpus.feedback import FeedbackStore
    from corpus.settings import Settings
    from evals.feedback import DEFAULT_NAME, import_feedback

    state = Settings().state_dir
    try:
        print(import_feedback(FeedbackStore(state).all(), out or state / DEFAULT_NAME))
    except (PlanAssistantError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def pass_gate(update: bool, open_: Open, baseline: Path) -> int:
    """Hold a run against the baseline; return 1 where the gate is shut, 2 without a baseline."""
    questions = gate_questions()
    assistant = open_()
    replies = run_answers(assistant, questions, time.perf_counter)
    records = _watched("gate", replies, len(questions))
    if update:
        write_baseline(records, commit_of(baseline.parent), baseline)
        print(f"{baseline}: {sum(one.correct for one in records)} of {len(records)} right")
        return 0
    try:
        verdict = judge(read_baseline(baseline), records)
    except BaselineError as error:
        print(error, file=sys.stderr)
        return 2
    print(render_gate(verdict))
    return 0 if verdict.passes else 1


def measure_public_set(chosen: argparse.Namespace) -> int:
    """Measure retrieval on a public set, by the product's own parts and with parts left out."""
    from corpus.embedding import LazyEmbedder  # here: they load a model
    from corpus.settings import Settings
    from evals.benchmark import BenchmarkError, queries_files
    from evals.benchmark_run import render_benchmark, run_benchmark

    settings, console = Settings(), Console(stderr=True)
    name, backend = settings.embedding_model, settings.embedding_backend
    embedder = LazyEmbedder(name, settings.state_dir, lambda: None, backend)
    folder: Path = chosen.benchmark
    cache = chosen.cache or settings.state_dir / "evals"
    try:
        queries = (chosen.queries,) if chosen.queries else queries_files(folder)
        with console.status("retrieval"):
            figures = run_benchmark(folder, queries, chosen.spelling, embedder, cache)
    except (BenchmarkError, PlanAssistantError) as error:
        print(error, file=sys.stderr)
        return 2
    print(render_benchmark(figures))
    if chosen.json:
        _write_json(chosen.json, list(map(asdict, figures)))
    return 0


def measure_parts(chosen: argparse.Namespace) -> int:
    """Measure retrieval with one part left out at a time, and beside a stock LangChain chain."""
    from tempfile import TemporaryDirectory

    from assistant.chain import Assistant as Product  # here: they load a model, open an index
    from assistant.corpus_reader import CorpusReader
    from corpus.embedding import open_embedder
    from corpus.settings import Settings
    from evals.ablations import measure_ablations, render_ablations
    from evals.stock import beside_stock, render_placings

    settings = Settings()
    name, backend = settings.embedding_model, settings.embedding_backend
    try:
        questions = questions_of(chosen)
        embedder = open_embedder(name, settings.state_dir, backend)
        product = Product(CorpusReader(settings.state_dir, embedder))
        with TemporaryDirectory() as scratch:
            folder = Path(scratch)
            placed = beside_stock(product, embedder, questions, folder / "stock", time.perf_counter)
            rows = _watched("retrieval", measure_ablations(product.reader, questions, folder), 8)
    except (QuestionError, PlanAssistantError) as error:
        print(error, file=sys.stderr)
        return 2
    print(render_ablations(rows), render_placings(*placed), sep="\n\n")
    if chosen.json:
        told = {"ablations": list(map(asdict, rows)), "stock": list(map(asdict, placed))}
        _write_json(chosen.json, told)
    return 0


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def measure_questions(
    chosen: argparse.Namespace, questions: Sequence[Question], name: str, open_: Open
) -> Figures:
    """Measure what was chosen on the questions and show it; return the figures to write down."""
    totals_only = chosen.questions is None and chosen.split in SECRET
    if chosen.what == "robust":
        found = measure_robust(open_(), questions, time.perf_counter)
        print(f"Questions: {name}", render_robust(found, totals_only), sep="\n\n")
        return {one.spelling: one.correct for one in found}
    if chosen.what == "clones":
        return show_clones(questions, name, totals_only)
    if chosen.what == "confidence":
        records = run_answers(open_(), questions, time.perf_counter)
        curve = risk_coverage(_watched("answers", records, len(questions)))
        print(f"Questions: {name}", render_confidence(curve), sep="\n\n")
        return asdict(best(curve))
    if chosen.answerer == "model":
        return compare_answerers(questions, name, open_)
    report = replace(measure(chosen.what, name, questions, open_), totals_only=totals_only)
    print(render(report))
    if chosen.json:
        _write_json(chosen.json, as_json(report))
    if chosen.html and report.answers is not None and not totals_only:
        write_html(chosen.html, name, report.answers)
    return figures_of(report)


def compare_answerers(questions: Sequence[Question], name: str, open_: Open) -> Figures:
    """Put the questions to the extracts and to the model; show the figures side by side."""
    assistant = open_()
    plain = assistant.without_model() if isinstance(assistant, Modelled) else assistant
    records = []
    for label, one in (("extractive", plain), ("model", assistant)):
        replies = run_answers(one, questions, time.perf_counter)
        records.append(_watched(label, replies, len(questions)))
    print(f"Questions: {name}", render_both(*records), sep="\n\n")
    return asdict(count_sentences(records[1]))


def write_html(path: Path, name: str, records: Sequence[AnswerRecord]) -> None:
    """Write the report that any browser opens, beside the committed baseline if there is one."""
    baseline = read_baseline().correct if BASELINE.exists() else {}
    path.write_text(render_html(name, records, baseline, read_history(HISTORY)), encoding="utf-8")


def show_clones(questions: Sequence[Question], name: str, totals_only: bool) -> Figures:
    """Measure what plans of other provinces cost; needs the real model and the real ingest."""
    from corpus.embedding import load_embedder  # here: they load a model and open an index
    from corpus.settings import Settings
    from evals.clones import CLONES, measure_clones, render_clones

    settings = Settings()
    embedder = load_embedder(settings.embedding_model, settings.state_dir)
    with Console(stderr=True).status("clones"):
        alone, among = measure_clones(CLONES, questions, embedder, time.perf_counter)
    print(f"Questions: {name}", render_clones(alone, among, totals_only), sep="\n\n")
    return {
        "alone": alone.correct,
        "among": among.correct,
        "wrong_citations": len(among.wrong_citations),
    }


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


def main(
    arguments: Sequence[str],
    open_: Open = open_real_assistant,
    history: Path = HISTORY,
    today: Callable[[], date] = date.today,
    baseline: Path = BASELINE,
) -> int:
    """Run one call; return 0 when it could be measured, however the figures turn out."""
    chosen = read_arguments(arguments)
    if chosen.what == "facts":
        return measure_facts(chosen.json)
    if chosen.what == "ingest":
        return measure_ingest(chosen.files, chosen.json)
    if chosen.what == "scale":
        return measure_growing(chosen)
    if chosen.what == "repair":
        return measure_repair(chosen.pairs, chosen.json)
    if chosen.what == "import-feedback":
        return take_feedback(chosen.out)
    if chosen.what == "gate":
        return pass_gate(chosen.update, open_, baseline)
    if chosen.what == "retrieval" and chosen.benchmark:
        return measure_public_set(chosen)
    if chosen.what == "retrieval" and chosen.ablations:
        return measure_parts(chosen)
    held_back = chosen.questions is None and chosen.split in SECRET
    try:
        if held_back:
            refuse_second(history, chosen.what, chosen.split, today(), chosen.again)
        questions = questions_of(chosen)
    except (QuestionError, RunAgain) as error:
        print(error, file=sys.stderr)
        return 2
    name = (
        f"{chosen.questions.name if chosen.questions else chosen.split}, {len(questions)} questions"
    )
    figures = measure_questions(chosen, questions, name, open_)
    if held_back:
        write_down(history, chosen.what, chosen.split, today(), figures)
    return 0


def questions_of(chosen: argparse.Namespace) -> tuple[Question, ...]:
    """Return the questions of the file or split chosen. Raises `QuestionError` where none are."""
    path: Path | None = chosen.questions
    questions = read_questions(path) if path else read_split(chosen.split)
    if not questions:
        raise QuestionError(f"{path or chosen.split}: no questions in it")
    return questions


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
