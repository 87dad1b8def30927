"""Where a plan states an answer: the shortest words of it that say so and occur there once.

An answer is taken as statements: as a whole where the plan says it so, else parted at ; and , and
“và”. A passage of neighbouring lines must hold every statement (`measures.holds`: folded, a number
never inside a longer one); of several the one nearest to the question counts. Its words are then
dropped from both ends while it still holds all, and added again until it occurs once. Left out:
whether the statement answers the question, which only a reader of both can tell.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from corpus.plan import Section, Span
from corpus.vietnamese import tokens
from evals.measures import holds, words_of

LINES = 8
"""Neighbouring lines that may hold an answer together: agencies stand a line each."""

SHORTEST = 2
"""Words of a quote; a name is the shortest thing quoted."""

_WORD = re.compile(r"\S+")
_PARTS = re.compile(r"\s*(?:;|,|\bvà\b|\band\b)\s*")


@dataclass(frozen=True)
class Quote:
    """The words of a plan that support an answer."""

    span: Span
    text: str
    statements: tuple[str, ...]
    """What the answer says, one by one; the words hold each."""
    near: float
    """How much of the question stands around them, by how rare its words are in the plan."""


def find_quote(
    text: str,
    answer: str,
    question: str,
    within: Span | None = None,
    words: str = "",
) -> Quote | None:
    """Return the shortest words of a plan that support an answer; None where it does not.

    `within` is the section it must stand in. `words` are the plan's own words for the answer, for
    an answer in English or on a garbled page; the words found then hold them.
    """
    lines = _lines(text, within or Span(0, len(text)))
    weights = _weights(text, question)
    for statements in ways_to_state(words or answer):
        held = [
            (_near(text, span, weights), -(span.end - span.start), span)
            for span in _holding(lines, statements)
        ]
        if held:
            near, _, span = max(held)
            span = _unique(text, _shortest(text, span, statements))
            return Quote(span, text[slice(*span)], statements, near)
    return None


def ways_to_state(answer: str) -> tuple[tuple[str, ...], ...]:
    """Return an answer as one statement, and as the several it may be made of."""
    parts = tuple(part.strip(" .") for part in _PARTS.split(answer))
    parts = tuple(part for part in parts if words_of(part))
    whole = (answer.strip(),)
    return (whole, parts) if len(parts) > 1 else (whole,)


Line = tuple[Span, tuple[str, ...]]
"""A line of a plan: where it stands, and its words as they are compared."""


def _lines(text: str, inside: Span) -> list[Line]:
    found = re.finditer(r"[^\n]+", text[slice(*inside)])
    spans = (Span(one.start() + inside.start, one.end() + inside.start) for one in found)
    return [(span, words) for span in spans if (words := words_of(text[slice(*span)]))]


def _holding(lines: Sequence[Line], statements: Sequence[str]) -> Iterator[Span]:
    """Yield the runs of lines that hold all statements: of the fewest lines that do."""
    wanted = [words_of(one) for one in statements]
    if not all(wanted):
        return
    for count in range(1, LINES + 1):
        found = False
        for first in range(len(lines) - count + 1):
            run = lines[first : first + count]
            said = tuple(word for _, words in run for word in words)
            if all(_stands(one, said) for one in wanted):
                found = True
                yield Span(run[0][0].start, run[-1][0].end)
        if found:
            return


def _stands(wanted: Sequence[str], said: Sequence[str]) -> bool:
    n = len(wanted)
    return any(said[i : i + n] == wanted for i in range(len(said) - n + 1))


def _weights(text: str, question: str) -> dict[str, float]:
    """Weigh the words of a question by how few lines of the plan have them."""
    lines = [set(tokens(line)) for line in text.splitlines()]
    counts = Counter(word for line in lines for word in line)
    asked = set(tokens(question))
    return {word: log((1 + len(lines)) / (1 + counts[word])) for word in asked if counts[word]}


AROUND = ((0, 1.0), (-400, 0.3), (600, 0.5))
"""Characters before and after the words that count, and how much: an agency stands before its
duties, a list after its heading. Chosen on `dev`, `everyday` and `round6`."""


def _near(text: str, span: Span, weights: dict[str, float]) -> float:
    """Tell how much of the question stands in and around a span."""
    best: dict[str, float] = {}
    for reach, share in AROUND:
        start = max(0, span.start + min(0, reach)) if reach <= 0 else span.end
        end = span.end + reach if reach > 0 else (span.start if reach else span.end)
        for word in set(tokens(text[start:end])) & weights.keys():
            best[word] = max(best.get(word, 0.0), share * weights[word])
    return sum(best.values())


def _shortest(text: str, span: Span, statements: Sequence[str]) -> Span:
    """Drop words from the end, then from the beginning, while all statements are still held."""
    words = [
        Span(found.start() + span.start, found.end() + span.start)
        for found in _WORD.finditer(text[slice(*span)])
    ]

    def held(first: int, last: int) -> bool:
        slice_ = text[words[first].start : words[last].end]
        return all(holds(slice_, one) for one in statements)

    first, last = 0, len(words) - 1
    while last > first and held(first, last - 1):
        last -= 1
    while first < last and held(first + 1, last):
        first += 1
    return Span(words[first].start, words[last].end)


def _unique(text: str, span: Span) -> Span:
    """Add as few words as make the span occur once: of its own lines, else of those around."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    for inside in (Span(start, end if end >= 0 else len(text)), Span(0, len(text))):
        words = [
            Span(found.start() + inside.start, found.end() + inside.start)
            for found in _WORD.finditer(text[slice(*inside)])
        ]
        first = next(i for i, one in enumerate(words) if one.end > span.start)
        last = max(i for i, one in enumerate(words) if one.start < span.end)
        for more in range(len(words)):
            for before in range(more, -1, -1):
                at, to = first - before, last + more - before
                if at < 0 or to >= len(words):
                    continue
                slice_ = text[words[at].start : words[to].end]
                if len(words_of(slice_)) >= SHORTEST and text.count(slice_) == 1:
                    return Span(words[at].start, words[to].end)
    return span


def section_of(span: Span, sections: Sequence[Section]) -> Section | None:
    """Return the innermost labelled section that a span stands in."""
    around = [s for s in sections if s.span.start <= span.start < s.span.end]
    return min(around, key=lambda one: one.span.end - one.span.start, default=None)
