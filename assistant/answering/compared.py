"""What a comparison comes to: whose figure or day is the higher or the earlier, or yes and no.

Only what can be measured is compared: one share, or one day, for each plan. Where a plan gives
several, or none, the table speaks for itself, and a question for yes or no is told what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.answering.draft import name_of, yes_or_no
from assistant.answering.finding import Finding
from assistant.answering.issued import issued_between
from assistant.claim import days_of, find_ask
from assistant.query import Query
from assistant.wording import ALIKE_OR_NOT, LEAST, MOST, SAME
from corpus.plan import Plan
from corpus.vietnamese import fold, tokens


@dataclass(frozen=True)
class Measured:
    """What a finding is compared by: a share or a day, from its lowest to its highest reading."""

    finding: Finding
    low: tuple[float, ...]
    high: tuple[float, ...]
    unit: Literal["share", "growth", "day", "year"]
    """Only what is of one unit is compared: 85 % of readers is no more than 10 % a year."""

    @property
    def is_day(self) -> bool:
        return self.unit in ("day", "year")


def conclude(query: Query, findings: Sequence[Finding]) -> str:
    """Say in one line what a comparison comes to; nothing where it asks none or cannot be told."""
    folded = fold(query.question)
    if ALIKE_OR_NOT.search(folded) and len(findings) > 1:
        return _alike(query, findings, folded)
    most, least = bool(MOST.search(folded)), bool(LEAST.search(folded))
    if most == least:
        return ""
    stating = {finding.plan.place.value for finding in findings}
    if findings and len(query.places) == 2 and len(stating) == 1:
        return _not_told(query, findings)
    asks = find_ask(folded, query.language == "en") == "yes_no" and not _names_two(query)
    measured = _comparable(query, findings)
    winners = _winners(measured, most) if len(measured) > 1 else []
    if not winners:
        return _open(query) if asks and len(findings) > 1 else ""
    if len(winners) == len(findings):
        said = "Bằng nhau" if query.language == "vi" else "Equal"
    else:
        names = ", ".join(name_of(one.finding.plan, query.language) for one in winners)
        word = _word(query, most, measured[0].is_day, len(findings) > 2)
        apart = len(measured) < len(findings) and not measured[0].is_day
        among = _among(query) if apart else ""
        said = f"{word}{among}: {names}"
    if not asks:
        return said
    plans = [one.finding.plan for one in measured]
    holds = len(winners) < len(findings) and _is_first(
        query, plans, [one.finding.plan for one in winners]
    )
    said = said.replace(":", " is" if query.language == "en" else " là")
    return f"{yes_or_no(query.question, query.language, holds)}; {said[:1].lower()}{said[1:]}"


def _names_two(query: Query) -> bool:
    """Tell whether a question leaves the choice of two places: `Does A or B set more?`"""
    either = r"(?: \w+){0,5}? (?:or|hay|hoac)(?: \w+){0,5}? "
    places = [re.escape(fold(place)) for place in query.places]
    pairs = ((one, other) for one in places for other in places if one != other)
    return any(re.search(rf"\b{one}{either}{other}\b", fold(query.own)) for one, other in pairs)


def _comparable(query: Query, findings: Sequence[Finding]) -> list[Measured]:
    """Return what can be compared: all of one unit, or those that are of the unit asked for."""
    measured = [found for finding in findings if (found := _measure(query, finding))]
    units = {one.unit for one in measured}
    if _GROWTH.search(fold(query.own)) and "growth" in units:
        return [one for one in measured if one.unit == "growth"]
    if len(units) > 1:
        return []
    apart = [f for f in findings if f not in [one.finding for one in measured]]
    if units == {"growth"} and not any("%" in finding.short for finding in apart):
        return measured  # beside a yearly growth stands a plain count, told apart
    if apart and not units & {"day", "year"}:
        return []  # beside days, `định kỳ hằng năm` is neither early nor late
    return measured


def _among(query: Query) -> str:
    """Say that not all plans told of could be compared."""
    if query.language == "en":
        return " among those that can be compared"
    return " trong các kế hoạch so sánh được"


_GROWTH = re.compile(r"\btang\b|\bgrowth\b|\bgrow|\bincrease|\bfast")


def _is_first(query: Query, plans: Sequence[Plan], winners: Sequence[Plan]) -> bool:
    """Tell whether the plan that a question asks of, the first it names, is the winner."""
    asked = _first_named(query, plans)
    if asked is None:
        return False
    if len({plan.place.value for plan in plans}) == 1:
        return asked in winners
    return {plan.place.value for plan in winners} == {asked.place.value}


def _alike(query: Query, findings: Sequence[Finding], folded: str) -> str:
    """Say whether plans state the same, with yes or no where that is asked."""
    same = len({tokens(finding.short) for finding in findings}) == 1
    measured = [found for finding in findings if (found := _measure(query, finding))]
    if len(measured) == len(findings):
        same = len({(one.low, one.high) for one in measured}) == 1
    said = {True: ("Giống nhau", "The same"), False: ("Khác nhau", "Different")}[same]
    word = said[query.language == "en"]
    if not SAME.search(folded):
        return word
    return f"{yes_or_no(query.question, query.language, same)}; {word.lower()}"


def _not_told(query: Query, findings: Sequence[Finding]) -> str:
    stating = [finding.plan for finding in findings]
    silent = [name_of(plan, query.language) for plan in query.plans if plan not in stating]
    names = ", ".join(silent)
    if query.language == "en":
        return f"Cannot be compared: not stated by {names}"
    return f"Không so sánh được: {names} không nêu"


def _open(query: Query) -> str:
    """Say that what the plans state is no one figure and no one day each."""
    if query.language == "en":
        return "Cannot be told from what the plans state"
    return "Chưa so sánh được từ những gì các kế hoạch nêu"


def _winners(measured: Sequence[Measured], most: bool) -> list[Measured]:
    """Return those that are highest, or lowest; none where their readings leave it open."""
    if most:
        best = max(measured, key=lambda one: one.low)
        winners = [one for one in measured if one.low == best.low]
        open_ = [one for one in measured if one not in winners and one.high >= best.low]
    else:
        best = min(measured, key=lambda one: one.high)
        winners = [one for one in measured if one.high == best.high]
        open_ = [one for one in measured if one not in winners and one.low <= best.high]
    return [] if open_ and best.is_day else winners


def _first_named(query: Query, plans: Sequence[Plan]) -> Plan | None:
    """Return the plan that a question names first, or last after `so với`."""
    own = fold(query.own)

    def at(plan: Plan) -> int:
        names = [name for name in (plan.bare_number, fold(plan.place.value or "")) if name]
        found = (re.search(rf"(?<!\w){re.escape(name)}(?!\w)", own) for name in names)
        return min((m.start() for m in found if m), default=len(own))

    named = sorted((plan for plan in plans if at(plan) < len(own)), key=at)
    if not named:
        return None
    return named[-1] if _STANDARD.match(own) else named[0]


_STANDARD = re.compile(r"\W*(?:so voi|compared (?:with|to)|than)\b")
"""What is named first is then what another is held against: `So với Tuyên Quang, Hưng Yên có …`."""


def _word(query: Query, most: bool, is_day: bool, many: bool) -> str:
    words = {
        (True, False): ("Cao hơn", "Cao nhất", "Higher", "Highest"),
        (False, False): ("Thấp hơn", "Thấp nhất", "Lower", "Lowest"),
        (True, True): ("Muộn hơn", "Muộn nhất", "Later", "Latest"),
        (False, True): ("Sớm hơn", "Sớm nhất", "Earlier", "Earliest"),
    }[most, is_day]
    return words[2 * (query.language == "en") + many]


_FIGURE = re.compile(r"(\d+(?:[.,]\d+)?)(?:\s?[-–—]\s?(\d+(?:[.,]\d+)?))?\s?%")
_YEARLY = re.compile(r"%\s?(?:mỗi năm|hằng năm|hàng năm|/\s?năm|a year)")


def _measure(query: Query, finding: Finding) -> Measured | None:
    """Return what a finding is compared by: its day of issue, its one share, one day or year."""
    short = finding.short
    if query.kind == "document" and "date" in query.facts:
        span = issued_between(finding.plan)
        if span is None:
            return None
        low, high = ((float(day.toordinal()),) for day in span)
        return Measured(finding, low, high, "day")
    figures = {m.groups() for m in _FIGURE.finditer(short)}
    if len(figures) == 1:
        [(least, most)] = figures
        share = tuple(float(n.replace(",", ".")) for n in (least, most or least))
        return Measured(finding, share, share, "growth" if _YEARLY.search(short) else "share")
    days, years = days_of(short), set(re.findall(r"\b20\d\d\b", short))
    if not figures and len(days) == 1:
        [(day, month)] = days
        return Measured(finding, (month, day), (month, day), "day")
    if not figures and not days and len(years) == 1 and query.kind == "deadline":
        year = (float(years.pop()),)
        return Measured(finding, year, year, "year")
    return None
