"""Parts of a plan by their labels, and which parts a plan has."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant


@pytest.mark.parametrize(
    ("question", "said", "section"),
    [
        ("Mục IV.5 kế hoạch Tuyên Quang ghi gì?", "Sở Thông tin và Truyền thông", "IV.5"),
        ("điểm d mục II.3 kế hoạch Hưng Yên viết gì", "phát triển nguồn nhân lực", "II.3.d"),
        ("What does section IV.6 of the Tuyen Quang plan say?", "bố trí kinh phí", "IV.6"),
        ("Mục IV.4 kế hoạch 154 nói gì", "giáo dục nghề nghiệp", "IV.4"),
    ],
)
def test_a_part_is_read_by_its_label(
    assistant: Assistant, question: str, said: str, section: str
) -> None:
    answer = assistant.ask(question)
    assert said in answer.short_answer
    assert {citation.section for citation in answer.citations} == {section}


def test_a_long_part_is_told_by_its_headings(assistant: Assistant) -> None:
    answer = assistant.ask("Phần IV của kế hoạch Hưng Yên có nội dung gì?")
    items = answer.short_answer.split("\n- ")[1:]
    assert "Sở Tài chính" in items and len(items) == len(set(items)) >= 9


def test_a_part_that_is_not_there_is_not_made_up(assistant: Assistant) -> None:
    assert assistant.ask("Mục IX.4 kế hoạch Tuyên Quang nói gì?").abstained


def test_a_label_beside_what_is_asked_only_tells_where(assistant: Assistant) -> None:
    answer = assistant.ask("Theo mục I.2.2 kế hoạch Tuyên Quang, bảo tàng năm 2030 đạt mấy %?")
    assert answer.short_answer.startswith("100%")


def test_the_parts_of_a_plan_are_listed(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch Tuyên Quang chia làm mấy phần?")
    items = answer.short_answer.split("\n- ")[1:]
    assert [item.split(".")[0] for item in items] == ["I", "II", "III", "IV"]
    assert len(answer.citations) == 4
