"""Districts (cấp huyện), which ended on 1 July 2025, are recognised where they are asked for."""

from __future__ import annotations

import re

import pytest

from assistant.chain import Assistant
from corpus.places import former_districts


def test_the_table_holds_every_district_with_its_province() -> None:
    districts = former_districts()
    provinces = {province for district in districts.values() for province in district.provinces}
    assert sum(len(district.provinces) for district in districts.values()) == 696
    assert len(provinces) == 63
    assert districts["huyen na hang"].provinces == ("Tuyên Quang",)
    assert len(districts["huyen chau thanh"].provinces) > 5  # one name in many provinces


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("huyen chiem hoa giao ai lam thu vien", "Chiêm Hóa thuộc tỉnh Tuyên Quang"),
        ("Kế hoạch của thị xã Mỹ Hào số mấy?", "Mỹ Hào thuộc tỉnh Hưng Yên"),
        ("quận Hồng Bàng có kế hoạch thư viện không?", "Hồng Bàng thuộc thành phố Hải Phòng"),
        ("Which office runs libraries in Van Giang district?", "Văn Giang was a district of"),
    ],
)
def test_a_district_without_a_plan_is_said_to_have_none(
    assistant: Assistant, question: str, said: str
) -> None:
    answer = assistant.ask(question)
    assert answer.abstained and answer.reason == "no_such_plan"
    assert said in answer.answer
    assert not re.search(r"\d", answer.answer.split("[")[0].split(":")[0])  # none for an answer


def test_a_province_of_the_same_name_is_not_taken_for_a_town(assistant: Assistant) -> None:
    answer = assistant.ask("cơ quan nào ở Phú Thọ phụ trách thư viện?")
    assert answer.reason == "no_such_plan"
    assert "Thị xã" not in answer.answer


def test_the_district_of_the_corpus_is_still_answered(assistant: Assistant) -> None:
    assert not assistant.ask("huyen cat hai bao cao ai").abstained
