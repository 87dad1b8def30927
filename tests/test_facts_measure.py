"""The measure of the facts: the proof of the annotation, what agrees, and the command."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from corpus.plan import Span
from evals.commands.way_in import measure_facts
from evals.facts_measure import FoundFact, agrees, score, total
from evals.facts_run import LeftOut, read_texts
from evals.truth import (
    FACTS_DIR,
    FIELDS,
    PLANS_DIR,
    TrueFact,
    TruthError,
    fact_of,
    find_quote,
    read_truth,
)

PLAN = "plan.txt"
TEXT = "1. Sở Y tế\n\nBáo cáo UBND tỉnh\ntrước ngày 10/12 hằng năm.\n\nĐạt 80% và 90%."
ASSIGNMENT: dict[str, Any] = {
    "kind": "assignment",
    "plan": PLAN,
    "agencies": ["Sở Y tế"],
    "role": "lead",
    "duty": "Báo cáo UBND tỉnh",
    "quote": "Báo cáo UBND tỉnh trước ngày 10/12",
}


# the proof


def test_every_annotated_quote_stands_once_in_its_plan() -> None:
    texts = read_texts(PLANS_DIR)
    truth = read_truth(FACTS_DIR, texts)
    assert {fact.plan for fact in truth} == set(texts)
    assert {fact.kind for fact in truth} == set(FIELDS)
    for fact in truth:
        printed = " ".join(texts[fact.plan][slice(*fact.span)].split())
        assert printed == fact.quote


def test_a_quote_may_be_wrapped_but_not_reworded() -> None:
    assert find_quote(TEXT, "Báo cáo UBND  tỉnh trước") == [Span(12, 35)]
    assert find_quote(TEXT, "báo cáo UBND tỉnh trước") == []
    assert find_quote(TEXT, "  ") == ()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"quote": "Báo cáo Sở Nội vụ"}, "stands 0 times"),
        ({"quote": "%"}, "stands 2 times"),
        ({"kind": "wish"}, "no such kind"),
        ({"plan": "other.txt"}, "no such plan"),
        ({"year": "2025"}, "a assignment states"),
    ],
)
def test_what_a_plan_does_not_state_is_no_fact(change: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        fact_of({**ASSIGNMENT, **change}, {PLAN: TEXT})


def test_a_wrong_line_is_named(tmp_path: Path) -> None:
    lines = [json.dumps(ASSIGNMENT), json.dumps({**ASSIGNMENT, "quote": "nothing"})]
    (tmp_path / "plan.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(TruthError, match=r"plan\.jsonl, line 2: the quote stands 0 times"):
        read_truth(tmp_path, {PLAN: TEXT})
    (tmp_path / "plan.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(TruthError, match="line 1"):
        read_truth(tmp_path, {PLAN: TEXT})


# what agrees


def pair(kind: str, found: dict[str, Any], true: dict[str, Any]) -> tuple[FoundFact, TrueFact]:
    return (
        FoundFact(kind, PLAN, found, Span(10, 20)),
        TrueFact(kind, PLAN, true, "", Span(15, 30)),
    )


@pytest.mark.parametrize(
    ("kind", "found", "true", "same"),
    [
        ("metadata", {"value": "các sở (b/c)"}, {"value": "Các Sở"}, True),
        ("metadata", {"value": "12/KH-UBND"}, {"value": "13/KH-UBND"}, False),
        ("target", {"value": "10-15 %"}, {"value": "10 - 15%"}, True),
        ("target", {"value": "10 - 15%"}, {"value": "10%"}, False),
        ("target", {"year": "2025"}, {"year": "2030"}, False),
        ("target", {"subject": "các thư viện"}, {"subject": "Thư viện"}, True),
        ("target", {"subject": "thư viện cấp xã"}, {"subject": "thư viện cấp huyện"}, False),
        ("target", {"comparator": "phấn đấu"}, {"comparator": ""}, True),
        ("target", {"comparator": "ít nhất"}, {"comparator": ""}, False),
        ("target", {"per": "/năm"}, {"per": "hằng năm"}, True),
        ("target", {"per": ""}, {"per": "hằng năm"}, False),
        ("target", {"unit": "bản sách in"}, {"unit": "bản"}, True),
        ("target", {"unit": "%"}, {"unit": "bản"}, False),
        ("assignment", {"agencies": ["A", "B"]}, {"agencies": ["B", "A"]}, True),
        ("assignment", {"agencies": ["A"]}, {"agencies": ["A", "B"]}, False),
        ("assignment", {"role": "lead"}, {"role": "coordinate"}, False),
        ("assignment", {"duty": "Trồng rừng ven biển"}, {"duty": "trồng rừng"}, True),
        ("assignment", {"duty": "Bảo vệ rừng"}, {"duty": "trồng rừng"}, False),
        ("deadline", {"yearly": True}, {"yearly": False}, False),
        ("deadline", {"by": "vào năm 2025"}, {"by": "năm 2025"}, True),
        ("funding", {"source": "nguồn ngân sách"}, {"source": "Ngân sách"}, True),
        ("funding", {"purpose": ""}, {"purpose": "trồng rừng"}, False),
    ],
)
def test_agreement(kind: str, found: dict[str, Any], true: dict[str, Any], same: bool) -> None:
    assert agrees(*pair(kind, found, true)) is same


def test_words_elsewhere_state_another_fact() -> None:
    found = FoundFact("metadata", PLAN, {"value": "A"}, Span(0, 5))
    assert not agrees(found, TrueFact("metadata", PLAN, {"value": "A"}, "", Span(5, 9)))


def test_precision_and_recall_count_each_fact_once() -> None:
    found, true = pair("funding", {"source": "A", "purpose": ""}, {"source": "A", "purpose": ""})
    other = TrueFact("funding", PLAN, {"source": "B", "purpose": ""}, "", Span(40, 50))
    one = {s.kind: s for s in score(PLAN, [found, found], [true, other])}["funding"]
    assert (one.right, len(one.wrong), len(one.missed)) == (1, 1, 1)
    assert (one.precision, one.recall, one.passes) == (0.5, 0.5, False)
    both = {s.kind: s for s in total([one, one])}
    assert (both["funding"].right, both["funding"].precision) == (2, 0.5)
    assert both["target"].precision is None and both["target"].passes


# the command


def all_right(
    texts: Mapping[str, str],
) -> Iterator[tuple[str, tuple[FoundFact, ...], LeftOut]]:
    truth = read_truth(FACTS_DIR, texts)
    for name in texts:
        facts = [FoundFact(t.kind, name, t.fields, t.span) for t in truth if t.plan == name]
        yield name, tuple(facts), (("target that refers back", 1),)


def one_kind_lost(
    texts: Mapping[str, str],
) -> Iterator[tuple[str, tuple[FoundFact, ...], LeftOut]]:
    for name, facts, _ in all_right(texts):
        yield name, tuple(fact for fact in facts if fact.kind != "deadline"), ()


def test_the_command_shows_the_figures(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert measure_facts(tmp_path / "facts.json", all_right) == 0
    shown = capsys.readouterr().out
    assert "1 × target that refers back" in shown and "LOW" not in shown
    figures = json.loads((tmp_path / "facts.json").read_text(encoding="utf-8"))
    assert {one["precision"] for one in figures["scores"] if one["plan"] == "total"} == {1.0}


def test_a_missed_bar_is_the_exit_code_and_each_miss_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert measure_facts(None, one_kind_lost) == 1
    shown = capsys.readouterr().out
    assert "LOW" in shown
    assert "trước ngày 01 tháng 12 hằng năm" in shown
