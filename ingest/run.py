"""One run: what is new is read and made into plans, and each finds its place among the others.

Left out: writing (`generation.py`), and who may run when (`intake.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.errors import UnreadableFile
from corpus.plan import Plan
from corpus.restore import Restorer
from corpus.store import FileRecord, Store, StoredPlan
from corpus.vietnamese import tokens
from ingest.make import (
    LEARNED_CHARACTERS,
    LEARNED_FOR_REPAIR,
    Source,
    clean_text_of,
    document_of,
    make_plan,
    source_of,
    train_restorer,
)
from ingest.progress import Progress, Step
from ingest.read.document import Document
from ingest.read.isolated import Reader
from ingest.read.limits import Limits
from ingest.receipt import Failure, SameAs, failure
from ingest.reconcile import plan_key, same_plan, wear
from ingest.scan import Scan, home_of


@dataclass(frozen=True)
class Known:
    """What the store knew before the run."""

    records: dict[Path, FileRecord]
    homes: dict[str, FileRecord]
    """By plan id: the file it was read from."""
    outlines: dict[str, Plan]
    """By plan id: what it states, without its text."""

    @classmethod
    def of(cls, store: Store) -> Known:
        records = store.files()
        outlines = {plan.id: plan for plan in store.outlines()}
        return cls({r.path: r for r in records}, home_of(records), outlines)


@dataclass
class Outcome:
    """What a run has found out so far, to be switched at once."""

    added: dict[str, StoredPlan] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)
    """Ids of plans that leave, those that are made anew not among them."""
    records: dict[Path, FileRecord] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    """Ids of added plans that stand in the place of an earlier reading."""
    same: list[SameAs] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    restorer: Restorer | None = None


class Run:
    """Reads the files of a scan and settles what becomes of each."""

    def __init__(self, store: Store, known: Known, found: Scan, progress: Progress) -> None:
        self.store = store
        self.known = known
        self.found = found
        self.progress = progress
        gone = {r.plan for r in found.gone if r.plan and known.homes.get(r.plan) == r}
        self.outcome = Outcome(removed=gone - set(found.moved), failed=list(found.unreachable))
        self._like: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for outline in known.outlines.values():
            self._like[plan_key(outline)].append(outline.id)

    # reading

    def read(self, limits: Limits) -> list[Source]:
        """Read the files that are new or changed; what fails is noted, with the reason."""
        for record in self.found.failed_before:
            words = Failure(record.path.name, record.kind, record.vietnamese, record.english)
            self.outcome.failed.append(words)
        if not self.found.to_read:
            return []
        sources: list[Source] = []
        advance = self.progress.step("Đọc các tệp", len(self.found.to_read))
        with Reader(limits) as reader:
            for path in self.found.to_read:
                try:
                    sources.append(source_of(path, self._read_one(reader, path)))
                except UnreadableFile as error:
                    self._fail(path, error)
                advance(1)
        return sources

    def fail_twins(self) -> None:
        """Tell of files with the content of one that failed that they failed alike."""
        for path, twin in self.found.twins:
            failed = self.outcome.records.get(twin)
            if failed is None or failed.standing != "failed":
                continue
            sentences = (failed.vietnamese, failed.english)
            vietnamese, english = (s.replace(twin.name, path.name) for s in sentences)
            self.outcome.failed.append(Failure(path.name, failed.kind, vietnamese, english))

    def _read_one(self, reader: Reader, path: Path) -> Document:
        bar: list[Step] = []

        def on_page(_done: int, total: int) -> None:
            if total < 2:
                return
            if not bar:
                bar.append(self.progress.step(f"{path.name}: trang", total))
            bar[0](1)

        return reader.read(path, on_page)

    def _fail(self, path: Path, error: UnreadableFile) -> None:
        """Note a failure; a plan that an earlier state of the file gave stays as it was."""
        self.outcome.failed.append(failure(path.name, error))
        before = self.known.records.get(path)
        kept = before.plan if before and before.standing in ("taken", "failed") else None
        if kept in self.found.moved or kept in self.outcome.removed:
            kept = None
        self.outcome.records[path] = FileRecord(
            path,
            self.found.sha256.get(path, before.sha256 if before else ""),
            "failed",
            kept,
            type(error).__name__,
            str(error),
            error.english,
        )

    def kept_texts(self, fresh: Iterable[Source]) -> list[Source]:
        """Return the other plans from the text that the store keeps, to be made anew."""
        read = {source.path for source in fresh}
        kept = []
        for plan_id, home in self.known.homes.items():
            path = self.found.moved.get(plan_id, home.path)
            if plan_id in self.outcome.removed or path in read:
                continue
            kept.append(source_of(path, document_of(self.store.plan(plan_id))))
        return kept

    # making plans

    def train(self, sources: Sequence[Source], without: Iterable[str]) -> Restorer:
        """Train the decoder on what is read now and on the newest plans that stay."""
        damaged = [source.damaged_text for source in sources if source.damaged]
        most = LEARNED_FOR_REPAIR if damaged else LEARNED_CHARACTERS
        kept = self.store.newest_plans(most, frozenset(without))
        clean = [source.clean_text for source in sources] + [clean_text_of(p) for p in kept]
        return train_restorer([text for text in clean if text.strip()], damaged)

    def make_plans(self, sources: Sequence[Source], anew: bool) -> None:
        """Make the plans of the sources and settle which of them take the place of which."""
        if not sources and not self.outcome.removed:
            return
        advance = self.progress.step("Học từ ngữ của các kế hoạch", 1)
        without = self.known.outlines if anew else self.outcome.removed
        self.outcome.restorer = self.train(sources, without)
        advance(1)
        advance = self.progress.step("Dựng bố cục, trích dữ kiện", len(sources))
        for source in sources:
            try:
                stored = make_plan(source, self.outcome.restorer)
            except UnreadableFile as error:
                self._fail(source.path, error)
            else:
                self._settle(stored, source.path)
            advance(1)
        if anew:  # what cannot be made by the rules of today does not stay by those of yesterday
            self.outcome.removed |= set(self.known.outlines) - set(self.outcome.added)

    def _settle(self, stored: StoredPlan, path: Path) -> None:
        """Put one plan in its place among those known and those just read."""
        plan = stored.plan
        replaced = plan.id in self.known.outlines
        before = self._plan_before(path)
        if before and before != plan.id:
            self.outcome.removed.add(before)
            replaced = True
        for rival in self._rivals(plan):
            rival_path = self._path_of(rival.id)
            if rival_path is not None and rival_path.exists():
                kept = _preferred(plan, path, rival, rival_path)
                if kept is rival:
                    self._note_same(path, plan, rival_path, rival)
                    return
                self._note_same(rival_path, rival, path, plan)
            else:
                replaced = True
            self._drop(rival.id)
        self.outcome.added[plan.id] = stored
        self.outcome.records[path] = FileRecord(path, plan.sha256, "taken", plan.id)
        self._like[plan_key(plan)].append(plan.id)
        if replaced:
            self.outcome.changed.add(plan.id)

    def _plan_before(self, path: Path) -> str | None:
        """Return the plan that this file gave before, unless it now lies in another file."""
        record = self.known.records.get(path)
        if record is None or record.standing not in ("taken", "failed"):
            return None
        return None if record.plan in self.found.moved else record.plan

    def _rivals(self, plan: Plan) -> list[Plan]:
        """Return the other readings of one plan, known or just read."""
        rivals = []
        for plan_id in dict.fromkeys(self._like[plan_key(plan)]):
            if plan_id == plan.id or plan_id in self.outcome.removed:
                continue
            added = self.outcome.added.get(plan_id)
            rivals.append(added.plan if added else self.store.plan(plan_id))
        return [rival for rival in rivals if same_plan(plan, rival)]

    def _path_of(self, plan_id: str) -> Path | None:
        """Return the file a plan was read from, in this run or before."""
        for record in self.outcome.records.values():
            if record.plan == plan_id and record.standing == "taken":
                return record.path
        home = self.known.homes.get(plan_id)
        return self.found.moved.get(plan_id, home.path if home else None)

    def _note_same(self, path: Path, plan: Plan, kept_path: Path, kept: Plan) -> None:
        self.outcome.same.append(SameAs(path.name, kept_path.name))
        self.outcome.records[path] = FileRecord(path, plan.sha256, "same", kept.id)

    def _drop(self, plan_id: str) -> None:
        """Let a plan go, whether it is in the store or was just read."""
        if self.outcome.added.pop(plan_id, None) is None or plan_id in self.known.outlines:
            self.outcome.removed.add(plan_id)


def _preferred(plan: Plan, path: Path, rival: Plan, rival_path: Path) -> Plan:
    """Return the reading to keep: the more legible one; of equals the file written last.

    Files of the very same words change nothing: the one that was taken stays.
    """
    if wear(plan) != wear(rival):
        return min(plan, rival, key=wear)
    if tokens(plan.text) == tokens(rival.text):
        return rival
    return plan if path.stat().st_mtime > rival_path.stat().st_mtime else rival
