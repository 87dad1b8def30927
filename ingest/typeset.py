"""How wide a line of print is, from its letters alone: enough to tell a full line from a short one.

Decree 30/2020/NĐ-CP sets plans in Times New Roman, whose advance widths are those of Adobe's
Times-Roman (Core 14 AFM). Other faces keep about the same proportions. Bold, spacing and justified
blanks are left out.
"""

from __future__ import annotations

from functools import lru_cache

from corpus.vietnamese import fold

_WIDTHS = {
    250: " .,",
    278: "ijlt:;/|",
    333: "fr-()I",
    389: "sJ",
    444: "acez“”",
    500: "bdghknopquvxy0123456789–*",
    556: "FPS",
    611: "ELTZ",
    667: "BCR",
    722: "wADGHKNOQUVXY",
    778: "m",
    889: "M",
    944: "W",
}
_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_OTHER = 500
_PERCENT = {"%": 833, "&": 778, "…": 1000, '"': 408, "+": 564}


@lru_cache(maxsize=4096)
def _advance(character: str) -> int:
    base = fold(character)
    base = base.upper() if character.isupper() else base
    return _PERCENT.get(base) or _OF.get(base, _OTHER)


def advance(text: str) -> int:
    """Return the width of a text in thousandths of the type size: `Mục` → 889 + 500 + 444."""
    return sum(map(_advance, text))


FULL = 0.99
"""Share of the usual width that a line and the next word must exceed for the line to be full. In
twelve prints of three plans in four faces, wrapped lines before a capital had 1.005 or more."""

UNFINISHED = 0.92
"""The same for a line that ends in no full stop, semicolon or colon, which seldom ends anything;
lower for scans, whose letters are misread."""

INDENT = 0.06
"""Share of the usual width by which a paragraph's first line is indented: 1–1.27 cm of 16 cm. In
those prints first lines that were full never fell below .934."""


def was_full(line: str, following: str, width: int, first: bool) -> bool:
    """Tell whether a line ended because the next word had no room, not because all was said.

    `width` is the usual width of the text's lines; `first` says that the line is indented.
    """
    words = following.split(maxsplit=1)
    needed = advance(line) + (advance(" " + words[0]) if words else 0)
    least = FULL if line[-1:] in (".", ";", ":") else UNFINISHED
    return needed > (least - INDENT * first) * width
