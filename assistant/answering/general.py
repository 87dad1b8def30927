"""Answers in the words of passages: a section, a passage, and where money comes from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.agency import agency_keys
from assistant.answering.cited import cited_by_number, other_codes, prints_code
from assistant.answering.finding import (
    Finding,
    Quote,
    Statement,
    quote_heading,
    quote_passage,
    quote_words,
)
from assistant.answering.material import SENTENCE, SUPPORT, Material
from assistant.claim import days_of, states_figure
from assistant.english_indicators import source_in_english
from assistant.evidence import is_compound, text_terms
from assistant.facets import acts_told
from assistant.plans_named import title_words
from assistant.query import Query
from assistant.synonyms import alternatives
from assistant.wording import (
    AMOUNT,
    AT_PRESENT,
    DAY_CALLED,
    DAYS_LISTED,
    EXCEPT,
    LIST,
    NAMED_DAY,
    SOURCES,
    THINGS_NAMED,
    WHICH_PLAN,
)
from corpus.facts import Funding
from corpus.plan import Passage
from corpus.vietnamese import fold, tokens

WORDS_NEEDED = 0.52
"""The share of a question's words that a passage must have to answer a question of no kind."""

ELSEWHERE = 0.3
"""A passage outside the part on funding that meets a question by so much more is what it asks."""

HEADING_SUPPORT = 0.75
"""A heading that meets so much of a question is what the question asks to read."""

SHORT_LIMIT = 420
"""Characters of a short answer taken from running text: two or three sentences, 80 words."""

SOURCES_LIMIT = 330
"""Characters of the sentences on the sources of money; of longer ones only the sources are told."""

LIST_ITEM_LIMIT = 420
"""Characters of one item of a list."""

LISTED_SUPPORT = 0.6
"""The support of a passage that lists days, where a list of days is asked for."""

CONTENTS = 8
"""Passages; a section with more is answered by its headings."""

LIST_NEAR = 0.15
"""Items of a list meet a question less alike than rival answers to one do."""

LIST_LIMIT = 4
"""Passages that answer a question for a list where no section is the list."""

_NAMED_LAW = re.compile(
    r"\b(?:luat|nghi dinh|thong tu|nghi quyet)"
    r" (?!(?:nao|gi|so|cua|nhung|cac|ve|la|duoc)\b|\d)\w+ \w+"
)
"""A law by its name, of which only a passage that prints the name can speak."""

_WHEN = re.compile(r"\b(ngay|hom|nam|khi|thang) (nao|may)\b|bao gio")
"""A question for a date: of a law only the words `Luật … ngày …` state it."""


_MONEY = re.compile(r"\d[\d.,]*\s?(?:(?:tỷ|tỉ|triệu|nghìn|ngàn)\s?)?đồng\b|\d\s?(?:tỷ|tỉ|triệu)\b")


def states_money(text: str) -> bool:
    """Tell whether a text states an amount of money: `2,5 tỷ đồng`."""
    return bool(_MONEY.search(text))


def answer_funding(material: Material) -> Finding | None:
    """What the part on funding (kinh phí) says; elsewhere, a passage that meets the question."""
    part = [p for p in material.passages if p.headings and "kinh phi" in fold(p.headings[0])]
    if AMOUNT.search(fold(material.query.own)) and not any(states_money(p.reading) for p in part):
        return None
    if not _pays_for(part, fold(material.query.own)):
        return answer_general(material)
    best = max(map(material.support, part), default=0.0)
    elsewhere = max(map(material.support, material.body), default=0.0)
    found = _sources(material)
    whole_plan = _of_whole_plan(material)
    if not part or (elsewhere > best + ELSEWHERE and not (found and whole_plan)):
        return answer_general(material)
    strength = WHOLE_PLAN if whole_plan else max(best, SUPPORT)
    if found:
        return replace(found, strength=strength)
    if not whole_plan and best >= SUPPORT:  # what of it: who draws up estimates, into which budget
        part = [p for p in part if material.support(p) >= best - LIST_NEAR]
    whole = " ".join(p.reading for p in part)
    sources = "; ".join(_first_sentence(p.reading) for p in part)
    short = whole if len(whole) <= SHORT_LIMIT else sources
    statements = tuple(Statement(p.reading, (quote_passage(material.plan, p),)) for p in part)
    return Finding(material.plan, short, statements, strength)


