"""The programme of a plan as a fact."""

from __future__ import annotations

from corpus.facts import Programme
from ingest.outline import Outline
from ingest.programme import read_programme


def find_programme(plan_id: str, outline: Outline) -> Programme | None:
    """Return the programme that the title names, with the document that approves it."""
    read = read_programme(outline)
    if read is None:
        return None
    return Programme(
        plan_id=plan_id,
        span=read.name.span,
        name=read.name.text,
        decision=read.number.text if read.number else None,
        decision_date=read.date.text if read.date else None,
        decision_span=read.number.span if read.number else None,
    )
