"""Which plan, which groups, which day, by which year: what stands beside the thing asked for."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Thư viện huyện Cát Hải phải có dịch vụ học tập suốt đời đến năm nào?", "đến năm 2030:"),
        ("Thư viện huyện Cát Hải phải cung cấp dịch vụ đến năm nào?", "đến năm 2030:"),
        ("By what year does Cát Hải want its district library to apply IT?", "by 2030:"),
        ("By what year must Cat Hai's district library offer its services?", "by 2030:"),
    ],
)
def test_a_goal_without_a_figure_has_its_year(
    assistant: Assistant, question: str, told: str
) -> None:
    answer = assistant.ask(question)
    assert answer.short_answer.startswith(told)
    assert "Đến năm 2030" in " ".join(answer.citations[0].quote.split())


def test_a_thing_without_a_year_has_none(assistant: Assistant) -> None:
    assert assistant.ask("Đến năm nào Tuyên Quang bố trí kinh phí cho bảo tàng?").abstained


def test_the_day_of_a_decree_is_no_deadline(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Theo kế hoạch 4084, thư viện cấp huyện lập trước ngày nào phải được kiện toàn?"
    )
    assert "7" in answer.short_answer and "2020" in answer.short_answer
    assert "18" not in answer.short_answer


@pytest.mark.parametrize(
    ("question", "groups"),
    [
        (
            "Phần nhiệm vụ, giải pháp của Tuyên Quang gồm các nhóm việc nào?",
            ("Tuyên truyền", "nguồn nhân lực", "hợp tác", "xã hội hoá"),
        ),
        (
            "Lai Châu nêu mục tiêu cụ thể trong kế hoạch 154 cho những loại thiết chế gì?",
            ("thư viện", "bảo tàng", "tâm văn hóa"),
        ),
    ],
)
def test_the_groups_of_a_part_are_named(
    assistant: Assistant, question: str, groups: tuple[str, ...]
) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert all(group in answer.short_answer for group in groups), answer.short_answer


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Which came out first, Lai Châu's plan 154 or Tuyên Quang's plan 76?", "Earlier: "),
        ("Kế hoạch nào ra trước, 154 của Lai Châu hay 76 của Tuyên Quang?", "Sớm hơn: "),
    ],
)
def test_of_two_plans_by_number_the_earlier_is_named(
    assistant: Assistant, question: str, lead: str
) -> None:
    told = assistant.ask(question).short_answer
    assert told.startswith(lead) and "154/KH-UBND" in told.splitlines()[0]
    assert "4084" not in told


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Trong kế hoạch thư viện nào của Lai Châu có việc cho Sở Nội vụ?", "4084/KH-UBND"),
        ("Which of the library plans of Lai Châu has museum targets?", "154/KH-UBND"),
    ],
)
def test_what_a_plan_is_called_by_is_not_what_is_asked(
    assistant: Assistant, question: str, number: str
) -> None:
    assert number in assistant.ask(question).short_answer.splitlines()[0]


def test_the_year_of_issue_is_no_year_of_a_goal(assistant: Assistant) -> None:
    told = assistant.ask("UBND tỉnh Lai Châu ban hành kế hoạch về thư viện năm nào?")
    assert "2021" in told.short_answer and "2023" in told.short_answer
