"""Targets: each figure of the part on aims, with what it is a figure of, its year and its unit.

Plans state a figure in three ways: before what it counts (`70% thư viện cấp huyện có …`, often in a
list that shares its end), after it (`số lượt … tăng bình quân 10% mỗi năm`), and below a lead (`Trung
tâm … tổ chức: + Năm 2025: đạt 80%`). Numbers are never changed, only found; a range stays one. A
figure whose year or subject the words leave open is left out and counted. Left out: tables.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.facts import Target
from corpus.vietnamese import fold
from corpus.view import View
from ingest.facts.clauses import clauses, masked, sentences
from ingest.facts.figures import Figure, find_figures
from ingest.facts.names import HEADS
from ingest.facts.phrases import MEASURES, PLACES, NounPhrase, after_figure, before_figure
from ingest.facts.years import find_years, heading_year, year_of
from ingest.outline import Node, Outline

_AIM = re.compile(r"muc tieu|chi tieu")
_OTHER = re.compile(
    r"nhiem vu|giai phap|kinh phi|to chuc thuc hien|thuc trang|ket qua|yeu cau|can cu|muc dich"
)
_INSTITUTION = re.compile(
    rf"(?:cac )?(?:he thong|{HEADS}|co so|co quan|don vi|doanh nghiep|hop tac xa|ho gia dinh|ho|"
    r"tram|nha|cap|tinh|huyen|xa|thon|can bo|cong chuc|nguoi|hoc sinh|sinh vien|thanh nien|"
    r"thiet che|khu|diem|vung|lang|to|cau lac bo)\b(?! (?:hanh|cao|dam|thao|ve|so|tang|sinh|nghi)\b)"
)
"""What the heading of an institution, level or group begins with; other headings name none."""
_REFERS_BACK = re.compile(r"(?:ty le|ti le|chi tieu|con so|muc|so) (?:nay|tren|do|tuong ung)\b")
_MEASURE = re.compile(rf"(?:trong do,? )?(?:phan dau )?{MEASURES}")
_ANOTHER = re.compile(
    rf",\s+(?=(?:trong do,? [^\d,;]+\b(?:chiem|dat|la|con)|(?:va )?{MEASURES}[^\d,;]*"
    r"\b(?:chiem|dat|la|con|tang|giam|len))\b[^\d,;]*\d)"
)
"""The comma before a figure that has words of its own: `…, trong đó khách quốc tế chiếm 8%`."""
_PLACE = re.compile(rf"ở (?:{PLACES})(?![^\W_])")
"""A lone mark of a scan that is read as ở is certain only before a place."""


@dataclass(frozen=True)
class _Context:
    """What stands above a block: the path, the institution and the year that headings name."""

    path: tuple[str, ...]
    institution: str = ""
    year: str = ""


def find_targets(
    plan_id: str, text: str, outline: Outline, left_out: Counter[str]
) -> tuple[Target, ...]:
    """Return the targets of the parts and clauses whose heading speaks of aims."""
    found: list[Target] = []
    for part in outline.parts:
        for node, context in _aims(part, False, _Context(part.path)):
            found += _of_block(plan_id, text, node, context, left_out)
    return tuple(found)


def _aims(node: Node, aims: bool, above: _Context) -> Iterator[tuple[Node, _Context]]:
    """Yield the blocks below headings on aims: the nearest heading that says so decides."""
    heading = node.block.text if node.block.kind in ("roman", "number", "letter") else ""
    folded = fold(heading)
    if heading and (node.children or node.block.kind == "roman"):
        if _AIM.search(folded):
            aims = True
        elif _OTHER.search(folded) and node.block.kind != "letter":
            aims = False
    is_heading = bool(heading and node.children and ":" not in heading.rstrip(" :"))
    if aims and not is_heading and node.block.kind != "roman":
        yield node, above
        if node.block.kind in ("dash", "paragraph"):
            return
    context = _below(node, above) if is_heading else above
    for child in node.children:
        yield from _aims(child, aims, context)


def _below(node: Node, above: _Context) -> _Context:
    heading = node.block.text.strip(" .:;")
    folded = fold(heading)
    institution = above.institution
    towards = re.match(r"doi voi (?:cac )?", folded)
    start = towards.end() if towards else 0
    if _INSTITUTION.match(folded, start):
        institution = heading[start:]
    return _Context(node.path, institution, heading_year(heading) or above.year)


def _of_block(
    plan_id: str, text: str, node: Node, context: _Context, left_out: Counter[str]
) -> Iterator[Target]:
    """Yield the targets of a bullet, then of the sub-bullets it leads."""
    view = node.block.view
    yield from _of_view(plan_id, text, view, None, context, left_out)
    lead = view if view.text.rstrip().endswith(":") else None
    for child in node.children:
        yield from _of_view(plan_id, text, child.block.view, lead, context, left_out)


def _of_view(
    plan_id: str,
    text: str,
    view: View,
    lead: View | None,
    context: _Context,
    left_out: Counter[str],
) -> Iterator[Target]:
    """Yield the targets of a paragraph; a sentence takes over what the one before it named."""
    subject: str | None = None
    indicator = ""
    earlier: list[str] = []
    if lead is not None:
        phrase = before_figure(lead.text.rstrip(" :"))
        subject, indicator = phrase.subject, phrase.predicate
        earlier = find_years(masked(lead.text))
    for sentence in sentences(view):
        fresh = True
        for clause in (part for whole in clauses(sentence) for part in _statements(whole)):
            reader = _Clause(plan_id, text, clause, sentence, context)
            if (fresh and lead is None and reader.names_something()) or _measures(clause):
                subject, indicator = None, ""
            found, subject, indicator = reader.read(earlier, subject, indicator, left_out)
            yield from found
            fresh = False
        earlier += [y for y in find_years(masked(sentence.text)) if y not in earlier]


def _statements(clause: View) -> Iterator[View]:
    """Divide a clause where another measure, or a part of the whole, gets a figure of its own."""
    cuts = [match.end() for match in _ANOTHER.finditer(fold(clause.text))]
    for start, end in zip([0, *cuts], [*cuts, len(clause)], strict=True):
        yield clause.slice(start, end)


def _measures(clause: View) -> bool:
    """Tell whether a clause begins with a measure of its own: `số lượt người … đạt`."""
    return _MEASURE.match(fold(clause.text)) is not None


@dataclass(frozen=True)
class _Clause:
    """One clause with figures, and where it stands."""

    plan_id: str
    text: str
    view: View
    sentence: View
    context: _Context

    def names_something(self) -> bool:
        """Tell whether words before the first figure name what it is a figure of."""
        figures = find_figures(self.view.text)
        if not figures:
            return True
        before = before_figure(self.view.text[: figures[0].start])
        return bool(before.subject or before.predicate)

    def read(
        self,
        earlier: list[str],
        subject: str | None,
        indicator: str,
        left_out: Counter[str],
    ) -> tuple[list[Target], str | None, str]:
        """Return the targets of the clause, and the subject and indicator it leaves behind."""
        figures = find_figures(self.view.text)
        if not figures:
            phrase = before_figure(self.view.text)
            return [], phrase.subject or subject, indicator
        lead = before_figure(self.view.text[: figures[0].start])
        if lead.subject:
            subject = lead.subject
        if lead.predicate:
            indicator = lead.predicate
        targets: list[Target] = []
        shared, counted = NounPhrase("", ""), ""
        for index in reversed(range(len(figures))):
            figure = figures[index]
            own = self._after(figures, index)
            inside = self._in_bracket(figures, index)
            if inside:
                target = self._target(
                    figures,
                    index,
                    NounPhrase(inside, own.predicate),
                    subject,
                    indicator,
                    earlier,
                    left_out,
                )
                shared = NounPhrase(shared.subject, own.predicate or shared.predicate)
                if target:
                    targets.append(target)
                continue
            if not figure.share:
                counted = own.predicate or counted
                own = NounPhrase("", counted)
            if figure.share and own.subject:
                shared = NounPhrase(own.subject, own.predicate or shared.predicate)
            elif figure.share and own.predicate:
                shared = NounPhrase(shared.subject, own.predicate)
            target = self._target(
                figures,
                index,
                shared if figure.share else own,
                subject,
                indicator,
                earlier,
                left_out,
            )
            if target:
                targets.append(target)
        return targets[::-1], subject, indicator

    def _in_bracket(self, figures: tuple[Figure, ...], index: int) -> str:
        """Return who a figure in brackets is of: `85% người … (học sinh, sinh viên là 95%)`."""
        before = self.view.text[: figures[index].start]
        opened = before.rfind("(")
        if not figures[index].share or opened <= before.rfind(")") or opened < 0:
            return ""
        if not self.view.text[figures[index].end :].lstrip().startswith(")"):
            return ""
        return re.sub(r"[\s\d]+$|\s+(?:là|đạt|khoảng)\s*$", "", before[opened + 1 :].rstrip())

    def _after(self, figures: tuple[Figure, ...], index: int) -> NounPhrase:
        end = figures[index + 1].start if index + 1 < len(figures) else len(self.view)
        words = self.view.text[figures[index].end : end]
        return after_figure(words, figures[index].share)

    def _target(
        self,
        figures: tuple[Figure, ...],
        index: int,
        after: NounPhrase,
        subject: str | None,
        indicator: str,
        earlier: list[str],
        left_out: Counter[str],
    ) -> Target | None:
        figure = figures[index]
        year = year_of(masked(self.sentence.text), self._offset() + figure.start, earlier)
        if year is None:
            left_out["target without a certain year"] += 1
            return None
        counted = figure.share and bool(after.subject)
        if counted:
            who, said = after.subject, after.predicate or indicator
        else:
            who = subject if subject is not None and subject else self.context.institution
            said = " ".join(filter(None, (indicator, after.predicate)))
        if _REFERS_BACK.search(fold(f"{who} {said}")):
            left_out["target that refers back"] += 1
            return None
        if not (who or said) or (counted and not said):
            left_out["target without a certain subject"] += 1
            return None
        value = self.view.slice(figure.start, figure.value_end)
        if counted and self._is_unsure(figure, after):
            left_out["target of damaged words"] += 1
            return None
        return Target(
            plan_id=self.plan_id,
            path=self.context.path,
            span=self.sentence.span,
            value=value.text,
            value_span=value.span,
            subject=who,
            indicator=said,
            year=year or self.context.year,
            unit=figure.unit,
            per=figure.per,
            comparator=figure.comparator,
        )

    def _offset(self) -> int:
        """Where the clause begins in its sentence."""
        return self.sentence.text.find(self.view.text)

    def _is_unsure(self, figure: Figure, after: NounPhrase) -> bool:
        """Tell whether a word of the subject stands on marks that are no letters: a `¢` for `có`."""
        start = self.view.text.find(after.subject, figure.end)
        if start < 0:
            return False
        for word in re.finditer(r"[^\W_]+", after.subject):
            a, b = start + word.start(), start + word.end()
            printed = self.text[self.view.starts[a] : self.view.ends[b - 1]]
            if any(character.isalnum() for character in printed):
                continue
            if not _PLACE.match(after.subject, word.start()):
                return True
        return False
