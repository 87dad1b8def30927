"""The dialog that shows a plan at a place, from whichever view it was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import gradio as gr
from gradio.components import Component

from assistant.window import words
from assistant.window.frame import QUIET, data_of, number_in, panel
from assistant.window.markup import escape
from assistant.window.naming import plan_name
from assistant.window.parts import Shelf
from assistant.window.plan_text import Block, blocks_of, plan_text
from assistant.window.words import Tongue, tongue_of
from corpus.plan import Plan, Span


def render_reader(
    plan: Plan | None, span: Span | None, tongue: Tongue, blocks: Sequence[Block] = ()
) -> str:
    """Return the dialog with the text of a plan, the words of the span marked and in view."""
    title = plan_name(plan, tongue) if plan else words.PLAN_GONE(tongue)
    close = f'<button type="button" data-close="">{words.CLOSE(tongue)}</button>'
    text = plan_text(plan, span, tongue, blocks) if plan else ""
    note = words.DAMAGED_WHY(tongue) if plan and plan.damaged else ""
    return (
        f'<dialog aria-label="{escape(title)}"><div class="dialog-head"><h2>{escape(title)}</h2>'
        f'{close}</div><p class="hint">{note}</p>{text}</dialog>'
    )


class Reader:
    """The dialog of one window."""

    def __init__(self, shelf: Shelf, language: Component) -> None:
        self._shelf = shelf
        self.panel = panel("reader")
        self.panel.click(self.open, [language], [self.panel], **QUIET)

    def open(self, language: object, event: gr.EventData) -> str:
        """Open the plan that a button of any view names."""
        data: dict[str, Any] = data_of(event)
        plan = next((p for p in self._shelf.plans if p.id == str(data.get("open"))), None)
        start, end = number_in(data, "start"), number_in(data, "end")
        marked = plan is not None and 0 <= start < end <= len(plan.text)
        span = Span(start, end) if marked else None
        blocks = blocks_of(self._shelf, plan, span, None) if plan else []
        return render_reader(plan, span, tongue_of(language), blocks)
