"""Ruled tables on scans: the rules are found, and every cell is recognised by itself.

Read across the page, figures of narrow cells run into each other (`125,5` became `1755`); alone in
its cell a figure is read right more often. All figures of a scanned table are still listed for a
person to compare. Left out: cells joined over rows are read in the first of them.
"""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PIL import Image

from ingest.read.recognition import BLOCK, LINE, Line, Recogniser, Word

Ink = npt.NDArray[np.bool_]

DARK = 140
"""Grey below which a pixel is ink; paper of worn copies stays above 180."""

STROKE = 90
"""Pixels of an unbroken upright stroke, 11 mm at 200 dpi; no letter is as tall."""

_ACROSS = 0.6
"""Share of the table's width that a rule between two rows runs through without a gap; the words of
a line have gaps."""
_DOWN = 0.9
"""Share of a row's height that a rule between two cells fills; letters leave the row's edges."""
_SLACK = 3
"""Pixels up or down within which a rule may wander: half a degree over a page."""
_MARGIN = 5
_LEAST = 18
"""Pixels; a cell that is lower or narrower is the gap of a double rule."""
_ONE_LINE = 44
"""Pixels of ink; what is lower is one line of up to 14 points."""
_SHORT = 300
"""Pixels of ink; wider cells hold words, which are read right the first time."""

_PAPER = 0.87
_SIZES = (1.35, 1.0, 1.5)
_FRAME = 12
"""A cell is cut to its ink, its paper made white (all that is lighter than such a share of the
paper) and framed: figures alone on noisy paper were then read eight to ten times of ten, before
four times. Which size misses which figure is chance, so three are asked. Whole pages gain nothing
by any of it."""


def ink_of(picture: Image.Image) -> Ink:
    """Return where a grey picture is dark."""
    dark: Ink = np.asarray(picture) < DARK
    return dark


def find_table(ink: Ink) -> tuple[int, int] | None:
    """Return top and bottom of what is ruled with three upright lines or more, if anything is."""
    height, width = ink.shape
    if height <= STROKE:
        return None
    sums = np.cumsum(np.vstack([np.zeros((1, width), dtype=np.int32), ink]), axis=0)
    full: Ink = (sums[STROKE:] - sums[:-STROKE]) >= STROKE - 2
    if len(_groups(np.any(full, axis=0), 10)) < 3:
        return None
    rows = np.flatnonzero(np.any(full, axis=1))
    return int(rows[0]), int(rows[-1]) + STROKE


def read_table(
    picture: Image.Image, ink: Ink, rows: tuple[int, int], recogniser: Recogniser
) -> list[Line]:
    """Return the rows of a table as lines, `|` between the cells; empty where no grid is found."""
    top, bottom = max(0, rows[0] - 2 * _SLACK), rows[1] + 2 * _SLACK
    columns = np.flatnonzero(ink[top:bottom].mean(axis=0) > 0.5)
    if len(columns) < 2:
        return []
    left, right = int(columns[0]), int(columns[-1])
    rules = _rules_across(ink[top:bottom, left : right + 1])
    lines: list[Line] = []
    for upper, lower in itertools.pairwise(rules):
        if lower - upper < _LEAST:
            continue
        cells = _cells(ink, (top + upper, top + lower), (left, right))
        line = _row(picture, cells, recogniser)
        if line.words:
            lines.append(line)
    return lines if len(lines) > 1 else []


