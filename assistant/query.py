"""What a question stands for: what the retriever and the answerer work from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.agency import Mention
from assistant.answer import Language
from assistant.claim import Ask
from assistant.wording import DocumentFact, Kind, Role
from corpus.plan import Plan


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


Phrases = tuple[tuple[str, ...], tuple[str, ...]]
"""Terms, and the spoken phrases of the same."""


def keep_phrases(phrases: Phrases, wanted: Callable[[str], bool]) -> Phrases:
    """Return the terms that are wanted, with the spoken phrases of the same."""
    kept = [(term, said) for term, said in zip(*phrases, strict=False) if wanted(term)]
    return tuple(term for term, _ in kept), tuple(said for _, said in kept)
