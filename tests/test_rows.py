"""Rows of tables are read with the heads of their columns, and their figures stay as they are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.rows import read_rows

HEADS = "TT | Chỉ tiêu | Đơn vị tính | Năm 2026 | 2030"


@pytest.mark.parametrize(
    ("row", "reading"),
    [
        ("1 | Xã có điểm đọc sách | % | 45,5 | 70 - 80", "45,5%; Năm 2030: 70 - 80%"),
        ("2 | Mô hình thí điểm | mô hình | 05 | 12", "05 mô hình; Năm 2030: 12 mô hình"),
        ("3 | Tập huấn cán bộ |  | Quý I | Quý II", "Quý I; Năm 2030: Quý II"),
    ],
)
def test_a_figure_is_read_with_the_head_of_its_column(row: str, reading: str) -> None:
    [head, read] = read_rows([HEADS, row])
    assert head == HEADS
    assert read == f"{row.split(' | ')[1]}: Năm 2026: {reading}"


@pytest.mark.parametrize(
    "rows",
    [
        [HEADS, "4 | Hàng có ô gộp | 60"],
        ["1 | Không có hàng đầu | 5", "2 | Hàng thứ hai | 6"],
        [HEADS, "I | | | | "],
    ],
)
def test_a_row_that_does_not_fit_stays_as_it_is(rows: list[str]) -> None:
    assert read_rows(rows) == rows


@given(st.lists(st.text("0123456789.,abcđ%| ", max_size=30), min_size=1, max_size=4))
def test_no_figure_is_lost_or_altered(rows: list[str]) -> None:
    read = read_rows(rows)
    assert len(read) == len(rows)
    for row, reading in zip(rows, read, strict=True):
        assert set(re.findall(r"\d+", reading)) <= set(
            re.findall(r"\d+", " ".join([*rows[:1], row]))
        )
