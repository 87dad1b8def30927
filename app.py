"""`python app.py`: take the plans in if they changed, then open the chat window.

Wires the parts together and nothing else: settings → ingest → assistant → window.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from corpus.errors import PlanAssistantError
from corpus.settings import Settings, one_sentence

if TYPE_CHECKING:
    from rich.console import Console

HERE = Path(__file__).resolve().parent


class CannotListen(PlanAssistantError):
    """The address of the window is taken or is not one of this machine."""


def main() -> int:
    """Run until interrupted; return the exit code: 1 after a failure, told in one sentence."""
    stay_offline()
    from rich.console import Console

    console = Console(highlight=False, soft_wrap=True)
    try:
        run(Settings(), console)
    except (PlanAssistantError, ValidationError) as error:
        console.print(f"Lỗi: {one_sentence(error)}", markup=False)
        return 1
    except KeyboardInterrupt:
        console.print("Đã dừng.")
    return 0


def stay_offline() -> None:
    """Keep the libraries from looking up outside hosts; they read this when imported."""
    os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    own = ("localhost", "127.0.0.1", os.environ.get("NO_PROXY"))  # a proxy cannot reach the window
    os.environ["NO_PROXY"] = ",".join(filter(None, own))


def run(settings: Settings, console: Console) -> None:
    """Take in, open, serve."""
    from assistant.chain import open_assistant
    from assistant.window import Parts, StoredShelf, administers, build_window, open_window
    from corpus.feedback import FeedbackStore
    from ingest.__main__ import open_embedder, run_ingest, show_receipt
    from ingest.desk import Desk
    from ingest.page_picture import PagePictures

    check_address(settings.host, settings.port)
    embedder = open_embedder(settings, console)
    show_receipt(run_ingest(settings, embedder, [], console), console)
    embedder.load()  # before the first question, not during it
    threading.Thread(target=keep_up, args=(settings,), daemon=True).start()
    assistant = open_assistant(settings, embedder)
    parts = Parts(
        assistant,
        StoredShelf(assistant.reader),
        FeedbackStore(settings.state_dir),
        keeper=Desk(settings.state_dir, settings.plans_dir, embedder),
        see_page=PagePictures(),
        history=HERE / "evals" / "history" / "answers.jsonl",
        may_change=administers(settings.host),
    )
    window = build_window(parts)
    try:
        open_window(window, settings.host, settings.port)
    except OSError as error:
        raise cannot_listen(settings.host, settings.port) from error
    console.print(f"http://{settings.host}:{settings.port}")
    threading.Event().wait()


def keep_up(settings: Settings) -> None:
    """Ingest what is dropped into the plans folder while the window is open.

    In a process of its own: the window keeps answering from the generation before, and sees the
    new one at the next question.
    """
    from ingest.watch import changes

    places = {
        "PLANS_DIR": str(settings.plans_dir.resolve()),
        "STATE_DIR": str(settings.state_dir.resolve()),
        "EMBEDDING_MODEL": settings.embedding_model,
    }
    for _ in changes(settings.plans_dir):
        command = [sys.executable, "-m", "ingest"]
        subprocess.run(command, cwd=HERE, env={**os.environ, **places}, check=False)


def check_address(host: str, port: int) -> None:
    """Find out before the long work whether the window can be served; raises CannotListen."""
    try:
        with socket.create_server((host, port)):
            return
    except OSError as error:
        raise cannot_listen(host, port) from error


def cannot_listen(host: str, port: int) -> CannotListen:
    return CannotListen(
        f"Không mở được cửa sổ tại {host}, cổng {port}: cổng đang có chương trình khác dùng, hoặc "
        "địa chỉ không phải của máy này; hãy đặt PORT hoặc HOST khác rồi chạy lại."
    )


if __name__ == "__main__":
    sys.exit(main())
