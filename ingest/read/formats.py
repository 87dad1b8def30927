"""From the content of a file to its pages: which reader reads it. Runs in the reader's process."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.errors import EmptyFile, MissingFile, NotVietnamese, TooLarge
from ingest.legibility import is_foreign
from ingest.read import sniff
from ingest.read.document import Document, ReadPage
from ingest.read.limits import Limits

Progress = Callable[[int, int], None]


def read_document(path: Path, limits: Limits, progress: Progress) -> Document:
    """Read a file, whatever it is named. Raises the kinds of UnreadableFile."""
    content = _bytes(path, limits)
    found = sniff.sniff(content, path.name)
    if found == "text":
        sniff.require_text(content, path.name, path.suffix)
    pages = _read(found, content, path.name, limits, progress)
    _require_vietnamese(pages, path.name)
    if not sniff.suits(found, path.suffix):
        pages = (_noted(pages[0], path.suffix, found), *pages[1:])
    return Document(hashlib.sha256(content).hexdigest(), tuple(pages))


def _bytes(path: Path, limits: Limits) -> bytes:
    try:
        if not path.is_file():
            raise FileNotFoundError(0, "không phải tệp" if path.exists() else "không có tệp này")
        size = path.stat().st_size
        if size > limits.file_bytes:
            most = limits.file_bytes / 1e6
            raise TooLarge(
                f"Tệp {path.name} nặng {size / 1e6:.0f} MB, vượt giới hạn {most:.0f} MB; "
                "hãy chia tệp thành nhiều phần.",
                f"{path.name} has {size / 1e6:.0f} MB, more than the limit of {most:.0f} MB; "
                "divide it.",
            )
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or error
        raise MissingFile(
            f"Không mở được tệp {path.name}: {reason}; hãy kiểm tra đường dẫn và quyền đọc.",
            f"Cannot open {path.name}: {reason}.",
        ) from error


def _read(
    found: str, content: bytes, name: str, limits: Limits, progress: Progress
) -> Sequence[ReadPage]:
    """Call the reader of a format; each is imported only when its first file comes."""
    if found == "pdf":
        from ingest.read import pdf

        return pdf.read_pages(content, name, limits, progress)
    if found == "picture":
        from ingest.read import pictures

        return pictures.read_pages(content, name, limits, progress)
    if found == "docx":
        from ingest.read import word

        pages = word.read_pages(content, name, limits)
    elif found == "doc":
        from ingest.read import word97

        pages = word97.read_pages(content, name, limits)
    else:
        from ingest.read import text

        pages = text.read_pages(content, name)
    progress(1, 1)
    return pages


def _require_vietnamese(pages: Sequence[ReadPage], name: str) -> None:
    text = "\n".join(page.text for page in pages)
    if not any(map(str.isalnum, text)):
        raise EmptyFile(
            f"Tệp {name} không có chữ nào; hãy kiểm tra lại tệp.", f"{name} has no words; check it."
        )
    if is_foreign(text):
        raise NotVietnamese(
            f"Tệp {name} không phải tiếng Việt; kho chỉ nhận kế hoạch bằng tiếng Việt.",
            f"{name} is not in Vietnamese; only plans in Vietnamese are taken in.",
        )


def _noted(page: ReadPage, suffix: str, found: str) -> ReadPage:
    note = f"Tệp mang đuôi {suffix or 'trống'} nhưng nội dung là {sniff.NAMES[found]}."
    return replace(page, notes=(note, *page.notes))
