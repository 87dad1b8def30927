"""A comparison → its matrix, its chart and its sheets for export. The same input, the same page."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from assistant.citation import cite
from assistant.window import words
from assistant.window import words_views as w
from assistant.window.comparison import COORDINATES, DUE, LEADS, Row, Said, last_year, per_cent
from assistant.window.markup import escape
from assistant.window.naming import plan_name, short_name, subject_name
from assistant.window.tables import place_button, render_table
from assistant.window.words import Tongue
from corpus.plan import Plan

SHOWN = 6
"""Duties of a cell that are shown at once; the others are a click away."""

ROW_NAMES = {LEADS: w.LEADS, COORDINATES: w.COORDINATES, DUE: w.REPORTS}


def row_name(row: Row, tongue: Tongue) -> str:
    """Return the role of an agency in the window's language, or of what the figures are."""
    return ROW_NAMES[row.name](tongue) if row.name in ROW_NAMES else subject_name(row.name, tongue)


def said_text(said: Said, tongue: Tongue) -> str:
    """Return what stands in a cell: a figure in the window's language, else the plan's words."""
    return (tongue == "en" and said.english) or said.text


def render_matrix(title: str, rows: Sequence[Row], plans: Sequence[Plan], tongue: Tongue) -> str:
    """Return the rows as a table with a column a plan, each statement with the way to its place."""
    if not rows or not plans:
        return f'<p class="hint">{w.NOTHING_TO_COMPARE(tongue)}</p>'
    title, by_year = title[:1].upper() + title[1:], any(row.year for row in rows)
    columns = [
        w.ROW(tongue),
        *([w.YEAR(tongue)] if by_year else []),
        *(short_name(plan, tongue) for plan in plans),
    ]
    kind = "matrix by-year" if by_year else "matrix"
    cells = []
    for row in rows:
        name = [escape(row_name(row, tongue))]
        if by_year:
            name.append(escape(row.year) or f'<span class="hint">{w.NO_YEAR(tongue)}</span>')
        cells.append([*name, *(_cell(row.cells.get(p.id, ()), p, tongue) for p in plans)])
    return f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(title)}">' + (
        f"{render_table(title, columns, cells, kind)}</div>"
        f'<p class="hint">{w.BLANK_CELL(tongue)}</p>'
    )


def _cell(said: Sequence[Said], plan: Plan, tongue: Tongue) -> str:
    if not said:
        return '<span class="hint">–</span>'
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
    text, own = said_text(said, tongue), ' lang="vi"' if tongue == "en" and not said.english else ""
    return f'<span title="{escape(said.full)}"{own}>{escape(text)}</span> {place}{mark}'


# the chart


def render_chart(rows: Sequence[Row], plans: Sequence[Plan], tongue: Tongue) -> str:
    """Return bars of the percentages, for each subject the years and in each year the plans."""
    charts = ""
    for name in dict.fromkeys(row.name for row in rows):
        years: dict[str, list[str]] = {}
        for row in rows:
            if row.name == name:
                year = last_year(row.year) or row.year or w.NO_YEAR(tongue)
                years.setdefault(year, []).extend(_bars(row, plans, tongue))
        drawn = "".join(
            f"<h4>{escape(year)}</h4><ul>{''.join(bars)}</ul>"
            for year, bars in years.items()
            if bars
        )
        if drawn:
            named = subject_name(name, tongue)
            title = escape(named[:1].upper() + named[1:])
            charts += f"<figure><figcaption>{title}</figcaption>{drawn}</figure>"
    return f'<h3>{w.CHART(tongue)}</h3><div class="charts">{charts}</div>' if charts else ""


def _bars(row: Row, plans: Sequence[Plan], tongue: Tongue) -> list[str]:
    """Return a bar a plan; what lies between the ends of a range is drawn lighter."""
    bars = []
    for plan in plans:
        for said in row.cells.get(plan.id, ())[:1]:
            value = per_cent(said.text)
            if value is None or max(value) > 100:
                continue
            low, high = value
            bars.append(
                f'<li><span class="name">{escape(short_name(plan, tongue))}</span>'
                f'<span class="track" aria-hidden="true"><span style="width:{low:g}%"></span>'
                f'<span class="range" style="width:{max(0.0, high - low):g}%"></span></span>'
                f'<span class="value">{escape(said_text(said, tongue))}</span></li>'
            )
    return bars


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
                    [
                        name,
                        row.year,
                        plan_name(plan, tongue),
                        said_text(said, tongue),
                        citation.label,
                        own_words,
                    ]
                )
            if plan.id not in row.cells:
                silent = [plan_name(plan, tongue), "–", "", ""]
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
