"""What the tests share: the plans by name, their texts, and a small real embedder."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from corpus.embedding import SentenceEmbedder, Vectors
from corpus.plan import Page, Span
from corpus.vietnamese import tokens

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


class RememberingEmbedder(SentenceEmbedder):
    """The real model, asked once for a passage: the tests take in the same plans many times."""

    def __init__(self, real: SentenceEmbedder) -> None:
        self.model = real.model
        self._real = real
        self._known: dict[str, Vectors] = {}

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int], None] = lambda _done: None
    ) -> Vectors:
        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        fresh = list(dict.fromkeys(text for text in texts if text not in self._known))
        progress(len(texts) - len(fresh))
        if fresh:
            rows = self._real.embed_passages(fresh, progress)
            self._known |= zip(fresh, rows, strict=True)
        return np.stack([self._known[text] for text in texts])

    def embed_question(self, text: str) -> Vectors:
        return self._real.embed_question(text)


def one_page(text: str, damaged: bool = False) -> tuple[Page, ...]:
    """The pages of a text file, which has one, without number."""
    return (Page(None, Span(0, len(text)), "text", 1.0, 0.2, damaged),)


def plan_text(name: str) -> str:
    return (PLANS / name).read_bytes().decode("utf-8")
