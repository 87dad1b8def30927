"""Targets: the figures whose subject, indicator and year are those of the question.

The facts that the ingest read answer first: each figure comes with what it is of, what is said of
that, and its year. Where they leave a passage out, its figures are read here (`figures.py`).
Figures that the words of a question do not tell apart all belong to the answer, so a plan that
contradicts itself is shown to do so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answering.figures import Figure, find_figures
from assistant.answering.finding import (
    Finding,
    Quote,
    Statement,
    quote_heading,
    quote_passage,
    quote_words,
)
from assistant.answering.general import answer_general
from assistant.answering.material import NEAR, SUPPORT, Material
from assistant.answering.within import Share, conclude_within
from assistant.english import in_english_subject
from assistant.english_indicators import PER, indicator_in_english, number_in_english
from assistant.evidence import text_terms
from assistant.facets import INDICATORS, acts_told, agree, facets_of
from assistant.glossary import translate_terms
from assistant.query import Query
from assistant.synonyms import alternatives
from assistant.wording import (
    ASKED_FOR,
    AT_PRESENT,
    COUNT,
    COUNT_UNIT,
    EACH,
    MONEY,
    NUMBER_ASKED,
    PEOPLE_COUNTED,
    SHARE,
    SHARE_OF,
    SHARED_BY,
    TARGETS_LISTED,
)
from corpus.facts import Target
from corpus.plan import Passage
from corpus.vietnamese import fold, tokens

OTHER_YEAR = 0.12
"""Support that a figure of the same section for another year may have less."""

TARGET_SHARE = 0.58
"""The share of a question's words that must stand around a figure, however close its meaning."""

SHORT_SUBJECT = 160
"""Characters of a subject that is named beside its figure."""

SHORT_INDICATOR = 70
"""Characters of an indicator that tells figures of one subject apart."""

LEAD = 24
"""Characters of a subject or an indicator by which the words that state it are found."""

ELLIPTIC = 3
"""Words of an indicator (`tăng bình quân`) that leans on the one before it in its paragraph."""

_MONEY_UNIT = re.compile(r"\b(?:đồng|VNĐ|USD)\b")


@dataclass(frozen=True)
class Candidate:
    """A figure that may be the answer."""

    score: float
    subject: frozenset[str]
    """The terms of the demand that the name of what is counted meets."""
    met: frozenset[str]
    """The terms of the demand that the figure meets at all."""
    figure: Figure
    passage: Passage
    target: Target | None
    """The fact it was read as; None where it was read from the passage."""

    @property
    def indicator(self) -> str:
        return self.target.indicator if self.target else self.figure.predicate


def answer_target(material: Material) -> Finding | None:
    """The figures whose subject and year are those of the question."""
    material = _after_year(material)
    chosen = find_answers(material)
    if chosen:
        told = tell_targets(material, chosen)
        verdict = conclude_within(material.query, [_share(one) for one in chosen])
        return replace(told, short=f"{verdict}: {told.short}") if verdict else told
    if material.query.years and NUMBER_ASKED.search(fold(material.query.text)) is None:
        return _goal(material)
    return None


def _share(candidate: Candidate) -> Share:
    figure, target = candidate.figure, candidate.target
    subject = target.subject if target else figure.subject
    return Share(subject, candidate.indicator, figure.years, figure.value)


_AFTER = re.compile(r"\b(?:sau|after|beyond|post)[ -](?:nam )?(20\d\d)\b")


def _after_year(material: Material) -> Material:
    """Put a question for what holds after a year to the next year that a plan states it for."""
    told = _AFTER.search(fold(material.query.own))
    if told is None or material.query.years != (int(told.group(1)),):
        return material
    after = int(told.group(1))
    later = [year for year in stated_years(material) if year > after]
    return material.put(replace(material.query, years=tuple(later[:1]) or (after + 1,)))


def _goal(material: Material) -> Finding | None:
    """A goal without a figure, where the words that are cited or a heading name the year."""
    found = answer_general(material.within(_GOALS))
    quotes = [quote for one in found.statements for quote in one.quotes] if found else []
    said = " ".join(text for quote in quotes for text in (quote.reading, *quote.headings))
    return found if any(str(year) in said for year in material.query.years) else None


