"""A whole plan in a few lines: what it is, what it is for, its tasks, when to report, its money.

Each line is cut from the plan and cited; a part that a plan does not have is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answering.document import state_facts
from assistant.answering.draft import clip
from assistant.answering.finding import Finding, Statement, quote_passage, quote_words
from assistant.answering.general import answer_groups
from assistant.answering.material import SUPPORT, Material
from corpus.vietnamese import fold

OBJECTIVE_WORDS = 45
"""Words of the general objective that are told."""

_ASKED = re.compile(
    r"\b(?:tom tat|tom luoc|khai quat|noi dung (?:chinh|chu yeu|tong quat|co ban))\b"
    r"|\bsummar\w+|\boverview\b|\bmain (?:contents?|points?)\b"
)
_FRAME = frozenset(
    "tom tat luoc khai quat noi dung chinh chu yeu tong hop co ban giup y nhung diem".split()
)
_ENGLISH = frozenset(
    "summarise summarize summary overview main content contents point points brief short".split()
)
_OBJECTIVE = re.compile(r"\b(?:muc tieu|muc dich)\b")


def asks_overview(material: Material) -> bool:
    """Tell whether a question asks for the whole of a plan and for nothing in it."""
    query = material.query
    words = {word for term in query.terms for word in term.split()}
    asked = not query.unknown or set(query.unknown) <= _ENGLISH
    return query.scoped and asked and bool(_ASKED.search(fold(query.question))) and words <= _FRAME


def answer_overview(material: Material) -> Finding | None:
    """The plan in a few cited lines."""
    items = tuple(_lines(material))
    if not items:
        return None
    lead = material.words("Tóm tắt:", "In short:")
    short = "\n- ".join([lead, *(item.text for item in items)])
    return Finding(material.plan, short, items, SUPPORT)


def _lines(material: Material) -> Iterator[Statement]:
    title = state_facts(material, "title")
    if title and material.plan.title.value:
        name = material.words("Tên", "Title")
        yield Statement(f"{name}: {title.short}", title.statements[0].quotes)
    objective = next(
        (p for p in material.body if len(p.headings) > 1 and _is_objective(p.headings)), None
    )
    if objective:
        words = clip(objective.reading, OBJECTIVE_WORDS)
        quote = quote_passage(material.plan, objective)
        yield Statement(f"{material.words('Mục tiêu', 'Objective')}: {words}", (quote,))
    groups = answer_groups(material)
    if groups:
        told = "; ".join(one.text.rstrip(" .;") for one in groups.statements)
        quotes = tuple(quote for one in groups.statements for quote in one.quotes)
        yield Statement(f"{material.words('Nhiệm vụ', 'Tasks')}: {told}", quotes)
    yield from _times(material)


def _times(material: Material) -> Iterator[Statement]:
    """The last day for reports, and the sources of the money."""
    for fact in material.facts.deadlines:
        home = material.home(fact.span)
        if home and re.search(r"\d{1,2}/\d|tháng \d", fact.by):
            quote = quote_words(material.plan, home, fact.span)
            yield Statement(f"{material.words('Báo cáo', 'Reports')}: {fact.by}", (quote,))
            break
    sources = {fact.source: fact for fact in material.facts.funding}
    quotes = tuple(
        dict.fromkeys(
            quote_words(material.plan, home, fact.span)
            for fact in sources.values()
            if (home := material.home(fact.span))
        )
    )
    if quotes:
        yield Statement(f"{material.words('Kinh phí', 'Funding')}: {'; '.join(sources)}", quotes)


def _is_objective(headings: tuple[str, ...]) -> bool:
    return bool(_OBJECTIVE.search(fold(headings[1]))) or bool(
        len(headings) == 2 and _OBJECTIVE.search(fold(headings[0]))
    )
