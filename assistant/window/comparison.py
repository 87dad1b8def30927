"""Plans side by side: their targets of one indicator, or the duties of one agency. Pure.

What belongs together is decided by words alone, and cautiously: two names are one where they differ
only in words that say nothing (`các`, `có`, `hệ thống`). A wrong merger would show a figure as
another's; a missed one only costs a row more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from assistant.agency import agency_keys
from assistant.english_indicators import figure_in_english
from corpus.facts import Assignment, Deadline, Facts, Target
from corpus.plan import Plan, Span
from corpus.vietnamese import fold, tokens

_EMPTY = frozenset("cac co o cua va he thong trong tai so phuc vu viec duoc cho".split())
"""Words that do not tell one indicator or subject from another."""

ALIKE = 0.7
"""Share of common words from which two indicators are offered as one subject to compare; their
rows stay apart, so this only decides what is shown together. Tried on the five plans: at .6
libraries and museums fall together, at .8 `có cung cấp` and `ở cung cấp` part."""

_PER_CENT = re.compile(r"(\d+(?:,\d+)?)(?:\s*[-–]\s*(\d+(?:,\d+)?))?\s*%")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True)
class Said:
    """What a plan says in a cell: the words, and where it says so."""

    plan_id: str
    path: tuple[str, ...]
    span: Span
    text: str
    full: str
    """With what the figure is of, in the plan's own words."""
    english: str = ""
    """The text in English; empty where it is the plan's own words or a word is not known."""


@dataclass(frozen=True)
class Row:
    """One row of a comparison: for each plan what it says; nothing where it is silent."""

    name: str
    year: str
    cells: Mapping[str, tuple[Said, ...]]
    """By plan id."""


@dataclass(frozen=True)
class Subject:
    """Something plans can be compared by: an indicator, or an agency."""

    key: str
    name: str
    plans: int
    """How many plans say something of it."""


def words_of(text: str) -> frozenset[str]:
    """Return the telling words of a name: `các thư viện cấp huyện` → thu, vien, cap, huyen."""
    return frozenset(tokens(text)) - _EMPTY


def agency_key(name: str) -> str:
    """Return what the spellings of one agency share: case, tone marks, UBND for its long name."""
    return " ".join(tokens(name)).replace("uy ban nhan dan", "ubnd").removeprefix("cac ")


def indicators(facts: Sequence[Facts]) -> tuple[Subject, ...]:
    """Return the indicators of the targets, those of most plans first."""
    groups = _groups([t for one in facts for t in one.targets])
    found = [
        Subject(
            group[0].indicator,
            group[0].indicator,
            len({t.plan_id for t in group}),
        )
        for group in groups
    ]
    return tuple(sorted(found, key=lambda subject: -subject.plans))


def agencies(facts: Sequence[Facts]) -> tuple[Subject, ...]:
    """Return the agencies that are charged with anything, those of most plans first."""
    names: dict[str, tuple[str, set[str]]] = {}
    for one in facts:
        charged = (fact.agencies for fact in one.assignments)
        for name in chain(*charged, *(fact.who for fact in one.deadlines)):
            if fold(name).startswith("cac ") and not agency_keys(name):
                continue  # các cơ quan liên quan: no one in particular
            names.setdefault(agency_key(name), (name, set()))[1].add(one.plan_id)
    found = [Subject(key, name, len(plans)) for key, (name, plans) in names.items()]
    return tuple(sorted(found, key=lambda subject: (-subject.plans, subject.name)))


def _groups(targets: Iterable[Target]) -> list[list[Target]]:
    """Put targets of like indicators together, each with the first it resembles."""
    groups: list[tuple[frozenset[str], list[Target]]] = []
    for target in targets:
        said = words_of(target.indicator)
        for first, group in groups:
            alike = len(said & first) >= ALIKE * max(1, len(said | first))
            if alike or _goes_on(group[-1], target):
                group.append(target)
                break
        else:
            groups.append((said, [target]))
    return [group for _, group in groups]


def _goes_on(before: Target, target: Target) -> bool:
    """Tell whether a target says briefly what the one before says in full, of another year.

    `Số lượt … tăng bình quân 6-8% …; năm 2030 tăng bình quân 8 - 10%`.
    """
    same = (before.plan_id, before.path, before.subject, before.unit, before.per)
    if same != (target.plan_id, target.path, target.subject, target.unit, target.per):
        return False
    said = words_of(target.indicator)
    return before.year != target.year and said <= words_of(before.indicator)


