"""What a file is by its content. Its name says nothing: offices rename files."""

from __future__ import annotations

import io
import zipfile

from corpus.errors import BadEncoding, BrokenFile, EmptyFile, EncryptedFile, WrongFormat

SUFFIXES_OF = {
    "text": frozenset({".txt", ".md"}),
    "pdf": frozenset({".pdf"}),
    "docx": frozenset({".docx"}),
    "doc": frozenset({".doc"}),
    "picture": frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff"}),
}
"""The endings of names that each format comes under."""

NAMES = {
    "text": "văn bản thuần",
    "pdf": "PDF",
    "docx": "Word (.docx)",
    "doc": "Word 97–2003 (.doc)",
    "picture": "ảnh",
}

_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+")
_FOREIGN = {
    b"MZ": "chương trình (.exe)",
    b"\x7fELF": "chương trình",
    b"GIF8": "ảnh GIF",
    b"BM": "ảnh BMP",
    b"RIFF": "tệp âm thanh hoặc hình ảnh",
    b"Rar!": "tệp nén RAR",
    b"7z\xbc\xaf": "tệp nén 7z",
    b"\x1f\x8b": "tệp nén gzip",
    b"ID3": "tệp âm thanh",
    b"\x00\x00\x00\x18ftyp": "phim",
    b"\x00\x00\x00\x20ftyp": "phim",
    b"SQLite format 3": "cơ sở dữ liệu",
    b"%!PS": "PostScript",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF_HEAD = 1024
"""Bytes within which readers look for %PDF- (Adobe's implementation note 13)."""


def sniff(content: bytes, name: str) -> str:
    """Return the format of a file's content: a key of `SUFFIXES_OF`.

    Raises EmptyFile, WrongFormat, EncryptedFile (Word under a password) or BrokenFile.
    """
    if not content.strip():
        raise EmptyFile(
            f"Tệp {name} trống; hãy kiểm tra lại tệp.", f"{name} is empty; check the file."
        )
    if b"%PDF-" in content[:_PDF_HEAD] and not _is_html(content):
        return "pdf"
    if content.startswith(_PICTURES):
        return "picture"
    if content.startswith(b"PK\x03\x04"):
        return _zip_format(content, name)
    if content.startswith(_OLE):
        return _ole_format(content, name)
    if content.startswith(b"{\\rtf"):
        return "doc"
    if _is_html(content):
        raise _foreign(name, "trang web (HTML)", "a web page (HTML)")
    for magic, kind in _FOREIGN.items():
        if content.startswith(magic) and _is_binary(content):
            raise _foreign(name, kind, "no document")
    return "text"


def suits(found: str, suffix: str) -> bool:
    """Tell whether a name's ending is one that the format comes under."""
    return suffix.lower() in SUFFIXES_OF[found]


def require_text(content: bytes, name: str, suffix: str) -> None:
    """Refuse what is no text at all: BadEncoding for a name that claims text, else WrongFormat."""
    if not _is_binary(content):
        return
    if suffix.lower() in SUFFIXES_OF["text"]:
        raise BadEncoding(
            f"Tệp {name} chứa ký tự NUL hoặc mã điều khiển, không phải văn bản; "
            "hãy xuất lại dạng văn bản UTF-8.",
            f"{name} holds NUL or control characters and is not text; save it again as UTF-8.",
        )
    raise _foreign(name, "định dạng không rõ", "of an unknown format")


def _is_binary(content: bytes) -> bool:
    head = content[:65536]
    return any(byte < 9 or 13 < byte < 27 for byte in head) or b"\x00" in content


def _is_html(content: bytes) -> bool:
    head = content[:_PDF_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html", b"<head", b"<body"))


def _foreign(name: str, vietnamese: str, english: str) -> WrongFormat:
    return WrongFormat(
        f"Tệp {name} là {vietnamese}, không phải định dạng của kế hoạch; "
        "hãy nạp tệp .txt, .md, .pdf, .docx, .doc hoặc ảnh quét (.png, .jpg, .tif).",
        f"{name} is {english}; hand in .txt, .md, .pdf, .docx, .doc or a scan (.png, .jpg, .tif).",
    )


def _zip_format(content: bytes, name: str) -> str:
    try:
        names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise BrokenFile(
            f"Tệp {name} bị cắt cụt hoặc hỏng (tệp nén không mở được); hãy xin lại tệp.",
            f"{name} is truncated or corrupt (its archive does not open); ask for it anew.",
        ) from error
    if "word/document.xml" in names:
        return "docx"
    if any(entry.startswith("xl/") for entry in names):
        raise _foreign(name, "bảng tính Excel", "an Excel sheet")
    if any(entry.startswith("ppt/") for entry in names):
        raise _foreign(name, "bản trình chiếu PowerPoint", "a PowerPoint file")
    raise _foreign(name, "tệp nén hoặc định dạng khác", "an archive or of another format")


def _ole_format(content: bytes, name: str) -> str:
    """Tell Word 97 from the other formats of an OLE file by the names of its streams."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise EncryptedFile(
            f"Tệp {name} được bảo vệ bằng mật khẩu; hãy mở bằng Word, bỏ mật khẩu rồi nạp lại.",
            f"{name} opens only with a password; save it without one.",
        )
    if "WordDocument".encode("utf-16-le") in content:
        return "doc"
    raise _foreign(name, "bảng tính, bản trình chiếu hoặc tệp Office khác", "no Word document")
