"""A question and the conversation before it → a query: language, places, years, kind, terms.

Everything is decided on folded words (no case, tones or marks), so `Tuyên Quang`, `TUYEN QUANG` and
`tuyen quang` are the same question. An English question is read as the Vietnamese terms of the
glossary. What was typed in haste is mended first (`spelling.py`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.agency import Mention, find_agencies
from assistant.answer import Language, Turn
from assistant.claim import (
    FRAME_OF_CLAIM,
    Ask,
    claimed_figures,
    day_spans,
    days_of,
    find_ask,
    plan_numbers,
)
from assistant.facets import facets_of
from assistant.glossary import translate_terms
from assistant.shorthand import could_be_syllable, is_abbreviation, spell_out
from assistant.wording import (
    COURTESY,
    DAY_CALLED,
    DAYS_LISTED,
    EITHER_OR,
    ENGLISH,
    EVERY_PLACE,
    FACTS,
    FOLLOW_UP,
    FRAME,
    GREETING,
    INSTITUTION_BEFORE,
    KINDS,
    LEADS,
    LEADS_PLACE,
    LEVEL_AFTER,
    LEVEL_BEFORE,
    NAMED_DAY,
    NAMED_PLACE,
    NAMED_PLACE_ENGLISH,
    NOT_A_PLACE,
    NUMBER_ASKED,
    OTHER_DOCUMENT,
    PARTAKES,
    PLAIN_PLACE,
    PLAN_NUMBER,
    PLAN_YEAR,
    PROPER_NAME,
    ROLES,
    SEVERAL_PLANS,
    SILENT_PLAN,
    STOP,
    STOP_ENGLISH,
    STOP_PLAIN,
    STRONG_DOCUMENT,
    THAT_AGENCY,
    THAT_DOCUMENT,
    THOSE,
    WHICH_PLAN,
    WHOLE_WORDS,
    WITH_WHOM,
    YEAR,
    DocumentFact,
    Kind,
    Role,
)
from corpus.places import ALSO_WORDS, OTHER_NAMES, PROVINCES, place_key
from corpus.plan import Plan
from corpus.vietnamese import WORD, early_tone, fold, has_diacritics, nfc, tokens, without_marks


@dataclass(frozen=True)
class Query:
    """What the retriever and the answerer work from."""

    question: str
    """The question as it was meant, slips mended."""
    text: str
    """The question as understood: follow-up resolved, abbreviations spelled out, accents given."""
    own: str
    """The question by itself: abbreviations spelled out, accents given."""
    base: str
    """The question a follow-up leans on, as understood; its own words where it leans on none."""
    greeting: bool
    language: Language
    kind: Kind
    facts: tuple[DocumentFact, ...]
    terms: tuple[str, ...]
    """Folded Vietnamese phrases of what is asked about, without frame words and places."""
    spoken: tuple[str, ...]
    """The same phrases with their marks, as typed or as restored, tones placed early."""
    marked: tuple[str, ...]
    """The words of those phrases with their marks, where the question was typed with marks."""
    unknown: tuple[str, ...]
    """English content words without a Vietnamese counterpart in the glossary."""
    ask: Ask
    """Whether a value is asked for, whether something is so, or why."""
    agencies: tuple[Mention, ...]
    """The agencies that the question names itself, or the one it points back to."""
    answered: tuple[Mention, ...]
    """The agencies that its answer named, for the questions after it."""
    figures: tuple[str, ...]
    """The figures that the question states, as typed."""
    remaining: tuple[tuple[str, ...], tuple[str, ...]]
    """The terms and the spoken phrases without agencies and figures: what a claim is about."""
    beside: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]
    """For each agency, by its key, the terms and the spoken phrases without it alone."""
    role: Role | None
    """Whether those who lead or those who co-ordinate are asked for; None where neither is said."""
    places: tuple[str, ...]
    """The places the question names, as they are written in full."""
    plans: tuple[Plan, ...]
    """The plans in scope; all of them where the question names none."""
    missing: tuple[str, ...]
    """Places asked for of which the corpus has no plan."""
    years: tuple[int, ...]
    scoped: bool
    """The question names a place or a plan."""
    by_title: bool
    """Words of its title told the plan in scope from others of the same place."""
    every_place: bool
    """The question asks for all places, or compares."""


MAX_QUESTION = 2000
"""Characters of a question that are read; what follows is no question any more."""

MAX_TURNS = 8
"""Turns before a question that it may lean on."""

_SPANS_OF_TIME = re.compile(r"\b\d+ (?:nam|thang|quy|ngay|year|month)s?\b")
"""`kế hoạch 5 năm` has no number."""

_AFTER_HY = frozenset("vong sinh lap huu".split())
"""Words that make a word of `hy`, which else is a place typed as its initials."""

TYPED_MARKS = 0.5
"""The share of words with marks from which a question typed without any was typed in keys."""

_UNSOUND = re.compile(r"[\u0000-\u0008\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def _sound(text: str) -> str:
    """Drop what no one types on purpose: controls, zero-width signs, halves of characters."""
    return _UNSOUND.sub("", text)


class QuestionReader:
    """Reads questions against the plans of one generation."""

    def __init__(
        self,
        plans: Sequence[Plan],
        accent: Callable[[str], str],
        mend: Callable[[str], str] = str,
    ) -> None:
        """Take the plans, what gives accents back, and what mends slips; `str` mends none."""
        self._plans = tuple(plans)
        self._in_force = tuple(plan for plan in plans if plan.superseded_by is None)
        self._accent = accent
        self._mend = mend
        names = {
            place_key(plan.place.value): plan.place.value for plan in plans if plan.place.value
        }
        self._corpus_places = names
        self._known = {
            **{place_key(name): name for name in PROVINCES},
            **{place_key(alias): name for alias, name in OTHER_NAMES.items()},
            **names,
        }

    def read(self, question: str, history: Sequence[Turn] = ()) -> Query:
        """Return the query a question stands for after the turns before it."""
        recent = history[-MAX_TURNS:]
        if not recent:
            return self._read(question)
        query = self._read(_name_document(question, recent[-1].answer))
        previous = _told(self._read(recent[0].question), recent[0])
        spoken_of = [*previous.plans] if previous.scoped else []
        for turn in recent[1:]:
            previous = _told(self._resolve(self._read(turn.question), previous), turn)
            spoken_of += previous.plans if previous.scoped else []
        resolved = self._resolve(query, previous)
        among = tuple(plan for plan in self._plans if plan in spoken_of)
        if query.every_place and not query.scoped and not query.terms and len(among) > 1:
            return replace(resolved, plans=among, scoped=True)  # `tỉnh nào cao hơn?` of those
        return resolved

    def _read(self, question: str) -> Query:
        typed = " ".join(_sound(nfc(question[:MAX_QUESTION])).split())
        question = self._name_plan(self._name_places(self._mend(COURTESY.sub("", typed))))
        plain = not has_diacritics(typed) and _marked_share(question) < TYPED_MARKS
        if plain:  # all its accents are given together, below
            question = without_marks(question)
        language = find_language(question)
        if language == "en":
            question = re.sub(r"\bIT\b", "information technology", question)
        expanded = spell_out(question)
        folded = fold(expanded)
        places, spans = self._places(expanded, has_diacritics(question))
        missing = [name for name in places if place_key(name) not in self._corpus_places]
        missing += self._unknown_places(expanded, [place_key(name) for name in places])
        missing = self._unless_mentioned(missing, places)
        missing += self._unknown_numbers(folded)
        kind, facts = find_kind(folded)
        years = tuple(sorted({int(year) for year in YEAR.findall(folded)}))
        accented = expanded
        if language == "vi":
            accented = self._accent(without_marks(expanded) if plain else expanded)
        levels = _with_levels(folded, spans)
        spoken, unknown = self._terms(accented, levels, language)
        terms = tuple(map(fold, spoken))
        agencies = find_agencies(" . ".join(spoken) if language == "en" else accented)
        figures = claimed_figures(expanded)
        claimed = [*levels, *(span for _, span in figures), *day_spans(expanded)]
        if language == "en":
            remaining = tuple(filter(None, (_without(phrase, agencies) for phrase in spoken)))
        else:
            named = [(mention.start, mention.end) for mention in agencies]
            remaining, _ = self._terms(accented, [*claimed, *named], language)
        if len(figures) > 1 and _which_of_them(folded):  # which of them is asked, not of them
            terms, spoken = tuple(map(fold, remaining)), remaining
        beside = []
        for mention in agencies:
            if language == "en":
                rest = tuple(filter(None, (_without(phrase, [mention]) for phrase in spoken)))
            else:
                here = [(m.start, m.end) for m in agencies if m.key == mention.key]
                rest, _ = self._terms(accented, [*claimed, *here], language)
            beside.append((mention.key, tuple(map(fold, rest)), rest))
        said = " ".join([folded, *(terms if language == "en" else ())])
        plans, scoped = self._scope(said, places)
        everywhere = bool(EVERY_PLACE.search(folded)) or len(places) > 1
        everywhere |= len(plans) > 1 and _asks_silent(folded)
        return Query(
            question=question,
            text=" ".join([accented, *(_vietnamese_of(expanded) if language == "en" else ())]),
            own=accented,
            base=accented,
            greeting=bool(GREETING.fullmatch(folded)),
            language=language,
            kind=kind,
            facts=facts,
            terms=terms,
            spoken=spoken,
            marked=_marked(question, terms),
            unknown=unknown,
            ask=_ask(folded, language, everywhere, figures),
            agencies=agencies,
            answered=(),
            figures=tuple(figure for figure, _ in figures),
            remaining=(tuple(map(fold, remaining)), remaining),
            beside=tuple(beside),
            role=find_role(folded),
            places=tuple(places),
            plans=plans,
            missing=tuple(dict.fromkeys(missing)),
            years=years,
            scoped=scoped,
            by_title=scoped and self._told_by_title(plans),
            every_place=everywhere,
        )

    def _resolve(self, query: Query, previous: Query) -> Query:
        """Complete a follow-up from the query before: its place, and its subject if it has none."""
        leans = bool(FOLLOW_UP.search(fold(query.question)))
        said = _restated(query, previous)
        bare = not query.terms and not query.unknown and not query.facts
        role = query.kind == "agency" and not query.scoped and set(query.terms) <= ROLES
        short = sum(len(phrase.split()) for phrase in query.terms) <= 4
        resolved = query
        if THAT_AGENCY.search(fold(query.question)) and not query.agencies:
            resolved = replace(resolved, agencies=previous.answered or previous.agencies)
        if THOSE.search(fold(query.question)):
            meant = [i for i, term in enumerate(previous.terms) if _tells_kind(term)]
            resolved = replace(
                resolved,
                terms=(*(previous.terms[i] for i in meant), *query.terms),
                spoken=(*(previous.spoken[i] for i in meant), *query.spoken),
            )
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
        if bare or (leans and short and query.kind in ("general", previous.kind)):
            resolved = replace(
                resolved,
                kind=previous.kind,
                facts=_facts_after(query.facts, previous.facts),
                terms=_substitute(previous.terms, query.terms),
                spoken=_substitute(previous.spoken, query.spoken),
                marked=(*previous.marked, *query.marked),
                unknown=previous.unknown,
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
        elif leans and query.kind == "general" and not _NAMES_CODE.search(query.own):
            # "and people in border areas?": the same is asked of those
            resolved = replace(resolved, kind=previous.kind, years=query.years or previous.years)
        elif role:
            resolved = replace(
                resolved,
                terms=previous.terms,
                spoken=previous.spoken,
                marked=previous.marked,
                text=f"{previous.base} {query.text}",
                base=previous.base,
            )
        return resolved

    def _places(self, question: str, marked: bool) -> tuple[list[str], list[tuple[int, int]]]:
        """Return the known places a question names, and where they stand in it."""
        words = [(m.group(), m.start(), m.end()) for m in re.finditer(r"[^\W_]+", question)]
        places: list[str] = []
        spans: list[tuple[int, int]] = []
        at = 0
        while at < len(words):
            for size in range(min(4, len(words) - at), 0, -1):
                part = words[at : at + size]
                name = self._known.get(" ".join(fold(word) for word, _, _ in part))
                led = fold(words[at - 1][0]) in LEADS_PLACE if at else False
                if name and _same_name([w for w, _, _ in part], name, marked, led):
                    places.append(name)
                    spans.append((part[0][1], part[-1][2]))
                    at += size
                    break
            else:
                name = self._initials(words[at][0])
                if name:
                    places.append(name)
                    spans.append((words[at][1], words[at][2]))
                at += 1
        return list(dict.fromkeys(places)), spans

    def _name_places(self, question: str) -> str:
        """Write places in full that are typed as their initials: `tq, hy` → Tuyên Quang, Hưng Yên.

        Initials that could be a syllable (hy) are read so only beside another place.
        """
        words = list(re.finditer(r"[^\W\d_]+", question))
        named = [self._initials(word.group()) for word in words]
        for at, word in enumerate(words):
            if named[at] or not could_be_syllable(fold(word.group())):
                continue
            beside = [named[i] for i in (at - 2, at - 1, at + 1, at + 2) if 0 <= i < len(words)]
            word_of = fold(words[at + 1].group()) if at + 1 < len(words) else ""
            alone = not any(named) and word_of not in _AFTER_HY
            if any(beside) or (alone and not self._places(question, False)[0]):
                named[at] = self._of_initials(word.group())
        for word, name in reversed(list(zip(words, named, strict=True))):
            if name:
                question = question[: word.start()] + name + question[word.end() :]
        return question

    def _name_plan(self, question: str) -> str:
        """Leave out what stands between `kế hoạch` and its number: `kế hoạch thư viện 4084`."""
        folded = fold(question)
        for plan in self._plans:
            number = plan.bare_number
            if not number.isdigit():
                continue
            apart = r"\b(?P<word>ke hoach|plan)(?P<name>(?: (?!nao|gi|ai|la\b|so\b)\w+){1,6}) "
            found = re.search(rf"{apart}{number}\b(?!\s?[%/.,\d])", folded)
            if found and not PLAN_NUMBER.search(found.group("name") + number):
                return question[: found.end("word")] + question[found.end("name") :]
        return question

    def _of_initials(self, word: str) -> str | None:
        """Return the place of the corpus whose initials a word is; tv is thư viện anywhere."""
        if not 2 <= len(word) <= 3 or is_abbreviation(word):
            return None
        for name in self._corpus_places.values():
            if "".join(part[0] for part in name.split()).upper() == word.upper():
                return name
        return None

    def _initials(self, word: str) -> str | None:
        """Read the initials of a place of the corpus, which no syllable is: tq → Tuyên Quang."""
        return None if could_be_syllable(fold(word)) else self._of_initials(word)

    def _unknown_places(self, question: str, known: list[str]) -> list[str]:
        found = [m.group(1) for m in NAMED_PLACE.finditer(question)]
        found += [m.group(1) or m.group(2) for m in NAMED_PLACE_ENGLISH.finditer(question)]
        if not known:
            found += [m.group(1).title() for m in PLAIN_PLACE.finditer(fold(question))]
        if not known:
            found += [
                m.group(1) for m in PROPER_NAME.finditer(question) if self._is_new(m.group(1))
            ]
        return [
            name
            for name in found
            if _is_proper(name)
            and not any(place in place_key(name) or place_key(name) in place for place in known)
            and place_key(name).split()[0] not in ENGLISH
        ]

    def _unknown_numbers(self, folded: str) -> list[str]:
        """Return the plan numbers asked for that no plan has and none of them mentions."""
        asked = plan_numbers(_SPANS_OF_TIME.sub(" ", folded))
        return [
            f"số {number}/KH-UBND"
            for number in sorted(asked)
            if not any(re.search(rf"\b{number}\s?/\s?KH", plan.text) for plan in self._plans)
        ]

    def _is_new(self, name: str) -> bool:
        """Tell whether a proper name is one that no plan prints and no agency's name begins."""
        head = fold(name).split()[0]
        if head in NOT_A_PLACE or head in ENGLISH or not _is_proper(name):
            return False
        return not any(name in plan.text for plan in self._plans)

    def _unless_mentioned(self, missing: list[str], places: Sequence[str]) -> list[str]:
        """Drop places that the plans of the other places named speak of: Hải Phòng in Cát Hải's."""
        keys = {place_key(name) for name in places}
        plans = [p for p in self._plans if p.place.value and place_key(p.place.value) in keys]
        return [name for name in missing if not any(name in plan.text for plan in plans)]

    def _scope(self, folded: str, places: Sequence[str]) -> tuple[tuple[Plan, ...], bool]:
        """Return the plans a question is about, by number, place, year or words of their titles.

        A plan that another took the place of is meant only where its number or year is named.
        """
        numbers = plan_numbers(folded)
        by_number = [p for p in self._plans if p.bare_number in numbers]
        of_number = {p.place.value for p in by_number}
        keys = {place_key(name) for name in places}
        found = [p for p in self._plans if p.place.value and place_key(p.place.value) in keys]
        if by_number:  # `Tuyên Quang và kế hoạch 4084`: of other places their own plans
            others = [p for p in found if p.place.value not in of_number]
            beside = _narrow(others, folded) if len(keys) > len(of_number) else []
            return tuple(p for p in self._plans if p in by_number or p in beside), True
        if not found:
            return (self._in_force, False) if not places else ((), True)
        return tuple(_narrow(found, folded)), True

    def _told_by_title(self, plans: Sequence[Plan]) -> bool:
        """Tell whether plans in force of the same places are left out of the scope."""
        places = {plan.place.value for plan in plans}
        return any(p.place.value in places and p not in plans for p in self._in_force)

    def _terms(
        self, accented: str, spans: list[tuple[int, int]], language: Language
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the phrases of what is asked about; words that only ask or frame part them.

        Stop words are compared with their marks: `thế` frames, the `thể` of `thể thao` does not.
        """
        plain = _mask(fold(accented), spans, YEAR, PLAN_NUMBER)
        if language == "en":
            found, unknown = translate_terms(plain)
            rest = tuple(w for w in unknown if w not in STOP_ENGLISH and not w.isdigit())
            return tuple(" ".join(WORD.findall(_plain(term))) for term in found), rest
        plain = _mask(plain, [], FRAME, FRAME_OF_CLAIM)
        kept = {at for m in WHOLE_WORDS.finditer(plain) for at in range(*m.span())}
        phrases: list[list[str]] = [[]]
        end = 0
        for match in WORD.finditer(plain):
            start = match.start()
            stop = accented[start : match.end()].lower() in STOP or match.group() in STOP_PLAIN
            stop = stop and start not in kept
            if accented[end:start].strip(" ") or stop:
                phrases.append([])
            if not stop:
                phrases[-1].append(_plain(accented[start : match.end()]))
            end = match.end()
        return tuple(" ".join(words) for words in phrases if words), ()


def _asks_silent(folded: str) -> bool:
    """Tell whether a question asks which plans do not state something."""
    return bool(SILENT_PLAN.search(folded) and WHICH_PLAN.search(folded))


_NAMES_CODE = re.compile(r"\d[-/]")
"""A document by its number is asked about as it stands."""

_APART = re.compile(
    r"\d\D*, (?!(?:co )?(?:dung|phai|chinh xac|that)|co hay|hay|khong\b|ko\b)"
    r"[^,\d]{8,}\b(?:khong|ko)\W*$"
)
"""A figure, and after a comma a question of its own: `…, tính cả sách luân chuyển không?`"""


def _which_of_them(folded: str) -> bool:
    """Tell whether a question with several figures asks which of them is so."""
    return bool(EITHER_OR.search(folded) or NUMBER_ASKED.search(folded.replace("%", "")))


def _ask(folded: str, language: Language, everywhere: bool, figures: Sequence[object]) -> Ask:
    """Return what is wanted; whether something is so in every plan is shown by a table."""
    ask = find_ask(folded, language == "en")
    claims = bool(figures) or bool(days_of(folded))
    if ask == "yes_no" and figures and _APART.search(folded):
        return "value"  # the figure is taken for granted, another thing is asked
    if len(figures) > 1 and _which_of_them(folded):
        return "value"  # which of them, not whether
    return "value" if ask == "yes_no" and everywhere and not claims else ask


def _marked(question: str, terms: tuple[str, ...]) -> tuple[str, ...]:
    """Return the typed words with marks that stand among the terms, tones placed early."""
    if not has_diacritics(question):
        return ()
    wanted = {word for phrase in terms for word in phrase.split()}
    words = WORD.findall(early_tone(question).lower())
    spellings = Counter(map(fold, set(words)))  # one folded word typed in two ways decides nothing
    return tuple(
        w for w in words if fold(w) in wanted and spellings[fold(w)] == 1 and has_diacritics(w)
    )


def _marked_share(text: str) -> float:
    words = text.split()
    return sum(map(has_diacritics, words)) / len(words) if words else 0.0


_CODE_PRINTED = re.compile(
    r"(Quyết định|Nghị định|Nghị quyết|Thông tư|Kết luận|Chỉ thị|Luật|Kế hoạch)\s(?:số\s)?"
    r"(\d+(?:/\d{4})?[-/][A-ZĐ][\w-]*(?:/[\w-]+)*)"
)
"""A document with its number, as answers print it."""


def _name_document(question: str, answer: str) -> str:
    """Put the number of the one document an answer named where a question says `quyết định đó`."""
    found = THAT_DOCUMENT.search(fold(nfc(question)))
    named = dict(_CODE_PRINTED.findall(answer.split("\n")[0]))
    if found is None or len(set(named.values())) != 1:
        return question
    [(noun, code)] = list(named.items())[:1]
    return f"{question[: found.start()]}{noun.lower()} số {code}{question[found.end() :]}"


def _told(query: Query, turn: Turn) -> Query:
    """Keep of the plans in scope the one that an answer spoke of: `văn bản đó` is that one."""
    first = turn.answer.split("\n")[0]
    named = find_agencies(first) or find_agencies(" . ".join(_vietnamese_of(first)))
    query = replace(query, answered=named)
    told = [p for p in query.plans if p.number.value and p.number.value in turn.answer]
    return replace(query, plans=tuple(told), scoped=True) if len(told) == 1 else query


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


def _without(phrase: str, agencies: Sequence[Mention]) -> str:
    """Drop the words of agencies from a phrase."""
    words = fold(phrase).split()
    kept = phrase.split()
    for mention in agencies:
        size = len(mention.words)
        for at in range(len(words) - size, -1, -1):
            if tuple(words[at : at + size]) == mention.words:
                del words[at : at + size], kept[at : at + size]
    return " ".join(kept)


def find_role(folded: str) -> Role | None:
    """Return whether a folded question asks for who leads (chủ trì) or co-ordinates (phối hợp)."""
    leads, partakes = bool(LEADS.search(folded)), bool(PARTAKES.search(folded))
    if WITH_WHOM.search(folded) or (leads and partakes):
        return "both"
    return "lead" if leads else "coordinate" if partakes else None


def _substitute(previous: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    """Put new terms in the place of those they contrast with: cấp xã replaces cấp huyện."""
    facets = facets_of(" . ".join(new))
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


def _plain(text: str) -> str:
    return early_tone(text).lower()


def _mask(text: str, spans: list[tuple[int, int]], *patterns: re.Pattern[str]) -> str:
    """Blank the spans and whatever the patterns match, keeping every offset."""
    for pattern in patterns:
        spans = [*spans, *(match.span() for match in pattern.finditer(text))]
    masked = list(text)
    for start, end in spans:
        masked[start:end] = " " * (end - start)
    return "".join(masked)


def _vietnamese_of(question: str) -> list[str]:
    return translate_terms(question)[0]


def _same_name(words: list[str], name: str, marked: bool, led: bool) -> bool:
    """Tell a place from words that look like one once folded.

    A name that is also a word (`hòa bình`, peace) counts only in capitals or after `ở`, `tỉnh`. In
    a question with marks, a bare syllable that would need them is another word.
    """
    typed = " ".join(words)
    plain = " ".join(WORD.findall(early_tone(name)))
    if has_diacritics(typed) and early_tone(typed).lower() != plain.lower():
        return False
    if marked and not has_diacritics(typed) and has_diacritics(plain):
        whole = len(words) > 1 and name not in ALSO_WORDS  # two bare words are hardly another thing
        return led or typed[0].isupper() or whole
    return led or typed[0].isupper() or not marked or name not in ALSO_WORDS


_OF_LEVEL = re.compile(r"\bcap (?:tinh|huyen|xa) $")
"""`thư viện cấp xã Tuyên Quang` names a level; `xã Tuyên Quang` names a commune."""


def _with_levels(folded: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Widen the span of every place by the level beside it: `tỉnh`, `huyện`, `province`."""
    widened = []
    for start, end in spans:
        before = LEVEL_BEFORE.search(folded[:start])
        if _OF_LEVEL.search(folded[:start]) or INSTITUTION_BEFORE.search(
            folded[:start]
        ):  # Thư viện tỉnh Lai Châu is one of its kind
            before = None
        after = LEVEL_AFTER.match(folded[end:])
        widened.append((before.start() if before else start, end + (after.end() if after else 0)))
    return widened


def _narrow(plans: list[Plan], folded: str) -> list[Plan]:
    """Among plans of one place, keep those whose own title or year the question speaks of."""
    issued = {int(next(filter(None, m.groups()))) for m in PLAN_YEAR.finditer(folded)}
    by_place: dict[str, list[Plan]] = {}
    for plan in plans:
        by_place.setdefault(plan.place.value or "", []).append(plan)
    kept: list[Plan] = []
    for group in by_place.values():
        dated = [p for p in group if _issued_in(p) in issued]
        in_force = [p for p in group if p.superseded_by is None]
        asked = WHICH_PLAN.search(folded) or SEVERAL_PLANS.search(folded)
        named = [] if asked else [p for p in in_force if _names_title(folded, p, group)]
        kept += dated or named or in_force
    return kept


def _is_proper(name: str) -> bool:
    """Tell whether every word begins with a capital, as in a Vietnamese proper name."""
    return all(word[0].isupper() for word in name.split())


def _names_title(folded: str, plan: Plan, group: Sequence[Plan]) -> bool:
    """Tell whether a question uses a run of three words that only this plan's title has."""
    others = " ".join(word for p in group if p is not plan for word in title_words(p))
    words = title_words(plan)
    runs = [words[i : i + 3] for i in range(len(words) - 2)]
    told = {" ".join(run) for run in runs if not _LINKS & set(run)}
    asked = one_network(folded)
    return any(f" {run} " in f" {asked} " and run not in others for run in told)


def title_words(plan: Plan) -> tuple[str, ...]:
    """Return the folded words of a plan's title, a network (mạng lưới) told as a system."""
    return tokens(one_network(fold(plan.title.value or "")))


def one_network(folded: str) -> str:
    """Write `mang luoi` as `he thong`: a title and those who cite it use either."""
    return folded.replace("mang luoi", "he thong")


_LINKS = frozenset("trong cac ve tai den nam va cua tren o dia ban tinh giai doan viec".split())
"""Words that join others in titles; a run with one of them names no plan: `trong thư viện`."""


def _issued_in(plan: Plan) -> int:
    if plan.date.span is None:
        return 0
    years = YEAR.findall(plan.text[plan.date.span.start : plan.date.span.end])
    return int(years[-1]) if years else 0


def find_language(question: str) -> Language:
    """Tell English from Vietnamese, typed with or without marks.

    English shows in words that frame an English question and in words that no Vietnamese syllable
    looks like; two of them, and two in five of all words, make the question English.
    """
    words = [w for w in re.findall(r"[^\W\d_]+", fold(spell_out(question))) if len(w) > 1]
    english = sum(w in ENGLISH or (len(w) > 3 and not could_be_syllable(w)) for w in words)
    return "en" if english >= max(2, 0.4 * len(words)) else "vi"


_PLAN = re.compile(r"\b(ke hoach|plan|can cu|based? on|bas[ei]s)\b|van ban (nay|do)")
_CODE = re.compile(
    r"\b\d+-(?:kh|nq|kl|ct)/tu\b"
    r"|\b(quyet dinh|nghi dinh|thong tu|nghi quyet|ket luan)( so)? \d+\S*(?!.*\b(can cu|ky)\b)"
)
"""A question about a document by its number, other than a plan."""


_OBJECT_ASKED = re.compile(
    r"\b(?:khen thuong|bieu duong|ton vinh|phuc vu|ho tro|boi duong|dao tao|tap huan|uu tien|danh)"
    r" (?:cho )?(?:nhung )?(?:ai|doi tuong nao)\W*$"
)
"""A question for those whom something is done for: `khen thưởng ai` asks for no agency."""


def find_kind(folded: str) -> tuple[Kind, tuple[DocumentFact, ...]]:
    """Return the kind of a folded question, and for document facts which ones."""
    if _OBJECT_ASKED.search(folded):
        return "general", ()
    if DAYS_LISTED.search(folded) or (days_of(folded) and DAY_CALLED.search(folded)):
        return "general", ()
    if NAMED_DAY.search(folded) or (_CODE.search(folded) and not STRONG_DOCUMENT.search(folded)):
        return "general", ()
    kinds = dict(KINDS)
    if STRONG_DOCUMENT.search(folded):
        kinds = {"document": STRONG_DOCUMENT.pattern}
    for kind, pattern in kinds.items():
        if re.search(pattern, folded):
            if kind == "document" and OTHER_DOCUMENT.search(folded) and not _PLAN.search(folded):
                return "general", ()
            if kind == "document" and re.search(r"\bcham nhat\b|\bhan (chot|cuoi)\b", folded):
                return "deadline", ()  # of something to be issued, not of the plan's own issue
            facts = tuple(name for name, words in FACTS if re.search(words, folded))
            return kind, facts if kind == "document" else ()
    return "general", ()
