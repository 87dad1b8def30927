"""The answerer without a language model: it states what the plans state, in their words.

It asks each plan in scope, withholds what the cited words do not hold, keeps the findings that meet
the question best, and puts them together: the short answer first, its numbered sources below. Where
no plan meets the question it abstains, names the plans it looked in, and gives no figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from assistant.agency import agency_keys
from assistant.answer import Reason
from assistant.answering import silence
from assistant.answering.agencies import asks_every_agency, charges_of, names_no_duty
from assistant.answering.catalogue import Listing, listing, tell_listing
from assistant.answering.claims import charged_instead, check, issuer_keys, presumed
from assistant.answering.compose import compose
from assistant.answering.document import kinds_of_bases, lacks_basis, state_facts
from assistant.answering.draft import Draft, issuer_of, yes_or_no
from assistant.answering.finding import Finding
from assistant.answering.general import lacks_names, states_money
from assistant.answering.material import Answerer, Material
from assistant.answering.parts import asks_contents, asks_part
from assistant.answering.routes import find, speaks_of
from assistant.answering.targets import answer_contradiction, stated_years
from assistant.answering.verdict import Verdict
from assistant.answering.verify import entailed
from assistant.claim import asks_whether, claimed_figures, days_of, states_figure
from assistant.evidence import Demand, closeness, words_as_read
from assistant.facets import agree, facets_of
from assistant.kinds_asked import TOPIC
from assistant.query import Query
from assistant.retrieve import Found
from assistant.whole import asks_whole
from assistant.wording import (
    ALIKE,
    AMENDED,
    CONSISTENT,
    CONTACT,
    CONTRADICTS,
    DENIED,
    HOURS,
    LEAST,
    MOST,
    NUMBER_ASKED,
    NUMBERED_MORE,
    PERSON,
    WHICH_PLAN,
    Kind,
)
from corpus.facts import Facts
from corpus.plan import Passage, Plan
from corpus.store import Store
from corpus.vietnamese import fold, tokens

NAME = "extractive"

RIVAL = 0.25
"""A plan whose evidence meets the question by so much less than another's is not what is meant."""

PLACE_RIVAL = 0.2
"""The same of two plans of one place in a comparison of places, where a row is for a place."""

MANY = 6
"""Plans that may answer a question that names none; of more, it is asked back which is meant."""


MOST_OF_TOPIC = 5
"""Sources that a topic alone (`thư viện`) is answered with; beyond, it is asked what of it."""

TOPIC_WORDS = 4
"""Syllables of a topic: `trung tâm văn hóa`; a longer one says already what is asked."""


