"""What the view of quality says of the latest report and of corrections."""

from __future__ import annotations

from assistant.window.words import Both

REPORT = Both("Báo cáo đánh giá gần nhất", "Latest report of the evaluation")
REPORT_MADE = Both("Lập lúc {date}.", "Made on {date}.")
OPEN_REPORT = Both("Mở báo cáo đầy đủ", "Open the whole report")
TAKEN = Both("Đo lúc {date}, trên {on}", "Taken on {date}, on {on}")
INTERVAL = Both("khoảng {low} – {high}", "{low} to {high}")
BAR = Both("mức {bar}", "bar {bar}")
MISSED = Both("Chưa đạt mức: {names}.", "Bars missed: {names}.")
UNITS = {
    "chữ": Both("chữ", "words"),
    "câu": Both("câu", "questions"),
    "giây": Both("giây", "s"),
    "câu/giây": Both("câu/giây", "answers/s"),
    "trang/giây": Both("trang/giây", "pages/s"),
    "đoạn/giây": Both("đoạn/giây", "passages/s"),
    "byte": Both("byte", "bytes"),
}

CORRECTION = Both("Câu trả lời đúng", "Right answer")
CORRECTION_OF = Both("Câu trả lời đúng cho: {question}", "Right answer to: {question}")
WRITE = Both("Thêm câu kiểm tra", "Add as a question")
WRITTEN = Both(
    "Đã thêm vào câu kiểm tra của cơ quan. Kế hoạch {plan} ghi: “{quote}”.",
    "Added to the questions of the office. The plan {plan} says: “{quote}”.",
)
WRITTEN_SILENT = Both(
    "Đã thêm vào câu kiểm tra của cơ quan: kế hoạch {plan} không nêu điều này.",
    "Added to the questions of the office: the plan {plan} does not state it.",
)
DONE = Both("Đã sửa: {answer}", "Corrected: {answer}")
DONE_SILENT = Both("Đã sửa: kế hoạch không nêu", "Corrected: the plan does not state it")
HOW = Both(
    "Ghi câu trả lời đúng bằng chữ của kế hoạch, hoặc “không nêu”: câu ấy trở thành câu kiểm tra.",
    "Give the right answer in the plan's own words, or “not stated”: it becomes a test question.",
)
