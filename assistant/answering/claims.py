"""Claims: what a question takes for granted, held against what the plan states.

The question without its claim is put to the plan by the answerers of the other kinds; what they
find either holds the claimed agency, figure, day or number, or corrects it. Left out: claims about
documents that a plan cites (`claims_cited.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from assistant.agency import agency_keys
from assistant.answering.agencies import (
    charges_of,
    co_ordinates,
    duty_line,
    find_responsible,
    leader_of,
    names_no_duty,
    share_of_charge,
    unique,
)
from assistant.answering.charges import Charge, of_agency, state, with_agency
from assistant.answering.cited import other_codes, prints_any, tell_passage
from assistant.answering.claims_cited import (
    asked_of,
    check_bases,
    check_cited_day,
    check_law,
    dated_otherwise,
    named_another,
    numbered_as_another,
    rests_on,
)
from assistant.answering.deadlines import answer_deadline, tell_reports
from assistant.answering.document import (
    answer_document,
    law_named,
    state_facts,
    tell_recipient,
)
from assistant.answering.finding import Finding, Statement, quote_heading, quote_passage
from assistant.answering.general import answer_funding, answer_passage
from assistant.answering.issued import Day, claimed_day, day_of_issue
from assistant.answering.material import SUPPORT, Answerer, Material, level_of
from assistant.answering.targets import answer_target, find_answers, tell_targets
from assistant.answering.verdict import Verdict
from assistant.claim import days_of, plan_numbers, same_figure
from assistant.evidence import text_terms
from assistant.facets import INSTITUTIONS, agree, facets_of, named_institutions
from assistant.glossary import translate_terms
from assistant.query import Query, keep_phrases
from assistant.wording import ISSUED_IN, MONEY, OFTEN, SHARE, WHICH_PLAN
from corpus.names import readings_of
from corpus.places import PROVINCES, place_key
from corpus.plan import Plan
from corpus.vietnamese import CAPITALS, fold, tokens

AS_GOOD = 0.75
"""A duty of the claimed agency that meets so much of what the best duty meets holds the claim."""

HALF = 0.5
"""The share of a question's words that a duty must meet to be the one a claim is about."""

SAID = 0.75
"""The share of a question's words that must be cited before it is said to be so."""

PRESUMED = 0.45
"""The share of a question's words that must be cited before its figure is corrected, where it names
neither a place nor a plan: it may be about something else altogether."""

SPECIFIC = 3
"""Syllables of what a duty is about before it can be told whose it is instead."""

_COMMITTEES = {"tỉnh": "ubnd tinh", "huyện": "ubnd huyen", "thành phố": "ubnd thanh pho"}


_ABOVE = frozenset({"ubnd", *_COMMITTEES.values()})
"""Committees, to which most reports go in the end: others of a question say what it claims."""


def issuer_keys(plan: Plan) -> frozenset[str]:
    """Return the keys of the committee that issued a plan: naming it claims nothing."""
    return frozenset({"ubnd", _COMMITTEES.get(level_of(plan), "ubnd tinh")})


_SIGNS = re.compile(r"\bky\b(?! (?:ket|niem|nang|thuat))|\bsign")
_REPORTS = re.compile(r"\b(bao cao|gui|nop|report|send)\w*\b")
_GIVEN = re.compile(r"\b(?:giao|do|boi|cho)\b (?:cho )?(?P<who>.{4,60})")
_REVIEW = re.compile(r"\b(?:so ket|tong ket)\b")
_HANDED_IN = re.compile(r"\b(?:han|bao cao|gui|nop|report\w*|deadline|due|submit\w*)\b")
_YEAR = re.compile(r"\b20[1-4]\d\b")


