"""The command line as others script against it, run as a program of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support import PLANS, ROOT, plan_text

QUESTION = "Cơ quan nào phụ trách thư viện lực lượng vũ trang ở Tuyên Quang?"
KEYS = {
    "question",
    "answer",
    "short_answer",
    "abstained",
    "reason",
    "language",
    "answerer",
    "citations",
    "latency_s",
    "confidence",
    "choices",
    "claims",
    "invented_keys",
    "notice",
    "query",
}
CITATION_KEYS = {
    "key",
    "document",
    "title",
    "number",
    "issuer",
    "date",
    "section",
    "page",
    "quote",
    "start",
    "end",
}


def run(state: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "STATE_DIR": str(state), "PLANS_DIR": str(PLANS)}
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_one_question_as_json(corpus_state: Path) -> None:
    done = run(corpus_state, "assistant", QUESTION, "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert set(answer) == KEYS
    assert answer["short_answer"] == "Công an tỉnh và Bộ Chỉ huy Quân sự tỉnh"
    [citation] = answer["citations"]
    assert set(citation) >= CITATION_KEYS
    assert citation["section"] == "IV.3" and citation["page"] is None
    text = plan_text(citation["document"])
    assert citation["quote"] == text[citation["start"] : citation["end"]]


def test_a_batch_goes_on_after_a_bad_line(corpus_state: Path, tmp_path: Path) -> None:
    batch, out = tmp_path / "questions.jsonl", tmp_path / "predictions.jsonl"
    lines = [
        json.dumps({"id": "a", "question": QUESTION}, ensure_ascii=False),
        "not json",
        json.dumps({"id": "c"}),
        json.dumps(
            {
                "id": "d",
                "question": "Còn Hưng Yên thì sao?",
                "history": [{"question": QUESTION, "answer": "…"}],
            },
            ensure_ascii=False,
        ),
    ]
    lines.append('{"id": "e", "question": "Sở nào\u2028 bố trí kinh phí ở Hưng Yên? \\ud800"}')
    batch.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    done = run(corpus_state, "assistant", "--batch", str(batch), "--out", str(out))
    assert done.returncode == 0, done.stderr
    answers = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [a["id"] for a in answers] == ["a", 2, "c", "d", "e"]
    assert set(answers[0]) == KEYS | {"id"}
    assert "Dòng 2 không đọc được" in answers[1]["error"] and "error" in answers[2]
    assert answers[4]["short_answer"] == "Sở Tài chính"
    assert answers[3]["short_answer"] == "Công an tỉnh và Bộ Chỉ huy quân sự tỉnh"


@pytest.mark.parametrize("arguments", [(), (QUESTION, "--batch", "x.jsonl")])
def test_a_wrong_call_is_told(corpus_state: Path, arguments: tuple[str, ...]) -> None:
    done = run(corpus_state, "assistant", *arguments)
    assert done.returncode == 2
    assert "câu hỏi" in done.stderr


def test_without_an_index_the_message_says_what_to_do(tmp_path: Path, corpus_state: Path) -> None:
    (tmp_path / "models").symlink_to(corpus_state / "models")
    done = run(tmp_path, "assistant", QUESTION)
    assert done.returncode == 1
    assert "python -m ingest" in done.stderr


def test_ingest_again_changes_nothing(corpus_state: Path) -> None:
    done = run(corpus_state, "ingest", "--json")
    assert done.returncode == 0, done.stderr
    receipt = json.loads(done.stdout)
    assert len(receipt["unchanged"]) == 5
    assert not receipt["new"] and not receipt["changed"] and not receipt["failed"]


def test_a_wrong_setting_is_told(corpus_state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "abc")
    done = run(corpus_state, "assistant", QUESTION)
    assert done.returncode == 1
    assert "PORT" in done.stderr and "Traceback" not in done.stderr
