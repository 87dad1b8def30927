"""What readers said of answers, in a SQLite file of its own in the state folder.

Apart from the store of plans, whose tables are emptied when their form changes: a remark cannot be
made anew. Left out: who said it; the file holds no name and no address.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.errors import PlanAssistantError

DATABASE = "feedback.sqlite"

_SCHEMA = """
CREATE TABLE IF NOT EXISTS feedback (
    id TEXT PRIMARY KEY, at TEXT NOT NULL, right INTEGER NOT NULL, reason TEXT NOT NULL,
    question TEXT NOT NULL, answer TEXT NOT NULL, history TEXT NOT NULL,
    generation INTEGER NOT NULL);
"""


_SAME_FAULT = """
DELETE FROM feedback WHERE right = 0 AND question = :question AND history = :history
    AND generation = :generation AND json_valid(answer)
    AND json_extract(answer, '$.answer') = json_extract(:answer, '$.answer');
"""
"""Remarks on the same answer: its words, whatever time it took."""


class FeedbackNotKept(PlanAssistantError):
    """The file of remarks cannot be opened or written; the message says why."""


@dataclass(frozen=True)
class Feedback:
    """One remark on one answer."""

    id: str
    """Not to be guessed: it is what allows to take the remark back."""
    at: str
    """In ISO 8601."""
    right: bool
    reason: str
    """wrong_answer, wrong_citation, should_decline or incomplete; empty where it is right."""
    question: str
    answer: str
    """The whole answer with its citations, as JSON."""
    history: str
    """The turns before it, as JSON: `[{"question": …, "answer": …}]`."""
    generation: int
    """The state of the corpus that answered."""


class FeedbackStore:
    """The remarks of a state folder. The file is made with the first of them."""

    def __init__(self, state_dir: Path) -> None:
        self._path = state_dir / DATABASE

    def add(self, feedback: Feedback) -> None:
        """Keep a remark; one of the same id is replaced, and an answer that was marked as not
        right before: told again, it is no second fault. Raises FeedbackNotKept."""
        values = asdict(feedback)
        marks = ", ".join(f":{name}" for name in values)
        with self._connected() as connection:
            if not feedback.right:
                connection.execute(_SAME_FAULT, values)
            connection.execute(
                f"REPLACE INTO feedback ({', '.join(values)}) VALUES ({marks})", values
            )

    def withdraw(self, feedback_id: str) -> None:
        """Take a remark back; an unknown id does nothing. Raises FeedbackNotKept."""
        with self._connected() as connection:
            connection.execute("DELETE FROM feedback WHERE id = ?", (feedback_id,))

    def all(self) -> tuple[Feedback, ...]:
        """Return the remarks, newest first; none where there is no file. Raises FeedbackNotKept."""
        if not self._path.exists():
            return ()
        with self._connected() as connection:
            rows = connection.execute("SELECT * FROM feedback ORDER BY at DESC, id").fetchall()
        return tuple(Feedback(**{**dict(row), "right": bool(row["right"])}) for row in rows)

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self._path, timeout=10)
            try:
                connection.row_factory = sqlite3.Row
                connection.execute("PRAGMA secure_delete = ON")
                connection.executescript(_SCHEMA)
                with connection:
                    yield connection
            finally:
                connection.close()
        except (sqlite3.Error, OSError) as error:
            raise FeedbackNotKept(
                f"Không ghi hoặc đọc được {self._path.name}: {error}; hãy kiểm tra chỗ trống và "
                "quyền ghi của thư mục trạng thái.",
                f"{self._path.name} cannot be written or read: {error}; check the room and the "
                "permissions of the state folder.",
            ) from error
