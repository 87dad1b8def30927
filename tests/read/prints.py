"""The plans as printed: which heads they get, and each way of printing and scanning them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pypdf
import pytest
import render
from render import Content
from support import CAT_HAI, HUNG_YEN, TUYEN_QUANG, plan_text

from corpus.errors import ReaderMissing
from ingest.read.document import Document
from ingest.read.recognition import find_data

Print = Callable[[str, str], Path]
Read = Callable[[str, str], Document]

HEADS = {
    TUYEN_QUANG: (
        ("ỦY BAN NHÂN DÂN", "TỈNH TUYÊN QUANG"),
        "Tuyên Quang, ngày 13 tháng 4 năm 2023",
        "Số: 76/KH-UBND",
    ),
    HUNG_YEN: (
        ("ỦY BAN NHÂN DÂN", "TỈNH HƯNG YÊN"),
        "Hưng Yên, ngày      tháng      năm 2023",
        "Số:        /KH-UBND",
    ),
    CAT_HAI: (
        ("ỦY BAN NHÂN DÂN", "HUYỆN CÁT HẢI"),
        "Cát Hải, ngày        tháng 3 năm 2023",
        "Số:          /KH-UBND",
    ),
}


def has_data() -> bool:
    try:
        find_data()
    except ReaderMissing:
        return False
    return True


@cache
def content(plan: str) -> Content:
    issuer, date, number = HEADS[plan]
    return render.content_of(plan_text(plan), issuer, date, number)


def need(present: bool, what: str) -> None:
    if not present:
        pytest.skip(f"{what} is not installed")


FONTS = {"docx": "Tinos", "noto": "Noto Serif", "fallback": "Liberation Serif"}
"""Liberation Serif lacks half of the Vietnamese letters: LibreOffice takes them from elsewhere."""


def print_plan(plan: str, way: str, base: Path, make: Print) -> Path:
    source, pdf = content(plan), base.with_suffix(".pdf")
    if way in FONTS:
        word = render.to_docx(source, base.with_suffix(".docx"), FONTS[way])
        return word if way == "docx" else render.office(word, "pdf", base.parent)
    if way == "pdf":
        return render.office(make(plan, "docx"), "pdf", base.parent)
    if way == "reportlab":
        return render.to_reportlab(source, pdf)
    if way == "nfd":
        return render.to_reportlab(render.decomposed(source), pdf)
    if way == "nomap":
        return render.without_unicode_maps(make(plan, "reportlab"), pdf)
    return _scanned(make(plan, "pdf"), way, base)


def _scanned(original: Path, way: str, base: Path) -> Path:
    pdf = base.with_suffix(".pdf")
    if way == "mixed":
        return render.to_scan(original, pdf, 200, frozenset({1, 3}))
    if way == "bad":
        texts = [page.extract_text() for page in pypdf.PdfReader(str(original)).pages]
        return render.with_bad_layer(original, texts, pdf)
    if way in ("png", "tiff"):
        sheets = render.pictures(original, 200)
        path = base.with_suffix(f".{way}")
        rest = {"save_all": True, "append_images": sheets[1:3]} if way == "tiff" else {}
        sheets[0].save(path, dpi=(200, 200), **rest)
        return path
    return render.to_scan(original, pdf, int(way.removeprefix("scan")))
