"""A comparison → its matrix, its chart and its sheets for export. The same input, the same page."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from assistant.citation import cite, plan_label
from assistant.window import words
from assistant.window import words_views as w
from assistant.window.comparison import COORDINATES, DUE, LEADS, Row, Said, last_year, per_cent
from assistant.window.markup import escape
from assistant.window.plans_page import short_name
from assistant.window.tables import place_button, render_table
from assistant.window.words import Tongue
from corpus.plan import Plan

SHOWN = 6
"""Duties of a cell that are shown at once; the others are a click away."""

ROW_NAMES = {LEADS: w.LEADS, COORDINATES: w.COORDINATES, DUE: w.REPORTS}


def row_name(row: Row, tongue: Tongue) -> str:
    return ROW_NAMES[row.name](tongue) if row.name in ROW_NAMES else row.name


def render_matrix(title: str, rows: Sequence[Row], plans: Sequence[Plan], tongue: Tongue) -> str:
    """Return the rows as a table with a column a plan, each statement with the way to its place."""
    if not rows or not plans:
        return f'<p class="hint">{w.NOTHING_TO_COMPARE(tongue)}</p>'
    by_year = any(row.year for row in rows)
    columns = [w.ROW(tongue), *([w.YEAR(tongue)] if by_year else []), *map(short_name, plans)]
    cells = []
    for row in rows:
        name = [escape(row_name(row, tongue))]
        if by_year:
            name.append(escape(row.year) or f'<span class="hint">{w.NO_YEAR(tongue)}</span>')
        cells.append([*name, *(_cell(row.cells.get(p.id, ()), p, tongue) for p in plans)])
    return f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(title)}">' + (
        render_table(title, columns, cells, "matrix") + "</div>"
    )


def _cell(said: Sequence[Said], plan: Plan, tongue: Tongue) -> str:
    if not said:
        return f'<span class="hint">{w.NOT_STATED(tongue)}</span>'
    items = [_statement(one, plan, tongue) for one in said]
    if len(items) == 1:
        return items[0]
    shown = "".join(f"<li>{item}</li>" for item in items[:SHOWN])
    more = "".join(f"<li>{item}</li>" for item in items[SHOWN:])
    if more:
        said_more = words.MORE_ITEMS(tongue, n=len(items) - SHOWN)
        more = f"<details><summary>{said_more}</summary><ul>{more}</ul></details>"
    return f"<ul>{shown}</ul>{more}"


def _statement(said: Said, plan: Plan, tongue: Tongue) -> str:
    damaged = any(page.damaged for page in plan.pages_of(said.span))
    mark = f' <span class="badge">{w.RESTORED(tongue)}</span>' if damaged else ""
    place = place_button(plan, said.path, said.span, tongue)
    return f'<span title="{escape(said.full)}">{escape(said.text)}</span> {place}{mark}'


# the chart

BAR, GAP, LABEL, WIDE = 20, 6, 210, 520
"""Pixels: height of a bar, room between bars, room for the names, width of 100 %."""


def render_chart(rows: Sequence[Row], plans: Sequence[Plan], tongue: Tongue) -> str:
    """Return bars of the percentages, for each subject the years and in each year the plans."""
    charts = []
    for name in dict.fromkeys(row.name for row in rows):
        bars = [
            (last_year(row.year) or row.year, plan, said.text, value)
            for row in rows
            if row.name == name
            for plan in plans
            for said in row.cells.get(plan.id, ())[:1]
            if (value := per_cent(said.text)) and max(value) <= 100
        ]
        if bars:
            charts.append(f"<figure><figcaption>{escape(name)}</figcaption>{_bars(bars, tongue)}")
    if not charts:
        return ""
    return (
        f'<h3>{w.CHART(tongue)}</h3><div class="charts">{"</figure>".join(charts)}</figure></div>'
    )


def _bars(bars: Sequence[tuple[str, Plan, str, tuple[float, float]]], tongue: Tongue) -> str:
    """Return one chart; what lies between the ends of a range is drawn lighter."""
    parts, y, year_before = [], 0, None
    for year, plan, said, (low, high) in bars:
        if year != year_before:
            y += 8 if year_before is not None else 0
            shown = escape(year) or w.NO_YEAR(tongue)
            parts.append(f'<text x="0" y="{y + 14}" class="year">{shown}</text>')
            y, year_before = y + 22, year
        a, b = LABEL + low / 100 * WIDE, LABEL + high / 100 * WIDE
        spoken = escape(w.CHART_ALT(tongue, plan=short_name(plan), year=year, value=said))
        parts.append(
            f'<g role="listitem" aria-label="{spoken}">'
            f'<text x="{LABEL - 8}" y="{y + 15}" text-anchor="end">{escape(short_name(plan))}'
            f'</text><rect x="{LABEL}" y="{y}" width="{a - LABEL:.1f}" height="{BAR}"/>'
            f'<rect x="{a:.1f}" y="{y}" width="{b - a:.1f}" height="{BAR}" class="range"/>'
            f'<text x="{b + 6:.1f}" y="{y + 15}">{escape(said)}</text></g>'
        )
        y += BAR + GAP
    width = LABEL + WIDE + 170
    return (
        f'<svg viewBox="0 0 {width} {y}" role="list" class="chart" '
        f'style="max-width:{width}px">{"".join(parts)}</svg>'
    )


# export

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def sheet(rows: Sequence[Row], plans: Sequence[Plan], tongue: Tongue) -> list[list[str]]:
    """Return a comparison as lines: one a statement, each with its citation in office form."""
    names = (w.ROW, w.YEAR, w.PLAN, w.LEVEL, w.CITATION, w.SHOWN_AS)
    lines = [[name(tongue) for name in names]]
    for row in rows:
        for plan in plans:
            for said in row.cells.get(plan.id, ()):
                citation = cite(1, plan, said.path, said.span, said.full)
                own_words = " ".join(citation.quote.split())
                name = row_name(row, tongue)
                lines.append(
                    [name, row.year, plan_label(plan), said.text, citation.label, own_words]
                )
            if plan.id not in row.cells:
                silent = [plan_label(plan), w.NOT_STATED(tongue), "", ""]
                lines.append([row_name(row, tongue), row.year, *silent])
    return lines


def as_csv(lines: Sequence[Sequence[str]]) -> bytes:
    """Return lines as CSV in UTF-8 with the mark by which Excel knows it."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([map(_no_formula, line) for line in lines])
    return text.getvalue().encode("utf-8-sig")


def _no_formula(text: str) -> str:
    """Keep a spreadsheet from taking words of a plan for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "@", "\t", "\r")) else text


def as_xlsx(lines: Sequence[Sequence[str]], title: str) -> bytes:
    """Return lines as a workbook of one sheet, its first line in bold and kept in view."""
    book = Workbook(write_only=True)
    page = book.create_sheet(title[:31])
    page.freeze_panes = "A2"
    for letter, width in zip("ABCDEF", (34, 14, 44, 40, 60, 80), strict=True):
        page.column_dimensions[letter].width = width
    for number, line in enumerate(lines):
        cells = []
        for text in line:
            cell = WriteOnlyCell(page, value=text)
            cell.data_type = "s"  # never a formula
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=number == 0)
            cells.append(cell)
        page.append(cells)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
