"""One function a kind of question: what a plan says in answer, or None where it is silent."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answering.facets import agree
from assistant.answering.figures import Figure, find_figures
from assistant.answering.finding import Finding, Statement, quote_duty, quote_heading, quote_passage
from assistant.evidence import Demand, text_terms
from assistant.question import Query
from assistant.wording import COUNT, EARLY, LIST, MONEY, PARTNERS, SEVERAL_AGENCIES
from corpus.agencies import split_agencies
from corpus.plan import Passage, Plan
from corpus.vietnamese import fold, tokens

SUPPORT = 0.85
"""The support that evidence must give a question; below it nothing is answered. Chosen on 134
development questions, between the best accuracy (.65) and the best balance (1.0)."""

WORDS_ENOUGH = 0.7
"""The share of a question's words that is support enough, however far the meaning seems."""

WORDS_NEEDED = 0.52
"""The share of a question's words that a passage must have to answer a question of no kind."""

NAMED = 0.5
"""The share of a question's words that an agency's name must meet to be the one asked about."""

WHOLE_NAME = 0.8
"""The share of the words of an agency's name that make it named, whatever else is asked."""

_GENERIC = frozenset("uy ban tinh huyen thanh pho thi xa tran va cac de nghi viet nam".split())

OTHER_YEAR = 0.12
"""Support that a figure of the same section for another year may have less."""

TARGET_SHARE = 0.58
"""The share of a question's words that must stand around a figure, however close its meaning."""

NEAR = 0.04
"""Evidence so near to the best is as good: it is part of the answer as well."""

DAY_BONUS = 0.2
"""Support that a sentence with a day may miss and still go before one without; twice as much where
a last day is asked for."""

ELSEWHERE = 0.3
"""A passage outside the part on funding that meets a question by so much more is what it asks."""

HEADING_SUPPORT = 0.75
"""A heading that meets so much of a question is what the question asks to read."""

SHORT_LIMIT = 700
"""Characters of a short answer taken from running text: a paragraph of a plan, whole."""

LIST_ITEM_LIMIT = 700
"""Characters of one item of a list."""

CONTENTS = 8
"""Passages; a section with more is answered by its headings."""

LIST_NEAR = 0.15
"""Items of a list meet a question less alike than rival answers to one do."""

LIST_LIMIT = 4
"""Passages that answer a question for a list where no section is the list."""

_IMPLEMENTATION = re.compile(r"to chuc thuc hien|phan cong (nhiem vu|trach nhiem)|trach nhiem cua")
_INLINE_AGENCY = re.compile(r"^([^:]{6,220}):\s")
_UNION = re.compile(r"^((?:Hội|Liên đoàn|Đoàn)\s[^,;:.]{3,40}?\s(?:tỉnh|huyện|thành phố|xã))\s")
_DAY = re.compile(
    r"(?:trước |chậm nhất |đến |vào )?ngày \d{1,2}"
    r"(?:/\d{1,2}(?:/\d{4})?| tháng \d{1,2}(?: năm \d{4})?)"
    r"(?:\s*(?:hằng|hàng) năm)?",
    re.IGNORECASE,
)
_REVIEW = re.compile(
    r"(sơ kết|tổng kết)[^.;]{0,80}?((?:vào |trong )?(?:cuối |đầu |giữa )?năm 20\d\d)", re.IGNORECASE
)
_YEARLY = re.compile(r"(?:định kỳ )?(?:hằng|hàng) năm(?: định kỳ)?", re.IGNORECASE)
_MONEY_UNIT = re.compile(r"\b(?:đồng|VNĐ|USD)\b")
_PARTNERS = re.compile(
    r"[Pp]hối hợp(?: chặt chẽ)? (?:với|cùng) (.{4,160}?)(?=[;.:]|,? (?:trong|triển khai|thực hiện|"
    r"hướng dẫn|tổ chức|tham mưu|xây dựng|rà soát|chỉ đạo|tích cực|tổng hợp|xác định|cân đối|"
    r"đề xuất|nghiên cứu|hợp tác|để|có liên quan tham|tuyên truyền)\b)"
)
"""Whom a duty is carried out with: what follows "phối hợp với", up to the verb of the duty."""
_SENTENCE = re.compile(r"(?<=[.;])\s+")


