"""Names, subjects and times in English: by the tables, put together by rule, or left Vietnamese."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.english import (
    in_english,
    in_english_heading,
    in_english_subject,
    in_english_time,
    name_in_english,
)
from corpus.agencies import NAMES


@pytest.mark.parametrize(
    ("vietnamese", "english"),
    [
        ("Công an tỉnh", "Provincial Police"),
        ("Sở Văn hoá, Thể thao và Du lịch", "Department of Culture, Sports and Tourism"),
        ("Sở VHTTDL", "Department of Culture, Sports and Tourism"),
        (
            "Sở Lao động - Thương binh và Xã hội",
            "Department of Labour, Invalids and Social Affairs",
        ),
        (
            "Phòng Văn hóa-Thông tin-Thể thao và Du lịch",
            "Office of Culture, Information, Sports and Tourism",
        ),
        ("Phòng Tài chính - Kế hoạch", "Office of Finance and Planning"),
        ("Bộ Công an", "Ministry of Public Security"),
        ("BCH Biên phòng tỉnh", "Provincial Border Guard Command"),
        ("UBND huyện, thành phố", "People's Committees of districts and cities"),
        ("Uỷ ban nhân dân các xã, thị trấn", "People's Committees of communes and townships"),
        ("Ủy ban nhân dân cấp xã", "Commune People's Committees"),
        ("UBND huyện Cát Hải", "People's Committee of Cát Hải District"),
        (
            "Chủ tịch, các PCT UBND tỉnh",
            "Chairperson and Vice Chairpersons of the Provincial People's Committee",
        ),
        ("Ban Tuyên giáo Huyện ủy", "Propaganda Board of the District Party Committee"),
        ("Báo Tuyên Quang", "Tuyên Quang Newspaper"),
        ("Đài Phát thanh và Truyền hình Hưng Yên", "Hưng Yên Radio and Television Station"),
        ("Hội Nông dân Việt Nam tỉnh", "Provincial Farmers' Union"),
        ("Các sở, ban, ngành tỉnh", "Provincial departments, boards and branches"),
        (
            "Các sở, ban, ngành cơ quan liên quan",
            "Relevant departments, boards, branches and agencies",
        ),
        ("Trường Đại học Tân Trào", "Tân Trào University"),
    ],
)
def test_an_agency_is_named_with_the_vietnamese_in_brackets(vietnamese: str, english: str) -> None:
    assert in_english(vietnamese) == f"{english} ({vietnamese})"


def test_an_agency_without_its_level_has_that_of_the_plan() -> None:
    assert in_english("Công an", "tỉnh") == "Provincial Police (Công an)"
    assert in_english("Công an", "huyện") == "District Police (Công an)"
    assert in_english("Công an huyện", "tỉnh") == "District Police (Công an huyện)"
    assert in_english("Sở Y tế", "tỉnh") == "Department of Health (Sở Y tế)"
    assert in_english("Thủ tướng Chính phủ", "tỉnh") == "Prime Minister (Thủ tướng Chính phủ)"


@pytest.mark.parametrize("name", ["Hội Phật giáo", "Lưu: VT, KGVX", "Tổ chức Sida", "", "???"])
def test_what_cannot_be_named_stays_vietnamese(name: str) -> None:
    assert in_english(name, "tỉnh") == name


@pytest.mark.parametrize("name", NAMES)
def test_every_name_of_the_gazetteer_has_an_english_one(name: str) -> None:
    english = name_in_english(name)
    assert english is not None and english.isascii()


def test_a_heading_names_each_agency() -> None:
    assert in_english_heading("Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh") == (
        "Provincial Police (Công an tỉnh) and Provincial Military Command (Bộ Chỉ huy Quân sự tỉnh)"
    )


@pytest.mark.parametrize(
    ("vietnamese", "english"),
    [
        ("thư viện công cộng cấp xã", "commune public libraries"),
        ("thư viện trường Đại học", "university libraries"),
        ("thư viện thuộc lực lượng vũ trang", "libraries of the armed forces"),
        ("số lượt người sử dụng thư viện", "number of library visits"),
        (
            "trung tâm văn hoá, truyền thông và thể thao cấp huyện",
            "district centres for culture, communications and sports",
        ),
        (
            "thư viện cơ sở giáo dục mầm non và cơ sở giáo dục khác",
            "libraries of preschools and other education institutions",
        ),
        ("thư viện các huyện, thành phố", "libraries of districts and cities"),
        ("thư viện các xã biên giới", "libraries of border communes"),
        ("bản sách/người dân", "book copies per person"),
        ("mỗi người dân", "each person"),
    ],
)
def test_what_a_figure_is_of(vietnamese: str, english: str) -> None:
    assert in_english_subject(vietnamese) == f"{english} ({vietnamese})"


def test_half_a_translation_is_none() -> None:
    assert in_english_subject("thư viện lập lòe cấp xã") == "thư viện lập lòe cấp xã"


@pytest.mark.parametrize(
    ("vietnamese", "english"),
    [
        ("trước ngày 01 tháng 12 hằng năm", "before 1 December each year"),
        ("trước ngày 25/11 hàng năm", "before 25 November each year"),
        ("vào cuối năm 2025", "at the end of 2025"),
        ("đến hết năm 2025", "by the end of 2025"),
        ("đến năm 2030", "by 2030"),
        ("2025", "in 2025"),
        ("năm 2025, 2030", "in 2025 and 2030"),
        ("định kỳ hằng năm", "every year"),
        ("định kỳ hằng năm và khi kết thúc giai đoạn", "every year and at the end of the period"),
        ("13/4/2023", "on 13 April 2023"),
        ("giai đoạn 2021-2025", "from 2021 to 2025"),
        ("quý IV năm 2025", "in the fourth quarter of 2025"),
        ("trước tháng 12 năm 2024", "before December 2024"),
        (
            "sơ kết vào năm 2025; tổng kết vào năm 2030",
            "mid-term review in 2025; final review in 2030",
        ),
    ],
)
def test_a_time(vietnamese: str, english: str) -> None:
    assert in_english_time(vietnamese) == english


@pytest.mark.parametrize("printed", ["ngày 72 tháng 01 năm 2023", "khi đủ điều kiện", ""])
def test_a_time_not_understood_stays(printed: str) -> None:
    assert in_english_time(printed) == printed


@given(st.text(max_size=60))
def test_no_text_breaks_them(text: str) -> None:
    for say in (in_english, in_english_subject, in_english_heading, in_english_time):
        assert isinstance(say(text), str)


WORDS = (
    "sở ban ngành các cấp tỉnh huyện xã và , của thuộc thư viện công cộng mỗi / số Lai Châu khác"
)


@given(st.lists(st.sampled_from(WORDS.split()), max_size=12))
def test_no_row_of_known_words_breaks_them(words: list[str]) -> None:
    for say in (in_english, in_english_subject):
        said = say(" ".join(words))
        assert said == " ".join(words).strip(" .;:") or said.endswith(")")
