"""What a comparison within one plan comes to: of two levels, two years or two institutions.

A verdict is given only where it holds for every indicator for which the plan states both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.answering.draft import yes_or_no
from assistant.claim import asks_whether
from assistant.english import in_english_subject
from assistant.facets import INDICATORS, KIND, LEVEL, in_order
from assistant.query import Query
from assistant.wording import ALIKE_OR_NOT, LEAST, MOST, SAME
from corpus.vietnamese import fold


@dataclass(frozen=True)
class Share:
    """A share of a kind of institution that a plan wants to reach by a year."""

    subject: str
    indicator: str
    years: tuple[int, ...]
    value: str


Side = str
"""What is held against another: a level, an institution, or a year."""


def conclude_within(query: Query, shares: Sequence[Share]) -> str:
    """Say in one line which of two sides of one plan is the higher; nothing where none is asked.

    With yes or no where that is asked: of the side that the question names first.
    """
    own = fold(query.own)
    most, least = bool(MOST.search(own)), bool(LEAST.search(own))
    alike = bool(ALIKE_OR_NOT.search(own))
    if len(query.plans) > 1 or (most == least and not alike):
        return ""
    for sides, side_of in _dimensions(query, own):
        if len(sides) == 2:
            return _conclude(query, shares, sides, side_of, most)
    return ""


def _dimensions(
    query: Query, own: str
) -> list[tuple[tuple[Side, ...], Callable[[Share], Side | None]]]:
    """Return what a question may hold side by side, each with how a share is put to a side."""

    def by_facet(facet: int) -> tuple[tuple[Side, ...], Callable[[Share], Side | None]]:
        def side_of(share: Share) -> Side | None:
            named = in_order(share.subject, facet)
            return named[0] if len(named) == 1 else None

        return in_order(query.text, facet), side_of

    def year_of(share: Share) -> Side | None:
        return str(share.years[0]) if len(share.years) == 1 else None

    years = tuple(dict.fromkeys(re.findall(r"\b20\d\d\b", own)))
    return [by_facet(LEVEL), (years, year_of), by_facet(KIND)]


def _conclude(
    query: Query,
    shares: Sequence[Share],
    sides: tuple[Side, ...],
    side_of: Callable[[Share], Side | None],
    most: bool,
) -> str:
    """Compare side with side for each indicator (and year, and subject) that both have."""
    cells: dict[tuple[str, ...], dict[Side, set[float]]] = {}
    names: dict[Side, str] = {}
    by_year = sides[0].isdecimal()
    for share in shares:
        side, value = side_of(share), _number(share.value)
        if side not in sides or value is None:
            continue
        beside = fold(share.subject) if by_year else str(share.years)
        cells.setdefault((_said_of(share), beside), {}).setdefault(side, set()).add(value)
        names.setdefault(side, side if by_year else share.subject)
    first, second = sides
    pairs = [(cell[first], cell[second]) for cell in cells.values() if len(cell) == 2]
    if not pairs or any(len(one) > 1 or len(other) > 1 for one, other in pairs):
        return ""
    above = {(max(one) > max(other)) - (max(one) < max(other)) for one, other in pairs}
    if len(above) != 1:
        return ""
    [ahead] = above
    return _said(query, names, sides, ahead, most)


def _said_of(share: Share) -> str:
    """Return what is said of a subject, by its facet where it has one: wordings change by year."""
    named = in_order(share.indicator, INDICATORS)
    return named[0] if named else fold(share.indicator)


def _said(
    query: Query, names: dict[Side, str], sides: tuple[Side, ...], ahead: int, most: bool
) -> str:
    english, own = query.language == "en", fold(query.own)
    asks = asks_whether(fold(query.question), english)
    ranks = MOST.search(own) or LEAST.search(own)
    if ahead == 0 or not ranks:
        words = ("the same", "different") if english else ("bằng nhau", "khác nhau")
        said = words[ahead != 0]
        holds = not ranks and ahead == 0
        verdict = yes_or_no(query.question, query.language, holds)
        return f"{verdict}; {said}" if (ranks and asks) or SAME.search(own) else said.capitalize()
    winner = sides[0] if (ahead > 0) == most else sides[1]
    if english:
        word, link = ("higher" if most else "lower"), " is"
    else:
        word, link = ("cao hơn" if most else "thấp hơn"), " là"
    if asks:
        verdict = yes_or_no(query.question, query.language, winner == sides[0])
        return f"{verdict}; {word}{link} {_name(names[winner], english)}"
    return f"{word.capitalize()}: {_name(names[winner], english)}"


def _name(subject: str, english: bool) -> str:
    if subject.isdecimal():
        return subject if english else f"năm {subject}"
    return in_english_subject(subject) if english else subject


_AMOUNT = re.compile(r"(\d+(?:[.,]\d+)?)\s?%")
_RANGE = re.compile(r"\d\s?%?\s?[-–—]\s?\d")


def _number(value: str) -> float | None:
    """Return the one share that a figure states; none of a range or a count."""
    found = _AMOUNT.findall(value)
    return (
        float(found[0].replace(",", ".")) if len(found) == 1 and not _RANGE.search(value) else None
    )