def check(material: Material, answerer: Answerer) -> Verdict | None:
    """Hold the claim of a question against a plan; None where the plan says nothing of it."""
    query = material.query
    if query.language == "en" and (printed := _printed_name(material)):
        return Verdict(True, printed)
    codes = rests_on(query)
    others = {mention.key for mention in query.agencies} - issuer_keys(material.plan)
    if codes and others <= _OF_DECISIONS:
        return check_bases(material, codes)
    if "bases" in query.facts and law_named(query):
        return check_law(material)
    if query.figures and not days_of(query.own):
        verdict = _check_figures(_which_figure(material), query.figures) or (
            _check_figures(_of_house(material), query.figures)  # a centre has targets of its own
        )
        if verdict or query.figures[0] in query.own:
            return verdict  # else all of a kind are spoken of, and it need be no share
    claimed = tuple(
        dict.fromkeys(m.key for m in query.agencies if m.key not in issuer_keys(material.plan))
    )
    if _TARGETS.search(fold(query.own)) and not claimed:
        if held := _check_targets(material):
            return held
        query = replace(query, kind="general")
        material = material.put(query)
    if "date" in query.facts and other_codes(material):
        return check_cited_day(material)
    if "date" in query.facts and not claimed:
        return _check_issued(material)
    signer = _SIGNS.search(fold(query.own))
    if signer and not claimed:
        return _check_document(_who_signed(material))
    if "recipients" in query.facts or _SENT_TO.search(fold(query.own)):
        return _check_recipient(material)
    every = tuple(dict.fromkeys(m.key for m in query.agencies))
    named = tuple(key for key in every if key not in _ABOVE) or every
    sides = bool(claimed) or len(named) > 1
    if sides and _REPORTS.search(fold(query.own)) and not days_of(query.own):
        direction = _check_direction(material, named)
        if direction:
            return direction
    often = OFTEN.search(fold(query.own))
    if often and _HANDED_IN.search(fold(query.own)) and not days_of(query.own):
        return _check_often(material, often)
    if len(claimed) == 1 and (led := _check_leader(material, claimed[0])):
        return led
    if len(claimed) == 1 and (found := _mentioned(material, claimed[0])):
        return Verdict(True, found)
    if claimed and query.kind not in ("document", "deadline"):
        return _check_agencies(material, claimed)
    if query.kind == "document":
        return _check_document(material)
    if query.kind == "deadline" or days_of(query.own) or _reviews(query):
        return _check_time(_when_it_is(material))
    if query.kind == "funding" and _ONLY.search(fold(query.own)):
        return _check_only_source(material)
    by_words = query.kind in ("general", "funding")
    finding = answer_passage(material) if by_words else answerer(material)
    if finding is None or not _says(material, finding):
        return None
    stated = set(_YEAR.findall(" ".join(s.text for s in finding.statements)))
    asked = {str(year) for year in query.years}
    return Verdict(not asked or not stated or bool(asked & stated), finding)


_OF_DECISIONS = frozenset({"thu tuong"})
"""Who is named as the issuer of what a plan rests on, and charged with nothing."""

_SENT_TO = re.compile(
    r"\b(?:ke hoach|kh|van ban)\b.{0,40}\b(?:co|duoc|da) (?:duoc )?gui\b(?!.*\bbao cao\b)"
    r"|^\W*(?:ke hoach|kh)(?: so)?(?: \d+\S*)?(?: cua (?:\w+ ){1,3}?)? ?gui (?:cho|den|toi)\b(?!.*\bbao cao\b)"
)
"""A question whether a plan itself is sent to somebody."""


def _check_recipient(material: Material) -> Verdict | None:
    """Hold it against the recipients of a plan that somebody is one of them."""
    if found := tell_recipient(material, issuer_keys(material.plan)):
        return Verdict(True, found)
    every = state_facts(material, "recipients") if material.plan.recipients else None
    return Verdict(False, every) if every else None


_ONLY = re.compile(
    r"\b(?:duy nhat|chi (?:tu|co|dung|lay|bang|dua)|hoan toan|toan bo (?:tu|la)|only|solely|entirely)\b"
)


def _check_only_source(material: Material) -> Verdict | None:
    """Hold it against a plan that its money comes from one source alone."""
    every = replace(material.query, own="nguồn kinh phí lấy từ đâu", ask="value")
    finding = answer_funding(material.put(every))
    sources = {fold(fact.source) for fact in material.facts.funding}
    return Verdict(len(sources) == 1, finding) if finding and sources else None


def _says(material: Material, finding: Finding) -> bool:
    """Tell whether the words cited say what the question says, in so many words.

    Nearness of meaning is not enough to say yes: a plan that rewards sets no amount of a reward.
    """
    words = _words_cited(finding)
    money = MONEY.search(" ".join(material.query.spoken))
    if money and "=đồng" not in words and f"={money.group()}" not in words:
        return False
    return material.demand.share(words) >= SAID


def _words_cited(finding: Finding) -> list[str]:
    return [
        term
        for statement in finding.statements
        for quote in statement.quotes
        for text in (quote.reading, *quote.headings)
        for term in text_terms(text)
    ]


def _share_cited(material: Material, finding: Finding) -> float:
    """Return which share of a question stands in the words cited for a finding."""
    return material.demand.share(_words_cited(finding))


def _reviews(query: Query) -> bool:
    """Tell whether a question speaks of a review in some year."""
    return bool(query.years) and any(_REVIEW.search(term) for term in query.terms)


