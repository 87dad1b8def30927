"""A picture of a page becomes its text: head and end in two columns, tables, doubtful numbers.

The head of a plan is printed in two columns (issuer and number; motto, place and date), and so is
its end (recipients; signature). Each is read as halves, the left before the right, as born-digital
plans order them. Numbers are never altered: those that the model is not sure of, and all of a
table, are listed for a person to compare.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
from PIL import Image

from corpus.vietnamese import fold
from ingest.read.document import ReadPage
from ingest.read.grid import find_table, ink_of, read_table
from ingest.read.labels import with_label
from ingest.read.lines import clean
from ingest.read.recognition import BLOCK, Line, Recogniser, Word

SURE = 80.0
"""Confidence under which a number is listed; of wrong numbers at 150 dpi nine in ten lie below."""

_MOTTO = re.compile(r"(cong hoa xa|doc lap|xa hoi chu nghia)")
_HEAD_END = re.compile(r"(ng[a-z]y\b.*\bth[a-z]{1,3}ng\b.*n[a-z]{1,2}m|\bs\S{0,2}\s?:)")
_TITLE = re.compile(r"\W*(ke ?hoach|quyet ?dinh|kinh ?gui|nghi ?quyet|chi ?thi)\b")
_TAIL = re.compile(r"\W*noi ?nh\S{1,3}\b")
_HEAD_SHARE = 0.4
"""The head ends within so much of the page's height."""
_GUTTER = 0.012
"""Share of the width that is white between two columns: some 20 pixels, three blanks."""
_POOR = 60.0
"""Mean confidence of a page that lies on its side; upright pages stay above 80."""


def read_scan(picture: Image.Image, number: int | None, recogniser: Recogniser) -> ReadPage:
    """Return the text of a picture of a page."""
    picture, found = _upright(picture, recogniser)
    ink = ink_of(picture)
    table = find_table(ink)
    lines = _without_page_number(found, picture.size)
    head = _head_bottom(lines, picture.height)
    tail = _tail_top(lines, picture.height)
    body = [line for line in lines if head <= _middle(line) < tail]
    ordered = (
        _with_table(body, table, read_table(picture, ink, table, recogniser)) if table else body
    )
    if head:
        top = min(line.box[1] for line in lines) - 4
        ordered = [*_halves(picture, top, head, lines, recogniser), *ordered]
    if tail < picture.height:
        ordered += _halves(picture, tail, picture.height, lines, recogniser)
    ordered = [with_label(line, picture) for line in ordered]
    text = clean("\n".join(line.text for line in ordered))
    return ReadPage(number, text, "ocr", _notes(ordered, table))


def _without_page_number(lines: Sequence[Line], size: tuple[int, int]) -> Sequence[Line]:
    """Drop the page number at the top, also where it was read as a word: it stands alone, short
    and in the middle, and would fall into a half of the head or into a sentence."""
    if not lines or len(lines[0].text) > 4 or len(lines[0].words) > 1:
        return lines
    left, _, right, bottom = lines[0].box
    centred = abs((left + right) / 2 - size[0] / 2) < 0.08 * size[0]
    return lines[1:] if centred and bottom < 0.09 * size[1] else lines


def _upright(picture: Image.Image, recogniser: Recogniser) -> tuple[Image.Image, tuple[Line, ...]]:
    """Recognise a page; one that lies on its side or its head is turned until it reads."""
    lines = recogniser.lines(picture)
    if not lines or _confidence(lines) >= _POOR:
        return picture, lines
    best = (_confidence(lines), picture, lines)
    for turn in (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180):
        turned = picture.transpose(turn)
        found = recogniser.lines(turned)
        if found and _confidence(found) > best[0] + 10:
            best = (_confidence(found), turned, found)
    return best[1], best[2]


def _confidence(lines: Iterable[Line]) -> float:
    """Return the mean over letters, so that specks count little."""
    words = [word for line in lines for word in line.words]
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / max(1, letters)


