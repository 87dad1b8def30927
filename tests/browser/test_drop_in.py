"""A scan dropped into the folder while the window is open is answerable, and nothing else moves."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import render
from program import running
from support import CAT_HAI, HUNG_YEN, PLANS, TUYEN_QUANG, plan_text

from corpus.errors import ReaderMissing
from ingest.read.recognition import find_data

WAIT = 240.0
"""Seconds for eight scanned pages on busy cores; 40 measured on two idle ones."""

QUESTION = "Cát Hải có những phòng nào phụ trách thư viện cơ sở giáo dục?"
OTHER = "Cơ quan nào phụ trách thư viện lực lượng vũ trang ở Tuyên Quang?"


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan of Cát Hải, printed and scanned at 200 dpi."""
    if not render.HAS_OFFICE:
        pytest.skip("LibreOffice is not installed")
    try:
        find_data()
    except ReaderMissing:
        pytest.skip("vie.traineddata is not installed")
    folder = tmp_path_factory.mktemp("scan")
    issuer, date = ("ỦY BAN NHÂN DÂN", "HUYỆN CÁT HẢI"), "Cát Hải, ngày      tháng 3 năm 2023"
    content = render.content_of(plan_text(CAT_HAI), issuer, date, "Số:      /KH-UBND")
    pdf = render.office(render.to_docx(content, folder / "k.docx"), "pdf", folder)
    return render.to_scan(pdf, folder / "ke-hoach-cat-hai-scan.pdf", 200)


@pytest.fixture
def office(tmp_path: Path, state_dir: Path, embedder: object) -> Iterator[tuple[str, Path]]:
    """A window over a folder of two plans; yield its address and the folder."""
    plans, state = tmp_path / "plans", tmp_path / "state"
    plans.mkdir()
    for name in (TUYEN_QUANG, HUNG_YEN):
        shutil.copy(PLANS / name, plans)
    shutil.copytree(state_dir / "models", state / "models", copy_function=os.link)
    with running(state, plans) as address:
        yield address, plans


def ask(page: Any, question: str) -> str:
    before = page.locator(".answer").count()
    page.get_by_label("Câu hỏi của anh/chị").fill(question)
    page.keyboard.press("Enter")
    answer = page.locator(".answer").nth(before)
    answer.wait_for()
    return str(answer.inner_text())


def test_a_scan_dropped_into_the_folder_is_answerable(
    open_page: Any, office: tuple[str, Path], scan: Path
) -> None:
    address, plans = office
    page = open_page(at=address)
    assert "không có kế hoạch" in ask(page, QUESTION)
    before = ask(page, OTHER)
    shutil.copy(scan, plans)
    deadline = time.monotonic() + WAIT
    answer = ""
    while "Phòng Giáo dục và Đào tạo" not in answer and time.monotonic() < deadline:
        time.sleep(5)
        answer = ask(page, QUESTION)
    assert "Phòng Giáo dục và Đào tạo" in answer
    card = page.locator("#sources .card h3").first.inner_text()
    assert "trang" in page.locator("#sources .card").first.inner_text(), card
    assert ask(page, OTHER) == before
