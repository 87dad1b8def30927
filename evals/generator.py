"""Plausible plans of provinces that do not exist, whose facts are known because they were chosen.

Laid out as Decree 30/2020/NĐ-CP has it, so that the real ingest reads them. The same seed makes the
same plans. Every share is stated once, for one subject and one year; every duty is given to one
agency. Left out: damage, scans, plans that contradict themselves.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

FIRST = (
    "An,Bảo,Bạch,Bình,Cẩm,Chiêm,Diên,Đại,Đông,Đức,Gia,Giang,Hoành,Hòa,Hồng,Hương,Khánh,Kim,Lam,Lâm,"
    "Linh,Long,Lộc,Mai,Minh,Mỹ,Nam,Ngọc,Phong,Phú,Phước,Quang,Quế,Sơn,Tam,Tân,Thạch,Thanh,Thuận,"
    "Thượng,Tiên,Trung,Trường,Tuyên,Tùng,Vân,Việt,Xuân,Yên,Ân"
).split(",")
LAST = (
    "Bích,Châu,Chánh,Cốc,Dương,Đàm,Điền,Định,Giao,Hà,Hải,Hạ,Khê,Lãm,Lăng,Lĩnh,Lộ,Luân,Mộc,Ngạn,"
    "Nguyên,Phái,Phố,Phụng,Quán,Sa,Sách,Tạ,Thạnh,Thắng,Thọ,Thủy,Tích,Trạch,Trấn,Trì,Tú,Vệ,Viên,Vĩ"
).split(",")
KINDS = ("tỉnh", "thành phố", "huyện", "thị xã", "khu")
"""With the two lists, 10,000 places."""

SUBJECTS = (
    "thư viện cấp huyện có phòng đọc cho thiếu nhi",
    "trạm y tế xã có bác sĩ làm việc thường xuyên",
    "hồ sơ thủ tục hành chính được giải quyết trực tuyến",
    "hộ dân được dùng nước sạch theo quy chuẩn",
    "lao động qua đào tạo có bằng, chứng chỉ",
    "trường tiểu học dạy hai buổi một ngày",
    "rác thải sinh hoạt được thu gom và xử lý",
    "doanh nghiệp nhỏ dùng hóa đơn điện tử",
    "người cao tuổi được khám sức khỏe định kỳ",
    "tuyến đường xã được trải nhựa hoặc bê tông",
    "nhà văn hóa thôn có tủ sách dùng chung",
    "cán bộ cấp xã được tập huấn chuyển đổi số",
)
AGENCIES = (
    "Sở Văn hóa, Thể thao và Du lịch,Sở Giáo dục và Đào tạo,Sở Y tế,Sở Thông tin và Truyền thông,"
    "Sở Tài chính,Sở Kế hoạch và Đầu tư,Sở Nội vụ,Sở Xây dựng,Công an tỉnh,Tỉnh đoàn,"
    "Hội Liên hiệp Phụ nữ tỉnh,Ban Dân tộc"
)
_AGENCIES = tuple(
    AGENCIES.replace("hóa, Thể", "hóa| Thể").replace(",", "\n").replace("|", ",").split("\n")
)
DUTIES = (
    "xây dựng tài liệu hướng dẫn và tổ chức tập huấn cho cơ sở",
    "rà soát cơ sở vật chất, lập danh mục cần sửa chữa hằng năm",
    "kiểm tra việc thực hiện và tổng hợp khó khăn, vướng mắc",
    "bố trí kinh phí trong dự toán được giao",
    "tuyên truyền trên cổng thông tin điện tử và hệ thống truyền thanh",
    "lồng ghép nội dung vào sinh hoạt của hội viên",
    "ứng dụng công nghệ thông tin trong quản lý và thống kê",
    "phối hợp với các trường đại học nghiên cứu mô hình mới",
    "khen thưởng tập thể, cá nhân có thành tích",
    "xây dựng quy chế phối hợp giữa các đơn vị liên quan",
    "báo cáo kết quả trước ngày 15 tháng 12 hằng năm",
    "huy động nguồn lực xã hội và tiếp nhận tài trợ",
)
YEARS = (2025, 2030)


@dataclass(frozen=True)
class Target:
    """One share that a plan sets: `{share}%` of the subject by the year."""

    subject: str
    year: int
    share: int

    @property
    def sentence(self) -> str:
        return f"Phấn đấu đến năm {self.year} có {self.share}% {self.subject}."


@dataclass(frozen=True)
class MadePlan:
    """A plan with what it states."""

    place: str
    number: int
    targets: tuple[Target, ...]
    duties: tuple[tuple[str, tuple[str, ...]], ...]
    """Agencies and the duties each is given."""

    @property
    def text(self) -> str:
        """The whole plan as a text file holds it."""
        targets = "\n".join(f"{n}. {one.sentence}" for n, one in enumerate(self.targets, start=1))
        charged = "\n".join(
            f"{n}. {agency}\n" + "\n".join(f"- {_opened(duty)}." for duty in duties)
            for n, (agency, duties) in enumerate(self.duties, start=1)
        )
        return (
            f"ỦY BAN NHÂN DÂN\n{self.place.upper()}\n"
            f"Số: {self.number}/KH-UBND\n"
            f"{_opened(self.place.split(' ', 1)[1])}, ngày 12 tháng 3 năm 2024\n"
            f"KẾ HOẠCH\nPhát triển dịch vụ công cộng trên địa bàn {self.place} đến năm 2030\n"
            f"I. MỤC ĐÍCH\nNâng cao chất lượng phục vụ người dân trên địa bàn {self.place}.\n"
            f"II. MỤC TIÊU\n{targets}\nIII. TỔ CHỨC THỰC HIỆN\n{charged}\n"
            "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n"
        )


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:]


def place_name(number: int) -> str:
    """Return the place of a plan: 0 to 9,999, no two alike."""
    kind, rest = divmod(number, len(FIRST) * len(LAST))
    first, last = divmod(rest, len(LAST))
    return f"{KINDS[kind % len(KINDS)]} {FIRST[first]} {LAST[last]}"


def invent_plan(number: int, seed: int = 0) -> MadePlan:
    """Return the plan of that number; its targets, shares and duties by chance from the seed."""
    chance = random.Random(f"{seed} {number}")
    pairs = [(subject, year) for subject in SUBJECTS for year in YEARS]
    targets = tuple(
        Target(subject, year, chance.randrange(11, 100))
        for subject, year in chance.sample(pairs, len(pairs))
    )
    duties = tuple(
        (agency, tuple(chance.sample(DUTIES, 5))) for agency in chance.sample(_AGENCIES, 10)
    )
    return MadePlan(place_name(number), chance.randrange(10, 400), targets, duties)


def question_of(plan: MadePlan, target: Target) -> str:
    """Return a question that the target alone answers."""
    return f"Đến năm {target.year}, {plan.place} có bao nhiêu phần trăm {target.subject}?"
