"""What everyday words of official English may stand for in a plan: support for a sentence.

The glossary turns a question into the one term it searches for; here any wording that a plan may
have counts. Written from how administrative Vietnamese is put into English, base forms; what forms
a word takes is `english_forms.py`. Left out: terms of the field, agencies, places, figures.
"""

from __future__ import annotations

from functools import lru_cache

from assistant.english_forms import canonical, forms_of
from corpus.vietnamese import fold

_TABLE = """
ability: khả năng | năng lực
access: tiếp cận | truy cập
achieve: đạt | hoàn thành
achievement: thành tựu | thành tích | kết quả
active: tích cực | chủ động
actively: tích cực | chủ động
activity: hoạt động
actual: thực tế
add: bổ sung | thêm
address: giải quyết | khắc phục
adjust: điều chỉnh
advise: tham mưu | tư vấn
agency: cơ quan | đơn vị | ngành | phòng | sở | ban
aim: mục tiêu | nhằm | hướng tới
allocate: bố trí | phân bổ | cân đối
allow: cho phép | tạo điều kiện
appropriate: phù hợp | thích hợp
approve: phê duyệt | duyệt | thông qua
area: địa bàn | vùng | khu vực | lĩnh vực
arise: phát sinh | nảy sinh
arrange: bố trí | sắp xếp | tổ chức
article: điều | bài | bài viết
assess: đánh giá
assign: giao | phân công
attention: chú trọng | quan tâm | chú ý
attract: thu hút
author: tác giả
available: sẵn có | hiện có
award: khen thưởng | trao tặng | giải thưởng
awareness: nhận thức
balance: cân đối
base: căn cứ | cơ sở
become: trở thành | xây dựng | là
begin: bắt đầu | triển khai
benefit: lợi ích | thụ hưởng
body: cơ quan | tổ chức | đoàn thể
bring: đưa | mang
build: xây dựng | xây | phát triển
campaign: phong trào | cuộc vận động | chiến dịch
capacity: năng lực | khả năng
care: chăm lo | chăm sóc | quan tâm
carry: thực hiện | tiến hành
chance: cơ hội
change: thay đổi | đổi mới | chuyển đổi
check: kiểm tra
child: trẻ em | thiếu nhi | em
circulation: luân chuyển
citizen: công dân | người dân | nhân dân
close: chặt chẽ | gần
collect: thu thập | sưu tầm | tập hợp
combine: kết hợp | lồng ghép
commend: khen thưởng | biểu dương | tuyên dương
commission: ban | ủy ban
communicate: truyền thông | tuyên truyền
communication: truyền thông | thông tin | tuyên truyền
community: cộng đồng | cơ sở
compile: tổng hợp | biên soạn
complete: hoàn thành | hoàn thiện | đầy đủ
comply: tuân thủ | thực hiện đúng
concern: liên quan
concerned: liên quan
condition: điều kiện
conduct: tổ chức | thực hiện | tiến hành
connect: kết nối | liên kết | liên thông
consider: xem xét
contact: liên hệ
content: nội dung
contest: cuộc thi | hội thi
continue: tiếp tục | duy trì
contribute: góp phần | đóng góp
control: kiểm soát
cooperate: phối hợp | hợp tác
country: nước | quốc gia
cover: bao phủ | phủ
create: tạo | sáng tạo | xây dựng
current: hiện hành | hiện nay
data: dữ liệu
date: ngày
deal: giải quyết | xử lý
decide: quyết định
deliver: cung cấp | tổ chức | chuyển
demand: nhu cầu
describe: mô tả
detail: chi tiết | cụ thể
develop: phát triển | xây dựng
difficult: khó khăn
difficulty: khó khăn | vướng mắc
direct: chỉ đạo
disability: khuyết tật
disabled: khuyết tật
disseminate: phổ biến | tuyên truyền | lan tỏa
distribute: phân bổ | phân phối | luân chuyển
diversify: đa dạng
diverse: đa dạng
document: văn bản | tài liệu
draw: xây dựng | thu hút | rút
drive: thúc đẩy
easy: thuận lợi | dễ dàng
educational: giáo dục
effective: hiệu quả
effectively: hiệu quả
effectiveness: hiệu quả
efficiency: hiệu quả
effort: nỗ lực
elderly: người cao tuổi
emulation: thi đua
enable: tạo điều kiện | giúp
encourage: khuyến khích | động viên
end: cuối | hết
enhance: nâng cao | tăng cường
enjoy: hưởng thụ | thụ hưởng
enjoyment: hưởng thụ | thụ hưởng
enough: đủ | đầy đủ
ensure: bảo đảm | đảm bảo
equal: bình đẳng
equip: trang bị
especially: đặc biệt | nhất là
essential: thiết yếu | cần thiết
establish: thành lập | xây dựng
evaluate: đánh giá
event: sự kiện | hoạt động
exchange: trao đổi | giao lưu
exhibit: trưng bày | triển lãm
exhibition: trưng bày | triển lãm
existing: hiện có
expand: mở rộng
expense: kinh phí | chi phí
experience: kinh nghiệm | trải nghiệm
exploit: khai thác
explore: tìm hiểu | khám phá
extend: mở rộng
facility: cơ sở vật chất | cơ sở | thiết bị
fair: hội chợ | hội sách | ngày hội
family: gia đình
favourable: thuận lợi
field: lĩnh vực
finance: tài chính | kinh phí
find: tìm | tìm kiếm | tra cứu
fit: phù hợp
focus: tập trung | chú trọng
follow: theo dõi | theo
force: lực lượng
form: hình thức
forward: gửi | chuyển
free: miễn phí
fulfil: hoàn thành | thực hiện
full: đầy đủ
fully: đầy đủ | toàn diện
fund: kinh phí | quỹ | vốn
gather: tập hợp | thu thập
general: chung | tổng quát
good: tốt
grassroots: cơ sở
group: nhóm | tổ
grow: tăng | phát triển
guide: hướng dẫn
handle: xử lý | giải quyết | phụ trách
heritage: di sản
history: lịch sử
host: đăng cai | tổ chức
idea: ý tưởng | ý kiến
implement: thực hiện | triển khai
implementation: thực hiện | triển khai
improve: nâng cao | cải thiện | hoàn thiện
incorporate: lồng ghép | đưa
increase: tăng
individual: cá nhân
inform: thông báo | thông tin
initiative: sáng kiến
innovate: đổi mới | sáng tạo
innovation: đổi mới | sáng tạo
inspect: kiểm tra | thanh tra
institution: thiết chế | cơ sở | cơ quan
instruct: hướng dẫn | chỉ đạo
integrate: lồng ghép | tích hợp
interest: quan tâm | hứng thú
introduce: giới thiệu
invest: đầu tư
investment: đầu tư
involve: liên quan | tham gia
issue: ban hành | số
join: tham gia
journalism: báo chí
keep: giữ | duy trì
knowledge: kiến thức | tri thức | hiểu biết
large: lớn
launch: phát động | tổ chức
learner: người học
learning: học tập | học
learn: học | học tập | tìm hiểu
level: cấp | mức
life: đời | đời sống
linked: gắn | liên kết
link: gắn | liên kết | kết nối
local: địa phương
look: tìm | tìm hiểu | tra cứu
maintain: duy trì
manage: quản lý
market: thị trường
material: tài liệu | vật chất
matter: vấn đề
measure: giải pháp | biện pháp
meet: đáp ứng | họp
member: thành viên | hội viên | đoàn viên
method: phương thức | phương pháp
mobile: lưu động
mobilise: huy động | vận động
model: mô hình | điển hình
modern: hiện đại
modernise: hiện đại hóa
monitor: giám sát | theo dõi
movement: phong trào
necessary: cần thiết
need: nhu cầu | cần
new: mới
news: tin | tin tức
number: số lượng | số | lượng
object: đối tượng
obstacle: vướng mắc | khó khăn
offer: cung cấp | tổ chức
office: văn phòng | cơ quan
officer: cán bộ | công chức
official: cán bộ | công chức
open: mở
operate: vận hành | hoạt động
operation: hoạt động | vận hành
opinion: ý kiến
opportunity: cơ hội
organisation: tổ chức | đoàn thể
organise: tổ chức
outstanding: xuất sắc | tiêu biểu
oversee: giám sát | theo dõi
own: riêng | mình
part: phần | tham gia
participate: tham gia
partner: đối tác
pay: chú trọng | chi trả
people: nhân dân | người dân | người
person: người | cá nhân
phase: giai đoạn
place: nơi | địa điểm | đặt
popularise: phổ biến
practical: thiết thực | thực tế
prepare: chuẩn bị | xây dựng | lập
present: trình bày | giới thiệu
preserve: bảo quản | bảo tồn | giữ gìn
press: báo chí
prestigious: uy tín
private: tư nhân | ngoài công lập
problem: vướng mắc | khó khăn | vấn đề
process: quá trình | xử lý
produce: sản xuất | xây dựng
product: sản phẩm
professional: chuyên môn | nghiệp vụ | chuyên nghiệp
promote: đẩy mạnh | thúc đẩy | phát huy | quảng bá
prompt: kịp thời
promptly: kịp thời
propagate: tuyên truyền
propaganda: tuyên truyền | tuyên giáo
propose: đề xuất | đề nghị | kiến nghị
provide: cung cấp | bố trí | bảo đảm | quy định
publicise: tuyên truyền
publicity: tuyên truyền
publish: xuất bản | đăng tải
pupil: học sinh
quality: chất lượng
raise: nâng cao | huy động | tăng
reach: đạt
reader: bạn đọc | người đọc | độc giả
reading: đọc
reflect: phản ánh
regard: liên quan | đối với
regular: thường xuyên | định kỳ
regularly: thường xuyên | định kỳ
related: liên quan
relevant: liên quan
remote: vùng sâu | vùng xa | xa
renew: đổi mới
replicate: nhân rộng
report: báo cáo | phản ánh
request: đề nghị | yêu cầu
research: nghiên cứu
resource: tài nguyên | nguồn lực | nguồn
responsible: trách nhiệm
result: kết quả
review: sơ kết | tổng kết | rà soát | đánh giá
reward: khen thưởng
rise: tăng
role: vai trò
run: vận hành | hoạt động | tổ chức
rural: nông thôn
school: trường | nhà trường
secure: bảo đảm | bố trí
seek: tìm kiếm | tìm
select: lựa chọn | chọn
send: gửi
series: loạt
serve: phục vụ
service: dịch vụ | phục vụ
share: chia sẻ
show: trưng bày | giới thiệu
skill: kỹ năng
social: xã hội
society: xã hội | hội
socialised: xã hội hóa | xã hội hoá
solution: giải pháp
solve: giải quyết | tháo gỡ
source: nguồn
space: không gian
special: đặc biệt | chuyên
specialised: chuyên ngành | chuyên môn
specific: cụ thể
spread: lan tỏa | phổ biến | tuyên truyền
staff: người làm công tác | nhân viên | cán bộ | người làm
stage: giai đoạn
standard: tiêu chuẩn | chuẩn
state: nhà nước
step: bước | tăng cường | đẩy mạnh
store: lưu trữ | bảo quản
strengthen: tăng cường | củng cố
student: sinh viên | học sinh
study: học tập | nghiên cứu | học
submit: gửi | trình
suit: phù hợp
suitable: phù hợp
summarise: tổng kết | tổng hợp
supervise: giám sát
supplement: bổ sung
supply: cung ứng | cung cấp | cấp
support: hỗ trợ
task: nhiệm vụ
teach: dạy | giảng dạy
team: đội
technical: kỹ thuật
theme: chủ đề | chuyên đề
thematic: chuyên đề | chủ đề
together: phối hợp | cùng
tool: công cụ
tradition: truyền thống
train: đào tạo | bồi dưỡng | tập huấn
transfer: chuyển giao | chuyển
typical: điển hình | tiêu biểu
unit: đơn vị
upgrade: nâng cấp
urge: đôn đốc
use: sử dụng | khai thác | ứng dụng
user: người sử dụng | bạn đọc | người dùng
variety: đa dạng
various: đa dạng | nhiều
visit: tham quan | lượt
visitor: khách | lượt khách | lượt người
volunteer: tình nguyện
way: phương thức | hình thức | cách
wide: rộng rãi | rộng
widely: rộng rãi
woman: phụ nữ
work: công tác | làm việc | hoạt động
worker: người lao động | công nhân
world: thế giới
young: trẻ | thanh niên
youth: thanh niên | thanh thiếu niên
"""


@lru_cache(maxsize=1)
def _wordings() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for line in _TABLE.strip().splitlines():
        english, wordings = line.split(":")
        told = tuple(fold(wording.strip()) for wording in wordings.split("|"))
        table |= {english: told, canonical(english): told}
    return table


def wordings_of(word: str) -> tuple[str, ...]:
    """Return the folded wordings that an English word, in any form, may have in a plan."""
    for form in forms_of(word):
        if form in _wordings():
            return _wordings()[form]
    return ()
