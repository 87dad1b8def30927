"""A verdict on an answer → the stored remark, and back. No Gradio."""

from __future__ import annotations

import json
import uuid
from dataclasses import asdict, replace
from datetime import UTC, datetime

from assistant.window import words
from assistant.window.conversation import Conversation, Verdict, turns
from assistant.window.parts import Remarks
from corpus.feedback import Feedback


def rated(
    conversation: Conversation, turn: int, rating: str, remarks: Remarks, generation: int
) -> Conversation:
    """Return the conversation with the verdict on one turn (from 1) stored or taken back.

    `rating` is right, undo or a key of `words.REASONS`; anything else changes nothing. Raises
    FeedbackNotKept.
    """
    if not 1 <= turn <= len(conversation) or conversation[turn - 1].answer is None:
        return conversation
    before = conversation[turn - 1]
    if rating == "undo" and before.verdict:
        remarks.withdraw(before.verdict.id)
        return _with(conversation, turn, None)
    if before.verdict or rating not in ("right", *words.REASONS):
        return conversation
    reason = "" if rating == "right" else rating
    verdict = Verdict(uuid.uuid4().hex, right=not reason, reason=reason)
    remarks.add(_feedback(conversation, turn, verdict, generation))
    return _with(conversation, turn, verdict)


def _with(conversation: Conversation, turn: int, verdict: Verdict | None) -> Conversation:
    changed = list(conversation)
    changed[turn - 1] = replace(changed[turn - 1], verdict=verdict)
    return tuple(changed)


def _feedback(conversation: Conversation, turn: int, verdict: Verdict, generation: int) -> Feedback:
    exchange = conversation[turn - 1]
    assert exchange.answer is not None
    history = [asdict(one) for one in turns(conversation[: turn - 1])]
    return Feedback(
        id=verdict.id,
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        right=verdict.right,
        reason=verdict.reason,
        question=exchange.question,
        answer=json.dumps(asdict(exchange.answer), ensure_ascii=False),
        history=json.dumps(history, ensure_ascii=False),
        generation=generation,
    )
