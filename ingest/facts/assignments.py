"""Assignments: who is charged with each duty, and with whom it is to be done."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.facts import Assignment, Role
from corpus.plan import Span
from corpus.vietnamese import fold
from ingest.facts.duties import Duty
from ingest.facts.names import Names, read_names

_COORDINATES = re.compile(
    r"(?:(?:hang|moi) nam,? |dinh ky,? |chu dong,? |tich cuc,? |thuong xuyen,? |tang cuong |"
    r"(?:theo|can cu) chuc nang,? nhiem vu(?: (?:duoc giao|cua minh))?,? )*"
    r"phoi hop\b"
)
"""What a duty begins with where all that is asked first is to work with others."""

_PARTNERS = re.compile(
    r"phoi hop(?:,? (?:chat che|lien ket|thuc hien|dong bo|hieu qua|thuong xuyen|quyet liet|"
    r"kip thoi))*"
    r"(?P<with>,? (?:voi|cung voi|cung))? "
)


def find_assignments(
    plan_id: str, duties: Sequence[Duty], left_out: Counter[str]
) -> tuple[Assignment, ...]:
    """Return, duty by duty, who is charged and then each group it is to be done with."""
    return tuple(one for duty in duties for one in _assignments(plan_id, duty, left_out))


def _assignments(plan_id: str, duty: Duty, left_out: Counter[str]) -> Iterator[Assignment]:
    role: Role = "coordinate" if _COORDINATES.match(fold(duty.view.text)) else "lead"
    yield _assignment(plan_id, duty, duty.agencies, role)
    for match in _PARTNERS.finditer(fold(duty.view.text)):
        names = read_names(duty.view, match.end())
        if names and names.certain:
            yield _assignment(plan_id, duty, names, "coordinate")
        elif match.group("with"):
            left_out["agencies to coordinate with"] += 1


def _assignment(plan_id: str, duty: Duty, names: Names, role: Role) -> Assignment:
    return Assignment(
        plan_id=plan_id,
        path=duty.path,
        span=Span(*duty.span),
        agencies=names.texts,
        agency_spans=tuple(view.span for view in names.views),
        role=role,
        duty=duty.view.text,
    )
