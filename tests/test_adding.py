"""A question is made of a few words; what the plans do not support is refused."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from support import ALL_PLANS, HUNG_YEN, TUYEN_QUANG, plan_text
from test_feedback import a_remark
from window_fakes import a_citation, an_answer

from corpus.feedback import FeedbackStore
from corpus.plan import Plan
from corpus.store import Store
from corpus.vietnamese import nfc
from evals.__main__ import main
from evals.adding import Refused, Wish, make_question, row_of
from evals.check import find_faults
from evals.corrections import Corrections
from evals.feedback import import_feedback
from evals.question import QUESTIONS_DIR, Question, read_questions
from evals.quotes import find_quote

LIBRARY = (
    "Đến năm 2027 lượt người đến thư viện của tỉnh Tuyên Quang tăng bình quân mỗi năm bao nhiêu?"
)
AGENCY = "Tỉnh Tuyên Quang để sở nào cấp tiền cho chương trình?"


@pytest.fixture(scope="module")
def store(corpus_state: Path) -> Store:
    return Store(corpus_state)


@pytest.fixture(scope="module")
def plans(store: Store) -> tuple[Plan, ...]:
    return store.plans()


def made(store: Store, plans: tuple[Plan, ...], wish: Wish, *known: Question) -> Question:
    question = make_question(wish, plans, store.sections, known)
    assert find_faults([question], {plan.file: plan.text for plan in plans}) == ()
    row_of(question)
    return question


def test_the_quote_occurs_once_and_holds_the_answer(store: Store, plans: tuple[Plan, ...]) -> None:
    question = made(store, plans, Wish(LIBRARY, "10 - 15%", "76/KH-UBND"))
    assert (question.kind, question.language, question.plans) == ("target", "vi", (TUYEN_QUANG,))
    assert "10 - 15%" in question.gold_quote and "\n" not in question.gold_quote
    assert question.sections[0].section == "I.2.1.3"


def test_an_answer_in_parts_and_one_in_english(store: Store, plans: tuple[Plan, ...]) -> None:
    agencies = "Công an tỉnh và Bộ Chỉ huy Quân sự tỉnh"
    asked = "Những ai chỉ đạo thư viện lực lượng vũ trang của Hưng Yên?"
    question = made(store, plans, Wish(asked, agencies, HUNG_YEN, kind="agency"))
    assert question.required == (("Công an tỉnh",), ("Bộ Chỉ huy Quân sự tỉnh",))
    wish = Wish(AGENCY.replace("Tỉnh", "O tinh"), "Department of Finance", TUYEN_QUANG)
    with pytest.raises(Refused, match="--words"):
        made(store, plans, wish)
    question = made(store, plans, replace(wish, words="Sở Tài chính"))
    assert question.required == (("Department of Finance", "Sở Tài chính"),)
    yes = Wish("Tuyên Quang có giao việc cho Sở Tài chính không?", "Có, Sở Tài chính", TUYEN_QUANG)
    question = made(store, plans, yes)
    assert (question.kind, question.required[0][0]) == ("yes_no", "Có")


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        (Wish(LIBRARY, "45%", TUYEN_QUANG), "Con số 45% không có"),
        (Wish(LIBRARY, "10 - 15%", "99/KH-UBND"), "Trong kho không có kế hoạch nào"),
        (Wish(LIBRARY, "Sở Ngoại vụ", TUYEN_QUANG), "Không thấy “Sở Ngoại vụ”"),
        (Wish(LIBRARY, "", TUYEN_QUANG), "Chưa có câu trả lời đúng"),
        (Wish(LIBRARY, "10 - 15%", TUYEN_QUANG, section="IX.9"), "không có mục IX.9"),
        (Wish(LIBRARY, "10 - 15%", TUYEN_QUANG, kind="nope"), "Loại nope không có"),
        (Wish(LIBRARY, "10 - 15%", TUYEN_QUANG, id="dev-001"), "Mã dev-001 đã có"),
        (Wish("  ", "10 - 15%", TUYEN_QUANG), "Câu hỏi trống"),
        (Wish("Ở Tuyên Quang ai phụ trách?", reason="no_such_plan"), "Kho có kế hoạch của Tuyên"),
        (
            Wish(
                "Tuyên Quang đề xuất khen thưởng tập thể, cá nhân tốt chương trình thế nào?",
                plan=TUYEN_QUANG,
                reason="not_stated",
            ),
            "có nêu: “",
        ),
    ],
)
def test_what_the_plans_do_not_support_is_refused(
    store: Store, plans: tuple[Plan, ...], wish: Wish, said: str
) -> None:
    known = read_questions(QUESTIONS_DIR / "dev.jsonl")
    with pytest.raises(Exception, match=said) as refused:
        made(store, plans, wish, *known)
    assert "\n" not in str(refused.value)


def test_a_question_that_is_there_is_refused(store: Store, plans: tuple[Plan, ...]) -> None:
    first = read_questions(QUESTIONS_DIR / "dev.jsonl")[0]
    again = Wish(first.question.upper(), first.short_answer, first.plans[0])
    with pytest.raises(Refused, match=f"đã có, mã {first.id}"):
        made(store, plans, again, first)


def test_what_is_not_stated_and_a_place_without_a_plan(
    store: Store, plans: tuple[Plan, ...]
) -> None:
    wish = Wish("Tuyên Quang xây mấy bể bơi?", plan=TUYEN_QUANG, reason="not_stated")
    assert not made(store, plans, wish).answerable
    question = made(store, plans, Wish("Nghệ An xây mấy bể bơi?", reason="no_such_plan"))
    assert question.plans == ()


def test_most_gold_answers_find_words_that_hold_them() -> None:
    texts = {name: nfc(plan_text(name)) for name in ALL_PLANS}
    asked = [
        one
        for one in read_questions(QUESTIONS_DIR / "dev.jsonl")
        if one.answerable and one.kind == "target" and len(one.plans) == 1
    ]
    found = 0
    for one in asked:
        quote = find_quote(texts[one.plans[0]], one.short_answer, one.question)
        if quote is not None:
            found += 1
            assert texts[one.plans[0]].count(quote.text) == 1
    assert found >= 4


def remark_on(question: str, file: str = TUYEN_QUANG, number: int = 7) -> object:
    cited = replace(a_citation(), document=file)
    return a_remark(
        number,
        id=f"{number}" * 32,
        question=question,
        answer=json.dumps(asdict(an_answer("?", cited))),
    )


@pytest.fixture
def office(tmp_path: Path, corpus_state: Path) -> Path:
    (tmp_path / "index").symlink_to(corpus_state / "index")
    FeedbackStore(tmp_path).add(remark_on(LIBRARY))  # type: ignore[arg-type]
    return tmp_path


def test_a_correction_takes_the_place_of_its_candidate(office: Path) -> None:
    import_feedback(FeedbackStore(office).all(), office / "candidates.jsonl")
    corrections = Corrections(office)
    remark = FeedbackStore(office).all()[0].id
    with pytest.raises(Refused, match="45%"):
        corrections.add(remark, "45%")
    assert corrections.done() == {}
    corrections.add(remark, "10 - 15%")
    [question] = read_questions(office / "candidates.jsonl")
    assert question.answerable and question.plans == (TUYEN_QUANG,)
    assert corrections.done() == {remark[:12]: "10 - 15%"}


def test_another_plan_than_the_cited_one_may_be_meant(office: Path) -> None:
    asked = "Công an tỉnh làm gì cho các thư viện trong lực lượng vũ trang của Hưng Yên?"
    FeedbackStore(office).add(remark_on(asked, number=8))  # type: ignore[arg-type]
    question = Corrections(office).make("8" * 32, "lực lượng vũ trang")
    assert question.plans == (HUNG_YEN,)
    declined = Corrections(office).make("7" * 32, "Kế hoạch không nêu.")
    assert (declined.answerable, declined.reason) == (False, "not_stated")


def test_the_command_writes_what_the_validator_accepts(
    office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STATE_DIR", str(office))
    words = ["add-question", "--from-feedback", "7" * 32, "--answer", "10 - 15%", "--yes"]
    assert main(words) == 0
    assert "Nguyên văn “" in capsys.readouterr().out
    assert (
        main(["add-question", AGENCY, "--plan", "76/KH-UBND", "--answer", "977 tỷ", "--yes"]) == 2
    )
    assert "Con số 977 không có" in capsys.readouterr().err
    add = ["add-question", AGENCY, "--plan", "76/KH-UBND", "--answer", "Sở Tài chính", "--yes"]
    assert main(add) == 0
    assert main(add) == 2
    written = read_questions(office / "candidates.jsonl")
    assert [one.id.split("-")[0] for one in written] == ["corrected", "own"]
    texts = {plan.file: plan.text for plan in Store(office).plans()}
    assert find_faults(written, texts) == ()
