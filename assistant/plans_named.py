"""The plans that a question is about: by number, by place, by year, or by words of their titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.claim import plan_numbers
from assistant.wording import (
    LEAST,
    MOST,
    PLAN_NUMBER,
    PLAN_YEAR,
    SEVERAL_PLANS,
    WHICH_PLAN,
    YEAR,
)
from corpus.places import place_key
from corpus.plan import Plan
from corpus.vietnamese import fold, tokens

_SPANS_OF_TIME = re.compile(r"\b\d+ (?:nam|thang|quy|ngay|year|month)s?\b")
"""`kế hoạch 5 năm` has no number."""


_OF_A_PLAN = r"(?:giao|neu|ghi|ky|do ai|co|dat|yeu cau|ban hanh|cua|quy dinh|noi|thi|chi)\b"
"""What is said of a plan by its number alone: `154 giao ai …`."""

_UNIT = (
    r"\s?(?:%|/|[.,]\d"
    r"|(?:phan tram|nguoi|ban(?! h[aà]nh)|cuon|quyen|may|luot|trieu|ty|dong|xa|nam)\b)"
)
"""What follows a number that counts something, which is no plan's."""

_LINKS_OF_TWO = r" and| or| hay| hoặc| hoac| và| va| với| voi| vs\.?|,"

_APART = (
    r"\b(?P<word>ke hoach|plan)(?P<name>(?: (?!nao|gi|ai|la\b|so\b|va\b|voi\b|and\b|\d)\w+){1,6}) "
)
"""`kế hoạch` and, apart from it, a number: `kế hoạch thư viện 4084`."""


