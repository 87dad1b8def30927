"""Deadlines and reviews: the day, or the year, in the sentence that speaks of what is asked; and
whom a report goes to, from the facts of the plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.agency import agency_keys
from assistant.answering.agencies import unique
from assistant.answering.charges import find_charges, state
from assistant.answering.finding import Finding, Statement, quote_passage, quote_words
from assistant.answering.material import NEAR, SENTENCE, SUPPORT, Material
from assistant.english import in_english_time
from assistant.evidence import text_terms
from assistant.wording import ADDRESSEE, ASKS_WHO, EARLY, MONTH_ASKED, REPORTERS, YEAR_ASKED
from corpus.facts import Deadline
from corpus.plan import Passage
from corpus.vietnamese import fold

DEADLINE_SHARE = 0.5
"""The share of a question's words that a sentence must meet, however close its meaning."""

REVIEWS = ("so ket", "tong ket")
"""The mid-term review and the final one (sơ kết, tổng kết)."""

DAY_BONUS = 0.2
"""Support that a sentence with a day may miss and still go before one without; twice as much where
a last day is asked for."""

_DAY = re.compile(
    r"(?:(?:trước |chậm nhất |đến |vào )?ngày|trước) \d{1,2}"
    r"(?:/\d{1,2}(?:/\d{4})?| tháng \d{1,2}(?: năm \d{4})?)"
    r"(?:\s*(?:hằng|hàng) năm)?",
    re.IGNORECASE,
)

_OF_DOCUMENT = re.compile(r"\d+/\S+,?\s*$")
"""The number of a document, whose own day comes next: `Nghị định số 93/NĐ-CP ngày 18/8/2020`."""

_EVERY_YEAR = re.compile(r"(?:hằng|hàng) năm(?=,)", re.IGNORECASE)

_REVIEW = re.compile(
    r"(sơ kết|tổng kết)[^.;]{0,80}?((?:vào |trong )?(?:cuối |đầu |giữa )?năm 20\d\d)", re.IGNORECASE
)

_YEARLY = re.compile(r"(?:định kỳ )?(?:hằng|hàng) năm(?: định kỳ)?", re.IGNORECASE)


def answer_deadline(material: Material) -> Finding | None:
    """The day, or the year of a review, in the sentence that speaks of what is asked."""
    wants_day = bool(re.search(r"\bngay\b|\bdate\b", fold(material.query.question)))
    reviews = {r for r in REVIEWS if any(r in term for term in material.query.terms)}
    if len(reviews) > 1:
        return _answer_reviews(material)
    found: list[tuple[float, str, Passage]] = []
    for passage in material.body:
        for sentence in SENTENCE.split(passage.reading):
            when = _when(sentence, wants_day, reviews)
            heads = [term for h in passage.headings for term in text_terms(h)]
            heads += text_terms(
                material.plan.title.value or ""
            )  # whose reports: the library plan's
            share = material.demand.share([*text_terms(sentence), *heads])
            score = material.weigh(share, passage)
            if when and share >= DEADLINE_SHARE and score >= SUPPORT:
                found.append((score, when, passage))
    if MONTH_ASKED.search(fold(material.query.own)):
        found = [f for f in found if re.search(r"tháng|\d/\d", f[1])]
    if YEAR_ASKED.search(fold(material.query.own)):
        found = [f for f in found if re.search(r"\b20\d\d\b", f[1])]
    if not found:
        return None
    best = max(score for score, _, _ in found)
    bonus = DAY_BONUS * (2 if EARLY.search(fold(material.query.question)) else 1)
    near = [f for f in found if f[0] >= best - bonus]
    score, when, passage = max(near, key=lambda f: f[0] + bonus * bool(_DAY.search(f[1])))
    fact = _fact_of(material, passage, when)
    statement = Statement(passage.reading, (quote_passage(material.plan, passage),))
    if fact:
        home = material.home(fact.span) or passage
        statement = Statement(passage.reading, (quote_words(material.plan, home, fact.span),))
    english = material.query.language == "en"
    short = _in_english(when) if english else when
    short = _complete(material, short, fact)
    return Finding(material.plan, short, (statement,), score, _say(material, fact))


