"""An English question is read as the Vietnamese terms of plans, however it is spelled."""

from __future__ import annotations

import pytest

from assistant.glossary import is_english, translate_terms


def read(question: str) -> list[str]:
    return translate_terms(question)[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("digitise documents", "digitizing documents"),
        ("cultural centre", "Cultural Centers"),
        ("labour federation", "labor federations"),
        ("co-ordinate", "coordinates"),
        ("programme", "programs"),
        ("Women's Union", "women’s unions"),
        ("people's committee", "peoples committees"),
        ("modernisation", "modernization"),
        ("study tour", "study tours"),
        ("propose rewards", "proposing rewards"),
    ],
)
def test_spelling_number_and_form_make_no_difference(one: str, other: str) -> None:
    assert read(one) == read(other) != []


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("Department of Health", "Sở Y tế"),
        ("health department", "Sở Y tế"),
        ("Ministry of Information and Communications", "Bộ Thông tin và Truyền thông"),
        ("Provincial Border Guard Command", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh"),
        ("People's Council", "Hội đồng nhân dân"),
        ("community learning centres", "trung tâm học tập cộng đồng"),
        ("reading rooms", "phòng đọc"),
        ("steering committee", "Ban Chỉ đạo"),
        ("recurrent expenditure", "chi thường xuyên"),
        ("closing review", "tổng kết"),
        ("certificates of merit", "bằng khen"),
    ],
)
def test_an_official_name_or_term(english: str, vietnamese: str) -> None:
    assert vietnamese in read(f"what about the {english}?")


def test_the_longest_term_wins() -> None:
    assert read("district libraries") == ["thư viện cấp huyện"]


def test_words_without_a_counterpart_are_told() -> None:
    found, unknown = translate_terms("quantum libraries")
    assert found == ["thư viện"] and unknown == ["quantum"]


def test_english_is_told_in_any_form() -> None:
    assert all(map(is_english, "libraries library planned agreed officers shelves does".split()))
    assert not any(map(is_english, "librares thuw vieenj trng".split()))