class PlanReader:
    """Finds the plans of questions among those of one generation."""

    def __init__(self, plans: Sequence[Plan]) -> None:
        self._plans = tuple(plans)
        self._in_force = tuple(plan for plan in plans if plan.superseded_by is None)

    def join_number(self, question: str) -> str:
        """Leave out what stands between `kế hoạch` and its number: `kế hoạch thư viện 4084`."""
        folded = fold(question)
        for plan in self._plans:
            number = plan.bare_number
            if not number.isdigit():
                continue
            found = re.search(rf"{_APART}{number}\b(?!\s?[%/.,\d])", folded)
            if found and not PLAN_NUMBER.search(found.group("name") + number):
                question = question[: found.end("word")] + question[found.end("name") :]
                break
        return self._name_second(self._name_bare(self._name_pair(_name_before(question))))

    def _name_bare(self, question: str) -> str:
        """Say `kế hoạch` of a number after its place or before a verb: `lc 154 giao …`."""
        folded = fold(question)
        for plan in self._plans:
            number, place = plan.bare_number, place_key(plan.place.value or "")
            if not number.isdigit() or len(number) < 2 or plan_numbers(question):
                continue
            after = rf"\b(?:theo|{place or 'theo'}) {number}\b(?!{_UNIT})"
            alone = re.search(rf"^{number}(?= {_OF_A_PLAN})|{after}", folded)
            if alone:
                at = alone.end() - len(number)
                return f"{question[:at]}kế hoạch {question[at:]}"
        return question

    def _name_pair(self, question: str) -> str:
        """Say `kế hoạch` of two numbers that are held against each other: `…, 4084 or 76?`."""
        held = "|".join(p.bare_number for p in self._plans if p.bare_number.isdigit())
        if not held or plan_numbers(question):
            return question
        of = r"(?: (?:của|cua|of) (?:\w+ ){0,2}\w+?)?"  # 76 của Tuyên Quang hay 154
        found = re.search(rf"\b(?:{held}){of}(?:{_LINKS_OF_TWO}) (?:{held})\b(?!{_UNIT})", question)
        return (
            f"{question[: found.start()]}kế hoạch {question[found.start() :]}"
            if found
            else question
        )

    def _name_second(self, question: str) -> str:
        """Say `kế hoạch` of a number joined to another plan's: `kế hoạch 154 và 4084`."""
        held = {plan.bare_number for plan in self._plans if plan.bare_number.isdigit()}
        if not plan_numbers(question):
            return question
        joined = re.compile(r"(?P<link>,| và| va| với| voi| hay| and| or| with) (?P<number>\d+)")
        for found in reversed(list(joined.finditer(question))):
            after = question[found.end() :].lstrip()
            if found.group("number") in held and not after.startswith(("%", "/")):
                at = found.start("number")
                question = f"{question[:at]}kế hoạch {question[at:]}"
        return question

    def scope(self, folded: str, places: Sequence[str]) -> tuple[tuple[Plan, ...], bool]:
        """Return the plans a question is about, by number, place, year or words of their titles.

        A plan that another took the place of is meant only where its number or year is named.
        """
        numbers = plan_numbers(folded)
        by_number = [p for p in self._plans if p.bare_number in numbers]
        of_number = {p.place.value for p in by_number}
        keys = {place_key(name) for name in places}
        found = [p for p in self._plans if p.place.value and place_key(p.place.value) in keys]
        if by_number:  # `Tuyên Quang và kế hoạch 4084`: of other places their own plans
            others = [p for p in found if p.place.value not in of_number]
            two = len(keys) > len(of_number) or any(
                words.search(folded) for words in (_TWO_PLANS, MOST, LEAST, _joined(keys, numbers))
            )
            beside = _narrow(others, folded) if two else []
            return tuple(p for p in self._plans if p in by_number or p in beside), True
        if not found:
            return (self._in_force, False) if not places else ((), True)
        return tuple(_narrow(found, folded)), True

    def told_by_title(self, plans: Sequence[Plan]) -> bool:
        """Tell whether plans in force of the same places are left out of the scope."""
        places = {plan.place.value for plan in plans}
        return any(p.place.value in places and p not in plans for p in self._in_force)

    def unknown_numbers(self, folded: str) -> list[str]:
        """Return the plan numbers asked for that no plan has and none of them mentions."""
        asked = plan_numbers(_SPANS_OF_TIME.sub(" ", folded))
        return [
            f"số {number}/KH-UBND"
            for number in sorted(asked)
            if not any(re.search(rf"\b{number}\s?/\s?KH", plan.text) for plan in self._plans)
        ]

    def citing(self, folded: str) -> tuple[Plan, ...]:
        """Return the plans that cite one of someone else: `kế hoạch 68/KH-UBND của Hải Phòng`."""
        asked = plan_numbers(_SPANS_OF_TIME.sub(" ", folded))
        asked -= {plan.bare_number for plan in self._plans}
        cited = [re.compile(rf"\b{number}\s?/\s?KH") for number in asked]
        return tuple(p for p in self._in_force if any(one.search(p.text) for one in cited))


def _name_before(question: str) -> str:
    """Put the number of a plan after the word: `the 154 plan`, `Lai Chau's 4084 library plan`."""
    return re.sub(
        r"\b(?P<number>\d{2,4})(?P<name>(?: library| culture| provincial)?) plan\b(?! \d)",
        lambda m: m.group() if YEAR.fullmatch(m["number"]) else f"plan {m['number']}{m['name']}",
        question,
    )


def _narrow(plans: list[Plan], folded: str) -> list[Plan]:
    """Among plans of one place, keep those whose own title or year the question speaks of."""
    issued = {int(next(filter(None, m.groups()))) for m in PLAN_YEAR.finditer(folded)}
    by_place: dict[str, list[Plan]] = {}
    for plan in plans:
        by_place.setdefault(plan.place.value or "", []).append(plan)
    kept: list[Plan] = []
    for group in by_place.values():
        dated = [p for p in group if _issued_in(p) in issued]
        in_force = [p for p in group if p.superseded_by is None]
        asked = WHICH_PLAN.search(folded) or SEVERAL_PLANS.search(folded)
        named = [] if asked else [p for p in in_force if _names_title(folded, p, group)]
        kept += dated or named or (in_force if asked else of_age(folded, in_force))
    return kept


