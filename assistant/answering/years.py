"""By which year a figure, or a goal without one, is to be reached: `đến năm nào thì 100% …`.

The question states the figure and asks for its year, so the figures that answer it without a year
are found first, and those of that value tell the year.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answering.finding import Finding
from assistant.answering.general import answer_general, tell_passages
from assistant.answering.material import Material
from assistant.answering.targets import find_answers, tell_targets
from assistant.claim import ALL, same_figure
from assistant.query import keep_phrases
from corpus.vietnamese import fold, tokens

_YEAR_ASKED = re.compile(
    r"\b(?:nam|thoi diem|bao gio|khi|luc|moc) (?:nao|may)\b|\bbao gio\b"
    r"|\b(?:by|in|until) (?:what|which) year\b|\b(?:what|which) year\b|\b(?:by )?when\b"
)
_ALL = re.compile(
    r"\b(?:tat ca|toan bo|moi)(?: cac| nhung)?"
    r" (?:thu vien|bao tang|trung tam|nha van hoa|truong|xa)\b"
    r"|\b(?:all|every)(?: the)? \w+|\b(?:hundred|100) per ?cent\b"
)
_REPORTED = re.compile(r"\b(?:bao cao|so ket|tong ket|report\w*|review\w*)\b")
_ISSUED = re.compile(r"\bban hanh (?:ban )?(?:ke hoach|kh)\b|\bissued?\b|\bsigned\b")


def asks_year_of(material: Material) -> bool:
    """Tell whether a question states a share or a count and asks for the year of it."""
    query, own = material.query, fold(material.query.own)
    counts = any(len(re.sub(r"\D", "", figure)) > 2 for figure in query.figures)
    stated = (query.figures and "%" in query.own) or counts or _ALL.search(own)
    asked = not query.years and _YEAR_ASKED.search(own) and not _REPORTED.search(own)
    return bool(stated and asked)


def asks_year_of_goal(material: Material) -> bool:
    """Tell whether a question asks by which year something is to be so, and states no share."""
    query, own = material.query, fold(material.query.own)
    asked = _BY_YEAR.search(own) and not _REPORTED.search(own) and not _ISSUED.search(own)
    return bool(asked) and not (query.years or query.figures or query.every_place)


_BY_YEAR = re.compile(r"\b(?:den|vao|tu|truoc) nam nao\b|\b(?:by|in|until) (?:what|which) year\b")


def answer_year_of_goal(material: Material) -> Finding | None:
    """The year by which a plan wants what meets the question best; None where it names several."""
    found = answer_general(material.put(replace(material.query, kind="general")))
    years = _years_of(found)
    if len(years) != 1:
        found = _tell_dated(material)
        years = _years_of(found)
    if found is None or len(years) != 1:
        return None
    [year] = years
    lead = material.words(f"đến năm {year}", f"by {year}")
    return replace(found, short=f"{lead}: {found.short}")


_UNTIL = re.compile(r"[Đđ]ến (?:hết )?(?:năm )?(20\d\d)")


def _years_of(found: Finding | None) -> set[str]:
    return set(_UNTIL.findall(" ".join(s.text for s in found.statements))) if found else set()


def _tell_dated(material: Material) -> Finding | None:
    """What the passage says that names one year and all that is asked for, if any does."""
    for score, passage in material.ranked():
        held = f" {' '.join(tokens(passage.reading))} "
        asked = {word for term in material.query.terms for word in term.split()}
        named = bool(asked) and all(f" {word} " in held for word in asked)
        if named and len(set(_UNTIL.findall(passage.reading))) == 1:
            return tell_passages(material, [passage], score)
    return None


def answer_year(material: Material) -> Finding | None:
    """The first year for which the plan states the figure, with the target itself."""
    query = material.query
    asked = query.figures or (ALL,)
    said = (query.terms, query.spoken)
    terms, spoken = query.remaining if query.figures else said
    if not terms:  # the figure is of a house that is charged with duties too: a centre, a library
        terms, spoken = keep_phrases(said, lambda term: term not in query.figures)
    open_question = replace(
        query, kind="target", figures=(), terms=terms, spoken=spoken, agencies=()
    )
    found = find_answers(material.put(open_question))
    same = [
        c for c in found if c.figure.years and any(same_figure(f, c.figure.value) for f in asked)
    ]
    if not same:
        return None
    first = min(same, key=lambda c: c.figure.years)
    year = first.figure.years[-1]
    told = tell_targets(material, [first])
    lead = material.words(f"năm {year}", f"by {year}")
    return replace(told, short=f"{lead}: {told.short}")


_RUNS = re.compile(r"\b(?:chuong trinh|de an|chien luoc|quy hoach|programme|project)\b")
_TO_YEAR = re.compile(
    r"\b(?:den|toi) (?:het )?(?:nam nao|bao gio)\W*$|\b(?:until|to) (?:what|which) year\b"
)
_SPAN = (
    r"[^.;]{0,40}?((?:đến năm 20\d\d|giai đoạn 20\d\d\s?[-–]\s?20\d\d)"
    r"(?:,? (?:định hướng|tầm nhìn) đến (?:năm )?20\d\d)?)"
)
"""What stands behind the name: a year or a period, and the year of its outlook."""


def asks_span_of_programme(material: Material) -> bool:
    """Tell whether a question asks until when a programme that a plan names is to run."""
    own = fold(material.query.own)
    return bool(_RUNS.search(own) and _TO_YEAR.search(own) and material.query.terms)


def answer_span_of_programme(material: Material) -> Finding | None:
    """The years that stand behind the name of the programme, wherever the plan names it."""
    name = max(material.query.terms, key=len)
    words = r"\W+".join(map(re.escape, name.split()))
    for passage in material.body:
        named = re.search(rf"\b{words}\b", fold(passage.reading))
        span = named and re.match(_SPAN, passage.reading[named.end() :])
        if span:
            told = tell_passages(material, [passage], 1.0)
            return replace(told, short=" ".join(span.group(1).split()))
    return None