_WHICH = re.compile(r"\b(?:nhung|cac) (?P<thing>\w+(?: \w+){0,2}) nao\b")


def _pays_for(part: Sequence[Passage], own: str) -> bool:
    """Tell whether the part on funding names what is asked for: `những câu lạc bộ nào`."""
    asked = _WHICH.search(own)
    if asked is None:
        return True
    words = asked.group("thing").split()
    said = " ".join(" ".join(tokens(p.reading)) for p in part)
    return bool({*words} & _MONEY_SPENT) or words[0] == "khoan" or " ".join(words) in said


WHOLE_PLAN = 1.0
"""How well the part on funding meets a question for nothing but the money of a plan: all alike."""


def _of_whole_plan(material: Material) -> bool:
    """Tell whether money is asked for that is for nothing but the plan itself."""
    words = {word for term in material.query.terms for word in term.split()}
    return words <= {*title_words(material.plan), *_MONEY_SPENT}


_MONEY_SPENT = frozenset(
    "tien kinh phi von nguon ngan sach nha nuoc lay lam thuc hien trien khai chi huy dong "
    "dung".split()
)
"""Words for money and how it comes and goes."""


def _sources(material: Material) -> Finding | None:
    """Name the sources of the money as the facts have them; None for another question."""
    funding = _of_named(_beside_excluded(material), material.query)
    if not funding or not SOURCES.search(fold(material.query.own)):
        return None
    quotes: dict[Quote, Statement] = {}
    for fact in funding:
        home = material.home(fact.span)
        if home:
            quote = quote_words(material.plan, home, fact.span)
            quotes.setdefault(quote, Statement(fact.source, (quote,)))
    short = " ".join(quote.reading for quote in quotes)
    if material.query.language == "en":
        named = dict.fromkeys(source_in_english(fact.source) for fact in funding)
        short = "; ".join(named)
        short = short[:1].upper() + short[1:]
    elif len(short) > SOURCES_LIMIT or len(funding) < len(material.facts.funding):
        short = "; ".join(dict.fromkeys(fact.source for fact in funding))
    return Finding(material.plan, short, tuple(quotes.values()), SUPPORT)


def _beside_excluded(material: Material) -> tuple[Funding, ...]:
    """Return the sources of the money without the one that a question sets aside."""
    funding, own = material.facts.funding, fold(material.query.own)
    if not (told := EXCEPT.search(own)) or not re.search(r"ngan sach|budget", told.group("what")):
        return funding
    return tuple(f for f in funding if not fold(f.source).startswith(_BUDGET)) or funding


def _of_named(funding: tuple[Funding, ...], query: Query) -> tuple[Funding, ...]:
    """Keep the sources that a question names, where it names some of them: nguồn xã hội hóa."""
    named = [kind for kind in _SOURCE_KINDS if any(kind in term for term in query.terms)]
    kept = tuple(f for f in funding if any(kind in fold(f.source) for kind in named))
    return kept or funding


_SOURCE_KINDS = ("xa hoi hoa", "tai tro", "dong gop", "vien tro", "doanh nghiep")
"""Sources beside the budget, as sources and questions name them."""


_BUDGET = ("ngan sach", "nguon ngan sach", "tu ngan sach")


def _first_sentence(reading: str) -> str:
    return re.split(r"(?<=[.;])\s", reading)[0].rstrip(" .;")


