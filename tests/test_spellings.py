"""The four other spellings: what they change, what they never touch, that they stay the same."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.vietnamese import early_tone, fold
from evals.question import Question, read_split
from evals.spellings import (
    SPELLINGS,
    abbreviated,
    other_tone,
    respell,
    slipped,
    without_diacritics,
)

QUESTIONS = read_split("kinds-dev")
ASKED = st.sampled_from(QUESTIONS)


def edits(a: str, b: str) -> int:
    """Return how many letters are put in, left out, changed or swapped between two words."""
    rows = [[i + j if i * j == 0 else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            same = a[i - 1] == b[j - 1]
            rows[i][j] = min(
                rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (not same)
            )
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


def test_diacritics_are_dropped_and_capitals_kept() -> None:
    assert without_diacritics("Đến năm 2030, Hưng Yên đạt 8 - 10%?") == (
        "Den nam 2030, Hung Yen dat 8 - 10%?"
    )


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Thư viện cấp xã ở Hưng Yên đạt bao nhiêu phần trăm?", "tv cấp xã ở hy đạt bn %?"),
        ("thu vien luc luong vu trang o lai chau", "tv llvt o lc"),
        ("Sở Văn hoá, Thể thao và Du lịch Tuyên Quang", "Sở vhttdl tq"),
        ("Ủy ban nhân dân huyện Cát Hải chuyển đổi số", "ubnd huyện ch cđs"),
        ("so giao duc va dao tao", "so gddt"),
        ("Kế hoạch 76/KH-UBND", "kh 76/KH-UBND"),
    ],
)
def test_usual_abbreviations_are_written(text: str, typed: str) -> None:
    assert abbreviated(text) == typed


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("văn hoá, thuỷ lợi", "văn hóa, thủy lợi"),
        ("Văn hóa, thủy lợi, HÓA", "Văn hoá, thuỷ lợi, HOÁ"),
        ("hoá và hóa", "hóa và hoá"),
        ("quý, hoàn, tuyên", "quý, hoàn, tuyên"),
    ],
)
def test_the_tone_moves_to_the_other_vowel(text: str, typed: str) -> None:
    assert other_tone(text) == typed


@given(ASKED)
def test_moving_the_tone_changes_no_letter_and_is_undone_by_itself(question: Question) -> None:
    moved = other_tone(question.question)
    assert fold(moved) == fold(question.question)
    assert early_tone(moved) == early_tone(question.question)
    assert other_tone(moved) == unicodedata.normalize("NFC", question.question)


@given(ASKED)
def test_at_most_two_words_are_mistyped_by_one_slip_each(question: Question) -> None:
    before, after = question.question.split(), slipped(question.question, question.id).split()
    assert len(before) == len(after)
    changed = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    long = re.findall(r"[^\W\d_]{4,}", question.question)
    assert min(1, len(long)) <= len(changed) <= 2
    assert sum(edits(a, b) for a, b in changed) <= 2
    assert re.findall(r"\d+", " ".join(before)) == re.findall(r"\d+", " ".join(after))


@given(ASKED, st.sampled_from(sorted(SPELLINGS)))
def test_a_spelling_is_always_the_same_and_keeps_the_gold(
    question: Question, spelling: str
) -> None:
    typed = respell(question, spelling)
    assert typed == respell(question, spelling)
    assert (typed.id, typed.required, typed.history) == (
        question.id,
        question.required,
        question.history,
    )
    if question.language == "vi-plain":
        assert typed.question.isascii()
    if question.language == "en" and spelling == "abbreviations":
        assert typed.question == question.question.lower()
