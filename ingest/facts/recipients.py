"""Whom something is handed to: the agencies named after gửi, về, với, trình or right after báo cáo.

An office that it only passes through (`qua Sở Nội vụ`) is not one of them.
"""

from __future__ import annotations

import re

from corpus.view import View
from ingest.facts.names import Names, read_names

_TO = re.compile(r"(?:gui(?: bao cao)?(?: (?:ve|cho|den|toi))?|ve|cho|voi|len) (?:cho )?")
_PURPOSE = re.compile(r"\s+(?:de (?:tong hop|tham muu|bao cao|trinh|xem xet|theo doi)|tham dinh)\b")
_SUBMITTED = re.compile(r"(?<!chuong)(?<!qua)(?<!quy) trinh ")


def handed_to(view: View, folded: str, handed: re.Match[str]) -> tuple[str, ...]:
    """Return whom a deed of a clause is for; `handed` is where the folded clause names the deed."""
    reported = reported_to(view, handed)
    if reported:
        return reported.texts
    is_report = "bao cao" in handed.group()
    for lead in _TO.finditer(folded, handed.start()):
        if not is_report and not lead.group().startswith("gui"):
            continue
        names = read_names(view, lead.end())
        if names:
            return names.texts
    if is_report:
        return ()
    purpose = _PURPOSE.search(folded, handed.end())
    before = _named_before(view, folded, handed.end(), purpose.start()) if purpose else ()
    return before or submitted_to(view, folded, handed.end())


def reported_to(view: View, handed: re.Match[str]) -> Names | None:
    """Return whom a report is made to where they are named at once: `báo cáo UBND tỉnh …`."""
    if not handed.group().endswith("bao cao"):
        return None
    return read_names(view, handed.end() + 1)


def named_after(view: View, folded: str, word: str) -> tuple[str, ...]:
    """Return the agencies named right after the first of a word."""
    at = folded.find(word)
    names = read_names(view, at + len(word)) if at >= 0 else None
    return names.texts if names else ()


def submitted_to(view: View, folded: str, at: int) -> tuple[str, ...]:
    submitted = _SUBMITTED.search(folded, at)
    names = read_names(view, submitted.end()) if submitted else None
    return names.texts if names else ()


def _named_before(view: View, folded: str, start: int, end: int) -> tuple[str, ...]:
    """Return the agencies that a list right before `end` names, whatever word leads to it."""
    for word in re.finditer(r"(?<=\s)\S", folded[start:end]):
        at = start + word.start()
        names = read_names(view, at) if view.text[at].isupper() else None
        if names and names.end == end:
            return names.texts
    return ()