def answer_general(material: Material) -> Finding | None:
    """The section whose heading is what is asked for, or the passage that meets the question."""
    own = fold(material.query.own)
    if NAMED_DAY.search(own):
        return _named_day(material)
    days = days_of(material.query.own)
    if days and (DAY_CALLED.search(own) or WHICH_PLAN.search(own)):
        return _called(material, days)
    if DAYS_LISTED.search(own):
        listed = _listed_days(material)
        if listed or _KEPT.search(own):
            return listed
    rest = material.query.remaining[0] if material.query.agencies else material.query.terms
    if len(material.query.unknown) > len(rest):
        return None  # most of what is asked is nothing that plans speak of
    codes = other_codes(material)
    asked = " ".join(tokens(material.query.own))
    law = _NAMED_LAW.search(asked)
    named = law.group() + (" ngay" if _WHEN.search(asked) else "") if law else ""
    wanted, present = " . ".join(material.query.terms), AT_PRESENT.search(own)
    ranked = [
        (score, passage)
        for score, passage in material.ranked()
        if _is_text(passage)
        and all(prints_code(passage.text, code) for code in codes)
        and (not named or named in " ".join(tokens(passage.reading)))
        and _names_what_is_asked(passage, material.query)
        and acts_told(wanted, passage.reading)
        and not (present and _TO_COME.match(fold(passage.reading)))
    ]
    if ranked and codes:
        cited = cited_by_number(material, [passage for _, passage in ranked], codes)
        if cited:
            return cited
    if ranked and law and _WHEN.search(asked):
        return tell_passages(material, [ranked[0][1]], SUPPORT)
    if not ranked or ranked[0][0] < SUPPORT:
        return None
    if material.demand.coverage(ranked[0][1]) < WORDS_NEEDED:
        return None
    section = _asked_section(material)
    if section:
        return tell_section(material, section, ranked[0][0])
    best = ranked[0][0]
    if not _asks_list(material.query):
        return tell_passages(material, [ranked[0][1]], best)
    near = [p for score, p in ranked if score >= best - LIST_NEAR]
    return tell_passages(material, near[:LIST_LIMIT], best)


_TO_COME = re.compile(r"[\W\d.]*(?:phan dau )?(?:den|trong)? ?nam 20\d\d\b")
"""How a passage begins that tells of a year to come."""

_THINGS = {
    "district": "huyen",
    "commune": "xa",
    "town": "thi tran",
    "school": "truong",
    "compan": "doanh nghiep",
    "project": "du an",
    "village": "thon",
    "museum": "bao tang",
    "librar": "thu vien",
    "relic": "di tich",
    "monument": "di tich",
    "festival": "le hoi",
}
"""What English words begin with for things by name, and the folded word that plans have."""


_NOUN = re.compile(r"\b(\w+ \w+) (?:gì|nào)\b")
_ANYTHING = frozenset(
    "noi dung|hoat dong|hinh thuc|bien phap|giai phap|nhiem vu|muc dich|yeu cau|doi tuong|linh vuc"
    "|cach thuc|phuong thuc|muc tieu|chi tieu|nguyen tac|chuong trinh|cong viec|van de|dieu kien"
    "|quyen loi|vai tro|y nghia|ket qua|phuong huong|chinh sach|tieu chi|san pham|dich vu|thu vien"
    "|ke hoach|dia phuong|nhu the|cu the|van ban|quyet dinh|don vi|co quan|to chuc".split("|")
)
"""Words that ask for anything of a kind, which need not be called so where it stands."""


def _noun_asked(query: Query) -> str:
    """Return the folded word that says what is asked for: `giấy tờ gì`; empty for a general one."""
    found = _NOUN.findall(query.own.lower())
    word = found[-1] if found else ""
    noun = " ".join(tokens(word))
    return noun if is_compound(word) and noun not in _ANYTHING else ""


def _says(noun: str, passage: Passage) -> bool:
    """Tell whether a passage has a folded word, or what plans write for it."""
    words = f" {' '.join(tokens(passage.reading))} "
    others = (" ".join(written) for _, written in alternatives((noun,)))
    return any(f" {one} " in words for one in (noun, *others))


