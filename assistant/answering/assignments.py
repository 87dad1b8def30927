"""Who is charged with what: agencies of a duty, duties of an agency, and whom it works with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.facets import levels_agree
from assistant.answering.finding import Finding, Statement, quote_duty, quote_passage
from assistant.answering.general import answer_general
from assistant.answering.material import NEAR, SUPPORT, Material
from assistant.evidence import text_terms
from assistant.wording import PARTNERS, SEVERAL_AGENCIES
from corpus.agencies import split_agencies
from corpus.plan import Passage, Plan
from corpus.vietnamese import fold, tokens

NAMED = 0.5
"""The share of a question's words that an agency's name must meet to be the one asked about."""

WHOLE_NAME = 0.8
"""The share of the words of an agency's name that make it named, whatever else is asked."""

_GENERIC = frozenset("uy ban tinh huyen thanh pho thi xa tran va cac de nghi viet nam".split())

_IMPLEMENTATION = re.compile(r"to chuc thuc hien|phan cong (nhiem vu|trach nhiem)|trach nhiem cua")

_INLINE_AGENCY = re.compile(r"^([^:]{6,220}):\s")

_UNION = re.compile(r"^((?:Hội|Liên đoàn|Đoàn)\s[^,;:.]{3,40}?\s(?:tỉnh|huyện|thành phố|xã))\s")

_PARTNERS = re.compile(
    r"[Pp]hối hợp(?: chặt chẽ)? (?:với|cùng) (.{4,160}?)(?=[;.:]|,? (?:trong|triển khai|thực hiện|"
    r"hướng dẫn|tổ chức|tham mưu|xây dựng|rà soát|chỉ đạo|tích cực|tổng hợp|xác định|cân đối|"
    r"đề xuất|nghiên cứu|hợp tác|để|có liên quan tham|tuyên truyền)\b)"
)
"""Whom a duty is carried out with: what follows "phối hợp với", up to the verb of the duty."""


@dataclass(frozen=True)
class Assignment:
    """A passage that charges agencies with a duty."""

    agencies: tuple[str, ...]
    passage: Passage
    inline: bool
    """The agencies are named in the passage itself, not in the heading above it."""


def find_assignments(passages: Sequence[Passage]) -> list[Assignment]:
    """Return the duties under "Tổ chức thực hiện" with the agencies they are given to."""
    assignments = []
    for passage in passages:
        if len(passage.headings) < 2 or not _IMPLEMENTATION.search(fold(passage.headings[0])):
            continue
        heading = passage.headings[1]
        named = _INLINE_AGENCY.match(passage.reading) or _UNION.match(passage.reading)
        if named and named.group(1) != heading and _names_agencies(named.group(1)):
            assignments.append(Assignment(split_agencies(named.group(1)), passage, True))
        else:
            assignments.append(Assignment(split_agencies(heading), passage, False))
    return assignments


def _names_agencies(words: str) -> bool:
    return (
        words[0].isupper()
        and len(words.split()) <= 40
        and not words.startswith(("Chủ trì", "Chỉ đạo"))
    )


def answer_agency(material: Material) -> Finding | None:
    """Which agencies are charged with what is asked: all whose duty meets it best."""
    if PARTNERS.search(fold(material.query.question)):
        partners = _answer_partners(material)
        if partners:
            return partners
    assignments = find_assignments(material.passages)
    scored = [(material.support(a.passage), a) for a in assignments]
    best = max((score for score, _ in scored), default=0.0)
    if best < SUPPORT:
        return answer_general(material.within(_IMPLEMENTATION))
    chosen = _responsible(material, [(s, a) for s, a in scored if s >= best - NEAR])
    agencies = list(dict.fromkeys(name for a in chosen for name in a.agencies))
    statements = tuple(_duty(material.plan, a) for a in chosen)
    return Finding(material.plan, join_names(agencies, material.query.language), statements, best)


