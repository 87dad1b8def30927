"""`python -m ingest [PATH…]`: take plans in; without a path, bring the corpus in line with
PLANS_DIR."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.table import Table
from rich.text import Text

from corpus.command_line import run, say_error
from corpus.embedding import Embedder, LazyEmbedder
from corpus.errors import PlanAssistantError
from corpus.settings import Settings, one_sentence
from corpus.store import Store
from ingest.choose import choose_plan
from ingest.gate import Gate, GateProgram
from ingest.intake import find_files, ingest, remove
from ingest.receipt import Receipt, exit_code_of, receipt_values
from ingest.show import show_facts
from ingest.terminal import TerminalProgress, show_receipt
from ingest.watch import changes

app = typer.Typer(add_completion=False, help="Nạp các bản kế hoạch vào kho.")

HISTORY = 20
"""Runs that `--history` shows."""


def open_embedder(settings: Settings, console: Console) -> LazyEmbedder:
    """Return the embedder of the settings; it loads, and says so, only when it is needed."""
    message = "Đang mở mô hình nhúng (dựng một lần ở lượt đầu, khoảng 15 giây)…"
    return LazyEmbedder.of(settings, lambda: console.print(message))


def run_ingest(
    settings: Settings,
    embedder: Embedder,
    paths: Sequence[Path],
    console: Console,
    dry_run: bool = False,
    gate: Gate | None = None,
) -> Receipt:
    """Take in the given paths, or bring the corpus in line with the plans folder.

    Without a gate the one of the settings is asked, if they want one.
    """
    files = find_files(paths or [settings.plans_dir])
    folder = None if paths else settings.plans_dir
    with TerminalProgress(console) as progress:
        return ingest(
            settings.state_dir,
            embedder,
            files,
            folder,
            progress,
            named=bool(paths),
            dry_run=dry_run,
            gate=gate or gate_of(settings),
        )


def gate_of(settings: Settings) -> Gate | None:
    """Return the program that asks the questions of the gate, where the settings want it."""
    return GateProgram() if settings.ingest_gate else None


def remove_plans(
    settings: Settings, embedder: Embedder, names: Sequence[str], yes: bool
) -> Receipt:
    """Take plans out by file name or number, after asking; raises MissingFile for unknown ones."""
    known = Store(settings.state_dir).outlines()
    plans = [choose_plan(name, known, whole=True) for name in names]
    if not yes:
        files = ", ".join(plan.file for plan in plans)
        typer.confirm(f"Gỡ khỏi kho: {files}? (tệp gốc vẫn giữ nguyên)", abort=True)
    return remove(settings.state_dir, embedder, plans)


def show(receipt: Receipt, console: Console, as_json: bool) -> None:
    if as_json:
        print(json.dumps(receipt_values(receipt), ensure_ascii=False), flush=True)
    else:
        show_receipt(receipt, console)


def show_history(settings: Settings, console: Console, as_json: bool) -> None:
    """Print the last runs that did something, the newest first."""
    runs = Store(settings.state_dir).runs(HISTORY)
    if as_json:
        print(json.dumps([{"at": at, **json.loads(r)} for at, r in runs], ensure_ascii=False))
        return
    table = Table(title="Các lượt nạp gần đây")
    for column in ("Lúc", "Lần", "Mới", "Thay đổi", "Gỡ bỏ", "Không nạp được", "Giây"):
        table.add_column(column)
    for at, receipt in runs:
        told = json.loads(receipt)
        names = ["\n".join(told[kind]) for kind in ("new", "changed", "removed")]
        failed = "\n".join(one["file"] for one in told["failed"])
        local = datetime.fromisoformat(at).astimezone()
        cells = [
            f"{local:%d/%m/%Y %H:%M}",
            str(told["generation"]),
            *names,
            failed,
            f"{told['seconds']:.1f}",
        ]
        table.add_row(*map(Text, cells))
    console.print(table)


def show_plan(settings: Settings, name: str, console: Console, as_json: bool) -> None:
    """Print the facts of the plan that a file name or a number stands for."""
    store = Store(settings.state_dir)
    plan = store.plan(choose_plan(name, store.outlines()).id)
    facts = store.facts(plan.id)
    if as_json:
        told = {key: value for key, value in asdict(plan).items() if key != "text"}
        print(json.dumps({"plan": told, "facts": asdict(facts)}, ensure_ascii=False))
    else:
        show_facts(plan, facts, console)


def watch_folder(settings: Settings, embedder: Embedder, console: Console, as_json: bool) -> None:
    """Ingest what lies in the plans folder, then whatever appears, until interrupted."""
    show(run_ingest(settings, embedder, [], console), console, as_json)
    console.print(f"Đang theo dõi thư mục {settings.plans_dir}; nhấn Ctrl+C để dừng.", markup=False)
    for _ in changes(settings.plans_dir):
        try:
            receipt = run_ingest(settings, embedder, [], console)
        except PlanAssistantError as error:  # a full disk may be freed: the watch goes on
            say_error(error, console)
        else:
            if receipt.did_something:
                show(receipt, console, as_json)


@app.command()
def main(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Tệp hoặc thư mục; bỏ trống: PLANS_DIR")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Chỉ cho biết sẽ làm gì, không ghi")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Theo dõi PLANS_DIR và nạp tệp mới xuất hiện")
    ] = False,
    removed: Annotated[
        list[str] | None,
        typer.Option("--remove", help="Gỡ kế hoạch khỏi kho: tên tệp hoặc số kế hoạch"),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Không hỏi lại khi gỡ")] = False,
    facts: Annotated[
        str | None,
        typer.Option("--facts", help="Xem dữ kiện của một kế hoạch: tên tệp hoặc số kế hoạch"),
    ] = None,
    gate: Annotated[
        bool | None,
        typer.Option(
            "--gate/--no-gate",
            help="Hỏi thử các câu kiểm tra trên bản mới; có câu xấu đi thì giữ bản cũ",
        ),
    ] = None,
    history: Annotated[bool, typer.Option("--history", help="Xem các lượt nạp gần đây")] = False,
) -> None:
    """Nạp các bản kế hoạch mới hoặc đã thay đổi."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    console = Console(stderr=as_json)
    try:
        settings = Settings()
        if gate is not None:
            settings = settings.model_copy(update={"ingest_gate": gate})
        embedder = open_embedder(settings, console)
        if watch and (dry_run or paths or removed):
            raise typer.BadParameter("--watch đứng một mình, không kèm tệp, --dry-run hay --remove")
        if history:
            show_history(settings, console, as_json)
            return
        if facts:
            show_plan(settings, facts, console, as_json)
            return
        if watch:
            watch_folder(settings, embedder, console, as_json)
            return
        if removed:
            receipt = remove_plans(settings, embedder, removed, yes)
        else:
            receipt = run_ingest(settings, embedder, paths or [], console, dry_run)
    except (PlanAssistantError, ValidationError) as error:
        if as_json:
            told = {"error": one_sentence(error), "english": getattr(error, "english", "")}
            print(json.dumps(told, ensure_ascii=False))
        say_error(error, console)
        code = error.exit_code if isinstance(error, PlanAssistantError) else 1
        raise typer.Exit(code) from error
    except KeyboardInterrupt:
        console.print("Đã dừng; chỉ mục giữ nguyên như trước lượt này.")
        raise typer.Exit(130) from None
    show(receipt, console, as_json)
    if receipt.failed:
        raise typer.Exit(exit_code_of(receipt.failed))


if __name__ == "__main__":
    run(app)
