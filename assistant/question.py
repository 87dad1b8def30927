"""A question and the conversation before it → a query: language, places, years, kind, terms.

Everything is decided on folded words (no case, tones or marks), so `Tuyên Quang`, `TUYEN QUANG` and
`tuyen quang` are the same question. An English question is read as the Vietnamese terms of the
glossary. What was typed in haste is mended first (`spelling.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.agency import agency_keys
from assistant.answer import Language, Turn
from assistant.claim import claimed_figures, day_spans, plan_numbers
from assistant.follow_up import keep_told, name_document, resolve
from assistant.kinds_asked import (
    asks_silent,
    find_kind,
    find_language,
    find_role,
    find_wanted,
    which_of_them,
)
from assistant.places_named import PlaceReader, with_levels
from assistant.plans_named import PlanReader, of_age
from assistant.query import Query
from assistant.shorthand import spell_out
from assistant.terms import find_phrases, marked_words, vietnamese_of
from assistant.wording import COURTESY, EVERY_PLACE, GREETING, INTRODUCTION, PURPOSE, YEAR
from corpus.plan import Plan
from corpus.vietnamese import fold, has_diacritics, nfc, without_marks

MAX_READ = 2000
"""Characters of a question that are read; what follows is no question any more."""

MAX_TURNS = 8
"""Turns before a question that it may lean on."""

TYPED_MARKS = 0.5
"""The share of words with marks from which a question typed without any was typed in keys."""

_UNSOUND = re.compile(r"[\u0000-\u0008\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


_ENGLISH_LEAN = re.compile(r"(?:and|but|or|what about|how about)\b", re.IGNORECASE)
"""Words too few to tell the language of a question by: `and Cat Hai?`"""


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
        agencies_of: Callable[[Plan], frozenset[str]] = lambda plan: frozenset(
            agency_keys(plan.text)
        ),
    ) -> None:
        """Take the plans, what gives accents back, what mends slips, and whom a plan names.

        `str` mends none; without `agencies_of` they are read from the text as printed.
        """
        self._plans = tuple(plans)
        self._places = PlaceReader(plans)
        self._named = PlanReader(plans)
        self._accent = accent
        self._mend = mend
        self._agencies_of = agencies_of

    def read(self, question: str, history: Sequence[Turn] = ()) -> Query:
        """Return the query a question stands for after the turns before it."""
        recent = history[-MAX_TURNS:]
        if not recent:
            return self._read(question)
        previous = keep_told(self._read(recent[0].question), recent[0])
        spoken_of = [*previous.plans] if previous.scoped else []
        for turn in recent[1:]:
            told = resolve(self._read(turn.question, previous.language), previous)
            previous = keep_told(told, turn)
            spoken_of += previous.plans if previous.scoped else []
        query = self._read(name_document(question, recent[-1].answer), previous.language)
        resolved = resolve(query, previous)
        if not query.scoped and resolved.scoped:
            resolved = replace(resolved, plans=tuple(of_age(fold(question), resolved.plans)))
        among = tuple(plan for plan in self._plans if plan in spoken_of)
        if query.every_place and not query.scoped and not query.terms and len(among) > 1:
            return replace(resolved, plans=among, scoped=True)  # `tỉnh nào cao hơn?` of those
        return resolved

    def _meant(self, typed: str) -> str:
        """Return a question as it was meant: slips mended, places and plan numbers in full."""
        plain = PURPOSE.sub("", INTRODUCTION.sub("", COURTESY.sub("", typed)))
        mended = self._mend(plain)
        return self._named.join_number(self._places.write_in_full(mended))

    def _read(self, question: str, before: Language = "vi") -> Query:
        """Read a question by itself; `before` is the language of the one before it."""
        typed = " ".join(_sound(nfc(question[:MAX_READ])).split())
        question = self._meant(typed)
        plain = not has_diacritics(typed) and _marked_share(question) < TYPED_MARKS
        if plain:  # all its accents are given together, below
            question = without_marks(question)
        language = find_language(self._places.without(question))
        if before == "en" and _ENGLISH_LEAN.match(question) and not has_diacritics(typed):
            language = "en"
        if language == "en":
            question = re.sub(r"\bIT\b", "information technology", question)
            question = _ONES.sub(r"\g<noun>\g<between>\g<noun>", question)
        expanded = spell_out(question)
        folded = fold(expanded)
        places, spans = self._places.find(expanded, has_diacritics(question))
        missing = self._places.missing(expanded, places) + self._named.unknown_numbers(folded)
        kind, facts = find_kind(folded)
        years = tuple(sorted({int(year) for year in YEAR.findall(folded)}))
        accented = expanded
        if language == "vi":
            accented = self._accent(without_marks(expanded) if plain else expanded)
        figures = claimed_figures(expanded)
        claimed = [*(span for _, span in figures), *day_spans(expanded)]
        levelled = with_levels(folded, spans)
        phrases = find_phrases(accented, language, levelled, claimed)
        said = " ".join([folded, *(map(fold, phrases.spoken) if language == "en" else ())])
        citing = self._named.citing(folded) if places and set(places) <= set(missing) else ()
        if citing:  # whose plan it is that they cite is no place of the question
            places, missing = [], []
        plans, scoped = (citing, True) if citing else self._named.scope(said, places)
        if language == "en" and scoped:  # a department of a province or an office of a district
            named = frozenset().union(*map(self._agencies_of, plans))
            phrases = find_phrases(accented, language, levelled, claimed, named)
        spoken = phrases.spoken
        if len(figures) > 1 and which_of_them(folded):  # which of them is asked, not of them
            spoken = phrases.remaining
        terms = tuple(map(fold, spoken))
        asked_of = [p for p in places if p in missing or self._places.has_plan(p)]
        everywhere = bool(EVERY_PLACE.search(folded)) or len(asked_of) > 1
        everywhere |= len(plans) > 1 and asks_silent(folded)
        everywhere |= len(plan_numbers(folded)) > 1
        everywhere |= bool(plan_numbers(folded)) and len({plan.place.value for plan in plans}) > 1
        return Query(
            question=question,
            text=" ".join([accented, *(vietnamese_of(expanded) if language == "en" else ())]),
            own=accented,
            base=accented,
            greeting=bool(GREETING.fullmatch(folded)),
            language=language,
            kind=kind,
            facts=facts,
            terms=terms,
            spoken=spoken,
            marked=marked_words(question, terms),
            unknown=phrases.unknown,
            ask=find_wanted(folded, language, everywhere, figures),
            agencies=phrases.agencies,
            answered=(),
            figures=tuple(figure for figure, _ in figures),
            remaining=(tuple(map(fold, phrases.remaining)), phrases.remaining),
            beside=phrases.beside,
            role=find_role(folded),
            places=tuple(places),
            plans=plans,
            missing=tuple(dict.fromkeys(missing)),
            years=years,
            scoped=scoped,
            by_title=scoped and self._named.told_by_title(plans),
            every_place=everywhere,
        )


_ONES = re.compile(
    r"\b(?P<noun>libraries|museums|cent(?:re|er)s|schools|houses)\b(?P<between>[^?.]{2,80}?)\bones\b"
)
"""`district libraries or commune ones`: the noun that stands before is meant."""


def _marked_share(text: str) -> float:
    words = text.split()
    return sum(map(has_diacritics, words)) / len(words) if words else 0.0
