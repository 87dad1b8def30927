"""The whole way in: files → plans of a new generation, switched at once, or nothing changed.

What did not change is neither read again nor embedded again. A file that cannot be read is
reported and does not stop the others.
"""

from __future__ import annotations

import hashlib
import shutil
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

import numpy as np
from filelock import FileLock, Timeout

from corpus.agencies import ABBREVIATIONS, NAMES
from corpus.embedding import Embedder, Vectors
from corpus.errors import IndexBusy, NotAPlan, UnreadableFile
from corpus.places import PROVINCES
from corpus.plan import Passage, Plan
from corpus.restore import Restorer, word_list
from corpus.store import State, Store, StoredPlan
from corpus.vectors import VectorIndex, write_vectors
from ingest.legibility import is_damaged
from ingest.metadata import read_metadata
from ingest.outline import find_outline
from ingest.passages import find_passages, find_sections
from ingest.read.text import SUFFIXES, read_text

RULES = "2"
"""Raise it when outline, passages, metadata or restoration change: the corpus is then read anew."""

LOCK_WAIT = 120.0
"""Seconds an ingest waits for another one to finish."""


class Progress(Protocol):
    """Hears how the work goes on, for a bar on the terminal."""

    def step(self, name: str, total: int) -> None:
        """A step of `total` units begins."""
        ...

    def advance(self, done: int) -> None:
        """That many more units of the step are done."""
        ...


class Silent:
    """Progress that nobody watches."""

    def step(self, name: str, total: int) -> None:
        return None

    def advance(self, done: int) -> None:
        return None


@dataclass(frozen=True)
class Receipt:
    """What a run did, file by file."""

    generation: int
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    same_as: tuple[tuple[str, str], ...] = ()
    """Files whose content is that of another file: (file, the file that was taken)."""
    failed: tuple[tuple[str, str], ...] = ()
    """Files that could not be taken in: (file, why)."""
    passages: int = 0
    seconds: float = 0.0


@dataclass(frozen=True)
class _File:
    path: Path
    text: str
    sha256: str


def find_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files that plans are read from, of the given files and folders, sorted.

    Raises UnreadableFile for a path that does not exist.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += [p for p in path.iterdir() if p.suffix.lower() in SUFFIXES]
        elif path.exists():
            found.append(path)
        else:
            raise UnreadableFile(f"Không có tệp hay thư mục {path}; hãy kiểm tra lại đường dẫn.")
    return tuple(sorted(found, key=lambda p: p.name))


def ingest(
    state_dir: Path,
    embedder: Embedder,
    paths: Sequence[Path],
    folder: Path | None = None,
    progress: Progress | None = None,
) -> Receipt:
    """Take the plans of `paths` into the corpus; with `folder`, its vanished files leave it.

    Raises IndexBusy when another ingest holds the lock for longer than two minutes.
    """
    state_dir.mkdir(parents=True, exist_ok=True)
    lock = FileLock(state_dir / "ingest.lock")
    try:
        with lock.acquire(timeout=LOCK_WAIT):
            return _ingest(Store(state_dir), embedder, paths, folder, progress or Silent())
    except Timeout as error:
        raise IndexBusy(
            f"Một lượt nạp khác đang ghi chỉ mục (khóa {lock.lock_file}); hãy chờ rồi chạy lại."
        ) from error


