"""How the commands speak: a sentence in Vietnamese, the same in English on the line below it.

Left out: the help of a command, and what it prints when all goes well; both are Vietnamese.
"""

from __future__ import annotations

import sys
from typing import NoReturn

import typer
from pydantic import ValidationError
from rich.console import Console
from typer.exceptions import TyperException

from corpus.errors import PlanAssistantError
from corpus.settings import one_sentence

STOPPED = "Đã dừng, không làm gì thêm."

_WRONG_CALLS = {
    "NoSuchOption": ("không có tùy chọn {name}", "there is no option {name}"),
    "NoSuchCommand": ("không có lệnh {name}", "there is no command {name}"),
    "MissingParameter": ("thiếu {name}", "{name} is missing"),
    "BadParameter": ("giá trị của {name} không dùng được", "the value of {name} cannot be used"),
    "BadOptionUsage": ("tùy chọn {name} thiếu giá trị", "option {name} needs a value"),
}
"""Wrong calls, by what Typer calls them; any other is told by Typer's own English words."""


def say_error(error: Exception, console: Console) -> None:
    """Print an error as one sentence in each language."""
    english = error.english if isinstance(error, PlanAssistantError) else ""
    if isinstance(error, ValidationError):
        names = ", ".join(str(one["loc"][0]).upper() for one in error.errors())
        english = f"The value of {names} is not valid; mend the environment variable or .env."
    _say(one_sentence(error), english, console)


def run(app: typer.Typer) -> NoReturn:
    """Run a command and leave with its exit code: 2 after a wrong call, told in both languages."""
    console = Console(stderr=True)
    try:
        code = app(standalone_mode=False)
    except TyperException as error:
        _say(*_wrong_call(error), console)
        sys.exit(2)
    except typer.Abort:
        console.print(STOPPED)
        sys.exit(1)
    sys.exit(code if isinstance(code, int) else 0)


def _say(vietnamese: str, english: str, console: Console) -> None:
    console.print(f"Lỗi: {vietnamese}", markup=False, highlight=False, soft_wrap=True)
    if english:
        console.print(f"Error: {english}", markup=False, highlight=False, soft_wrap=True)


def _wrong_call(error: TyperException) -> tuple[str, str]:
    """Say what is wrong with a call, and where to read how it goes."""
    known = _WRONG_CALLS.get(type(error).__name__)
    name = _name(error)
    if known is None or not name:
        return "lệnh viết chưa đúng; xem cách dùng: --help.", error.format_message()
    vietnamese, english = (told.format(name=name) for told in known)
    return f"{vietnamese}; xem cách dùng: --help.", f"{english}; see --help."


def _name(error: TyperException) -> str:
    """Return the option, the argument or the command that a wrong call is about."""
    for attribute in ("option_name", "command_name"):
        if getattr(error, attribute, None):
            return str(getattr(error, attribute))
    parameter = getattr(error, "param", None)
    options = [one for one in getattr(parameter, "opts", ()) if one.startswith("-")]
    return options[0] if options else str(getattr(parameter, "name", None) or "")
