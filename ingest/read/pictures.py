"""Scans handed in as pictures: PNG, JPEG, and TIFF of one page or many."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from corpus.errors import EmptyFile
from ingest.read.document import ReadPage
from ingest.read.limits import Limits
from ingest.read.lines import drop_furniture
from ingest.read.picture import frame_count, open_frames
from ingest.read.recognition import Recogniser
from ingest.read.scan import read_scan

WORKERS = 2
"""As in `pdf.WORKERS`."""


def read_pages(
    content: bytes, name: str, limits: Limits, progress: Callable[[int, int], None]
) -> tuple[ReadPage, ...]:
    """Return the pages of a picture file. Raises TooLarge, BrokenFile, EmptyFile, ReaderMissing."""
    total = frame_count(content, name, limits)
    recogniser = Recogniser()
    pages: list[ReadPage] = []
    waiting: list[Future[ReadPage]] = []

    def finish() -> None:
        pages.append(waiting.pop(0).result())
        progress(len(pages), total)

    with ThreadPoolExecutor(WORKERS) as pool:
        for number, picture in open_frames(content, name, limits):
            waiting.append(pool.submit(read_scan, picture, number, recogniser))
            if len(waiting) > WORKERS:
                finish()
        while waiting:
            finish()
    texts = drop_furniture([page.text for page in pages])
    if not any(text.strip() for text in texts):
        raise EmptyFile(
            f"Tệp ảnh {name} không có chữ nào đọc được; hãy quét lại rõ hơn.",
            f"{name} shows no words; scan it again, more clearly.",
        )
    return tuple(
        ReadPage(page.number, text, page.way, page.notes)
        for page, text in zip(pages, texts, strict=True)
    )
