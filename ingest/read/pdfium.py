"""The second reader of PDF, and the one that makes pictures of pages: pdfium.

The only importer of pypdfium2. It reads words that pypdf divides (`nhà n ước`) and files whose
tables of objects are broken. Not safe in several threads at once: one thread owns a document.
"""

from __future__ import annotations

import re
from types import TracebackType

import pypdfium2
import pypdfium2.raw as raw
from PIL import Image
from pypdfium2 import PdfiumError

from corpus.errors import BrokenFile, TooLarge

DPI = 200
"""Recognition at 300 dpi is slower by half and not better on prints of 13–14 points."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points, from the top left corner of the page."""


class Pdfium:
    """A PDF opened by pdfium; to be closed."""

    def __init__(self, content: bytes, name: str) -> None:
        self._name = name
        try:
            self._pdf = pypdfium2.PdfDocument(content)
            self.page_count = len(self._pdf)
        except PdfiumError as error:
            raise BrokenFile(
                f"Tệp {name} bị cắt cụt hoặc hỏng, không mở được như PDF; hãy xin lại tệp.",
                f"{name} is truncated or corrupt and does not open as PDF; ask for it anew.",
            ) from error

    def __enter__(self) -> Pdfium:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pdf.close()

    def text(self, number: int) -> str:
        """Return the text of a page, from 1; empty where pdfium cannot read it."""
        try:
            return str(self._pdf[number - 1].get_textpage().get_text_bounded())
        except PdfiumError:
            return ""

    def text_within(self, number: int, box: Box) -> str:
        """Return the text of a part of a page."""
        page = self._pdf[number - 1]
        height = page.get_height()
        left, top, right, bottom = box
        text = page.get_textpage().get_text_bounded(left, height - bottom, right, height - top)
        return str(text)

    def words(self, number: int) -> list[tuple[str, Box]]:
        """Return the words of a page with their places; none where it has no text layer."""
        page = self._pdf[number - 1]
        height = page.get_height()
        try:
            layer = page.get_textpage()
            text = layer.get_text_range()
            found: list[tuple[str, Box]] = []
            for match in _WORD.finditer(text):
                boxes = [layer.get_charbox(i) for i in range(*match.span())]
                left, right = min(b[0] for b in boxes), max(b[2] for b in boxes)
                bottom, top = min(b[1] for b in boxes), max(b[3] for b in boxes)
                found.append((match[0], (left, height - top, right, height - bottom)))
        except PdfiumError:
            return []
        return found

    def size(self, number: int) -> tuple[float, float]:
        """Return width and height of a page in points."""
        width, height = self._pdf[number - 1].get_size()
        return float(width), float(height)

    def is_ruled(self, number: int) -> bool:
        """Tell whether a page is drawn with enough lines for a table: three each way.

        A cheap test before the dear search for cells; lines may be drawn as thin rectangles.
        """
        across = down = 0
        for item in self._pdf[number - 1].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
            left, bottom, right, top = item.get_bounds()
            width, height = right - left, top - bottom
            framed = width > _SIDE and height > _SIDE
            across += 2 * framed + (width > _SIDE and height < _THIN)
            down += 2 * framed + (height > _THIN * 2 and width < _THIN)
        return across >= 3 and down >= 2

    def is_drawn(self, number: int) -> bool:
        """Tell whether anything at all is drawn on a page: pictures, or letters as curves."""
        return next(iter(self._pdf[number - 1].get_objects(max_depth=3)), None) is not None

    def render(self, number: int, pixels: int, dpi: int = DPI) -> Image.Image:
        """Return a picture of a page, upright, in colour. Raises TooLarge, BrokenFile."""
        width, height = self.size(number)
        scale = dpi / 72
        wanted = int(width * scale) * int(height * scale)
        if wanted > pixels:
            raise TooLarge(
                f"Tệp {self._name}, trang {number}: khổ giấy cho {wanted / 1e6:.0f} triệu điểm "
                f"ảnh, vượt giới hạn {pixels / 1e6:.0f} triệu; hãy quét lại ở khổ A4 hoặc A3.",
                f"{self._name}, page {number}: {wanted / 1e6:.0f} million pixels exceed the limit "
                f"of {pixels / 1e6:.0f} million; scan it anew on A4 or A3.",
            )
        try:
            picture: Image.Image = self._pdf[number - 1].render(scale=scale).to_pil()
            return picture
        except PdfiumError as error:
            raise BrokenFile(
                f"Tệp {self._name}, trang {number}: không dựng được ảnh; hãy xin lại tệp.",
                f"{self._name}, page {number} cannot be rendered; ask for it anew.",
            ) from error


_WORD = re.compile(r"\S+")

_SIDE = 20.0
"""Points; the side of a table's cell, at the least."""
_THIN = 3.0
"""Points; a rule is thinner."""
