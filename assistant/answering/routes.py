"""Which answerer reads a question: routes tried in order, the first that a question asks for.

What the reader of questions calls a kind is the last word only where no route knows better: whom a
report goes to, say, is asked in the words of an agency, of a deadline, or of neither.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.agency import agency_keys
from assistant.answering.agencies import (
    answer_agency,
    answer_duties,
    answer_organisations,
    answer_role,
    charges_of,
)
from assistant.answering.cited import (
    all_cited,
    asks_all_cited,
    asks_by_issuer,
    asks_by_subject,
    asks_day_of,
    asks_subject,
    cited_by_issuer,
    cited_by_number,
    cited_by_subject,
    codes_of,
    day_of_named,
    other_codes,
    prints_any,
)
from assistant.answering.claims import issuer_keys
from assistant.answering.deadlines import answer_addressee, answer_deadline, answer_reporters
from assistant.answering.document import answer_document
from assistant.answering.either import answer_either
from assistant.answering.finding import Finding
from assistant.answering.general import (
    answer_funding,
    answer_general,
    answer_groups,
    passage_with_figure,
)
from assistant.answering.material import Answerer, Material
from assistant.answering.overview import answer_overview, asks_overview
from assistant.answering.parts import (
    answer_contents,
    answer_outline,
    answer_part,
    asks_contents,
    asks_groups,
    asks_part,
)
from assistant.answering.targets import answer_target
from assistant.answering.whole_plan import answer_whole
from assistant.answering.years import (
    answer_span_of_programme,
    answer_year,
    answer_year_of_goal,
    asks_span_of_programme,
    asks_year_of,
    asks_year_of_goal,
)
from assistant.claim import plan_numbers
from assistant.whole import asks_whole
from assistant.wording import (
    ADDRESSEE,
    CONTACT,
    DUTY_WORDS,
    EARLY,
    ORGANISATIONS,
    REPORTERS,
    ROLE_ASKED,
    SEVERAL_WHO,
    TASK_GROUPS,
    WHEN,
    WHICH_PLAN,
    WHO_AND_WHEN,
    WITH_WHOM,
    Kind,
)
from corpus.agencies import UNMISTAKABLE
from corpus.plan import Passage
from corpus.vietnamese import fold, tokens

_OF_KIND: dict[Kind, Answerer] = {
    "agency": answer_agency,
    "duties": answer_duties,
    "target": answer_target,
    "deadline": answer_deadline,
    "document": answer_document,
    "funding": answer_funding,
    "general": answer_general,
}

_OF_REPORTS = frozenset({"agency", "deadline", "general"})
"""Kinds of question that may ask where a report goes."""

_MENTIONED = frozenset("noi nhac neu de cap co xuat hien den giao viec".split()) | {"de cap"}
"""What is said of an agency where only it is asked about: `kế hoạch nào nhắc đến Sở Y tế`."""


@dataclass(frozen=True)
class Route:
    """A way to answer, and the questions it is for."""

    asks: Callable[[Material, Kind], bool]
    answer: Answerer
    final: bool = True
    """Where it finds nothing, the plan is silent; else the next route is tried."""


def find(material: Material, kind: Kind) -> Finding | None:
    """Return the answer of one plan to a question of a kind; None where it is silent."""
    if not all(speaks_of(material.passages, name) for name in _must_be_named(material)):
        return None
    if kind == "duties" and not material.query.agencies and _is_no_charge(material):
        kind = "general"  # what is done with something, not what an agency does
    for route in _ROUTES:
        if route.asks(material, kind):
            found = route.answer(material)
            if found or route.final:
                return found
    return _OF_KIND[_meant(material, kind)](material)


def speaks_of(passages: Sequence[Passage], name: str) -> bool:
    """Tell whether a plan names an agency at all; if not, it is silent about it."""
    words = (f" {passage_words(passage)} " for passage in passages)
    if any(f" {name} " in said.replace(f" co {name} ", " ") for said in words):
        return True  # and not the "sở" of "cơ sở"
    return any(name in _passage_agencies(passage) for passage in passages)


def named_agencies(question: str) -> tuple[str, ...]:
    """Return the folded names of agencies in a question that a plan must have to speak of them."""
    words = " ".join(tokens(question))
    names = (" ".join(tokens(name)) for name in UNMISTAKABLE)
    return tuple(name for name in names if f" {name} " in f" {words} ")


@lru_cache(maxsize=8192)
def passage_words(passage: Passage) -> str:
    """Return the folded words of a passage and its headings, one space between them."""
    return " ".join(tokens(" ".join([*passage.headings, passage.reading])))


@lru_cache(maxsize=8192)
def _passage_agencies(passage: Passage) -> frozenset[str]:
    return frozenset(agency_keys(" . ".join([*passage.headings, passage.reading])))


def _must_be_named(material: Material) -> tuple[str, ...]:
    """Return the names of agencies in the question that a plan must have to speak of them."""
    issuer = issuer_keys(material.plan)
    keys = [m.key for m in material.query.agencies if m.key not in issuer]
    named = named_agencies(" . ".join([material.query.own, *material.query.terms]))
    return (*(name for name in named if not agency_keys(name)), *keys)


def _is_no_charge(material: Material) -> bool:
    """Tell whether the passage that meets a question best names its subject and is no duty."""
    ranked = material.ranked()
    if not ranked or not material.query.terms:
        return False
    best = ranked[0][1]
    names = f" {material.query.terms[0]} " in f" {passage_words(best)} "
    return names and not any(charge.passage is best for charge in charges_of(material))


def _own(material: Material) -> str:
    return fold(material.query.own)


def _is_timed(material: Material) -> bool:
    return bool(EARLY.search(_own(material)) or WHEN.search(_own(material)))


def _meant(material: Material, kind: Kind) -> Kind:
    """Return the kind a question is answered as: who and when, of a report, is a deadline."""
    query, own = material.query, _own(material)
    if kind == "general" and asks_subject(query):
        return kind  # what a document is about, whoever's it is
    if kind in ("agency", "deadline") and _is_timed(material) and WHO_AND_WHEN.search(own):
        return "deadline"
    only_named = not query.unknown and set(query.remaining[0]) <= _MENTIONED
    if kind == "general" and query.agencies and (DUTY_WORDS.search(own) or only_named):
        return "duties"
    return kind


def _prints_no_code(material: Material, _: Kind) -> bool:
    """Which plan cites a document by number: not one that prints no such number."""
    codes = codes_of(material.query.own)
    asked = bool(codes) and bool(WHICH_PLAN.search(_own(material)))
    return asked and not prints_any(material.plan, codes)


_WHOSE = re.compile(
    r"\b(?:cua|do) (?:ai|(?:co quan|don vi|cap|noi|ubnd|uy ban nhan dan|tinh|thanh pho) nao)\b"
    r"|\bai ban hanh\b"
    r"|\bwho issued\b|\bissued by (?:whom|who)\b"
)


def _asks_whose(material: Material, _: Kind) -> bool:
    """Tell a question for who issued a document that the plan cites by number."""
    return bool(_cited(material)) and bool(_WHOSE.search(_own(material)))


def _cited(material: Material) -> list[str]:
    """Return the numbers of other documents in a question, of other plans too."""
    plans = plan_numbers(material.query.own) - {material.plan.bare_number}
    return other_codes(material) or sorted(plans)


def _tell_cited(material: Material) -> Finding | None:
    return cited_by_number(material, material.passages, _cited(material))


def _asks_subject_of_other(material: Material, _: Kind) -> bool:
    """What a document is about that the plan cites by number, another plan maybe."""
    return bool(_cited(material)) and asks_subject(material.query)


def _asks_reporters(material: Material, _: Kind) -> bool:
    own = _own(material)
    return bool(REPORTERS.search(own)) and not WITH_WHOM.search(own)


def _asks_several(material: Material, kind: Kind) -> bool:
    of_kind = kind in ("agency", "funding") and not material.query.role
    return of_kind and bool(SEVERAL_WHO.search(_own(material)))


def _asks_addressee(material: Material, kind: Kind) -> bool:
    asked = kind in _OF_REPORTS and not _is_timed(material)
    asked = asked and not CONTACT.search(_own(material))
    return asked and bool(ADDRESSEE.search(_own(material)))


def _asks_by_count(material: Material, _: Kind) -> bool:
    """Which plan has so many of something: `kế hoạch nào có 100.000 bản sách`; of shares, no."""
    query = material.query
    one = len(query.figures) == 1 and not re.search(r"%|phan tram|per ?cent", _own(material))
    return one and bool(WHICH_PLAN.search(_own(material)))


def _asks_by_then(material: Material, kind: Kind) -> bool:
    """A thing and a year, and nothing more: what is to be reached by then."""
    return _meant(material, kind) == "general" and bool(material.query.years)


def _asks_organisations(material: Material, kind: Kind) -> bool:
    of_kind = _meant(material, kind) in ("general", "funding")
    return of_kind and bool(ORGANISATIONS.search(_own(material)))


_ROUTES = (
    Route(_prints_no_code, lambda _: None),
    Route(_asks_by_count, passage_with_figure),
    Route(lambda m, _: bool(ROLE_ASKED.search(_own(m)) and m.query.agencies), answer_role),
    Route(lambda m, _: asks_overview(m), answer_overview),
    Route(lambda m, _: asks_contents(m.query), answer_contents),
    Route(lambda m, _: asks_groups(m.query), answer_outline, final=False),
    Route(_asks_subject_of_other, _tell_cited, final=False),
    Route(lambda m, _: bool(asks_whole(m.query)), answer_whole, final=False),
    Route(lambda m, _: bool(asks_part(m.query)), lambda m: answer_part(m, asks_part(m.query))),
    Route(lambda m, _: True, answer_either, final=False),
    Route(
        lambda m, _: bool(asks_by_issuer(m.query)),
        lambda m: cited_by_issuer(m, asks_by_issuer(m.query)),
    ),
    Route(_asks_whose, _tell_cited, final=False),
    Route(lambda m, _: asks_span_of_programme(m), answer_span_of_programme, final=False),
    Route(lambda m, _: asks_day_of(m), day_of_named, final=False),
    Route(lambda m, _: asks_by_subject(m.query), cited_by_subject),
    Route(lambda m, _: asks_all_cited(m.query), all_cited),
    Route(lambda m, _: bool(TASK_GROUPS.search(_own(m))), answer_groups, final=False),
    Route(lambda m, _: asks_year_of(m), answer_year, final=False),
    Route(lambda m, _: asks_year_of_goal(m), answer_year_of_goal, final=False),
    Route(_asks_reporters, answer_reporters, final=False),
    Route(_asks_several, answer_general),
    Route(_asks_addressee, answer_addressee, final=False),
    Route(_asks_by_then, answer_target, final=False),
    Route(_asks_organisations, answer_organisations),
)
"""In order: what is said in the most particular words comes first."""
