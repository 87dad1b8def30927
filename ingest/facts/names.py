"""Names of agencies in running words: where a list of them begins, where each ends.

A name is one of three kinds. A committee: `UBND các huyện, thành phố`. A named agency: a head (Sở,
Ban, Công an …) with its field, `Sở Văn hóa, Thể thao và Du lịch`. A collective: `các sở, ban,
ngành`, which is one addressee. A comma or `và` divides two names only where a name follows. Left
out: persons, and names whose end the words do not show.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.vietnamese import fold
from corpus.view import View
from ingest.facts.vocabulary import (
    AFTER,
    AFTER_SAID,
    COLLECTIVE,
    COMMITTEE,
    DEPARTMENT,
    HEADS,
    KNOWN,
    LEVEL,
    OFFICER,
    ONE_NOUN,
    TITLES,
    VERB,
    WHOLE_NAMES,
)

_HEAD = re.compile(rf"(?:{'|'.join(sorted(HEADS.split('|'), key=len, reverse=True))})(?![^\W_])")
"""The longest first: Bảo hiểm xã hội is not Báo, Viễn thông is not Viện."""
_COOPERATIVE = "hop tac "
"""Before xã, which is no level there: `Liên minh Hợp tác xã tỉnh`."""
_WORD = re.compile(r"[^\W_]+(?:[&/][^\W_]+)*")
_STOP = re.compile(rf"(?:{VERB}|{AFTER})(?![^\W_])")
_ENDED = re.compile(rf"\s*(?:$|[^\w\s]|(?:{VERB}|(?!cua ){AFTER}|va)(?![^\W_]))")
_HYPHEN = re.compile(r"\s*[-–]\s*")
_CLOSED = re.compile(
    r"(?:lien quan|khac|tinh|huyen|thanh pho|thi xa|xa|phuong|thi tran|trung uong|truc thuoc)$"
)
"""Words after which a name takes no more."""
_LEVEL_WORD = re.compile(rf"{LEVEL}(?![^\W_])")
_PLACE_WORD = re.compile(r" ([^\W\d_]+)")
_NOTE = re.compile(r"\s*\([^()]*\)$")
"""`Phòng Nội vụ (cơ quan thường trực)`: what a heading adds to a name."""
_SEPARATOR = re.compile(r"\s*[,;]\s*(?:va )?|\s+va\s+|va\s+")
_ASK = re.compile(r"de nghi |yeu cau |giao |doi voi ")
_TOLD = re.compile(r"[\s,]+(?:(?:co|chiu) )?(?:trach nhiem|nhiem vu)(?: sau)?$")
"""`UBND các xã có trách nhiệm:` names UBND các xã."""
_DOUBLED = re.compile(r"cac (?=cac )")

LONGEST_FIELD = 5
"""Words in small letters after one with a capital (`Ban Quản lý rừng phòng hộ`) before the end of a
name is no longer certain."""


@dataclass(frozen=True)
class Names:
    """The names of a list, and where it ends in the words it was read from."""

    views: tuple[View, ...]
    end: int
    certain: bool = True
    """The last name ends where it seems to: a verb or a mark follows, or no word could."""

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(_plain(view.text) for view in self.views)


def _plain(name: str) -> str:
    """Return a name without a word printed twice: `các các sở` → `các sở`."""
    words = name.split()
    kept = [w for i, w in enumerate(words) if i == 0 or w.lower() != words[i - 1].lower()]
    return " ".join(kept).strip(" ,;")


def read_names(view: View, start: int = 0) -> Names | None:
    """Return the list of names that begins at `start`; None where no name does."""
    text, folded = view.text, fold(view.text)
    found: list[View] = []
    end = at = start
    open_end = False
    while (stop := _name_end(text, folded, at)) is not None:
        found.append(view.slice(at, stop))
        end, open_end = stop, False
        separator = _SEPARATOR.match(folded, stop)
        if not separator:
            break
        open_end = folded.startswith("cac ", separator.end()) or (
            text[separator.end() : separator.end() + 1].isupper()
        )
        at = separator.end()
    if not found:
        return None
    last = folded[end - len(found[-1]) : end]
    certain = not open_end and bool(
        _ENDED.match(folded, end) or _CLOSED.search(last) or _is_known(last)
    )
    return Names(tuple(found), end, certain)


def _is_known(name: str) -> bool:
    """Tell whether a folded name is a committee, a department or one of the tables, whole."""
    return bool(COMMITTEE.fullmatch(name) or DEPARTMENT.fullmatch(name)) or name in KNOWN


def read_addressees(view: View) -> Names | None:
    """Return the agencies that a heading consists of, whole; None where it is another heading.

    All words belong to a name here, so one whose grammar is unknown goes on to the next head.
    """
    folded = fold(view.text)
    ask = _ASK.match(folded)
    start = ask.end() if ask else 0
    end = len(folded.rstrip(" .:;"))
    told = _TOLD.search(folded[:end])
    end = told.start() if told else end
    if not _begins_name(view.text, folded, start):
        return None
    cuts = [start]
    for separator in _SEPARATOR.finditer(folded, start, end):
        at = separator.end()
        inside = (_proper_end(view.text, folded, cuts[-1]) or 0) > at
        if (
            separator.start() > cuts[-1]
            and not inside
            and (_proper_end(view.text, folded, at) or folded.startswith("cac ", at))
        ):
            cuts.append(at)
    stops = [*cuts[1:], end]
    views = []
    for a, b in zip(cuts, stops, strict=True):
        piece = view.slice(a, b)
        tail = re.search(r"(?:[\s,;]|\bva\s*$)+$", fold(piece.text))
        piece = piece.slice(0, tail.start()) if tail else piece
        note = _NOTE.search(piece.text)
        views.append(piece.slice(0, note.start()) if note else piece)
    return Names(tuple(views), end)


def _begins_name(text: str, folded: str, at: int) -> bool:
    return _name_end(text, folded, at) is not None


def _name_end(text: str, folded: str, at: int) -> int | None:
    """Return where the name that begins at `at` ends; None where none begins or the end is open."""
    if at >= len(folded) or (at and folded[at - 1].isalpha()):
        return None
    doubled = _DOUBLED.match(folded, at)
    at = doubled.end() if doubled else at
    return _proper_end(text, folded, at) or _collective_end(text, folded, at)


def _proper_end(text: str, folded: str, at: int) -> int | None:
    """Return where a committee or a named agency that begins at `at` ends."""
    if at >= len(folded):
        return None
    committee = COMMITTEE.match(folded, at)
    if committee:
        return _with_place(text, committee.end())
    for known in KNOWN:
        end = at + len(known)
        if text[at].isupper() and folded.startswith(known, at) and _ends(text, end):
            return _with_place(text, _with_level(folded, end))
    officer = OFFICER.match(folded, at)
    if officer:
        return officer.end()
    department = DEPARTMENT.match(folded, at)
    if department and text[at].isupper() and not _goes_on(text, department.end()):
        return _with_place(text, department.end())
    return _named_end(text, folded, at) if text[at].isupper() else None


def _ends(text: str, at: int) -> bool:
    return at >= len(text) or not (text[at].isalnum() or _goes_on(text, at))


def _goes_on(text: str, at: int) -> bool:
    """Tell whether a hyphen joins another field: `Phòng Tài chính - Kế hoạch`."""
    hyphen = _HYPHEN.match(text, at)
    return hyphen is not None and text[hyphen.end() : hyphen.end() + 1].isupper()


def _with_level(folded: str, end: int) -> int:
    match = re.compile(r" (?:tinh|thanh pho|huyen|xa)(?![^\W_])").match(folded, end)
    return match.end() if match else end


def _with_place(text: str, end: int) -> int:
    """Take in the name of a place after a level: `UBND tỉnh Lai Châu`."""
    while (word := _PLACE_WORD.match(text, end)) and word.group(1)[0].isupper():
        if _HEAD.match(fold(word.group(1))):
            break
        end = word.end()
    return end


def _named_end(text: str, folded: str, at: int) -> int | None:
    """Return the end of a named agency outside the tables: its words with capitals, and theirs."""
    head = _HEAD.match(folded, at)
    if not head:
        return None
    end, small = head.end(), 0
    capitals = sum(word[0].isupper() for word in text[at:end].split()[1:])
    while match := re.compile(r"(\s*[-–]\s*|,? (?:va )?)(?=[^\W_])").match(folded, end):
        word = _WORD.match(text, match.end())
        if word is None:
            break
        joined = match.group().strip() in (",", "va", ", va", "-", "–")
        if word.group()[0].isupper():
            if (
                joined
                and match.group().strip() not in ("-", "–")
                and _HEAD.match(folded, word.start())
            ):
                break
            end, small, capitals = word.end(), 0, capitals + 1
            continue
        level = _LEVEL_WORD.match(folded, word.start())
        if level and folded.endswith(_COOPERATIVE, at, word.start()):
            level = None
        if joined:
            break
        if level:
            return _with_place(text, level.end())
        if not capitals or _stops(text, folded, word.start()):
            break
        small += 1
        if small > LONGEST_FIELD:
            return None
        end = word.end()
    if not capitals and re.fullmatch(WHOLE_NAMES, folded[at : head.end()]):
        return _with_place(text, _with_level(folded, head.end()))
    return end if capitals else None


def _stops(text: str, folded: str, at: int) -> bool:
    """Tell whether a word in small letters ends a name: `do` does, `đỏ` of Chữ thập đỏ does not."""
    stop = _STOP.match(folded, at)
    if stop is None:
        return False
    word = text[stop.start() : stop.end()].lower()
    accented = re.fullmatch(AFTER, stop.group()) and word != stop.group()
    return not accented or word in AFTER_SAID


def _collective_end(text: str, folded: str, at: int) -> int | None:
    match = COLLECTIVE.match(folded, at)
    if not match:
        return None
    plural = re.compile(rf"{TITLES}(?:cac|toan the) ").match(folded, at)
    if not plural and ONE_NOUN.fullmatch(match.group()):
        return None
    end = match.end()
    first = _WORD.search(text, at)
    for word in _WORD.finditer(text, at, end):  # a capital begins another name
        before = text[at : word.start()]
        if word.group()[0].isupper() and "," in before + " ," and first and word.start() > at:
            cut = re.search(r"(?:\s*,\s*|\s+va\s+)$", fold(before))
            if cut:
                return at + cut.start()
    return end
