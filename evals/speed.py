"""How long the assistant takes to load and, once warm, to answer.

The clock is handed in. Several who ask at once share one assistant, as they do in the window.
Left out: a corpus that grows (`scale.py`), and the way in (`ingest_speed.py`).
"""

from __future__ import annotations

import resource
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from corpus.embedding import Embedder
from corpus.store import Store
from evals.measures import percentile
from evals.question import Question
from evals.run import Assistant, Clock, run_answers

WARM_UP = 5
"""Questions asked before the timing starts; the first answers fill caches and thread pools."""


AT_ONCE = (1, 4, 16)
"""How many ask at once."""


@dataclass(frozen=True)
class Speed:
    """Seconds to load; milliseconds of a warm answer, from question to answer with citations."""

    load_s: float
    n: int
    crashed: int
    p50_ms: float
    p95_ms: float
    p99_ms: float
    answers_s: tuple[tuple[int, float], ...] = ()
    """How many ask at once, and how many answers a second all of them get together."""
    memory_gb: float = 0.0
    """The most this process has held, the model and the index included."""
    index_bytes: float | None = None
    """Of the folder of the index, for each passage; None where there is none to look at."""


def measure_speed(
    open_assistant: Callable[[], Assistant], questions: Sequence[Question], clock: Clock
) -> Speed:
    """Load an assistant, warm it up, and time its answer to every question once.

    Raises `ValueError` where every question crashed.
    """
    start = clock()
    assistant = open_assistant()
    load_s = clock() - start
    for _ in run_answers(assistant, questions[:WARM_UP], clock):
        pass
    records = tuple(run_answers(assistant, questions, clock))
    taken = [1000 * record.seconds for record in records if record.error is None]
    if not taken:
        raise ValueError("no question was answered, so there is no time to report")
    return Speed(
        load_s=load_s,
        n=len(taken),
        crashed=len(records) - len(taken),
        p50_ms=percentile(taken, 0.50),
        p95_ms=percentile(taken, 0.95),
        p99_ms=percentile(taken, 0.99),
        answers_s=tuple((n, answers_a_second(assistant, questions, n, clock)) for n in AT_ONCE),
        memory_gb=peak_memory() / 1e9,
    )


def answers_a_second(
    assistant: Assistant, questions: Sequence[Question], at_once: int, clock: Clock
) -> float:
    """Return how many answers a second so many people get who each ask again at once.

    A question that crashes counts as answered; the run above tells of it.
    """

    def ask(question: Question) -> None:
        with suppress(Exception):
            assistant.ask(question.question, question.history)

    start = clock()
    with ThreadPoolExecutor(at_once) as pool:
        list(pool.map(ask, questions))
    return len(questions) / (clock() - start)


def index_bytes_a_passage(state_dir: Path) -> float | None:
    """Return the bytes of the index of a state folder for each passage; None without one."""
    store = Store(state_dir)
    passages = store.passage_count()
    files = (path for path in store.folder.rglob("*") if path.is_file())
    return sum(path.stat().st_size for path in files) / passages if passages else None


def peak_memory() -> int:
    """Return the most bytes this process has held so far (`ru_maxrss`, kilobytes on Linux)."""
    return 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def passages_a_second(embedder: Embedder, texts: Sequence[str], clock: Clock) -> float:
    """Return how many passages a second are embedded, once the model is warm."""
    embedder.embed_passages(texts[:2])
    start = clock()
    embedder.embed_passages(texts)
    return len(texts) / (clock() - start)
