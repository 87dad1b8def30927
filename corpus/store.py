"""The truth about the corpus, in one SQLite file: plans, files, sections, passages, words, runs.

A generation is one state of the corpus. Its vectors are built in a folder of their own first; then
one transaction here puts the new plans in the place of the old ones and names the folder. A reader
sees the generation before or the one after, whole. What leaves the corpus is overwritten in the
file (`secure_delete`) and the file is vacuumed, so that nothing of it can be found on the disk.

The lexical side: SQLite's FTS5 over folded syllables and pairs finds candidates, `lexical.py`
scores them by the passages' words and by counts of terms that are kept here, since counting them
at each question costs seconds among 800,000 passages.
"""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np

from corpus.embedding import Vectors
from corpus.errors import IndexNotWritable, IndexUnavailable
from corpus.facts import Facts, facts_from_json, facts_to_json
from corpus.lexical import Counts, Scorer, Wanted, all_terms, lexical_terms, spelled
from corpus.plan import Passage, Plan, Section
from corpus.rows import (
    passage_values,
    plan_values,
    read_passage,
    read_plan,
    read_section,
    section_values,
)
from corpus.sketches import Sketches, sketch

DATABASE = "plans.sqlite"

SCHEMA_VERSION = 3
"""Raised when the tables change; the tables of another version are emptied and filled anew."""

SCAN = 8000
"""Passages in scope, some hundred plans, up to which each is scored: by its words in 16 µs, by its
vector in 5. Beyond that candidates are looked up."""

LOOKED_UP = 30_000
"""Postings read to find candidates by words, the rarest terms first. In small corpora it is all of
them; among 800,000 passages a word like `thư` stands in half and finds nothing."""

CANDIDATES = 400
"""Passages looked up that are then scored, ten times as many as take part in a ranking."""

PROBES = 16
"""Rows looked for to see whether an index answers; 16 take some 30 ms."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS plans (
    id TEXT PRIMARY KEY, file TEXT NOT NULL, sha256 TEXT NOT NULL, text TEXT NOT NULL,
    fields TEXT NOT NULL, pages TEXT NOT NULL, superseded_by TEXT);
CREATE TABLE IF NOT EXISTS files (
    path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, standing TEXT NOT NULL,
    plan TEXT, kind TEXT NOT NULL, vietnamese TEXT NOT NULL, english TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS sections (
    plan TEXT NOT NULL REFERENCES plans(id) ON DELETE CASCADE, path TEXT NOT NULL,
    heading TEXT NOT NULL, heading_start INTEGER, heading_end INTEGER, start INTEGER, end INTEGER);
CREATE INDEX IF NOT EXISTS sections_of ON sections(plan);
CREATE TABLE IF NOT EXISTS passages (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    plan TEXT NOT NULL REFERENCES plans(id) ON DELETE CASCADE,
    path TEXT NOT NULL, headings TEXT NOT NULL, reading TEXT NOT NULL,
    spelled TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, vector BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS sketches (
    plan TEXT PRIMARY KEY REFERENCES plans(id) ON DELETE CASCADE,
    first INTEGER NOT NULL, bits BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS facts (
    plan TEXT PRIMARY KEY REFERENCES plans(id) ON DELETE CASCADE, facts TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS passages_of ON passages(plan);
CREATE TABLE IF NOT EXISTS details (
    passage INTEGER NOT NULL REFERENCES passages(row) ON DELETE CASCADE, vector BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS details_of ON details(passage);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(
    terms, tokenize="unicode61 tokenchars '_'");
CREATE TABLE IF NOT EXISTS terms (
    term TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS runs (id INTEGER PRIMARY KEY, at TEXT NOT NULL, receipt TEXT NOT NULL);
"""

_TABLES = (
    "state facts sections sketches details passages plans files words word_counts terms runs"
).split()


@dataclass(frozen=True)
class StoredPlan:
    """One plan with everything a generation keeps of it."""

    plan: Plan
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    vectors: Vectors
    facts: Facts
    details: tuple[Vectors, ...] = ()
    """For each passage, the vectors of its parts, float32[k, d]; k is 0 where it is one part."""


