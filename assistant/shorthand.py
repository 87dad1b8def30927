"""Abbreviations and shorthand of a question, written in full.

The abbreviations of documents are in `corpus/agencies.py`; here are those of notes and messages,
where an official in haste leaves out most letters. Some stand for two things and are read by what
stands beside them, or not at all. Left out: slips (`spelling.py`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from assistant.keystrokes import ADDED, slips
from corpus.agencies import ABBREVIATIONS
from corpus.syllables import skeletons
from corpus.vietnamese import fold

HASTE = {
    "ntn": "như thế nào",
    "nhtn": "như thế nào",
    "bn": "bao nhiêu",
    "bnh": "bao nhiêu",
    "bnhieu": "bao nhiêu",
    "bnhiu": "bao nhiêu",
    "bgio": "bao giờ",
    "kg": "không",
    "ko": "không",
    "hok": "không",
    "đc": "được",
    "vs": "với",
    "trc": "trước",
    "trg": "trong",
    "ng": "người",
    "ngta": "người ta",
    "lm": "làm",
    "cx": "cũng",
    "cg": "cũng",
    "nx": "nữa",
    "thg": "tháng",
    "lq": "liên quan",
    "lquan": "liên quan",
    "vd": "ví dụ",
    "tg": "thời gian",
    "cq": "cơ quan",
    "cqcq": "cơ quan chủ quản",
    "nv": "nhiệm vụ",
    "kp": "kinh phí",
    "kpth": "kinh phí thực hiện",
    "ns": "ngân sách",
    "sl": "số lượng",
    "sd": "sử dụng",
    "nsd": "người sử dụng",
    "ql": "quản lý",
    "qlnn": "quản lý nhà nước",
    "mt": "mục tiêu",
    "tw": "Trung ương",
    "ttcp": "Thủ tướng Chính phủ",
    "tvien": "thư viện",
    "tvcc": "thư viện công cộng",
    "tvt": "thư viện tỉnh",
    "tvlđ": "thư viện lưu động",
    "vh": "văn hóa",
    "vhđ": "văn hóa đọc",
    "dsvh": "di sản văn hóa",
    "htcđ": "học tập cộng đồng",
    "tthtcđ": "trung tâm học tập cộng đồng",
    "xhht": "xã hội học tập",
    "xh": "xã hội",
    "gd": "giáo dục",
    "gv": "giáo viên",
    "hv": "học viên",
    "hssv": "học sinh, sinh viên",
    "cb": "cán bộ",
    "cbcc": "cán bộ, công chức",
    "cbccvc": "cán bộ, công chức, viên chức",
    "ccvc": "công chức, viên chức",
    "nkt": "người khuyết tật",
    "nct": "người cao tuổi",
    "dtts": "dân tộc thiểu số",
    "llvt": "lực lượng vũ trang",
    "đtbd": "đào tạo, bồi dưỡng",
    "tđkt": "thi đua, khen thưởng",
    "ktgs": "kiểm tra, giám sát",
    "bcao": "báo cáo",
    "bcđ": "Ban Chỉ đạo",
    "hcm": "Hồ Chí Minh",
}
"""Shorthand of messages and notes about plans, each for one thing only. Read in Vietnamese alone:
`vs` is also English."""

SHORTHAND = {
    "svh": "Sở Văn hóa",
    "svhtt": "Sở Văn hóa và Thể thao",
    "svhttdl": "Sở Văn hóa, Thể thao và Du lịch",
    "bvhttdl": "Bộ Văn hóa, Thể thao và Du lịch",
    "sgd": "Sở Giáo dục và Đào tạo",
    "sgdđt": "Sở Giáo dục và Đào tạo",
    "bgdđt": "Bộ Giáo dục và Đào tạo",
    "pgd": "Phòng Giáo dục và Đào tạo",
    "pgdđt": "Phòng Giáo dục và Đào tạo",
    "stttt": "Sở Thông tin và Truyền thông",
    "sldtbxh": "Sở Lao động - Thương binh và Xã hội",
    "sldtb": "Sở Lao động - Thương binh và Xã hội",
    "ldtb": "Lao động - Thương binh và Xã hội",
    "snv": "Sở Nội vụ",
    "stp": "Sở Tư pháp",
    "sxd": "Sở Xây dựng",
    "skhđt": "Sở Kế hoạch và Đầu tư",
    "skhcn": "Sở Khoa học và Công nghệ",
    "stnmt": "Sở Tài nguyên và Môi trường",
    "pvh": "Phòng Văn hóa",
    "pvhtt": "Phòng Văn hóa và Thông tin",
    "btg": "Ban Tuyên giáo",
    "btgtu": "Ban Tuyên giáo Tỉnh ủy",
    "đtn": "Đoàn Thanh niên",
    "hpn": "Hội Liên hiệp Phụ nữ",
    "hnd": "Hội Nông dân",
    "ccb": "cựu chiến binh",
    "hccb": "Hội Cựu chiến binh",
    "hkh": "Hội Khuyến học",
}
"""Agencies as notes write them. Not with the abbreviations of documents, on which the decoder that
restores damaged plans is trained."""

CAPITALS = {
    "CA": "Công an",
    "CAT": "Công an tỉnh",
    "CAH": "Công an huyện",
    "CAX": "Công an xã",
    "BTC": "Ban Tổ chức",
    "TU": "Tỉnh ủy",
    "HU": "Huyện ủy",
    "GĐ": "Giám đốc",
}
"""Shorthand that is a word in small letters."""

_BESIDE: tuple[tuple[str, str], ...] = (
    (r"\bk(?:h?oong|h?ogn|honng|gong|ong)(?=\W*$)", "không"),
    (r"(?<!bao nhieu )(?<!may )(?<!nhung )\bso nv\b", "Sở Nội vụ"),
    (r"\bk\b(?!\s?[=:.\d])", "không"),
    (r"(?<![./(])\bj\b", "gì"),
    (r"\bdc\b(?! (nao|la|giao|bo)\b)", "được"),
    (r"\bdv (?=(nao|phu trach|chu tri|phoi hop|lien quan|khac)\b)", "đơn vị "),
    (r"(?<=cac )dv\b|(?<=nhung )dv\b|(?<=co quan, )dv\b", "đơn vị"),
    (r"\bdv\b", "dịch vụ"),
    (r"\bct (?=(ubnd|hdnd|uy ban|hoi dong)\b)", "Chủ tịch "),
    (r"\bpct (?=(ubnd|hdnd|uy ban|hoi dong)\b)", "Phó Chủ tịch "),
    (r"(?<!/)\bct (?=so \d|\d)", "Chỉ thị "),
    (r"(?<!/)\bct\b(?!-)", "chương trình"),
    (r"\btt (?=(tinh uy|hdnd|huyen uy|hoi dong nhan dan)\b)", "Thường trực "),
    (r"\btt (?=(van hoa|vh|hoc tap|ht|cong dong|gdtx|giao duc)\b)", "trung tâm "),
    (r"(?<!/)\btt (?=so \d|\d)", "Thông tư "),
    (r"(?<!/)\bnd (?=so \d|\d)", "Nghị định "),
    (r"\bgd (?=(tu )?(nam )?20\d\d)", "giai đoạn "),
    (r"\bgd (?=(so|thu vien|bao tang|trung tam)\b)", "Giám đốc "),
    (r"\btp\b\.? ?(?=\w)", "thành phố "),
    (r"\btx\b\.? ?(?=\w)", "thị xã "),
    (r"(?<!dan )\bca (?=(tinh|huyen|xa)\b)", "Công an "),
    (r"\bcat(?= (va|voi|lam|co|phu trach|chu tri|phai)\b|[,?]|$)", "Công an tỉnh"),
    (r"\bqs (?=(tinh|huyen)\b)", "Quân sự "),
    (r"\bbp (?=(tinh|huyen)\b)", "Biên phòng "),
    (r"\bso vh\b(?! va|,)", "Sở Văn hóa"),
    (r"\bso tc\b", "Sở Tài chính"),
    (r"\bso xd\b", "Sở Xây dựng"),
    (r"\bso (?:khdt|kh ?[-&] ?dt|kh va dt)\b", "Sở Kế hoạch và Đầu tư"),
    (r"\bso (?:tnmt|tn ?[-&] ?mt|tn va mt)\b", "Sở Tài nguyên và Môi trường"),
    (r"\bso (?:khcn|kh ?[-&] ?cn|kh va cn)\b", "Sở Khoa học và Công nghệ"),
    (r"\bphong tc(?: ?[-&,] ?kh)?\b", "Phòng Tài chính - Kế hoạch"),
    (r"\bhoi (?:lhpn|pn)\b", "Hội Liên hiệp Phụ nữ"),
    (r"\bhoi nd\b", "Hội Nông dân"),
    (r"\bdoan tn\b", "Đoàn Thanh niên"),
    (r"\bban tg\b", "Ban Tuyên giáo"),
    (
        r"\b(?:tt ?|trung tam )(?:vh|van hoa) ?[-,]? ?(?:tt|thong tin)"
        r"(?: va | ?[-&,] ?| )(?:tt|the thao)\b",
        "Trung tâm Văn hóa - Thông tin và Thể thao",
    ),
    (r"\bhang nam\b(?=\?*$)", "hằng năm"),
)
"""Shorthand that stands for one thing beside these words, in order: patterns over folded text."""

_COMPOUND = re.compile(r"[^\W\d_]+(?:[,&-][^\W\d_]+)*")


_CODE_BEFORE = re.compile(r"\d\s?[-/](?:[^\W_]+[-/])*$")
"""What stands before a part of a document's number: `33-NQ/TW`, `76/KH-UBND`."""


