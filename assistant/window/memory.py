"""A session as text that the browser keeps while its tab is open, and back.

The text lies in the tab's own session storage: it comes back after a reload, is gone when the tab
is closed, and reaches no other visitor. What comes back is not trusted: anything that is not a
session is a new one, and the text of every exchange is escaped when shown.
"""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import Any

from assistant.answer import MAX_QUESTION, Answer, Citation, Claim, State
from assistant.window.conversation import (
    KEPT,
    Conversation,
    Exchange,
    Session,
    Verdict,
    settled,
)

MOST = 2_000_000
"""Characters that are kept, well below the five megabytes of a browser; older ones are let go."""


def remembered(session: Session) -> str:
    """Return a session as JSON; its oldest conversations are dropped until it is short enough."""
    kept = [settled(one) for one in session.conversations]
    current = session.current
    while True:
        told = {"current": current, "conversations": [[*map(asdict, one)] for one in kept]}
        text = json.dumps(told, ensure_ascii=False)
        if len(text) <= MOST or len(kept) == 1:
            return text if len(text) <= MOST else ""
        oldest = 0 if current else 1
        del kept[oldest]
        current -= oldest == 0


def recalled(text: object) -> Session:
    """Return the session that `remembered` wrote; a new one for anything else."""
    if not isinstance(text, str) or not text or len(text) > MOST:
        return Session()
    try:
        told = json.loads(text)
        conversations = tuple(map(_conversation, told["conversations"][:KEPT])) or ((),)
        return Session(conversations).opened(int(told["current"]))
    except (ValueError, TypeError, KeyError, AttributeError):
        return Session()


def _conversation(rows: list[dict[str, Any]]) -> Conversation:
    return settled(tuple(map(_exchange, rows)))


def _exchange(row: dict[str, Any]) -> Exchange:
    verdict = row["verdict"]
    failure = row["failure"]
    return Exchange(
        question=_text(row["question"])[:MAX_QUESTION],
        answer=_answer(row["answer"]) if row["answer"] else None,
        failure=None if failure is None else _text(failure),
        failure_english=_text(row["failure_english"]),
        stopped=bool(row["stopped"]),
        verdict=Verdict(_text(verdict["id"]), bool(verdict["right"]), _text(verdict["reason"]))
        if verdict
        else None,
    )


def _answer(row: dict[str, Any]) -> Answer:
    known = {field.name for field in fields(Answer)}
    values = {name: value for name, value in row.items() if name in known}
    values["citations"] = tuple(map(_citation, row["citations"]))
    values["choices"] = tuple(map(_text, row["choices"]))
    values["claims"] = tuple(map(_claim, row.get("claims", ())))
    values["notice"] = _text(row.get("notice", ""))
    for name in ("question", "answer", "short_answer", "understood"):
        values[name] = _text(row[name])
    values["language"] = "en" if row["language"] == "en" else "vi"
    return Answer(**values)


def _claim(row: dict[str, Any]) -> Claim:
    states: dict[str, State] = {"verified": "verified", "repaired": "repaired"}
    state = states.get(_text(row["state"]), "dropped")
    return Claim(_text(row["text"]), state, _text(row["reason"]))


def _citation(row: dict[str, Any]) -> Citation:
    values: dict[str, Any] = {field.name: row[field.name] for field in fields(Citation)}
    for name in ("key", "start", "end"):
        values[name] = int(row[name])
    values["page"] = None if row["page"] is None else int(row["page"])
    for name in set(values) - {"key", "start", "end", "page"}:
        if not (name == "restored" and row[name] is None):
            values[name] = _text(row[name])
    return Citation(**values)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"text expected, not {type(value).__name__}")
    return value
