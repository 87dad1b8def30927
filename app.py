"""`python app.py`: take the plans in if they changed, then open the chat window.

Wires the parts together and nothing else: settings → ingest → assistant → window → server.
"""

from __future__ import annotations

import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from corpus.errors import PlanAssistantError
from corpus.settings import Settings

if TYPE_CHECKING:
    from rich.console import Console

HERE = Path(__file__).resolve().parent

TURN = 0.0005
"""Seconds that a thread may hold the interpreter while another waits. A question gives it up some
hundred times; beside a run that takes plans in it was answered in .17 s instead of .34 (.005)."""


def main() -> int:
    """Run until interrupted; return the exit code: 1 after a failure, told in one sentence."""
    from assistant.listening import stay_offline

    stay_offline()
    sys.setswitchinterval(TURN)
    from rich.console import Console

    from corpus.command_line import say_error

    console = Console(highlight=False, soft_wrap=True)
    try:
        run(Settings(), console)
    except (PlanAssistantError, ValidationError) as error:
        say_error(error, console)
        return 1
    except KeyboardInterrupt:
        console.print("Đã dừng.")
    return 0


def run(settings: Settings, console: Console) -> None:
    """Take in, open, serve."""
    from assistant.listening import check_address, open_door, reachable

    check_address(settings.host, settings.port)
    door = open_door(settings)

    from assistant.chain import open_assistant
    from assistant.serving import Served, account_line, administers, build_server
    from assistant.window import Parts, StoredShelf, build_window
    from corpus.feedback import FeedbackStore
    from evals.corrections import Corrections
    from evals.frame import FOLDER
    from ingest.__main__ import gate_of, open_embedder, run_ingest, show_receipt
    from ingest.desk import Desk
    from ingest.page_picture import PagePictures
    from ingest.watch import keep_up

    embedder = open_embedder(settings, console)
    show_receipt(run_ingest(settings, embedder, [], console), console)
    assistant = open_assistant(settings, embedder)
    opening = ThreadPoolExecutor(1)
    loaded = opening.submit(assistant.warm_up)  # while the window opens; a first question waits
    threading.Thread(target=keep_up, args=(settings, HERE), daemon=True).start()
    parts = Parts(
        assistant,
        StoredShelf(assistant.reader),
        FeedbackStore(settings.state_dir),
        keeper=Desk(settings.state_dir, settings.plans_dir, embedder, gate_of(settings)),
        see_page=PagePictures(),
        history=HERE / "evals" / "history" / "answers.jsonl",
        report=settings.state_dir / FOLDER,
        corrections=Corrections(settings.state_dir),
        may_change=administers(door),
        account=account_line,
    )
    server = build_server(build_window(parts), assistant, door, parts.report)
    served = Served(server, settings.host, settings.port)
    console.print(f"http://{reachable(settings.host)}:{settings.port}")
    try:
        loaded.result()
        threading.Event().wait()
    finally:
        opening.shutdown(wait=False, cancel_futures=True)
        served.stop()


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # at once: the libraries take seconds to unload, and nothing of ours is left
