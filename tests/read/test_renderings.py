"""The three clean plans, printed and scanned in many ways, say what their text says."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from prints import Print, Read, content
from rapidfuzz.distance import Levenshtein
from support import CAT_HAI, CLEAN_PLANS, HUNG_YEN, TUYEN_QUANG, plan_text

from corpus.agencies import split_agencies
from corpus.vietnamese import fold, nfc
from corpus.view import join_lines, lines_of, view_line
from ingest.metadata import read_metadata
from ingest.outline import find_outline
from ingest.passages import find_sections
from ingest.read.document import Document
from ingest.read.isolated import Reader

BORN_DIGITAL = ("docx", "pdf", "noto", "fallback", "reportlab", "nfd")
SCANS = [
    (TUYEN_QUANG, "scan200"),
    (CAT_HAI, "nomap"),
    pytest.param(TUYEN_QUANG, "bad", marks=pytest.mark.slow),
    pytest.param(HUNG_YEN, "scan200", marks=pytest.mark.slow),
    pytest.param(CAT_HAI, "scan200", marks=pytest.mark.slow),
    pytest.param(CAT_HAI, "scan300", marks=pytest.mark.slow),
]


def text_of(document: Document) -> str:
    return "\n".join(page.text for page in document.pages)


def joined(text: str) -> str:
    """Return text on one line: breaks are spaces, or nothing after a hyphen inside a word."""
    one = join_lines([view_line(text, span) for span in lines_of(nfc(text))]).text
    return re.sub(r"(?<=\w)- ?(?=\w)", "-", one)


def error_rate(document: Document, plan: str) -> float:
    truth = joined(content(plan).text)
    return Levenshtein.distance(joined(text_of(document)), truth) / len(truth)


def tree(text: str) -> list[tuple[tuple[str, ...], str]]:
    return [(s.path, s.heading) for s in find_sections("plan", find_outline(text))]


def facts(text: str) -> dict[str, object]:
    metadata = read_metadata(text, find_outline(text))
    names = ("number", "date", "place", "issuer", "title", "signer")
    return {name: getattr(metadata, name).value for name in names}


def numbers(text: str) -> Counter[str]:
    return Counter(re.findall(r"\d+(?:[.,/]\d+)*%?", joined(text)))


@pytest.mark.parametrize("way", BORN_DIGITAL)
@pytest.mark.parametrize("plan", CLEAN_PLANS)
class TestBornDigital:
    def test_letter_for_letter(self, plan: str, way: str, document: Read) -> None:
        pages = document(plan, way)
        columns = way == "fallback"  # the gap of a blank number parts its line like two columns
        assert error_rate(pages, plan) <= (0.003 if columns else 0.0001)

    def test_outline_and_facts(self, plan: str, way: str, document: Read) -> None:
        text, truth = text_of(document(plan, way)), nfc(plan_text(plan))
        assert tree(text) == tree(truth)
        assert facts(text) == facts(truth)

    def test_numbers(self, plan: str, way: str, document: Read) -> None:
        assert numbers(text_of(document(plan, way))) == numbers(content(plan).text)


@pytest.mark.parametrize(("plan", "way"), SCANS)
class TestScans:
    def test_letters(self, plan: str, way: str, document: Read) -> None:
        read = document(plan, way)
        assert {page.way for page in read.pages} == {"ocr"}
        assert error_rate(read, plan) <= 0.002

    def test_outline_and_facts(self, plan: str, way: str, document: Read) -> None:
        """Capitals may lose a hat (TIÊU, TIỂU), so headings are compared without marks."""
        text, truth = text_of(document(plan, way)), nfc(plan_text(plan))
        read = [(path, fold(heading)) for path, heading in tree(text)]
        assert [path for path, _ in read] == [path for path, _ in tree(truth)]
        assert [h for _, h in read] == [fold(heading) for _, heading in tree(truth)]
        for name in ("number", "date", "place", "signer"):
            assert facts(text)[name] == facts(truth)[name]

    def test_agencies(self, plan: str, way: str, document: Read) -> None:
        text, truth = text_of(document(plan, way)), nfc(plan_text(plan))
        assert agencies(text) == agencies(truth)

    def test_numbers(self, plan: str, way: str, document: Read) -> None:
        """Ninety-nine in a hundred, and what is not right is listed for a person to compare."""
        truth = numbers(content(plan).text)
        right = sum((numbers(text_of(document(plan, way))) & truth).values())
        assert right >= 0.99 * sum(truth.values())


def agencies(text: str) -> list[tuple[str, ...]]:
    """Return the agencies of the last part, by clause, without marks."""
    sections = find_sections("plan", find_outline(text))
    last = [s for s in sections if len(s.path) == 2 and s.path[0] == sections[-1].path[0]]
    return [tuple(map(fold, split_agencies(s.heading))) for s in last]


def test_each_page_of_a_mixed_file_by_its_own_way(document: Read) -> None:
    read = document(HUNG_YEN, "mixed")
    ways = [page.way for page in read.pages]
    assert ways == ["pdf", "ocr", "pdf", "ocr", *["pdf"] * (len(ways) - 4)]
    assert [page.number for page in read.pages] == list(range(1, len(ways) + 1))
    assert error_rate(read, HUNG_YEN) <= 0.001
    assert tree(text_of(read)) == tree(nfc(plan_text(HUNG_YEN)))


def test_pages_of_a_tiff_in_order(printed: Print, reader: Reader) -> None:
    heard: list[tuple[int, int]] = []
    document = reader.read(printed(TUYEN_QUANG, "tiff"), lambda d, t: heard.append((d, t)))
    assert [page.number for page in document.pages] == [1, 2, 3]
    assert heard == [(1, 3), (2, 3), (3, 3)]
    assert "Số: 76/KH-UBND" in document.pages[0].text
    truth = joined(content(TUYEN_QUANG).text)
    assert all(joined(page.text)[300:360] in truth for page in document.pages[1:])


def test_a_picture_of_a_first_page(printed: Print, reader: Reader) -> None:
    (page,) = reader.read(printed(CAT_HAI, "png")).pages
    lines = page.text.split("\n")
    assert lines[:2] == ["ỦY BAN NHÂN DÂN", "HUYỆN CÁT HẢI"]
    assert lines.index("KẾ HOẠCH") == 7  # the motto fills two lines
    assert page.way == "ocr"


def test_text_files_stay_as_they_are(reader: Reader) -> None:
    from support import ALL_PLANS, PLANS

    for name in ALL_PLANS:
        (page,) = reader.read(PLANS / name).pages
        assert (page.number, page.way, page.notes) == (None, "text", ())
        assert page.text == nfc((PLANS / name).read_bytes().decode("utf-8"))


def test_the_file_read_is_named_by_its_bytes(tmp_path: Path, reader: Reader) -> None:
    import hashlib

    path = tmp_path / "ke-hoach.txt"
    path.write_text("Kế hoạch số 5 của Ủy ban nhân dân tỉnh.", encoding="utf-8")
    assert reader.read(path).sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
