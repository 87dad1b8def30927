"""What is counted and what is said of it: `thư viện cấp huyện | có cung cấp dịch vụ`.

Vietnamese marks neither; the name of a thing ends where the first verb that plans say of things
begins. Words are compared with their accents, since `có` is a verb and `cơ` begins `cơ sở`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.vietnamese import early_tone, fold

_VERBS = (
    "có|được|(?<!là )(?<!các )(?<!của )tổ chức|xây dựng|triển khai|thực hiện|hoàn thiện|"
    "hoàn thành|cung cấp|ứng dụng|tăng|giảm|đạt|đáp ứng|bảo đảm|"
    "đảm bảo|bổ sung|phối hợp|tham gia|duy trì|kết nối|tiếp nhận|"
    "sử dụng thành thạo|tiếp cận|thành lập|nâng cấp|biết|áp dụng|chiếm|còn|"
    "phục vụ|khai thác|kiện toàn|trở thành|số hóa|tích hợp|đưa|(?<!thiết )(?<!trang )(?<!chuẩn )bị|"
    "lắp đặt|lắp|ký|tham dự|nộp|nắm|hiểu|chấp hành|niêm yết|công khai|thu gom|phân loại|"
    "cam kết|đăng ký|"
    "thường xuyên|hình thành|(?<!các )(?<!việc )(?<!của )hoạt động|do|"
    "hài lòng|đến (?:trường|lớp)|ra lớp"
)
ACTIONS = (
    r"(?:xây dựng|lắp đặt|nâng cấp|tổ chức|thành lập|trồng|đào tạo|bồi dưỡng|tập huấn|hỗ trợ|"
    r"thu hút|sửa chữa|bổ sung|cải tạo|hình thành|bê tông hóa|cứng hóa|di dời|trang bị|đầu tư|"
    r"nhân rộng|duy trì|phát triển|hoàn thành|xóa|đón|tuyển dụng|kết nạp)(?![^\W_])"
)
"""What is done to things that are counted; a second one begins words of its own."""
_ACTION = re.compile(ACTIONS, re.IGNORECASE)
_LAST_ACTION = re.compile(rf", (?:và )?({ACTIONS}[^,;:]*)$", re.IGNORECASE)
"""What is done last before a figure: `xã đạt chuẩn nâng cao, hoàn thành 05 tiêu chí`."""
_EACH_ONE = re.compile(
    r"\s(mỗi (?:tỉnh|huyện|xã|phường|thị trấn|thôn|bản|ấp|tổ dân phố|khu dân cư|trường|đơn vị|"
    r"cơ quan|địa phương|hộ)(?![^\W_])[^,;:]*)$",
    re.IGNORECASE,
)
"""Of whom each is to have the figure: `Xây dựng mỗi huyện 02 mô hình`."""
_OF_A_WHOLE = re.compile(
    r"(?:trong(?! đó)|trên (?:địa bàn|tổng)|tại|so với)(?![^\W_])", re.IGNORECASE
)
"""After a share these say of which whole it is taken, not of whom: `chiếm 10% trong GRDP`."""
_OF_A_PLACE = re.compile(r"(?:vung|khu vuc|noi|dia ban|dien)(?: (?:thuong xuyen|hay))?\s*$")
"""What follows these says which place is meant, not what is said of the thing."""
PLACES = (
    "các|khu vực|vùng|bậc|địa bàn|cấp|tỉnh|huyện|xã|nông thôn|thành thị|đô thị|miền|nơi|cơ sở|"
    "trường|thôn|bản|đây|trong|ngoài|nước|khu|mức|độ tuổi|lứa tuổi"
)
"""What the preposition ở stands before."""
_USES = r"(?<!người )(?<!quyền )(?<!được )(?<!nhu cầu )sử dụng"
"""To use; but `người sử dụng` is a user."""
_MISREAD = (
    rf"ở(?! (?:{PLACES})(?![^\W_]))|"
    r"cơ(?! (?:sở|quan|cấu|chế|bản|hội|động|giới|khí|số|thể|yếu|cực|điện|học)(?![^\W_]))"
)
"""A scan's có, read as another word where that word cannot stand."""
_VERB = re.compile(
    rf"(?<![^\W_])(?:{_VERBS}|{_USES}|{_MISREAD}|[^\W\d_]+ (?:trung bình|bình quân))(?![^\W_])",
    re.IGNORECASE,
)
_OPENS_WITH_VERB = re.compile(
    r"(?:day manh|tang cuong|to chuc|xay dung|trien khai|thuc hien|phat trien|nang cao|mo rong|"
    r"hoan thien|hoan thanh|phuc vu|dat|cung cap|bo sung|bao dam|dam bao|duy tri|giam|tang|co|duoc|"
    r"keo giam|thu hut|dao tao|boi duong|tap huan|thanh lap|ket nap|trong moi|nang|dua|"
    r"giai quyet|ho tro|huy dong|khai thac|trong|la|chiem|tiep tuc|trong do|binh quan)\b"
)
MEASURES = (
    r"(?:số|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|mức|tổng|diện tích|giá trị|sản lượng|năng suất|thu nhập|"
    r"độ che phủ|tốc độ|công suất|doanh thu|kim ngạch|quy mô|thời gian|chỉ số|hiệu suất|lượng|"
    r"đóng góp của|chi phí|vốn|trình độ|hệ số|khối lượng|tuổi thọ|grdp|gdp)(?![^\W_])"
)
"""Words that name a measure, not the thing that is measured."""
_EVENTS = re.compile(r"so (?:vu|luot|ca|truong hop|lan|cuoc|gio|ngay)\b")
"""A share of these (`giảm 10% số vụ`) says how much, not of whom."""
_MEASURES = re.compile(MEASURES, re.IGNORECASE)
_LAST_MEASURE = re.compile(rf"[,:] (?:với |có |và )?({MEASURES}[^,;:]*)$", re.IGNORECASE)
"""A measure that stands last before its figure: `…, với GRDP bình quân đầu người đạt`."""
_FOOTNOTE = re.compile(r"^\[\d+\]")
_PREFIX = re.compile(
    r"(?:\s*(?:phấn đấu|phấn du|"
    r"(?:đến|vào|hết|trong|từ)(?: hết| cuối)?(?: năm)? 20\d\d(?:\s?[-–—]\s?20\d\d)?|"
    r"năm 20\d\d|giai đoạn 20\d\d\s?[-–—]\s?20\d\d|(?:hằng|hàng|mỗi) năm|ít nhất|tối thiểu|"
    r"không quá|tối đa|dưới|trên|khoảng|trong đó|và|đến|cụ thể|toàn tỉnh|toàn huyện)"
    r"(?![^\W_])|\s*[-+,:;.])*\s*",
    re.IGNORECASE,
)
_SUFFIX = re.compile(
    r"(?:[\s,;:]+(?:và|hoặc|đạt|trên|dưới|đến|là|từ|ít nhất|tối thiểu|không quá|tối đa|khoảng|"
    r"trong đó|đạt bình quân|bình quân đạt|phấn đấu|còn|năm|ở|(?<!trở )lên|xuống|được|"
    r"(?:và )?(?:đến|vào)(?: hết| cuối)?(?: năm)? 20\d\d)|[\s,;:(]+)*$",
    re.IGNORECASE,
)
"""Words before and after a phrase that only lead on to a figure; with accents, since `từ` is not
the end of `đầu tư`."""
_DETERMINER = re.compile(r"(?:cac|moi|nhung|toan bo|tat ca cac|so(?= (?:thu vien|truong)))\s+")
"""Dropped from the front of a subject; mới and mọi stand there where a scan misread mỗi."""
_NOT_SAID = re.compile(r"(?:(?:moi|hang) nam|/\s?nam|tro len|so voi|tro len/)\b|[/(]")
_YEARS = re.compile(
    r"\s*(?:giai đoạn|đến năm|vào năm|đến|năm)\s+20\d\d(?:\s?[-–—]\s?20\d\d)?", re.IGNORECASE
)
_TIME_ONLY = re.compile(r"(?:(?:vao|den|trong)(?: cuoi)? nam 20\d\d|(?:hang|moi) nam)\b|/\s?nam\b")
_ENDS_IN_VERB = re.compile(r"(?<![^\W_])(?:đạt|có|là|trong đó)(?: từ| ít nhất| tối thiểu)?$")
_BRACKET = re.compile(r"\s*\([^()]*$")


