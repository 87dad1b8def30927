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
    ("Kế hoạch 76 yêu cầu Sở Tài chính làm gì?", "kinh phí"),
    ("so nv lai chau lam gi theo kh 4084", "Sở Nội vụ"),
    ("Sau khi Sở Tài chính thẩm định dự toán của kế hoạch 4084 thì ai phê duyệt?", "UBND tỉnh"),
    ("Cát Hải gặp khó khăn khi làm kế hoạch thì báo về huyện qua phòng nào?", "Phòng Văn hóa"),
    ("Nghị quyết 13-NQ/TU trong kế hoạch Hưng Yên nói về lĩnh vực gì?", "di sản văn hóa"),
    ("Thư viện Tuyên Quang liên kết với những tổ chức nào?", "khuyến học"),
    ("Hưng Yên có đặt mục tiêu thành tỉnh học tập không?", "Có"),
    ("Which units does Hưng Yên's culture department guide and direct?", "Thư viện tỉnh"),
    ("Chương trình chuyển đổi số ngành thư viện ở Hưng Yên chạy đến năm nào?", "đến năm 2025"),
    ("Kế hoạch 68 mà Cát Hải thực hiện là của UBND nào?", "Hải Phòng"),
    ("Ngày 18/5 ở kế hoạch Hưng Yên mang tên gì?", "Bảo tàng Việt Nam"),
    ("Mục tiêu cụ thể của Hưng Yên đặt cho những hệ thống nào?", "bảo tàng"),
    ("Năm 2025 ttvh-tt và thể thao Cát Hải đạt 100% phải không?", "Không"),
]


@pytest.mark.parametrize(("question", "told"), ANSWERED)
def test_it_is_answered(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained and told in answer.short_answer, answer.short_answer


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch của Tuyên Quang in trên công báo số mấy?",
        "Bảo tàng Hưng Yên mở cửa mấy giờ?",
        "thu vien tuyen quang nghi vao thu may",
        "What percentage of tourists in Hưng Yên should visit museums by 2030?",
        "Lai Châu sẽ xây mới mấy thư viện huyện?",
        "Tuyên Quang tuyển dụng bao nhiêu cán bộ thư viện?",
        "Which books do people borrow most from Hưng Yên's libraries?",
        "Biểu mẫu báo cáo của Tuyên Quang là phụ lục số mấy?",
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


@pytest.mark.parametrize(
    "question",
    [
        "Tuyên Quang kể tên những thư viện tư nhân nào?",
        "Which of Tuyên Quang and Hưng Yên has more commune libraries at present?",
        "Tuổi trung bình của bạn đọc ở Hưng Yên là bao nhiêu?",
    ],
)
def test_what_is_to_come_is_not_what_is(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.abstained or "không nêu" in answer.short_answer or "not stated" in answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Các xã Cát Hải gửi báo cáo về Phòng Nội vụ, vậy phòng này làm gì?", "Phòng Văn hóa"),
        ("Cát Hải thực hiện kế hoạch của tỉnh Quảng Ninh, vậy kế hoạch đó số mấy?", "68/KH-UBND"),
    ],
)
def test_what_is_said_beside_is_corrected(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert answer.reason == "false_premise", answer.short_answer
    assert told in answer.answer


def test_people_of_another_area_take_the_place_of_the_first(assistant: Assistant) -> None:
    before = Turn(
        "Kế hoạch 4084 đặt bao nhiêu % người dân nông thôn được tiếp cận thông tin?", "25-30%"
    )
    assert "20-25" in assistant.ask("còn vùng biên giới thì sao?", (before,)).short_answer


def test_who_is_said_to_lead_in_english(assistant: Assistant) -> None:
    answer = assistant.ask("The Department of Finance is the lead agency for plan 76. Who is it?")
    assert "Sở Văn ho" in answer.answer
