"""What a question is about: its phrases, without the words that only ask, frame or name a place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.agency import Mention, find_agencies
from assistant.answer import Language
from assistant.claim import FRAME_OF_CLAIM
from assistant.glossary import translate_terms
from assistant.wording import (
    FRAME,
    KIND_OF_PLAN,
    PLAN_NUMBER,
    STOP,
    STOP_ENGLISH,
    STOP_PLAIN,
    WHOLE_WORDS,
    YEAR,
)
from corpus.vietnamese import WORD, early_tone, fold, has_diacritics

Spans = Sequence[tuple[int, int]]
"""Characters of a question, each pair from and to."""


@dataclass(frozen=True)
class Phrases:
    """The phrases of a question with their marks, and what remains without what it claims."""

    spoken: tuple[str, ...]
    unknown: tuple[str, ...]
    """English content words without a Vietnamese counterpart."""
    agencies: tuple[Mention, ...]
    remaining: tuple[str, ...]
    """Without agencies, figures and days."""
    beside: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]
    """For each agency, by its key, the terms and the phrases without it alone."""


def find_phrases(
    accented: str,
    language: Language,
    places: Spans,
    claimed: Spans,
    named: frozenset[str] = frozenset(),
) -> Phrases:
    """Return the phrases of a question, given where its places and its figures and days stand.

    `named` are the keys of the agencies that the plans in scope name: an English question is read
    as speaking of those.
    """
    spoken, unknown = find_terms(accented, places, language, named)
    agencies = find_agencies(" . ".join(spoken) if language == "en" else accented)
    agencies = tuple(one for one in agencies if not one.name.startswith(("số ", "Số ")))

    def without(mentions: Sequence[Mention]) -> tuple[str, ...]:
        if language == "en":  # its terms are translated one by one, and have no place in it
            return tuple(filter(None, (without_agencies(one, mentions) for one in spoken)))
        named = [(mention.start, mention.end) for mention in mentions]
        return find_terms(accented, [*places, *claimed, *named], language)[0]

    beside = []
    for mention in agencies:
        rest = without([mention] if language == "en" else _of_key(agencies, mention.key))
        beside.append((mention.key, tuple(map(fold, rest)), rest))
    return Phrases(spoken, unknown, agencies, without(agencies), tuple(beside))


def _of_key(agencies: Sequence[Mention], key: str) -> list[Mention]:
    return [mention for mention in agencies if mention.key == key]


def find_terms(
    accented: str, spans: Spans, language: Language, named: frozenset[str] = frozenset()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the phrases of what is asked about; words that only ask or frame part them.

    Stop words are compared with their marks: `thế` frames, the `thể` of `thể thao` does not.
    """
    plain = _mask(fold(accented), spans, YEAR, PLAN_NUMBER, KIND_OF_PLAN)
    if language == "en":
        found, unknown = translate_terms(plain, named)
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


def marked_words(question: str, terms: tuple[str, ...]) -> tuple[str, ...]:
    """Return the typed words with marks that stand among the terms, tones placed early."""
    if not has_diacritics(question):
        return ()
    wanted = {word for phrase in terms for word in phrase.split()}
    words = WORD.findall(early_tone(question).lower())
    spellings = Counter(map(fold, set(words)))  # one folded word typed in two ways decides nothing
    return tuple(
        w for w in words if fold(w) in wanted and spellings[fold(w)] == 1 and has_diacritics(w)
    )


def without_agencies(phrase: str, agencies: Sequence[Mention]) -> str:
    """Drop the words of agencies from a phrase."""
    words = fold(phrase).split()
    kept = phrase.split()
    for mention in agencies:
        size = len(mention.words)
        for at in range(len(words) - size, -1, -1):
            if tuple(words[at : at + size]) == mention.words:
                del words[at : at + size], kept[at : at + size]
    return " ".join(kept)


def _plain(text: str) -> str:
    return early_tone(text).lower()


def _mask(text: str, spans: Spans, *patterns: re.Pattern[str]) -> str:
    """Blank the spans and whatever the patterns match, keeping every offset."""
    for pattern in patterns:
        spans = [*spans, *(match.span() for match in pattern.finditer(text))]
    masked = list(text)
    for start, end in spans:
        masked[start:end] = " " * (end - start)
    return "".join(masked)


def vietnamese_of(question: str) -> list[str]:
    """Return the Vietnamese terms of an English question."""
    return translate_terms(question)[0]
