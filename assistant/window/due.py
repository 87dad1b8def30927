"""Deadlines of all plans in the order in which they fall, and as a calendar. Pure.

A day is taken only where the plan prints one; a year alone stands at its end and says so; what
names neither is listed last and left out of the calendar.
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
from assistant.window.words import TITLE, Both
from corpus.facts import Deadline, Facts
from corpus.plan import Plan
from corpus.vietnamese import fold

_DAY = re.compile(
    r"(?:ngay\s+)?(\d{1,2})\s*(?:/|thang\s*|-)\s*(\d{1,2})(?:\s*(?:/|nam\s*|-)\s*(\d{4}))?(?!\d)"
)
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")

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
    said = fold(deadline.by)
    days = _DAY.findall(said)
    if len(days) == 1:
        number, month, year = (int(part or 0) for part in days[0])
        day = _day_of(number, month, year, today)
        if day is not None:
            return Due(plan, deadline, day, True)
    years = _YEAR.findall(said)
    if years and not deadline.yearly:
        return Due(plan, deadline, date(int(years[-1]), 12, 31), False)
    return Due(plan, deadline, None, False)


def _day_of(day: int, month: int, year: int, today: date) -> date | None:
    """Return a day of the year printed, else the next one; None where no calendar has it."""
    try:
        if year:
            return date(year, month, day)
        this_year = date(today.year, month, day)
        return this_year if this_year >= today else date(today.year + 1, month, day)
    except ValueError:
        return None


def calendar(dues: Sequence[Due], now: datetime, tongue: str) -> bytes:
    """Return the dated deadlines as iCalendar (RFC 5545): all-day events, yearly ones repeating."""
    book = Calendar()
    book.add("prodid", "-//Tro ly Ke hoach//VI")
    book.add("version", "2.0")
    book.add("x-wr-calname", TITLE("en" if tongue == "en" else "vi"))
    for due in dues:
        if due.day is not None:
            book.add_component(_event(due, due.day, now, tongue))
    return bytes(book.to_ical())


def _event(due: Due, day: date, now: datetime, tongue: str) -> Event:
    deadline, plan = due.deadline, due.plan
    citation = cite(1, plan, deadline.path, deadline.span, None)
    last = day - timedelta(days=1) if due.exact and _BEFORE.search(fold(deadline.by)) else day
    who = f"{'; '.join(deadline.who)}: {deadline.what}".removeprefix(": ")
    what = f"{short_name(plan, 'en' if tongue == 'en' else 'vi')} – {who}"
    if not due.exact:
        what = SAID_YEAR("en" if tongue == "en" else "vi", what=what, year=day.year)
    words = " ".join(citation.quote.split())
    event = Event()
    event.add("uid", _uid(due))
    event.add("dtstamp", now.astimezone(UTC))
    event.add("summary", what)
    event.add("dtstart", last)
    event.add("dtend", last + timedelta(days=1))
    event.add("description", f"{deadline.by}\n“{words}”\n{citation.label}")
    event.add("transp", "TRANSPARENT")
    if deadline.yearly and due.exact:
        event.add("rrule", vRecur(freq="YEARLY"))
    if due.exact:
        event.add_component(_reminder(what))
    return event


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
