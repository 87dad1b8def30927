"""What a target measures, said in English: `có cung cấp dịch vụ …` → provide services ….

An indicator is a verb phrase whose parts Vietnamese and English put in the same order, so it is
read part by part from the left: a phrase of the table below, or a thing that `english.py` names.
What is not covered to the last word stays Vietnamese, as there. Quotes are never translated.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from assistant.english import in_english_subject
from corpus.vietnamese import early_tone, fold, nfc

PHRASES = {
    # what is done
    "có": "have",
    "có cung cấp": "provide",
    "cung cấp": "provide",
    "có ứng dụng": "apply",
    "ứng dụng": "apply",
    "được ứng dụng": "be supported by",
    "triển khai ứng dụng": "apply",
    "tổ chức": "organise",
    "hỗ trợ": "support",
    "thường xuyên tổ chức": "regularly organise",
    "phối hợp tổ chức": "jointly organise",
    "xây dựng và triển khai": "develop and carry out",
    "xây dựng": "develop",
    "triển khai": "carry out",
    "thực hiện": "carry out",
    "phục vụ": "serve",
    "được đào tạo": "be trained",
    "được tập huấn": "be trained",
    "được đào tạo và đào tạo lại kiến thức": "be trained and retrained",
    "bồi dưỡng nâng cao trình độ chuyên môn": "further their professional training",
    "có kỹ năng": "have the skills",
    "vận hành thư viện hiện đại": "to run a modern library",
    "tiếp nhận và sử dụng thông tin": "to find and use information",
    "tri thức": "knowledge",
    "được tiếp cận": "have access to",
    "được tiếp cận, sử dụng thông tin": "have access to and use information",
    "sử dụng thông tin": "use information",
    "tham gia các hoạt động": "take part in activities",
    "có thư viện đạt chuẩn theo quy định": "have a library that meets the standards",
    "có thư viện với vốn tài liệu phù hợp": "have a library with a suitable collection",
    "có đủ vốn tài liệu chuyên sâu": "have a sufficient specialised collection",
    "để phục vụ cho nghiên cứu và học tập": "for research and study",
    "đẩy mạnh công tác thông tin tuyên truyền": "step up information and publicity work",
    "tổ chức truyền thông": "hold publicity events",
    "tổ chức lớp tập huấn về": "hold training courses in",
    "giới thiệu theo chuyên đề": "thematic presentations",
    "kỹ năng đọc": "reading skills",
    "kỹ năng thông tin": "information skills",
    # of what
    "dịch vụ": "services",
    "công nghệ thông tin": "information technology",
    "khoa học và công nghệ": "science and technology",
    "chuyển đổi số": "digital transformation",
    "quản lý": "management",
    "quản lý, tổ chức hoạt động": "managing and organising activities",
    "chương trình giáo dục": "educational programmes on",
    "lịch sử": "history",
    "văn hóa": "culture",
    "khoa học": "science",
    "nghệ thuật": "art",
    "du lịch": "tourism",
    "văn hóa nghệ thuật": "culture and art",
    "văn hóa văn nghệ": "culture and art",
    "thể dục thể thao": "sports",
    "nhu cầu": "the need for",
    "hoạt động sáng tạo và hưởng thụ": "creating and enjoying",
    "nhóm sở thích": "interest groups",
    "thu hút người dân đến tham gia sinh hoạt": "that draw people in",
    # for whom and how
    "mọi người dân": "all people",
    "mọi đối tượng": "everybody",
    "chú trọng đối tượng": ", with attention to",
    "phù hợp với từng nhóm lứa tuổi": "suited to each age group",
    "sở thích": "interest",
    "gắn với khung kiến thức": "tied to a framework of knowledge",
    "kỹ năng sống phù hợp": "suitable life skills",
    "ứng dụng giới thiệu trưng bày các chuyên đề trên không gian số": (
        "presenting thematic exhibitions online"
    ),
    "phục vụ việc học tập suốt đời": "for lifelong learning",
    "phục vụ học tập suốt đời": "for lifelong learning",
    "việc học tập suốt đời": "for lifelong learning",
    "phục vụ việc đẩy mạnh học tập suốt đời": "to promote lifelong learning",
    "học tập suốt đời": "lifelong learning",
    "các hoạt động văn hóa văn nghệ": "activities in culture and art",
    "các hoạt động": "activities",
    "các dịch vụ liên quan": "related services",
    "cho": "for",
    "trong": "in",
    "tại": "at",
    "của": "of",
    "thông qua việc đọc": "through reading",
    "bạn đọc": "readers",
    "nghiên cứu": "research",
    "giải trí": "recreation",
    "để phục vụ học tập": "for study",
    "trong hoạt động chuyên môn": "in professional work",
    "phục vụ bạn đọc": "serving readers",
    "thư viện và lưu động": "the library and on tour",
    # counts that grow
    "để nghiên cứu": "for research",
    "học tập": "study",
    "phục vụ nhu cầu học tập": "for study",
    "tìm kiếm thông tin": "finding information",
    "tìm kiếm thông tin nâng cao hiểu biết": "finding information and widening knowledge",
    "nâng cao hiểu biết": "widening knowledge",
}
"""Parts of indicators, as programmes of culture and education word them; the longest wins."""

COUNTED = {
    "số lượt người sử dụng thư viện": "library visits",
    "số lượt người sử dụng": "visits",
    "số lượt bạn đọc": "reader visits",
    "số lượt khách tham quan": "visits",
    "số lượt khách tham quan chọn bảo tàng": "visits to museums",
    "số lượt khách tham quan bảo tàng": "visits to museums",
    "số lượt người truy cập và sử dụng thông tin": "visits to look up and use information",
    "số lượt người": "visits",
    "số lượng": "number",
}
"""What is counted, at the head of an indicator."""

GROWS = ("tăng bình quân", "tăng trung bình")
"""How an indicator ends whose figure is the growth of a count."""

_WORD = re.compile(r"[^\W_]+|[,;]")
_AND = frozenset({",", ";", "và"})


def in_english_indicator(phrase: str) -> str:
    """Say what a target measures, the Vietnamese in brackets; as it is where words are not known.

    `có ứng dụng công nghệ thông tin` → apply information technology (có ứng dụng …).
    """
    english = indicator_in_english(phrase)
    return f"{english} ({phrase})" if english else phrase


@lru_cache(maxsize=1024)
def indicator_in_english(phrase: str) -> str | None:
    """Return the English of an indicator alone; None where a word of it is not known."""
    words = _words(phrase)
    for ending in map(_words, GROWS):
        if words == ending:
            return "average growth"
        if words[-len(ending) :] == ending:
            counted = _read(words[: -len(ending)])
            return f"average growth in {counted}" if counted else None
    return _read(words)


COMPARED = {"": "", "phấn đấu": "aiming at", "ít nhất": "at least", "trên": "more than"}
"""How a figure is to be taken, where a plan says so."""

PER = {
    "": "",
    "moi nam": "a year",
    "hang nam": "a year",
    "/nam": "a year",
    "/ nam": "a year",
}
"""How often a figure is to be reached, folded."""


def figure_in_english(comparator: str, value: str, unit: str, per: str) -> str | None:
    """Return `aiming at 100,000 book copies`, `10 - 15% a year`; None where a word is not known."""
    compared, often = COMPARED.get(comparator), PER.get(fold(per))
    thing = in_english_subject(unit).removesuffix(f" ({unit})") if unit not in ("", "%") else ""
    if compared is None or often is None or (thing and thing == unit):
        return None
    number = number_in_english(value) + ("%" if unit == "%" and "%" not in value else "")
    return " ".join(filter(None, (compared, number, thing, often)))


SOURCES = {
    "ngân sách nhà nước": "the state budget",
    "nguồn ngân sách nhà nước": "the state budget",
    "ngân sách trung ương": "the central budget",
    "ngân sách địa phương": "local budgets",
    "ngân sách tỉnh": "the provincial budget",
    "ngân sách huyện": "the district budget",
    "ngân sách các cấp": "budgets at all levels",
    "chương trình mục tiêu quốc gia": "national target programmes",
    "các chương trình": "programmes",
    "đề án liên quan": "related projects",
    "nguồn xã hội hóa": "non-state funding",
    "nguồn vốn xã hội hóa": "non-state funding",
    "xã hội hóa": "non-state funding",
    "các nguồn tài trợ": "sponsorship",
    "nguồn tài trợ": "sponsorship",
    "tài trợ": "sponsorship",
    "tài trợ hợp pháp khác": "other lawful sponsorship",
    "các nguồn đóng góp": "contributions",
    "đóng góp": "contributions",
    "viện trợ": "aid",
    "huy động từ": "raised from",
    "của": "from",
    "các tổ chức": "organisations",
    "tổ chức": "organisations",
    "các doanh nghiệp": "enterprises",
    "doanh nghiệp": "enterprises",
    "cá nhân": "individuals",
    "cộng đồng dân cư": "local communities",
    "trong và ngoài nước": "at home and abroad",
    "các nguồn vốn hợp pháp khác": "other lawful sources",
    "các nguồn hợp pháp khác": "other lawful sources",
    "nguồn vốn hợp pháp khác": "other lawful sources",
    "nguồn hợp pháp khác": "other lawful sources",
}
"""Where money comes from, as plans name it, and from whom."""


def source_in_english(source: str) -> str:
    """Return `the state budget (ngân sách nhà nước)`; as it stands where a word is not known."""
    parts = _split(_words(source), _source)
    return f"{_joined(*parts)} ({source})" if parts else source


def number_in_english(value: str) -> str:
    """Write a number as English does: `100.000` → 100,000, `0,4` → 0.4."""
    return value.translate(str.maketrans(".,", ",."))


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(early_tone(nfc(phrase)).lower()))


def _read(words: tuple[str, ...]) -> str | None:
    """Read all words part by part; None where one is left over, or one alone is all there is."""
    parts = _split(words, _part) if len(words) > 1 else None
    return _joined(*parts) if parts else None


Part = Callable[[tuple[str, ...], bool], str | None]
"""What some words are in English, given whether they come first; None where not known."""


def _split(words: tuple[str, ...], part: Part) -> tuple[list[str], list[str]] | None:
    """Return the English of the longest parts from the left, and what joins each to the one before.

    None where a word belongs to none.
    """
    parts, joiners = list[str](), list[str]()
    at, joiner = 0, ""
    while at < len(words):
        if words[at] in _AND and parts:
            joiner, at = (" and" if words[at] == "và" else ","), at + 1
            continue
        ends = range(len(words), at, -1)
        read = ((part(words[at:end], not parts), end) for end in ends)
        found, at = next(((said, end) for said, end in read if said), ("", at))
        if not found:
            return None
        parts.append(found)
        joiners.append(joiner)
        joiner = ""
    return parts, joiners


def _joined(parts: list[str], joiners: list[str]) -> str:
    """Join parts; the last comma of a row is an `and` in English."""
    said = parts[0] if parts else ""
    for at in range(1, len(parts)):
        last = at + 1 == len(parts) or not joiners[at + 1]
        joiner = " and" if joiners[at] == "," and last else joiners[at]
        said += parts[at] if parts[at].startswith(",") else f"{joiner} {parts[at]}"
    return said


def _part(words: tuple[str, ...], first: bool) -> str | None:
    """Return the English of a part of an indicator."""
    key = tuple(map(fold, words))
    if known := (_COUNTED.get(key) if first else None) or _PHRASES.get(key):
        return known
    if len(words) < 2 or _AND & {words[0], words[-1]}:
        return None
    phrase = " ".join(words)
    english = in_english_subject(phrase)
    return english.removesuffix(f" ({phrase})") if english != phrase else None


def _source(words: tuple[str, ...], _first: bool) -> str | None:
    """Return the English of a source of money, or of who gives it."""
    return _SOURCES.get(tuple(map(fold, words)))


def _keys(table: dict[str, str]) -> dict[tuple[str, ...], str]:
    return {tuple(map(fold, _words(name))): english for name, english in table.items()}


_PHRASES, _COUNTED, _SOURCES = _keys(PHRASES), _keys(COUNTED), _keys(SOURCES)
