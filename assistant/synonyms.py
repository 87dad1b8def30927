"""Words people ask with, and the words plans are written in.

Officials ask "trường nghề" and "bộ đội"; a plan says "cơ sở giáo dục nghề nghiệp" and "lực lượng vũ
trang". Each entry goes one way: a passage with the plan's words meets a question with the others.
Built from how administrative Vietnamese differs from speech, not from evaluation questions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from corpus.vietnamese import tokens

WRITTEN = {
    "phòng đọc": ("không gian đọc",),
    "chỗ đọc": ("không gian đọc",),
    "diện tích phòng đọc": ("diện tích", "không gian đọc"),
    "trường học": ("cơ sở giáo dục", "nhà trường", "giáo dục phổ thông"),
    "nhà trường": ("cơ sở giáo dục", "trường học"),
    "trường phổ thông": ("giáo dục phổ thông",),
    "trường nghề": ("giáo dục nghề nghiệp",),
    "dạy nghề": ("giáo dục nghề nghiệp",),
    "học nghề": ("giáo dục nghề nghiệp",),
    "đào tạo nghề": ("giáo dục nghề nghiệp",),
    "nước ngoài": ("ngoài nước",),
    "ngoài nhà nước": ("tư nhân", "ngoài công lập"),
    "tư nhân": ("ngoài công lập",),
    "người dân": ("nhân dân", "cộng đồng"),
    "ấn phẩm": ("xuất bản phẩm",),
    "quân đội": ("lực lượng vũ trang", "Quân sự"),
    "bộ đội": ("lực lượng vũ trang", "Quân sự"),
    "báo chí": ("thông tin đại chúng", "cơ quan truyền thông", "cơ quan báo chí"),
    "báo đài": ("thông tin đại chúng", "Phát thanh và Truyền hình"),
    "loa phát thanh": ("truyền thanh cơ sở", "thông tin cơ sở"),
    "tiền": ("kinh phí", "ngân sách"),
    "vốn": ("kinh phí", "ngân sách"),
    "ngân sách": ("kinh phí",),
    "chi phí": ("kinh phí",),
    "cấp tiền": ("bố trí kinh phí",),
    "phân bổ": ("bố trí", "cân đối"),
    "bố trí": ("cân đối", "bảo đảm"),
    "nộp": ("gửi",),
    "gửi": ("báo cáo", "trình"),
    "nộp báo cáo": ("báo cáo",),
    "gửi báo cáo": ("báo cáo",),
    "thưởng": ("khen thưởng",),
    "tuyên dương": ("biểu dương", "khen thưởng"),
    "hàng năm": ("hằng năm",),
    "mỗi năm": ("hằng năm",),
    "mỗi năm tăng": ("tăng bình quân",),
    "tăng": ("tăng bình quân",),
    "bạn đọc": ("người sử dụng thư viện", "độc giả"),
    "người dùng": ("người sử dụng",),
    "người dùng thư viện": ("người sử dụng thư viện",),
    "bộ sưu tập": ("vốn tài liệu",),
    "người đọc": ("bạn đọc", "người sử dụng thư viện", "độc giả"),
    "độc giả": ("bạn đọc", "người sử dụng thư viện"),
    "lượt đọc": ("lượt người sử dụng thư viện",),
    "khách": ("khách tham quan",),
    "lượt khách": ("số lượt khách tham quan",),
    "thủ thư": ("người làm công tác thư viện", "cán bộ thư viện"),
    "cán bộ thư viện": ("người làm công tác thư viện",),
    "nhân viên thư viện": ("người làm công tác thư viện",),
    "tin học": ("công nghệ thông tin",),
    "số hóa": ("chuyển đổi số",),
    "máy tính": ("máy vi tính",),
    "web": ("trang thông tin điện tử",),
    "website": ("trang thông tin điện tử",),
    "trang web": ("trang thông tin điện tử",),
    "lớp học": ("lớp tập huấn", "lớp năng khiếu"),
    "tập huấn": ("bồi dưỡng", "đào tạo"),
    "kiểm tra": ("giám sát", "thanh tra"),
    "giám sát": ("kiểm tra",),
    "phường xã": ("cấp xã",),
    "dùng": ("sử dụng",),
    "cấp xã": ("xã, thị trấn", "xã, phường", "thể thao xã"),
    "cấp huyện": ("thể thao huyện",),
    "nhà văn hóa": ("trung tâm văn hóa",),
    "quỹ đất": ("sử dụng đất",),
    "đất đai": ("sử dụng đất",),
    "biên chế": ("bố trí, sắp xếp",),
    "nhân sự": ("nguồn nhân lực", "viên chức"),
    "cán bộ": ("viên chức",),
    "mục đích": ("mục tiêu",),
    "mục tiêu tổng quát": ("mục tiêu chung",),
    "mục tiêu tổng thể": ("mục tiêu chung",),
    "doanh trại": ("lực lượng vũ trang",),
    "sinh viên": ("đại học",),
    "xã hội hóa": ("xã hội hoá", "tài trợ"),
    "đánh giá giữa kỳ": ("sơ kết",),
    "giữa kỳ": ("sơ kết",),
    "cuối kỳ": ("tổng kết",),
    "phòng văn hóa": ("Phòng Văn hóa-Thông tin",),
    "sở văn hóa": ("Sở Văn hóa, Thể thao và Du lịch",),
    "sở giáo dục": ("Sở Giáo dục và Đào tạo",),
    "sở lao động": ("Sở Lao động - Thương binh và Xã hội",),
    "sở thông tin": ("Sở Thông tin và Truyền thông",),
    "sở kế hoạch": ("Sở Kế hoạch và Đầu tư",),
    "đài truyền hình": ("Đài Phát thanh và Truyền hình",),
    "đài phát thanh": ("Đài Phát thanh và Truyền hình",),
    "bằng cấp": ("tốt nghiệp", "chứng chỉ"),
    "trình độ": ("tốt nghiệp", "chuyên môn"),
    "cuốn": ("bản sách",),
    "quyển": ("bản sách",),
    "cuốn sách": ("bản sách",),
    "bày": ("trưng bày",),
    "bày sách": ("trưng bày, giới thiệu",),
    "triển lãm": ("trưng bày",),
    "chủ đề": ("chuyên đề",),
    "học hành": ("học tập",),
    "nhích lên": ("tăng bình quân",),
    "tăng lên": ("tăng bình quân",),
    "số người": ("số lượt người",),
    "người đến": ("lượt người sử dụng",),
    "người đến thư viện": ("người sử dụng thư viện",),
    "loa phường": ("thông tin cơ sở", "truyền thanh cơ sở"),
    "đài báo": ("cơ quan truyền thông", "thông tin đại chúng"),
    "quyên góp": ("tài trợ", "ủng hộ"),
    "vướng": ("khó khăn, vướng mắc",),
    "khó khăn": ("vướng mắc",),
    "gặp khó": ("khó khăn, vướng mắc",),
    "tặng sách": ("ủng hộ",),
    "người khiếm thị": ("người khuyết tật",),
    "trẻ em": ("thiếu nhi",),
    "vùng cao": ("vùng sâu, vùng xa",),
    "doanh nhân": ("doanh nghiệp",),
    "công ty": ("doanh nghiệp",),
    "ủy ban nhân dân": ("UBND",),
    "hội đồng nhân dân": ("HĐND",),
    "mặt trận": ("Mặt trận Tổ quốc",),
    "đoàn thể": ("tổ chức chính trị - xã hội",),
}
"""Spoken or short words → the words of plans."""


@lru_cache(maxsize=1)
def _folded() -> tuple[tuple[tuple[str, ...], tuple[tuple[str, ...], ...]], ...]:
    return tuple((tokens(a), tuple(map(tokens, others))) for a, others in WRITTEN.items())


def alternatives(
    phrases: Iterable[str],
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield (words of the question, words that serve for them) for every entry that applies."""
    for phrase in phrases:
        words = tuple(phrase.split())
        for asked, written in _folded():
            size = len(asked)
            if any(words[i : i + size] == asked for i in range(len(words) - size + 1)):
                yield from ((asked, other) for other in written)
