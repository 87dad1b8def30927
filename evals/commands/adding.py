"""`add-question`, `import-feedback`: questions out of what people say."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, cast

import typer

from assistant.answer import Reason
from corpus.errors import PlanAssistantError
from evals.commands.wiring import refuse
from evals.question import QuestionError

Candidates = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="the candidates; default: STATE_DIR")
]
Asked = Annotated[str | None, typer.Argument(help="the question, as an official would type it")]
Answer = Annotated[str, typer.Option("--answer", help="the right short answer")]
PlanName = Annotated[str, typer.Option("--plan", help="its plan: a file, a number or an id")]
SectionLabel = Annotated[str, typer.Option("--section", help="where it stands, as IV.3")]
Words = Annotated[
    str, typer.Option("--words", help="the plan's own words, where the answer is not in them")
]
KindName = Annotated[str, typer.Option("--kind", help="agency, target, … (found by itself)")]
Name = Annotated[str, typer.Option("--id", help="its id (made by itself)")]
Unanswerable = Annotated[
    str | None, typer.Option("--unanswerable", help="not_stated or no_such_plan, and no answer")
]
Sure = Annotated[
    bool, typer.Option("--sure", help="with --unanswerable: the plan was read, it is not stated")
]
FromFeedback = Annotated[
    str | None,
    typer.Option("--from-feedback", metavar="ID", help="of an answer marked as not right"),
]
Yes = Annotated[bool, typer.Option("--yes", help="write without asking")]


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


def add_question(
    question: Asked = None,
    plan: PlanName = "",
    answer: Answer = "",
    section: SectionLabel = "",
    words: Words = "",
    kind: KindName = "",
    question_id: Name = "",
    unanswerable: Unanswerable = None,
    sure: Sure = False,
    from_feedback: FromFeedback = None,
    out: Candidates = None,
    yes: Yes = False,
) -> None:
    """Add a question: its gold quote is found, and what the plans do not support is refused."""
    from corpus.settings import Settings
    from corpus.store import Store
    from evals.adding import Wish, add_line, make_question, render_question
    from evals.corrections import Corrections, questions_of_the_house

    if unanswerable not in (None, "not_stated", "no_such_plan"):
        raise typer.BadParameter("--unanswerable is not_stated or no_such_plan")
    if not question and not from_feedback:
        raise typer.BadParameter("a question, or --from-feedback ID")
    state = Settings().state_dir
    corrections = Corrections(state, out)
    try:
        if from_feedback:
            made = corrections.make(from_feedback, answer, plan, words)
        else:
            store = Store(state)
            reason = cast("Reason | None", unanswerable)
            wish = Wish(
                question or "", answer, plan, section, words, kind, question_id, reason, sure=sure
            )
            known = (*questions_of_the_house(), *corrections.written())
            made = make_question(wish, store.plans(), store.sections, known)
        print(render_question(made), flush=True)
        if not yes and not typer.confirm(f"Ghi vào {corrections.path}?"):
            print("Chưa ghi gì.", file=sys.stderr)
            raise typer.Exit(1)
        if from_feedback:
            corrections.write(made)
        else:
            add_line(corrections.path, made)
    except (PlanAssistantError, QuestionError, OSError) as error:
        refuse(error)
    print(f"Đã ghi vào {corrections.path}")
