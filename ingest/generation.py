"""From one generation of the index to the next: vectors beside the old, one switch, tidy up."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from corpus.embedding import Vectors
from corpus.errors import PlanAssistantError
from corpus.store import Change, State, Store, StoredPlan
from corpus.vectors import LARGE, SKETCHES, open_whole, write_vectors


def folder_name(generation: int) -> str:
    return f"vectors-{generation:06d}"


def switch(store: Store, change: Change, large: int = LARGE) -> State:
    """Carry out a change as the next generation and return its state.

    Where the vectors cannot be written, or the store cannot, everything is as it was.
    """
    before = store.state()
    state = _write_vectors(store, before, change, large)
    try:
        store.switch(replace(change, state=state))
    except PlanAssistantError:
        if state.vectors != before.vectors:
            shutil.rmtree(store.folder / state.vectors, ignore_errors=True)
        raise
    return state


def _write_vectors(store: Store, before: State, change: Change, large: int) -> State:
    """Write the vectors of the next generation into a folder of its own.

    With more than `large` passages there is none: their sketches in the store take its place.
    """
    generation = before.generation + 1
    state = replace(change.state, generation=generation, vectors=before.vectors)
    if not change.added and not change.removed and before.vectors:
        return state  # renamed or superseded: the vectors are the same
    if store.passage_count(change.removed) + _count(change.added) > large:
        return replace(state, vectors=SKETCHES)
    name = folder_name(generation)
    ids, owners, rows = _vectors_of(change.added)
    beside = before.vectors not in ("", SKETCHES)
    onto = store.folder / before.vectors if beside else None
    if change.removed or onto is None:
        # written from the truth, so that nothing of what left remains in the files
        kept = store.vectors()
        keep = [i for i, owner in enumerate(kept[1]) if owner not in change.removed]
        ids = [kept[0][i] for i in keep] + ids
        owners = [kept[1][i] for i in keep] + owners
        rows, onto = _stack([kept[2][keep], rows]), None
    write_vectors(store.folder / name, ids, owners, rows, onto)
    return replace(state, vectors=name)


def _count(plans: Sequence[StoredPlan]) -> int:
    return sum(len(stored.passages) for stored in plans)


def _vectors_of(plans: Sequence[StoredPlan]) -> tuple[list[str], list[str], Vectors]:
    passages = [passage for stored in plans for passage in stored.passages]
    rows = _stack([stored.vectors for stored in plans])
    return [p.id for p in passages], [p.plan_id for p in passages], rows


def _stack(parts: Sequence[Vectors]) -> Vectors:
    filled = [part for part in parts if len(part)]
    return np.concatenate(filled) if filled else np.zeros((0, 0), dtype=np.float32)


def mend(store: Store) -> None:
    """Finish what a killed run left, and write vectors again that were lost since."""
    state = store.state()
    if state.vectors == SKETCHES:
        return clear_away(store)
    folder = store.folder / state.vectors
    probes, count = store.probes(), store.passage_count()
    if state.generation and open_whole(folder, count, probes) is None:
        name = folder_name(state.generation + 1)
        ids, owners, rows = store.vectors()
        write_vectors(store.folder / name, ids, owners, rows)
        state = replace(state, generation=state.generation + 1, vectors=name)
        store.switch(Change(state))
    clear_away(store)


def clear_away(store: Store) -> None:
    """Clear away what is of no generation now: free pages of the store, folders of vectors."""
    store.erase_remains()
    state = store.state()
    for folder in store.folder.glob("vectors-*"):
        if folder.name != state.vectors:
            shutil.rmtree(folder, ignore_errors=True)
