"""The programme a plan carries out: its name, and the document that approves it.

A plan names it in its title (`Triển khai thực hiện Chương trình “…”`), in quotation marks or up to
the place it is for; the document that approves it (`Quyết định số 1520/QĐ-TTg`) stands before it in
the title, or in the legal basis that names it. A plan whose title names none carries out none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.vietnamese import fold, tokens
from corpus.view import View
from ingest.outline import Outline

_KINDS = r"(?:chuong trinh|de an|chien luoc|du an|phong trao thi dua)"
_QUOTED = re.compile(rf"{_KINDS}\s*[“\"«]\s*[^“”\"»]+[”\"»]")
_PLAIN = re.compile(
    rf"(?:trien khai|thuc hien|phe duyet|ban hanh)(?: cac)?(?: {_KINDS})?? "
    rf"(?P<name>(?:chuong trinh|de an|chien luoc) (?!nay\b)[^“”\"]+?)"
    r"(?=\s+(?:tren dia ban|cua (?:tinh|huyen|thanh pho|thi xa)|tai (?:tinh|huyen))\b|[.;]|$)"
)
_DECISION = re.compile(
    r"(?:quyet dinh|nghi quyet|chi thi|ket luan)[^“”\"]{0,12}?\bs[o6]?\s*[:.]?\s*"
    r"(?P<number>\d+(?:/\d{4})?[/-][a-zd0-9]+(?:-[a-z0-9]+)*)"
    r"(?:,? ngay\s+(?P<date>\d{1,2}\s?/\s?\d{1,2}\s?/\s?\d{4}|\d{1,2} thang \d{1,2} nam \d{4}))?"
)

LONGEST_LEAD = 300
"""Characters of a title before the name of its programme; more is no title but running text."""

SAME_PROGRAMME = 0.8
"""Share of the words of a programme's name that a legal basis must hold to be the one of it."""


@dataclass(frozen=True)
class ReadProgramme:
    """The words of a programme, of the number of its decision and of the date of that."""

    name: View
    number: View | None
    date: View | None


def read_programme(outline: Outline) -> ReadProgramme | None:
    """Return the programme that the title names; None where it names none."""
    if outline.title is None:
        return None
    name = _named(outline.title.view)
    if name is None:
        return None
    for view in (outline.title.view, *(block.view for block in outline.opening)):
        for number, date in _decisions(view, name):
            return ReadProgramme(name, number, date)
    return ReadProgramme(name, None, None)


def _named(view: View) -> View | None:
    folded = fold(view.text)
    quoted = _QUOTED.search(folded)
    plain = _PLAIN.search(folded)
    span = quoted.span() if quoted else plain.span("name") if plain else None
    return view.slice(*span) if span and span[0] <= LONGEST_LEAD else None


def _decisions(view: View, name: View) -> Iterator[tuple[View, View | None]]:
    """Yield the documents of a paragraph that the name of the programme follows."""
    folded = fold(view.text)
    wanted = set(tokens(name.text))
    found = list(_DECISION.finditer(folded))
    ends = [*(match.start() for match in found[1:]), len(folded)][: len(found)]
    for match, end in zip(found, ends, strict=True):
        said = set(tokens(view.text[match.end() : end]))
        if wanted and len(wanted & said) >= SAME_PROGRAMME * len(wanted):
            date = view.slice(*match.span("date")) if match.group("date") else None
            yield view.slice(*match.span("number")), date
