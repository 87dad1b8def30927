"""What each part of retrieval brings: the plans' own questions, with one part left out at a time.

Everything but the part left out is the product: its reading of the question, its index, its order.
Only "no repair" needs an index of its own, in which damaged pages are searched as they are printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from assistant.answer import Hit
from assistant.corpus_reader import CorpusReader, Generation
from assistant.query import Query
from assistant.question import QuestionReader
from assistant.retrieve import NEIGHBOURS, read_question
from assistant.search import Sides, find_near, rank, wanted_words
from corpus.plan import Passage, Plan
from corpus.store import Change, State, Store, StoredPlan
from evals.question import Question
from evals.run import HITS, RetrievalRecord, judge_hits, retrievable
from evals.summary import RetrievalFigures, summarise_retrieval
from ingest.generation import switch
from ingest.make import embedding_text

EVERYTHING = Sides()


@dataclass(frozen=True)
class Without:
    """One row of the table: what is left out."""

    name: str
    sides: Sides = EVERYTHING
    place: bool = True
    repair: bool = True
    glossary: bool = True
    accents: bool = True


ROWS = (
    Without("vectors alone", Sides(words=False)),
    Without("words alone", Sides(vectors=False)),
    Without("no parts of passages", Sides(details=False)),
    Without("no place filter", place=False),
    Without("no repair", repair=False),
    Without("no glossary", glossary=False),
    Without("no re-accenting", accents=False),
    Without("all of it"),
)


@dataclass(frozen=True)
class Ablation:
    """The figures of one row, over the questions with gold sections."""

    name: str
    figures: RetrievalFigures


def measure_ablations(
    reader: CorpusReader, questions: Sequence[Question], scratch: Path
) -> Iterator[Ablation]:
    """Yield the figures of every row; `scratch` is a folder for the index without repair."""
    raw = unrepaired(reader, scratch)
    for row in ROWS:
        records = rank_questions(reader if row.repair else raw, questions, row)
        yield Ablation(row.name, summarise_retrieval(tuple(records))[0])


def rank_questions(
    reader: CorpusReader, questions: Sequence[Question], row: Without
) -> Iterator[RetrievalRecord]:
    """Yield the judged ranking of every question that has something to retrieve."""
    generation = reader.generation()
    for question in retrievable(questions):
        query = read_without(question, generation, row)
        ids = [plan.id for plan in query.plans]
        scope = ids if row.place and len(ids) < len(generation.plans) else None
        store, vector = reader.store, reader.embedder.embed_question(query.text)
        near = find_near(store, generation.vectors, vector, NEIGHBOURS, scope)
        ranked = rank(store, vector, wanted_words(query), near, scope, row.sides)[:HITS]
        passages = {one.id: one for one in store.passages([name for name, _ in ranked])}
        hits = [Hit(passages[i], score, n, row.name) for n, (i, score) in enumerate(ranked, 1)]
        yield judge_hits(question, hits, generation.by_id, 0.0)


def read_without(question: Question, generation: Generation, row: Without) -> Query:
    """Return a question read without its accents given back or without the glossary."""
    if not row.accents:
        reader = QuestionReader(generation.plans, lambda text: text, generation.speller.mend)
        return reader.read(question.question, question.history)
    query = read_question(question.question, question.history, generation)
    if not row.glossary and query.language == "en":
        return replace(query, text=query.own, terms=(), spoken=())
    return query


def unrepaired(reader: CorpusReader, folder: Path) -> CorpusReader:
    """Return the same corpus with damaged passages searched as they are printed."""
    store, restorer = reader.store, reader.store.restorer()
    ids, _, rows = store.vectors()
    vectors = dict(zip(ids, rows, strict=True))
    added = []
    for plan in store.plans():
        passages = tuple(_as_printed(plan, one) for one in store.passages_of(plan.id))
        texts = [embedding_text(plan, one) for one in passages]
        own = (
            reader.embedder.embed_passages(texts)
            if plan.damaged
            else np.stack([vectors[one.id] for one in passages])
        )
        added.append(StoredPlan(plan, store.sections(plan.id), passages, own, store.facts(plan.id)))
    state = State(0, reader.embedder.model, "", "")
    switch(Store(folder), Change(state, added=tuple(added), restorer=restorer))
    return CorpusReader(folder, reader.embedder)


def _as_printed(plan: Plan, passage: Passage) -> Passage:
    if not any(page.damaged for page in plan.pages_of(passage.span)):
        return passage
    headings = tuple(plan.text[slice(*span)] for span in passage.heading_spans)
    return replace(passage, reading=passage.text, headings=headings)


def render_ablations(rows: Sequence[Ablation]) -> str:
    """Return the table."""
    head = ("n", "S@1", "S@5", "R@10", "nDCG@10", "MRR@10", "quote@1", "quote@10")
    lines = [f"{'':<24}" + "".join(f"{title:>10}" for title in head)]
    for row in rows:
        one = row.figures
        values = (one.success_1, one.success_5, one.recall_10, one.ndcg_10, one.mrr_10)
        cells = "".join(
            "         –" if v is None else f"{v:10.3f}"
            for v in (*values, one.quote_1, one.quote_10)
        )
        lines.append(f"{row.name:<24}{one.n_sections:>10}{cells}")
    return "\n".join(lines)
