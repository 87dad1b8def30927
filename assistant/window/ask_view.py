"""The view that answers questions: the conversation beside the sources it rests on."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import Any

import gradio as gr
from gradio.blocks import Block
from gradio.components import Component
from gradio.events import api

from assistant.answer import MAX_QUESTION, Citation
from assistant.window import words
from assistant.window.cards import Shown, render_plan, render_sources
from assistant.window.conversation import (
    Conversation,
    Session,
    exchange_with,
    settled,
    talk,
)
from assistant.window.export import DOCX, as_docx, as_markdown
from assistant.window.frame import AT_ONCE, QUIET, data_of, number_in, offer_file, panel
from assistant.window.going_on import GoingOn
from assistant.window.markup import card_id
from assistant.window.memory import recalled, remembered
from assistant.window.page_view import render_page_view
from assistant.window.parts import Parts, section_around
from assistant.window.plan_text import Block as Beside
from assistant.window.plan_text import blocks_of
from assistant.window.remarks import rated
from assistant.window.talk import render_session
from assistant.window.words import Tongue, tongue_of
from corpus.errors import PlanAssistantError
from corpus.plan import Plan, Span

Update = tuple[Any, ...]
ASKING: dict[str, Any] = {**QUIET, "concurrency_limit": AT_ONCE, "concurrency_id": "ask"}


DRAWN = 0.15
"""Seconds between two drawings of an answer that is being written: as fast as it can be read."""


class AskEvents:
    """What the events of this view do; it holds the parts and nothing of a visitor."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._going_on = GoingOn()

    def drawn(self, session: Session, tongue: Tongue) -> tuple[str, str]:
        """Return conversation and sources."""
        plans = self._parts.plans
        sources = render_sources(session.conversation, plans, self._shown(tongue))
        return render_session(session, plans, tongue), sources

    def begin(self, memory: object, language: object) -> Update:
        """Take up what the browser remembers."""
        session = recalled(memory)
        return session, *self.drawn(session, tongue_of(language))

    def converse(
        self,
        question: str,
        session: Session,
        language: object,
        event: gr.EventData,
        request: gr.Request,
    ) -> Iterator[Update]:
        """Show the question at once, drafts where a model writes, the answer with its sources."""
        tongue = tongue_of(language)
        typed = "question" not in data_of(event)
        question = str(question if typed else data_of(event)["question"]).strip()[:MAX_QUESTION]
        if not question or self._going_on.awaits(request.session_hash):
            yield (gr.skip(),) * 5
            return
        plans = self._parts.plans
        box = box_asking(tongue, emptied=typed)
        drawn, grows = -DRAWN, talk(self._parts.assistant, question, session.conversation)
        with self._going_on.follow(request.session_hash, grows) as states:
            for conversation in states:
                session, newest = session.going_on(conversation), conversation[-1]
                if newest.draft and time.monotonic() - drawn < DRAWN:
                    continue
                if newest.pending:
                    drawn = time.monotonic()
                    page = render_session(session, plans, tongue)
                    yield session, page, gr.skip(), box, gr.skip()
                    box = gr.skip()
            session = session.going_on(settled(session.conversation))
            yield session, *self.drawn(session, tongue), box_ready(tongue), remembered(session)

    def stop(self, session: Session, language: object, request: gr.Request) -> Update:
        """Stop the question that is being answered; the event that asks says so."""
        if self._going_on.end(request.session_hash):
            return (gr.skip(),) * 5
        tongue = tongue_of(language)
        session = session.going_on(settled(session.conversation))
        return session, *self.drawn(session, tongue), box_ready(tongue), remembered(session)

    def fresh(self, session: Session, language: object, request: gr.Request) -> Update:
        """Open a new conversation; the one before stays in the list."""
        self._going_on.end(request.session_hash)
        session = session.going_on(settled(session.conversation)).fresh()
        tongue = tongue_of(language)
        return session, *self.drawn(session, tongue), box_ready(tongue), remembered(session)

    def open_earlier(self, session: Session, language: object, event: gr.EventData) -> Update:
        """Open the conversation that was clicked in the list."""
        session = session.opened(number_in(data_of(event), "conversation"))
        return session, *self.drawn(session, tongue_of(language)), remembered(session)

    def rate(self, session: Session, language: object, event: gr.EventData) -> Update:
        """Store what the reader says of an answer, or take it back."""
        data, remarks, tongue = data_of(event), self._parts.remarks, tongue_of(language)
        if remarks is None:
            return (gr.skip(),) * 3
        turn, rating = number_in(data, "turn"), str(data.get("rate", ""))
        try:
            generation = self._parts.shelf.generation
            changed = rated(session.conversation, turn, rating, remarks, generation)
        except PlanAssistantError as error:
            why = error.english if tongue == "en" else str(error)
            raise gr.Error(words.NOT_NOTED(tongue, why=why), print_exception=False) from error
        session = session.going_on(changed)
        page = render_session(session, self._parts.plans, tongue)
        return session, page, remembered(session)

    def turn_page(self, session: Session, language: object, event: gr.EventData) -> str:
        """Open the plan or the page that was clicked in the sources, or go back to them."""
        data, plans = data_of(event), self._parts.plans
        tongue, by_id = tongue_of(language), {plan.id: plan for plan in plans}
        if "plan" in data:
            plan = by_id.get(str(data["plan"]))
            return render_plan(plan, tongue=tongue, blocks=self._blocks(plan, None))
        turn, citation = number_in(data, "turn"), _citation(session.conversation, data)
        if citation is None:
            shown = self._shown(tongue, str(data.get("back", "")))
            return render_sources(session.conversation, plans, shown)
        card = card_id(turn, citation.key)
        if "page" in data:
            shown = self._shown(tongue, card, self._page(citation, tongue))
            return render_sources(session.conversation, plans, shown)
        plan = by_id.get(citation.plan_id)
        return render_plan(plan, citation, card, tongue, self._blocks(plan, citation))

    def save_docx(self, session: Session, language: object) -> str:
        content = as_docx(session.conversation, tongue_of(language))
        return offer_file("hoi-dap.docx", DOCX, content)

    def save_markdown(self, session: Session, language: object) -> str:
        content = as_markdown(session.conversation, tongue_of(language))
        return offer_file("hoi-dap.md", "text/markdown", content)

    def answer(self, question: str) -> str:
        """Answer one question, in Markdown; for scripts."""
        question = question.strip()[:MAX_QUESTION]
        exchange = exchange_with(self._parts.assistant, question, ())
        if exchange.answer is None:
            raise gr.Error(exchange.failure or "")
        return exchange.answer.answer

    def _blocks(self, plan: Plan | None, citation: Citation | None) -> list[Beside]:
        """Return a damaged plan as print and reading side by side; nothing of a legible one."""
        if plan is None:
            return []
        quote, restored = (citation.span, citation.restored) if citation else (None, None)
        return blocks_of(self._parts.shelf, plan, quote, restored)

    def _page(self, citation: Citation, tongue: Tongue) -> str:
        """Return the picture of the page a citation stands on, with the quote marked."""
        path, view = self._parts.shelf.path_of(citation.plan_id), None
        if path and citation.page and self._parts.see_page:
            view = self._parts.see_page(path, citation.page, citation.quote)
        return render_page_view(view, citation.page or 0, citation.document, tongue)

    def _shown(self, tongue: Tongue, focus: str | None = None, picture: str = "") -> Shown:
        shelf, found = self._parts.shelf, dict[str, bool]()

        def section_of(citation: Citation) -> Span | None:
            return section_around(shelf, citation.plan_id, citation.span)

        def has_page(citation: Citation) -> bool:
            if citation.page is None or self._parts.see_page is None:
                return False
            if citation.plan_id not in found:
                path = shelf.path_of(citation.plan_id)
                found[citation.plan_id] = path is not None and path.is_file()
            return found[citation.plan_id]

        return Shown(tongue, focus, picture, section_of, has_page)


