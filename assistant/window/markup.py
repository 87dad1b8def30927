"""Text → HTML that is safe to show: Markdown of an answer, and the words of a plan verbatim.

Every character that comes from a plan, a question or a model is escaped. Images, links and raw
HTML of an answer stay plain text: nothing in an answer can make the browser ask another host.
"""

from __future__ import annotations

import html
import re
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

FOLD = 8
"""Items of a list that are shown at once; the others are a click away."""

_MARKER = re.compile(r"\[(\d{1,3})\]")

_SOURCE_LINE = re.compile(r"(\[\d{1,3}\] ?)+\S")
"""`[1] mục IV.3, Kế hoạch số …`: a source in office form, below an answer."""

_LONG_LINE = 55
"""Characters from which a line counts as full, so that the next one continues it (A4 has 80)."""

_BREAK = re.compile(r"[ \t]*\n\s*")

_SIGN = re.compile(r"\*{2,3}|^#{1,6} ")
"""The marks of bold and headings in a plan that was saved as Markdown."""

_STARTS_ANEW = re.compile(r"[-+*•–#|]|\d+(\.\d+)*[.)/]|[a-zđ][.)]|[IVX]+[.)]")
"""What a line of its own begins with: a dash, a heading, `1.`, `a)`, `IV.`."""


def escape(text: str) -> str:
    return html.escape(text, quote=True)


def render_markdown(text: str, more: str = "{n}") -> str:
    """Return the HTML of an answer's Markdown: paragraphs, lists, emphasis and tables only.

    The first paragraph, the short answer, is of class `short`; lines of sources are of class
    `sources-line`. What a list has beyond FOLD items is folded under `more`, which tells how many.
    """
    parser = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("table")
    parser.disable(["image", "link", "autolink", "reference", "html_inline", "html_block"])
    tokens = parser.parse(text)
    if tokens and tokens[0].type in ("paragraph_open", "bullet_list_open"):
        tokens[0].attrSet("class", "short")
    for before, token in pairwise(tokens):
        if before.type == "paragraph_open" and before is not tokens[0]:
            lines = token.content.splitlines()
            before.attrSet("class", "sources-line" if all(map(_SOURCE_LINE.match, lines)) else "")
    return str(parser.renderer.render(_folded(tokens, more), parser.options, {}))


def _folded(tokens: list[Token], more: str) -> list[Token]:
    """Put what a list of the first level has beyond FOLD items into a box that opens."""
    found: list[Token] = []
    items, start = 0, 0
    for token in tokens:
        if token.level == 0 and token.type.endswith("_list_open"):
            items, start = sum(_is_item_of(one, token) for one in tokens), len(found)
            seen = 0
        if token.level == 1 and token.type == "list_item_open" and items > FOLD:
            seen += 1
            if seen == FOLD + 1:
                tag = found[start].tag
                first = f' start="{FOLD + 1}"' if tag == "ol" else ""
                summary = escape(more.format(n=items - FOLD))
                box = f"</{tag}><details class=more><summary>{summary}</summary><{tag}{first}>"
                found.append(Token("html_block", "", 0, content=box))
        found.append(token)
        if token.level == 0 and token.type.endswith("_list_close") and items > FOLD:
            found.append(Token("html_block", "", 0, content="</details>"))
    return found


def _is_item_of(token: Token, opening: Token) -> bool:
    """Tell whether a token opens an item of the list that `opening` opens."""
    if token.type != "list_item_open" or token.level != 1 or not (token.map and opening.map):
        return False
    return opening.map[0] <= token.map[0] < opening.map[1]


def link_markers(rendered: str, turn: int, labels: dict[int, str]) -> str:
    """Make each [1] that has a citation a link to its card; others stay as they are."""

    def link(found: re.Match[str]) -> str:
        key = int(found[1])
        if key not in labels:
            return found[0]
        target = card_id(turn, key)
        return f'<a class="marker" href="#{target}" title="{escape(labels[key])}">[{key}]</a>'

    return _MARKER.sub(link, rendered)


def card_id(turn: int, key: int) -> str:
    return f"nguon-{turn}-{key}"


def plain_text(markdown: str) -> str:
    """Return an answer as it is pasted into a document: without asterisks and hashes."""
    return re.sub(r"(?m)^#+ |\*\*|__", "", markdown).strip()


def verbatim(text: str) -> str:
    """Return the words of a plan as HTML whose text content is exactly `text`.

    A file taken from a PDF breaks its lines every eighty characters, with empty lines between: the
    breaks inside a paragraph are drawn as a space, the others as a small gap, and the marks of bold
    and headings are not drawn. No character is added or left out.
    """
    parts: list[str] = []
    at = line = 0
    for found in _BREAK.finditer(text):
        parts.append(_line(text[at : found.start()]))
        before = text[line : found.start()].strip()
        kind = "wrap" if _goes_on(before, text[found.end() :]) else "gap"
        parts.append(f'<span class="{kind}">{found[0]}</span>')
        at = line = found.end()
    return "".join(parts) + _line(text[at:])


def marked(text: str, start: int, end: int, attributes: str) -> str:
    """Return a whole text verbatim, with the characters from start to end in a <mark>."""
    quote = verbatim(text[start:end])
    return f"{verbatim(text[:start])}<mark {attributes}>{quote}</mark>{verbatim(text[end:])}"


def _line(text: str) -> str:
    return _SIGN.sub(r'<span class="sign">\g<0></span>', escape(text))


def _goes_on(before: str, after: str) -> bool:
    full = len(before) >= _LONG_LINE and before[-1] not in ".;:!?*|"
    return full and bool(after) and not _STARTS_ANEW.match(after)
