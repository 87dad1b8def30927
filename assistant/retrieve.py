"""Query → hits: the passages of the plans in scope that meet a question, by meaning and by words.

Dense alone misses what is typed without diacritics, lexical alone misses English; together they
find more than either (`search.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from assistant.answer import Hit, Turn
from assistant.corpus_reader import CorpusReader, Generation
from assistant.query import Query
from assistant.question import QuestionReader
from assistant.reranking import Reranker, reranked
from assistant.search import DEPTH, find_near, rank, wanted_words

NEIGHBOURS = 400
"""Passages whose closeness in meaning is looked up: all of a plan, the nearest of many plans."""

_BESIDE = ThreadPoolExecutor(2, "words")
"""Where the words of a question are looked up while its vector is made on another core."""


def read_question(question: str, history: Sequence[Turn], generation: Generation) -> Query:
    """Read a question against the plans of a generation, with its decoder of accents."""
    accent, mend = generation.restorer.accent, generation.speller.mend
    reader = QuestionReader(generation.plans, accent, mend, generation.agencies_of)
    return reader.read(question, history)


@dataclass(frozen=True)
class Found:
    """The hits of a query, and the cosine of every passage that was looked at, by its id."""

    hits: tuple[Hit, ...]
    similarities: Mapping[str, float]


class PlanRetriever(BaseRetriever):
    """Finds passages, as a LangChain retriever: a question in, documents with their place out."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    reader: CorpusReader
    limit: int = 10
    reranker: Reranker | None = None

    def find(self, query: Query, generation: Generation) -> Found:
        """Return up to `limit` hits of the plans in scope, best first, and how close all are."""
        plan_ids = [plan.id for plan in query.plans]
        every = bool(plan_ids) and len(plan_ids) == len(generation.plans)
        scope = None if every else plan_ids
        store, wanted = self.reader.store, wanted_words(query)
        worded = _BESIDE.submit(store.search_words, wanted, DEPTH, scope)
        vector = self.reader.embedder.embed_question(query.text)
        near = find_near(store, generation.vectors, vector, NEIGHBOURS, scope)
        ranked = rank(store, vector, wanted, near, scope, worded=worded.result())[: self.limit]
        passages = {p.id: p for p in store.passages([i for i, _ in ranked])}
        hits = tuple(
            Hit(passages[passage_id], score, rank, "fused")
            for rank, (passage_id, score) in enumerate(ranked, start=1)
            if passage_id in passages
        )
        if self.reranker:
            hits = reranked(hits, query.text, self.reranker)
        return Found(hits, dict(near))

    def hits(self, question: str, history: Sequence[Turn] = ()) -> tuple[Hit, ...]:
        """Return the hits of a question, its place, year and plan read from it first."""
        generation = self.reader.generation()
        return self.find(read_question(question, history, generation), generation).hits

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        plans = self.reader.generation().by_id
        return [
            Document(
                id=hit.passage.id,
                page_content=hit.passage.reading,
                metadata={
                    "document": plans[hit.passage.plan_id].file,
                    "section": ".".join(hit.passage.path),
                    "start": hit.passage.span.start,
                    "end": hit.passage.span.end,
                    "score": hit.score,
                    "rank": hit.rank,
                },
            )
            for hit in self.hits(query)
        ]
