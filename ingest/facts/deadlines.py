"""Deadlines: what is to be handed in or held, by whom, to whom, and when.

A time is a day (`trước ngày 01 tháng 12 hằng năm`), the year of a review (`sơ kết vào năm 2025`) or a
return (`định kỳ hằng năm báo cáo`). It counts only with something to hand in or to hold: yearly
work, periods of programmes and dates of laws are no deadlines. A day that no calendar has is left
out and counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.facts import Deadline
from corpus.vietnamese import fold
from corpus.view import View
from ingest.facts.clauses import clauses, masked, sentences
from ingest.facts.duties import Duty
from ingest.facts.names import Names, read_names
from ingest.outline import Outline

_DAY = re.compile(
    r"(?P<by>(?:(?:xong |hoan thanh )?truoc|cham nhat(?: la)?|den|vao|muon nhat)?\s*(?:vao )?"
    r"\bngay\s+(?P<day>\d{1,2})(?:\s?/\s?(?P<month>\d{1,2})(?:\s?/\s?20\d\d)?|"
    r"\s+thang\s+(?P<month2>\d{1,2})(?:\s+nam\s+20\d\d)?|\s+(?:hang|moi)\s+(?:thang|quy))"
    r"(?:\s*(?:(?:hang|moi|cua) nam|cua nam sau))?)"
    r"|(?P<by2>(?:truoc|cham nhat)\s+(?P<day3>\d{1,2})/(?P<month3>\d{1,2})(?:/20\d\d)?"
    r"(?:\s*(?:hang|moi) nam)?)"
)
_IN_YEAR = (
    r"(?:(?:vao|trong|truoc|den|het)\s+)?(?P<by>(?:(?:quy [ivx1-4]+|thang \d{1,2}|cuoi|dau|giua|"
    r"6 thang (?:dau|cuoi))\s*[,/]?\s*)?nam 20\d\d)"
)
_REVIEW = re.compile(
    rf"(?P<what>(?:to chuc )?\b(?:so ket|tong ket)\b(?:(?!so ket|tong ket)[^;.])*?)\s+{_IN_YEAR}"
)
_PERIOD = re.compile(
    r"(?P<by>(?:dinh ky,? )?(?:(?:hang|moi) (?:nam|quy|thang)|6 thang(?:,? (?:mot|1|hang) nam)?)"
    r"(?: (?:va khi ket thuc giai doan|va dot xuat|va khi ket thuc \w+ \w+))?(?: dinh ky)?)(?![^\W_])"
)
_HANDED_IN = re.compile(
    r"(?:gui bao cao|tong hop,? bao cao|bao cao|xay dung (?:ke hoach|bao cao|du toan)|"
    r"lap (?:du toan|ke hoach|bao cao)|ra soat, dang ky|dang ky|so ket|tong ket|du toan)\b"
)
_BETWEEN = re.compile(r"[,:]?\s*(?:(?:tien hanh|to chuc|co|phai|chu dong|thuc hien) )*$")
_WITH = re.compile(r"[,]?\s*phoi hop(?: chat che)? (?:voi|cung) ")
_TO = re.compile(r"(?:gui(?: bao cao)?(?: (?:ve|cho|den|toi))?|ve|cho|voi|len) (?:cho )?")
_BOUND = re.compile(
    r"\s+(?:gui|ve|voi|de(?! (?:an|xuat|nghi|tai))|qua|cho|truoc|cham nhat|trong|theo|vao)\b|[,;.(]|\s+dinh ky|$"
)
_BEFORE_PURPOSE = re.compile(
    r"\s+(?:de (?:tong hop|tham muu|bao cao|trinh|xem xet|theo doi)|tham dinh)"
)
_YEARLY = re.compile(r"(?:hang|moi) nam")


@dataclass(frozen=True)
class _Charged:
    """Words that may state a deadline, and whom they charge."""

    path: tuple[str, ...]
    view: View
    who: Names


def find_deadlines(
    plan_id: str, outline: Outline, duties: Sequence[Duty], left_out: Counter[str]
) -> tuple[Deadline, ...]:
    """Return the deadlines of the duties, and of sentences elsewhere that name who is charged."""
    found: list[Deadline] = []
    for charged in _charged(outline, duties):
        yearly = _YEARLY.match(fold(charged.view.text)) is not None
        for sentence in sentences(charged.view):
            for clause in clauses(sentence):
                found += _of_clause(plan_id, charged, clause, yearly, left_out)
    return tuple(sorted(found, key=lambda deadline: (deadline.span, deadline.by_span)))


def _charged(outline: Outline, duties: Sequence[Duty]) -> Iterator[_Charged]:
    known = [duty.span for duty in duties]
    for duty in duties:
        yield _Charged(duty.path, duty.whole, duty.agencies)
    for part in outline.parts:
        for node in part.walk():
            span = node.block.span
            if any(span.start < b and a < span.end for a, b in known):
                continue
            view = node.block.view
            names = read_names(view) if view.text[:1].isupper() else None
            if names and node.block.kind in ("dash", "paragraph", "letter", "number"):
                yield _Charged(node.path, view.slice(names.end, len(view)), names)


def _of_clause(
    plan_id: str, charged: _Charged, clause: View, yearly: bool, left_out: Counter[str]
) -> Iterator[Deadline]:
    folded = masked(clause.text)
    reviews = list(_REVIEW.finditer(folded))
    for review in reviews:
        what = clause.slice(*review.span("what"))
        by = clause.slice(*review.span("by"))
        yield _deadline(plan_id, charged, clause, what.text, (), by, False)
    handed = next(
        (m for m in _HANDED_IN.finditer(folded) if not any(_within(m, r) for r in reviews)), None
    )
    if handed is None:
        return
    day = next((m for m in _DAY.finditer(folded) if _is_deadline(folded, m)), None)
    if day:
        if not _is_real(day):
            left_out["deadline on an impossible day"] += 1
            return
        by = clause.slice(*day.span("by" if day.group("by") else "by2"))
        what = _what(clause, folded, handed)
        to = _to(clause, folded, handed)
        again = yearly or _YEARLY.search(folded) is not None
        yield _deadline(plan_id, charged, clause, what, to, by, again)
        return
    period = _period(clause, folded, reviews)
    if period:
        by, done = period
        what = _what(clause, folded, done)
        yield _deadline(plan_id, charged, clause, what, _to(clause, folded, done), by, True)


def _within(match: re.Match[str], review: re.Match[str]) -> bool:
    return review.start() <= match.start() < review.end()


def _is_deadline(folded: str, day: re.Match[str]) -> bool:
    """Tell whether a day is the last for something, not that of a document or a founding."""
    by = (day.group("by") or day.group("by2")).strip()
    before = folded[: day.start()]
    if re.search(r"(?:thanh lap|ban hanh|so \S+|luat \S+( \S+)*|tu|ky)\s*,?\s*$", before[-40:]):
        return False
    return by.startswith(
        ("truoc", "cham nhat", "xong", "hoan thanh", "muon nhat", "den", "vao")
    ) or (_YEARLY.search(by) is not None)


def _is_real(day: re.Match[str]) -> bool:
    number = int(day.group("day") or day.group("day3"))
    month = day.group("month") or day.group("month2") or day.group("month3")
    if month is None:
        return 1 <= number <= 31
    longest = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
    return 1 <= int(month) <= 12 and 1 <= number <= longest.get(int(month), 31)


def _period(
    clause: View, folded: str, reviews: Sequence[re.Match[str]]
) -> tuple[View, re.Match[str]] | None:
    """Find a return and what is handed in: right after it, right before it, or after a partner."""
    for period in _PERIOD.finditer(folded):
        at = period.end()
        by = clause.slice(*period.span("by"))
        before = folded[: period.start()]
        behind = [m for m in _HANDED_IN.finditer(folded, 0, period.start())]
        if behind and behind[-1].end() == len(before.rstrip()) and by.text[:1].islower():
            if fold(behind[-1].group()) == "bao cao":
                return by, behind[-1]
        for handed in _HANDED_IN.finditer(folded, at):
            if any(_within(handed, review) for review in reviews):
                continue
            if _leads_to(clause, folded, at, handed.start()):
                return by, handed
            break
    return None


def _leads_to(clause: View, folded: str, at: int, end: int) -> bool:
    """Tell whether only whom it charges or whom it is done with stands between time and deed."""
    between = folded[at:end]
    if _BETWEEN.fullmatch(between):
        return True
    partner = _WITH.match(folded, at)
    if partner:
        names = read_names(clause, partner.end())
        return names is not None and _BETWEEN.fullmatch(folded[names.end : end]) is not None
    subject = re.compile(r"[,\s]*").match(folded, at)
    names = read_names(clause, subject.end() if subject else at)
    if names and _BETWEEN.fullmatch(folded[names.end : end].lstrip()) is not None:
        return True
    return re.match(r",\s*can cu [^;.]*,\s*", between) is not None and _ends_in_names(
        clause, folded, at, end
    )


def _ends_in_names(clause: View, folded: str, at: int, end: int) -> bool:
    for comma in re.finditer(r",\s*", folded[:end]):
        if comma.start() < at:
            continue
        names = read_names(clause, comma.end())
        if names and _BETWEEN.fullmatch(folded[names.end : end].lstrip()):
            return True
    return False


def _what(clause: View, folded: str, handed: re.Match[str]) -> str:
    """Return what is handed in: the deed and its object, without to whom and what for."""
    start, after = handed.start(), handed.end()
    names = (
        read_names(clause, after + 1)
        if folded[handed.start() : after].endswith("bao cao")
        else None
    )
    if names:  # `báo cáo UBND tỉnh kết quả thực hiện`
        stop = _BOUND.search(folded, names.end)
        rest = clause.slice(names.end, stop.start() if stop else len(clause)).text
        return " ".join(filter(None, (clause.slice(start, after).text, rest)))
    stop = _BOUND.search(folded, after)
    return clause.slice(start, stop.start() if stop else len(clause)).text


def _to(clause: View, folded: str, handed: re.Match[str]) -> tuple[str, ...]:
    """Return whom it is handed to, as named after gửi, về, với, or right after báo cáo."""
    after = handed.end()
    if folded[handed.start() : after].endswith("bao cao"):
        names = read_names(clause, after + 1)
        if names:
            return names.texts
    is_report = "bao cao" in handed.group()
    for lead in _TO.finditer(folded, handed.start()):
        word = lead.group().split()[0]
        if word != "gui" and not is_report:
            continue
        names = read_names(clause, lead.end())
        if names:
            return names.texts
    purpose = _BEFORE_PURPOSE.search(folded, after)
    if purpose and not is_report:
        return _names_before(clause, folded, after, purpose.start())
    submitted = re.compile(r"\btrinh ").search(folded, after)
    if submitted and not is_report:
        names = read_names(clause, submitted.end())
        return names.texts if names else ()
    return ()


def _names_before(clause: View, folded: str, start: int, end: int) -> tuple[str, ...]:
    """Return the agencies that a list right before `end` names, whatever word leads to it."""
    for word in re.finditer(r"(?<=\s)\S", folded[start:end]):
        names = read_names(clause, start + word.start())
        if names and names.end == end and clause.text[start + word.start()].isupper():
            return names.texts
    return ()


def _deadline(
    plan_id: str,
    charged: _Charged,
    clause: View,
    what: str,
    to: tuple[str, ...],
    by: View,
    yearly: bool,
) -> Deadline:
    who = _directed(clause, by) or charged.who
    return Deadline(
        plan_id=plan_id,
        path=charged.path,
        span=clause.span,
        who=who.texts,
        what=what,
        to=to,
        by=by.text,
        by_span=by.span,
        yearly=yearly,
    )


def _directed(clause: View, by: View) -> Names | None:
    """Read who is directed to do it: `Chỉ đạo Phòng Giáo dục và Đào tạo hằng năm xây dựng …`."""
    lead = re.match(r"chi dao (?=\S)", fold(clause.text))
    if not lead:
        return None
    names = read_names(clause, lead.end())
    gap = clause.slice(names.end, len(clause)) if names else None
    return names if gap is not None and gap.span.start == by.span.start else None
