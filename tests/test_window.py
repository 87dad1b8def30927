"""What the window shows: verbatim, escaped, each marker leading to its own source."""

from __future__ import annotations

import html
import logging
import re
import socket
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import one_page
from window_fakes import QUOTE, QUOTED, TEXT, FakeAssistant, a_citation, a_plan, an_answer

import app
from assistant.answer import Turn
from assistant.listening import check_address
from assistant.window import Parts, build_window, words
from assistant.window.cards import Shown, render_card, render_plan, render_sources
from assistant.window.conversation import (
    Exchange,
    Session,
    Verdict,
    example_questions,
    exchange_with,
    settled,
    talk,
    turns,
)
from assistant.window.markup import FOLD, link_markers, marked, render_markdown, verbatim
from assistant.window.memory import recalled, remembered
from assistant.window.remarks import rated
from assistant.window.talk import copied_text, render_conversation, render_session
from corpus.errors import IndexUnavailable, PlanAssistantError
from corpus.feedback import FeedbackStore
from corpus.plan import Field, Span


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data


def text_of(page: str) -> str:
    parser = _Text()
    parser.feed(page)
    parser.close()
    return parser.text


@given(st.text(alphabet="aỳ<>&\"'*#[]() \n\t.;1-", max_size=200))
def test_verbatim_adds_and_drops_no_character(text: str) -> None:
    assert text_of(verbatim(text)) == text


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_a_marked_plan_is_the_whole_plan(start: int, end: int) -> None:
    start, end = sorted((start, end))
    page = marked(TEXT, start, end, 'id="x"')
    assert text_of(page) == TEXT
    assert text_of(page[page.index("<mark") : page.index("</mark>")]) == TEXT[start:end]


def test_a_card_quotes_verbatim_and_escapes() -> None:
    page = render_card(1, a_citation())
    quote = re.search(r"<blockquote[^>]*>(.*)</blockquote>", page, re.DOTALL)
    assert quote and text_of(quote[1]) == TEXT[QUOTE.start : QUOTE.end]
    assert "<lực" not in page and "&lt;lực" in page
    assert "ke-hoach_&lt;1&gt;.txt" in page
    assert "Khôi phục tự động" not in page


def test_a_damaged_quote_is_shown_beside_its_restored_reading() -> None:
    page = render_card(1, a_citation(a_plan(pages=one_page(TEXT, damaged=True))))
    assert "Khôi phục tự động" in page
    assert "Công an tỉnh: &lt;chỉ đạo&gt;" in page
    assert TEXT[QUOTE.start : QUOTE.end] in text_of(page)


def test_markers_lead_to_the_sources_of_their_own_turn() -> None:
    conversation = (Exchange("Ai?", an_answer()), Exchange("Còn nữa?", an_answer()))
    talk = render_conversation(conversation, ())
    links = set(re.findall(r'href="#([^"]+)"', talk))
    assert links == {"nguon-1-1", "nguon-2-1"}
    assert links <= set(re.findall(r' id="([^"]+)"', render_sources(conversation, ())))
    assert "[7]" in text_of(talk)


def test_an_answer_cannot_reach_another_host_or_bring_html() -> None:
    page = render_markdown(
        "![x](http://a.example/x.png) [y](http://a.example) <http://a.example> <script>1</script>"
    )
    assert not re.search(r"<(img|a|script)", page)


@pytest.mark.parametrize("hostile", ["<img src=x onerror=alert(1)>", '"><script>alert(1)</script>'])
def test_a_question_is_shown_as_typed(hostile: str) -> None:
    answer = replace(an_answer(hostile), understood=hostile + "?")
    page = render_conversation((Exchange(hostile, answer),), ())
    assert hostile not in page
    assert text_of(page).count(hostile) == 1


def test_a_label_in_a_title_stays_inside_it() -> None:
    page = link_markers("[1]", 1, {1: 'x" onclick="alert(1)'})
    assert html.escape('x" onclick="alert(1)') in page


