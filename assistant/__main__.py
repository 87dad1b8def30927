"""`python -m assistant "QUESTION"` or `--batch FILE --out FILE`: the contract for scripts.

One line of a batch is `{"id", "question", "history": [{"question", "answer"}, …]}`; one line of the
result is the JSON of its answer, or `{"id", "question", "error"}` where that question crashed.
"""

from __future__ import annotations

import json
import logging
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.progress import track

from assistant.answer import Turn
from assistant.answer_json import answer_json
from assistant.chain import Assistant, open_assistant
from corpus.command_line import run, say_error
from corpus.errors import PlanAssistantError
from corpus.settings import Settings

app = typer.Typer(add_completion=False, help="Hỏi các bản kế hoạch.")
_log = logging.getLogger(__name__)


class NoQuestion(PlanAssistantError):
    """The command was given neither a question nor a file of them, or both."""

    def __init__(self) -> None:
        super().__init__(
            "Xin nêu một câu hỏi trong ngoặc kép, hoặc một tệp với --batch.",
            "Give one question in quotation marks, or a file with --batch.",
        )


def answer_batch(assistant: Assistant, lines: list[str]) -> Iterator[dict[str, Any]]:
    """Answer the questions of a batch one by one; one that crashes does not stop the rest."""
    for number, line in enumerate(lines, start=1):
        asked: dict[str, Any] = {}
        try:
            asked = json.loads(line)
            history = [Turn(t["question"], t["answer"]) for t in asked.get("history") or ()]
            question = asked["question"]
        except (ValueError, KeyError, TypeError, AttributeError):
            known = asked if isinstance(asked, dict) else {}
            said = f'Dòng {number} không đọc được; cần {{"id", "question", "history"}}, xem README.'
            yield {"id": known.get("id", number), "question": known.get("question"), "error": said}
            continue
        try:
            yield answer_json(assistant.ask(question, history), asked.get("id", number))
        except Exception as error:  # whatever one line holds, the others are answered
            _log.exception("question %s crashed", number)
            said = f"{type(error).__name__}: {error}"
            yield {"id": asked.get("id", number), "question": question, "error": said}


def json_line(answer: dict[str, Any]) -> str:
    """Return an answer as one line, also for readers that break lines at U+2028 or U+0085."""
    line = json.dumps(answer, ensure_ascii=False)
    return re.sub("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", lambda m: f"\\u{ord(m[0]):04x}", line)


@app.command()
def main(
    question: Annotated[str | None, typer.Argument(help="Câu hỏi")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="In câu trả lời dạng JSON")] = False,
    batch: Annotated[Path | None, typer.Option(help="Tệp JSONL các câu hỏi")] = None,
    out: Annotated[Path | None, typer.Option(help="Tệp JSONL các câu trả lời")] = None,
    check: Annotated[bool, typer.Option("--check", help="Thử mô hình ngôn ngữ đã đặt")] = False,
) -> None:
    """Trả lời một câu hỏi, hoặc cả một tệp câu hỏi."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    console = Console(stderr=True)
    if check:
        _check(console)
        return
    if (question is None) == (batch is None):
        say_error(NoQuestion(), console)
        raise typer.Exit(2)
    try:
        assistant = open_assistant(Settings())
        if batch is not None:
            _run_batch(assistant, batch, out, console)
        else:
            answer = assistant.ask(question or "")
            text = json.dumps(answer_json(answer), ensure_ascii=False, indent=2)
            typer.echo(text if as_json else answer.answer)
    except (PlanAssistantError, ValidationError) as error:
        say_error(error, console)
        raise typer.Exit(1) from error


def _check(console: Console) -> None:
    from assistant.model.connection import check_model  # here: most offices have no model
    from assistant.model.settings import ModelSettings

    try:
        typer.echo(check_model(ModelSettings()))
    except (PlanAssistantError, ValidationError) as error:
        say_error(error, console)
        raise typer.Exit(1) from None


def _run_batch(assistant: Assistant, batch: Path, out: Path | None, console: Console) -> None:
    try:
        lines = [x for x in batch.read_text(encoding="utf-8-sig").split("\n") if x.strip()]
        target = out.open("w", encoding="utf-8", errors="replace") if out else None
    except UnicodeDecodeError as error:
        console.print(f"Tệp {batch} không phải JSONL mã hóa UTF-8; hãy lưu lại.", markup=False)
        raise typer.Exit(2) from error
    except OSError as error:
        console.print(f"Không mở được {error.filename}: {error.strerror}.", markup=False)
        raise typer.Exit(2) from error
    answers = track(
        answer_batch(assistant, lines), total=len(lines), console=console, description="Trả lời"
    )
    for answer in answers:
        line = json_line(answer)
        if target:
            target.write(line + "\n")
            target.flush()
        else:
            typer.echo(line)
    if target:
        target.close()


if __name__ == "__main__":
    run(app)
