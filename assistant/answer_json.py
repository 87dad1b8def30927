"""An answer as JSON: what `--json`, a batch and the endpoint for programs give."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from assistant.answer import Answer

_CITATION_KEYS = (
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
    "label",
    "restored",
)
_ANSWER_KEYS = ("question", "answer", "short_answer", "abstained", "reason", "language", "answerer")


def answer_json(answer: Answer, question_id: object = None) -> dict[str, Any]:
    """Return an answer as the JSON object that the README documents."""
    head = {} if question_id is None else {"id": question_id}
    return {
        **head,
        **{key: getattr(answer, key) for key in _ANSWER_KEYS},
        "citations": [{key: getattr(c, key) for key in _CITATION_KEYS} for c in answer.citations],
        "latency_s": answer.latency_s,
        "confidence": answer.confidence,
        "choices": list(answer.choices),
        "claims": [asdict(claim) for claim in answer.claims],
        "invented_keys": answer.invented_keys,
        "notice": answer.notice,
        "query": dict(answer.query),
    }
