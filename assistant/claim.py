"""What a question takes for granted: whether it asks yes or no, asks why, and what it claims.

"Có phải Hưng Yên giao Sở Y tế …?", "Vì sao Cát Hải đặt mục tiêu 90 % …?" and "Is it true that …?"
claim something before they ask. A claim is an agency, a figure, a day or a year; what remains of
the question without it is put to the plan, and the plan's answer is held against the claim. Left
out: claims of another sort, which are answered by the words of the plan or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from assistant.wording import PLAN_NUMBER
from corpus.vietnamese import fold

Ask = Literal["value", "yes_no", "why"]
"""What is wanted: a value, whether something is so, or why it is so."""

_WHY = re.compile(
    r"\b(vi sao|tai sao|sao lai|vi le gi|do dau ma|nguyen nhan (nao|vi sao|gi)|can cu vao dau ma"
    r"|(?:vi |do )?ly do (gi|nao|vi sao|ma|tai sao|la gi))\b|\bly do\b.* la gi\b|^(?:the )?sao (?!cho)|^(?:so |and |but )?why\b|\bhow come\b|what (?:is|was) the reason|for what reason"
)
_ALIKE = re.compile(
    r"\btrung (?:nhau|voi|khop)\b.*\bkhong\b|\bmau thuan\b|\bcontradict|\b(giong|khac) (nhau|gi)\b|\bgiong\b.*\bkhong\b|\bthe same\b|\bdiffer"
)
"""Whether two things are alike shows when both are told."""
_YES_NO = re.compile(
    r"\bco phai\b|\bphai (khong|ko|k|chang)\b|\b(dung|chinh xac|that) (khong|ko|k|chu|chua|hay sai|vay khong)\b"
    r"|\bco dung\b|\bdung la\b.*\b(khong|ko|a)\W*$|\bhay khong\b|\bco (?:hay )?khong\b"
    r"|\bco\b (?!bao nhieu|may\b|nhung\b)(?!.*\b(nao|gi|ai|bao nhieu|bao gio|the nao|ra sao|o dau)\b)"
    r".*\b(khong|ko|k|chua|hong)\W*$"
    r"|\b(?:da|duoc|la|phai|gom|nam)\b(?!.*\b(nao|gi|ai|bao nhieu|bao gio|the nao|ra sao|o dau)\b)"
    r".*\b(?:khong|ko|chua)\W*$"
    r"|^(?!.*\b(?:nao|gi|ai|bao nhieu|bao gio|may|the nao|ra sao|dau)\b)[^?]{12,}(?<!hay )(?<!la )\b(?:khong|ko)\W*$"
    r"|(?<!muc )(?<!diem )(?<!khoan )\ba\s?\?+$"
)
_YES_NO_ENGLISH = re.compile(
    r"^(?:and |so |but )?(?:[^,:?]{2,40}[,:] )?(?:is|are|was|were|does|do|did|has|have|must|should|will|can|could|may|would)\b"
    r"|\bis (?:it|this|that) (?:true|right|correct|so)\b|,? (?:right|correct|true|isn t it|doesn t it)\W*$"
    r"|\b(?:true|right) or (?:false|wrong)\b"
)
_ENGLISH_WORD = re.compile(r"\b(?:who|which|what|when|where|how)\b")
"""`Can you tell me who …` begins like a yes or no question and is none."""

FRAME_OF_CLAIM = re.compile(
    r"\b(vi sao|tai sao|sao lai|vi le gi|do dau ma|(vi |do )?ly do( gi| nao| vi sao| ma| tai sao| la gi)?|^sao\b|co phai( la)?|phai (khong|ko|k|chang)"
    r"|(dung|chinh xac|that) (khong|ko|k|chu|hay sai|vay khong)|co dung( la)?|dung la|hay khong|hay chua|hay sai"
    r"|co (hay )?khong|khong\W*$|ko\W*$|chua\W*$)"
)
"""Words that ask whether or why, and say nothing of what is asked about."""

_NUMBER = re.compile(
    r"(?<![\w/.,-])(\d+(?:[.,]\d+)*(?:\s?[-–—]\s?\d+(?:[.,]\d+)*)?)\s?(%|phan tram|per ?cent|percent)?"
    r"(?![\w/]|[.,]\d)"
)
_NOT_CLAIMED = re.compile(
    r"(?:\b(?:nam|year|by|in|since|until|thang|ngay|den|tu|so|ke hoach|kh|plan|muc|dieu|khoan|diem|"
    r"quy|giai doan|section|no|quyet dinh|nghi dinh|nghi quyet|thong tu|ket luan|chi thi|decree|"
    r"decision|circular|resolution)|[-–/])\s*$"
)
"""Words after which a number is a year, a day, a label or a document, and no claimed figure."""

_COUNTS_PLANS = re.compile(
    r" ?nam\b| ?(?:ban )?(?:ke hoach|van ban|tinh|dia phuong|noi|(?:\w+ )?plans?|provinces?)\b"
)
"""What is counted in `2 kế hoạch`, `hai tỉnh`, `1 năm`: plans and years, and nothing they say."""

_DAY = re.compile(r"\b(0?[1-9]|[12]\d|3[01])\s?(?:/| thang )\s?(0?[1-9]|1[0-2])\b(?!\s?%)")


def find_ask(folded: str, english: bool) -> Ask:
    """Return what a folded question wants: `co phai …`, `… dung khong` → yes_no, `vi sao …` → why."""
    if _WHY.search(folded):
        return "why"
    if _ALIKE.search(folded):
        return "value"
    return "yes_no" if asks_whether(folded, english) else "value"


def asks_whether(folded: str, english: bool) -> bool:
    """Tell whether a folded question is answered by yes or no."""
    if english:
        return bool(_YES_NO_ENGLISH.search(folded)) and not _ENGLISH_WORD.search(folded)
    return bool(_YES_NO.search(folded))


def claimed_figures(question: str) -> tuple[tuple[str, tuple[int, int]], ...]:
    """Return the figures a question states, as printed, with where they stand; years are none."""
    folded = fold(question)
    days = day_spans(question)
    found = []
    for match in _NUMBER.finditer(folded):
        number, percent = match.group(1), match.group(2)
        if re.fullmatch(r"20[1-4]\d(?:\s?[-–—]\s?20[1-4]\d)?", number):
            continue
        if not percent and (
            _NOT_CLAIMED.search(folded[: match.start()][-14:]) or re.fullmatch(r"20[1-4]\d", number)
        ):
            continue
        if not percent and _COUNTS_PLANS.match(folded[match.end() :]):
            continue
        if any(start < match.end() and match.start() < end for start, end in days):
            continue
        found.append((question[match.start(1) : match.end(1)], match.span()))
    return tuple(found) or _all_claimed(folded)


ALL = "100%"
"""The figure that is claimed where all institutions of a kind are said to do something."""

_ALL = re.compile(
    r"\b(?:all(?: of)?(?: (?:the|its|their))?|every|each|tat ca(?: (?:cac|nhung))?|toan bo(?: cac)?)\b"
    r"(?= (?:[^\W\d]+ ){0,3}?(?:librar(?:y|ies)|museums?|cent(?:re|er)s?|schools?"
    r"|thu vien|bao tang|trung tam|nha van hoa|truong|co so giao duc)\b)"
)
_YEAR = re.compile(r"\b20[1-4]\d\b")
_CLAUSE = re.compile(r"(?:[^.?!;,]|[.?!;,](?=\S))+")
_ASKING = re.compile(
    r"\b(?:nao|gi|ai|bao nhieu|bao gio|may|dau|the nao|who|whom|which|what|when|where|how)\b"
)


def _all_claimed(folded: str) -> tuple[tuple[str, tuple[int, int]], ...]:
    """Return 100 % where a question says that all institutions of a kind do something by a year.

    `Will all commune libraries offer services by 2030?` and `It wants all museums to … by 2025.
    Who …?` claim it; `what must all libraries do by 2030` claims nothing.
    """
    for clause in _CLAUSE.finditer(folded):
        found = _ALL.search(folded, *clause.span())
        if found and _YEAR.search(clause.group()) and not _ASKING.search(clause.group()):
            return ((ALL, found.span()),)
    return ()


def days_of(text: str) -> frozenset[tuple[int, int]]:
    """Return the days a text names as (day, month): `ngày 01 tháng 12`, `1/12` → (1, 12)."""
    pairs = ((int(m.group(1)), int(m.group(2))) for m in _DAY.finditer(fold(text)))
    named = {(int(m.group(1)), MONTHS[m.group(2)]) for m in _ENGLISH_DAY.finditer(fold(text))}
    named |= {(int(m.group(2)), MONTHS[m.group(1)]) for m in _DAY_ENGLISH.finditer(fold(text))}
    return frozenset((d, m) for d, m in pairs if 1 <= d <= 31 and 1 <= m <= 12) | named


MONTHS = {
    name: at
    for at, name in enumerate(
        "january february march april may june july august september october november december".split(),
        start=1,
    )
}
_ENGLISH_DAY = re.compile(
    rf"\b(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)? (?:of )?({'|'.join(MONTHS)})\b"
    r"(?! (?:vi|tinh|moc|in|anh|chieu|quet|chu)\b)"  # 20 máy vi tính
)
_DAY_ENGLISH = re.compile(rf"\b({'|'.join(MONTHS)}) (\d{{1,2}})(?:st|nd|rd|th)?\b")


def plan_numbers(text: str) -> frozenset[str]:
    """Return the numbers by which a text names plans: `kế hoạch 4084`, `76/KH-UBND` → 4084, 76."""
    found = PLAN_NUMBER.finditer(fold(text))
    return frozenset(number for match in found for number in match.groups() if number)


def day_spans(question: str) -> list[tuple[int, int]]:
    """Return where a question names days."""
    folded = fold(question)
    return [m.span() for day in (_DAY, _ENGLISH_DAY, _DAY_ENGLISH) for m in day.finditer(folded)]


def same_figure(claimed: str, stated: str) -> bool:
    """Tell whether two figures are one: `10-15`, `10 - 15%` and `10–15 %` are, `10` and `10-15` not."""
    return _digits(claimed) == _digits(stated)


def states_figure(text: str, figures: Sequence[str]) -> bool:
    """Tell whether a text states one of some figures."""
    stated = [figure for figure, _ in claimed_figures(text)]
    return any(same_figure(figure, other) for figure in figures for other in stated)


def _digits(figure: str) -> tuple[str, ...]:
    numbers = re.findall(r"\d+(?:[.,]\d+)*", figure)
    return tuple(re.sub(r"[.,](?=\d{3}\b)", "", n).replace(",", ".").lstrip("0") for n in numbers)
