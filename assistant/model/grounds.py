"""What a sentence may rest on: numbered passages, with the headings and the facts of their plan."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.agency import agency_keys, find_agencies
from assistant.answering.draft import issuer_of
from assistant.answering.figures import Figure, find_figures
from assistant.model.values import digitise
from corpus.agencies import ABBREVIATIONS
from corpus.names import signer_of
from corpus.plan import Passage, Plan
from corpus.vietnamese import WORD, early_tone, fold, tokens

_SHORT = re.compile(r"[^\W\d_]+(?:[,&-][^\W\d_]+)*")


@dataclass(frozen=True)
class Ground:
    """One numbered piece of evidence."""

    key: int
    plan: Plan
    passage: Passage

    @cached_property
    def text(self) -> str:
        """The headings and the words of the passage, numbers in digits."""
        return digitise(". ".join([*self.passage.headings, self.passage.reading]))

    @cached_property
    def about(self) -> str:
        """What the plan says of itself: issuer, number, date, title, programme, signer."""
        plan = self.plan
        fields = (plan.issuer, plan.place, plan.number, plan.date, plan.title, plan.programme)
        said = [field.value for field in (*fields, plan.signer) if field.value]
        said += [signer_of(plan) or ""]
        return digitise(
            " . ".join(
                [*said, issuer_of(plan, "en"), "kế hoạch chương trình UBND ban hành người ký"]
            )
        )

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded words of passage, headings and the plan's facts, abbreviations in full too."""
        whole = f"{self.text} . {self.about}"
        return frozenset(tokens(f"{whole} . {spelled(whole)}"))

    @cached_property
    def joined(self) -> str:
        """The same words in order, a space between and around them."""
        whole = f"{self.text} . {self.about}"
        return f" {' '.join(tokens(whole))} {' '.join(tokens(spelled(self.text)))} "

    @cached_property
    def agencies(self) -> frozenset[str]:
        return frozenset(agency_keys(f"{self.text} . {self.about}"))

    @cached_property
    def charged(self) -> frozenset[str]:
        """The agencies of the heading right above: whom a duty is given to."""
        heading = self.passage.headings[-1] if self.passage.headings else ""
        return frozenset(agency_keys(heading))

    @cached_property
    def acting(self) -> frozenset[str]:
        """The agencies that a sentence of the passage opens with: who does what it says."""
        text = spelled(self.passage.reading)
        return frozenset(
            mention.key
            for mention in find_agencies(self.passage.reading)
            if not (before := text[: mention.start].strip()) or before[-1] in ".;:"
        )

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        return find_figures(digitise(self.passage.reading), self.passage.headings)


def spelled(text: str) -> str:
    """Write abbreviations of agencies in full: `UBND` → Ủy ban nhân dân."""
    return _SHORT.sub(lambda m: ABBREVIATIONS.get(m.group(), m.group()), text)


@lru_cache(maxsize=64)
def _counts(plan_text: str) -> Counter[str]:
    return Counter(marked_words(plan_text))


def marked_words(text: str) -> list[str]:
    """Return the words of a text with their marks, tones placed early, in small letters."""
    return WORD.findall(early_tone(text).lower())


def rarity(word: str, plan: Plan) -> float:
    """Return what a word tells within a plan: 1 where it stands once, .3 where thirty times."""
    counts = _counts(plan.text)
    seen = counts.get(word, 0) or (counts.get(fold(word), 0) if plan.damaged else 0)
    return 1.0 / (1.0 + 0.7 * math.sqrt(max(0, seen - 1)))


def of_keys(grounds: Iterable[Ground], keys: Iterable[int]) -> tuple[Ground, ...]:
    by_key = {ground.key: ground for ground in grounds}
    return tuple(by_key[key] for key in keys if key in by_key)
