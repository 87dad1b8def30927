"""A question after others: its place, its year and its subject taken from what was said before.

"Còn Hưng Yên thì sao?" puts the question before to another place; "cơ quan đó" is the agency of the
answer before. Left out: reading a question by itself (`question.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.agency import Mention, find_agencies
from assistant.answer import Turn
from assistant.facets import facets_of, named_levels, without_level
from assistant.query import Query, keep_phrases
from assistant.terms import vietnamese_of
from assistant.whole import stands_alone
from assistant.wording import (
    ASKED_FOR,
    EVERY_AGENCY,
    FOLLOW_UP,
    ROLES,
    THAT_AGENCY,
    THAT_DOCUMENT,
    THAT_WORK,
    THOSE,
    YEAR,
    DocumentFact,
)
from corpus.places import place_key
from corpus.vietnamese import fold, nfc

_NAMES_CODE = re.compile(r"\d[-/]")
"""A document by its number is asked about as it stands."""

_CODE_PRINTED = re.compile(
    r"(Quyết định|Nghị định|Nghị quyết|Thông tư|Kết luận|Chỉ thị|Luật|Kế hoạch)\s(?:số\s)?"
    r"(\d+(?:/\d{4})?[-/][A-ZĐ][\w-]*(?:/[\w-]+)*)"
)
"""A document with its number, as answers print it."""


def resolve(query: Query, previous: Query) -> Query:
    """Complete a follow-up from the query before: its place, and its subject if it has none."""
    folded = fold(query.question)
    leans = bool(FOLLOW_UP.search(folded))
    if not leans and _is_whole(query, previous):
        return query
    if previous.kind == "deadline" and _SENT.search(folded) and not query.scoped:
        return _sent_to(query, previous)
    bare = not query.terms and not query.unknown and not query.facts
    role = query.kind == "agency" and not query.scoped and set(query.terms) <= ROLES
    short = sum(len(phrase.split()) for phrase in query.terms) <= 4
    resolved = _point_back(query, previous)
    if not query.scoped and not query.missing and not query.every_place:
        resolved = replace(
            resolved,
            plans=previous.plans,
            by_title=previous.by_title,
            places=previous.places,
            missing=previous.missing,
            scoped=previous.scoped,
            every_place=previous.every_place and bare,
        )
    strange = (
        bool(query.unknown) and not query.terms
    )  # `and its phone number?`: asks for another thing
    if bare or (leans and short and not strange and query.kind in ("general", previous.kind)):
        return _same_again(resolved, query, previous, bare)
    if leans and query.kind == "general" and not _NAMES_CODE.search(query.own):
        # "and people in border areas?": the same is asked of those
        return replace(resolved, kind=previous.kind, years=query.years or previous.years)
    if role:
        return replace(
            resolved,
            terms=previous.terms,
            spoken=previous.spoken,
            marked=previous.marked,
            text=f"{previous.base} {query.text}",
            base=previous.base,
        )
    return resolved


_SENT = re.compile(
    r"^\W*(?:(?:va|the|roi|vay) )?(?:(?:no|cai do|bao cao|bc)(?: do)? )?(?:thi )?(?:phai )?"
    r"(?:gui|nop|bao cao)(?: ve| len| den| toi)?(?: cho)? "
    r"(?:ai|dau|(?:co quan|noi|so|phong|don vi) nao)\W*$"
    r"|^\W*(?:and )?(?:to whom|who(?:m)? (?:receives|gets) (?:it|them)|sent to whom)\W*$"
)
"""After the day of a report: whom it goes to."""


def _sent_to(query: Query, previous: Query) -> Query:
    """Ask whom the reports of the question before go to."""
    own = "to whom do they report" if query.language == "en" else "báo cáo gửi cho ai"
    return replace(
        previous,
        question=query.question,
        own=own,
        base=f"{previous.base} {query.own}",
        text=f"{previous.base} {query.text}",
        kind="agency",
        ask="value",
        terms=("bao cao",),
        spoken=("báo cáo",),
        remaining=(("bao cao",), ("báo cáo",)),
        unknown=(),
        years=(),
        figures=(),
    )


def _is_whole(query: Query, previous: Query) -> bool:
    """Tell whether a question that names its place asks for something of its own kind.

    `các cơ quan nào được giao nhiệm vụ ở …` and `… có mục tiêu gì` need nothing said before.
    """
    if not query.scoped:
        return False
    if stands_alone(query) or (query.kind == "agency" and EVERY_AGENCY.search(fold(query.own))):
        return True
    return query.kind not in ("general", previous.kind) and not query.terms


def _point_back(query: Query, previous: Query) -> Query:
    """Put what `cơ quan đó` and `các thư viện đó` point to in their place."""
    folded = fold(query.question)
    if THAT_AGENCY.search(folded) and not query.agencies:
        query = replace(query, agencies=previous.answered or previous.agencies)
    if THAT_WORK.search(folded):
        terms, spoken = previous.terms, previous.spoken
        query = replace(query, terms=(*terms, *query.terms), spoken=(*spoken, *query.spoken))
    elif THOSE.search(folded):
        terms, spoken = keep_phrases((previous.terms, previous.spoken), _tells_kind)
        query = replace(query, terms=(*terms, *query.terms), spoken=(*spoken, *query.spoken))
    return query


_COMMITTEES = {"xa": "xã", "thi tran": "xã", "phuong": "xã", "huyen": "huyện", "tinh": "tỉnh"}
"""Levels of government, and the one whose committee has a duty where a level alone is named."""


def _committee_of(query: Query) -> tuple[Mention, ...]:
    """Return the People's Committee that is meant where duties of a level alone are asked for."""
    levels = [_COMMITTEES.get(term) for term in query.terms]
    if not levels or None in levels or len(set(levels)) != 1:
        return ()
    return find_agencies(f"Ủy ban nhân dân {levels[0]}")


