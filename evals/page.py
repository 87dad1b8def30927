"""The whole report as one page: each part with its figures, intervals and bars, then its tables.

Vietnamese first, English by a switch; nothing is asked of another host. The trend comes last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape
from typing import Any

from evals.drawings import both, draw_trend, percent, wide
from evals.frame import Both, Part, Score, Table
from evals.html_report import whole_page

UNITS = {
    "chữ": "words",
    "câu": "questions",
    "giây": "s",
    "câu/giây": "answers/s",
    "trang/giây": "pages/s",
    "đoạn/giây": "passages/s",
    "byte": "bytes",
}
"""Units in English; others are the same."""


def render_page(
    made: str,
    parts: Sequence[Part],
    held_back: Sequence[Mapping[str, Any]],
    looked_at: Sequence[Mapping[str, Any]],
) -> str:
    """Return the report; the histories are those of held-back questions and of all other runs."""
    title = both("Báo cáo đánh giá Trợ lý Kế hoạch", "Evaluation of the Plan Assistant")
    links = "".join(f'<li><a href="#{one.key}">{_said(one.title)}</a></li>' for one in parts)
    main = (
        f"<h1>{title}</h1><p>{both('Lập lúc', 'Made')} {_moment(made)}</p>"
        f"{_lead(parts)}<ul class='parts'>{links}</ul>"
        + "".join(map(_part, parts))
        + draw_trend(held_back)
        + draw_trend(
            looked_at, both("Các lần chạy trên bộ câu được xem", "Runs on questions to look at")
        )
    )
    return whole_page("Báo cáo đánh giá", main)


def _lead(parts: Sequence[Part]) -> str:
    """Return in one sentence what matters first: right answers, and the bars that are missed."""
    missed = [(part, score) for part in parts for score in part.scores if score.met is False]
    held = sum(score.met is not None for part in parts for score in part.scores)
    first = next((part.scores[0] for part in parts if part.key == "answers"), None)
    said = ""
    if first is not None and first.value is not None:
        said = (
            f'<p class="lead"><strong>{percent(first.value)}</strong> '
            f"{both('câu trả lời đúng', 'of answers right')} "
            f"({percent(first.low)}–{percent(first.high)}, {first.n} "
            f"{both('câu', 'questions')})</p>"
        )
    if not held:
        return said
    told = both(
        f"{held - len(missed)} trong {held} mức phải đạt đã đạt.",
        f"{held - len(missed)} of {held} bars are met.",
    )
    names = "; ".join(f"{_said(part.title)} – {_said(score.name)}" for part, score in missed)
    short = f" {both('Chưa đạt', 'Missed')}: {names}." if missed else ""
    return f"{said}<p>{told}{short}</p>"


def _part(part: Part) -> str:
    notes = "".join(f"<p>{_said(note)}</p>" for note in part.notes)
    return (
        f'<section id="{part.key}"><h2>{_said(part.title)}</h2>'
        f'<p class="taken">{both("Đo lúc", "Taken")} {_moment(part.taken)} · {escape(part.on)}</p>'
        f"{notes}{_scores(part.scores)}{''.join(map(_table, part.tables))}{part.body}</section>"
    )


def _scores(scores: Sequence[Score]) -> str:
    heads = (
        both("", ""),
        both("giá trị", "figure"),
        both("khoảng 95 %", "95 % interval"),
        both("số mẫu", "n"),
        both("mức", "bar"),
        both("", ""),
    )
    row = "".join(f"<th>{one}</th>" for one in heads)
    return wide(f"<table><tr>{row}</tr>{''.join(map(_score, scores))}</table>")


def _score(one: Score) -> str:
    mark = {True: "met", False: "missed", None: "plain"}[one.met]
    said = {True: both("đạt", "met"), False: both("chưa đạt", "missed"), None: ""}[one.met]
    interval = "" if one.low is None else f"{_value(one.low, one)} – {_value(one.high, one)}"
    bar = "" if one.limit is None else f"{'≤' if one.at_most else '≥'} {_value(one.limit, one)}"
    return (
        f'<tr class="{mark}"><th>{_said(one.name)}</th><td>{_value(one.value, one)}</td>'
        f"<td>{interval}</td><td>{'' if one.n is None else one.n}</td><td>{bar}</td>"
        f"<td>{said}</td></tr>"
    )


def _value(value: float | None, one: Score) -> str:
    if value is None:
        return both("chưa đo", "not measured")
    if one.unit or (one.at_most and one.limit == 0):
        unit = both(one.unit, UNITS.get(one.unit, one.unit))
        return (
            f"{value:.0f} {unit}" if value >= 100 or value == int(value) else f"{value:.2f} {unit}"
        )
    return percent(value)


def _table(table: Table) -> str:
    heads = "".join(f"<th>{_said(name)}</th>" for name in table.columns)
    rows = "".join(
        f"<tr><th>{escape(row[0])}</th>"
        + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in table.rows
    )
    return f"<h3>{_said(table.title)}</h3>" + wide(f"<table><tr>{heads}</tr>{rows}</table>")


def _said(text: Both) -> str:
    return both(escape(text.vi), escape(text.en))


def _moment(text: str) -> str:
    try:
        return f"{datetime.fromisoformat(text):%d/%m/%Y %H:%M}"
    except ValueError:
        return escape(text)
