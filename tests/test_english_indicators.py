"""What targets measure in English: to the last word, or left Vietnamese."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from assistant.english_indicators import (
    figure_in_english,
    in_english_indicator,
    indicator_in_english,
)


@pytest.mark.parametrize(
    ("vietnamese", "english"),
    [
        (
            "Số lượt người sử dụng thư viện phục vụ nhu cầu học tập tăng bình quân",
            "average growth in library visits for study",
        ),
        (
            "có ứng dụng công nghệ thông tin và chuyển đổi số",
            "apply information technology and digital transformation",
        ),
        (
            "có cung cấp dịch vụ phục vụ việc học tập suốt đời cho người sử dụng thư viện",
            "provide services for lifelong learning for library users",
        ),
        ("tăng bình quân", "average growth"),
    ],
)
def test_an_indicator_is_said_to_the_last_word(vietnamese: str, english: str) -> None:
    assert indicator_in_english(vietnamese) == english
    assert in_english_indicator(vietnamese) == f"{english} ({vietnamese})"


@pytest.mark.parametrize(
    "vietnamese", ["", "có", "có cung cấp dịch vụ trực tuyến xyz", "được thành lập trước 01/7/2020"]
)
def test_what_is_not_known_stays_vietnamese(vietnamese: str) -> None:
    assert indicator_in_english(vietnamese) is None
    assert in_english_indicator(vietnamese) == vietnamese


@pytest.mark.parametrize(
    ("figure", "english"),
    [
        (("", "10 - 15%", "%", "mỗi năm"), "10 - 15% a year"),
        (("", "70", "%", ""), "70%"),
        (("phấn đấu", "100.000", "bản sách", ""), "aiming at 100,000 book copies"),
        (("ít nhất", "0,4", "tên sách", "/ năm"), "at least 0.4 book titles a year"),
        (("", "5", "cái gì đó", ""), None),
    ],
)
def test_a_figure_is_said_with_its_unit(figure: tuple[str, str, str, str], english: str) -> None:
    assert figure_in_english(*figure) == english


def test_an_english_answer_says_what_the_figure_measures(assistant: Assistant) -> None:
    answer = assistant.ask("How much should library users grow each year in Hưng Yên?")
    assert "6-8% a year: average growth in library visits" in answer.short_answer
    assert "(số lượt người sử dụng thư viện" in answer.short_answer