_GOALS = re.compile(r"muc tieu")


def tell_targets(material: Material, chosen: Sequence[Candidate]) -> Finding:
    """State figures with what they rest on."""
    best = max(candidate.score for candidate in chosen)
    return Finding(material.plan, _state(material, chosen), _support(material, chosen), best)


def find_answers(material: Material) -> list[Candidate]:
    """Return the figures that answer a question, in the order of the plan; none where none does."""
    several = _asked_apart(material)
    if several:
        found = {id(c.target or c.figure): c for m in several for c in find_answers(m)}
        return list(found.values())
    by_fact = list(_of_facts(material))
    chosen = _choose(by_fact, material)
    if not chosen:
        chosen = _choose(list(_of_passages(material)), material)
    return chosen


_PEOPLE = ("nguoi ", "hoc sinh", "sinh vien", "can bo", "vien chuc", "tre em", "ban doc")
"""What begins a share of people, which no share of institutions answers."""


def _named_whole(candidate: Candidate) -> str:
    """Return the folded words of what a figure is a share of."""
    return " ".join(tokens(f"{candidate.figure.subject} {candidate.figure.named}"))


_EACH_BEFORE = re.compile(r"\bmoi\b[^.;\d]{0,60}$")


def _is_of_each(candidate: Candidate) -> bool:
    """Tell whether a figure is said of each (mỗi thư viện có …) and not of all together."""
    reading = candidate.passage.reading
    at = reading.find(candidate.figure.value)
    return at > 0 and bool(_EACH_BEFORE.search(fold(reading[:at])))


def _asked_apart(material: Material) -> list[Material]:
    """Part a question for several figures into one question each; nothing for a single one.

    What stands before the first `bao nhiêu` holds for all of them.
    """
    query, own = material.query, fold(material.query.own)
    asks = [match.start() for match in ASKED_FOR.finditer(own)]
    if len(asks) < 2:
        return []
    parts: list[list[int]] = [[] for _ in range(len(asks) + 1)]
    at = 0
    for index, phrase in enumerate(query.terms):
        found = own.find(phrase.split()[0], at)
        at = found if found >= 0 else at
        parts[sum(start <= at for start in asks)].append(index)
    shared, *own_parts = parts
    if not all(own_parts):
        return []
    asked = []
    for part in own_parts:
        kept = [*shared, *part]
        terms = tuple(query.terms[i] for i in kept)
        spoken = tuple(query.spoken[i] for i in kept)
        asked.append(material.put(replace(query, terms=terms, spoken=spoken, own="")))
    return asked


def stated_years(material: Material) -> tuple[int, ...]:
    """Return the years for which a plan states what is asked, whatever year the question names."""
    bare = material.put(replace(material.query, years=()))
    candidates = list(_of_facts(bare))
    best = max((c.score for c in candidates), default=0.0)
    if best < SUPPORT:
        return ()
    near = [c for c in candidates if c.score >= best - 2 * OTHER_YEAR]
    return tuple(sorted({year for c in near for year in c.figure.years}))


def _choose(candidates: list[Candidate], material: Material) -> list[Candidate]:
    own = fold(material.query.own)
    shared_by = SHARED_BY.search(own)
    if shared_by and shared_by.group("whole") in material.query.unknown:
        return []  # of whom no plan speaks
    if SHARE.search(own):
        candidates = [c for c in candidates if "%" in c.figure.value]
    share_of = SHARE_OF.search(own)
    if share_of:  # of people, not of the libraries that they use
        noun = share_of.group("noun")
        nouns = {noun, *(" ".join(written) for _, written in alternatives((noun,)))}
        counted = [
            c
            for c in candidates
            if any(one in _named_whole(c) for one in nouns) and c.score >= SUPPORT
        ]
        candidates = counted if counted or noun.startswith(_PEOPLE) else candidates
    if TARGETS_LISTED.search(own):
        return _all_met(candidates, material)
    chosen = []
    for year in material.query.years if len(material.query.years) > 1 else (0,):
        of_year = [c for c in candidates if not year or year in c.figure.years]
        best = max((c.score for c in of_year), default=0.0)
        chosen += _cover(of_year, best - NEAR, material) if best >= SUPPORT else []
    if AT_PRESENT.search(own) and not material.query.years:
        chosen = [c for c in chosen if not c.figure.years]
    chosen = _of_asked_indicator(chosen, material)
    if EACH.search(fold(material.query.question)):
        units = {c.figure.subject for c in chosen if _is_of_each(c)}
        chosen = [c for c in chosen if _is_of_each(c) or c.figure.subject not in units]
    return [c for c in candidates if c in chosen]


