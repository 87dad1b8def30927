"""The report of a run as one file that opens in any browser, without an outside request.

Vietnamese first, English by a switch that needs no script. Figures stand with their intervals and
bars, every failed question with its answer, its evidence and its gold, the questions that changed
against the baseline, and the history of runs on held-back questions as a line. Held-back questions
never appear: of them only totals are kept. Drawings are SVG of our own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from evals.bars import Bar, answer_bars
from evals.confidence import risk_coverage
from evals.drawings import (
    WIDTH,
    both,
    draw_coverage,
    draw_trend,
    drawing,
    in_drawing,
    percent,
    wide,
)
from evals.paired import Comparison, compare
from evals.run import AnswerRecord
from evals.summary import AnswerFigures, summarise_answers

_STYLE = (Path(__file__).parent / "report.css").read_text(encoding="utf-8")

_COLUMNS = (
    ("n", "số câu", "questions"),
    ("crashed", "hỏng", "crashed"),
    ("correct", "đúng", "correct"),
    ("right", "câu ngắn đúng", "short answer right"),
    ("stated", "nêu đủ", "all stated"),
    ("citation_precision", "trích dẫn đúng", "citation precision"),
    ("citation_recall", "trích dẫn đủ", "citation recall"),
    ("fidelity", "nguyên văn", "quotes verbatim"),
    ("abstention_precision", "từ chối đúng lúc", "abstention precision"),
    ("abstention_recall", "từ chối đủ", "abstention recall"),
    ("abstention_f1", "từ chối F1", "abstention F1"),
    ("list_f1", "danh sách F1", "list F1"),
    ("words_p50", "số chữ (giữa)", "median words"),
    ("words_p95", "số chữ (95 %)", "words, 95th percentile"),
    ("p50_s", "giây (giữa)", "median seconds"),
    ("p95_s", "giây (95 %)", "95th percentile, s"),
)
_VIETNAMESE = {
    "all": "tất cả",
    "correct": "đúng",
    "abstention precision": "từ chối đúng lúc",
    "abstention recall": "từ chối đủ",
    "citation precision": "trích dẫn đúng",
    "citation recall": "trích dẫn đủ",
    "quotes verbatim": "trích nguyên văn",
    "median words": "số chữ (giữa)",
    "kind agency": "cơ quan",
    "kind target": "chỉ tiêu",
    "kind duties": "nhiệm vụ",
    "kind deadline": "thời hạn",
    "kind document": "thông tin văn bản",
    "kind funding": "kinh phí",
    "kind list": "liệt kê",
    "kind comparison": "so sánh",
    "kind general": "nội dung khác",
    "kind followup": "hỏi tiếp",
    "kind choice": "chọn kế hoạch",
    "kind contradiction": "mâu thuẫn",
    "kind yes_no": "có hay không",
    "kind premise": "tiền đề sai",
    "kind silence": "không nêu",
    "language vi": "tiếng Việt có dấu",
    "language vi-plain": "tiếng Việt không dấu",
    "language en": "tiếng Anh",
    "legibility clear": "bản in rõ",
    "legibility garbled": "bản quét hỏng",
    "(no plan)": "không có kế hoạch",
}
"""What groups and bars are called in Vietnamese; plans are called by their files."""


def render_html(
    name: str,
    records: Sequence[AnswerRecord],
    baseline: Mapping[str, bool],
    history: Sequence[Mapping[str, Any]],
) -> str:
    """Return the whole report; `baseline` may be empty, `history` is that of `history.py`."""
    rows = summarise_answers(records)
    compared = compare(baseline, records) if baseline else None
    parts = (
        _headline(name, rows, compared),
        _bars(answer_bars(rows)),
        _chart(rows),
        draw_coverage(risk_coverage(records)),
        _table(rows),
        _changes(compared),
        _failures(records, baseline),
        draw_trend(history),
    )
    return whole_page("Đánh giá câu trả lời", "".join(parts))


def whole_page(title: str, main: str) -> str:
    """Return a page that needs nothing else: its style within, its language by a switch."""
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_STYLE}</style></head><body>"
        '<input type="checkbox" id="english"><label for="english">English</label>'
        f"<main>{main}</main></body></html>\n"
    )


def answers_body(records: Sequence[AnswerRecord], baseline: Mapping[str, bool]) -> str:
    """Return what explains the figures of answers: drawings, groups, changes, failed questions."""
    rows = summarise_answers(records)
    compared = compare(baseline, records) if baseline else None
    body = "".join(
        (
            _chart(rows),
            draw_coverage(risk_coverage(records)),
            _table(rows),
            _changes(compared),
            _failures(records, baseline),
        )
    )
    return body.replace("h2>", "h3>")  # below the heading of its part


def _headline(name: str, rows: Sequence[AnswerFigures], compared: Comparison | None) -> str:
    title = both("Đánh giá câu trả lời", "Evaluation of answers")
    if not rows or rows[0].correct is None:
        nothing = both("Không có câu nào để đánh giá.", "There was nothing to measure.")
        return f"<h1>{title}</h1><p>{escape(name)}</p><p>{nothing}</p>"
    every = rows[0]
    change = ""
    if compared and compared.before is not None and compared.now is not None:
        points = 100 * (compared.now - compared.before)
        change = both(
            f" · so với mốc: {points:+.1f} điểm", f" · against the baseline: {points:+.1f} points"
        )
    return (
        f"<h1>{title}</h1><p>{escape(name)}</p>"
        f'<p class="lead"><strong>{percent(every.correct)}</strong> '
        + both("câu đúng", "of answers right")
        + f" ({percent(every.low)}–{percent(every.high)}){change}</p>"
    )


def _bars(bars: Iterable[Bar]) -> str:
    rows = "".join(
        f'<tr class="{"met" if bar.met else "missed"}"><td>{_named(bar.name)}</td>'
        f"<td>{_figure(bar.value)}</td><td>{'≤' if bar.at_most else '≥'} {_figure(bar.limit)}</td>"
        f"<td>{both('đạt', 'met') if bar.met else both('chưa đạt', 'missed')}</td></tr>"
        for bar in bars
    )
    head = both("Mức phải đạt", "Bars")
    return f"<h2>{head}</h2><table>{rows}</table>"


_LINE = 22


def _chart(rows: Sequence[AnswerFigures]) -> str:
    """Draw the accuracy of every group but plans, with its interval as a line."""
    shown = [row for row in rows if row.correct is not None and not row.group.startswith("plan")]
    drawn = []
    for at, row in enumerate(shown):
        y, right = at * _LINE, 200 + 370 * (row.correct or 0.0)
        low, high = 200 + 370 * (row.low or 0.0), 200 + 370 * (row.high or 0.0)
        name = f"{in_drawing(_named(row.group))} ({row.n})"
        drawn.append(
            f'<text x="190" y="{y + 15}" text-anchor="end">{name}</text>'
            f'<rect x="200" y="{y + 4}" width="{right - 200:.1f}" height="14"/>'
            f'<line x1="{low:.1f}" x2="{high:.1f}" y1="{y + 11}" y2="{y + 11}"/>'
            f'<text x="{WIDTH - 2}" y="{y + 15}" text-anchor="end">{percent(row.correct)}</text>'
        )
    head = both("Đúng theo loại, ngôn ngữ, bản in", "Right by kind, language, legibility")
    height = max(1, len(shown)) * _LINE
    return f"<h2>{head}</h2>{drawing(WIDTH, height, head)}{''.join(drawn)}</svg>"


def _table(rows: Sequence[AnswerFigures]) -> str:
    heads = "".join(f"<th>{both(vietnamese, english)}</th>" for _, vietnamese, english in _COLUMNS)
    lines = "".join(
        f"<tr><th>{_named(row.group)}</th>"
        + "".join(f"<td>{_figure(getattr(row, name))}</td>" for name, _, _ in _COLUMNS)
        + "</tr>"
        for row in rows
    )
    head = both("Mọi số liệu", "All figures")
    return f"<h2>{head}</h2>" + wide(f"<table><tr><th></th>{heads}</tr>{lines}</table>")


def _named(name: str) -> str:
    english = name.removeprefix("kind ").removeprefix("plan ")
    return both(escape(_VIETNAMESE.get(name, english)), escape(english))


def _changes(compared: Comparison | None) -> str:
    if compared is None:
        return ""
    head = both("So với mốc", "Against the baseline")
    lost = ", ".join(escape(one.question.id) for one in compared.worse) or "–"
    won = ", ".join(map(escape, compared.better)) or "–"
    chance = f"{compared.p_worse:.3f}"
    return (
        f"<h2>{head}</h2><p>{both('Mất', 'Lost')}: {lost}</p><p>{both('Được', 'Won')}: {won}</p><p>"
        + both(
            f"Xác suất mất nhiều như vậy do tình cờ (McNemar): {chance}.",
            f"Probability of losing so many by chance (McNemar): {chance}.",
        )
        + "</p>"
    )


def _failures(records: Sequence[AnswerRecord], baseline: Mapping[str, bool]) -> str:
    failed = [one for one in records if not one.correct]
    head = both(f"Câu chưa đúng ({len(failed)})", f"Questions missed ({len(failed)})")
    return f"<h2>{head}</h2>" + "".join(_failure(one, baseline) for one in failed)


def _failure(record: AnswerRecord, baseline: Mapping[str, bool]) -> str:
    question = record.question
    new = baseline.get(question.id, False)
    mark = f' <em class="new">{both("trước đây đúng", "was right before")}</em>' if new else ""
    asked = " → ".join(
        escape(one) for one in (*(t.question for t in question.history), question.question)
    )
    if record.error is not None:
        said = f"<p>{both('Hỏng', 'Crashed')}: <code>{escape(record.error.strip())}</code></p>"
    else:
        said = (
            f"<h4>{both('Trả lời', 'Answer')}</h4><pre>{escape(record.answer)}</pre>"
            f"<h4>{both('Còn thiếu', 'Lacking')}</h4>"
            f"<p>{_list(record.lacking or record.unstated)}</p>"
            f"<h4>{both('Không được có', 'Forbidden')}</h4><p>{_list(record.wrong)}</p>"
            f"<h4>{both('Căn cứ đã dẫn', 'Evidence')}</h4>"
            + "".join(
                f"<blockquote>{escape(quote)}<cite>{escape(label)}</cite></blockquote>"
                for (quote, _), label in zip(record.quotes, record.cited, strict=True)
            )
        )
    return (
        f"<details><summary>[{escape(question.id)}] {asked}{mark}</summary>{said}"
        f"<h4>{both('Đáp án', 'Gold')}</h4><p>{escape(question.short_answer)}</p>"
        f"<blockquote>{escape(question.gold_quote)}</blockquote></details>"
    )


def _list(words: Sequence[str]) -> str:
    return "; ".join(map(escape, words)) or "–"


def _figure(value: float | int | None) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if isinstance(value, float) and value < 2 else f"{value:g}"
