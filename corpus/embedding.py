"""Text → vectors, through sentence-transformers. The only module that imports it.

The default model is built on this machine from a pinned package (`weights.py`); any other is a
folder or a model id that sentence-transformers can load. The default model goes through ONNX
Runtime (`onnx_embedding.py`), which gives the same vectors, a question in half the time and many
passages in the same, and spares the window the ten seconds that torch takes to load.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from corpus.errors import ModelUnavailable
from corpus.onnx_embedding import OnnxEmbedder, write_onnx
from corpus.settings import BUNDLED_MODEL, Backend, Settings
from corpus.vietnamese import nfc
from corpus.weights import WEIGHTS_SHA256, build_bundled_model

_log = logging.getLogger(__name__)

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = NDArray[np.float32]
"""float32[n, d], rows of length one."""

BATCH = 16
"""Passages a batch; on two cores larger batches pad more and gain nothing."""


QUESTION_THREADS = 1
"""Threads for one question. A second one saves 5 of 25 ms on an idle machine and costs a second on
a busy one, where the two wait for each other at every layer."""


class Embedder(Protocol):
    """What the index and the retriever need of an embedding model."""

    @property
    def model(self) -> str:
        """The name under which the index remembers who made its vectors."""
        ...

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int], None] = ...
    ) -> Vectors:
        """Return float32[n, d] with unit rows; `progress` hears how many more are done."""
        ...

    def embed_question(self, text: str) -> Vectors:
        """Return float32[d], of length one."""
        ...


def _no_progress(_done: int) -> None:
    return None


class SentenceEmbedder(Embeddings):
    """A sentence-transformers model; also a LangChain `Embeddings`, for chains of others."""

    def __init__(
        self, model: str, transformer: SentenceTransformer, threads: int = QUESTION_THREADS
    ) -> None:
        """Wrap a model; `threads` are those of one question."""
        self.model = model
        self._transformer = transformer
        self._threads = threads

    def _encode(self, texts: list[str], prompt: str, threads: int) -> Vectors:
        import torch

        torch.set_num_threads(threads)
        prompts = dict(self._transformer.prompts or {})
        options: dict[str, Any] = {"prompt": prompts[prompt]} if prompts.get(prompt) else {}
        vectors = self._transformer.encode(
            [nfc(text) for text in texts],
            batch_size=BATCH,
            convert_to_numpy=True,
            normalize_embeddings=True,
            show_progress_bar=False,
            **options,
        )
        return np.asarray(vectors, dtype=np.float32)

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int], None] = _no_progress
    ) -> Vectors:
        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))  # so that little is padding
        parts = []
        for start in range(0, len(order), BATCH):
            batch = [texts[i] for i in order[start : start + BATCH]]
            parts.append(self._encode(batch, "document", os.cpu_count() or 1))
            progress(len(batch))
        rows = np.concatenate(parts)
        vectors = np.empty_like(rows)
        vectors[order] = rows
        return vectors

    def embed_question(self, text: str) -> Vectors:
        vector: Vectors = self._encode([text], "query", self._threads)[0]
        return vector

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        rows: list[list[float]] = self.embed_passages(texts).tolist()
        return rows

    def embed_query(self, text: str) -> list[float]:
        row: list[float] = self.embed_question(text).tolist()
        return row


def bundled_model_folder(state_dir: Path) -> Path:
    return state_dir / "models" / BUNDLED_MODEL


def model_identity(name: str, backend: Backend = "onnx") -> str:
    """Return the name an index remembers; the bundled model's says which weights it has.

    Eight-bit vectors have a cosine of .996 to those of torch, as much as two passages of a plan
    may differ in: the name tells them apart, so that an index never mixes them.
    """
    whole = f"{name}@{WEIGHTS_SHA256[:12]}" if name == BUNDLED_MODEL else name
    return f"{whole}+int8" if backend == "onnx-int8" else whole


class LazyEmbedder(Embeddings):
    """An embedder that loads a model when the first text comes for it, which may be never.

    A run over an unchanged corpus needs only the name that the index remembers. Threads may share
    it: whoever comes while the model is being loaded waits for that.
    """

    def __init__(
        self,
        name: str,
        state_dir: Path,
        on_load: Callable[[], None] = lambda: None,
        backend: Backend = "onnx",
    ) -> None:
        self.model = model_identity(name, backend)
        self._name = name
        self._backend: Backend = backend
        self._state_dir = state_dir
        self._on_load = on_load
        self._loaded: SentenceEmbedder | OnnxEmbedder | None = None
        self._loading = threading.Lock()

    @classmethod
    def of(cls, settings: Settings, on_load: Callable[[], None] = lambda: None) -> LazyEmbedder:
        """Return the embedder that the settings name."""
        return cls(
            settings.embedding_model, settings.state_dir, on_load, settings.embedding_backend
        )

    def load(self) -> SentenceEmbedder | OnnxEmbedder:
        """Return the model, loaded now if it was not yet. Raises ModelUnavailable."""
        with self._loading:
            if self._loaded is None:
                self._on_load()
                self._loaded = self._open()
            return self._loaded

    def _open(self) -> SentenceEmbedder | OnnxEmbedder:
        """Open the model the way that was asked for; the default one by torch where it must be."""
        if self._backend == "onnx-int8":
            return open_onnx(self._name, self._state_dir, eight_bits=True)
        if self._backend == "onnx" and self._name == BUNDLED_MODEL:
            try:
                return open_onnx(self._name, self._state_dir)
            except ModelUnavailable as error:
                _log.warning("Văn bản được nhúng bằng torch, chậm hơn: %s", error)
        return load_embedder(self._name, self._state_dir)

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int], None] = _no_progress
    ) -> Vectors:
        return self.load().embed_passages(texts, progress)

    def embed_question(self, text: str) -> Vectors:
        return self.load().embed_question(text)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self.load().embed_documents(texts)

    def embed_query(self, text: str) -> list[float]:
        return self.load().embed_query(text)


def open_embedder(settings: Settings) -> LazyEmbedder:
    """Return the model of the settings with what questions need loaded, building it on first use.

    Raises ModelUnavailable with what to do when it is not on this machine or cannot be built.
    """
    embedder = LazyEmbedder.of(settings)
    embedder.load()
    return embedder


def onnx_folder(name: str, state_dir: Path, eight_bits: bool = False) -> Path:
    """Return where a model for ONNX Runtime stands, or will."""
    whole = model_identity(name if name == BUNDLED_MODEL else Path(name).name).replace("@", "-")
    return state_dir / "models" / f"{whole}-{'int8' if eight_bits else 'onnx'}"


def open_onnx(name: str, state_dir: Path, eight_bits: bool = False) -> OnnxEmbedder:
    """Load a model for ONNX Runtime, writing it on first use. Raises ModelUnavailable."""
    source = bundled_model_folder(state_dir) if name == BUNDLED_MODEL else Path(name)
    folder = onnx_folder(name, state_dir, eight_bits)
    if not folder.is_dir():
        if name == BUNDLED_MODEL and not source.is_dir():
            build_bundled_model(source)
        if not source.is_dir():
            raise ModelUnavailable(
                f"EMBEDDING_BACKEND=onnx-int8 cần EMBEDDING_MODEL là một thư mục mô hình; {name} "
                "không phải. Hãy đặt EMBEDDING_BACKEND=torch."
            )
        write_onnx(source, folder, eight_bits)
    return OnnxEmbedder(model_identity(name, "onnx-int8" if eight_bits else "onnx"), folder)


def load_embedder(name: str, state_dir: Path, threads: int = QUESTION_THREADS) -> SentenceEmbedder:
    """Load the model of that name, building the bundled one on first use.

    Raises ModelUnavailable with what to do when there is no such model on this machine.
    """
    source: str | Path = name
    if name == BUNDLED_MODEL:
        source = bundled_model_folder(state_dir)
        if not source.is_dir():
            build_bundled_model(source)
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        transformer = SentenceTransformer(
            str(source),
            device="cpu",
            local_files_only=name == BUNDLED_MODEL,
            model_kwargs={"dtype": "float32"},
        )
    except (OSError, ValueError) as error:
        raise ModelUnavailable(
            f"Không nạp được mô hình nhúng {name}: {str(error).splitlines()[0]} "
            "Hãy đặt EMBEDDING_MODEL là một thư mục mô hình có trên máy, hoặc bỏ trống."
        ) from error
    return SentenceEmbedder(model_identity(name), transformer, threads)