@dataclass(frozen=True)
class FileRecord:
    """One file that was looked at: its content then, and what became of it."""

    path: Path
    sha256: str
    standing: str
    """taken (the plan was read from it), same (another file of a plan that was taken), failed
    (not read again until it changes) or removed (by hand; not taken in again until it changes)."""
    plan: str | None = None
    kind: str = ""
    """The name of the error it failed with; empty otherwise."""
    vietnamese: str = ""
    english: str = ""
    """Why it failed, as a sentence in each language."""


@dataclass(frozen=True)
class State:
    """What made the current generation; generation 0 is an empty corpus."""

    generation: int
    model: str
    rules: str
    vectors: str
    """The name of the folder that holds the vectors of this generation."""


@dataclass(frozen=True)
class Change:
    """Everything that one switch does."""

    state: State
    removed: frozenset[str] = frozenset()
    """Ids of plans that leave."""
    added: tuple[StoredPlan, ...] = ()
    records: tuple[FileRecord, ...] = ()
    forgotten: tuple[Path, ...] = ()
    """Files that are no more."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Plan id → the name of the file it now has."""
    superseded: Mapping[str, str | None] = field(default_factory=dict)
    """Plan id → the plan that takes its place."""
    restorer: bytes | None = None


class Store:
    """The SQLite file of a state folder. One writer at a time; any number of readers."""

    def __init__(self, state_dir: Path, often: bool = False) -> None:
        """Open the store of a state folder, making it where there is none.

        Who reads `often`, at every question, keeps a connection for each thread. A folder that may
        not be written is opened for reading alone. Raises IndexUnavailable.
        """
        self.folder = state_dir / "index"
        self._path = self.folder / DATABASE
        self._source, self._writable = f"file:{self._path.resolve().as_posix()}", True
        self._often, self._kept = often, threading.local()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._prepare()
        except (sqlite3.OperationalError, OSError) as error:
            if not self._path.is_file():
                raise IndexUnavailable(
                    f"Không lập được chỉ mục trong thư mục {state_dir}: {error}.",
                    f"No index can be made in the folder {state_dir}: {error}.",
                ) from error
            self._source, self._writable = f"{self._source}?immutable=1", False
        except sqlite3.DatabaseError as error:
            raise _unavailable(self._path, error) from error

    def _prepare(self) -> None:
        with self._connect() as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version == SCHEMA_VERSION:
                return
            connection.execute("BEGIN IMMEDIATE")
            if connection.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION:
                return  # another process was quicker
            for table in _TABLES:
                connection.execute(f"DROP TABLE IF EXISTS {table}")
            for statement in _SCHEMA.split(";\n"):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    def _open(self) -> sqlite3.Connection:
        try:
            connection = sqlite3.connect(self._source, timeout=30, uri=True)
        except sqlite3.Error as error:
            raise _unavailable(self._path, error) from error
        connection.row_factory = sqlite3.Row
        return connection

    @contextmanager
    def _connect(self) -> Iterator[sqlite3.Connection]:
        connection = self._open()
        try:
            if self._writable:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA secure_delete = ON")
            connection.execute("PRAGMA foreign_keys = ON")
            with connection:
                yield connection
        finally:
            connection.close()

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection; of one who reads often this thread's own: opening one takes .3 ms.

        A file that was replaced meanwhile is opened anew.
        """
        if not self._often:
            with self._connect() as connection:
                yield connection
            return
        try:
            found = self._path.stat()
        except OSError as error:
            raise _unavailable(self._path, error) from error
        identity = (found.st_dev, found.st_ino)
        if getattr(self._kept, "identity", None) != identity:
            self._kept.identity, self._kept.connection = identity, self._open()
        yield self._kept.connection

    # what is there

    def state(self) -> State:
        with self._reading() as connection:
            rows = dict(
                connection.execute(
                    "SELECT key, value FROM state "
                    "WHERE key IN ('generation', 'model', 'rules', 'vectors')"
                )
            )
        names = ("model", "rules", "vectors")
        return State(int(rows.get("generation", 0)), *(rows.get(name, "") for name in names))

    def restorer(self) -> bytes | None:
        """Return the trained decoder of words, as its own module wrote it."""
        with self._connect() as connection:
            row = connection.execute("SELECT value FROM state WHERE key = 'restorer'").fetchone()
        return bytes(row[0]) if row else None

    def files(self) -> tuple[FileRecord, ...]:
        """Return what became of every file that was looked at, by path."""
        with self._connect() as connection:
            rows = connection.execute("SELECT * FROM files ORDER BY path").fetchall()
        return tuple(FileRecord(**{**dict(row), "path": Path(row["path"])}) for row in rows)

    def plans(self) -> tuple[Plan, ...]:
        with self._connect() as connection:
            rows = connection.execute("SELECT * FROM plans ORDER BY file, id").fetchall()
        return tuple(map(read_plan, rows))

    def outlines(self) -> tuple[Plan, ...]:
        """Return the plans without their texts and pages: enough to compare what they state."""
        with self._connect() as connection:
            rows = connection.execute(
                "SELECT id, file, sha256, '' AS text, fields, "
                "'[]' AS pages, superseded_by FROM plans ORDER BY file, id"
            ).fetchall()
        return tuple(map(read_plan, rows))

    def plan(self, plan_id: str) -> Plan:
        """Return one plan. Raises KeyError where there is none of that id."""
        with self._connect() as connection:
            row = connection.execute("SELECT * FROM plans WHERE id = ?", (plan_id,)).fetchone()
        if row is None:
            raise KeyError(plan_id)
        return read_plan(row)

    def newest_plans(self, characters: int, without: frozenset[str]) -> list[Plan]:
        """Return the plans taken in last, up to so many characters of text, newest first."""
        found: list[Plan] = []
        with self._connect() as connection:
            for row in connection.execute("SELECT * FROM plans ORDER BY rowid DESC"):
                if row["id"] not in without:
                    found.append(read_plan(row))
                    characters -= len(row["text"])
                if characters <= 0:
                    break
        return found

    def vectors(self) -> tuple[list[str], list[str], Vectors]:
        """Return the ids, the plan ids and float32[n, d] of all passages: what Chroma holds."""
        with self._connect() as connection:
            rows = connection.execute(
                "SELECT id, plan, vector FROM passages ORDER BY plan, start"
            ).fetchall()
        return [row["id"] for row in rows], [row["plan"] for row in rows], _matrix(rows)

    def probes(self) -> Vectors:
        """Return some of the vectors, spread evenly, to see by them whether an index answers."""
        with self._connect() as connection:
            top = connection.execute("SELECT max(row) FROM passages").fetchone()[0] or 0
            step = max(1, top // PROBES)
            rows = connection.execute(
                "SELECT vector FROM passages WHERE row % ? = 0 LIMIT ?", (step, PROBES)
            ).fetchall()
        return _matrix(rows)

    def passage_count(self, without: Iterable[str] = ()) -> int:
        """Return how many passages there are, those of some plans left out."""
        left = tuple(without)
        with self._reading() as connection:
            whole: int = _counts(connection, ()).passages
            if left:
                whole -= connection.execute(
                    f"SELECT count(*) FROM passages WHERE plan IN ({_marks(left)})", left
                ).fetchone()[0]
        return whole

    def sections(self, plan_id: str) -> tuple[Section, ...]:
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT * FROM sections WHERE plan = ? ORDER BY start, end DESC", (plan_id,)
            ).fetchall()
        return tuple(map(read_section, rows))

    def facts(self, plan_id: str) -> Facts:
        """Return the facts of a plan. Raises KeyError where there is no such plan."""
        with self._reading() as connection:
            row = connection.execute(
                "SELECT facts FROM facts WHERE plan = ?", (plan_id,)
            ).fetchone()
        if row is None:
            raise KeyError(plan_id)
        return facts_from_json(row["facts"])

    def passages_of(self, plan_id: str) -> tuple[Passage, ...]:
        """Return the passages of a plan in document order."""
        return self._passages("p.plan = ?", (plan_id,), "p.start")

    def passages(self, ids: Sequence[str]) -> tuple[Passage, ...]:
        """Return the passages of these ids in that order; unknown ids are left out."""
        wanted = self._passages(f"p.id IN ({_marks(ids)})", tuple(ids), "p.start")
        found = {passage.id: passage for passage in wanted}
        return tuple(found[passage_id] for passage_id in ids if passage_id in found)

    def _passages(self, where: str, values: tuple[str, ...], order: str) -> tuple[Passage, ...]:
        query = (
            "SELECT p.*, substr(plans.text, p.start + 1, p.end - p.start) AS text FROM passages p "
            f"JOIN plans ON plans.id = p.plan WHERE {where} ORDER BY {order}"
        )
        with self._reading() as connection:
            return tuple(map(read_passage, connection.execute(query, values)))

    # words

    def counts(self, terms: Iterable[str]) -> Counts:
        """Return in how many passages each term stands, and how many passages and words are."""
        with self._reading() as connection:
            return _counts(connection, terms)

    def search_words(
        self, wanted: Wanted, limit: int, plan_ids: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        """Return up to `limit` (passage id, share of the words met), best first.

        Only passages that meet some, and only of the given plans, where any are given.
        """
        if plan_ids is not None and not plan_ids:
            return []
        with self._reading() as connection:
            counts = _counts(connection, wanted.terms)
            scorer = Scorer(wanted, counts)
            if plan_ids is not None and _in_scope(connection, plan_ids) <= SCAN:
                rows = connection.execute(
                    f"SELECT id, spelled FROM passages WHERE plan IN ({_marks(plan_ids)})", plan_ids
                ).fetchall()
            else:
                rows = _candidates(connection, _rarest(wanted, counts), plan_ids)
            scored = [(row["id"], scorer.share(row["spelled"].split())) for row in rows]
        found = [(name, score) for name, score in scored if score > 0]
        return sorted(found, key=lambda item: (-item[1], item[0]))[:limit]

    def score_words(self, wanted: Wanted, ids: Sequence[str]) -> dict[str, float]:
        """Return the share of BM25 that each of these passages has."""
        with self._reading() as connection:
            scorer = Scorer(wanted, _counts(connection, wanted.terms))
            rows = connection.execute(
                f"SELECT id, spelled FROM passages WHERE id IN ({_marks(ids)})", ids
            )
            return {row["id"]: scorer.share(row["spelled"].split()) for row in rows}

    # vectors

    def nearest(
        self, vector: Vectors, limit: int, plan_ids: Sequence[str]
    ) -> list[tuple[str, float]] | None:
        """Return up to `limit` (passage id, cosine), best first; None where too many are in scope.

        All passages of the plans are compared; `vector` is float32[d], of length one.
        """
        with self._reading() as connection:
            if _in_scope(connection, plan_ids) > SCAN:
                return None
            rows = connection.execute(
                f"SELECT id, vector FROM passages WHERE plan IN ({_marks(plan_ids)})", plan_ids
            ).fetchall()
        return sorted(_cosines(rows, vector).items(), key=lambda one: (-one[1], one[0]))[:limit]

    def sketches(self) -> Sketches:
        """Return the sketches of all passages."""
        with self._connect() as connection:
            centre = _centre(connection)
            rows = connection.execute("SELECT first, bits FROM sketches ORDER BY first").fetchall()
        bits = [np.frombuffer(row["bits"], dtype=np.uint64) for row in rows]
        width = max(1, -(-len(centre) // 64))
        counts = [len(one) // width for one in bits]
        firsts = [row["first"] for row in rows]
        numbers = [np.arange(first, first + n) for first, n in zip(firsts, counts, strict=True)]
        whole = np.concatenate(bits) if bits else np.zeros(0, dtype=np.uint64)
        return Sketches(
            centre,
            np.concatenate(numbers) if numbers else np.zeros(0, dtype=np.int64),
            np.ascontiguousarray(whole.reshape(-1, width).T),
        )

    def nearest_rows(
        self, vector: Vectors, rows: Sequence[int], limit: int
    ) -> list[tuple[str, float]]:
        """Return up to `limit` (passage id, cosine) of these rows, best first."""
        with self._reading() as connection:
            found = connection.execute(
                f"SELECT id, vector FROM passages WHERE row IN ({','.join(map(str, rows))})"
            ).fetchall()
        return sorted(_cosines(found, vector).items(), key=lambda one: (-one[1], one[0]))[:limit]

    def cosines(self, vector: Vectors, ids: Sequence[str]) -> dict[str, float]:
        """Return the cosine of these passages."""
        with self._reading() as connection:
            rows = connection.execute(
                f"SELECT id, vector FROM passages WHERE id IN ({_marks(ids)})", ids
            ).fetchall()
        return _cosines(rows, vector)

    def closest_details(self, vector: Vectors, ids: Sequence[str]) -> dict[str, float]:
        """Return the cosine of the closest part of each of these passages that has parts."""
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT p.id, d.vector FROM details d JOIN passages p ON p.row = d.passage "
                f"WHERE p.id IN ({_marks(ids)})",
                ids,
            ).fetchall()
        found: dict[str, float] = {}
        for row, cosine in zip(rows, _matrix(rows) @ vector if rows else (), strict=True):
            found[row["id"]] = max(float(cosine), found.get(row["id"], -1.0))
        return found

    def owners(self, ids: Sequence[str]) -> dict[str, str]:
        """Return the plan of each of these passages."""
        with self._reading() as connection:
            rows = connection.execute(
                f"SELECT id, plan FROM passages WHERE id IN ({_marks(ids)})", ids
            )
            return {row["id"]: row["plan"] for row in rows}

    # changes

    def switch(self, change: Change) -> None:
        """Make a new generation current in one transaction: plans out, plans in, pointer on.

        Raises IndexNotWritable where the disk is full or the folder may not be written; nothing
        has changed then.
        """
        with self._writing() as connection:
            for plan_id in change.removed:
                _delete_plan(connection, plan_id)
            for stored in change.added:
                _insert_plan(connection, stored)
            _write_files(connection, change)
            values = {**asdict(change.state), "restorer": change.restorer}
            kept = [(key, value) for key, value in values.items() if value is not None]
            if change.removed:
                kept.append(("erase", 1))
            connection.executemany("REPLACE INTO state VALUES (?, ?)", kept)

    def copy_to(self, state_dir: Path) -> None:
        """Copy the current generation, its vectors as well, into another state folder.

        Raises IndexNotWritable where there is no room.
        """
        folder, vectors = state_dir / "index", self.folder / (self.state().vectors or "none")
        try:
            folder.mkdir(parents=True)
            with self._connect() as connection, closing(sqlite3.connect(folder / DATABASE)) as copy:
                connection.backup(copy)
            if vectors.is_dir():
                shutil.copytree(vectors, folder / vectors.name)
        except (sqlite3.OperationalError, OSError) as error:
            raise _not_writable(folder, str(error), str(error)) from error

    def erase_remains(self) -> None:
        """Clear away what left the corpus: the words of the index and the free pages of the file.

        Safe to repeat: a run that was killed before or within it leaves it to the next.
        """
        with self._writing() as connection:
            due = connection.execute("SELECT 1 FROM state WHERE key = 'erase'").fetchone()
        if due is not None:
            self._erase()
        with self._writing() as connection:  # so that a read-only copy of the file is whole
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _erase(self) -> None:
        with self._writing() as connection:
            # merging all segments drops the words of deleted rows (SQLite 3.40 cannot at deletion)
            connection.execute("INSERT INTO words(words) VALUES ('optimize')")
        with self._writing() as connection:
            connection.execute("VACUUM")
            connection.execute("DELETE FROM state WHERE key = 'erase'")

    def remember_files(self, records: Iterable[FileRecord], forgotten: Iterable[Path] = ()) -> None:
        """Note what became of files where no plan changed."""
        with self._writing() as connection:
            _write_records(connection, records, forgotten)

    def remember_run(self, at: str, receipt: str) -> None:
        with self._writing() as connection:
            connection.execute("INSERT INTO runs (at, receipt) VALUES (?, ?)", (at, receipt))

    def runs(self, limit: int) -> list[tuple[str, str]]:
        """Return the last runs that did something, as (time in ISO 8601, receipt as JSON)."""
        with self._connect() as connection:
            rows = connection.execute(
                "SELECT at, receipt FROM runs ORDER BY id DESC LIMIT ?", (limit,)
            ).fetchall()
        return [(row["at"], row["receipt"]) for row in rows]

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        if not self._writable:
            raise _not_writable(self.folder, "thư mục chỉ cho đọc", "the folder is read-only")
        try:
            with self._connect() as connection:
                yield connection
        except sqlite3.OperationalError as error:
            raise _not_writable(self.folder, str(error), str(error)) from error


def _matrix(rows: Sequence[sqlite3.Row]) -> Vectors:
    vectors = [np.frombuffer(row["vector"], dtype=np.float32) for row in rows]
    return np.stack(vectors) if vectors else np.zeros((0, 0), dtype=np.float32)


def _marks(values: Sequence[str]) -> str:
    return ",".join("?" * len(values))


def _unavailable(path: Path, error: Exception) -> IndexUnavailable:
    return IndexUnavailable(
        f"Không mở được {path.name}: {error}. Hãy chuyển tệp này đi nơi khác rồi chạy "
        "`python -m ingest` để dựng lại.",
        f"{path.name} cannot be opened: {error}. Move it away and run `python -m ingest`.",
    )


def _not_writable(folder: Path, vietnamese: str, english: str) -> IndexNotWritable:
    return IndexNotWritable(
        f"Không ghi được chỉ mục trong {folder}: {vietnamese}. Chỉ mục cũ vẫn nguyên vẹn; hãy dọn "
        "chỗ trống trên ổ đĩa hoặc cấp quyền ghi rồi chạy lại.",
        f"The index in {folder} cannot be written: {english}. The old index is intact; free some "
        "disk space or allow writing, then run again.",
    )


def _counts(connection: sqlite3.Connection, terms: Iterable[str]) -> Counts:
    wanted = list(dict.fromkeys(terms))
    rows = connection.execute(
        f"SELECT term, passages FROM terms WHERE term IN ({_marks(wanted)})", wanted
    )
    having = {row["term"]: row["passages"] for row in rows}
    totals = dict(
        connection.execute("SELECT key, value FROM state WHERE key IN ('passages', 'words')")
    )
    return Counts(totals.get("passages", 0), totals.get("words", 0), having)


def _in_scope(connection: sqlite3.Connection, plan_ids: Sequence[str]) -> int:
    """Return how many passages the plans have; SCAN + 1 stands for any number above."""
    inside = f"SELECT 1 FROM passages WHERE plan IN ({_marks(plan_ids)}) LIMIT {SCAN + 1}"
    count: int = connection.execute(f"SELECT count(*) FROM ({inside})", plan_ids).fetchone()[0]
    return count


def _rarest(wanted: Wanted, counts: Counts) -> list[str]:
    """Return the folded terms to look up: the rarest, and as many as the postings allow."""
    known = [term for term in wanted.folded_terms if counts.having.get(term)]
    known.sort(key=lambda term: (counts.having[term], term))
    chosen: list[str] = []
    postings = 0
    for term in known:
        postings += counts.having[term]
        if chosen and postings > LOOKED_UP:
            break
        chosen.append(term)
    return chosen


def _candidates(
    connection: sqlite3.Connection, terms: Sequence[str], plan_ids: Sequence[str] | None
) -> list[sqlite3.Row]:
    """Return id and words of the passages that meet most of the terms, by SQLite's own BM25."""
    if not terms:
        return []
    inside = "SELECT row FROM passages WHERE plan IN"
    scope = "" if plan_ids is None else f"AND rowid IN ({inside} ({_marks(plan_ids)})) "
    best = f"SELECT rowid FROM words WHERE words MATCH ? {scope}ORDER BY rank LIMIT ?"
    query = f"SELECT id, spelled FROM passages WHERE row IN ({best})"
    quoted = " OR ".join(f'"{term}"' for term in terms)
    return connection.execute(query, (quoted, *(plan_ids or ()), CANDIDATES)).fetchall()