def _all_met(candidates: list[Candidate], material: Material) -> list[Candidate]:
    """Return every figure that meets as much of a question as the one that meets most."""
    held = [(material.demand.weigh(c.met), c) for c in candidates if c.score >= SUPPORT]
    most = max((share for share, _ in held), default=0.0)
    return [candidate for share, candidate in held if share >= most - NEAR]


def _of_asked_indicator(chosen: list[Candidate], material: Material) -> list[Candidate]:
    """Of services and technology told for the same, keep what a question says no more than.

    `thư viện … phục vụ học tập` asks for services; it would name the technology that is applied.
    """
    asked = facets_of(" . ".join(material.query.terms))[INDICATORS]
    said = {term for one in chosen for term in one.subject}
    words = {term for term in material.demand.weights if "_" not in term}
    if asked or not words - said:
        return chosen
    plain = [c for c in chosen if "technology" not in facets_of(c.indicator)[INDICATORS]]
    return plain or chosen


def _of_facts(material: Material) -> Iterator[Candidate]:
    """Make a candidate of every target that was read as a fact."""
    before: tuple[Passage, str] | None = None
    for target in material.facts.targets:
        passage = material.home(target.value_span)
        if passage is None:
            continue
        led = before[1] if before and before[0] is passage else ""
        short = len(target.indicator.split()) <= ELLIPTIC
        said_before = led if short else ""
        before = (passage, target.indicator if not short else led)
        subject, unit = target.subject, "" if target.unit == "%" else _counted(passage, target)
        counted = f"{unit} {subject or target.indicator}".strip()
        said = " ".join([target.indicator, said_before, target.per, target.comparator])
        figure = Figure(
            value=target.value,
            years=_years(target.year),
            subject=unit or subject,
            context=said,
            predicate=target.indicator,
            named=counted,
            follows=target.unit != "%" or _follows(passage, target),
        )
        candidate = _candidate(material, figure, passage, target)
        if candidate:
            yield candidate


_NEXT = re.compile(r"[,;.:(]|\d|\svà\s|\strở lên")


def _counted(passage: Passage, target: Target) -> str:
    """Return what is counted, as far as the words after the number say: `bản tài liệu số`."""
    at = passage.reading.find(target.value)
    after = passage.reading[at + len(target.value) :] if at >= 0 else ""
    end = _NEXT.search(after)
    words = (after[: end.start()] if end else after).strip()
    return words if words.startswith(target.unit) and len(words) <= SHORT_SUBJECT else target.unit


def _follows(passage: Passage, target: Target) -> bool:
    """Tell whether the subject stands right after the figure, the two being one phrase."""
    at = passage.reading.find(target.subject)
    return at > 0 and passage.reading[:at].rstrip().endswith(target.value)


def _years(printed: str) -> tuple[int, ...]:
    """Return the year a target holds for: of a period its last."""
    return tuple(int(year) for year in re.findall(r"20\d\d", printed)[-1:])


def _of_passages(material: Material) -> Iterator[Candidate]:
    """Make a candidate of every figure of the passages, for where no fact answers."""
    for passage in material.body:
        for figure in find_figures(passage.reading, passage.headings):
            candidate = _candidate(material, figure, passage, None)
            if candidate:
                yield candidate