def _ingest(
    store: Store,
    embedder: Embedder,
    paths: Sequence[Path],
    folder: Path | None,
    progress: Progress,
) -> Receipt:
    started = time.perf_counter()
    state = store.state()
    known = store.files()
    rebuild = (state.model, state.rules) != (embedder.model, RULES)
    vanished = _vanished(known, folder)
    if rebuild:  # what other rules or another model made is made again, from wherever it came
        paths = [*paths, *(path for _, path in known.values() if path.is_file())]
    files, receipt = _read_files(paths, known if not rebuild else {})
    if rebuild:
        files += _kept_texts(store, {*vanished, *(file.path.name for file in files)})
    receipt = replace(receipt, removed=vanished, generation=state.generation)
    if not files and not vanished and not rebuild:
        _repair_vectors(store, state)
        return replace(receipt, seconds=time.perf_counter() - started)
    kept = [plan for plan in store.plans() if not rebuild and plan.file not in vanished]
    stored, restorer = _read_plans(files, kept, embedder, progress)
    failures = tuple((p.name, why) for p, why in stored.failed)
    receipt = replace(
        receipt,
        new=tuple(name for name in receipt.new if name not in dict(failures)),
        changed=tuple(name for name in receipt.changed if name not in dict(failures)),
        failed=receipt.failed + failures,
        passages=sum(len(plan.passages) for plan in stored.plans),
    )
    if not stored.plans and not vanished:
        return replace(receipt, seconds=time.perf_counter() - started)
    gone = set(known) if rebuild else set(vanished)
    new_state = State(state.generation + 1, embedder.model, RULES)
    _write_generation(store, new_state, gone, stored.plans, restorer)
    return replace(receipt, generation=new_state.generation, seconds=time.perf_counter() - started)


def _kept_texts(store: Store, others: set[str]) -> list[_File]:
    """Return the plans whose files are out of reach, from the text that the store keeps."""
    paths = store.files()
    return [
        _File(paths[plan.file][1], plan.text, plan.sha256)
        for plan in store.plans()
        if plan.file not in others
    ]


def _read_files(
    paths: Sequence[Path], known: dict[str, tuple[str, Path]]
) -> tuple[list[_File], Receipt]:
    """Read what is new or changed; a file is recognised by its content."""
    taken = {sha256: name for name, (sha256, _) in known.items()}
    files: list[_File] = []
    new: list[str] = []
    changed: list[str] = []
    unchanged: list[str] = []
    same: list[tuple[str, str]] = []
    failed: list[tuple[str, str]] = []
    for path in dict.fromkeys(p.resolve() for p in paths):
        try:
            text, content = read_text(path)
        except UnreadableFile as error:
            failed.append((path.name, str(error)))
            continue
        sha256 = hashlib.sha256(content).hexdigest()
        if _name_is_taken(path, known, files):
            failed.append((path.name, f"Đã có tệp khác tên {path.name}; hãy đổi tên tệp rồi nạp."))
        elif path.name in known and known[path.name][0] == sha256:
            unchanged.append(path.name)
        elif sha256 in taken and Path(known.get(taken[sha256], ("", path))[1]).exists():
            same.append((path.name, taken[sha256]))
        else:
            (changed if path.name in known else new).append(path.name)
            taken[sha256] = path.name
            files.append(_File(path, text, sha256))
    receipt = Receipt(
        0, tuple(new), tuple(changed), tuple(unchanged), (), tuple(same), tuple(failed)
    )
    return files, receipt


def _name_is_taken(path: Path, known: dict[str, tuple[str, Path]], files: Sequence[_File]) -> bool:
    """Tell whether another file of that name, still there, is in the corpus or in this run."""
    home = known[path.name][1] if path.name in known else path
    return any(f.path.name == path.name for f in files) or (home != path and home.exists())


def _vanished(known: dict[str, tuple[str, Path]], folder: Path | None) -> tuple[str, ...]:
    if folder is None:
        return ()
    home = folder.resolve()
    return tuple(
        name for name, (_, path) in known.items() if path.parent == home and not path.exists()
    )


@dataclass(frozen=True)
class _Read:
    plans: tuple[StoredPlan, ...]
    failed: tuple[tuple[Path, str], ...]


