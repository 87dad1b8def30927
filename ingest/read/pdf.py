"""PDF: page by page, each by the reader that reads it right; scans are recognised.

Every page is judged by its text, its fonts and its pictures:

- printed from an office program: pypdf; where that divides words, pdfium; ruled tables, pdfplumber;
- fonts of a code page before Unicode: converted;
- fonts that do not say which letters they draw: pdfminer, else recognised from the picture;
- a scan: recognised, unless it carries a layer of good text; a layer of garble is dropped.

Left out: annotations, attached files, forms, scripts. Nothing of a PDF is ever run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass

from corpus.errors import BrokenFile, EmptyFile, TooLarge
from corpus.vietnamese import fold
from ingest.legibility import MIN_LETTERS, legibility
from ingest.read import legacy
from ingest.read.document import ReadPage
from ingest.read.legacy import is_clean
from ingest.read.limits import Limits
from ingest.read.lines import clean, drop_furniture
from ingest.read.pdfium import Pdfium
from ingest.read.pypdf_reader import Pypdf, PypdfPage
from ingest.read.scan import read_scan
from ingest.read.tables import Plumber

WORKERS = 2
"""Pages recognised at a time; offices' machines have two cores or more, and a page takes 300 MB."""

_SCAN_SHARE = 0.5
"""Of the page, under its largest picture; a letterhead or a chart covers less."""
_TAIL_BYTES = 4096
_DIVIDED = 0.01
"""Share of words that are consonants alone; whole text has none, divided text one in ten."""
_CONSONANTS = re.compile(r"(?<![^\s])[bcdđghklmnpqrstvx]{1,3}(?=\s)")
_ENGLISH = frozenset("the of and to in for is that shall be by with on are this".split())

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class _Draft:
    """A page as its text layer gives it; `scan` asks for recognition."""

    text: str
    way: str = "pdf"
    scan: bool = False


def read_pages(
    content: bytes, name: str, limits: Limits, progress: Progress
) -> tuple[ReadPage, ...]:
    """Return the pages of a PDF.

    Raises BrokenFile, EncryptedFile, TooLarge, EmptyFile, or ReaderMissing where a page must be
    recognised and the data for it is not there.
    """
    if b"%%EOF" not in content[-_TAIL_BYTES:]:
        raise BrokenFile(
            f"Tệp {name} bị cắt cụt (thiếu phần cuối của PDF); hãy xin lại tệp.",
            f"{name} is truncated (the end of the PDF is missing); ask for it anew.",
        )
    with ExitStack() as stack:
        reader = _Pages(content, name, limits, stack)
        pages = reader.read(progress)
    texts = drop_furniture([page.text for page in pages])
    if not any(text.strip() for text in texts):
        raise EmptyFile(
            f"Tệp {name}: {len(pages)} trang đều trắng; hãy kiểm tra lại tệp.",
            f"{name}: all of its {len(pages)} pages are blank; check the file.",
        )
    return tuple(
        ReadPage(page.number, text, page.way, page.notes)
        for page, text in zip(pages, texts, strict=True)
    )


