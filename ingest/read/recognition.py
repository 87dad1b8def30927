"""Words from pictures: Tesseract with the Vietnamese model. The only importer of tesserocr.

Words come with their place and with how sure the model is. Left out: the order of columns, which
`scan.py` sees to.
"""

from __future__ import annotations

import os
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from corpus.errors import ReaderMissing

LANGUAGE = "vie"
PAGE, BLOCK, LINE = 3, 6, 7
"""How Tesseract looks for lines: over a page that it lays out itself, or in one block. On 200 dpi
copies a page has .04 % of errors by PAGE, .09 % by BLOCK; halves of a head are blocks, a low
cell of a table is a line."""

_DEBIAN = ("/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tesseract-ocr/4.00/tessdata",
           "/usr/share/tessdata")  # fmt: skip

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""


@dataclass(frozen=True)
class Word:
    """A word as recognised, and how sure the model is, 0 to 100."""

    text: str
    confidence: float
    box: Box


@dataclass(frozen=True)
class Line:
    """A line of words, and where it stands."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        boxes = [word.box for word in self.words]
        return (
            min(b[0] for b in boxes), min(b[1] for b in boxes),
            max(b[2] for b in boxes), max(b[3] for b in boxes),
        )  # fmt: skip


def find_data() -> Path:
    """Return the folder of the language data. Raises ReaderMissing."""
    own = os.environ.get("TESSDATA_PREFIX")
    folders = [own, own and f"{own}/tessdata", f"{sys.prefix}/share/tessdata", *_DEBIAN]
    for folder in filter(None, folders):
        if (Path(folder) / f"{LANGUAGE}.traineddata").is_file():
            return Path(folder)
    raise ReaderMissing(
        "Chưa có dữ liệu nhận dạng chữ tiếng Việt (vie.traineddata) để đọc bản quét; "
        "hãy chạy make setup khi máy có mạng, hoặc đặt tệp ấy vào .venv/share/tessdata.",
        "The Vietnamese data of Tesseract (vie.traineddata), which reads scans, is not installed; "
        "run make setup, or put the file into .venv/share/tessdata.",
    )


class Recogniser:
    """Tesseract, one engine a thread: engines keep what they see."""

    def __init__(self) -> None:
        self._data = find_data()
        self._engines = threading.local()

    def lines(self, picture: Image.Image, layout: int = PAGE) -> tuple[Line, ...]:
        """Return the lines of a grey picture at 200 dpi, from top to bottom by column."""
        from tesserocr import RIL, iterate_level

        engine = self._engine(layout)
        engine.SetImage(picture)
        engine.SetSourceResolution(200)
        engine.Recognize()
        found = engine.GetIterator()
        lines: list[Line] = []
        words: list[Word] = []
        if found is None:
            return ()
        for item in iterate_level(found, RIL.WORD):
            if item.Empty(RIL.WORD):
                continue
            if item.IsAtBeginningOf(RIL.TEXTLINE) and words:
                lines.append(Line(tuple(words)))
                words = []
            text = item.GetUTF8Text(RIL.WORD).strip()
            if text:
                box = item.BoundingBox(RIL.WORD)
                words.append(Word(text, float(item.Confidence(RIL.WORD)), box))
        if words:
            lines.append(Line(tuple(words)))
        engine.Clear()
        return tuple(lines)

    def _engine(self, layout: int):  # type: ignore[no-untyped-def]  # tesserocr has no types
        engine = getattr(self._engines, "engine", None)
        if engine is None:
            os.environ["OMP_THREAD_LIMIT"] = "1"
            from tesserocr import OEM, PyTessBaseAPI

            folder = f"{self._data}/"
            engine = PyTessBaseAPI(path=folder, lang=LANGUAGE, oem=OEM.LSTM_ONLY)
            self._engines.engine = engine
        engine.SetPageSegMode(layout)
        return engine
