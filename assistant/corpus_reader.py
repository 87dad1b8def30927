"""The current generation, opened for answering, and opened anew when an ingest switches it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.agency import agency_keys
from assistant.spelling import Speller
from corpus.embedding import Embedder
from corpus.errors import IndexUnavailable, ModelMismatch
from corpus.facts import Facts
from corpus.plan import Passage, Plan, Section
from corpus.restore import Restorer
from corpus.store import State, Store
from corpus.vectors import SKETCHES, SketchIndex, VectorIndex, open_whole, write_vectors


@dataclass(frozen=True)
class Generation:
    """One state of the corpus: its plans, its vectors, and the decoder trained on it."""

    number: int
    plans: tuple[Plan, ...]
    vectors: VectorIndex | SketchIndex
    restorer: Restorer
    passages_of: Callable[[str], tuple[Passage, ...]]
    own_folder: TemporaryDirectory[str] | None = None
    """Where this process built the vectors anew, because those of the index fell short."""

    @cached_property
    def by_id(self) -> dict[str, Plan]:
        return {plan.id: plan for plan in self.plans}

    @cached_property
    def speller(self) -> Speller:
        """What mends slips of typing, from the same learned words as the decoder of accents."""
        places = dict.fromkeys(plan.place.value for plan in self.plans if plan.place.value)
        return Speller(self.restorer.model, places)

    @cached_property
    def _agencies(self) -> dict[str, frozenset[str]]:
        return {}

    def agencies_of(self, plan: Plan) -> frozenset[str]:
        """Return the keys of the agencies that a plan names, garble restored."""
        if plan.id not in self._agencies:
            said = (" . ".join([*p.headings, p.reading]) for p in self.passages_of(plan.id))
            self._agencies[plan.id] = frozenset(agency_keys(" . ".join(said)))
        return self._agencies[plan.id]

    def plan(self, plan_id: str) -> Plan:
        return self.by_id[plan_id]


class CorpusReader:
    """Reads a state folder. Safe to share between threads; never writes."""

    def __init__(self, state_dir: Path, embedder: Embedder) -> None:
        self.store = Store(state_dir, often=True)
        self.embedder = embedder
        self._lock = threading.Lock()
        self._generation: Generation | None = None
        self._passages: dict[str, tuple[Passage, ...]] = {}
        self._facts: dict[str, Facts] = {}

    def generation(self) -> Generation:
        """Return the current generation, opening it when an ingest has switched since.

        Raises IndexUnavailable without an index, ModelMismatch where another model made it.
        """
        state = self.store.state()
        with self._lock:
            if self._generation and self._generation.number == state.generation:
                return self._generation
            if state.generation == 0:
                raise IndexUnavailable("Kho chưa có kế hoạch nào; hãy chạy `python -m ingest`.")
            if state.model != self.embedder.model:
                raise ModelMismatch(
                    f"Chỉ mục được dựng bằng mô hình {state.model}, nhưng đang đặt "
                    f"{self.embedder.model}; hãy chạy `python -m ingest` để dựng lại."
                )
            content = self.store.restorer()
            assert content is not None, "a generation is stored with its decoder"
            vectors, own_folder = self._open_vectors(state)
            self._generation = Generation(
                state.generation,
                self.store.plans(),
                vectors,
                Restorer.from_bytes(content),
                self.passages_of,
                own_folder,
            )
            self._passages, self._facts = {}, {}
            return self._generation

    def is_current(self, generation: Generation) -> bool:
        """Tell whether no ingest has switched since a generation was opened."""
        return self.store.state().generation == generation.number

    def _open_vectors(
        self, state: State
    ) -> tuple[VectorIndex | SketchIndex, TemporaryDirectory[str] | None]:
        """Open the vectors and check them against SQLite; where they fall short, build them anew.

        Anew in a folder of this process: the index has one writer, which mends it at its next run.
        """
        store = self.store
        if state.vectors == SKETCHES:
            return SketchIndex(store), None
        folder = store.folder / state.vectors
        index = open_whole(folder, store.passage_count(), store.probes())
        if index is not None:
            return index, None
        own_folder = TemporaryDirectory(prefix="vectors-", ignore_cleanup_errors=True)
        folder = Path(own_folder.name) / "vectors"
        write_vectors(folder, *self.store.vectors())
        return VectorIndex(folder), own_folder

    def passages_of(self, plan_id: str) -> tuple[Passage, ...]:
        """Return the passages of a plan in document order, remembered while they are current."""
        found = self._passages.get(plan_id)
        if found is None:
            found = self.store.passages_of(plan_id)
            self._passages[plan_id] = found
        return found

    def facts_of(self, plan_id: str) -> Facts:
        """Return the facts of a plan, remembered while they are current."""
        found = self._facts.get(plan_id)
        if found is None:
            found = self.store.facts(plan_id)
            self._facts[plan_id] = found
        return found

    def sections(self, plan_id: str) -> Sequence[Section]:
        return self.store.sections(plan_id)
