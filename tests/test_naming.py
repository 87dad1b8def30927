"""What an English window says of plans: readable, while the office form stays for copying."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from support import one_page
from window_fakes import a_citation, a_plan, an_answer

from assistant.citation import cite
from assistant.window.cards import Shown, render_card, render_sources
from assistant.window.conversation import Exchange
from assistant.window.intake_page import render_receipt
from assistant.window.naming import (
    citation_name,
    day_name,
    issuer_name,
    note_name,
    plan_name,
    section_name,
    short_name,
)
from assistant.window.plans_page import render_one_plan, render_plans
from assistant.window.talk import copied_text, render_conversation
from corpus.facts import Facts
from corpus.plan import Field, Page, Span
from ingest.read.document import ReadPage
from ingest.read.formats import _noted
from ingest.read.scan import Line, Word, _notes
from ingest.receipt import find_flags

VIETNAMESE = re.compile("[ăđĩũơưạ-ỹ]", re.IGNORECASE)
OFFICE = "mục IV.3, Kế hoạch số 76/KH-UBND ngày 13/4/2023 của UBND tỉnh Tuyên Quang"
READABLE = (
    "section IV.3, Plan no. 76/KH-UBND of 13 April 2023, People's Committee of Tuyên Quang Province"
)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (("II", "2", "a"), "point a, section II.2"),
        (("IV", "3"), "section IV.3"),
        ((), "opening"),
        (("Mở đầu",), "opening"),
        (("Nơi nhận",), "list of recipients"),
        (("Chữ ký",), "signature"),
    ],
)
def test_sections(path: tuple[str, ...], said: str) -> None:
    assert section_name(path, "en") == said


def test_a_citation_is_readable_in_english_and_copied_in_office_form() -> None:
    citation = a_citation()
    assert citation_name(citation, "vi") == citation.label == OFFICE
    assert citation_name(citation, "en") == READABLE
    page = render_card(1, citation, a_plan(), Shown("en"))
    assert READABLE.replace("'", "&#x27;") in page and f'data-copy="{OFFICE}"' in page


def test_the_sources_below_an_answer_follow_the_window() -> None:
    answer = an_answer()
    answer = replace(answer, answer=f"{answer.answer}\n\n[1] {OFFICE}")
    page = render_conversation((Exchange("Who?", answer),), (), "en")
    shown = re.sub(r'data-copy="[^"]*"', "", page)
    assert "section IV.3, Plan no. 76/KH-UBND" in shown and OFFICE not in shown
    assert OFFICE in copied_text(answer, "en")


def test_a_point_is_not_taken_for_its_section() -> None:
    plan = a_plan()
    both = tuple(
        cite(key, plan, path, Span(0, 5), None)
        for key, path in ((1, ("IV", "3")), (2, ("IV", "3", "a")))
    )
    told = "\n".join(f"[{one.key}] {one.label}" for one in both)
    answer = replace(an_answer("Ai?", *both), answer=told)
    page = render_conversation((Exchange("Who?", answer),), (), "en")
    shown = re.sub(r'data-copy="[^"]*"', "", page)
    assert "point a, section IV.3, Plan" in shown and "điểm a" not in shown


def test_what_is_unclear_is_said_in_english() -> None:
    blank = a_plan(number=Field(None), date=Field(None))
    assert plan_name(blank, "en").startswith("Plan (number and date unclear), People's")
    dated = a_plan(number=Field(None))
    assert plan_name(dated, "en").startswith("Plan (number unclear) of 13 April 2023")
    assert plan_name(a_plan(date=Field(None), issuer=Field(None)), "en") == (
        "Plan no. 76/KH-UBND (date unclear), unclear"
    )
    assert day_name("31/2/2023", "en") == "31/2/2023"
    assert short_name(a_plan(), "en") == "Tuyên Quang Province (76/KH-UBND)"
    assert issuer_name("Sở Y tế", "en") == "Sở Y tế"
    assert issuer_name("UBND thành phố Hải Phòng", "en") == "People's Committee of Hải Phòng City"


def every_note() -> list[str]:
    """Return every kind of note that readers and receipts write."""
    word = Word("2025", 10, (0, 0, 1, 1))
    numbers = (*_notes([Line((word,))], None), *_notes([Line((word,))], (0, 9)))
    misnamed = _noted(ReadPage(1, "", "text", ()), ".pdf", "picture").notes
    old = ("Tệp dùng bảng mã cũ; đã chuyển sang Unicode.",)
    blank = dict.fromkeys(("number", "date", "issuer", "signer"), Field(None))
    pages = (Page(1, Span(0, 5), "ocr", 0.5, 0.0, True, (*numbers, *misnamed, *old)),)
    plan = a_plan(**blank, pages=pages)
    return [flag.what for flag in find_flags(plan)] + [*numbers, *misnamed, *old]


def test_every_note_of_readers_and_receipts_has_its_english() -> None:
    notes = every_note()
    assert len(notes) >= 12
    for note in notes:
        assert note_name(note, "vi") == note
        assert not VIETNAMESE.search(note_name(note, "en")), note
    assert note_name("điều lạ", "en") == "điều lạ"


def test_an_english_window_says_nothing_of_its_own_in_vietnamese() -> None:
    pages = one_page("x", damaged=True)
    plan = a_plan(issuer=Field("UBND tỉnh A"), text="x", pages=pages, file="k.txt")
    told = render_plans([plan], "en") + render_one_plan(plan, (), Facts("p1"), {}, "en", True)
    told += render_sources((), [plan], Shown("en"))
    flags = [{"file": "k.txt", "what": note, "printed": ""} for note in every_note()]
    told += render_receipt({"new": ["k.txt"], "flags": flags}, "en")
    assert not VIETNAMESE.search(re.sub(r"<[^>]*>", " ", told))
