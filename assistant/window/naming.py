"""Plans, places in them and what is noted of them, named in the language of the window.

A Vietnamese window says them as an office writes them (`assistant.citation`). An English one says
the same readably; what is copied from it keeps the office form, for it goes into a Vietnamese
report.
"""

from __future__ import annotations

import re
from datetime import date

from assistant.answer import Citation
from assistant.citation import UNKNOWN, plan_label, section_label, value_of
from assistant.english import in_english, in_english_subject
from assistant.english_indicators import in_english_indicator
from assistant.window.words import Tongue
from corpus.plan import Plan

_LEVELS = {"tỉnh": "Province", "thành phố": "City", "huyện": "District", "xã": "Commune"}
_LEVELS |= {"quận": "District", "thị xã": "Town", "phường": "Ward", "thị trấn": "Township"}
_ISSUER = re.compile(rf"(?:UBND|[UỦ][ỷỶyY] ban nhân dân) ({'|'.join(_LEVELS)}) (.+)", re.IGNORECASE)

_PARTS = {"Mở đầu": "opening", "Nơi nhận": "list of recipients", "Chữ ký": "signature"}
"""Parts of a plan that bear no number."""

_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def issuer_name(issuer: str, tongue: Tongue) -> str:
    """Return `People's Committee of Lai Châu Province` for UBND tỉnh Lai Châu."""
    found = _ISSUER.fullmatch(issuer) if tongue == "en" else None
    if found is None:
        return _stated(issuer, tongue)
    return f"People's Committee of {found[2]} {_LEVELS[found[1].lower()]}"


def agency_name(name: str, tongue: Tongue) -> str:
    """Return `Provincial Police (Công an tỉnh)` for Công an tỉnh, as answers name it."""
    return in_english(name) if tongue == "en" else name


def subject_name(subject: str, tongue: Tongue) -> str:
    """Return `district libraries (thư viện cấp huyện)`, or the Vietnamese where it is not known."""
    return in_english_subject(subject) if tongue == "en" else subject


def indicator_name(indicator: str, tongue: Tongue) -> str:
    """Return what a target measures, in an English window with the Vietnamese in brackets."""
    return in_english_indicator(indicator) if tongue == "en" else indicator


def section_name(path: tuple[str, ...], tongue: Tongue) -> str:
    """Return `point a, section II.2` for điểm a, mục II.2."""
    if tongue == "vi":
        return section_label(path)
    if not path or path[0] in _PARTS:
        return _PARTS[path[0] if path else "Mở đầu"]
    if len(path) > 1 and path[-1].isalpha() and path[-1].islower():
        return f"point {path[-1]}, section {'.'.join(path[:-1])}"
    return f"section {'.'.join(path)}"


def part_name(section: str, tongue: Tongue) -> str:
    """Return the way to a section, `IV › 3`, or the name of a part without number."""
    part = _PARTS.get(section, "") if tongue == "en" else ""
    return part or section.replace(".", " › ")


def day_name(day: str, tongue: Tongue) -> str:
    """Return `13 April 2023` for 13/4/2023; what is no such day stays as it is."""
    found = _DAY.fullmatch(day) if tongue == "en" else None
    if found is None:
        return _stated(day, tongue)
    try:
        return english_day(date(int(found[3]), int(found[2]), int(found[1])))
    except ValueError:
        return day


def english_day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
"""Written out, so that the language of the machine plays no part."""


def plan_name(plan: Plan, tongue: Tongue) -> str:
    """Return `Plan no. 76/KH-UBND of 13 April 2023, People's Committee of Tuyên Quang Province`."""
    if tongue == "vi":
        return plan_label(plan)
    return _plan_in_english(*map(value_of, (plan.number, plan.date, plan.issuer)))


def short_name(plan: Plan, tongue: Tongue) -> str:
    """Return `UBND tỉnh Lai Châu (154/KH-UBND)`, `Lai Châu Province (154/KH-UBND)`."""
    issuer = plan.issuer.value or plan.place.value or plan.file
    if tongue == "en":
        issuer = issuer_name(issuer, tongue).removeprefix("People's Committee of ")
    return f"{issuer} ({plan.number.value})" if plan.number.value else issuer


def citation_name(citation: Citation, tongue: Tongue) -> str:
    """Return where a citation stands: `section IV.3, page 2, Plan no. …`."""
    if tongue == "vi":
        return citation.label
    place = section_name(tuple(filter(None, citation.section.split("."))), tongue)
    page = f", page {citation.page}" if citation.page else ""
    plan = _plan_in_english(citation.number, citation.date, citation.issuer)
    return f"{place}{page}, {plan}"


def _plan_in_english(number: str, day: str, issuer: str) -> str:
    if number == UNKNOWN and day == UNKNOWN:
        said = "Plan (number and date unclear)"
    else:
        said = "Plan (number unclear)" if number == UNKNOWN else f"Plan no. {number}"
        said += " (date unclear)" if day == UNKNOWN else f" of {day_name(day, 'en')}"
    return f"{said}, {issuer_name(issuer, 'en')}"


def _stated(value: str, tongue: Tongue) -> str:
    return "unclear" if tongue == "en" and value == UNKNOWN else value


_NOTES = tuple(
    (re.compile(vietnamese), english)
    for vietnamese, english in (
        (r"số chưa rõ", "number unclear"),
        (r"ngày chưa rõ", "date unclear"),
        (r"cơ quan ban hành chưa rõ", "issuer unclear"),
        (r"người ký chưa rõ", "signer unclear"),
        (
            r"không thấy phần ký và nơi nhận, có thể thiếu trang cuối",
            "no signature and no recipients found; the last page may be missing",
        ),
        (
            r"(\d+)/(\d+) trang hỏng chữ, khôi phục tự động",
            r"\1 of \2 pages damaged, restored by machine",
        ),
        (
            r"phần đã gỡ chưa được dọn hết, lượt nạp sau sẽ dọn",
            "what was removed is not all cleared away yet; the next run does it",
        ),
        (
            r"Bản quét mờ, cần đối chiếu các số: (.+)",
            r"Faint scan, compare these numbers with the print: \1",
        ),
        (
            r"Bảng quét, cần đối chiếu các số: (.+)",
            r"Scanned table, compare these numbers with the print: \1",
        ),
        (
            r"Tệp dùng bảng mã cũ; đã chuyển sang Unicode\.",
            "The file uses an old Vietnamese encoding; it was converted to Unicode.",
        ),
        (
            r"Tệp mang đuôi (\S+) nhưng nội dung là (.+)\.",
            r"The file is named \1 but holds \2.",
        ),
    )
)
"""What readers and receipts note of a plan, with the same in English."""

_WHERE = re.compile(r"(?:trang (\d+)|toàn tệp): (.+)", re.DOTALL)
_KINDS = {"ảnh": "a picture", "văn bản thuần": "plain text", "trống": "without an ending"}


def note_name(note: str, tongue: Tongue) -> str:
    """Return what was noted of a plan in the language of the window; unknown notes as they are."""
    if tongue == "vi":
        return note
    where = _WHERE.fullmatch(note)
    if where is not None:
        place = f"page {where[1]}" if where[1] else "whole file"
        return f"{place}: {note_name(where[2], tongue)}"
    for pattern, english in _NOTES:
        found = pattern.fullmatch(note)
        if found is not None:
            said = found.expand(english)
            for vietnamese, kind in _KINDS.items():
                said = re.sub(rf"(?<= ){vietnamese}(?=[ .])", kind, said)
            return said
    return note
