"""The facts of a plan: who is charged with what, what is to be reached, by when, with what money.

Every fact stands on words: `plan.text[span.start:span.end]` is exactly the words that state it, and
the spans beside a field are the words of that field. A reading (`agencies`, `duty`, `subject` …) is
those words with lines joined and garble restored; a figure or a date is never changed. What cannot
be read with certainty is no fact; it is counted in `Facts.left_out`.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any, Literal

from corpus.plan import Span

Role = Literal["lead", "coordinate"]
"""lead: told to lead (chủ trì) or plainly charged; coordinate: to work with others (phối hợp)."""


@dataclass(frozen=True)
class Programme:
    """The chương trình, đề án or chiến lược that a plan carries out, and what approves it."""

    plan_id: str
    span: Span
    name: str
    """From its kind word: `Chương trình “…”`."""
    decision: str | None
    """The number of the approving document: `1520/QĐ-TTg`."""
    decision_date: str | None
    """As printed: `09/12/2022`."""
    decision_span: Span | None


@dataclass(frozen=True)
class Assignment:
    """A duty, and the agencies that are charged with it or that it is to be done with."""

    plan_id: str
    path: tuple[str, ...]
    span: Span
    """The words of the duty; the agencies may stand in the heading above it."""
    agencies: tuple[str, ...]
    agency_spans: tuple[Span, ...]
    role: Role
    duty: str


@dataclass(frozen=True)
class Target:
    """A figure that is to be reached."""

    plan_id: str
    path: tuple[str, ...]
    span: Span
    """The sentence of the figure."""
    value: str
    """As printed, with its per cent sign: `80%`, `10 - 15%`, `1.000`."""
    value_span: Span
    subject: str
    """What it is a figure of: what the sentence names, else what the heading above names."""
    indicator: str
    """What is said of the subject."""
    year: str
    """A year or a period, as printed: `2025`, `2021 - 2025`; empty where none is stated."""
    unit: str
    """`%`, or the words after the number: `bản sách`."""
    per: str
    """`mỗi năm`, `hằng năm`, `/năm`; empty for a state that is to be reached once."""
    comparator: str
    """ít nhất, nhiều nhất, trên, dưới, khoảng, phấn đấu; empty for a figure plainly stated."""


@dataclass(frozen=True)
class Deadline:
    """Something to hand in or to hold, and when."""

    plan_id: str
    path: tuple[str, ...]
    span: Span
    who: tuple[str, ...]
    what: str
    to: tuple[str, ...]
    """Whom it is handed to; empty where the plan does not say."""
    by: str
    """As printed: `trước ngày 01 tháng 12 hằng năm`, `năm 2025`, `định kỳ hằng năm`."""
    by_span: Span
    yearly: bool
    """It returns each year, or oftener."""


@dataclass(frozen=True)
class Funding:
    """A source of the money, as the plan names it."""

    plan_id: str
    path: tuple[str, ...]
    span: Span
    source: str
    source_span: Span
    purpose: str
    """What it is for; empty where the plan does not say."""


@dataclass(frozen=True)
class Facts:
    """All facts of one plan, in its order."""

    plan_id: str
    programme: Programme | None = None
    assignments: tuple[Assignment, ...] = ()
    targets: tuple[Target, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    funding: tuple[Funding, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()
    """What was seen but not read with certainty: (kind, how many), sorted by kind."""


def facts_to_json(facts: Facts) -> str:
    """Return the facts as one JSON object, names of fields as here, spans as pairs."""
    return json.dumps(asdict(facts), ensure_ascii=False)


def facts_from_json(text: str) -> Facts:
    """Return the facts that `facts_to_json` wrote."""
    value = json.loads(text)
    return Facts(
        plan_id=value["plan_id"],
        programme=Programme(**_typed(value["programme"])) if value["programme"] else None,
        assignments=tuple(Assignment(**_typed(one)) for one in value["assignments"]),
        targets=tuple(Target(**_typed(one)) for one in value["targets"]),
        deadlines=tuple(Deadline(**_typed(one)) for one in value["deadlines"]),
        funding=tuple(Funding(**_typed(one)) for one in value["funding"]),
        left_out=tuple((kind, count) for kind, count in value["left_out"]),
    )


def _typed(fields: dict[str, Any]) -> dict[str, Any]:
    """Give lists back as tuples, and pairs of numbers as spans."""
    return {name: _typed_value(name, value) for name, value in fields.items()}


def _typed_value(name: str, value: Any) -> Any:
    if name.endswith("spans"):
        return tuple(Span(*pair) for pair in value)
    if name.endswith("span"):
        return Span(*value) if value else None
    return tuple(value) if isinstance(value, list) else value
