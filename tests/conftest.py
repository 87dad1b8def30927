"""Real parts for the tests: the real model, the five plans taken in once for all processes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock
from support import HUNG_YEN, PLANS, TUYEN_QUANG, RememberingEmbedder

from assistant.chain import Assistant
from assistant.corpus_reader import CorpusReader
from corpus.embedding import LazyEmbedder, SentenceEmbedder, load_embedder, open_onnx
from corpus.settings import BUNDLED_MODEL
from ingest.intake import find_files, ingest

Build = Callable[[Path], object]
Shared = Callable[[str, Build], Path]


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Shared:
    """Return a function that builds a folder by its name, once for all processes of the run."""
    root = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        root = root.parent

    def built(name: str, build: Build) -> Path:
        folder, whole = root / f"shared-{name}", root / f"shared-{name}.whole"
        with FileLock(root / f"shared-{name}.lock"):
            if not whole.exists():
                build(folder)
                whole.touch()
        return folder

    return built


@pytest.fixture(scope="session")
def state_dir(tmp_path_factory: pytest.TempPathFactory, shared: Shared) -> Path:
    """A state folder with the model for questions."""
    models = shared("models", lambda folder: open_onnx(BUNDLED_MODEL, folder))
    state = tmp_path_factory.mktemp("state")
    shutil.copytree(models, state, copy_function=os.link, dirs_exist_ok=True)
    return state


@pytest.fixture(scope="session")
def embedder(state_dir: Path) -> SentenceEmbedder:
    """The model through torch."""
    return RememberingEmbedder(load_embedder(BUNDLED_MODEL, state_dir))


@pytest.fixture(scope="session")
def corpus_state(state_dir: Path, embedder: SentenceEmbedder, shared: Shared) -> Path:
    """A state folder with the five plans taken in by the real model."""

    def build(folder: Path) -> None:
        assert not ingest(folder, embedder, find_files([PLANS]), PLANS).failed

    shutil.copytree(shared("five", build) / "index", state_dir / "index")
    return state_dir


@pytest.fixture(scope="session")
def two_plans_index(embedder: SentenceEmbedder, shared: Shared) -> Path:
    """The index of two plans taken in by the real model; tests copy it into a state folder."""

    def build(folder: Path) -> None:
        receipt = ingest(folder, embedder, [PLANS / TUYEN_QUANG, PLANS / HUNG_YEN], None)
        assert len(receipt.new) == 2

    return shared("two", build) / "index"


@pytest.fixture(scope="session")
def assistant(corpus_state: Path, embedder: SentenceEmbedder) -> Assistant:
    return Assistant(CorpusReader(corpus_state, LazyEmbedder(BUNDLED_MODEL, corpus_state)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two plans."""
    plans = tmp_path / "plans"
    plans.mkdir()
    for name in (TUYEN_QUANG, HUNG_YEN):
        shutil.copy(PLANS / name, plans)
    return plans


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"
