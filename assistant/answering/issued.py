"""The day of issue of a plan, as far as it can be read, and the day that a question claims.

A plan may leave its day blank, or a scan may have spoilt a part of it. What is legible still tells
it from other days: `ngày … tháng 3 năm 2023` was not issued in April.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.citation import printed
from assistant.claim import MONTHS, days_of
from assistant.wording import YEAR
from corpus.plan import Plan
from corpus.vietnamese import fold


@dataclass(frozen=True)
class Day:
    """A day, or as much of it as is known; 0 stands for a part that is not."""

    day: int = 0
    month: int = 0
    year: int = 0

    def holds(self, claimed: Day) -> bool | None:
        """Tell whether this is the claimed day; None where a claimed part is not known here."""
        parts = ((self.day, claimed.day), (self.month, claimed.month), (self.year, claimed.year))
        asked = [(known, said) for known, said in parts if said]
        if any(known and known != said for known, said in asked):
            return False
        return True if asked and all(known for known, _ in asked) else None


def day_of_issue(plan: Plan) -> Day | None:
    """Return the legible parts of the day of issue; None where not even the year is."""
    shown = plan.date.value or printed(plan, plan.date) or ""
    found = re.search(r"(?:(\d{1,2})?\D+(\d{1,2})?\D+)?(20\d\d)$", shown)
    if not found:
        return None
    day, month, year = (int(part) if part else 0 for part in found.groups())
    if not 1 <= month <= 12:
        return Day(year=year)
    return Day(day if 1 <= day <= _last(year, month).day else 0, month, year)


def issued_between(plan: Plan) -> tuple[date, date] | None:
    """Return the first and the last day that a plan may be of; None where no year is legible."""
    known = day_of_issue(plan)
    if known is None:
        return None
    if not known.month:
        return date(known.year, 1, 1), date(known.year, 12, 31)
    if not known.day:
        return date(known.year, known.month, 1), _last(known.year, known.month)
    day = date(known.year, known.month, known.day)
    return day, day


def _last(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def claimed_day(question: str) -> Day | None:
    """Return the day, the month or the year that a question names: `tháng 3/2023` → 0, 3, 2023."""
    folded = fold(question)
    day, month = min(days_of(folded), default=(0, 0))
    if not month:
        named = _MONTH.search(folded)
        if named:
            month = MONTHS.get(named.group("english") or "", 0) or int(named.group("number") or 0)
    years = YEAR.findall(folded)
    year = int(years[0]) if years else 0
    return Day(day, month, year) if month or year else None


_MONTH = re.compile(
    r"\bthang (?P<number>0?[1-9]|1[0-2])\b"
    rf"|\b(?:in|of|since|from) (?P<english>{'|'.join(MONTHS)})\b"
)
