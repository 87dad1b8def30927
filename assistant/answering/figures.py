"""Figures of targets: each number of a passage with its year and with what it is a number of.

Plans state targets in three ways: `70% thư viện cấp huyện` (what follows), `số lượt … tăng bình
quân 10% mỗi năm` (what stands before) and `Năm 2025: đạt 80%` below a lead (what the lead names).
Numbers are never changed, only found. Left out: numbers of documents and dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.vietnamese import CAPITALS, fold

_VALUE = re.compile(
    r"(?<![\w/.,–—-])(?P<number>\d+(?:[.,]\d+)*(?:\s?[-–—]\s?\d+(?:[.,]\d+)*)?)"
    r"(?P<unit>\s?%|\s+m[²2?]?(?!\w)|\s+[^\W\d_]+(?:/[^\W\d_]+)?)?(?![\w/])"
)
_YEAR = re.compile(r"\b(20[1-4]\d)\b")
SQUARE_METRES = ("m2", "m²", "m", "m?")
_NOT_A_FIGURE = re.compile(
    r"(?:\b(?:nam|ngay|thang|so|khoa|lan thu|dieu|khoan|muc|giai doan|den)|[-–—])\s*$"
)
_SENTENCE = re.compile(rf"(?<=;)\s+|(?<=\.)\s+(?=[^\W\d_])|\.(?=[{CAPITALS}])")
_VERB = re.compile(
    r"\s(?:có|được|tổ chức|xây dựng|triển khai|thực hiện|hoàn thiện|cung cấp|ứng dụng|tăng|phục vụ|"
    r"và đến năm)\s"
)
"""Words that end the name of what is counted and begin what is said of it."""
_LOOSE_END = re.compile(r"(?:,?\s+(?:và|hoặc|đạt|trên|đến|là))+\s*$")
"""Words that lead on to the next figure."""
_EMPTY_WORDS = frozenset(
    "moi nam va den dat phan dau la tro len tu muc it nhat khoang tren duoi hang binh quan tang "
    "vao cuoi trong do".split()
)
"""Words that say nothing of what a figure counts."""


@dataclass(frozen=True)
class Figure:
    """One number as printed, with its unit, the years it holds for and what it counts."""

    value: str
    years: tuple[int, ...]
    subject: str
    """The words that name what is counted, as read."""
    context: str
    """What is said of it: the words around the figures of its sentence, and the lead above them."""
    predicate: str
    """What the end of its sentence says of all its figures: `có cung cấp dịch vụ`."""
    named: str
    """The subject, with the words that lead to the first figure of its sentence."""
    follows: bool
    """The subject follows the number directly, so that the two read as one phrase."""


@dataclass(frozen=True)
class _Mention:
    start: int
    end: int
    value: str
    year: tuple[int, ...]


def find_figures(reading: str, headings: tuple[str, ...]) -> tuple[Figure, ...]:
    """Return the figures of a passage in order; years of the headings hold where it names none."""
    above = tuple(int(y) for h in headings for y in _YEAR.findall(h)[-1:])[-1:]
    mentions = list(_mentions(reading, above))
    return tuple(_figure(reading, mentions, i) for i in range(len(mentions)))


def _mentions(reading: str, above: tuple[int, ...]) -> list[_Mention]:
    found = []
    folded = fold(reading)
    for match in _VALUE.finditer(reading):
        before = folded[: match.start()]
        if _NOT_A_FIGURE.search(before[-12:]):
            continue
        number, unit = match.group("number"), match.group("unit") or ""
        if not unit.strip() or _YEAR.fullmatch(number):
            continue
        start = _sentence_start(reading, match.start())
        years = _YEAR.findall(before[start:])[-1:] or _YEAR.findall(before)[:1]
        year = (int(years[0]),) if years else above
        whole = "%" in unit or unit.strip() in SQUARE_METRES
        end = match.end() if whole else match.end("number")
        found.append(_Mention(match.start(), end, reading[match.start() : end], year))
    return found


def _figure(reading: str, mentions: list[_Mention], index: int) -> Figure:
    mention = mentions[index]
    first, last = _sentence_of(reading, mentions, index)
    sentence_start = _sentence_start(reading, mentions[first].start)
    before = reading[sentence_start : mentions[first].start]
    after_last = _after(reading, mentions, last)
    closing = after_last.removeprefix(_noun(after_last)) or after_last
    context = f"{before} {closing}"
    if sentence_start or not _says_something(context):  # what leads a list holds for its items
        context = f"{reading[: mentions[0].start]} {context}"
    for at in (index, index + 1):
        after = _after(reading, mentions, at) if at <= last else ""
        if _says_something(after):
            subject = _noun(after)
            named = f"{before} {subject}" if index == first else subject
            return Figure(
                mention.value, mention.year, subject, context, closing, named, at == index
            )
    subject = context.strip(" ,:")
    return Figure(mention.value, mention.year, subject, context, closing, subject, False)


def _sentence_of(reading: str, mentions: list[_Mention], index: int) -> tuple[int, int]:
    """Return the first and the last mention of the sentence a mention stands in."""
    first = last = index
    while first > 0 and _same_sentence(reading, mentions[first - 1], mentions[first]):
        first -= 1
    while last + 1 < len(mentions) and _same_sentence(reading, mentions[last], mentions[last + 1]):
        last += 1
    return first, last


def _sentence_start(reading: str, end: int) -> int:
    return end - len(_SENTENCE.split(reading[:end])[-1])


def _noun(words: str) -> str:
    """Cut what is said of a thing from its name: `thư viện cấp xã có cung cấp …` → `thư viện …`."""
    match = _VERB.search(words.lower())
    name = words[: match.start()] if match and match.start() > 3 else words
    return _LOOSE_END.sub("", name).strip(" ,")


def _after(reading: str, mentions: list[_Mention], index: int) -> str:
    """Return the words from a number to the next one or to the end of the sentence."""
    end = mentions[index + 1].start if index + 1 < len(mentions) else len(reading)
    return _SENTENCE.split(reading[mentions[index].end : end])[0].strip(" ,.;:")


def _same_sentence(reading: str, first: _Mention, second: _Mention) -> bool:
    return len(_SENTENCE.split(reading[first.end : second.start])) == 1


def _says_something(words: str) -> bool:
    content = [w for w in re.findall(r"[^\W\d_]+", fold(words)) if w not in _EMPTY_WORDS]
    return len(content) >= 2
