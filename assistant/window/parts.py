"""What the window is made over, each handed in by `app.py`: no view opens a file by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Protocol

import gradio as gr

from assistant.corpus_reader import CorpusReader
from assistant.window.conversation import Assistant
from assistant.window.words import Tongue
from corpus.errors import IndexUnavailable
from corpus.facts import Facts
from corpus.feedback import Feedback
from corpus.plan import Passage, Plan, Section, Span

Heard = Callable[[str, int, int], None]
"""Hears how work goes on: the name of the step, units done, units in all."""


class Shelf(Protocol):
    """The plans of the corpus, with what is known of each. Threads may share it."""

    @property
    def plans(self) -> tuple[Plan, ...]: ...

    @property
    def generation(self) -> int: ...

    def sections(self, plan_id: str) -> Sequence[Section]: ...

    def passages(self, plan_id: str) -> Sequence[Passage]: ...

    def facts(self, plan_id: str) -> Facts: ...

    def path_of(self, plan_id: str) -> Path | None:
        """Return the file a plan was read from; None where it is not known."""
        ...


class Remarks(Protocol):
    """Where what readers say of answers is kept."""

    def add(self, feedback: Feedback) -> None: ...

    def withdraw(self, feedback_id: str) -> None: ...

    def all(self) -> tuple[Feedback, ...]: ...


class Keeper(Protocol):
    """Takes plans in and out; what it returns is the receipt of the run, as plain values."""

    def take_in(self, files: Sequence[Path], heard: Heard) -> Mapping[str, Any]: ...

    def remove(self, plan_id: str) -> Mapping[str, Any]: ...

    def bring_back(self, path: Path) -> Mapping[str, Any]: ...


class Corrected(Protocol):
    """A question that was made of a remark and the right answer."""

    @property
    def answerable(self) -> bool: ...

    @property
    def plans(self) -> Sequence[str]: ...

    @property
    def gold_quote(self) -> str: ...


class Corrections(Protocol):
    """Makes test questions of answers that were marked as not right."""

    def done(self) -> Mapping[str, str]:
        """Return what was corrected: the beginning of a remark's id → the right answer."""
        ...

    def add(self, remark_id: str, answer: str) -> Corrected:
        """Raises PlanAssistantError where the plans do not support it."""
        ...


class PageView(Protocol):
    """A page as a picture, and where on it the quoted words stand."""

    @property
    def picture(self) -> bytes: ...

    @property
    def media_type(self) -> str: ...

    @property
    def boxes(self) -> Sequence[tuple[float, float, float, float]]:
        """Left, top, right, bottom as shares of width and height."""
        ...


SeePage = Callable[[Path, int, str], PageView | None]
"""File, page from 1, quoted words → the page; None where it cannot be shown."""


class StoredShelf:
    """The shelf of a state folder."""

    def __init__(self, reader: CorpusReader) -> None:
        self._reader = reader

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plans; none before the first is taken in."""
        try:
            return self._reader.generation().plans
        except IndexUnavailable:
            return ()

    @property
    def generation(self) -> int:
        return self._reader.store.state().generation

    def sections(self, plan_id: str) -> Sequence[Section]:
        return self._reader.sections(plan_id)

    def passages(self, plan_id: str) -> Sequence[Passage]:
        return self._reader.passages_of(plan_id)

    def facts(self, plan_id: str) -> Facts:
        """Return the facts of a plan; none where it left the corpus meanwhile."""
        try:
            return self._reader.facts_of(plan_id)
        except KeyError:
            return Facts(plan_id)

    def path_of(self, plan_id: str) -> Path | None:
        records = self._reader.store.files()
        return next((r.path for r in records if r.plan == plan_id and r.standing == "taken"), None)


@dataclass(frozen=True)
class BareShelf:
    """Plans of which nothing more is known."""

    plans: tuple[Plan, ...] = ()
    generation: int = 0

    def sections(self, plan_id: str) -> Sequence[Section]:
        return ()

    def passages(self, plan_id: str) -> Sequence[Passage]:
        return ()

    def facts(self, plan_id: str) -> Facts:
        return Facts(plan_id)

    def path_of(self, plan_id: str) -> Path | None:
        return None


MayChange = Callable[[gr.Request | None], bool]
"""Whether who sends a request may take plans in and out, and read what users marked wrong."""


def nobody(_request: gr.Request | None) -> bool:
    """Where nothing is said of who administers a window, nobody does."""
    return False


def no_account(_request: gr.Request | None, _tongue: Tongue) -> str:
    """Nobody signs in where only this machine reaches the window."""
    return ""


@dataclass(frozen=True)
class Parts:
    """The parts of one window; what is None is not offered in it."""

    assistant: Assistant
    shelf: Shelf = field(default_factory=BareShelf)
    remarks: Remarks | None = None
    keeper: Keeper | None = None
    see_page: SeePage | None = None
    history: Path | None = None
    """The file with the runs of the evaluation, one JSON object a line."""
    report: Path | None = None
    """The folder with the latest report of the evaluation."""
    corrections: Corrections | None = None
    account: Callable[[gr.Request | None, Tongue], str] = no_account
    """Who is signed in, with the way out, as HTML for the head of the window."""
    may_change: MayChange = nobody
    today: Callable[[], date] = date.today

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plans that answers rest on; none before the first is taken in."""
        try:
            return self.assistant.plans
        except IndexUnavailable:
            return ()


def section_around(shelf: Shelf, plan_id: str, span: Span) -> Span | None:
    """Return the span of the innermost labelled section that holds a span; None where none does."""
    around = [s.span for s in shelf.sections(plan_id) if s.span.start <= span.start < s.span.end]
    return min(around, key=lambda one: one.end - one.start, default=None)
