"""The answerer without a language model: it states what the plans state, in their words.

It asks each plan in scope, keeps the findings that meet the question best, and puts them together:
the short answer first, then the support with numbered citations. Where no plan meets the question
it abstains, names the plans it looked in, and gives no figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer import Citation, Language, Reason
from assistant.answering.assignments import answer_agency, answer_duties
from assistant.answering.deadlines import answer_deadline
from assistant.answering.document import answer_document
from assistant.answering.finding import Finding, Quote, Statement
from assistant.answering.general import answer_funding, answer_general
from assistant.answering.material import Answerer, Material
from assistant.answering.targets import answer_target
from assistant.citation import cite, plan_label, value_of
from assistant.evidence import Demand, closeness
from assistant.glossary import english_heading
from assistant.question import Query
from assistant.retrieve import Found
from assistant.wording import PERSON, Kind
from corpus.agencies import UNMISTAKABLE
from corpus.plan import Passage, Plan
from corpus.store import Store
from corpus.vietnamese import fold, tokens

NAME = "extractive"

RIVAL = 0.25
"""A plan whose evidence meets the question by so much less than another's is not what is meant."""

_ANSWERERS: dict[Kind, Answerer] = {
    "agency": answer_agency,
    "duties": answer_duties,
    "target": answer_target,
    "deadline": answer_deadline,
    "document": answer_document,
    "funding": answer_funding,
    "general": answer_general,
}


@dataclass(frozen=True)
class Draft:
    """An answer before it is timed and named."""

    answer: str
    short_answer: str
    citations: tuple[Citation, ...]
    abstained: bool = False
    reason: Reason | None = None


class ExtractiveAnswerer:
    """Answers from the passages of the plans in scope."""

    def __init__(self, store: Store, passages_of: Callable[[str], tuple[Passage, ...]]) -> None:
        self._store = store
        self._passages_of = passages_of

    def answer(self, query: Query, found: Found, plans: Sequence[Plan]) -> Draft:
        """Return what the plans in scope say, or an abstention with its reason."""
        if query.missing and (not query.plans or not query.scoped):
            return _no_such_plan(query, plans)
        if PERSON.search(fold(query.question)):
            return _not_stated(query, query.plans)
        if query.greeting or not (query.terms or query.facts or query.unknown):
            return _unclear(query)
        if not plans:
            return _empty(query)
        close = closeness(found.similarities)
        findings = []
        named = named_agencies(query.own)
        places = {plan.place.value for plan in query.plans}
        for plan in query.plans:
            if query.every_place or (query.scoped and len(places) > 1):  # each by its own measure
                ids = {passage.id for passage in self._passages_of(plan.id)}
                close = closeness({i: s for i, s in found.similarities.items() if i in ids})
            if not all(self._speaks_of(plan, name) for name in named):
                continue
            demand = Demand(query, self._store, plan)
            material = Material(query, plan, self._passages_of(plan.id), demand, close)
            finding = _ANSWERERS[query.kind](material)
            if finding:
                findings.append(finding)
        if not findings:
            return _not_stated(query, query.plans)
        return _compose(query, _keep(query, findings), plans)

    def _speaks_of(self, plan: Plan, name: str) -> bool:
        """Tell whether a plan names an agency at all; if not, it is silent about it."""
        passages = self._passages_of(plan.id)
        word = re.compile(rf"(?<!co ){re.escape(name)}\b")  # not the "sở" of "cơ sở"
        return any(word.search(passage_words(passage)) for passage in passages)


def named_agencies(question: str) -> tuple[str, ...]:
    """Return the folded names of agencies in a question that a plan must have to speak of them."""
    words = " ".join(tokens(question))
    names = (" ".join(tokens(name)) for name in UNMISTAKABLE)
    return tuple(name for name in names if f" {name} " in f" {words} ")


@lru_cache(maxsize=8192)
def passage_words(passage: Passage) -> str:
    """Return the folded words of a passage and its headings, one space between them."""
    return " ".join(tokens(" ".join([*passage.headings, passage.reading])))


def _keep(query: Query, findings: list[Finding]) -> list[Finding]:
    """Keep the plans that meet the question about as well as the best; all in a comparison."""
    best = max(finding.strength for finding in findings)
    return [f for f in findings if query.every_place or f.strength >= best - RIVAL]


def _compose(query: Query, findings: Sequence[Finding], plans: Sequence[Plan]) -> Draft:
    citations: list[Citation] = []
    shorts: list[str] = []
    lead: list[str] = []
    support: list[str] = []
    several = len(findings) > 1
    for finding in findings:
        short = _short(query, finding)
        shorts.append(f"{_name(finding.plan, query.language)}: {short}" if several else short)
        told = {s.text: _marks(s, citations) for s in finding.statements}
        lead.append(_strong(shorts[-1], told))
        support += [text + marks for text, marks in told.items() if text not in _said(short)]
    lead += [_silence(plan, query.language) for plan in _silent(query, findings)]
    lead += [note for f in findings for note in _succession(f.plan, plans, query.language)]
    labels = [f"[{c.key}] {c.label}" for c in citations]
    text = "\n\n".join([*lead, *support, "\n".join(labels)]).rstrip()
    return Draft(text, "\n".join(shorts), tuple(citations))


