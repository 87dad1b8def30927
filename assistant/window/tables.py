"""Tables that become cards on a phone, and buttons that open a plan at a place."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.window import words
from assistant.window.markup import escape
from assistant.window.naming import section_name
from assistant.window.words import Tongue
from corpus.plan import Plan, Span

_BLANK = ' class="blank"'
"""A cell that says nothing; it is left out where each row is a card."""


def render_table(
    caption: str, columns: Sequence[str], rows: Sequence[Sequence[str]], kind: str = ""
) -> str:
    """Return a table; captions and columns are text, cells are HTML.

    Each cell carries the name of its column, which is shown beside it where the table is too wide
    and its rows stand one below the other. The first cell names its row.
    """
    head = "".join(f'<th scope="col" role="columnheader">{escape(name)}</th>' for name in columns)
    body = "".join(f'<tr role="row">{_cells(columns, row)}</tr>' for row in rows)
    return (
        f'<table class="wide {kind}" role="table"><caption>{escape(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table>'
    )


def _cells(columns: Sequence[str], row: Sequence[str]) -> str:
    first = f'<th scope="row" role="rowheader" data-column="{escape(columns[0])}">{row[0]}</th>'
    return first + "".join(
        f'<td role="cell"{_BLANK if cell == "–" else ""} data-column="{escape(name)}">{cell}</td>'
        for name, cell in zip(columns[1:], row[1:], strict=True)
    )


def place_button(plan: Plan, path: Sequence[str], span: Span, tongue: Tongue) -> str:
    """Return a small button that names a section and opens the plan there."""
    label = section_name(tuple(path), tongue)
    return (
        f'<button type="button" class="place-button" data-open="{escape(plan.id)}" '
        f'data-start="{span.start}" data-end="{span.end}" '
        f'aria-label="{words.OPEN_AT(tongue)}: {escape(label)}">{escape(label)}</button>'
    )


def button(name: str, label: str, value: str = "", unseen: str = "", kind: str = "") -> str:
    """Return a button that tells Python `{name: value}` when it is clicked."""
    more = f'<span class="unseen"> {escape(unseen)}</span>' if unseen else ""
    return (
        f'<button type="button" class="{kind}" data-{name}="{escape(value)}">'
        f"{escape(label)}{more}</button>"
    )
