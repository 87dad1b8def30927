"""Plans printed anew at test time, as offices print and scan them; nothing of it is committed.

A plan's text becomes paragraphs, these become a Word file with the two-column head and tail that
Decree 30/2020/NĐ-CP asks for, that becomes PDF, and the PDF becomes scans.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

import docx
import numpy as np
import pypdf
import pypdfium2
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from PIL import Image, ImageFilter
from pypdf.generic import DictionaryObject, NameObject
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from corpus.plan import Span
from corpus.vietnamese import fold, nfc
from corpus.view import join_lines, lines_of, view_line
from ingest.outline import find_outline

TINOS = Path("/usr/share/fonts/truetype/croscore/Tinos-Regular.ttf")
HAS_OFFICE = shutil.which("soffice") is not None


@dataclass(frozen=True)
class Content:
    """What is printed: the two halves of the head, title, paragraphs, the two halves of the end."""

    issuer: tuple[str, ...]
    motto: tuple[str, ...]
    title: str
    body: tuple[str, ...]
    recipients: tuple[str, ...]
    signature: tuple[str, ...]

    @property
    def text(self) -> str:
        """All that is printed, in reading order, a paragraph a line."""
        head = (*self.issuer, *self.motto, "KẾ HOẠCH", self.title)
        return "\n".join((*head, *self.body, *self.recipients, *self.signature))


def content_of(text: str, issuer: tuple[str, str], date: str, number: str) -> Content:
    """Return a plan's text as paragraphs, with a full head."""
    text = nfc(text)
    outline = find_outline(text)
    blocks = [*outline.opening, *(n.block for part in outline.parts for n in part.walk())]

    def paragraph(start: int, end: int) -> str:
        spans = [Span(max(span.start, start), span.end) for span in lines_of(text[:end])]
        return join_lines([view_line(text, span) for span in spans if span.end > start]).text

    tail = [paragraph(*b.span) for b in outline.tail]
    assert outline.title
    signs = [i for i, line in enumerate(tail) if _SIGNS.match(fold(line))]
    name = tail[-1]
    signature = (*(tail[i] for i in signs), name)
    recipients = [line for i, line in enumerate(tail[:-1]) if i not in signs]
    joined: list[str] = []
    for line in recipients:
        if line.startswith("-") or not joined or fold(line).startswith("noi nhan"):
            joined.append(line)
    return Content(
        issuer=(*issuer, number),
        motto=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", date),
        title=outline.title.text,
        body=tuple(paragraph(*block.span) for block in blocks),
        recipients=tuple(joined),
        signature=signature,
    )


_SIGNS = re.compile(r"(tm\.|kt\.|tl\.|(pho )?chu tich)")


def to_docx(content: Content, path: Path, font: str = "Tinos") -> Path:
    """Write a Word file as Decree 30 lays it out."""
    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = font, Pt(14)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), font)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    _page_number(section.header.paragraphs[0])
    _two_columns(document, content.issuer, content.motto, Pt(13), centred=(True, True))
    for line in ("KẾ HOẠCH", content.title):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(line).bold = True
    for line in content.body:
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1.27)
        paragraph.paragraph_format.space_after = Pt(6)
        paragraph.add_run(line).bold = bool(re.match(r"[IVX]+\. ", line))
    signature = (*content.signature[:-1], "", "", "", content.signature[-1])
    _two_columns(document, content.recipients, signature, Pt(12), centred=(False, True))
    document.save(str(path))
    return path


def _page_number(paragraph: docx.text.paragraph.Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _two_columns(
    document: docx.document.Document,
    left: Sequence[str],
    right: Sequence[str],
    size: Pt,
    centred: tuple[bool, bool],
) -> None:
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    row = table.rows[0]._tr.get_or_add_trPr()
    row.append(OxmlElement("w:cantSplit"))
    widths = (Cm(6.2), Cm(9.8)) if centred[0] else (Cm(8.5), Cm(7.5))
    for cell, lines, middle, width in zip(
        table.rows[0].cells, (left, right), centred, widths, strict=True
    ):
        cell.width = width
        for index, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if middle else None
            run = paragraph.add_run(line)
            run.font.size = size


def office(path: Path, to: str, folder: Path) -> Path:
    """Convert by LibreOffice; returns the file made in `folder`."""
    profile = folder / "profile"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", to,
         "--outdir", str(folder), str(path)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return folder / f"{path.stem}.{to.split(':')[0]}"


def to_reportlab(content: Content, path: Path, font: Path = TINOS) -> Path:
    """Write a PDF by reportlab, without any office program."""
    name = font.stem
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, str(font)))
    base = ParagraphStyle("n", fontName=name, fontSize=14, leading=18, alignment=TA_JUSTIFY)
    body = ParagraphStyle("b", base, firstLineIndent=1.27 * cm, spaceAfter=6)
    centre = ParagraphStyle("c", base, alignment=TA_CENTER, fontSize=12)
    small = ParagraphStyle("s", base, fontSize=12, leading=14, alignment=0)

    def cell(lines: Sequence[str], style: ParagraphStyle) -> list[Paragraph]:
        return [Paragraph(escape(line), style) for line in lines]

    story = [Table([[cell(content.issuer, centre), cell(content.motto, centre)]], [7 * cm, 9 * cm])]
    story += [Spacer(1, 12), *cell(["KẾ HOẠCH", content.title], centre), Spacer(1, 12)]
    story += cell(content.body, body)
    tail = [cell(content.recipients, small), cell(content.signature, centre)]
    story.append(Table([tail], [9 * cm, 7 * cm], style=[("VALIGN", (0, 0), (-1, -1), "TOP")]))
    sides = {"leftMargin": 3 * cm, "rightMargin": 2 * cm, "topMargin": 2 * cm}
    SimpleDocTemplate(str(path), pagesize=A4, bottomMargin=2 * cm, **sides).build(story)
    return path


