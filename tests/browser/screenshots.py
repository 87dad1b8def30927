"""`python tests/browser/screenshots.py [FOLDER]`: pictures for the README, of the real program.

Starts the program with folders of its own, goes through the views as a new user would, and writes a
picture of each, in few colours so that it stays below 200 kB.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import sync_playwright
from program import ROOT, running
from steps import ask, open_tab

PICTURES = ROOT / "assistant" / "window" / "pictures"
COLOURS = 128
"""Enough for text on few grounds; a picture has some 60 kB then."""

MOST = 200_000
"""Bytes of a picture that may be kept with the sources."""

QUESTION = "So sánh mức tăng lượt người sử dụng thư viện đến năm 2030 của các tỉnh"


@contextmanager
def program() -> Iterator[str]:
    """Run the program over the plans of the repository; yield its address."""
    with tempfile.TemporaryDirectory() as folder:
        state, plans = Path(folder) / "state", Path(folder) / "plans"
        state.mkdir()
        shutil.copytree(ROOT / "corpus" / "plans", plans)
        with running(state, plans) as address:
            yield address


def keep(page: Any, folder: Path, name: str) -> None:
    page.wait_for_timeout(400)
    picture = Image.open(io.BytesIO(page.screenshot()))
    path = folder / f"{name}.png"
    picture.convert("RGB").quantize(COLOURS).save(path, optimize=True)
    size = path.stat().st_size
    print(f"{path.name}: {size / 1000:.0f} kB")
    if size > MOST:
        sys.exit(f"{path.name} is larger than {MOST / 1000:.0f} kB; use fewer colours")


def take(page: Any, folder: Path) -> None:
    """Go through the views and keep a picture of each."""
    ask(page, QUESTION)
    keep(page, folder, "hoi-dap")
    for number, name in enumerate(("ke-hoach", "so-sanh", "thoi-han"), start=1):
        open_tab(page, number)
        keep(page, folder, name)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES
    folder.mkdir(parents=True, exist_ok=True)
    with program() as address, sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(address)
        page.wait_for_selector(".welcome")
        take(page, folder)
        browser.close()


if __name__ == "__main__":
    main()
