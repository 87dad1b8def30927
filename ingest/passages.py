"""Sections and passages from an outline: what is cited, and what is found and quoted.

A passage is one structural unit: a bullet with its sub-bullets, a point, a clause, a paragraph.
It carries the headings above it, so a duty keeps the agency it is given to. Overlong units are
divided between sentences.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from corpus.plan import Passage, Section, Span
from corpus.view import View, join_lines
from ingest.outline import HEADING_LIMIT, Block, Node, Outline
from ingest.rows import CELL, read_rows

PASSAGE_LIMIT = 900
"""Characters of reading; about 300 tokens of multilingual-e5, which reads at most 512."""

INLINE_HEADING_LIMIT = 170
"""Characters before the colon of `3. Công an tỉnh: Chỉ đạo …`; the longest of the plans has 131."""

OPENING_LABEL = "Mở đầu"
"""The path label of what stands before part I: title, căn cứ (legal bases), opening words."""

TAIL_LABEL = "Nơi nhận"
"""The path label of what stands after the last part: recipients and signature."""

_SENTENCE_END = re.compile(r"[.;]\s+(?=[^\W\d_]|\d)")
_INLINE_HEADING = re.compile(r"[:：]\s+(?=\S)")
_LABELLED = ("roman", "number", "letter")


@dataclass(frozen=True)
class _Heading:
    text: str
    span: Span


@dataclass(frozen=True)
class _Unit:
    path: tuple[str, ...]
    headings: tuple[_Heading, ...]
    view: View
    span: Span


def find_sections(plan_id: str, outline: Outline) -> tuple[Section, ...]:
    """Return the labelled sections of an outline in document order."""
    return tuple(_sections(plan_id, outline))


def _sections(plan_id: str, outline: Outline) -> Iterator[Section]:
    for part in outline.parts:
        for node in part.walk():
            if node.block.kind not in _LABELLED:
                continue
            heading = _heading(node)
            yield Section(
                plan_id,
                node.path,
                heading.text if heading else "",
                heading.span if heading else Span(node.block.span.start, node.block.span.start),
                node.span,
            )


def find_passages(plan_id: str, text: str, outline: Outline) -> tuple[Passage, ...]:
    """Return the passages of a plan; their spans slice `text` to exactly their words."""
    units = [*_opening_units(outline), *_part_units(outline.parts), *_tail_units(outline)]
    pieces = [piece for unit in units for piece in _divide(unit)]
    passages: list[Passage] = []
    for is_row, group in groupby(pieces, key=lambda piece: CELL in piece.view.text):
        run = list(group)
        words = [piece.view.text for piece in run]
        readings = read_rows(words) if is_row else words
        passages += (_passage(plan_id, text, *one) for one in zip(run, readings, strict=True))
    return tuple(passages)


def _passage(plan_id: str, text: str, unit: _Unit, reading: str) -> Passage:
    words = text[unit.span.start : unit.span.end]
    identity = f"{plan_id}\n{unit.span.start}\n{unit.span.end}\n{unit.view.text}"
    return Passage(
        id=hashlib.sha256(identity.encode()).hexdigest()[:16],
        plan_id=plan_id,
        path=unit.path,
        headings=tuple(heading.text for heading in unit.headings),
        heading_spans=tuple(heading.span for heading in unit.headings),
        text=words,
        reading=reading,
        span=unit.span,
    )


def _opening_units(outline: Outline) -> Iterator[_Unit]:
    blocks = [outline.title] if outline.title else []
    for block in [*outline.head, *blocks, *outline.opening]:
        if block.text:
            yield _Unit((OPENING_LABEL,), (), block.view, block.span)


def _tail_units(outline: Outline) -> Iterator[_Unit]:
    """The recipients and the signature are one list, and one passage."""
    if outline.tail:
        yield _whole((TAIL_LABEL,), (), list(outline.tail))


def _whole(path: tuple[str, ...], headings: tuple[_Heading, ...], blocks: list[Block]) -> _Unit:
    view = join_lines([block.view for block in blocks])
    return _Unit(path, headings, view, Span(blocks[0].span.start, blocks[-1].span.end))


def _part_units(nodes: tuple[Node, ...]) -> Iterator[_Unit]:
    for node in nodes:
        yield from _node_units(node, ())


def _node_units(node: Node, above: tuple[_Heading, ...]) -> Iterator[_Unit]:
    heading = _heading(node)
    if node.block.kind == "dash" and node.children:
        blocks = [below.block for below in node.walk()]
        if sum(len(block.text) for block in blocks) <= PASSAGE_LIMIT:
            yield _whole(node.path, above, blocks)
            return
        heading = _Heading(node.block.text, node.block.view.span)
    headings = (*above, heading) if heading else above
    if heading is None or heading.text != node.block.text:
        yield _Unit(node.path, headings, node.block.view, node.block.span)
    elif not node.children:
        yield _Unit(node.path, above, node.block.view, node.block.span)
    for child in node.children:
        yield from _node_units(child, headings)


def _heading(node: Node) -> _Heading | None:
    """Return the heading a labelled block is, or begins with before a colon; None for a clause."""
    block = node.block
    if block.kind not in _LABELLED:
        return None
    inline = _INLINE_HEADING.search(block.text)
    if block.kind == "number" and inline and inline.start() <= INLINE_HEADING_LIMIT:
        head = block.view.slice(0, inline.start())
        return _Heading(head.text, head.span)
    if block.kind == "roman" or (node.children and len(block.text) <= HEADING_LIMIT):
        return _Heading(block.text.rstrip(" :."), block.view.span)
    return None


def _divide(unit: _Unit) -> Iterator[_Unit]:
    """Divide an overlong unit after sentences; a single longer sentence stays whole."""
    if len(unit.view) <= PASSAGE_LIMIT:
        yield unit
        return
    start = 0
    while start < len(unit.view):
        end = _cut(unit.view.text, start)
        piece = unit.view.slice(start, end)
        span = Span(unit.span.start, piece.span.end) if start == 0 else piece.span
        yield _Unit(unit.path, unit.headings, piece, span)
        start = end


def _cut(text: str, start: int) -> int:
    if len(text) - start <= PASSAGE_LIMIT:
        return len(text)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start)]
    fitting = [end for end in ends if end - start <= PASSAGE_LIMIT]
    return fitting[-1] if fitting else (ends[0] if ends else len(text))
