"""Duties: the bullets and paragraphs that charge agencies, each with the agencies it charges.

Plans name the agency in a heading above its duties (`1. Sở Tài chính`), before a colon (`Hội Khuyến
học tỉnh: Nghiên cứu …`), or as the subject of the sentence (`Các sở, ban, ngành … báo cáo`, `UBND
tỉnh yêu cầu các cơ quan …`). Left out: sentences of other parts, which describe rather than charge.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.plan import Span
from corpus.vietnamese import fold
from corpus.view import View, join_lines
from ingest.facts.names import Names, read_addressees, read_names
from ingest.facts.vocabulary import OFFICER, VERB
from ingest.outline import HEADING_LIMIT, Node, Outline

_ORGANISING = re.compile(
    r"to chuc thuc hien|phan cong|trach nhiem|che do (?:thong tin|bao cao)|thong tin,? bao cao|"
    r"to chuc trien khai"
)
_MONEY = re.compile(r"kinh phi|nguon von|nguon luc|tai chinh|ngan sach")

INLINE_LIMIT = 260
"""Characters of agencies before a colon; the seven unions of one plan take 166."""

SHORTEST_DUTY = 3
"""Words; less is a label or a fragment."""

_CLOSING = re.compile(
    r"(?<=[./]) +(?=tren day la ke hoach|can cu (?:vao )?(?:noi dung )?ke hoach nay|"
    r"(?:trong|qua) (?:qua trinh )?(?:to chuc |trien khai )*thuc hien|"
    r"(?:(?:uy ban nhan dan|ubnd) [^.]{0,40})?(?:yeu cau|de nghi) .*\./\.\W*$)"
)
"""How the closing words of a plan begin; those of the last line only where it ends the plan."""
_LEADS = re.compile(r"(?:chu tri|phoi hop)\b")
"""How a duty begins that heads a list of what it consists of."""
_ISSUER_SPEAKS = re.compile(
    r"(?:tren day la ke hoach|(?:uy ban nhan dan|ubnd|chu tich uy ban)\b[^,.;]{0,60}? )?"
    r"(?:yeu cau|de nghi|giao) |tren day la ke hoach"
)
"""How a closing paragraph begins, which charges others than the agency of the clause above it."""
_ADDRESSED = re.compile(r"(?:yeu cau|de nghi|giao|phan cong|giao cho) (?=\S)")
_ADVERBIAL = re.compile(r"(?:can cu|tren co so|theo|hang nam|dinh ky|truoc ngay|nham)\b")
_SUBJECT_LIMIT = 400
"""Characters into a paragraph within which its subject must stand."""
_SAYS = re.compile(
    rf"[,:]?\s*(?:(?:co |chiu )?trach nhiem |can |phai |chu dong |thuong xuyen |nghiem tuc |"
    r"dinh ky |khan truong |tap trung |tiep tuc |tich cuc |kip thoi |(?:hang|moi) nam,? )*"
    r"(?:can cu|tren co so|theo chuc nang|to chuc|xay dung|trien khai|thuc hien|phoi hop|chu tri|"
    r"lap|gui|bao cao|nghien cuu|ra soat|chi dao|huong dan|tham muu|kiem tra|tong hop|dua|bo tri|"
    r"tuyen truyen|don doc|co trach nhiem|quan triet|tham dinh|cap nhat|thong ke|day manh|tham gia|"
    rf"quan tam|khan truong|trong qua trinh|can doi|bao dam|dam bao|ban hanh|tang cuong|{VERB})\b"
)
"""How what an agency is to do begins, after the words that often stand before the verb."""


@dataclass(frozen=True)
class Duty:
    """A duty as read, with the agencies it charges."""

    path: tuple[str, ...]
    agencies: Names
    view: View
    """From the first word of what is to be done, its sub-bullets included."""
    whole: View
    """The same with the words before it, which may say when or whom it charges."""

    @property
    def span(self) -> Span:
        return self.view.span


def find_duties(outline: Outline, left_out: Counter[str]) -> tuple[Duty, ...]:
    """Return the duties of the parts on organising the implementation and on funding."""
    duties: list[Duty] = []
    for part in outline.parts:
        heading = fold(part.block.text)
        if _ORGANISING.search(heading):
            duties += _below(part, None, left_out)
        elif _MONEY.search(heading):
            duties += _addressed(part)
    return tuple(duties)


def _below(node: Node, agencies: Names | None, left_out: Counter[str]) -> Iterator[Duty]:
    for child in node.children:
        yield from _duties_of(child, agencies, left_out)


def _duties_of(node: Node, agencies: Names | None, left_out: Counter[str]) -> Iterator[Duty]:
    """Yield the duties of a block: what is below it where it names agencies, else its own."""
    named = _heading_names(node)
    if named:
        yield from _below(node, named, left_out)
        return
    view, closing = _without_closing(node.block.view)
    inline = _inline(view)
    if inline and node.children and len(view.text[inline[1] :].split()) < SHORTEST_DUTY:
        yield from _below(node, inline[0], left_out)
    elif inline:
        rest = view.slice(inline[1], len(view))
        yield from _whole(node, inline[0], rest, rest, closing is not None)
        if node.block.kind in ("number", "letter"):
            yield from _below(node, inline[0], left_out)
    elif node.children and node.block.kind in ("number", "letter") and _is_heading(node):
        if agencies and _LEADS.match(fold(view.text)):
            yield from _whole(node, agencies, view, view, True)
        yield from _below(node, agencies, left_out)
    else:
        yield from _stated(node, view, agencies, closing is not None, left_out)
    if closing and (found := _subject(closing)):
        rest = closing.slice(found[1], len(closing))
        yield from _whole(node, found[0], rest, closing, True)


def _without_closing(view: View) -> tuple[View, View | None]:
    """Divide a block from the closing words of the plan that a scan joined to it."""
    closing = _CLOSING.search(fold(view.text))
    if not closing:
        return view, None
    return view.slice(0, closing.start()), view.slice(closing.end(), len(view))


def _is_heading(node: Node) -> bool:
    return len(node.block.text) <= HEADING_LIMIT


def _heading_names(node: Node) -> Names | None:
    """Return the agencies that the whole of a block names, where duties stand below it."""
    if not node.children or not _is_heading(node):
        return None
    text = node.block.text.rstrip(" .;")
    colon = text.rstrip(":").find(":")
    if colon >= 0 and not _lists_places(text[colon + 1 :]):
        return None
    return read_addressees(node.block.view)


def _lists_places(words: str) -> bool:
    """Tell a list of places from a duty: `UBND các xã: Chiềng Hắc, Đông Sang và thị trấn …`."""
    items = re.split(r",| và ", words.strip(" .:;"))
    names = [item.split() for item in items if item.strip()]
    return len(names) > 1 and all(
        len(name) <= 5 and name[-1][0].isupper() and len(name) > 1 for name in names
    )


def _inline(view: View) -> tuple[Names, int] | None:
    """Read `Hội Khuyến học tỉnh: Nghiên cứu …`: the agencies and where the duty begins."""
    colon = view.text.find(":")
    if not 0 < colon <= INLINE_LIMIT or colon + 1 >= len(view.text.rstrip()):
        return None
    if _lists_places(view.text[colon + 1 :]):
        return None
    names = read_addressees(view.slice(0, colon))
    return (names, colon + 1) if names else None


def _stated(
    node: Node, view: View, agencies: Names | None, alone: bool, left_out: Counter[str]
) -> Iterator[Duty]:
    """Yield the duties of a bullet or paragraph that no colon divides: one a subject."""
    first, *others = [view] if node.children else _by_subject(view)
    yield from _stated_once(node, first, agencies, alone, left_out)
    for other in others:
        yield from _stated_once(node, other, agencies, True, left_out)


def _by_subject(view: View) -> Iterator[View]:
    """Divide a bullet where another agency begins: `Hội Phụ nữ xã …; Đoàn Thanh niên …`."""
    starts = [m.end() for m in re.finditer(r";\s+", view.text)]
    cuts = [
        at for at in starts if _own_subject(view.slice(at, len(view))) and not _in_a_list(view, at)
    ]
    for start, end in zip([0, *cuts], [*cuts, len(view)], strict=True):
        yield view.slice(start, end)


def _in_a_list(view: View, at: int) -> bool:
    """Tell whether a name at `at` goes on a list: `phối hợp với các sở, ngành; UBND các xã`."""
    partners = re.finditer(r"\b(?:voi|cung) ", fold(view.text[:at]))
    lists = [read_names(view, partner.end()) for partner in partners]
    return any(names and names.end > at for names in lists)


def _stated_once(
    node: Node, view: View, agencies: Names | None, alone: bool, left_out: Counter[str]
) -> Iterator[Duty]:
    speaks = node.block.kind == "paragraph" and _ISSUER_SPEAKS.match(fold(view.text))
    subject = _own_subject(view) if agencies and not speaks else _subject(view)
    if subject:
        names, at = subject
        yield from _whole(node, names, view.slice(at, len(view)), view, alone)
    elif agencies:
        yield from _whole(node, agencies, view, view, alone)
    elif not speaks and len(view.text.split()) >= SHORTEST_DUTY:
        left_out["duty of an unnamed agency"] += 1


def _whole(
    node: Node, names: Names, view: View, whole: View, alone: bool = False
) -> Iterator[Duty]:
    """Make a duty of a view and, for a bullet, of the sub-bullets that belong to it."""
    if len(view.text.split()) < SHORTEST_DUTY:
        return
    if node.block.kind in ("dash", "plus", "paragraph") and node.children and not alone:
        below = [one.block.view for child in node.children for one in child.walk()]
        view, whole = join_lines([view, *below]), join_lines([whole, *below])
    yield Duty(node.path, names, view, whole)


def _own_subject(view: View) -> tuple[Names, int] | None:
    """Read a duty that begins with another agency than its heading: `Hội Khuyến học huyện …`."""
    if not view.text[:1].isupper() and not OFFICER.match(fold(view.text)):
        return None
    names = read_names(view)
    if names is None or not names.certain or not _SAYS.match(fold(view.text), names.end):
        return None
    first = fold(names.texts[0]).split()
    return (names, names.end) if len(first) > 1 else None


def _subject(view: View) -> tuple[Names, int] | None:
    """Find the agencies that a sentence without a heading charges."""
    folded = fold(view.text)
    for match in _ADDRESSED.finditer(folded):
        names = read_names(view, match.end())
        if names and names.certain and _SAYS.match(folded, names.end):
            return names, _to_duty(folded, names.end)
        if names:  # whom it is addressed to is not read for certain
            return None
    names = read_names(view)
    if names and _SAYS.match(folded, names.end):
        return names, _to_duty(folded, names.end)
    if not _ADVERBIAL.match(folded):
        return None
    for match in re.finditer(r"(?<=[\s,])(?=\S)", folded[:_SUBJECT_LIMIT]):
        names = read_names(view, match.start())
        if names and _SAYS.match(folded, names.end) and not _of_another(folded, match.start()):
            return names, _to_duty(folded, names.end)
    return None


def _of_another(folded: str, at: int) -> bool:
    """Tell whether a name belongs to the words before it: `theo đề nghị của các cơ quan`."""
    return re.search(r"\b(?:cua|boi|do|cho|voi|tai|thuoc|ve)\s$", folded[:at]) is not None


def _to_duty(folded: str, end: int) -> int:
    match = re.compile(r"[\s,:]*").match(folded, end)
    return match.end() if match else end


def _addressed(part: Node) -> Iterator[Duty]:
    """Yield the sentences of a part on funding that charge named agencies."""
    for node in part.walk():
        if node is part:
            continue
        found = _subject(node.block.view)
        if found:
            names, at = found
            view = node.block.view
            rest = view.slice(at, len(view))
            yield Duty(node.path, names, rest, view)
