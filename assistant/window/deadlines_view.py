"""The view of all deadlines: sorted, filtered by plan, saved as a calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import gradio as gr
from gradio.blocks import Block
from gradio.components import Component

from assistant.english import in_english, in_english_time
from assistant.window import words_views as w
from assistant.window.compare_view import facts_of
from assistant.window.due import Due, at_noon, calendar, due_dates
from assistant.window.frame import QUIET, offer_file, panel
from assistant.window.markup import escape
from assistant.window.naming import english_day, short_name
from assistant.window.parts import Parts
from assistant.window.tables import place_button, render_table
from assistant.window.words import Tongue, tongue_of
from corpus.plan import Plan

ALL = ""


def render_deadlines(dues: Sequence[Due], today: date, tongue: Tongue) -> str:
    """Return the deadlines as a table in the order in which they fall."""
    if not dues:
        return f'<p class="hint">{w.NO_DEADLINES(tongue)}</p>'
    names = (w.NEXT, w.BY, w.WHO, w.WHAT, w.TO, w.PLAN)
    rows = [_row(due, today, tongue) for due in dues]
    left = sum(due.day is None for due in dues)
    note = w.ICS_NOTE(tongue, n=len(dues) - left, left=left)
    title = w.DEADLINES_TITLE(tongue, n=len(dues))
    table = render_table(title, [name(tongue) for name in names], rows)
    return f'{table}<p class="hint">{note}</p>'


def _row(due: Due, today: date, tongue: Tongue) -> list[str]:
    said, plan = due.deadline, due.plan
    place = place_button(plan, said.path, said.span, tongue)
    english = tongue == "en"
    by = in_english_time(said.by) if english else said.by
    who, to = (
        "; ".join(in_english(name) if english else name for name in names)
        for names in (said.who, said.to)
    )
    return [
        _when(due, today, tongue),
        escape(by[:1].upper() + by[1:] if english else by),
        escape(who) or "–",
        escape(said.what),
        escape(to) or "–",
        f"{escape(short_name(plan, tongue))} {place}",
    ]


def _when(due: Due, today: date, tongue: Tongue) -> str:
    if due.day is None:
        return f'<span class="hint">{w.NO_DAY(tongue)}</span>'
    day = english_day(due.day) if tongue == "en" else f"{due.day:%d/%m/%Y}"
    shown = day if due.exact else w.WITHIN_YEAR(tongue, year=due.day.year)
    if due.passed(today):
        why = w.PASSED(tongue)
        if due.ended(today):
            why = w.ENDED(tongue, year=due.last_year)
        return f'<span class="hint">{shown} ({why})</span>'
    return f'<time datetime="{due.day.isoformat()}">{shown}</time>'


class DeadlinesView:
    """The components of the view; made within the tab that holds them."""

    def __init__(self, parts: Parts, language: Component, download: gr.HTML) -> None:
        self._parts = parts
        with gr.Row(elem_classes="exports"):
            self.plan: gr.Dropdown = gr.Dropdown(
                [(w.ALL_PLANS.vi, ALL)], value=ALL, label=w.CHOOSE_PLAN.vi, elem_id="due-plan"
            )
            self.ics = gr.Button(w.EXPORT_ICS.vi, size="sm", elem_classes="quiet")
        self.panel = panel("deadlines")
        self.seen = gr.State(None)
        """What the view was last drawn from."""
        self.components: Sequence[Block] = [self.plan, self.ics, self.panel, self.seen]
        self.shown: Sequence[Component] = [self.seen, self.plan, language]
        self.renews: Sequence[Component] = [self.seen, self.plan, self.panel]
        self.plan.input(self.show, [self.plan, language], [self.panel], **QUIET)
        self.ics.click(self.save, [self.plan, language], [download], **QUIET)

    def renewed(self, seen: object, plan_id: str | None, language: object) -> Any:
        """Draw the deadlines anew where plans or the day have changed; keep the plan chosen."""
        now, tongue = self._now(), tongue_of(language)
        if now == seen:
            return gr.skip()
        choices = self._choices(tongue)
        chosen = plan_id if plan_id in [value for _, value in choices] else ALL
        return now, gr.Dropdown(choices=choices, value=chosen), self.show(chosen, tongue)

    def drawn(self, tongue: Tongue, _request: gr.Request | None) -> Sequence[Any]:
        now, choices = self._now(), self._choices(tongue)
        choice = gr.Dropdown(choices=choices, value=ALL, label=w.CHOOSE_PLAN(tongue))
        return [choice, gr.Button(w.EXPORT_ICS(tongue)), self.show(ALL, tongue), now]

    def _now(self) -> tuple[int, str]:
        """Return what the view is drawn from: the generation, and the day, by which some passed."""
        return self._parts.shelf.generation, self._parts.today().isoformat()

    def _choices(self, tongue: Tongue) -> list[tuple[str, str]]:
        plans = [(short_name(plan, tongue), plan.id) for plan in self._parts.shelf.plans]
        return [(w.ALL_PLANS(tongue), ALL), *plans]

    def show(self, plan_id: str | None, language: object) -> str:
        """Return the table of the plan chosen, or of all."""
        return render_deadlines(self._dues(plan_id), self._parts.today(), tongue_of(language))

    def save(self, plan_id: str | None, language: object) -> str:
        """Return the calendar of the plan chosen, or of all."""
        now = at_noon(self._parts.today())
        content = calendar(self._dues(plan_id), now, tongue_of(language))
        return offer_file("thoi-han.ics", "text/calendar", content)

    def _dues(self, plan_id: str | None) -> list[Due]:
        shelf = self._parts.shelf
        plans: list[Plan] = [p for p in shelf.plans if plan_id in (ALL, None, p.id)]
        return due_dates(plans, facts_of(shelf, plans), self._parts.today())
