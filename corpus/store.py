"""The truth about the corpus, in one SQLite file: plans, sections, passages, words, generation.

A generation is one state of the corpus. Its vectors are built in a folder of their own first; then
one transaction here puts the new plans in the place of the old ones and names the new folder. A
reader sees the generation before or the one after, whole.

The lexical side is SQLite's FTS5 over folded syllables and syllable pairs, so that `thư viện`,
`THƯ VIỆN` and `thu vien` are one and compounds weigh more than their parts.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from corpus.embedding import Vectors
from corpus.errors import IndexUnavailable
from corpus.plan import Field, Passage, Plan, Section, Span
from corpus.vietnamese import tokens

DATABASE = "plans.sqlite"
VECTORS = "vectors"

_SCHEMA = """
CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS plans (
    id TEXT PRIMARY KEY, file TEXT NOT NULL UNIQUE, path TEXT NOT NULL, sha256 TEXT NOT NULL,
    text TEXT NOT NULL, damaged INTEGER NOT NULL, fields TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS sections (
    plan TEXT NOT NULL REFERENCES plans(id) ON DELETE CASCADE, path TEXT NOT NULL,
    heading TEXT NOT NULL, heading_start INTEGER, heading_end INTEGER, start INTEGER, end INTEGER);
CREATE INDEX IF NOT EXISTS sections_of ON sections(plan);
CREATE TABLE IF NOT EXISTS passages (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    plan TEXT NOT NULL REFERENCES plans(id) ON DELETE CASCADE,
    path TEXT NOT NULL, headings TEXT NOT NULL, reading TEXT NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL, page INTEGER, vector BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS passages_of ON passages(plan);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(
    terms, tokenize="unicode61 tokenchars '_'");
CREATE VIRTUAL TABLE IF NOT EXISTS word_counts USING fts5vocab(words, row);
"""

_FIELDS = ("number", "issuer", "place", "date", "title", "programme", "signer")
_UNREAD: dict[str, Any] = {"value": None, "span": None}
"""A field that the rules which made a generation did not read yet."""


@dataclass(frozen=True)
class StoredPlan:
    """One plan with everything a generation keeps of it."""

    plan: Plan
    path: Path
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    vectors: Vectors


@dataclass(frozen=True)
class State:
    """What made the current generation; generation 0 is an empty corpus."""

    generation: int
    model: str
    rules: str


def lexical_terms(text: str) -> list[str]:
    """Return the folded syllables of a text and their neighbouring pairs: thu, vien, thu_vien."""
    words = tokens(text)
    pairs = (f"{a}_{b}" for a, b in pairwise(words))
    return [*words, *pairs]


class Store:
    """The SQLite file of a state folder. One writer at a time; any number of readers."""

    def __init__(self, state_dir: Path) -> None:
        self.folder = state_dir / "index"
        self.folder.mkdir(parents=True, exist_ok=True)
        self._path = self.folder / DATABASE
        with self._connect() as connection:
            connection.executescript(_SCHEMA)

    @contextmanager
    def _connect(self) -> Iterator[sqlite3.Connection]:
        try:
            connection = sqlite3.connect(self._path, timeout=30)
        except sqlite3.Error as error:
            raise IndexUnavailable(f"Không mở được {self._path.name}: {error}.") from error
        try:
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA foreign_keys = ON")
            with connection:
                yield connection
        finally:
            connection.close()

    def state(self) -> State:
        with self._connect() as connection:
            rows = dict(connection.execute("SELECT key, value FROM state WHERE key != 'restorer'"))
        return State(int(rows.get("generation", 0)), rows.get("model", ""), rows.get("rules", ""))

    def vectors_folder(self, generation: int) -> Path:
        return self.folder / f"{VECTORS}-{generation:06d}"

    def restorer(self) -> bytes | None:
        """Return the trained decoder of words, as its own module wrote it."""
        with self._connect() as connection:
            row = connection.execute("SELECT value FROM state WHERE key = 'restorer'").fetchone()
        return bytes(row[0]) if row else None

    def files(self) -> dict[str, tuple[str, Path]]:
        """Return, by file name, the sha256 and the path every plan was read from."""
        with self._connect() as connection:
            rows = connection.execute("SELECT file, sha256, path FROM plans").fetchall()
        return {row["file"]: (row["sha256"], Path(row["path"])) for row in rows}

    def plans(self) -> tuple[Plan, ...]:
        with self._connect() as connection:
            rows = connection.execute("SELECT * FROM plans ORDER BY file").fetchall()
        return tuple(_plan(row) for row in rows)

    def vectors(self) -> tuple[list[str], list[str], Vectors]:
        """Return the ids, the plan ids and float32[n, d] of all passages: what Chroma holds."""
        with self._connect() as connection:
            rows = connection.execute(
                "SELECT id, plan, vector FROM passages ORDER BY plan, start"
            ).fetchall()
        stacked = [np.frombuffer(row["vector"], dtype=np.float32) for row in rows]
        matrix = np.stack(stacked) if stacked else np.zeros((0, 0), dtype=np.float32)
        return [row["id"] for row in rows], [row["plan"] for row in rows], matrix

    def sections(self, plan_id: str) -> tuple[Section, ...]:
        with self._connect() as connection:
            rows = connection.execute(
                "SELECT * FROM sections WHERE plan = ? ORDER BY start, end DESC", (plan_id,)
            ).fetchall()
        return tuple(
            Section(
                plan_id,
                tuple(json.loads(row["path"])),
                row["heading"],
                Span(row["heading_start"], row["heading_end"]),
                Span(row["start"], row["end"]),
            )
            for row in rows
        )

    def passages_of(self, plan_id: str) -> tuple[Passage, ...]:
        """Return the passages of a plan in document order."""
        return self._passages("p.plan = ?", (plan_id,), "p.start")

    def passages(self, ids: Sequence[str]) -> tuple[Passage, ...]:
        """Return the passages of these ids in that order; unknown ids are left out."""
        marks = ",".join("?" * len(ids))
        found = {p.id: p for p in self._passages(f"p.id IN ({marks})", tuple(ids), "p.start")}
        return tuple(found[passage_id] for passage_id in ids if passage_id in found)

    def _passages(self, where: str, values: tuple[str, ...], order: str) -> tuple[Passage, ...]:
        query = (
            "SELECT p.*, substr(plans.text, p.start + 1, p.end - p.start) AS text FROM passages p "
            f"JOIN plans ON plans.id = p.plan WHERE {where} ORDER BY {order}"
        )
        with self._connect() as connection:
            return tuple(_passage(row) for row in connection.execute(query, values))

    def search_words(
        self, terms: Iterable[str], limit: int, plan_ids: Sequence[str]
    ) -> list[tuple[str, float]]:
        """Return up to `limit` (passage id, BM25), best first, of passages with any of the terms.

        BM25 as in Robertson and Zaragoza, 2009, with SQLite's k1 = 1.2 and b = .75.
        """
        quoted = " OR ".join(f'"{term}"' for term in dict.fromkeys(terms))
        if not quoted or not plan_ids:
            return []
        marks = ",".join("?" * len(plan_ids))
        query = (
            "SELECT p.id, bm25(words) AS score FROM words JOIN passages p ON p.row = words.rowid "
            f"WHERE words MATCH ? AND p.plan IN ({marks}) ORDER BY score LIMIT ?"
        )
        with self._connect() as connection:
            rows = connection.execute(query, (quoted, *plan_ids, limit)).fetchall()
        return [(row["id"], -row["score"]) for row in rows]

    def passage_counts(self, terms: Iterable[str]) -> tuple[dict[str, int], int]:
        """Return in how many passages each term stands, and how many passages there are."""
        wanted = list(dict.fromkeys(terms))
        marks = ",".join("?" * len(wanted))
        with self._connect() as connection:
            rows = connection.execute(
                f"SELECT term, doc FROM word_counts WHERE term IN ({marks})", wanted
            ).fetchall()
            total = connection.execute("SELECT count(*) FROM passages").fetchone()[0]
        return {row["term"]: row["doc"] for row in rows}, total

    def switch(
        self, state: State, removed: Iterable[str], added: Iterable[StoredPlan], restorer: bytes
    ) -> None:
        """Make a new generation current in one transaction: plans out, plans in, pointer on."""
        with self._connect() as connection:
            for file in removed:
                _delete_plan(connection, file)
            for stored in added:
                _delete_plan(connection, stored.plan.file)
                _insert_plan(connection, stored)
            values = {**asdict(state), "restorer": restorer}
            connection.executemany("REPLACE INTO state VALUES (?, ?)", values.items())
        with self._connect() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _delete_plan(connection: sqlite3.Connection, file: str) -> None:
    connection.execute(
        "DELETE FROM words WHERE rowid IN (SELECT p.row FROM passages p "
        "JOIN plans ON plans.id = p.plan WHERE plans.file = ?)",
        (file,),
    )
    connection.execute("DELETE FROM plans WHERE file = ?", (file,))


def _insert_plan(connection: sqlite3.Connection, stored: StoredPlan) -> None:
    plan = stored.plan
    fields: dict[str, Any] = {name: asdict(getattr(plan, name)) for name in _FIELDS}
    fields["bases"] = [asdict(field) for field in plan.bases]
    fields["recipients"] = [asdict(field) for field in plan.recipients]
    connection.execute(
        "INSERT INTO plans VALUES (?, ?, ?, ?, ?, ?, ?)",
        (plan.id, plan.file, str(stored.path), plan.sha256, plan.text, plan.damaged, _json(fields)),
    )
    connection.executemany(
        "INSERT INTO sections VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(plan.id, _json(s.path), s.heading, *s.heading_span, *s.span) for s in stored.sections],
    )
    for passage, vector in zip(stored.passages, stored.vectors, strict=True):
        headings = list(zip(passage.headings, passage.heading_spans, strict=True))
        row = connection.execute(
            "INSERT INTO passages (id, plan, path, headings, reading, start, end, page, vector) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                passage.id,
                plan.id,
                _json(passage.path),
                _json(headings),
                passage.reading,
                *passage.span,
                passage.page,
                vector.astype(np.float32).tobytes(),
            ),
        ).lastrowid
        words = " ".join(lexical_terms(". ".join([*passage.headings, passage.reading])))
        if plan.damaged:  # a name that was typed as it is printed is found as well
            words += " " + " ".join(lexical_terms(passage.text))
        connection.execute("INSERT INTO words (rowid, terms) VALUES (?, ?)", (row, words))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _field(value: dict[str, Any]) -> Field:
    return Field(value["value"], Span(*value["span"]) if value["span"] else None)


def _plan(row: sqlite3.Row) -> Plan:
    fields = json.loads(row["fields"])
    return Plan(
        id=row["id"],
        file=row["file"],
        sha256=row["sha256"],
        text=row["text"],
        damaged=bool(row["damaged"]),
        bases=tuple(map(_field, fields["bases"])),
        recipients=tuple(map(_field, fields["recipients"])),
        **{name: _field(fields.get(name, _UNREAD)) for name in _FIELDS},
    )


def _passage(row: sqlite3.Row) -> Passage:
    headings = json.loads(row["headings"])
    return Passage(
        id=row["id"],
        plan_id=row["plan"],
        path=tuple(json.loads(row["path"])),
        headings=tuple(text for text, _ in headings),
        heading_spans=tuple(Span(*span) for _, span in headings),
        text=row["text"],
        reading=row["reading"],
        span=Span(row["start"], row["end"]),
        page=row["page"],
    )
