"""What an official asks and must read: the examples of the three ways to type, and the silences."""

from __future__ import annotations

import re

import pytest
from support import CAT_HAI, HUNG_YEN, LAI_CHAU_2021, LAI_CHAU_2023, TUYEN_QUANG

from assistant.answer import Answer, Turn
from assistant.chain import Assistant
from corpus.vietnamese import fold

ASK = {
    "vi": "Cơ quan nào phụ trách thư viện lực lượng vũ trang ở {}?",
    "plain": "co quan nao phu trach thu vien luc luong vu trang o {}",
    "en": "which agency handles armed-forces libraries in {}?",
}
AGENCIES = {
    "Tuyên Quang": (TUYEN_QUANG, "IV.3", {"Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh"}),
    "Hưng Yên": (HUNG_YEN, "IV.6", {"Công an tỉnh", "Bộ Chỉ huy quân sự tỉnh"}),
    "Lai Châu": (
        LAI_CHAU_2023,
        "IV.3",
        {"Bộ CHQS tỉnh", "BCH Biên phòng tỉnh", "Công an tỉnh"},
    ),
}


def ask(assistant: Assistant, way: str, place: str) -> Answer:
    return assistant.ask(ASK[way].format(fold(place) if way == "plain" else place))


def agencies_of(answer: Answer) -> set[str]:
    if answer.language == "en":
        return set(re.findall(r"\(([^()]+)\)", answer.short_answer))
    return set(re.split(r", | và ", answer.short_answer))


@pytest.mark.parametrize("way", ASK)
@pytest.mark.parametrize("place", AGENCIES)
def test_the_agencies_are_named_all_and_only_they(
    assistant: Assistant, way: str, place: str
) -> None:
    document, section, agencies = AGENCIES[place]
    answer = ask(assistant, way, place)
    assert agencies_of(answer) == agencies
    assert answer.language == ("en" if way == "en" else "vi")
    assert {(c.document, c.section) for c in answer.citations} == {(document, section)}
    assert not answer.abstained


def test_the_citation_is_written_as_an_office_writes_it(assistant: Assistant) -> None:
    [citation] = ask(assistant, "vi", "Tuyên Quang").citations
    assert citation.label == (
        "mục IV.3, Kế hoạch số 76/KH-UBND ngày 13/4/2023 của UBND tỉnh Tuyên Quang"
    )
    assert citation.quote.startswith("3. Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh:** Chỉ đạo")


def test_a_damaged_quote_is_shown_as_printed_with_its_reading(assistant: Assistant) -> None:
    answer = ask(assistant, "vi", "Lai Châu")
    [citation] = answer.citations
    assert "B6 CHQS tinh, BCH Bién phong tinh, Cong an tinh" in citation.quote
    assert citation.restored is not None
    assert "Bộ CHQS tỉnh, BCH Biên phòng tỉnh, Công an tỉnh" in citation.restored


@pytest.mark.parametrize("way", ASK)
def test_what_a_plan_does_not_state_is_said_to_be_unstated(assistant: Assistant, way: str) -> None:
    answer = ask(assistant, way, "Cát Hải")
    assert answer.abstained and answer.reason == "not_stated"
    committee = "People's Committee of Cát Hải District" if way == "en" else "UBND huyện Cát Hải"
    assert committee in answer.answer
    assert not any(character.isdigit() for character in answer.answer)