@dataclass(frozen=True)
class Material:
    """What the answer of one plan is made from."""

    query: Query
    plan: Plan
    passages: tuple[Passage, ...]
    demand: Demand
    closeness: Mapping[str, float]
    """What closeness in meaning adds to the support of each passage, by its id."""

    def within(self, part: re.Pattern[str]) -> Material:
        """Return the same question put to the parts whose folded heading the pattern finds."""
        kept = (p for p in self.passages if p.headings and part.search(fold(p.headings[0])))
        return replace(self, passages=tuple(kept))

    @property
    def body(self) -> list[Passage]:
        """The passages of the parts, without the head, the title and the recipients."""
        return [passage for passage in self.passages if passage.headings]

    def support(self, passage: Passage) -> float:
        """How far a passage meets the question, by its words and by its meaning."""
        return self.weigh(self.demand.coverage(passage), passage)

    def weigh(self, share: float, passage: Passage) -> float:
        """Add what closeness in meaning gives to a share of words; most words alone are enough."""
        support = share + max(0.0, self.closeness.get(passage.id, 0.0))
        return max(support, SUPPORT) if share >= WORDS_ENOUGH else support

    def ranked(self) -> list[tuple[float, Passage]]:
        """The passages with their support, best first, document order among equals."""
        scored = [(self.support(passage), passage) for passage in self.passages]
        return sorted(scored, key=lambda item: -item[0])


Answerer = Callable[[Material], Finding | None]


@dataclass(frozen=True)
class Assignment:
    """A passage that charges agencies with a duty."""

    agencies: tuple[str, ...]
    passage: Passage
    inline: bool
    """The agencies are named in the passage itself, not in the heading above it."""


def find_assignments(passages: Sequence[Passage]) -> list[Assignment]:
    """Return the duties under "Tổ chức thực hiện" with the agencies they are given to."""
    assignments = []
    for passage in passages:
        if len(passage.headings) < 2 or not _IMPLEMENTATION.search(fold(passage.headings[0])):
            continue
        heading = passage.headings[1]
        named = _INLINE_AGENCY.match(passage.reading) or _UNION.match(passage.reading)
        inline = bool(named) and named is not None and _names_agencies(named.group(1))
        if inline and named is not None and named.group(1) != heading:
            assignments.append(Assignment(split_agencies(named.group(1)), passage, True))
        else:
            assignments.append(Assignment(split_agencies(heading), passage, False))
    return assignments


def _names_agencies(words: str) -> bool:
    return (
        words[0].isupper()
        and len(words.split()) <= 40
        and not words.startswith(("Chủ trì", "Chỉ đạo"))
    )


def answer_agency(material: Material) -> Finding | None:
    """Which agencies are charged with what is asked: all whose duty meets it best."""
    if PARTNERS.search(fold(material.query.question)):
        partners = _answer_partners(material)
        if partners:
            return partners
    assignments = find_assignments(material.passages)
    scored = [(material.support(a.passage), a) for a in assignments]
    best = max((score for score, _ in scored), default=0.0)
    if best < SUPPORT:
        return answer_general(material.within(_IMPLEMENTATION))
    chosen = _responsible(material, [(s, a) for s, a in scored if s >= best - NEAR])
    agencies = list(dict.fromkeys(name for a in chosen for name in a.agencies))
    statements = tuple(_duty(material.plan, a) for a in chosen)
    return Finding(material.plan, join_names(agencies, material.query.language), statements, best)


def _answer_partners(material: Material) -> Finding | None:
    """Whom the agency that the question names works with, in the words of its duties."""
    group = _named_agency(material, NAMED)
    told = [(a, _PARTNERS.findall(a.passage.reading)) for a in group]
    told = [(assignment, names) for assignment, names in told if names]
    if not told:
        return None
    names = list(dict.fromkeys(name.strip(" ,") for _, found in told for name in found))
    statements = tuple(_duty(material.plan, assignment) for assignment, _ in told)
    return Finding(material.plan, "; ".join(names), statements, SUPPORT)


def _named_agency(material: Material, enough: float) -> list[Assignment]:
    """Return the duties of the agency whose name meets the question best, if it meets enough."""
    groups: dict[tuple[str, ...], list[Assignment]] = {}
    for assignment in find_assignments(material.passages):
        groups.setdefault(assignment.agencies, []).append(assignment)
    asked = set(tokens(material.query.own)) | {w for t in material.query.terms for w in t.split()}
    scored = {a: max(_met_by(material, a), _spelled_out(a, asked)) for a in groups}
    best = max(scored, key=lambda agencies: scored[agencies], default=())
    return groups[best] if best and scored[best] >= enough else []


