"""Names of agencies as administrative Vietnamese writes them: heads of names, abbreviations.

Sources: Nghị định 24/2014/NĐ-CP and 107/2020/NĐ-CP (departments of a province), 37/2014/NĐ-CP
(offices of a district), Nghị định 30/2020/NĐ-CP (abbreviations). Departments are those that plans
issued before 1 March 2025 name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.vietnamese import fold

ABBREVIATIONS = {
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "MTTQ": "Mặt trận Tổ quốc",
    "MTTQVN": "Mặt trận Tổ quốc Việt Nam",
    "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
    "UBMTTQVN": "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "VHTTDL": "Văn hóa, Thể thao và Du lịch",
    "VHTT&DL": "Văn hóa, Thể thao và Du lịch",
    "VH,TT&DL": "Văn hóa, Thể thao và Du lịch",
    "VHTT": "Văn hóa và Thể thao",
    "GDĐT": "Giáo dục và Đào tạo",
    "GD&ĐT": "Giáo dục và Đào tạo",
    "GD-ĐT": "Giáo dục và Đào tạo",
    "LĐTBXH": "Lao động - Thương binh và Xã hội",
    "LĐTB&XH": "Lao động - Thương binh và Xã hội",
    "LĐ-TBXH": "Lao động - Thương binh và Xã hội",
    "TTTT": "Thông tin và Truyền thông",
    "TT&TT": "Thông tin và Truyền thông",
    "TNMT": "Tài nguyên và Môi trường",
    "TN&MT": "Tài nguyên và Môi trường",
    "KHĐT": "Kế hoạch và Đầu tư",
    "KH&ĐT": "Kế hoạch và Đầu tư",
    "KHCN": "Khoa học và Công nghệ",
    "KH&CN": "Khoa học và Công nghệ",
    "NNPTNT": "Nông nghiệp và Phát triển nông thôn",
    "GTVT": "Giao thông vận tải",
    "STC": "Sở Tài chính",
    "BCHQS": "Bộ Chỉ huy Quân sự",
    "CHQS": "Chỉ huy Quân sự",
    "BCH": "Bộ Chỉ huy",
    "BĐBP": "Bộ đội Biên phòng",
    "CTXH": "chính trị - xã hội",
    "CT-XH": "chính trị - xã hội",
    "LLVT": "lực lượng vũ trang",
    "PTTH": "Phát thanh và Truyền hình",
    "PT-TH": "Phát thanh và Truyền hình",
    "PT&TH": "Phát thanh và Truyền hình",
    "LĐLĐ": "Liên đoàn Lao động",
    "HLHPN": "Hội Liên hiệp Phụ nữ",
    "TTVH": "trung tâm văn hóa",
    "HTSĐ": "học tập suốt đời",
    "CNTT": "công nghệ thông tin",
    "CĐS": "chuyển đổi số",
    "CSGD": "cơ sở giáo dục",
    "GDNN": "giáo dục nghề nghiệp",
    "THPT": "trung học phổ thông",
    "XHH": "xã hội hóa",
    "NSNN": "ngân sách nhà nước",
    "QĐ": "Quyết định",
    "NQ": "Nghị quyết",
    "TTg": "Thủ tướng Chính phủ",
    "KH": "kế hoạch",
    "TV": "thư viện",
    "BC": "báo cáo",
    "BT": "bảo tàng",
    "VB": "văn bản",
    "HS": "học sinh",
    "SV": "sinh viên",
    "CLB": "câu lạc bộ",
    "NVH": "nhà văn hóa",
    "TTHTCĐ": "trung tâm học tập cộng đồng",
}
"""Abbreviations of agencies and of terms of their plans, spelled out."""

_JOINED = re.compile(r"\b(?P<head>B[OỘÔ]|S[OỞƠ])(?P<short>[A-ZĐ][A-ZĐ,&-]{2,})(?![^\W\d_])")


def part_heads(printed: str) -> str:
    """Part the head of an agency from its letters run together: BOVHTTDL → Bộ VHTTDL."""

    def part(match: re.Match[str]) -> str:
        if match.group("short") not in ABBREVIATIONS:
            return match.group()
        return f"{'Bộ' if match.group('head')[0] == 'B' else 'Sở'} {match.group('short')}"

    return _JOINED.sub(part, printed)


DEPARTMENTS = (
    "Văn hóa, Thể thao và Du lịch",
    "Văn hóa và Thể thao",
    "Văn hóa và Thông tin",
    "Giáo dục và Đào tạo",
    "Lao động - Thương binh và Xã hội",
    "Thông tin và Truyền thông",
    "Tài chính",
    "Kế hoạch và Đầu tư",
    "Nội vụ",
    "Tư pháp",
    "Xây dựng",
    "Giao thông vận tải",
    "Tài nguyên và Môi trường",
    "Nông nghiệp và Phát triển nông thôn",
    "Nông nghiệp và Môi trường",
    "Khoa học và Công nghệ",
    "Công Thương",
    "Y tế",
    "Ngoại vụ",
    "Du lịch",
    "Dân tộc và Tôn giáo",
)
"""Fields of the departments (sở) of a province; offices (phòng) of a district share them."""

NAMES = (
    *(f"Sở {field}" for field in DEPARTMENTS),
    *(f"Bộ {field}" for field in DEPARTMENTS),
    *(f"Phòng {field}" for field in DEPARTMENTS),
    "Công an tỉnh",
    "Bộ Chỉ huy Quân sự tỉnh",
    "Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
    "Bộ CHQS tỉnh",
    "BCH Biên phòng tỉnh",
    "Ủy ban nhân dân tỉnh",
    "Ủy ban nhân dân các huyện, thành phố",
    "Ủy ban nhân dân các xã, phường, thị trấn",
    "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
    "Mặt trận Tổ quốc Việt Nam tỉnh",
    "Ban Tuyên giáo Tỉnh ủy",
    "Thường trực Tỉnh ủy",
    "Đài Phát thanh và Truyền hình tỉnh",
    "Đài Phát thanh - Truyền hình tỉnh",
    "Liên đoàn Lao động tỉnh",
    "Tỉnh Đoàn Thanh niên Cộng sản Hồ Chí Minh",
    "Hội Liên hiệp Phụ nữ tỉnh",
    "Hội Cựu chiến binh",
    "Hội Nông dân Việt Nam",
    "Hội Cựu giáo chức tỉnh",
    "Hội Người cao tuổi tỉnh",
    "Hội Khuyến học tỉnh",
    "Thủ tướng Chính phủ",
    "Chính phủ",
    "Thủ trưởng các sở, ban, ngành tỉnh",
    "Thư viện tỉnh",
    "Bảo tàng tỉnh",
    "Trung tâm Văn hóa, Thể thao và Truyền thông",
)
"""Names of agencies in full spelling: what a damaged name is restored to."""

UNMISTAKABLE = (
    *(
        f"{head} {field}"
        for field in DEPARTMENTS
        if "Văn hóa" not in field
        for head in ("Sở", "Phòng")
    ),
    "Biên phòng",
    "Phụ nữ",
    "Cựu chiến binh",
    "Nông dân",
    "Khuyến học",
    "Hải quan",
    "Kiểm lâm",
    "Kho bạc",
    "Tòa án",
    "Viện kiểm sát",
    "Cục Thuế",
    "Bảo hiểm xã hội",
    "Bưu điện tỉnh",
    "Ngân hàng",
    "Ban Chỉ đạo",
)
"""Names, or the part of them, that a plan which speaks of the agency cannot avoid. Departments of
culture are left out: plans write their names in several ways."""

_HEADS = (
    "so|ban|cong an|bo chi huy|bo chqs|bo tu lenh|bch|bo doi|bo|uy ban|ubnd|ubmttq|mat tran|"
    "bao|dai|phong|trung tam|hoi|lien doan|tinh doan|doan|cac|van phong|thu vien|bao tang|"
    "chi cuc|cuc|vien|truong|toa an|kho bac|ngan hang|lien minh"
)
_SPLIT = re.compile(
    rf"\s*[,;]\s+(?=(?:{_HEADS})\b)|\s+va\s+(?=(?:cong an|bo chi huy|so|dai|bao)\b)"
)
_ASK = re.compile(r"^(?:đề nghị|Đề nghị|ĐỀ NGHỊ)\s+")


@lru_cache(maxsize=4096)
def split_agencies(heading: str) -> tuple[str, ...]:
    """Return the agencies a heading names, as written: `Công an tỉnh, Bộ Chỉ huy …` → two.

    A comma inside a name ("Sở Văn hóa, Thể thao và Du lịch") does not divide it: only a comma that
    is followed by the head of another name does, and only where that head has a capital letter.
    """
    heading = _ASK.sub("", heading.strip(" .:;"))
    if fold(heading).startswith("cac "):  # "Các sở, ban, ngành …" is one addressee
        return (heading,)
    starts = [0]
    ends = []
    for match in _SPLIT.finditer(fold(heading)):
        if heading[match.end()].isupper() or fold(heading[match.end() :]).startswith("cac to chuc"):
            ends.append(match.start())
            starts.append(match.end())
    ends.append(len(heading))
    return tuple(heading[a:b].strip() for a, b in zip(starts, ends, strict=True))
