"""Citations: the very words of a plan, and where they stand, in the form an office writes."""

from __future__ import annotations

import re

from assistant.answer import Citation
from corpus.plan import Field, Plan, Span

UNKNOWN = "chưa rõ"
"""What stands for a number or a date that the plan leaves blank or a scan corrupted."""

_FREE_LABELS = ("Mở đầu", "Nơi nhận", "Chữ ký")


def value_of(field: Field) -> str:
    return field.value or UNKNOWN


def printed(plan: Plan, field: Field) -> str | None:
    """Return the words a field is printed with, spaces joined: `ngày tháng 3 năm 2023`."""
    if field.span is None:
        return None
    return re.sub(r"\s+", " ", plan.text[field.span.start : field.span.end])


def section_label(path: tuple[str, ...]) -> str:
    """Return `điểm a, mục II.2` for (II, 2, a); phần mở đầu for what stands before part I."""
    if not path or path[0] in _FREE_LABELS:
        return f"phần {path[0].lower() if path else 'mở đầu'}"
    if len(path) > 1 and path[-1].isalpha() and path[-1].islower():
        return f"điểm {path[-1]}, mục {'.'.join(path[:-1])}"
    return f"mục {'.'.join(path)}"


def plan_label(plan: Plan) -> str:
    """Return `Kế hoạch số 76/KH-UBND ngày 13/4/2023 của UBND tỉnh Tuyên Quang`."""
    if not plan.number.value and not plan.date.value:
        return f"Kế hoạch (số và ngày: {UNKNOWN}) của {value_of(plan.issuer)}"
    number = f"số {plan.number.value}" if plan.number.value else f"(số: {UNKNOWN})"
    date = f"ngày {plan.date.value}" if plan.date.value else f"(ngày: {UNKNOWN})"
    return f"Kế hoạch {number} {date} của {value_of(plan.issuer)}"


def cite(key: int, plan: Plan, path: tuple[str, ...], span: Span, reading: str | None) -> Citation:
    """Return the citation of a span of a plan; `reading` is what a damaged quote is restored to."""
    pages = plan.pages_of(span)
    page = next((page.number for page in pages), None)
    place = section_label(path) + (f", trang {page}" if page else "")
    return Citation(
        key=key,
        document=plan.file,
        title=value_of(plan.title),
        number=value_of(plan.number),
        issuer=value_of(plan.issuer),
        date=value_of(plan.date),
        section=".".join(path),
        page=page,
        quote=plan.text[span.start : span.end],
        start=span.start,
        end=span.end,
        plan_id=plan.id,
        label=f"{place}, {plan_label(plan)}",
        restored=reading if any(page.damaged for page in pages) else None,
    )
