"""Two plans of other programmes, written for the tests, with their facts annotated by hand.

They are written as offices write them, and were annotated before anything was read of them; what
was read wrongly at first has been mended since. One annotation was corrected: "tối thiểu" before
the 90% of POVERTY is not said of its 75%, which has an end of its own.
"""

from __future__ import annotations

from typing import Any

FOOD_SAFETY = """\
ỦY BAN NHÂN DÂN TỈNH BẮC NINH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 145/KH-UBND
Bắc Ninh, ngày 21 tháng 3 năm 2024

KẾ HOẠCH

Triển khai Đề án “Bảo đảm an toàn thực phẩm trong trường học giai đoạn 2024 - 2028” trên địa bàn tỉnh Bắc Ninh

Căn cứ Luật An toàn thực phẩm ngày 17/6/2010;

Căn cứ Quyết định số 318/QĐ-TTg ngày 08/3/2024 của Thủ tướng Chính phủ phê duyệt Đề án “Bảo đảm an toàn thực phẩm trong trường học giai đoạn 2024 - 2028”;

Ủy ban nhân dân tỉnh ban hành Kế hoạch triển khai Đề án trên địa bàn tỉnh như sau:

I. MỤC ĐÍCH, YÊU CẦU

- Nâng cao trách nhiệm của người đứng đầu các cơ sở giáo dục.

II. MỤC TIÊU

1. Mục tiêu đến năm 2026

- 100% bếp ăn tập thể trong trường học được kiểm tra ít nhất một lần mỗi năm.

- Trên 85% người chế biến thực phẩm và 70% cán bộ quản lý bếp ăn được tập huấn kiến thức.

- Số vụ ngộ độc thực phẩm giảm 15 - 20%/năm.

2. Mục tiêu đến năm 2028

- Phấn đấu 95% trường mầm non, 60% trường trung học cơ sở có bếp ăn đạt chuẩn.

- Xây dựng 12 mô hình bếp ăn kiểu mẫu; lấy tối thiểu 3.000 mẫu thực phẩm để xét nghiệm.

III. NHIỆM VỤ, GIẢI PHÁP

1. Tuyên truyền 100% phụ huynh học sinh.

IV. KINH PHÍ THỰC HIỆN

Kinh phí thực hiện Đề án do ngân sách nhà nước bảo đảm theo phân cấp, nguồn thu của các cơ sở giáo dục và các nguồn huy động hợp pháp khác.

V. TỔ CHỨC THỰC HIỆN

1. Sở Y tế

- Là cơ quan thường trực, chủ trì, phối hợp với Sở Giáo dục và Đào tạo, Sở Công Thương và UBND các huyện, thị xã, thành phố triển khai Kế hoạch.

- Lấy mẫu giám sát nguy cơ ô nhiễm thực phẩm; tổng hợp, báo cáo UBND tỉnh trước ngày 10 tháng 12 hằng năm.

- Tham mưu UBND tỉnh tổ chức sơ kết vào năm 2026, tổng kết vào quý IV năm 2028.

2. Sở Giáo dục và Đào tạo

- Chỉ đạo các trường học ký cam kết bảo đảm an toàn thực phẩm.

- Phối hợp với Sở Y tế và Công an tỉnh kiểm tra đột xuất các bếp ăn.

3. Sở Tài chính: Căn cứ khả năng ngân sách, thẩm định dự toán trình cấp có thẩm quyền phê duyệt.

4. Công an tỉnh, Cục Quản lý thị trường tỉnh

Đấu tranh, xử lý vi phạm theo thẩm quyền.

5. Đề nghị Hội Liên hiệp Phụ nữ tỉnh và các tổ chức chính trị - xã hội

Vận động hội viên giám sát bữa ăn học đường.

6. UBND các huyện, thị xã, thành phố

- Bố trí nhân lực, kinh phí thực hiện Kế hoạch.

- Định kỳ 6 tháng báo cáo kết quả về Sở Y tế để tổng hợp.

Trên đây là Kế hoạch triển khai Đề án. Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành, UBND các huyện, thị xã, thành phố nghiêm túc thực hiện./.

Nơi nhận:
- Bộ Y tế (b/c);
- Lưu: VT, KGVX.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Hương Giang
"""

