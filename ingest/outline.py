"""The outline of a plan, read from its lines as Decree 30/2020/NĐ-CP lays a plan out.

Terms of a document, glossed once: phần, mục (a part, Roman or Arabic number), khoản (a numbered
clause), điểm (a lettered point), trích yếu (the title), căn cứ (legal bases), nơi nhận
(recipients).

A line opens a block when it carries a label (I. · 1. · 2.1. · a) · - · +); other lines continue the
block before, unless that block visibly ended: its last line left room for the next word. Labels are
read as printed before any word is restored, and are never renumbered. Left out: tables, whose rows
are blocks of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from corpus.plan import Span
from corpus.vietnamese import fold
from corpus.view import View, join_lines, lines_of, view_line
from ingest.rows import CELL
from ingest.typeset import advance, was_full

Restore = Callable[[str], str]
"""A restoration of damaged words, token by token; the identity for legible text."""

LONG_LINE = 52_000
"""Thousandths of the type size, some 120 characters; a text whose usual line is longer has one line
a paragraph (Markdown, Word)."""

HEADING_LIMIT = 260
"""Characters; a labelled block that is longer is a clause of its own, not a heading. The longest
heading of the five plans has 242."""

_ROMAN = re.compile(r"([IVXl1|]{1,5})\s?\.\s*(?=\S)")
_PRINTED_ROMAN = re.compile(r"([IVX]{1,5})\s?\.\s+(?=[^\W\d_])")
_PART_LETTER = re.compile(r"([A-HĐ])\s?\.\s*(?=\S)")
_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?=\D)|(\d{1,2})[.)]\s*(?=[^\d\s])")
_LETTER = re.compile(r"([a-zđ¢©])\s?\)\s*(?=\S)")
_BULLET = re.compile(r"([-–—•+])\s*(?=[^\W\d_]|\d|“|\")")
_PAGE_NUMBER = re.compile(r"[-–]?\s*\d{1,3}\s*[-–]?")
_TITLE_LINE = re.compile(r"\W*ke ?ho[a0]ch\W*")
_TAIL = re.compile(r"(no.?i ?nh\S{1,7}[:.]|noi nhan|tm\.? ?uy ban|kt\.? ?chu tich|tl\.? ?chu tich)")
_OPENING = re.compile(r"(c[ai]n c\S{1,2} |thuc hien |uy ban nhan dan|ubnd |xet )")
_CLOSING = re.compile(r"tr.n d.y l. ke ho.ch")
"""How the last paragraph of a plan begins, also where its accents are gone."""
_DUTY = re.compile(r"(chu tri|phoi hop|tham muu|chi dao|huong dan)[ ,]")
"""How a duty begins under the name of its agency; in capitals no sentence goes on so."""
_BROKEN_DATE = re.compile(r"\bng[a-z]y\b(?!.*\d{4})")
_GLYPHS = str.maketrans({"l": "I", "1": "I", "|": "I"})
_LETTER_GLYPHS = str.maketrans("¢©", "cc")
_ROMAN_NUMERALS = frozenset("I II III IV V VI VII VIII IX X XI XII".split())

Style = Literal["roman", "lettered", "small"]
"""How a plan labels its parts: `I. MỤC TIÊU`; `A. MỤC TIÊU` with `I. Mục tiêu chung` below it; or
`I. Mục tiêu`, in small letters throughout."""


@dataclass(frozen=True)
class Block:
    """One labelled unit or paragraph. `view` reads on from the label; `span` includes it."""

    kind: str
    """roman, number, letter, dash, plus, paragraph, title, head, opening or tail."""
    label: str
    view: View
    span: Span

    @property
    def text(self) -> str:
        return self.view.text


@dataclass
class Node:
    """A block with the blocks below it: the outline as a tree."""

    block: Block
    path: tuple[str, ...]
    children: list[Node] = field(default_factory=list)

    @property
    def span(self) -> Span:
        end = max([self.block.span.end, *(child.span.end for child in self.children)])
        return Span(self.block.span.start, end)

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class Outline:
    """A plan cut along its own structure: head, title, opening, the parts, and the tail."""

    head: tuple[Block, ...]
    title: Block | None
    opening: tuple[Block, ...]
    parts: tuple[Node, ...]
    tail: tuple[Block, ...]


def _identity(text: str) -> str:
    return text


def find_outline(
    text: str, restore: Restore = _identity, damaged: Sequence[Span] | None = None
) -> Outline:
    """Return the outline of a plan's text; words of damaged text are read through `restore`.

    `damaged` says which parts of the text are; without it, all of it is.
    """
    lines = [view_line(text, span) for span in lines_of(text)]
    lines = [line for line in lines if line.text and not _PAGE_NUMBER.fullmatch(line.text)]
    title_at = next((i for i, line in enumerate(lines) if _is_title_line(line.text)), None)
    head_end = 0 if title_at is None else title_at
    style = _style([line.text for line in lines[head_end:]])
    body_at = next(
        (i for i in range(head_end, len(lines)) if _part_label(lines[i].text, style)), len(lines)
    )
    tail_at = next(
        (i for i in range(body_at, len(lines)) if _TAIL.match(fold(lines[i].text))), len(lines)
    )
    width = _usual_width(lines)

    def read(block: Block) -> Block:
        if damaged is not None and not any(_overlap(block.span, span) for span in damaged):
            return block
        return replace(block, view=block.view.replaced(restore(block.text)))

    opening = lines[head_end + (title_at is not None) : body_at]
    title, opening_blocks = _title_and_opening(opening, width)
    body = [read(block) for block in _blocks(lines[body_at:tail_at], width, style)]
    return Outline(
        head=tuple(read(_block("head", "", group)) for group in _head_groups(lines[:head_end])),
        title=read(title) if title else None,
        opening=tuple(read(block) for block in opening_blocks),
        parts=tuple(_tree(body)),
        tail=tuple(read(block) for block in _tail_blocks(lines[tail_at:])),
    )


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _is_title_line(line: str) -> bool:
    return _TITLE_LINE.fullmatch(fold(line)) is not None


def _usual_width(lines: list[View]) -> int:
    """Return how wide the full lines of a text are; the widest twentieth may be errors."""
    widths = sorted(advance(line.text) for line in lines if CELL not in line.text)
    return widths[len(widths) * 19 // 20] if widths else 0


def _block(kind: str, label: str, lines: list[View], skip: int = 0) -> Block:
    """Make a block of its lines, whose view starts `skip` characters into the first."""
    span = Span(lines[0].span.start, lines[-1].span.end)
    first = lines[0].slice(skip, len(lines[0]))
    return Block(kind, label, join_lines([first, *lines[1:]]), span)


def _head_groups(lines: list[View]) -> list[list[View]]:
    """Keep the lines of the head apart, but join a date that is broken before its year."""
    groups: list[list[View]] = []
    for line in lines:
        broken = groups and _BROKEN_DATE.search(fold(groups[-1][-1].text))
        if broken and line.text[0].islower():
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _tail_blocks(lines: list[View]) -> Iterator[Block]:
    """Yield the lines of the tail; a recipient (nơi nhận) that runs over a line is one block."""
    current: list[View] = []
    for line in lines:
        if current and not _runs_over(current, line.text):
            yield _tail_block(current)
            current = []
        current.append(line)
    if current:
        yield _tail_block(current)


def _runs_over(lines: list[View], line: str) -> bool:
    """Recipients end in a semicolon; a name, a signature line or a bullet begins anew."""
    last = lines[-1].text
    if not _BULLET.match(lines[0].text) or _BULLET.match(line) or last[-1] in ";.":
        return False
    return not (line.isupper() or _TAIL.match(fold(line)) or line[0].isupper())


def _tail_block(lines: list[View]) -> Block:
    bullet = _BULLET.match(lines[0].text)
    return _block("tail", bullet.group(1) if bullet else "", lines, bullet.end() if bullet else 0)


def _roman_label(line: str) -> tuple[str, int] | None:
    """Read `II. MỤC TIÊU`, also where a scan printed I1., 111. or Il.: label and its length."""
    match = _ROMAN.match(line)
    if not match:
        return None
    label = match.group(1).translate(_GLYPHS)
    letters = [c for c in line[match.end() :] if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    if label not in _ROMAN_NUMERALS or not letters or upper < 0.7 * len(letters):
        return None  # parts have upper-case headings; clauses such as "1. Mục tiêu" do not
    return label, match.end()


def _style(lines: list[str]) -> Style:
    """Tell how a plan labels its parts; two labels in a row are needed to believe another way."""
    lettered = [label[0] for line in lines if (label := _lettered_label(line))]
    if lettered[:2] == ["A", "B"]:
        return "lettered"
    small = [label[0] for line in lines if (label := _small_label(line))]
    if small[:2] == ["I", "II"] and not any(_roman_label(line) for line in lines):
        return "small"
    return "roman"


def _part_label(line: str, style: Style) -> tuple[str, int] | None:
    """Return the label of a part and its printed length."""
    if style == "lettered":
        return _lettered_label(line)
    return _small_label(line) if style == "small" else _roman_label(line)


def _lettered_label(line: str) -> tuple[str, int] | None:
    """Read `A. MỤC TIÊU`; as of Roman parts, the heading is in capitals."""
    match = _PART_LETTER.match(line)
    letters = [c for c in line[match.end() :] if c.isalpha()] if match else []
    if not match or not letters or sum(map(str.isupper, letters)) < 0.7 * len(letters):
        return None
    return match.group(1), match.end()


def _small_label(line: str) -> tuple[str, int] | None:
    """Read `II. Mục tiêu cụ thể` as printed: what a scan may have misread is not believed."""
    match = _PRINTED_ROMAN.match(line)
    if not match or match.group(1) not in _ROMAN_NUMERALS or len(line) > HEADING_LIMIT:
        return None
    return (match.group(1), match.end()) if line[match.end()].isupper() else None


def _label(line: str, style: Style) -> tuple[str, str, int] | None:
    """Return the kind, the label and the printed length of the label that opens a line."""
    part = _part_label(line, style)
    if part:
        return "roman", part[0], part[1]
    below = _small_label(line) if style == "lettered" else None
    if below:
        return "number", below[0], below[1]
    number = _NUMBER.match(line)
    if number:
        return "number", number.group(1) or number.group(2), number.end()
    letter = _LETTER.match(line)
    if letter:
        return "letter", letter.group(1).translate(_LETTER_GLYPHS), letter.end()
    bullet = _BULLET.match(line)
    if bullet:
        return ("plus" if bullet.group(1) == "+" else "dash"), bullet.group(1), bullet.end()
    return None


def _continues(line: str, block_lines: list[View], width: int) -> bool:
    """Tell whether an unlabelled line goes on with the paragraph of the lines before it."""
    previous = block_lines[-1].text
    if CELL in line or CELL in previous:
        return False
    if not line[0].isupper():
        return True
    if _CLOSING.match(fold(line)) and previous.endswith("."):
        return False
    if width > LONG_LINE or _DUTY.match(fold(line)):
        return False
    full = was_full(previous, line, width, first=len(block_lines) == 1)
    return full and not previous.endswith("./.")


def _blocks(lines: list[View], width: int, style: Style) -> list[Block]:
    blocks: list[Block] = []
    current: list[View] = []
    opened: tuple[str, str, int] = ("paragraph", "", 0)
    last_number = 0
    for line in lines:
        label = _label(line.text, style)
        if label and label[0] == "number" and not _follows(label[1], last_number):
            label = None  # a wrapped line that happens to start with a number
        if label and label[0] == "dash" and current and _wraps_at_dash(line.text, current, width):
            label = None
        if label is None and current and _continues(line.text, current, width):
            current.append(line)
            continue
        if current:
            blocks.append(_block(opened[0], opened[1], current, opened[2]))
        current, opened = [line], label or ("paragraph", "", 0)
        if opened[0] == "roman" or opened[1] in _ROMAN_NUMERALS:
            last_number = 0
        elif opened[0] == "number" and "." not in opened[1]:
            last_number = int(opened[1])
    if current:
        blocks.append(_block(opened[0], opened[1], current, opened[2]))
    return blocks


def _wraps_at_dash(line: str, block_lines: list[View], width: int) -> bool:
    """Tell a line broken before a dash, `chính trị⏎- xã hội`, from the item of a list."""
    rest = line.lstrip("-–— ")
    previous = block_lines[-1].text
    if not rest or rest[0].isupper() or previous[-1] in ".;:":
        return False
    return width <= LONG_LINE and was_full(previous, rest, width, first=len(block_lines) == 1)


def _follows(label: str, last: int) -> bool:
    return "." in label or label in _ROMAN_NUMERALS or int(label) in (last + 1, last + 2, 1)


def _title_and_opening(lines: list[View], width: int) -> tuple[Block | None, list[Block]]:
    """Split what stands between KẾ HOẠCH and part I into the title and the opening paragraphs."""
    starts = [i for i, line in enumerate(lines) if _OPENING.match(fold(line.text)) and i > 0]
    end = starts[0] if starts else len(lines)
    title = _block("title", "", lines[:end]) if lines[:end] else None
    blocks: list[Block] = []
    current: list[View] = []
    for line in lines[end:]:
        if current and _OPENING.match(fold(line.text)) and not _inside(current, line.text, width):
            blocks.append(_block("opening", "", current))
            current = []
        current.append(line)
    if current:
        blocks.append(_block("opening", "", current))
    return title, blocks


def _inside(lines: list[View], following: str, width: int) -> bool:
    """Tell whether the paragraph of these lines goes on: its last line is full and unfinished."""
    last = lines[-1].text
    full = was_full(last, following, width, first=len(lines) == 1)
    return width <= LONG_LINE and full and last[-1] not in ".;:"


_LEVEL = {"roman": 0, "number": 2, "letter": 6, "dash": 7, "paragraph": 7, "plus": 8}


def _level(block: Block) -> int:
    if block.kind == "number" and block.label in _ROMAN_NUMERALS:
        return 1  # below a part with a letter
    return _LEVEL[block.kind] + (block.label.count(".") if block.kind == "number" else 0)


def _tree(blocks: list[Block]) -> list[Node]:
    """Hang every block under the nearest block above it of a higher level."""
    roots: list[Node] = []
    stack: list[Node] = []
    for index, block in enumerate(blocks):
        level = _level(block)
        if block.kind == "paragraph" and stack and _closes_part(blocks, index, stack):
            level = 1
        while stack and _level(stack[-1].block) >= level:
            stack.pop()
        parent = stack[-1] if stack else None
        node = Node(block, _path(parent, block))
        (parent.children if parent else roots).append(node)
        stack.append(node)
    return roots


def _closes_part(blocks: list[Block], index: int, stack: list[Node]) -> bool:
    """A paragraph after the items of a clause, with nothing labelled left in the part, closes it.

    So "Các cơ quan … báo cáo trước ngày 01 tháng 12" belongs to part IV, not to its last agency.
    """
    if CELL in blocks[index].text:  # a row belongs to the clause that introduces its table
        return False
    rest = blocks[index:]
    end = next((i for i, block in enumerate(rest) if block.kind == "roman"), len(rest))
    if any(block.kind != "paragraph" for block in rest[:end]):
        return False
    clause = next((node for node in stack if node.block.kind == "number"), None)
    return clause is not None and bool(clause.children)


def _path(parent: Node | None, block: Block) -> tuple[str, ...]:
    above = parent.path if parent else ()
    if block.kind == "number":
        return (*above, block.label.split(".")[-1])
    return (*above, block.label) if block.kind in ("roman", "letter") else above
