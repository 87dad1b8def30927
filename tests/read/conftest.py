"""The plans printed once a session, and one reader for all tests that read whole files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import render
from prints import Print, Read, has_data, need, print_plan

from ingest.read.document import Document
from ingest.read.isolated import Reader


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Print:
    """Return a function that prints a plan in some way, once: `printed(TUYEN_QUANG, "pdf")`."""
    folder = tmp_path_factory.mktemp("prints")

    @cache
    def make(plan: str, way: str) -> Path:
        stem = plan.split("_")[0]
        if way in ("docx", "pdf", "noto", "fallback") or way.startswith("scan"):
            need(render.HAS_OFFICE, "LibreOffice")
        if way.startswith(("scan", "bad", "mixed", "nomap", "tiff", "png")):
            need(has_data(), "vie.traineddata")
        need(render.TINOS.is_file(), "fonts-croscore")
        return print_plan(plan, way, folder / f"{stem}-{way}", make)

    return make


@pytest.fixture(scope="session")
def document(printed: Print, reader: Reader) -> Read:
    """Return a function that reads a print, once: `document(TUYEN_QUANG, "pdf")`."""

    @cache
    def read(plan: str, way: str) -> Document:
        return reader.read(printed(plan, way))

    return read