def compare_targets(plans: Sequence[Plan], facts: Sequence[Facts], indicator: str) -> list[Row]:
    """Return a row for each subject and year that the plans set a figure of an indicator for."""
    every = [t for one in facts for t in one.targets]
    group = next((g for g in _groups(every) if any(t.indicator == indicator for t in g)), [])
    wanted = {plan.id for plan in plans}
    rows: dict[tuple[frozenset[str], str], tuple[str, dict[str, tuple[Said, ...]]]] = {}
    for target in group:
        if target.plan_id not in wanted:
            continue
        key = (words_of(target.subject), target.year)
        _, cells = rows.setdefault(key, (target.subject, {}))
        cells[target.plan_id] = (*cells.get(target.plan_id, ()), _said_target(target))
    found = [Row(name, year, cells) for (_, year), (name, cells) in rows.items()]
    order = list(dict.fromkeys(row.name for row in found))
    first = {words_of(name): at for at, name in reversed(list(enumerate(order)))}
    return sorted(found, key=lambda row: (first[words_of(row.name)], row.year))


def _said_target(target: Target) -> Said:
    figure = figure_of(target)
    full = " ".join(filter(None, (target.subject, target.indicator, figure, target.year)))
    english = figure_in_english(target.comparator, target.value, target.unit, target.per) or ""
    return Said(target.plan_id, target.path, target.span, figure, full, english)


def figure_of(target: Target) -> str:
    """Return `phấn đấu 100.000 bản sách`, `10 - 15% mỗi năm`: a figure as a plan states it."""
    unit = "" if target.unit == "%" and "%" in target.value else target.unit
    return " ".join(filter(None, (target.comparator, target.value, unit, target.per)))


LEADS, COORDINATES, DUE = "leads", "coordinates", "due"
"""The rows of a comparison by agency."""


def compare_duties(plans: Sequence[Plan], facts: Sequence[Facts], key: str) -> list[Row]:
    """Return what an agency leads, what it takes part in, and what it hands in, plan by plan."""
    wanted = {plan.id for plan in plans}
    rows: dict[str, dict[str, tuple[Said, ...]]] = {LEADS: {}, COORDINATES: {}, DUE: {}}
    for one in facts:
        if one.plan_id not in wanted:
            continue
        leaders = {duty.span: duty.agencies for duty in one.assignments if duty.role == "lead"}
        for duty in one.assignments:
            if key in map(agency_key, duty.agencies):
                leads = duty.role == "lead"
                by = () if leads else leaders.get(duty.span, ())
                _add(rows[LEADS if leads else COORDINATES], _said_duty(duty, by))
        for due in one.deadlines:
            if key in map(agency_key, due.who):
                _add(rows[DUE], _said_deadline(due))
    return [Row(name, "", cells) for name, cells in rows.items() if cells]


def _add(cells: dict[str, tuple[Said, ...]], said: Said) -> None:
    before = cells.get(said.plan_id, ())
    if said.text not in {one.text for one in before}:
        cells[said.plan_id] = (*before, said)


def _said_duty(duty: Assignment, leaders: Sequence[str]) -> Said:
    """Say a duty; one that is another's to lead with whose it is before it."""
    said = f"{'; '.join(leaders)}: {duty.duty}" if leaders else duty.duty
    return Said(duty.plan_id, duty.path, duty.span, said, said)


def _said_deadline(due: Deadline) -> Said:
    to = f" gửi {'; '.join(due.to)}" if due.to else ""
    text = f"{due.what}{to}: {due.by}"
    return Said(due.plan_id, due.path, due.span, text, text)


def per_cent(text: str) -> tuple[float, float] | None:
    """Return the low and the high end of the one percentage of a text; None where there is none."""
    found = _PER_CENT.findall(text)
    if len(found) != 1:
        return None
    low, high = (
        float(part.replace(",", ".")) for part in (found[0][0], found[0][1] or found[0][0])
    )
    return low, high


def last_year(text: str) -> str:
    """Return the year a period ends with: `2021 - 2025` → 2025; empty where none is stated."""
    years = _YEAR.findall(text)
    return years[-1] if years else ""
