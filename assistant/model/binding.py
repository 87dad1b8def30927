"""Whether a figure, a year or a day of a sentence belongs to what the sentence says it of.

A passage holds many figures (`70% thư viện cấp huyện, 40% thư viện cấp xã`, 2025 and 2030); that a
figure stands in it somewhere proves nothing. A figure must be of the year, the level and the kind
of institution that the sentence names; a year or a day must stand nearer to the sentence's words
than any other year or day of the passage does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from assistant.answering.figures import Figure
from assistant.facets import facets_of
from assistant.model.grounds import Ground, marked_words, rarity
from assistant.model.values import days_of, values_of, without_days, years_of
from corpus.plan import Plan

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*(?: - \d+(?:[.,]\d+)*)?%")
_CLAUSE = re.compile(r"(?:[;:,.](?!\d)|\bvà\b|\band\b|\n)\s*")
_LIBRARY, _LEVEL, _INDICATOR, _KIND = 0, 1, 2, 3

BETTER = 0.5
"""By how much the words of another year must fit a sentence better than those of its own: half a
word that stands once in the plan. Chosen on the labelled pairs (see `check.py`)."""

Facets = tuple[frozenset[str], ...]


def misplaced_figure(text: str, local: str, grounds: Sequence[Ground]) -> str:
    """Return the first percentage that its passages do not state of what the sentence says it of.

    `text` is the digitised sentence, `local` the same in Vietnamese where it was English, figures
    in place. Figures without `%` are left to the words around them.
    """
    local = without_days(local)
    figures = list(_FIGURE.finditer(local))
    printed = [m.group() for m in _FIGURE.finditer(text)]
    for at, match in enumerate(figures):
        if at >= len(printed):
            break
        value = values_of(match.group())
        stated = [(f, g) for g in grounds for f in g.figures if values_of(f.value) == value]
        if not stated:
            continue  # that it stands in the passage at all is another check
        years = years_for(local, figures, at)
        asked = _local_facets(local, figures, at)
        if not any(
            _fits(asked, years, figure, ground) and not _another_s(asked, years, figure, ground)
            for figure, ground in stated
        ):
            return match.group()
    return ""


def _fits(asked: Sequence[Facets], years: frozenset[int], figure: Figure, ground: Ground) -> bool:
    if years and figure.years and not years & set(figure.years):
        return False
    said = [facets_of(words) for words in (figure.subject, figure.named, figure.context)]
    said += [facets_of(heading) for heading in reversed(ground.passage.headings)]
    return any(not _conflicts(one, said) for one in asked)


def _another_s(
    asked: Sequence[Facets], years: frozenset[int], figure: Figure, ground: Ground
) -> bool:
    """Tell whether the level or kind asked for is named by another figure and not by this one."""
    own = facets_of(f"{figure.subject} . {figure.named}")
    for at in (_LEVEL, _KIND):
        wanted = frozenset[str]().union(*(one[at] for one in asked))
        if not wanted or own[at] & wanted:
            continue
        for other in ground.figures:
            same_time = not years or not other.years or bool(years & set(other.years))
            if other.value != figure.value and same_time and facets_of(other.subject)[at] & wanted:
                return True
    return False


def _conflicts(asked: Facets, said: Sequence[Facets]) -> bool:
    """Tell whether a facet is named on both sides with nothing in common, nearest words first."""
    for at, wanted in enumerate(asked):
        named = next((facets[at] for facets in said if facets[at]), frozenset[str]())
        if wanted and named and not wanted & named:
            return True
    return False


def years_for(text: str, figures: Sequence[re.Match[str]], at: int) -> frozenset[int]:
    """Return the year a figure is told for: the one before it, else the one after, else none."""
    before = text[: figures[at].start()]
    found = [(m.start(), int(m.group())) for m in re.finditer(r"(?<!\d)20\d\d(?!\d)", text)]
    told = [year for start, year in found if start < len(before)]
    later = [year for start, year in found if start > len(before)]
    if (
        told
        and later
        and (
            _has_own_year(text, figures, at, found)
            or (at and _follows_its_years(text, figures, found))
        )
    ):
        return frozenset(later[:1])
    return frozenset(told[-1:] or later[:1]) if found else frozenset()


_BREAK = re.compile(rf"\(|{_CLAUSE.pattern}")


def _has_own_year(
    text: str, figures: Sequence[re.Match[str]], at: int, years: Sequence[tuple[int, int]]
) -> bool:
    """Tell whether the year after a figure is its own and the one before another clause's.

    `đến năm 2030 là toàn bộ, còn 70% vào năm 2025`.
    """
    start, end = figures[at].span()
    before = max(year for year, _ in years if year < start)
    after = min(year for year, _ in years if year > start)
    apart = _BREAK.search(text[before:start])
    return (
        bool(apart) and not _BREAK.search(text[end:after]) and not _FIGURE.search(text[end:after])
    )


def _follows_its_years(
    text: str, figures: Sequence[re.Match[str]], years: Sequence[tuple[int, int]]
) -> bool:
    """Tell whether each figure is followed by its year: `10% năm 2025, 15% năm 2030`."""
    return bool(years) and years[0][0] > figures[0].start()


def _local_facets(text: str, figures: Sequence[re.Match[str]], at: int) -> list[Facets]:
    """Return what a figure is said to be of, in the ways the sentence can be read.

    Its level and kind stand between it and the next figure (`70% cấp huyện, 40% cấp xã`) or between
    the figure before and it (`cấp huyện 70%, cấp xã 40%`); the rest holds for the whole sentence.
    """
    whole = facets_of(text)
    if len(figures) == 1:
        return [whole]
    starts = [m.start() for m in figures] + [len(text)]
    ends = [0] + [m.end() for m in figures]
    after, before = text[figures[at].end() : starts[at + 1]], text[ends[at] : figures[at].start()]
    led = facets_of(text[: figures[0].start()])
    trailed = facets_of(text[figures[-1].end() :])
    in_front = any(led[f] and not trailed[f] for f in (_LEVEL, _KIND))
    behind = any(trailed[f] and not led[f] for f in (_LEVEL, _KIND))
    ways = [before] if in_front else [after] if behind else [after, before]
    return [_merged(facets_of(words), whole) for words in ways]


def _merged(near: Facets, whole: Facets) -> Facets:
    """Take what stands near, for the indicator and the institution else what the whole names."""
    return tuple(
        near[at]
        or (whole[at] if at in (_LIBRARY, _INDICATOR) and len(whole[at]) == 1 else near[at])
        for at in range(len(whole))
    )


def misplaced_time(local: str, grounds: Sequence[Ground]) -> str:
    """Return the first year or day that other words of its passages are about."""
    figures = list(_FIGURE.finditer(local))
    told = frozenset[int]().union(*(years_for(local, figures, at) for at in range(len(figures))))
    for clause in _clauses(local):
        words = [w for w in marked_words(clause) if not w.isdigit() and w not in _ITSELF | _LEADING]
        for value in sorted(
            years_of(without_days(clause)) - told
        ):  # those were checked with figures
            if _others_fit_better(value, words, grounds, years_of):
                return str(value)
        for day in sorted(days_of(clause)):
            if _others_fit_better(day, words, grounds, days_of):
                return "/".join(map(str, day))
    return ""


def _others_fit_better(
    value: object,
    words: Sequence[str],
    grounds: Sequence[Ground],
    read: Callable[[str], Iterable[object]],
) -> bool:
    own = other = 0.0
    for ground in grounds:
        for clause in _timed(ground.text, read):
            found = read(clause)
            if not found:
                continue
            fit = _fit(words, clause, ground.plan)
            if value in found:
                own = max(own, fit)
            else:
                other = max(other, fit)
    return other > own + BETTER


def _fit(words: Sequence[str], clause: str, plan: Plan) -> float:
    """Return how rare the words are that a clause shares; two side by side count once more."""
    held = marked_words(clause)
    pairs = set(pairwise(words)) & set(pairwise(held))
    alone = sum(rarity(word, plan) for word in set(words) & set(held))
    return alone + sum(max(rarity(one, plan), rarity(other, plan)) for one, other in pairs)


def _timed(text: str, read: Callable[[str], Iterable[object]]) -> Iterator[str]:
    """Yield the clauses of a passage, what has no time of its own with the time that follows it.

    `tổng kết Chương trình và đề xuất giai đoạn tiếp theo vào năm 2030` is all of 2030.
    """
    for sentence in re.split(r"[;.](?!\d)|\n", text):
        waiting = ""
        for clause in _clauses(sentence):
            waiting = f"{waiting} {clause}".strip()
            if read(clause):
                yield waiting
                waiting = ""


def _clauses(text: str) -> list[str]:
    """Cut a text where a new thing begins; a clause without words goes with the one after it."""
    clauses: list[str] = []
    held = ""
    for piece in _CLAUSE.split(text):
        held = f"{held} {piece}".strip()
        if len([w for w in marked_words(held) if not w.isdigit() and w not in _LEADING]) >= 1:
            clauses.append(held)
            held = ""
    return [*clauses, held] if held else clauses


_ITSELF = frozenset("kế hoạch chương trình".split())
"""Words by which a plan speaks of itself, at any time."""

_LEADING = frozenset(
    "đến năm vào trong cuối từ by in until for the end of and và ngày tháng".split()
)
"""Words that only lead to a year or a day: `Năm 2025: 10%`, `Đến năm 2030, …`."""
