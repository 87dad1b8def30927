"""Word files as Word prints them: labels of lists, tables, tracked changes, text boxes."""

from __future__ import annotations

import io

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.read.limits import Limits
from ingest.read.word import read_pages


def lines_of(document: WordDocument) -> list[str]:
    buffer = io.BytesIO()
    document.save(buffer)
    (page,) = read_pages(buffer.getvalue(), "ke-hoach.docx", Limits())
    assert (page.number, page.way) == (None, "word")
    return page.text.split("\n")


def with_list(*levels: tuple[str, str]) -> tuple[WordDocument, int]:
    """Return a document with one list whose levels have these formats and texts."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    inner = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text) in enumerate(levels)
    )
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{inner}</w:abstractNum>'
    numbering.insert(0, parse_xml(abstract))
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    )
    return document, 77


def add_item(document: WordDocument, number: int, level: int, text: str) -> None:
    paragraph = document.add_paragraph(text)
    inner = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    properties = parse_xml(f"<w:numPr {nsdecls('w')}>{inner}</w:numPr>")
    paragraph._p.get_or_add_pPr().append(properties)


def test_labels_are_printed_as_word_counts_them() -> None:
    document, number = with_list(
        ("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3."), ("lowerLetter", "%4)")
    )
    items = "0 MỤC TIÊU|1 Chung|1 Cụ thể|2 Thư viện|3 Sách|3 Báo|2 Bảo tàng|0 NHIỆM VỤ|1 Tin"
    for item in items.split("|"):
        level, text = item.split(" ", 1)
        add_item(document, number, int(level), text)
    assert lines_of(document) == [
        "I. MỤC TIÊU", "1. Chung", "2. Cụ thể", "2.1. Thư viện", "a) Sách", "b) Báo",
        "2.2. Bảo tàng", "II. NHIỆM VỤ", "1. Tin",
    ]  # fmt: skip


def test_bullets_are_dashes() -> None:
    document, number = with_list(("bullet", "\uf0b7"), ("bullet", "+"))
    add_item(document, number, 0, "Bộ Văn hóa, Thể thao và Du lịch;")
    add_item(document, number, 1, "Thư viện tỉnh.")
    assert lines_of(document) == ["- Bộ Văn hóa, Thể thao và Du lịch;", "+ Thư viện tỉnh."]


def test_a_table_keeps_its_place_and_its_rows() -> None:
    document = docx.Document()
    document.add_paragraph("Kinh phí như sau:")
    table = document.add_table(2, 3, style="Table Grid")
    for cell, text in zip(
        [c for row in table.rows for c in row.cells],
        ["TT", "Nội dung", "Triệu đồng", "1", "Sách\nbáo", "1.755,5"],
        strict=True,
    ):
        cell.text = text
    document.add_paragraph("Nguồn: ngân sách tỉnh.")
    assert lines_of(document) == [
        "Kinh phí như sau:",
        "TT | Nội dung | Triệu đồng",
        "1 | Sách báo | 1.755,5",
        "Nguồn: ngân sách tỉnh.",
    ]


@pytest.mark.parametrize("breaks", [1, 2])
def test_a_break_inside_a_paragraph_is_a_line(breaks: int) -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("KT. CHỦ TỊCH")
    for _ in range(breaks):
        run.add_break()
    run.add_text("PHÓ CHỦ TỊCH")
    assert lines_of(document) == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]


def test_deleted_words_are_gone_and_inserted_ones_are_there() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Đạt ")
    for tag, leaf, text in (("del", "delText", "70%"), ("ins", "t", "80%")):
        run = f"<w:r><w:{leaf}>{text}</w:{leaf}></w:r>"
        head = f'<w:{tag} {nsdecls("w")} w:id="1" w:author="A">'
        paragraph._p.append(parse_xml(f"{head}{run}</w:{tag}>"))
    assert lines_of(document) == ["Đạt 80%"]


def test_a_text_box_is_read_once() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Trước hộp chữ")
    paragraph.add_run()._r.append(
        parse_xml(
            f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox>'
            "<w:txbxContent><w:p><w:r><w:t>Dự thảo lần 2</w:t></w:r></w:p></w:txbxContent>"
            "</v:textbox></v:shape></w:pict>"
        )
    )
    assert lines_of(document) == ["Trước hộp chữ", "Dự thảo lần 2"]


def test_fields_show_their_result_not_their_code() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Năm ")
    for xml in ('<w:fldChar w:fldCharType="begin"/>', "<w:instrText> DATE </w:instrText>",
                '<w:fldChar w:fldCharType="separate"/>', "<w:t>2025</w:t>",
                '<w:fldChar w:fldCharType="end"/>'):  # fmt: skip
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{xml}</w:r>"))
    assert lines_of(document) == ["Năm 2025"]
