"""Who is charged with what, from the facts of a plan: the duties, who leads, who co-ordinates.

The facts that the ingest read come first, because they keep those who are charged apart from those
whom a duty is only carried out with. Where they leave a passage of "Tổ chức thực hiện" out, the
heading above it names who is charged. Left out: which charge answers a question (`agencies.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.agency import agency_keys
from assistant.answering.finding import Quote, Statement, quote_heading, quote_words
from corpus.agencies import split_agencies
from corpus.facts import Assignment, Facts
from corpus.plan import Passage, Plan, Span
from corpus.vietnamese import fold

IMPLEMENTATION = re.compile(r"to chuc thuc hien|phan cong (nhiem vu|trach nhiem)|trach nhiem cua")
_INLINE_AGENCY = re.compile(r"^([^:]{6,220}):\s")
_UNION = re.compile(r"^((?:Hội|Liên đoàn|Đoàn)\s[^,;:.]{3,40}?\s(?:tỉnh|huyện|thành phố|xã))\s")


@dataclass(frozen=True)
class Charge:
    """A duty, the agencies it is given to, and those it is to be carried out with."""

    agencies: tuple[str, ...]
    partners: tuple[str, ...]
    leads: bool
    """False where those charged are told to co-ordinate only."""
    duty: str
    span: Span
    passage: Passage
    named_at: Span | None
    """Where the agencies are named; None where it is the heading above the passage."""

    @cached_property
    def keys(self) -> tuple[str, ...]:
        return agency_keys(", ".join(self.agencies))

    @cached_property
    def partner_keys(self) -> tuple[str, ...]:
        return agency_keys(", ".join(self.partners))


def find_charges(facts: Facts, passages: Sequence[Passage]) -> tuple[Charge, ...]:
    """Return every duty of a plan with its agencies, in the order of the plan."""
    by_span: dict[Span, list[Assignment]] = {}
    for fact in facts.assignments:
        by_span.setdefault(fact.span, []).append(fact)
    charges = [c for c in (_charge(group, passages) for group in by_span.values()) if c]
    told = {charge.passage.id for charge in charges}
    charges += [_by_heading(p) for p in passages if p.id not in told and _is_duty(p)]
    return tuple(sorted(charges, key=lambda charge: charge.span))


def _charge(group: Sequence[Assignment], passages: Sequence[Passage]) -> Charge | None:
    """Put the facts of one duty together; None where no passage holds it."""
    span = group[0].span
    home = next((p for p in passages if p.span.start <= span.start < p.span.end), None)
    charged = [fact for fact in group if not _is_partner(fact)]
    if home is None or not charged:
        return None
    first = charged[0]
    return Charge(
        agencies=tuple(dict.fromkeys(name for fact in charged for name in fact.agencies)),
        partners=tuple(n for fact in group if _is_partner(fact) for n in fact.agencies),
        leads=any(fact.role == "lead" for fact in charged),
        duty=first.duty,
        span=span,
        passage=home,
        named_at=Span(first.agency_spans[0].start, first.agency_spans[-1].end)
        if first.agency_spans
        else None,
    )


def _is_partner(fact: Assignment) -> bool:
    """Tell whether the agencies stand inside the duty, after `phối hợp với`."""
    inside = fact.agency_spans and fact.span.start < fact.agency_spans[0].start < fact.span.end
    return fact.role == "coordinate" and bool(inside)


def _is_duty(passage: Passage) -> bool:
    headings = passage.headings
    return len(headings) > 1 and bool(IMPLEMENTATION.search(fold(headings[0])))


def _by_heading(passage: Passage) -> Charge:
    """Charge the agencies of the heading above a passage, or those it begins with."""
    named = _INLINE_AGENCY.match(passage.reading) or _UNION.match(passage.reading)
    if named and named.group(1) != passage.headings[1] and _names_agencies(named.group(1)):
        agencies, inline = split_agencies(named.group(1)), True
    else:
        agencies, inline = split_agencies(passage.headings[1]), False
    starts = named and named.group(1) in (passage.headings[1], *agencies)
    duty = passage.reading[named.end() :] if named and (inline or starts) else passage.reading
    at = passage.span if inline else None
    return Charge(agencies, (), True, duty, passage.span, passage, at)


def _names_agencies(words: str) -> bool:
    return (
        words[0].isupper()
        and len(words.split()) <= 40
        and not words.startswith(("Chủ trì", "Chỉ đạo"))
    )


def of_agency(charges: Iterable[Charge], key: str) -> tuple[Charge, ...]:
    """Return the duties an agency is charged with."""
    return tuple(charge for charge in charges if key in charge.keys)


def with_agency(charges: Iterable[Charge], key: str) -> tuple[Charge, ...]:
    """Return the duties of others that are to be carried out with an agency."""
    return tuple(c for c in charges if key in c.partner_keys and key not in c.keys)


def state(plan: Plan, charge: Charge) -> Statement:
    """State a duty with the words that name who is charged among the words that are cited."""
    names = ", ".join(charge.agencies)
    starts = fold(charge.duty).startswith(fold(names))
    text = charge.duty if starts else f"{names}: {charge.duty}"
    return Statement(text, _quotes(plan, charge))


def _quotes(plan: Plan, charge: Charge) -> tuple[Quote, ...]:
    passage, at = charge.passage, charge.named_at
    if at is not None and passage.span.start <= at.start and at.end <= passage.span.end:
        start = min(at.start, charge.span.start)
        return (quote_words(plan, passage, Span(start, charge.span.end)),)
    duty = quote_words(plan, passage, charge.span)
    depth = _named_in(passage, charge)
    heading = quote_heading(plan, passage, depth)
    if heading.span.end <= duty.span.start and adjoin(plan, heading.span.end, duty.span.start):
        reading = f"{passage.headings[depth]}: {duty.reading}"
        joined = Span(heading.span.start, duty.span.end)
        return (Quote(plan, passage.path, joined, reading, passage.headings),)
    return heading, duty


def _named_in(passage: Passage, charge: Charge) -> int:
    """Return the depth of the heading that names the agencies; the second where none is found."""
    wanted = fold(charge.agencies[0])
    depths = [d for d, heading in enumerate(passage.headings) if wanted in fold(heading)]
    return depths[-1] if depths else min(1, len(passage.headings) - 1)


_BETWEEN = re.compile(r"[\s*#:]*(?:[-–+•]|[a-zđ]\))?[\s*]*")
"""What may stand between a heading and the duty below it when the two are quoted as one."""


def adjoin(plan: Plan, end: int, start: int) -> bool:
    return bool(_BETWEEN.fullmatch(plan.text[end:start]))