def _met_by(material: Material, agencies: tuple[str, ...]) -> float:
    """The share of the question that the names of agencies meet."""
    return material.demand.share(text_terms(", ".join(agencies)))


def _spelled_out(agencies: tuple[str, ...], asked: set[str]) -> float:
    """The share of an agency's name that the question spells out, where that is nearly all."""
    names = [set(tokens(agency)) - _GENERIC for agency in agencies]
    best = max((len(name & asked) / len(name) for name in names if len(name) > 1), default=0.0)
    return best if best >= WHOLE_NAME else 0.0


def _responsible(material: Material, near: list[tuple[float, Assignment]]) -> list[Assignment]:
    """Of duties that meet the question alike, take all where several agencies are asked for, else
    those of the agency that meets it best."""
    if SEVERAL_AGENCIES.search(fold(material.query.question)):
        return [assignment for _, assignment in near]
    first = max(near, key=lambda item: item[0])[1]
    return [assignment for _, assignment in near if assignment.agencies == first.agencies]


def _duty(plan: Plan, assignment: Assignment) -> Statement:
    """State a duty; where the agency stands in the heading only, the heading is quoted as well."""
    passage = assignment.passage
    if assignment.inline:
        return Statement(passage.reading, (quote_passage(plan, passage),))
    heading = passage.headings[1]
    text = passage.reading
    return Statement(
        text if text.startswith(heading) else f"{heading}: {text}", quote_duty(plan, passage, 1)
    )


def join_names(names: Sequence[str], language: str) -> str:
    """Join agencies as a sentence would: `Công an tỉnh và Bộ Chỉ huy Quân sự tỉnh`."""
    if len(names) <= 1:
        return "".join(names)
    last = " and " if language == "en" else " và "
    return ", ".join(names[:-1]) + last + names[-1]


def answer_duties(material: Material) -> Finding | None:
    """Every duty of the agency that the question names, in the order of the plan."""
    group = _named_agency(material, NAMED)
    if not group:
        return answer_agency(material)
    agencies = group[0].agencies
    tasks = [_task(assignment) for assignment in group]
    duties = tuple(
        Statement(task, _duty(material.plan, assignment).quotes)
        for task, assignment in zip(tasks, group, strict=True)
    )
    names = join_names(agencies, material.query.language)
    short = "\n- ".join([f"{names}:", *tasks])
    return Finding(material.plan, short, duties, SUPPORT)


def _task(assignment: Assignment) -> str:
    """Return a duty without the agency it begins with."""
    reading = assignment.passage.reading
    named = _INLINE_AGENCY.match(reading)
    starts = named and named.group(1) in (assignment.passage.headings[1], *assignment.agencies)
    return reading[named.end() :] if named and starts else reading


def answer_target(material: Material) -> Finding | None:
    """The figures whose subject and year are those of the question."""
    candidates: list[_Candidate] = []
    asked = " . ".join(material.query.terms)
    money = bool(MONEY.search(" ".join(material.query.spoken)))
    counted = bool(COUNT.search(fold(material.query.own))) and not material.query.years
    for passage in material.body:
        heads = [term for heading in passage.headings for term in text_terms(heading)]
        for figure in find_figures(passage.reading, passage.headings):
            if money and not _MONEY_UNIT.search(figure.subject):
                continue
            if counted and "%" in figure.value:
                continue
            around = f"{figure.context} {' '.join(passage.headings)}"
            if _holds_for(figure, material.query.years) and agree(asked, figure.named, around):
                subject = material.demand.met(text_terms(figure.named))
                beside = material.demand.met([*text_terms(figure.context), *heads])
                met = material.demand.weigh(subject | beside)
                if met >= TARGET_SHARE:
                    score = material.weigh(met, passage)
                    candidates.append(_Candidate(score, subject, figure, passage))
    best = max((c.score for c in candidates), default=0.0)
    if best < SUPPORT:
        return None
    chosen = _cover(candidates, best - NEAR, material)
    return Finding(material.plan, _state(chosen), _support(material.plan, chosen), best)


@dataclass(frozen=True)
class _Candidate:
    score: float
    subject: frozenset[str]
    """The terms of the demand that the name of what is counted meets."""
    figure: Figure
    passage: Passage


