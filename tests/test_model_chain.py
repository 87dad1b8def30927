"""A language model in the chain: what it may say, and what answers when it may not."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from model_server import Reply, Script, With, always, serving
from support import ROOT

from assistant.answer import Answer, Partial, Turn
from assistant.answer_json import answer_json
from assistant.chain import Assistant
from assistant.model.writer import Writer
from assistant.window.conversation import Exchange, Session
from assistant.window.memory import recalled, remembered
from assistant.window.talk import render_conversation
from corpus.embedding import SentenceEmbedder
from evals.__main__ import main as evaluate
from evals.statements import made_false, made_true

pytest.importorskip("langchain_openai")
QUESTIONS = ROOT / "evals" / "questions" / "dev.jsonl"

WHO = "Cơ quan nào phụ trách thư viện lực lượng vũ trang ở Tuyên Quang?"
SHARE = "Đến năm 2030 Tuyên Quang có bao nhiêu % thư viện cấp xã ứng dụng công nghệ thông tin?"
TRUE = (
    "Công an tỉnh và Bộ Chỉ huy Quân sự tỉnh phụ trách thư viện lực lượng vũ trang ở Tuyên Quang "
    "[1]."
)
DUTY = (
    "Hai cơ quan này hướng dẫn hệ thống thư viện, bảo tàng, nhà văn hóa thuộc lực lượng vũ trang "
    "[1]."
)


@pytest.fixture(scope="module")
def with_(assistant: Assistant, embedder: SentenceEmbedder) -> With:
    return With(assistant, embedder)


def repairing(first: str, then: str) -> Script:
    return lambda prompt: Reply(then if "Các câu sau không khớp" in prompt else first)


def rewriting(alone: str) -> Script:
    return lambda prompt: Reply(alone if "trọn nghĩa" in prompt else "")


def states(answer: Answer) -> list[str]:
    return [claim.state for claim in answer.claims]


def test_a_good_answer_is_shown_with_its_sources(with_: With, assistant: Assistant) -> None:
    answer = with_.ask(always(f"{TRUE} {DUTY}"), WHO)
    assert answer.answerer == "model" and states(answer) == ["verified", "verified"]
    assert answer.answer.startswith("**Công an tỉnh và Bộ Chỉ huy Quân sự tỉnh phụ trách")
    assert "[1] mục IV.3, Kế hoạch số 76/KH-UBND" in answer.answer and not answer.notice
    plans = {plan.id: plan for plan in assistant.plans}
    for one in answer.citations:
        assert plans[one.plan_id].text[one.start : one.end] == one.quote
    told = answer_json(answer)
    assert told["claims"][0]["state"] == "verified" and told["notice"] == ""


def test_it_is_streamed_unchecked_and_then_whole(with_: With) -> None:
    with serving(always(TRUE, pause=0.005)) as server:
        events = list(with_.model(server).ask_stream(WHO))
    partial = [one for one in events if isinstance(one, Partial)]
    assert [partial[0].stage, partial[-1].stage] == ["searching", "checking"]
    grown = [one.text for one in partial if one.stage == "writing"]
    assert len(grown) > 3 and grown[-1].startswith(grown[0])
    assert isinstance(events[-1], Answer)


def test_who_leaves_stops_the_model(with_: With) -> None:
    with serving(always("Có " * 900, pause=0.2)) as server:
        events = with_.model(server).ask_stream(WHO)
        while next(events) == Partial("searching"):
            pass
        started = time.monotonic()
        events.close()
        assert time.monotonic() - started < 25, "it was heard to its end"


def test_a_false_core_gives_the_extracts(with_: With, assistant: Assistant) -> None:
    lie = "Sở Tài chính phụ trách thư viện lực lượng vũ trang ở Tuyên Quang [1]."
    answer = with_.ask(always(f"{lie} {DUTY}"), WHO)
    assert answer.answer == assistant.ask(WHO).answer and answer.answerer == "extractive"
    assert states(answer) == ["dropped", "verified"] and answer.claims[0].reason == "agency"
    assert answer.notice.startswith("Trả lời bằng trích đoạn.")


def test_what_fails_is_repaired_once_or_dropped(with_: With) -> None:
    lie = "Việc này bắt đầu từ ngày 5/6/2027 với 12 tỷ đồng [1]."
    fixed = with_.ask(repairing(f"{TRUE} {lie}", f"1) {DUTY}"), WHO)
    assert states(fixed) == ["verified", "repaired"] and "nhà văn hóa" in fixed.answer
    dropped = with_.ask(repairing(f"{TRUE} {lie}", f"1) {lie}"), WHO)
    assert states(dropped) == ["verified", "dropped"] and "2027" not in dropped.answer
    assert dropped.answerer == "model"


def test_invented_keys_are_counted(with_: With) -> None:
    answer = with_.ask(always(f"{TRUE} {DUTY.replace('[1]', '[41]')}"), WHO)
    assert answer.invented_keys >= 1 and "[41]" not in answer.answer
    assert answer.claims[1].reason == "no_such_key"


def test_a_true_sentence_that_is_no_answer_gives_the_extracts(with_: With) -> None:
    other = "Năm 2025 có 20% thư viện công cộng cấp xã ứng dụng công nghệ thông tin [1]."
    answer = with_.ask(always(other), SHARE)
    assert answer.answerer == "extractive" and "30%" in answer.short_answer


def test_none_of_many_lies_is_in_the_final_text(with_: With, assistant: Assistant) -> None:
    true = made_true(assistant.reader, assistant.plans)
    lies = [one for one in made_false(true, assistant.plans, each=12) if "[" not in one.text]
    for at in range(0, len(lies), 12):
        listed = "\n".join(f"- {one.text.rstrip('.')} [1]" for one in lies[at : at + 12])
        answer = with_.ask(repairing(f"{TRUE}\n{listed}", ""), WHO)
        assert answer.answerer == "model" and states(answer)[0] == "verified"
        for one in lies[at : at + 12]:
            assert one.text.rstrip(".") not in answer.answer, one.text


def test_what_the_plans_do_not_state_no_model_is_asked(with_: With) -> None:
    with serving(always("Hà Giang có 99% [1].")) as server:
        model = with_.model(server)
        for question in (
            "Hà Giang có bao nhiêu bể bơi?",
            "xin chào",
            "Tuyên Quang có bao nhiêu bể bơi?",
        ):
            assert model.ask(question).answerer == "extractive"
    assert server.prompts == []


@pytest.mark.parametrize(
    "question",
    [
        "So sánh chỉ tiêu tăng lượt người sử dụng thư viện đến năm 2030 giữa các tỉnh",
        "So sánh hạn gửi báo cáo của Tuyên Quang và Hưng Yên",
        "Compare the reporting deadlines of Tuyen Quang and Hung Yen",
    ],
)
def test_a_comparison_stays_the_table_of_the_extracts(
    with_: With, assistant: Assistant, question: str
) -> None:
    plain = assistant.ask(question)
    with serving(always("| Tuyên Quang | trước 1/12 [1] |")) as server:
        answer = with_.model(server).ask(question)
    assert "\n|" in plain.answer and answer.answer == plain.answer
    assert server.prompts == [] and not answer.notice


def test_an_english_question_is_answered_in_english(with_: With) -> None:
    said = (
        "The Provincial Police and the Provincial Military Command direct the libraries of the "
        "armed forces in Tuyên Quang [1]."
    )
    with serving(always(said)) as server:
        answer = with_.model(server).ask(
            "Which agencies are in charge of armed-forces libraries in Tuyên Quang?"
        )
    assert answer.answerer == "model" and answer.language == "en"
    assert "Answer in English" in server.prompts[0]


def test_evidence_keeps_to_the_context(with_: With) -> None:
    for context, tokenizes in ((2048, False), (2048, True), (8192, False)):
        with serving(always(TRUE), tokenizes=tokenizes) as server:
            with_.model(server, assistant_model_context=context).ask(WHO)
        told = server.prompts[0]
        assert len(told) < 2 * context and "[1] mục IV.3" in told
        *_, evidence, _asked = told.split("===\n")
        assert evidence.rstrip(" =\n0123456789abcdef")[-1] in ".;:/,)”"


@pytest.fixture
def history() -> Iterator[tuple[Turn, ...]]:
    yield (Turn(WHO, "Công an tỉnh và Bộ Chỉ huy Quân sự tỉnh"),)


def test_a_follow_up_is_rewritten_only_as_the_rules_read_it(
    with_: With, assistant: Assistant, history: tuple[Turn, ...]
) -> None:
    rules = assistant.ask("Còn Hưng Yên?", history)
    for alone, kept in (
        ("Cơ quan nào phụ trách thư viện lực lượng vũ trang ở Hưng Yên?", True),
        ("Cơ quan nào phụ trách thư viện lực lượng vũ trang ở Lai Châu?", False),
        ("Cơ quan nào phụ trách thư viện ở Hưng Yên năm 2030?", False),
    ):
        with serving(rewriting(alone)) as server:
            answer = with_.model(server, assistant_model_rewrite=True).ask("Còn Hưng Yên?", history)
        assert answer.query["places"] == rules.query["places"]
        assert answer.query["years"] == rules.query["years"]
        assert ("ở Hưng Yên" in answer.understood) or not kept
        assert answer.short_answer == rules.short_answer


def test_the_window_shows_what_is_verified(with_: With) -> None:
    lie = "Việc này bắt đầu từ ngày 5/6/2027 <b>[1]."
    answer = with_.ask(repairing(f"{TRUE} {lie}", ""), WHO)
    page = render_conversation((Exchange(WHO, answer=answer),), ())
    assert "đã kiểm chứng: 1 · đã bỏ: 1" in page and "<s>Việc này bắt đầu" in page
    assert "sai ngày" in page and "2027" not in answer.answer
    assert (
        recalled(remembered(Session(((Exchange(WHO, answer=answer),),)))).conversation[0].answer
        == answer
    )
    fallen = with_.ask(always(""), WHO)
    assert 'class="hint notice"' in render_conversation((Exchange(WHO, answer=fallen),), (), "en")


def test_without_a_model_nothing_changes(assistant: Assistant) -> None:
    answer = assistant.ask(WHO)
    assert (answer.claims, answer.invented_keys, answer.notice) == ((), 0, "")
    assert not any(isinstance(one, Partial) for one in assistant.ask_stream(WHO))
    assert Writer  # imported by this test alone


def test_the_evals_put_both_answerers_side_by_side(
    with_: With, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    line = next(q for q in QUESTIONS.read_text(encoding="utf-8").splitlines() if "vũ trang" in q)
    (tmp_path / "one.jsonl").write_text(line + "\n", encoding="utf-8")
    with serving(always("Công an tỉnh có 99 người [1]. Và [77] nữa.")) as server:
        asked = ["answers", "--answerer", "model", "--questions", str(tmp_path / "one.jsonl")]
        assert evaluate(asked, lambda: with_.model(server)) == 0
    shown = capsys.readouterr().out
    assert "extractive       model" in shown and "invented sources" in shown
    assert all(word in shown for word in ("caught", "repaired", "dropped"))