def _cosines(rows: Sequence[sqlite3.Row], vector: Vectors) -> dict[str, float]:
    cosines = _matrix(rows) @ vector if rows else ()
    return {row["id"]: float(cosine) for row, cosine in zip(rows, cosines, strict=True)}


def _delete_plan(connection: sqlite3.Connection, plan_id: str) -> None:
    rows = connection.execute("SELECT spelled FROM passages WHERE plan = ?", (plan_id,)).fetchall()
    _count_words(connection, [row["spelled"].split() for row in rows], -1)
    connection.execute(
        "DELETE FROM words WHERE rowid IN (SELECT row FROM passages WHERE plan = ?)", (plan_id,)
    )
    connection.execute("DELETE FROM plans WHERE id = ?", (plan_id,))


def _insert_plan(connection: sqlite3.Connection, stored: StoredPlan) -> None:
    _insert(connection, "plans", plan_values(stored.plan))
    connection.executemany(
        "INSERT INTO sections VALUES (?, ?, ?, ?, ?, ?, ?)", map(section_values, stored.sections)
    )
    _insert(connection, "facts", {"plan": stored.plan.id, "facts": facts_to_json(stored.facts)})
    counted: list[Sequence[str]] = []
    first = connection.execute("SELECT coalesce(max(row), 0) + 1 FROM passages").fetchone()[0]
    none = np.zeros((0, 0), dtype=np.float32)
    details = stored.details or (none,) * len(stored.passages)
    for passage, vector, parts in zip(stored.passages, stored.vectors, details, strict=True):
        told = ". ".join([*passage.headings, passage.reading])
        words, terms = spelled(told), lexical_terms(told)
        if any(page.damaged for page in stored.plan.pages_of(passage.span)):
            # a name that was typed as it is printed is found as well
            words, terms = (*words, *spelled(passage.text)), terms + lexical_terms(passage.text)
        counted.append(words)
        blob = vector.astype(np.float32).tobytes()
        columns = {**passage_values(passage), "spelled": " ".join(words), "vector": blob}
        row = _insert(connection, "passages", columns)
        connection.execute("INSERT INTO words (rowid, terms) VALUES (?, ?)", (row, " ".join(terms)))
        blobs = [(row, part.astype(np.float32).tobytes()) for part in parts]
        connection.executemany("INSERT INTO details VALUES (?, ?)", blobs)
    _count_words(connection, counted, 1)
    if stored.passages:
        bits = sketch(stored.vectors, _centre(connection, stored.vectors)).tobytes()
        _insert(connection, "sketches", {"plan": stored.plan.id, "first": first, "bits": bits})


