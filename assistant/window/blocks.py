"""The Gradio window: what stands where, and what happens on which event."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.events import api

from assistant.answer import Citation
from assistant.window.conversation import (
    MAX_QUESTION,
    Assistant,
    Conversation,
    Exchange,
    exchange_with,
)
from assistant.window.markup import card_id
from assistant.window.pages import render_conversation, render_plan, render_sources

TITLE = "Trợ lý Kế hoạch"

AT_ONCE = 4
"""Questions answered at the same time; the others wait. Two a core of a common office machine."""

_HERE = Path(__file__).parent

_FONTS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Arial", "sans-serif")
"""Fonts that office machines have and that hold every Vietnamese letter."""


class _Events:
    """What the events of one window do; it holds the assistant and nothing of a visitor."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    def welcome(self) -> tuple[Conversation, str, str]:
        """Begin a new conversation."""
        plans = self._assistant.plans
        return (), render_conversation((), plans), render_sources((), plans)

    def talk(self, question: str, conversation: Conversation) -> Iterator[tuple[Any, ...]]:
        """Show the question at once, then its answer and sources; the box is emptied."""
        question = question.strip()[:MAX_QUESTION]
        if not question:
            yield gr.skip(), gr.skip(), gr.skip(), gr.skip()
            return
        plans = self._assistant.plans
        pending = (*conversation, Exchange(question))
        yield conversation, render_conversation(pending, plans), gr.skip(), ""
        done = (*conversation, exchange_with(self._assistant, question, conversation))
        yield done, render_conversation(done, plans), render_sources(done, plans), gr.skip()

    def ask_example(
        self, conversation: Conversation, event: gr.EventData
    ) -> Iterator[tuple[Any, ...]]:
        """Ask the example that was clicked."""
        yield from self.talk(str(_data(event).get("question", "")), conversation)

    def turn_page(self, conversation: Conversation, event: gr.EventData) -> str:
        """Open the plan that was clicked in the sources, or go back to them."""
        data, plans = _data(event), self._assistant.plans
        by_id = {plan.id: plan for plan in plans}
        if "plan" in data:
            return render_plan(by_id.get(str(data["plan"])))
        citation = _citation(conversation, data)
        if citation is None:
            return render_sources(conversation, plans, str(data.get("back", "")))
        card = card_id(int(data["turn"]), citation.key)
        return render_plan(by_id.get(citation.plan_id), citation, card)

    def answer(self, question: str) -> str:
        """Answer one question, in Markdown; for scripts."""
        exchange = exchange_with(self._assistant, question.strip()[:MAX_QUESTION], ())
        if exchange.answer is None:
            raise gr.Error(exchange.failure or "")
        return exchange.answer.answer


def _data(event: gr.EventData) -> dict[str, Any]:
    data = event._data
    return data if isinstance(data, dict) else {}


def _citation(conversation: Conversation, data: dict[str, Any]) -> Citation | None:
    """Return the citation a click names by turn and key, if this conversation has it."""
    names = {
        (str(turn), str(citation.key)): citation
        for turn, exchange in enumerate(conversation, start=1)
        if exchange.answer
        for citation in exchange.answer.citations
    }
    return names.get((str(data.get("turn")), str(data.get("key"))))


def build_window(assistant: Assistant) -> gr.Blocks:
    """Return the window, not yet launched. History lives in the visitor's session only."""
    events = _Events(assistant)
    script = (_HERE / "window.js").read_text(encoding="utf-8")
    window = gr.Blocks(title=TITLE, analytics_enabled=False, fill_width=True)
    with window:
        conversation = gr.State(())
        with gr.Row(elem_id="head"):
            gr.HTML(f"<h1>{TITLE}</h1>", elem_id="title", js_on_load=None, apply_default_css=False)
            fresh = gr.Button("Cuộc trò chuyện mới", size="sm", elem_id="fresh")
        with gr.Row(elem_id="window", equal_height=False):
            with gr.Column(scale=3, min_width=300, elem_id="chat"):
                talk = gr.HTML(elem_id="talk", js_on_load=script, apply_default_css=False)
                box = gr.Textbox(
                    label="Câu hỏi của anh/chị",
                    placeholder="Ví dụ: Cơ quan nào phụ trách thư viện lực lượng vũ trang?",
                    max_lines=5,
                    max_length=MAX_QUESTION,
                    submit_btn="Gửi",
                    autofocus=True,
                    elem_id="question",
                )
            with gr.Column(scale=2, min_width=300, elem_id="side"):
                sources = gr.HTML(elem_id="sources", js_on_load=script, apply_default_css=False)
        shown = [conversation, talk, sources]
        quiet: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        asking: dict[str, Any] = {**quiet, "concurrency_limit": AT_ONCE, "concurrency_id": "ask"}
        asked = box.submit(events.talk, [box, conversation], [*shown, box], **asking)
        clicked = talk.click(events.ask_example, [conversation], [*shown, box], **asking)
        sources.click(events.turn_page, [conversation], [sources], **quiet)
        fresh.click(events.welcome, None, shown, cancels=[asked, clicked], **quiet)
        window.load(events.welcome, None, shown, **quiet)
        api(events.answer, api_name="ask", concurrency_limit=AT_ONCE, concurrency_id="ask")
    return window


def open_window(window: gr.Blocks, host: str, port: int) -> None:
    """Serve the window and return; the process goes on serving until it ends.

    Raises OSError when the port is taken or the address is not one of this machine.
    """
    fonts = [gr.themes.Font(name) for name in _FONTS]
    window.launch(
        server_name=host,
        server_port=port,
        theme=gr.themes.Base(primary_hue="blue", neutral_hue="slate", font=fonts),
        css_paths=_HERE / "window.css",
        js="() => { document.documentElement.lang = 'vi'; }",
        favicon_path=_HERE / "icon.svg",
        footer_links=[],
        show_error=True,
        share=False,
        inbrowser=False,
        ssr_mode=False,
        quiet=True,
        prevent_thread_lock=True,
    )
