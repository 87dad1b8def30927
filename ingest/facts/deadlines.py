"""Deadlines: what is to be handed in or held, by whom, to whom, and when.

A time is a day (`trước ngày 01 tháng 12 hằng năm`), the year of a review (`sơ kết vào năm 2025`), a
completion (`hoàn thành trong quý II năm 2024`) or a return (`định kỳ hằng năm báo cáo`). A return
counts only with something to hand in or to hold: yearly work, periods of programmes and dates of
laws are no deadlines. A day that no calendar has is left out and counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.facts import Deadline
from corpus.plan import Span
from corpus.vietnamese import early_tone, fold
from corpus.view import View
from ingest.facts.clauses import clauses, masked, sentences
from ingest.facts.duties import Duty
from ingest.facts.names import Names, read_names
from ingest.facts.recipients import handed_to, named_after, reported_to, submitted_to
from ingest.facts.times import (
    REVIEW,
    find_completions,
    find_days,
    find_returns,
    find_within,
    returns,
)
from ingest.outline import Outline

_HANDED_IN = re.compile(
    r"(?:gui bao cao|tong hop,? bao cao|bao cao|xay dung (?:ke hoach|bao cao|du toan)|"
    r"lap (?:du toan|ke hoach|bao cao)|ra soat, dang ky|dang ky|so ket|tong ket)\b"
)
_BETWEEN = re.compile(r"[,:]?\s*(?:(?:tien hanh|to chuc|co|phai|chu dong|thuc hien) )*")
_WITH = re.compile(r",?\s*phoi hop(?: chat che)? (?:voi|cung) ")
_LEADS_TO_TIME = re.compile(r",?\s*(?:thời gian|thời hạn)(?: hoàn thành| thực hiện)?[\s:]*$")
_PARTNER = re.compile(r"phoi hop(?: chat che)? (?:voi|cung) ")
_BOUND = re.compile(
    r"\s+(?:gửi|về|với|để|qua|cho|trước|chậm nhất|trong|theo|vào)(?![^\W_])|"
    r"(?<!chương)(?<!quá)(?<!tiến)(?<!lộ)(?<!quy)\s+trình(?![^\W_])|\s+định kỳ|"
    r"\s+(?:hằng|hàng|mỗi) (?:tuần|tháng|quý|năm)(?![^\W_])|[,;.(]|$"
)
"""Where what is handed in ends; of words with their accents, since `qua` is not `quả`."""
_OPENING = re.compile(r"(?:(?:hang|moi) (?:nam|quy|thang),? |can cu [^,]+, )+")


@dataclass(frozen=True)
class _Charged:
    """Words that may state a deadline, and whom they charge."""

    path: tuple[str, ...]
    view: View
    who: Names
    duty: bool
    """It is a duty, in which any deed may have a last day."""


@dataclass(frozen=True)
class _Time:
    """When something is to be done, and whether it returns each year or oftener."""

    view: View
    again: bool


def find_deadlines(
    plan_id: str, outline: Outline, duties: Sequence[Duty], left_out: Counter[str]
) -> tuple[Deadline, ...]:
    """Return the deadlines of the duties, and of sentences elsewhere that name who is charged."""
    found: list[Deadline] = []
    for charged in _charged(outline, duties):
        for sentence in sentences(charged.view):
            opening = _OPENING.match(fold(sentence.text))
            again = bool(opening and returns(opening.group()))
            before: View | None = None
            for clause in clauses(sentence):
                one = _Clause(plan_id, charged, clause, masked(clause.text), before)
                found += one.read(again, left_out)
                before = clause
    return tuple(sorted(found, key=lambda deadline: (deadline.span, deadline.by_span)))


def _charged(outline: Outline, duties: Sequence[Duty]) -> Iterator[_Charged]:
    known = [duty.span for duty in duties]
    for duty in duties:
        yield _Charged(duty.path, duty.whole, duty.agencies, True)
    for part in outline.parts:
        for node in part.walk():
            span = node.block.span
            if any(span.start < b and a < span.end for a, b in known):
                continue
            view = node.block.view
            names = read_names(view) if view.text[:1].isupper() else None
            if names and node.block.kind in ("dash", "paragraph", "letter", "number"):
                yield _Charged(node.path, view.slice(names.end, len(view)), names, False)


@dataclass(frozen=True)
class _Clause:
    """One clause, its folded text with quoted names blanked, and whom it charges."""

    plan_id: str
    charged: _Charged
    view: View
    folded: str
    before: View | None
    """The clause before it in its sentence, which a completion may be that of."""

    def read(self, again: bool, left_out: Counter[str]) -> Iterator[Deadline]:
        """Yield the deadlines of the clause; `again` where its sentence opens with a return."""
        reviews = list(REVIEW.finditer(self.folded))
        for review in reviews:
            what = self.view.slice(*review.span("what")).text
            yield self._deadline(what, (), _Time(self.view.slice(*review.span("by")), False))
        handed = next((m for m in self._handed() if not _inside(m, reviews)), None)
        days = [d for d in find_days(self.folded) if handed or (d.strong and self.charged.duty)]
        left_out["deadline on an impossible day"] += sum(not day.real for day in days)
        for day in days:
            if day.real:
                by = _Time(self.view.slice(day.start, day.end), again or returns(self.folded))
                yield from self._by_day(handed, by, Span(days[0].start, days[-1].end), left_out)
        if days:
            return
        if handed and (found := self._returning(reviews)):
            by_return, deed = found
            yield self._deadline(
                self._what(deed), handed_to(self.view, self.folded, deed), _Time(by_return, True)
            )
        elif self.charged.duty and not reviews:
            yield from self._completed()

    def _handed(self) -> Iterator[re.Match[str]]:
        return _HANDED_IN.finditer(self.folded)

    def _by_day(
        self, handed: re.Match[str] | None, by: _Time, at: Span, left_out: Counter[str]
    ) -> Iterator[Deadline]:
        first = handed and _BETWEEN.fullmatch(self.folded[at.end : handed.start()].lstrip())
        if handed and (handed.start() < at.start or first):
            yield self._deadline(self._what(handed), handed_to(self.view, self.folded, handed), by)
            return
        opening = _OPENING.match(self.folded)
        what = _deed(self.view.slice(opening.end() if opening else 0, at.start))
        if len(what.split()) < 2:
            left_out["deadline of an unnamed deed"] += 1
            return
        to = named_after(self.view, self.folded, "gui ")
        yield self._deadline(what, to or submitted_to(self.view, self.folded, 0), by)

    def _completed(self) -> Iterator[Deadline]:
        completions = list(find_completions(self.folded))
        within = None if completions else find_within(self.folded)
        if within:
            time = _Time(self.view.slice(*within.span("by")), returns(self.folded))
            what = _deed(self.view.slice(0, within.start()))
            if len(what.split()) >= 2:
                yield self._deadline(what, (), time)
        for match in completions:
            time = _Time(self.view.slice(*match.span("by")), returns(self.folded))
            own = self.view.slice(*match.span("what")).text or self.view.text[: match.start()]
            what = own.strip(" ,;:")
            if what:
                yield self._deadline(what, (), time)
            elif self.before:  # `…rà soát các điểm đen; hoàn thành trong tháng 6 năm 2025`
                deadline = self._deadline(_deed(self.before), (), time)
                yield replace(deadline, span=Span(self.before.span.start, self.view.span.end))

    def _returning(self, reviews: Sequence[re.Match[str]]) -> tuple[View, re.Match[str]] | None:
        """Find a return and the deed right after it, after a partner, or (a report) before it."""
        for period in find_returns(self.folded):
            by = self.view.slice(*period.span())
            before = self.folded[: period.start()].rstrip()
            behind = [m for m in self._handed() if self._reports_until(m) == len(before)]
            if behind and behind[-1].group().endswith("bao cao"):
                return by, behind[-1]
            for handed in _HANDED_IN.finditer(self.folded, period.end()):
                if _inside(handed, reviews):
                    continue
                if self._leads_to(period.end(), handed.start()):
                    return by, handed
                break
        return None

    def _reports_until(self, handed: re.Match[str]) -> int:
        """Return where a report ends, with whom it is made to where they are named at once."""
        names = reported_to(self.view, handed)
        return names.end if names and names.certain else handed.end()

    def _leads_to(self, at: int, end: int) -> bool:
        """Tell whether only who does it, and with whom, stands between the time and the deed."""
        between = self.folded[at:end]
        if _BETWEEN.fullmatch(between):
            return True
        partner = _WITH.match(self.folded, at)
        starts = [partner.end()] if partner else []
        if re.match(r",\s*can cu [^;.]*,\s*", between):
            starts += [m.end() for m in re.compile(r",\s*").finditer(self.folded, at, end)]
        else:
            starts += [m.end() for m in re.compile(r"[,\s]*").finditer(self.folded, at, at + 2)]
        for start in starts:
            names = read_names(self.view, start)
            if names and _BETWEEN.fullmatch(self.folded[names.end : end].lstrip()):
                return True
        return False

    def _what(self, handed: re.Match[str]) -> str:
        """Return what is handed in: the deed and its object, without to whom and what for."""
        names = reported_to(self.view, handed)
        if names:  # `báo cáo UBND tỉnh kết quả thực hiện`
            rest = self._until_bound(names.end, names.end)
            return " ".join(filter(None, (self.view.slice(*handed.span()).text, rest)))
        return self._until_bound(handed.start(), handed.end())

    def _until_bound(self, start: int, at: int) -> str:
        stop = _BOUND.search(early_tone(self.view.text.lower()), at)
        return self.view.slice(start, stop.start() if stop else len(self.view)).text

    def _deadline(self, what: str, to: tuple[str, ...], by: _Time) -> Deadline:
        return Deadline(
            plan_id=self.plan_id,
            path=self.charged.path,
            span=self.view.span,
            who=(self._directed(by.view) or self.charged.who).texts,
            what=what,
            to=to,
            by=by.view.text,
            by_span=by.view.span,
            yearly=by.again,
        )

    def _directed(self, by: View) -> Names | None:
        """Read who is directed to do it: `Chỉ đạo Phòng Nội vụ hằng năm xây dựng …`."""
        lead = re.match(r"chi dao (?=\S)", self.folded)
        names = read_names(self.view, lead.end()) if lead else None
        if names is None:
            return None
        after = self.view.slice(names.end, len(self.view))
        return names if after.text and after.span.start == by.span.start else None


def _deed(clause: View) -> str:
    """Return what a clause is about, without whom it is to be done with."""
    partner = _PARTNER.search(fold(clause.text))
    names = read_names(clause, partner.end()) if partner else None
    rest = clause.slice(names.end, len(clause)) if names else clause
    return _LEADS_TO_TIME.sub("", rest.text).strip(" ,;:.")


def _inside(match: re.Match[str], reviews: Sequence[re.Match[str]]) -> bool:
    return any(review.start() <= match.start() < review.end() for review in reviews)