def presumed(material: Material) -> Verdict | None:
    """Hold what a question for a value takes for granted against the plan.

    A figure, a day, the year of a review or the name of who signed is held against the plan; where
    the plan says nothing of it, there is no verdict.
    """
    query = material.query
    verdict = None
    codes = rests_on(query)
    other = named_another(material) if query.kind == "document" else ()
    if other:
        verdict = check_bases(material, other)
    elif wrong := numbered_as_another(material):
        verdict = check_bases(material, wrong)
        verdict = replace(verdict, holds=False) if verdict else None
    elif (
        codes
        and not WHICH_PLAN.search(fold(query.own))
        and not any(prints_any(plan, codes) for plan in asked_of(material))
    ):
        verdict = check_bases(material, codes)
    elif otherwise := dated_otherwise(material):
        verdict = Verdict(False, otherwise)
    elif len(query.figures) == 1 and query.kind != "document":
        verdict = _check_figures(_which_figure(material), query.figures)
        if (
            verdict
            and not query.scoped
            and (
                WHICH_PLAN.search(fold(query.own))  # which of all has it: of others nothing is said
                or _share_cited(material, verdict.finding) < PRESUMED
            )
        ):
            verdict = None  # a figure of another thing
    elif _reviews(query) or (days_of(query.own) and _HANDED_IN.search(fold(query.own))):
        verdict = _check_time(_when_it_is(material))
        if verdict is None and days_of(query.own):  # whatever else is said of it, a report is due
            plain = replace(query, terms=("bao cao",), spoken=("báo cáo",), kind="deadline")
            verdict = _check_time(material.put(plain))
    elif _of_other_city(material):
        rests = state_facts(material, "bases")
        verdict = Verdict(False, rests) if rests else None
    elif query.every_place:  # each is asked what it gives, none is said to give it
        verdict = None
    elif _SENT_THERE.search(fold(query.own)):
        verdict = _sent_to_another(material)
    elif _names_other_place(material):
        verdict = Verdict(False, _whose_plan(material))
    elif query.kind == "duties" or (query.kind == "agency" and _GIVEN_TO.search(fold(query.own))):
        others = _given_to_others(material)
        verdict = Verdict(False, others) if others else _not_led(material)
    elif _SIGNED_BY.search(query.own) or _SIGNED_PLAIN.search(fold(query.own)):
        verdict = _check_document(_who_signed(material))
    elif _BY_CHAIR.search(fold(query.own)):
        verdict = _check_chair(material)
    elif query.scoped and (dated := ISSUED_IN.search(fold(query.own))):
        issued, year = day_of_issue(material.plan), int(next(filter(None, dated.groups())))
        said = claimed_day(query.own) or Day(year=year)
        differs = issued is not None and (issued.year != year or issued.holds(said) is False)
        finding = state_facts(material, "date") if differs else None
        verdict = Verdict(False, finding) if finding else None
    elif query.kind in _OF_LEADERS:
        verdict = _not_led(material)
    return verdict


def _not_led(material: Material) -> Verdict | None:
    """Return a verdict where a question says that an agency leads, and the plan that another does."""
    doer = _said_to_lead(material)
    if doer is None:
        return None
    said = material.put(
        replace(material.query, role="lead", remaining=_before_then(material.query))
    )
    led = _check_leader(said, doer) or _check_agencies(said, (doer,))
    return led if led and not led.holds else None


_OF_LEADERS = frozenset({"agency", "general", "duties", "deadline"})
"""Kinds of question that may say of an agency that it leads: `Sở A chủ trì …, vậy báo cáo ai?`."""

_SIGNED_BY = re.compile(
    rf"\b(?:did|has|had) (?:Mr\.? |Ms\.? )?(?:[{CAPITALS}]\w+\s+){{2,4}}sign|\b(?:[{CAPITALS}]\w+\s+){{2,4}}signed\b"
    rf"|\b(?:[ôÔ]ng|[bB]à|đồng chí)\s+(?:[{CAPITALS}]\w+\s+){{1,4}}(?:đã\s+)?ký\b|\bdo\s+(?:ông|bà)\b.{{4,40}}\bký\b"
)
"""`Ông Nguyễn Văn A ký …`: the question says who signed."""


_SIGNED_PLAIN = re.compile(
    r"^(?:ong |ba )?(?!.*\b(?:ai|nguoi|chu tich|lanh dao|dai dien|noi|ngay|khi|ke hoach)\b.*\bky\b)"
    r"(?:[a-z]+ ){2,4}(?:da )?ky (?:ban )?(?:ke hoach|kh)\b"
)
"""The same typed without capitals: `nguyen van a ky kh 76 …`."""

_MENTIONS = re.compile(
    r"\b(?:mention|name|refer to|speak of|list)(?:s|ed)?\b"
    r"|\b(?:nhac|de cap|neu|noi)(?: (?:den|toi|ve|ten))?\b"
)
_MENTION_WORDS = frozenset("nhac de cap neu noi den toi ve ten co tinh huyen xa".split())


