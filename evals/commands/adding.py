"""`import-feedback`: questions out of what readers marked as not right."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from corpus.errors import PlanAssistantError
from evals.commands.wiring import refuse

Candidates = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="the candidates; default: STATE_DIR")
]


def import_feedback(out: Candidates = None) -> None:
    """Make candidate questions of the answers that readers marked as not right."""
    from corpus.feedback import FeedbackStore
    from corpus.settings import Settings
    from evals.feedback import DEFAULT_NAME, import_feedback

    state = Settings().state_dir
    try:
        print(import_feedback(FeedbackStore(state).all(), out or state / DEFAULT_NAME))
    except (PlanAssistantError, OSError) as error:
        refuse(error)