@dataclass(frozen=True)
class NounPhrase:
    """A thing and what is said of it; either may be empty."""

    subject: str
    predicate: str


def before_figure(words: str) -> NounPhrase:
    """Read the words that lead to a figure: `Thư viện tỉnh bổ sung tài liệu đạt` → thing, said.

    A measure (`số lượt người …`) and a clause that begins with a verb name no thing.
    """
    text = _trim(words)
    folded = fold(text)
    if not text:
        return NounPhrase("", "")
    measure = _LAST_MEASURE.search(early_tone(text))
    if measure:
        return NounPhrase("", text[measure.start(1) :])
    if _MEASURES.match(early_tone(text)):
        return NounPhrase("", text)
    if _OPENS_WITH_VERB.match(folded) or _ACTION.match(early_tone(text)):
        each = _EACH_ONE.search(early_tone(text))
        return (
            NounPhrase(text[each.start(1) :], text[: each.start()])
            if each
            else NounPhrase("", text)
        )
    verb = _VERB.search(early_tone(text))
    if verb is None:
        if _ENDS_IN_VERB.search(early_tone(words.lower().rstrip(" ,:"))):
            return NounPhrase(_subject(text), "")
        return NounPhrase("", text)
    thing = _YEARS.sub("", text[: verb.start()])
    last = _LAST_ACTION.search(early_tone(text), verb.start())
    return NounPhrase(_subject(thing), text[last.start(1) if last else verb.start() :])