def _mentioned(material: Material, key: str) -> Finding | None:
    """Return where a plan names an agency: a duty of its own, else the words of another's.

    `Có nhắc Sở Nội vụ không?` of a plan in which another works with it.
    """
    query = material.query
    words = {word for phrase in query.remaining[0] for word in phrase.split()}
    if not _MENTIONS.search(fold(query.own)) or not words <= _MENTION_WORDS:
        return None
    if own := of_agency(charges_of(material), key):
        statement = state(material.plan, own[0])
        return Finding(material.plan, statement.text, (statement,), SUPPORT)
    for passage in material.passages:
        for said in re.split(r"(?<=[;.])\s", passage.reading):
            if key in agency_keys(said):
                statement = Statement(said, (quote_passage(material.plan, passage),))
                return Finding(material.plan, said.rstrip(" ;"), (statement,), SUPPORT)
    return None


_PROPER = re.compile(r"(?<!^)\b[A-Z]\w+(?: (?:& )?[A-Z]\w+)*")


def _printed_name(material: Material) -> Finding | None:
    """Return the passage that prints a proper name of an English question, as it is typed there."""
    own = material.query.own
    if not _MENTIONS.search(fold(own)):
        return None
    of_plan = set(tokens(" ".join([material.plan.place.value or "", *material.query.places])))
    names = [set(tokens(name)) for name in _PROPER.findall(own)]
    for name in names:
        for passage in material.passages:
            if name and not name & of_plan and name <= set(tokens(passage.reading)):
                return tell_passage(material, passage.reading, passage)
    return None


def _check_issued(material: Material) -> Verdict | None:
    """Hold the day, the month or the year of issue that a question states against the plan's."""
    finding = state_facts(material, "date")
    if finding is None:
        return None
    claimed, known = claimed_day(material.query.own), day_of_issue(material.plan)
    if claimed is None:  # whether there is a day at all
        return Verdict(material.plan.date.value is not None, finding)
    return Verdict(known.holds(claimed) if known else None, finding)


_BY_CHAIR = re.compile(
    r"\bas (?:the )?chair(?:man|woman|person)?\b|\b(?:voi tu cach|la|chuc|chuc vu) chu tich\b"
    r"|^did (?:the )?chair(?:man|woman|person)?\b.{0,20}\bsign\b|(?<!vice )(?<!deputy )\bchair(?:man|woman|person)?\b[^.?]{0,40}\bsigned\b|(?<!pho )\bchu tich\b(?! pho)(?:(?!\bai\b|\bpho chu tich\b).){0,60}\bky\b|\bsigned by the chair"
)
"""Words that say that who signed is the chairman, not a deputy."""


def _check_chair(material: Material) -> Verdict | None:
    """Hold it against a plan that its chairman signed it."""
    finding = answer_document(_who_signed(material))
    if finding is None or "," not in finding.short:
        return None
    return Verdict("pho chu tich" not in fold(finding.short), finding)


_DOES = re.compile(
    r"\s*(?:tinh |huyen )?(?:(?:se|da|phai|duoc giao|la co quan|dung ra) )?"
    r"(?:chu tri|dung dau|lam dau moi|phu trach|chiu trach nhiem chinh|cam trich|lo(?: lieu)?|dam nhiem|dam nhan|quan ly)\b"
)
"""What says of the agency named before it that it leads."""


_LEADS_ENGLISH = re.compile(
    r"\b(?<!which )(?<!what )(?:department|office|command|police|union|committee)\b[^.?]{0,60}?"
    r"\b(?:leads|is (?:the )?lead(?:ing)? \w+|is in charge of|is responsible for|heads|takes the lead)\b"
    r"|\b(?:puts?|made|makes|gave|gives|charge[sd]?|assign(?:s|ed)?|task(?:s|ed)?)\b (?:\w+ ){0,6}?"
    r"(?:department|office|command|police|union|committee)\b[^.?]{0,40}?"
    r"\b(?:in charge of|responsible for|with|charge of|to (?:run|lead|manage|handle))\b(?=[^?]*[.,;])"
)


def _said_to_lead(material: Material) -> str | None:
    """Return the agency that a question says leads what it asks about; None where it says none."""
    query, issuer = material.query, issuer_keys(material.plan)
    named = [mention for mention in query.agencies if mention.key not in issuer]
    if query.language == "en":
        leads = _LEADS_ENGLISH.search(fold(query.own))
        return named[0].key if leads and len(named) == 1 else None
    for mention in named:
        after = place_free(fold(query.own)[mention.end :], query.places)
        if _DOES.match(after):
            return mention.key
    return None


def place_free(words: str, places: tuple[str, ...]) -> str:
    """Drop the name of a place that folded words begin with: `Sở Nội vụ Tuyên Quang chủ trì`."""
    for place in places:
        words = re.sub(rf"^\s*(?:cua |tinh |huyen )*{re.escape(fold(place))}\b", "", words)
    return words