def test_the_copy_names_every_source() -> None:
    text = copied_text(an_answer())
    assert "**" not in text
    assert "[1] mục IV.3, Kế hoạch số 76/KH-UBND ngày 13/4/2023 của UBND tỉnh Tuyên Quang" in text


def test_restored_words_are_never_shown_or_copied_without_a_warning() -> None:
    damaged = an_answer("Ai?", a_citation(a_plan(pages=one_page(TEXT, damaged=True))))
    assert words.DAMAGED_ANSWER.vi in render_conversation((Exchange("Ai?", damaged),), ())
    assert copied_text(damaged).endswith(words.DAMAGED_ANSWER.vi)
    assert words.DAMAGED_ANSWER.vi not in render_conversation((Exchange("Ai?", an_answer()),), ())


def test_a_plan_opens_at_the_cited_words() -> None:
    page = render_plan(a_plan(), a_citation(), "nguon-1-1")
    assert page.count("<mark") == 1
    assert 'data-back="nguon-1-1"' in page
    assert "không còn trong kho" in render_plan(None, a_citation())


def test_examples_are_about_the_plans_at_hand() -> None:
    plans = [a_plan(), a_plan(issuer=Field("UBND huyện Cát Hải"), number=Field(None))]
    examples = example_questions(plans)
    assert examples[0] == ("Cơ quan nào phụ trách thư viện lực lượng vũ trang ở tỉnh Tuyên Quang?")
    assert len(examples) == 4 and "huyện Cát Hải" in examples[1]
    assert example_questions([]) == ()


def test_only_answered_exchanges_are_history() -> None:
    assistant = FakeAssistant()
    first = exchange_with(assistant, "Ai?", ())
    failed = Exchange("Hỏng?", failure="Lỗi.")
    exchange_with(assistant, "Còn Hưng Yên?", (first, failed))
    assert assistant.heard == [(), (Turn("Ai?", an_answer().answer),)]
    assert turns((failed,)) == ()


def test_a_named_failure_is_its_sentence_any_other_an_apology(
    caplog: pytest.LogCaptureFixture,
) -> None:
    named = exchange_with(FakeAssistant(IndexUnavailable("Chưa có chỉ mục.")), "Ai?", ())
    assert named.failure == "Chưa có chỉ mục."
    with caplog.at_level(logging.ERROR):
        other = exchange_with(FakeAssistant(ZeroDivisionError("bí mật")), "Ai?", ())
    assert other.failure == words.APOLOGY.vi
    assert "ZeroDivisionError" in caplog.text


def test_scripts_find_one_endpoint() -> None:
    window = build_window(Parts(FakeAssistant()))
    assert list(window.get_api_info()["named_endpoints"]) == ["/ask"]