def _candidate(
    material: Material, figure: Figure, passage: Passage, target: Target | None
) -> Candidate | None:
    """Weigh a figure against the question; None where it is of another thing, year or unit."""
    query = material.query
    money = bool(MONEY.search(" ".join(query.spoken)))
    own = fold(query.own)
    counted = bool(COUNT.search(own)) and not query.years and not TARGETS_LISTED.search(own)
    asked = " . ".join(query.terms)
    if money and not _MONEY_UNIT.search(figure.value + figure.subject):
        return None
    if (counted or COUNT_UNIT.search(own)) and "%" in figure.value:
        return None
    if _counts_another(query, figure, target):
        return None
    people = PEOPLE_COUNTED.search(own)
    if people and "%" in figure.value and not _counts(people.group(1), figure):
        return None
    if query.years and not set(figure.years) & set(query.years):
        return None
    said = _said_of(figure, passage)
    if not agree(asked, *((figure.subject, figure.named, *said[1:]) if target else said)):
        return None
    heads = [term for heading in passage.headings for term in text_terms(heading)]
    short = _PUBLIC.sub(" ", figure.named)  # hardly anyone says `công cộng`
    subject = material.demand.met([*text_terms(figure.named), *text_terms(short)])
    beside = material.demand.met([*text_terms(figure.context), *heads])
    share = material.demand.weigh(subject | beside)
    if share < TARGET_SHARE or not acts_told(asked, passage.reading):
        return None
    score = material.weigh(share, passage)
    return Candidate(score, subject, subject | beside, figure, passage, target)


_COUNTED = (
    "ban cuon quyen sach dau ten tai lieu an_pham xuat_ban".split(),
    "nguoi luot ban_doc khach".split(),
    "cuoc lop buoi hoat su hoi".split(),
    "may".split(),
    "m2 met".split(),
    "thu_vien xa huyen phuong truong".split(),
)
"""Folded words that begin what is counted, those of one kind together: books, people, events."""

_HOW_MANY = re.compile(r"\b(?:bao nhieu|may) (?!phan tram)(\w+)(?: (\w+))?")


def _counts_another(query: Query, figure: Figure, target: Target | None) -> bool:
    """Tell whether a question counts one kind of thing and a figure that is no share another."""
    if "%" in figure.value:
        return False
    asked = _HOW_MANY.search(fold(query.own))
    english = PEOPLE_COUNTED.search(fold(query.own)) if query.language == "en" else None
    words = tokens(" ".join(filter(None, asked.groups()))) if asked else ()
    if english:
        words = next((tokens(term) for term in translate_terms(english.group(1))[0]), ())
    counted = tokens(target.unit if target and target.unit else figure.subject)
    mine, others = _kind_counted(words), _kind_counted(counted)
    if asked and not mine and words[0] not in _ANY_COUNT:  # bao nhiêu xe: no visits
        return words[0] not in {*counted, *tokens(f"{figure.named} {figure.context}")}
    return bool(mine and others and mine != others)


_ANY_COUNT = frozenset(
    "cai chiec thu loai lan nam ngay thang quy muc chi so luong tong phan don co to lam o va la "
    "vay the thi moi tro hay de cho len xuong mot hai ba".split()
)
"""Folded words after `bao nhiêu` that leave open what is counted."""


def _kind_counted(words: Sequence[str]) -> int:
    """Return the kind of what is counted, from 1; 0 where its first words are of none."""
    for head in ("_".join(words[:2]), *words[:1]):  # bạn đọc before bản
        for at, kind in enumerate(_COUNTED, start=1):
            if head in kind:
                return at
    return 0


_PUBLIC = re.compile(r"\s+công cộng\b", re.IGNORECASE)


def _counts(noun: str, figure: Figure) -> bool:
    """Tell whether a share is one of what is counted: how many libraries, not how many staff."""
    asked = {word for term in translate_terms(noun)[0] for word in tokens(term)}
    return not asked or bool(asked & set(tokens(figure.subject)))


def _said_of(figure: Figure, passage: Passage) -> tuple[str, ...]:
    """Return what is said of a figure, nearest words first.

    What leads a list ("Thư viện tỉnh, 60% thư viện cấp huyện") is not said of its other items.
    """
    headings = " ".join(passage.headings)
    if figure.follows:
        return figure.subject, figure.predicate, headings
    return figure.subject, figure.named, f"{figure.context} {headings}"