def charged_instead(material: Material) -> Verdict | None:
    """Say who is charged with what a question gives to an agency that the plan does not name.

    Only where one duty, by its words, is plainly the one that is meant.
    """
    query = material.query
    terms, spoken = query.remaining
    if not query.agencies or names_no_duty(query, terms) or _too_general(terms):
        return None
    bare = _whose_it_is(material, terms, spoken)
    chosen, strength = find_responsible(bare, charges_of(material))
    if not chosen or len({charge.agencies for charge in chosen}) > 1:
        return None
    if max(share_of_charge(bare, charge) for charge in chosen) < SAID:
        return None
    return Verdict(False, _told(material, chosen, strength))


def _too_general(terms: tuple[str, ...]) -> bool:
    """Tell whether what is asked about fits many duties: `thư viện` and no more."""
    return len({word for term in terms for word in term.split()}) < SPECIFIC


def _given_to_others(material: Material) -> Finding | None:
    """Return who is charged with what a question says an agency is charged with and is not."""
    query = material.query
    terms, spoken = _before_then(query)
    charges = charges_of(material)
    own = [c for mention in query.agencies for c in of_agency(charges, mention.key)]
    if not own or names_no_duty(query, terms):
        return None
    bare = _whose_it_is(material, terms, spoken)
    chosen, strength = find_responsible(bare, charges)
    if not chosen or any(charge in own for charge in chosen):
        return None
    shares = (share_of_charge(bare, charge) for charge in own if _of_institutions(charge, terms))
    mine = max(shares, default=0.0)
    theirs = max(share_of_charge(bare, charge) for charge in chosen)
    if theirs < SAID or mine >= AS_GOOD * theirs:
        return None
    return _told(material, chosen, strength)


def _of_institutions(charge: Charge, terms: Sequence[str]) -> bool:
    """Tell whether a duty names a kind of institution that is asked about, where one is."""
    kinds = facets_of(" . ".join(terms))[INSTITUTIONS]
    return not kinds or bool(kinds & facets_of(charge.duty)[INSTITUTIONS])


def _which_figure(material: Material) -> Material:
    """Ask for the figure that a question states, without it."""
    terms, spoken = material.query.remaining
    return material.put(replace(material.query, terms=terms, spoken=spoken, kind="target"))


def _of_house(material: Material) -> Material:
    """Ask for the figure of an institution that is also an agency with duties."""
    phrases = material.query.terms, material.query.spoken
    terms, spoken = keep_phrases(phrases, lambda term: not any(map(str.isdigit, term)))
    return material.put(replace(material.query, terms=terms, spoken=spoken, kind="target"))


def _when_it_is(material: Material) -> Material:
    """Ask for the time that a question states, without it."""
    query = material.query
    terms, spoken = query.remaining
    return material.put(replace(query, terms=terms, spoken=spoken, years=(), kind="deadline"))


def _whose_it_is(material: Material, terms: tuple[str, ...], spoken: tuple[str, ...]) -> Material:
    """Ask who is charged with what a question says beside an agency."""
    query = material.query
    return material.put(replace(query, terms=terms, spoken=spoken, kind="agency", agencies=()))


def _who_signed(material: Material) -> Material:
    """Ask who signed the plan."""
    return material.put(replace(material.query, kind="document", facts=("signer",)))


def _check_figures(material: Material, figures: tuple[str, ...]) -> Verdict | None:
    apart = _SENTENCES.search(material.query.own)  # what is asked after it is another thing
    ways = (_in_clause, _as_asked) if apart else (_as_asked, _in_clause)
    chosen = next((found for way in ways if (found := find_answers(way(material)))), [])
    if not chosen:
        return None
    same = [c for c in chosen if any(same_figure(f, c.figure.value) for f in figures)]
    return Verdict(bool(same), tell_targets(material, same or chosen))


def _as_asked(material: Material) -> Material:
    return material


_SENTENCES = re.compile(r"(?:[^\W\d]{3,}|\d{4}|%)[.?!]\s+[^\W\d]")
_GIVEN_TO = re.compile(
    r"\bgiao (?:cho )?(?:so|phong|ban|hoi|cong an|bo chi huy|ubnd|uy ban)\b.*\b(?:thi|vay)\b"
    r"|\b(?:so|phong|ban|hoi|cong an|bo chi huy|ubnd|uy ban)\b.{3,50}\bduoc giao\b.*\b(?:thi|vay)\b"
)
"""`giao Sở A làm … thì phối hợp với ai`: the question says who is charged."""

_THEN = re.compile(r"\b(?:thi|vay)\b(?! sao\b)")


