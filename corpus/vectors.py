"""The vectors in Chroma: one folder a generation, written once, then only read.

The only importer of chromadb. A folder is never changed after it was built: the next generation
gets its own, and SQLite says which one is current. So no reader ever sees half a change, and two
processes never write to one folder.
"""

from __future__ import annotations

import shutil
import struct
from collections.abc import Sequence
from pathlib import Path

import chromadb
from chromadb.api.shared_system_client import SharedSystemClient
from chromadb.config import Settings as ChromaSettings
from chromadb.errors import ChromaError

from corpus.embedding import Vectors
from corpus.errors import IndexNotWritable, IndexUnavailable
from corpus.store import Store

SKETCHES = "sketches"
"""Named in the place of a folder where the corpus is too large for one."""

LARGE = 20_000
"""Passages, some 250 plans, from which on sketches take Chroma's place: there a new plan costs a
second more in Chroma and a question nothing less."""

COLLECTION = "passages"
ADD_LIMIT = 5000
"""Rows a call; Chroma 1.5 refuses more than 5,461."""

REACHED = 0.75
"""Share of the probes that must be found: the search is approximate and may miss one in 500, an
index that lost its graph misses most."""

SAME = 0.999
"""Cosine from which on a hit is the row that was looked for, or one of the very same words."""


def _client(folder: Path) -> chromadb.api.ClientAPI:
    return chromadb.PersistentClient(
        path=str(folder),
        settings=ChromaSettings(anonymized_telemetry=False, allow_reset=False),
    )


def write_vectors(
    folder: Path,
    ids: Sequence[str],
    plan_ids: Sequence[str],
    rows: Vectors,
    onto: Path | None = None,
) -> None:
    """Write a new folder of vectors (float32[n, d], unit rows), each with its plan's id.

    With `onto`, the folder begins as a copy of that one and the rows are added to it, so that one
    new plan costs the same in a corpus of any size. Raises IndexNotWritable where there is no room.
    """
    shutil.rmtree(folder, ignore_errors=True)
    try:
        if onto is None:
            folder.mkdir(parents=True)
        else:
            shutil.copytree(onto, folder)
        collection = _client(folder).get_or_create_collection(
            COLLECTION, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )
        for start in range(0, len(ids), ADD_LIMIT):
            end = start + ADD_LIMIT
            collection.upsert(
                ids=list(ids[start:end]),
                embeddings=rows[start:end],
                metadatas=[{"plan": plan_id} for plan_id in plan_ids[start:end]],
            )
    except (OSError, ChromaError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise IndexNotWritable(
            f"Không ghi được véc-tơ vào {folder}: {error}. Chỉ mục cũ vẫn nguyên vẹn; hãy dọn chỗ "
            "trống trên ổ đĩa hoặc cấp quyền ghi rồi chạy lại.",
            f"The vectors cannot be written to {folder}: {error}. The old index is intact; free "
            "some disk space or allow writing, then run again.",
        ) from error
    finally:
        SharedSystemClient.clear_system_cache()
    blank_unused(folder)


_HEADER = struct.Struct("<iQQQQ")
"""How hnswlib begins `header.bin`: version, an offset, the room, the elements, bytes of each."""


def blank_unused(folder: Path) -> None:
    """Blank what the files of the graph hold beyond its elements.

    Chroma makes room for a hundred vectors or more and writes it as it found it in memory, where
    words of a plan that was just removed may still stand.
    """
    for header in folder.rglob("header.bin"):
        version, _, room, elements, size = _HEADER.unpack_from(header.read_bytes())
        for name, each in (("data_level0.bin", size), ("length.bin", 4)):
            file = header.with_name(name)
            if version == 1 and file.is_file() and file.stat().st_size == room * each:
                with file.open("r+b") as opened:
                    opened.seek(elements * each)
                    opened.write(bytes((room - elements) * each))


class VectorIndex:
    """A folder of vectors opened for search."""

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise IndexUnavailable(
                f"Thiếu chỉ mục véc-tơ {folder.name}; hãy chạy `python -m ingest` để dựng lại."
            )
        try:
            self._collection = _client(folder).get_collection(COLLECTION, embedding_function=None)
        except (ChromaError, ValueError, OSError) as error:
            raise IndexUnavailable(
                f"Không mở được chỉ mục véc-tơ {folder.name}: {error}. "
                "Hãy chạy `python -m ingest` để dựng lại."
            ) from error

        self._count = self._collection.count()  # a folder is never changed after it was built

    def __len__(self) -> int:
        return self._count

    def holds(self, count: int, rows: Vectors) -> bool:
        """Tell whether the folder holds that many passages, and finds some of their vectors.

        The count alone does not tell: an index can count rows that no search reaches. So some of
        the rows are looked for by their own vectors.
        """
        if len(self) != count:
            return False
        try:
            nearest = [self.search(row, 1) for row in rows]
        except IndexUnavailable:
            return False
        found = sum(bool(hits) and hits[0][1] > SAME for hits in nearest)
        return found >= REACHED * len(nearest)

    def search(
        self, vector: Vectors, limit: int, plan_ids: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        """Return up to `limit` (passage id, cosine), best first, of the given plans only."""
        if plan_ids is not None and not plan_ids:
            return []
        where = {"plan": {"$in": list(plan_ids)}} if plan_ids is not None else None
        try:
            found = self._collection.query(
                query_embeddings=[vector.tolist()],
                n_results=max(1, min(limit, len(self))),
                where=where,  # type: ignore[arg-type]
                include=["distances"],
            )
        except (ChromaError, OSError) as error:  # its folder was cleared away, or is corrupt
            raise IndexUnavailable(
                f"Không tra được chỉ mục véc-tơ: {error}. Hãy chạy `python -m ingest` để dựng lại.",
                f"The vectors cannot be searched: {error}. Run `python -m ingest`.",
            ) from error
        distances = found["distances"]
        assert distances is not None
        return [(i, 1.0 - d) for i, d in zip(found["ids"][0], distances[0], strict=True)]


class SketchIndex:
    """The vectors of a large corpus, found by their sketches; they lie in the store itself."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._sketches = store.sketches()

    def __len__(self) -> int:
        return len(self._sketches)

    def search(
        self, vector: Vectors, limit: int, plan_ids: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        """Return up to `limit` (passage id, cosine), best first, of the given plans only."""
        rows = [int(row) for row in self._sketches.nearest(vector)]
        found = self._store.nearest_rows(vector, rows, len(rows) if plan_ids else limit)
        if plan_ids is None:
            return found
        owners, scope = self._store.owners([name for name, _ in found]), frozenset(plan_ids)
        return [one for one in found if owners.get(one[0]) in scope][:limit]


def open_whole(folder: Path, count: int, probes: Vectors) -> VectorIndex | None:
    """Open a folder that holds so many vectors and finds the probes; None where it falls short."""
    try:
        index = VectorIndex(folder)
    except IndexUnavailable:
        return None
    return index if index.holds(count, probes) else None
