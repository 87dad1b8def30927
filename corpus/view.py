"""A view: text made from a plan's text for reading and searching, that knows where it came from.

Line breaks are joined, markup dropped and garble restored in a view; its slices lead back to the
very characters of the plan, so what is understood in the view can be quoted from the plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.plan import Span

_TOKEN = re.compile(r"\S+")
_MARKUP = frozenset("*#\ufeff")
"""Markdown emphasis, headings and the byte order mark; plans do not print them."""


@dataclass(frozen=True)
class View:
    """Text with, for each of its characters, the source characters it stands for."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.text)

    def slice(self, start: int, end: int) -> View:
        """Return the view of `text[start:end]`, without space at its ends."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return View(self.text[start:end], self.starts[start:end], self.ends[start:end])

    @property
    def span(self) -> Span:
        """The source characters from the first to the last character of the view."""
        if not self.text:
            raise ValueError("an empty view stands for no characters")
        return Span(min(self.starts), max(self.ends))

    def replaced(self, text: str) -> View:
        """Return a view of the same tokens in another spelling.

        Characters of a token that is spelled anew stand for the whole of it, others for themselves.
        Raises ValueError when `text` has other tokens: a restoration may not merge or split words.
        """
        mine = [match.span() for match in _TOKEN.finditer(self.text)]
        theirs = [match.span() for match in _TOKEN.finditer(text)]
        if len(mine) != len(theirs):
            raise ValueError(f"{len(mine)} words restored as {len(theirs)}")
        starts: list[int] = []
        ends: list[int] = []
        for (start, end), (new_start, new_end) in zip(mine, theirs, strict=True):
            first, last = self.starts[start], self.ends[end - 1]
            starts += [first] * (new_start - len(starts))
            ends += [first] * (new_start - len(ends))
            if self.text[start:end] == text[new_start:new_end]:
                starts += self.starts[start:end]
                ends += self.ends[start:end]
            else:
                starts += [first] * (new_end - new_start)
                ends += [last] * (new_end - new_start)
        return View(text[: len(starts)], tuple(starts), tuple(ends))


def view_line(text: str, span: Span) -> View:
    """Return one line without markup, its runs of space as one space: `**3. Công an**` → `3. …`."""
    characters: list[str] = []
    origins: list[int] = []
    for origin in range(*span):
        character = text[origin]
        if character in _MARKUP:
            continue
        if character.isspace():
            if characters and characters[-1] != " ":
                characters.append(" ")
                origins.append(origin)
            continue
        characters.append(character)
        origins.append(origin)
    view = View("".join(characters), tuple(origins), tuple(origin + 1 for origin in origins))
    return view.slice(0, len(view))


def join_lines(views: Sequence[View]) -> View:
    """Join the lines of a paragraph by a space, or by nothing after a hyphen: `QĐ-⏎TTg`."""
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for view in views:
        if not view.text:
            continue
        if text and not _ends_in_hyphen("".join(text[-2:])):
            text.append(" ")
            starts.append(ends[-1])
            ends.append(ends[-1])
        text.extend(view.text)
        starts.extend(view.starts)
        ends.extend(view.ends)
    return View("".join(text), tuple(starts), tuple(ends))


def _ends_in_hyphen(tail: str) -> bool:
    return len(tail) == 2 and tail[1] == "-" and tail[0].isalnum()


def lines_of(text: str) -> Iterable[Span]:
    """Yield the span of every line of a text, without its line break."""
    start = 0
    for line in text.splitlines(keepends=True):
        yield Span(start, start + len(line.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")))
        start += len(line)
