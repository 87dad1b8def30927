"""What a comparison comes to, the day of issue that a question claims, and who signed as what."""

from __future__ import annotations

import pytest

from assistant.answer import Turn
from assistant.answering.issued import Day, claimed_day
from assistant.chain import Assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("hạn nộp báo cáo của hy có muộn hơn tq không", "Không; muộn hơn là UBND tỉnh Tuyên Quang"),
        ("Is Hung Yen's report due earlier than Tuyen Quang's?", "Yes; earlier is"),
        ("So với Hưng Yên, hạn báo cáo của Tuyên Quang có sớm hơn không?", "Không; sớm hơn là"),
        ("Was plan 154 issued before plan 4084?", "No; earlier is"),
        ("Kế hoạch 76 có ban hành sau kế hoạch của Cát Hải không?", "Có; muộn hơn là UBND tỉnh"),
        (
            "Sơ kết của Tuyên Quang có sớm hơn kế hoạch 4084 không?",
            "Không; sớm hơn là UBND tỉnh Lai",
        ),
        ("Nơi nào có mức tăng người dùng thư viện cao nhất năm 2030?", "Cao nhất: UBND huyện Cát"),
        ("Cát Hải có hạn báo cáo muộn hơn Tuyên Quang không?", "Chưa so sánh được"),
        ("Do Tuyen Quang and Hung Yen have the same deadline for reports?", "No; different"),
        ("Chỉ tiêu thư viện xã năm 2025: Hưng Yên có cao hơn Tuyên Quang không?", "Không so sánh"),
    ],
)
def test_a_comparison_comes_to_a_verdict(assistant: Assistant, question: str, told: str) -> None:
    assert assistant.ask(question).short_answer.startswith(told), assistant.ask(question)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        (
            "Does Hung Yen or Cat Hai set a higher growth for library users by 2030?",
            "Higher: People's Committee of Cát Hải District",
        ),
        (
            "Tỉnh nào có chỉ tiêu lượt bạn đọc đến 2025 thấp nhất?",
            "Thấp nhất trong các kế hoạch so sánh được: UBND tỉnh Hưng Yên",
        ),
    ],
)
def test_a_choice_of_two_is_no_yes_or_no(assistant: Assistant, question: str, verdict: str) -> None:
    assert assistant.ask(question).short_answer.splitlines()[0] == verdict


@pytest.mark.parametrize(
    "question",
    [
        "Hạn báo cáo Hưng Yên có trùng với Tuyên Quang không?",
        "Hạn báo cáo của hai kế hoạch Lai Châu có trùng nhau không?",
    ],
)
def test_whether_two_fall_together(assistant: Assistant, question: str) -> None:
    told = assistant.ask(question).short_answer.splitlines()
    assert told[0] == "Không; khác nhau" and not any("không nêu" in line for line in told)


def test_a_statement_that_ends_in_a_question_asks_yes_or_no(assistant: Assistant) -> None:
    said = assistant.ask("Cát Hải báo cáo Sở Văn hóa và Thể thao không?").short_answer
    assert said.startswith("Có")
    assert assistant.ask("Tuyên Quang hợp tác với nước ngoài không?").abstained


def test_a_place_and_a_plan_by_its_number_are_compared(assistant: Assistant) -> None:
    told = assistant.ask("So sánh việc sơ kết, tổng kết giữa Tuyên Quang và kế hoạch 4084")
    assert "sơ kết vào năm 2023; tổng kết vào năm 2025" in told.short_answer
    assert "sơ kết vào năm 2025; tổng kết vào năm 2030" in told.short_answer
    wrong = assistant.ask("Kế hoạch 76 của Lai Châu có mấy phần?")
    assert wrong.reason == "false_premise"


def test_the_office_that_reports_go_through_is_compared(assistant: Assistant) -> None:
    told = assistant.ask("Cơ quan đầu mối báo cáo của Cát Hải và Tuyên Quang khác nhau ra sao?")
    assert "Phòng Văn hóa-Thông tin-Thể thao và Du lịch" in told.short_answer
    assert "qua Sở Văn hoá, Thể thao và Du lịch" in told.short_answer