_HEALTH = "Sở Y tế"
_SCHOOLS = "Sở Giáo dục và Đào tạo"
_DISTRICTS = "UBND các huyện, thị xã, thành phố"
_UNIONS = ["Hội Liên hiệp Phụ nữ tỉnh", "các tổ chức chính trị - xã hội"]


def _assignment(agencies: list[str], role: str, duty: str, quote: str) -> dict[str, Any]:
    return {
        "kind": "assignment",
        "agencies": agencies,
        "role": role,
        "duty": duty,
        "quote": quote,
    }


def _target(
    value: str,
    subject: str,
    indicator: str,
    year: str,
    quote: str,
    unit: str = "%",
    per: str = "",
    comparator: str = "",
) -> dict[str, Any]:
    return {
        "kind": "target",
        "value": value,
        "subject": subject,
        "indicator": indicator,
        "year": year,
        "unit": unit,
        "per": per,
        "comparator": comparator,
        "quote": quote,
    }


def _deadline(
    who: list[str], what: str, to: list[str], by: str, quote: str, yearly: bool
) -> dict[str, Any]:
    return {
        "kind": "deadline",
        "who": who,
        "what": what,
        "to": to,
        "by": by,
        "yearly": yearly,
        "quote": quote,
    }


def _funding(source: str, purpose: str, quote: str) -> dict[str, Any]:
    return {"kind": "funding", "source": source, "purpose": purpose, "quote": quote}