def _cover(
    candidates: Sequence[_Candidate], enough: float, material: Material
) -> list[tuple[Figure, Passage]]:
    """Choose the figures whose subjects meet the question best; a second one for what is left.

    "bao nhiêu bản sách và bao nhiêu bản tài liệu" asks for two figures of one passage: the second
    is the one whose subject meets a phrase of the question that the first left unmet.
    """
    demand = material.demand
    phrases = [demand.weights.keys() & set(text_terms(p)) for p in material.query.terms]
    near = [c for c in candidates if c.score >= enough]
    if not material.query.years:  # the same target in another year belongs to the answer
        sections = {c.passage.path for c in near}
        others = [c for c in candidates if c.passage.path in sections and c not in near]
        near += [c for c in others if c.score >= enough - OTHER_YEAR]

    def sharpness(candidate: _Candidate) -> float:
        return demand.weigh(term for term in candidate.subject if "_" not in term)

    sharpest = max(map(sharpness, near))
    chosen = [c for c in near if sharpness(c) >= sharpest - NEAR]
    met = frozenset(term for candidate in chosen for term in candidate.subject)
    homes = {candidate.passage.id for candidate in chosen}
    for candidate in candidates:
        more = any(phrase <= candidate.subject and not phrase <= met for phrase in phrases)
        if candidate not in chosen and candidate.passage.id in homes and more:
            chosen.append(candidate)
            met |= candidate.subject
    return [(c.figure, c.passage) for c in candidates if c in chosen]


def _holds_for(figure: Figure, years: tuple[int, ...]) -> bool:
    return not years or bool(set(figure.years) & set(years))


def _state(chosen: Sequence[tuple[Figure, Passage]]) -> str:
    return "; ".join(dict.fromkeys(_phrase(figure) for figure, _ in chosen))


def _phrase(figure: Figure) -> str:
    year = f" (năm {', '.join(map(str, figure.years))})" if figure.years else ""
    words = f"{figure.value} {figure.subject}" if figure.follows else figure.value
    return (words if len(words) <= SHORT_LIMIT else figure.value) + year


def _support(plan: Plan, chosen: Sequence[tuple[Figure, Passage]]) -> tuple[Statement, ...]:
    passages = dict.fromkeys(passage for _, passage in chosen)
    return tuple(Statement(p.reading, (quote_passage(plan, p),)) for p in passages)


def answer_deadline(material: Material) -> Finding | None:
    """The day, or the year of a review, in the sentence that speaks of what is asked."""
    wants_day = bool(re.search(r"\bngay\b|\bdate\b", fold(material.query.question)))
    reviews = {r for r in ("so ket", "tong ket") if any(r in t for t in material.query.terms)}
    found: list[tuple[float, str, Passage]] = []
    for passage in material.body:
        for sentence in _SENTENCE.split(passage.reading):
            when = _when(sentence, wants_day, reviews)
            heads = [term for h in passage.headings for term in text_terms(h)]
            score = material.demand.share([*text_terms(sentence), *heads])
            score = material.weigh(score, passage)
            if when and score >= SUPPORT:
                found.append((score, when, passage))
    if not found:
        return None
    best = max(score for score, _, _ in found)
    bonus = DAY_BONUS * (2 if EARLY.search(fold(material.query.question)) else 1)
    near = [f for f in found if f[0] >= best - bonus]
    score, when, passage = max(near, key=lambda f: f[0] + bonus * bool(_DAY.search(f[1])))
    support = Statement(passage.reading, (quote_passage(material.plan, passage),))
    return Finding(material.plan, when, (support,), score)


def _when(sentence: str, wants_day: bool, reviews: set[str]) -> str:
    """Return the times a sentence states: of the reviews asked for, else days, else `hằng năm`."""
    if reviews:
        found = [(m.group(1), m.group(2)) for m in _REVIEW.finditer(sentence)]
        return "; ".join(f"{what} {year}" for what, year in found if fold(what) in reviews)
    days = [match.group().strip() for match in _DAY.finditer(sentence)]
    if days or wants_day:
        return "; ".join(days)
    held = [f"{m.group(1)} {m.group(2)}" for m in _REVIEW.finditer(sentence)]
    yearly = _YEARLY.search(sentence)
    return "; ".join(held) or (yearly.group() if yearly else "")


