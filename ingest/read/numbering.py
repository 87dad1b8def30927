"""The labels that Word prints before the paragraphs of a list: 1. · 1.1. · a) · I. · -.

Word files keep only which list and which level a paragraph belongs to; the label is counted anew
(ECMA-376, part 1, 17.9). Left out: picture bullets, counting in words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
          (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_LEVELS = re.compile(r"%(\d)")
_PLUS = frozenset("+")


@dataclass(frozen=True)
class _Level:
    form: str
    text: str
    start: int


class Numbering:
    """The lists of one Word file, counted as its paragraphs are read in order."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._levels: dict[tuple[str, int], _Level] = {}
        self._lists: dict[str, str] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        self._parents: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if numbering is not None:
            self._read_lists(numbering)
        if styles is not None:
            self._read_styles(styles)

    def label(self, paragraph: Any) -> str:
        """Return the label of a paragraph and count it; empty for one outside of lists."""
        owner, level = self._place(paragraph)
        if owner is None or owner not in self._lists:
            return ""
        abstract = self._lists[owner]
        definition = self._levels.get((abstract, level))
        if definition is None or definition.form == "none":
            return ""
        counts = self._counts[abstract]
        counts[level] = counts.get(level, definition.start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        if definition.form == "bullet":
            return "+" if definition.text in _PLUS else "-"
        return _LEVELS.sub(lambda m: self._number(abstract, int(m.group(1)) - 1), definition.text)

    def _number(self, abstract: str, level: int) -> str:
        definition = self._levels.get((abstract, level))
        if definition is None:
            return ""
        value = self._counts[abstract].get(level, definition.start)
        return _printed(value, definition.form)

    def _place(self, paragraph: Any) -> tuple[str | None, int]:
        """Return list and level, by the paragraph itself or by its style."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        inherited = self._of_style(style.get(f"{W}val")) if style is not None else (None, 0)
        if own is None:
            return inherited
        number, level = own.find(f"{W}numId"), own.find(f"{W}ilvl")
        owner = number.get(f"{W}val") if number is not None else inherited[0]
        depth = int(level.get(f"{W}val")) if level is not None else inherited[1]
        return (None if owner == "0" else owner), depth

    def _of_style(self, style: str | None) -> tuple[str | None, int]:
        for _ in range(10):  # styles inherit from one another, rarely over three steps
            if style is None:
                break
            if style in self._styles:
                return self._styles[style]
            style = self._parents.get(style)
        return None, 0

    def _read_lists(self, numbering: Any) -> None:
        for abstract in numbering.iter(f"{W}abstractNum"):
            owner = abstract.get(f"{W}abstractNumId")
            for level in abstract.iter(f"{W}lvl"):
                self._levels[owner, int(level.get(f"{W}ilvl"))] = _Level(
                    _value(level, "numFmt", "decimal"),
                    _value(level, "lvlText", ""),
                    int(_value(level, "start", "1")),
                )
        for number in numbering.iter(f"{W}num"):
            self._lists[number.get(f"{W}numId")] = self._own(number)

    def _own(self, number: Any) -> str:
        """Return the definition of a list; one that overrides its start counts on its own."""
        abstract = _value(number, "abstractNumId", "")
        overrides = list(number.iter(f"{W}lvlOverride"))
        if not overrides:
            return abstract
        own = f"{abstract}/{number.get(f'{W}numId')}"
        for (owner, level), definition in list(self._levels.items()):
            if owner == abstract:
                self._levels[own, level] = definition
        for override in overrides:
            level = int(override.get(f"{W}ilvl"))
            start = override.find(f"{W}startOverride")
            if start is not None and (own, level) in self._levels:
                old = self._levels[own, level]
                self._levels[own, level] = _Level(old.form, old.text, int(start.get(f"{W}val")))
        return own

    def _read_styles(self, styles: Any) -> None:
        for style in styles.iter(f"{W}style"):
            name = style.get(f"{W}styleId")
            based = style.find(f"{W}basedOn")
            if based is not None:
                self._parents[name] = based.get(f"{W}val")
            number = style.find(f"{W}pPr/{W}numPr/{W}numId")
            level = style.find(f"{W}pPr/{W}numPr/{W}ilvl")
            if number is not None:
                depth = int(level.get(f"{W}val")) if level is not None else 0
                self._styles[name] = (number.get(f"{W}val"), depth)


def _value(element: Any, tag: str, default: str) -> str:
    found = element.find(f"{W}{tag}")
    return default if found is None else str(found.get(f"{W}val", default))


def _printed(value: int, form: str) -> str:
    if form in ("upperRoman", "lowerRoman"):
        roman = _roman(value)
        return roman if form == "upperRoman" else roman.lower()
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("a") + (value - 1) % 26) * (1 + (value - 1) // 26)
        return letter if form == "lowerLetter" else letter.upper()
    return f"{value:02d}" if form == "decimalZero" else str(value)


def _roman(value: int) -> str:
    parts = []
    for size, letters in _ROMAN:
        count, value = divmod(value, size)
        parts.append(letters * count)
    return "".join(parts)
