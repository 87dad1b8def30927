"""A public retrieval set, BEIR-shaped, taken into a corpus of its own by the product's own parts.

A folder with `corpus*.jsonl` (`_id`, `text`), `queries*.jsonl` (`_id`, `text`) and `qrels.tsv`
(query, document, score). Each document becomes a plan without any statements about itself: its
passages, parts, vectors and words are made as those of a plan are, in a folder that is thrown away.
Left out: titles, since many sets have none; and measuring (`benchmark_run.py`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from assistant.corpus_reader import CorpusReader
from corpus.embedding import Embedder, Vectors
from corpus.facts import Facts
from corpus.plan import Field, Page, Plan, Span
from corpus.store import Change, State, Store, StoredPlan
from corpus.vietnamese import nfc
from ingest.generation import switch
from ingest.intake import embed_parts
from ingest.make import LEARNED_CHARACTERS, detail_texts, embedding_text, train_restorer
from ingest.outline import find_outline
from ingest.passages import find_passages


class BenchmarkError(Exception):
    """A folder is no retrieval set; the message says which file and what is wrong."""


@dataclass(frozen=True)
class Benchmark:
    """One set: documents and questions by id, and which documents answer a question."""

    name: str
    documents: Mapping[str, str]
    questions: Mapping[str, str]
    relevant: Mapping[str, frozenset[str]]


def queries_files(folder: Path) -> tuple[Path, ...]:
    """Return the files of questions of a set. Raises BenchmarkError where there are none."""
    found = tuple(sorted(folder.glob("queries*.jsonl")))
    if not found:
        raise BenchmarkError(f"{folder}: no queries*.jsonl in it")
    return found


def read_benchmark(folder: Path, queries: Path) -> Benchmark:
    """Read a set with one file of questions; those without a relevant document are left out.

    Raises BenchmarkError where a file is missing or a line does not fit.
    """
    corpora = sorted(folder.glob("corpus*.jsonl"))
    if not corpora:
        raise BenchmarkError(f"{folder}: no corpus*.jsonl in it")
    documents = {one: text for path in corpora for one, text in _texts(path).items()}
    relevant = _relevant(folder / "qrels.tsv", documents)
    questions = {one: text for one, text in _texts(queries).items() if relevant.get(one)}
    if not questions:
        raise BenchmarkError(f"{queries}: qrels.tsv names none of its questions")
    name = f"{folder.name}, {queries.name}"
    return Benchmark(name, documents, questions, {one: relevant[one] for one in questions})


def _texts(path: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for number, line in enumerate(_lines(path), start=1):
        try:
            row: Any = json.loads(line)
            found[str(row["_id"])] = nfc(str(row["text"]))
        except (ValueError, KeyError, TypeError) as error:
            raise BenchmarkError(f"{path}:{number}: no _id and text ({error})") from error
    return found


def _relevant(path: Path, documents: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Read the qrels; a header is skipped, a score of 0 or less means not relevant."""
    found: dict[str, set[str]] = {}
    for number, line in enumerate(_lines(path), start=1):
        cells = line.split("\t")
        if number == 1 and len(cells) == 3 and not _is_score(cells[2]):
            continue
        if len(cells) != 3 or not _is_score(cells[2]):
            raise BenchmarkError(f"{path}:{number}: not query, document and score: {line!r}")
        if int(cells[2]) > 0 and cells[1] in documents:
            found.setdefault(cells[0], set()).add(cells[1])
    return {question: frozenset(ids) for question, ids in found.items()}


def _is_score(cell: str) -> bool:
    return cell.strip().lstrip("-").isdigit()


def _lines(path: Path) -> list[str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise BenchmarkError(f"{path}: cannot be read ({error})") from error
    return [line for line in lines if line.strip()]


class CachedEmbedder:
    """An embedder that keeps what it embedded in files of a folder, by model and content."""

    def __init__(self, embedder: Embedder, folder: Path) -> None:
        self.model = embedder.model
        self._embedder = embedder
        self._folder = folder

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int], None] = lambda _done: None
    ) -> Vectors:
        found = self._kept(
            "passages", texts, lambda: self._embedder.embed_passages(texts, progress)
        )
        return found

    def embed_question(self, text: str) -> Vectors:
        return self._embedder.embed_question(text)

    def embed_questions(self, texts: Sequence[str]) -> Vectors:
        """Return float32[n, d], as `embed_question` makes them."""
        one = self._embedder.embed_question
        return self._kept("questions", texts, lambda: np.stack([one(text) for text in texts]))

    def _kept(self, prompt: str, texts: Sequence[str], embed: Callable[[], Vectors]) -> Vectors:
        identity = json.dumps([self.model, prompt, *texts], ensure_ascii=False)
        path = self._folder / f"{hashlib.sha256(identity.encode()).hexdigest()[:32]}.npy"
        if path.is_file():
            kept: Vectors = np.load(path)
            return kept
        vectors = embed()
        self._folder.mkdir(parents=True, exist_ok=True)
        np.save(path, vectors)
        return vectors


def take_in(documents: Mapping[str, str], state: Path, embedder: Embedder) -> CorpusReader:
    """Take documents in as plans of a new state folder; a plan's file is its document's id."""
    plans = [_plan(name, text) for name, text in documents.items()]
    found = [find_passages(plan.id, plan.text, find_outline(plan.text)) for plan in plans]
    texts = [embedding_text(p, one) for p, ones in zip(plans, found, strict=True) for one in ones]
    parts = [detail_texts(p, one) for p, ones in zip(plans, found, strict=True) for one in ones]
    vectors = embedder.embed_passages(texts)
    details = tuple(embed_parts(parts, embedder, lambda _done: None))
    learned = "\n".join(documents.values())[:LEARNED_CHARACTERS]
    stored = []
    start = 0
    for plan, passages in zip(plans, found, strict=True):
        end = start + len(passages)
        facts = Facts(plan.id)
        stored.append(StoredPlan(plan, (), passages, vectors[start:end], facts, details[start:end]))
        start = end
    restorer = train_restorer([learned], []).to_bytes()
    change = Change(State(0, embedder.model, "", ""), added=tuple(stored), restorer=restorer)
    switch(Store(state), change)
    return CorpusReader(state, embedder)


def _plan(name: str, text: str) -> Plan:
    """Return a document as a plan that says nothing of itself."""
    none = Field(None)
    page = Page(None, Span(0, len(text)), "text", 1.0, 1.0, damaged=False)
    sha256 = hashlib.sha256(f"{name}\n{text}".encode()).hexdigest()
    return Plan(
        id=sha256[:16],
        file=name,
        sha256=sha256,
        text=text,
        number=none,
        issuer=none,
        place=none,
        date=none,
        title=none,
        programme=none,
        signer=none,
        bases=(),
        recipients=(),
        replaces=(),
        pages=(page,),
    )
