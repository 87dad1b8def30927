"""Names of agencies in running words: where a list of them begins, where each ends.

A name is one of three kinds. A committee: `UBND các huyện, thành phố`. A named agency: a head (Sở,
Ban, Công an …) with its field, `Sở Văn hóa, Thể thao và Du lịch`. A collective: `các sở, ban,
ngành`, which is one addressee. A comma or `và` divides two names only where a name follows. Left
out: persons, and names whose end the words do not show.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.agencies import DEPARTMENTS, NAMES
from corpus.vietnamese import fold
from corpus.view import View

_LEVEL = (
    r"(?:tinh|thanh pho|huyen|thi xa|quan|xa|phuong|thi tran|dac khu|thon|cap tinh|cap huyen|"
    r"cap xa|cap)"
)
_LEVELS = rf"(?:(?:cac|cap) )?{_LEVEL}(?:(?:, | va )(?:cac )?{_LEVEL})*"

HEADS = (
    "so|ban|cong an|bo chi huy|bo chqs|bo tu lenh|bch|bo doi|bo|uy ban|ubnd|ubmttqvn|ubmttq|mat tran|"
    "bao|dai|phong|trung tam|hoi|lien doan|tinh doan|tinh uy|huyen uy|thanh uy|thanh doan|huyen doan|"
    "doan|van phong|thu vien|bao tang|chi cuc|cuc|vien|truong|toa an|kho bac|ngan hang|"
    "lien minh|hat|tap doan|tong cong ty|cong ty|hoc vien|benh vien|buu dien|dien luc|"
    "vuon quoc gia|bao hiem xa hoi|hiep hoi|thanh tra|cong doan|hdnd|thuong truc|vnpt|viettel|"
    "mobifone|thu tuong|chinh phu|cap uy|nha hat|quy|thuong vu|to cong tac|ban chi dao"
)
"""How the names of agencies begin (Nghị định 24/2014/NĐ-CP, 37/2014/NĐ-CP; Decree 30 lists)."""

_WHOLE = r"(?:tinh|huyen|thanh) (?:doan|uy)|mobifone|vnpt|viettel"
"""Heads that are names by themselves."""
_NOUN = (
    r"(?:so|ban|nganh|doan the|hoi doan the|hoi|co quan|don vi|dia phuong|to chuc|doanh nghiep|"
    r"hop tac xa|truong hoc|nha truong|truong|co so giao duc|phong|chinh quyen|cap|hiep hoi|"
    r"tap doan|tong cong ty|cong ty|vien|trung tam|ca nhan|xa hoi nghe nghiep|ngan hang|bo|cuc|"
    r"chu rung|ban quan ly|huyen|thi xa|thanh pho|quan|xa(?! hoi)|phuong|thi tran)"
)
_MODIFIER = (
    r"(?:co lien quan|lien quan|khac|truc thuoc|chuc nang|chuyen mon|chinh tri|xa hoi|nghe nghiep|"
    r"quan ly|nha nuoc|tinh|huyen|thanh pho|thi xa|trung uong|dia phuong|co tham quyen|"
    r"tham quyen|co so|cung cap|"
    r"(?:cua|thuoc|o|tai|tren dia ban|cap)(?: ca)? (?:tinh|huyen|thanh pho|thi xa|xa|dia phuong))"
)
_VERB = (
    r"(?:huong dan|to chuc|xay dung|trien khai|thuc hien|tham muu|ra soat|chi dao|tich cuc|"
    r"tong hop|xac dinh|can doi|can cu|de xuat|nghien cuu|hop tac|tuyen truyen|kiem tra|giam sat|"
    r"don doc|day manh|tang cuong|tham dinh|trinh|lap|bo tri|phe duyet|ban hanh|theo doi|danh gia|"
    r"bao cao|gui|dao tao|boi duong|tap huan|cung co|phat trien|van hanh|hoan thien|cung cap|"
    r"ket noi|chuan bi|huy dong|van dong|ho tro|phat dong|bien soan|quan ly|chu tri|phoi hop|"
    r"chiu trach nhiem|co trach nhiem|chu dong|dinh ky|thuong xuyen|nghiem tuc|ap dung|tiep tuc|"
    r"bao dam|dam bao|thong ke|cap nhat|khao sat|so ket|tong ket|tham gia|quan triet|dua|"
    r"phan bo|giai quyet|kip thoi|to chuc|quan tam|lua chon|xu ly|dang ky|cu|de nghi|chu trong|"
    r"hoan thanh|khan truong|tuan tra|kiem soat|thu thap|so hoa|chia se|trao doi|cung ung|"
    r"nang cap|chuyen giao|phan tich|ngan chan|phong ngua|thu hut|dieu chinh|bo sung|sap xep|"
    r"kien toan|phuc vu|quang ba|gioi thieu|khai thac|dau tu|xuc tien|tiep nhan|cong bo|"
    r"khen thuong|phat hien|duy tri|ung dung|phat huy|bao ton|thong nhat|khac phuc|kiem ke|"
    r"ung pho|doi chieu|tao dieu kien|nhan rong|dieu tra|trong|tap trung|khuyen khich|mo rong|long ghep|thanh tra)"
)
_AFTER = r"(?:trong|de|theo|ve|tren|duoc|co|la|nham|voi|tai|khi|do|cua|hang|truoc|den|tu|qua|sau)"
_TITLES = r"(?:(?:thu truong|giam doc|chu tich|nguoi dung dau|lanh dao) )?"

_COMMITTEE = re.compile(
    rf"{_TITLES}(?:uy ban nhan dan|ubnd)(?: {_LEVELS}(?! nao))?(?![^\W_])", re.UNICODE
)
_FIELDS = "|".join(
    sorted(
        (r"[\s,–-]+".join(re.findall(r"[^\W_]+", fold(field))) for field in DEPARTMENTS),
        key=len,
        reverse=True,
    )
)
_DEPARTMENT = re.compile(
    rf"(?:so|phong|bo|ban) (?:{_FIELDS})(?:(?=va )|(?![^\W_]))(?: (?:tinh|thanh pho|huyen|quan)"
    r"(?![^\W_]))?"
)
_KNOWN = sorted(map(fold, NAMES), key=len, reverse=True)
_COLLECTIVE = re.compile(
    rf"{_TITLES}(?:(?:cac|toan the) )*{_NOUN}(?![^\W_])"
    rf"(?:(?:\s*,\s*| va | - |\s)(?:{_MODIFIER}|(?!to chuc {_VERB}){_NOUN})(?![^\W_]))*"
)
_ONE_NOUN = re.compile(rf"{_TITLES}{_NOUN}")
_HEAD = re.compile(rf"(?:{HEADS})(?![^\W_])")
_WORD = re.compile(r"[^\W_]+(?:[&/][^\W_]+)*")
_STOP = re.compile(rf"(?:{_VERB}|{_AFTER})(?![^\W_])")
_ENDED = re.compile(rf"\s*(?:$|[^\w\s]|(?:{_VERB}|{_AFTER}|va)(?![^\W_]))")
_HYPHEN = re.compile(r"\s*[-–]\s*")
_CLOSED = re.compile(
    r"(?:lien quan|khac|tinh|huyen|thanh pho|thi xa|xa|phuong|thi tran|trung uong|truc thuoc)$"
)
"""Words after which a name takes no more."""
_LEVEL_WORD = re.compile(rf"{_LEVEL}(?![^\W_])")
_PLACE_WORD = re.compile(r" ([^\W\d_]+)")
_NOTE = re.compile(r"\s*\([^()]*\)$")
"""`Phòng Nội vụ (cơ quan thường trực)`: what a heading adds to a name."""
_SEPARATOR = re.compile(r"\s*[,;]\s*(?:va )?|\s+va\s+|va\s+")
_ASK = re.compile(r"de nghi |yeu cau |giao ")
_DOUBLED = re.compile(r"(cac|với|và) (?=\1 )", re.IGNORECASE)

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
    end = start
    at = start
    while (stop := _name_end(text, folded, at)) is not None:
        found.append(view.slice(at, stop))
        end = stop
        separator = _SEPARATOR.match(folded, stop)
        if not separator:
            break
        at = separator.end()
    if not found:
        return None
    last = folded[end - len(found[-1]) : end]
    certain = bool(_ENDED.match(folded, end) or _CLOSED.search(last) or _is_known(last))
    return Names(tuple(found), end, certain)


def _is_known(name: str) -> bool:
    """Tell whether a folded name is a committee, a department or one of the tables, whole."""
    return bool(_COMMITTEE.fullmatch(name) or _DEPARTMENT.fullmatch(name)) or name in _KNOWN


def read_addressees(view: View) -> Names | None:
    """Return the agencies that a heading consists of, whole; None where it is another heading.

    All words belong to a name here, so one whose grammar is unknown goes on to the next head.
    """
    folded = fold(view.text)
    ask = _ASK.match(folded)
    start = ask.end() if ask else 0
    end = len(folded.rstrip(" .:;"))
    if not _begins_name(view.text, folded, start):
        return None
    cuts = [start]
    for separator in _SEPARATOR.finditer(folded, start, end):
        at = separator.end()
        if separator.start() > cuts[-1] and (
            _proper_end(view.text, folded, at) or folded.startswith("cac ", at)
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
    doubled = re.compile(r"cac (?=cac )").match(folded, at)
    at = doubled.end() if doubled else at
    return _proper_end(text, folded, at) or _collective_end(text, folded, at)


def _proper_end(text: str, folded: str, at: int) -> int | None:
    """Return where a committee or a named agency that begins at `at` ends."""
    if at >= len(folded):
        return None
    committee = _COMMITTEE.match(folded, at)
    if committee:
        return _with_place(text, committee.end())
    for known in _KNOWN:
        end = at + len(known)
        if text[at].isupper() and folded.startswith(known, at) and _ends(text, end):
            return _with_place(text, _with_level(folded, end))
    department = _DEPARTMENT.match(folded, at)
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
    end, small, capitals = head.end(), 0, 0
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
        if joined:
            break
        if level:
            return _with_place(text, level.end())
        if not capitals or _STOP.match(folded, word.start()):
            break
        small += 1
        if small > LONGEST_FIELD:
            return None
        end = word.end()
    if not capitals and re.fullmatch(_WHOLE, folded[at : head.end()]):
        return _with_place(text, _with_level(folded, head.end()))
    return end if capitals else None


def _collective_end(text: str, folded: str, at: int) -> int | None:
    match = _COLLECTIVE.match(folded, at)
    if not match:
        return None
    plural = re.compile(rf"{_TITLES}(?:cac|toan the) ").match(folded, at)
    if not plural and _ONE_NOUN.fullmatch(match.group()):
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
