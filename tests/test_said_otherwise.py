"""The same asked in other words: what a plan is about, who is set aside, who sends to whom."""

from __future__ import annotations

import pytest

from assistant.answer import Turn
from assistant.chain import Assistant

ANSWERED = [
    ("Kế hoạch 76 nói về gì?", "Triển khai thực hiện Chương trình"),
    ("What is the plan of Hưng Yên about?", "học tập suốt đời"),
    ("Which programme does the plan of Cát Hải carry out?", "1520/QĐ-TTg"),
    ("What is the name of the programme in Tuyên Quang's plan?", "học tập suốt đời"),
    ("Which conclusion is Hưng Yên's plan based on?", "KL/TW"),
    ("In what years were the plans of Lai Châu issued?", "2021"),
    ("Chữ ký trên kế hoạch Hưng Yên là của ai?", "Nguyễn Duy Hưng"),
    ("Ngoài UBND huyện, sở nào sắp xếp viên chức thư viện ở kế hoạch 4084?", "Sở Nội vụ"),
    ("Báo chí nào được giao việc ở Tuyên Quang?", "Báo Tuyên Quang"),
    ("Which press bodies does Tuyên Quang's plan assign a task?", "Tuyên Quang Newspaper"),
    ("Which office do Lai Châu's districts submit their estimates to in plan 4084?", "Tài chính"),
    ("When is Lai Châu's provincial library to have 100,000 books in plan 4084?", "by 2025"),
    ("Dự toán của kế hoạch 76 do những ai xây dựng?", "các sở, ban, ngành, đơn vị"),
    ("Nguồn xã hội hóa của kế hoạch Hưng Yên gồm những ai?", "tổ chức, cá nhân trong và ngoài"),
    ("Người dùng thư viện ở Lai Châu bao nhiêu % có kỹ năng thông tin, theo kh 4084?", "85%"),
    ("Plan 4084: how many people a year are to use information at Lai Châu's libraries?", "35,000"),
]


@pytest.mark.parametrize(("question", "told"), ANSWERED)
def test_it_is_answered(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert told in answer.short_answer


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch của Tuyên Quang in trên công báo số mấy?",
        "Bảo tàng Hưng Yên mở cửa mấy giờ?",
        "thu vien tuyen quang nghi vao thu may",
        "What percentage of tourists in Hưng Yên should visit museums by 2030?",
        "Hưng Yên chỉ đạo các huyện ban hành kế hoạch vào ngày nào?",
    ],
)
def test_it_is_declined(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.abstained, answer.short_answer


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Does Tuyên Quang want half of its commune libraries to apply IT by 2025?", "No; "),
        ("Tuyên Quang có đặt một nửa thư viện cấp xã ứng dụng công nghệ năm 2025 không?", "Không"),
    ],
)
def test_half_is_a_figure(assistant: Assistant, question: str, verdict: str) -> None:
    answer = assistant.ask(question).short_answer
    assert answer.startswith(verdict) and "20%" in answer, answer


def test_who_is_said_to_lead_a_plan_is_not_taken_for_granted(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch 76 do Sở Tài chính chủ trì, vậy sở này báo cáo cho ai?")
    assert answer.reason == "false_premise"
    assert "Sở Văn ho" in answer.answer


def test_a_level_after_an_agency_is_its_committee(assistant: Assistant) -> None:
    before = Turn("What must the finance department of Tuyên Quang do?", "It allocates funds.")
    answer = assistant.ask("And the districts?", (before,)).short_answer
    assert "Ủy ban nhân dân huyện, thành phố" in answer


def test_a_count_after_another_count(assistant: Assistant) -> None:
    before = Turn(
        "How many books should Lai Châu's provincial library hold by 2025 under plan 4084?",
        "100,000 books.",
    )
    answer = assistant.ask("And how many reader visits a year?", (before,)).short_answer
    assert answer.startswith("25,000 - 30,000")
