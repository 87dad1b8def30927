"""Sentences and clauses of a view, cut where plans end them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.vietnamese import fold
from corpus.view import View

_SENTENCE = re.compile(r"(?<=\.)\s+(?=[^\W\d_])|(?<=[^\W\d_]\.)(?=[^\W\d_])")
_CLAUSE = re.compile(r"(?<=;)\s*")
_INSIDE = {"(": ")", "“": "”", "«": "»"}


def sentences(view: View) -> Iterator[View]:
    """Yield the sentences of a view, also where a scan lost the space after a full stop."""
    text = view.text
    ends = [m for m in _SENTENCE.finditer(text) if m.group() or text[m.start()].isupper()]
    yield from _cut(view, [m.start() for m in ends])


def clauses(view: View) -> Iterator[View]:
    """Yield the parts of a view between semicolons outside brackets and quotation marks."""
    depths = _depths(view.text)
    yield from _cut(view, [m.end() for m in _CLAUSE.finditer(view.text) if not depths[m.start()]])


def _cut(view: View, at: list[int]) -> Iterator[View]:
    for start, end in zip([0, *at], [*at, len(view)], strict=True):
        piece = view.slice(start, end)
        if piece.text:
            yield piece


def _depths(text: str) -> list[int]:
    """Return, for every place in a text and its end, how many brackets are open there."""
    closing = set(_INSIDE.values())
    depth, depths = 0, []
    for character in text:
        depths.append(depth)
        depth += (character in _INSIDE) - (character in closing)
        depth = max(depth, 0)
    return [*depths, depth]


def masked(text: str) -> str:
    """Return the folded text with what stands in quotation marks blanked, character for character.

    The name of a programme ("… đến năm 2030") says nothing of the year of a target.
    """
    folded = fold(text)
    return re.sub(r"[“\"«][^“”\"»]*[”\"»]", lambda m: "_" * len(m.group()), folded)
