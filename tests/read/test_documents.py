"""Real documents of offices, held against what stands on their pages."""

from __future__ import annotations

import pytest
from prints import has_data
from rapidfuzz.distance import Levenshtein
from render import HAS_OFFICE
from support import SHARED

from corpus.view import join_lines, lines_of, view_line
from ingest.metadata import read_metadata
from ingest.outline import find_outline
from ingest.passages import find_sections
from ingest.read.document import Document
from ingest.read.isolated import Reader

DOCUMENTS = SHARED / "documents"
pytestmark = pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="no ../shared/documents here")
needs_data = pytest.mark.skipif(not has_data(), reason="vie.traineddata is not installed")
needs_office = pytest.mark.skipif(not HAS_OFFICE, reason="LibreOffice is not installed")
PHU_THO = "KH_2011-12_SoTTTT-PhuTho_trien-khai-phan-mem-QLVB"


def text_of(document: Document) -> str:
    return "\n".join(page.text for page in document.pages)


def joined(text: str) -> str:
    return join_lines([view_line(text, span) for span in lines_of(text)]).text


@pytest.mark.parametrize(
    "name",
    [
        f"docx/{PHU_THO}.docx",
        f"pdf/{PHU_THO}.pdf",
        pytest.param(f"word/{PHU_THO}.doc", marks=needs_office),
    ],
)
def test_a_plan_says_the_same_in_every_format(name: str, reader: Reader) -> None:
    """Word 97, Word and PDF of the plan of the Phú Thọ department, read by eye from its pages."""
    text = text_of(reader.read(DOCUMENTS / name))
    outline = find_outline(text)
    metadata = read_metadata(text, outline)
    assert [part.block.label for part in outline.parts] == ["I", "II", "III"]
    headings = {s.path: s.heading for s in find_sections("plan", outline)}
    assert headings["II", "1"] == "Cài đặt hệ thống phần mềm"
    assert headings["III", "4"] == "Công ty Cổ phần Công nghệ Tin học EFY Việt Nam"
    assert ("II", "2", "đ") in headings
    assert metadata.signer.value == "Phan Quang Thao"
    assert [r.value for r in metadata.recipients] == [
        "Giám đốc",
        "Các Phó Giám đốc",
        "Các phòng, ban thuộc Sở",
        "Trung tâm CNTT Tây Bắc",
        "Lưu: VT, P.CNTT",
    ]
    rows = [line.split(" | ") for line in text.split("\n") if line.startswith("Ngày 0")]
    assert rows == [
        ["Ngày 02/01/2011 (thứ 2)", "Văn phòng", "Phòng Bưu chính"],  # the year is the plan's typo
        ["Ngày 03/01/2012 (thứ 3)", "Phòng Viễn thông", "Phòng Công nghệ thông tin"],
        ["Ngày 04/01/2012 (thứ 4)", "Phòng Thanh tra", "Phòng Quản lý Báo chí – Xuất bản"],
        ["Ngày 05/01/2012 (thứ 5)", "Phòng Tài chính – Kế hoạch", "Trung tâm CNTT Tây Bắc"],
    ]


def test_only_the_page_with_the_table_is_called_so(reader: Reader) -> None:
    document = reader.read(DOCUMENTS / f"pdf/{PHU_THO}.pdf")
    assert [page.way for page in document.pages] == ["pdf", "pdf-table", "pdf", "pdf"]
    assert not any(line.isdigit() for line in text_of(document).split("\n"))


def test_words_divided_by_their_setting_are_whole(reader: Reader) -> None:
    """The gazette sets its text so that pypdf reads `quản lý nhà n ước`."""
    document = reader.read(DOCUMENTS / "pdf/CongBao_Luat-54-2014-QH13_HaiQuan_3trang.pdf")
    text = text_of(document)
    assert "Luật này quy định quản lý nhà nước về hải quan" in text
    assert "CÔNG BÁO" not in text
    assert text.startswith("QUỐC HỘI\nLuật số: 54/2014/QH13\nCỘNG HÒA XÃ HỘI")


def test_a_decision_as_word_file(reader: Reader) -> None:
    document = reader.read(DOCUMENTS / "docx/QD_15-2010-QD-UBND_HaNoi_dai-ly-Internet.docx")
    lines = text_of(document).split("\n")
    assert lines[:3] == ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HÀ NỘI", "Số: 15/2010/QĐ-UBND"]
    assert "Hà Nội, ngày 26 tháng 04 năm 2010" in lines
    assert lines[-1] == "Ngô Thị Thanh Hằng"
    assert not any(" | " in line for line in lines)


@needs_data
def test_a_scanned_letter(reader: Reader) -> None:
    document = reader.read(DOCUMENTS / "scanned/CV_4532-UBND-KSTTHC_PhuTho_2011-12-07.pdf")
    assert [page.way for page in document.pages] == ["ocr", "ocr"]
    text = joined(document.pages[0].text)
    for words in (
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Phú Thọ, ngày",
        "Nghị quyết số 30c/NQ-CP ngày 08/11/2011",
        "Nghị định số 63/2010/NĐ-CP ngày 08/6/2010",
        "Văn bản số 6582/VPCP-KSTT, ngày 21/9/2011",
        "trước ngày 05/01/2012",
        "TL.CHỦ TỊCH CHÁNH VĂN PHÒNG",
    ):
        assert words in text
    assert text.endswith("Trần Thị Thu Hương")
    assert any("cần đối chiếu các số" in note for note in document.pages[0].notes)


@needs_data
def test_a_layer_of_garble_is_read_anew(reader: Reader) -> None:
    document = reader.read(DOCUMENTS / "bad-text-layer/CV_SoGDDT-DaNang_TTATGT_2019-05.pdf")
    assert [page.way for page in document.pages] == ["ocr", "ocr"]
    text = joined(text_of(document))
    assert "Công văn số 2114/BGDĐT-GDCTHSSV ngày 16/5/2019" in text
    assert "23/6/2019 đến hết ngày 27/6/2019 trên địa bàn thành phố Đà Nẵng" in text
    assert "Vụ GDCTHSSV, Bộ GD&ĐT" in text
    assert "Trần Nguyễn Minh Thành" in text
    assert "Hcok" not in text


@needs_data
def test_a_small_picture_of_a_page(reader: Reader) -> None:
    """Only 576 pixels wide, some 70 dpi."""
    document = reader.read(DOCUMENTS / "page-images/4_1.jpg")
    truth = joined((DOCUMENTS / "page-images/4_1_gt.txt").read_text(encoding="utf-8"))
    read = joined(text_of(document))
    read, truth = (text[text.index("Kính gửi") :] for text in (read, truth))
    assert Levenshtein.distance(read, truth) / len(truth) < 0.04
    for number in ("4869/UBND", "26/7/2020", "19/CT-TTg", "24/4/2020", "02 phòng dự phòng"):
        assert number in read


def test_markdown(reader: Reader) -> None:
    (page,) = reader.read(DOCUMENTS / "markdown/NQ_57-NQ-TW_2024-12-22.md").pages
    assert (page.number, page.way) == (None, "text")
    assert "**I- QUAN ĐIỂM CHỈ ĐẠO**" in page.text
