"""The view of quality: the latest figures, how they went, and what users marked as not right."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.blocks import Block
from gradio.components import Component

from assistant.window import words_quality as q
from assistant.window import words_views as w
from assistant.window.frame import QUIET, data_of, panel
from assistant.window.markup import escape, plain_text
from assistant.window.naming import english_day
from assistant.window.parts import Parts
from assistant.window.quality_report import read_report, render_report
from assistant.window.tables import button, render_table
from assistant.window.words import REASONS, Tongue, tongue_of
from corpus.errors import PlanAssistantError
from corpus.feedback import Feedback

Run = Mapping[str, Any]

LONGEST = 500
"""Characters of a correction that are read: a short answer has some twenty words."""

WIDE, HIGH, EDGE = 360, 180, 44
"""Pixels of the plot, and the room for its names."""


def read_runs(path: Path | None) -> tuple[Run, ...]:
    """Return the runs on held-back questions that were written down, oldest first.

    Lines that are no run are left out: the file is written by another program.
    """
    if path is None or not path.is_file():
        return ()
    runs = []
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            run = json.loads(line)
        except ValueError:
            continue
        if isinstance(run, dict) and isinstance(run.get("correct"), int | float):
            runs.append(run)
    return tuple(run for run in runs if run.get("what") in ("answers", "all"))


def render_quality(
    runs: Sequence[Run],
    remarks: Sequence[Feedback] | None,
    tongue: Tongue,
    report: Mapping[str, Any] | None = None,
    corrected: Mapping[str, str] | None = None,
) -> str:
    """Return the figures, their history and the remarks; None of them hides the remarks.

    `corrected` is what was corrected so far; None where nothing can be.
    """
    page = f"<h2>{w.QUALITY_TITLE(tongue)}</h2>" + (_explained(tongue) if runs or report else "")
    if runs:
        page += _figures(runs[-1], tongue) + _history(runs, tongue)
    else:
        page += f'<p class="hint">{w.NO_RUNS(tongue)}</p>'
    if report:
        page += render_report(report, tongue)
    return page if remarks is None else page + _remarks(remarks, tongue, corrected)


def _explained(tongue: Tongue) -> str:
    """Return how the figures come about, in words that need no other."""
    said = "".join(f"<p>{one(tongue)}</p>" for one in (q.HOW_MEASURED, q.TWO_SETS, q.SURE))
    return f'<div class="explained">{said}</div>'


def _figures(run: Run, tongue: Tongue) -> str:
    looked_at = "dev" in str(run.get("split", ""))
    on = (q.LOOKED_AT if looked_at else q.HELD_BACK)(tongue, n=run.get("n", ""))
    latest = w.LATEST(tongue, date=_day(run, tongue), on=on)
    cards = ""
    for name, label in w.FIGURES.items():
        value = run.get(name)
        if not isinstance(value, int | float):
            continue
        shown = _seconds(value, tongue) if name.endswith("_s") else _share(value, tongue)
        more = ""
        if name == "correct" and "low" in run and "high" in run:
            low, high = _share(run["low"], tongue), _share(run["high"], tongue)
            more = f' <span class="hint">{w.RANGE(tongue, low=low, high=high)}</span>'
        means = f'<dd class="means">{q.MEANS[name](tongue)}</dd>' if name in q.MEANS else ""
        cards += f"<div><dt>{label(tongue)}</dt><dd>{shown}{more}</dd>{means}</div>"
    return f'<p class="hint">{escape(latest)}</p><dl class="figures">{cards}</dl>'


def _share(value: float, tongue: Tongue) -> str:
    shown = f"{100 * value:.1f}%"
    return shown if tongue == "en" else shown.replace(".", ",")


def _seconds(value: float, tongue: Tongue) -> str:
    shown = f"{value:.2f}"
    return w.SECONDS(tongue, n=shown if tongue == "en" else shown.replace(".", ","))


def _day(run: Run, tongue: Tongue) -> str:
    try:
        day = datetime.fromisoformat(str(run.get("date")))
        return english_day(day) if tongue == "en" else f"{day:%d/%m/%Y}"
    except ValueError:
        return str(run.get("date", ""))


def _short_day(run: Run, tongue: Tongue) -> str:
    day = _day(run, tongue)
    return " ".join(part[:3] for part in day.split()[:2]) if tongue == "en" else day[:5]


def _history(runs: Sequence[Run], tongue: Tongue) -> str:
    """Return the share of right answers run by run, each with the range it is sure within."""
    shown, low, high = runs[-12:], 0.5, 1.0
    step = (WIDE - 2 * EDGE) / max(1, len(shown) - 1)

    def y(value: float) -> float:
        return HIGH - 28 - (min(max(value, low), high) - low) / (high - low) * (HIGH - 48)

    lines = "".join(
        f'<line x1="{EDGE}" x2="{WIDE - 8}" y1="{y(v):.1f}" y2="{y(v):.1f}" class="grid"/>'
        f'<text x="{EDGE - 6}" y="{y(v) + 4:.1f}" text-anchor="end">{v:.0%}</text>'
        for v in (0.5, 0.75, 1.0)
    )
    points = []
    for number, run in enumerate(shown):
        x, value = EDGE + 16 + number * step * 0.94, float(run["correct"])
        a, b = y(float(run.get("low", value))), y(float(run.get("high", value)))
        said = escape(w.HISTORY_ALT(tongue, date=_day(run, tongue), value=_share(value, tongue)))
        day = _short_day(run, tongue)
        name = f'<text x="{x:.1f}" y="{HIGH - 8}" text-anchor="middle">{day}</text>'
        points.append(
            f'<g role="listitem" aria-label="{said}"><title>{said}</title>'
            f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{a:.1f}" y2="{b:.1f}" class="span"/>'
            f'<circle cx="{x:.1f}" cy="{y(value):.1f}" r="5"/>{name}</g>'
        )
    return (
        f"<h3>{w.HISTORY(tongue)}</h3>"
        f'<svg viewBox="0 0 {WIDE} {HIGH}" role="list" class="chart history" '
        f'style="max-width:{WIDE}px">{lines}{"".join(points)}</svg>'
    )


def _remarks(
    remarks: Sequence[Feedback], tongue: Tongue, corrected: Mapping[str, str] | None
) -> str:
    wrong = [one for one in remarks if not one.right]
    counted = w.COUNTED(tongue, right=len(remarks) - len(wrong), wrong=len(wrong))
    if not wrong:
        title = f"<h3>{w.MARKED_WRONG(tongue, n=0)}</h3>"
        return f'{title}<p class="hint">{w.NONE_WRONG(tongue)} {counted if remarks else ""}</p>'
    rows = [_remark(one, tongue) for one in wrong]
    columns = [name(tongue) for name in (w.QUESTION, w.ANSWERED, w.REASON, w.AT)]
    how = ""
    if corrected is not None:
        columns.append(q.CORRECTION(tongue))
        for row, one in zip(rows, wrong, strict=True):
            row.append(_correction(one, tongue, corrected))
        how = f'<p class="hint">{q.HOW(tongue)}</p>'
    table = render_table(w.MARKED_WRONG(tongue, n=len(wrong)), columns, rows)
    return f'{table}{how}<p class="hint">{counted}</p>'


def _correction(one: Feedback, tongue: Tongue, corrected: Mapping[str, str]) -> str:
    """Return the field and the button that make a question of a remark, or what was made."""
    done = [answer for begin, answer in corrected.items() if one.id.startswith(begin)]
    if done:
        return escape(q.DONE(tongue, answer=done[0]) if done[0] else q.DONE_SILENT(tongue))
    label = escape(q.CORRECTION_OF(tongue, question=one.question))
    return (
        f'<div class="correction"><input type="text" maxlength="{LONGEST}" aria-label="{label}">'
        f"{button('correct', q.WRITE(tongue), one.id, one.question)}</div>"
    )


def _remark(one: Feedback, tongue: Tongue) -> list[str]:
    reason = REASONS[one.reason](tongue) if one.reason in REASONS else one.reason
    at = datetime.fromisoformat(one.at).astimezone()
    day = english_day(at) if tongue == "en" else f"{at:%d/%m/%Y}"
    answer = json.loads(one.answer)
    short = plain_text(str(answer.get("short_answer") or answer.get("answer", "")))
    return [escape(one.question), escape(short), escape(reason), f"{day} {at:%H:%M}"]


class QualityView:
    """The components of the view; made within the tab that holds them."""

    def __init__(self, parts: Parts, language: Component) -> None:
        self._parts = parts
        self.panel = panel("quality")
        self.components: Sequence[Block] = [self.panel]
        self.shown: Sequence[Component] = [self.panel, language]
        self.renews: Sequence[Component] = [self.panel]
        self.panel.click(self.correct, [language], [self.panel], **QUIET)

    def renewed(self, shown: str, language: object, request: gr.Request) -> Any:
        """Draw the figures and remarks anew where there are others; what is being typed stays."""
        page = self._page(tongue_of(language), request)
        return gr.skip() if shown.endswith(page) else page  # a note may stand before it

    def drawn(self, tongue: Tongue, request: gr.Request | None) -> Sequence[Any]:
        return [self._page(tongue, request)]

    def correct(self, language: object, event: gr.EventData, request: gr.Request) -> str:
        """Make a test question of a remark and the right answer; say what came of it."""
        data, tongue = data_of(event), tongue_of(language)
        corrections = self._parts.corrections
        if corrections is None or not self._parts.may_change(request):
            raise gr.Error(w.NOT_ALLOWED(tongue), print_exception=False)
        if "correct" not in data:
            return self._page(tongue, request)
        answer = str(data.get("value", ""))[:LONGEST]
        try:
            made = corrections.add(str(data["correct"]), answer)
        except (PlanAssistantError, OSError) as error:
            english = error.english if isinstance(error, PlanAssistantError) else ""
            why = escape((tongue == "en" and english) or str(error))
            note = f'<p class="failure" role="alert" tabindex="-1" data-focus>{why}</p>'
        else:
            said = q.WRITTEN if made.answerable else q.WRITTEN_SILENT
            quote = " ".join(made.gold_quote.split())
            told = escape(said(tongue, plan=", ".join(made.plans), quote=quote))
            note = f'<p class="note" role="status" tabindex="-1" data-focus>{told}</p>'
        return note + self._page(tongue, request)

    def _page(self, tongue: Tongue, request: gr.Request | None) -> str:
        remarks, report = self._remarks(request), read_report(self._parts.report)
        corrected = self._corrected() if remarks else None
        runs = read_runs(self._parts.history)
        return render_quality(runs, remarks, tongue, report, corrected)

    def _corrected(self) -> Mapping[str, str] | None:
        if self._parts.corrections is None:
            return None
        try:
            return self._parts.corrections.done()
        except (PlanAssistantError, OSError):
            return None

    def _remarks(self, request: gr.Request | None) -> Sequence[Feedback] | None:
        """Return what users said of answers, to those who may read it."""
        if self._parts.remarks is None or not self._parts.may_change(request):
            return None
        try:
            return self._parts.remarks.all()
        except PlanAssistantError:
            return ()