def test_a_taken_port_is_told_before_any_work() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PlanAssistantError, match=f"cổng {port}"):
            check_address("127.0.0.1", port)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [("PORT", "abc", "PORT"), ("PLANS_DIR", "khong-co", "khong-co"), ("PORT", "70000", "PORT")],
)
def test_a_wrong_setting_ends_in_a_sentence_of_each_language(
    name: str,
    value: str,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("STATE_DIR", str(tmp_path))
    monkeypatch.setenv("PORT", str(free_port()))
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv(name, value)
    assert app.main() == 1
    lines = capsys.readouterr().out.strip().splitlines()
    assert lines[0].startswith("Lỗi: ") and said in lines[0]
    assert len(lines) == 2 and lines[1].startswith("Error: ")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def a_session(*exchanges: Exchange) -> Session:
    return Session((exchanges,))


def test_a_session_comes_back_as_it_was() -> None:
    said = Exchange("Ai?", an_answer(), verdict=Verdict("a" * 32, right=False, reason="incomplete"))
    session = a_session(said, Exchange("Hỏng?", failure="Lỗi.")).fresh().opened(0)
    assert recalled(remembered(session)) == session


@pytest.mark.parametrize(
    "text", [None, "", "{", "[]", '{"current": 0}', '{"conversations": [[1]]}']
)
def test_what_is_no_session_is_a_new_one(text: object) -> None:
    assert recalled(text) == Session()


@given(st.text(max_size=50))
def test_no_text_breaks_what_is_remembered(text: str) -> None:
    session = a_session(Exchange(text, failure=text))
    assert recalled(remembered(session)) == session


def test_a_question_being_answered_comes_back_as_stopped() -> None:
    session = recalled(remembered(a_session(Exchange("Ai?"))))
    assert session.conversation == settled((Exchange("Ai?"),))
    assert words.STOPPED.vi in render_session(session, (), "vi")


def test_a_new_conversation_keeps_the_one_before_and_no_empty_one() -> None:
    session = a_session(Exchange("Ai?", an_answer())).fresh().fresh()
    assert len(session.conversations) == 2 and session.conversation == ()
    assert "Ai?" in render_session(session, (), "vi")
    assert session.opened(0).conversation[0].question == "Ai?"


def test_the_short_answer_comes_before_the_rest() -> None:
    asked, whole = talk(FakeAssistant(), "Ai?", ())
    assert asked[-1].pending and not whole[-1].pending
    assert words.STAGES["searching"].vi in render_conversation(asked, ())
    short, rest = text_of(render_conversation(whole, ())).split("chỉ đạo", 1)
    assert "Công an tỉnh" in short and rest


def test_a_long_list_folds() -> None:
    items = [f"- việc {number}" for number in range(1, FOLD + 4)]
    page = render_markdown("\n".join(items), "Xem thêm {n} mục")
    shown, folded = page.split("<details")
    assert shown.count("<li>") == FOLD and folded.count("<li>") == 3
    assert "Xem thêm 3 mục" in folded
    assert "<details" not in render_markdown("\n".join(items[:FOLD]))


def test_a_remark_is_stored_with_answer_and_generation_and_taken_back(tmp_path: Path) -> None:
    store = FeedbackStore(tmp_path)
    assert store.all() == ()
    conversation = (Exchange("Ai?", an_answer()), Exchange("Còn ai?", an_answer("Còn ai?")))
    marked_wrong = rated(conversation, 2, "wrong_citation", store, 7)
    [kept] = store.all()
    assert (kept.question, kept.reason, kept.generation) == ("Còn ai?", "wrong_citation", 7)
    assert "Ai?" in kept.history and "76/KH-UBND" in kept.answer
    assert words.UNDO.vi in render_conversation(marked_wrong, ())
    assert rated(marked_wrong, 2, "undo", store, 7) == conversation
    assert store.all() == ()


@pytest.mark.parametrize(("turn", "rating"), [(0, "right"), (2, "right"), (1, "nonsense")])
def test_what_cannot_be_rated_is_left(turn: int, rating: str, tmp_path: Path) -> None:
    conversation = (Exchange("Ai?", an_answer()),)
    assert rated(conversation, turn, rating, FeedbackStore(tmp_path), 1) == conversation
    assert FeedbackStore(tmp_path).all() == ()


def test_a_card_shows_the_quote_within_its_section() -> None:
    shown = Shown(section_of=lambda _citation: Span(0, len(TEXT)))
    page = render_card(1, a_citation(), a_plan(), shown)
    context = page[page.index('<details class="context"') :]
    assert text_of(context[context.index("<mark") : context.index("</mark>")]) == QUOTED


@pytest.mark.parametrize("tongue", ["vi", "en"])
def test_the_window_speaks_one_language(tongue: words.Tongue) -> None:
    conversation = (Exchange("Ai?", an_answer()), Exchange("Hỏng?", failure="Lỗi."))
    page = render_conversation(conversation, (), tongue)
    page += render_sources(conversation, (a_plan(),), Shown(tongue))
    other: words.Tongue = "vi" if tongue == "en" else "en"
    for text in (words.COPY, words.WRONG, words.MEND_ASKED, words.COPY_LABEL, words.SOURCES):
        assert f">{text(tongue)}<" in page and f">{text(other)}<" not in page
