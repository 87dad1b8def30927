"""Remarks become candidate questions: in the form of a question, without gold, each once."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from window_fakes import an_answer

from corpus.feedback import Feedback, FeedbackNotKept, FeedbackStore
from evals.__main__ import main
from evals.feedback import CANDIDATE, candidates, import_feedback
from evals.question import read_questions


def a_remark(number: int = 1, **changes: object) -> Feedback:
    answer = replace(an_answer(), query={"intent": "agency"})
    remark = Feedback(
        id=f"{number:032x}",
        at=f"2026-11-21T10:00:{number:02d}+00:00",
        right=False,
        reason="wrong_answer",
        question=f"Ai giữ chìa khóa số {number}?",
        answer=json.dumps(asdict(answer)),
        history="[]",
        generation=3,
    )
    return replace(remark, **changes)  # type: ignore[arg-type]


def test_a_candidate_is_a_question_that_nothing_is_required_of(tmp_path: Path) -> None:
    path = tmp_path / "new" / "candidates.jsonl"
    import_feedback([a_remark(), a_remark(2, right=True, reason="")], path)
    [question] = read_questions(path)
    assert question.id.startswith(CANDIDATE) and question.kind == "agency"
    assert not question.answerable and question.required == () and question.gold_quote == ""


def test_what_is_known_is_no_candidate_again(tmp_path: Path) -> None:
    path = tmp_path / "candidates.jsonl"
    import_feedback([a_remark()], path)
    assert "1 new candidates" in import_feedback([a_remark(), a_remark(2)], path)
    assert len(read_questions(path)) == 2
    assert candidates([a_remark()], ["ai giu chia khoa so 1"]) == []


@pytest.mark.parametrize(
    ("question", "language"),
    [("Ai giữ chìa khóa?", "vi"), ("ai giu chia khoa", "vi-plain")],
)
def test_the_writing_of_a_candidate_is_told(question: str, language: str) -> None:
    [row] = candidates([a_remark(question=question)], [])
    assert row["language"] == language


def test_the_command_reads_the_state_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STATE_DIR", str(tmp_path))
    FeedbackStore(tmp_path).add(a_remark())
    assert main(["import-feedback"]) == 0
    assert "1 new candidates" in capsys.readouterr().out
    assert len(read_questions(tmp_path / "candidates.jsonl")) == 1


def test_a_remark_that_cannot_be_kept_says_why(tmp_path: Path) -> None:
    (tmp_path / "feedback.sqlite").mkdir()
    with pytest.raises(FeedbackNotKept, match=r"feedback\.sqlite"):
        FeedbackStore(tmp_path).add(a_remark())


def test_remarks_come_back_newest_first(tmp_path: Path) -> None:
    store = FeedbackStore(tmp_path)
    for number in (1, 3, 2):
        store.add(a_remark(number))
    assert [one.id for one in store.all()] == [a_remark(n).id for n in (3, 2, 1)]
    store.withdraw(a_remark(3).id)
    assert len(store.all()) == 2


def test_an_answer_marked_wrong_again_is_one_remark(tmp_path: Path) -> None:
    store = FeedbackStore(tmp_path)
    store.add(a_remark(1))
    store.add(replace(a_remark(1), id="again", reason="incomplete"))
    [remark] = store.all()
    assert (remark.id, remark.reason) == ("again", "incomplete")
    store.add(replace(a_remark(1), id="right", right=True, reason=""))
    store.add(replace(a_remark(1), id="later", generation=99))
    assert {one.id for one in store.all()} == {"again", "right", "later"}
