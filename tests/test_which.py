"""Which plan, which groups, which day, by which year: what stands beside the thing asked for."""

from __future__ import annotations

import pytest

from assistant.answer import Turn
from assistant.chain import Assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Thư viện huyện Cát Hải phải có dịch vụ học tập suốt đời đến năm nào?", "đến năm 2030:"),
        ("Thư viện huyện Cát Hải phải cung cấp dịch vụ đến năm nào?", "đến năm 2030:"),
        ("By what year does Cát Hải want its district library to apply IT?", "by 2030:"),
        ("By what year must Cat Hai's district library offer its services?", "by 2030:"),
    ],
)
def test_a_goal_without_a_figure_has_its_year(
    assistant: Assistant, question: str, told: str
) -> None:
    answer = assistant.ask(question)
    assert answer.short_answer.startswith(told)
    assert "Đến năm 2030" in " ".join(answer.citations[0].quote.split())


@pytest.mark.parametrize(
    ("question", "source"),
    [
        ("Kế hoạch cũ của Lai Châu lấy kinh phí từ đâu?", "phân cấp ngân sách hiện hành"),
        ("Kế hoạch mới của Lai Châu lấy kinh phí từ đâu?", "lồng ghép từ các chương trình"),
        ("What does the older Lai Chau plan say about funding?", "phân cấp ngân sách hiện hành"),
    ],
)
def test_of_two_plans_the_older_or_the_newer(
    assistant: Assistant, question: str, source: str
) -> None:
    assert source in assistant.ask(question).short_answer
    first = assistant.ask("Kinh phí của Lai Châu lấy từ đâu?")
    then = assistant.ask("kế hoạch cũ hơn thì sao", [Turn(first.question, first.answer)])
    assert "lồng ghép" in first.short_answer and "lồng ghép" not in then.short_answer


@pytest.mark.parametrize(
    ("question", "when", "told"),
    [
        ("Tuyên Quang báo cáo cho ai?", "khi nào?", "trước ngày 01 tháng 12 hằng năm"),
        ("Cát Hải báo cáo ai?", "vào lúc nào", "định kỳ hằng năm"),
        ("Ai tổ chức sơ kết ở Tuyên Quang?", "vào năm nào?", "sơ kết vào năm 2025"),
        ("Who does Cat Hai report to?", "when?", "every year"),
    ],
)
def test_after_who_it_is_asked_when(
    assistant: Assistant, question: str, when: str, told: str
) -> None:
    first = assistant.ask(question)
    assert assistant.ask(when, [Turn(question, first.answer)]).short_answer == told


def test_a_thing_without_a_year_has_none(assistant: Assistant) -> None:
    assert assistant.ask("Đến năm nào Tuyên Quang bố trí kinh phí cho bảo tàng?").abstained


def test_the_day_of_a_decree_is_no_deadline(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Theo kế hoạch 4084, thư viện cấp huyện lập trước ngày nào phải được kiện toàn?"
    )
    assert "7" in answer.short_answer and "2020" in answer.short_answer
    assert "18" not in answer.short_answer


@pytest.mark.parametrize(
    ("question", "groups"),
    [
        (
            "Phần nhiệm vụ, giải pháp của Tuyên Quang gồm các nhóm việc nào?",
            ("Tuyên truyền", "nguồn nhân lực", "hợp tác", "xã hội hoá"),
        ),
        (
            "Lai Châu nêu mục tiêu cụ thể trong kế hoạch 154 cho những loại thiết chế gì?",
            ("thư viện", "bảo tàng", "tâm văn hóa"),
        ),
    ],
)
def test_the_groups_of_a_part_are_named(
    assistant: Assistant, question: str, groups: tuple[str, ...]
) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert all(group in answer.short_answer for group in groups), answer.short_answer


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Which came out first, Lai Châu's plan 154 or Tuyên Quang's plan 76?", "Earlier: "),
        ("Kế hoạch nào ra trước, 154 của Lai Châu hay 76 của Tuyên Quang?", "Sớm hơn: "),
    ],
)
def test_of_two_plans_by_number_the_earlier_is_named(
    assistant: Assistant, question: str, lead: str
) -> None:
    told = assistant.ask(question).short_answer
    assert told.startswith(lead) and "154/KH-UBND" in told.splitlines()[0]
    assert "4084" not in told


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Trong kế hoạch thư viện nào của Lai Châu có việc cho Sở Nội vụ?", "4084/KH-UBND"),
        ("Which of the library plans of Lai Châu has museum targets?", "154/KH-UBND"),
    ],
)
def test_what_a_plan_is_called_by_is_not_what_is_asked(
    assistant: Assistant, question: str, number: str
) -> None:
    assert number in assistant.ask(question).short_answer.splitlines()[0]


