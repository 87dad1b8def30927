"""Every question can be read, and every gold says what a plan says."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from evals.check import find_faults, read_plan_texts
from evals.question import (
    GARBLED_PLANS,
    QUESTIONS_DIR,
    SPLITS,
    Question,
    QuestionError,
    Split,
    half_of,
    parse_question,
    read_questions,
    read_split,
    split_file,
)
from evals.sections import dotted
from ingest.outline import find_outline
from ingest.passages import find_sections

PLANS_DIR = Path(__file__).parents[1] / "corpus" / "plans"
SIZES: dict[Split, int] = {"dev": 60, "test": 40}


NEW_KINDS = {"followup", "choice", "contradiction", "yes_no", "premise", "silence"}


def all_questions() -> tuple[Question, ...]:
    files = sorted(QUESTIONS_DIR.glob("*.jsonl"))
    return tuple(one for file in files for one in read_questions(file))


def a_row(**changes: Any) -> dict[str, Any]:
    row = json.loads(split_file("dev").read_text(encoding="utf-8").splitlines()[0])
    return {**row, **changes}


def test_every_gold_is_true_to_the_plans() -> None:
    assert find_faults(all_questions(), read_plan_texts(PLANS_DIR)) == ()


def test_every_gold_section_is_one_the_outline_finds() -> None:
    sections = {
        (name, dotted(section.path))
        for name, text in read_plan_texts(PLANS_DIR).items()
        for section in find_sections(name, find_outline(text))
    }
    gold = {(one.document, one.section) for each in all_questions() for one in each.sections}
    assert gold - sections == set()


@pytest.mark.parametrize("split", SIZES)
def test_each_split_is_mixed_as_described(split: Split) -> None:
    questions = read_questions(split_file(split))
    size = SIZES[split]
    assert len(questions) == size
    writings = Counter(question.language for question in questions)
    assert writings["vi"] == pytest.approx(size / 2, abs=2)
    assert writings["vi-plain"] == pytest.approx(size / 4, abs=2)
    assert sum(not question.answerable for question in questions) == size // 5
    assert len({question.kind for question in questions}) == 9
    assert {plan for one in questions for plan in one.plans} == set(read_plan_texts(PLANS_DIR))
    assert any(question.history for question in questions)


def test_the_splits_share_no_question() -> None:
    dev, test = (read_questions(split_file(split)) for split in SIZES)
    assert not {one.question for one in dev if not one.history} & {one.question for one in test}
    assert set(SPLITS) == {*SIZES, "kinds-dev", "kinds-test"}


def test_the_240_are_mixed_as_described() -> None:
    questions = read_questions(split_file("kinds-dev"))
    assert len(questions) == 240
    assert len({question.id for question in questions}) == 240
    writings = Counter(question.language for question in questions)
    shares = {writing: count / 240 for writing, count in writings.items()}
    assert shares == pytest.approx({"vi": 0.5, "vi-plain": 0.2, "en": 0.3}, abs=0.04)
    declined = sum(not question.answerable for question in questions) / 240
    assert declined == pytest.approx(0.30, abs=0.04)
    garbled = sum(not set(GARBLED_PLANS).isdisjoint(one.plans) for one in questions) / 240
    assert garbled == pytest.approx(0.30, abs=0.04)
    assert {plan for one in questions for plan in one.plans} == set(read_plan_texts(PLANS_DIR))


def test_each_kind_of_the_240_has_ten_questions_and_more() -> None:
    kinds = Counter(question.kind for question in read_questions(split_file("kinds-dev")))
    assert set(kinds) > NEW_KINDS
    assert len(kinds) == 14
    assert min(kinds.values()) >= 10


def test_a_hash_parts_the_240_in_two_halves() -> None:
    dev, test = read_split("kinds-dev"), read_split("kinds-test")
    assert {*dev, *test} == set(read_questions(split_file("kinds-test")))
    assert not set(dev) & set(test)
    assert abs(len(dev) - len(test)) < 24
    assert (half_of("q-001"), half_of("q-002")) == ("kinds-dev", "kinds-test")
    for half in (dev, test):
        assert len({question.kind for question in half}) == 14
        assert sum(not question.answerable for question in half) > 20


def test_the_240_repeat_no_question_of_the_other_files() -> None:
    new = {one.question.casefold() for one in read_questions(split_file("kinds-dev"))}
    others = [one for one in all_questions() if not one.id.startswith("q-")]
    assert not new & {one.question.casefold() for one in others}


def test_a_verdict_opens_its_own_short_answer() -> None:
    question = next(one for one in all_questions() if one.kind == "yes_no")
    wrong = replace(question, short_answer=f"Cơ quan khác. {question.short_answer}")
    assert any(
        "its own short answer does not hold" in fault
        for fault in find_faults([wrong], read_plan_texts(PLANS_DIR))
    )


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"required": ()}, "a false premise without what corrects it"),
        ({"reason": "not_stated"}, "a premise question is one with the reason false_premise"),
        ({"plans": (), "sections": (), "gold_quote": ""}, "no_such_plan names no plan"),
        ({"short_answer": "…"}, "its own short answer does not hold"),
    ],
)
def test_a_false_premise_must_be_corrected(change: dict[str, Any], fault: str) -> None:
    question = next(one for one in all_questions() if one.kind == "premise")
    faults = find_faults([replace(question, **change)], read_plan_texts(PLANS_DIR))
    assert any(fault in one for one in faults), faults


@pytest.mark.parametrize("place", ["Tuyên Quang", "Hưng Yên", "Lai Châu", "Cát Hải"])
def test_the_main_question_is_asked_in_three_spellings(place: str) -> None:
    asked = f"Cơ quan nào phụ trách thư viện lực lượng vũ trang ở {place}?"
    questions = read_questions(split_file("dev"))
    first = next(i for i, one in enumerate(questions) if one.question == asked)
    spellings = questions[first : first + 3]
    assert [one.language for one in spellings] == ["vi", "vi-plain", "en"]
    assert len({(one.required, one.plans, one.answerable) for one in spellings}) == 1
    assert spellings[0].answerable == (place != "Cát Hải")


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"gold_quote": "Công an huyện phụ trách"}, "the gold quote stands 0 times"),
        ({"gold_quote": "thư viện"}, "the gold quote stands"),
        ({"plans": ("khong-co.txt",)}, "no such plan"),
        ({"required": (("Sở Y tế",),)}, "its own short answer does not hold 'Sở Y tế'"),
        ({"forbidden": ("Công an tỉnh",)}, "its own short answer holds the forbidden"),
        ({"required": (("…",),)}, "a required wording has no words"),
        ({"required": ()}, "answerable without required"),
        ({"reason": "not_stated"}, "answerable, yet the reason"),
        ({"answerable": False}, "unanswerable, yet it has an answer"),
        ({"language": "vi-plain"}, "vi-plain must be typed in ASCII"),
        ({"question": "ai phu trach?"}, "vi without a diacritic"),
    ],
)
def test_a_false_gold_is_found(change: dict[str, Any], fault: str) -> None:
    question = replace(parse_question(a_row()), **change)
    faults = find_faults([question], read_plan_texts(PLANS_DIR))
    assert any(fault in one for one in faults), faults


def test_an_id_used_twice_is_found() -> None:
    question = parse_question(a_row())
    faults = find_faults([question, question], read_plan_texts(PLANS_DIR))
    assert any("the id stands 2 times" in fault for fault in faults)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"kind": "gossip"}, "kind is 'gossip'"),
        ({"language": "fr"}, "language is 'fr'"),
        ({"reason": "tired"}, "reason is 'tired'"),
        ({"answerable": "yes"}, "answerable must be true or false"),
        ({"plans": "one"}, "plans must be a list"),
        ({"required": [["a", 1]]}, "required must hold only text"),
        ({"sections": [{"document": "a"}]}, "sections must hold objects"),
        ({"history": ["before"]}, "history must hold objects"),
        ({"more": 1}, "fields missing or unknown: ['more']"),
    ],
)
def test_a_line_that_does_not_fit_is_refused(
    change: dict[str, Any], complaint: str, tmp_path: Path
) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text("\n" + json.dumps(a_row(**change), ensure_ascii=False), encoding="utf-8")
    with pytest.raises(QuestionError) as caught:
        read_questions(path)
    assert complaint in str(caught.value)
    assert f"{path}:2" in str(caught.value)


def test_a_missing_file_and_a_line_that_is_no_json_are_refused(tmp_path: Path) -> None:
    with pytest.raises(QuestionError, match="cannot be read"):
        read_questions(tmp_path / "none.jsonl")
    path = tmp_path / "bad.jsonl"
    path.write_text("[1]\n", encoding="utf-8")
    with pytest.raises(QuestionError, match="one JSON object"):
        read_questions(path)
    path.write_text("{\n", encoding="utf-8")
    with pytest.raises(QuestionError, match=r"bad\.jsonl:1"):
        read_questions(path)
