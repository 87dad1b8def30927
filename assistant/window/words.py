"""Every word that the window itself says, in Vietnamese and in English.

What a plan or an answer says is never translated here. A text is called with the language of the
window: `SEND("en")`; what stands in braces is filled by name.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from assistant.answer import Stage, State

Tongue = Literal["vi", "en"]
"""The language of the window, chosen by its reader; an answer keeps that of its question."""


def tongue_of(value: object) -> Tongue:
    """Return the language that a browser names; anything else is Vietnamese."""
    return "en" if value == "en" else "vi"


LANGUAGE_COOKIE = "tlkh-language"
"""Where the browser keeps the language, so that the page for signing in speaks it too."""


class Both(NamedTuple):
    """One text in both languages."""

    vi: str
    en: str

    def __call__(self, tongue: Tongue, **values: object) -> str:
        text = self.en if tongue == "en" else self.vi
        return text.format(**values) if values else text


# the shell

TITLE = Both("Trợ lý Kế hoạch", "Plan Assistant")
TAB_ASK = Both("Hỏi đáp", "Ask")
TAB_PLANS = Both("Kế hoạch", "Plans")
TAB_COMPARE = Both("So sánh", "Compare")
TAB_DEADLINES = Both("Thời hạn", "Deadlines")
TAB_QUALITY = Both("Chất lượng", "Quality")
DARK = Both("Đổi nền sáng/tối", "Light/dark")
CLOSE = Both("Đóng", "Close")
COPY = Both("Sao chép", "Copy")
COPIED = Both("Đã sao chép", "Copied")
UNKNOWN = Both("chưa rõ", "unclear")
OPEN_AT = Both("Mở kế hoạch tại chỗ này", "Open the plan at this place")

# asking

BOX = Both("Câu hỏi của anh/chị", "Your question")
BOX_HINT = Both(
    "Ví dụ: Cơ quan nào phụ trách thư viện lực lượng vũ trang?",
    "For example: When are the reports due?",
)
SEND = Both("Gửi", "Send")
STOP = Both("Dừng", "Stop")
FRESH = Both("Trò chuyện mới", "New conversation")
EARLIER = Both("Các cuộc trò chuyện trước ({n})", "Earlier conversations ({n})")
TALK = Both("Cuộc trò chuyện", "Conversation")
WELCOME = Both("Hỏi về các kế hoạch của UBND", "Ask about the plans of the People's Committees")
WELCOME_MORE = Both(
    "Câu trả lời nêu ngay kết luận, kèm nguyên văn trong kế hoạch. "
    "Điều kế hoạch không nêu thì trợ lý nói rõ là không nêu. "
    "Gõ có dấu, không dấu hay tiếng Anh đều được.",
    "An answer opens with its conclusion and quotes the plan's own words. "
    "What the plans do not state is said to be not stated. "
    "Ask in Vietnamese, with or without diacritics, or in English.",
)
EXAMPLES = Both("Ví dụ:", "Examples:")
QUESTION_N = Both("Câu hỏi {n}", "Question {n}")
QUESTION_SAID = Both("Câu hỏi: ", "Question: ")
STAGES: dict[Stage, Both] = {
    "searching": Both("Đang tìm trong các kế hoạch…", "Searching the plans…"),
    "writing": Both("Đang soạn câu trả lời…", "Writing the answer…"),
    "checking": Both("Đang kiểm chứng với nguyên văn…", "Checking it against the plans…"),
}
UNCHECKED = Both("Bản nháp, đang kiểm chứng", "A draft, still being checked")
CHECKED = Both("Đối chiếu với kế hoạch:", "Checked against the plans:")
CLAIMS: dict[State, Both] = {
    "verified": Both("đã kiểm chứng", "verified"),
    "repaired": Both("đã sửa rồi kiểm chứng", "repaired and verified"),
    "dropped": Both("đã bỏ", "dropped"),
}
INVENTED = Both("nguồn bịa: {n}", "invented sources: {n}")
FAULTS = {
    "no_key": Both("không dẫn nguồn", "no source"),
    "no_such_key": Both("nguồn không có", "no such source"),
    "number": Both("sai con số", "wrong number"),
    "date": Both("sai ngày", "wrong day"),
    "document": Both("sai số văn bản", "wrong document"),
    "place": Both("sai nơi", "wrong place"),
    "name": Both("sai tên", "wrong name"),
    "agency": Both("sai cơ quan", "wrong agency"),
    "binding": Both("số liệu không phải của điều ấy", "a figure of something else"),
    "reversed": Both("nói ngược hoặc nói thêm", "reversed or overstated"),
    "support": Both("nguồn không nói vậy", "the source does not say so"),
}
STOPPED = Both("Đã dừng, chưa có câu trả lời.", "Stopped; there is no answer.")
APOLOGY = Both(
    "Xin lỗi, đã có lỗi ngoài dự kiến nên chưa trả lời được câu hỏi này. "
    "Xin hỏi lại; nếu vẫn lỗi, hãy báo người quản trị xem nhật ký của chương trình.",
    "Sorry, something unforeseen failed and this question was not answered. "
    "Please ask again; if it fails again, tell the administrator to look at the program's log.",
)
UNDERSTOOD = Both("Hiểu câu hỏi là: {words}", "Understood as: {words}")
SEARCHED = Both("Tìm theo: {words}", "Searched for: {words}")
MEND = Both("Sửa lại", "Change it")
MEND_ASKED = Both("Sửa câu hỏi", "Edit question")
MEND_WHY = Both("Đưa câu này vào ô câu hỏi để sửa", "Put this into the question box to change it")
CHOOSE = Both("Chọn một câu hỏi", "Which one?")
MORE_ITEMS = Both("Xem thêm {n} mục", "Show {n} more")
DAMAGED = Both("Khôi phục tự động", "Restored by machine")
DAMAGED_ANSWER = Both(
    "Có chữ khôi phục tự động từ bản quét hỏng; hãy đối chiếu nguồn trước khi dùng.",
    "Some words were restored by machine from a damaged scan; check the source before use.",
)
DAMAGED_WHY = Both(
    "Bản quét của kế hoạch này bị hỏng chữ; hãy đối chiếu bản giấy trước khi trích dẫn.",
    "The scan of this plan is damaged; check the print before quoting it.",
)
SAVE_DOCX = Both("Tải về Word", "Save as Word")
SAVE_MD = Both("Tải về Markdown", "Save as Markdown")

# feedback

RATE = Both("Câu trả lời này", "This answer is")
RIGHT = Both("Đúng", "Right")
WRONG = Both("Chưa đúng", "Not right")
WHY_WRONG = Both("Chưa đúng ở chỗ nào?", "What is wrong with it?")
REASONS = {
    "wrong_answer": Both("Sai câu trả lời", "Wrong answer"),
    "wrong_citation": Both("Sai trích dẫn", "Wrong citation"),
    "should_decline": Both("Lẽ ra phải nói là không có", "Should have said it is not stated"),
    "incomplete": Both("Thiếu", "Incomplete"),
}
NOTED = Both("Đã ghi nhận: {what}", "Noted: {what}")
UNDO = Both("Hoàn tác", "Undo")
NOT_NOTED = Both("Chưa ghi được ý kiến: {why}", "Your remark was not saved: {why}")

# sources

SOURCES = Both("Nguồn", "Sources")
NO_SOURCES = Both("Câu trả lời này không dẫn kế hoạch nào.", "This answer cites no plan.")
SOURCES_OF = Both("Nguồn của câu hỏi {n}: {question}", "Sources of question {n}: {question}")
IN_LIBRARY = Both("Các kế hoạch trong kho ({n})", "Plans in the collection ({n})")
READ_PLAN = Both("Đọc kế hoạch", "Read the plan")
SEE_IN_PLAN = Both("Xem trong kế hoạch", "See in the plan")
SOURCE_N = Both("(nguồn {n})", "(source {n})")
COPY_LABEL = Both("Chép trích dẫn", "Copy citation")
CONTEXT = Both("Đọc trong cả mục", "Read within its section")
SECTION = Both("Mục", "Section")
PAGE = Both("Trang", "Page")
NUMBER = Both("Số", "Number")
DATE = Both("Ngày", "Date")
FILE = Both("Tệp", "File")
ORIGINAL = Both("Nguyên văn trong tệp (bản quét hỏng chữ)", "Words of the file (damaged scan)")
AS_IN_PRINT = Both("(chưa khôi phục, xem bản in)", "(not restored, see the print)")
RESTORED_SIDE = Both("Bản đọc khôi phục", "Restored reading")
SEE_PAGE = Both("Xem ảnh trang {n}", "See page {n}")
PAGE_PICTURE = Both("Ảnh trang {n} của {file}", "Picture of page {n} of {file}")
NO_PAGE_PICTURE = Both(
    "Không dựng được ảnh trang này: tệp gốc không còn hoặc không đọc được.",
    "This page cannot be shown: its file is gone or cannot be read.",
)
NO_REGION = Both("Chưa xác định được vùng trích dẫn trên ảnh.", "The quote was not located on it.")
PLAN_GONE = Both("Kế hoạch này không còn trong kho.", "This plan is no longer in the collection.")
BACK_TO_SOURCES = Both("Đóng kế hoạch, trở lại", "Close the plan, back to sources")
WHOLE_TEXT = Both("Toàn văn kế hoạch", "Text of the plan")
