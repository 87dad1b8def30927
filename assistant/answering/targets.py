"""Targets: the figures whose subject and year are those of the question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.facets import agree
from assistant.answering.figures import Figure, find_figures
from assistant.answering.finding import Finding, Statement, quote_passage
from assistant.answering.general import SHORT_LIMIT
from assistant.answering.material import NEAR, SUPPORT, Material
from assistant.evidence import text_terms
from assistant.wording import COUNT, MONEY, SHARE
from corpus.plan import Passage, Plan
from corpus.vietnamese import fold

OTHER_YEAR = 0.12
"""Support that a figure of the same section for another year may have less."""

TARGET_SHARE = 0.58
"""The share of a question's words that must stand around a figure, however close its meaning."""

_MONEY_UNIT = re.compile(r"\b(?:đồng|VNĐ|USD)\b")


def answer_target(material: Material) -> Finding | None:
    """The figures whose subject and year are those of the question."""
    candidates: list[_Candidate] = []
    asked = " . ".join(material.query.terms)
    money = bool(MONEY.search(" ".join(material.query.spoken)))
    counted = bool(COUNT.search(fold(material.query.own))) and not material.query.years
    for passage in material.body:
        heads = [term for heading in passage.headings for term in text_terms(heading)]
        for figure in find_figures(passage.reading, passage.headings):
            if money and not _MONEY_UNIT.search(figure.subject):
                continue
            if counted and "%" in figure.value:
                continue
            said = _said_of(figure, passage)
            if _holds_for(figure, material.query.years) and agree(asked, *said):
                subject = material.demand.met(text_terms(figure.named))
                beside = material.demand.met([*text_terms(figure.context), *heads])
                met = material.demand.weigh(subject | beside)
                if met >= TARGET_SHARE:
                    score = material.weigh(met, passage)
                    candidates.append(_Candidate(score, subject, figure, passage))
    if SHARE.search(fold(material.query.own)):
        candidates = [c for c in candidates if "%" in c.figure.value] or candidates
    best = max((c.score for c in candidates), default=0.0)
    if best < SUPPORT:
        return None
    chosen = _cover(candidates, best - NEAR, material)
    return Finding(material.plan, _state(chosen), _support(material.plan, chosen), best)


@dataclass(frozen=True)
class _Candidate:
    score: float
    subject: frozenset[str]
    """The terms of the demand that the name of what is counted meets."""
    figure: Figure
    passage: Passage


def _cover(
    candidates: Sequence[_Candidate], enough: float, material: Material
) -> list[tuple[Figure, Passage]]:
    """Choose the figures whose subjects meet the question best; a second one for what is left.

    "bao nhiêu bản sách và bao nhiêu bản tài liệu" asks for two figures of one passage: the second
    is the one whose subject meets a phrase of the question that the first left unmet.
    """
    demand = material.demand
    phrases = [demand.weights.keys() & set(text_terms(p)) for p in material.query.terms]
    near = [c for c in candidates if c.score >= enough]
    if not material.query.years:  # the same target in another year belongs to the answer
        sections = {c.passage.path for c in near}
        others = [c for c in candidates if c.passage.path in sections and c not in near]
        near += [c for c in others if c.score >= enough - OTHER_YEAR]

    def sharpness(candidate: _Candidate) -> float:
        return demand.weigh(term for term in candidate.subject if "_" not in term)

    sharpest = max(map(sharpness, near))
    chosen = [c for c in near if sharpness(c) >= sharpest - NEAR]
    met = frozenset(term for candidate in chosen for term in candidate.subject)
    homes = {candidate.passage.id for candidate in chosen}
    for candidate in candidates:
        more = any(phrase <= candidate.subject and not phrase <= met for phrase in phrases)
        if candidate not in chosen and candidate.passage.id in homes and more:
            chosen.append(candidate)
            met |= candidate.subject
    return [(c.figure, c.passage) for c in candidates if c in chosen]


def _said_of(figure: Figure, passage: Passage) -> tuple[str, ...]:
    """Return what is said of a figure, nearest words first.

    What leads a list ("Thư viện tỉnh, 60% thư viện cấp huyện") is not said of its other items.
    """
    headings = " ".join(passage.headings)
    if figure.follows:
        return figure.subject, figure.predicate, headings
    return figure.subject, figure.named, f"{figure.context} {headings}"


def _holds_for(figure: Figure, years: tuple[int, ...]) -> bool:
    return not years or bool(set(figure.years) & set(years))


def _state(chosen: Sequence[tuple[Figure, Passage]]) -> str:
    return "; ".join(dict.fromkeys(_phrase(figure) for figure, _ in chosen))


def _phrase(figure: Figure) -> str:
    year = f" (năm {', '.join(map(str, figure.years))})" if figure.years else ""
    words = f"{figure.value} {figure.subject}" if figure.follows else figure.value
    return (words if len(words) <= SHORT_LIMIT else figure.value) + year


def _support(plan: Plan, chosen: Sequence[tuple[Figure, Passage]]) -> tuple[Statement, ...]:
    passages = dict.fromkeys(passage for _, passage in chosen)
    return tuple(Statement(p.reading, (quote_passage(plan, p),)) for p in passages)
