"""One conversation: what was asked, what was answered or went wrong. No page, no Gradio.

A conversation is a tuple of exchanges that lives in the visitor's own session and is handed on
from event to event; nothing is kept in the module.
"""

from __future__ import annotations

import logging
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.answer import Answer, Partial, Streams, Turn
from assistant.window import words
from corpus.errors import PlanAssistantError
from corpus.plan import Plan

log = logging.getLogger(__name__)

KEPT = 10
"""Conversations that a session keeps; a working day of an official seldom has more."""


class Assistant(Streams, Protocol):
    """What the window needs of the assistant; it may be asked from several threads."""

    @property
    def plans(self) -> tuple[Plan, ...]: ...


@dataclass(frozen=True)
class Verdict:
    """What the reader said of an answer, and under which id it is stored."""

    id: str
    right: bool
    reason: str = ""
    """A key of `words.REASONS`; empty for an answer that is right."""


@dataclass(frozen=True)
class Exchange:
    """A question with its answer, or with why there is none; with neither, it is being answered."""

    question: str
    answer: Answer | None = None
    failure: str | None = None
    failure_english: str = ""
    stopped: bool = False
    draft: Partial | None = None
    """How far the answer is, while it is being written."""
    verdict: Verdict | None = None

    @property
    def pending(self) -> bool:
        return self.answer is None and self.failure is None and not self.stopped


Conversation = tuple[Exchange, ...]


@dataclass(frozen=True)
class Session:
    """The conversations of one visitor, and which of them is open."""

    conversations: tuple[Conversation, ...] = ((),)
    current: int = 0

    @property
    def conversation(self) -> Conversation:
        return self.conversations[self.current]

    def going_on(self, conversation: Conversation) -> Session:
        """Return the session with the open conversation in this state."""
        all_of_them = list(self.conversations)
        all_of_them[self.current] = conversation
        return Session(tuple(all_of_them), self.current)

    def fresh(self) -> Session:
        """Return the session with a new conversation open; empty ones are not kept."""
        kept = tuple(one for one in self.conversations if one)[-(KEPT - 1) :]
        return Session((*kept, ()), len(kept))

    def opened(self, number: int) -> Session:
        """Return the session with another of its conversations open, counted from 0."""
        return Session(self.conversations, min(max(number, 0), len(self.conversations) - 1))


def turns(conversation: Conversation) -> tuple[Turn, ...]:
    """Return what the assistant may build on: the exchanges that were answered."""
    return tuple(
        Turn(exchange.question, exchange.answer.answer)
        for exchange in conversation
        if exchange.answer
    )


def settled(conversation: Conversation) -> Conversation:
    """Return a conversation in which nothing is being answered: what was, counts as stopped."""
    return tuple(
        replace(one, stopped=True, draft=None) if one.pending else one for one in conversation
    )


def exchanges_with(
    assistant: Assistant, question: str, conversation: Conversation
) -> Generator[Exchange]:
    """Ask, and yield the exchange as it grows: a failure becomes a sentence to read.

    The last one yielded is the whole; a reader who leaves earlier closes the answerer's work.
    """
    try:
        with closing(assistant.ask_stream(question, turns(conversation))) as events:
            for event in events:
                if isinstance(event, Partial):
                    yield Exchange(question, draft=event)
                else:
                    yield Exchange(question, answer=event)
                    return
        raise RuntimeError("the answerer ended without an answer")
    except PlanAssistantError as error:
        log.warning("Không trả lời được: %s", error)
        yield Exchange(question, failure=str(error), failure_english=error.english)
    except Exception:
        log.exception("Lỗi ngoài dự kiến khi trả lời")
        yield Exchange(question, failure=words.APOLOGY.vi, failure_english=words.APOLOGY.en)


def exchange_with(assistant: Assistant, question: str, conversation: Conversation) -> Exchange:
    """Ask, and return the whole exchange."""
    *_, exchange = exchanges_with(assistant, question, conversation)
    return exchange


def talk(
    assistant: Assistant, question: str, conversation: Conversation
) -> Generator[Conversation]:
    """Yield the conversation as it grows: asked, drafts, the answer."""
    before = settled(conversation)
    yield (*before, Exchange(question))
    with closing(exchanges_with(assistant, question, before)) as exchanges:
        for exchange in exchanges:
            yield (*before, exchange)


def example_questions(plans: Sequence[Plan], tongue: words.Tongue = "vi") -> tuple[str, ...]:
    """Return up to four questions that the plans at hand answer, each about another place."""
    legible_first = sorted(plans, key=lambda plan: (plan.damaged, plan.number.value is None))
    if tongue == "en":
        places = [plan.place.value for plan in legible_first if plan.place.value]
    else:
        places = [name for name in map(place_name, legible_first) if name]
    places = list(dict.fromkeys(places))
    if not places:
        return ()
    asked = _EXAMPLES[tongue]
    return tuple(question.format(place=places[i % len(places)]) for i, question in enumerate(asked))


_EXAMPLES: dict[words.Tongue, tuple[str, ...]] = {
    "vi": (
        "Cơ quan nào phụ trách thư viện lực lượng vũ trang ở {place}?",
        "Ai ký kế hoạch của {place}?",
        "Kế hoạch của {place} căn cứ những văn bản nào?",
        "Khi nào các đơn vị phải gửi báo cáo theo kế hoạch của {place}?",
    ),
    "en": (
        "Which agencies are responsible for armed-forces libraries in {place}?",
        "Who signed the plan of {place}?",
        "What is the legal basis of the plan of {place}?",
        "When must the agencies report under the plan of {place}?",
    ),
}


def place_name(plan: Plan) -> str | None:
    """Return `tỉnh Tuyên Quang`: the place with its level, as the issuer's name has it."""
    issuer = plan.issuer.value or ""
    return issuer.removeprefix("UBND ").strip() or plan.place.value