def _in_english(when: str) -> str:
    """Say a time in English: `hằng năm, trước ngày 01/11` → before 1 November each year."""
    every, comma, day = when.partition(", ")
    if comma and _YEARLY.fullmatch(every):
        return f"{in_english_time(day)} each year"
    return in_english_time(when)


_REVIEWS = {"so ket": ("sơ kết", "mid-term review"), "tong ket": ("tổng kết", "final review")}


def _answer_reviews(material: Material) -> Finding | None:
    """Both reviews, each with its year; the one without a year is said to have none."""
    query, told = material.query, []
    for review in REVIEWS:
        words = _REVIEWS[review][0]
        others = [r for r in REVIEWS if r != review]
        kept = [i for i, t in enumerate(query.terms) if not any(r in t for r in others)]
        terms = tuple(dict.fromkeys([review, *(query.terms[i] for i in kept)]))
        spoken = tuple(dict.fromkeys([words, *(query.spoken[i] for i in kept)]))
        found = answer_deadline(material.put(replace(query, terms=terms, spoken=spoken)))
        told.append((material.words(*_REVIEWS[review]), found))
    findings = [found for _, found in told if found]
    if not findings:
        return None
    nothing = material.words("không nêu năm", "year not stated")
    short = "; ".join(found.short if found else f"{name}: {nothing}" for name, found in told)
    statements = tuple(dict.fromkeys(s for found in findings for s in found.statements))
    strength = max(found.strength for found in findings)
    return Finding(material.plan, short, statements, strength, findings[0].support)


