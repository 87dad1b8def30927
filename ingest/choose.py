"""Which plan a person means by what they typed: a file, a number, or the beginning of either."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpus.errors import MissingFile
from corpus.plan import Plan
from corpus.vietnamese import fold


def choose_plan(words: str, plans: Sequence[Plan]) -> Plan:
    """Return the one plan that a file name, a path, a plan number or an id stands for.

    Raises MissingFile where none or several fit, naming the choices.
    """
    wanted = fold(Path(words).name.strip())
    numbered = fold(words.strip())
    exact = [
        plan
        for plan in plans
        if wanted == fold(plan.file) or numbered in (fold(plan.number.value or ""), plan.id)
    ]
    found = exact or [p for p in plans if wanted and fold(_all_names(p)).find(wanted) >= 0]
    if len(found) == 1:
        return found[0]
    names = "; ".join(_all_names(plan) for plan in (found or plans)) or "–"
    if not found:
        raise MissingFile(
            f"Trong kho không có kế hoạch nào ứng với “{words}”. Kho có: {names}.",
            f"No plan in the corpus is named “{words}”. It holds: {names}.",
        )
    raise MissingFile(
        f"“{words}” ứng với nhiều kế hoạch: {names}. Hãy ghi đủ tên tệp.",
        f"“{words}” fits several plans: {names}. Give the whole file name.",
    )


def _all_names(plan: Plan) -> str:
    return f"{plan.file} ({plan.number.value})" if plan.number.value else plan.file
