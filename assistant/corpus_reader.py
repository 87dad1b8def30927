"""The current generation, opened for answering, and opened anew when an ingest switches it."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from corpus.embedding import Embedder
from corpus.errors import IndexUnavailable, ModelMismatch
from corpus.plan import Passage, Plan, Section
from corpus.restore import Restorer
from corpus.store import Store
from corpus.vectors import VectorIndex


@dataclass(frozen=True)
class Generation:
    """One state of the corpus: its plans, its vectors, and the decoder trained on it."""

    number: int
    plans: tuple[Plan, ...]
    vectors: VectorIndex
    restorer: Restorer

    @cached_property
    def by_id(self) -> dict[str, Plan]:
        return {plan.id: plan for plan in self.plans}

    def plan(self, plan_id: str) -> Plan:
        return self.by_id[plan_id]


class CorpusReader:
    """Reads a state folder. Safe to share between threads; never writes."""

    def __init__(self, state_dir: Path, embedder: Embedder) -> None:
        self.store = Store(state_dir)
        self.embedder = embedder
        self._lock = threading.Lock()
        self._generation: Generation | None = None
        self._passages: dict[str, tuple[Passage, ...]] = {}

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
            self._generation = Generation(
                state.generation,
                self.store.plans(),
                VectorIndex(self.store.vectors_folder(state.generation)),
                Restorer.from_bytes(content),
            )
            self._passages = {}
            return self._generation

    def passages_of(self, plan_id: str) -> tuple[Passage, ...]:
        """Return the passages of a plan in document order, remembered while they are current."""
        found = self._passages.get(plan_id)
        if found is None:
            found = self.store.passages_of(plan_id)
            self._passages[plan_id] = found
        return found

    def sections(self, plan_id: str) -> Sequence[Section]:
        return self.store.sections(plan_id)
