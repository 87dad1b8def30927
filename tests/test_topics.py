"""A topic alone: answered where a few sources do, else asked back what of it is meant."""

from __future__ import annotations

import pytest

from assistant.answer import Turn
from assistant.chain import Assistant


@pytest.mark.parametrize("topic", ["thư viện", "bảo tàng", "học tập suốt đời"])
def test_a_broad_topic_is_asked_back(assistant: Assistant, topic: str) -> None:
    answer = assistant.ask(topic)
    assert answer.reason == "unclear" and not answer.citations
    assert answer.choices[0] == f"So sánh chỉ tiêu về {topic} của các kế hoạch"
    assert 2 <= len(answer.choices) <= 6
    for choice in answer.choices[1:]:
        chosen = assistant.ask(choice)
        assert not chosen.abstained and len(chosen.citations) <= 8


@pytest.mark.parametrize("topic", ["chiến dịch truyền thông", "thư viện điện tử"])
def test_a_narrow_topic_is_answered(assistant: Assistant, topic: str) -> None:
    answer = assistant.ask(topic)
    assert not answer.abstained and 0 < len(answer.citations) <= 5


def test_a_topic_after_a_question_goes_on_from_it(assistant: Assistant) -> None:
    before = Turn("Ai ký kế hoạch của Hưng Yên?", "Nguyễn Duy Hưng")
    assert assistant.ask("thư viện của Tuyên Quang", (before,)).citations


@pytest.mark.parametrize("place", ["Hưng Yên", "tuyen quang", "Tuyen Quang province?"])
def test_a_place_alone_gives_questions_to_choose_from(assistant: Assistant, place: str) -> None:
    answer = assistant.ask(place)
    assert answer.reason == "unclear" and len(answer.choices) == 3
    assert not any(assistant.ask(choice).abstained for choice in answer.choices)


def test_the_money_of_all_plans_is_told_of_each(assistant: Assistant) -> None:
    said = assistant.ask("kinh phí").answer
    assert all(place in said for place in ("Hưng Yên", "Tuyên Quang", "154", "4084"))
