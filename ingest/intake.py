"""The whole way in: files → plans of a new generation, switched at once, or nothing changed.

What did not change is neither read again nor embedded again. A file that cannot be read is
reported and does not stop the others. Killed at any point, the index is the one before or the one
after; the next run clears away what was left lying.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from corpus.embedding import Embedder, Vectors
from corpus.errors import IndexNotWritable, MissingFile
from corpus.plan import Plan
from corpus.store import Change, FileRecord, State, Store, StoredPlan
from ingest.gate import Gate, clear_trials, held_back, try_out
from ingest.generation import clear_away, mend, switch
from ingest.lock import LOCK_WAIT, writing
from ingest.make import detail_texts, embedding_text
from ingest.progress import Progress, Silent
from ingest.read.isolated import SUFFIXES
from ingest.read.limits import Limits
from ingest.receipt import (
    Flag,
    Moved,
    Receipt,
    SameAs,
    count_facts,
    count_pages,
    find_flags,
    receipt_values,
)
from ingest.reconcile import find_superseded
from ingest.run import Known, Run
from ingest.scan import Scan, scan

READERS = "1"
"""Raise it when the readers change what they make of a file: every file is then read anew."""

RULES = "6"
"""Raise it when outline, passages, metadata, facts or restoration change: every plan is then made
anew from the text that the store keeps."""

IN_FORCE = "không còn bị thay thế, câu trả lời lại dùng kế hoạch này"
"""What is told of a plan when the one that took its place leaves."""

NOT_PLANS = ("readme.md", "readme.txt")
"""Files that folders of plans hold beside them."""


def find_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files that plans are read from, of the given files and folders, sorted.

    Raises MissingFile for a path that does not exist.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += [p for p in path.iterdir() if _may_hold_a_plan(p)]
        elif path.exists():
            found.append(path)
        else:
            raise MissingFile(
                f"Không có tệp hay thư mục {path}; hãy kiểm tra lại đường dẫn.",
                f"There is no file or folder {path}; check the path.",
            )
    return tuple(sorted(found, key=lambda p: p.name))


def _may_hold_a_plan(path: Path) -> bool:
    """Leave out hidden files and those that Word and LibreOffice write while they edit."""
    if path.name.startswith((".", "~$")) or path.name.lower() in NOT_PLANS:
        return False
    return path.suffix.lower() in SUFFIXES and path.is_file()


def ingest(
    state_dir: Path,
    embedder: Embedder,
    paths: Sequence[Path],
    folder: Path | None = None,
    progress: Progress | None = None,
    *,
    named: bool = False,
    dry_run: bool = False,
    limits: Limits | None = None,
    gate: Gate | None = None,
    wait: float = LOCK_WAIT,
) -> Receipt:
    """Take the plans of `paths` into the corpus; with `folder`, its vanished files leave it.

    `named` says that a person named the files: what was removed by hand comes back, what failed is
    tried again. With `gate` the coming generation is tried out first and given up where questions
    get worse; the receipt says which. Raises IndexBusy when another ingest holds the lock for
    longer than `wait` seconds, IndexNotWritable when there is no room or no right to write,
    GateFailed where the gate could not be asked; nothing has changed then.
    """
    started = time.perf_counter()
    heard = progress or Silent()
    with writing(state_dir, lambda who: _say_waiting(heard, who), wait):
        store = Store(state_dir)
        if not dry_run:
            clear_trials(state_dir)
            mend(store)
        run = _settle(store, embedder.model, paths, folder, heard, named, limits or Limits())
        superseded = _superseded(run)
        receipt = _receipt(run, superseded)
        receipt = replace(receipt, generation=store.state().generation, dry_run=dry_run)
        if not dry_run:
            receipt = _write(store, run, embedder, receipt, superseded, gate)
        receipt = replace(receipt, seconds=time.perf_counter() - started)
        if receipt.did_something and not dry_run:
            _remember(store, receipt)
        return receipt


def remove(state_dir: Path, embedder: Embedder, plans: Sequence[Plan]) -> Receipt:
    """Take plans out of the corpus; their files stay, and do not come back by themselves.

    Raises as `ingest` does.
    """
    started = time.perf_counter()
    with writing(state_dir, lambda _who: None):
        store = Store(state_dir)
        mend(store)
        run = Run(store, Known.of(store), Scan(), Silent())
        run.outcome.removed = {plan.id for plan in plans}
        for path, record in run.known.records.items():
            if record.plan in run.outcome.removed:
                run.outcome.records[path] = replace(record, standing="removed", plan=None)
        run.make_plans([], anew=False)
        superseded = _superseded(run)
        receipt = _write(store, run, embedder, _receipt(run, superseded), superseded)
        receipt = replace(receipt, seconds=time.perf_counter() - started)
        _remember(store, receipt)
        return receipt


def _say_waiting(progress: Progress, who: str) -> None:
    progress.step(f"Đang chờ lượt nạp khác ({who})", 1)


def rules() -> str:
    """Return what made an index, as the index remembers it."""
    return f"{READERS}/{RULES}"


def _settle(
    store: Store,
    model: str,
    paths: Sequence[Path],
    folder: Path | None,
    progress: Progress,
    named: bool,
    limits: Limits,
) -> Run:
    """Read what is new and settle what becomes of every file; nothing is written yet."""
    state, known = store.state(), Known.of(store)
    anew = state.generation > 0 and (state.model, state.rules) != (model, rules())
    reread = anew and state.rules.split("/")[0] != READERS
    if reread:
        paths = [*paths, *(home.path for home in known.homes.values() if home.path.is_file())]
    by_content = {plan.sha256: plan.id for plan in known.outlines.values()}
    records = tuple(known.records.values())
    found = scan(records, by_content, paths, folder, again=reread, named=named)
    run = Run(store, known, found, progress)
    sources = run.read(limits)
    if anew:
        sources = [*run.kept_texts(sources), *sources]
    run.make_plans(sources, anew)
    run.fail_twins()
    return run


def _receipt(run: Run, superseded: Mapping[str, str | None]) -> Receipt:
    """Return what a run is about to do."""
    outcome, found = run.outcome, run.found
    names = {plan.id: plan.file for plan in run.known.outlines.values()}
    plans = [stored.plan for stored in outcome.added.values()]
    names |= {plan.id: plan.file for plan in plans}
    same = [
        *outcome.same,
        *(SameAs(path.name, names.get(plan, "")) for path, _, plan in found.same),
        *(SameAs(path.name, twin.name) for path, twin in found.twins if not _failed(run, twin)),
    ]
    elsewhere = {plan.file for plan in plans} | {one.file for one in same}
    moved = [Moved(names[plan], path.name) for plan, path in found.moved.items()]
    return Receipt(
        generation=0,
        new=tuple(plan.file for plan in plans if plan.id not in outcome.changed),
        changed=tuple(plan.file for plan in plans if plan.id in outcome.changed),
        unchanged=tuple(p.name for p in found.unchanged if p not in outcome.records),
        renamed=tuple(move for move in moved if move.old != move.new),
        superseded=tuple(
            Moved(names[old], names[newer]) for old, newer in superseded.items() if newer
        ),
        removed=tuple(sorted(names[p] for p in outcome.removed if names[p] not in elsewhere)),
        same=tuple(same),
        failed=tuple(outcome.failed),
        left_out=tuple(path.name for path in found.left_out),
        pages=count_pages(plans),
        passages=sum(len(stored.passages) for stored in outcome.added.values()),
        facts=count_facts(stored.facts for stored in outcome.added.values()),
        flags=(
            *(flag for plan in plans for flag in find_flags(plan)),
            *(Flag(names[old], IN_FORCE, "") for old, newer in superseded.items() if not newer),
        ),
    )


def _failed(run: Run, path: Path) -> bool:
    record = run.outcome.records.get(path)
    return record is not None and record.standing == "failed"


def _superseded(run: Run) -> dict[str, str | None]:
    """Return the plans of the coming generation whose standing changes, with the newer one."""
    outcome = run.outcome
    if not outcome.added and not outcome.removed:
        return {}
    fresh = {plan_id: stored.plan for plan_id, stored in outcome.added.items()}
    stay = {i: plan for i, plan in run.known.outlines.items() if i not in outcome.removed}
    after = find_superseded([*{**stay, **fresh}.values()])
    before = {plan_id: plan.superseded_by for plan_id, plan in stay.items() if plan_id not in fresh}
    return {plan_id: newer for plan_id, newer in after.items() if newer != before.get(plan_id)}


def _write(
    store: Store,
    run: Run,
    embedder: Embedder,
    receipt: Receipt,
    superseded: Mapping[str, str | None],
    gate: Gate | None = None,
) -> Receipt:
    """Embed what is new and switch to the next generation, if anything changed and may."""
    outcome, found = run.outcome, run.found
    records, forgotten = _records(run)
    if not (outcome.added or outcome.removed or found.moved or superseded):
        if any(run.known.records.get(r.path) != r for r in records) or forgotten:
            store.remember_files(records, forgotten)
        return receipt
    added = _embed(list(outcome.added.values()), embedder, run.progress)
    remade = {plan_id for plan_id in outcome.added if plan_id in run.known.outlines}
    change = Change(
        State(0, embedder.model, rules(), ""),
        frozenset(outcome.removed | remade),
        tuple(added),
        tuple(records),
        tuple(forgotten),
        {plan: path.name for plan, path in found.moved.items()},
        superseded,
        outcome.restorer.to_bytes() if outcome.restorer else None,
    )
    if gate and receipt.generation:
        advance = run.progress.step("Hỏi thử các câu kiểm tra trên bản mới", 1)
        objections = try_out(store, change, gate)
        advance(1)
        if objections:
            return held_back(receipt, objections)
    receipt = replace(receipt, generation=switch(store, change).generation)
    try:
        clear_away(store)
    except IndexNotWritable as error:  # the switch stands; the next run clears away
        note = Flag("", "phần đã gỡ chưa được dọn hết, lượt nạp sau sẽ dọn", str(error))
        receipt = replace(receipt, flags=(*receipt.flags, note))
    return receipt


def _records(run: Run) -> tuple[list[FileRecord], list[Path]]:
    """Return what is to be noted of files, and which are no more."""
    outcome, found = run.outcome, run.found
    records = dict(outcome.records)
    forgotten = [record.path for record in found.gone]
    for plan, path in found.moved.items():
        records.setdefault(path, FileRecord(path, found.sha256[path], "taken", plan))
        if plan in run.known.homes:
            forgotten.append(run.known.homes[plan].path)
    for path, content, plan in found.same:
        records[path] = FileRecord(path, content, "same", plan)
    for path, twin in found.twins:
        taken = outcome.records.get(twin)
        if taken and taken.plan:
            records[path] = FileRecord(path, found.sha256[path], "same", taken.plan)
    return list(records.values()), [path for path in forgotten if path not in records]


def _embed(plans: Sequence[StoredPlan], embedder: Embedder, progress: Progress) -> list[StoredPlan]:
    texts = [[embedding_text(s.plan, passage) for passage in s.passages] for s in plans]
    parts = [[detail_texts(s.plan, passage) for passage in s.passages] for s in plans]
    total = sum(map(len, texts)) + sum(len(one) for of_plan in parts for one in of_plan)
    if not total:
        return list(plans)
    advance = progress.step("Nhúng các đoạn", total)
    return [
        replace(
            stored,
            vectors=embedder.embed_passages(own, advance),
            details=tuple(embed_parts(of_plan, embedder, advance)),
        )
        for stored, own, of_plan in zip(plans, texts, parts, strict=True)
    ]


def embed_parts(
    parts: Sequence[Sequence[str]], embedder: Embedder, advance: Callable[[int], None]
) -> Iterator[Vectors]:
    """Yield the vectors of the parts of each passage, all embedded together."""
    flat = [text for of_passage in parts for text in of_passage]
    rows = embedder.embed_passages(flat, advance) if flat else np.zeros((0, 0), np.float32)
    start = 0
    for of_passage in parts:
        yield rows[start : start + len(of_passage)]
        start += len(of_passage)


def _remember(store: Store, receipt: Receipt) -> None:
    at = datetime.now(UTC).isoformat(timespec="seconds")
    store.remember_run(at, json.dumps(receipt_values(receipt), ensure_ascii=False))