def _numbers(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\d+", text))


def _complete(material: Material, short: str, fact: Deadline | None) -> str:
    """Add to a time who does it and whom it goes to, where the question asks for that as well."""
    own = fold(material.query.own)
    if fact and fact.who and REPORTERS.search(own):
        short = f"{short}; {material.name_all(fact.who)}"
    if fact and ADDRESSEE.search(own):
        to = _to(material, fact)
        return f"{short}; {material.words('gửi', 'to')} {to}" if to else short
    if fact and fact.who and ASKS_WHO.search(own):
        return f"{short}; {material.name_all(fact.who)}"
    return short


_THROUGH = re.compile(r"\((?:qua|thông qua) ([^()]{4,80})\)")


def _to(material: Material, fact: Deadline) -> str:
    """Say whom a report goes to, and through whom: `UBND tỉnh (qua Sở Tài chính)`."""
    through = _through(material, fact)
    if not fact.to or not through:
        return material.name_all(fact.to)
    word = material.words("qua", "through")
    return f"{material.name_all(fact.to)} ({word} {material.name_all((through,))})"


def _through(material: Material, fact: Deadline) -> str:
    """Return through whom a report goes; empty where the plan does not say."""
    home = material.home(fact.span)
    sentence = quote_words(material.plan, home, fact.span).reading if home else ""
    found = _THROUGH.search(sentence)
    return found.group(1) if found else ""


def _fact_of(material: Material, passage: Passage, when: str) -> Deadline | None:
    """Return the fact that states a time in a passage, if one was read there."""
    for fact in material.facts.deadlines:
        inside = passage.span.start <= fact.by_span.start < passage.span.end
        if inside and (fold(when) in fold(fact.by) or _numbers(fact.by) & _numbers(when)):
            return fact
    return None


def _say(material: Material, fact: Deadline | None) -> str:
    """Say who hands in or holds what, and to whom."""
    if fact is None or not fact.who:
        return ""
    who = material.name_all(fact.who)
    to = _to(material, fact)
    if material.query.language == "en":
        return f"Who: {who}." + (f" To: {to}." if to else "")
    return (
        f"{who}: {fact.what}"
        + (f", gửi {to}" if to and fold(to) not in fold(fact.what) else "")
        + "."
    )


def answer_addressee(material: Material) -> Finding | None:
    """Whom a report goes to, of the agency that the question names or of those that meet it."""
    told = [fact for fact in material.facts.deadlines if fact.to]
    if _THROUGH_WHOM.search(fold(material.query.own)):
        told = [fact for fact in told if _through(material, fact)] or told
    keys = {mention.key for mention in material.query.agencies}
    of_named = [f for f in told if keys & set(agency_keys(", ".join(f.who)))]
    reporter = next(iter(material.query.agencies), None)
    if reporter and not of_named and _FIRST.match(fold(material.query.own[reporter.end :])):
        return _addressee_in_duties(material, keys)
    scored = [(_weigh(material, fact), fact) for fact in of_named or told]
    best = max((score for score, _ in scored), default=0.0)
    if not scored or (not of_named and best < SUPPORT):
        return None
    near = [fact for score, fact in scored if score >= best - NEAR]
    statements = tuple(
        Statement(fact.what, (quote_words(material.plan, home, fact.span),))
        for fact in near
        if (home := material.home(fact.span))
    )
    short = "; ".join(unique(_to(material, fact) for fact in near))
    return Finding(material.plan, short, statements, max(best, SUPPORT), _say(material, near[0]))


_THROUGH_WHOM = re.compile(r"\bqua\b|\bthrough\b|\bvia\b")

_FIRST = re.compile(r"(?: \w+){0,4}? (?:phai |can )?(?:bao cao|gui|nop)\b(?!.*\bqua\b)")
"""What shows that the agency before it is who reports."""

_REPORTS_TO = re.compile(
    r"báo cáo(?: [^\W\d_]+){0,8}? (?:về |lên |gửi |cho )?"
    r"(?P<to>(?:UBND|Ủy ban nhân dân|HĐND|Bộ|Sở|Phòng|Tỉnh ủy|Huyện ủy) [^.;()]+?)"
    r"(?=\s*(?:[.;(]|$|để |xem xét|theo |trước ))"
)


def _addressee_in_duties(material: Material, keys: set[str]) -> Finding | None:
    """Whom an agency reports to, in the words of its duties, where no time is set for it."""
    for charge in find_charges(material.facts, material.passages):
        found = _REPORTS_TO.search(charge.duty) if keys & set(charge.keys) else None
        if found:
            return Finding(
                material.plan,
                material.name_all((found.group("to").strip(" ,"),)),
                (state(material.plan, charge),),
                SUPPORT,
            )
    return None


def answer_reporters(material: Material) -> Finding | None:
    """Who reports to the agency that the question names, and when."""
    keys = {mention.key for mention in material.query.agencies}
    if "ubnd" in keys:  # without its level, the committee that issued the plan
        keys |= set(agency_keys(material.plan.issuer.value or ""))
    facts = [f for f in material.facts.deadlines if keys & set(agency_keys(", ".join(f.to)))]
    if not facts:
        return None
    told = tell_reports(material, facts)
    names = material.name_all(unique(name for fact in facts for name in fact.who))
    return replace(told, short=names, support=told.short)


def tell_reports(material: Material, facts: Sequence[Deadline]) -> Finding:
    """Say of reports who makes them, to whom, and when."""
    statements = tuple(
        Statement(fact.what, (quote_words(material.plan, home, fact.span),))
        for fact in facts
        if (home := material.home(fact.span))
    )
    english = material.query.language == "en"
    told = [
        f"{material.name_all(f.who)} → {_to(material, f)} "
        f"({in_english_time(f.by) if english else f.by})"
        for f in facts
    ]
    return Finding(material.plan, "; ".join(told), statements, SUPPORT)


def _weigh(material: Material, fact: Deadline) -> float:
    home = material.home(fact.span)
    if home is None:
        return 0.0
    words = " . ".join([*fact.who, fact.what, "gửi nhận", *fact.to, fact.by, *home.headings])
    return material.weigh(material.demand.share(text_terms(words)), home)


def _when(sentence: str, wants_day: bool, reviews: set[str]) -> str:
    """Return the times a sentence states: of the reviews asked for, else days, else `hằng năm`."""
    if reviews:
        found = [(m.group(1), m.group(2)) for m in _REVIEW.finditer(sentence)]
        return "; ".join(f"{what} {year}" for what, year in found if fold(what) in reviews)
    days = [
        match.group().strip()
        for match in _DAY.finditer(sentence)
        if not _OF_DOCUMENT.search(sentence[: match.start()])
    ]
    every = _EVERY_YEAR.match(sentence.strip())
    if every and len(days) == 1 and not _YEARLY.search(days[0]) and "năm 20" not in days[0]:
        days = [f"{every.group().lower()}, {days[0]}"]
    if days or wants_day:
        return "; ".join(days)
    held = [f"{m.group(1)} {m.group(2)}" for m in _REVIEW.finditer(sentence)]
    yearly = _YEARLY.search(sentence)
    return "; ".join(held) or (yearly.group() if yearly else "")
