"""How a question is understood: language, abbreviations, places, plans, kind, follow-ups."""

from __future__ import annotations

import pytest
from support import CAT_HAI, HUNG_YEN, LAI_CHAU_2021, LAI_CHAU_2023, TUYEN_QUANG

from assistant.answer import Turn
from assistant.chain import Assistant
from assistant.kinds_asked import find_kind, find_language
from assistant.query import Query
from assistant.question import QuestionReader
from assistant.shorthand import spell_out
from corpus.vietnamese import fold


@pytest.fixture(scope="module")
def reader(assistant: Assistant) -> QuestionReader:
    generation = assistant.reader.generation()
    return QuestionReader(generation.plans, generation.restorer.accent)


def files(query: Query) -> set[str]:
    return {plan.file for plan in query.plans}


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Cơ quan nào phụ trách thư viện?", "vi"),
        ("co quan nao phu trach thu vien o tuyen quang", "vi"),
        ("so vhttdl hung yen lam gi", "vi"),
        ("Which agency handles libraries in Tuyên Quang?", "en"),
        ("what about Lai Chau?", "en"),
        ("Compare the review years of the two Lai Châu plans.", "en"),
    ],
)
def test_the_language_is_told(question: str, language: str) -> None:
    assert find_language(question) == language


@pytest.mark.parametrize(
    ("typed", "full"),
    [
        ("Sở VHTTDL làm gì?", "Sở Văn hóa, Thể thao và Du lịch làm gì?"),
        ("so ldtbxh", "so Lao động - Thương binh và Xã hội"),
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
        ("BCHQS tỉnh", "Bộ Chỉ huy Quân sự tỉnh"),
        ("tv huyện", "thư viện huyện"),
        ("thư viện", "thư viện"),
    ],
)
def test_abbreviations_are_spelled_out(typed: str, full: str) -> None:
    assert spell_out(typed) == full


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Sở nào hướng dẫn thư viện trường học?", "agency"),
        ("ai bố trí kinh phí?", "agency"),
        ("Sở Tài chính có nhiệm vụ gì?", "duties"),
        ("năm 2025 đạt bao nhiêu phần trăm?", "target"),
        ("phải báo cáo trước ngày nào?", "deadline"),
        ("kế hoạch ban hành ngày nào?", "document"),
        ("ai ký kế hoạch này?", "document"),
        ("nơi nhận gồm những cơ quan nào?", "document"),
        ("kinh phí lấy từ đâu?", "funding"),
        ("mục tiêu chung là gì?", "general"),
    ],
)
def test_the_kind_is_read_from_the_words(question: str, kind: str) -> None:
    assert find_kind(fold(question))[0] == kind


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("thư viện ở Tuyên Quang", {TUYEN_QUANG}),
        ("thu vien o tuyen quang", {TUYEN_QUANG}),
        ("thư viện TQ", {TUYEN_QUANG}),
        ("kế hoạch lai châu", {LAI_CHAU_2021, LAI_CHAU_2023}),
        ("Kế hoạch 154/KH-UBND", {LAI_CHAU_2023}),
        ("ke hoach 4084 lai chau", {LAI_CHAU_2021}),
        ("kế hoạch năm 2021 của Lai Châu", {LAI_CHAU_2021}),
        ("kế hoạch phát triển mạng lưới thư viện Lai Châu", {LAI_CHAU_2021}),
        ("Cát Hải và Hưng Yên", {CAT_HAI, HUNG_YEN}),
        ("Cát Hải, Hải Phòng", {CAT_HAI}),
    ],
)
def test_the_plans_in_scope(reader: QuestionReader, question: str, expected: set[str]) -> None:
    query = reader.read(question)
    assert files(query) == expected
    assert not query.missing


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("thư viện ở Hà Giang", "Hà Giang"),
        ("thu vien o thai binh", "Thái Bình"),
        ("huyện Sìn Hồ có thư viện không?", "Sìn Hồ"),
        ("libraries in Nghệ An", "Nghệ An"),
    ],
)
def test_a_place_without_a_plan_is_missed(
    reader: QuestionReader, question: str, place: str
) -> None:
    query = reader.read(question)
    assert query.missing == (place,)
    assert not query.plans or not query.scoped


@pytest.mark.parametrize("question", ["giữ gìn hòa bình", "đời sống thái bình của người dân"])
def test_a_word_is_not_a_place(reader: QuestionReader, question: str) -> None:
    assert not reader.read(question).missing


def test_a_follow_up_keeps_the_subject_and_takes_the_new_place(reader: QuestionReader) -> None:
    first = Turn("Cơ quan nào phụ trách thư viện lực lượng vũ trang ở Tuyên Quang?", "…")
    query = reader.read("Còn Lai Châu thì sao?", [first])
    assert query.kind == "agency"
    assert query.terms == ("thu vien luc luong vu trang",)
    assert files(query) == {LAI_CHAU_2021, LAI_CHAU_2023}


def test_a_follow_up_keeps_the_place_and_takes_the_new_year(reader: QuestionReader) -> None:
    first = Turn("Tuyên Quang năm 2025 bao nhiêu % thư viện cấp xã cung cấp dịch vụ?", "…")
    query = reader.read("năm 2030 thì sao?", [first])
    assert query.kind == "target" and query.years == (2030,)
    assert files(query) == {TUYEN_QUANG}


def test_a_new_question_leaves_the_old_subject(reader: QuestionReader) -> None:
    first = Turn("Cơ quan nào phụ trách thư viện lực lượng vũ trang ở Tuyên Quang?", "…")
    query = reader.read("Ai ký kế hoạch của Hưng Yên?", [first])
    assert query.kind == "document" and files(query) == {HUNG_YEN}
    assert "vu trang" not in " ".join(query.terms)


def test_accents_are_given_back(reader: QuestionReader) -> None:
    asked = "co quan nao phu trach thu vien luc luong vu trang o tuyen quang"
    assert reader.read(asked).own == (
        "cơ quan nào phụ trách thư viện lực lượng vũ trang ở tuyên quang"
    )