def _names_what_is_asked(passage: Passage, query: Query) -> bool:
    """Tell whether a passage names one of the things that a question asks for by their names."""
    noun = _noun_asked(query)
    if noun and not _says(noun, passage):
        return False
    named = _thing_named(query)
    return not named or _gives_name(passage, named)


def lacks_names(material: Material) -> bool:
    """Tell whether things are asked for by what they are called, and a plan calls none by name."""
    asked = THINGS_NAMED.search(fold(material.query.own))
    if not asked or not (asked["called"] or asked["english_called"]):
        return False
    named = _thing_named(material.query)
    return not any(_gives_name(passage, named) for passage in material.passages)


def _thing_named(query: Query) -> str:
    """Return the folded word for what a question asks the names of; empty where it asks none."""
    asked = THINGS_NAMED.search(fold(query.own))
    if asked is None:
        return ""
    english = asked["english"] or asked["english_called"] or ""
    told = next((noun for head, noun in _THINGS.items() if english.startswith(head)), None)
    return told or asked["noun"] or asked["listed"] or asked["called"] or ""


def _gives_name(passage: Passage, noun: str) -> bool:
    """Tell whether a passage has a word with a name of its own after it: `huyện Cát Hải`."""
    words = passage.reading.split()
    size = len(noun.split())
    pairs = ((" ".join(words[i : i + size]), words[i + size]) for i in range(len(words) - size))
    return any(
        fold(a).lstrip("“(") == noun and b[:1].isupper() and fold(b) not in _CAPITALISED
        for a, b in pairs
    )


_CAPITALISED = frozenset("viet dai mam tieu trung".split())
"""What is written large and is no name of one thing: bảo tàng Việt Nam, trường Đại học."""


def answer_passage(material: Material) -> Finding | None:
    """The one passage that meets the question best, for a question of yes or no."""
    ranked = [(score, passage) for score, passage in material.ranked() if passage.headings]
    if not ranked or ranked[0][0] < SUPPORT:
        return None
    return tell_passages(material, [ranked[0][1]], ranked[0][0])


def passage_with_figure(material: Material) -> Finding | None:
    """The passage that prints the count a question gives and meets the rest of it best."""
    for score, passage in material.ranked():
        if score >= SUPPORT and states_figure(passage.reading, material.query.figures):
            return tell_passages(material, [passage], score)
    return None


_DATED_DAY = re.compile(r"\b[Nn]gày [^\d.,;]+\d{1,2}/\d{1,2}\b\)?")


def _named_day(material: Material) -> Finding | None:
    """The clause that gives a named day its date: `Ngày Di sản văn hoá Việt Nam (23/11)`."""
    best: tuple[float, str, Passage] | None = None
    for passage in material.body:
        for dated in _DATED_DAY.finditer(passage.reading):
            share = material.demand.share(text_terms(dated.group()))
            if best is None or share > best[0]:
                best = (share, dated.group(), passage)
    if best is None or best[0] < HEADING_SUPPORT:
        return None
    share, clause, passage = best
    support = Statement(passage.reading, (quote_passage(material.plan, passage),))
    return Finding(material.plan, clause, (support,), max(share, SUPPORT))


_GROUPS = re.compile(r"giai phap|noi dung thuc hien|noi dung, nhiem vu")


def answer_groups(material: Material) -> Finding | None:
    """The groups of tasks and solutions: the headings of the part that is called so."""
    inside = [p for p in material.passages if len(p.headings) > 1]
    part = [p for p in inside if _GROUPS.search(fold(p.headings[1]))]
    depth = 2
    if not part:  # else a part that is called so
        part = [p for p in material.passages if p.headings and _GROUPS.search(fold(p.headings[0]))]
        depth = 1
    items: dict[str, Statement] = {}
    for passage in part:
        if len(passage.headings) > depth:
            heading = passage.headings[depth]
            quote = quote_heading(material.plan, passage, depth)
        else:
            heading, quote = _first_sentence(passage.reading), quote_passage(material.plan, passage)
        items.setdefault(heading, Statement(heading, (quote,)))
    if len(items) < 2:
        return None
    lead = material.words("Nhiệm vụ, giải pháp", "Tasks and solutions")
    short = "\n- ".join([f"{lead} ({len(items)}):", *items])
    return Finding(material.plan, short, tuple(items.values()), SUPPORT)