_LEADS_PLAN = re.compile(
    r"\b(?:chu tri|dau moi|thuong truc|dung dau|lead(?:s|ing)?|in charge of|responsible for|heads)\b"
    r" (?:(?:viec|to chuc|thuc hien|trien khai|toan bo|cua) ?)*(?:ke hoach|kh|chuong trinh)\b"
    r"|\b(?:lead(?:s|ing)?|in charge of|responsible for|heads|heading)\b"
    r" (?:[\w'’]+ ){0,6}?(?:plan|programme|program)\b"
    r"|\b(?:ke hoach|kh|chuong trinh)\b.{0,40}\bdo\b.{0,60}\b(?:chu tri|dung dau|lam dau moi)\b"
)
"""Words that say of an agency that it leads the plan as a whole."""


def _check_leader(material: Material, claimed: str) -> Verdict | None:
    """Hold it against a plan that an agency leads it as a whole; None where that is not said."""
    query = material.query
    if not _LEADS_PLAN.search(fold(query.own)) or not names_no_duty(query, query.remaining[0]):
        return None
    leader = leader_of(material)
    if leader is None:
        return None
    return Verdict(claimed in agency_keys(leader.short), leader)


def _before_then(query: Query) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the terms of what an agency is said to do, without those of what is asked then."""
    terms, spoken = query.remaining
    own = fold(query.own)
    if query.language == "en":
        return _of_first_sentence(query)
    if not _THEN.search(own):
        return terms, spoken
    said = " ".join(tokens(_THEN.split(own)[0]))
    return keep_phrases((terms, spoken), lambda term: term in said)


def _of_first_sentence(query: Query) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the terms that an English question says before it asks: `It does … . Whom …?`"""
    terms, spoken = query.remaining
    first, *others = re.split(
        r"(?<=[^\W\d_]{3})[.;]\s|, so |\bso (?=whom|who|what|which)", fold(query.own)
    )
    if not others:
        return terms, spoken
    said = " . ".join(" ".join(tokens(term)) for term in translate_terms(first)[0])
    return keep_phrases((terms, spoken), lambda term: term in said)


def _names_other_place(material: Material) -> bool:
    """Tell whether a question gives a plan, by its number, to a place that it is not of."""
    query, plan = material.query, material.plan
    numbers = plan_numbers(query.own)
    if len(query.places) != 1 or len(numbers) != 1 or plan.bare_number not in numbers:
        return False
    return query.places[0] != plan.place.value and query.places[0] not in plan.text


_CARRIED_OUT = re.compile(
    r"\b(?:thuc hien|trien khai|theo|can cu) ke hoach (?:so \S+ )?(?:cua )?(?:ubnd )?"
    r"(?:thanh pho|tinh|tp\.?) (?P<place>[a-z]+ [a-z]+)"
)


def _of_other_city(material: Material) -> bool:
    """Tell whether a plan is said to carry out the plan of a province that it does not name."""
    said = _CARRIED_OUT.search(fold(material.query.own))
    if said is None or not material.plan.bases:
        return False
    place = said.group("place")
    own = fold(material.plan.place.value or "")
    known = place in map(place_key, PROVINCES)
    return known and place != own and not any(place in fold(p.reading) for p in material.passages)


_SENT_THERE = re.compile(
    r"\b(?:gui|nop) (?:bao cao|bc)\b.{0,30}\b(?:ve|cho|len|toi) (?:so|phong|ubnd|uy ban|hoi|ban)\b"
    r".*\b(?:thi|vay)\b"
)
"""`Các xã gửi báo cáo về phòng A, vậy …`: the question says to whom reports go."""


def _sent_to_another(material: Material) -> Verdict | None:
    """Return a verdict where reports go to another than a question says."""
    said = {mention.key for mention in material.query.agencies}
    facts = [fact for fact in material.facts.deadlines if fact.to]
    if not said or any(said & set(agency_keys(", ".join(fact.to))) for fact in facts):
        return None
    asked = set(tokens(material.query.own))
    near = [f for f in facts if asked & set(tokens(", ".join(f.who))) - {"cac", "uy", "ban"}]
    return Verdict(False, tell_reports(material, near)) if near else None


def _whose_plan(material: Material) -> Finding:
    """Say who issued a plan."""
    found = state_facts(material, "number", "issuer")
    assert found is not None  # who issued it stands in every plan that is of a place
    return found


def _in_clause(material: Material) -> Material:
    """Ask with the words of the clause alone that the figure stands in: `…, tính cả sách cũ không?`"""
    query = material.query
    clauses = re.split(r"[.,;:?]\s|\bthi\b", fold(query.own))
    clause = next((c for c in clauses if any(fold(f) in c for f in query.figures)), "")
    said = " ".join(tokens(clause))
    if query.language == "en":  # its terms are Vietnamese words of the glossary
        said = " . ".join(" ".join(tokens(term)) for term in translate_terms(clause)[0])
    terms, spoken = keep_phrases((query.terms, query.spoken), lambda term: term in said)
    return material.put(replace(query, terms=terms, spoken=spoken))