def answer_funding(material: Material) -> Finding | None:
    """What the part on funding (kinh phí) says; elsewhere, a passage that meets the question."""
    part = [p for p in material.passages if p.headings and "kinh phi" in fold(p.headings[0])]
    best = max(map(material.support, part), default=0.0)
    elsewhere = max(map(material.support, material.body), default=0.0)
    if not part or elsewhere > best + ELSEWHERE:
        return answer_general(material)
    whole = " ".join(p.reading for p in part)
    sources = "; ".join(_first_sentence(p.reading) for p in part)
    short = whole if len(whole) <= SHORT_LIMIT else sources
    statements = tuple(Statement(p.reading, (quote_passage(material.plan, p),)) for p in part)
    return Finding(material.plan, short, statements, max(best, SUPPORT))


def _first_sentence(reading: str) -> str:
    return re.split(r"(?<=[.;])\s", reading)[0].rstrip(" .;")


def answer_general(material: Material) -> Finding | None:
    """The section whose heading is what is asked for, or the passage that meets the question."""
    ranked = material.ranked()
    if not ranked or ranked[0][0] < SUPPORT:
        return None
    if material.demand.coverage(ranked[0][1]) < WORDS_NEEDED:
        return None
    section = _asked_section(material)
    if len(section) > CONTENTS:
        return _tell_contents(material, section, ranked[0][0])
    if section:
        return _tell(material, section, ranked[0][0])
    best = ranked[0][0]
    if not _asks_list(material.query):
        return _tell(material, [ranked[0][1]], best)
    near = [p for score, p in ranked if score >= best - LIST_NEAR]
    return _tell(material, near[:LIST_LIMIT], best)


def _asks_list(query: Query) -> bool:
    return bool(LIST.search(fold(query.question)))


def _asked_section(material: Material) -> list[Passage]:
    """Return the passages below the deepest heading that by itself meets the question."""
    found: dict[tuple[str, ...], list[Passage]] = {}
    for passage in material.passages:
        for depth in range(len(passage.headings), 0, -1):
            heading = passage.headings[depth - 1]
            if material.demand.share(text_terms(heading)) >= HEADING_SUPPORT:
                found.setdefault(passage.headings[:depth], []).append(passage)
                break
    if not found:
        return []
    chosen = max(found, key=lambda h: (material.demand.share(text_terms(h[-1])), -len(h[-1])))
    return found[chosen]


def _tell_contents(material: Material, section: Sequence[Passage], strength: float) -> Finding:
    """A long part is told by the headings below the one they share."""
    shared = section[0].headings
    while any(passage.headings[: len(shared)] != shared for passage in section):
        shared = shared[:-1]
    depth = len(shared)
    below = {p.headings[depth]: p for p in reversed(section) if len(p.headings) > depth}
    first = [
        p for p in section if below.get(p.headings[depth] if len(p.headings) > depth else "") is p
    ]
    if len(first) < 2:
        return _tell(material, section, strength)
    statements = tuple(
        Statement(p.headings[depth], (quote_heading(material.plan, p, depth),)) for p in first
    )
    short = "\n- ".join([f"{shared[-1] if shared else ''}:", *(s.text for s in statements)])
    return Finding(material.plan, short, statements, strength)


def _tell(material: Material, passages: Sequence[Passage], strength: float) -> Finding:
    statements = tuple(Statement(p.reading, (quote_passage(material.plan, p),)) for p in passages)
    limit = SHORT_LIMIT if len(passages) == 1 else LIST_ITEM_LIMIT
    parts = [_best_part(material, passage, limit) for passage in passages]
    short = parts[0] if len(parts) == 1 else "\n".join(f"- {part}" for part in parts)
    return Finding(material.plan, short, statements, strength)


def _best_part(material: Material, passage: Passage, limit: int) -> str:
    """Return the run of sentences within the limit that meets the question best, the longest of
    equals: what follows in the same clause belongs to the answer."""
    sentences = _SENTENCE.split(passage.reading)
    best, part = (-1.0, 0), shorten(passage.reading, limit)
    for start in range(len(sentences)):
        for end in range(start + 1, len(sentences) + 1):
            run = " ".join(sentences[start:end])
            score = (material.demand.share(text_terms(run)), len(run))
            if len(run) <= limit and score > best:
                best, part = score, run
    return part


def shorten(text: str, limit: int) -> str:
    """Cut a text after its last whole sentence or word within the limit of a short answer."""
    if len(text) <= limit:
        return text
    cut = text[:limit]
    ends = [match.end() for match in _SENTENCE.finditer(cut)]
    return cut[: ends[-1]].strip() if ends else cut[: cut.rfind(" ")] + " …"
