"""Precision and recall of the facts that the intake reads, against those annotated by hand.

A found fact is right where an annotated one of the same kind and plan states the same: their words
overlap and their fields agree. Each annotated fact is met at most once. Fields agree as follows,
after folding to letters and digits:

- numbers, years, dates, roles and whether something returns each year: equal;
- agencies, `who`, `to`: equal as sets of names;
- subject, source, by, and the fields of the metadata: equal, without a leading các, mỗi, mọi,
  nguồn, and without a note in brackets at the end;
- unit: the same first word; per: both stated or neither; comparator: equal, where "phấn đấu" counts
  as none;
- indicator, duty, what, purpose: free words; of the shorter, four fifths stand in the longer.

Pure functions on facts. Left out: partial credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.facts import Facts
from corpus.plan import Span
from corpus.vietnamese import fold, tokens
from evals.truth import KINDS, TrueFact
from ingest.metadata import Metadata

PRECISION_BAR = 0.98
RECALL_BAR = 0.92

FREE_WORDS = 0.8
"""Share of the words of the shorter of two free texts that stand in the longer."""

_SINGLE = ("number", "date", "place", "issuer", "title", "programme", "signer")
_LEADING = re.compile(r"(?:cac|moi|nhung|nguon|vao)\s+")
_NOTE = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True)
class FoundFact:
    """One fact as the intake reads it, with the fields that are compared."""

    kind: str
    plan: str
    fields: Mapping[str, Any]
    span: Span


@dataclass(frozen=True)
class Score:
    """How the facts of one kind came out, in one plan or in all."""

    kind: str
    plan: str
    right: int
    wrong: tuple[FoundFact, ...]
    missed: tuple[TrueFact, ...]

    @property
    def precision(self) -> float | None:
        """None where nothing was found."""
        found = self.right + len(self.wrong)
        return self.right / found if found else None

    @property
    def recall(self) -> float | None:
        """None where there is nothing to find."""
        total = self.right + len(self.missed)
        return self.right / total if total else None

    @property
    def passes(self) -> bool:
        precision, recall = self.precision, self.recall
        return (precision is None or precision >= PRECISION_BAR) and (
            recall is None or recall >= RECALL_BAR
        )


def found_facts(plan: str, metadata: Metadata, facts: Facts) -> tuple[FoundFact, ...]:
    """Return all that was read of a plan in the terms of the annotation."""
    return (
        *(FoundFact("metadata", plan, fields, span) for fields, span in _stated(metadata, facts)),
        *(
            FoundFact(kind, plan, {name: _plain(getattr(one, name)) for name in names}, one.span)
            for kind, names, many in (
                ("assignment", ("agencies", "role", "duty"), facts.assignments),
                (
                    "target",
                    ("value", "subject", "indicator", "year", "unit", "per", "comparator"),
                    facts.targets,
                ),
                ("deadline", ("who", "what", "to", "by", "yearly"), facts.deadlines),
                ("funding", ("source", "purpose"), facts.funding),
            )
            for one in many
        ),
    )


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _stated(metadata: Metadata, facts: Facts) -> Iterable[tuple[dict[str, Any], Span]]:
    fields = [(name, getattr(metadata, name)) for name in _SINGLE]
    fields += [("basis", field) for field in metadata.bases]
    fields += [("recipient", field) for field in metadata.recipients]
    for name, field in fields:
        if field.value is not None and field.span is not None:
            yield {"field": name, "value": field.value}, field.span
    programme = facts.programme
    if programme and programme.decision and programme.decision_span:
        decision = {"field": "programme decision", "value": programme.decision}
        yield decision, programme.decision_span


def score(plan: str, found: Sequence[FoundFact], true: Sequence[TrueFact]) -> tuple[Score, ...]:
    """Return the scores of one plan, one a kind, in the order of the kinds."""
    return tuple(
        _score(
            kind, plan, [f for f in found if f.kind == kind], [t for t in true if t.kind == kind]
        )
        for kind in KINDS
    )


def _score(kind: str, plan: str, found: Sequence[FoundFact], true: Sequence[TrueFact]) -> Score:
    left = list(true)
    wrong: list[FoundFact] = []
    for one in found:
        match = next((other for other in left if agrees(one, other)), None)
        if match is None:
            wrong.append(one)
        else:
            left.remove(match)
    return Score(kind, plan, len(found) - len(wrong), tuple(wrong), tuple(left))


def total(scores: Iterable[Score]) -> tuple[Score, ...]:
    """Return the scores of all plans together, one a kind."""
    known = list(scores)
    return tuple(
        Score(
            kind,
            "total",
            sum(s.right for s in known if s.kind == kind),
            tuple(w for s in known if s.kind == kind for w in s.wrong),
            tuple(m for s in known if s.kind == kind for m in s.missed),
        )
        for kind in KINDS
    )


def agrees(found: FoundFact, true: TrueFact) -> bool:
    """Tell whether a found fact states an annotated one, as the head of this file says."""
    overlap = found.span.start < true.span.end and true.span.start < found.span.end
    return overlap and all(
        _field_agrees(name, found.fields[name], value) for name, value in true.fields.items()
    )


def _field_agrees(name: str, found: Any, true: Any) -> bool:
    if name in ("agencies", "who", "to"):
        return {_key(one) for one in found} == {_key(one) for one in true}
    if name in ("indicator", "duty", "what", "purpose"):
        return _words_agree(found, true)
    if name == "unit":
        return tokens(found)[:1] == tokens(true)[:1]
    if name == "per":
        return bool(found) == bool(true)
    if name == "comparator":
        return _strict(found) == _strict(true)
    if name == "yearly":
        return bool(found) == bool(true)
    if name == "value":
        return _key(_NOTE.sub("", found)) == _key(_NOTE.sub("", true))
    return _key(found) == _key(true)


def _key(text: str) -> str:
    """Return the letters and digits of a text, folded: `các sở, ban` and `Sở, ban` are one."""
    words = _LEADING.sub("", fold(_NOTE.sub("", text)).strip(), count=1)
    return "".join(tokens(words))


def _strict(comparator: str) -> str:
    return "" if comparator == "phấn đấu" else comparator


def _words_agree(found: str, true: str) -> bool:
    mine, theirs = set(tokens(found)), set(tokens(true))
    if not mine or not theirs:
        return not mine and not theirs
    return len(mine & theirs) >= FREE_WORDS * min(len(mine), len(theirs))
