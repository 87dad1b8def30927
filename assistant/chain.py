"""The chain: question → query → hits → answer, as one LangChain runnable."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from langchain_core.runnables import Runnable, RunnableLambda

from assistant.answer import Answer, Hit, Partial, Turn
from assistant.answering.draft import Draft
from assistant.answering.extractive import NAME, ExtractiveAnswerer
from assistant.corpus_reader import CorpusReader, Generation
from assistant.model.settings import ModelSettings
from assistant.query import Query
from assistant.reranking import Reranker, RerankSettings
from assistant.resolved import resolved
from assistant.retrieve import Found, PlanRetriever, read_question
from assistant.tracing import NO_TRACE, Trace, TraceSettings, open_trace
from corpus.embedding import Embedder, open_embedder
from corpus.errors import PlanAssistantError
from corpus.plan import Passage, Plan
from corpus.settings import Settings

if TYPE_CHECKING:
    from assistant.model.writer import Writer

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
    trace: Trace


@dataclass(frozen=True)
class _Understood:
    query: Query
    generation: Generation
    trace: Trace


@dataclass(frozen=True)
class _Retrieved:
    query: Query
    generation: Generation
    found: Found


@dataclass(frozen=True)
class _Answered:
    query: Query
    generation: Generation
    found: Found
    draft: Draft


class Assistant:
    """Answers questions about the plans of one state folder. Threads may share it."""

    def __init__(
        self,
        reader: CorpusReader,
        clock: Callable[[], float] = time.perf_counter,
        writer: Writer | None = None,
        trace: Trace = NO_TRACE,
        reranker: Reranker | None = None,
    ) -> None:
        self.reader = reader
        self._clock, self._writer, self._trace = clock, writer, trace
        self.retriever = PlanRetriever(reader=reader, reranker=reranker)
        self._answerer = ExtractiveAnswerer(reader.store, reader.passages_of, reader.facts_of)
        self.chain: Runnable[_Asked, _Answered] = (
            RunnableLambda(self._understand)
            | RunnableLambda(self._retrieve)
            | RunnableLambda(self._answer)
        )

    @property
    def plans(self) -> tuple[Plan, ...]:
        return self.reader.generation().plans

    def without_model(self) -> Assistant:
        """Return the same assistant as it answers from extracts alone."""
        reranker = self.retriever.reranker
        return Assistant(self.reader, self._clock, trace=self._trace, reranker=reranker)

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """Answer a question after the turns before it; says so where the plans are silent."""
        *_, last = self.ask_stream(question, history)
        assert isinstance(last, Answer)
        return last

    def ask_stream(
        self, question: str, history: Sequence[Turn] = ()
    ) -> Generator[Partial | Answer]:
        """Answer step by step, as the window shows it; extracts are there at once."""
        started = self._clock()
        with self._trace.span("question", question=question, turns=len(history)) as trace:
            if self._writer:
                yield Partial("searching")
            answered = self._run(_Asked(question, tuple(history), trace))
            answer = self._answer_of(question, answered)
            if self._writer:
                answer = yield from self._written(self._writer, answer, answered, trace)
            yield replace(answer, latency_s=round(self._clock() - started, 4))

    def _answer_of(self, question: str, answered: _Answered) -> Answer:
        draft, understood = answered.draft, resolved(answered.query)
        return Answer(
            question=question,
            answer=draft.answer,
            short_answer=draft.short_answer,
            abstained=draft.abstained,
            reason=draft.reason,
            language=answered.query.language,
            answerer=NAME,
            citations=draft.citations,
            latency_s=0.0,
            understood=str(understood["understood"]),
            confidence=0.0 if draft.abstained else round(confidence(draft.strength), 3),
            query=understood,
            choices=draft.choices,
        )

    def _written(
        self, writer: Writer, extract: Answer, answered: _Answered, trace: Trace
    ) -> Generator[Partial, None, Answer]:
        """Have the model write the answer; the extracts stand where it fails in any way."""
        query, plans = answered.query, answered.generation.plans
        evidence = self._evidence(answered)
        written = yield from writer.write(query, answered.draft, plans, evidence, trace)
        told = replace(
            extract, claims=written.claims, invented_keys=written.invented, notice=written.notice
        )
        if written.draft is None or not self.reader.is_current(answered.generation):
            return told
        return replace(
            told,
            answer=written.draft.answer,
            short_answer=written.draft.short_answer,
            citations=written.draft.citations,
            answerer="model",
        )

    def _evidence(self, answered: _Answered) -> list[Passage]:
        """Return the passages to answer from: those the extracts cite, then the hits."""
        cited = [
            passage
            for citation in answered.draft.citations
            for passage in self.reader.passages_of(citation.plan_id)
            if any(
                span.start <= citation.start < span.end
                for span in (passage.span, *passage.heading_spans[-1:])
            )
        ]
        return [*cited, *(hit.passage for hit in answered.found.hits)]

    def _run(self, asked: _Asked) -> _Answered:
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

    def warm_up(self) -> None:
        """Load what a first question would wait for: model, dictionaries, words of the plans."""
        if self.reader.store.state().generation == 0:  # nothing is taken in yet
            return
        for question in _FIRST_QUESTIONS if self.plans else ():
            self._run(_Asked(question, (), NO_TRACE))

    def retrieve(self, question: str, history: Sequence[Turn] = ()) -> tuple[Hit, ...]:
        """Return up to ten hits of a question, best first."""
        return self.retriever.hits(question, history)

    def _understand(self, asked: _Asked) -> _Understood:
        generation = self.reader.generation()
        query = read_question(asked.question, asked.history, generation)
        if self._writer and self._writer.rewrites and asked.history:
            query = self._rewritten(self._writer, asked, query, generation)
        return _Understood(query, generation, asked.trace)

    def _rewritten(
        self, writer: Writer, asked: _Asked, query: Query, generation: Generation
    ) -> Query:
        """Return a follow-up as the model puts it, where it neither loses nor adds what is read.

        Places, plans, years, agencies and language must be those that the rules read.
        """
        alone = writer.rewrite(asked.question, asked.history)
        read = read_question(alone, (), generation)
        same = all(
            getattr(read, part) == getattr(query, part)
            for part in ("places", "missing", "plans", "years", "language", "kind", "ask")
        )
        return replace(read, base=query.base) if same else query

    def _retrieve(self, understood: _Understood) -> _Retrieved:
        query, generation = understood.query, understood.generation
        with understood.trace.span("retrieval", plans=len(query.plans)):
            return _Retrieved(query, generation, self.retriever.find(query, generation))

    def _answer(self, retrieved: _Retrieved) -> _Answered:
        query, generation, found = retrieved.query, retrieved.generation, retrieved.found
        draft = self._answerer.answer(query, found, generation.plans)
        return _Answered(query, generation, found, draft)


_FIRST_QUESTIONS = (
    "Các cơ quan nào chủ trì, phối hợp về thư viện?",
    "cac ke hoach dat chi tieu bao nhieu",
    "Which agencies lead in each plan, and when do they report?",
)
"""With marks, without, and in English, of all plans: each loads what the others do not."""


def confidence(strength: float) -> float:
    """Return how often answers of such evidence are right: a logistic curve of its strength."""
    return 1.0 / (1.0 + math.exp(-CERTAINTY * (strength - EVEN)))


def open_assistant(settings: Settings, embedder: Embedder | None = None) -> Assistant:
    """Open the index of the state folder; the embedding model is loaded unless handed in.

    A language model is opened where the settings name one. Raises IndexUnavailable, ModelMismatch,
    ModelUnavailable or ModelError, each saying what to do.
    """
    if embedder is None:
        embedder = open_embedder(settings)
    trace = open_trace(TraceSettings())
    writer = None
    if ModelSettings().wanted:
        from assistant.model.writer import open_writer  # here: most offices have no model

        writer = open_writer(ModelSettings(), embedder)
    reader = CorpusReader(settings.state_dir, embedder)
    return Assistant(reader, writer=writer, trace=trace, reranker=_open_reranker())


def _open_reranker() -> Reranker | None:
    name = RerankSettings().reranker.strip()
    if not name:
        return None
    from corpus.cross_encoder import CrossEncoderScores  # here: it loads a model

    return CrossEncoderScores(name)
