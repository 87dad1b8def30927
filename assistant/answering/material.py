"""What the answer of one plan is made from: its passages, and how far each meets the question."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answering.finding import Finding
from assistant.english import in_english
from assistant.evidence import Demand
from assistant.query import Query
from corpus.facts import Facts
from corpus.places import LEVELS
from corpus.plan import Passage, Plan, Span
from corpus.vietnamese import fold

SUPPORT = 0.85
"""The support that evidence must give a question; below it nothing is answered. Chosen on 134
development questions, between the best accuracy (.65) and the best balance (1.0)."""

WORDS_ENOUGH = 0.7
"""The share of a question's words that is support enough, however far the meaning seems."""

NEAR = 0.04
"""Evidence so near to the best is as good: it is part of the answer as well."""

SENTENCE = re.compile(r"(?<=[.;])\s+")


@dataclass(frozen=True)
class Material:
    """What the answer of one plan is made from."""

    query: Query
    plan: Plan
    passages: tuple[Passage, ...]
    facts: Facts
    demand: Demand
    closeness: Mapping[str, float]
    """What closeness in meaning adds to the support of each passage, by its id."""
    put: Callable[[Query], Material]
    """Puts another question to the same plan."""

    def within(self, part: re.Pattern[str]) -> Material:
        """Return the same question put to the parts whose folded heading the pattern finds."""
        kept = (p for p in self.passages if p.headings and part.search(fold(p.headings[0])))
        return replace(self, passages=tuple(kept))

    def words(self, vietnamese: str, english: str) -> str:
        """Return the words of the language of the question."""
        return english if self.query.language == "en" else vietnamese

    def name_all(self, names: Sequence[str]) -> str:
        """Join agencies as a sentence would, in the question's language: `A, B và C`."""
        told = list(names)
        if self.query.language == "en":
            told = list(dict.fromkeys(in_english(name, level_of(self.plan)) for name in names))
        if len(told) <= 1:
            return "".join(told)
        return ", ".join(told[:-1]) + self.words(" và ", " and ") + told[-1]

    @property
    def body(self) -> list[Passage]:
        """The passages of the parts, without the head, the title and the recipients."""
        return [passage for passage in self.passages if passage.headings]

    def home(self, span: Span) -> Passage | None:
        """Return the passage that words of the plan stand in."""
        return next((p for p in self.passages if p.span.start <= span.start < p.span.end), None)

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


def level_of(plan: Plan) -> str:
    """Return the level of government that issued a plan: `tỉnh`, `huyện`; empty where unknown."""
    issuer = (plan.issuer.value or "").removeprefix("UBND ")
    return next((level for level in LEVELS if issuer.startswith(level)), "")


Answerer = Callable[[Material], Finding | None]
