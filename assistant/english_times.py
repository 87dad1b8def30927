"""Times of plans said in English: days, months, years, periods, and how often.

By the set ways in which plans and Nghị định 30/2020/NĐ-CP write them. A time not understood to the
last word stays as it is printed, an impossible date too. Left out: everything but times
(`english.py`).
"""

from __future__ import annotations

import re

from corpus.vietnamese import early_tone, nfc


def listed(items: list[str]) -> str:
    """Join items as English does: a, b and c."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def in_english_time(phrase: str) -> str:
    """Say a time in English: `trước ngày 01 tháng 12 hằng năm` → before 1 December each year.

    Without the Vietnamese, since a date says the same in both. Several times are joined by
    semicolons. A time that is not understood to the last word comes back as it is.
    """
    parts = [part.strip(" .,") for part in phrase.split(";")]
    told = [_time(part) for part in parts]
    return "; ".join(one or part for one, part in zip(told, parts, strict=True))


_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_ORDINALS = {"i": "first", "ii": "second", "iii": "third", "iv": "fourth", "1": "first",
             "2": "second", "3": "third", "4": "fourth"}  # fmt: skip

_YEARLY = {
    "định kỳ hằng năm": "every year",
    "hằng năm": "every year",
    "hằng năm định kỳ": "every year",
    "mỗi năm": "every year",
    "từng năm": "every year",
    "định kỳ hằng quý": "every quarter",
    "hằng quý": "every quarter",
    "hằng tháng": "every month",
    "hằng tuần": "every week",
    "định kỳ hằng tháng": "every month",
    "định kỳ": "at regular intervals",
    "định kỳ theo quy định": "at regular intervals as laid down",
    "theo quy định": "as laid down",
    "thường xuyên": "continuously",
    "đột xuất": "as the need arises",
    "6 tháng": "every six months",
    "định kỳ 6 tháng": "every six months",
    "6 tháng, hằng năm": "every six months and every year",
    "định kỳ 6 tháng, hằng năm": "every six months and every year",
    "quý": "every quarter",
    "khi kết thúc giai đoạn": "at the end of the period",
    "kết thúc giai đoạn": "at the end of the period",
    "khi có yêu cầu": "on request",
    "theo yêu cầu": "on request",
}
_WHAT = {"sơ kết": "mid-term review", "tổng kết": "final review", "báo cáo": "report"}

_DAY = re.compile(
    r"(?P<lead>trước|chậm nhất(?: là)?|đến hết|đến|vào|từ|sau|kể từ)? ?(?:ngày )?"
    r"(?P<day>\d{1,2})(?:/| tháng )(?P<month>\d{1,2})(?:(?:/|,? năm )(?P<year>\d{4}))?"
    r"(?: ?(?P<yearly>(?:định kỳ )?(?:hằng|mỗi) năm))?"
)
_MONTH = re.compile(
    r"(?P<lead>trước|chậm nhất(?: là)?|đến hết|đến|vào|trong|từ|sau|cuối|đầu)? ?tháng "
    r"(?P<month>\d{1,2})(?:(?:/|,? năm )(?P<year>\d{4}))?(?: ?(?P<yearly>(?:hằng|mỗi) năm))?"
)
_QUARTER = re.compile(
    r"(?P<lead>trước|đến hết|đến|vào|trong|cuối|đầu)? ?quý (?P<quarter>iv|i{1,3}|[1-4])"
    r"(?:(?:/|,? năm )(?P<year>\d{4}))?(?: ?(?P<yearly>(?:hằng|mỗi) năm))?"
)
_YEAR = re.compile(
    r"(?P<lead>trước|đến hết|đến cuối|đến|(?:vào |trong )?(?:cuối|đầu|giữa)|vào|trong|từ|sau)? ?"
    r"(?:các )?(?:năm )?(?P<years>\d{4}(?:(?:, | và )(?:năm )?\d{4})*)"
)
_PERIOD = re.compile(
    r"(?:trong |cho )?(?:giai đoạn |từ năm |từ |thời kỳ )?(?P<first>\d{4})"
    r"(?: ?[-–] ?| đến năm | đến )(?P<last>\d{4})"
)
_LEADS = {
    "trước": "before", "chậm nhất": "by", "chậm nhất là": "by", "đến": "by", "vào": "on",
    "từ": "from", "kể từ": "from", "sau": "after", "đến hết": "by the end of", "": "on",
}  # fmt: skip
_YEAR_LEADS = {
    "trước": "before", "đến": "by", "đến hết": "by the end of", "đến cuối": "by the end of",
    "cuối": "at the end of", "vào cuối": "at the end of", "trong cuối": "at the end of",
    "đầu": "at the beginning of", "vào đầu": "at the beginning of",
    "trong đầu": "at the beginning of", "giữa": "in the middle of", "vào giữa": "in the middle of",
    "trong giữa": "in the middle of", "từ": "from", "sau": "after", "vào": "in", "trong": "in",
    "chậm nhất": "by", "chậm nhất là": "by", "": "in",
}  # fmt: skip


def _time(phrase: str) -> str | None:
    """Return one time in English, or None."""
    plain = " ".join(early_tone(nfc(phrase)).lower().replace("hàng ", "hằng ").split())
    plain = re.sub(r"\b0(\d)\b", r"\1", plain)
    for what, english in _WHAT.items():
        if plain.startswith(what + " "):
            told = _time(plain.removeprefix(what).strip())
            return f"{english} {told}" if told else None
    if plain in _YEARLY:
        return _YEARLY[plain]
    if " và " in plain and not _YEAR.fullmatch(plain):
        both = [_time(part) for part in plain.split(" và ", 1)]
        return " and ".join(filter(None, both)) if all(both) else None
    if match := _DAY.fullmatch(plain):
        return _day(match)
    if match := _PERIOD.fullmatch(plain):
        return f"from {match['first']} to {match['last']}"
    if match := _YEAR.fullmatch(plain):
        years = listed(re.findall(r"\d{4}", match["years"]))
        return f"{_YEAR_LEADS[match['lead'] or '']} {years}"
    if match := _MONTH.fullmatch(plain):
        return _month(match)
    if match := _QUARTER.fullmatch(plain):
        named = f"the {_ORDINALS[match['quarter']]} quarter"
        return f"{_YEAR_LEADS[match['lead'] or '']} {named}{_of_year(match, ' of')}"
    return None


def _day(match: re.Match[str]) -> str | None:
    month = int(match["month"])
    if not (1 <= month <= 12 and 1 <= int(match["day"]) <= 31):  # as printed, never mended
        return None
    lead = "by" if match["lead"] == "đến hết" else _LEADS[match["lead"] or ""]
    return f"{lead} {int(match['day'])} {_MONTHS[month - 1]}{_of_year(match)}"


def _month(match: re.Match[str]) -> str | None:
    month = int(match["month"])
    if not 1 <= month <= 12:
        return None
    return f"{_YEAR_LEADS[match['lead'] or '']} {_MONTHS[month - 1]}{_of_year(match)}"


def _of_year(match: re.Match[str], of: str = "") -> str:
    if match["yearly"]:
        return f"{of} each year"
    return f"{of} {match['year']}" if match["year"] else ""
