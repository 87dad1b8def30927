"""What is counted, what is listed, who leads and who receives: only what a question asks."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from assistant.shorthand import spell_out, spell_out_haste


@pytest.mark.parametrize(
    ("question", "head"),
    [
        ("Kế hoạch của Hưng Yên giao nhiệm vụ cho bao nhiêu sở?", "Các cơ quan (5):"),
        ("Có bao nhiêu cơ quan được Hưng Yên giao nhiệm vụ?", "Các cơ quan (11 gọi tên):"),
        ("How many departments does Tuyên Quang's plan give tasks to?", "Agencies (5):"),
        ("How many departments take part in Tuyên Quang's plan?", "Agencies (5):"),
    ],
)
def test_agencies_are_counted_and_named(assistant: Assistant, question: str, head: str) -> None:
    answer = assistant.ask(question)
    assert answer.short_answer.startswith(head)
    assert "Sở Tài chính" in answer.short_answer and len(answer.citations) >= 5


@pytest.mark.parametrize(
    "question",
    [
        "Hưng Yên đặt những chỉ tiêu nào về thư viện?",
        "Hưng Yên có bao nhiêu mục tiêu về thư viện?",
        "What targets does Hưng Yên set for libraries?",
    ],
)
def test_the_targets_of_a_thing_are_all_told(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).short_answer
    assert all(figure in answer for figure in ("02 - 03", "6-8%", "8 - 10%")), answer


@pytest.mark.parametrize(
    "question",
    ["Chỉ tiêu năm 2030 của Cát Hải là gì?", "What are Cát Hải's targets for 2030?"],
)
def test_the_targets_of_a_year_are_all_told(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert all(figure in answer.short_answer for figure in ("12 - 15%", "100%"))
    assert len(answer.citations) >= 3


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Is the education department in charge of Tuyên Quang's plan?", "No; the plan says: Dep"),
        ("Is the Department of Finance the lead agency for plan 154?", "No; the plan says: Dep"),
        ("Does the Department of Culture lead the plan of Tuyên Quang?", "Yes: Department of Cul"),
    ],
)
def test_who_leads_a_plan_is_held_against_it(
    assistant: Assistant, question: str, told: str
) -> None:
    answer = assistant.ask(question).short_answer
    assert answer.startswith(told)
    assert "Sở Văn h" in answer


def test_the_month_of_a_plan(assistant: Assistant) -> None:
    assert "chưa rõ ngày tháng" in assistant.ask("kh 4084 ra thang may").short_answer


@pytest.mark.parametrize(
    ("typed", "full"),
    [
        ("so tc lam gi", "Sở Tài chính lam gi"),
        ("sở xd", "Sở Xây dựng"),
        ("hội pn và đoàn tn", "Hội Liên hiệp Phụ nữ và Đoàn Thanh niên"),
        ("ttvh-tt va the thao", "Trung tâm Văn hóa - Thông tin và Thể thao"),
        ("tt vhtt&tt huyen", "Trung tâm Văn hóa - Thông tin và Thể thao huyen"),
    ],
)
def test_offices_in_short(typed: str, full: str) -> None:
    assert spell_out_haste(spell_out(typed)) == full


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Nơi nhận kế hoạch Tuyên Quang có Ban Tuyên giáo Tỉnh ủy không?", "Có: Ban Tuyên giáo"),
        ("Kế hoạch 154 có gửi Bộ Văn hóa không?", "Có: Bộ VHTTDL"),
        ("noi nhan kh 4084 co so noi vu ko", "Có: Các sở, ban, ngành tỉnh"),
        ("Kế hoạch của Hưng Yên có gửi Hội Khuyến học không?", "Không; kế hoạch ghi: Bộ Văn"),
        (
            "Is the Ministry of Culture among the recipients of Tuyên Quang's plan?",
            "Yes: Ministry of Culture",
        ),
        (
            "Does Hưng Yên's plan list the Provincial Library as a recipient?",
            "Yes: Provincial Library",
        ),
    ],
)
def test_whether_a_plan_is_sent_to_somebody(assistant: Assistant, question: str, told: str) -> None:
    assert assistant.ask(question).short_answer.startswith(told)


@pytest.mark.parametrize(
    "question",
    ["Ngày nào là Ngày Di sản văn hóa Việt Nam?", "Which day is Vietnam Cultural Heritage Day?"],
)
def test_a_named_day_ends_at_its_date(assistant: Assistant, question: str) -> None:
    lines = assistant.ask(question).short_answer.splitlines()
    assert len(lines) == 3
    assert all(line.rstrip(")").endswith("23/11") for line in lines), lines


def test_days_that_are_kept_are_no_medals(assistant: Assistant) -> None:
    answer = assistant.ask("Lai Châu kỷ niệm những ngày nào?").short_answer
    assert "18/5" in answer and "kỷ niệm chương" not in answer


def test_which_plan_of_the_city_a_district_carries_out(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch Cát Hải thực hiện kế hoạch nào của thành phố?").short_answer
    assert answer.startswith("Kế hoạch số 68/KH-UBND ngày 03/3/2023")
