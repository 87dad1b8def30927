"""Years of targets: the one a sentence states for a figure, else the one its headings state."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.vietnamese import fold

_YEAR = re.compile(
    r"(?P<before>\bthang\s*\d{0,2}\s*)?\b(?:giai doan|nam|den|tu nam|trong|het)\s+(?:nam\s+)?"
    r"(?P<year>20\d\d(?:\s?[-–—]\s?20\d\d)?)(?![\d/])"
)
_OF_A_NAME = re.compile(
    r"(?:chuong trinh|de an|ke hoach|quy hoach|chien luoc|nghi quyet)\b[^,;.:]*$"
)
_AT_END = re.compile(
    r"\b(?:vao|den|het|cuoi|trong)\s+(?:cuoi\s+)?nam\s+(?P<year>20\d\d)(?=\s*[,;.)]|\s*$)"
)


def _stated(folded: str) -> list[tuple[int, str]]:
    """Return where a text states a year for what it says, and the year as printed."""
    found = []
    for match in _YEAR.finditer(folded):
        start = match.start("year")
        if match.group("before") or _is_date(folded, match.start()):
            continue
        if _OF_A_NAME.search(folded[: match.start()]):
            continue
        found.append((start, match.group("year")))
    return found


def _is_date(folded: str, at: int) -> bool:
    return re.search(r"(?:thang\s*\d{1,2}|\d{1,2}/\d{1,2}/?)\s*$", folded[:at]) is not None


def find_years(folded: str) -> list[str]:
    """Return the years that a text states, each once, in order."""
    return list(dict.fromkeys(year for _, year in _stated(folded)))


def year_of(folded: str, start: int, at: int, earlier: Sequence[str]) -> str | None:
    """Return the year of the figure at `at` of a sentence; empty where none is stated.

    The nearest one before it in its own statement, which begins at `start`, holds; else the one
    that the words before that state, and None where they state several; else one at the end of
    the sentence.
    """
    stated = _stated(folded)
    own = [year for place, year in stated if start <= place < at]
    if own:
        return own[-1]
    before = {*earlier, *(year for place, year in stated if place < start)}
    if before:
        return before.pop() if len(before) == 1 else None
    after = _AT_END.search(folded, at)
    return after.group("year") if after and len(stated) == 1 else ""


def heading_year(heading: str) -> str:
    """Return the year or the period a heading is about: `2.1. Giai đoạn 2021 - 2025`."""
    found = find_years(fold(heading))
    return found[-1] if found else ""
