"""The gate of the evaluation: mutations of the product shut it, the product itself does not."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Answer, Citation, Hit, Turn
from assistant.chain import Assistant
from corpus.plan import Plan
from evals.gate import (
    Baseline,
    BaselineError,
    gate_questions,
    judge,
    precision_of,
    read_baseline,
    render_gate,
    write_baseline,
)
from evals.intervals import wilson_interval
from evals.paired import compare, sign_test
from evals.question import Question
from evals.run import AnswerRecord, run_answers

Mutation = Callable[[Question, Answer, Sequence[Plan]], Answer]


class Played:
    """An assistant that gives answers taken down before, each changed by a mutation."""

    def __init__(
        self, plans: Sequence[Plan], taken: Mapping[Question, Answer], mutate: Mutation
    ) -> None:
        self.plans = tuple(plans)
        self._taken = {(q.question, q.history): (q, answer) for q, answer in taken.items()}
        self._mutate = mutate

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        return self._mutate(*self._taken[question, tuple(history)], self.plans)

    def retrieve(self, question: str, history: Sequence[Turn] = ()) -> tuple[Hit, ...]:
        return ()


@pytest.fixture(scope="module")
def taken(assistant: Assistant) -> dict[Question, Answer]:
    return {q: assistant.ask(q.question, q.history) for q in gate_questions(("dev", "everyday"))}


def played(
    assistant: Assistant, taken: Mapping[Question, Answer], mutate: Mutation
) -> tuple[AnswerRecord, ...]:
    player = Played(assistant.plans, taken, mutate)
    return tuple(run_answers(player, tuple(taken), time.perf_counter))


def same(question: Question, answer: Answer, plans: Sequence[Plan]) -> Answer:
    return answer


@pytest.fixture(scope="module")
def baseline(assistant: Assistant, taken: dict[Question, Answer]) -> Baseline:
    records = played(assistant, taken, same)
    correct = {record.question.id: record.correct for record in records}
    return Baseline(correct, precision_of(records))


def test_the_product_itself_passes_and_alike_each_time(
    assistant: Assistant, taken: dict[Question, Answer], baseline: Baseline
) -> None:
    first, again = (played(assistant, taken, same) for _ in range(2))
    assert judge(baseline, first).passes
    assert [replace(one, seconds=0.0) for one in first] == [
        replace(one, seconds=0.0) for one in again
    ]


def drop_an_agency(question: Question, answer: Answer, plans: Sequence[Plan]) -> Answer:
    return replace(answer, short_answer=answer.short_answer.rsplit(" và ", 1)[0])


def cite_another_plan(question: Question, answer: Answer, plans: Sequence[Plan]) -> Answer:
    def moved(citation: Citation) -> Citation:
        other = next(plan for plan in plans if plan.id != citation.plan_id)
        quote = other.text[citation.start : citation.end]
        end = citation.start + len(quote)
        return replace(
            citation,
            plan_id=other.id,
            document=other.file,
            quote=quote,
            end=end,
            label="",
            section="",
        )

    return replace(answer, citations=tuple(map(moved, answer.citations)))


def answer_whatever_is_asked(question: Question, answer: Answer, plans: Sequence[Plan]) -> Answer:
    return replace(answer, abstained=False)


def shift_a_quote(question: Question, answer: Answer, plans: Sequence[Plan]) -> Answer:
    moved = (replace(one, start=one.start + 1, end=one.end + 1) for one in answer.citations)
    return replace(answer, citations=tuple(moved))


@pytest.mark.parametrize(
    ("mutate", "reason"),
    [
        (drop_an_agency, "accuracy"),
        (cite_another_plan, "citation precision"),
        (answer_whatever_is_asked, "accuracy"),
        (shift_a_quote, "quotes are not the plan's words"),
    ],
)
def test_a_mutation_shuts_the_gate(
    assistant: Assistant,
    taken: dict[Question, Answer],
    baseline: Baseline,
    mutate: Mutation,
    reason: str,
) -> None:
    verdict = judge(baseline, played(assistant, taken, mutate))
    assert not verdict.passes
    assert reason in " ".join(verdict.reasons)
    assert "GATE SHUT" in render_gate(verdict)


def test_figures_of_two_provinces_swapped_shut_the_gate(
    assistant: Assistant, taken: dict[Question, Answer], baseline: Baseline
) -> None:
    swap = {"Tuyên Quang": "Lai Châu", "Lai Châu": "Tuyên Quang"}

    def swapped(question: Question, answer: Answer, plans: Sequence[Plan]) -> Answer:
        named = [place for place in swap if place in question.question]
        if question.kind != "target" or len(named) != 1:
            return answer
        other = question.question.replace(named[0], swap[named[0]])
        return replace(assistant.ask(other, question.history), question=answer.question)

    verdict = judge(baseline, played(assistant, taken, swapped))
    assert not verdict.passes
    assert any(one.question.kind == "target" for one in verdict.comparison.worse)


def test_a_crash_is_named_and_shuts_the_gate(
    assistant: Assistant, taken: dict[Question, Answer], baseline: Baseline
) -> None:
    first = next(iter(taken))

    def crash(question: Question, answer: Answer, plans: Sequence[Plan]) -> Answer:
        if question == first:
            raise RuntimeError("the index is gone")
        return answer

    verdict = judge(baseline, played(assistant, taken, crash))
    assert not verdict.passes
    assert verdict.comparison.worse == ()  # a crash is no wrong answer
    assert f"[{first.id}] CRASHED: RuntimeError: the index is gone" in render_gate(verdict)


def test_a_single_lost_question_is_named_and_let_through(
    assistant: Assistant, taken: dict[Question, Answer], baseline: Baseline
) -> None:
    right = next(q for q in taken if q.answerable and baseline.correct[q.id])

    def lose(question: Question, answer: Answer, plans: Sequence[Plan]) -> Answer:
        return replace(answer, short_answer="") if question == right else answer

    verdict = judge(baseline, played(assistant, taken, lose))
    assert verdict.passes
    assert f"Lost [{right.id}]" in render_gate(verdict)


@pytest.mark.parametrize(
    ("worse", "better", "p"),
    [(0, 0, 1.0), (1, 0, 0.5), (5, 0, 1 / 32), (4, 1, 6 / 32), (1, 4, 31 / 32)],
)
def test_the_sign_test_by_hand(worse: int, better: int, p: float) -> None:
    assert sign_test(worse, better) == pytest.approx(p)


def test_the_score_interval_by_hand() -> None:
    low, high = wilson_interval(0.9, 100)  # Wilson 1927; values of Newcombe 1998, table I
    assert (round(low, 3), round(high, 3)) == (0.826, 0.945)
    assert wilson_interval(1.0, 100)[1] == 1.0 and wilson_interval(1.0, 100)[0] < 0.97
    with pytest.raises(ValueError, match="at least one"):
        wilson_interval(1.0, 0)


def test_a_baseline_is_written_and_read_back(
    assistant: Assistant, taken: dict[Question, Answer], tmp_path: Path
) -> None:
    records = played(assistant, taken, same)
    path = tmp_path / "baseline.json"
    write_baseline(records, "abc1234", path)
    assert json.loads(path.read_text())["commit"] == "abc1234"
    assert compare(read_baseline(path).correct, records).worse == ()
    with pytest.raises(BaselineError, match="gate --update"):
        read_baseline(tmp_path / "none.json")
