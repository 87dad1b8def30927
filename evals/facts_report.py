"""Put the figures of the facts into words: a table, every error with its words, and as JSON."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from evals.facts_measure import PRECISION_BAR, RECALL_BAR, FoundFact, Score, total
from evals.facts_run import LeftOut
from evals.truth import TrueFact

WIDTH = 110
"""Columns of the table on a terminal."""


def render_facts(
    scores: Sequence[Score], left_out: Mapping[str, LeftOut], texts: Mapping[str, str]
) -> str:
    """Return the table of precision and recall, then each wrong and each missed fact."""
    out = io.StringIO()
    console = Console(file=out, width=WIDTH, highlight=False)
    table = Table("plan", "kind", "facts", "found", "right", "precision", "recall", "")
    for one in [*scores, *total(scores)]:
        found, facts = one.right + len(one.wrong), one.right + len(one.missed)
        if not (found or facts):
            continue
        mark = ("ok" if one.passes else "LOW") if one.plan == "total" else ""
        table.add_row(
            one.plan[:40],
            one.kind,
            str(facts),
            str(found),
            str(one.right),
            _share(one.precision),
            _share(one.recall),
            mark,
        )
    console.print(table)
    console.print(f"bars: precision {PRECISION_BAR}, recall {RECALL_BAR}, per kind over all plans")
    for name, counts in left_out.items():
        said = ", ".join(f"{count} × {kind}" for kind, count in counts) or "nothing"
        console.print(f"left out in {name}: {said}")
    for one in scores:
        for wrong in one.wrong:
            console.print(f"wrong  {_told(wrong)}\n       {_words(wrong, texts)}", markup=False)
        for missed in one.missed:
            console.print(f"missed {_told(missed)}\n       {missed.quote}", markup=False)
    return out.getvalue().rstrip("\n")


def facts_as_json(scores: Sequence[Score], left_out: Mapping[str, LeftOut]) -> dict[str, Any]:
    """Return the same as values for JSON."""
    return {
        "bars": {"precision": PRECISION_BAR, "recall": RECALL_BAR},
        "scores": [_score(one) for one in [*scores, *total(scores)]],
        "left_out": {name: dict(counts) for name, counts in left_out.items()},
    }


def _score(one: Score) -> dict[str, Any]:
    return {
        "plan": one.plan,
        "kind": one.kind,
        "right": one.right,
        "precision": one.precision,
        "recall": one.recall,
        "wrong": [dict(wrong.fields) for wrong in one.wrong],
        "missed": [dict(missed.fields) for missed in one.missed],
    }


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _told(fact: FoundFact | TrueFact) -> str:
    return f"{fact.plan[:24]} {fact.kind}: {dict(fact.fields)}"


def _words(fact: FoundFact, texts: Mapping[str, str]) -> str:
    return " ".join(texts[fact.plan][slice(*fact.span)].split())
