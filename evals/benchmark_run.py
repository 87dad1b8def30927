"""Ask the questions of a public set of the product's own search, and of it with parts left out.

A question is read as the window's are: its language told, its accents given back, its words taken
without frame words, English terms looked up. A document ranks by its best passage. Left out: plans,
places and answers, which such sets do not have.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.corpus_reader import CorpusReader
from assistant.query import Query
from assistant.retrieve import NEIGHBOURS, read_question
from assistant.search import Sides, find_near, rank, wanted_words
from corpus.embedding import Embedder, Vectors
from corpus.vietnamese import without_marks
from evals.benchmark import Benchmark, CachedEmbedder, read_benchmark, take_in
from evals.measures import mean, ndcg_at_k, recall_at_k, reciprocal_rank, success_at_k

DEEP = 10
"""Documents of a ranking that are judged."""


EVERYTHING = Sides()


@dataclass(frozen=True)
class Way:
    """One way to search: which sides count, and how the question is read."""

    name: str
    sides: Sides = EVERYTHING
    accents: bool = True
    glossary: bool = True


WAYS = (
    Way("vectors of passages", Sides(details=False, words=False)),
    Way("vectors, with parts", Sides(words=False)),
    Way("words", Sides(vectors=False)),
    Way("fused, without parts", Sides(details=False)),
    Way("fused, no re-accenting", accents=False),
    Way("fused, no glossary", glossary=False),
    Way("fused"),
)
"""The last is the product."""


@dataclass(frozen=True)
class Figures:
    """The figures of one way on one file of questions; means over questions."""

    name: str
    way: str
    spelling: str
    n: int
    success_1: float | None
    recall_5: float | None
    recall_10: float | None
    ndcg_10: float | None
    mrr_10: float | None
    tuned: float | None
    """success@1 of the half by which constants were chosen."""
    held: float | None
    """success@1 of the other half."""


Asked = tuple[str, Query]
"""A question as it was typed, and as it is read."""


def is_tuned(question_id: str) -> bool:
    """Tell the half of the questions by which constants may be chosen, by a hash of the id."""
    return hashlib.sha256(question_id.encode()).digest()[0] < 128


def measure_benchmark(
    folder: Path,
    queries: Sequence[Path],
    spelling: str,
    embedder: CachedEmbedder,
    ways: Sequence[Way] = WAYS,
) -> tuple[Figures, ...]:
    """Return the figures of every way on every file of questions of a set.

    Raises BenchmarkError where the folder is no retrieval set.
    """
    sets = [read_benchmark(folder, path) for path in queries]
    with TemporaryDirectory() as scratch:
        reader = take_in(sets[0].documents, Path(scratch), embedder)
        figures = []
        for one in sets:
            asked = read_all(one, spelling, reader)
            for way in ways:
                ranked = rank_all(asked, way, reader, embedder)
                figures.append(judge(one, way, spelling, ranked))
        return tuple(figures)


def read_all(benchmark: Benchmark, spelling: str, reader: CorpusReader) -> dict[str, Asked]:
    """Return the questions of a set as typed and as they are read in the window, by their ids."""
    alone = replace(reader.generation(), plans=())
    typed = {
        name: without_marks(text) if spelling == "bare" else text
        for name, text in benchmark.questions.items()
    }
    return {name: (text, read_question(text, (), alone)) for name, text in typed.items()}


def rank_all(
    read: Mapping[str, Asked], way: Way, reader: CorpusReader, embedder: CachedEmbedder
) -> dict[str, tuple[str, ...]]:
    """Return the ids of the documents that each question finds, best first."""
    queries = {name: left_as_typed(asked, way) for name, asked in read.items()}
    vectors = embedder.embed_questions([query.text for query in queries.values()])
    return {
        name: _documents(reader, query, vector, way)
        for (name, query), vector in zip(queries.items(), vectors, strict=True)
    }


def left_as_typed(asked: Asked, way: Way) -> Query:
    """Return a question as read, or as typed where a way leaves a part of reading out."""
    text, query = asked
    if not way.accents and query.language == "vi":
        return replace(query, text=text, spoken=query.terms)
    if not way.glossary and query.language == "en":
        return replace(query, text=query.own, terms=(), spoken=())
    return query


def _documents(reader: CorpusReader, query: Query, vector: Vectors, way: Way) -> tuple[str, ...]:
    generation, store = reader.generation(), reader.store
    near = find_near(store, generation.vectors, vector, NEIGHBOURS)
    ranked = rank(store, vector, wanted_words(query), near, None, way.sides)
    owners = store.owners([name for name, _ in ranked])
    files = (generation.by_id[owners[name]].file for name, _ in ranked)
    return tuple(dict.fromkeys(files))[:DEEP]


def judge(
    benchmark: Benchmark, way: Way, spelling: str, ranked: dict[str, tuple[str, ...]]
) -> Figures:
    """Return the figures of the rankings of all questions of a set."""
    gold = benchmark.relevant
    first = {one: success_at_k(found, gold[one], 1) for one, found in ranked.items()}
    return Figures(
        name=benchmark.name,
        way=way.name,
        spelling=spelling,
        n=len(ranked),
        success_1=mean(list(first.values())),
        recall_5=mean([recall_at_k(found, gold[one], 5) for one, found in ranked.items()]),
        recall_10=mean([recall_at_k(found, gold[one], DEEP) for one, found in ranked.items()]),
        ndcg_10=mean([ndcg_at_k(found, gold[one], DEEP) for one, found in ranked.items()]),
        mrr_10=mean([reciprocal_rank(found, gold[one]) for one, found in ranked.items()]),
        tuned=mean([value for one, value in first.items() if is_tuned(one)]),
        held=mean([value for one, value in first.items() if not is_tuned(one)]),
    )


def render_benchmark(figures: Iterable[Figures]) -> str:
    """Return one table: a row for each file of questions and way."""
    head = ("n", "S@1", "R@5", "R@10", "nDCG@10", "MRR@10", "S@1 half", "other half")
    lines = []
    for name, rows in _by_name(figures).items():
        lines += ["", f"{name:<36}" + "".join(f"{title:>12}" for title in head)]
        for one in rows:
            values = list(asdict(one).values())[4:]
            cells = "".join("           –" if v is None else f"{v:12.3f}" for v in values)
            lines.append(f"{one.way:<36}{one.n:12d}{cells}")
    return "\n".join(lines[1:])


def _by_name(figures: Iterable[Figures]) -> dict[str, list[Figures]]:
    found: dict[str, list[Figures]] = {}
    for one in figures:
        found.setdefault(f"{one.name}, spelling {one.spelling}", []).append(one)
    return found


def run_benchmark(
    folder: Path, queries: Sequence[Path], spelling: str, embedder: Embedder, cache: Path
) -> tuple[Figures, ...]:
    """Measure a set, what was embedded kept in the folder `cache`."""
    return measure_benchmark(folder, queries, spelling, CachedEmbedder(embedder, cache))