def _rules_across(table: Ink) -> list[int]:
    """Return where rules run across the table, from top to bottom."""
    wide = table.copy()
    for shift in range(1, _SLACK + 1):
        wide[shift:] |= table[:-shift]
        wide[:-shift] |= table[shift:]
    runs = [_longest_run(row) for row in wide]
    is_rule: Ink = np.asarray(runs) >= _ACROSS * table.shape[1]
    return [(first + last) // 2 for first, last in _groups(is_rule, 2)]


def _cells(ink: Ink, rows: tuple[int, int], columns: tuple[int, int]) -> list[tuple[int, ...]]:
    """Return the boxes of a row's cells, from left to right."""
    upper, lower = rows[0] + _MARGIN, rows[1] - _MARGIN
    left = max(0, columns[0] - _MARGIN)
    band = ink[upper:lower, left : columns[1] + _MARGIN]
    wide = band.copy()
    for shift in range(1, _SLACK + 1):
        wide[:, shift:] |= band[:, :-shift]
        wide[:, :-shift] |= band[:, shift:]
    is_rule: Ink = np.mean(wide, axis=0) >= _DOWN
    rules = [(left + first, left + last) for first, last in _groups(is_rule, 2)]
    boxes = [(a[1], upper, b[0], lower) for a, b in itertools.pairwise(rules)]
    return [box for box in boxes if box[2] - box[0] >= _LEAST]


def _row(picture: Image.Image, cells: list[tuple[int, ...]], recogniser: Recogniser) -> Line:
    words: list[Word] = []
    for index, (left, upper, right, lower) in enumerate(cells):
        if index:
            words.append(Word("|", 100.0, (left, upper, left + 1, lower)))
        cell = _cleaned(picture.crop((left, upper, right, lower)))
        for word in _cell_words(cell, recogniser) if cell else ():
            words.append(replace(word, box=(left, upper, right, lower)))
    return Line(tuple(words)) if any(word.text != "|" for word in words) else Line(())


def _cell_words(cell: Image.Image, recogniser: Recogniser) -> tuple[Word, ...]:
    """Read a cell; a short one in several sizes, of which the reading that most agree on counts.

    How sure the model is decides between readings of which none has a second witness.
    """
    if cell.height > _ONE_LINE or cell.width > _SHORT:
        return _words(recogniser.lines(_framed(cell, _SIZES[0]), BLOCK))
    readings = [_words(recogniser.lines(_framed(cell, size), LINE)) for size in _SIZES]
    texts = ["".join(word.text for word in words) for words in readings]
    return max(
        readings,
        key=lambda words: (
            texts.count("".join(word.text for word in words)),
            sum(word.confidence for word in words) / max(1, len(words)),
        ),
    )


def _words(lines: tuple[Line, ...]) -> tuple[Word, ...]:
    return tuple(word for line in lines for word in line.words if word.text.strip("|_—"))


def _cleaned(cell: Image.Image) -> Image.Image | None:
    """Return a cell cut to its ink and made clean; None where it is empty."""
    ink = ink_of(cell)
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if len(rows) < 4 or len(columns) < 2:
        return None
    box = (int(columns[0]) - 4, int(rows[0]) - 4, int(columns[-1]) + 5, int(rows[-1]) + 5)
    box = (max(0, box[0]), max(0, box[1]), min(cell.width, box[2]), min(cell.height, box[3]))
    grey = np.asarray(cell)
    white = np.where(grey > _PAPER * np.median(grey), 255, grey).astype(np.uint8)
    return Image.fromarray(white).crop(box)


def _framed(words: Image.Image, size: float) -> Image.Image:
    """Enlarge a cleaned cell and put white around it."""
    scaled = (round(words.width * size), round(words.height * size))
    words = words.resize(scaled, Image.Resampling.LANCZOS)
    frame = Image.new("L", (words.width + 2 * _FRAME, words.height + 2 * _FRAME), 255)
    frame.paste(words, (_FRAME, _FRAME))
    return frame


def _longest_run(row: npt.NDArray[np.bool_]) -> int:
    edges = np.flatnonzero(np.diff(np.concatenate([[0], row.astype(np.int8), [0]])))
    return int((edges[1::2] - edges[::2]).max()) if len(edges) else 0


def _groups(flags: Ink, gap: int) -> list[tuple[int, int]]:
    """Return first and last place of each group of true values that lie within a gap."""
    places = np.flatnonzero(flags)
    if not len(places):
        return []
    cuts = np.flatnonzero(np.diff(places) > gap)
    firsts = [int(places[0]), *(int(places[cut + 1]) for cut in cuts)]
    lasts = [*(int(places[cut]) for cut in cuts), int(places[-1])]
    return list(zip(firsts, lasts, strict=True))