_CLAUSE = re.compile(r"(?<=[,;:])\s+|\.\s+")


def _called(material: Material, days: frozenset[tuple[int, int]]) -> Finding | None:
    """What a plan calls a day, wherever it names it: `18/5` → Ngày Quốc tế Bảo tàng."""
    names: dict[str, str] = {}
    statements = []
    clauses = [(p, clause) for p in material.body for clause in _CLAUSE.split(p.reading)]
    told = [(p, clause) for p, clause in clauses if days & days_of(_OF_A_YEAR.sub("", clause))]
    # else of documents: `Nghị quyết số 13-NQ/TU ngày 23/11/2021` calls no day by a name
    for passage, clause in told or [(p, c) for p, c in clauses if days & days_of(c)]:
        name = clause[clause.find("Ngày") :] if "Ngày" in clause else clause
        name = _to_its_day(name, days)
        names.setdefault(" ".join(tokens(name)), name.strip(" ,;"))
        statements.append(Statement(name, (quote_passage(material.plan, passage),)))
    if not names:
        return None
    return Finding(material.plan, "; ".join(names.values()), tuple(statements), 1.0)


_OF_A_YEAR = re.compile(r"\b\d{1,2}/\d{1,2}/\d{4}\b")


def _to_its_day(clause: str, days: frozenset[tuple[int, int]]) -> str:
    """Cut a clause after the day: where a comma is missing, another named day follows it."""
    for found in re.finditer(r"\d{1,2}/\d{1,2}(?:\s?\))?", clause):
        if days & days_of(found.group()):
            return clause[: found.end()]
    return clause


_OCCASION = re.compile(
    r"\b(?:Ngày|Tuần lễ|Tháng hành động) [^\W\d_].*?"
    r"(?=[,;.]|$| (?:Ngày|Tuần lễ) [^\W\d_]|\s?với (?:nhiều|quy mô)| và các )"
)
"""A named day or week, with its date, up to the next."""


_KEPT = re.compile(r"\b(?:ky niem|ngay le|dip le)\b|\b(?:commemorat|celebrat|observ|mark)")
"""Days that are kept, which no other passage tells of: a kỷ niệm chương is a medal."""

_OTHER_DAYS = re.compile(r"\bvà (các ngày lễ[^.;]*)")


def _listed_days(material: Material) -> Finding | None:
    """The passage that meets a question for days and names more than one, clause by clause."""
    wanted = " . ".join(material.query.terms)
    words = {word for term in material.query.terms for word in term.split()}
    every = words <= _ANY_DAYS  # whatever a plan names, wherever it does
    found: dict[str, str] = {}
    statements = []
    for score, passage in material.ranked()[: None if every else 5]:
        days = [m.group().strip(" -–") for m in _OCCASION.finditer(passage.reading)]
        others = _OTHER_DAYS.search(passage.reading)
        days += [others.group(1)] if others else []
        if not acts_told(wanted, passage.reading):
            continue
        if ((every and passage.headings) or score >= LISTED_SUPPORT) and len(days) > 1:
            statements.append(Statement(passage.reading, (quote_passage(material.plan, passage),)))
            for day in days:
                found.setdefault(" ".join(tokens(day)), day)
            if not every:
                break
    if not found:
        return None
    return Finding(material.plan, "; ".join(found.values()), tuple(statements), SUPPORT)


_ANY_DAYS = frozenset(
    "ngay tuan le dip su kien ky niem hoat dong huong ung to chuc lon neu trong nam".split()
)
"""Words of a question for days that do not say which."""


