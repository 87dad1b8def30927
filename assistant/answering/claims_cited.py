"""Claims about documents: which a plan rests on or cites, their numbers, their days, laws by name.

A document is told by its number; what the plan prints of it holds the claim, or its legal bases
correct it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.cited import (
    cited_by_number,
    codes_of,
    named_document,
    other_codes,
    prints_any,
)
from assistant.answering.document import answer_document, state_facts
from assistant.answering.finding import Finding
from assistant.answering.issued import claimed_day
from assistant.answering.material import Material
from assistant.answering.verdict import Verdict
from assistant.claim import plan_numbers
from assistant.query import Query
from corpus.plan import Plan
from corpus.vietnamese import fold

_RESTS_ON = re.compile(
    r"\b(?:can cu|thuc hien|trien khai|dua (?:vao|tren)|theo|cu the hoa|nhac (?:den|toi))\b"
    r"|\b(?:dan|nhac) (?:ke hoach|quyet dinh|nghi|thong tu|luat|ket luan)\b"
    r"|\b(?:based on|carr(?:y|ies) out|implement\w*|cit(?:e|es|ing)|rests? on|under)\b"
)


def rests_on(query: Query) -> tuple[str, ...]:
    """Return the numbers of the documents that a question lets a plan rest on."""
    if not _RESTS_ON.search(fold(query.own)):
        return ()
    rested_on = _PLAN_RESTED_ON.findall(fold(query.own))
    others = [code for code in codes_of(query.own) if code not in plan_numbers(query.own)]
    return tuple(dict.fromkeys([*others, *rested_on]))


_PLAN_RESTED_ON = re.compile(
    r"\b(?:thuc hien|trien khai|can cu|dan|nhac (?:den|toi)) ke hoach (?:so )?(\d+)\b"
)
"""The number of a plan that another carries out: `Hưng Yên có thực hiện kế hoạch 68/KH-UBND …`."""


def named_another(material: Material) -> tuple[str, ...]:
    """Return the numbers by which a question names a plan and that stand nowhere in this one.

    None where a number is of another plan of the corpus, which is then in scope itself.
    """
    query = material.query
    asked = plan_numbers(query.own)
    held = {plan.bare_number for plan in query.plans}
    unknown = query.scoped and not asked & held and not prints_any(material.plan, asked)
    return tuple(sorted(asked)) if unknown else ()


def numbered_as_another(material: Material) -> tuple[str, ...]:
    """Return the number of a plan that this one only cites and a question gives to its place.

    `kế hoạch 68/KH-UBND của huyện B`, where 68 is the plan of the city above.
    """
    plan, own = material.plan, fold(material.query.own)
    place = re.escape(fold(plan.place.value or ""))
    if not place or plan.number.value:
        return ()
    said = re.search(
        r"(?:ke hoach|kh|plan)\b(?: so)? (?P<code>\d+)(?:/[\w-]+)?,? "
        rf"(?:(?:was|is|has|been|duoc|da|ban hanh|issued|signed|adopted|cua|do|by|of|from|the|ubnd|"
        rf"uy ban nhan dan|huyen|tinh|thanh pho) )+{place}\b",
        own,
    )
    cited = [field.value or "" for field in plan.bases]
    if said and any(re.search(rf"\b{said.group('code')}\s?/", base) for base in cited):
        return (said.group("code"),)
    return ()


def check_bases(material: Material, codes: tuple[str, ...]) -> Verdict | None:
    """Hold documents by their numbers against what the plan cites, else tell its legal bases."""
    holds = prints_any(material.plan, codes)
    told = (named_document(material, codes) if holds else None) or state_facts(material, "bases")
    return Verdict(holds, told) if told else None


_DATED = re.compile(
    r"\b(?:ban hanh|ky|ra doi|issued|signed|adopted|dated)\b(?: (?:vao|tu|trong|in|from))?"
    r"(?: (?:nam|the year))? (?P<year>20[0-4]\d)\b"
)


def dated_otherwise(material: Material) -> Finding | None:
    """Return what a plan prints of a document it cites, where the question gives another year."""
    claimed, codes = _DATED.search(fold(material.query.own)), other_codes(material)
    if not claimed or len(codes) != 1:
        return None
    found = cited_by_number(material, material.passages, codes)
    years = re.findall(r"\d/(20\d\d)\b|\bnăm (20\d\d)\b", found.short) if found else []
    stated = {year for pair in years for year in pair if year}
    return found if stated and claimed["year"] not in stated else None


def check_law(material: Material) -> Verdict | None:
    """Hold a law by its name against the legal bases of the plan."""
    if found := answer_document(material):
        return Verdict(True, found)
    every = state_facts(material, "bases")
    return Verdict(False, every) if every else None


def check_cited_day(material: Material) -> Verdict | None:
    """Hold the day, the month or the year of a cited document against what the plan prints."""
    found = cited_by_number(material, material.passages, other_codes(material))
    said = claimed_day(material.query.own)
    printed = claimed_day(found.short.partition("ngày")[2]) if found else None
    if found is None or said is None or printed is None:
        return None
    return Verdict(printed.holds(said), found)


def asked_of(material: Material) -> Sequence[Plan]:
    """Return the plans that may cite what a question names: of no plan in particular, any."""
    return (material.plan,) if material.query.scoped else material.query.plans
