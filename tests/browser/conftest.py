"""The real program in a process of its own, and a browser that watches where it goes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from program import running
from support import PLANS

AXE = "axe-core@4.14.1"

SWITCHES = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update "
    "--disable-sync --no-first-run"
).split()

PATIENCE = 90_000
"""Milliseconds that a page is waited for: no machine is so slow that they pass."""


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory, corpus_state: Path) -> Iterator[str]:
    """Start `python app.py` with folders of its own; yield what its last line says.

    The plans are copied: what is added in the window is written beside them. The index is a copy
    too; that the program makes one where there is none is seen in `test_drop_in.py`.
    """
    state, plans = tmp_path_factory.mktemp("state"), tmp_path_factory.mktemp("plans") / "plans"
    shutil.copytree(PLANS, plans)
    shutil.copytree(corpus_state / "models", state / "models", copy_function=os.link)
    shutil.copytree(corpus_state / "index", state / "index")
    with running(state, plans) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed (apt-get install chromium)")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=SWITCHES)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Any, address: str) -> Iterator[Any]:
    """Open the window in a context of its own; at the end no request has left its host."""
    contexts: list[Any] = []
    strangers: list[str] = []
    own = {urlsplit(address).netloc}

    def watch(request: Any) -> None:
        url = urlsplit(request.url)
        if url.scheme not in ("data", "blob") and url.netloc not in own:
            strangers.append(request.url)

    def opened(width: int = 1280, height: int = 800, at: str = "") -> Any:
        context = browser.new_context(viewport={"width": width, "height": height})
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        context.on("request", watch)
        page = context.new_page()
        own.add(urlsplit(at or address).netloc)
        page.goto(at or address)
        page.wait_for_selector(".welcome")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert strangers == []


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The script of axe-core, from AXE_CORE or fetched by npm; it is not kept with the sources."""
    own = os.environ.get("AXE_CORE")
    if own:
        return Path(own).read_text(encoding="utf-8")
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed, and AXE_CORE names no axe.min.js")
    folder = tmp_path_factory.mktemp("axe")
    command = [npm, "install", "--silent", "--no-audit", "--prefix", str(folder), AXE]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=90)
    except (subprocess.SubprocessError, OSError):
        pytest.skip("axe-core could not be fetched by npm")
    script = folder / "node_modules" / "axe-core" / "axe.min.js"
    return script.read_text(encoding="utf-8")


@pytest.fixture
def keep(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[Any, str], None]:
    """Keep a picture of a page, in the folder that SCREENSHOTS names or with the test's files."""
    folder = Path(os.environ.get("SCREENSHOTS") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)

    def kept(page: Any, name: str) -> None:
        test = re.sub(r"\W+", "-", request.node.name).strip("-")
        page.screenshot(path=folder / f"{test}-{name}.png", full_page=True)

    return kept
