"""The facts of a plan, read from its outline: assignments, targets, deadlines, funding.

They are found by the kinds of sentence that plans are written in under Decree 30/2020/NĐ-CP, one
module a kind, on views of the text, so that each leads back to the plan's characters. What is seen
but not read with certainty is left out and counted. Left out by design: tables.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from corpus.facts import Facts, Target
from corpus.plan import Passage
from ingest.facts.assignments import find_assignments
from ingest.facts.deadlines import find_deadlines
from ingest.facts.duties import find_duties
from ingest.facts.figures import find_figures
from ingest.facts.funding import find_funding
from ingest.facts.programme import find_programme
from ingest.facts.targets import find_targets
from ingest.metadata import Metadata
from ingest.outline import Node, Outline
from ingest.rows import CELL


def find_facts(
    plan_id: str, text: str, outline: Outline, passages: Sequence[Passage], metadata: Metadata
) -> Facts:
    """Return the facts of a plan; every span in them slices `text` to the words that state it.

    Read from the outline; the passages tell how many shares of the plan no target states.
    """
    left_out: Counter[str] = Counter()
    outline = _without_rows(outline, left_out)
    targets = find_targets(plan_id, text, outline, left_out)
    left_out["share that no target states"] = _unread_shares(passages, targets, left_out)
    duties = find_duties(outline, left_out)
    stated = metadata.programme.value is not None
    return Facts(
        plan_id=plan_id,
        programme=find_programme(plan_id, outline) if stated else None,
        assignments=find_assignments(plan_id, duties, left_out),
        targets=targets,
        deadlines=find_deadlines(plan_id, outline, duties, left_out),
        funding=find_funding(plan_id, outline, left_out),
        left_out=tuple(sorted((kind, count) for kind, count in left_out.items() if count)),
    )


ROWS = "row of a table"


def _without_rows(outline: Outline, left_out: Counter[str]) -> Outline:
    """Return an outline without the rows of tables, whose figures need the heads of columns."""
    return replace(outline, parts=tuple(_pruned(part, left_out) for part in outline.parts))


def _pruned(node: Node, left_out: Counter[str]) -> Node:
    rows = [child for child in node.children if CELL in child.block.text]
    left_out[ROWS] += len(rows)
    kept = [_pruned(child, left_out) for child in node.children if child not in rows]
    return Node(node.block, node.path, kept)


def _unread_shares(
    passages: Sequence[Passage], targets: Sequence[Target], left_out: Counter[str]
) -> int:
    """Count the percentages of a plan that are neither a target nor counted as left out."""
    texts = [one.reading for one in passages if CELL not in one.text]
    seen = sum(figure.share for text in texts for figure in find_figures(text))
    counted = sum(left_out.values()) - left_out[ROWS]
    read = sum(target.unit == "%" for target in targets) + counted
    return max(0, seen - read)