def test_days_that_may_be_of_either_order_have_no_verdict(assistant: Assistant) -> None:
    """Cát Hải leaves its day blank and Hưng Yên its whole date: nobody can tell which was first."""
    answer = assistant.ask("Was Hung Yen's plan issued before Cat Hai's?").short_answer
    assert not answer.startswith(("Yes", "No;", "Earlier"))


def test_of_a_place_with_two_plans_the_one_that_is_meant_is_compared(assistant: Assistant) -> None:
    answer = assistant.ask("thư viện xã năm 2025: so sánh chỉ tiêu Tuyên Quang với Lai Châu")
    assert "154/KH-UBND" in answer.short_answer and "4084" not in answer.short_answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Kế hoạch của Tuyên Quang có phải ký ngày 14/4/2023 không?", "Không; kế hoạch ghi: 13/4"),
        ("Kế hoạch 76 ban hành năm 2023 đúng không?", "Đúng: 13/4/2023"),
        ("Was the plan of Cat Hai issued in May 2023?", "No; the plan says"),
        ("kh cat hai ban hanh thang 3 phai ko", "Đúng: chưa rõ"),
        ("Was Lai Chau's plan 4084 adopted in 2023?", "No; the plan says"),
        ("Tháng ký kế hoạch 4084 là tháng 11 đúng không?", "Chưa xác định được: chưa rõ"),
    ],
)
def test_the_day_of_issue_is_held_against_what_is_legible(
    assistant: Assistant, question: str, told: str
) -> None:
    assert assistant.ask(question).short_answer.startswith(told), assistant.ask(question)


def test_a_reason_for_a_wrong_day_of_issue_is_declined(assistant: Assistant) -> None:
    answer = assistant.ask("Tại sao Tuyên Quang ban hành kế hoạch năm 2021?")
    assert answer.abstained and answer.reason == "false_premise" and "13/4/2023" in answer.answer


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("ban hành ngày 13/4/2023", Day(13, 4, 2023)),
        ("ban hành tháng 3/2023", Day(0, 3, 2023)),
        ("issued in March", Day(0, 3, 0)),
        ("issued in 2021", Day(0, 0, 2021)),
        ("ban hành chưa", None),
    ],
)
def test_the_day_that_a_question_names(question: str, day: Day | None) -> None:
    assert claimed_day(question) == day


