"""Facets of a target that must not be mixed up: level of government, kind of institution.

Words such as thư viện stand in nearly every passage, so their weight is small; yet a figure for
libraries never answers a question about museums, nor one for the district a question about the
commune. Where a question names a value of a facet, a figure must name it too.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.vietnamese import fold

_FACETS: tuple[dict[str, str], ...] = (
    {
        "library": r"thu vien|tu sach",
        "museum": r"bao tang",
        "centre": r"trung tam van hoa|nha van hoa|thiet che van hoa|trung tam vh",
        "theatre": r"nha hat|rap chieu|san van dong|cong vien",
    },
    {
        "province": r"cap tinh|(thu vien|bao tang|trung tam van hoa) tinh\b",
        "district": r"(?:^|\. )(?:cac )?huyen(?: \.|$)|(cap|cac) huyen"
        r"|(thu vien|trung tam van hoa)( cac)? huyen|huyen, thanh pho"
        r"|the thao huyen",
        "commune": r"(?:^|\. )(?:cac )?xa(?: \.|$)|cap xa"
        r"|(thu vien|van hoa|the thao) xa\b|xa, phuong|xa, thi tran",
        "hamlet": r"cap thon|\bthon\b",
    },
    {
        "services": r"dich vu",
        "technology": r"cong nghe thong tin|chuyen doi so|ung dung cong nghe|so hoa|cong nghe so",
        "visits": r"tang (luot )?(nguoi|khach|ban doc)"
        r"|luot (nguoi|khach|ban doc|doc)|so (nguoi|khach)|(nguoi|khach|ban doc) tang",
    },
    {
        "university": r"dai hoc",
        "armed forces": r"luc luong vu trang|quan doi|bo doi|cong an",
        "specialised": r"chuyen nganh",
        "general school": r"pho thong|truong hoc|nha truong|co so giao duc(?! nghe)",
        "vocational": r"nghe nghiep|truong nghe|day nghe",
        "private": r"tu nhan|ngoai cong lap",
    },
    {
        "rural": r"nong thon",
        "remote": r"vung (?:sau|xa)|bien gioi|hai dao|dac biet kho khan",
        "urban": r"do thi|thanh thi",
    },
)

INDICATORS = 2
"""The place of what is said of institutions (services, technology, visits) among the facets."""

INSTITUTIONS = 3
"""The place of the kinds of institution (schools, forces, …) among the facets."""

KIND, LEVEL = 0, 1
"""The places of the kinds of house (library, museum, …) and of the levels of government."""


@lru_cache(maxsize=4096)  # sentences of plans come again with every question
def facets_of(text: str) -> tuple[frozenset[str], ...]:
    """Return, facet by facet, the values that a text names."""
    folded = fold(text)
    return tuple(
        frozenset(value for value, words in facet.items() if re.search(words, folded))
        for facet in _FACETS
    )


_ACTS = tuple(
    re.compile(rf"\b(?:{words})\b")
    for words in (
        r"xay (?:dung )?moi",
        r"(?:cho )?muon",
        r"tuyen (?:dung|them)",
        r"sua chua|tu sua",
        r"(?:mo|dong) cua",
        r"sap nhap|hop nhat",
        r"thanh lap",
        r"giai the",
        r"thanh ly",
        r"(?:cho )?thue",
        r"khoi cong|khanh thanh",
        r"tuoi",
    )
)
"""What nothing else in a plan implies: that a thing is built anew, lent, hired, merged; ages."""


def acts_told(asked: str, said: str) -> bool:
    """Tell whether a text says of what it tells that it is done as folded terms ask."""
    acts = _acts_of(asked)
    return not acts or all(act.search(fold(said)) for act in acts)


@lru_cache(maxsize=256)  # the same for every passage that a question is held against
def _acts_of(asked: str) -> tuple[re.Pattern[str], ...]:
    return tuple(act for act in _ACTS if act.search(asked))


def levels_agree(asked: str, heading: str) -> bool:
    """Tell whether a heading names a level of government that is asked for, or none at all."""
    wanted, named = facets_of(asked)[LEVEL], facets_of(heading)[LEVEL]
    return not wanted or not named or bool(wanted & named)


def agree(asked: str, *said: str) -> bool:
    """Tell whether what a figure counts can be what is asked for.

    `said` is what is said of the figure, nearest words first: for each facet the first text that
    names a value of it decides.
    """
    said_facets = [facets_of(text) for text in said]
    for at, wanted in enumerate(facets_of(asked)):
        named = next((facets[at] for facets in said_facets if facets[at]), frozenset())
        if wanted and not wanted & named:
            return False
    return True


def without_level(phrase: str) -> str:
    """Drop the words of a level from a folded phrase: `thu vien cap xa` → thu vien."""
    return " ".join(_LEVEL_WORDS.sub(" ", phrase).split())


_LEVEL_WORDS = re.compile(r"\b(?:cap|cac) (?:tinh|huyen|xa|thon)\b")


def named_levels(text: str) -> frozenset[str]:
    """Return the levels of government a text names."""
    return facets_of(text)[LEVEL]


def named_institutions(text: str) -> frozenset[str]:
    """Return the institutions a text names, with the kinds they are of."""
    facets = facets_of(text)
    return facets[0] | facets[INSTITUTIONS]


def in_order(text: str, facet: int) -> tuple[str, ...]:
    """Return the values of a facet that a text names, the one it names first before the others."""
    folded = fold(text)
    found = {value: re.search(words, folded) for value, words in _FACETS[facet].items()}
    at = {value: match.start() for value, match in found.items() if match}
    return tuple(sorted(at, key=at.__getitem__))
