"""An answer before it is timed and named, and the words that are common to all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Citation, Language, Reason
from assistant.answering.finding import Quote, Statement
from assistant.citation import cite, plan_label, value_of
from assistant.wording import AGREES
from corpus.plan import Plan
from corpus.vietnamese import fold


@dataclass(frozen=True)
class Draft:
    """An answer before it is timed and named."""

    answer: str
    short_answer: str
    citations: tuple[Citation, ...]
    abstained: bool = False
    reason: Reason | None = None
    strength: float = 0.0
    """How far the evidence meets the question; see `Finding.strength`."""
    choices: tuple[str, ...] = ()


class References:
    """The citations of an answer as they are numbered; the same words are cited once."""

    def __init__(self) -> None:
        self._citations: list[Citation] = []

    @property
    def citations(self) -> tuple[Citation, ...]:
        return tuple(self._citations)

    def marks(self, statements: Sequence[Statement]) -> str:
        """Cite the quotes of statements and return their keys as marks: ` [1] [2]`."""
        keys = [self._key(quote) for statement in statements for quote in statement.quotes]
        return "".join(f" [{key}]" for key in dict.fromkeys(keys))

    def labels(self) -> str:
        """Return the numbered sources in office form, a line for each place that is cited."""
        by_label: dict[str, list[int]] = {}
        for citation in self._citations:
            by_label.setdefault(citation.label, []).append(citation.key)
        keys = {label: " ".join(f"[{key}]" for key in keys) for label, keys in by_label.items()}
        return "\n".join(f"{marks} {label}" for label, marks in keys.items())

    def _key(self, quote: Quote) -> int:
        for citation in self._citations:
            if citation.plan_id == quote.plan.id and citation.span == quote.span:
                return citation.key
        key = len(self._citations) + 1
        self._citations.append(cite(key, quote.plan, quote.path, quote.span, quote.reading))
        return key


def yes_or_no(question: str, language: Language, holds: bool) -> str:
    """Return how a question whether something is so is answered: by `đúng` where it asks that."""
    if language == "en":
        return "Yes" if holds else "No"
    if not holds:
        return "Không"
    return "Đúng" if AGREES.search(fold(question)) else "Có"


def issuer_of(plan: Plan, language: Language) -> str:
    """Name the committee: `UBND tỉnh Lai Châu`, People's Committee of Lai Châu Province."""
    issuer = value_of(plan.issuer)
    for level, english in (("tỉnh", "Province"), ("huyện", "District"), ("thành phố", "City")):
        head = f"UBND {level} "
        if language == "en" and issuer.startswith(head):
            return f"People's Committee of {issuer.removeprefix(head)} {english}"
    return issuer


def name_of(plan: Plan, language: Language) -> str:
    """Name a plan by its committee and number: `UBND tỉnh Lai Châu (154/KH-UBND)`."""
    issuer = issuer_of(plan, language)
    return f"{issuer} ({plan.number.value})" if plan.number.value else issuer


def issuers_of(plans: Sequence[Plan], language: Language) -> str:
    return "; ".join(dict.fromkeys(issuer_of(plan, language) for plan in plans))


def succession(plan: Plan, plans: Sequence[Plan], language: Language) -> list[str]:
    """Say which plans the one answered from takes the place of, or which takes its place."""
    older = [plan_label(other) for other in plans if other.superseded_by == plan.id]
    newer = [plan_label(other) for other in plans if other.id == plan.superseded_by]
    if language == "en":
        notes = [f"{plan_label(plan)} supersedes {label}." for label in older]
        return notes + [f"{plan_label(plan)} has been superseded by {label}." for label in newer]
    notes = [f"{plan_label(plan)} thay thế {label}." for label in older]
    return notes + [f"{plan_label(plan)} đã được thay thế bằng {label}." for label in newer]


def clip(text: str, words: int) -> str:
    """Cut a text after its last clause within so many words, else after the last of them."""
    parts = text.split()
    if len(parts) <= words:
        return text
    cut = " ".join(parts[:words])
    ends = [m.end() for m in re.finditer(r"[.;](?=\s)", cut)]
    if ends and ends[-1] > len(cut) // 2:
        return cut[: ends[-1]].rstrip(" .;") + "."
    return cut.rstrip(" ,;") + " …"
