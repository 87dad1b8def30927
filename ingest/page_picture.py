"""A page of a plan's file as a picture, and where on it quoted words stand.

Made when a reader asks for it, a page at a time, and the last few are remembered. The words of a
page come with their places from the text layer of a PDF; where that does not hold the quote (a
scan, a font of before Unicode) the page is recognised. Files of other kinds have no pages.
"""

from __future__ import annotations

import io
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from PIL import Image

from corpus.errors import UnreadableFile
from corpus.vietnamese import tokens
from ingest.read.limits import Limits
from ingest.read.pdfium import Pdfium
from ingest.read.picture import fitted, frame_count, grey, open_frames
from ingest.read.recognition import Recogniser
from ingest.read.sniff import sniff

Box = tuple[float, float, float, float]
"""Left, top, right, bottom as shares of the width and height of the page."""

Word = tuple[str, Box]

WIDTH = 900
"""Pixels of the picture that is shown: an A4 page at 110 dpi, still legible, 60 to 150 kB."""

REMEMBERED = 16
"""Pages that are remembered; together some 2 MB."""

ENOUGH = 0.6
"""Share of the quote's words, or of the page's where the quote goes on elsewhere, to be found in
one place: recognised pages of bad copies keep nine words in ten."""

SHORTEST = 3
"""Words in a row that count as a match; two are found by chance."""


@dataclass(frozen=True)
class PagePicture:
    """A page as JPEG, and the boxes over the lines of the quoted words."""

    picture: bytes
    media_type: str
    boxes: tuple[Box, ...]


class PagePictures:
    """Makes pictures of pages, in one thread of its own: pdfium and Tesseract want that."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="page-picture")
        self._kept: OrderedDict[tuple[str, int, int], tuple[bytes, list[Word], bool]] = (
            OrderedDict()
        )
        self._recogniser: Recogniser | None = None

    def __call__(self, path: Path, page: int, quote: str) -> PagePicture | None:
        """Return a page (from 1) with the quote located; None where it cannot be shown."""
        return self._worker.submit(self._make, path, page, quote).result()

    def _make(self, path: Path, page: int, quote: str) -> PagePicture | None:
        try:
            picture, words, recognised = self._page(path, page)
            boxes = locate(quote, words)
            if not boxes and not recognised:
                words = self._recognise(self._render(path, page))
                self._keep(path, page, (picture, words, True))
                boxes = locate(quote, words)
        except (UnreadableFile, OSError, IndexError):
            return None
        return PagePicture(picture, "image/jpeg", boxes)

    def _page(self, path: Path, page: int) -> tuple[bytes, list[Word], bool]:
        """Return the picture of a page, its words, and whether they were recognised."""
        key = (str(path), page, path.stat().st_mtime_ns)
        if key not in self._kept:
            rendered = self._render(path, page)
            self._keep(path, page, (_jpeg(rendered), self._layer(path, page), False))
        self._kept.move_to_end(key)
        return self._kept[key]

    def _keep(self, path: Path, page: int, made: tuple[bytes, list[Word], bool]) -> None:
        self._kept[str(path), page, path.stat().st_mtime_ns] = made
        while len(self._kept) > REMEMBERED:
            self._kept.popitem(last=False)

    def _render(self, path: Path, page: int) -> Image.Image:
        """Return the page in grey at the size that recognition wants."""
        content = path.read_bytes()
        if sniff(content, path.name) == "pdf":
            with Pdfium(content, path.name) as pdf:
                return grey(pdf.render(page, self._limits.pixels))
        if not 1 <= page <= frame_count(content, path.name, self._limits):
            raise IndexError(page)
        return next(p for n, p in open_frames(content, path.name, self._limits) if n == page)

    def _layer(self, path: Path, page: int) -> list[Word]:
        content = path.read_bytes()
        if sniff(content, path.name) != "pdf":
            return []
        with Pdfium(content, path.name) as pdf:
            width, height = pdf.size(page)
            return [(word, _shares(box, width, height)) for word, box in pdf.words(page)]

    def _recognise(self, picture: Image.Image) -> list[Word]:
        """Return the recognised words of a page; none where recognition is not installed."""
        try:
            self._recogniser = self._recogniser or Recogniser()
        except UnreadableFile:
            return []
        sheet = fitted(picture, 200.0)
        lines = self._recogniser.lines(sheet)
        return [
            (word.text, _shares(word.box, sheet.width, sheet.height))
            for line in lines
            for word in line.words
        ]


def locate(quote: str, words: Sequence[Word]) -> tuple[Box, ...]:
    """Return a box over each line of the quote's words on a page; none where they are not there.

    The quote may begin or end on another page, and words between may differ as scans differ.
    """
    sought = tokens(quote)
    found = [(token, index) for index, (word, _) in enumerate(words) for token in tokens(word)]
    matcher = SequenceMatcher(None, sought, [token for token, _ in found], autojunk=False)
    least = min(SHORTEST, len(sought))
    blocks = [block for block in matcher.get_matching_blocks() if block.size >= max(1, least)]
    if not blocks:
        return ()
    best = max(blocks, key=lambda block: block.size)
    first, last = best.b - best.a, best.b + len(sought) - best.a
    slack = max(SHORTEST, len(sought) // 5)
    near = [b for b in blocks if first - slack <= b.b and b.b + b.size <= last + slack]
    on_page = min(len(sought), min(last, len(found)) - max(first, 0))
    if sum(block.size for block in near) < ENOUGH * max(1, on_page):
        return ()
    start = found[min(block.b for block in near)][1]
    end = found[max(block.b + block.size for block in near) - 1][1]
    return _lines([box for _, box in words[start : end + 1]])


def _lines(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """Join the boxes of words that stand on one line."""
    lines: list[Box] = []
    for box in boxes:
        if lines and _on_one_line(lines[-1], box):
            a = lines[-1]
            lines[-1] = (
                min(a[0], box[0]),
                min(a[1], box[1]),
                max(a[2], box[2]),
                max(a[3], box[3]),
            )
        else:
            lines.append(box)
    return tuple(lines)


def _on_one_line(a: Box, b: Box) -> bool:
    overlap = min(a[3], b[3]) - max(a[1], b[1])
    return overlap > 0.5 * min(a[3] - a[1], b[3] - b[1])


def _shares(box: Sequence[float], width: float, height: float) -> Box:
    left, top, right, bottom = box
    return left / width, top / height, right / width, bottom / height


def _jpeg(picture: Image.Image) -> bytes:
    height = round(picture.height * WIDTH / picture.width)
    small = picture.resize((WIDTH, max(1, height)), Image.Resampling.LANCZOS)
    written = io.BytesIO()
    small.save(written, "JPEG", quality=70)
    return written.getvalue()
