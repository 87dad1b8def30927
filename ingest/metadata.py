"""What a plan says of itself: number, date, place, issuer, title, programme, signer, bases, …

The form is that of Decree 30/2020/NĐ-CP, appendix I. A field that the plan leaves blank, or that a
scan corrupted (a day 72), has no value and keeps its words: it is shown as printed, never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from corpus.places import PROVINCES, place_key
from corpus.plan import Field, Span
from corpus.syllables import is_syllable
from corpus.vietnamese import fold, has_diacritics, nfc
from corpus.view import View
from ingest.outline import Block, Outline
from ingest.programme import read_programme

_NUMBER = re.compile(r"\bs\S{0,2}\s?[:.]?\s*(\d{0,6})\s*/\s*(kh-[a-z]+)")
_DATE = re.compile(
    r"([^\d,:/]*?),\s*ng[a-z]y\s*(\d{0,2})\s*th[a-z]{1,3}g\s*(\d{0,2})\s*n[a-z]{1,2}m\s*(\d{4})"
)
_ISSUED_FOR = re.compile(r"tren dia ban (tinh|thanh pho|huyen|quan|thi xa|dac khu) ([^,.;“”\"]+)")
_COMMITTEE = re.compile(r"(?:uy ban nhan dan|ubnd) (tinh|thanh pho|huyen|quan|thi xa|xa|phuong)")
_COMMITTEE_LINE = re.compile(r"\W*(?:uy ban nhan dan|ubnd)\W*")
_LEVEL_AT = re.compile(
    r"(tinh|thanh pho|huyen|quan|thi xa|dac khu|thi tran|xa|phuong) ([^\W\d_][^,;:.()]{1,40}?)\W*$"
)
_AGENCY_LINE = re.compile(
    r"(?:so|ban|phong|cuc|chi cuc|van phong|trung tam|cong an|bo chi huy) [^\W\d_]{2}"
)
_BASIS = re.compile(r"(can cu|thuc hien) ")
_REPLACES = re.compile(r"\bthay the(?: cho)? (?:cac )?ke hoach (?:so )?(\d+ ?/ ?kh-[a-z]+)")
"""`thay thế Kế hoạch số 12/KH-UBND`; not `thay thế bởi`, which says the opposite."""
_NAME = re.compile(r"(?:[^\W\d_]+\s+){1,4}[^\W\d_]+")
_SIGNING = re.compile(r"(chu tich|tm\.|kt\.|tl\.|uy ban nhan dan|noi nhan|giam doc)")
_LEVEL_WORDS = {
    "tinh": "tỉnh",
    "thanh pho": "thành phố",
    "huyen": "huyện",
    "quan": "quận",
    "thi xa": "thị xã",
    "dac khu": "đặc khu",
    "xa": "xã",
    "phuong": "phường",
    "thi tran": "thị trấn",
}


@dataclass(frozen=True)
class Metadata:
    """The fields of a plan, each with the words that state it."""

    number: Field
    date: Field
    place: Field
    issuer: Field
    title: Field
    programme: Field
    signer: Field
    bases: tuple[Field, ...]
    recipients: tuple[Field, ...]
    replaces: tuple[Field, ...]


_UNSTATED = Field(None)


def read_metadata(text: str, outline: Outline) -> Metadata:
    """Return what the head, the title, the opening and the tail of a plan state."""
    number = next(filter(None, (_number(text, block) for block in outline.head)), _UNSTATED)
    date, head_place = next(
        filter(None, (_date(text, block) for block in outline.head)), (_UNSTATED, _UNSTATED)
    )
    issuer, place = _issuer(outline, head_place)
    return Metadata(
        number=number,
        date=date,
        place=place,
        issuer=issuer,
        title=_field(outline.title) if outline.title else _UNSTATED,
        programme=_programme(outline),
        signer=_signer(text, outline),
        bases=_bases(outline),
        recipients=_recipients(outline),
        replaces=_replaces(outline),
    )


def _field(block: Block) -> Field:
    return Field(block.text, block.view.span)


def _line(text: str, block: Block) -> tuple[str, int]:
    """Return a head line folded, character for character as printed, and where it starts."""
    return fold(text[block.span.start : block.span.end]), block.span.start


def _number(text: str, block: Block) -> Field | None:
    folded, origin = _line(text, block)
    match = _NUMBER.search(folded)
    if not match:
        return None
    code = text[origin + match.start(2) : origin + match.end(2)]
    value = f"{match.group(1)}/{code}" if match.group(1) else None
    return Field(value, Span(origin + match.start(), origin + match.end()))


def _date(text: str, block: Block) -> tuple[Field, Field] | None:
    """Return the date as d/m/yyyy, without value where the day or the month is blank or not one."""
    folded, origin = _line(text, block)
    number = _NUMBER.search(folded)
    match = _DATE.search(folded, number.end() if number else 0)
    if not match:
        return None
    day, month = (int(part) if part else 0 for part in match.group(2, 3))
    valid = 1 <= day <= 31 and 1 <= month <= 12
    value = f"{day}/{month}/{match.group(4)}" if valid else None
    start, end = match.span(1)
    start += len(folded[start:end]) - len(folded[start:end].lstrip())
    place = text[origin + start : origin + end]
    date_start = folded.index("ng", match.end(1))
    date = Field(value, Span(origin + date_start, origin + match.end()))
    return date, Field(_known_place(place), Span(origin + start, origin + end))


def _known_place(printed: str) -> str:
    """Return the printed name, with its accents where a scan took them from a province.

    A name whose accents are whole is left as it is: Phù Yên is no misread Phú Yên.
    """
    words = printed.split()
    if printed in PROVINCES or (has_diacritics(printed) and all(map(is_syllable, words))):
        return printed
    key = place_key(printed)
    return next((name for name in PROVINCES if place_key(name) == key), printed)


def _province(printed: str) -> str | None:
    """Return the province that a name stands for after `tỉnh`, one misread letter allowed."""
    key = place_key(printed)
    near = [name for name in PROVINCES if Levenshtein.distance(place_key(name), key) <= 1]
    exact = [name for name in near if place_key(name) == key]
    found = exact or near
    return found[0] if len(found) == 1 else None


def _issuer(outline: Outline, head_place: Field) -> tuple[Field, Field]:
    """Return the committee that issued the plan and the place it governs.

    The head prints it ("ỦY BAN NHÂN DÂN ⏎ TỈNH …"). Where a copy lost its head, it follows from the
    place in the title ("trên địa bàn tỉnh …") and from the committee that speaks in the opening
    ("Ủy ban nhân dân tỉnh ban hành").
    """
    place, level = head_place, None
    head = _head_committee(outline)
    if head is not None:
        level, named = head
        value = _named_place(level, named.text)
        issuer = Field(f"UBND {level} {value}", named.span)
        same = head_place.value is not None and _is_near(head_place.value, value)
        if head_place.value is None or same:
            place = Field(value, head_place.span or named.span)
        return issuer, place
    if outline.title:
        match = _ISSUED_FOR.search(fold(outline.title.text))
        if match:
            level = _LEVEL_WORDS[match.group(1)]
            named = outline.title.view.slice(*match.span(2))
            if head_place.value is None:
                place = Field(_known_place(named.text), named.span)
    speaks = _committee(outline)
    if speaks:
        level = level or _LEVEL_WORDS[speaks[0]]
    if place.value is None or level is None:
        return _UNSTATED, place
    span = speaks[1].span if speaks else None
    return Field(f"UBND {level} {place.value}", span), place


def _head_committee(outline: Outline) -> tuple[str, View] | None:
    """Find the committee whose name the head prints, on one line or on two.

    None where an agency below it issues the plan: then the head names that agency next.
    """
    blocks = [block for block in outline.head if block.text]
    for i, block in enumerate(blocks):
        view = block.view
        folded = fold(view.text)
        start = _COMMITTEE_LINE.match(folded)
        if not start:
            continue
        rest = blocks[i + 1 :]
        if start.end() == len(folded) and rest:
            view, start, rest = rest[0].view, None, rest[1:]
            folded = fold(view.text)
        level = _LEVEL_AT.match(folded, start.end() if start else 0)
        if not level or (rest and _AGENCY_LINE.match(fold(rest[0].text))):
            return None
        return _LEVEL_WORDS[level.group(1)], view.slice(*level.span(2))
    return None


def _named_place(level: str, printed: str) -> str:
    """Return the name of a place that the head prints in capitals: `HƯNG YÊN` → Hưng Yên."""
    name = " ".join(word.capitalize() for word in printed.split())
    found = _province(name) if level == "tỉnh" else None
    return found or _known_place(name)


def _is_near(a: str, b: str) -> bool:
    return Levenshtein.distance(place_key(a), place_key(b)) <= 1


def _committee(outline: Outline) -> tuple[str, View] | None:
    """Find the committee that issues: the last one named in the opening, not one that is quoted."""
    found = None
    for block in outline.opening:
        for match in _COMMITTEE.finditer(fold(block.text)):
            found = (match.group(1), block.view.slice(*match.span()))
    return found


def _bases(outline: Outline) -> tuple[Field, ...]:
    """Return each căn cứ (legal basis): the opening paragraphs that begin so, cut at semicolons."""
    bases: list[Field] = []
    for block in outline.opening:
        lead = _BASIS.match(fold(block.text))
        if not lead:
            continue
        start = lead.end()
        for part in re.finditer(r"[^;]+", block.text[start:]):
            view = block.view.slice(start + part.start(), start + part.end())
            view = _until_issuer(view)
            if view.text.strip(" .;"):
                bases.append(Field(view.text.rstrip(" .;:,"), view.span))
    return tuple(bases)


def _until_issuer(view: View) -> View:
    """Cut a basis before the words of the committee that issues the plan."""
    match = re.search(
        r"[.,”\"]\s*(uy ban nhan dan|ubnd) \S+( \S+){0,4} (ban hanh|xay dung)", fold(view.text)
    )
    return view.slice(0, match.start() + 1) if match else view


def _programme(outline: Outline) -> Field:
    """Return the chương trình or đề án that the title names, without value where it names none."""
    read = read_programme(outline)
    return Field(read.name.text, read.name.span) if read else _UNSTATED


def _recipients(outline: Outline) -> tuple[Field, ...]:
    """Return each recipient as printed; a scan may have run the signature into the same line."""
    fields = []
    for block in outline.tail:
        end = block.text.find(";")
        view = block.view.slice(0, end if end >= 0 else len(block.view))
        text = view.text.rstrip(" .:")
        if block.label and text:
            fields.append(Field(text, view.slice(0, len(text)).span))
    return tuple(fields)


def _replaces(outline: Outline) -> tuple[Field, ...]:
    """Return the numbers of the plans that this one says it takes the place of (thay thế)."""
    nodes = (node.block for part in outline.parts for node in part.walk())
    found: list[Field] = []
    for block in (*outline.opening, *nodes, *outline.tail):
        for match in _REPLACES.finditer(fold(block.text)):
            number = block.view.slice(*match.span(1))
            found.append(Field(number.text.replace(" ", ""), number.span))
    return tuple(found)


def _signer(text: str, outline: Outline) -> Field:
    """Return the name that closes the plan, as printed: the last line of capitalised words.

    A person's name has no second witness, so a damaged one is never restored.
    """
    for block in reversed(outline.tail):
        name = nfc(block.text).strip()
        if block.label or not _NAME.fullmatch(name) or _SIGNING.search(fold(name)):
            continue
        if all(word[0].isupper() and not word.isupper() for word in name.split()):
            span = block.view.span
            return Field(text[span.start : span.end], span)
    return _UNSTATED