def without_unicode_maps(source: Path, path: Path) -> Path:
    """Take the tables from glyphs to Unicode out of a PDF's fonts."""
    writer = pypdf.PdfWriter(clone_from=str(source))
    for item in writer._objects:
        if isinstance(item, DictionaryObject) and item.get("/Type") == "/Font":
            item.pop(NameObject("/ToUnicode"), None)
    writer.write(str(path))
    return path


def decomposed(content: Content) -> Content:
    """Return the same words in normal form D, as some Macs print them."""

    def nfd(lines: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(unicodedata.normalize("NFD", line) for line in lines)

    return Content(
        nfd(content.issuer), nfd(content.motto), nfd((content.title,))[0],
        nfd(content.body), nfd(content.recipients), nfd(content.signature),
    )  # fmt: skip


def pictures(pdf: Path, dpi: int, worn: bool = True, skew: float = 0.3) -> list[Image.Image]:
    """Return the pages as a scanner gives them: grey, a little skewed, blurred and noisy."""
    document = pypdfium2.PdfDocument(str(pdf))
    sheets = []
    for number, page in enumerate(document):
        sheet = page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
        sheets.append(_worn(sheet, number, skew if number % 2 else -skew) if worn else sheet)
    document.close()
    return sheets


def _worn(sheet: Image.Image, seed: int, skew: float) -> Image.Image:
    sheet = sheet.rotate(skew, Image.Resampling.BICUBIC, fillcolor=255)
    sheet = sheet.filter(ImageFilter.GaussianBlur(0.6))
    noise = np.random.default_rng(seed).normal(0, 8, (sheet.height, sheet.width))
    grey = np.clip(np.asarray(sheet, dtype=np.float32) * 0.92 + 10 + noise, 0, 255)
    return Image.fromarray(grey.astype(np.uint8))


def to_scan(pdf: Path, path: Path, dpi: int, only: frozenset[int] | None = None) -> Path:
    """Write a PDF of pictures; with `only`, the other pages stay as they are. Pages from 0."""
    writer = pypdf.PdfWriter()
    original = pypdf.PdfReader(str(pdf))
    for number, sheet in enumerate(pictures(pdf, dpi)):
        if only is None or number in only:
            buffer = io.BytesIO()
            sheet.save(buffer, "PDF", resolution=dpi, quality=85)
            writer.append(buffer)
        else:
            writer.add_page(original.pages[number])
    writer.write(str(path))
    return path


GARBLE = dict(zip("ăâđơưấậốổộớụửữ", "aad6u44o6o6qqt", strict=True))
"""Some of the letters that an English model of Tesseract makes of Vietnamese ones."""


def garbled(text: str) -> str:
    """Return text as an OCR program without Vietnamese leaves it."""
    plain = unicodedata.normalize("NFD", "".join(GARBLE.get(c, c) for c in text).replace("Đ", "D"))
    return "".join(c for c in plain if unicodedata.category(c) != "Mn")


def with_bad_layer(pdf: Path, texts: Sequence[str], path: Path, dpi: int = 200) -> Path:
    """Write a scan whose pages carry garbled words that are not drawn, over the picture."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), pagesize=A4)
    for sheet, text in zip(pictures(pdf, dpi), texts, strict=True):
        canvas.drawImage(ImageReader(sheet), 0, 0, *A4)
        layer = canvas.beginText(85, 780)
        layer.setTextRenderMode(3)
        layer.setFont("Helvetica", 11)
        for line in text.split("\n"):
            layer.textLine(garbled(line))
        canvas.drawText(layer)
        canvas.showPage()
    canvas.save()
    return path


def joined_words(text: str) -> int:
    """Return how many words a text has."""
    return len(re.findall(r"\w+", text))
