"""Funding: the sources that the part on money names, each with what it is for.

`Kinh phí thực hiện Kế hoạch từ nguồn ngân sách nhà nước, nguồn xã hội hóa …` lists sources after
`từ`; `Nguồn vốn xã hội hóa … đầu tư cho …` begins with one. Left out: amounts, and duties to
provide money, which are assignments.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from corpus.facts import Funding
from corpus.vietnamese import fold
from corpus.view import View
from ingest.outline import Node, Outline

_PART = re.compile(r"kinh phi|nguon von|nguon luc|ngan sach|tai chinh")
_STRONG = (
    r"(?:cac )?(?:nguon|ngan sach|von|quy(?! (?:dinh|hoach|mo|che|trinh))|"
    r"kinh phi (?:su nghiep|hoat dong|thuong xuyen|dia phuong))\b"
)
_HEAD = (
    rf"(?:{_STRONG}|(?:cac )?(?:chuong trinh|de an|du an|tai tro|dong gop|xa hoi hoa|vien tro)\b)"
)
"""How a source begins. The words of the second line may also go on within one: `các nguồn tài trợ,
đóng góp của doanh nghiệp` is one source, `ngân sách nhà nước, tài trợ` are two."""
_LEADS = re.compile(
    r"\b(?:(?:bo tri|lay|cap|huy dong|bao dam|dam bao|can doi|trich|chi|long ghep)"
    r"(?: [a-z]+){0,2}? (?:tu|trong|voi|bang)|tu|do|bang|la|su dung|gom|bao gom|gom co|"
    r"(?:nguon )?(?:kinh phi|von)[^:,;.]{0,60}:)\s*:?\s+"
    rf"(?={_HEAD})"
)
_BEGINS = re.compile(rf"(?:- )?(?!nguon kinh phi\b){_HEAD}")
_MERGED = r"(?:\s+va|\s*[,;](?: va)?) (?:thuc hien )?long ghep (?:tu|trong|voi) "
_DIVIDES = re.compile(rf"\s*[,;]\s*(?:va )?(?={_HEAD})|\s+va (?={_HEAD})|{_MERGED}(?={_HEAD})")
_PLURAL = re.compile(r"cac |nguon |chuong trinh|de an")
_MIDDLE_PLURAL = re.compile(r"\bcac (?:chuong trinh|du an|de an)\b[^,;]*$")
"""`vốn lồng ghép từ các chương trình, dự án` is one source."""
_DIVIDES_PLURAL = re.compile(
    rf"\s*[,;]\s*(?:va )?(?={_STRONG})|\s+va (?={_STRONG})|{_MERGED}(?={_HEAD})"
)
_GOES_ON = re.compile(
    r" (?:theo|duoc|bao dam|dam bao|ho tro|\d+)\b(?:[^,;.]|(?<=\d)[,.](?=\d))*?"
    rf"(?:{_MERGED}(?={_HEAD})|(?:[,;] (?:va )?| va )(?={_STRONG}))"
)
"""The rest of a source that is no name, up to the next source of the list."""
_ENDS = re.compile(
    r"(?<!nguon)\s+(?:ho tro|bao dam|dam bao|chi tra)\b|"
    r"\s+(?:theo|duoc|chiem|la|khoang|du kien|(?<!nguon )(?<!von )dau tu|de(?! an)|cho|"
    r"phuc vu|nham|phu hop|"
    r"trong (?:du toan|pham vi))\b|"
    r"\s*\(|(?<!nam)\s+\d|[.:;]|,\s*(?:chu trong|uu tien|dam bao|bao dam|bao gom|trong do)|$"
)
_PURPOSE = re.compile(
    r"kinh phi (?:de )?((?:thuc hien|trien khai|to chuc)\b.*?)"
    r"(?=\s+(?:duoc|tu|bao gom|gom|do|lay)\b|:)"
)
_SPENT = re.compile(
    r"(?:\(neu co\)\s*)?(?:duoc khuyen khich )?((?:dau tu (?:cho|vao)|de|cho)\b[^.;]+)"
)


def find_funding(plan_id: str, outline: Outline, left_out: Counter[str]) -> tuple[Funding, ...]:
    """Return the sources of the part on funding, in the order of the plan."""
    found: list[Funding] = []
    for part in outline.parts:
        if not _PART.search(fold(part.block.text)):
            continue
        nodes = [one for one in part.walk() if one is not part]
        sources = [source for node in nodes for source in _of_node(plan_id, node, left_out)]
        if nodes and not sources:
            left_out["source of funding"] += 1
        found += sources
    return tuple(found)


def _of_node(plan_id: str, node: Node, left_out: Counter[str]) -> Iterator[Funding]:
    view = node.block.view
    for clause in _clauses(view):
        folded = fold(clause.text)
        begins = _BEGINS.match(folded)
        lead = None if begins else _LEADS.search(folded)
        if not begins and not lead:
            continue
        start = 0 if begins else lead.end() if lead else 0
        names, end = _sources(clause, start)
        purpose = _purpose(clause, folded, end)
        for name in names:
            if len(name.text.split()) < 2:  # `Nguồn`, of which it is not told whose
                left_out["source of funding"] += 1
                continue
            yield Funding(plan_id, node.path, clause.span, name.text, name.span, purpose)


def _clauses(view: View) -> Iterator[View]:
    """Divide a paragraph at the ends of its sentences, and where another source is called for."""
    folded = fold(view.text)
    cuts = [m.end() for m in re.finditer(r"(?<=[.;])\s+(?=huy dong|nguon|tu |[a-z])", folded)]
    cuts = [c for c in cuts if view.text[c].isupper() or folded[c - 2] == "."]
    for start, end in zip([0, *cuts], [*cuts, len(folded)], strict=True):
        piece = view.slice(start, end)
        if piece.text:
            yield piece


def _sources(view: View, start: int) -> tuple[list[View], int]:
    """Return the sources of a list that begins at `start`, and where the list ends."""
    folded = fold(view.text)
    names: list[View] = []
    at = start
    while True:
        ends = _ENDS.search(folded, at + 1)
        stop = ends.start() if ends else len(folded)
        divide = _DIVIDES.search(folded, at + 1)
        if _PLURAL.match(folded, at) or (
            divide and _MIDDLE_PLURAL.search(folded, at, divide.start())
        ):
            divide = _DIVIDES_PLURAL.search(folded, at + 1)
        if divide and divide.start() <= stop:
            names.append(view.slice(at, divide.start()))
            at = divide.end()
            continue
        names.append(view.slice(at, stop))
        onward = _GOES_ON.match(folded, stop)
        if onward:
            at = onward.end()
            continue
        return names, stop


def _purpose(clause: View, folded: str, end: int) -> str:
    before = _PURPOSE.search(folded[:end])
    if before:
        return clause.slice(*before.span(1)).text
    after = _SPENT.match(folded[end:].lstrip())
    if not after:
        return ""
    offset = end + len(folded[end:]) - len(folded[end:].lstrip())
    return clause.slice(offset + after.start(1), offset + after.end(1)).text.rstrip(" .;")
