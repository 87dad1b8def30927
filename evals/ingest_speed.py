"""What an ingest costs: pages a second by kind, a run over an unchanged corpus, one new plan.

One new plan is taken into corpora of growing size, so that it shows whether its cost grows with
them. There the vectors come from a hash of the words, not from the model: the model's time depends
on the new plan alone, and thousands of plans could not be embedded within a benchmark. All times
are of one run on one machine; only their ratios travel.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.embedding import Vectors
from corpus.places import PROVINCES
from corpus.store import Store
from corpus.vietnamese import tokens
from evals.frame import Both
from ingest.intake import find_files, ingest
from ingest.read.isolated import Reader

SIZES = (5, 100, 1000)
WIDTH = 384
"""As wide as the vectors of the bundled model, so that the index is as large."""

REPEATS = 5
"""Runs of which the middle one counts."""

Clock = Callable[[], float]


class HashEmbedder:
    """Words hashed into as many places as the model's vectors have; fast and deterministic."""

    model = "hash-384"

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int], None] = lambda _done: None
    ) -> Vectors:
        progress(len(texts))
        return np.stack([self.embed_question(text) for text in texts])

    def embed_question(self, text: str) -> Vectors:
        vector = np.zeros(WIDTH, dtype=np.float32)
        for word in tokens(text):
            digest = hashlib.blake2b(word.encode(), digest_size=4).digest()
            vector[int.from_bytes(digest) % WIDTH] += 1.0
        unit: Vectors = vector / np.float32(np.linalg.norm(vector) or 1.0)
        return unit


@dataclass(frozen=True)
class Growth:
    """Seconds in a corpus of so many plans: a run without change, and one new plan."""

    plans: int
    passages: int
    unchanged_s: float
    new_plan_s: float


@dataclass(frozen=True)
class Reading:
    """Pages read of one file, how, and how fast, the start of the reader's process apart."""

    file: str
    ways: str
    pages: int
    pages_per_s: float


def measure_growth(plan: Path, sizes: Sequence[int], clock: Clock) -> tuple[Growth, ...]:
    """Take one plan into corpora of those sizes, made of copies that name other places."""
    text = plan.read_text(encoding="utf-8")
    figures = []
    with tempfile.TemporaryDirectory() as scratch:
        folder, state = Path(scratch) / "plans", Path(scratch) / "state"
        folder.mkdir()
        written = 0
        for size in sorted(sizes):
            for number in range(written, size):
                (folder / f"{number:05d}.txt").write_text(variant(text, number), encoding="utf-8")
            written = size
            ingest(state, HashEmbedder(), find_files([folder]), folder)
            figures.append(_measure_one(state, folder, text, size, clock))
    return tuple(figures)


def _measure_one(state: Path, folder: Path, text: str, size: int, clock: Clock) -> Growth:
    unchanged: list[float] = []
    new: list[float] = []

    def run(paths: Sequence[Path], of: Path | None) -> float:
        started = clock()
        ingest(state, HashEmbedder(), paths, of)
        return clock() - started

    for repeat in range(REPEATS):
        unchanged.append(run(find_files([folder]), folder))
        added = folder / f"new-{size}-{repeat}.txt"
        added.write_text(variant(text, 100_000 + size * REPEATS + repeat), encoding="utf-8")
        new.append(run([added], None))
    middle = REPEATS // 2
    count = Store(state).passage_count()
    return Growth(size, count, sorted(unchanged)[middle], sorted(new)[middle])


def variant(text: str, number: int) -> str:
    """Return a plan under another number and of another place."""
    places = sorted(PROVINCES)
    place = f"{places[number % len(places)]} {number}"
    return text.replace("76/KH-UBND", f"{number + 100}/KH-UBND").replace("Tuyên Quang", place)


def measure_reading(files: Sequence[Path], clock: Clock) -> tuple[Reading, ...]:
    """Read every file once with a warm reader."""
    figures = []
    with Reader() as reader:
        for path in files:
            reader.read(path)  # imports the libraries of its format
            started = clock()
            document = reader.read(path)
            seconds = clock() - started
            ways = ", ".join(sorted({page.way for page in document.pages}))
            pages = len(document.pages)
            figures.append(Reading(path.name, ways, pages, pages / seconds))
    return tuple(figures)


_KINDS = {
    ".txt": Both("văn bản thuần", "plain text"),
    ".md": Both("văn bản thuần", "plain text"),
    ".docx": Both("Word (.docx)", "Word (.docx)"),
    ".doc": Both("Word cũ (.doc)", "old Word (.doc)"),
}


def kind_of_reading(one: Reading) -> Both:
    """Return the kind of file as it matters for speed: a page read from its picture is a scan."""
    suffix = Path(one.file).suffix.lower()
    if "ocr" in one.ways:
        return Both("bản quét", "scan")
    return _KINDS.get(suffix, Both("PDF có chữ", "PDF with text"))


def render_growth(figures: Sequence[Growth]) -> str:
    base = figures[0]
    lines = [f"{'plans':>7}{'passages':>10}{'unchanged s':>13}{'one new s':>11}{'ratio':>8}"]
    for one in figures:
        ratio = one.new_plan_s / base.new_plan_s
        lines.append(
            f"{one.plans:>7}{one.passages:>10}{one.unchanged_s:>13.2f}{one.new_plan_s:>11.2f}"
            f"{ratio:>8.2f}"
        )
    return "\n".join(lines)


def render_reading(figures: Sequence[Reading]) -> str:
    lines = [f"{'file':<60}{'read as':<20}{'pages':>6}{'pages/s':>9}"]
    lines += [f"{f.file[:58]:<60}{f.ways:<20}{f.pages:>6}{f.pages_per_s:>9.1f}" for f in figures]
    return "\n".join(lines)
