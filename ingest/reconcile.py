"""Which plans are one plan, and which plan takes the place of another.

A file is recognised by its content, a plan by its number, its issuer and its date; a plan without
number by its title in the number's place. Pure: nothing is read or written here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from corpus.plan import Plan
from corpus.vietnamese import fold

_YEAR = re.compile(r"(\d{4})\s*$")


def plan_key(plan: Plan) -> tuple[str, str]:
    """Return what two readings of one plan share: the number, or else the title, and the issuer.

    The first is empty where a plan states neither.
    """
    name = plan.number.value or plan.title.value or ""
    return fold(name), fold(plan.issuer.value or plan.place.value or "")


def year_printed(plan: Plan) -> str | None:
    """Return the year that closes the printed date, `ngày   tháng 3 năm 2023` → 2023."""
    if plan.date.value:
        return plan.date.value.rpartition("/")[2]
    span = plan.date.span
    match = _YEAR.search(plan.text[span.start : span.end]) if span else None
    return match.group(1) if match else None


def same_plan(a: Plan, b: Plan) -> bool:
    """Tell whether two readings are of one plan; a date that one of them lacks does not divide."""
    if not plan_key(a)[0] or plan_key(a) != plan_key(b):
        return False
    if a.date.value and b.date.value:
        return a.date.value == b.date.value
    years = year_printed(a), year_printed(b)
    return years[0] == years[1] or None in years


def wear(plan: Plan) -> tuple[int, int]:
    """Order readings of one plan: garbled pages count most, then pages read from pictures."""
    damaged = sum(page.damaged for page in plan.pages)
    pictures = sum(page.way == "ocr" for page in plan.pages)
    return damaged, pictures


def find_superseded(plans: Sequence[Plan]) -> dict[str, str | None]:
    """Return for every plan the id of the plan in force that takes its place, or None.

    A plan is superseded by one that says so ("thay thế Kế hoạch số …"), and by a later one of the
    same issuer with the very same title under another number.
    """
    naming: defaultdict[tuple[str, str], list[Plan]] = defaultdict(list)
    titled: defaultdict[tuple[str, str], list[Plan]] = defaultdict(list)
    for plan in plans:
        issuer = plan_key(plan)[1]
        for field in plan.replaces:
            naming[issuer, fold(field.value or "")].append(plan)
        titled[issuer, fold(plan.title.value or "")].append(plan)
    successors: dict[str, str | None] = {}
    for plan in plans:
        issuer, title = plan_key(plan)[1], fold(plan.title.value or "")
        number = fold(plan.number.value or "")
        named = [p for p in naming[issuer, number] if number and _may_replace(p, plan)]
        later = [p for p in titled[issuer, title] if title and _reissues(p, plan)]
        found = (named or later) if issuer else []
        newest = max(found, key=lambda other: (_day(other) or (0,), other.id), default=None)
        successors[plan.id] = newest.id if newest else None
    return {plan_id: _last(plan_id, successors) for plan_id in successors}


def _may_replace(newer: Plan, older: Plan) -> bool:
    """Tell whether a plan that names another can take its place; an earlier one cannot."""
    if newer.id == older.id or newer.number.value == older.number.value:
        return False
    days = _day(newer), _day(older)
    return not (days[0] and days[1] and days[0] < days[1])


def _reissues(newer: Plan, older: Plan) -> bool:
    """Tell whether a plan of the same title is a later one under another number."""
    days = _day(newer), _day(older)
    return bool(
        days[0] and days[1] and days[0] > days[1] and newer.number.value != older.number.value
    )


def _day(plan: Plan) -> tuple[int, ...] | None:
    value = plan.date.value
    return tuple(int(part) for part in reversed(value.split("/"))) if value else None


def _last(plan_id: str, successors: dict[str, str | None]) -> str | None:
    """Follow the chain of successors to the plan in force; a ring of them ends where it began."""
    seen = {plan_id}
    current = successors[plan_id]
    while current and successors[current] and successors[current] not in seen:
        seen.add(current)
        current = successors[current]
    return current
