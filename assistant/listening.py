"""Where the window is served, and whether users sign in there; settled before the long work."""

from __future__ import annotations

import ipaddress
import os
import socket

from assistant.access.accounts import AccountFile
from assistant.access.door import Door, require_accounts
from corpus.errors import PlanAssistantError
from corpus.settings import Settings


class CannotListen(PlanAssistantError):
    """The address of the window is taken or is not one of this machine."""


def listen(host: str, port: int) -> socket.socket:
    """Return a socket of this address. Raises CannotListen."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host.strip("[]"), port), family=family)
    except OSError as error:
        raise CannotListen(
            f"Không mở được cửa sổ tại {host}, cổng {port}: cổng đang có chương trình khác dùng, "
            "hoặc địa chỉ không phải của máy này; hãy đặt PORT hoặc HOST khác rồi chạy lại.",
            f"The window cannot be opened at {host}, port {port}; set another PORT or HOST.",
        ) from error


def check_address(host: str, port: int) -> None:
    """Find out before the long work whether the window can be served. Raises CannotListen."""
    listen(host, port).close()


def is_loopback(host: str) -> bool:
    """Tell whether an address is reached from its own machine only."""
    if host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def open_door(settings: Settings) -> Door | None:
    """Return the door that users sign in at; None where only this machine reaches the window.

    Raises NoAccounts where they should and nobody could.
    """
    if settings.sign_in == "auto" and is_loopback(settings.host):
        return None
    accounts = AccountFile(settings.state_dir)
    require_accounts(accounts, settings.host, settings.sign_in)
    return Door(accounts, idle=60.0 * settings.session_minutes, folder=settings.state_dir)


def stay_offline() -> None:
    """Keep the libraries from looking up outside hosts; they read this when imported."""
    os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    own = ("localhost", "127.0.0.1", os.environ.get("NO_PROXY"))  # a proxy cannot reach the window
    os.environ["NO_PROXY"] = ",".join(filter(None, own))


def reachable(host: str) -> str:
    """Return the address under which others reach a server that listens everywhere."""
    if host not in ("0.0.0.0", "::", ""):
        return host
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # reserved for documents; of UDP nothing is sent
        except OSError:
            return socket.gethostname()  # no network at all
        return str(probe.getsockname()[0])
