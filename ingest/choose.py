"""Which plan a person means by what they typed: a file, a number, or the beginning of either."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from corpus.errors import MissingFile
from corpus.plan import Plan
from corpus.vietnamese import fold

_NUMBER = re.compile(r"\d+ ?/ ?[^\W\d][\w-]*")
SHORTEST = 4
"""Letters of a part of a file's name by which a plan may be chosen; fewer fit by accident."""


def choose_plan(words: str, plans: Sequence[Plan], whole: bool = False) -> Plan:
    """Return the one plan that a file name, a path, a plan number or an id stands for.

    A part of a file's name will do, unless the `whole` is asked for, as before removing. Raises
    MissingFile where none or several fit, naming the choices.
    """
    wanted = fold(Path(words).name.strip())
    numbered = fold(words.strip()).replace(" ", "")
    found = [
        plan
        for plan in plans
        if wanted in (fold(plan.file), fold(Path(plan.file).stem))
        or numbered in (fold(plan.number.value or ""), plan.id)
    ]
    if not found and not whole and not _NUMBER.fullmatch(numbered) and len(wanted) >= SHORTEST:
        found = [plan for plan in plans if wanted in fold(Path(plan.file).stem)]
    if len(found) == 1:
        return found[0]
    names = "; ".join(_all_names(plan) for plan in (found or plans)) or "–"
    if not found:
        raise MissingFile(
            f"Trong kho không có kế hoạch nào ứng với “{words}”. Kho có: {names}.",
            f"No plan in the collection is named “{words}”. It holds: {names}.",
        )
    raise MissingFile(
        f"“{words}” ứng với nhiều kế hoạch: {names}. Hãy ghi đủ tên tệp.",
        f"“{words}” fits several plans: {names}. Give the whole file name.",
    )


def _all_names(plan: Plan) -> str:
    return f"{plan.file} ({plan.number.value})" if plan.number.value else plan.file
