"""What the views beside the conversation say: plans, comparison, deadlines, quality."""

from __future__ import annotations

from assistant.window.words import Both

# What is missing is named by why it is: “không nêu” where the plan states none, “chưa rõ” where
# it is blank or illegible, “–” where there is nothing to state or nothing was read.

# plans

PLANS_TITLE = Both("Các kế hoạch trong kho ({n})", "Plans in the collection ({n})")
NO_PLANS = Both("Kho chưa có kế hoạch nào.", "There is no plan in the collection yet.")
PLACE = Both("Nơi", "Place")
NUMBER = Both("Số", "Number")
DATE = Both("Ngày", "Date")
PROGRAMME = Both("Chương trình", "Programme")
PAGES = Both("Số trang", "Pages")
HOW_READ = Both("Cách đọc", "How read")
LEGIBILITY = Both("Độ rõ", "Legibility")
SUPERSEDED = Both("Bị thay thế bởi", "Superseded by")
NONE = Both(
    "Dấu “–”: không có, vì tệp không chia trang hoặc kế hoạch chưa bị thay thế.",
    "“–”: there is none; the file has no pages, or no newer plan supersedes this one.",
)
NOT_STATED = Both("không nêu", "not stated")
OPEN = Both("Xem", "View")
LEGIBLE = Both("Rõ", "Clear")
DAMAGED_PAGES = Both(
    "Hỏng chữ {n}/{all} trang, đã khôi phục để đọc", "{n} of {all} pages damaged, restored to read"
)
DAMAGED_FILE = Both("Hỏng chữ, đã khôi phục để đọc", "Damaged, restored to read")
AS_PRINTED = Both("(chữ in trên bản quét hỏng)", "(as printed on the damaged scan)")
NAME_IN_PRINT = Both(
    "(khôi phục tự động; bản in ghi “{printed}”)", "(restored by machine; printed: “{printed}”)"
)
SHOW_ALL = Both("Xem cả {n}", "Show all {n}")
WAYS = {
    "text": Both("tệp văn bản", "text file"),
    "word": Both("tệp Word", "Word file"),
    "pdf": Both("PDF có chữ", "PDF with text"),
    "pdf-table": Both("PDF có bảng", "PDF with tables"),
    "legacy": Both("phông TCVN3/VNI", "TCVN3/VNI font"),
    "ocr": Both("nhận dạng từ ảnh", "recognised scan"),
}
BACK_TO_PLANS = Both("Trở lại danh sách", "Back to the list")
READ_ALL = Both("Đọc toàn văn", "Read the whole text")
ISSUER = Both("Cơ quan ban hành", "Issuer")
TITLE_OF = Both("Trích yếu", "Subject")
SIGNER = Both("Người ký", "Signed by")
FILE = Both("Tệp", "File")
BASES = Both("Căn cứ", "Legal basis")
RECIPIENTS = Both("Nơi nhận", "Recipients")
WARNINGS = Both("Cần lưu ý", "Please note")
OUTLINE = Both("Bố cục", "Outline")
ASSIGNMENTS = Both("Phân công", "Duties")
TARGETS = Both("Chỉ tiêu", "Targets")
DEADLINES = Both("Thời hạn", "Deadlines")
FUNDING = Both("Kinh phí", "Funding")
WHERE = Both("Mục", "Section")
AGENCIES = Both("Cơ quan", "Agencies")
ROLE = Both("Vai trò", "Role")
DUTY = Both("Nhiệm vụ", "Duty")
SUBJECT = Both("Đối tượng", "Subject")
INDICATOR = Both("Nội dung", "Indicator")
YEAR = Both("Năm", "Year")
LEVEL = Both("Mức", "Figure")
WHO = Both("Đơn vị thực hiện", "Who")
WHAT = Both("Việc", "What")
TO = Both("Gửi đến", "To")
BY = Both("Thời hạn đã ghi", "As stated")
SOURCE_OF_MONEY = Both("Nguồn", "Source")
PURPOSE = Both("Cho việc", "For")
ROLES = {"lead": Both("chủ trì", "leads"), "coordinate": Both("phối hợp", "coordinates")}
NOT_STATED_FIELD = Both("{field}: chưa rõ", "{field}: unclear")
PRINTED_AS = Both("{field}: chưa rõ (in là “{printed}”)", "{field}: unclear (printed “{printed}”)")
REPLACED_BY = Both("Kế hoạch này đã bị thay thế bởi {plan}.", "This plan is superseded by {plan}.")
LEFT_OUT = Both(
    "{n} điều đọc được nhưng không chắc nên không đưa vào bảng; xem trong toàn văn.",
    "Left out of the tables because not read with certainty: {n}; see the text.",
)
PAGE_NOTE = Both("Trang {n}: {note}", "Page {n}: {note}")

