"""Labels on scans that Tesseract's Vietnamese model misreads: Roman numerals, c) and f).

The model hardly knows Roman numerals: it reads `II.` as `I.`, `I.` as `L`. At half their height the
letters I are bare strokes, apart from each other, so the picture itself tells how many there are.
Only labels that were read as nothing but strokes are counted; IV, V and IX are read right. `c)` and
`f)` come out as signs that no plan prints. No other word and no number is touched.
"""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PIL import Image

from ingest.read.recognition import Line, Word

_STROKES = re.compile(r"[IlL1|TÌÍHU!]{1,4}([.,:\-–]?)")
_SIGNS = {"©)": "c)", "©": "c)", "\u00d0": "f)", "\u00d0)": "f)"} | {
    f"{letter})": f"{letter.lower()})" for letter in "COSUVXZ"
}
"""U+00D0 looks like Đ and is none; letters that look alike in both cases label points in small."""
_MOST = 3
_DARK = 140
_LEFT = 14
"""Pixels to the left of the word, where a first stroke may have been left out."""


def with_label(line: Line, picture: Image.Image) -> Line:
    """Return a line with its label as the picture shows it."""
    if len(line.words) < 2:
        return line
    first, second = line.words[:2]
    if first.text in _SIGNS and second.text[0].isupper():
        return Line((replace(first, text=_SIGNS[first.text]), *line.words[1:]))
    if not _is_heading(line):
        return line
    match = _STROKES.fullmatch(first.text)
    if not match:
        return line
    left, top, _, bottom = first.box
    label = picture.crop((max(0, left - _LEFT), top - 2, second.box[0] - 2, bottom + 2))
    strokes, dotted = _count(np.asarray(label) < _DARK)
    if not 1 <= strokes <= _MOST:
        return line
    mark = match.group(1) or ("." if dotted else "")
    counted: Word = replace(first, text="I" * strokes + mark.replace(",", "."))
    return Line((counted, *line.words[1:]))


def _is_heading(line: Line) -> bool:
    letters = [c for word in line.words[1:] for c in word.text if c.isalpha()]
    return len(letters) >= 5 and sum(map(str.isupper, letters)) >= 0.7 * len(letters)


def _count(ink: npt.NDArray[np.bool_]) -> tuple[int, bool]:
    """Return the number of upright strokes, and whether a full stop follows them."""
    rows = np.flatnonzero(ink.sum(axis=1) > 1)
    if len(rows) < 8:
        return 0, False
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    height = bottom - top
    band = ink[top + height * 2 // 5 : top + height * 3 // 5]
    upright: npt.NDArray[np.bool_] = np.greater(np.mean(band, axis=0), 0.5)
    strokes = _runs(upright)
    strokes = [(a, b) for a, b in strokes if 2 <= b - a <= height // 2]
    if not strokes:
        return 0, False
    after = ink[top:bottom, strokes[-1][1] :]
    upper, lower = after[: height * 3 // 5].any(axis=0), after[height * 3 // 5 :].any(axis=0)
    below: npt.NDArray[np.bool_] = np.asarray(lower & ~upper)
    dots = _runs(below)
    return len(strokes), any(b - a >= 2 for a, b in dots[-1:])


def _runs(flags: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return the stretches of true values, each from its start to behind its end."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], flags.astype(np.int8), [0]])))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