def _middle(line: Line) -> float:
    return (line.box[1] + line.box[3]) / 2


def _head_bottom(lines: Sequence[Line], height: int) -> int:
    """Return where the head ends; 0 where there is none."""
    upper = [line for line in lines if line.box[3] < _HEAD_SHARE * height]
    if not any(_MOTTO.search(fold(line.text)) for line in upper):
        return 0
    title = next((line.box[1] for line in upper if _TITLE.match(fold(line.text))), height)
    ends = [
        line.box[3]
        for line in upper
        if line.box[3] <= title
        and (_HEAD_END.search(fold(line.text)) or _MOTTO.search(fold(line.text)))
    ]
    return min(max(ends, default=0) + 4, title)


def _tail_top(lines: Sequence[Line], height: int) -> int:
    """Return where recipients and signature begin; the page's height where they do not."""
    starts = [line for line in lines if _TAIL.match(fold(line.text)) and len(line.text) < 90]
    if not starts:
        return height
    top = starts[-1].box[1]
    beside = [line.box[1] for line in lines if abs(_middle(line) - _middle(starts[-1])) < 40]
    return min([top, *beside]) - 4


def _with_table(body: list[Line], table: tuple[int, int], rows: list[Line]) -> list[Line]:
    """Put the rows of a table in the place of what was read across it."""
    if not rows:
        return body
    above = [line for line in body if _middle(line) < table[0]]
    below = [line for line in body if _middle(line) > table[1]]
    return [*above, *rows, *below]


def _halves(
    picture: Image.Image, top: int, bottom: int, lines: Sequence[Line], recogniser: Recogniser
) -> list[Line]:
    """Return the lines of a stretch of the page, its left column before its right one."""
    top = max(0, top)
    gutter = _find_gutter(ink_of(picture)[top:bottom])
    if gutter is None:
        return [line for line in lines if top <= _middle(line) < bottom]
    halves: list[Line] = []
    for left, right in ((0, gutter), (gutter, picture.width)):
        part = picture.crop((left, top, right, bottom))
        halves += [_moved(line, left, top) for line in recogniser.lines(part, BLOCK)]
    return halves


def _moved(line: Line, left: int, top: int) -> Line:
    return Line(
        tuple(
            Word(w.text, w.confidence,
                 (w.box[0] + left, w.box[1] + top, w.box[2] + left, w.box[3] + top))
            for w in line.words
        )
    )  # fmt: skip


def _find_gutter(ink: npt.NDArray[np.bool_]) -> int | None:
    """Return the middle of the widest white strip between two columns of ink, if there is one."""
    across = ink.sum(axis=0)
    width = len(across)
    written = np.flatnonzero(across > 1)
    if not len(written):
        return None
    first, last = int(written[0]), int(written[-1])
    low, high = first + (last - first) // 5, first + (last - first) * 4 // 5
    best, start = (0, 0), None
    for x in range(low, high + 1):
        white = across[x] <= 1
        if white and start is None:
            start = x
        if start is not None and (not white or x == high):
            best = max(best, (x - start, (start + x) // 2))
            start = None
    return best[1] if best[0] >= _GUTTER * width else None


def _notes(lines: Sequence[Line], table: tuple[int, int] | None) -> tuple[str, ...]:
    """List the numbers that a person should compare with the picture."""
    doubtful, tabular = [], []
    for line in lines:
        inside = table is not None and table[0] <= _middle(line) <= table[1]
        for word in line.words:
            number = word.text.strip(".,;:()[]“”\"'|")
            if not any(map(str.isdigit, number)):
                continue
            if inside:
                tabular.append(number)
            elif word.confidence < SURE:
                doubtful.append(number)
    notes = []
    if doubtful:
        notes.append(f"Bản quét mờ, cần đối chiếu các số: {'; '.join(dict.fromkeys(doubtful))}.")
    if tabular:
        notes.append(f"Bảng quét, cần đối chiếu các số: {'; '.join(dict.fromkeys(tabular))}.")
    return tuple(notes)
