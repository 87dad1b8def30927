"""Deadlines and reviews: the day, or the year, in the sentence that speaks of what is asked."""

from __future__ import annotations

import re

from assistant.answering.finding import Finding, Statement, quote_passage
from assistant.answering.material import SENTENCE, SUPPORT, Material
from assistant.evidence import text_terms
from assistant.wording import EARLY
from corpus.plan import Passage
from corpus.vietnamese import fold

DAY_BONUS = 0.2
"""Support that a sentence with a day may miss and still go before one without; twice as much where
a last day is asked for."""

_DAY = re.compile(
    r"(?:trước |chậm nhất |đến |vào )?ngày \d{1,2}"
    r"(?:/\d{1,2}(?:/\d{4})?| tháng \d{1,2}(?: năm \d{4})?)"
    r"(?:\s*(?:hằng|hàng) năm)?",
    re.IGNORECASE,
)

_REVIEW = re.compile(
    r"(sơ kết|tổng kết)[^.;]{0,80}?((?:vào |trong )?(?:cuối |đầu |giữa )?năm 20\d\d)", re.IGNORECASE
)

_YEARLY = re.compile(r"(?:định kỳ )?(?:hằng|hàng) năm(?: định kỳ)?", re.IGNORECASE)


def answer_deadline(material: Material) -> Finding | None:
    """The day, or the year of a review, in the sentence that speaks of what is asked."""
    wants_day = bool(re.search(r"\bngay\b|\bdate\b", fold(material.query.question)))
    reviews = {r for r in ("so ket", "tong ket") if any(r in t for t in material.query.terms)}
    found: list[tuple[float, str, Passage]] = []
    for passage in material.body:
        for sentence in SENTENCE.split(passage.reading):
            when = _when(sentence, wants_day, reviews)
            heads = [term for h in passage.headings for term in text_terms(h)]
            score = material.demand.share([*text_terms(sentence), *heads])
            score = material.weigh(score, passage)
            if when and score >= SUPPORT:
                found.append((score, when, passage))
    if not found:
        return None
    best = max(score for score, _, _ in found)
    bonus = DAY_BONUS * (2 if EARLY.search(fold(material.query.question)) else 1)
    near = [f for f in found if f[0] >= best - bonus]
    score, when, passage = max(near, key=lambda f: f[0] + bonus * bool(_DAY.search(f[1])))
    support = Statement(passage.reading, (quote_passage(material.plan, passage),))
    return Finding(material.plan, when, (support,), score)


def _when(sentence: str, wants_day: bool, reviews: set[str]) -> str:
    """Return the times a sentence states: of the reviews asked for, else days, else `hằng năm`."""
    if reviews:
        found = [(m.group(1), m.group(2)) for m in _REVIEW.finditer(sentence)]
        return "; ".join(f"{what} {year}" for what, year in found if fold(what) in reviews)
    days = [match.group().strip() for match in _DAY.finditer(sentence)]
    if days or wants_day:
        return "; ".join(days)
    held = [f"{m.group(1)} {m.group(2)}" for m in _REVIEW.finditer(sentence)]
    yearly = _YEARLY.search(sentence)
    return "; ".join(held) or (yearly.group() if yearly else "")