def _citation(conversation: Conversation, data: dict[str, Any]) -> Citation | None:
    """Return the citation a click names by turn and key, if this conversation has it."""
    turn, key = number_in(data, "turn"), number_in(data, "key")
    if not 1 <= turn <= len(conversation):
        return None
    answer = conversation[turn - 1].answer
    return next((one for one in answer.citations if one.key == key), None) if answer else None


def box_ready(tongue: Tongue) -> Any:
    """Return the question box as it waits for a question."""
    return gr.Textbox(
        label=words.BOX(tongue),
        placeholder=words.BOX_HINT(tongue),
        submit_btn=words.SEND(tongue),
        stop_btn=False,
    )


def box_asking(tongue: Tongue, emptied: bool) -> Any:
    """Return the question box while a question is answered: it can be stopped."""
    buttons: dict[str, Any] = {"submit_btn": False, "stop_btn": words.STOP(tongue)}
    return gr.Textbox(value="", **buttons) if emptied else gr.Textbox(**buttons)


class AskView:
    """The components of the view; made within the tab that holds them."""

    def __init__(self, parts: Parts, language: Component, download: gr.HTML) -> None:
        self.events = AskEvents(parts)
        self.session = gr.State(Session())
        self.memory = gr.Textbox(visible="hidden", elem_id="memory")
        with gr.Row(elem_id="window", equal_height=False):
            with gr.Column(scale=3, min_width=300, elem_id="chat"):
                with gr.Row(elem_id="tools"):
                    self.docx = gr.Button(words.SAVE_DOCX.vi, size="sm", elem_classes="quiet save")
                    self.markdown = gr.Button(
                        words.SAVE_MD.vi, size="sm", elem_classes="quiet save"
                    )
                    self.fresh = gr.Button(words.FRESH.vi, size="sm", elem_id="fresh")
                self.talk = panel("talk")
                self.box = gr.Textbox(
                    label=words.BOX.vi,
                    placeholder=words.BOX_HINT.vi,
                    max_lines=5,
                    max_length=MAX_QUESTION,
                    submit_btn=words.SEND.vi,
                    autofocus=True,
                    elem_id="question",
                )
            with gr.Column(scale=2, min_width=300, elem_id="side"):
                self.sources = panel("sources")
        self.components: Sequence[Block] = [self.docx, self.markdown, self.fresh, self.box]
        self._wire(language)
        state = [self.session, language]
        self.docx.click(self.events.save_docx, state, [download], **QUIET)
        self.markdown.click(self.events.save_markdown, state, [download], **QUIET)

    def _wire(self, language: Component) -> None:
        events, session = self.events, self.session
        shown: list[Component] = [session, self.talk, self.sources]
        after = [*shown, self.box, self.memory]
        # An answer stands there a moment before the browser knows that it was the last. A question
        # typed until then waits in the box, as with "once" it would be dropped without a word. Of
        # a button it would be the same one again.
        asked = [self.box, session, language]
        self.box.submit(events.converse, asked, after, trigger_mode="always_last", **ASKING)
        self.talk.submit(events.converse, asked, after, trigger_mode="once", **ASKING)
        state = [session, language]
        self.box.stop(events.stop, state, after, **QUIET)
        self.fresh.click(events.fresh, state, after, **QUIET)
        self.talk.click(events.open_earlier, state, [*shown, self.memory], **QUIET)
        self.talk.edit(events.rate, state, [session, self.talk, self.memory], **QUIET)
        self.sources.click(events.turn_page, state, [self.sources], **QUIET)
        keep = "(text) => sessionStorage.setItem('conversations', text)"
        self.memory.change(None, [self.memory], None, js=keep, **QUIET)
        api(events.answer, api_name="ask", concurrency_limit=AT_ONCE, concurrency_id="ask")

    def drawn(self, tongue: Tongue, _request: gr.Request | None) -> Sequence[Any]:
        names = (words.SAVE_DOCX, words.SAVE_MD, words.FRESH)
        return [*(gr.Button(name(tongue)) for name in names), box_ready(tongue)]
