"""The answerer without a language model: it states what the plans state, in their words.

It asks each plan in scope, withholds what the cited words do not hold, keeps the findings that meet
the question best, and puts them together: the short answer first, its numbered sources below. Where
no plan meets the question it abstains, names the plans it looked in, and gives no figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from assistant.answer import Reason
from assistant.answering import silence
from assistant.answering.agencies import (
    asks_every_agency,
)
from assistant.answering.catalogue import Listing, listing, tell_listing
from assistant.answering.claims import Verdict, charged_instead, check, issuer_keys, presumed
from assistant.answering.compose import compose
from assistant.answering.document import answer_document
from assistant.answering.draft import Draft, issuer_of
from assistant.answering.finding import Finding
from assistant.answering.material import Answerer, Material
from assistant.answering.parts import asks_contents, asks_part
from assistant.answering.routes import find, speaks_of
from assistant.answering.targets import answer_contradiction, stated_years
from assistant.answering.verify import entailed
from assistant.evidence import Demand, closeness, words_as_read
from assistant.query import Query
from assistant.retrieve import Found
from assistant.whole import asks_whole
from assistant.wording import (
    AGREES,
    ALIKE,
    CONTACT,
    CONTRADICTS,
    DENIED,
    PERSON,
    WHICH_PLAN,
    Kind,
)
from corpus.facts import Facts
from corpus.plan import Passage, Plan
from corpus.store import Store
from corpus.vietnamese import fold

NAME = "extractive"

RIVAL = 0.25
"""A plan whose evidence meets the question by so much less than another's is not what is meant."""

MANY = 6
"""Plans that may answer a question that names none; of more, it is asked back which is meant."""


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
        contact = CONTACT.search(fold(query.question)) and not any(
            map(_prints_contact, query.plans)
        )
        if contact or PERSON.search(fold(query.question)):
            return silence.not_stated(query, query.plans)
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
        if CONTRADICTS.search(fold(query.own)) and not (query.agencies or query.figures):
            query = replace(query, ask="value")  # which figures, not whether
        materials = self._materials(query, found)
        if query.ask != "value":
            return self._judge(query, found, materials, plans)
        verdicts = [v for m in materials if (v := presumed(m))]
        if verdicts and not any(verdict.holds for verdict in verdicts):
            return self._correct(query, verdicts)
        findings = [finding for m in materials if (finding := find(m, query.kind))]
        findings = [f for f in findings if entailed(f, query.language == "en")]
        if WHICH_PLAN.search(fold(query.question)) and query.kind == "deadline" and query.years:
            years = tuple(map(str, query.years))
            findings = [f for f in findings if any(year in f.short for year in years)]
        if not findings and CONTRADICTS.search(fold(query.question)):
            findings = [finding for m in materials if (finding := answer_contradiction(m))]
        if not findings:
            return self._silent(query, found, materials)
        kept = _keep(query, findings)
        if len(kept) > MANY and not query.scoped and not query.every_place:
            best = sorted(kept, key=lambda finding: -finding.strength)[:MANY]
            return silence.ask_back(query, [finding.plan for finding in best])
        return compose(query, kept, plans)

    def _list(self, query: Query, asked: Listing, found: Found) -> Draft:
        """Name the plans that are asked for by what they are, each with the fact that shows it."""
        query = replace(query, plans=asked.plans, every_place=True, ask="value")
        query = replace(query, kind="document", facts=(asked.fact,), own="")
        findings = [f for m in self._materials(query, found) if (f := answer_document(m))]
        return tell_listing(query, asked, findings)

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
            verdicts = [replace(verdict, holds=not verdict.holds) for verdict in verdicts]
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
        reason: Reason = "not_stated" if kept[0].holds else "false_premise"
        return replace(draft, abstained=True, reason=reason)

    def _deny(self, query: Query, materials: Sequence[Material]) -> Draft | None:
        """Say no where an agency that is asked about stands nowhere in legible plans."""
        told = self._unnamed(query, materials)
        if query.ask != "yes_no" or not told or any(m.plan.damaged for m in materials):
            return None
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
            return f"Kế hoạch không nhắc đến {mention.name}."
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


def _prints_contact(plan: Plan) -> bool:
    """Tell whether a plan prints a telephone number or an address of mail."""
    return bool(re.search(r"\S@\S|(?<!\d)0\d{2,3}[. ]?\d{3}[. ]?\d{3,4}(?!\d)", plan.text))


def _asks_difference(query: Query) -> bool:
    """Tell whether a question asks how plans differ, and in nothing particular."""
    return not query.terms and bool(ALIKE.search(fold(query.question)))


def _pronounce(query: Query, verdict: Verdict) -> Finding:
    """Put yes or no, or what is wrong with the question, before what the plan states."""
    finding, english = verdict.finding, query.language == "en"
    if query.ask == "why":
        if verdict.holds:
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
    elif verdict.holds:
        yes = "Đúng" if AGREES.search(fold(query.question)) else "Có"
        lead = "Yes" if english else yes
    else:
        lead = "No; the plan says" if english else "Không; kế hoạch ghi"
    return replace(finding, short=f"{lead}: {finding.short}")


def _keep(query: Query, findings: list[Finding]) -> list[Finding]:
    """Keep the plans that meet the question about as well as the best; all in a comparison."""
    best = max(finding.strength for finding in findings)
    return [f for f in findings if query.every_place or f.strength >= best - RIVAL]
