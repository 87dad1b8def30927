"""Which of two wordings a plan has: "gọi là mạng lưới hay hệ thống thư viện?".

The two alternatives stand on both sides of `hay`; the words beside them that both share complete
them. Where a plan prints both, both are told with their places: plans are not always consistent.
Left out: alternatives that are agencies, figures or days, which other answerers hold apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from assistant.agency import find_agencies
from assistant.answering.finding import Finding, Statement, quote_passage
from assistant.answering.material import SUPPORT, Material
from corpus.plan import Passage
from corpus.vietnamese import early_tone, tokens

LONGEST = 5
"""Words of one alternative."""

SHARED = 2
"""Words that both alternatives share on one side."""

SHOWN = 6
"""Words that are shown on each side of the words of an alternative."""

_OR = re.compile(r"\s+(?:hay(?: là)?|hoặc(?: là)?)\s+", re.IGNORECASE)
_CALLED = re.compile(r"\b(?:gọi|ghi|tên|viết|dùng|in|phê duyệt|nêu|chữ|từ|cụm từ)\b", re.IGNORECASE)
"""What says that a wording is asked for."""


def answer_either(material: Material) -> Finding | None:
    """Tell which of two wordings the plan prints, or both with their places."""
    own = material.query.own
    parts = _OR.split(own.rstrip(" ?."))
    if len(parts) != 2 or not _CALLED.search(own):
        return None
    left, right = map(_words, parts)
    beside = " ".join([*left[-LONGEST:], ".", *right[:LONGEST]])
    if find_agencies(beside) or re.search(r"\d", beside):
        return None
    pair = _alternatives(material.passages, left, right)
    if pair is None:
        return None
    told = [(wording, _best(material, wording)) for wording in pair]
    held = [(wording, passage) for wording, passage in told if passage is not None]
    if not held:
        return None
    lines = [f"“{_around(passage, wording)}”" for wording, passage in held]
    both = material.words("Cả hai: ", "Both: ") if len(held) == 2 else ""
    short = both + material.words(" và ", " and ").join(lines)
    statements = tuple(Statement(p.reading, (quote_passage(material.plan, p),)) for _, p in held)
    return Finding(material.plan, short, statements, SUPPORT)


def _words(text: str) -> tuple[str, ...]:
    return tokens(early_tone(re.sub(r"[“”\"']", " ", text)))


def _alternatives(
    passages: Sequence[Passage], left: tuple[str, ...], right: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return the two wordings with as many shared words beside them as the plan prints with both.

    `phát triển mạng lưới hay hệ thống thư viện`: what stands before the first and after the second
    belongs to both. The second reaches to the end of the question.
    """
    text = f" {' . '.join(' '.join(tokens(p.reading)) for p in passages)} "
    found: list[tuple[bool, int, tuple[tuple[str, ...], tuple[str, ...]]]] = []
    for first, head, tail in product(range(2, LONGEST + 1), range(SHARED + 1), range(SHARED + 1)):
        if first + head > len(left) or len(right) - tail < 2 or len(right) > LONGEST + SHARED:
            continue
        before, after = left[-first - head : len(left) - first], right[len(right) - tail :]
        pair = (*before, *left[-first:], *after), (*before, *right)
        held = [f" {' '.join(one)} " in text for one in pair]
        alike = not head and not tail and first == len(right)  # else no telling where it begins
        if pair[0] != pair[1] and (all(held) or (any(held) and alike)):
            found.append((all(held), len(pair[0]) + len(pair[1]), pair))
    return max(found)[2] if found else None


def _best(material: Material, wording: tuple[str, ...]) -> Passage | None:
    """Return the passage with a wording that meets the question best."""
    phrase = f" {' '.join(wording)} "
    having = [p for p in material.passages if phrase in f" {' '.join(tokens(p.reading))} "]
    return max(having, key=material.demand.coverage, default=None)


def _around(passage: Passage, wording: tuple[str, ...]) -> str:
    """Return the words of a passage around a wording."""
    words = passage.reading.split()
    spelled = [tokens(word) for word in words]
    flat = [(token, at) for at, parts in enumerate(spelled) for token in parts]
    for start in range(len(flat) - len(wording) + 1):
        if tuple(token for token, _ in flat[start : start + len(wording)]) == wording:
            first, last = flat[start][1], flat[start + len(wording) - 1][1]
            return " ".join(words[max(0, first - SHOWN) : last + SHOWN + 1]).strip(" ,;.")
    return passage.reading