def _is_text(passage: Passage) -> bool:
    """Tell the words of a plan from its head and its list of recipients."""
    return bool(passage.headings) or passage.path[:1] != ("Nơi nhận",)


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
    asked = {word for phrase in material.query.terms for word in phrase.split()}

    def fitness(headings: tuple[str, ...]) -> tuple[float, int, int]:
        """Its share of the question, its share in the question's own words, and its shortness."""
        said = material.demand.share(text_terms(headings[-1]))
        return said, len(asked & set(tokens(headings[-1]))), -len(headings[-1])

    return found[max(found, key=fitness)]


def tell_section(material: Material, section: Sequence[Passage], strength: float) -> Finding:
    """Tell a section in its words; a long one by its headings."""
    tell = _tell_contents if len(section) > CONTENTS else tell_passages
    return tell(material, section, strength)


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
        return tell_passages(material, section, strength)
    statements = tuple(
        Statement(p.headings[depth], (quote_heading(material.plan, p, depth),)) for p in first
    )
    short = "\n- ".join([f"{shared[-1] if shared else ''}:", *(s.text for s in statements)])
    return Finding(material.plan, short, statements, strength)


def tell_passages(material: Material, passages: Sequence[Passage], strength: float) -> Finding:
    """What a few passages say, each with the heading it stands under."""
    statements = tuple(Statement(p.reading, (quote_passage(material.plan, p),)) for p in passages)
    limit = SHORT_LIMIT if len(passages) == 1 else LIST_ITEM_LIMIT
    parts = [_led(material, passage, limit) for passage in passages]
    if len(parts) == 1:
        return Finding(material.plan, parts[0], statements, strength)
    items = tuple(
        Statement(part, statement.quotes) for part, statement in zip(parts, statements, strict=True)
    )
    lead = material.words("Kế hoạch nêu:", "The plan states:")
    return Finding(material.plan, "\n- ".join([lead, *parts]), items, strength)


def _led(material: Material, passage: Passage, limit: int) -> str:
    """Return the best part of a passage, a duty with the agencies of the heading above it."""
    return led_by(passage, best_part(material, passage.reading, limit))


def led_by(passage: Passage, words: str) -> str:
    """Put the agency of the heading above a duty before some words of it."""
    if len(passage.headings) < 2 or not agency_keys(passage.headings[1]):
        return words
    return words if fold(passage.headings[1]) in fold(words) else f"{passage.headings[1]}: {words}"


def best_part(material: Material, text: str, limit: int) -> str:
    """Return the run of sentences within the limit that meets the question best, the longest of
    equals: what follows in the same clause belongs to the answer."""
    cuts = sorted({0, len(text), *(m.end() for m in _parts(text, limit))})
    best, part = (-1.0, 0), shorten(text, limit)
    for at, start in enumerate(cuts):
        for end in cuts[at + 1 :]:
            run = text[start:end].strip()
            score = (material.demand.share(text_terms(run)), len(run))
            if len(run) <= limit and score > best:
                best, part = score, _elided(text, start, end)
    return part


def _parts(text: str, limit: int) -> list[re.Match[str]]:
    """Return where a text may be cut: between sentences, inside one over the limit at commas."""
    ends = list(SENTENCE.finditer(text))
    bounds = [0, *(m.end() for m in ends), len(text)]
    long = [(a, b) for a, b in pairwise(bounds) if b - a > limit]
    commas = [m for m in re.finditer(r",\s+", text) if any(a < m.end() < b for a, b in long)]
    return [*ends, *commas]


def _elided(text: str, start: int, end: int) -> str:
    """Return a part of a text, dots where it begins or ends inside a sentence."""
    part = text[start:end].strip()
    begins = not start or text[:start].rstrip().endswith((".", ";"))
    ends = end == len(text) or part.endswith((".", ";"))
    return ("" if begins else "… ") + (part if ends else part.rstrip(" ,") + " …")


def shorten(text: str, limit: int) -> str:
    """Cut a text after its last whole sentence or word within the limit of a short answer."""
    if len(text) <= limit:
        return text
    cut = text[:limit]
    ends = [match.end() for match in SENTENCE.finditer(cut)]
    return cut[: ends[-1]].strip() if ends else cut[: cut.rfind(" ")] + " …"
