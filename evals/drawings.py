"""The drawings of a report, as SVG of our own that needs no script; texts in both languages."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from evals.confidence import Withheld

WIDTH = 640


def both(vietnamese: str, english: str) -> str:
    """Return a text in both languages; the switch at the top shows one of them."""
    return f'<span lang="vi">{vietnamese}</span><span lang="en">{english}</span>'


def in_drawing(text: str) -> str:
    """Return what `both` made as a text within an SVG."""
    return text.replace("span", "tspan")


def drawing(width: int, height: int, head: str) -> str:
    """Return how an SVG begins; `head`, what `both` made, is its name for who cannot see it."""
    name = " / ".join(filter(None, re.split(r"<[^>]+>", head)))
    return f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{escape(name)}">'


def wide(table: str) -> str:
    """Let a table scroll sideways by itself, by the keyboard too."""
    return f'<div class="wide" tabindex="0">{table}</div>'


def percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f} %"


def draw_coverage(curve: Sequence[Withheld]) -> str:
    """Draw what share of the given answers is right against the share of questions answered."""
    known = [one for one in curve if one.accuracy is not None]
    if not known:
        return ""
    lowest = math.floor(10 * min(one.accuracy or 0.0 for one in known)) / 10
    low = min(lowest, 0.9)

    def at(one: Withheld) -> tuple[float, float]:
        return 60 + 520 * one.coverage, 150 - 130 * ((one.accuracy or 0.0) - low) / (1 - low)

    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in map(at, known))
    marks = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3"><title>≥ {one.threshold:.2f}: '
        f"{percent(one.coverage)}, {percent(one.accuracy)}</title></circle>"
        for one, (x, y) in ((one, at(one)) for one in known)
    )
    grid = "".join(
        f'<text x="52" y="{150 - 130 * share + 4:.0f}" text-anchor="end">'
        f"{percent(low + share * (1 - low))}</text>"
        for share in (0.0, 0.5, 1.0)
    ) + "".join(
        f'<text x="{60 + 520 * share:.0f}" y="170" text-anchor="middle">{share:.0%}</text>'
        for share in (0.0, 0.25, 0.5, 0.75, 1.0)
    )
    head = both("Rủi ro và độ phủ", "Risk and coverage")
    said = both(
        "Nếu giữ lại những câu kém chắc: phần câu còn trả lời (ngang) và phần đúng trong đó (dọc).",
        "Were unsure answers withheld: questions still answered (across), right among them (up).",
    )
    return (
        f"<h3>{head}</h3><p>{said}</p>{drawing(WIDTH, 180, head)}{grid}"
        f'<polyline points="{line}"/>{marks}</svg>'
    )


LAST = 20
"""Runs that a trend shows."""


def draw_trend(history: Sequence[Mapping[str, Any]], head: str = "") -> str:
    """Draw the share of right answers of runs, in the order they were made."""
    runs = [run for run in history if run.get("what") in ("answers", "all") and run.get("correct")]
    runs = runs[-LAST:]
    if not runs:
        return ""
    head = head or both("Các lần chạy trên bộ câu để riêng", "Runs on the held-back questions")
    step = 560 / max(1, len(runs) - 1)
    points = [(40 + at * step, 110 - 80 * float(run["correct"])) for at, run in enumerate(runs)]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dots = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"><title>{escape(str(run["date"]))}: '
        f"{percent(run['correct'])}</title></circle>"
        f'<text x="{x:.1f}" y="{y - 8:.1f}" text-anchor="middle">{percent(run["correct"])}</text>'
        for (x, y), run in zip(points, runs, strict=True)
    )
    return f'<h2>{head}</h2>{drawing(WIDTH, 120, head)}<polyline points="{line}"/>{dots}</svg>'
