"""Old code pages, and what of a page is paper and not plan."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import pytest
from prints import Print
from render import TINOS, to_scan
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle
from support import CAT_HAI, CLEAN_PLANS, LAI_CHAU_2023, TUYEN_QUANG, plan_text

from corpus.errors import BadEncoding
from corpus.vietnamese import nfc
from ingest.read import legacy
from ingest.read.isolated import Reader
from ingest.read.lines import clean, drop_furniture
from ingest.read.text import read_pages

TONES = "\u0300\u0301\u0303\u0309\u0323"


def to_tcvn3(text: str) -> str:
    codes = {letter: code for code, letter in legacy._TCVN3.items()}
    return "".join(codes.get(c, codes.get(c.lower(), c)) for c in nfc(text))


def to_vni(text: str) -> str:
    codes: dict[str, str] = {}
    for code, letter in legacy._VNI.items():
        codes.setdefault(letter, code)
    return "".join(codes.get(c, c) for c in nfc(text))


def to_windows_1258(text: str) -> bytes:
    encoded = b""
    for letter in nfc(text):
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(c for c in parts if c in TONES)
        base = nfc("".join(c for c in parts if c not in TONES))
        whole = letter.encode("cp1258", "ignore")
        encoded += whole or (base + tone).encode("cp1258", "ignore")
    return encoded


@pytest.mark.parametrize("plan", CLEAN_PLANS)
@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1258", "tcvn3", "vni"]
)
def test_every_code_page_gives_the_same_text(plan: str, encoding: str) -> None:
    text = nfc(plan_text(plan))
    content = {
        "cp1258": lambda: to_windows_1258(text),
        "tcvn3": lambda: to_tcvn3(text).encode("cp1252", "ignore"),
        "vni": lambda: to_vni(text).encode("cp1252", "ignore"),
    }.get(encoding, lambda: text.encode(encoding))()
    (page,) = read_pages(content, "ke-hoach.txt")
    want, read = (t.lstrip("\ufeff") for t in (text, page.text))
    if encoding == "tcvn3":  # its capitals are those of another font
        want, read = want.lower(), read.lower()
    assert read == want
    assert page.way == ("legacy" if encoding in ("cp1258", "tcvn3", "vni") else "text")


def test_clean_and_garbled_text_is_never_converted() -> None:
    for plan in (*CLEAN_PLANS, LAI_CHAU_2023):
        assert legacy.convert(nfc(plan_text(plan))) is None


def test_bytes_that_are_nothing_are_refused_with_their_place() -> None:
    with pytest.raises(BadEncoding, match="byte thứ 6"):
        read_pages(b"Chao \xff\xc3\xc3 ban", "la.txt")


def test_a_pdf_set_in_a_legacy_font(tmp_path: Path, reader: Reader) -> None:
    """Its letters are Latin-1 ones, in the places of Vietnamese ones."""
    canvas = Canvas(str(tmp_path / "cu.pdf"), pagesize=A4)
    words = nfc(plan_text(CAT_HAI)).split()
    lines = [" ".join(words[at : at + 12]) for at in range(100, 460, 12)]
    for number, line in enumerate(lines):
        canvas.drawString(60, 780 - 16 * number, to_tcvn3(line))
    canvas.save()
    (page,) = reader.read(tmp_path / "cu.pdf").pages
    assert page.way == "legacy"
    assert page.text.lower().split() == " ".join(lines).lower().split()


def test_page_numbers_and_running_heads_go() -> None:
    pages = [f"KẾ HOẠCH 2025 - Trang {n}\n{words}\n- {n} -" for n, words in enumerate(
        ["Năm 2025", "Đạt 70%\n15", "100 thư viện\n2030"], start=1)]  # fmt: skip
    assert drop_furniture(pages) == ["Năm 2025", "Đạt 70%\n15", "100 thư viện\n2030"]


def test_numbers_that_run_on_from_another_volume_go() -> None:
    pages = ["43\nMột", "44\nHai", "45\nBa"]
    assert drop_furniture(pages) == ["Một", "Hai", "Ba"]


def test_invisible_characters_go_and_numbers_stay() -> None:
    text = "Kế\u00a0hoạch\u200b số 125,5\u00ad – 1.755 (21\u20444)\n_______\n./."
    assert clean(text) == "Kế hoạch số 125,5 – 1.755 (21/4)\n./."
    assert clean(unicodedata.normalize("NFD", "Thư viện")) == "Thư viện"


def ruled_table(rows: list[list[str]]) -> bytes:
    name = TINOS.stem
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, str(TINOS)))
    from reportlab.lib.styles import ParagraphStyle

    style = ParagraphStyle("t", fontName=name, fontSize=12, leading=15)
    cells = [[Paragraph(cell, style) for cell in row] for row in rows]
    grid = TableStyle([("GRID", (0, 0), (-1, -1), 1, colors.black)])
    table = Table(cells, [40, 250, 90], style=grid)
    buffer = io.BytesIO()
    before = "Nhu cầu kinh phí thực hiện kế hoạch phát triển văn hóa đọc của tỉnh như sau:"
    after = "Sở Tài chính thẩm định, trình Ủy ban nhân dân tỉnh phê duyệt theo quy định."
    SimpleDocTemplate(buffer, pagesize=A4).build(
        [Paragraph(before, style), table, Paragraph(after, style)]
    )
    return buffer.getvalue()


@pytest.mark.skipif(not TINOS.is_file(), reason="fonts-croscore is not installed")
def test_a_ruled_table_row_by_row_between_its_paragraphs(tmp_path: Path, reader: Reader) -> None:
    rows = [["TT", "Nội dung", "Triệu đồng"]]
    duty = "Bổ sung sách cho thư viện cấp huyện, cấp xã đợt {} trong năm 2025 và năm 2030"
    rows += [[str(n), duty.format(n), f"{n}.755,{n}"] for n in range(1, 9)]
    (tmp_path / "bang.pdf").write_bytes(ruled_table(rows))
    (page,) = reader.read(tmp_path / "bang.pdf").pages
    assert page.way == "pdf-table"
    lines = page.text.split("\n")
    assert lines[0].startswith("Nhu cầu kinh phí")
    assert [line.split(" | ") for line in lines if " | " in line] == rows
    assert lines[-1].startswith("Sở Tài chính thẩm định")


def test_a_table_on_a_scan_keeps_its_rows_and_lists_its_figures(
    tmp_path: Path, printed: Print, reader: Reader
) -> None:
    printed(TUYEN_QUANG, "png")  # skips by name where recognition is not installed
    rows = [["TT", "Nội dung", "Triệu đồng"], ["1", "Bổ sung sách cho thư viện", "125,5"]]
    rows += [[str(n), "Sửa chữa trụ sở, mua sắm thiết bị", f"{n}.755,{n}"] for n in range(2, 9)]
    (tmp_path / "bang.pdf").write_bytes(ruled_table(rows))
    to_scan(tmp_path / "bang.pdf", tmp_path / "bang-quet.pdf", 200)
    (page,) = reader.read(tmp_path / "bang-quet.pdf").pages
    assert page.way == "ocr"
    read = [line.split(" | ") for line in page.text.split("\n") if " | " in line]
    assert [len(row) for row in read] == [3] * len(rows)
    right = sum(row[2] == want[2] for row, want in zip(read, rows, strict=True))
    assert right >= len(rows) - 1
    note = next(n for n in page.notes if n.startswith("Bảng quét, cần đối chiếu các số"))
    assert all(row[2] in note for row in read[1:])


def test_a_stamp_does_not_hide_the_words_below(
    tmp_path: Path, printed: Print, reader: Reader
) -> None:
    from PIL import Image, ImageDraw

    sheet = Image.open(printed(TUYEN_QUANG, "png")).convert("RGB")
    stamp = Image.new("RGB", sheet.size, "white")
    draw = ImageDraw.Draw(stamp)
    for inset in range(0, 120, 12):
        draw.ellipse((300 + inset, 900 + inset, 700 - inset, 1300 - inset), outline="red", width=5)
    from PIL import ImageChops

    ImageChops.multiply(sheet, stamp).save(tmp_path / "dau.png", dpi=(200, 200))
    clean_page = reader.read(printed(TUYEN_QUANG, "png")).pages[0].text.split()
    stamped = reader.read(tmp_path / "dau.png").pages[0].text.split()
    assert sum(a == b for a, b in zip(clean_page, stamped, strict=False)) > 0.98 * len(clean_page)


def test_a_page_on_its_side_is_turned(tmp_path: Path, printed: Print, reader: Reader) -> None:
    from PIL import Image

    sheet = Image.open(printed(TUYEN_QUANG, "png"))
    sheet.transpose(Image.Transpose.ROTATE_180).save(tmp_path / "nguoc.png", dpi=(200, 200))
    (page,) = reader.read(tmp_path / "nguoc.png").pages
    assert "Số: 76/KH-UBND" in page.text
