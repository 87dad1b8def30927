"""Real parts for the tests: the real model, the five plans ingested once a session."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from assistant.chain import Assistant
from assistant.corpus_reader import CorpusReader
from corpus.embedding import SentenceEmbedder, Vectors, load_embedder
from corpus.settings import BUNDLED_MODEL
from corpus.vietnamese import tokens
from ingest.intake import find_files, ingest

ROOT = Path(__file__).resolve().parent.parent
PLANS = ROOT / "corpus" / "plans"
SHARED = ROOT.parent / "shared"
"""Real documents that are not committed; tests that use them skip by name where it is absent."""

TUYEN_QUANG = "tinh-tuyen-quang_76-kh-ubnd_2023.txt"
HUNG_YEN = "tinh-hung-yen_ke-hoach-hoc-tap-suot-doi-trong-thu-vien.txt"
CAT_HAI = "huyen-cat-hai_kh-ubnd_2023.txt"
LAI_CHAU_2023 = "tinh-lai-chau_154-kh-ubnd_2023.txt"
LAI_CHAU_2021 = "tinh-lai-chau_4084-kh-ubnd_2021.txt"
ALL_PLANS = (TUYEN_QUANG, HUNG_YEN, CAT_HAI, LAI_CHAU_2023, LAI_CHAU_2021)
CLEAN_PLANS = (TUYEN_QUANG, HUNG_YEN, CAT_HAI)


class WordEmbedder:
    """A small, deterministic embedder: words hashed into 64 places. For tests of the intake."""

    def __init__(self, model: str = "words-64") -> None:
        self.model = model
        self.embedded = 0

    def _vector(self, text: str) -> Vectors:
        vector = np.zeros(64, dtype=np.float32)
        for word in tokens(text):
            vector[int(hashlib.sha256(word.encode()).hexdigest(), 16) % 64] += 1.0
        length = float(np.linalg.norm(vector)) or 1.0
        unit: Vectors = vector / np.float32(length)
        return unit

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int], None] = lambda _done: None
    ) -> Vectors:
        self.embedded += len(texts)
        progress(len(texts))
        return np.stack([self._vector(text) for text in texts])

    def embed_question(self, text: str) -> Vectors:
        return self._vector(text)


@pytest.fixture(scope="session")
def state_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("state")


@pytest.fixture(scope="session")
def embedder(state_dir: Path) -> SentenceEmbedder:
    return load_embedder(BUNDLED_MODEL, state_dir)


@pytest.fixture(scope="session")
def corpus_state(state_dir: Path, embedder: SentenceEmbedder) -> Path:
    """A state folder with the five plans taken in by the real model."""
    receipt = ingest(state_dir, embedder, find_files([PLANS]), PLANS)
    assert not receipt.failed
    return state_dir


@pytest.fixture(scope="session")
def assistant(corpus_state: Path, embedder: SentenceEmbedder) -> Assistant:
    return Assistant(CorpusReader(corpus_state, embedder))


def plan_text(name: str) -> str:
    return (PLANS / name).read_bytes().decode("utf-8")