_OLDER = re.compile(
    r"\b(?:ke hoach|kh|ban)(?: (?!nao|hai|ca)\w+){0,4}? (?:cu|cu hon|truoc day|ra truoc|som hon)\b"
    r"(?! (?:the|nhat))|\b(?:older|earlier|previous|old)(?: \w+){0,2} (?:plan|one)\b"
)
_NEWER = re.compile(
    r"\b(?:ke hoach|kh|ban)(?: (?!nao|hai|ca)\w+){0,4}? "
    r"(?:moi hon|moi nhat|gan day hon|moi(?= (?:thi|cua|o|co|dat|giao|lay|ghi)\b|\W*$))"
    r"|\b(?:newer|newest|latest|later|new)(?: \w+){0,2} (?:plan|one)\b"
)


def of_age(folded: str, plans: Sequence[Plan]) -> list[Plan]:
    """Among plans of one place, keep the older or the newer where a question says so."""
    wanted = {bool(_OLDER.search(folded)): min, bool(_NEWER.search(folded)): max}.get(True)
    years = {_issued_in(plan) for plan in plans}
    if wanted is None or len({p.place.value for p in plans}) > 1 or 0 in years or len(years) < 2:
        return list(plans)
    return [plan for plan in plans if _issued_in(plan) == wanted(years)]


RUN = 4
"""Words of a title that name its plan; three could be `thư viện báo` of `thư viện, bảo tàng`."""


def _names_title(folded: str, plan: Plan, group: Sequence[Plan]) -> bool:
    """Tell whether a question uses a run of words that only this plan's title has."""
    others = " ".join(word for p in group if p is not plan for word in title_words(p))
    words = title_words(plan)
    runs = [words[i : i + RUN] for i in range(len(words) - RUN + 1)]
    told = {" ".join(run) for run in runs if not _LINKS & set(run)}
    asked = one_network(folded)
    return any(f" {run} " in f" {asked} " and run not in others for run in told)


def title_words(plan: Plan) -> tuple[str, ...]:
    """Return the folded words of a plan's title, a network (mạng lưới) told as a system."""
    return tokens(one_network(fold(plan.title.value or "")))


def one_network(folded: str) -> str:
    """Write `mang luoi` as `he thong`: a title and those who cite it use either."""
    return folded.replace("mang luoi", "he thong")


_TWO_PLANS = re.compile(r"\b(?:ke hoach|kh|plan)\b.*(?<!/)\b(?:ke hoach|kh|plan)\b(?! \d)(?!-)")
"""A plan by its number, and another of a place: `kế hoạch 76 … kế hoạch của Cát Hải`."""

_LINKS = frozenset("trong cac ve tai den nam va cua tren o dia ban tinh giai doan viec".split())
"""Words that join others in titles; a run with one of them names no plan: `trong thư viện`."""


def _joined(places: Iterable[str], numbers: Iterable[str]) -> re.Pattern[str]:
    """Return what finds a place joined to a plan's number: `Tuyên Quang và kế hoạch 4084`.

    `kế hoạch 76 của Lai Châu` joins none: there the number is told of the wrong place.
    """
    place, number = (rf"(?:{'|'.join(map(re.escape, one))})" for one in (places, numbers))
    link = r"(?: \w+){0,2}? (?:va|voi|hay|hoac|and|or|with|than|vs)(?: \w+){0,4}? (?:so )?"
    return re.compile(rf"\b{place}{link}{number}\b|\b{number}{link}{place}\b")


def _issued_in(plan: Plan) -> int:
    if plan.date.span is None:
        return 0
    years = YEAR.findall(plan.text[plan.date.span.start : plan.date.span.end])
    return int(years[-1]) if years else 0