def spell_out(question: str) -> str:
    """Write abbreviations in full: `so vhttdl` → `so Văn hóa, Thể thao và Du lịch`.

    Short ones that could be a syllable are spelled out only where they are typed in capitals.
    """

    def full(match: re.Match[str]) -> str:
        word = match.group()
        if _CODE_BEFORE.search(question[: match.start()]):
            return word
        if word in CAPITALS:
            return CAPITALS[word]
        return _full(word, _abbreviations())

    return _HALF.sub("50%", _COMPOUND.sub(full, question))


_HALF = re.compile(r"\b(?:one |a )?half(?= of\b)|\b(?:một nửa|mot nua)(?: (?:số|so))?(?= )", re.I)


def spell_out_haste(question: str) -> str:
    """Write the shorthand of messages in full: `k có kp thì ntn`; for Vietnamese questions only."""
    return _COMPOUND.sub(lambda match: _full(match.group(), _haste()), _beside(question))


def _full(word: str, known: Mapping[str, str]) -> str:
    key = _key(word)
    if key not in known or (could_be_syllable(key) and not word.isupper()):
        return word
    return known[key]


def _beside(question: str) -> str:
    """Spell out what only its neighbours decide; the pattern reads the folded text."""
    for pattern, full in _patterns():
        folded = fold(question)
        for match in reversed(list(pattern.finditer(folded))):
            question = question[: match.start()] + full + question[match.end() :]
    return question


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), full) for pattern, full in _BESIDE)