class ExtractiveAnswerer:
    """Answers from the passages and the facts of the plans in scope."""

    def __init__(
        self,
        store: Store,
        passages_of: Callable[[str], tuple[Passage, ...]],
        facts_of: Callable[[str], Facts],
    ) -> None:
        self._store = store
        self._passages_of = passages_of
        self._facts_of = facts_of

    def answer(self, query: Query, found: Found, plans: Sequence[Plan]) -> Draft:
        """Return what the plans in scope say, or an abstention with its reason."""
        asked = listing(query, plans)
        absent = query.missing and (not query.plans or not query.scoped)
        if asked and (not absent or asked.fact == "signer"):  # a name may look like a place
            return self._list(query, asked, found)
        if absent:
            return silence.no_such_plan(query, plans)
        if _asks_unprinted(query) or PERSON.search(fold(query.question)):
            return silence.not_stated(query, query.plans)
        if AMENDED.search(fold(query.own)) and query.scoped:
            return self._succeeded(query, found, plans)
        if not re.search(r"[^\W\d_]{2}", query.question):
            return silence.unclear(query)
        if query.every_place and query.kind == "general" and _asks_difference(query):
            query = replace(query, kind="document", facts=("title",), ask="value")
        content = (query.terms, query.facts, query.unknown, query.agencies)
        whole = asks_every_agency(query) or asks_contents(query) or asks_part(query)
        if asks_whole(query):
            query, whole = replace(query, ask="value"), True
        if query.greeting or not (any(content) or whole):
            return silence.unclear(query)
        if not plans:
            return silence.empty(query)
        materials = self._materials(query, found)
        if CONTRADICTS.search(fold(query.own)) and not (query.agencies or query.figures):
            opposed = [finding for m in materials if (finding := _opposed(m))]
            if opposed:
                return compose(query, opposed, plans)
            if _is_of_figures(query) and asks_whether(fold(query.question), query.language == "en"):
                return silence.not_stated(query, query.plans, silence.no_contradiction(query))
            query = replace(query, ask="value")  # what is stated, not whether
            materials = self._materials(query, found)
        if query.ask != "value":
            return self._judge(query, found, materials, plans)
        if materials and all(map(lacks_names, materials)):
            return self._silent(query, found, materials)
        verdicts = [v for m in materials if (v := presumed(m))]
        if verdicts and not any(verdict.holds for verdict in verdicts):
            return self._correct(query, verdicts)
        findings = [finding for m in materials if (finding := find(m, query.kind))]
        findings = [f for f in findings if entailed(f, query.language == "en")]
        findings = _to_the_point(query, findings)
        if not findings and CONTRADICTS.search(fold(query.question)):
            findings = [finding for m in materials if (finding := answer_contradiction(m))]
        if not findings:
            return self._silent(query, found, materials)
        query = _one_a_place(query, findings)
        kept = _keep(query, findings)
        if len(kept) > MANY and not query.scoped and not query.every_place:
            best = sorted(kept, key=lambda finding: -finding.strength)[:MANY]
            return silence.ask_back(query, [finding.plan for finding in best])
        draft = compose(query, kept, plans)
        if len(draft.citations) > MOST_OF_TOPIC and _is_bare_topic(query):
            best = sorted(kept, key=lambda finding: -finding.strength)[:MOST_OF_TOPIC]
            return silence.ask_what(query, [finding.plan for finding in best])
        return draft

    def _list(self, query: Query, asked: Listing, found: Found) -> Draft:
        """Name the plans that are asked for by what they are, each with the fact that shows it."""
        query = replace(query, plans=asked.plans, every_place=True, ask="value")
        materials = self._materials(query, found)
        findings = [f for m in materials if (f := state_facts(m, asked.fact))]
        return tell_listing(query, asked, findings)

    def _succeeded(self, query: Query, found: Found, plans: Sequence[Plan]) -> Draft:
        """Name the plans that take the place of those asked about, where the corpus has them."""
        asked = query.plans
        newer = {plan.superseded_by for plan in query.plans}
        query = replace(query, plans=tuple(plan for plan in plans if plan.id in newer), ask="value")
        materials = self._materials(query, found)
        findings = [f for m in materials if (f := state_facts(m, "number", "date", "title"))]
        return compose(query, findings, plans) if findings else silence.not_amended(query, asked)

    def _materials(self, query: Query, found: Found) -> list[Material]:
        """Return what each plan in scope has to answer from."""
        close = closeness(found.similarities)
        places = {plan.place.value for plan in query.plans}
        materials = []
        for plan in query.plans:
            if query.every_place or (query.scoped and len(places) > 1):  # each by its own measure
                ids = {passage.id for passage in self._passages_of(plan.id)}
                close = closeness({i: s for i, s in found.similarities.items() if i in ids})
            materials.append(self._material(query, plan, close))
        return materials

    def _material(self, query: Query, plan: Plan, close: Mapping[str, float]) -> Material:
        passages, facts = self._passages_of(plan.id), self._facts_of(plan.id)
        printed = words_as_read(passages) if plan.damaged else frozenset()
        demand = Demand(query, self._store, plan, printed)
        return Material(
            query, plan, passages, facts, demand, close, lambda q: self._material(q, plan, close)
        )

    def _judge(
        self, query: Query, found: Found, materials: Sequence[Material], plans: Sequence[Plan]
    ) -> Draft:
        """Answer whether something is so, or correct what a question takes for granted."""
        verdicts = []
        for material in materials:
            verdict = check(material, self._answerer(query.kind))
            if verdict and entailed(verdict.finding, query.language == "en"):
                verdicts.append(verdict)
        if DENIED.search(fold(query.own)):
            verdicts = [replace(v, holds=not v.holds) for v in verdicts if v.holds is not None]
        if not verdicts:
            return self._deny(query, materials) or self._silent(query, found, materials)
        best = max(verdict.finding.strength for verdict in verdicts)
        kept = [v for v in verdicts if query.every_place or v.finding.strength >= best - RIVAL]
        if any(v.holds for v in kept) and not query.every_place:
            kept = [v for v in kept if v.holds]
        told = [_pronounce(query, verdict) for verdict in kept]
        draft = compose(query, told, plans)
        if query.ask == "yes_no":
            return draft
        reason: Reason = "not_stated" if kept[0].holds is not False else "false_premise"
        return replace(draft, abstained=True, reason=reason)

    def _deny(self, query: Query, materials: Sequence[Material]) -> Draft | None:
        """Say no where an agency that is asked about stands nowhere in legible plans.

        Of a damaged one only that it is charged with nothing, where all who are can be read.
        """
        told = self._unnamed(query, materials)
        if query.ask != "yes_no" or not told:
            return None
        if any(m.plan.damaged for m in materials):
            if not names_no_duty(query, query.remaining[0]) or not all(map(_tells_who, materials)):
                return None
            told = silence.uncharged(query)
        return silence.denied(query, query.plans, told)

    def _correct(self, query: Query, verdicts: Sequence[Verdict]) -> Draft:
        """Decline a question that takes for granted what the plans do not say, and correct it."""
        told = [_pronounce(replace(query, ask="why"), verdict) for verdict in verdicts]
        return replace(compose(query, told, ()), abstained=True, reason="false_premise")

    def _answerer(self, kind: Kind) -> Answerer:
        return lambda material: find(material, kind)

    def _silent(self, query: Query, found: Found, materials: Sequence[Material]) -> Draft:
        """Abstain, with what is missing, the years that are stated, and the nearest passage."""
        told = self._unnamed(query, materials) or self._other_years(query, materials)
        verdicts = [v for m in materials if told and (v := charged_instead(m))]
        verdicts = [v for v in verdicts if entailed(v.finding, query.language == "en")]
        if len(verdicts) == 1:
            draft = self._correct(query, verdicts)
            return replace(draft, answer=f"{told}\n\n{draft.answer}")
        draft = silence.not_stated(query, query.plans, told)
        lacking = [material for material in materials if lacks_basis(material)]
        bases = state_facts(lacking[0], "bases") if len(lacking) == 1 else None
        if bases:
            lead = "It rests on" if query.language == "en" else "Phần căn cứ chỉ có"
            bases = replace(bases, short=f"{lead}: {kinds_of_bases(lacking[0])}")
            return silence.with_bases(draft, compose(query, [bases], ()))
        return silence.with_nearest(draft, materials)

    def _unnamed(self, query: Query, materials: Sequence[Material]) -> str:
        """Name the agency of the question that no plan in scope speaks of."""
        for mention in query.agencies:
            if any(
                mention.key in issuer_keys(m.plan) or speaks_of(m.passages, mention.key)
                for m in materials
            ):
                continue
            if query.language == "en":
                return "The agency asked about is not named in it."
            return f"Kế hoạch không nhắc đến {silence.in_capitals(mention.name)}."
        return ""

    def _other_years(self, query: Query, materials: Sequence[Material]) -> str:
        """Say for which years a target is stated where it is not for the year of the question."""
        if query.kind != "target" or not query.years or len(materials) != 1:
            return ""
        years = stated_years(materials[0])
        if not years:
            return ""
        listed = ", ".join(map(str, years))
        if query.language == "en":
            return f"It is stated for {listed} only."
        return f"Kế hoạch chỉ nêu cho năm {listed}."