@pytest.mark.parametrize("way", ASK)
@pytest.mark.parametrize("place", ["Hà Giang", "Nghệ An", "Hải Dương"])
def test_a_province_without_a_plan_is_said_to_have_none(
    assistant: Assistant, way: str, place: str
) -> None:
    answer = ask(assistant, way, place)
    assert answer.abstained and answer.reason == "no_such_plan"
    assert place in answer.short_answer
    assert not any(character.isdigit() for character in answer.answer)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Tuyên Quang phải gửi báo cáo trước ngày nào?", "trước ngày 01 tháng 12 hằng năm"),
        ("hung yen gui bao cao truoc ngay nao", "trước ngày 25 tháng 11 hằng năm"),
        ("Kế hoạch 76/KH-UBND ban hành ngày nào?", "13/4/2023"),
        ("Ai ký kế hoạch của Hưng Yên?", "Nguyễn Duy Hưng, Phó Chủ tịch"),
        ("ke hoach cua cat hai so bao nhieu", "chưa rõ (để trống), bản in ghi “Số: /KH-UBND”"),
        (
            "Ngày ban hành kế hoạch 154/KH-UBND?",
            "chưa rõ ngày, tháng 1 năm 2023, bản in ghi “ngay 72 thang 01 ndm 2023”",
        ),
    ],
)
def test_facts_are_stated_as_the_plan_states_them(
    assistant: Assistant, question: str, short: str
) -> None:
    assert assistant.ask(question).short_answer == short


def test_figures_keep_year_level_and_indicator_apart(assistant: Assistant) -> None:
    def short(question: str) -> str:
        return assistant.ask(question).short_answer

    services = "ở Tuyên Quang năm {} bao nhiêu % thư viện công cộng cấp xã cung cấp dịch vụ?"
    assert short(services.format(2025)).startswith("40%")
    assert short(services.format(2030)).startswith("60%")
    technology = "ở Tuyên Quang năm {} bao nhiêu % thư viện cấp xã ứng dụng công nghệ thông tin?"
    assert short(technology.format(2025)).startswith("20%")
    assert short(technology.format(2030)).startswith("30%")
    assert assistant.ask(services.format(2028)).reason == "not_stated"


def test_a_range_stays_a_range(assistant: Assistant) -> None:
    answer = assistant.ask("Cát Hải năm 2030 lượt người sử dụng thư viện tăng bao nhiêu %?")
    assert answer.short_answer.startswith("12 - 15%")


def test_a_plan_that_contradicts_itself_is_quoted_twice(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Tuyên Quang năm 2025 bao nhiêu % trung tâm văn hoá cấp tỉnh hỗ trợ nhu cầu sáng tạo?"
    )
    assert "80%" in answer.short_answer and "70%" in answer.short_answer
    assert len(answer.citations) == 2


def test_a_follow_up_is_completed_from_the_turn_before(assistant: Assistant) -> None:
    first = ASK["vi"].format("Tuyên Quang")
    history = [Turn(first, assistant.ask(first).answer)]
    answer = assistant.ask("Còn Hưng Yên thì sao?", history)
    assert agencies_of(answer) == {"Công an tỉnh", "Bộ Chỉ huy quân sự tỉnh"}
    assert {c.document for c in answer.citations} == {HUNG_YEN}


def test_two_plans_of_one_place_are_told_apart(assistant: Assistant) -> None:
    asked = "Ở Lai Châu cơ quan nào bố trí kinh phí?"
    assert {c.document for c in assistant.ask(asked).citations} == {LAI_CHAU_2021, LAI_CHAU_2023}
    narrowed = assistant.ask("Kế hoạch mạng lưới thư viện Lai Châu: cơ quan nào bố trí kinh phí?")
    assert {c.document for c in narrowed.citations} == {LAI_CHAU_2021}


@pytest.mark.parametrize("question", ["", "   ", "?", "…", "\u0000", "a" * 5000, "🙂"])
def test_any_input_gets_a_sentence(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.abstained
    assert answer.answer.strip()


def test_the_retriever_is_a_langchain_retriever(assistant: Assistant) -> None:
    documents = assistant.retriever.invoke(ASK["vi"].format("Tuyên Quang"))
    assert documents[0].metadata["document"] == TUYEN_QUANG
    assert documents[0].metadata["section"] == "IV.3"
    assert {d.metadata["document"] for d in documents} == {TUYEN_QUANG}
    assert CAT_HAI not in {d.metadata["document"] for d in documents}