def test_the_year_of_issue_is_no_year_of_a_goal(assistant: Assistant) -> None:
    told = assistant.ask("UBND tỉnh Lai Châu ban hành kế hoạch về thư viện năm nào?")
    assert "2021" in told.short_answer and "2023" in told.short_answer


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Which of Lai Châu's two library plans dates from 2021?", "4084/KH-UBND"),
        ("Which of Lai Châu's two plans is the older one?", "4084/KH-UBND"),
        ("Kế hoạch nào của Lai Châu ban hành năm 2021?", "4084/KH-UBND"),
        ("ke hoach nao cua lai chau moi hon", "154/KH-UBND"),
        ("Which of Lai Châu's two plans cites the Library Law as its basis?", "4084/KH-UBND"),
    ],
)
def test_of_two_plans_of_a_place_the_one_meant_is_named(
    assistant: Assistant, question: str, number: str
) -> None:
    [citation] = assistant.ask(question).citations
    assert number in citation.label


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Kế hoạch của Cát Hải giao việc cho những phòng, trung tâm nào?",
            ("Phòng Văn hóa", "Phòng Giáo dục", "Trung tâm Văn hóa"),
        ),
        ("Which media outlets does Tuyên Quang's plan give tasks?", ("Báo Tuyên Quang", "Đài")),
        (
            "Mặt trận và các đoàn thể ở Hưng Yên được giao việc gì?",
            ("UBMTTQ", "tổ chức chính trị - xã hội", "lồng ghép"),
        ),
        (
            "Which mass organisations does Cát Hải's plan give work to?",
            ("Mặt trận Tổ quốc", "tổ chức chính trị - xã hội", "Hội Khuyến học"),
        ),
    ],
)
def test_agencies_of_a_kind_are_named(
    assistant: Assistant, question: str, told: tuple[str, ...]
) -> None:
    short = assistant.ask(question).short_answer
    assert all(name in short for name in told) and "Ủy ban nhân dân" not in short


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch nào của Lai Châu có mục tiêu 100.000 bản sách?",
        "Which of Lai Châu's two library plans wants 100,000 books in the provincial library?",
        "Kế hoạch nào đặt mục tiêu 15.000 bản tài liệu số?",
    ],
)
def test_the_plan_with_a_count_is_the_one_that_prints_it(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    [citation] = answer.citations
    assert "4084/KH-UBND" in citation.label
    assert "100.000 bản sách và 15.000 bản tài liệu số" in answer.short_answer


def test_no_plan_is_said_to_have_a_count_that_none_prints(assistant: Assistant) -> None:
    answer = assistant.ask("Which plan asks for 200,000 books?")
    assert answer.abstained and answer.reason == "not_stated"


def test_the_plan_of_a_review_is_told_by_its_year(assistant: Assistant) -> None:
    answer = assistant.ask("kh thu vien nao cua lai chau tong ket vao nam 2030")
    [citation] = answer.citations
    assert "154/KH-UBND" in citation.label


@pytest.mark.parametrize(
    "question", ["Ai phê duyệt kế hoạch của Tuyên Quang?", "Who approved the Tuyên Quang plan?"]
)
def test_who_approved_a_plan_is_who_issued_and_signed_it(
    assistant: Assistant, question: str
) -> None:
    short = assistant.ask(question).short_answer
    assert "Hoàng Việt Phương" in short and "UBND tỉnh Tuyên Quang" in short


def test_the_day_of_a_document_is_no_name_of_a_day(assistant: Assistant) -> None:
    answer = assistant.ask("Ngày 23/11 ở Hưng Yên là ngày gì?")
    assert answer.short_answer == "Ngày Di sản văn hóa Việt Nam - 23/11"


def test_what_is_asked_of_a_newspaper(assistant: Assistant) -> None:
    short = assistant.ask("What does Tuyên Quang ask of its newspaper?").short_answer
    assert "Báo Tuyên Quang" in short and "chuyên mục" in short


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ke hoach 4084 va ke hoach 154 cua lai chau ban nao moi hon", "154/KH-UBND"),
        ("Kế hoạch 76 và 4084, bản nào cũ hơn?", "4084/KH-UBND"),
    ],
)
def test_which_of_two_plans_by_number(assistant: Assistant, question: str, told: str) -> None:
    assert told in assistant.ask(question).short_answer.split(":")[0]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Kế hoạch 4084 của Lai Châu có gửi cho Vụ Thư viện không?", "Có"),
        ("kh 76 tuyen quang co gui cac truong hoc ko", "Có"),
        ("Kế hoạch 76 có gửi cho Bộ Y tế không?", "Không"),
    ],
)
def test_whether_somebody_is_a_recipient(assistant: Assistant, question: str, said: str) -> None:
    assert assistant.ask(question).short_answer.startswith(said)


def test_where_a_plan_is_sent_and_what_it_is_paid_from(assistant: Assistant) -> None:
    sent = assistant.ask("Huyện Cát Hải gửi kế hoạch của mình đến những nơi nào?")
    assert "UBND thành phố" in sent.short_answer and "Ban Tuyên giáo" in sent.short_answer
    paid = assistant.ask("Kế hoạch 76 của Tuyên Quang được chi từ những nguồn nào?")
    assert "ngân sách nhà nước" in paid.short_answer


def test_that_work_is_the_one_just_asked_about(assistant: Assistant) -> None:
    first = assistant.ask("Mỗi năm Bảo tàng tỉnh Hưng Yên tổ chức mấy cuộc giáo dục trải nghiệm?")
    history = [Turn(first.question, first.answer)]
    then = assistant.ask("Bảo tàng phối hợp với sở nào để làm việc đó?", history)
    assert "Sở Giáo dục và Đào tạo" in then.short_answer


def test_a_day_is_called_in_english_too(assistant: Assistant) -> None:
    told = assistant.ask("In Hung Yen's plan, which museum day falls on 18 May?").short_answer
    assert "Quốc tế Bảo tàng" in told and "Bảo tàng Việt Nam" in told


def test_which_plans_have_a_number_and_a_date(assistant: Assistant) -> None:
    both = assistant.ask("Kế hoạch nào có đủ số và ngày?").short_answer
    assert both.startswith("UBND tỉnh Tuyên Quang (76/KH-UBND)") and "154" not in both
    numbered = assistant.ask("Kế hoạch nào có số?").short_answer.splitlines()[0]
    assert "154" in numbered and "4084" in numbered and "Cát Hải" not in numbered


def test_pages_are_no_armed_forces(assistant: Assistant) -> None:
    assert assistant.ask("Kế hoạch Tuyên Quang có mấy trang?").abstained  # trang, vũ trang
