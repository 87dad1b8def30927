"""Documents that a plan cites, by number and by subject, and in a follow-up."""

from __future__ import annotations

import pytest

from assistant.answer import Turn
from assistant.answering.cited import codes_of
from assistant.chain import Assistant


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("Nghị định 93/2020/NĐ-CP", ("93",)),
        ("Nghị quyết 33-NQ/TW nói gì", ("33",)),
        ("decision 1520 of the Prime Minister", ("1520",)),
        ("năm 2025 đạt 70%", ()),
    ],
)
def test_the_numbers_of_documents(question: str, codes: tuple[str, ...]) -> None:
    assert codes_of(question) == codes


def test_a_document_is_found_by_what_it_is_about(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch 4084 dẫn quyết định nào về văn hóa đọc?")
    assert "329/QĐ-TTg" in answer.short_answer and "206/QĐ-TTg" not in answer.short_answer
    english = assistant.ask("Which Party resolution on cultural institutions does Hung Yen cite?")
    assert "18-NQ/TU" in english.short_answer and "13-NQ/TU" not in english.short_answer


def test_no_law_is_answered_by_another(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch Tuyên Quang dẫn luật nào về di sản văn hóa?")
    assert (answer.abstained, answer.reason) == (True, "not_stated")


def test_what_a_numbered_document_is_about(assistant: Assistant) -> None:
    answer = assistant.ask("Nghị quyết 33-NQ/TW nêu trong kế hoạch Hưng Yên là về việc gì?")
    assert "Xây dựng và phát triển văn hóa, con người Việt Nam" in answer.short_answer
    day = assistant.ask("Kế hoạch 24-KH/TU nêu ở kế hoạch Hưng Yên ban hành ngày nào?")
    assert "31/5/2021" in day.short_answer and "04/6/2020" not in day.short_answer


def test_the_plan_above_a_district_has_its_own_day(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch Cát Hải dựa vào kế hoạch của Hải Phòng ban hành ngày nào?")
    assert "03/3/2023" in answer.short_answer and "09/12/2022" not in answer.short_answer


def test_that_document_is_the_one_just_named(assistant: Assistant) -> None:
    told = "Nghị quyết số 18-NQ/TU của Ban Thường vụ Tỉnh ủy."
    history = [Turn("Hưng Yên có nghị quyết nào về thiết chế văn hóa?", told)]
    answer = assistant.ask("Nghị quyết đó ban hành ngày nào?", history)
    assert "08/12/2021" in answer.short_answer and "23/11/2021" not in answer.short_answer


def test_a_plan_above_by_a_wrong_number_is_corrected(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch số 99 của thành phố Hải Phòng mà Cát Hải dựa vào ký hôm nào?")
    assert answer.reason == "false_premise" and "68/KH-UBND" in answer.answer


def test_which_plan_carries_out_a_decision(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch nào ở Lai Châu triển khai Quyết định 1520?")
    assert "154/KH-UBND" in answer.short_answer and "4084" not in answer.short_answer


def test_the_documents_of_an_issuer_are_told_each_once(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch Hưng Yên dẫn những văn bản nào của Tỉnh ủy?")
    told = answer.short_answer.split("; ")
    assert ["24-KH/TU" in told[0], "13-NQ/TU" in told[1], "18-NQ/TU" in told[2]] == [True] * 3
    laws = assistant.ask("Kế hoạch 4084 dựa vào những luật nào của Quốc hội?")
    assert "Luật Thư viện" in laws.short_answer and "Luật Giáo dục" in laws.short_answer
    none = assistant.ask("Kế hoạch Tuyên Quang dẫn nghị quyết nào của Bộ Chính trị?")
    assert none.abstained


def test_the_number_of_a_document_is_not_a_day(assistant: Assistant) -> None:
    answer = assistant.ask("Nghị quyết số 18-NQ/TU quy định về việc gì?")
    assert "18-NQ/TU" in answer.short_answer and "93/2020" not in answer.short_answer


def test_a_plan_that_is_only_cited_is_told_by_the_plan_that_cites_it(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch số 68 của cơ quan nào ban hành?")
    assert "Hải Phòng" in answer.short_answer
    unknown = assistant.ask("Kế hoạch số 987 do ai ban hành?")
    assert unknown.reason == "no_such_plan"


@pytest.mark.parametrize(
    ("question", "named", "not_named"),
    [
        (
            "Kế hoạch Hưng Yên dẫn những văn bản nào?",
            ("1520", "24-KH", "76-KL", "33-NQ", "18-NQ"),
            (),
        ),
        ("van ban nao duoc nhac den trong ke hoach cat hai", ("1520", "68/KH"), ()),
        (
            "Nghị quyết nào được nhắc trong kế hoạch Hưng Yên?",
            ("33-NQ", "13-NQ", "18-NQ"),
            ("1520",),
        ),
        ("Which documents does plan 4084 refer to?", ("329", "429", "206", "13/2020"), ()),
    ],
)
def test_every_document_that_a_plan_cites(
    assistant: Assistant, question: str, named: tuple[str, ...], not_named: tuple[str, ...]
) -> None:
    answer = assistant.ask(question)
    assert all(code in answer.short_answer for code in named), answer.short_answer
    assert not any(code in answer.short_answer for code in not_named)
    assert not answer.abstained and answer.citations


@pytest.mark.parametrize(
    ("question", "said", "shown"),
    [
        ("Kế hoạch Tuyên Quang có nhắc đến Nghị quyết 18-NQ/TU không?", "Không", "1520"),
        ("Does the Hung Yen plan cite Resolution 33-NQ/TW?", "Yes", "33-NQ/TW"),
        ("Kế hoạch 4084 có dẫn Quyết định 206 không?", "Có", "206/QĐ-TTg"),
        ("Hưng Yên có thực hiện kế hoạch 68/KH-UBND không?", "Không", "1520"),
        ("ke hoach cat hai co thuc hien ke hoach 68 cua hai phong khogn", "Có", "68/KH-UBND"),
        ("quyet dinh 1520 trong ke hoach hung yen ban hanh nam 2021 phai khong", "Không", "2022"),
        ("Nghị định 93 trong kế hoạch 4084 ban hành năm 2020 đúng không?", "Đúng", "18/8/2020"),
    ],
)
def test_whether_a_plan_cites_a_document(
    assistant: Assistant, question: str, said: str, shown: str
) -> None:
    answer = assistant.ask(question)
    assert answer.short_answer.startswith(said) and shown in answer.short_answer


def test_a_title_may_name_another_document(assistant: Assistant) -> None:
    answer = assistant.ask("Kết luận 76-KL/TW về việc gì?")
    assert "tiếp tục thực hiện Nghị quyết số 33-NQ/TW" in answer.short_answer


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch 68/KH-UBND của Hải Phòng về việc gì?",
        "ke hoach 68 cua hai phong ban hanh ngay nao",
    ],
)
def test_a_plan_that_is_only_cited_is_told_as_cited(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.short_answer.startswith("Kế hoạch số 68/KH-UBND ngày 03/3/2023")
    assert assistant.ask("Hải Phòng giao sở nào?").reason == "no_such_plan"
    assert assistant.ask("Kế hoạch 99/KH-UBND của Hải Phòng về gì?").reason == "no_such_plan"


def test_what_another_plan_carries_out_is_no_false_premise(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch số 24-KH/TU thực hiện gì?")
    assert not answer.abstained and "76-KL/TW" in answer.short_answer


def test_the_plan_of_a_city_that_a_district_carries_out(assistant: Assistant) -> None:
    answer = assistant.ask("Which plan of Hai Phong city does Cat Hai's plan carry out?")
    assert "68/KH-UBND" in answer.short_answer
    about = assistant.ask("nghi quyet 18-nq/tu trong ke hoach hung yen ve de an gi")
    assert "thiết chế văn hóa, thể thao" in about.short_answer


def test_a_law_without_a_number_is_cited_too(assistant: Assistant) -> None:
    told = assistant.ask("Luật nào được nhắc đến ở Hưng Yên?").short_answer
    assert told == "Luật Ngân sách nhà nước"


def test_who_issued_it_after_its_day_is_asked_of_the_document(assistant: Assistant) -> None:
    history: list[Turn] = []
    for question in ("Kế hoạch 154 thực hiện quyết định nào?", "Quyết định đó ban hành ngày nào?"):
        answer = assistant.ask(question, history)
        history.append(Turn(question, answer.answer))
    assert "Thủ tướng Chính phủ" in assistant.ask("ai ban hành?", history).short_answer
    of_plan = [Turn("Kế hoạch 154 do ai ký?", assistant.ask("Kế hoạch 154 do ai ký?").answer)]
    assert "Thủ tướng" not in assistant.ask("ai ban hành?", of_plan).short_answer
