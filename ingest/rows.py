"""Rows of a table as they are read aloud: every figure with the head of its column.

A row of its own says nothing: `2 | Người cao tuổi có thẻ | % | 95 | 100`. Its reading takes the
heads from the first row of the table: `Người cao tuổi có thẻ: Năm 2025: 95%; Năm 2030: 100%`. The
plan's text and every quote keep the row as printed. Left out: heads of two rows, merged cells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.vietnamese import fold

CELL = " | "
"""What stands between two cells of a row, as the readers write it."""

_UNIT = re.compile(r"(?:don vi(?: tinh)?|dvt)\W*")
_ORDER = re.compile(r"(?:tt|stt|so tt|so thu tu)\W*")
_FIGURE = re.compile(r"[\d.,]+(?:\s?[-–]\s?[\d.,]+)?")


def read_rows(rows: Sequence[str]) -> list[str]:
    """Return the reading of every row of one table; rows that do not fit its heads as they stand.

    `rows` are the rows in order, the first perhaps the heads.
    """
    heads = _cells(rows[0])
    if not _are_heads(heads):
        return list(rows)
    return [rows[0], *(_read(heads, row) for row in rows[1:])]


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.split(CELL.strip())]


def _are_heads(cells: Sequence[str]) -> bool:
    """Heads are words, each column with its own; a year may be among them."""
    return len(cells) > 1 and all(
        any(c.isalpha() for c in cell) or _is_year(cell) for cell in cells
    )


def _is_year(cell: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", cell) is not None


def _read(heads: Sequence[str], row: str) -> str:
    cells = _cells(row)
    if len(cells) != len(heads):
        return row
    columns = [
        (head, cell)
        for head, cell in zip(heads, cells, strict=True)
        if not _ORDER.fullmatch(fold(head))
    ]
    unit = next((cell for head, cell in columns if _UNIT.fullmatch(fold(head))), "")
    columns = [(head, cell) for head, cell in columns if cell and not _UNIT.fullmatch(fold(head))]
    if not columns or not any(c.isalpha() for c in columns[0][1]):
        return row
    rest = [f"{_head(head)}: {_with_unit(cell, unit)}" for head, cell in columns[1:]]
    return f"{columns[0][1]}: {'; '.join(rest)}" if rest else columns[0][1]


def _head(head: str) -> str:
    return f"Năm {head}" if _is_year(head) else head


def _with_unit(cell: str, unit: str) -> str:
    """Say the unit beside a figure, which is left as it is: 95 → 95%, 11 → 11 bệnh viện."""
    if not unit or not _FIGURE.fullmatch(cell):
        return cell
    return f"{cell}%" if unit == "%" else f"{cell} {unit}"
