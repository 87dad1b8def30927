"""`python -m ingest [PATH…]`: take plans in; without a path, bring the corpus in line with
PLANS_DIR."""

from __future__ import annotations

import os
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar
from rich.table import Table
from rich.text import Text

from corpus.embedding import Embedder, SentenceEmbedder, load_embedder
from corpus.errors import PlanAssistantError
from corpus.settings import Settings, one_sentence
from ingest.intake import Receipt, find_files, ingest

app = typer.Typer(add_completion=False, help="Nạp các bản kế hoạch vào kho.")

EXIT_FAILED_FILES = 3
"""Exit code when the run went through and some files could not be taken in."""


class TerminalProgress:
    """Progress as bars on the terminal, one a step."""

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

    def step(self, name: str, total: int) -> None:
        self._task = self._bar.add_task(name, total=total)

    def advance(self, done: int) -> None:
        self._bar.advance(self._task, done)


def prepare_model(settings: Settings, console: Console) -> SentenceEmbedder:
    """Load the embedding model, building it on first use, and say so meanwhile."""
    with console.status("Đang chuẩn bị mô hình nhúng (lần đầu khoảng 15 giây)…"):
        return load_embedder(settings.embedding_model, settings.state_dir)


def run_ingest(
    settings: Settings, embedder: Embedder, paths: list[Path], console: Console
) -> Receipt:
    """Take in the given paths, or bring the corpus in line with the plans folder."""
    files = find_files(paths or [settings.plans_dir])
    folder = None if paths else settings.plans_dir
    with TerminalProgress(console) as progress:
        return ingest(settings.state_dir, embedder, files, folder, progress)


def show_receipt(receipt: Receipt, console: Console) -> None:
    """Print what a run did as a table."""
    table = Table(title=f"Thế hệ chỉ mục {receipt.generation} · {receipt.seconds:.1f} giây")
    table.add_column("Việc")
    table.add_column("Tệp")
    for name, files in (
        ("Mới", receipt.new),
        ("Thay đổi", receipt.changed),
        ("Không đổi", receipt.unchanged),
        ("Gỡ bỏ", receipt.removed),
        ("Trùng nội dung", tuple(f"{a} (như {b})" for a, b in receipt.same_as)),
        ("Không nạp được", tuple(why for _, why in receipt.failed)),
    ):
        for file in files:
            table.add_row(name, Text(file))
    console.print(table)
    if receipt.passages:
        console.print(f"Đã nhúng {receipt.passages} đoạn.")


@app.command()
def main(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Tệp hoặc thư mục; bỏ trống: PLANS_DIR")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON")] = False,
) -> None:
    """Nạp các bản kế hoạch mới hoặc đã thay đổi."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    console = Console(stderr=as_json)
    try:
        settings = Settings()
        receipt = run_ingest(settings, prepare_model(settings, console), paths or [], console)
    except (PlanAssistantError, ValidationError) as error:
        console.print(f"Lỗi: {one_sentence(error)}", markup=False)
        raise typer.Exit(1) from error
    if as_json:
        Console(soft_wrap=True).print_json(data=asdict(receipt))
    else:
        show_receipt(receipt, console)
    if receipt.failed:
        raise typer.Exit(EXIT_FAILED_FILES)


if __name__ == "__main__":
    app()
