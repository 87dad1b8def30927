"""Add records up: one row of figures for all, for each kind, way of writing and plan.

Every mean is over questions (macro average); a question that crashed is counted apart and enters
no figure. `None` means that there was nothing to measure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from evals.intervals import interval_of
from evals.measures import (
    citation_precision,
    citation_recall,
    detection,
    mean,
    ndcg_at_k,
    percentile,
    quote_fidelity,
    recall_at_k,
    reciprocal_rank,
    success_at_k,
)
from evals.question import GARBLED_PLANS, Question
from evals.run import HITS, AnswerRecord, RetrievalRecord

Record = TypeVar("Record", RetrievalRecord, AnswerRecord)

NO_PLAN = "(no plan)"
"""The plan group of questions about places without a plan."""


@dataclass(frozen=True)
class RetrievalFigures:
    """Retrieval over one group. Sections are the unit; `quote_*` asks for the very words."""

    group: str
    n: int
    crashed: int
    n_sections: int
    """Questions with gold sections, over which `success_*` to `mrr` are taken."""
    success_1: float | None
    success_5: float | None
    success_10: float | None
    recall_5: float | None
    recall_10: float | None
    ndcg_10: float | None
    mrr_10: float | None
    quote_1: float | None
    quote_5: float | None
    quote_10: float | None


@dataclass(frozen=True)
class AnswerFigures:
    """Answers over one group."""

    group: str
    n: int
    crashed: int
    correct: float | None
    low: float | None
    """`low` to `high` is the 95 % bootstrap interval of `correct`."""
    high: float | None
    answerable: int
    right: float | None
    """Of the answerable ones: the short answer holds all that is required, nothing forbidden."""
    stated: float | None
    """Of the answerable ones: all that is required stands somewhere in the answer."""
    forbidden: int
    """Short answers that hold a forbidden wording."""
    citation_precision: float | None
    citation_recall: float | None
    fidelity: float | None
    unanswerable: int
    abstention_precision: float | None
    abstention_recall: float | None
    abstention_f1: float | None
    lists: int
    """Answerable questions with two or more required statements."""
    list_precision: float | None
    list_recall: float | None
    list_f1: float | None
    """Completeness of lists as set F1 (`measures.set_f1`), mean over those questions."""
    with_digit: int
    """Unanswerable questions whose answer holds any digit."""
    with_figure: int
    """Unanswerable questions whose answer holds a number that the question did not name."""
    words_p50: float | None
    words_p95: float | None
    p50_s: float | None
    p95_s: float | None


def groups_of(question: Question) -> tuple[str, ...]:
    """Return the rows a question counts in; one about two plans counts in both."""
    return (
        "all",
        f"kind {question.kind}",
        f"language {question.language}",
        *(f"plan {plan.removesuffix('.txt')}" for plan in question.plans or (NO_PLAN,)),
        *_legibility(question),
    )


def _legibility(question: Question) -> tuple[str, ...]:
    """A question about a garbled plan is one about garble, whatever else it asks about."""
    if not question.plans:
        return ()
    garbled = any(plan in GARBLED_PLANS for plan in question.plans)
    return ("legibility garbled" if garbled else "legibility clear",)


def _by_group(records: Sequence[Record]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    for record in records:
        for group in groups_of(record.question):
            found.setdefault(group, []).append(record)
    order = ("all", "kind", "language", "legibility", "plan")
    return {name: found[name] for name in sorted(found, key=lambda g: order.index(g.split()[0]))}


def summarise_retrieval(records: Sequence[RetrievalRecord]) -> tuple[RetrievalFigures, ...]:
    """Return the retrieval figures of every group."""
    return tuple(_retrieval(name, found) for name, found in _by_group(records).items())


def summarise_answers(records: Sequence[AnswerRecord]) -> tuple[AnswerFigures, ...]:
    """Return the answer figures of every group."""
    return tuple(_answers(name, found) for name, found in _by_group(records).items())


def _retrieval(group: str, records: Sequence[RetrievalRecord]) -> RetrievalFigures:
    run = [record for record in records if record.error is None]
    judged = [record for record in run if record.relevant]

    def at(measure: Callable[[Sequence[str], Sequence[str], int], float], k: int) -> float | None:
        return mean([measure(record.ranked, record.relevant, k) for record in judged])

    def quoted(k: int) -> float | None:
        return mean([float(any(rank <= k for rank in record.quote_ranks)) for record in run])

    return RetrievalFigures(
        group=group,
        n=len(run),
        crashed=len(records) - len(run),
        n_sections=len(judged),
        success_1=at(success_at_k, 1),
        success_5=at(success_at_k, 5),
        success_10=at(success_at_k, HITS),
        recall_5=at(recall_at_k, 5),
        recall_10=at(recall_at_k, HITS),
        ndcg_10=at(ndcg_at_k, HITS),
        mrr_10=mean([reciprocal_rank(one.ranked[:HITS], one.relevant) for one in judged]),
        quote_1=quoted(1),
        quote_5=quoted(5),
        quote_10=quoted(HITS),
    )


def _answers(group: str, records: Sequence[AnswerRecord]) -> AnswerFigures:
    run = [record for record in records if record.error is None]
    answerable = [record for record in run if record.question.answerable]
    unanswerable = [record for record in run if not record.question.answerable]
    decided = [record for record in run if record.question.reason != "unclear"]
    abstention = detection(
        [not record.question.answerable for record in decided],
        [record.abstained for record in decided],
    )
    seconds = [record.seconds for record in run]
    words = [float(record.words) for record in run]
    lists = [record.listed for record in run if record.listed is not None]
    marks = [float(record.correct) for record in run]
    low, high = interval_of(marks) or (None, None)
    return AnswerFigures(
        group=group,
        n=len(run),
        crashed=len(records) - len(run),
        correct=mean(marks),
        low=low,
        high=high,
        answerable=len(answerable),
        right=mean([float(record.correct) for record in answerable]),
        stated=mean([float(not record.unstated) for record in answerable]),
        forbidden=sum(bool(record.wrong) for record in run),
        citation_precision=_mean_known(citation_precision(one.supports) for one in answerable),
        citation_recall=_mean_known(citation_recall(one.carried) for one in answerable),
        fidelity=quote_fidelity([pair for record in run for pair in record.quotes]),
        unanswerable=len(unanswerable),
        abstention_precision=abstention.precision,
        abstention_recall=abstention.recall,
        abstention_f1=abstention.f1,
        lists=len(lists),
        list_precision=_mean_known(one.precision for one in lists),
        list_recall=_mean_known(one.recall for one in lists),
        list_f1=_mean_known(one.f1 for one in lists),
        with_digit=sum(record.has_digit for record in unanswerable),
        with_figure=sum(bool(record.figures) for record in unanswerable),
        words_p50=percentile(words, 0.50) if words else None,
        words_p95=percentile(words, 0.95) if words else None,
        p50_s=percentile(seconds, 0.50) if seconds else None,
        p95_s=percentile(seconds, 0.95) if seconds else None,
    )


def _mean_known(values: Iterable[float | None]) -> float | None:
    return mean([value for value in values if value is not None])
