"""The view of the plans: what is in the collection, and for an administrator the way in and out."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.blocks import Block
from gradio.components import Component

from assistant.window import words_views as w
from assistant.window.frame import QUIET, data_of, panel
from assistant.window.intake_page import (
    NO_NAMES,
    render_progress,
    render_receipt,
    render_sure,
)
from assistant.window.markup import escape
from assistant.window.naming import plan_name
from assistant.window.parts import Heard, Parts
from assistant.window.plans_page import render_one_plan, render_plans
from assistant.window.tables import button
from assistant.window.words import UNDO, Tongue, tongue_of
from corpus.errors import PlanAssistantError

log = logging.getLogger(__name__)

LOOKED = 0.25
"""Seconds between two looks at how far a run is."""

SUFFIXES = [".pdf", ".docx", ".doc", ".txt", ".md", ".png", ".jpg", ".jpeg", ".tif", ".tiff"]

Work = Callable[[Heard], Mapping[str, Any]]


def failure_text(error: Exception, tongue: Tongue) -> str:
    """Return what a failure of the work is told as."""
    if isinstance(error, PlanAssistantError):
        why = (tongue == "en" and error.english) or str(error)
    else:
        log.error("Lỗi ngoài dự kiến khi thêm hoặc gỡ kế hoạch", exc_info=error)
        why = w.UNFORESEEN(tongue)
    return f'<p class="failure" role="alert">{escape(w.FAILED_WORK(tongue, why=why))}</p>'


def watched(
    work: Work, tongue: Tongue, names: Callable[[], Mapping[str, str]] = lambda: NO_NAMES
) -> Iterator[tuple[str, bool]]:
    """Do work in a thread of its own; yield how far it is, at last the receipt or the failure.

    The second of each pair tells whether it is the last. `names` gives the plan that each file
    holds, once the work is done.
    """
    heard: queue.Queue[tuple[str, int, int]] = queue.Queue()
    ended: list[Mapping[str, Any] | Exception] = []

    def run() -> None:
        try:
            ended.append(work(lambda name, done, total: heard.put((name, done, total))))
        except Exception as error:
            ended.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    steps: dict[str, tuple[int, int]] = {}
    going_on = True
    while going_on:
        going_on = thread.is_alive()
        while not heard.empty():
            name, done, total = heard.get()
            steps[name] = (done, total)
        yield render_progress(steps, tongue), False
        thread.join(LOOKED)
    [result] = ended
    if isinstance(result, Exception):
        yield failure_text(result, tongue), True
    else:
        yield render_receipt(result, tongue, named=names()), True


def _title(tongue: Tongue) -> str:
    return f"<h2>{w.TAKE_IN(tongue)}</h2><p class=hint>{w.TAKE_IN_MORE(tongue)}</p>"


class PlansView:
    """The components of the view; made within the tab that holds them."""

    def __init__(self, parts: Parts, language: Component) -> None:
        self._parts = parts
        self.removed = gr.State(None)
        """The file of the plan that was removed last, for it to be brought back."""
        self.panel = panel("plans")
        with gr.Column(visible=False, elem_id="intake") as self.intake:
            self.title = gr.HTML(_title("vi"), js_on_load=None, apply_default_css=False)
            self.files = gr.UploadButton(
                w.CHOOSE_FILES.vi,
                file_count="multiple",
                file_types=SUFFIXES,
                size="sm",
                elem_id="files",
                elem_classes="quiet",
            )
            self.progress = panel("progress")
        self.components: Sequence[Block] = [self.panel, self.intake, self.title, self.files]
        self.shown: Sequence[Component] = [self.panel, language]
        self.renews: Sequence[Component] = [self.panel]
        event = {**QUIET, "concurrency_id": "intake", "concurrency_limit": 1}
        self.files.upload(
            self.take_in,
            [self.files, language],
            [self.progress, self.panel, self.files],
            trigger_mode="multiple",  # files chosen while others are taken in wait their turn
            **event,
        )
        turned = [self.panel, self.removed, self.progress]
        self.panel.click(self.turn, [self.removed, language], turned, **QUIET)

    def drawn(self, tongue: Tongue, request: gr.Request | None) -> Sequence[Any]:
        allowed = self._parts.keeper is not None and self._parts.may_change(request)
        return [
            render_plans(self._parts.shelf.plans, tongue),
            gr.Column(visible=allowed),
            _title(tongue),
            gr.UploadButton(w.CHOOSE_FILES(tongue)),
        ]

    def take_in(
        self, files: list[str] | None, language: object, request: gr.Request
    ) -> Iterator[tuple[Any, ...]]:
        """Take the files that were dropped in; show each page as it is read, then the receipt."""
        tongue, keeper = tongue_of(language), self._parts.keeper
        if keeper is None or not self._parts.may_change(request):
            raise gr.Error(w.NOT_ALLOWED(tongue), print_exception=False)
        paths = [Path(file) for file in files or ()]

        def names() -> dict[str, str]:
            return {plan.file: plan_name(plan, tongue) for plan in self._parts.shelf.plans}

        for page, last in watched(lambda heard: keeper.take_in(paths, heard), tongue, names):
            plans = render_plans(self._parts.shelf.plans, tongue) if last else gr.skip()
            yield page, plans, None if last else gr.skip()

    def renewed(self, shown: str, language: object) -> Any:
        """Draw the list for a reader who comes back to the view, whatever was open in it."""
        page = render_plans(self._parts.shelf.plans, tongue_of(language))
        return gr.skip() if page == shown else page

    def turn(
        self, removed: str | None, language: object, event: gr.EventData, request: gr.Request
    ) -> tuple[Any, str | None, Any]:
        """Show a plan, the list, or what a click on removal leads to; the last receipt goes."""
        page, removed = self._turned(removed, language, event, request)
        return page, removed, "" if "removed" in data_of(event) else gr.skip()

    def _turned(
        self, removed: str | None, language: object, event: gr.EventData, request: gr.Request
    ) -> tuple[Any, str | None]:
        data, tongue = data_of(event), tongue_of(language)
        changes = {"removed", "undo", "remove"} & set(data)
        keeper = self._parts.keeper
        if changes and (keeper is None or not self._parts.may_change(request)):
            raise gr.Error(w.NOT_ALLOWED(tongue), print_exception=False)
        if "removed" in data:
            return self._remove(str(data["removed"]), tongue)
        if "undo" in data and removed:
            return self._bring_back(Path(removed), tongue), None
        by_id = {plan.id: plan for plan in self._parts.shelf.plans}
        plan = by_id.get(str(data.get("plan") or data.get("remove")))
        if plan is None:
            return render_plans(self._parts.shelf.plans, tongue), removed
        sure = render_sure(plan.id, plan_name(plan, tongue), tongue) if "remove" in data else ""
        sections, facts = self._parts.shelf.sections(plan.id), self._parts.shelf.facts(plan.id)
        removable = keeper is not None and self._parts.may_change(request)
        page = render_one_plan(plan, sections, facts, by_id, tongue, removable and not sure)
        return sure + page, removed

    def _remove(self, plan_id: str, tongue: Tongue) -> tuple[str, str | None]:
        """Take a plan out and offer to bring it back."""
        shelf, keeper = self._parts.shelf, self._parts.keeper
        plan = next((one for one in shelf.plans if one.id == plan_id), None)
        if plan is None or keeper is None:
            return render_plans(shelf.plans, tongue), None
        path = shelf.path_of(plan_id)
        try:
            keeper.remove(plan_id)
        except Exception as error:
            return failure_text(error, tongue) + render_plans(shelf.plans, tongue), None
        undo = button("undo", UNDO(tongue)) if path else ""
        said = f"<span>{escape(w.REMOVED(tongue, plan=plan_name(plan, tongue)))}</span>"
        note = f'<div class="note" role="status" tabindex="-1" data-focus>{said} {undo}</div>'
        return note + render_plans(shelf.plans, tongue), str(path) if path else None

    def _bring_back(self, path: Path, tongue: Tongue) -> str:
        """Take the file of the plan that was removed in again."""
        assert self._parts.keeper is not None
        try:
            receipt = self._parts.keeper.bring_back(path)
        except Exception as error:
            return failure_text(error, tongue) + render_plans(self._parts.shelf.plans, tongue)
        page = render_plans(self._parts.shelf.plans, tongue)
        return render_receipt(receipt, tongue) + page
