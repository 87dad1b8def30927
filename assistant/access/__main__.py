"""`python -m assistant.access`: add, change, remove and list accounts, make tokens for programs.

A password is asked for twice and never shown, stored, logged or taken from the command line.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.console import Console

from assistant.access.accounts import AccountFile, checked_role
from corpus.command_line import run, say_error
from corpus.errors import PlanAssistantError
from corpus.settings import Settings

app = typer.Typer(add_completion=False, no_args_is_help=True, help="Tài khoản của cửa sổ.")


ROLES_HELP = "Vai trò: viewer là người xem, administrator là người quản trị"

Name = Annotated[str, typer.Argument(help="Tên đăng nhập")]


@contextmanager
def accounts_at_hand() -> Iterator[AccountFile]:
    """Hand out the file of accounts; a failure becomes one sentence and exit code 1."""
    try:
        yield AccountFile(Settings().state_dir)
    except (PlanAssistantError, ValidationError) as error:
        say_error(error, Console(stderr=True))
        raise typer.Exit(1) from error


def ask_password() -> str:
    """Ask twice, without showing what is typed; anew where the two differ."""
    while True:
        asked: str = typer.prompt("Mật khẩu", hide_input=True)
        if asked == typer.prompt("Nhập lại mật khẩu", hide_input=True):
            return asked
        typer.echo("Hai lần nhập không giống nhau, xin nhập lại.", err=True)


@app.command()
def add(name: Name, role: Annotated[str, typer.Option(help=ROLES_HELP)] = "viewer") -> None:
    """Thêm một tài khoản; mật khẩu được hỏi hai lần."""
    with accounts_at_hand() as accounts:
        accounts.add(name, checked_role(role), ask_password())
        typer.echo(f"Đã thêm {name} ({role}).")


@app.command()
def change(
    name: Name,
    role: Annotated[str | None, typer.Option(help=ROLES_HELP)] = None,
    password: Annotated[bool, typer.Option("--password", help="Đặt mật khẩu mới")] = False,
) -> None:
    """Đổi vai trò hoặc mật khẩu; không nêu gì thì đổi mật khẩu."""
    with accounts_at_hand() as accounts:
        checked = checked_role(role) if role else None
        new = ask_password() if password or role is None else None
        accounts.change(name, checked, new)
        typer.echo(f"Đã đổi {name}.")


@app.command()
def remove(name: Name) -> None:
    """Xóa một tài khoản; các phiên và mã truy cập của nó hết hiệu lực ngay."""
    with accounts_at_hand() as accounts:
        accounts.remove(name)
        typer.echo(f"Đã xóa {name}.")


@app.command("list")
def list_accounts() -> None:
    """Liệt kê các tài khoản, vai trò và số hiệu mã truy cập."""
    with accounts_at_hand() as accounts:
        for account in accounts.all().values():
            tokens = " ".join(token.id for token in account.tokens)
            typer.echo(f"{account.name}\t{account.role}\t{tokens}".rstrip())


@app.command()
def token(name: Name) -> None:
    """Tạo một mã truy cập cho chương trình; mã chỉ hiện một lần."""
    with accounts_at_hand() as accounts:
        typer.echo(accounts.make_token(name))


@app.command()
def revoke(name: Name, token_id: Annotated[str, typer.Argument(help="Số hiệu mã")]) -> None:
    """Thu hồi một mã truy cập theo số hiệu (xem bằng `list`)."""
    with accounts_at_hand() as accounts:
        accounts.revoke(name, token_id)
        typer.echo(f"Đã thu hồi {token_id}.")


if __name__ == "__main__":
    run(app)
