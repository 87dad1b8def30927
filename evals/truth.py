"""The facts annotated by hand in `evals/facts/*.jsonl`, and the proof that they stand in the plans.

What each kind and field means is said in `evals/facts/README.md`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.plan import Span
from corpus.vietnamese import nfc

FACTS_DIR = Path(__file__).parent / "facts"
PLANS_DIR = Path(__file__).parent.parent / "corpus" / "plans"
"""The plans the facts are those of."""

FIELDS: dict[str, frozenset[str]] = {
    "metadata": frozenset({"field", "value"}),
    "assignment": frozenset({"agencies", "role", "duty"}),
    "target": frozenset({"value", "subject", "indicator", "year", "unit", "per", "comparator"}),
    "deadline": frozenset({"who", "what", "to", "by", "yearly"}),
    "funding": frozenset({"source", "purpose"}),
}
"""The kinds of facts and what each states, besides its plan and its quote."""

KINDS = tuple(FIELDS)


class TruthError(ValueError):
    """A file of facts cannot be read, or states what its plan does not: says file, line, why."""


@dataclass(frozen=True)
class TrueFact:
    """One annotated fact: its fields, and where the words stand that state it."""

    kind: str
    plan: str
    fields: Mapping[str, Any]
    quote: str
    span: Span


def read_truth(folder: Path, texts: Mapping[str, str]) -> tuple[TrueFact, ...]:
    """Return the facts of a folder, each proved to stand in its plan.

    Raises TruthError for a line that is no fact, and for a quote that its plan does not print
    exactly once (runs of space and line breaks count as one space).
    """
    facts: list[TrueFact] = []
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                facts.append(fact_of(json.loads(line), texts))
            except ValueError as error:
                raise TruthError(f"{path.name}, line {number}: {error}") from error
    return tuple(facts)


def fact_of(value: Mapping[str, Any], texts: Mapping[str, str]) -> TrueFact:
    """Return one annotated fact. Raises ValueError where it is none or its plan lacks its quote."""
    kind, plan, quote = (str(value.get(name, "")) for name in ("kind", "plan", "quote"))
    if kind not in FIELDS:
        raise ValueError(f"no such kind: {kind!r}")
    fields = {name: one for name, one in value.items() if name not in ("kind", "plan", "quote")}
    if set(fields) != FIELDS[kind]:
        raise ValueError(f"a {kind} states {sorted(FIELDS[kind])}, not {sorted(fields)}")
    if plan not in texts:
        raise ValueError(f"no such plan: {plan!r}")
    spans = find_quote(texts[plan], quote)
    if len(spans) != 1:
        raise ValueError(f"the quote stands {len(spans)} times in {plan}: {quote[:60]!r}")
    return TrueFact(kind, plan, fields, quote, spans[0])


def find_quote(text: str, quote: str) -> Sequence[Span]:
    """Return where a quote stands in a text, a run of space in either being one space."""
    wanted = " ".join(nfc(quote).split())
    if not wanted:
        return ()
    flat, origins = _flat(text)
    found = []
    at = flat.find(wanted)
    while at >= 0:
        found.append(Span(origins[at], origins[at + len(wanted) - 1] + 1))
        at = flat.find(wanted, at + 1)
    return found


def _flat(text: str) -> tuple[str, list[int]]:
    """Return a text with runs of space as one space, and where each character comes from."""
    characters: list[str] = []
    origins: list[int] = []
    for origin, character in enumerate(text):
        if character.isspace():
            if characters and characters[-1] == " ":
                continue
            character = " "
        characters.append(character)
        origins.append(origin)
    return "".join(characters), origins