_MONEY = "Kinh phí thực hiện Đề án do ngân sách nhà nước bảo đảm"
FOOD_SAFETY_FACTS: tuple[dict[str, Any], ...] = (
    _target(
        "100%",
        "bếp ăn tập thể trong trường học",
        "được kiểm tra ít nhất một lần mỗi năm",
        "2026",
        "100% bếp ăn tập thể trong trường học",
        per="mỗi năm",
    ),
    _target(
        "85%",
        "người chế biến thực phẩm",
        "được tập huấn kiến thức",
        "2026",
        "Trên 85% người chế biến",
        comparator="trên",
    ),
    _target(
        "70%",
        "cán bộ quản lý bếp ăn",
        "được tập huấn kiến thức",
        "2026",
        "70% cán bộ quản lý bếp ăn",
    ),
    _target(
        "15 - 20%",
        "",
        "Số vụ ngộ độc thực phẩm giảm",
        "2026",
        "Số vụ ngộ độc thực phẩm giảm",
        per="/năm",
    ),
    _target("95%", "trường mầm non", "có bếp ăn đạt chuẩn", "2028", "Phấn đấu 95% trường mầm non"),
    _target(
        "60%", "trường trung học cơ sở", "có bếp ăn đạt chuẩn", "2028", "60% trường trung học cơ sở"
    ),
    _target(
        "12", "", "Xây dựng mô hình bếp ăn kiểu mẫu", "2028", "Xây dựng 12 mô hình", unit="mô hình"
    ),
    _target(
        "3.000",
        "",
        "lấy mẫu thực phẩm để xét nghiệm",
        "2028",
        "lấy tối thiểu 3.000 mẫu thực phẩm",
        unit="mẫu thực phẩm",
        comparator="ít nhất",
    ),
    _funding("ngân sách nhà nước", "thực hiện Đề án", _MONEY),
    _funding("nguồn thu của các cơ sở giáo dục", "thực hiện Đề án", _MONEY),
    _funding("các nguồn huy động hợp pháp khác", "thực hiện Đề án", _MONEY),
    _assignment([_HEALTH], "lead", "Là cơ quan thường trực", "Là cơ quan thường trực, chủ trì"),
    _assignment(
        [_SCHOOLS, "Sở Công Thương", _DISTRICTS],
        "coordinate",
        "Là cơ quan thường trực",
        "Là cơ quan thường trực, chủ trì",
    ),
    _assignment([_HEALTH], "lead", "Lấy mẫu giám sát nguy cơ", "Lấy mẫu giám sát nguy cơ"),
    _assignment(
        [_HEALTH], "lead", "Tham mưu UBND tỉnh tổ chức sơ kết", "Tham mưu UBND tỉnh tổ chức"
    ),
    _assignment([_SCHOOLS], "lead", "Chỉ đạo các trường học", "Chỉ đạo các trường học ký cam kết"),
    _assignment(
        [_SCHOOLS], "coordinate", "Phối hợp với Sở Y tế", "Phối hợp với Sở Y tế và Công an"
    ),
    _assignment(
        [_HEALTH, "Công an tỉnh"],
        "coordinate",
        "Phối hợp với Sở Y tế",
        "Phối hợp với Sở Y tế và Công an",
    ),
    _assignment(["Sở Tài chính"], "lead", "thẩm định dự toán", "Căn cứ khả năng ngân sách"),
    _assignment(
        ["Công an tỉnh", "Cục Quản lý thị trường tỉnh"],
        "lead",
        "Đấu tranh, xử lý vi phạm",
        "Đấu tranh, xử lý vi phạm",
    ),
    _assignment(_UNIONS, "lead", "Vận động hội viên giám sát", "Vận động hội viên giám sát"),
    _assignment([_DISTRICTS], "lead", "Bố trí nhân lực, kinh phí", "Bố trí nhân lực, kinh phí"),
    _assignment([_DISTRICTS], "lead", "báo cáo kết quả về Sở Y tế", "Định kỳ 6 tháng báo cáo"),
    _assignment(
        ["các sở, ban, ngành", _DISTRICTS],
        "lead",
        "nghiêm túc thực hiện",
        "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành, UBND các huyện, thị xã, thành phố nghiêm túc",
    ),
    _deadline(
        [_HEALTH],
        "tổng hợp, báo cáo",
        ["UBND tỉnh"],
        "trước ngày 10 tháng 12 hằng năm",
        "tổng hợp, báo cáo UBND tỉnh trước ngày 10",
        True,
    ),
    _deadline([_HEALTH], "tổ chức sơ kết", [], "năm 2026", "tổ chức sơ kết vào năm 2026", False),
    _deadline([_HEALTH], "tổng kết", [], "quý IV năm 2028", "tổng kết vào quý IV năm 2028", False),
    _deadline(
        [_DISTRICTS],
        "báo cáo kết quả",
        [_HEALTH],
        "Định kỳ 6 tháng",
        "Định kỳ 6 tháng báo cáo",
        True,
    ),
)