_FIGURES = re.compile(
    rf"\bchi tieu\b|\btargets?\b|{NUMBER_ASKED.pattern}|{MOST.pattern}|{LEAST.pattern}"
)
"""A comparison of figures, where words without one are no row of the table."""


_SHARES = re.compile(r"\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?\s?%")


_IN_PRINT = (
    (CONTACT, re.compile(r"\S@\S|(?<!\d)0\d{2,3}[. ]?\d{3}[. ]?\d{3,4}(?!\d)")),
    (re.compile(r"\b(?:may|bao nhieu) trang\b|\bhow many pages\b"), re.compile(r"\b\d+ trang\b")),
    (HOURS, re.compile(r"\d ?giờ\b|\b[Cc]hủ nhật\b|\bhằng tuần\b|\b\d{1,2}h\d\d")),
)
"""What few plans have, a telephone number, an address of mail, an hour, a count of their own pages:
how it is asked for, and how it looks in print."""


def _asks_unprinted(query: Query) -> bool:
    """Tell whether a question asks for one of these that no plan in scope prints."""
    asked = fold(query.question)
    return any(
        asks.search(asked) and not any(looks.search(plan.text) for plan in query.plans)
        for asks, looks in _IN_PRINT
    )


def _tells_who(material: Material) -> bool:
    """Tell whether every agency that a plan charges with something can be read."""
    names = {name for charge in charges_of(material) for name in charge.agencies}
    return bool(names) and all(agency_keys(n) or fold(n).startswith(_GROUPS) for n in names)


