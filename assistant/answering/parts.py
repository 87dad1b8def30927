"""A part of a plan by its label, and the parts of a plan: `mục II.2 nói gì`, `gồm mấy phần`.

Labels are those that the plan prints, its Roman numerals read by their strokes where a scan garbled
them. Left out: parts asked for by what they are about (`general.py`).
"""

from __future__ import annotations

import re

from assistant.answering.finding import Finding, Statement, quote_heading
from assistant.answering.general import tell_section
from assistant.answering.material import SUPPORT, Material
from assistant.english import in_english_subject
from assistant.query import Query
from corpus.plan import Passage
from corpus.vietnamese import fold, tokens

_ROMAN = re.compile(r"[ivxl1|]{1,4}")

_ASKED = re.compile(
    r"\b(?:muc|phan|diem|khoan|section|part|item)\s+(?P<label>(?:[ivx]{1,4}|\d{1,2}|[a-h])"
    r"(?:\s?[.,]\s?(?:\d{1,2}|[a-h]))*)\b(?!\s*(?:%|phan tram|/))"
)
"""A part by its label: `mục II.2.1`, `phần III`, `section IV.3`."""

_POINT = re.compile(r"\b(?:diem|point|item)\s+(?P<label>[a-h]|\d{1,2})\b[, ]+(?=(?:muc|khoan|sec))")
"""`điểm a, mục II.2`: the point stands before the part it belongs to."""

_CONTENTS = re.compile(
    r"\b(?:may|bao nhieu|nhung|cac) (?:phan|muc|noi dung lon)\b(?: (?:lon|chinh))?(?: nao| gi)?"
    r"|\bbo cuc\b|\bmuc luc\b|\bket cau\b"
    r"|\b(?:how many|what|which)(?: are the)? (?:main )?(?:parts|sections|chapters)\b"
    r"|\btable of contents\b|\boutline\b"
)
_CONTENTS_FRAME = frozenset("phan muc bo cuc luc ket cau lon chinh gom co chia lam thanh".split())


_PART_FRAME = frozenset(
    "noi dung ghi viet doc chep nguyen van cho xem toi ve toan bo nhom viec gom chinh nhiem vu "
    "giai phap lon".split()
)
_PART_ENGLISH = frozenset(
    "read text show word wording full main group groups work tasks contain cover content".split()
)


def asks_part(query: Query) -> str:
    """Return the label of the part that a question asks to read: `II.2.a`; empty where none."""
    folded = fold(query.own)
    point = _POINT.search(folded)
    found = _ASKED.search(_POINT.sub("", folded))
    if found is None or not query.scoped or query.agencies:
        return ""
    said = set(tokens(found.group() + (f" {point.group()}" if point else "")))
    words = {word for term in query.terms for word in term.split()} - said
    if words - _PART_FRAME or set(query.unknown) - said - _PART_ENGLISH:
        return ""  # the label only tells where something else is asked for
    label = re.sub(r"\s?[.,]\s?", ".", found.group("label"))
    return f"{label}.{point.group('label')}" if point else label


def answer_part(material: Material, label: str) -> Finding | None:
    """What stands under a label: its words, or the headings below it where it is long."""
    wanted = _normal(label.split("."))
    inside = [p for p in material.body if _normal(p.path)[: len(wanted)] == wanted]
    return tell_section(material, inside, SUPPORT) if inside else None


def asks_contents(query: Query) -> bool:
    """Tell whether a question asks which parts a plan has, and for nothing in them."""
    words = {word for term in query.terms for word in term.split()}
    return query.scoped and bool(_CONTENTS.search(fold(query.own))) and words <= _CONTENTS_FRAME


def answer_contents(material: Material) -> Finding | None:
    """The headings of the parts of a plan, in order."""
    first: dict[str, Passage] = {}
    for passage in material.body:
        first.setdefault(passage.headings[0], passage)
    if not first:
        return None
    items = tuple(
        Statement(f"{p.path[0]}. {heading}", (quote_heading(material.plan, p, 0),))
        for heading, p in first.items()
    )
    lead = material.words("Các phần của kế hoạch:", "The parts of the plan:")
    short = "\n- ".join([lead, *(item.text for item in items)])
    return Finding(material.plan, short, items, SUPPORT)