ROADS = """\
UBND HUYỆN ĐẠI LỘC
Số: 61/KH-UBND
Đại Lộc, ngày 09 tháng 01 năm 2025

KẾ HOẠCH
Bảo đảm trật tự an toàn giao thông năm 2025 trên địa bàn huyện Đại Lộc

Thực hiện Kế hoạch số 9812/KH-UBND ngày 20/12/2024 của Ủy ban nhân dân tỉnh Quảng Nam về bảo đảm trật tự an toàn giao thông năm 2025; Ủy ban nhân dân huyện xây dựng Kế hoạch như sau:

I. MỤC TIÊU

a) Năm 2025 kéo giảm từ 5% đến 10% số vụ tai nạn giao thông so với năm 2024.

b) 100% xe ô tô kinh doanh vận tải lắp thiết bị giám sát hành trình.

c) Tỷ lệ người đi xe mô tô đội mũ bảo hiểm đạt trên 98%.

d) Lắp đặt thêm khoảng 40 biển báo và 05 camera giám sát.

II. NỘI DUNG

1. Tuyên truyền

- Tổ chức 10 buổi nói chuyện chuyên đề.

III. KINH PHÍ

- Nguồn ngân sách huyện năm 2025.

- Nguồn vận động, tài trợ của các tổ chức, cá nhân.

IV. PHÂN CÔNG THỰC HIỆN

1. Ban An toàn giao thông huyện: Theo dõi, đôn đốc; tổng hợp báo cáo Ban An toàn giao thông tỉnh vào ngày 15 hằng tháng.

2. Công an huyện

a) Tăng cường tuần tra, kiểm soát; xử lý nghiêm vi phạm nồng độ cồn.

b) Chủ trì, phối hợp với Phòng Kinh tế và Hạ tầng, Đội Cảnh sát giao thông số 2 rà soát các điểm đen; hoàn thành trong tháng 6 năm 2025.

3. Phòng Kinh tế và Hạ tầng phối hợp với UBND các xã, thị trấn sửa chữa biển báo hư hỏng trước ngày 30/4/2025.

4. Trung tâm Văn hóa - Thông tin và Truyền thanh - Truyền hình huyện

Xây dựng chuyên mục “An toàn giao thông”.

5. UBND các xã, thị trấn

a) Giải tỏa hành lang an toàn đường bộ.

b) Gửi báo cáo kết quả về Ban An toàn giao thông huyện trước ngày 10/6 và trước ngày 10/12/2025.

Căn cứ Kế hoạch này, các phòng, ban, ngành, UBND các xã, thị trấn tổ chức triển khai thực hiện./.

Nơi nhận:
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Mai
"""

_BOARD = "Ban An toàn giao thông huyện"
_POLICE = "Công an huyện"
_WORKS = "Phòng Kinh tế và Hạ tầng"
_COMMUNES = "UBND các xã, thị trấn"
_BLACK = "Chủ trì, phối hợp với Phòng Kinh tế và Hạ tầng"
_SIGNS = "sửa chữa biển báo hư hỏng"
ROADS_FACTS: tuple[dict[str, Any], ...] = (
    _target(
        "5% đến 10%",
        "",
        "kéo giảm số vụ tai nạn giao thông so với năm 2024",
        "2025",
        "kéo giảm từ 5% đến 10% số vụ",
    ),
    _target(
        "100%",
        "xe ô tô kinh doanh vận tải",
        "lắp thiết bị giám sát hành trình",
        "",
        "100% xe ô tô kinh doanh vận tải",
    ),
    _target(
        "98%",
        "",
        "Tỷ lệ người đi xe mô tô đội mũ bảo hiểm",
        "",
        "Tỷ lệ người đi xe mô tô",
        comparator="trên",
    ),
    _target(
        "40", "", "Lắp đặt thêm", "", "khoảng 40 biển báo", unit="biển báo", comparator="khoảng"
    ),
    _target(
        "05",
        "",
        "Lắp đặt thêm camera giám sát",
        "",
        "05 camera",
        unit="camera",
        comparator="khoảng",
    ),
    _funding("Nguồn ngân sách huyện năm 2025", "", "Nguồn ngân sách huyện"),
    _funding("Nguồn vận động, tài trợ của các tổ chức, cá nhân", "", "Nguồn vận động, tài trợ"),
    _assignment([_BOARD], "lead", "Theo dõi, đôn đốc", "Theo dõi, đôn đốc; tổng hợp"),
    _assignment([_POLICE], "lead", "Tăng cường tuần tra", "Tăng cường tuần tra, kiểm soát"),
    _assignment([_POLICE], "lead", _BLACK, _BLACK),
    _assignment([_WORKS, "Đội Cảnh sát giao thông số 2"], "coordinate", _BLACK, _BLACK),
    _assignment([_WORKS], "coordinate", "phối hợp với UBND các xã", _SIGNS),
    _assignment([_COMMUNES], "coordinate", "phối hợp với UBND các xã", _SIGNS),
    _assignment(
        ["Trung tâm Văn hóa - Thông tin và Truyền thanh - Truyền hình huyện"],
        "lead",
        "Xây dựng chuyên mục",
        "Xây dựng chuyên mục",
    ),
    _assignment([_COMMUNES], "lead", "Giải tỏa hành lang", "Giải tỏa hành lang an toàn"),
    _assignment([_COMMUNES], "lead", "Gửi báo cáo kết quả", "Gửi báo cáo kết quả về"),
    _assignment(
        ["các phòng, ban, ngành", _COMMUNES],
        "lead",
        "tổ chức triển khai thực hiện",
        "tổ chức triển khai thực hiện",
    ),
    _deadline(
        [_BOARD],
        "tổng hợp báo cáo",
        ["Ban An toàn giao thông tỉnh"],
        "ngày 15 hằng tháng",
        "tổng hợp báo cáo Ban An toàn giao thông tỉnh",
        True,
    ),
    _deadline(
        [_POLICE], "rà soát các điểm đen", [], "tháng 6 năm 2025", "rà soát các điểm đen", False
    ),
    _deadline([_WORKS], "sửa chữa biển báo hư hỏng", [], "trước ngày 30/4/2025", _SIGNS, False),
    _deadline(
        [_COMMUNES],
        "Gửi báo cáo kết quả",
        [_BOARD],
        "trước ngày 10/6",
        "Gửi báo cáo kết quả về",
        False,
    ),
    _deadline(
        [_COMMUNES],
        "Gửi báo cáo kết quả",
        [_BOARD],
        "trước ngày 10/12/2025",
        "Gửi báo cáo kết quả về",
        False,
    ),
)

