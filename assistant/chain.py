"""The chain: question → query → hits → answer, as one LangChain runnable."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass

from langchain_core.runnables import Runnable, RunnableLambda

from assistant.answer import Answer, Hit, Partial, Turn
from assistant.answering.draft import Draft
from assistant.answering.extractive import NAME, ExtractiveAnswerer
from assistant.corpus_reader import CorpusReader, Generation
from assistant.query import Query
from assistant.resolved import resolved
from assistant.retrieve import Found, PlanRetriever, read_question
from corpus.embedding import Embedder, load_embedder
from corpus.errors import PlanAssistantError
from corpus.plan import Plan
from corpus.settings import Settings

CERTAINTY = 6.0
EVEN = 0.55
"""Slope and middle of the curve that makes a confidence of the support of evidence."""

RETRIES = 2
"""Times a question is put anew because an ingest switched while it was answered; two switches in a
row within a tenth of a second do not happen."""


@dataclass(frozen=True)
class _Asked:
    question: str
    history: tuple[Turn, ...]


@dataclass(frozen=True)
class _Understood:
    query: Query
    generation: Generation


@dataclass(frozen=True)
class _Retrieved:
    query: Query
    generation: Generation
    found: Found


class Assistant:
    """Answers questions about the plans of one state folder. Threads may share it."""

    def __init__(
        self, reader: CorpusReader, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        self.reader = reader
        self._clock = clock
        self.retriever = PlanRetriever(reader=reader)
        self._answerer = ExtractiveAnswerer(reader.store, reader.passages_of, reader.facts_of)
        self.chain: Runnable[_Asked, tuple[Query, Draft]] = (
            RunnableLambda(self._understand)
            | RunnableLambda(self._retrieve)
            | RunnableLambda(self._answer)
        )

    @property
    def plans(self) -> tuple[Plan, ...]:
        return self.reader.generation().plans

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """Answer a question after the turns before it; says so where the plans are silent."""
        started = self._clock()
        query, draft = self._run(_Asked(question, tuple(history)))
        understood = resolved(query)
        return Answer(
            question=question,
            answer=draft.answer,
            short_answer=draft.short_answer,
            abstained=draft.abstained,
            reason=draft.reason,
            language=query.language,
            answerer=NAME,
            citations=draft.citations,
            latency_s=round(self._clock() - started, 4),
            understood=str(understood["understood"]),
            confidence=0.0 if draft.abstained else round(confidence(draft.strength), 3),
            query=understood,
            choices=draft.choices,
        )

    def ask_stream(
        self, question: str, history: Sequence[Turn] = ()
    ) -> Generator[Partial | Answer]:
        """Answer step by step, as the window shows it; extracts are there at once."""
        yield self.ask(question, history)

    def _run(self, asked: _Asked) -> tuple[Query, Draft]:
        """Run the chain on one generation; once more where an ingest switched meanwhile.

        What a switch takes away can fail a question half way, or give it parts of two generations.
        """
        for _ in range(RETRIES):
            generation = self.reader.generation()
            try:
                result = self.chain.invoke(asked)
            except (PlanAssistantError, LookupError):
                if self.reader.is_current(generation):
                    raise
            else:
                if self.reader.is_current(generation):
                    return result
        return self.chain.invoke(asked)

    def retrieve(self, question: str, history: Sequence[Turn] = ()) -> tuple[Hit, ...]:
        """Return up to ten hits of a question, best first."""
        return self.retriever.hits(question, history)

    def _understand(self, asked: _Asked) -> _Understood:
        generation = self.reader.generation()
        query = read_question(asked.question, asked.history, generation)
        return _Understood(query, generation)

    def _retrieve(self, understood: _Understood) -> _Retrieved:
        query, generation = understood.query, understood.generation
        return _Retrieved(query, generation, self.retriever.find(query, generation))

    def _answer(self, retrieved: _Retrieved) -> tuple[Query, Draft]:
        query, plans = retrieved.query, retrieved.generation.plans
        return query, self._answerer.answer(query, retrieved.found, plans)


def confidence(strength: float) -> float:
    """Return how often answers of such evidence are right: a logistic curve of its strength."""
    return 1.0 / (1.0 + math.exp(-CERTAINTY * (strength - EVEN)))


def open_assistant(settings: Settings, embedder: Embedder | None = None) -> Assistant:
    """Open the index of the state folder; the embedding model is loaded unless handed in.

    Raises IndexUnavailable, ModelMismatch or ModelUnavailable, each saying what to do.
    """
    embedder = embedder or load_embedder(settings.embedding_model, settings.state_dir)
    return Assistant(CorpusReader(settings.state_dir, embedder))
