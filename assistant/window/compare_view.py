"""The view that sets plans side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import gradio as gr
from gradio.blocks import Block
from gradio.components import Component

from assistant.english import name_in_english
from assistant.english_indicators import indicator_in_english
from assistant.window import words_views as w
from assistant.window.compare_page import XLSX, as_csv, as_xlsx, render_chart, render_matrix, sheet
from assistant.window.comparison import (
    Row,
    Subject,
    agencies,
    compare_duties,
    compare_targets,
    indicators,
)
from assistant.window.frame import QUIET, offer_file, panel
from assistant.window.naming import agency_name, indicator_name, short_name
from assistant.window.parts import Parts, Shelf
from assistant.window.words import Tongue, tongue_of
from corpus.facts import Facts
from corpus.plan import Plan

INDICATOR, AGENCY = "indicator", "agency"
MOST_PLANS = 6
"""Plans that are chosen at first; more columns do not fit a screen."""


def facts_of(shelf: Shelf, plans: Sequence[Plan]) -> list[Facts]:
    return [shelf.facts(plan.id) for plan in plans]


def subjects_of(shelf: Shelf, kind: str) -> tuple[Subject, ...]:
    """Return what the plans can be compared by, indicators or agencies."""
    facts = facts_of(shelf, shelf.plans)
    return agencies(facts) if kind == AGENCY else indicators(facts)


def compared(
    shelf: Shelf, plan_ids: Sequence[str], kind: str, key: str
) -> tuple[list[Row], list[Plan], str]:
    """Return the rows of a comparison, its plans, and the name of what is compared."""
    plans = [plan for plan in shelf.plans if plan.id in plan_ids]
    facts = facts_of(shelf, shelf.plans)
    subjects = agencies(facts) if kind == AGENCY else indicators(facts)
    name = next((one.name for one in subjects if one.key == key), "")
    compare = compare_duties if kind == AGENCY else compare_targets
    return compare(plans, facts, key) if name else [], plans, name


class CompareView:
    """The components of the view; made within the tab that holds them."""

    def __init__(self, parts: Parts, language: Component, download: gr.HTML) -> None:
        self._shelf = parts.shelf
        with gr.Row(elem_id="compare-choice"):
            self.plans: gr.Dropdown = gr.Dropdown(
                [], multiselect=True, label=w.CHOOSE_PLANS.vi, elem_id="compare-plans", scale=3
            )
            self.kind = gr.Radio(
                [(w.BY_INDICATOR.vi, INDICATOR), (w.BY_AGENCY.vi, AGENCY)],
                value=INDICATOR,
                label=w.CHOOSE_KIND.vi,
                elem_id="compare-kind",
                scale=1,
            )
            self.subject: gr.Dropdown = gr.Dropdown(
                [], label=w.CHOOSE_INDICATOR.vi, elem_id="compare-subject", scale=3
            )
        with gr.Row(elem_classes="exports"):
            self.xlsx = gr.Button(w.EXPORT_XLSX.vi, size="sm", elem_classes="quiet")
            self.csv = gr.Button(w.EXPORT_CSV.vi, size="sm", elem_classes="quiet")
        self.panel = panel("compare")
        self.seen = gr.State(None)
        """The generation that the choices are of."""
        self.components: Sequence[Block] = [
            self.plans, self.kind, self.subject, self.xlsx, self.csv, self.panel, self.seen
        ]  # fmt: skip
        self._wire(language, download)

    def _wire(self, language: Component, download: gr.HTML) -> None:
        chosen = [self.plans, self.kind, self.subject, language]
        self.shown: Sequence[Component] = [self.seen, *chosen]
        self.renews: Sequence[Component] = [self.seen, self.plans, self.subject, self.panel]
        self.kind.input(self.turn, chosen, [self.subject, self.panel], **QUIET)
        gr.on([self.plans.input, self.subject.input], self.compare, chosen, [self.panel], **QUIET)
        self.xlsx.click(self.save_xlsx, chosen, [download], **QUIET)
        self.csv.click(self.save_csv, chosen, [download], **QUIET)

    def drawn(self, tongue: Tongue, _request: gr.Request | None) -> Sequence[Any]:
        """Return the view as it opens: all plans, by the indicator that most of them share."""
        now = self._shelf.generation
        plans = self._shelf.plans
        ids = [plan.id for plan in plans][:MOST_PLANS]
        subjects = subjects_of(self._shelf, INDICATOR)
        first = subjects[0].key if subjects else None
        kinds = [(w.BY_INDICATOR(tongue), INDICATOR), (w.BY_AGENCY(tongue), AGENCY)]
        return [
            gr.Dropdown(
                choices=[(short_name(plan, tongue), plan.id) for plan in plans],
                value=ids,
                label=w.CHOOSE_PLANS(tongue),
            ),
            gr.Radio(choices=kinds, value=INDICATOR, label=w.CHOOSE_KIND(tongue)),
            _choice(subjects, first, w.CHOOSE_INDICATOR(tongue), tongue),
            gr.Button(w.EXPORT_XLSX(tongue)),
            gr.Button(w.EXPORT_CSV(tongue)),
            self.compare(ids, INDICATOR, first, tongue),
            now,
        ]

    def renewed(
        self,
        seen: int | None,
        plan_ids: list[str] | None,
        kind: str,
        subject: str | None,
        language: object,
    ) -> Any:
        """Offer what the collection holds now; keep what is chosen as far as it is there."""
        now = self._shelf.generation
        if now == seen:
            return gr.skip()
        tongue, subjects = tongue_of(language), subjects_of(self._shelf, kind)
        plans = [(short_name(plan, tongue), plan.id) for plan in self._shelf.plans]
        ids = [plan_id for _, plan_id in plans if plan_id in (plan_ids or ())]
        keys = [one.key for one in subjects]
        key = subject if subject in keys else next(iter(keys), None)
        label = w.CHOOSE_AGENCY if kind == AGENCY else w.CHOOSE_INDICATOR
        return (
            now,
            gr.Dropdown(choices=plans, value=ids),
            _choice(subjects, key, label(tongue), tongue),
            self.compare(ids, kind, key, language),
        )

    def turn(
        self, plan_ids: list[str], kind: str, _subject: str | None, language: object
    ) -> tuple[Any, str]:
        """Offer the indicators or the agencies, and compare by the first of them."""
        tongue, subjects = tongue_of(language), subjects_of(self._shelf, kind)
        first = subjects[0].key if subjects else None
        label = w.CHOOSE_AGENCY if kind == AGENCY else w.CHOOSE_INDICATOR
        page = self.compare(plan_ids, kind, first, language)
        return _choice(subjects, first, label(tongue), tongue), page

    def compare(
        self, plan_ids: list[str] | None, kind: str, subject: str | None, language: object
    ) -> str:
        """Return the matrix and the chart of what is chosen."""
        tongue = tongue_of(language)
        rows, plans, name = compared(self._shelf, plan_ids or (), kind, subject or "")
        chart = render_chart(rows, plans, tongue) if kind == INDICATOR else ""
        name_of = agency_name if kind == AGENCY else indicator_name
        return render_matrix(name_of(name, tongue), rows, plans, tongue) + chart

    def save_xlsx(
        self, plan_ids: list[str] | None, kind: str, subject: str | None, language: object
    ) -> str:
        tongue = tongue_of(language)
        rows, plans, _ = compared(self._shelf, plan_ids or (), kind, subject or "")
        lines = sheet(rows, plans, tongue)
        return offer_file("so-sanh.xlsx", XLSX, as_xlsx(lines, w.COMPARE_TITLE(tongue)))

    def save_csv(
        self, plan_ids: list[str] | None, kind: str, subject: str | None, language: object
    ) -> str:
        rows, plans, _ = compared(self._shelf, plan_ids or (), kind, subject or "")
        return offer_file(
            "so-sanh.csv", "text/csv", as_csv(sheet(rows, plans, tongue_of(language)))
        )


def _choice(
    subjects: Sequence[Subject], first: str | None, label: str, tongue: Tongue
) -> gr.Dropdown:
    """Offer subjects, in English where they are known; the matrix has the Vietnamese beside it."""
    choices = []
    for one in subjects:
        english = name_in_english(one.name) or indicator_in_english(one.name)
        name = (tongue == "en" and english) or one.name
        many = w.IN_PLAN if one.plans == 1 else w.IN_PLANS
        choices.append((many(tongue, name=name, n=one.plans), one.key))
    return gr.Dropdown(choices=choices, value=first, label=label)