def after_figure(words: str, share: bool) -> NounPhrase:
    """Read the words that follow a figure, up to the next one.

    Of a share they name the thing (`thư viện cấp huyện có …`); of a count, what is said of it.
    """
    text = _FOOTNOTE.sub("", words.strip()).strip()
    folded = fold(text)
    onward = re.match(r"tro len\s+", folded)
    if onward:
        text, folded = text[onward.end() :], folded[onward.end() :]
    if not share:
        return NounPhrase("", _predicate(_without_lead(text)))
    if _NOT_SAID.match(folded) or re.match(r"[,;.]|va\b|so voi", folded):
        return NounPhrase("", _after_mark(text))
    if _OF_A_WHOLE.match(early_tone(text)):
        return NounPhrase("", _predicate(text))
    verbs = _VERB.finditer(early_tone(text))
    verb = next((v for v in verbs if not _OF_A_PLACE.search(folded[: v.start()])), None)
    if verb and verb.start() == 0:
        return NounPhrase("", _predicate(text))
    if _EVENTS.match(folded):
        return NounPhrase("", _predicate(text))
    noun = text[: verb.start()] if verb else text
    said = text[verb.start() :] if verb else ""
    return NounPhrase(_subject(_without_lead(noun)), _predicate(_without_lead(said)))


def _after_mark(text: str) -> str:
    """Return what is said after a bracket closes: `%) có kỹ năng …`."""
    match = re.match(r"\)\s*", text)
    return _predicate(text[match.end() :]) if match else ""


def _trim(words: str) -> str:
    prefix = _PREFIX.match(early_tone(words))
    start = prefix.end() if prefix else 0
    return _without_lead(words[start:])


def _without_lead(words: str) -> str:
    """Drop the words that only lead on to the next figure: `… và đến năm 2030, phấn đấu đạt`."""
    padded = f" {words}"
    match = _SUFFIX.search(early_tone(padded))
    return (padded[: match.start()] if match else padded).strip()


def _predicate(words: str) -> str:
    text = words.strip(" ,;:.")
    time = _TIME_ONLY.match(fold(text))
    return text[time.end() :].strip(" ,;:.") if time else text


def _subject(words: str) -> str:
    text = words.strip(" ,;:.")
    bracket = _BRACKET.search(text)
    if bracket:
        text = text[: bracket.start()]
    match = _DETERMINER.match(fold(text))
    return text[match.end() :] if match else text
