"""Whether a number of a sentence is whole, and is counted of what the sentence counts.

A passage that says `10 - 15%` bears out neither `10%` nor `15%`; one that says `100.000 bản sách và
15.000 bản tài liệu số` bears out no `15.000 bản sách`. Percentages of levels, kinds and years are
the business of `binding.py`. Left out: a count that stands behind its thing (`số sách là 15.000`),
which reads alike whether it is true or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.model.grounds import Ground, marked_words
from assistant.model.values import YEAR, plain, small_counts, without_days
from corpus.vietnamese import fold

_COUNT = re.compile(r"(?<![^\W\d_])(?<!\d[.,/])\d+(?:[.,]\d+)*(?:\s?[-–—]\s?\d+(?:[.,]\d+)*)?\s?%?")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_ILLEGIBLE = re.compile(r"\[[^\[\]]*\?\]")
_TO = re.compile(r"(?<=\d)%? (?:đến|tới|hoặc|or|to) (?=\d)")
_BETWEEN = re.compile(r"\bbetween (\d[\d.,]*) and (?=\d)", re.IGNORECASE)
_AT_LEAST = re.compile(
    r"(?:ít nhất|tối thiểu|thấp nhất|từ|at least|from|minimum(?: of)?)\s*$", re.I
)
_AT_MOST = re.compile(
    r"(?:tối đa|nhiều nhất|cao nhất|không quá|lên (?:đến|tới)|up to|at most|maximum(?: of)?)\s*$",
    re.I,
)
_COMMA = re.compile(r",(?!\d)")
_EACH = re.compile(r"\bmỗi (?!năm|tháng|quý|tuần|ngày)", re.IGNORECASE)
_LINKS = frozenset(
    "là có các những một và của cho với trong trên dưới theo thì mà được do này đó để ở tại về từ "
    "đến vào đạt khoảng năm tháng ngày mỗi hằng hàng phấn đấu phải sẽ cả and the of a in".split()
)
"""Words that name nothing that could be counted."""


@dataclass(frozen=True)
class Count:
    """A number or a range of a text, with the words around it."""

    values: tuple[str, ...]
    share: bool
    """Whether it is a percentage."""
    lead: tuple[str, ...]
    """What leads to it, and is not of the number before it."""
    after: tuple[str, ...]
    """What follows, up to a comma or the next number."""
    each: bool
    """Whether it is told of every one: `mỗi thư viện có …`."""

    @property
    def reach(self) -> frozenset[str]:
        return frozenset(self.lead + self.after)

    @property
    def thing(self) -> frozenset[str]:
        """What is counted: what follows, and what leads to it where next to nothing follows."""
        after = frozenset(self.after)
        return after if len(after) > 1 else self.reach


def cut_range(said: str, grounds: Sequence[Ground]) -> str:
    """Return the first number that is only an end of a range in the passages, or a wrong range."""
    counts = _counts_of(grounds)
    whole = {one.values[0] for one in counts if len(one.values) == 1}
    ranges = {one.values for one in counts if len(one.values) == 2}
    text = _dashed(said)
    for number, word in small_counts(said):
        ends = [one for one in counts if len(one.values) == 2 and str(number) in one.values]
        if str(number) not in whole and any(fold(word) in one.reach for one in ends):
            return str(number)
    for match in _COUNT.finditer(text):
        values = _values(match.group())
        touched = [one for one in ranges if set(one) & set(values)]
        if not touched or values in ranges or whole.issuperset(values):
            continue
        before = text[: match.start()]
        if len(values) == 1 and any(
            (values[0] == low and _AT_LEAST.search(before))
            or (values[0] == high and _AT_MOST.search(before))
            for low, high in touched
        ):
            continue
        return match.group().strip()
    return ""


def misplaced_count(local: str, grounds: Sequence[Ground]) -> str:
    """Return the first number that its passages count of something else than the sentence does.

    `local` is the digitised sentence, in Vietnamese. The words that follow the number must fit the
    thing of another number better than all that the passages say of this one.
    """
    held = _counts_of(grounds)
    for said in _read(_dashed(local)):
        own = [one for one in held if set(said.values) & set(one.values)]
        others = [one for one in held if not set(said.values) & set(one.values)]
        if not own or not said.after:
            continue
        wrong = _head_of_another if said.share else _another_s
        if any(wrong(said, own, other) for other in others if other.share == said.share):
            return " - ".join(said.values)
    return ""


def _another_s(said: Count, own: Sequence[Count], other: Count) -> bool:
    after = frozenset(said.after)
    reached = max(len(after & one.reach) for one in own)
    if said.each and other.each and not any(one.each for one in own):
        return len(after & other.thing) >= reached
    return len(after & other.thing) > reached


def _head_of_another(said: Count, own: Sequence[Count], other: Count) -> bool:
    """Tell whether a share is told of what another share names and its own does not."""
    head = next(pairwise(said.after), None)
    if head is None or any(head in _pairs(one.lead, one.after) for one in own):
        return False
    named = other.after[:4] or other.lead[-4:]
    return head in _pairs(named)


def _pairs(*runs: tuple[str, ...]) -> set[tuple[str, str]]:
    return {pair for run in runs for pair in pairwise(run)}


def _counts_of(grounds: Sequence[Ground]) -> list[Count]:
    return [count for ground in grounds for count in _read(_ILLEGIBLE.sub(" ", ground.text))]


def _read(text: str) -> Iterator[Count]:
    """Yield the numbers of a text that are no days, years or numbers of documents.

    What follows the next number is also of one that nothing follows: `70% và đến 2030, 100% …`.
    """
    for clause in re.split(r"[;:.](?!\d)|[()\n]", YEAR.sub(" ", without_days(text))):
        found = list(_COUNT.finditer(clause))
        ends = [match.end() for match in found]
        starts = [*(match.start() for match in found[1:]), len(clause)]
        between = [_COMMA.split(clause[a:b]) for a, b in zip(ends, starts, strict=bool(found))]
        things = [_telling(stretch[0]) for stretch in between]
        for at, match in enumerate(found):
            before = between[at - 1][1:] if at else [clause[: match.start()]]
            yield Count(
                _values(match.group()),
                "%" in match.group(),
                _telling(" ".join(before)),
                next(filter(None, things[at:]), ()),
                bool(_EACH.search(clause[: match.start()])),
            )


def _telling(text: str) -> tuple[str, ...]:
    words = (word for word in marked_words(text) if word not in _LINKS and not word.isdigit())
    return tuple(map(fold, words))


def _values(printed: str) -> tuple[str, ...]:
    return tuple(map(plain, _NUMBER.findall(printed)))


def _dashed(text: str) -> str:
    """Write ranges of counts with a dash: `từ 6.000 đến 8.000 bản` → `từ 6.000 - 8.000 bản`."""
    text = _BETWEEN.sub(r"\1 - ", YEAR.sub(" ", without_days(text)))
    return _TO.sub(" - ", text)
