"""A question of the evaluation and what a right answer to it holds; the fields and their file.

One line of a `.jsonl` file is one question; `questions/README.md` describes the fields for those
who write them. Left out: whether the golds are true to the plans (`check.py`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal, cast, get_args

from assistant.answer import Reason, Turn

Kind = Literal[
    "agency",
    "target",
    "duties",
    "deadline",
    "document",
    "funding",
    "list",
    "comparison",
    "general",
    "followup",
    "choice",
    "contradiction",
    "yes_no",
    "premise",
    "silence",
]
Writing = Literal["vi", "vi-plain", "en"]
"""Vietnamese, Vietnamese typed without diacritics, English."""

Split = Literal["dev", "test", "kinds-dev", "kinds-test"]
"""Two files, and the two halves of a third; `test` and `kinds-test` are never tuned on."""

KINDS: tuple[str, ...] = get_args(Kind)
WRITINGS: tuple[str, ...] = get_args(Writing)
SPLITS: tuple[str, ...] = get_args(Split)
REASONS: tuple[str, ...] = get_args(Reason)

QUESTIONS_DIR = Path(__file__).parent / "questions"
KINDS_FILE = "kinds.jsonl"
"""The file whose questions a hash of their ids parts into `kinds-dev` and `kinds-test`."""

SECRET: tuple[Split, ...] = ("kinds-test",)
"""Splits of which only totals are shown and each run is written down."""

GARBLED_PLANS = (
    "tinh-lai-chau_154-kh-ubnd_2023.txt",
    "tinh-lai-chau_4084-kh-ubnd_2021.txt",
)
"""The plans that are garbled scans (`corpus/plans/README.md`)."""


class QuestionError(Exception):
    """A questions file cannot be used; the message names the file, the line and what to mend."""


@dataclass(frozen=True)
class GoldSection:
    """A section that states the answer: the plan's file name and the labels joined with dots."""

    document: str
    section: str


@dataclass(frozen=True)
class Question:
    """One question with its gold."""

    id: str
    kind: Kind
    language: Writing
    question: str
    history: tuple[Turn, ...]
    answerable: bool
    reason: Reason | None
    """Why an honest answer declines; `unclear` where a plan leaves the thing blank or corrupt."""
    plans: tuple[str, ...]
    sections: tuple[GoldSection, ...]
    required: tuple[tuple[str, ...], ...]
    """Statements of a right answer; for each, the wordings of which any one suffices."""
    forbidden: tuple[str, ...]
    """Words that make a short answer wrong: another plan's figure, an agency not in the set."""
    short_answer: str
    gold_quote: str
    """The plan's very words that state the answer; empty where none do."""


def split_file(split: Split) -> Path:
    """Return where the questions of a split are kept; the two halves of one file share it."""
    return QUESTIONS_DIR / (KINDS_FILE if split.startswith("kinds-") else f"{split}.jsonl")


def half_of(question_id: str) -> Split:
    """Return the half a question of `kinds.jsonl` is in, by the first byte of its id's SHA-256.

    A hash, so that nobody chooses which questions are held back, and none changes sides.
    """
    first = hashlib.sha256(question_id.encode("utf-8")).digest()[0]
    return "kinds-dev" if first < 128 else "kinds-test"


def read_split(split: Split) -> tuple[Question, ...]:
    """Read the questions of a split. Raises `QuestionError` as `read_questions` does."""
    questions = read_questions(split_file(split))
    if not split.startswith("kinds-"):
        return questions
    return tuple(question for question in questions if half_of(question.id) == split)


def are_held_back(questions: Sequence[Question]) -> bool:
    """Tell whether any of the questions is one that is never shown, whatever file it came in."""
    secret = {one.question for split in SECRET for one in read_split(split)}
    return any(one.question in secret for one in questions)


def read_questions(path: Path) -> tuple[Question, ...]:
    """Read a questions file; raise `QuestionError` where it is missing or a line does not fit."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise QuestionError(f"{path}: cannot be read ({error}); name an existing file") from error
    found: list[Question] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found.append(parse_question(json.loads(line)))
        except ValueError as error:
            raise QuestionError(f"{path}:{number}: {error}; see questions/README.md") from error
    return tuple(found)


def parse_question(row: Any) -> Question:
    """Make a question of one decoded line; raise `ValueError` naming the field that is wrong."""
    if not isinstance(row, Mapping):
        raise ValueError("a line must be one JSON object")
    known = {field.name for field in fields(Question)}
    if set(row) != known:
        raise ValueError(f"fields missing or unknown: {sorted(set(row) ^ known)}")
    reason = row["reason"]
    if reason is not None:
        _one_of(row, "reason", REASONS)
    return Question(
        id=_text(row, "id"),
        kind=cast(Kind, _one_of(row, "kind", KINDS)),
        language=cast(Writing, _one_of(row, "language", WRITINGS)),
        question=_text(row, "question"),
        history=tuple(
            Turn(_text(turn, "question"), _text(turn, "answer"))
            for turn in _rows(row, "history", ("question", "answer"))
        ),
        answerable=_truth(row, "answerable"),
        reason=cast("Reason | None", reason),
        plans=_texts(row["plans"], "plans"),
        sections=tuple(
            GoldSection(_text(section, "document"), _text(section, "section"))
            for section in _rows(row, "sections", ("document", "section"))
        ),
        required=tuple(_texts(one, "required") for one in _list(row["required"], "required")),
        forbidden=_texts(row["forbidden"], "forbidden"),
        short_answer=_text(row, "short_answer"),
        gold_quote=_text(row, "gold_quote"),
    )


def _text(row: Mapping[str, Any], name: str) -> str:
    if not isinstance(row[name], str):
        raise ValueError(f"{name} must be text, not {row[name]!r}")
    return str(row[name])


def _truth(row: Mapping[str, Any], name: str) -> bool:
    if not isinstance(row[name], bool):
        raise ValueError(f"{name} must be true or false, not {row[name]!r}")
    return bool(row[name])


def _one_of(row: Mapping[str, Any], name: str, allowed: tuple[str, ...]) -> str:
    if row[name] not in allowed:
        raise ValueError(f"{name} is {row[name]!r}, not one of {', '.join(allowed)}")
    return str(row[name])


def _list(value: Any, name: str) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError(f"{name} must be a list, not {value!r}")
    return value


def _texts(value: Any, name: str) -> tuple[str, ...]:
    if not all(isinstance(one, str) for one in _list(value, name)):
        raise ValueError(f"{name} must hold only text: {value!r}")
    return tuple(value)


def _rows(row: Mapping[str, Any], name: str, keys: tuple[str, ...]) -> list[Mapping[str, Any]]:
    found = _list(row[name], name)
    if not all(isinstance(one, Mapping) and set(one) == set(keys) for one in found):
        raise ValueError(f"{name} must hold objects with exactly {', '.join(keys)}")
    return found
