"""Ruled tables of PDF pages, row by row, and fonts that only pdfminer can read.

The only importer of pdfplumber, which is slow: it is asked only for pages that show rules, and for
pages whose fonts lack a table to Unicode. Left out: tables without rules, cells joined over rows.
"""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass
from types import TracebackType

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import PdfminerException

from ingest.read.pdfium import Box

_FAULTS = (
    PDFException, PSException, PdfminerException, ValueError, KeyError, TypeError, IndexError,
    AttributeError, AssertionError, RecursionError,
)  # fmt: skip

CELL = " | "
"""What stands between two cells of a row."""


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
            self._pdf: pdfplumber.PDF | None = pdfplumber.open(io.BytesIO(content))
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
            text = page.extract_text(x_tolerance=1.5)
            page.close()
            return text or ""
        except _FAULTS:
            return ""


def _box(box: tuple[float, float, float, float]) -> Box:
    left, top, right, bottom = map(float, box)
    return left, top, right, bottom


def _rows(cells: list[list[str | None]]) -> tuple[str, ...]:
    """Return the rows as lines; a cell of several lines becomes one."""
    rows = (CELL.join(" ".join((cell or "").split()) for cell in row) for row in cells)
    return tuple(row.rstrip(" |") for row in rows if any(map(str.isalnum, row)))
