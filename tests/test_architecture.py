"""The rooms of the house: who may import whom, and that importing does nothing."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import ROOT

MAY_IMPORT = {
    "corpus": {"corpus"},
    "ingest": {"ingest", "corpus"},
    "assistant": {"assistant", "corpus"},
    "evals": {"evals", "assistant", "ingest", "corpus"},
}
ONLY_IMPORTER = {
    "chromadb": "corpus/vectors.py",
    "sentence_transformers": "corpus/embedding.py corpus/cross_encoder.py",
    "opentelemetry": "assistant/tracing.py",
    "httpx": "assistant/model/tokens.py",
    # remarks and sessions outlive the store of plans, each in a file of its own
    "sqlite3": "corpus/store.py corpus/feedback.py assistant/access/sessions.py",
    "onnxruntime": "corpus/onnx_embedding.py",
    "pypdf": "ingest/read/pypdf_reader.py",
    "pypdfium2": "ingest/read/pdfium.py",
    "pdfplumber": "ingest/read/tables.py",
    "tesserocr": "ingest/read/recognition.py",
    "lxml": "ingest/read/word.py",
    "argon2": "assistant/access/passwords.py",
    "mcp": "assistant/programs/mcp_server.py",
    "uvicorn": "assistant/serving.py",
    "langchain": "assistant/model/chat.py",
}


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_arrows_run_one_way(room: str) -> None:
    for path in (ROOT / room).rglob("*.py"):
        ours = {name.split(".")[0] for name in imports_of(path)} & {*MAY_IMPORT, "app", "tests"}
        assert ours <= MAY_IMPORT[room], f"{path.relative_to(ROOT)} imports {ours}"


@pytest.mark.parametrize(("library", "owner"), ONLY_IMPORTER.items())
def test_a_library_has_its_importers(library: str, owner: str) -> None:
    importers = {
        str(path.relative_to(ROOT))
        for room in MAY_IMPORT
        for path in (ROOT / room).rglob("*.py")
        if any(name.split(".")[0] == library for name in imports_of(path))
    }
    assert importers == {*owner.split()}


def test_importing_touches_no_disk_network_or_environment(tmp_path: Path) -> None:
    watch = f"""
import os, sys
before, seen = dict(os.environ), []
def hook(event, args):
    if event.startswith("socket.") or event in ("os.putenv", "os.mkdir", "os.remove"):
        seen.append((event, args))
    if event == "open" and isinstance(args[1], str) and set(args[1]) & set("wax+"):
        if "__pycache__" not in str(args[0]):
            seen.append((event, args))
sys.path.insert(0, {str(ROOT)!r})
sys.addaudithook(hook)
import corpus, ingest, assistant, evals
assert not seen, seen
assert dict(os.environ) == before
"""
    subprocess.run([sys.executable, "-B", "-c", watch], cwd=tmp_path, check=True)
    assert not list(tmp_path.iterdir())
