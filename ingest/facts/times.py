"""Times as plans print them: days, quarters and years that end something, and returns.

Patterns are of folded text. A day is a deadline only where the words lead up to it (trước, chậm
nhất, hằng năm); the date of a law or of a founding is not one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_EACH = r"(?:hang|moi)"
_LAST = (
    r"(?:dinh ky,? )?(?:(?:xong |hoan thanh )?truoc|cham nhat(?: la)?(?: vao)?|muon nhat|den|vao)"
)
_DAY = re.compile(
    rf"(?P<lead>{_LAST})?\s*\b(?:ngay\s+)(?P<day>\d{{1,2}})"
    r"(?:\s?/\s?(?P<month>\d{1,2})(?:\s?/\s?20\d\d)?|"
    r"\s+thang\s+(?P<named>\d{1,2})(?:\s+nam\s+20\d\d)?|"
    rf"(?: cua)?(?: {_EACH})? thang(?: cuoi(?: cua)?(?: {_EACH})? quy| sau| cuoi)?(?: lien ke)?|"
    rf" {_EACH} thang)"
    rf"(?:,?\s*(?:{_EACH} nam|cua nam (?:sau|truoc)(?: lien ke)?|nam sau))?"
)
_SHORT_DAY = re.compile(
    r"(?P<lead>(?:xong |hoan thanh )?truoc|cham nhat)\s+(?P<day>\d{1,2})/(?P<month>\d{1,2})"
    rf"(?P<named>)(?:/20\d\d)?(?:\s*{_EACH} nam)?"
)
_AND_DAY = re.compile(
    r"(?:,| va|, va)\s+(?P<at>(?:ngay )?(?P<day>\d{1,2})(?:\s?/\s?(?P<month>\d{1,2})"
    r"(?:\s?/\s?20\d\d)?|\s+thang\s+(?P<named>\d{1,2})(?:\s+nam\s+20\d\d)?))(?![\d/])"
    rf"(?:\s*{_EACH} nam)?"
)
"""A second day after one that something leads up to: `trước ngày 15/6 và 15/11`."""
_SPAN = (
    r"(?:(?:quy (?:[ivx]+|[1-4])|thang \d{1,2}|6 thang (?:dau|cuoi)|cuoi|dau|giua)"
    rf"(?:\s*[,/]?\s*(?:nam )?20\d\d|(?: nam)? {_EACH} nam)|nam 20\d\d)"
)
_COMPLETED = re.compile(
    r"\b(?:hoan thanh|xong)(?P<what>(?: [^\s,;.]+){0,20}?)\s+(?:truoc|trong|vao|xong trong)\s+"
    rf"(?P<by>{_SPAN})"
)
_ONE_RETURN = rf"(?:{_EACH} (?:nam|quy|thang|tuan)|0?6 thang(?: (?:dau nam|{_EACH} nam))?|ca nam)"
_RETURN = re.compile(
    rf"(?:dinh ky,? )?{_ONE_RETURN}(?:(?:,| va|, va) (?:{_ONE_RETURN}|(?:0?1|mot) nam|nam|quy))*"
    r"(?: (?:va khi ket thuc \w+ \w+|va dot xuat|mot lan))?(?: dinh ky)?(?![^\W_])"
)
REVIEW = re.compile(
    r"(?P<what>(?:to chuc )?\b(?:so ket|tong ket)\b(?:(?!so ket|tong ket)[^;.])*?)\s+"
    r"(?:(?:vao|trong|truoc|den|het)\s+)?"
    r"(?P<by>(?:quy (?:[ivx]+|[1-4])|thang \d{1,2})\s*[,/]?\s*(?:nam )?20\d\d|"
    r"(?:(?:cuoi|dau|giua|6 thang (?:dau|cuoi)) )?nam 20\d\d)"
)
"""A review and its year: `tổ chức sơ kết vào năm 2025`."""
_NO_DEADLINE = re.compile(
    r"(?:thanh lap|ban hanh|phat sinh|hieu luc|sinh|so \S+|luat \S+(?: \S+)*|"
    r"tu|(?<!dinh )ky)\s*,?\s*$"
)
_WITHIN = re.compile(
    rf"\s(?:trong|vao)\s+(?P<by>(?:quy (?:[ivx]+|[1-4])|thang \d{{1,2}})"
    rf"(?:\s*[,/]?\s*(?:nam )?20\d\d|(?: nam)? {_EACH} nam))\s*[.;/]*$"
)
"""A quarter or month that ends a clause is when its deed is to be done; a year may be anything."""
_LONGEST = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
"""Days of the months that have fewer than 31."""


@dataclass(frozen=True)
class Day:
    """A last day in a folded text."""

    start: int
    end: int
    real: bool
    """Some calendar has it."""
    strong: bool
    """The words say that it is the last day, whatever is to be done."""


def find_days(folded: str) -> Iterator[Day]:
    """Yield the last days of a text, in order."""
    for match in sorted(
        [*_DAY.finditer(folded), *_SHORT_DAY.finditer(folded)], key=lambda m: m.start()
    ):
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        lead = match.group("lead") or ""
        again = re.search(rf"{_EACH} (?:nam|thang|quy)|cuoi(?: cua)? quy", match.group())
        if not (lead or again) or _NO_DEADLINE.search(folded[:start][-40:]):
            continue
        strong = re.match(r"(?:dinh ky,? )?(?:truoc|xong|hoan|cham|muon)", lead) is not None
        yield Day(start, match.end(), _is_real(match), strong)
        other = _AND_DAY.match(folded, match.end())
        if other and not again:
            yield Day(other.start("at"), other.end(), _is_real(other), strong)


def _is_real(match: re.Match[str]) -> bool:
    month = match.group("month") or match.group("named")
    day = int(match.group("day"))
    if not month:
        return 1 <= day <= 31
    return 1 <= int(month) <= 12 and 1 <= day <= _LONGEST.get(int(month), 31)


def find_returns(folded: str) -> Iterator[re.Match[str]]:
    """Yield what says how often something returns: `định kỳ hằng năm`, `hằng quý`."""
    yield from _RETURN.finditer(folded)


def find_completions(folded: str) -> Iterator[re.Match[str]]:
    """Yield `hoàn thành … trong quý II năm 2024`, with the groups `what` and `by`."""
    yield from _COMPLETED.finditer(folded)


def find_within(folded: str) -> re.Match[str] | None:
    """Return the quarter or month that ends a clause, with the group `by`."""
    found = _WITHIN.search(folded)
    return None if found and _NO_DEADLINE.search(folded[: found.start()]) else found


def returns(folded: str) -> bool:
    """Tell whether a text says that something returns each year or oftener."""
    return (
        _RETURN.search(folded) is not None
        or "thang cuoi" in folded
        or re.search(r"dinh ky,? (?:truoc|vao|cham nhat)", folded) is not None
    )
