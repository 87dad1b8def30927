"""Agencies that a question or a plan names, told to be the same however they are written.

`Bộ CHQS tỉnh`, `BCH Quân sự tỉnh` and `Bộ Chỉ huy Quân sự` are one agency, so each name is read to
a key: the kind of agency and the word that marks it (`so tai chinh`, `quan su`, `ubnd huyen`).
Names follow Nghị định 24/2014/NĐ-CP and 37/2014/NĐ-CP (departments and offices) and the usual short
forms. Left out: collectives (các cơ quan liên quan), which no claim could be about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.agencies import ABBREVIATIONS, DEPARTMENTS
from corpus.places import PROVINCES, place_key
from corpus.vietnamese import WORD, fold, tokens

_FIELDS = sorted({" ".join(tokens(field)) for field in DEPARTMENTS}, key=len, reverse=True)
_FIELD_HEADS = sorted({" ".join(tokens(field)[:2]) for field in DEPARTMENTS})
_PLACES = "|".join(sorted(map(place_key, PROVINCES), key=len, reverse=True))

_COMMITTEE = (
    r"(?:uy ban nhan dan|ubnd)(?: cap| cac)?(?: (?P<level>tinh|huyen|xa|phuong|thi xa|thanh pho))?"
)

_NAMED: tuple[tuple[str, str], ...] = (
    (
        "bien phong",
        r"(?:(?:bo (?:chi huy|tu lenh)|bch) )?(?:bo doi )?(?<!vung )bien phong",
    ),
    ("quan su", r"(?:bo chi huy|bo chqs|bch|ban chi huy|bo ch|chi huy) ?(?:quan su)?|chqs|quan su"),
    ("cong an", r"cong an"),
    ("quan khu", r"quan khu"),
    ("tuyen giao", r"(?:ban )?tuyen giao"),
    ("mat tran", r"(?:uy ban )?(?:mat tran(?: to quoc)?)|ub ?mttq|mttq"),
    ("khuyen hoc", r"(?:hoi )?khuyen hoc"),
    ("phu nu", r"hoi (?:lien hiep )?phu nu"),
    ("cuu chien binh", r"(?:hoi )?cuu chien binh"),
    ("nong dan", r"hoi nong dan"),
    ("thanh nien", r"(?:tinh |huyen |thanh )?doan thanh nien|tinh doan|huyen doan|thanh doan"),
    ("lien doan lao dong", r"lien doan lao dong"),
    ("nguoi cao tuoi", r"hoi nguoi cao tuoi"),
    ("giao chuc", r"hoi cuu giao chuc"),
    ("chu thap do", r"hoi chu thap do"),
    ("nha bao", r"hoi nha bao"),
    ("dai", r"dai (?:phat thanh|truyen hinh|truyen thanh)(?: va truyen hinh| truyen hinh)?"),
    ("bao", rf"(?:toa soan )?bao (?:{_PLACES})"),
    ("hoi dong nhan dan", r"(?:thuong truc )?(?:hoi dong nhan dan|hdnd)"),
    ("cap uy", r"(?:thuong truc |ban thuong vu )?(?:tinh uy|huyen uy|thanh uy)"),
    ("kho bac", r"kho bac(?: nha nuoc)?"),
    ("thue", r"(?:chi )?cuc thue"),
    ("hai quan", r"(?:chi )?(?:cuc )?hai quan"),
    ("kiem lam", r"(?:chi cuc |hat )?kiem lam"),
    ("toa an", r"toa an(?: nhan dan)?"),
    ("vien kiem sat", r"vien kiem sat(?: nhan dan)?"),
    ("bao hiem xa hoi", r"bao hiem xa hoi"),
    ("buu dien", r"(?<!diem )buu dien (?:tinh|huyen)"),
    ("thanh tra", r"thanh tra (?:tinh|huyen)"),
    ("ban dan toc", r"ban dan toc"),
    ("van phong", r"van phong (?:uy ban nhan dan|ubnd|hdnd|hoi dong nhan dan)"),
    ("thu tuong", r"thu tuong(?: chinh phu)?"),
    (
        "trung tam van hoa",
        r"trung tam van hoa(?: (?:thong tin|the thao|truyen thong))+"
        r" va (?:the thao|truyen thong)(?! cap)",
    ),
)
"""Agencies that are not departments, and the folded words they are known by."""

_ANY_FIELD = "|".join([*_FIELDS, *_FIELD_HEADS])
_DEPARTMENT = rf"(?<!co )(?P<head>so|phong|bo)(?: khac)? (?P<field>{_ANY_FIELD})"
_ANY = re.compile(
    rf"\b(?:{_DEPARTMENT}|(?P<committee>{_COMMITTEE})|"
    + "|".join(f"(?P<n{at}>{words})" for at, (_, words) in enumerate(_NAMED))
    + r")\b"
)


@dataclass(frozen=True)
class Mention:
    """An agency that a text names: its key, its folded words, and the characters they stand in."""

    key: str
    name: str
    """As the text has it, abbreviations in full."""
    words: tuple[str, ...]
    start: int
    end: int


@lru_cache(maxsize=8192)
def find_agencies(text: str) -> tuple[Mention, ...]:
    """Return the agencies a text names, in order: `Sở LĐTBXH` → so lao dong.

    Offsets are those of the text with its abbreviations written in full.
    """
    spelled = _spelled(text)
    words = [(m.group(), m.start(), m.end()) for m in WORD.finditer(fold(spelled))]
    joined = " ".join(word for word, _, _ in words)
    mentions = []
    for match in _ANY.finditer(joined):
        first = joined.count(" ", 0, match.start())
        last = joined.count(" ", 0, match.end())
        start, end = words[first][1], words[last][2]
        name = spelled[start:end]
        mentions.append(Mention(_key(match), name, tuple(match.group().split()), start, end))
    return tuple(mentions)


def agency_keys(text: str) -> tuple[str, ...]:
    """Return the keys of the agencies a text names, in order, each once."""
    return tuple(dict.fromkeys(mention.key for mention in find_agencies(text)))


def _key(match: re.Match[str]) -> str:
    if match.group("head"):
        return f"{match.group('head')} {' '.join(match.group('field').split()[:2])}"
    if match.group("committee"):
        return f"ubnd {match.group('level') or ''}".strip()
    at = next(i for i in range(len(_NAMED)) if match.group(f"n{i}"))
    return _NAMED[at][0]


_SHORT = re.compile(r"[^\W\d_]+(?:[,&-][^\W\d_]+)*")


def _spelled(text: str) -> str:
    """Write the abbreviations of agencies in full: `Bộ CHQS` → `Bộ Chỉ huy Quân sự`."""
    return _SHORT.sub(lambda m: ABBREVIATIONS.get(m.group(), m.group()), text)
