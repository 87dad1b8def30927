"""Names from abroad in a garbled plan: which ones Vietnamese spells, which ones stay as they are.

Countries, continents and organisations are written with Vietnamese syllables (`Thụy Điển`), so the
decoder must know them as words. `Gates`, `Sida` and `Microsoft` are no syllables; a scan prints
them rightly, and the decoder must leave them alone. Written from general knowledge.
"""

from __future__ import annotations

import re

from corpus.syllables import skeletons
from corpus.vietnamese import fold

COUNTRIES = tuple(
    """
    Việt Nam|Anh|Vương quốc Anh|nước Anh|Pháp|nước Pháp|Cộng hòa Pháp|Đức|Cộng hòa Liên bang Đức
    Mỹ|Hoa Kỳ|Nga|Liên bang Nga|Liên Xô|Ý|Áo|Bỉ|Hà Lan|Đan Mạch|Na Uy|Phần Lan|Thụy Điển|Thụy Sĩ
    Ba Lan|Tây Ban Nha|Bồ Đào Nha|Hy Lạp|Thổ Nhĩ Kỳ|Ấn Độ|Nhật Bản|Hàn Quốc|Trung Quốc|Triều Tiên
    Đài Loan|Hồng Kông|Lào|Thái Lan|Cam-pu-chia|Mông Cổ|Úc|Ả Rập Xê Út|Nam Phi|Ai Cập|Bắc Kinh
    Châu Á|Châu Âu|Châu Phi|Châu Mỹ|Châu Đại Dương|Đông Nam Á|Đông Á|Nam Á|Trung Đông|Đông Âu
    Châu Á - Thái Bình Dương|Thái Bình Dương|Đại Tây Dương|Ấn Độ Dương|Liên minh Châu Âu|Bắc Mỹ
    """.replace("\n", "|").split("|")
)
"""Countries and continents in Vietnamese spelling."""

ORGANISATIONS = tuple(
    """
    Liên hợp quốc|Liên Hiệp Quốc|Ngân hàng Thế giới|Ngân hàng Phát triển Châu Á|Quỹ Châu Á
    Quỹ Nhi đồng Liên hợp quốc|Quỹ Dân số Liên hợp quốc|Quỹ Tiền tệ Quốc tế|Hội đồng Anh
    Viện Pháp|Viện Goethe|Trung tâm văn hóa Pháp|Trung tâm văn hóa Nhật Bản|Hội Chữ thập đỏ
    Đại sứ quán|Đại sứ quán Pháp|Đại sứ quán Mỹ|Đại sứ quán Hoa Kỳ|Đại sứ quán Nhật Bản|Lãnh sự quán
    Chính phủ Nhật Bản|Chính phủ Hàn Quốc|Chính phủ Thụy Điển|Chính phủ Úc|Hiệp hội Thư viện
    Hiệp hội các quốc gia Đông Nam Á|Tổ chức Y tế Thế giới|Tổ chức Lao động Quốc tế
    Tổ chức Giáo dục, Khoa học và Văn hóa của Liên hợp quốc|quỹ phi chính phủ|tổ chức phi chính phủ
    các quỹ phi chính phủ|tổ chức phi chính phủ nước ngoài|các tổ chức quốc tế|nhà tài trợ quốc tế
    đầu tư nước ngoài|vốn đầu tư nước ngoài|nguồn lực đầu tư nước ngoài|viện trợ|quỹ sách|quỹ
    """.replace("\n", "|").split("|")
)
"""Those that plans look to for books and money, and what such bodies are called in general."""

WORLD_NAMES = tuple(name.strip() for name in (*COUNTRIES, *ORGANISATIONS) if name.strip())

BEFORE_FOREIGN = tuple(
    "quỹ|tổ chức|công ty|tập đoàn|ngân hàng|dự án|chương trình|phần mềm|hệ thống|mạng|trường|viện|"
    "đại học|hội|hãng|trang|ứng dụng|của|và|ông|bà|hợp tác với".split("|")
)
"""Words that foreign names follow: quỹ Sida, phần mềm Koha."""

_WESTERN = re.compile(
    r"(?!.*[jqvx]$)(?!.*(?:[aeiouy]{4}|[^aeiouy]{5}|([a-z])\1\1))"
    r"(?:[bcdfgkpt]?[lr]|s[cklmnpqtw]|sh|st?r|scr|spl|ch|th|ph|wh|kn|qu|dw|tw|[a-z])?"
    r"[a-z]*[aeiouy][a-z]*",
)
"""How words of Western European languages begin, and runs of letters that they do not have."""

_DAMAGE = re.compile(r"h?[wv][^aeiouyhr]|[^aeiouys]w|ii|uu|ie?ii|ttr|vv|[^aeiou]y[^aeiou]|Iu|Ii")
"""What an English OCR model makes of ư, ừ and ũ (`Thw`, `Chwong`, `Ciing`), and English seldom
writes."""

SHORTEST = 3
"""Letters: of two, nearly all are debris of syllables."""


def looks_foreign(seen: str) -> bool:
    """Tell a word that may be a foreign name: `Sida`, `Gates`; not `Thw`, nor `Lao` (Lao động).

    It has one capital and no letter but English ones, no Vietnamese syllable loses its accents to
    become it, and words of European languages are built so.
    """
    return (
        len(seen) >= SHORTEST
        and seen.isascii()
        and seen.isalpha()
        and seen.istitle()
        and fold(seen) not in skeletons()
        and _WESTERN.fullmatch(seen.lower()) is not None
        and _DAMAGE.search(seen.lower()) is None
    )
