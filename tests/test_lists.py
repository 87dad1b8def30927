"""Lists as bullets, each with its source; and what a plan rests on, is for, and pays for."""

from __future__ import annotations

import re

import pytest

from assistant.chain import Assistant


@pytest.mark.parametrize(
    ("question", "least"),
    [
        ("Kế hoạch 76 được gửi tới những nơi nào?", 10),
        ("On which legal documents does plan 4084 rest?", 6),
        ("Who got plan 154?", 5),
    ],
)
def test_a_list_has_an_item_a_line_each_with_its_source(
    assistant: Assistant, question: str, least: int
) -> None:
    answer = assistant.ask(question)
    items = [line for line in answer.answer.splitlines() if line.startswith("- ")]
    assert len(items) >= least
    assert all(re.search(r"\[\d+\]$", item) for item in items)


def test_recipients_are_named_in_english(assistant: Assistant) -> None:
    answer = assistant.ask("To which bodies was the plan of Cát Hải sent?")
    assert "Fatherland Front" in answer.short_answer
    assert "(UBMTTQVN và các đoàn thể huyện)" in answer.short_answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Vì sao Tuyên Quang ban hành kế hoạch?", "1520/QĐ-TTg"),
        ("ly do ban hanh ke hoach cua hung yen", "1520/QĐ-TTg"),
        ("Why did Cát Hải draw up its plan?", "68/KH-UBND"),
    ],
)
def test_why_a_plan_was_issued(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained and told in answer.short_answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Tuyên Quang căn cứ vào luật nào?", "Phần căn cứ chỉ có: Quyết định"),
        ("Which decree does the Hưng Yên plan rest on?", "It rests on: decision"),
        ("Cát Hải căn cứ nghị định nào?", "Phần căn cứ chỉ có: Kế hoạch"),
    ],
)
def test_a_basis_that_a_plan_has_not_is_not_made_up(
    assistant: Assistant, question: str, told: str
) -> None:
    answer = assistant.ask(question)
    assert answer.abstained and answer.reason == "not_stated"
    assert told in answer.answer and "1520" not in answer.answer
    assert any("1520/QĐ" in citation.quote for citation in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "Kinh phí của Hưng Yên tập trung chi cho việc gì?",
        "What is the budget in Hưng Yên used for?",
    ],
)
def test_what_money_is_for(assistant: Assistant, question: str) -> None:
    assert "củng cố cơ sở hạ tầng" in assistant.ask(question).short_answer


def test_a_ministry_that_got_a_plan(assistant: Assistant) -> None:
    answer = assistant.ask("Did the Ministry of Culture receive the Tuyên Quang plan?")
    assert answer.short_answer.startswith("Yes")


def test_the_year_of_the_share_of_a_house_that_has_duties_too(assistant: Assistant) -> None:
    question = "Trung tâm Văn hóa-Thông tin và Thể thao của Cát Hải đạt 80% vào năm nào?"
    assert "2025" in assistant.ask(question).short_answer


def test_the_kinds_of_house_with_targets(assistant: Assistant) -> None:
    short = assistant.ask("For what types of institutions does Hưng Yên set targets?").short_answer
    assert "library system" in short and "Museums" in short and "Cultural centres" in short


@pytest.mark.parametrize(
    ("question", "named", "not_named"),
    [
        (
            "Nêu các cơ quan được đề nghị phối hợp trong kế hoạch Cát Hải",
            ("Ban Tuyên giáo Huyện ủy", "Mặt trận Tổ quốc"),
            "Phòng Giáo dục",
        ),
        (
            "List the agencies asked to cooperate in Tuyen Quang",
            ("Propaganda Board", "Fatherland Front"),
            "Department of Finance",
        ),
        (
            "Phòng nào của huyện Cát Hải được giao việc?",
            ("Phòng Văn hóa-Thông tin-Thể thao và Du lịch", "Phòng Giáo dục và Đào tạo"),
            "Ban Tuyên giáo",
        ),
        (
            "Tỉnh nào giao Sở Nội vụ khen thưởng",
            ("phối hợp với Sở Nội vụ",),
            "huy chương",
        ),
        ("Nêu tên tất cả người ký các kế hoạch", ("Nguyễn Quang Vinh",), "Tên kế hoạch"),
        ("Nơi nào yêu cầu báo cáo trước 01/12?", ("trước ngày 01 tháng 12",), "25 tháng 11"),
    ],
)
def test_those_who_are_asked_for_and_no_others(
    assistant: Assistant, question: str, named: tuple[str, ...], not_named: str
) -> None:
    answer = assistant.ask(question).short_answer
    assert all(name in answer for name in named) and not_named not in answer, answer
