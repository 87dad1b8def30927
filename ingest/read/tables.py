"""Ruled tables of PDF pages, row by row, and fonts that only pdfminer can read.

The only importer of pdfplumber, which is slow: it is asked only for pages that show rules, and for
pages whose fonts lack a table to Unicode. Left out: tables without rules, cells joined over rows.
"""

from __future__ import annotations

import io
import itertools
import logging
import re
from dataclasses import dataclass
from types import TracebackType
from typing import Any

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import PdfminerException

from corpus.vietnamese import fold
from ingest.read.pdfium import Box
from ingest.rows import CELL

_FAULTS = (
    PDFException, PSException, PdfminerException, ValueError, KeyError, TypeError, IndexError,
    AttributeError, AssertionError, RecursionError,
)  # fmt: skip

_BODY = re.compile(r"\W*(ke hoach|quyet dinh|[ivx]+\. |can cu |thuc hien )")
_TAIL = re.compile(r"\W*noi nhan\b")
_GAP = 18.0
"""Points between two columns; a blank of justified print has at most some ten."""
_RIGHT = 250.0
"""Points from the left; a line that begins there belongs to the right column."""


@dataclass(frozen=True)
class Table:
    """A table: where it stands, and its rows as lines."""

    box: Box
    rows: tuple[str, ...]


class Plumber:
    """A PDF opened by pdfplumber; to be closed."""

    def __init__(self, content: bytes) -> None:
        logging.getLogger("pdfminer").setLevel(logging.ERROR)
        try:
            self._pdf: pdfplumber.pdf.PDF | None = pdfplumber.open(io.BytesIO(content))
        except _FAULTS:
            self._pdf = None

    def __enter__(self) -> Plumber:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._pdf:
            self._pdf.close()

    def tables(self, number: int) -> tuple[Table, ...]:
        """Return the tables of a page, from 1, from top to bottom; those of two cells or more."""
        try:
            if not self._pdf:
                return ()
            page = self._pdf.pages[number - 1]
            found = [Table(_box(t.bbox), _rows(t.extract())) for t in page.find_tables()]
            page.close()
        except _FAULTS:
            return ()
        tables = [table for table in found if any(CELL in row for row in table.rows)]
        return tuple(sorted(tables, key=lambda table: table.box[1]))

    def text(self, number: int) -> str:
        """Return a page's text as pdfminer reads it; empty where it cannot."""
        try:
            if not self._pdf:
                return ""
            page = self._pdf.pages[number - 1]
            lines = page.extract_text_lines(x_tolerance=1.5, return_chars=True)
            text = "\n".join(_in_columns(lines))
            page.close()
            return text
        except _FAULTS:
            return ""


def _in_columns(lines: list[dict[str, Any]]) -> list[str]:
    """Return lines as text; those of the head and of the end by columns, the left one first.

    pdfplumber reads straight across the page. Where a line of those parts is open in the middle,
    what is right of the gap waits until the left column is through.
    """
    text: list[str] = []
    right: list[str] = []
    parted = True
    for line in lines:
        halves = _halves(line)
        whole = fold(" ".join(halves))
        if parted and _BODY.match(whole):
            text, right, parted = text + right, [], False
        parted = parted or bool(_TAIL.match(whole))
        if not parted:
            text.append(line["text"])
        elif len(halves) == 2:
            text.append(halves[0])
            right.append(halves[1])
        else:
            (right if right and line["x0"] > _RIGHT else text).append(line["text"])
    return text + right


def _halves(line: dict[str, Any]) -> list[str]:
    """Cut a line at its widest gap, if that is wide enough to part columns."""
    characters = [c for c in line["chars"] if c["text"].strip()]
    gaps = [(b["x0"] - a["x1"], b["x0"]) for a, b in itertools.pairwise(characters)]
    gap, at = max(gaps, default=(0.0, 0.0))
    if gap < _GAP:
        return [line["text"]]
    words = line["text"].split()
    left = "".join(c["text"] for c in characters if c["x0"] < at)
    taken, count = 0, 0
    while count < len(words) and taken < len(left):
        taken += len(words[count])
        count += 1
    return [" ".join(words[:count]), " ".join(words[count:])]


def _box(box: tuple[float, float, float, float]) -> Box:
    left, top, right, bottom = map(float, box)
    return left, top, right, bottom


def _rows(cells: list[list[str | None]]) -> tuple[str, ...]:
    """Return the rows as lines; a cell of several lines becomes one."""
    rows = (CELL.join(" ".join((cell or "").split()) for cell in row) for row in cells)
    return tuple(row.rstrip(" |") for row in rows if any(map(str.isalnum, row)))