# taking plans in and out

TAKE_IN = Both("Thêm kế hoạch", "Add plans")
TAKE_IN_MORE = Both(
    "Kéo tệp thả vào khung này, hoặc chọn tệp: PDF, bản quét, ảnh, Word, văn bản.",
    "Drop files into this box, or choose them: PDF, scans, pictures, Word, text.",
)
CHOOSE_FILES = Both("Chọn tệp", "Choose files")
RECEIVED = Both("Đã nhận tệp, đang chuẩn bị…", "Files received, preparing…")
STEPS = {
    "Đọc các tệp": Both("Đọc các tệp", "Reading the files"),
    "Học từ ngữ của các kế hoạch": Both("Học từ ngữ của các kế hoạch", "Learning the plans' words"),
    "Dựng bố cục, trích dữ kiện": Both("Dựng bố cục, trích dữ kiện", "Outline and facts"),
    "Nhúng các đoạn": Both("Lập chỉ mục các đoạn", "Indexing the passages"),
}
READING_PAGES = Both("Đọc {file}: trang", "Reading {file}: page")
RECEIPT = Both("Phiếu nạp", "Receipt")
REMOVAL = Both("Phiếu gỡ", "Receipt of removal")
ROWS = {
    "new": Both("Mới", "New"),
    "changed": Both("Thay đổi", "Changed"),
    "unchanged": Both("Đã có, không đổi", "Already there, unchanged"),
    "renamed": Both("Đổi tên", "Renamed"),
    "superseded": Both("Bị thay thế", "Superseded"),
    "removed": Both("Đã gỡ", "Removed"),
    "same": Both("Cùng kế hoạch", "Same plan"),
    "failed": Both("Không nạp được", "Not taken in"),
}
KEPT_READING = Both("{file} (giữ bản {taken})", "{file} (kept: {taken})")
PASSAGES_TAKEN = Both("Đã nạp {n} đoạn trong {s} giây.", "{n} passages taken in within {s} s.")
LOOK_AGAIN = Both("Cần xem lại", "To be looked at")
REMOVE = Both("Gỡ khỏi kho", "Remove from the collection")
REMOVE_SURE = Both(
    "Gỡ {plan} khỏi kho? Câu trả lời sẽ không dùng kế hoạch này nữa; tệp gốc vẫn giữ nguyên.",
    "Remove {plan} from the collection? Answers will no longer use it; the file itself stays.",
)
REMOVE_YES = Both("Gỡ", "Remove")
REMOVE_NO = Both("Không gỡ", "Keep it")
REMOVED = Both("Đã gỡ {plan}.", "{plan} was removed.")
NOT_ALLOWED = Both(
    "Chỉ người quản trị mới thêm hoặc gỡ kế hoạch.", "Only an administrator adds or removes plans."
)
FAILED_WORK = Both("Không thực hiện được: {why}", "It could not be done: {why}")
UNFORESEEN = Both(
    "lỗi ngoài dự kiến, xem nhật ký của chương trình", "an unforeseen error, see the program's log"
)

# comparison

