"""Provinces of Việt Nam before and after 1 July 2025, and how a place is recognised in words.

The merger of 63 provinces into 34 follows Nghị quyết 202/2025/QH15 of the National Assembly
(12 June 2025); districts (cấp huyện) ended the same day by Nghị quyết 203/2025/QH15. A plan is
never rewritten by either: the tables serve to recognise a place that is asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corpus.vietnamese import fold

MERGED_INTO = {
    "Tuyên Quang": ("Tuyên Quang", "Hà Giang"),
    "Lào Cai": ("Lào Cai", "Yên Bái"),
    "Thái Nguyên": ("Thái Nguyên", "Bắc Kạn"),
    "Phú Thọ": ("Phú Thọ", "Vĩnh Phúc", "Hòa Bình"),
    "Bắc Ninh": ("Bắc Ninh", "Bắc Giang"),
    "Hưng Yên": ("Hưng Yên", "Thái Bình"),
    "Hải Phòng": ("Hải Phòng", "Hải Dương"),
    "Ninh Bình": ("Ninh Bình", "Hà Nam", "Nam Định"),
    "Quảng Trị": ("Quảng Trị", "Quảng Bình"),
    "Đà Nẵng": ("Đà Nẵng", "Quảng Nam"),
    "Quảng Ngãi": ("Quảng Ngãi", "Kon Tum"),
    "Gia Lai": ("Gia Lai", "Bình Định"),
    "Khánh Hòa": ("Khánh Hòa", "Ninh Thuận"),
    "Lâm Đồng": ("Lâm Đồng", "Đắk Nông", "Bình Thuận"),
    "Đắk Lắk": ("Đắk Lắk", "Phú Yên"),
    "Hồ Chí Minh": ("Hồ Chí Minh", "Bình Dương", "Bà Rịa - Vũng Tàu"),
    "Đồng Nai": ("Đồng Nai", "Bình Phước"),
    "Tây Ninh": ("Tây Ninh", "Long An"),
    "Cần Thơ": ("Cần Thơ", "Sóc Trăng", "Hậu Giang"),
    "Vĩnh Long": ("Vĩnh Long", "Bến Tre", "Trà Vinh"),
    "Đồng Tháp": ("Đồng Tháp", "Tiền Giang"),
    "Cà Mau": ("Cà Mau", "Bạc Liêu"),
    "An Giang": ("An Giang", "Kiên Giang"),
    **{
        name: (name,)
        for name in (
            "Hà Nội,Huế,Lai Châu,Điện Biên,Sơn La,Lạng Sơn,Quảng Ninh,Thanh Hóa,Nghệ An,"
            "Hà Tĩnh,Cao Bằng"
        ).split(",")
    },
}
"""The 34 provinces since 1 July 2025, each with the provinces it was made of."""

PROVINCES = tuple(old for parts in MERGED_INTO.values() for old in parts)
"""The 63 provinces and cities that plans issued before 1 July 2025 come from."""

OTHER_NAMES = {
    "Sài Gòn": "Hồ Chí Minh",
    "Saigon": "Hồ Chí Minh",
    "TPHCM": "Hồ Chí Minh",
    "Thừa Thiên Huế": "Huế",
    "Hanoi": "Hà Nội",
    "Haiphong": "Hải Phòng",
    "Danang": "Đà Nẵng",
    "Cantho": "Cần Thơ",
}
"""What provinces are called besides; English writes some names as one word."""

ALSO_WORDS = frozenset({"Hòa Bình", "Thái Bình", "Huế", "Gia Lai", "Hà Nam"})
"""Provinces whose names in small letters may be other words: hòa bình is peace."""

LEVELS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "đặc khu", "xã", "phường", "thị trấn")
"""Words for a level of government that stand before a place's name."""


CITIES = frozenset({"Hà Nội", "Huế", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ"})
"""The six centrally run cities (thành phố) among the 34."""


def level_since(name: str) -> tuple[str, str]:
    """Return the level of one of the 34 in Vietnamese and English: `tỉnh`, Province."""
    return ("thành phố", "City") if name in CITIES else ("tỉnh", "Province")


@lru_cache(maxsize=4096)
def place_key(name: str) -> str:
    """Return the folded name a place is compared by: `Bà Rịa - Vũng Tàu` → `ba ria vung tau`."""
    return " ".join(re.findall(r"[^\W_]+", fold(name)))


@dataclass(frozen=True)
class District:
    """A district (huyện, quận, thị xã, thành phố thuộc tỉnh) as it was until 30 June 2025."""

    level: str
    name: str
    provinces: tuple[str, ...]
    """The provinces it was in; several where districts of one name were."""


@lru_cache(maxsize=1)
def former_districts() -> dict[str, District]:
    """Return the districts by the key of their level and name: `huyen son duong`."""
    found: dict[str, District] = {}
    for line in (Path(__file__).parent / "districts.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        province, listed = line.split("\t")
        for whole in listed.split("; "):
            level = next(one for one in LEVELS if whole.startswith(f"{one} "))
            before = found.get(place_key(whole))
            provinces = (*(before.provinces if before else ()), province)
            found[place_key(whole)] = District(level, whole[len(level) + 1 :], provinces)
    return found
