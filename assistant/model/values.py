"""Figures, years, days and document numbers of a text, however they are written.

`bảy mươi phần trăm`, `70 per cent` and `70%` are one figure, `từ 10 đến 15%` and `10 - 15%` one
range, `một nửa` is 50%, `hai phần ba` is 2/3. Texts are first written with digits (`digitise`);
everything after works on digits. Left out: small number words that count nothing (`một trong …`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answering.cited import codes_of
from assistant.claim import days_of
from corpus.vietnamese import nfc

_UNITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_TEENS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ENGLISH_UNIT = "|".join(_TEENS[1:10])

_VI = "|".join(_UNITS)
_TENS_VI = rf"(?:(?P<tens>{_VI}) mươi|(?P<ten>mười))(?: (?P<unit>{_VI})(?! phần (?!trăm)))?"
_WORDS_VI = re.compile(
    rf"\b(?:(?P<hundred>{_VI}) trăm(?: {_TENS_VI.replace('P<', 'P<h_')})?|{_TENS_VI}"
    rf"|(?P<lone>{_VI})(?= (?:phần trăm|nghìn|ngàn)\b))\b",
    re.IGNORECASE,
)
_WORDS_EN = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(_TENS)})(?:[- ](?P<unit>{_ENGLISH_UNIT}))?"
    rf"|(?P<teen>{'|'.join(_TEENS[10:])})|(?P<one>{_ENGLISH_UNIT})(?= per ?cent\b| thousand\b)"
    r"|(?P<hundred>(?:one|a) hundred))\b",
    re.IGNORECASE,
)
_FRACTIONS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(words, re.IGNORECASE), said)
    for words, said in (
        (r"\b(?:một nửa|phân nửa|(?:one |a )?half of|one half)\b", "50%"),
        (r"\b(?:hai phần ba|two[- ]thirds)\b", "2/3"),
        (r"\b(?:một phần ba|(?:one|a)[- ]third of|one[- ]third)\b", "1/3"),
        (r"\b(?:ba phần tư|three[- ]quarters)\b", "75%"),
        (r"\b(?:một phần tư|(?:one|a)[- ]quarter of|one[- ]quarter)\b", "25%"),
        (r"\b(?:một phần năm|one[- ]fifth)\b", "20%"),
    )
)
_PERCENT = re.compile(r"(?<=\d)\s*(?:%|phần trăm|per ?cent|percent)(?![a-z])", re.IGNORECASE)
_RANGE = re.compile(
    r"(\d+(?:[.,]\d+)?)\s?%?\s?(?:-|–|—|đến|tới|to|and|và)\s?(\d+(?:[.,]\d+)?)\s?%", re.IGNORECASE
)
_BETWEEN = re.compile(r"\b(?:từ|khoảng|between|from)\s(?=\d+(?:[.,]\d+)?\s?-\s?\d)", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<![\d.,])(\d{1,3}) (?:nghìn|ngàn|thousand)\b", re.IGNORECASE)
_JOINED = re.compile(r"\b(?:và|and)\b", re.IGNORECASE)

NUMBER = re.compile(r"(?<![^\W\d_])(?<!\d[.,])\d+(?:[.,]\d+)*")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_DATE = re.compile(
    r"(?<!\d)(\d{1,2})\s?(?:/|-|tháng)\s?(\d{1,2})\s?(?:/|-|,? ?năm)\s?((?:19|20)\d\d)"
)
_SMALL = {
    "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "two": 2, "three": 3,
    "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_SMALL_RANGE = re.compile(
    rf"\b({'|'.join(_SMALL)}),? (?:đến|tới|hoặc|or|to) ({'|'.join(_SMALL)}|năm(?! \d))\b",
    re.IGNORECASE,
)
_SMALL_VI = r"(?:hai|ba|bốn|sáu|bảy|tám|chín)"
_COUNTED = re.compile(
    rf"\b{_SMALL_VI}\s(?=lần|đợt|cơ quan|đơn vị|nhóm|nhiệm vụ|giải pháp|năm|tháng|ngày|bước|mục|"
    r"giai đoạn|nguồn|cuộc|lượt|bản|lớp|hoạt động|người|đầu|buổi|chuyên mục|sở|phòng|ban|huyện|xã|tỉnh|thư viện|bảo tàng|trung tâm|địa phương|hội|văn bản)"
    r"|\b(?:two|three|four|five|six|seven|eight|nine)\s(?=(?:[a-z]+ ){0,2}[a-z]+s\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def digitise(text: str) -> str:
    """Write the numbers of a text with digits: `bảy mươi phần trăm` → `70%`."""
    text = nfc(text)
    for words, said in _FRACTIONS:
        text = words.sub(said, text)
    text = _WORDS_VI.sub(_vietnamese, text)
    text = _WORDS_EN.sub(_english, text)
    text = _SMALL_RANGE.sub(_small_range, text)
    text = _THOUSANDS.sub(r"\1.000", text)
    text = _PERCENT.sub("%", text)
    text = _RANGE.sub(_range, text)
    return _BETWEEN.sub("", text)


def _vietnamese(match: re.Match[str]) -> str:
    hundred, unit = match["hundred"], match["unit"] or match["h_unit"] or match["lone"]
    tens, ten = match["tens"] or match["h_tens"], match["ten"] or match["h_ten"]
    value = 100 * _UNITS[hundred.lower()] if hundred else 0
    value += 10 * _UNITS[tens.lower()] if tens else 10 if ten else 0
    return str(value + (_UNITS[unit.lower()] if unit else 0))


def _english(match: re.Match[str]) -> str:
    if match["hundred"]:
        return "100"
    if match["tens"]:
        unit = _TEENS.index(match["unit"].lower()) if match["unit"] else 0
        return str(20 + 10 * _TENS.index(match["tens"].lower()) + unit)
    return str(_TEENS.index((match["teen"] or match["one"]).lower()))


def _small_range(match: re.Match[str]) -> str:
    return f"{_SMALL[match[1].lower()]} - {_SMALL.get(match[2].lower(), 5)}"


def _range(match: re.Match[str]) -> str:
    """Join a range; `70% và 100%` are two figures, `between 10 and 15%` is one."""
    if _JOINED.search(match[0]):
        before = match.string[max(0, match.start() - 9) : match.start()].lower()
        if "between" not in before:
            return match[0]
    return f"{match[1]} - {match[2]}%"


def plain(number: str) -> str:
    """Return a number to compare by: `15.000`, `15,000` → 15000; `0,4`, `0.4` → 0.4; `01` → 1."""
    number = re.sub(r"[.,](?=\d{3}(?:[.,]|$))", "", number).replace(",", ".")
    whole, _, part = number.partition(".")
    return (whole.lstrip("0") or "0") + (f".{part}" if part.strip("0") else "")


def numbers_of(text: str) -> frozenset[str]:
    """Return the numbers of a digitised text, years and days among them."""
    return frozenset(map(plain, NUMBER.findall(text)))


_NO_QUANTITY = re.compile(
    r"(?:ngày |mùng )*\d{1,2} tháng \d{1,2}(?:,? năm \d{4})?|(?:ngày |mùng )+\d{1,2}(?!\d|/)|(?<!\d)\d{1,2}\s?/\s?\d{1,2}(?:\s?/\s?\d{4})?(?!\d)"
    r"|tháng \d{1,2}|(?:định|tư|quyết|thị|luận|hoạch|Decision|Decree|Plan|Circular)(?: số| No\.?)? \d+(?![\d.,%]*[\d%])|\d+(?:/\d{4})?\s?/\s?[^\W\d_][\w-]*|\d+-[A-ZĐ]{2,}/\w+"
    r"|\b\d{1,2}(?:st|nd|rd|th)? (?:of )?(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)"
    r"|(?<=ber )\d{1,2}\b|(?<=ary )\d{1,2}\b",
    re.IGNORECASE,
)


def quantities_of(text: str) -> frozenset[str]:
    """Return the numbers of a digitised text without days, years and numbers of documents."""
    return numbers_of(YEAR.sub(" ", _NO_QUANTITY.sub(" ", text)))


def without_days(text: str) -> str:
    """Take the days out of a text, whose years are no years of figures."""
    return _NO_QUANTITY.sub(" ", text)


def values_of(figure: str) -> tuple[str, ...]:
    """Return a figure or a range as numbers: `10 - 15%` → 10, 15."""
    return tuple(map(plain, NUMBER.findall(figure)))


def years_of(text: str) -> frozenset[int]:
    return frozenset(map(int, YEAR.findall(text)))


def dates_of(text: str) -> frozenset[tuple[int, int, int]]:
    """Return the whole dates of a text as (day, month, year), English ones without."""
    return frozenset((int(d), int(m), int(y)) for d, m, y in _DATE.findall(text.lower()))


def document_numbers(text: str) -> frozenset[str]:
    """Return the numbers of documents: `1520/QĐ-TTg`, `Quyết định số 1520` → 1520."""
    return frozenset(codes_of(text))


_CODE = re.compile(r"(?<![\w/])\d+(?:/\d{4})?\s?[-/]\s?[A-ZĐ][\wĐ&.-]*(?:/[A-ZĐ][\w-]*)*")


def misdated_document(text: str, held: str) -> str:
    """Return the first day that a text gives a document and its passages give only another one."""
    days = _days_of_documents(held, 20)
    for code, said in _days_of_documents(text, 90).items():
        elsewhere = set[str]().union(*(found for other, found in days.items() if other != code))
        if code in days and not said & days[code] and said & elsewhere:
            return min(said)
    return ""


def _days_of_documents(text: str, near: int) -> dict[str, set[str]]:
    """Return the days that follow the numbers of documents within so many characters."""
    found: dict[str, set[str]] = {}
    codes = list(_CODE.finditer(text))
    for match, after in zip(codes, [*codes[1:], None], strict=False):
        end = min(match.end() + near, after.start() if after else len(text))
        for day, month, year in sorted(dates_of(text[match.end() : end]))[:1]:
            code = re.sub(r"\s", "", match.group()).lower()
            found.setdefault(code, set()).add(f"{day}/{month}/{year}")
    return found


def small_counts(text: str) -> tuple[tuple[int, str], ...]:
    """Return what small number words count, and the word after each: `hai đợt` → 2, đợt."""
    found = []
    for match in _COUNTED.finditer(text):
        after = re.match(r"\s*([^\W\d_]+)", text[match.end() :])
        found.append((_SMALL[match.group().strip().lower()], after[1].lower() if after else ""))
    return tuple(found)


__all__ = [
    "dates_of",
    "days_of",
    "digitise",
    "document_numbers",
    "misdated_document",
    "numbers_of",
    "plain",
    "quantities_of",
    "small_counts",
    "values_of",
    "without_days",
    "years_of",
]
