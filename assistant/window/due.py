"""Deadlines of all plans in the order in which they fall, and as a calendar. Pure.

A day is taken only where the plan prints one; a year alone stands at its end and says so; what
names neither is listed last and left out of the calendar. What is due every year is due for the
last time in the last year of its plan; where that has passed, the day of that year is given.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event, vRecur

from assistant.citation import cite
from assistant.window.naming import short_name
from assistant.window.words import TITLE, Both, Tongue
from corpus.facts import Deadline, Facts
from corpus.plan import Plan
from corpus.vietnamese import fold

_DAY = re.compile(
    r"(?:ngay\s+)?(\d{1,2})\s*(?:/|thang\s*|-)\s*(\d{1,2})(?:\s*(?:/|nam\s*|-)\s*(\d{4}))?(?!\d)"
)
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")

_PERIOD = re.compile(r"\bgiai doan (?:tu )?(?:nam )?20\d{2}\s*(?:[-–]|den)\s*(?:nam )?(20\d{2})\b")
"""`giai đoạn 2021 - 2025`, folded."""

_UP_TO = re.compile(r"\b(?:den|nam) (?:nam )?(20\d{2})\b")
"""`đến năm 2030`, `năm 2024`, folded; a day (`ngày 09/12/2022`) names no year so."""

PASSED = Both("{what} (đã qua)", "{what} (passed)")
ENDED = Both(
    "{what} (đã qua, kế hoạch đến hết năm {year})", "{what} (passed, the plan ended with {year})"
)
ENDLESS = Both("Kế hoạch không nêu năm cuối.", "The plan states no last year.")
SAID_YEAR = Both("{what} (trong năm {year}, không nêu ngày)", "{what} (within {year}, no day)")


@dataclass(frozen=True)
class Due:
    """One deadline with the day it next falls on, as far as its plan says."""

    plan: Plan
    deadline: Deadline
    day: date | None
    """The next day, or the last day of the year it names; None where it names neither."""
    exact: bool
    """The plan prints the day itself."""
    last_year: int | None = None
    """The year in which the plan ends; None where it states none."""

    def passed(self, today: date) -> bool:
        return self.day is not None and self.day < today

    def ended(self, today: date) -> bool:
        """Tell whether the plan has wholly passed: what was due every year is due no more."""
        return self.last_year is not None and self.last_year < today.year


def last_year_of(plan: Plan) -> int | None:
    """Return the year a plan ends with: 2025 of `giai đoạn 2021 - 2025, định hướng đến năm 2030`.

    Its title says so, else the programme it carries out; None where neither does.
    """
    for field in (plan.title, plan.programme):
        said = fold(field.value or "")
        years = _PERIOD.findall(said) or _UP_TO.findall(said)
        if years:
            return max(map(int, years))
    return None


def due_dates(plans: Sequence[Plan], facts: Sequence[Facts], today: date) -> list[Due]:
    """Return every deadline, those with a day first, as they fall; those that passed come after."""
    by_id = {plan.id: plan for plan in plans}
    found = [
        _due(by_id[one.plan_id], deadline, today)
        for one in facts
        if one.plan_id in by_id
        for deadline in one.deadlines
    ]
    return sorted(found, key=lambda due: _order(due, today))


def _order(due: Due, today: date) -> tuple[int, int]:
    if due.day is None:
        return (1, 0)
    return (0, due.day.toordinal()) if due.day >= today else (2, -due.day.toordinal())


def _due(plan: Plan, deadline: Deadline, today: date) -> Due:
    said, last = fold(deadline.by), last_year_of(plan)
    days = _DAY.findall(said)
    if len(days) == 1:
        number, month, year = (int(part or 0) for part in days[0])
        day = _day_of(number, month, year, today, last)
        if day is not None:
            return Due(plan, deadline, day, True, last)
    years = _YEAR.findall(said)
    if years and not deadline.yearly:
        return Due(plan, deadline, date(int(years[-1]), 12, 31), False, last)
    return Due(plan, deadline, None, False, last)


def _day_of(day: int, month: int, year: int, today: date, last: int | None) -> date | None:
    """Return a day of the year printed, else the next one up to a last year; None without one."""
    try:
        if year:
            return date(year, month, day)
        this_year = date(today.year, month, day)
        following = this_year if this_year >= today else date(today.year + 1, month, day)
        return date(last, month, day) if last and following.year > last else following
    except ValueError:
        return None


def calendar(dues: Sequence[Due], now: datetime, tongue: str) -> bytes:
    """Return the dated deadlines as iCalendar (RFC 5545): all-day events.

    Yearly ones repeat up to the last year of their plan; what has passed stands once, and says so.
    """
    book = Calendar()
    book.add("prodid", "-//Tro ly Ke hoach//VI")
    book.add("version", "2.0")
    book.add("x-wr-calname", TITLE("en" if tongue == "en" else "vi"))
    for due in dues:
        if due.day is not None:
            book.add_component(_event(due, due.day, now, tongue))
    return bytes(book.to_ical())


def _event(due: Due, day: date, now: datetime, tongue: str) -> Event:
    deadline, plan, today = due.deadline, due.plan, now.date()
    citation = cite(1, plan, deadline.path, deadline.span, None)
    last = day - timedelta(days=1) if due.exact and _BEFORE.search(fold(deadline.by)) else day
    what = _summary(due, day, today, "en" if tongue == "en" else "vi")
    words = " ".join(citation.quote.split())
    repeats = deadline.yearly and due.exact and not due.passed(today)
    endless = [ENDLESS("en" if tongue == "en" else "vi")] if repeats and not due.last_year else []
    event = Event()
    event.add("uid", _uid(due))
    event.add("dtstamp", now.astimezone(UTC))
    event.add("summary", what)
    event.add("dtstart", last)
    event.add("dtend", last + timedelta(days=1))
    event.add("description", "\n".join([deadline.by, f"“{words}”", citation.label, *endless]))
    event.add("transp", "TRANSPARENT")
    if repeats and due.last_year != day.year:
        event.add("rrule", _every_year(due.last_year))
    if due.exact and not due.passed(today):
        event.add_component(_reminder(what))
    return event


def _summary(due: Due, day: date, today: date, tongue: Tongue) -> str:
    """Say where, who and what; of a year without a day, and of what has passed, say so."""
    who = f"{'; '.join(due.deadline.who)}: {due.deadline.what}".removeprefix(": ")
    what = f"{short_name(due.plan, tongue)} – {who}"
    if not due.exact:
        what = SAID_YEAR(tongue, what=what, year=day.year)
    if not due.passed(today):
        return what
    if due.ended(today):
        return ENDED(tongue, what=what, year=due.last_year)
    return PASSED(tongue, what=what)


def _every_year(last_year: int | None) -> vRecur:
    """Return a yearly repetition; it ends with a day, like its start (RFC 5545, 3.3.10)."""
    if last_year is None:
        return vRecur(freq="YEARLY")
    return vRecur(freq="YEARLY", until=date(last_year, 12, 31))


_BEFORE = re.compile(r"\btruoc ngay\b")
"""The day that is named is then one too late."""

REMINDED = timedelta(days=7)
"""How long before a day its reminder comes."""


def _reminder(what: str) -> Alarm:
    reminder = Alarm()
    reminder.add("action", "DISPLAY")
    reminder.add("description", what)
    reminder.add("trigger", -REMINDED)
    return reminder


def _uid(due: Due) -> str:
    """Return a name that stays the same when the calendar is saved again."""
    said = f"{due.plan.sha256}:{due.deadline.span.start}:{due.deadline.by_span.start}"
    said += f":{due.deadline.what}:{due.deadline.by}"
    return f"{hashlib.sha256(said.encode()).hexdigest()[:32]}@tro-ly-ke-hoach"


def at_noon(day: date) -> datetime:
    """Return a time of a day, for stamping what is saved."""
    return datetime.combine(day, time(12), tzinfo=UTC)
