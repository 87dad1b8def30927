"""Reads one file after another; text alone so far."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ingest.read.document import Document, ReadPage
from ingest.read.text import read_text

SUFFIXES = frozenset({".txt"})


@dataclass(frozen=True)
class Limits:
    pages: int = 1


class Reader:
    def __init__(self, limits: Limits) -> None: ...
    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None: ...
    def read(self, path: Path, progress: Callable[[int, int], None]) -> Document:
        text, content = read_text(path)
        return Document(hashlib.sha256(content).hexdigest(), (ReadPage(None, text, "text"),))