@pytest.mark.parametrize(
    ("claimed", "holds"),
    [
        (Day(0, 3, 2023), True),
        (Day(0, 4, 2023), False),
        (Day(15, 3, 2023), None),
        (Day(15, 3, 2022), False),
    ],
)
def test_a_blank_day_still_tells_its_month(claimed: Day, holds: bool | None) -> None:
    assert Day(0, 3, 2023).holds(claimed) is holds


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Chủ tịch tỉnh Tuyên Quang ký kế hoạch phải không?", "Không; kế hoạch ghi: Hoàng Việt"),
        ("Kế hoạch 76 do Phó Chủ tịch ký đúng không?", "Đúng: Hoàng Việt Phương"),
        ("Did a deputy chairman sign the plan of Hung Yen?", "Yes: Nguyễn Duy Hưng"),
    ],
)
def test_who_signed_is_held_by_office(assistant: Assistant, question: str, told: str) -> None:
    assert assistant.ask(question).short_answer.startswith(told), assistant.ask(question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Are the reports of Tuyen Quang due in March?", "No; the plan says"),
        ("kh 4084 co giao viec cho so y te khong", "Không. Kế hoạch không giao nhiệm vụ cho Sở Y"),
        ("Kế hoạch 4084 có giao nhiệm vụ cho Sở Tư pháp không?", "Đúng: Sở Tư pháp"),
        ("Which department leads in Cat Hai?", "Office of Culture"),
        ("Phòng em đang tổng hợp số liệu: hạn báo cáo của Hưng Yên?", "trước ngày 25 tháng 11"),
        (
            "Phòng nào của Cát Hải theo dõi, tổng hợp rồi báo cáo sở của thành phố?",
            "Phòng Văn hóa-Thông tin-Thể thao và Du lịch",
        ),
    ],
)
def test_months_agencies_and_introductions(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question).short_answer
    assert answer.startswith(told) or (told.startswith("Đúng") and answer.startswith("Có")), answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Công an tỉnh Tuyên Quang lo thư viện trường học thì làm cùng sở nào?", "Sở Giáo dục"),
        ("Kế hoạch 68/KH-UBND do huyện Cát Hải ban hành giao phòng nào chủ trì?", "Hải Phòng"),
        (
            "Tuyen Quang made its education department responsible for armed forces libraries. "
            "Whom does it co-ordinate with?",
            "Military Command",
        ),
    ],
)
def test_what_is_taken_for_granted_is_corrected(
    assistant: Assistant, question: str, told: str
) -> None:
    answer = assistant.ask(question)
    assert answer.abstained and answer.reason == "false_premise" and told in answer.answer, answer


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch của Hưng Yên bị thay thế bởi văn bản nào?",
        "Has Tuyen Quang's plan been amended?",
        "What is the overall budget of the Tuyen Quang plan?",
        "Tổng kinh phí theo kế hoạch của Cát Hải?",
        "Phòng nào của Cát Hải lo sách chữ nổi?",
        "Tuyên Quang với Hưng Yên, nơi nào có nhiều thư viện xã hơn?",
    ],
)
def test_what_no_plan_states_is_declined(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained, assistant.ask(question).short_answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Cả hai kế hoạch Lai Châu do vị nào ký?", "Tống Thanh Hai"),
        ("Kế hoạch 154 gửi tới bộ nào?", "Bộ VHTTDL"),
        ("By what date do libraries report yearly in Lai Chau?", "before 1 November"),
        ("4084: bình quân người dân đọc mấy ấn phẩm mỗi năm?", "4 xuất bản phẩm"),
        ("Which departments have their own tasks in the plan of Cat Hai?", "Office of Education"),
        ("So sánh thời hạn sơ kết giữa các kế hoạch", "sơ kết vào năm 2023"),
        ("Số máy tính của thư viện tỉnh theo kế hoạch 4084?", "20 máy"),
        ("Kế hoạch 76 ngày nào?", "13/4/2023"),
        ("kh cat hai co noi den bao tang khong", "Có"),
        ("Số kế hoạch của Hưng Yên là gì?", "chưa rõ"),
        ("kh cua tuyen quang ap dung toi nam nao", "đến năm 2030"),
        ("Which years does plan 4084 cover?", "2021 - 2025, with a view to 2030"),
        ("hy so nao chu tri kh ve thu vien bao tang", "Sở Văn hóa Thể thao và Du lịch"),
        (
            "UBND các huyện, thành phố của Lai Châu phải làm gì theo kế hoạch 154?",
            "Bố trí kinh phí",
        ),
        ("Lai Châu khuyến khích các loại thư viện nào ngoài nhà nước?", "thư viện tư nhân"),
    ],
)
def test_words_of_the_question_and_of_the_plan(
    assistant: Assistant, question: str, told: str
) -> None:
    assert told in assistant.ask(question).short_answer, assistant.ask(question)


def test_after_a_day_it_is_asked_whom_the_report_goes_to(assistant: Assistant) -> None:
    first = assistant.ask("Tuyên Quang báo cáo trước ngày nào?")
    then = assistant.ask("nộp cho ai?", [Turn(first.question, first.answer)])
    assert then.short_answer.startswith("Ủy ban nhân dân tỉnh (qua Sở Văn hoá"), then


def test_a_topic_in_one_english_word_is_asked_back_in_english(assistant: Assistant) -> None:
    answer = assistant.ask("libraries")
    assert answer.language == "en" and answer.abstained and answer.choices
