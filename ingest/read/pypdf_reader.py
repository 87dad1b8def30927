"""The first reader of PDF: pypdf, in plain mode. The only importer of pypdf.

Plain mode keeps heads and signatures intact; layout mode misplaces a fifth of the characters.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

from corpus.errors import BrokenFile, EncryptedFile, TooLarge
from ingest.read import legacy

_HIDDEN = re.compile(rb"\b3 Tr\b")
_LEGACY_TCVN3 = re.compile(r"\.?vn(?:time|arial|3dh|avant|book|centur|cour|exotic|revue)", re.I)
_LEGACY_VNI = re.compile(r"vni[-_ ]", re.I)
_FAULTS = (
    PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, AssertionError,
    NotImplementedError, RecursionError, OverflowError, ZeroDivisionError,
)  # fmt: skip
"""What pypdf lets through on broken objects, beside its own errors."""


@dataclass(frozen=True)
class PypdfPage:
    """What pypdf sees of a page; `text` is empty where it failed."""

    text: str
    picture_share: float
    """The share of the page that its largest picture covers; a scan covers all."""
    hidden: bool
    """It holds text that is not drawn: the layer that a scanner's software laid over a scan."""
    legacy: bool
    """Its fonts are those of a code page before Unicode, and its text has been converted."""


class Pypdf:
    """A PDF opened by pypdf.

    Raises BrokenFile, EncryptedFile (a password to open; a password against changes alone does
    not hinder reading) or TooLarge (a stream that unpacks beyond 75 MB).
    """

    def __init__(self, content: bytes, name: str) -> None:
        self._name = name
        try:
            self._reader = PdfReader(io.BytesIO(content), strict=False)
            locked = self._reader.is_encrypted and not self._reader.decrypt("")
            self.page_count = 0 if locked else len(self._reader.pages)
        except LimitReachedError as error:
            raise _bomb(name) from error
        except DependencyError as error:
            raise _locked(name) from error
        except _FAULTS as error:
            raise BrokenFile(
                f"Tệp {name} bị cắt cụt hoặc hỏng, không mở được như PDF; hãy xin lại tệp.",
                f"{name} is truncated or corrupt and does not open as PDF; ask for it anew.",
            ) from error
        if locked:
            raise _locked(name)

    def page(self, number: int) -> PypdfPage:
        """Read a page, from 1."""
        try:
            page = self._reader.pages[number - 1]
            pictures = _pictures(page)
            shares: list[float] = []
            text, was_legacy = _text(page, pictures, shares)
            return PypdfPage(text, max(shares, default=0.0), _hides_text(page), was_legacy)
        except LimitReachedError as error:
            raise _bomb(self._name, number) from error
        except _FAULTS:
            return PypdfPage("", 0.0, False, False)


def _pictures(page: PageObject) -> frozenset[str]:
    resources = page.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources is not None else None
    if not objects:
        return frozenset()
    found = objects.get_object().items()
    return frozenset(k for k, v in found if v.get_object().get("/Subtype") == "/Image")


def _text(page: PageObject, pictures: frozenset[str], shares: list[float]) -> tuple[str, bool]:
    """Return a page's text, converted where its fonts are of an old code page."""
    area = float(page.mediabox.width) * float(page.mediabox.height) or 1.0
    fonts: set[str] = set()

    def before(operator: bytes, operands: Any, matrix: Any, _text_matrix: Any) -> None:
        if operator == b"Do" and operands and operands[0] in pictures:
            shares.append(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) / area)

    def fragment(_text: str, _matrix: Any, _text_matrix: Any, font: Any, _size: Any) -> None:
        fonts.add(_font_name(font))

    text = page.extract_text(visitor_operand_before=before, visitor_text=fragment)
    if any(map(_is_legacy, fonts)) and not legacy.is_clean(text):
        return _converted(page), True
    return text, False


def _font_name(font: Any) -> str:
    return str(font.get("/BaseFont", "")).rsplit("+", 1)[-1].lstrip("/") if font else ""


def _is_legacy(font: str) -> bool:
    return bool(_LEGACY_TCVN3.match(font) or _LEGACY_VNI.match(font))


def _converted(page: PageObject) -> str:
    """Return the text of a page, each run of a legacy font converted by the table of its font."""
    parts: list[str] = []

    def fragment(text: str, _matrix: Any, _text_matrix: Any, font: Any, _size: Any) -> None:
        name = _font_name(font)
        if _LEGACY_TCVN3.match(name):
            family = re.split(r"[-,]", name)[0]
            text = legacy.from_tcvn3(text, capitals=family.endswith("H"))
        elif _LEGACY_VNI.match(name):
            text = legacy.from_vni(text)
        parts.append(text)

    page.extract_text(visitor_text=fragment)
    return "".join(parts)


def _hides_text(page: PageObject) -> bool:
    contents = page.get_contents()
    return bool(contents and _HIDDEN.search(contents.get_data()))


def _locked(name: str) -> EncryptedFile:
    return EncryptedFile(
        f"Tệp {name} được bảo vệ bằng mật khẩu; hãy lưu lại bản không đặt mật khẩu rồi nạp.",
        f"{name} opens only with a password; save it without one.",
    )


def _bomb(name: str, page: int | None = None) -> TooLarge:
    where = f" (trang {page})" if page else ""
    there = f" (page {page})" if page else ""
    return TooLarge(
        f"Tệp {name}{where} giải nén vượt giới hạn 75 MB một đối tượng; hãy in lại ra PDF mới.",
        f"{name}{there} unpacks beyond the limit of 75 MB an object; print it to a new PDF.",
    )