def _cover(candidates: Sequence[Candidate], enough: float, material: Material) -> list[Candidate]:
    """Choose the figures whose subjects meet the question best; a second one for what is left.

    "bao nhiêu bản sách và bao nhiêu bản tài liệu" asks for two figures of one passage: the second
    is the one whose subject meets a phrase of the question that the first left unmet.
    """
    demand = material.demand
    phrases = [demand.weights.keys() & set(text_terms(p)) for p in material.query.terms]
    near = [c for c in candidates if c.score >= enough]
    told = {c.met for c in near}  # what meets the same words is told apart by none of them
    near += [c for c in candidates if c not in near and c.met in told and c.score >= SUPPORT]
    if not material.query.years:  # the same target in another year belongs to the answer
        sections = {c.passage.path for c in near}
        others = [c for c in candidates if c.passage.path in sections and c not in near]
        near += [c for c in others if c.score >= enough - OTHER_YEAR]

    def sharpness(candidate: Candidate) -> float:
        return demand.weigh(term for term in candidate.subject if "_" not in term)

    sharpest = max(map(sharpness, near))
    chosen = [c for c in near if sharpness(c) >= sharpest - NEAR]
    chosen += [c for c in candidates if c not in chosen and _is_twin(c, chosen)]
    met = frozenset(term for candidate in chosen for term in candidate.subject)
    homes = {candidate.passage.path for candidate in chosen}
    for candidate in candidates:
        more = any(phrase <= candidate.subject and not phrase <= met for phrase in phrases)
        if candidate not in chosen and candidate.passage.path in homes and more:
            chosen.append(candidate)
            met |= candidate.subject
    return [c for c in candidates if c in chosen]


