"""Targets: the figures of the parts on aims, with what the headings above them say.

Plans state a figure before what it counts (`70% thư viện cấp huyện có …`), after it (`số lượt …
tăng bình quân 10% mỗi năm`), or below a lead (`Trung tâm … tổ chức: + Năm 2025: đạt 80%`); that is
read in `statements.py`. Left out: figures of other parts, and tables.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from corpus.facts import Target
from corpus.vietnamese import fold
from ingest.facts.figures import find_figures
from ingest.facts.statements import Setting, read_paragraph
from ingest.facts.vocabulary import HEADS
from ingest.facts.years import heading_year
from ingest.outline import Node, Outline

_AIM = re.compile(r"muc tieu|chi tieu")
_OTHER = re.compile(
    r"nhiem vu|giai phap|kinh phi|to chuc thuc hien|thuc trang|ket qua|yeu cau|can cu|muc dich"
)
_INSTITUTION = re.compile(
    rf"(?:cac )?(?:he thong|{HEADS}|co so|co quan|don vi|doanh nghiep|hop tac xa|ho gia dinh|ho|"
    r"tram|nha|cap|tinh|huyen|xa|thon|can bo|cong chuc|nguoi|hoc sinh|sinh vien|thanh nien|"
    r"thiet che|khu|diem|vung|lang|to|cau lac bo)\b"
    r"(?! (?:hanh|cao|dam|thao|ve|so|tang|sinh|nghi|hoi|dao|chuc)\b)"
)
"""What the heading of an institution, level or group begins with; other headings name none."""
_TOWARDS = re.compile(r"doi voi (?:cac )?")


def find_targets(
    plan_id: str, text: str, outline: Outline, left_out: Counter[str]
) -> tuple[Target, ...]:
    """Return the targets of the parts and clauses whose heading speaks of aims."""
    found: list[Target] = []
    for part in outline.parts:
        for node, setting in _aims(part, False, Setting(plan_id, text, part.path)):
            view = node.block.view
            found += read_paragraph(view, None, setting, left_out)
            lead = view if view.text.rstrip().endswith(":") else None
            for item in node.children if _is_paragraph(node) else ():
                found += read_paragraph(item.block.view, lead, setting, left_out)
    return tuple(found)


def _is_paragraph(node: Node) -> bool:
    return node.block.kind in ("dash", "paragraph")


def _aims(node: Node, aims: bool, above: Setting) -> Iterator[tuple[Node, Setting]]:
    """Yield the blocks below headings on aims: the nearest heading that says so decides."""
    labelled = node.block.kind in ("roman", "number", "letter")
    heading = labelled and (bool(node.children) or node.block.kind == "roman")
    if heading:
        aims = _about_aims(node, aims)
    if heading and ":" not in node.block.text.rstrip(" :"):
        above = _below(node, above)
    elif aims:
        yield node, above
        if _is_paragraph(node):
            return
    led = above
    for child in node.children:
        if child.block.kind != "dash":
            led = _led(child, above)
        yield from _aims(child, aims, led)


def _led(node: Node, above: Setting) -> Setting:
    """Return what a lead without a figure says of the bullets beside it: `Đến năm 2026:`."""
    words = node.block.text.rstrip()
    if node.block.kind != "paragraph" or not words.endswith(":") or find_figures(words):
        return above
    return replace(_below(node, above), path=above.path)


def _about_aims(node: Node, aims: bool) -> bool:
    folded = fold(node.block.text)
    if _AIM.search(folded):
        return True
    return aims and (node.block.kind == "letter" or not _OTHER.search(folded))


def _below(node: Node, above: Setting) -> Setting:
    """Return what holds below a heading: `a) Đối với hệ thống thư viện`, `2.1. Giai đoạn …`."""
    heading = node.block.text.strip(" .:;")
    folded = fold(heading)
    towards = _TOWARDS.match(folded)
    start = towards.end() if towards else 0
    named = heading[start:] if _INSTITUTION.match(folded, start) else above.institution
    year = heading_year(heading) or above.year
    return replace(above, path=node.path, institution=named, year=year)