def could_be_syllable(word: str) -> bool:
    """Tell whether a folded word is a Vietnamese syllable without its marks."""
    return word in skeletons()


def is_abbreviation(word: str) -> bool:
    """Tell a word that stands for others, in any case."""
    key = _key(word)
    return word in CAPITALS or key in _abbreviations() or key in _haste() or key in _DECIDED


@lru_cache(maxsize=4096)
def mend_abbreviation(word: str) -> str | None:
    """Return the only long abbreviation one slip away from a folded word: `vhttld` → vhttdl."""
    if len(word) < SHORTEST - 1:
        return None
    known = {key for key in (*_abbreviations(), *_haste()) if len(key) >= SHORTEST}
    found = {
        other
        for cost, other in slips(word)
        if other in known and not could_be_syllable(other) and cost <= ADDED
        if other[0] == word[0]
    }
    return found.pop() if len(found) == 1 else None


SHORTEST = 4
"""Letters of an abbreviation that a slip leaves recognisable."""

_DECIDED = frozenset("k j dc dv ct pct tt nd gd tp tx qs bp".split())
"""Shorthand that its neighbours decide."""


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, str]:
    return {_key(short): full for short, full in (*SHORTHAND.items(), *ABBREVIATIONS.items())}


@lru_cache(maxsize=1)
def _haste() -> dict[str, str]:
    return {_key(short): full for short, full in HASTE.items()}


def _key(word: str) -> str:
    return re.sub(r"[^a-z]", "", fold(word))
