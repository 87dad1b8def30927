"""A stock LangChain retriever beside ours: the same Chroma, the same model, on the same questions.

What its tutorials build: RecursiveCharacterTextSplitter of 1000 characters with 200 of overlap, the
chunks embedded by the model as sentence-transformers runs it (`open_model`), the nearest of all
found. Both are judged by characters of
the plan: a hit counts where it overlaps the gold quote, or a gold section, whatever it calls its
sections. Left out: a language model, which answers for neither.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_core.runnables import Runnable

from assistant.chain import Assistant
from corpus.plan import Plan, Section, Span
from corpus.settings import Settings
from evals.measures import mean, percentile
from evals.question import Question
from evals.run import Clock, gold_span, overlaps
from evals.sections import dotted

CHUNK = 1000
OVERLAP = 200
"""The splitter's values in LangChain's own tutorial."""

WARM_UP = 5
"""Questions asked before the timing starts."""


@dataclass(frozen=True)
class Found:
    """One hit: which characters of which plan, by its file."""

    file: str
    span: Span


Retrieve = Callable[[Question], Sequence[Found]]
"""Returns the hits of a question, best first."""


@dataclass(frozen=True)
class Placing:
    """How one system places the gold first; means over questions, times in milliseconds."""

    name: str
    n: int
    section_1: float | None
    """The first hit overlaps a gold section."""
    quoted: int
    quote_1: float | None
    """The first hit overlaps the gold quote, of the questions that have one."""
    quote_5: float | None
    characters: float | None
    """Of the first hit: a longer one overlaps more easily."""
    p50_ms: float
    p95_ms: float


def open_model(settings: Settings) -> Embeddings:
    """Load the model as langchain-huggingface does: sentence-transformers, on all cores."""
    from corpus.embedding import load_embedder

    return load_embedder(settings.embedding_model, settings.state_dir, os.cpu_count() or 1)


def open_stock(plans: Sequence[Plan], embeddings: Embeddings, folder: Path) -> Retrieve:
    """Build the stock index of some plans in a folder."""
    from langchain_chroma import Chroma
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(
        chunk_size=CHUNK, chunk_overlap=OVERLAP, add_start_index=True
    )
    whole = [Document(page_content=plan.text, metadata={"file": plan.file}) for plan in plans]
    store = Chroma("stock", embeddings, persist_directory=str(folder))
    store.add_documents(splitter.split_documents(whole))
    chain: Runnable[str, list[Document]] = store.as_retriever(search_kwargs={"k": 10})
    return lambda question: [_found(one) for one in chain.invoke(question.question)]


def _found(document: Document) -> Found:
    start = document.metadata["start_index"]
    return Found(document.metadata["file"], Span(start, start + len(document.page_content)))


def gold_sections(
    question: Question, sections: Mapping[str, Sequence[Section]]
) -> Iterator[tuple[str, Span]]:
    """Yield where the gold sections of a question stand, by file; `sections` is by file as well."""
    for gold in question.sections:
        for section in sections.get(gold.document, ()):
            if dotted(section.path) == gold.section:
                yield gold.document, section.span


def place(
    name: str,
    retrieve: Retrieve,
    questions: Sequence[Question],
    plans: Mapping[str, Plan],
    sections: Mapping[str, Sequence[Section]],
    clock: Clock,
) -> Placing:
    """Ask every question with gold sections or a gold quote, and judge the first hits.

    `plans` and `sections` are by file. The first few questions are asked twice, to warm up.
    """
    asked = [one for one in questions if one.answerable and (one.sections or one.gold_quote)]
    for question in asked[:WARM_UP]:
        retrieve(question)
    by_section: list[float] = []
    first: list[float] = []
    among: list[float] = []
    sizes: list[float] = []
    times: list[float] = []
    for question in asked:
        start = clock()
        hits = retrieve(question)
        times.append(1000 * (clock() - start))
        sizes += [float(len(range(*hit.span))) for hit in hits[:1]]
        spans = tuple(gold_sections(question, sections))
        if spans:
            by_section.append(float(any(_reaches(hit, spans) for hit in hits[:1])))
        quote = gold_span(question, plans[question.plans[0]])
        if quote.end > quote.start:
            gold = ((question.plans[0], quote),)
            first.append(float(any(_reaches(hit, gold) for hit in hits[:1])))
            among.append(float(any(_reaches(hit, gold) for hit in hits[:5])))
    return Placing(
        name=name,
        n=len(by_section),
        section_1=mean(by_section),
        quoted=len(first),
        quote_1=mean(first),
        quote_5=mean(among),
        characters=mean(sizes),
        p50_ms=percentile(times, 0.5),
        p95_ms=percentile(times, 0.95),
    )


def _reaches(hit: Found, gold: Sequence[tuple[str, Span]]) -> bool:
    return any(hit.file == file and overlaps(hit.span, span) for file, span in gold)


def beside_stock(
    assistant: Assistant,
    embeddings: Embeddings,
    questions: Sequence[Question],
    folder: Path,
    clock: Clock,
) -> tuple[Placing, Placing]:
    """Return how our retrieval and a stock one place the same gold, in the same run."""
    plans = {plan.file: plan for plan in assistant.plans}
    files = {plan.id: plan.file for plan in assistant.plans}
    sections = {plan.file: assistant.reader.sections(plan.id) for plan in assistant.plans}

    def ours(question: Question) -> list[Found]:
        hits = assistant.retrieve(question.question, question.history)
        return [Found(files[one.passage.plan_id], one.passage.span) for one in hits]

    stock = open_stock(tuple(plans.values()), embeddings, folder)
    return (
        place("ours", ours, questions, plans, sections, clock),
        place("stock LangChain", stock, questions, plans, sections, clock),
    )


def render_placings(ours: Placing, stock: Placing) -> str:
    """Return both systems and their ratios."""
    lines = [f"{'':<24}{'n':>6}{'section@1':>11}{'n':>6}{'quote@1':>9}{'quote@5':>9}"]
    lines[0] += f"{'chars':>7}{'p50 ms':>9}{'p95 ms':>9}"
    for one in (ours, stock):
        shares = (one.section_1 or 0.0, one.quote_1 or 0.0, one.quote_5 or 0.0)
        lines.append(
            f"{one.name:<24}{one.n:>6}{shares[0]:>11.3f}{one.quoted:>6}{shares[1]:>9.3f}"
            f"{shares[2]:>9.3f}{one.characters or 0:>7.0f}{one.p50_ms:>9.1f}{one.p95_ms:>9.1f}"
        )
    section, quote = _ratio(ours.section_1, stock.section_1), _ratio(ours.quote_1, stock.quote_1)
    time = _ratio(ours.p50_ms, stock.p50_ms)
    lines.append(f"{'ratio':<24}{'':>6}{section:>11}{'':>6}{quote:>9}{'':>9}{'':>7}{time:>9}")
    return "\n".join(lines)


def _ratio(one: float | None, other: float | None) -> str:
    return f"{one / other:.2f}" if one is not None and other else "–"
