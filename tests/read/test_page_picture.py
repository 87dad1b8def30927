"""The picture of a page, and the quoted words found on it: printed, scanned, and not there."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from prints import Print, Read
from support import TUYEN_QUANG, plan_text

from corpus.vietnamese import tokens
from ingest.page_picture import PagePictures, locate

QUOTE = "Chỉ đạo, hướng dẫn hệ thống thư viện, bảo tàng, nhà văn hoá thuộc lực lượng vũ trang"


def a_page(text: str) -> list[tuple[str, tuple[float, float, float, float]]]:
    """Words of ten a line, each a tenth wide, lines a twentieth high."""
    return [
        (word, (at % 10 / 10, at // 10 / 20, at % 10 / 10 + 0.1, at // 10 / 20 + 0.04))
        for at, word in enumerate(text.split())
    ]


def test_a_quote_is_boxed_line_by_line() -> None:
    words = a_page(" ".join(f"w{n}" for n in range(60)))
    boxes = locate(" ".join(f"w{n}" for n in range(15, 32)), words)
    assert [(round(b[0], 1), round(b[1] * 20), round(b[2], 1)) for b in boxes] == [
        (0.5, 1, 1.0),
        (0.0, 2, 1.0),
        (0.0, 3, 0.2),
    ]


def test_a_quote_that_goes_on_over_the_page_is_boxed_on_this_one() -> None:
    words = a_page(" ".join(f"w{n}" for n in range(30)))
    assert len(locate(" ".join(f"w{n}" for n in range(20, 80)), words)) == 1


def test_words_that_are_not_there_are_not_boxed() -> None:
    words = a_page(" ".join(f"w{n}" for n in range(60)))
    assert locate("w1 khác w2 khác w3", words) == ()
    assert locate("", words) == () and locate("w1", []) == ()


@pytest.mark.parametrize("way", ["pdf", "scan200"])
def test_the_quote_is_found_on_its_page(way: str, printed: Print, document: Read) -> None:
    pages = document(TUYEN_QUANG, way).pages
    wanted = " ".join(tokens(QUOTE)[:9])
    number = next(p.number for p in pages if p.number and wanted in " ".join(tokens(p.text)))
    shown = PagePictures()(printed(TUYEN_QUANG, way), number, QUOTE)
    assert shown is not None and 1 <= len(shown.boxes) <= 3
    assert all(0 <= b[0] < b[2] <= 1 and 0 <= b[1] < b[3] <= 1 for b in shown.boxes)
    assert Image.open(io.BytesIO(shown.picture)).width == 900
    assert len(shown.picture) < 250_000


def test_what_has_no_pages_or_is_gone_is_not_shown(tmp_path: Path) -> None:
    text = tmp_path / "k.txt"
    text.write_text(plan_text(TUYEN_QUANG), encoding="utf-8")
    assert PagePictures()(text, 1, QUOTE) is None
    assert PagePictures()(tmp_path / "none.pdf", 1, QUOTE) is None