POVERTY = """\
ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 1180/KH-UBND
Quảng Trị, ngày 04 tháng 5 năm 2022

KẾ HOẠCH

Thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021 - 2025 trên địa bàn tỉnh Quảng Trị

Căn cứ Quyết định số 90/QĐ-TTg ngày 18/01/2022 của Thủ tướng Chính phủ phê duyệt Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021 - 2025;

Theo đề nghị của Sở Lao động - Thương binh và Xã hội, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. MỤC TIÊU

1. Mục tiêu tổng quát

Giảm nghèo đa chiều, bao trùm, bền vững, hạn chế tái nghèo.

2. Mục tiêu, chỉ tiêu cụ thể đến năm 2025

a) Tỷ lệ hộ nghèo đa chiều duy trì mức giảm 1,0 - 1,5%/năm.

b) Hỗ trợ xây dựng, nhân rộng ít nhất 60 mô hình sinh kế; thu hút 1.500 lượt hộ nghèo tham gia.

c) Tối thiểu 90% hộ nghèo có nhu cầu vay vốn được tiếp cận tín dụng, 75% lao động thuộc hộ nghèo có việc làm bền vững.

d) 100% trẻ em từ 06 đến 11 tuổi thuộc hộ nghèo được đến trường.

đ) Huyện Đakrông phấn đấu thoát nghèo, 03 xã bãi ngang thoát khỏi tình trạng đặc biệt khó khăn.

II. ĐỐI TƯỢNG, PHẠM VI

1. Người nghèo, hộ cận nghèo trên địa bàn tỉnh.

III. KINH PHÍ THỰC HIỆN

1. Tổng kinh phí dự kiến 890 tỷ đồng.

2. Nguồn kinh phí: Ngân sách trung ương, ngân sách địa phương, vốn tín dụng chính sách và các nguồn huy động hợp pháp khác.

IV. TỔ CHỨC THỰC HIỆN

1. Sở Lao động - Thương binh và Xã hội (cơ quan chủ trì Chương trình)

- Chủ trì, phối hợp với Sở Kế hoạch và Đầu tư, Sở Tài chính và các cơ quan liên quan xây dựng kế hoạch vốn trung hạn và hằng năm.

- Hướng dẫn, kiểm tra, giám sát, đánh giá việc thực hiện Kế hoạch; định kỳ hằng quý, hằng năm báo cáo UBND tỉnh, Bộ Lao động - Thương binh và Xã hội.

- Tổ chức điều tra, rà soát hộ nghèo, hoàn thành trước ngày 15/12 hằng năm.

2. Sở Kế hoạch và Đầu tư chủ trì, phối hợp với Sở Tài chính cân đối vốn đầu tư phát triển.

3. Ngân hàng Chính sách xã hội chi nhánh tỉnh

Thực hiện cho vay ưu đãi đối với hộ nghèo theo quy định.

4. Sở Xây dựng, Ban Dân tộc tỉnh

a) Hướng dẫn tiêu chuẩn nhà ở.

b) Phối hợp với UBND các huyện kiểm tra chất lượng nhà ở.

5. Báo Quảng Trị, Đài Phát thanh và Truyền hình tỉnh: Tăng cường tin, bài về gương thoát nghèo.

6. UBND các huyện, thị xã, thành phố

- Xây dựng kế hoạch thực hiện Chương trình giai đoạn 2021 - 2025 trước ngày 30 tháng 6 năm 2022.

- Báo cáo kết quả thực hiện gửi Sở Lao động - Thương binh và Xã hội trước ngày 20/11 hằng năm.

7. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, Hội Nông dân tỉnh, Tỉnh đoàn

Vận động các tầng lớp nhân dân ủng hộ Quỹ “Vì người nghèo”.

Yêu cầu các sở, ban, ngành, đoàn thể cấp tỉnh và UBND các huyện, thị xã, thành phố triển khai thực hiện./.

Nơi nhận:
- Lưu: VT, KGVX.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Hoàng Nam
"""