class _Pages:
    """The readers of one file, opened as they are needed."""

    def __init__(self, content: bytes, name: str, limits: Limits, stack: ExitStack) -> None:
        self._content, self._name, self._limits, self._stack = content, name, limits, stack
        try:
            self._pypdf: Pypdf | None = Pypdf(content, name)
        except BrokenFile:
            self._pypdf = None
        self._pdfium = stack.enter_context(Pdfium(content, name))
        self._plumber: Plumber | None = None
        self.count = self._pdfium.page_count
        if self.count > limits.pages:
            raise TooLarge(
                f"Tệp {name} có {self.count} trang, vượt giới hạn {limits.pages} trang; "
                "hãy chia tệp thành nhiều phần.",
                f"{name} has {self.count} pages, more than the limit of {limits.pages}; divide it.",
            )

    def read(self, progress: Progress) -> list[ReadPage]:
        drafts: list[_Draft] = []
        done = 0
        for number in range(1, self.count + 1):
            drafts.append(self._draft(number))
            if not drafts[-1].scan:
                done += 1
                progress(done, self.count)
        pages = [ReadPage(i, draft.text, draft.way) for i, draft in enumerate(drafts, start=1)]
        for page in self._recognised([i for i, d in enumerate(drafts, start=1) if d.scan]):
            number = page.number or 1
            pages[number - 1] = _better(page, drafts[number - 1])
            done += 1
            progress(done, self.count)
        return pages

    def _draft(self, number: int) -> _Draft:
        seen = self._pypdf.page(number) if self._pypdf else PypdfPage("", 0.0, False, False)
        draft = self._text_layer(number, seen)
        if draft.scan or not self._pdfium.is_ruled(number):
            return draft
        with_tables = self._with_tables(number)
        if with_tables is None or (is_clean(draft.text) and not is_clean(with_tables)):
            return draft  # what stands outside the tables can be read in another way only
        return _Draft(with_tables, "pdf-table")

    def _text_layer(self, number: int, seen: PypdfPage) -> _Draft:
        text = clean(seen.text)
        if seen.legacy:
            return _Draft(text, "legacy")
        converted = legacy.convert(seen.text)  # not cleaned: its ư has the code of a soft hyphen
        if converted:
            return _Draft(clean(converted), "legacy")
        if sum(map(str.isalpha, text)) < MIN_LETTERS:
            return self._sparse(number, text, seen)
        if is_clean(text):
            return _Draft(self._undivided(number, text))
        for other in (self._pdfium.text, self._plumb().text):
            candidate = clean(other(number))
            if is_clean(candidate):
                return _Draft(self._undivided(number, candidate))
        drawn_as_text = seen.picture_share <= _SCAN_SHARE and _is_english(text)
        return _Draft(text, scan=not drawn_as_text)

    def _sparse(self, number: int, text: str, seen: PypdfPage) -> _Draft:
        """A page of few letters: a scan, letters drawn as curves, a signature, or blank."""
        if not text:
            text = clean(self._pdfium.text(number))
        if seen.picture_share > _SCAN_SHARE or (not text and self._pdfium.is_drawn(number)):
            return _Draft(text, scan=True)
        return _Draft(text)

    def _undivided(self, number: int, text: str) -> str:
        """Take pdfium's reading of a page whose words pypdf divided: `nhà n ước`."""
        if _divided(text) <= _DIVIDED:
            return text
        other = clean(self._pdfium.text(number))
        return other if _divided(other) < _divided(text) / 2 else text

    def _with_tables(self, number: int) -> str | None:
        """Return a page with its tables row by row and the rest in place; None without tables."""
        tables = self._plumb().tables(number)
        if not tables:
            return None
        width, height = self._pdfium.size(number)
        parts: list[str] = []
        above = 0.0
        for table in tables:
            parts.append(self._pdfium.text_within(number, (0.0, above, width, table.box[1])))
            parts += table.rows
            above = max(above, table.box[3])
        rest = clean(self._pdfium.text_within(number, (0.0, above, width, height)))
        return clean("\n".join([*parts, _foot_last(rest)]))

    def _plumb(self) -> Plumber:
        if self._plumber is None:
            self._plumber = self._stack.enter_context(Plumber(self._content))
        return self._plumber

    def _recognised(self, numbers: list[int]) -> Iterator[ReadPage]:
        """Recognise pages, some at a time; pictures are made one by one, as pdfium asks."""
        if not numbers:
            return
        from ingest.read.picture import grey
        from ingest.read.recognition import Recogniser

        recogniser = Recogniser()
        with ThreadPoolExecutor(WORKERS) as pool:
            waiting: list[Future[ReadPage]] = []
            for number in numbers:
                picture = grey(self._pdfium.render(number, self._limits.pixels))
                waiting.append(pool.submit(read_scan, picture, number, recogniser))
                if len(waiting) > WORKERS:
                    yield waiting.pop(0).result()
            for future in waiting:
                yield future.result()


def _better(page: ReadPage, draft: _Draft) -> ReadPage:
    """Keep the text layer where recognition made nothing better of the page."""
    if is_clean(page.text) or sum(legibility(page.text)) > sum(legibility(draft.text)):
        return page
    return ReadPage(page.number, draft.text, draft.way) if draft.text else page


def _foot_last(text: str) -> str:
    """Put a page number, which office programs write before the page's text, where it stands."""
    first, _, others = text.partition("\n")
    return f"{others}\n{first}" if first.isdigit() and others else text


def _divided(text: str) -> float:
    return len(_CONSONANTS.findall(text)) / max(1, len(text.split()))


def _is_english(text: str) -> bool:
    words = fold(text).split()
    return sum(word in _ENGLISH for word in words) > 0.08 * len(words)
