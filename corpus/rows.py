"""How plans, passages and sections are written as rows of SQLite, and read back."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any, Protocol

from corpus.plan import Field, Page, Passage, Plan, Section, Span


class Row(Protocol):
    """What a query returns: values by the names of their columns."""

    def __getitem__(self, column: str, /) -> Any: ...


FIELDS = ("number", "issuer", "place", "date", "title", "programme", "signer")
"""The fields that state one thing each."""

LISTS = ("bases", "recipients", "replaces")
"""The fields that state several."""


def to_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def plan_values(plan: Plan) -> dict[str, Any]:
    """Return a plan as the columns of its row; where it came from is not among them."""
    fields: dict[str, Any] = {name: asdict(getattr(plan, name)) for name in FIELDS}
    fields |= {name: [asdict(field) for field in getattr(plan, name)] for name in LISTS}
    return {
        "id": plan.id,
        "file": plan.file,
        "sha256": plan.sha256,
        "text": plan.text,
        "fields": to_json(fields),
        "pages": to_json([asdict(page) for page in plan.pages]),
        "superseded_by": plan.superseded_by,
    }


def read_plan(row: Row) -> Plan:
    fields = json.loads(row["fields"])
    stated: dict[str, Any] = {name: _field(fields[name]) for name in FIELDS}
    stated |= {name: tuple(map(_field, fields[name])) for name in LISTS}
    return Plan(
        id=row["id"],
        file=row["file"],
        sha256=row["sha256"],
        text=row["text"],
        pages=tuple(map(_page, json.loads(row["pages"]))),
        superseded_by=row["superseded_by"],
        **stated,
    )


def _field(value: dict[str, Any]) -> Field:
    return Field(value["value"], Span(*value["span"]) if value["span"] else None)


def _page(value: dict[str, Any]) -> Page:
    return Page(**{**value, "span": Span(*value["span"]), "notes": tuple(value["notes"])})


def passage_values(passage: Passage) -> dict[str, Any]:
    """Return a passage as the columns of its row; its text is a slice of its plan's."""
    headings = list(zip(passage.headings, passage.heading_spans, strict=True))
    return {
        "id": passage.id,
        "plan": passage.plan_id,
        "path": to_json(passage.path),
        "headings": to_json(headings),
        "reading": passage.reading,
        "start": passage.span.start,
        "end": passage.span.end,
    }


def read_passage(row: Row) -> Passage:
    headings = json.loads(row["headings"])
    return Passage(
        id=row["id"],
        plan_id=row["plan"],
        path=tuple(json.loads(row["path"])),
        headings=tuple(text for text, _ in headings),
        heading_spans=tuple(Span(*span) for _, span in headings),
        text=row["text"],
        reading=row["reading"],
        span=Span(row["start"], row["end"]),
    )


def section_values(section: Section) -> tuple[object, ...]:
    return (
        section.plan_id,
        to_json(section.path),
        section.heading,
        *section.heading_span,
        *section.span,
    )


def read_section(row: Row) -> Section:
    return Section(
        row["plan"],
        tuple(json.loads(row["path"])),
        row["heading"],
        Span(row["heading_start"], row["heading_end"]),
        Span(row["start"], row["end"]),
    )
