"""Answers and retrieval as parts of the report: every figure with its interval, what failed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from evals.bars import ABSTENTION, CITATION, CORRECT, MEDIAN_WORDS, P50_MS, P95_MS
from evals.frame import Both, Part, Score, Taken, counted, plain, share
from evals.html_report import answers_body
from evals.measures import (
    citation_precision,
    citation_recall,
    ndcg_at_k,
    percentile,
    reciprocal_rank,
    success_at_k,
)
from evals.run import HITS, AnswerRecord, RetrievalRecord


def answers_part(
    taken: Taken, records: Sequence[AnswerRecord], baseline: Mapping[str, bool]
) -> Part:
    """Return the answers: every figure over all questions with its interval, then by group."""
    run = [one for one in records if one.error is None]
    answerable = [one for one in run if one.question.answerable]
    decided = [one for one in run if one.question.reason != "unclear"]
    declined = [one for one in decided if one.abstained]
    silent = [one for one in decided if not one.question.answerable]
    lists = [one.listed for one in run if one.listed is not None]
    quotes = [pair for one in run for pair in one.quotes]
    words = [float(one.words) for one in run]
    scores = (
        share(Both("Trả lời đúng", "Answers right"), [float(one.correct) for one in run], CORRECT),
        share(Both("Câu ngắn đúng", "Short answer right"), [float(o.correct) for o in answerable]),
        share(
            Both("Trích dẫn đúng chỗ", "Citation precision"),
            _known(citation_precision(one.supports) for one in answerable),
            CITATION,
        ),
        share(
            Both("Trích dẫn đủ", "Citation recall"),
            _known(citation_recall(one.carried) for one in answerable),
            CITATION,
        ),
        counted(
            Both("Nguyên văn từng chữ", "Quotes verbatim"),
            sum(quote == said for quote, said in quotes),
            len(quotes),
            1.0,
        ),
        share(
            Both("Từ chối đúng lúc", "Abstention precision"),
            [float(not one.question.answerable) for one in declined],
            ABSTENTION,
        ),
        share(
            Both("Không bỏ sót lúc phải từ chối", "Abstention recall"),
            [float(one.abstained) for one in silent],
            ABSTENTION,
        ),
        _abstention_f1(len(declined), len(silent), sum(one.abstained for one in silent)),
        share(
            Both("Danh sách đủ và đúng (F1)", "Lists complete (set F1)"),
            _known(o.f1 for o in lists),
        ),
        plain(
            Both("Độ dài, trung vị", "Length, median"),
            percentile(words, 0.5) if words else None,
            "chữ",
            MEDIAN_WORDS,
        ),
        *_times([one.seconds for one in run]),
        plain(Both("Câu bị hỏng", "Questions crashed"), len(records) - len(run), "câu", 0),
    )
    title = Both("Câu trả lời", "Answers")
    return Part("answers", title, *taken, scores, body=answers_body(records, baseline))


def _known(values: Iterable[float | None]) -> list[float]:
    return [one for one in values if one is not None]


def _abstention_f1(declined: int, silent: int, both: int) -> Score:
    whole = declined + silent
    return Score(Both("Từ chối, F1", "Abstention F1"), 2 * both / whole if whole else None, silent)


def _times(seconds: Sequence[float]) -> tuple[Score, ...]:
    taken = [1000 * one for one in seconds]
    return tuple(
        plain(
            Both(f"Thời gian trả lời, {name}", f"Time to answer, {name}"),
            percentile(taken, at) if taken else None,
            "ms",
            limit,
        )
        for name, at, limit in (("p50", 0.5, P50_MS), ("p95", 0.95, P95_MS))
    )


def retrieval_part(taken: Taken, records: Sequence[RetrievalRecord]) -> Part:
    """Return where the gold sections and quotes stand in the ranking."""
    run = [one for one in records if one.error is None]
    judged = [one for one in run if one.relevant]
    scores = (
        *(
            share(
                Both(f"Thấy đúng mục trong {k} đoạn đầu", f"success@{k}"),
                [success_at_k(one.ranked, one.relevant, k) for one in judged],
            )
            for k in (1, 5)
        ),
        share(Both("nDCG@10", "nDCG@10"), [ndcg_at_k(o.ranked, o.relevant, HITS) for o in judged]),
        share(
            Both("MRR@10", "MRR@10"),
            [reciprocal_rank(one.ranked[:HITS], one.relevant) for one in judged],
        ),
        share(
            Both("Thấy đúng chữ trong 10 đoạn đầu", "quote@10"),
            [float(any(rank <= HITS for rank in one.quote_ranks)) for one in run],
        ),
    )
    return Part("retrieval", Both("Truy hồi trên các kế hoạch", "Retrieval"), *taken, scores)