_DIVIDED = re.compile(
    r"\b(?:chia|phan) (?:ra|thanh|lam|cho|nhom|loai|theo)?\b.*\b(?:nao|gi|may|bao nhieu)\b"
    r"|\b(?:chia|phan)\b.*\b(?:ra|thanh|lam|cho|theo) (?:nhung |cac )?"
    r"(?:may|bao nhieu|muc|nhom|phan|loai|linh vuc|mang)\b"
    r"|\b(?:gom|co|neu|theo) (?:nhung|cac|may|bao nhieu) (?:nhom|mang)(?: \w+){0,3}\b"
    r"|\bcho (?:nhung|cac|may|bao nhieu) (?:nhom|loai|he thong|thiet che)"
    r"(?:,? \w+){0,3} (?:nao|gi)\b"
    r"|\b(?:for|to) (?:which|what|how many) (?:kinds?|types?|sorts?|groups?)\b"
    r"|\b(?:which|what|how many|how)\b.*"
    r"\b(?:divided|split|grouped|broken (?:down|into)|organi[sz]ed (?:into|under))\b"
)
"""A question for the groups into which a plan puts its targets, its tasks, its measures."""

_OF_TARGETS = re.compile(r"\bchi tieu\b|\btargets?\b|\bspecific (?:goals?|objectives?)\b")
_TARGETS = frozenset("muc tieu cu the".split())
"""Words of the heading under which plans put their targets (chỉ tiêu)."""

MOST_OF_HEADING = 0.75
"""The share of the words of a heading that a question names where it asks for what stands under."""


def asks_groups(query: Query) -> bool:
    """Tell whether a question asks into which groups something in a plan is divided."""
    return query.scoped and bool(_DIVIDED.search(fold(query.own)))


def answer_outline(material: Material) -> Finding | None:
    """The headings right below the heading that a question names, or below that of the targets."""
    asked = frozenset(tokens(material.query.text))
    found = _below(material, asked)
    if found is None and _OF_TARGETS.search(fold(material.query.own)):
        found = _below(material, _TARGETS)
    return found


def _below(material: Material, asked: frozenset[str]) -> Finding | None:
    named: dict[tuple[int, int], list[Passage]] = {}
    for passage in material.body:
        for depth, heading in enumerate(passage.headings[:-1]):
            words = frozenset(tokens(heading))
            if len(words) > 1 and len(asked & words) >= MOST_OF_HEADING * len(words):
                named.setdefault((len(words), -depth), []).append(passage)
    if not named:
        return None
    (_, at), passages = max(named.items(), key=lambda item: item[0])
    below: dict[str, Statement] = {}
    for passage in passages:
        if passage.path[: 1 - at] == passages[0].path[: 1 - at]:
            heading = passage.headings[1 - at]
            quote = quote_heading(material.plan, passage, 1 - at)
            below.setdefault(heading, Statement(_told(material, heading), (quote,)))
    if len(below) < 2:
        return None
    items = tuple(below.values())
    lead = _told(material, passages[0].headings[-at])
    short = "\n- ".join([f"{lead}:", *(item.text for item in items)])
    return Finding(material.plan, short, items, SUPPORT)


_AS_TO = re.compile(r"^(?:đối với|về) ", re.IGNORECASE)


def _told(material: Material, heading: str) -> str:
    """Say a heading; in English what it is of, where that can be said, with its Vietnamese."""
    if material.query.language != "en":
        return heading
    english = in_english_subject(_AS_TO.sub("", heading))
    return english[:1].upper() + english[1:]


def _normal(path: tuple[str, ...] | list[str]) -> list[str]:
    """Return the labels of a path folded, each without what repeats the label above it."""
    kept: list[str] = []
    above = ""
    for label in (one.strip().rstrip(".)").lower() for one in path):
        kept += label.removeprefix(f"{above}.").split(".") if above else label.split(".")
        above = label
    if kept and _ROMAN.fullmatch(kept[0]) and not kept[0].isdigit():
        kept[0] = kept[0].translate(str.maketrans("l1|", "iii"))
    return [label for label in kept if label]
