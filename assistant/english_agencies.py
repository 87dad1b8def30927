"""Agencies of an English question as people call them who have no glossary at hand.

`the finance people`, `education authorities`, `the Party's propaganda committee`, `district
governments`: a field and a head, a Party body and what it does, levels and a government. Each is
read as the agency that has the field, the Vietnamese name in full. Whether a department (sở) of a
province or an office (phòng) of a district is meant, the plans in scope decide. Left out: names
that are translated word for word (`glossary.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.agency import agency_keys
from assistant.english_forms import canonical
from assistant.english_terms import FIELDS, LEVELS
from corpus.agencies import DEPARTMENTS

_AS_CALLED = {
    "interior": "Nội vụ",
    "internal affairs": "Nội vụ",
    "personnel affairs": "Nội vụ",
    "communication": "Thông tin và Truyền thông",
    "telecommunications": "Thông tin và Truyền thông",
    "schooling": "Giáo dục và Đào tạo",
    "treasury": "Tài chính",
    "budget": "Tài chính",
    "budgeting": "Tài chính",
    "welfare": "Lao động - Thương binh và Xã hội",
    "war invalids": "Lao động - Thương binh và Xã hội",
    "legal affairs": "Tư pháp",
    "legal": "Tư pháp",
    "trade": "Công Thương",
    "industry": "Công Thương",
    "transportation": "Giao thông vận tải",
    "building": "Xây dựng",
    "farming": "Nông nghiệp và Phát triển nông thôn",
    "land": "Tài nguyên và Môi trường",
    "environmental": "Tài nguyên và Môi trường",
    "educational": "Giáo dục và Đào tạo",
    "cultural": "Văn hóa, Thể thao và Du lịch",
    "financial": "Tài chính",
    "sport": "Văn hóa, Thể thao và Du lịch",
    "medical": "Y tế",
    "ethnic affairs": "Dân tộc và Tôn giáo",
    "ethnic minorities": "Dân tộc và Tôn giáo",
}
"""Fields as people call them beside the official English ones, and the department that has them."""

_HEADS = frozenset(map(canonical, "department office authority agency bureau division".split()))
_PEOPLE = frozenset(map(canonical, "people official folk staff side".split()))
_OFFICES = frozenset(map(canonical, "office division bureau".split()))
_RANKS = {"provincial": ("Sở",), "province": ("Sở",), "district": ("Phòng",)}
_NO_PEOPLE = frozenset({"training", "information", "technology", "sport", "planning", "land"})
"""Fields that before `people` or `staff` are no agency: training people in what."""

_PARTY = re.compile(
    r"(?:(?:provincial|district|city|province|local|communist) )?(?:party )?(?:committee )?"
    r"(?:propaganda|publicity|ideology|ideological)(?: and (?:\w+ ){1,2})?"
    r" ?(?:committee|commission|board|department|arm|section|office|body|wing|agency|unit|people)"
    r"(?: of (?:the )?(?:\w+ )?party(?: committee)?)?\b"
)
_FORCES = re.compile(
    r"(?:(?:the )?(?:army|military)(?: (?:people|authority|side|leader|officer))?|soldier people)"
    r"(?! (?:and \w+ )?(?:librar|museum|book|cultur|unit|barrack|force|school|command|read))\b"
)
_SOCIETIES = (
    (
        re.compile(r"(?:the )?(?:trade |labor )?union (?:of )?worker|(?:trade|labor) union\b"),
        "Liên đoàn Lao động",
    ),
    (
        re.compile(
            r"(?:association|society) (?:for|of) (?:the )?"
            r"(?:(?:promotion|encouragement) of (?:learning|study)"
            r"|(?:learning|study|education) (?:promotion|encouragement))"
            r"|(?:learning|study|education) (?:promotion|encouragement) (?:association|society)"
        ),
        "Hội Khuyến học",
    ),
    (re.compile(r"(?:former|retired) teacher (?:association|society|union)"), "Hội Cựu giáo chức"),
    (
        re.compile(
            r"(?:elderly|old people|senior citizen|older people) (?:association|society|union)"
        ),
        "Hội Người cao tuổi",
    ),
)
"""Societies as people call them."""
_GOVERNED = ("tỉnh", "huyện", "thị xã", "thành phố", "xã", "phường", "thị trấn")
_LEVEL = "|".join(word for level in _GOVERNED for word in LEVELS[level])
_GOVERNMENT = re.compile(
    rf"(?:(?:local|lower|{_LEVEL})(?: level)? (?:and |or )?)+"
    r"(?:people committee|government|authority|administration)\b"
)


def read_agency(
    words: Sequence[str], at: int, named: frozenset[str] = frozenset()
) -> tuple[str, int] | None:
    """Return the agency that an English question calls by its field here, and where it ends.

    `words` are folded, without punctuation and possessives; `named` are the keys of the agencies
    that the plans in scope name: of several departments with the field it is one of those.
    """
    plain = [canonical(word) for word in words[at : at + 12]]
    said = " ".join(plain)
    party = _PARTY.match(said)
    if party:
        return "Ban Tuyên giáo", at + len(party.group().split())
    governed = _GOVERNMENT.match(said)
    if governed:
        return _committee(governed.group(), named), at + len(governed.group().split())
    for called, name in ((_FORCES, "Bộ Chỉ huy Quân sự"), *_SOCIETIES):
        match = called.match(said)
        if match:
            return name, at + len(match.group().split())
    skipped = int(plain[0] in _RANKS)
    found = _field_first(plain, skipped) or _head_first(plain, skipped)
    if found is None:
        return None
    fields, head, end = found
    heads = _RANKS.get(plain[0]) or (("Phòng", "Sở") if head in _OFFICES else ("Sở", "Phòng"))
    return _department(fields, heads, named), at + end


def _committee(governed: str, named: frozenset[str]) -> str:
    """Return the People's Committee (Ủy ban nhân dân) of the levels that are said.

    Plans name those below a province together, the districts first.
    """
    said = governed.split()
    levels = [level for level in _GOVERNED if set(LEVELS[level]) & set(said)]
    name = f"Ủy ban nhân dân {', '.join(levels)}".strip()
    together = {"thị xã", "thành phố"} >= set(levels) and "ubnd huyen" in named
    return "Ủy ban nhân dân huyện" if together and not set(agency_keys(name)) & named else name


_Found = tuple[list[str], str, int]
"""Fields, head, and where both end."""


def _field_first(plain: Sequence[str], at: int) -> _Found | None:
    """Read `finance department`, `culture and sports office`, `education people`."""
    fields, end = _fields(plain, at)
    if not fields or end >= len(plain):
        return None
    head = plain[end]
    people = head in _PEOPLE and not (set(fields) & _NO_PEOPLE)
    if head not in _HEADS and not people:
        return None
    return fields, head, end + 1


def _head_first(plain: Sequence[str], at: int) -> _Found | None:
    """Read `department of education`, `office in charge of culture`."""
    if at >= len(plain) or plain[at] not in _HEADS:
        return None
    for link in (("of",), ("for",), ("in", "charge", "of"), ("responsible", "for")):
        start = at + 1 + len(link)
        if tuple(plain[at + 1 : start]) == link:
            fields, end = _fields(plain, start + (plain[start : start + 1] == ["the"]))
            if fields:
                return fields, plain[at], end
    return None


def _fields(plain: Sequence[str], at: int) -> tuple[list[str], int]:
    """Read a row of fields of one department: culture, sports and tourism."""
    fields: list[str] = []
    end = at
    while True:
        start = end + (bool(fields) and plain[end : end + 1] == ["and"])
        left = len(plain) - start
        size = next((n for n in (3, 2, 1) if n <= left and _joined(plain, start, n) in _parts()), 0)
        if not size or not _having([*fields, _joined(plain, start, size)]):
            return fields, end
        fields.append(_joined(plain, start, size))
        end = start + size


def _joined(plain: Sequence[str], start: int, size: int) -> str:
    return " ".join(plain[start : start + size])


def _department(fields: Sequence[str], heads: Sequence[str], named: frozenset[str]) -> str:
    """Return the department (sở) or office (phòng) with the fields, one that is named if any is."""
    having = [f"{head} {field}" for head in heads for field in _having(fields)]
    return next((name for name in having if set(agency_keys(name)) & named), having[0])


def _having(fields: Sequence[str]) -> list[str]:
    """Return the departments that have all these fields, first those that begin with them."""
    having = [d for d in DEPARTMENTS if all(d in _parts()[field] for field in fields)]
    return sorted(having, key=lambda department: _parts()[fields[0]].index(department))


@lru_cache(maxsize=1)
def _parts() -> dict[str, tuple[str, ...]]:
    """Return each field in English, in dictionary form, and the departments that have it."""
    found: dict[str, list[str]] = {}
    for leading in (True, False):  # a department that is called by the field comes first
        for department in DEPARTMENTS:
            parts = [p.strip().lower() for p in re.split(r",| và | - ", department)]
            for at, part in enumerate(parts):
                if part in FIELDS and (at == 0) == leading:
                    found.setdefault(_plain(FIELDS[part]), []).append(department)
    for english, department in _AS_CALLED.items():
        found.setdefault(_plain(english), []).insert(0, department)
    return {english: tuple(departments) for english, departments in found.items()}


def _plain(english: str) -> str:
    return " ".join(canonical(word) for word in english.lower().split())
