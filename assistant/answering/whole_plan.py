"""What a whole plan aims at, its targets, its tasks, its times; whose it is, and who leads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answering.agencies import leader_of
from assistant.answering.document import state_facts
from assistant.answering.draft import clip, name_of
from assistant.answering.finding import Finding, Statement, quote_passage, quote_words
from assistant.answering.general import answer_groups
from assistant.answering.material import SUPPORT, Material
from assistant.answering.overview import answer_overview
from assistant.english import in_english_time
from assistant.whole import Whole, asks_whole
from corpus.plan import Passage
from corpus.vietnamese import fold

OBJECTIVE_WORDS = 110
"""Words of an objective that are told where it is one passage."""

ITEM_WORDS = 30
LISTED_WORDS = 150
"""Words of a passage in a list of many, and of all of a few; their sources hold the rest."""

_GENERAL = re.compile(r"\bmuc tieu (?:chung|tong quat|tong the)\b")
_AIM = re.compile(r"\bmuc tieu\b(?! cu the)")
_PURPOSE = re.compile(r"\bmuc dich\b")
_SPECIFIC = re.compile(r"\bmuc tieu cu the\b|\bchi tieu\b")


def answer_whole(material: Material) -> Finding | None:
    """Answer what a question asks of a whole plan (`asks_whole`)."""
    asked = asks_whole(material.query)
    return _ANSWERS[asked](material) if asked else None


def _under(material: Material, pattern: re.Pattern[str]) -> list[Passage]:
    """Return the passages that stand right under a heading, or under the whole part so called."""
    return [p for p in material.body if p.headings and pattern.search(fold(p.headings[-1]))]


def _objective(material: Material) -> Finding | None:
    passages = _under(material, _GENERAL) or _under(material, _AIM) or _under(material, _PURPOSE)
    return _told(material, passages, material.words("Mục tiêu chung", "General objective"))


def _purpose(material: Material) -> Finding | None:
    passages = _under(material, _PURPOSE) or _under(material, _AIM)
    return _told(material, passages, material.words("Mục đích", "Purpose"))


def _grounds(material: Material) -> Finding | None:
    """Say why the plan was issued: what it rests on or carries out, and what it is for."""
    bases, purpose = state_facts(material, "bases"), _purpose(material)
    if bases is None or not material.plan.bases or purpose is None:
        return bases if bases and material.plan.bases else purpose
    on = f"{material.words('Căn cứ', 'Legal bases')}: {bases.short}"
    items = (Statement(on, bases.statements[0].quotes), *purpose.statements)
    lead = material.words("Căn cứ và mục đích", "Legal bases and purpose")
    short = "\n- ".join([f"{lead}:", *(item.text for item in items)])
    return Finding(material.plan, short, items, SUPPORT)


def _targets(material: Material) -> Finding | None:
    """List what is to be reached, passage by passage: those that hold a figure of a target."""
    years = set(map(str, material.query.years))
    spans = [
        fact.value_span
        for fact in material.facts.targets
        if not years or years & set(re.findall(r"20\d\d", fact.year))
    ]
    passages = [
        p
        for p in material.body
        if any(_SPECIFIC.search(fold(h)) for h in p.headings)
        and any(p.span.start <= s.start < p.span.end for s in spans)
    ]
    lead = material.words("Chỉ tiêu", "Targets")
    return _told(material, passages, lead, OBJECTIVE_WORDS if years else ITEM_WORDS)


def _told(
    material: Material, passages: Sequence[Passage], lead: str, least: int = ITEM_WORDS
) -> Finding | None:
    """Tell passages, one an item, of each so many words at least."""
    if not passages:
        return None
    limit = max(least, LISTED_WORDS // len(passages))
    limit = OBJECTIVE_WORDS if len(passages) == 1 else limit
    items = tuple(
        Statement(clip(" ".join(p.reading.split()), limit), (quote_passage(material.plan, p),))
        for p in passages
    )
    if len(items) == 1:
        return Finding(material.plan, items[0].text, items, SUPPORT)
    short = "\n- ".join([f"{lead}:", *(item.text for item in items)])
    return Finding(material.plan, short, items, SUPPORT)


def _held(material: Material) -> Finding | None:
    """Say that there is one, and what it is called."""
    title = state_facts(material, "title")
    if title is None:
        return None
    yes = material.words("Có", "Yes")
    name = name_of(material.plan, material.query.language)
    return replace(title, short=f"{yes}: {name} – {title.short}")


_YEARS = re.compile(
    r"(?:giai đoạn )?20\d\d\s?[-–]\s?20\d\d(?:,? (?:định hướng|tầm nhìn) đến năm 20\d\d)?"
    r"|đến năm 20\d\d"
)
_IN_ENGLISH = (
    ("giai đoạn ", ""),
    (", định hướng đến năm", ", with a view to"),
    (", tầm nhìn đến năm", ", with a view to"),
    ("đến năm", "until"),
)


def _period(material: Material) -> Finding | None:
    """Say for which years a plan is, as its title does."""
    title = state_facts(material, "title")
    found = _YEARS.search(title.short) if title else None
    if title is None or found is None:
        return None
    short = found.group()
    for vietnamese, english in _IN_ENGLISH if material.query.language == "en" else ():
        short = short.replace(vietnamese, english)
    return replace(title, short=short)


def _times(material: Material) -> Finding | None:
    """List every time of the plan by which something is handed in or held."""
    items: dict[str, Statement] = {}
    for fact in material.facts.deadlines:
        home = material.home(fact.span)
        by = in_english_time(fact.by) if material.query.language == "en" else fact.by
        if home and by:
            quote = quote_words(material.plan, home, fact.span)
            told = f"{by[0].upper()}{by[1:]}: {clip(fact.what, ITEM_WORDS)}"
            items.setdefault(told, Statement(told, (quote,)))
    if not items:
        return None
    lead = material.words("Thời hạn", "Deadlines")
    return Finding(material.plan, "\n- ".join([f"{lead}:", *items]), tuple(items.values()), SUPPORT)


_ANSWERS: dict[Whole, Callable[[Material], Finding | None]] = {
    "objective": _objective,
    "purpose": _purpose,
    "grounds": _grounds,
    "targets": _targets,
    "tasks": answer_groups,
    "held": _held,
    "issuer": lambda material: state_facts(material, "issuer"),
    "leader": leader_of,
    "period": _period,
    "times": _times,
    "about": lambda material: state_facts(material, "title"),
    "plan": answer_overview,
}