_GROUPS = ("cac ", "thu truong ", "co quan ", "uy ban nhan dan ", "ubnd ")
"""How names begin that stand for many agencies, each of them a word that is no garble."""


def _asks_difference(query: Query) -> bool:
    """Tell whether a question asks how plans differ, and in nothing particular."""
    return not query.terms and bool(ALIKE.search(fold(query.question)))


def _pronounce(query: Query, verdict: Verdict) -> Finding:
    """Put yes or no, or what is wrong with the question, before what the plan states."""
    finding, english = verdict.finding, query.language == "en"
    if query.ask == "why":
        if verdict.holds is not False:
            lead = (
                "The reason is not stated; the plan says"
                if english
                else ("Kế hoạch không nêu lý do, chỉ ghi")
            )
        else:
            lead = (
                "The plan does not say so; it says"
                if english
                else (f"Không đúng với kế hoạch của {issuer_of(finding.plan, 'vi')}; kế hoạch ghi")
            )
    elif verdict.holds is None:
        lead = "It cannot be told" if english else "Chưa xác định được"
    else:
        lead = yes_or_no(query.question, query.language, verdict.holds)
        says = "; the plan says" if english else "; kế hoạch ghi"
        lead += "" if verdict.holds else says
    return replace(finding, short=f"{lead}: {finding.short}")


def _opposed(material: Material) -> Finding | None:
    """The targets in question for which a plan gives two figures, with yes or no where asked."""
    query, finding = material.query, answer_contradiction(material)
    if finding is None or not agree(query.text, finding.short):
        return None
    if not (_is_of_figures(query) or any(facets_of(query.text))):
        return None
    if not asks_whether(fold(query.question), query.language == "en"):
        return finding
    holds = CONSISTENT.search(fold(query.own)) is None
    lead = yes_or_no(query.question, query.language, holds)
    return replace(finding, short=f"{lead}: {finding.short}")


