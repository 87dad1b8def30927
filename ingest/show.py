"""The facts of a plan as tables, each row with the place in the plan that states it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from corpus.facts import Facts
from corpus.names import signer_of
from corpus.plan import Field, Plan

UNKNOWN = "chưa rõ"
LEFT_OUT = {
    "agencies to coordinate with": "danh sách cơ quan phối hợp không rõ điểm dừng",
    "deadline of an unnamed deed": "thời hạn của việc không nêu tên",
    "deadline on an impossible day": "thời hạn có ngày không thể có",
    "duty of an unnamed agency": "nhiệm vụ không nêu tên cơ quan",
    "row of a table": "hàng của bảng (xem trong kế hoạch)",
    "share that no target states": "tỷ lệ không đọc được thành chỉ tiêu",
    "source of funding": "nguồn kinh phí",
    "target without a certain subject": "chỉ tiêu không rõ đối tượng",
    "target without a certain year": "chỉ tiêu không rõ năm",
    "target that refers back": "chỉ tiêu dẫn về chỗ khác",
    "target of damaged words": "chỉ tiêu nằm trong chữ hỏng",
}
"""Kinds of what was left out, in words."""

ROLES = {"lead": "chủ trì", "coordinate": "phối hợp"}


def show_facts(plan: Plan, facts: Facts, console: Console) -> None:
    """Print what a plan states of itself, then its assignments, targets, deadlines and funding."""
    console.print(_table(f"Kế hoạch · {plan.file}", ("Mục", "Nội dung"), _metadata(plan)))
    for title, columns, rows in _tables(facts):
        if rows:
            console.print(_table(f"{title} ({len(rows)})", columns, rows))
    for kind, count in facts.left_out:
        console.print(Text(f"Bỏ qua vì không chắc: {count} {LEFT_OUT.get(kind, kind)}"))


def _table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    table = Table(title=title)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _metadata(plan: Plan) -> list[tuple[str, str]]:
    single = {
        "Số": plan.number,
        "Ngày": plan.date,
        "Cơ quan ban hành": plan.issuer,
        "Trích yếu": plan.title,
        "Chương trình": plan.programme,
    }
    rows = [(name, _stated(plan, field)) for name, field in single.items()]
    rows.append(("Người ký", _signer(plan)))
    several = {"Căn cứ": plan.bases, "Nơi nhận": plan.recipients, "Thay thế": plan.replaces}
    return rows + [(name, _stated(plan, f)) for name, fields in several.items() for f in fields]


def _signer(plan: Plan) -> str:
    """Return who signed as the window reads it, with the words of a print that reads otherwise."""
    stated, read = _stated(plan, plan.signer), signer_of(plan)
    return f"{read} (khôi phục tự động; in là “{stated}”)" if read and read != stated else stated


def _stated(plan: Plan, field: Field) -> str:
    """Return the value, or that it is not clear with the words printed."""
    if field.value is not None:
        return field.value
    if field.span is None:
        return UNKNOWN
    printed = " ".join(plan.text[slice(*field.span)].split())
    return f"{UNKNOWN} (in là “{printed}”)"


def _tables(facts: Facts) -> list[tuple[str, tuple[str, ...], list[tuple[str, ...]]]]:
    return [
        (
            "Phân công",
            ("Mục", "Cơ quan", "Vai trò", "Nhiệm vụ"),
            [
                (_place(a.path), "; ".join(a.agencies), ROLES[a.role], a.duty)
                for a in facts.assignments
            ],
        ),
        (
            "Chỉ tiêu",
            ("Mục", "Đối tượng", "Nội dung", "Năm", "Mức"),
            [
                (
                    _place(t.path),
                    t.subject,
                    t.indicator,
                    t.year,
                    " ".join(filter(None, [t.comparator, t.value, _unit(t.value, t.unit), t.per])),
                )
                for t in facts.targets
            ],
        ),
        (
            "Thời hạn",
            ("Mục", "Ai", "Việc", "Gửi", "Khi nào"),
            [
                (_place(d.path), "; ".join(d.who), d.what, "; ".join(d.to), d.by)
                for d in facts.deadlines
            ],
        ),
        (
            "Kinh phí",
            ("Mục", "Nguồn", "Cho việc"),
            [(_place(f.path), f.source, f.purpose) for f in facts.funding],
        ),
    ]


def _unit(value: str, unit: str) -> str:
    return "" if unit == "%" and "%" in value else unit


def _place(path: Sequence[str]) -> str:
    return ".".join(path)
