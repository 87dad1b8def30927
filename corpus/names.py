"""Vietnamese family names, and which of them a damaged one stands for.

The list holds the family names of nearly all Vietnamese (Lê Trung Hoa, "Họ và tên người Việt Nam",
2005), commonest first. Given names are not restored: any syllable may be one.
"""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz.distance import Levenshtein

from corpus.plan import Plan, Span
from corpus.vietnamese import TONE_MARKS, fold

SURNAMES = (
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Vương Trịnh "
    "Trương Đinh Lâm Phùng Mai Tô Hà Tạ Lương Cao Chu Thái Thạch Quách Kiều Tống Tăng Lò Lù Giàng "
    "Vàng Sùng Hảng Thào Mùa Vừ Khoàng Lầu Tao Lường Cầm Quàng Bạc Nông Hứa Triệu Hầu Ma Bế La Âu "
    "Nghiêm Doãn Khổng Kim Khuất Lưu Mạc Ninh Phó Từ Thân Tôn Viên Đàm Đồng Lại Lục Ông Trang Vi"
).split()

MAX_CHANGES = 1.5
"""Letters changed, half a one for a tone; a name further off is not recognised."""


def _tone(word: str) -> str:
    marks = (c for c in unicodedata.normalize("NFD", word) if c in TONE_MARKS)
    return next(marks, "")


def likely_surname(printed: str) -> str | None:
    """Return the family name a damaged one is nearest to: `Toéng` → `Tống`; None where none is.

    Letters count before tones, and of equally near ones the commoner is taken.
    """

    def changes(name: str) -> float:
        letters = Levenshtein.distance(fold(printed), fold(name))
        return letters + 0.5 * (_tone(printed) != _tone(name))

    best = min(SURNAMES, key=changes)
    return best if changes(best) <= MAX_CHANGES else None


def read_name(printed: str) -> str:
    """Return a damaged name with its family name restored: `Toéng Thanh Hai` → `Tống Thanh Hai`."""
    first, *rest = printed.split() or [""]
    return " ".join([likely_surname(first) or first, *rest])


def signer_of(plan: Plan) -> str | None:
    """Return who signed a plan, as it is read everywhere: out of a damaged scan restored.

    `plan.signer` keeps the words of the print.
    """
    name, span = plan.signer.value, plan.signer.span
    damaged = span is not None and any(page.damaged for page in plan.pages_of(span))
    return read_name(name) if name and damaged else name


def with_signer(plan: Plan, span: Span, reading: str) -> str:
    """Return how words of a plan are read, the name of who signed as `signer_of` reads it.

    Restoring words keeps their number, so the name is found by the words that come after it.
    """
    name, at = signer_of(plan), plan.signer.span
    if not name or at is None or not (span.start <= at.start and at.end <= span.end):
        return reading
    words = list(re.finditer(r"\S+", reading))
    first = len(words) - len(plan.text[at.end : span.end].split()) - len(name.split())
    if first < 0:
        return reading
    last = words[first + len(name.split()) - 1]
    return reading[: words[first].start()] + name + reading[last.end() :]


def readings_of(printed: str) -> tuple[str, ...]:
    """Return a name folded, as printed and with its family name restored: `Toéng Thanh Hai`."""
    return tuple(
        dict.fromkeys(fold(name) for name in (" ".join(printed.split()), read_name(printed)))
    )
