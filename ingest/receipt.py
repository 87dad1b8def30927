"""The receipt of a run: what it did with every file, and what a person should look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import Any, NamedTuple

from corpus.errors import PlanAssistantError, UnreadableFile
from corpus.facts import Facts
from corpus.plan import Plan


class Failure(NamedTuple):
    """A file that could not be taken in, and why, in both languages."""

    file: str
    kind: str
    """The name of the error, one of `corpus.errors`."""
    vietnamese: str
    english: str


class SameAs(NamedTuple):
    """A file that holds a plan which was taken from another file."""

    file: str
    taken: str
    """The file whose reading is kept: the more legible one, else the newer."""


class Moved(NamedTuple):
    """A plan that goes on under another file name, or whose place another plan takes."""

    old: str
    new: str


class Flag(NamedTuple):
    """Something in a plan that a person should look at; it is never mended by guess."""

    file: str
    what: str
    printed: str


class Objection(NamedTuple):
    """A question that was answered rightly and would no longer be, told in both languages."""

    question: str
    vietnamese: str
    english: str
    files: tuple[str, ...] = ()
    """Files of new readings that the question is about or the new answer cites."""


@dataclass(frozen=True)
class Receipt:
    """What a run did, or with `dry_run` what it would do."""

    generation: int
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    renamed: tuple[Moved, ...] = ()
    superseded: tuple[Moved, ...] = ()
    removed: tuple[str, ...] = ()
    same: tuple[SameAs, ...] = ()
    failed: tuple[Failure, ...] = ()
    left_out: tuple[str, ...] = ()
    """Files still lying there whose plan was removed by hand."""
    pages: dict[str, int] = field(default_factory=dict)
    """Pages by the way they were read."""
    passages: int = 0
    facts: dict[str, int] = field(default_factory=dict)
    """Facts by kind, of the plans taken in."""
    flags: tuple[Flag, ...] = ()
    objections: tuple[Objection, ...] = ()
    """Why the coming generation was not let through; nothing changed then."""
    seconds: float = 0.0
    dry_run: bool = False

    @property
    def did_something(self) -> bool:
        """Whether the run is worth remembering."""
        done = (self.new, self.changed, self.renamed, self.superseded, self.removed, self.failed)
        return any(done)


def receipt_values(receipt: Receipt) -> dict[str, Any]:
    """Return a receipt as plain values with names, to be written as JSON."""
    values = {f.name: getattr(receipt, f.name) for f in fields(receipt)}
    return {
        name: [one._asdict() if isinstance(one, _NAMED) else one for one in value]
        if isinstance(value, tuple)
        else value
        for name, value in values.items()
    }


_NAMED = (Failure, SameAs, Moved, Flag, Objection)


def failure(file: str, error: UnreadableFile) -> Failure:
    return Failure(file, type(error).__name__, str(error), error.english or str(error))


def exit_code_of(failed: Iterable[Failure]) -> int:
    """Return 0 without failures, the code of their kind where all are of one, else 3."""
    kinds = {one.kind for one in failed}
    codes = {cls.__name__: cls.exit_code for cls in _kinds(PlanAssistantError)}
    if not kinds:
        return 0
    return codes[kinds.pop()] if len(kinds) == 1 else SEVERAL_KINDS


SEVERAL_KINDS = 3
"""Exit code of a run in which files failed for several reasons."""


def _kinds(cls: type[PlanAssistantError]) -> list[type[PlanAssistantError]]:
    return [cls, *(kind for sub in cls.__subclasses__() for kind in _kinds(sub))]


def count_pages(plans: Iterable[Plan]) -> dict[str, int]:
    return dict(Counter(page.way for plan in plans for page in plan.pages))


def count_facts(found: Iterable[Facts]) -> dict[str, int]:
    """Return how many facts of each kind were read, and how many were left out as uncertain."""
    counts: Counter[str] = Counter()
    for facts in found:
        counts["phân công"] += len(facts.assignments)
        counts["chỉ tiêu"] += len(facts.targets)
        counts["thời hạn"] += len(facts.deadlines)
        counts["nguồn kinh phí"] += len(facts.funding)
        counts["bỏ qua vì không chắc"] += sum(count for _, count in facts.left_out)
    return {kind: count for kind, count in counts.items() if count}


NAMES_OF_FIELDS = {
    "number": "số",
    "date": "ngày",
    "issuer": "cơ quan ban hành",
    "signer": "người ký",
}


def find_flags(plan: Plan) -> list[Flag]:
    """Return what a person should look at: blank fields, garbled pages, doubtful numbers."""
    flags = []
    for name, words in NAMES_OF_FIELDS.items():
        stated = getattr(plan, name)
        if stated.value is None:
            span = stated.span
            printed = " ".join(plan.text[span.start : span.end].split()) if span else ""
            flags.append(Flag(plan.file, f"{words} chưa rõ", printed))
    if plan.signer.span is None and not plan.recipients:
        what = "không thấy phần ký và nơi nhận, có thể thiếu trang cuối"
        flags.append(Flag(plan.file, what, ""))
    damaged = sum(page.damaged for page in plan.pages)
    if damaged:
        what = f"{damaged}/{len(plan.pages)} trang hỏng chữ, khôi phục tự động"
        flags.append(Flag(plan.file, what, ""))
    for page in plan.pages:
        where = f"trang {page.number}" if page.number else "toàn tệp"
        flags += [Flag(plan.file, f"{where}: {note}", "") for note in page.notes]
    return flags