def _is_twin(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    """Tell whether a fact says of the same subject and year all that a chosen one says.

    The words of the question then do not tell the two apart: they are of two indicators, or the
    plan contradicts itself.
    """
    return any(
        one.target is not None
        and candidate.target is not None
        and tokens(one.target.unit)[:1] == tokens(candidate.target.unit)[:1]
        and (one.target.unit == "%" or _counts_same(one, candidate))
        and _is_of_each(one) == _is_of_each(candidate)
        and one.figure.years == candidate.figure.years
        and one.met <= candidate.met
        and _bare_name(one.target.subject) == _bare_name(candidate.target.subject)
        for one in chosen
    )


def _counts_same(one: Candidate, other: Candidate) -> bool:
    """Tell whether two counts are of one thing: not `bản sách` and `bản tài liệu`."""
    things = {" ".join(tokens(c.figure.subject)[1:2]) for c in (one, other)}
    return len(things - {"", "nguoi"}) < 2  # bản/người dân leaves out of what


def contradictions(chosen: Sequence[Candidate]) -> list[Candidate]:
    """Return the figures that differ though subject, indicator and year are the same."""
    by_claim: dict[tuple[str, tuple[int, ...]], list[Candidate]] = {}
    for candidate in chosen:
        target = candidate.target
        if target is not None and target.unit == "%" and target.indicator:
            said = fold(f"{target.subject} {target.indicator} {target.per}")
            key = (said, candidate.figure.years)
            by_claim.setdefault(key, []).append(candidate)
    return [
        candidate
        for group in by_claim.values()
        if len({c.figure.value for c in group}) > 1 and len({c.passage.id for c in group}) > 1
        for candidate in group
    ]


def answer_contradiction(material: Material) -> Finding | None:
    """Every target for which a plan gives two figures; none where it gives none."""
    every = []
    for target in material.facts.targets:
        passage = material.home(target.value_span)
        if passage is not None:
            figure = Figure(
                target.value, _years(target.year), target.subject, "", target.indicator, "", True
            )
            every.append(Candidate(1.0, frozenset(), frozenset(), figure, passage, target))
    opposed = contradictions(every)
    return tell_targets(material, opposed) if opposed else None


def _state(material: Material, chosen: Sequence[Candidate]) -> str:
    """State the figures on one line, with the indicator where it tells them apart."""
    opposed = contradictions(chosen)
    kinds: dict[tuple[tuple[int, ...], str], set[str]] = {}
    for candidate in chosen:
        kinds.setdefault(_counted_when(candidate), set()).add(fold(candidate.indicator))
    parts = [_phrase(material, one, len(kinds[_counted_when(one)]) > 1) for one in chosen]
    told = "; ".join(dict.fromkeys(parts))
    if not opposed:
        return told
    return told + material.words(
        " – kế hoạch ghi các số khác nhau cho cùng một chỉ tiêu",
        " – the plan gives different figures for the same target",
    )


def _counted_when(candidate: Candidate) -> tuple[tuple[int, ...], str]:
    """Return what a figure counts and for which years, `công cộng` or not."""
    return candidate.figure.years, _bare_name(candidate.figure.subject)


def _bare_name(subject: str) -> str:
    return fold(_PUBLIC.sub("", subject))


def _phrase(material: Material, candidate: Candidate, several: bool) -> str:
    """Say a figure with its year: `40% thư viện công cộng cấp xã (năm 2025)`."""
    figure = candidate.figure
    english = material.query.language == "en"
    year = ""
    if figure.years:
        years = ", ".join(map(str, figure.years))
        year = f" ({years})" if english else f" (năm {years})"
    value = number_in_english(figure.value) if english else figure.value
    words, of = value, figure.subject if figure.follows else _counted_thing(candidate)
    if of and len(of) <= SHORT_SUBJECT:
        subject = in_english_subject(of) if english else of
        words = f"{value} {'of ' if english and '%' in value else ''}{subject}"
    if candidate.target and candidate.target.per and fold(candidate.target.per) not in fold(words):
        words += " " + (
            PER.get(fold(candidate.target.per), "") if english else candidate.target.per
        )
    bare = _stands_bare(candidate) and not material.query.every_place
    if (several or bare) and len(candidate.indicator.split()) > ELLIPTIC:
        words += f": {_measured(candidate.indicator, english)}"
    return words.strip() + year


def _counted_thing(candidate: Candidate) -> str:
    """Return what a figure that stands apart is of: 70 % of the centres named above it."""
    target = candidate.target
    if target is None or "%" not in target.value:
        return ""
    return "" if _is_system(target) or target.per else target.subject


def _is_system(target: Target) -> bool:
    """Tell a subject that is a whole system (hệ thống thư viện) from one kind of institution."""
    return fold(target.subject).startswith("he thong")


def _stands_bare(candidate: Candidate) -> bool:
    """Tell whether neither the figure nor its subject says what it is of: `10% mỗi năm`."""
    target = candidate.target
    return target is not None and not candidate.figure.follows and not _counted_thing(candidate)


def _measured(indicator: str, english: bool) -> str:
    """Say what a figure measures: in English, where it is known, before the plan's own words."""
    known = indicator_in_english(indicator) if english else None
    return f"{known} ({_clip(indicator)})" if known else _clip(indicator)


def _clip(words: str) -> str:
    if len(words) <= SHORT_INDICATOR:
        return words
    return words[: words.rfind(" ", 0, SHORT_INDICATOR)] + " …"


def _lead_of(material: Material, target: Target, home: Passage, quote: Quote) -> Quote | None:
    """Quote what stands above a bare figure (`Năm 2025: đạt 70%.`) and says what it is of."""
    told = (target.indicator,) if _is_system(target) else (target.subject, target.indicator)
    words = [fold(part)[:LEAD] for part in told if part]

    def names(text: str) -> bool:
        return any(part in fold(text) for part in words)

    if names(quote.reading):
        return None
    for depth in range(len(home.headings) - 1, 0, -1):
        if names(home.headings[depth]):
            return quote_heading(material.plan, home, depth)
    above = [p for p in material.passages if p.path == home.path and p.span.end <= home.span.start]
    named = [p for p in above if names(p.reading)]
    return quote_passage(material.plan, named[-1]) if named else None


def _support(material: Material, chosen: Sequence[Candidate]) -> tuple[Statement, ...]:
    quotes: dict[Quote, str] = {}
    for candidate in chosen:
        if candidate.target is not None:
            span = candidate.target.span
            home = material.home(span) or candidate.passage
            quote = quote_words(material.plan, home, span)
            said = " ".join([quote.reading, *home.headings])
            if any(str(year) not in said for year in candidate.figure.years):
                quote = quote_passage(material.plan, home)  # the year stands in a sentence before
            lead = _lead_of(material, candidate.target, home, quote)
            if lead is not None:
                quotes.setdefault(lead, lead.reading)
        else:
            quote = quote_passage(material.plan, candidate.passage)
        quotes.setdefault(quote, quote.reading)
    return tuple(Statement(reading, (quote,)) for quote, reading in quotes.items())
