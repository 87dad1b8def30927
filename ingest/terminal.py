"""What a person at a terminal sees of an ingest: bars while it runs, then the receipt."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar
from rich.table import Table
from rich.text import Text

from ingest.progress import Step
from ingest.receipt import Receipt

WAYS = {
    "text": "từ tệp văn bản",
    "word": "từ tệp Word",
    "pdf": "từ PDF có chữ",
    "pdf-table": "từ PDF có bảng",
    "legacy": "từ phông TCVN3/VNI",
    "ocr": "nhận dạng từ ảnh",
}
"""The ways a page may be read, in words."""


FEW = 5
"""Unchanged files that are still named one by one."""


class TerminalProgress:
    """Progress as bars on the terminal, one a step, with the time left."""

    def __init__(self, console: Console) -> None:
        self._bar = Bar(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=console,
        )

    def __enter__(self) -> TerminalProgress:
        self._bar.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._bar.stop()

    def step(self, name: str, total: int) -> Step:
        task = self._bar.add_task(Text(name).markup, total=total)
        return lambda done: self._bar.advance(task, done)


def show_receipt(receipt: Receipt, console: Console) -> None:
    """Print what a run did as a table, then what a person should look at."""
    plan = "Chạy thử, chưa ghi gì · " if receipt.dry_run else ""
    table = Table(title=f"{plan}Kho kế hoạch, lần cập nhật {receipt.generation}")
    table.add_column("Việc")
    table.add_column("Tệp", overflow="fold")
    for name, lines in _rows(receipt):
        for line in lines:
            table.add_row(name, Text(line))
    console.print(table)
    for line in _totals(receipt):
        console.print(Text(line))
    for flag in receipt.flags:
        printed = f" (in là “{flag.printed}”)" if flag.printed else ""
        console.print(Text(f"Cần xem lại · {flag.file}: {flag.what}{printed}"))


def _rows(receipt: Receipt) -> list[tuple[str, list[str]]]:
    return [
        ("Mới", list(receipt.new)),
        ("Thay đổi", list(receipt.changed)),
        ("Không đổi", _few(receipt.unchanged)),
        ("Đổi tên", [f"{move.old} → {move.new}" for move in receipt.renamed]),
        ("Bị thay thế", [f"{move.old} (bằng {move.new})" for move in receipt.superseded]),
        ("Gỡ bỏ", list(receipt.removed)),
        ("Cùng kế hoạch", [f"{one.file} (giữ bản {one.taken})" for one in receipt.same]),
        ("Đã gỡ, không nạp lại", list(receipt.left_out)),
        ("Không nạp được", [f"{one.vietnamese}\n{one.english}" for one in receipt.failed]),
    ]


def _few(files: Sequence[str]) -> list[str]:
    """Name a few files, count many: what did not change should not hide what did."""
    return list(files) if len(files) <= FEW else [f"{len(files)} kế hoạch"]


def _totals(receipt: Receipt) -> list[str]:
    totals = [f"Xong sau {receipt.seconds:.1f} giây."]
    if receipt.pages:
        ways = ", ".join(f"{count} {WAYS.get(way, way)}" for way, count in receipt.pages.items())
        totals.append(f"Số trang đã đọc: {ways}.")
    if receipt.passages:
        facts = ", ".join(f"{count} {kind}" for kind, count in receipt.facts.items())
        totals.append(f"Đã nạp {receipt.passages} đoạn{'; dữ kiện: ' + facts if facts else ''}.")
    return totals