def _read_plans(
    files: Sequence[_File], kept: Sequence[Plan], embedder: Embedder, progress: Progress
) -> tuple[_Read, bytes]:
    damaged = [file for file in files if is_damaged(file.text)]
    clean = [file.text for file in files if file not in damaged]
    clean += [plan.text for plan in kept if not plan.damaged]
    progress.step("Học cách viết từ các kế hoạch đọc được", 1)
    restorer = train_restorer(clean, [file.text for file in damaged])
    progress.advance(1)
    progress.step("Đọc kế hoạch", len(files))
    read: list[tuple[_File, Plan, tuple[Passage, ...], StoredPlan]] = []
    failed: list[tuple[Path, str]] = []
    for file in files:
        try:
            read.append(_read_plan(file, restorer, file in damaged))
        except NotAPlan as error:
            failed.append((file.path, str(error)))
        progress.advance(1)
    total = sum(len(passages) for _, _, passages, _ in read)
    progress.step("Nhúng các đoạn", total)
    plans = [
        replace(stored, vectors=_embed(plan, passages, embedder, progress))
        for _, plan, passages, stored in read
    ]
    return _Read(tuple(plans), tuple(failed)), restorer.to_bytes()


def train_restorer(clean: Sequence[str], damaged: Sequence[str]) -> Restorer:
    """Train the decoder of words on the legible plans, a word list and the gazetteer."""
    names = [*NAMES, *PROVINCES, *ABBREVIATIONS, *ABBREVIATIONS.values()]
    return Restorer.train(clean, damaged=damaged, words=word_list(), names=names)


def _read_plan(
    file: _File, restorer: Restorer, damaged: bool
) -> tuple[_File, Plan, tuple[Passage, ...], StoredPlan]:
    outline = find_outline(file.text, restorer.restore) if damaged else find_outline(file.text)
    if not outline.parts:
        raise NotAPlan(
            f"Tệp {file.path.name} không có bố cục của một kế hoạch (không thấy mục I, II, …); "
            "hãy kiểm tra xem có đúng tệp kế hoạch không."
        )
    plan_id = file.sha256[:16]
    metadata = read_metadata(file.text, outline)
    plan = Plan(
        id=plan_id,
        file=file.path.name,
        sha256=file.sha256,
        text=file.text,
        damaged=damaged,
        **vars(metadata),
    )
    passages = find_passages(plan_id, file.text, outline)
    sections = find_sections(plan_id, outline)
    empty: Vectors = np.zeros((0, 0), dtype=np.float32)
    return file, plan, passages, StoredPlan(plan, file.path, sections, passages, empty)


def embedding_text(plan: Plan, passage: Passage) -> str:
    """Return what is embedded for a passage: its place and headings before its own words.

    Without them success@1 falls by more than half; the long title that plans share hurts it.
    """
    return ". ".join(filter(None, [plan.place.value, *passage.headings[1:], passage.reading]))


def _embed(
    plan: Plan, passages: Sequence[Passage], embedder: Embedder, progress: Progress
) -> Vectors:
    texts = [embedding_text(plan, passage) for passage in passages]
    return embedder.embed_passages(texts, progress.advance)


def _write_generation(
    store: Store,
    state: State,
    removed: Iterable[str],
    added: Sequence[StoredPlan],
    restorer: bytes,
) -> None:
    """Build the vectors beside the current ones, check them, then switch and clear the old away."""
    out = {*removed, *(plan.plan.file for plan in added)}
    kept_ids = {plan.id for plan in store.plans() if plan.file not in out}
    ids, owners, rows = store.vectors()
    keep = [i for i, owner in enumerate(owners) if owner in kept_ids]
    all_ids = [ids[i] for i in keep] + [p.id for plan in added for p in plan.passages]
    all_owners = [owners[i] for i in keep] + [p.plan_id for plan in added for p in plan.passages]
    parts = [rows[keep]] if keep else []
    matrix = np.concatenate([*parts, *(plan.vectors for plan in added)]) if all_ids else rows[:0]
    folder = store.vectors_folder(state.generation)
    write_vectors(folder, all_ids, all_owners, matrix)
    store.switch(state, removed, added, restorer)
    for old in store.folder.glob("vectors-*"):
        if old != folder:
            shutil.rmtree(old, ignore_errors=True)


def _repair_vectors(store: Store, state: State) -> None:
    """Write the vectors again from SQLite when their folder is missing or falls short."""
    ids, owners, rows = store.vectors()
    folder = store.vectors_folder(state.generation)
    if ids and (not folder.is_dir() or len(VectorIndex(folder)) != len(ids)):
        write_vectors(folder, ids, owners, rows)
