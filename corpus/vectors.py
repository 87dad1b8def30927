"""The vectors in Chroma: one folder a generation, written once, then only read.

The only importer of chromadb. A folder is never changed after it was built: the next generation
gets its own, and SQLite says which one is current. So no reader ever sees half a change, and two
processes never write to one folder.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import chromadb
from chromadb.api.shared_system_client import SharedSystemClient
from chromadb.config import Settings as ChromaSettings
from chromadb.errors import ChromaError

from corpus.embedding import Vectors
from corpus.errors import IndexUnavailable

COLLECTION = "passages"
ADD_LIMIT = 5000
"""Rows a call; Chroma 1.5 refuses more than 5,461."""


def _client(folder: Path) -> chromadb.api.ClientAPI:
    return chromadb.PersistentClient(
        path=str(folder),
        settings=ChromaSettings(anonymized_telemetry=False, allow_reset=False),
    )


def write_vectors(folder: Path, ids: Sequence[str], plan_ids: Sequence[str], rows: Vectors) -> None:
    """Write a new folder of vectors (float32[n, d], unit rows), each with its plan's id."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    client = _client(folder)
    collection = client.create_collection(
        COLLECTION, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
    )
    for start in range(0, len(ids), ADD_LIMIT):
        end = start + ADD_LIMIT
        collection.add(
            ids=list(ids[start:end]),
            embeddings=rows[start:end],
            metadatas=[{"plan": plan_id} for plan_id in plan_ids[start:end]],
        )
    SharedSystemClient.clear_system_cache()


class VectorIndex:
    """A folder of vectors opened for search."""

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise IndexUnavailable(
                f"Thiếu chỉ mục véc-tơ {folder.name}; hãy chạy `python -m ingest` để dựng lại."
            )
        try:
            self._collection = _client(folder).get_collection(COLLECTION, embedding_function=None)
        except (ChromaError, ValueError) as error:
            raise IndexUnavailable(
                f"Không mở được chỉ mục véc-tơ {folder.name}: {error}. "
                "Hãy chạy `python -m ingest` để dựng lại."
            ) from error

    def __len__(self) -> int:
        return self._collection.count()

    def search(
        self, vector: Vectors, limit: int, plan_ids: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        """Return up to `limit` (passage id, cosine), best first, of the given plans only."""
        if plan_ids is not None and not plan_ids:
            return []
        where = {"plan": {"$in": list(plan_ids)}} if plan_ids is not None else None
        found = self._collection.query(
            query_embeddings=[vector.tolist()],
            n_results=max(1, min(limit, len(self))),
            where=where,  # type: ignore[arg-type]
            include=["distances"],
        )
        distances = found["distances"]
        assert distances is not None
        return [(i, 1.0 - d) for i, d in zip(found["ids"][0], distances[0], strict=True)]
