"""A model's answer → its sentences, each with the keys it cites, and what was stripped of it.

Links, images, HTML and code of a model are never shown: their words stay, what could be fetched or
run is taken out and counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.vietnamese import CAPITALS, nfc

_KEYS = re.compile(r"\s*[\[【(]\s*(\d{1,3}(?:\s*[,;]\s*\d{1,3})*)\s*[\]】)](?!\()")
_ROUND = re.compile(r"\(\s*\d[\d,; ]*\)")
_IMAGE = re.compile(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])")
_LINK = re.compile(r"(?<!!)\[([^\]]*[^\d\]\s][^\]]*)\]\([^)]*\)|\[(\d+)\]\([^)]*\)")
_BLOCK = re.compile(r"<(script|style|iframe|svg|think)\b.*?(?:</\1\s*>|$)", re.I | re.S)
_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")
_ADDRESS = re.compile(r"\b(?:[a-z][a-z0-9+.-]{1,15}://|www\.|data:|javascript:|mailto:)\S+", re.I)
_UNSEEN = re.compile(r"[\u0000-\u0008\u000b-\u001f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_FENCE = re.compile(r"```.*?(?:```|$)|<{3,}|>{3,}", re.S)
_BULLET = re.compile(r"^\s*(?:[-*+•–]|\d{1,2}[.)])\s+")
_HEADING = re.compile(r"^\s*#{1,6}\s+")
_RULE = re.compile(r"^[\s|:*_-]+$")
_END = re.compile(
    rf"(?<=[.!?…])((?:\s*\[\d{{1,3}}\])*)\s+(?=[{CAPITALS}“\"(\d])"
    r"|(?<=\])\s+(?=[A-ZĐ])(?=[^\[\]]*\[\d)"
)
_SHORT = re.compile(r"(?:\b(?:TP|tp|Mr|Ms|Dr|No|Tr|tr|St|q|h|v\.v)|\b[A-ZĐ]|\d)\.$")
_SIGNS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)|`")


@dataclass(frozen=True)
class Sentence:
    """One sentence, row or item of an answer, as it would be shown without its keys."""

    text: str
    keys: tuple[int, ...]
    form: str = "prose"
    """prose, item (of a list), row (of a table), or lead (what introduces a list)."""
    parts: tuple[tuple[str, tuple[int, ...]], ...] = ()
    """The stretches between its keys, each with the keys that follow it."""


def without_markup(text: str) -> tuple[str, int]:
    """Return an answer without links, images, HTML and code, and how many there were."""
    text, count = nfc(_UNSEEN.sub("", text)), 0
    for pattern, left in (
        (_BLOCK, ""), (_FENCE, ""), (_IMAGE, ""), (_LINK, None), (_TAG, ""), (_ADDRESS, ""),
    ):  # fmt: skip
        if left is None:
            text, found = pattern.subn(lambda m: m[1] or f"[{m[2]}]", text)
        else:
            text, found = pattern.subn(left, text)
        count += found
    return text, count


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Split an answer; the keys after a full stop belong to the sentence before it."""
    found: list[Sentence] = []
    lines = text.splitlines()
    for at, line in enumerate(lines):
        if not line.strip() or _RULE.match(line):
            continue
        if line.lstrip().startswith("|") and _RULE.match("".join(lines[at + 1 : at + 2]) or "x"):
            continue  # the head of a table
        form = "row" if line.lstrip().startswith("|") else "prose"
        if form == "prose" and _BULLET.match(line):
            form = "item"
        line = _HEADING.sub("", _BULLET.sub("", line)).strip().strip("|").strip()
        if form == "row":
            found.append(_sentence(line.replace("|", ": ", 1).replace("|", "; "), form))
            continue
        found += [_sentence(one, form) for one in _pieces(line)]
    return _with_leads(tuple(one for one in found if any(map(str.isalnum, one.text))))


def _pieces(line: str) -> list[str]:
    """Cut a line into sentences; a full stop after an abbreviation or a label cuts nothing."""
    pieces, start = [], 0
    for match in _END.finditer(line):
        end = match.end(1) if match[1] is not None else match.start()
        if _SHORT.search(line[start : match.start()]):
            continue
        pieces.append(line[start:end])
        start = match.end()
    return [*pieces, line[start:]]


def _sentence(words: str, form: str) -> Sentence:
    parts: list[tuple[str, tuple[int, ...]]] = []
    keys: list[int] = []
    at = 0
    for match in _KEYS.finditer(words):
        if match[0].strip().startswith("("):
            continue  # (21/4), (2): what a plan prints, no key
        found = tuple(int(n) for n in re.findall(r"\d+", match[1]))
        said = _bare(words[at : match.start()])
        if not any(map(str.isalnum, said)) and parts:
            parts[-1] = (parts[-1][0], parts[-1][1] + found)
        else:
            parts.append((said, found))
        keys += found
        at = match.end()
    rest = _bare(words[at:])
    if any(map(str.isalnum, rest)):
        if parts:
            parts[-1] = (f"{parts[-1][0]} {rest}", parts[-1][1])
        else:
            parts.append((rest, ()))
    text = _bare(_KEYS.sub(lambda m: m[0] if "(" in m[0] else "", words))
    return Sentence(
        re.sub(r"\s+([.,;:!?])", r"\1", text), tuple(dict.fromkeys(keys)), form, tuple(parts)
    )


def _bare(words: str) -> str:
    return " ".join(_SIGNS.sub("", words).split())


def _with_leads(found: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """Let what introduces a list, and cites nothing itself, lean on what its items cite."""
    told: list[Sentence] = []
    for at, one in enumerate(found):
        if one.form == "prose" and not one.keys and one.text.endswith(":"):
            items: list[int] = []
            for after in found[at + 1 :]:
                if after.form == "prose":
                    break
                items += after.keys
            keys = tuple(dict.fromkeys(items))
            told.append(Sentence(one.text, keys, "lead", ((one.text, keys),)))
        else:
            told.append(one)
    return tuple(told)
