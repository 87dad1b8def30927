"""The same questions have the same answers, whichever way a plan came in."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from prints import Print, content
from support import CLEAN_PLANS, PLANS

from assistant.chain import Assistant
from assistant.corpus_reader import CorpusReader
from corpus.embedding import SentenceEmbedder
from corpus.store import Store
from corpus.vietnamese import fold
from evals.question import Question, read_questions, split_file
from ingest.intake import ingest

Open = Callable[..., Assistant]

ONE = CLEAN_PLANS[:1]
"""What is read of scans in every run; the others are read with `-m slow`."""


@pytest.fixture(scope="module")
def of_form(
    printed: Print, embedder: SentenceEmbedder, tmp_path_factory: pytest.TempPathFactory
) -> Open:
    """Return a function that opens a corpus of clean plans, all in one form."""

    @cache
    def open_form(form: str, plans: tuple[str, ...] = CLEAN_PLANS) -> Assistant:
        state = tmp_path_factory.mktemp(form)
        files = [printed(plan, form) if form != "text" else _text(plan, state) for plan in plans]
        receipt = ingest(state, embedder, files)
        assert len(receipt.new) == len(files), receipt.failed
        return Assistant(CorpusReader(state, embedder))

    return open_form


def _text(plan: str, folder: Path) -> Path:
    """Write the text that the other forms were printed from: a plan with its whole head."""
    path = folder / plan
    path.write_text(content(plan).text, encoding="utf-8")
    return path


def questions(plans: tuple[str, ...] = CLEAN_PLANS) -> list[Question]:
    """The development questions that the plans answer, told apart by nothing else."""
    asked = read_questions(split_file("dev"))
    return [q for q in asked if q.plans and set(q.plans) <= set(plans) and not q.history]


def words(short_answer: str) -> str:
    """Return the words of an answer; what it says is printed so (“Số: /KH-UBND”) is set apart.

    A scan may show such words with a colon lost, which is how it prints them.
    """
    return " ".join(fold(re.sub(r"bản in ghi “[^”]*”", "", short_answer)).split())


@pytest.mark.parametrize(
    ("form", "plans"),
    [
        ("docx", CLEAN_PLANS),
        ("pdf", CLEAN_PLANS),
        ("nfd", CLEAN_PLANS),
        ("scan200", ONE),
        pytest.param("mixed", CLEAN_PLANS, marks=pytest.mark.slow),
        pytest.param("scan200", CLEAN_PLANS, marks=pytest.mark.slow),
    ],
)
def test_the_answers_do_not_depend_on_the_form(
    of_form: Open, form: str, plans: tuple[str, ...]
) -> None:
    expected, found = of_form("text", plans), of_form(form, plans)
    asked = questions(plans)
    assert len(asked) >= 5 * len(plans)
    differing = []
    for one in asked:
        wanted, given = expected.ask(one.question), found.ask(one.question)
        if words(wanted.short_answer) != words(given.short_answer):
            differing.append((one.question, wanted.short_answer, given.short_answer))
    assert not differing, "\n".join(map(str, differing))


@pytest.mark.parametrize(("form", "asked"), [("pdf", CLEAN_PLANS), ("scan200", ONE)])
def test_a_citation_names_the_page_it_stands_on(
    of_form: Open, form: str, asked: tuple[str, ...]
) -> None:
    assistant = of_form(form, asked)
    pages = {plan.id: plan.pages for plan in assistant.plans}
    cited = 0
    for one in questions(asked)[:15]:
        for citation in assistant.ask(one.question).citations:
            page = pages[citation.plan_id][(citation.page or 0) - 1]
            assert page.number == citation.page
            assert f", trang {page.number}, Kế hoạch" in citation.label
            assert page.span.start <= citation.start < page.span.end
            cited += 1
    assert cited >= 10


def test_every_page_says_how_it_was_read(of_form: Open) -> None:
    ways = {
        form: {page.way for plan in of_form(form, ONE).plans for page in plan.pages}
        for form in ("text", "docx", "pdf", "scan200", "mixed")
    }
    assert ways == {
        "text": {"text"},
        "docx": {"word"},
        "pdf": {"pdf"},
        "scan200": {"ocr"},
        "mixed": {"pdf", "ocr"},
    }
    for plan in of_form("scan200", ONE).plans:
        assert all(page.valid > 0.9 for page in plan.pages)


def test_a_scan_and_its_text_are_one_plan(
    printed: Print, embedder: SentenceEmbedder, tmp_path: Path
) -> None:
    """Dropped in beside the text, the scan of a plan is told and changes nothing."""
    [plan] = ONE
    text = PLANS / plan
    ingest(tmp_path, embedder, [text])
    receipt = ingest(tmp_path, embedder, [printed(plan, "scan200")])
    assert [one.taken for one in receipt.same] == [text.name]
    assert [plan.file for plan in Store(tmp_path).plans()] == [text.name]
