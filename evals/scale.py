"""How retrieval grows with the corpus: made plans by the thousand, and what is known of them.

The plans are those of `generator.py`, cut by the real outline and passages and kept in the real
store. Embedding 800,000 passages takes hours, so a vector is derived: that of its words without
the place, which is embedded, with a direction for the place and a little chance added; a question's
in the same way. One further plan goes the whole way in, embedded for true. Left out: answers.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from assistant.corpus_reader import CorpusReader
from assistant.search import find_near, rank
from corpus.embedding import Embedder, Vectors
from corpus.facts import Facts
from corpus.lexical import Wanted
from corpus.plan import Field, Page, Passage, Plan, Span
from corpus.store import Change, State, Store, StoredPlan
from evals.generator import MadePlan, Target, invent_plan, question_of
from evals.measures import percentile
from evals.run import Clock
from ingest.generation import switch
from ingest.intake import find_files, ingest, rules
from ingest.make import train_restorer
from ingest.outline import find_outline
from ingest.passages import find_passages

SIZES = (5, 100, 1_000, 10_000)
"""Plans. The last has some 810,000 passages and takes an hour of two cores and 9 GB of disk."""

BATCH = 250
"""Plans put in by one switch."""

ASKED = 100
"""Questions a size, each of another plan."""

PLACE_WEIGHT = 0.35
CHANCE_WEIGHT = 0.15
"""What the place and chance add to a vector: passages of one wording in two places then have a
cosine of .9 and of two wordings one of .8, as those of the real plans do."""

_SHARE = re.compile(r"\d+%")


@dataclass
class Derived:
    """Vectors made of a few embedded wordings."""

    embedder: Embedder
    known: dict[str, Vectors] = field(default_factory=dict)

    def passages(self, place: str, words: Sequence[str]) -> Vectors:
        """Return float32[n, d] for passages of one place."""
        bare = [_SHARE.sub("%", one) for one in words]
        new = sorted({one for one in bare if one not in self.known})
        self.known |= zip(new, self.embedder.embed_passages(new), strict=True) if new else {}
        rows = np.stack([self.known[one] for one in bare])
        moved = rows + PLACE_WEIGHT * _direction(place, rows.shape[1])
        chance = [_direction(f"{place} {one}", rows.shape[1]) for one in words]
        return _unit(moved + CHANCE_WEIGHT * np.stack(chance))

    def question(self, place: str, words: str) -> Vectors:
        """Return float32[d] for a question about a place, `words` without it."""
        if words not in self.known:
            self.known[words] = self.embedder.embed_question(words)
        row = self.known[words]
        vector: Vectors = _unit(row + PLACE_WEIGHT * _direction(place, len(row)))
        return vector


def _direction(name: str, width: int) -> Vectors:
    seed = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "little")
    return _unit(np.random.default_rng(seed).standard_normal(width).astype(np.float32))


def _unit(vectors: Vectors) -> Vectors:
    unit: Vectors = vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)
    return unit


@dataclass(frozen=True)
class Size:
    """What was measured at one number of plans."""

    plans: int
    passages: int
    bytes_a_passage: float
    open_s: float
    """To open the generation, the model left out."""
    memory_gb: float
    scoped_p50_ms: float
    """Of one plan: the question names its place."""
    scoped_p95_ms: float
    scoped_success_1: float
    all_p50_ms: float
    """Of all plans: the place is not looked at but among the words."""
    all_p95_ms: float
    all_success_1: float
    new_plan_s: float
    """One plan more, from its file to the switch, embedding included."""


def measure_scale(
    folder: Path,
    embedder: Embedder,
    clock: Clock,
    memory: Callable[[], int],
    sizes: Sequence[int] = SIZES,
) -> Iterator[Size]:
    """Yield the figures of each size, the corpus growing in a state folder that is given."""
    derived, store, there = Derived(embedder), Store(folder), 0
    for size in sizes:
        for start in range(there, size, BATCH):
            numbers = range(start, min(start + BATCH, size))
            _put_in(store, [stored_plan(invent_plan(n), n, derived) for n in numbers], embedder)
        there = size
        yield _measure(store, folder, derived, clock, memory, size)


def stored_plan(made: MadePlan, number: int, derived: Derived) -> StoredPlan:
    """Return a made plan as the store keeps it, its vectors derived."""
    name, none = f"made-{number:05d}", Field(None)
    plan = Plan(
        id=name,
        file=f"{name}.txt",
        sha256=hashlib.sha256(made.text.encode()).hexdigest(),
        text=made.text,
        number=Field(f"{made.number}/KH-UBND"),
        issuer=none,
        place=Field(made.place),
        date=none,
        title=none,
        programme=none,
        signer=none,
        bases=(),
        recipients=(),
        replaces=(),
        pages=(Page(None, Span(0, len(made.text)), "text", 1.0, 1.0, damaged=False),),
    )
    passages = find_passages(name, made.text, find_outline(made.text))
    words = [_words(one, made.place) for one in passages]
    return StoredPlan(plan, (), passages, derived.passages(made.place, words), Facts(name))


def _words(passage: Passage, place: str) -> str:
    return ". ".join([*passage.headings[1:], passage.reading]).replace(place, "")


def _put_in(store: Store, plans: Sequence[StoredPlan], embedder: Embedder) -> None:
    restorer = None
    if store.state().generation == 0:
        restorer = train_restorer([stored.plan.text for stored in plans[:8]], []).to_bytes()
    switch(
        store, Change(State(0, embedder.model, rules(), ""), added=tuple(plans), restorer=restorer)
    )


def _measure(
    store: Store,
    folder: Path,
    derived: Derived,
    clock: Clock,
    memory: Callable[[], int],
    size: int,
) -> Size:
    start = clock()
    reader = CorpusReader(folder, derived.embedder)
    generation = reader.generation()
    opened = clock() - start
    step = max(1, size // ASKED)
    asked = [(n, invent_plan(n)) for n in range(0, size, step)][:ASKED]
    scoped, everywhere = (
        [_ask(reader, derived, n, made, made.targets[n % 24], scope, clock) for n, made in asked]
        for scope in (True, False)
    )
    used, passages = memory(), store.passage_count()
    whole = sum(path.stat().st_size for path in store.folder.rglob("*") if path.is_file())
    del generation, reader
    return Size(
        plans=size,
        passages=passages,
        bytes_a_passage=whole / passages,
        open_s=opened,
        memory_gb=used / 1e9,
        **_times("scoped", scoped),
        **_times("all", everywhere),
        new_plan_s=_add_one(folder, derived.embedder, clock, size),
    )


def _times(name: str, asked: Sequence[tuple[float, bool]]) -> dict[str, float]:
    taken = [1000 * seconds for seconds, _ in asked]
    return {
        f"{name}_p50_ms": percentile(taken, 0.5),
        f"{name}_p95_ms": percentile(taken, 0.95),
        f"{name}_success_1": sum(right for _, right in asked) / len(asked),
    }


def _ask(
    reader: CorpusReader,
    derived: Derived,
    number: int,
    made: MadePlan,
    target: Target,
    scoped: bool,
    clock: Clock,
) -> tuple[float, bool]:
    """Return the seconds of one search, the vector at hand, and whether the target came first."""
    question = question_of(made, target)
    vector = derived.question(made.place, question.replace(made.place, ""))
    index, scope = reader.generation().vectors, [f"made-{number:05d}"] if scoped else None
    start = clock()
    near = find_near(reader.store, index, vector, 400, scope)
    ranked = rank(reader.store, vector, Wanted.of([question]), near, scope)
    passages = reader.store.passages([name for name, _ in ranked[:10]])
    seconds = clock() - start
    first = passages[0]
    return seconds, first.plan_id == f"made-{number:05d}" and first.reading == target.sentence


def _add_one(folder: Path, embedder: Embedder, clock: Clock, size: int) -> float:
    """Take one plan more the whole way in; it stays, under a number beyond those of the sizes."""
    path = folder / f"new-{size}.txt"
    path.write_text(invent_plan(9_999, seed=size).text, encoding="utf-8")
    start = clock()
    receipt = ingest(folder, embedder, find_files([path]))
    if len(receipt.new) != 1:
        raise RuntimeError(f"the new plan was not taken in: {receipt}")
    return clock() - start


def slope(sizes: Sequence[Size], value: Callable[[Size], float]) -> float:
    """Return the exponent b of value ≈ a · plans^b, fitted by least squares of the logarithms."""
    x = np.log([one.plans for one in sizes])
    y = np.log([max(value(one), 1e-9) for one in sizes])
    return float(np.polyfit(x, y, 1)[0]) if len(sizes) > 1 else math.nan


_COLUMNS: tuple[tuple[str, Callable[[Size], float], str], ...] = (
    ("passages", lambda one: one.passages, ".0f"),
    ("bytes a passage", lambda one: one.bytes_a_passage, ".0f"),
    ("opening, s", lambda one: one.open_s, ".2f"),
    ("memory, GB", lambda one: one.memory_gb, ".2f"),
    ("one plan: p50 ms", lambda one: one.scoped_p50_ms, ".1f"),
    ("one plan: p95 ms", lambda one: one.scoped_p95_ms, ".1f"),
    ("one plan: S@1", lambda one: one.scoped_success_1, ".2f"),
    ("all plans: p50 ms", lambda one: one.all_p50_ms, ".1f"),
    ("all plans: p95 ms", lambda one: one.all_p95_ms, ".1f"),
    ("all plans: S@1", lambda one: one.all_success_1, ".2f"),
    ("new plan, s", lambda one: one.new_plan_s, ".2f"),
)


def growth_columns() -> tuple[tuple[str, Callable[[Size], float], str], ...]:
    """Return what is told of each size: its name, its value, how it is written."""
    return _COLUMNS


def render_scale(sizes: Sequence[Size]) -> str:
    """Return a row a figure, a column a size, and the exponent of its growth."""
    lines = [f"{'plans':<20}" + "".join(f"{one.plans:>12}" for one in sizes) + f"{'exponent':>10}"]
    for name, value, form in _COLUMNS:
        cells = "".join(f"{value(one):>12{form}}" for one in sizes)
        lines.append(f"{name:<20}{cells}{slope(sizes, value):>10.2f}")
    return "\n".join(lines)


def plot_scale(sizes: Sequence[Size]) -> str:
    """Return the times and the memory against the number of plans, both logarithmic, as SVG."""
    shown = [column for column in _COLUMNS if "p95" in column[0] or column[0] == "new plan, s"]
    colours = ("#1f6feb", "#d1242f", "#1a7f37")
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 260" font-size="11" '
        'role="img" aria-label="Thời gian và bộ nhớ theo số kế hoạch / Times and memory by plans" '
        'style="max-width:40rem">'
    ]
    for power in range(5):
        x = 60 + 90 * power
        parts.append(f'<text x="{x}" y="250" text-anchor="middle">{10**power}</text>')
    for power in range(6):
        parts.append(f'<text x="50" y="{234 - 42 * power}" text-anchor="end">{10**power}</text>')
    for (name, value, _), colour in zip(shown, colours, strict=True):
        unit = 1000 if name.endswith(", s") else 1
        points = " ".join(
            f"{60 + 90 * math.log10(one.plans):.1f},"
            f"{230 - 42 * math.log10(max(1.0, unit * value(one))):.1f}"
            for one in sizes
        )
        parts.append(f'<polyline style="fill:none;stroke:{colour}" points="{points}"/>')
        label = name.replace(", s", ", ms")
        row = 20 + 14 * colours.index(colour)
        parts.append(f'<text x="70" y="{row}" style="fill:{colour}">{label}</text>')
    return "".join([*parts, "</svg>"])
