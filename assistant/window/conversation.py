"""One conversation: what was asked, what was answered or went wrong. No page, no Gradio.

A conversation is a tuple of exchanges that lives in the visitor's own session and is handed on
from event to event; nothing is kept in the module.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.answer import Answer, Turn
from corpus.errors import PlanAssistantError
from corpus.plan import Plan

log = logging.getLogger(__name__)

APOLOGY = (
    "Xin lỗi, đã có lỗi ngoài dự kiến nên chưa trả lời được câu hỏi này. "
    "Xin hỏi lại; nếu vẫn lỗi, hãy báo người quản trị xem nhật ký của chương trình."
)
"""What an official reads when something failed that nobody foresaw."""

MAX_QUESTION = 1000
"""Characters of a question: four times the longest of the questions we measure with."""


class Assistant(Protocol):
    """What the window needs of the assistant; `ask` may be called from several threads."""

    @property
    def plans(self) -> tuple[Plan, ...]: ...

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer: ...


@dataclass(frozen=True)
class Exchange:
    """A question with its answer, or with why there is none; with neither, it is being answered."""

    question: str
    answer: Answer | None = None
    failure: str | None = None


Conversation = tuple[Exchange, ...]


def turns(conversation: Conversation) -> tuple[Turn, ...]:
    """Return what the assistant may build on: the exchanges that were answered."""
    return tuple(
        Turn(exchange.question, exchange.answer.answer)
        for exchange in conversation
        if exchange.answer
    )


def exchange_with(assistant: Assistant, question: str, conversation: Conversation) -> Exchange:
    """Ask, and return the exchange whatever happens: a failure becomes a sentence to read."""
    try:
        return Exchange(question, answer=assistant.ask(question, turns(conversation)))
    except PlanAssistantError as error:
        log.warning("Không trả lời được: %s", error)
        return Exchange(question, failure=str(error))
    except Exception:
        log.exception("Lỗi ngoài dự kiến khi trả lời")
        return Exchange(question, failure=APOLOGY)


def example_questions(plans: Sequence[Plan]) -> tuple[str, ...]:
    """Return up to four questions that the plans at hand answer, each about another place."""
    asked = (
        "Cơ quan nào phụ trách thư viện lực lượng vũ trang ở {place}?",
        "Ai ký kế hoạch của {place}?",
        "Kế hoạch của {place} căn cứ những văn bản nào?",
        "Khi nào các đơn vị phải gửi báo cáo theo kế hoạch của {place}?",
    )
    legible_first = sorted(plans, key=lambda plan: (plan.damaged, plan.number.value is None))
    places = list(dict.fromkeys(filter(None, map(place_name, legible_first))))
    if not places:
        return ()
    return tuple(question.format(place=places[i % len(places)]) for i, question in enumerate(asked))


def place_name(plan: Plan) -> str | None:
    """Return `tỉnh Tuyên Quang`: the place with its level, as the issuer's name has it."""
    issuer = plan.issuer.value or ""
    return issuer.removeprefix("UBND ").strip() or plan.place.value
