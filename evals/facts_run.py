"""Read the facts of plans as the intake does: damaged plans are restored before they are cut.

It needs no model of embeddings; the decoder of words is trained anew, which takes some seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from corpus.facts import Facts
from evals.facts_measure import FoundFact, found_facts
from ingest.facts import find_facts
from ingest.legibility import is_damaged
from ingest.make import train_restorer
from ingest.metadata import Metadata, read_metadata
from ingest.outline import find_outline
from ingest.passages import find_passages
from ingest.read.text import read_text

LeftOut = tuple[tuple[str, int], ...]
Run = Callable[[Mapping[str, str]], Iterator[tuple[str, tuple[FoundFact, ...], LeftOut]]]
"""Reads plans, given by file name: yields what it found of each, and how much it left out."""


def read_texts(plans_dir: Path) -> dict[str, str]:
    """Return the text of every plan of a folder as the intake reads it, by file name."""
    return {path.name: read_text(path)[0] for path in sorted(plans_dir.glob("*.txt"))}


def read_facts(texts: Mapping[str, str]) -> Iterator[tuple[str, Metadata, Facts]]:
    """Yield plan by plan what it says of itself and the facts that are read of it."""
    damaged = {name for name, text in texts.items() if is_damaged(text)}
    restore = None
    if damaged:
        clean = [text for name, text in texts.items() if name not in damaged]
        restore = train_restorer(clean, [texts[name] for name in sorted(damaged)]).restore
    for name, text in texts.items():
        outline = find_outline(text, restore) if restore and name in damaged else find_outline(text)
        metadata = read_metadata(text, outline)
        passages = find_passages(name, text, outline)
        yield name, metadata, find_facts(name, text, outline, passages, metadata)


def run_facts(
    texts: Mapping[str, str],
) -> Iterator[tuple[str, tuple[FoundFact, ...], LeftOut]]:
    """Yield plan by plan what is read of it, as annotations state it, and what is left out."""
    for name, metadata, facts in read_facts(texts):
        yield name, found_facts(name, metadata, facts), facts.left_out
