"""`python -m evals import-feedback`: what readers marked as not right → candidate questions.

A candidate has the form of every question (`questions/README.md`) and no gold: it is marked by its
id, it is not answerable, and nothing is required of it, until a person has read the plans and
written down what is right. Until then it must not be put among the questions.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from corpus.feedback import Feedback
from corpus.vietnamese import has_diacritics, tokens
from evals.question import KINDS, QUESTIONS_DIR, parse_question

CANDIDATE = "candidate-"
"""How the id of a question begins that nobody has reviewed."""

DEFAULT_NAME = "candidates.jsonl"


def candidates(remarks: Iterable[Feedback], known: Iterable[str]) -> list[dict[str, Any]]:
    """Return a row for each question marked as not right that is not among the known ones.

    Questions that differ only in case, marks and punctuation count once, the newest remark first.
    """
    seen = {tokens(question) for question in known}
    rows = []
    for remark in remarks:
        key = tokens(remark.question)
        if not remark.right and key not in seen:
            seen.add(key)
            rows.append(_row(remark))
    return rows


def _row(remark: Feedback) -> dict[str, Any]:
    answer = json.loads(remark.answer)
    intent = str(answer.get("query", {}).get("intent", ""))
    language = "en" if answer.get("language") == "en" else "vi"
    if language == "vi" and not has_diacritics(remark.question):
        language = "vi-plain"
    row = {
        "id": f"{CANDIDATE}{remark.id[:12]}",
        "kind": intent if intent in KINDS else "general",
        "language": language,
        "question": remark.question,
        "history": json.loads(remark.history),
        "answerable": False,
        "reason": "unclear",
        "plans": list(dict.fromkeys(one["document"] for one in answer.get("citations", ()))),
        "sections": [],
        "required": [],
        "forbidden": [],
        "short_answer": "",
        "gold_quote": "",
    }
    parse_question(row)  # a row that does not fit is our fault: fail here, not when it is read
    return row


def known_questions(folder: Path = QUESTIONS_DIR, written: Path | None = None) -> list[str]:
    """Return the questions that are kept already, and those of a file of candidates."""
    files = [*sorted(folder.glob("*.jsonl")), *([written] if written and written.is_file() else [])]
    lines = (line for file in files for line in file.read_text(encoding="utf-8").splitlines())
    return [str(json.loads(line)["question"]) for line in lines if line.strip()]


def append(path: Path, rows: Sequence[dict[str, Any]]) -> None:
    """Add rows to a file of candidates; what a person wrote into it stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def import_feedback(remarks: Sequence[Feedback], path: Path) -> str:
    """Write the new candidates into a file; return what was done, to be read at a terminal."""
    rows = candidates(remarks, known_questions(written=path))
    append(path, rows)
    wrong = sum(not one.right for one in remarks)
    reasons = {f"{CANDIDATE}{one.id[:12]}": one.reason for one in remarks}
    told = [f"{row['id']}  {reasons[row['id']]:<15} {row['question']}" for row in rows]
    summary = (
        f"{len(remarks)} ý kiến, {wrong} chưa đúng; {len(rows)} câu hỏi dự tuyển mới trong {path}",
        f"{len(remarks)} remarks, {wrong} not right; {len(rows)} new candidates in {path}",
    )
    return "\n".join([*told, *summary])
