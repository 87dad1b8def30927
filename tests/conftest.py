"""Real parts for the tests: the real model, the five plans ingested once a session."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import HUNG_YEN, PLANS, TUYEN_QUANG, RememberingEmbedder

from assistant.chain import Assistant
from assistant.corpus_reader import CorpusReader
from corpus.embedding import LazyEmbedder, SentenceEmbedder, load_embedder, open_onnx
from corpus.settings import BUNDLED_MODEL
from ingest.intake import find_files, ingest


@pytest.fixture(scope="session")
def state_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("state")


@pytest.fixture(scope="session")
def embedder(state_dir: Path) -> SentenceEmbedder:
    """The model through torch; the one for questions is written beside it, once for all tests."""
    open_onnx(BUNDLED_MODEL, state_dir)
    return RememberingEmbedder(load_embedder(BUNDLED_MODEL, state_dir))


@pytest.fixture(scope="session")
def corpus_state(state_dir: Path, embedder: SentenceEmbedder) -> Path:
    """A state folder with the five plans taken in by the real model."""
    receipt = ingest(state_dir, embedder, find_files([PLANS]), PLANS)
    assert not receipt.failed
    return state_dir


@pytest.fixture(scope="session")
def two_plans_index(tmp_path_factory: pytest.TempPathFactory, embedder: SentenceEmbedder) -> Path:
    """The index of two plans taken in by the real model; tests copy it into a state folder."""
    state = tmp_path_factory.mktemp("two")
    receipt = ingest(state, embedder, [PLANS / TUYEN_QUANG, PLANS / HUNG_YEN], None)
    assert len(receipt.new) == 2
    return state / "index"


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
