"""Figures in a clause: the number as printed, its unit, how often, and how it is to be taken.

Left out: numbers of documents, dates, years, ordinals, and numbers without anything they count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.vietnamese import fold

_PARTED = r"(?:xã|thôn|bản|phường|thị trấn|huyện|trường|hộ|tiêu chí|chỉ tiêu|đơn vị|cơ quan)"
"""What plans count as so many of so many: `04/09 thôn`. Other fractions are days."""
_VALUE = re.compile(
    rf"(?<![\w/.,–—-])(?P<part>\d{{1,3}}/\d{{1,3}})(?=\s+{_PARTED}\b)|"
    r"(?<![\w/.,–—-])(?P<number>\d+(?:[.,]\d+)*"
    r"(?:(?:\s?%)?(?:\s?[-–—]\s?|\s+đến\s+(?!20\d\d\b))\d+(?:[.,]\d+)*)?)"
    r"(?:(?P<share>\s?%)|(?![\w/]|[-–—]\w))"
)
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-–—]\s?(?:19|20)\d\d)?")
_NOT_A_FIGURE = re.compile(
    r"(?:\b(?:nam|ngay|thang|so|khoa|lan thu|thu|dieu|khoan|muc|diem|giai doan|phu luc|quy|bang|"
    r"tuan|loai|muc do|cap do|hang|dot|phan|chuong|nhom|tu nam|den nam)|[-–—]|/)\s*$"
)
_UNIT = re.compile(
    r"\s+(?P<unit>m\s?[²2?](?!\w)|[^\W\d_]+(?:/\s?[^\W\d_]+)*(?:\s[^\W\d_]+(?:/\s?[^\W\d_]+)*){0,8})"
)
_UNIT_ENDS = re.compile(
    r"\s(?:tro len|va|hoac|phuc vu|su dung|doi voi|cho|de|tai|o|trong|co|duoc|in|moi|hang|"
    r"dat|xu ly|tham gia|cua|tu|den|gioi thieu|truc tuyen|ve|theo|voi|vao|so voi|"
    r"ung dung|duoc|ra khoi|hoan thanh|xay dung|thuc hien|trien khai|to chuc|cung cap|vao nam)\b"
)
_ANOTHER_WORD = re.compile(r"\s(?:vệ|tư|tự|đề|cơ|cờ|chợ|hạng|mới|mọi|đèn)", re.IGNORECASE)
"""Words of the same letters that belong to a unit: `trạm bảo vệ rừng`, `trạm tự động`."""
_NO_UNIT = re.compile(
    r"(?:tro len|va|hoac|den|nam|thang|ngay|trong|tai|o|la|khi|lan thu|dat|theo|tuoi|"
    r"thang tuoi|sao)\b"
)
_AT_LEAST = re.compile(r"(?:it nhat|toi thieu|khong duoi|khong thap hon|khong it hon)[\w\s]{0,12}$")
_ONWARD = re.compile(r"[^,;.%\d]{0,45}?\btro len\b")
_AT_MOST = re.compile(r"(?:toi da|nhieu nhat|khong qua|khong vuot qua)\s*(?:la |dat )?$")
_ABOUT = re.compile(r"(?:khoang|xap xi|gan)\s*$")
_ABOVE = re.compile(r"\b(?:tren|hon)\s*$")
_BELOW = re.compile(r"\b(?:duoi)\s*$")
_OF_ONE = ("trên", "dưới")
"""What is said of one number only; the others hold for a list: `ít nhất 02 vườn và 15 trại`."""
_STRIVE = re.compile(r"phan dau\b")
_PER_AFTER = re.compile(
    r"[^,;.]{0,120}?(?P<per>(?:moi|hang|hàng) nam|/\s?nam|moi thang|hang thang)"
)
_PER_BEFORE = re.compile(r"(?P<per>(?:moi|hang) nam)\b")


LONGEST_UNIT = 6
"""Words; `lượt tài nguyên thông tin` has five. Of a longer run only the classifier is the unit."""


@dataclass(frozen=True)
class Figure:
    """A number of a clause; offsets are characters of the clause."""

    start: int
    value_end: int
    """After the number and its per cent sign."""
    end: int
    """After the unit as well: where the words about it begin."""
    share: bool
    """It is a share of what follows or stands before it, not a count."""
    unit: str
    per: str
    comparator: str


def find_figures(clause: str) -> tuple[Figure, ...]:
    """Return the figures of a clause in order."""
    folded = fold(clause)
    matches = [match for match in _VALUE.finditer(clause) if _counts(folded, match)]
    return tuple(
        figure
        for i, match in enumerate(matches)
        if (figure := _figure(clause, folded, matches, i)) is not None and match
    )


def _counts(folded: str, match: re.Match[str]) -> bool:
    """Tell whether a number counts something: a share, or followed by a unit, and no ordinal."""
    if match.group("share") or match.group("part"):
        return True
    if _NOT_A_FIGURE.search(folded[: match.start()][-14:]) or _YEAR.fullmatch(
        match.group("number")
    ):
        return False
    unit = _UNIT.match(folded, match.end())
    return unit is not None and not _NO_UNIT.match(unit.group("unit"))


def _figure(clause: str, folded: str, matches: list[re.Match[str]], index: int) -> Figure | None:
    match = matches[index]
    value_end = match.end()
    end, unit = value_end, "%"
    if not match.group("share"):
        found = _UNIT.match(clause, value_end)
        if not found:
            return None
        ends = _UNIT_ENDS.finditer(folded, found.start("unit"), found.end("unit"))
        stop = next(
            (m for m in ends if not _ANOTHER_WORD.fullmatch(clause[slice(*m.span())])), None
        )
        end = stop.start() if stop else _first_words(clause, found)
        unit = clause[found.start("unit") : end]
        if re.fullmatch(r"m\s?[²2?]", unit):  # a scan prints the square as a question mark
            unit = "m2"
        unit = re.sub(r"\s?/\s?(?:năm|tháng|quý|ngày)\b.*", "", unit)
    last = matches[index - 1].end() if index else 0
    stop_at = matches[index + 1].start() if index + 1 < len(matches) else len(folded)
    return Figure(
        match.start(),
        value_end,
        end,
        bool(match.group("share")),
        unit,
        _per(clause, folded, last, match.start(), value_end, stop_at),
        _comparator(folded, matches, index, stop_at),
    )


def _first_words(clause: str, found: re.Match[str]) -> int:
    """Return the end of the unit where no word ends it: of few words all, else the first ones."""
    words = list(re.finditer(r"\S+", clause[: found.end("unit")][found.start("unit") :]))
    kept = words if len(words) <= LONGEST_UNIT else words[:2]
    return found.start("unit") + kept[-1].end()


def _per(clause: str, folded: str, last: int, start: int, end: int, stop: int) -> str:
    after = _PER_AFTER.match(folded[:stop], end)
    if after:
        return clause[slice(*after.span("per"))]
    before = _PER_BEFORE.search(folded, last, start)
    return clause[slice(*before.span("per"))] if before else ""


def _comparator(folded: str, matches: list[re.Match[str]], index: int, stop: int) -> str:
    match = matches[index]
    before, end = folded[: match.start()], match.end()
    if _AT_LEAST.search(before[-40:]) or _ONWARD.match(folded[:stop], end):
        return "ít nhất"
    for pattern, name in (
        (_AT_MOST, "nhiều nhất"),
        (_ABOUT, "khoảng"),
        (_ABOVE, "trên"),
        (_BELOW, "dưới"),
    ):
        if pattern.search(before):
            return name
    if index and _lists_on(folded[matches[index - 1].end() : match.start()]):
        shared = _comparator(folded, matches, index - 1, match.start())
        return (
            "" if shared in _OF_ONE or _ONWARD.match(folded, matches[index - 1].end()) else shared
        )
    last = matches[index - 1].end() if index else 0
    return "phấn đấu" if _STRIVE.search(folded[last : match.start()]) else ""


def _lists_on(between: str) -> bool:
    """Tell whether two figures stand in one list, so that what is said before holds for both."""
    return not re.search(r"\b(?:dat|tang|nam \d{4}|den|phan dau|co|duoc)\b", between)