def _said(short: str) -> list[str]:
    """Return the statements that a short answer already makes in full: itself, or its items."""
    return [line.removeprefix("- ") for line in short.split("\n")]


def _strong(short: str, marks: Mapping[str, str]) -> str:
    """Set the short answer in bold, its first line only where it is a list; mark what is cited."""
    first, *items = short.split("\n")
    listed = [item + marks.get(item.removeprefix("- "), "") for item in items]
    return "\n".join([f"**{first}**{marks.get(first, '')}", *listed])


def _silent(query: Query, findings: Sequence[Finding]) -> list[Plan]:
    """Return the plans that a comparison asked about and that do not answer."""
    answered = [finding.plan for finding in findings]
    return [p for p in query.plans if p not in answered] if query.every_place else []


def _short(query: Query, finding: Finding) -> str:
    if query.kind == "agency" and query.language == "en":
        return english_heading(finding.short.replace(" and ", ", "))
    return finding.short


def _marks(statement: Statement, citations: list[Citation]) -> str:
    """Cite the quotes of a statement and return their keys as marks: ` [1] [2]`."""
    keys = [_key(quote, citations) for quote in statement.quotes]
    return "".join(f" [{key}]" for key in dict.fromkeys(keys))


def _key(quote: Quote, citations: list[Citation]) -> int:
    for citation in citations:
        if citation.plan_id == quote.plan.id and citation.span == quote.span:
            return citation.key
    key = len(citations) + 1
    citations.append(cite(key, quote.plan, quote.path, quote.span, quote.reading))
    return key


def _name(plan: Plan, language: Language) -> str:
    issuer = _issuer(plan, language)
    return f"{issuer} ({plan.number.value})" if plan.number.value else issuer


def _issuer(plan: Plan, language: Language) -> str:
    """Name the committee: `UBND tỉnh Lai Châu`, People's Committee of Lai Châu Province."""
    issuer = value_of(plan.issuer)
    for level, english in (("tỉnh", "Province"), ("huyện", "District"), ("thành phố", "City")):
        head = f"UBND {level} "
        if language == "en" and issuer.startswith(head):
            return f"People's Committee of {issuer.removeprefix(head)} {english}"
    return issuer


def _silence(plan: Plan, language: Language) -> str:
    word = "nothing found" if language == "en" else "chưa tìm thấy"
    return f"{_name(plan, language)}: {word}"


def _succession(plan: Plan, plans: Sequence[Plan], language: Language) -> list[str]:
    """Say which plans the one answered from takes the place of, or which takes its place."""
    older = [plan_label(other) for other in plans if other.superseded_by == plan.id]
    newer = [plan_label(other) for other in plans if other.id == plan.superseded_by]
    if language == "en":
        notes = [f"{plan_label(plan)} supersedes {label}." for label in older]
        return notes + [f"{plan_label(plan)} has been superseded by {label}." for label in newer]
    notes = [f"{plan_label(plan)} thay thế {label}." for label in older]
    return notes + [f"{plan_label(plan)} đã được thay thế bằng {label}." for label in newer]


def _issuers(plans: Sequence[Plan], language: Language) -> str:
    return "; ".join(dict.fromkeys(_issuer(plan, language) for plan in plans))


def _no_such_plan(query: Query, plans: Sequence[Plan]) -> Draft:
    places = ", ".join(query.missing)
    of_place = not query.missing[0].startswith("số ")
    if query.language == "en":
        short = f"There is no plan {'of ' if of_place else ''}{places} in the corpus."
        text = f"{short} It holds plans of: {_issuers(plans, query.language)}."
    else:
        short = f"Trong kho không có kế hoạch {'nào của ' if of_place else ''}{places}."
        text = f"{short} Kho hiện có kế hoạch của: {_issuers(plans, query.language)}."
    return Draft(text, short, (), True, "no_such_plan")


def _not_stated(query: Query, plans: Sequence[Plan]) -> Draft:
    if query.language == "en":
        short = "The plans do not state this."
        text = f"{short} Searched: the plans of {_issuers(plans, query.language)}."
    else:
        short = "Kế hoạch không nêu nội dung này."
        text = f"{short} Đã tra trong kế hoạch của: {_issuers(plans, query.language)}."
    return Draft(text, short, (), True, "not_stated")


def _empty(query: Query) -> Draft:
    if query.language == "en":
        text = "There is no plan in the corpus yet."
    else:
        text = "Kho chưa có kế hoạch nào; hãy nạp kế hoạch trước khi hỏi."
    return Draft(text, text, (), True, "no_such_plan")


def _unclear(query: Query) -> Draft:
    if query.language == "en":
        text = (
            "Please say what you would like to know about the plans: an agency, a target, a date."
        )
    else:
        text = (
            "Xin nêu rõ hơn điều cần hỏi về kế hoạch, ví dụ cơ quan phụ trách, chỉ tiêu, thời hạn "
            "báo cáo hoặc kinh phí."
        )
    return Draft(text, text, (), True, "unclear")
