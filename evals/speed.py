"""How long the assistant takes to load and, once warm, to answer.

The clock is handed in. Left out: several users at once, and memory.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from evals.measures import percentile
from evals.question import Question
from evals.run import Assistant, Clock, run_answers

WARM_UP = 5
"""Questions asked before the timing starts; the first answers fill caches and thread pools."""


@dataclass(frozen=True)
class Speed:
    """Seconds to load; milliseconds of a warm answer, from question to answer with citations."""

    load_s: float
    n: int
    crashed: int
    p50_ms: float
    p95_ms: float
    p99_ms: float


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
    )