_TARGETS = re.compile(
    r"\b(?:chi tieu|muc tieu (?!chung)|ty le|ti le|phan tram|targets?|percentages?)\b"
)


def _check_targets(material: Material) -> Verdict | None:
    """Tell whether a plan sets targets for the kind of institution that a question names.

    No only where the plan is legible and all of its targets are of other kinds.
    """
    share = bool(SHARE.search(fold(material.query.own)))
    finding = answer_target(material.put(replace(material.query, kind="target")))
    if finding and ("%" in finding.short or not share):
        return Verdict(True, finding)
    terms = " . ".join(material.query.terms)
    asked = named_institutions(terms)
    others: dict[str, Statement] = {}
    for target in material.facts.targets:
        home = material.home(target.value_span)
        if home is None or not home.headings or (share and "%" not in target.value):
            continue
        said = [target.subject, target.unit, target.indicator, *home.headings[1:]]
        if asked & named_institutions(" . ".join(said)) and agree(terms, " . ".join(said)):
            return None
        depth = len(home.headings) - 1
        quote = quote_heading(material.plan, home, depth)
        others.setdefault(home.headings[depth], Statement(home.headings[depth], (quote,)))
    if not asked or not others or material.plan.damaged:
        return None
    words = material.words("chỉ tiêu chỉ có ở: ", "targets only under: ")
    told = Finding(material.plan, words + "; ".join(others), tuple(others.values()), SUPPORT)
    return Verdict(False, told)


def _check_agencies(material: Material, claimed: tuple[str, ...]) -> Verdict | None:
    """Ask who is charged with what remains of the question, and whether it is the one claimed."""
    query = material.query
    terms, spoken = query.remaining
    if len(claimed) > 1:  # the one that is given something; another may be what it is given
        given = _GIVEN.search(" ".join(tokens(query.own)))
        after = [k for k in claimed if given and k in agency_keys(given.group("who"))]
        claimed = tuple(after[:1]) or claimed[:1]
        terms, spoken = next((t, s) for key, t, s in query.beside if key == claimed[0])
    charges = charges_of(material)
    own = [c for key in claimed for c in of_agency(charges, key)]
    partner = [c for key in claimed for c in with_agency(charges, key)]
    if query.role != "lead":
        own += partner
    elif not own:  # a partner of others leads none of what it takes part in
        bare = _whose_it_is(material, terms, spoken)
        others = [c for c in partner if share_of_charge(bare, c) >= HALF]
        if others:
            return Verdict(False, _told(material, others, SUPPORT))
    if names_no_duty(query, terms):
        return Verdict(True, _told(material, own, SUPPORT)) if own else None
    bare = _whose_it_is(material, terms, spoken)
    chosen, strength = find_responsible(bare, charges)
    best = max((share_of_charge(bare, c) for c in chosen), default=0.0)
    if not own and (_too_general(terms) or len({charge.agencies for charge in chosen}) > 1):
        return None  # no one duty is plainly the one that is meant
    met = [c for c in own if share_of_charge(bare, c) >= max(AS_GOOD * best, HALF)]
    met = [c for c in met if _of_institutions(c, terms)] or ([] if chosen else met)
    beside = [c for c in met if co_ordinates(bare, c)]
    if query.role == "lead" and beside and len(beside) == len(met):
        return Verdict(False, _told_beside(material, beside, max(strength, SUPPORT)))
    if met:
        return Verdict(True, _told(material, met, max(strength, SUPPORT)))
    return Verdict(False, _told(material, chosen, strength)) if chosen else None


def _told_beside(material: Material, charges: Sequence[Charge], strength: float) -> Finding:
    """Say of an agency that it only co-ordinates."""
    told = _told(material, tuple(charges), strength)
    return replace(told, short=f"{told.short} {material.words('phối hợp', 'co-ordinates')}")


def _check_direction(material: Material, claimed: tuple[str, ...]) -> Verdict | None:
    """Hold who reports to whom against the deadlines of the plan."""
    facts = [fact for fact in material.facts.deadlines if fact.to]
    by = {f: set(agency_keys(", ".join(f.who))) for f in facts}
    to = {f: set(agency_keys(", ".join(f.to))) for f in facts}
    wanted = set(claimed)
    both = [f for f in facts if by[f] & wanted and to[f] & (wanted - by[f])]
    if len(wanted) == 1:  # the other side is the plan's own: whoever it has report
        both = [f for f in facts if (by[f] | to[f]) & wanted]
    sent = [f for f in facts if by[f] & wanted]
    received = [f for f in facts if to[f] & wanted]
    told = both or sent or received
    return Verdict(bool(both), tell_reports(material, told)) if told else None