def _is_of_figures(query: Query) -> bool:
    """Tell whether a question speaks of the figures of a plan, whatever they are of."""
    return {word for term in query.terms for word in term.split()} <= _OF_FIGURES


_OF_FIGURES = frozenset(
    "so lieu chi tieu muc tieu con ty le phan tram gia tri hai nao noi dung thong nhat mau thuan "
    "khop khac nhau".split()
)


def _to_the_point(query: Query, findings: list[Finding]) -> list[Finding]:
    """Leave out what answers another thing: of another year, no figure, a share for a count."""
    own = fold(query.own)
    which = WHICH_PLAN.search(own)
    if which and query.kind == "deadline" and query.years:
        years = tuple(map(str, query.years))
        findings = [f for f in findings if any(year in f.short for year in years)]
    if which and query.kind == "deadline" and (days := days_of(query.own)):
        findings = [f for f in findings if days & days_of(f.short)] or findings
    if which and query.figures:  # the plan with that figure is asked for
        findings = [f for f in findings if states_figure(f.short, query.figures)] or findings
    if which and query.agencies:  # the plan in which that agency does so is asked for
        keys = {mention.key for mention in query.agencies}
        findings = [f for f in findings if keys & set(agency_keys(_words_of(f)))] or findings
    if query.kind == "target" and query.every_place and _FIGURES.search(own):
        findings = [f for f in findings if claimed_figures(f.short)]
    if query.every_place and NUMBERED_MORE.search(own):
        if query.kind == "funding":
            return [f for f in findings if states_money(f.short)]
        findings = [f for f in findings if _counts(query, _SHARES.sub("", f.short))]
    return findings


def _words_of(finding: Finding) -> str:
    """Return all that is told and cited, and the headings above it."""
    quotes = [quote for statement in finding.statements for quote in statement.quotes]
    cited = [words for quote in quotes for words in (quote.reading, *quote.headings)]
    return " . ".join([finding.short, *cited])


def _counts(query: Query, said: str) -> bool:
    """Tell whether a text counts what is asked for: `60.000 bản sách`, where it has a name."""
    things = "|".join(re.escape(term) for term in query.terms)
    counted = rf"\d[\d.]*(?: \w+){{0,2}} (?:{things})" if things else r"\d"
    return bool(re.search(counted, " ".join(fold(said).split())))


def _one_a_place(query: Query, findings: Sequence[Finding]) -> Query:
    """Leave out of figures of places the plan that plainly is not the one meant of its place."""
    if len(query.places) < 2 or query.kind != "target":
        return query
    strength = {finding.plan.id: finding.strength for finding in findings}

    def is_meant(plan: Plan) -> bool:
        of_place = [p for p in query.plans if p.place.value == plan.place.value]
        best = max(strength.get(p.id, 0.0) for p in of_place)
        return strength.get(plan.id, 0.0) >= best - PLACE_RIVAL

    return replace(query, plans=tuple(filter(is_meant, query.plans)))


def _keep(query: Query, findings: list[Finding]) -> list[Finding]:
    """Keep the plans that meet the question about as well as the best; all of a comparison."""
    one_of_place = WHICH_PLAN.search(fold(query.own)) and len(query.places) == 1
    if query.every_place and not one_of_place:
        return [finding for finding in findings if finding.plan in query.plans]
    best = max(finding.strength for finding in findings)
    return [f for f in findings if f.strength >= best - RIVAL]


def _is_bare_topic(query: Query) -> bool:
    """Tell a question that names a thing and asks nothing of it: `thư viện`."""
    words = tokens(query.own)
    named = {word for term in query.terms for word in term.split()}
    particular = query.scoped or query.years or query.agencies or query.figures or query.unknown
    return (
        query.kind == "general"
        and not (particular or query.every_place or query.facts)
        and query.base == query.own
        and len(words) <= TOPIC_WORDS
        and (set(words) <= named or (query.language == "en" and len(words) <= TOPIC))
    )
