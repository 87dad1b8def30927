"""What the view of quality says of the latest report and of corrections."""

from __future__ import annotations

from assistant.window.words import Both

REPORT = Both("Báo cáo đánh giá gần nhất", "Latest report of the evaluation")
REPORT_MADE = Both("Lập lúc {date}.", "Made on {date}.")
OPEN_REPORT = Both("Mở báo cáo đầy đủ", "Open the whole report")
TAKEN = Both("Đo lúc {date}, trên {on}", "Taken on {date}, on {on}")
INTERVAL = Both("khoảng {low} – {high}", "range {low} to {high}")
BAR = Both("mức {bar}", "bar {bar}")
MISSED = Both("Chưa đạt mức: {names}.", "Bars missed: {names}.")
# what the figures mean, said once above them and under each

HOW_MEASURED = Both(
    "Trợ lý được hỏi những câu mà người soạn đã tìm sẵn câu trả lời đúng trong kế hoạch, rồi được "
    "chấm như chấm bài.",
    "The assistant is asked questions whose right answers people looked up in the plans "
    "beforehand, and is marked like an exam.",
)
TWO_SETS = Both(
    "Có hai loại câu hỏi. Câu để xem được đọc khi sửa chương trình, như bài đã chữa, nên điểm "
    "thường cao. Câu để riêng thì không ai xem khi sửa và mỗi ngày chỉ chấm một lần, như đề thi "
    "kín: điểm này cho biết câu hỏi mới của anh/chị được trả lời đúng đến đâu.",
    "There are two kinds of questions. Those looked at are read while the program is mended, like "
    "exercises gone over in class, so their marks run high. Those held back are seen by nobody "
    "meanwhile and are marked once a day at most, like a sealed exam: their marks tell how well "
    "your own questions fare.",
)
SURE = Both(
    "“Khoảng” cho biết con số chắc đến đâu: chấm bằng những câu khác cùng loại thì 95 lần trong "
    "100 lần kết quả nằm trong khoảng ấy. “Mức” là con số phải đạt.",
    "“Range” tells how sure a figure is: with other questions of the kind, 95 times in 100 the "
    "result lies within it. The “bar” is the figure to be reached.",
)
HELD_BACK = Both("{n} câu để riêng", "{n} questions held back")
LOOKED_AT = Both("{n} câu để xem", "{n} questions looked at")
SOME_HELD_BACK = Both("câu để riêng", "questions held back")
SOME_LOOKED_AT = Both("câu để xem", "questions looked at")
OWN_PLANS = Both("các kế hoạch đi kèm chương trình", "the plans that come with the program")
MEANS = {
    "correct": Both(
        "cứ 100 câu thì chừng ấy câu được trả lời đúng, kể cả đúng khi nói là không nêu",
        "of 100 questions so many are answered right, also by rightly saying “not stated”",
    ),
    "citation_precision": Both(
        "cứ 100 trích dẫn thì chừng ấy trích dẫn đúng chỗ kế hoạch nói điều đó",
        "of 100 citations so many lead to where the plan says it",
    ),
    "citation_recall": Both(
        "cứ 100 chỗ phải dẫn thì chừng ấy chỗ đã được dẫn",
        "of 100 places that must be cited so many are",
    ),
    "abstention_precision": Both(
        "cứ 100 lần nói “không nêu” thì chừng ấy lần kế hoạch đúng là không nêu",
        "of 100 times “not stated” was said, so many times it is not",
    ),
    "abstention_recall": Both(
        "cứ 100 điều kế hoạch không nêu thì chừng ấy lần trợ lý nói là không nêu, không đoán",
        "of 100 things the plans do not state, so many are said not to be, and not guessed",
    ),
    "fidelity": Both(
        "phần trích dẫn chép đúng từng chữ của kế hoạch",
        "the share of quotes that are the plan's words to the letter",
    ),
    "p50_s": Both(
        "một nửa số câu được trả lời nhanh hơn thế", "half of the questions are answered faster"
    ),
    "p95_s": Both(
        "95 trong 100 câu được trả lời nhanh hơn thế", "95 of 100 questions are answered faster"
    ),
}
"""What a figure of `words_views.FIGURES` means."""

PLAIN_NAMES = {
    "Truy hồi trên các kế hoạch": Both("Tìm đúng đoạn", "Finding the right passage"),
    "Từ chối, F1": Both("Từ chối đúng lúc và đủ, gộp lại", "Declining, both together"),
    "Danh sách đủ và đúng (F1)": Both("Danh sách đủ và đúng", "Lists complete and right"),
    "Độ dài, trung vị": Both("Độ dài câu trả lời thường gặp", "Usual length of an answer"),
    "Thời gian trả lời, p50": Both("Thời gian trả lời thường gặp", "Usual time to answer"),
    "Thời gian trả lời, p95": Both("Thời gian trả lời, câu chậm", "Time to answer, slow ones"),
    "Trả lời, p50": Both("Thời gian trả lời thường gặp", "Usual time to answer"),
    "Trả lời, p95": Both("Thời gian trả lời, câu chậm", "Time to answer, slow ones"),
    "Tìm trong cả kho, p95": Both("Tìm trong cả kho, câu chậm", "Searching all plans, slow ones"),
    "Câu bị hỏng": Both("Câu không trả lời được vì lỗi", "Questions that failed"),
}
"""Names of the report that only those who measure know, by their Vietnamese → in plain words."""

FOR_EXPERTS = frozenset({"nDCG@10", "MRR@10"})
"""Figures left to the whole report."""

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