def _told(
    material: Material, charges: list[Charge] | tuple[Charge, ...], strength: float
) -> Finding:
    """Say who is charged, with the duty that says so."""
    names = unique(name for charge in charges for name in charge.agencies)
    statements = tuple(state(material.plan, charge) for charge in charges)
    short = material.name_all(names)
    support = duty_line(material, charges[0].duty)
    return Finding(material.plan, short, statements, strength, support)


def _check_document(material: Material) -> Verdict | None:
    """Hold the day, the number or the name that a question states against the field of the plan."""
    finding = answer_document(material)
    if finding is None:
        return None
    asked, stated = fold(material.query.own), finding.short
    days, numbers = days_of(asked), re.findall(r"\b\d+(?=\s?/)", asked)
    if days:
        return Verdict(bool(days & days_of(stated)), finding)
    if "number" in material.query.facts and numbers:
        return Verdict(any(number in stated for number in numbers), finding)
    office = _office_claimed(material.query)
    if office and "chu tich" in fold(stated):
        signed = "deputy" if "pho chu tich" in fold(stated) else "chair"
        return Verdict(office == signed, finding)
    if _IS_THERE.search(asked) and material.query.facts:
        fields = [getattr(material.plan, fact) for fact in material.query.facts]
        return Verdict(all(f if isinstance(f, tuple) else f.value for f in fields), finding)
    words = set(tokens(asked))
    names = readings_of(stated.split(",")[0])
    return Verdict(any(name and set(tokens(name)) <= words for name in names), finding)


def _office_claimed(query: Query) -> Literal["chair", "deputy"] | None:
    """Return whether a question says that the chair or a deputy signed; None where it names who."""
    named = {word for term in query.terms for word in term.split()} - _OFFICE_WORDS
    if len(named) > 1:
        return None
    asked = fold(query.own)
    if _BY_DEPUTY.search(asked):
        return "deputy"
    return "chair" if _BY_CHAIR.search(asked) else None


_BY_DEPUTY = re.compile(r"\bpho chu tich\b|\b(?:vice|deputy)[ -]?chair")
_OFFICE_WORDS = frozenset("pho chu tich ky tinh huyen thanh ubnd uy ban nhan dan".split())
"""Words of an office, and of what is done in it, which name nobody."""

_IS_THERE = re.compile(
    r"\b(?:co|ghi|neu|de|danh|duoc)\b[^?]{0,30}\b(?:so|ngay|nguoi ky|chu ky|ky|can cu|noi nhan|tieu de)"
    r"(?: (?:hieu|thang|ban hanh|ky|ten|ro|cu the|va|so|ngay))* (?:chua|khong|ko|k|hay chua|hay khong)\W*$"
    r"|^(?:does|do|has|have|is) [^?]{0,60}\b(?:have|has|give|show|carry|bear|state) (?:an? |its |any )?"
    r"(?:issue |plan |document )?(?:number|date|signature|signatory|title|recipients?)\W*$"
)
"""A question whether a plan has a number, a date, a signature at all."""

_SPANS = {"quarterly": "quy", "monthly": "thang", "weekly": "tuan", "daily": "ngay"}


def _span_of(often: re.Match[str] | None) -> str:
    """Return the span of time that a frequency is of: `hằng năm`, `yearly` → nam."""
    if often is None:
        return ""
    if often.group("half") or often.group("english") in ("half yearly", "twice a year"):
        return "6 thang"
    return often.group("span") or _SPANS.get(often.group("english"), "nam")


def _check_often(material: Material, said: re.Match[str]) -> Verdict | None:
    """Hold how often a question says that reports are made against what the plan states."""
    query, often = material.query, set(said.group().split())

    def without(phrases: Sequence[str]) -> tuple[str, ...]:
        kept = (" ".join(w for w in one.split() if fold(w) not in often) for one in phrases)
        return tuple(filter(None, kept))

    bare = replace(query, terms=without(query.terms), spoken=without(query.spoken))
    finding = answer_deadline(material.put(bare))
    if finding is None:
        return None
    stated = " . ".join(quote.reading for one in finding.statements for quote in one.quotes)
    return Verdict(_span_of(said) == _span_of(OFTEN.search(fold(stated))), finding)


def _check_time(material: Material) -> Verdict | None:
    """Hold the day or the year that a question states against the deadline of the plan."""
    finding = answer_deadline(material)
    if finding is None:
        return None
    days, years = days_of(material.query.own), _YEAR.findall(material.query.own)
    if days:
        return Verdict(bool(days & days_of(finding.short)), finding)
    claimed, stated = claimed_day(material.query.own), days_of(finding.short)
    if claimed and claimed.month and stated:
        due = {month for _, month in stated} | {month - 1 for day, month in stated if day == 1}
        return Verdict(claimed.month in due, finding)  # before the first is in the month before
    if years:
        return Verdict(any(year in finding.short for year in years), finding)
    return Verdict(True, finding)