def _answer_partners(material: Material) -> Finding | None:
    """Whom the agency that the question names works with, in the words of its duties."""
    group = _named_agency(material, NAMED)
    told = [(a, _PARTNERS.findall(a.passage.reading)) for a in group]
    told = [(assignment, names) for assignment, names in told if names]
    if not told:
        return None
    names = list(dict.fromkeys(name.strip(" ,") for _, found in told for name in found))
    statements = tuple(_duty(material.plan, assignment) for assignment, _ in told)
    return Finding(material.plan, "; ".join(names), statements, SUPPORT)


def _named_agency(material: Material, enough: float) -> list[Assignment]:
    """Return the duties of the agency whose name meets the question best, if it meets enough."""
    groups: dict[tuple[str, ...], list[Assignment]] = {}
    for assignment in find_assignments(material.passages):
        groups.setdefault(assignment.agencies, []).append(assignment)
    asked = set(tokens(material.query.own)) | {w for t in material.query.terms for w in t.split()}
    about = " . ".join(material.query.terms)
    groups = {a: group for a, group in groups.items() if levels_agree(about, ", ".join(a))}
    scored = {a: max(_met_by(material, a), _spelled_out(a, asked)) for a in groups}
    best = max(scored, key=lambda agencies: scored[agencies], default=())
    return groups[best] if best and scored[best] >= enough else []


def _met_by(material: Material, agencies: tuple[str, ...]) -> float:
    """The share of the question that the names of agencies meet."""
    return material.demand.share(text_terms(", ".join(agencies)))


def _spelled_out(agencies: tuple[str, ...], asked: set[str]) -> float:
    """The share of an agency's name that the question spells out, where that is nearly all."""
    names = [set(tokens(agency)) - _GENERIC for agency in agencies]
    best = max((len(name & asked) / len(name) for name in names if len(name) > 1), default=0.0)
    return best if best >= WHOLE_NAME else 0.0


def _responsible(material: Material, near: list[tuple[float, Assignment]]) -> list[Assignment]:
    """Of duties that meet the question alike, take all where several agencies are asked for, else
    those of the agency that meets it best."""
    if SEVERAL_AGENCIES.search(fold(material.query.question)):
        return [assignment for _, assignment in near]
    first = max(near, key=lambda item: item[0])[1]
    return [assignment for _, assignment in near if assignment.agencies == first.agencies]


def _duty(plan: Plan, assignment: Assignment) -> Statement:
    """State a duty; where the agency stands in the heading only, the heading is quoted as well."""
    passage = assignment.passage
    if assignment.inline:
        return Statement(passage.reading, (quote_passage(plan, passage),))
    heading = passage.headings[1]
    text = passage.reading
    return Statement(
        text if text.startswith(heading) else f"{heading}: {text}", quote_duty(plan, passage, 1)
    )


def join_names(names: Sequence[str], language: str) -> str:
    """Join agencies as a sentence would: `Công an tỉnh và Bộ Chỉ huy Quân sự tỉnh`."""
    if len(names) <= 1:
        return "".join(names)
    last = " and " if language == "en" else " và "
    return ", ".join(names[:-1]) + last + names[-1]


def answer_duties(material: Material) -> Finding | None:
    """Every duty of the agency that the question names, in the order of the plan."""
    group = _named_agency(material, NAMED)
    if not group:
        return answer_agency(material)
    agencies = group[0].agencies
    tasks = [_task(assignment) for assignment in group]
    duties = tuple(
        Statement(task, _duty(material.plan, assignment).quotes)
        for task, assignment in zip(tasks, group, strict=True)
    )
    names = join_names(agencies, material.query.language)
    short = "\n- ".join([f"{names}:", *tasks])
    return Finding(material.plan, short, duties, SUPPORT)


def _task(assignment: Assignment) -> str:
    """Return a duty without the agency it begins with."""
    reading = assignment.passage.reading
    named = _INLINE_AGENCY.match(reading)
    starts = named and named.group(1) in (assignment.passage.headings[1], *assignment.agencies)
    return reading[named.end() :] if named and starts else reading
