"""A document that was read becomes a plan: pages judged, words restored, outline cut, fields read.

Left out: reading the file (`read/`) and embedding (`intake.py`).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.agencies import ABBREVIATIONS, NAMES, UNMISTAKABLE
from corpus.errors import NotAPlan
from corpus.places import PROVINCES
from corpus.plan import Page, Passage, Plan, Span
from corpus.restore import Restorer, word_list
from corpus.store import StoredPlan
from corpus.vietnamese import fold
from ingest.facts import find_facts
from ingest.legibility import is_damaged, legibility
from ingest.metadata import read_metadata
from ingest.outline import Outline, find_outline
from ingest.passages import find_passages, find_sections
from ingest.read.document import Document, ReadPage

LEARNED_CHARACTERS = 150_000
"""Characters of the newest plans that the decoder of words learns from, some eight plans: enough to
give questions their accents back, and its cost does not grow with the corpus."""

LEARNED_FOR_REPAIR = 1_000_000
"""The same where garbled pages are to be restored: what plans of the same programme say counts
then, and three seconds more do not."""


@dataclass(frozen=True)
class Source:
    """A document together with the file it was read from."""

    path: Path
    document: Document
    pages: tuple[Page, ...]
    text: str

    @property
    def damaged(self) -> tuple[Span, ...]:
        return tuple(page.span for page in self.pages if page.damaged)

    @property
    def clean_text(self) -> str:
        return "\n".join(self.text[slice(*p.span)] for p in self.pages if not p.damaged)

    @property
    def damaged_text(self) -> str:
        return "\n".join(self.text[slice(*span)] for span in self.damaged)


def source_of(path: Path, document: Document) -> Source:
    """Lay the pages of a document one after another and judge the legibility of each."""
    pages: list[Page] = []
    start = 0
    for read in document.pages:
        end = start + len(read.text)
        pages.append(_page(read, Span(start, end), pages[-1] if pages else None))
        start = end + 1  # the line break between two pages
    text = "\n".join(read.text for read in document.pages)
    return Source(path, document, tuple(pages), text)


def _page(read: ReadPage, span: Span, before: Page | None) -> Page:
    """Judge a page. One that was read anew from its picture is as good as it gets; one with too
    few words to tell by is like the page before it."""
    measured = legibility(read.text)
    damaged = read.way != "ocr" and is_damaged(read.text)
    few = len(read.text.split()) < FEW_WORDS
    if few and before is not None and before.way == read.way:
        damaged = before.damaged
    return Page(read.number, span, read.way, measured.valid, measured.viex, damaged, read.notes)


_TITLE = re.compile(r"\W*ke ?ho[a0]ch\b")
_NUMBER = re.compile(r"/ ?kh-")
HEAD_CHARACTERS = 3000
"""Characters in which a plan says that it is one: the head has some 300, a page 2,500."""

FEW_WORDS = 60
"""Words below which a page does not show by itself whether it is garbled: half of a signature
page is names and numbers."""

DETAIL_SENTENCES = 2
"""Sentences of a part. On 1,190 questions of a public set, success@1 of the vectors alone: passages
.905, parts of one sentence .909, of two .927, of three .918; asked in English .745, .724, .771,
.759."""

_SENTENCE_END = re.compile(r"(?<=[.;?!])\s+(?=\S)")


def document_of(plan: Plan) -> Document:
    """Return the document that a plan was read from, as it was read then."""
    pages = (
        ReadPage(page.number, plan.text[slice(*page.span)], page.way, page.notes)
        for page in plan.pages
    )
    return Document(plan.sha256, tuple(pages))


def clean_text_of(plan: Plan) -> str:
    """Return the text of the pages of a plan that need no repair."""
    return "\n".join(plan.text[slice(*page.span)] for page in plan.pages if not page.damaged)


def train_restorer(clean: Sequence[str], damaged: Sequence[str]) -> Restorer:
    """Train the decoder of words on the legible plans, a word list and the gazetteer."""
    agencies = (*NAMES, *UNMISTAKABLE, *ABBREVIATIONS, *ABBREVIATIONS.values())
    names = [*agencies, *PROVINCES]
    return Restorer.train(clean, damaged=damaged, words=word_list(), names=names)


def plan_id_of(sha256: str) -> str:
    return sha256[:16]


def make_plan(source: Source, restorer: Restorer) -> StoredPlan:
    """Return the plan of a source, without vectors. Raises NotAPlan where it has no parts."""
    restore, text = restorer.restore, source.text
    outline = find_outline(text, restore, source.damaged)
    _require_a_plan(source, outline)
    plan_id = plan_id_of(source.document.sha256)
    metadata = read_metadata(text, outline)
    plan = Plan(
        id=plan_id,
        file=source.path.name,
        sha256=source.document.sha256,
        text=text,
        pages=source.pages,
        **vars(metadata),
    )
    passages = find_passages(plan_id, text, outline)
    sections = find_sections(plan_id, outline)
    facts = find_facts(plan_id, text, outline, passages, metadata)
    return StoredPlan(plan, sections, passages, np.zeros((0, 0), dtype=np.float32), facts)


def _require_a_plan(source: Source, outline: Outline) -> None:
    """Raise NotAPlan for a letter, a decision, a law: what does not call itself a plan or has no
    parts."""
    name, head = source.path.name, source.text[:HEAD_CHARACTERS]
    calls_itself = any(map(_TITLE.match, fold(head).splitlines())) or _NUMBER.search(fold(head))
    if calls_itself and outline.parts:
        return
    vietnamese, english = (
        ("không thấy mục I, II, …", "no parts I, II, …")
        if calls_itself
        else ("không có dòng “KẾ HOẠCH”", "no line “KẾ HOẠCH”")
    )
    todo, to_do = "hãy kiểm tra xem có đúng tệp kế hoạch không", "check that it is the right file"
    if len(source.pages) == 1 and source.pages[0].way == "ocr":
        todo = "nếu đây là một trang của kế hoạch, hãy gộp mọi trang thành một tệp PDF rồi nạp"
        to_do = "if it is one page of a plan, put all pages into one PDF"
    raise NotAPlan(
        f"Tệp {name} không có bố cục của một kế hoạch ({vietnamese}); {todo}.",
        f"The file {name} is not laid out as a plan ({english}); {to_do}.",
    )


def embedding_text(plan: Plan, passage: Passage) -> str:
    """Return what is embedded for a passage: its place and headings before its own words.

    Without them success@1 falls by more than half; the long title that plans share hurts it.
    """
    return _placed(plan, passage, passage.reading)


def detail_texts(plan: Plan, passage: Passage) -> tuple[str, ...]:
    """Return what is embedded besides for a passage of several sentences: each two neighbours.

    A question asks for one thing and a passage says several, so the vector of the whole lies
    between them. Sentences one by one find less than pairs, threes no more.
    """
    sentences = _SENTENCE_END.split(passage.reading)
    if len(sentences) <= DETAIL_SENTENCES:
        return ()
    starts = range(len(sentences) - DETAIL_SENTENCES + 1)
    parts = (" ".join(sentences[i : i + DETAIL_SENTENCES]) for i in starts)
    return tuple(_placed(plan, passage, part) for part in parts)


def _placed(plan: Plan, passage: Passage, words: str) -> str:
    return ". ".join(filter(None, [plan.place.value, *passage.headings[1:], words]))


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