def _same_again(resolved: Query, query: Query, previous: Query, bare: bool) -> Query:
    """Put the question before again, with what the follow-up has of its own."""
    if previous.kind == "duties" and previous.agencies and (meant := _committee_of(query)):
        rest, spoken = previous.remaining
        name = fold(meant[0].name)
        return replace(
            resolved,
            kind="duties",
            terms=(name, *rest),
            spoken=(meant[0].name.lower(), *spoken),
            remaining=previous.remaining,
            unknown=previous.unknown,
            agencies=meant,
            text=f"{previous.base} {query.text}",
            base=previous.base,
        )
    said = _restated(query, previous)
    if query.terms and ASKED_FOR.search(fold(query.own)):
        previous = _without_counted(previous)
    when = bare and query.kind == "deadline" and previous.kind in _OF_WORK
    return replace(
        resolved,
        kind="deadline" if when else previous.kind,
        facts=_facts_after(_facts_of(query, previous), previous.facts),
        terms=_substitute(previous.terms, query.terms),
        spoken=_substitute(previous.spoken, query.spoken),
        marked=(*previous.marked, *query.marked),
        unknown=(*previous.unknown, *query.unknown),
        ask=previous.ask if query.ask == "value" else query.ask,
        agencies=resolved.agencies or previous.agencies,
        figures=query.figures or previous.figures,
        remaining=previous.remaining if bare else query.remaining,
        role=query.role or previous.role,
        years=query.years or previous.years,
        text=said or f"{previous.base} {query.text}",
        own=said or query.own,
        base=said or previous.base,
    )


_OF_WORK = frozenset({"agency", "duties", "general"})
"""Kinds of question after which `khi nào?` asks when the same is done."""

_COUNTED = re.compile(r"\b(?:bao nhieu|how many) (?!phan tram|percent)(?P<noun>\w+)")


_COUNTED_ENGLISH = re.compile(
    r"\bhow many (?P<nouns>(?:\w+ ){1,3}?)(?:should|must|will|does|do|are|is|can|to)\b"
)


def _without_counted(previous: Query) -> Query:
    """Drop what the question before counted, where the one after it counts another thing."""
    counted = _COUNTED.search(fold(previous.own))
    if counted is None:
        return previous
    nouns = {counted.group("noun")}
    if english := _COUNTED_ENGLISH.search(fold(previous.own)):
        nouns = {fold(term) for term in vietnamese_of(english.group("nouns"))}
    phrases = previous.terms, previous.spoken
    terms, spoken = keep_phrases(phrases, lambda term: not {term, term.split()[0]} & nouns)
    return replace(previous, terms=terms, spoken=spoken)


