"""When two sections of a plan are the same place, or one lies within the other.

A path may repeat the label above (`I`, `2`, `2.1`) or not (`I`, `2`, `1`); both are `I.2.1`. The
Roman label of a part is read by its glyphs where a scan garbled it: `I1` and `Il` are `II`.
Left out: telling apart two parts that print the same label.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_GARBLED_ROMAN = re.compile(r"[IVXl1|]{2,}|[IVX]")
_GLYPHS = str.maketrans("l1|", "III")


def dotted(path: Sequence[str]) -> str:
    """Join the labels of a path: `("I", "2", "2.1", "2.1.1")` → `I.2.1.1`."""
    kept: list[str] = []
    above = ""
    for label in (one.strip().rstrip(".)") for one in path):
        if above and label.startswith(above + "."):
            kept.append(label.removeprefix(above + "."))
        else:
            kept.append(label)
        above = label
    if kept and _GARBLED_ROMAN.fullmatch(kept[0]):
        kept[0] = kept[0].translate(_GLYPHS)
    return ".".join(label for label in kept if label)


def related(section: str, other: str) -> bool:
    """Tell whether one section is, holds or lies within the other; an empty one never does."""
    if not section or not other:
        return False
    return section == other or section.startswith(other + ".") or other.startswith(section + ".")
