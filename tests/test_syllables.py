"""Which syllables the rules of the script allow, against the plans themselves."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from corpus.syllables import all_syllables, is_syllable, part_words
from corpus.vietnamese import early_tone, fold, nfc

PLANS = Path(__file__).parents[1] / "corpus" / "plans"
CLEAN = ("huyen-cat-hai", "tinh-hung-yen", "tinh-tuyen-quang")


@pytest.mark.parametrize(
    "word",
    "nghiêng khuỷu quốc quỳnh giếng gì già thuở hòa hoà thủy thuỷ QUYẾT Đắk uyên yêu xoong".split(),
)
def test_possible(word: str) -> None:
    """Rare rhymes, both tone placements, any case."""
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word", "viéc ngudi thw cac hoat ngê kà gê 16p ubnd internet hóagắn".split()
)
def test_impossible(word: str) -> None:
    """A stopped rhyme without sắc or nặng, a wrong onset, debris, two words in one."""
    assert not is_syllable(word)


def test_either_normal_form() -> None:
    """A decomposed word is the same word."""
    assert is_syllable("việc") and nfc("việc") == "việc"


def test_inventory_is_in_one_form() -> None:
    """Every syllable is composed, lower case and toned early, so sets can be compared."""
    for syllable in all_syllables():
        assert syllable == early_tone(nfc(syllable)).lower()
        assert len(fold(syllable)) == len(syllable)


def test_no_two_are_typed_with_the_same_keys() -> None:
    """`giá` and `gía`: else which of the two a word means changes from run to run."""
    tone = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
    typed: dict[tuple[str, ...], set[str]] = {}
    for syllable in all_syllables():
        apart = unicodedata.normalize("NFD", syllable)
        typed.setdefault((tone.sub("", apart), *tone.findall(apart)), set()).add(syllable)
    assert [both for both in typed.values() if len(both) > 1] == []


@pytest.mark.parametrize("name", CLEAN)
def test_a_legible_plan_is_made_of_syllables(name: str) -> None:
    """At most one word in a hundred of a plan as issued is an abbreviation, a name or a slip."""
    text = next(PLANS.glob(f"{name}*")).read_text(encoding="utf-8")
    words = [word for word in re.findall(r"[^\W\d_]{2,}", nfc(text)) if not word.isupper()]
    assert sum(map(is_syllable, words)) >= 0.99 * len(words)


def test_words_run_together_are_parted_only_where_it_can_be_told() -> None:
    assert part_words("xây dựngchuyên trang, báotrong") == "xây dựng chuyên trang, báo trong"
    for whole in ("Hoàn Kiếm ương viện", "internet", "viéc", "khuyến nghị", "Đắk Lắk"):
        assert part_words(whole) == whole