COMPARE_TITLE = Both("So sánh các kế hoạch", "Compare plans")
CHOOSE_PLANS = Both("Các kế hoạch", "Plans")
CHOOSE_KIND = Both("So sánh theo", "Compare by")
BY_INDICATOR = Both("Chỉ tiêu", "Indicator")
BY_AGENCY = Both("Cơ quan", "Agency")
CHOOSE_INDICATOR = Both("Chỉ tiêu", "Indicator")
CHOOSE_AGENCY = Both("Cơ quan", "Agency")
IN_PLANS = Both("{name} ({n} kế hoạch)", "{name} ({n} plans)")
IN_PLAN = Both("{name} ({n} kế hoạch)", "{name} ({n} plan)")
BLANK_CELL = Both(
    "Dấu “–”: trợ lý không đọc được điều này từ kế hoạch; không có nghĩa là kế hoạch không nêu.",
    "“–”: nothing of it was read from the plan; that does not mean the plan does not state it.",
)
NOTHING_TO_COMPARE = Both(
    "Chọn ít nhất một kế hoạch và một mục để so sánh.", "Choose at least one plan and one subject."
)
CHART = Both("Chỉ tiêu theo năm", "Targets by year")
NO_YEAR = Both("không nêu năm", "no year stated")
EXPORT_XLSX = Both("Tải Excel (.xlsx)", "Save as Excel (.xlsx)")
EXPORT_CSV = Both("Tải CSV", "Save as CSV")
LEADS = Both("Chủ trì hoặc được giao", "Leads or is charged")
COORDINATES = Both("Phối hợp", "Co-ordinates")
REPORTS = Both("Thời hạn", "Deadlines")
SHOWN_AS = Both("Chép từ", "Taken from")
PLAN = Both("Kế hoạch", "Plan")
ROW = Both("Nội dung", "Item")
CITATION = Both("Trích dẫn", "Citation")
RESTORED = Both("Khôi phục tự động", "Restored by machine")

# deadlines

DEADLINES_TITLE = Both(
    "Thời hạn báo cáo, sơ kết và các việc phải làm ({n})", "Reports, reviews and tasks due ({n})"
)
NO_DEADLINES = Both("Các kế hoạch không nêu thời hạn nào.", "The plans state no deadline.")
NEXT = Both("Ngày tới hạn", "Next due")
NO_DAY = Both("không nêu ngày", "no day stated")
WITHIN_YEAR = Both("trong năm {year}", "within {year}")
PASSED = Both("đã qua", "passed")
ENDED = Both("đã qua, kế hoạch đến hết năm {year}", "passed, the plan ended with {year}")
EXPORT_ICS = Both("Tải lịch (.ics)", "Save as calendar (.ics)")
ICS_NOTE = Both(
    "Lịch có {n} mục; {left} mục không nêu ngày hay năm nên không đưa vào lịch. "
    "Hạn hằng năm lặp lại đến năm cuối của kế hoạch; hạn đã qua chỉ ghi một lần, ở ngày đã qua.",
    "The calendar holds {n}; {left} state neither day nor year and are left out. "
    "Yearly ones repeat up to the last year of the plan; what has passed stands once, on its day.",
)
ALL_PLANS = Both("Tất cả các kế hoạch", "All plans")
CHOOSE_PLAN = Both("Lọc theo kế hoạch", "Filter by plan")

# quality

QUALITY_TITLE = Both("Chất lượng trả lời", "Quality of the answers")
LATEST = Both(
    "Lượt chấm gần nhất: {date}, trên {on}",
    "Latest run: {date}, on {on}",
)
NO_RUNS = Both("Chưa có lượt chấm nào được ghi lại.", "No run has been written down yet.")
FIGURES = {
    "correct": Both("Trả lời đúng", "Answers correct"),
    "citation_precision": Both("Trích dẫn đúng chỗ", "Citations right"),
    "citation_recall": Both("Trích dẫn đủ", "Citations complete"),
    "abstention_precision": Both("Nói “không nêu” đúng lúc", "“Not stated” said rightly"),
    "abstention_recall": Both("Không đoán khi không nêu", "Nothing guessed"),
    "fidelity": Both("Nguyên văn từng chữ", "Quotes verbatim"),
    "p50_s": Both("Thời gian trả lời thường gặp", "Usual time to answer"),
    "p95_s": Both("Thời gian trả lời, câu chậm", "Time to answer, slow ones"),
}
RANGE = Both("khoảng {low} – {high}", "range {low} to {high}")
SECONDS = Both("{n} giây", "{n} s")
HISTORY = Both("Tỷ lệ trả lời đúng qua các lượt chấm", "Share of right answers over the runs")
HISTORY_ALT = Both("{date}: {value}", "{date}: {value}")
MARKED_WRONG = Both("Câu hỏi người dùng báo chưa đúng ({n})", "Questions marked as not right ({n})")
NONE_WRONG = Both("Chưa có câu nào bị báo chưa đúng.", "No answer has been marked as not right.")
COUNTED = Both(
    "Người dùng đánh giá: {right} đúng, {wrong} chưa đúng.",
    "Rated by users: {right} right, {wrong} not right.",
)
AT = Both("Lúc", "When")
QUESTION = Both("Câu hỏi", "Question")
ANSWERED = Both("Đã trả lời", "Answered")
REASON = Both("Lý do", "Reason")