_LABOUR = "Sở Lao động - Thương binh và Xã hội"
_PLANNING = "Sở Kế hoạch và Đầu tư"
_SOURCES = "Nguồn kinh phí: Ngân sách trung ương"
_CAPITAL = "Chủ trì, phối hợp với Sở Kế hoạch và Đầu tư, Sở Tài chính và các cơ quan liên quan"
_HOUSES = "Phối hợp với UBND các huyện kiểm tra"
_FRONT = ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Hội Nông dân tỉnh", "Tỉnh đoàn"]
POVERTY_FACTS: tuple[dict[str, Any], ...] = (
    _target(
        "1,0 - 1,5%",
        "",
        "Tỷ lệ hộ nghèo đa chiều duy trì mức giảm",
        "2025",
        "Tỷ lệ hộ nghèo đa chiều",
        per="/năm",
    ),
    _target(
        "60",
        "",
        "Hỗ trợ xây dựng, nhân rộng",
        "2025",
        "nhân rộng ít nhất 60 mô hình",
        unit="mô hình sinh kế",
        comparator="ít nhất",
    ),
    _target(
        "1.500",
        "",
        "thu hút lượt hộ nghèo tham gia",
        "2025",
        "thu hút 1.500 lượt hộ nghèo",
        unit="lượt hộ nghèo",
    ),
    _target(
        "90%",
        "hộ nghèo",
        "có nhu cầu vay vốn được tiếp cận tín dụng",
        "2025",
        "Tối thiểu 90% hộ nghèo",
        comparator="ít nhất",
    ),
    _target(
        "75%",
        "lao động thuộc hộ nghèo",
        "có việc làm bền vững",
        "2025",
        "75% lao động thuộc hộ nghèo",
    ),
    _target(
        "100%",
        "trẻ em từ 06 đến 11 tuổi thuộc hộ nghèo",
        "được đến trường",
        "2025",
        "100% trẻ em từ 06",
    ),
    _target(
        "03",
        "",
        "thoát khỏi tình trạng đặc biệt khó khăn",
        "2025",
        "03 xã bãi ngang",
        unit="xã bãi ngang",
    ),
    _funding("Ngân sách trung ương", "", _SOURCES),
    _funding("ngân sách địa phương", "", _SOURCES),
    _funding("vốn tín dụng chính sách", "", _SOURCES),
    _funding("các nguồn huy động hợp pháp khác", "", _SOURCES),
    _assignment([_LABOUR], "lead", "Chủ trì, phối hợp với Sở Kế hoạch", _CAPITAL),
    _assignment(
        [_PLANNING, "Sở Tài chính", "các cơ quan liên quan"],
        "coordinate",
        "Chủ trì, phối hợp với Sở Kế hoạch",
        _CAPITAL,
    ),
    _assignment(
        [_LABOUR], "lead", "Hướng dẫn, kiểm tra, giám sát", "Hướng dẫn, kiểm tra, giám sát"
    ),
    _assignment([_LABOUR], "lead", "Tổ chức điều tra, rà soát", "Tổ chức điều tra, rà soát hộ"),
    _assignment([_PLANNING], "lead", "chủ trì, phối hợp với Sở Tài chính", "cân đối vốn đầu tư"),
    _assignment(
        ["Sở Tài chính"], "coordinate", "chủ trì, phối hợp với Sở Tài chính", "cân đối vốn đầu tư"
    ),
    _assignment(
        ["Ngân hàng Chính sách xã hội chi nhánh tỉnh"],
        "lead",
        "Thực hiện cho vay ưu đãi",
        "Thực hiện cho vay ưu đãi",
    ),
    _assignment(
        ["Sở Xây dựng", "Ban Dân tộc tỉnh"],
        "lead",
        "Hướng dẫn tiêu chuẩn nhà ở",
        "Hướng dẫn tiêu chuẩn nhà ở",
    ),
    _assignment(["Sở Xây dựng", "Ban Dân tộc tỉnh"], "coordinate", "Phối hợp với UBND", _HOUSES),
    _assignment(["UBND các huyện"], "coordinate", "Phối hợp với UBND", _HOUSES),
    _assignment(
        ["Báo Quảng Trị", "Đài Phát thanh và Truyền hình tỉnh"],
        "lead",
        "Tăng cường tin, bài",
        "Tăng cường tin, bài về gương",
    ),
    _assignment([_DISTRICTS], "lead", "Xây dựng kế hoạch", "Xây dựng kế hoạch thực hiện"),
    _assignment([_DISTRICTS], "lead", "Báo cáo kết quả thực hiện", "Báo cáo kết quả thực hiện gửi"),
    _assignment(_FRONT, "lead", "Vận động các tầng lớp", "Vận động các tầng lớp nhân dân"),
    _assignment(
        ["các sở, ban, ngành, đoàn thể cấp tỉnh", _DISTRICTS],
        "lead",
        "triển khai thực hiện",
        "Yêu cầu các sở, ban, ngành, đoàn thể cấp tỉnh và UBND các huyện, thị xã, thành phố triển khai",
    ),
    _deadline(
        [_LABOUR],
        "báo cáo",
        ["UBND tỉnh", "Bộ Lao động - Thương binh và Xã hội"],
        "định kỳ hằng quý, hằng năm",
        "định kỳ hằng quý, hằng năm báo cáo",
        True,
    ),
    _deadline(
        [_LABOUR],
        "Tổ chức điều tra, rà soát hộ nghèo",
        [],
        "hoàn thành trước ngày 15/12 hằng năm",
        "Tổ chức điều tra, rà soát hộ",
        True,
    ),
    _deadline(
        [_DISTRICTS],
        "Xây dựng kế hoạch thực hiện Chương trình giai đoạn 2021 - 2025",
        [],
        "trước ngày 30 tháng 6 năm 2022",
        "Xây dựng kế hoạch thực hiện",
        False,
    ),
    _deadline(
        [_DISTRICTS],
        "Báo cáo kết quả thực hiện",
        [_LABOUR],
        "trước ngày 20/11 hằng năm",
        "Báo cáo kết quả thực hiện gửi",
        True,
    ),
)
