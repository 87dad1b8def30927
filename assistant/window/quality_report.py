"""The latest report of the evaluation: its figures in the view of quality, and the page as it is.

The report is written by another program into the state folder; what cannot be read is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from assistant.window import words_quality as w
from assistant.window.markup import escape
from assistant.window.naming import english_day
from assistant.window.words import Tongue

ADDRESS = "/quality/report"
PAGE, VALUES = "report.html", "report.json"

SHOWN = 4
"""Figures of a part other than the answers; the page has all."""

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""The page asks for nothing and runs nothing."""


def report_routes(folder: Path) -> list[Route]:
    """Return where the report of a state folder is served; the gate before it asks who comes."""

    def serve(_request: Request) -> Response:
        path = folder / PAGE
        if not path.is_file():
            return PlainTextResponse("Chưa có báo cáo. There is no report yet.", 404)
        headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-store"}
        return FileResponse(path, media_type="text/html; charset=utf-8", headers=headers)

    return [Route(ADDRESS, serve)]


def read_report(folder: Path | None) -> Mapping[str, Any] | None:
    """Return the values of the latest report; None without one."""
    if folder is None:
        return None
    try:
        report = json.loads((folder / VALUES).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return report if isinstance(report, dict) and report.get("parts") else None


def render_report(report: Mapping[str, Any], tongue: Tongue) -> str:
    """Return the figures of the latest report with the way to the whole."""
    link = f'<p><a href="{ADDRESS}" target="_blank" rel="noopener">{w.OPEN_REPORT(tongue)}</a></p>'
    parts = "".join(_part(part, tongue) for part in report["parts"])
    made = w.REPORT_MADE(tongue, date=_day(str(report.get("made", "")), tongue))
    return f'<h3>{w.REPORT(tongue)}</h3><p class="hint">{escape(made)}</p>{link}{parts}'


def _part(part: Mapping[str, Any], tongue: Tongue) -> str:
    title = _name(part["title"], tongue)
    every = [one for one in part["scores"] if one["name"][0] not in w.FOR_EXPERTS]
    scores = every if part["key"] == "answers" else every[:SHOWN]
    taken = w.TAKEN(tongue, date=_day(str(part["taken"]), tongue), on=_on(part["on"], tongue))
    cards = "".join(_card(one, tongue) for one in scores if one["value"] is not None)
    missed = [_name(one["name"], tongue) for one in every if one.get("met") is False]
    said = w.MISSED(tongue, names="; ".join(missed)) if missed else ""
    warn = f'<p class="failure">{escape(said)}</p>' if said else ""
    return (
        f"<details {'open' if part['key'] == 'answers' else ''}><summary>{escape(title)}</summary>"
        f'<p class="hint">{escape(taken)}</p>{warn}<dl class="figures">{cards}</dl></details>'
    )


def _name(names: Sequence[str], tongue: Tongue) -> str:
    """Return a name of the report, in plain words where it has one of those who measure."""
    plain = w.PLAIN_NAMES.get(names[0])
    return plain(tongue) if plain else names[tongue == "en"]


def _on(measured: str, tongue: Tongue) -> str:
    """Say on what a part was measured: `dev, n = 60, aae0fd1` → 60 câu để xem."""
    split, _, rest = measured.partition(",")
    if not split.endswith(("dev", "test")):
        return w.OWN_PLANS(tongue) if split == "corpus/plans" else measured
    looked_at, count = split.endswith("dev"), _COUNT.search(rest)
    if count is None:
        return (w.SOME_LOOKED_AT if looked_at else w.SOME_HELD_BACK)(tongue)
    return (w.LOOKED_AT if looked_at else w.HELD_BACK)(tongue, n=count[1] or count[2])


_COUNT = re.compile(r"n = (\d+)|(\d+) questions")
"""How the parts of a report name the number of their questions."""


def _card(score: Mapping[str, Any], tongue: Tongue) -> str:
    more = []
    if score["low"] is not None:
        low, high = _value(score["low"], score, tongue), _value(score["high"], score, tongue)
        more.append(w.INTERVAL(tongue, low=low, high=high))
    if score["limit"] is not None:
        sign = "≤" if score["at_most"] else "≥"
        more.append(w.BAR(tongue, bar=f"{sign} {_value(score['limit'], score, tongue)}"))
    hint = f' <span class="hint">{escape(" · ".join(more))}</span>' if more else ""
    name = escape(_name(score["name"], tongue))
    return f"<div><dt>{name}</dt><dd>{_value(score['value'], score, tongue)}{hint}</dd></div>"


def _value(value: float, score: Mapping[str, Any], tongue: Tongue) -> str:
    if score["unit"] or (score["at_most"] and score["limit"] == 0):
        unit = w.UNITS[score["unit"]](tongue) if score["unit"] in w.UNITS else score["unit"]
        shown = f"{value:.0f}" if value >= 100 or value == int(value) else f"{value:.2f}"
    else:
        shown, unit = f"{100 * value:.1f}%", ""
    return f"{shown if tongue == 'en' else shown.replace('.', ',')} {unit}".strip()


def _day(text: str, tongue: Tongue) -> str:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return text
    return f"{english_day(at)} {at:%H:%M}" if tongue == "en" else f"{at:%d/%m/%Y %H:%M}"