def _centre(connection: sqlite3.Connection, vectors: Vectors | None = None) -> Vectors:
    """Return the centre that sketches are made about: the mean of the first plan's vectors.

    It stays as it is while the index lives, since every sketch is about it.
    """
    row = connection.execute("SELECT value FROM state WHERE key = 'centre'").fetchone()
    if row is not None:
        kept: Vectors = np.frombuffer(row["value"], dtype=np.float32)
        return kept
    if vectors is None:
        return np.zeros(0, dtype=np.float32)
    mean: Vectors = vectors.mean(axis=0, dtype=np.float32)
    connection.execute("INSERT INTO state VALUES ('centre', ?)", (mean.tobytes(),))
    return mean


def _count_words(
    connection: sqlite3.Connection, passages: Sequence[Sequence[str]], sign: int
) -> None:
    """Add passages that come to the counts of terms, or take those that go (sign -1) from them."""
    seen = Counter(term for words in passages for term in all_terms(words))
    connection.executemany(
        "INSERT INTO terms VALUES (?1, ?2) ON CONFLICT DO UPDATE SET passages = passages + ?2",
        [(term, sign * n) for term, n in sorted(seen.items())],
    )
    totals = {"passages": len(passages), "words": sum(map(len, passages))}
    connection.executemany(
        "INSERT INTO state VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = value + ?2",
        [(key, sign * n) for key, n in totals.items()],
    )
    if sign < 0:
        gone = [(term,) for term in seen]
        connection.executemany("DELETE FROM terms WHERE term = ? AND passages <= 0", gone)


def _insert(connection: sqlite3.Connection, table: str, values: Mapping[str, object]) -> int | None:
    names = ", ".join(values)
    marks = ", ".join(f":{name}" for name in values)
    return connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", values).lastrowid


def _write_files(connection: sqlite3.Connection, change: Change) -> None:
    _write_records(connection, change.records, change.forgotten)
    connection.executemany(
        "UPDATE plans SET file = ? WHERE id = ?",
        [(name, plan_id) for plan_id, name in change.renamed.items()],
    )
    connection.executemany(
        "UPDATE plans SET superseded_by = ? WHERE id = ?",
        [(newer, plan_id) for plan_id, newer in change.superseded.items()],
    )


def _write_records(
    connection: sqlite3.Connection, records: Iterable[FileRecord], forgotten: Iterable[Path]
) -> None:
    connection.executemany("DELETE FROM files WHERE path = ?", [(str(p),) for p in forgotten])
    connection.executemany(
        "REPLACE INTO files VALUES "
        "(:path, :sha256, :standing, :plan, :kind, :vietnamese, :english)",
        [{**asdict(record), "path": str(record.path)} for record in records],
    )