_OF_IT = re.compile(
    r"\W*(?:the |vay |con |va )*(?:no )?(?:do )?(?:ai (?:da )?ban hanh|cua ai|do ai ky"
    r"|ban hanh (?:vao )?(?:ngay|nam|khi|luc) nao|(?:vao )?(?:ngay|nam|khi) nao|ve (?:viec )?gi"
    r"|noi (?:ve )?gi|noi dung (?:la )?gi)\W*$"
)
"""What is asked of a document that an answer began with, and names no other."""


def name_document(question: str, answer: str) -> str:
    """Put the number of the one document an answer named where a question says `quyết định đó`."""
    found = THAT_DOCUMENT.search(fold(nfc(question)))
    named = dict(_CODE_PRINTED.findall(answer.split("\n")[0]))
    if len(set(named.values())) != 1:
        return question
    [(noun, code)] = list(named.items())[:1]
    if (
        _OF_IT.match(fold(nfc(question)))
        and noun != "Kế hoạch"
        and answer.lstrip("* ").startswith(noun)
    ):
        return f"{noun} số {code} {question}"
    if found is None:
        return question
    return f"{question[: found.start()]}{noun.lower()} số {code}{question[found.end() :]}"


def keep_told(query: Query, turn: Turn) -> Query:
    """Keep of the plans in scope the one that an answer spoke of: `văn bản đó` is that one."""
    first = turn.answer.split("\n")[0]
    named = find_agencies(first) or find_agencies(" . ".join(vietnamese_of(first)))
    query = replace(query, answered=named)
    told = [p for p in query.plans if p.number.value and p.number.value in turn.answer]
    return replace(query, plans=tuple(told), scoped=True) if len(told) == 1 else query


def _facts_of(query: Query, previous: Query) -> tuple[DocumentFact, ...]:
    """Return the facts a follow-up asks for: `ngày nào`, of a document, is its date."""
    if query.facts or previous.kind != "document" or not _DAY.search(fold(query.own)):
        return query.facts
    return ("date",)


_DAY = re.compile(r"\b(?:ngay|hom|khi|thang|nam) (?:nao|may|bao nhieu)\b|\bwhen\b|\bdate\b")


def _facts_after(
    asked: tuple[DocumentFact, ...], before: tuple[DocumentFact, ...]
) -> tuple[DocumentFact, ...]:
    """Return the facts a follow-up asks for: of `văn bản đó`, after the bases, it is the basis."""
    return before if not asked or "bases" in before else asked


def _restated(query: Query, previous: Query) -> str:
    """Say the question before with the place or the year of the one that leans on it.

    Empty where that would not say it: the place before or the year before is not to be found.
    """
    text = previous.base
    if query.places:
        if len(query.places) != 1 or len(previous.places) != 1 or query.terms:
            return ""
        text = _put(text, previous.places[0], query.places[0])
    if query.years:
        years = YEAR.findall(text)
        if len(query.years) != 1 or len(set(years)) != 1 or query.terms:
            return ""
        text = text.replace(years[0], str(query.years[0]))
    return text if text != previous.base else ""


def _put(text: str, old: str, new: str) -> str:
    """Replace a place's name however it is typed; the text as it was where it is not found."""
    words = r"[\W_]+".join(map(re.escape, place_key(old).split()))
    found = re.search(rf"\b{words}\b", fold(text))
    return f"{text[: found.start()]}{new}{text[found.end() :]}" if found else text


def _substitute(previous: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    """Put new terms in the place of those they contrast with: cấp xã replaces cấp huyện."""
    said = " . ".join(new)
    facets = facets_of(said)
    previous = tuple(without_level(phrase) if named_levels(said) else phrase for phrase in previous)
    previous = tuple(phrase for phrase in previous if not _contrasts(phrase, facets))
    heads = {phrase.split()[0] for phrase in new if len(phrase.split()) == 2}
    kept = []
    for phrase in previous:
        words = phrase.split()
        for at in range(len(words) - 1, 0, -1):
            if words[at - 1] in heads:
                del words[at - 1 : at + 1]
        kept.append(" ".join(words))
    return (*filter(None, kept), *new)


def _tells_kind(phrase: str) -> bool:
    """Tell whether a phrase names a level or a kind of institution."""
    return any(facets_of(phrase)[1:2] + facets_of(phrase)[3:])


def _contrasts(phrase: str, facets: Sequence[frozenset[str]]) -> bool:
    """Tell whether a phrase names another value of a facet: bộ đội, where trường nghề is new."""
    return any(
        mine and new and not mine & new for mine, new in zip(facets_of(phrase), facets, strict=True)
    )
