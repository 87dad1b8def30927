"""What a question takes for granted, denies or leaves open: corrected from the plan, or said so."""

from __future__ import annotations

import re

import pytest

from assistant.chain import Assistant


@pytest.mark.parametrize(
    ("question", "stated"),
    [
        ("Sở Nội vụ Tuyên Quang chủ trì việc khen thưởng thì làm cùng ai?", "Sở Văn hoá, Thể thao"),
        ("Sở TTTT Lai Châu chủ trì tủ sách lực lượng vũ trang ra sao?", "Công an tỉnh"),
        (
            "In Hung Yen the Department of Finance leads vocational school work. With whom?",
            "Labour",
        ),
    ],
)
def test_an_agency_said_to_lead_what_is_anothers(
    assistant: Assistant, question: str, stated: str
) -> None:
    answer = assistant.ask(question)
    assert (answer.abstained, answer.reason) == (True, "false_premise")
    assert stated in answer.answer and answer.citations


def test_an_agency_that_only_co_ordinates_does_not_lead(assistant: Assistant) -> None:
    question = "Ban Tuyên giáo Tỉnh ủy Tuyên Quang chủ trì công tác kiểm tra, giám sát, đúng không?"
    answer = assistant.ask(question)
    assert answer.short_answer.startswith("Không")
    assert answer.short_answer.endswith("phối hợp")


def test_a_comparison_of_duties_corrects_nobody(assistant: Assistant) -> None:
    answer = assistant.ask("So sánh nhiệm vụ của Sở Tài chính giữa Hưng Yên và Tuyên Quang")
    assert not answer.abstained and answer.answer.startswith("|")


def test_the_chairman_is_not_said_to_have_signed_for_his_deputy(assistant: Assistant) -> None:
    answer = assistant.ask("Ông chủ tịch tỉnh Hưng Yên ký kế hoạch tên là gì?")
    assert answer.reason == "false_premise"
    assert "Nguyễn Duy Hưng, Phó Chủ tịch" in answer.answer


def test_a_plan_does_not_rest_on_a_decision_that_it_does_not_print(assistant: Assistant) -> None:
    wrong = assistant.ask("Kế hoạch Hưng Yên thực hiện Quyết định 1373/QĐ-TTg ban hành khi nào?")
    assert wrong.reason == "false_premise" and "1520/QĐ-TTg" in wrong.answer
    right = assistant.ask("Kế hoạch 76 căn cứ Quyết định 1520 phải không?")
    assert right.short_answer.startswith("Đúng") and "1520/QĐ-TTg" in right.short_answer


def test_no_where_a_legible_plan_has_targets_for_other_institutions_only(
    assistant: Assistant,
) -> None:
    none = assistant.ask("Cát Hải có đặt chỉ tiêu nào cho bảo tàng hay không?")
    assert none.short_answer.startswith("Không") and not none.abstained
    assert "hệ thống thư viện" in none.short_answer and len(none.citations) == 2
    some = assistant.ask("Tuyên Quang có đặt chỉ tiêu cho bảo tàng không?")
    assert some.short_answer.startswith("Có") and "70%" in some.short_answer
    why = assistant.ask("Vì sao Cát Hải không có chỉ tiêu cho bảo tàng?")
    assert why.abstained and "không nêu lý do" in why.answer


def test_no_where_an_agency_stands_nowhere_in_a_legible_plan(assistant: Assistant) -> None:
    answer = assistant.ask("Hưng Yên có giao việc cho Sở Y tế không?")
    assert answer.short_answer == "Không. Kế hoạch không nhắc đến Sở Y tế."
    assert not answer.abstained
    damaged = assistant.ask("Kế hoạch 4084 của Lai Châu có nhắc đến Sở Y tế không?")
    assert damaged.abstained  # a garbled scan may hide the name
    charged = assistant.ask("Kế hoạch 4084 của Lai Châu có giao việc cho Sở Y tế không?")
    assert charged.short_answer == "Không. Kế hoạch không giao nhiệm vụ cho Sở Y tế."  # all read


def test_a_wrong_figure_is_corrected_whatever_else_is_asked(assistant: Assistant) -> None:
    question = "Thư viện tỉnh Lai Châu phải có 70.000 bản sách vào 2025, kể cả sách cho mượn không?"
    answer = assistant.ask(question)
    assert answer.reason == "false_premise" and "100.000 bản sách" in answer.answer
    due = assistant.ask("Hạn 20/11 của Tuyên Quang trùng ngày nghỉ thì gửi báo cáo hôm nào?")
    assert due.reason == "false_premise" and "01 tháng 12" in due.answer


def test_figures_heard_by_others_are_no_part_of_what_is_asked(assistant: Assistant) -> None:
    question = "Người nói 20%, người nói 40%: thư viện cấp xã Tuyên Quang năm 2025 ứng dụng CNTT mấy phần trăm?"  # noqa: E501
    assert assistant.ask(question).short_answer.startswith("20%")


# which plan, which wording


def test_which_plan_it_is_is_said_by_name(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch nào của Lai Châu có chỉ tiêu cho bảo tàng?")
    assert "154/KH-UBND" in answer.short_answer and "4084" not in answer.short_answer
    day = assistant.ask("Ngày 19/4 có trong kế hoạch nào, Hưng Yên hay Tuyên Quang?")
    assert "Hưng Yên" in day.short_answer


def test_the_plans_that_do_not_state_something_are_named(assistant: Assistant) -> None:
    answer = assistant.ask("Hưng Yên và Tuyên Quang, nơi nào không nêu tỷ lệ cho bảo tàng?")
    assert answer.short_answer.startswith("Không nêu: UBND tỉnh Hưng Yên\n")


@pytest.mark.parametrize(
    ("question", "wordings"),
    [
        (
            "Tuyên Quang viết là thư viện Đại học hay thư viện trường Đại học?",
            ("thư viện Đại học", "thư viện trường Đại học"),
        ),
        ("Cát Hải gọi là hợp tác quốc tế hay hợp tác khu vực?", None),
    ],
)
def test_which_of_two_wordings_a_plan_prints(
    assistant: Assistant, question: str, wordings: tuple[str, ...] | None
) -> None:
    answer = assistant.ask(question)
    if wordings is None:
        assert not answer.short_answer.startswith("Cả hai")
    else:
        assert answer.short_answer.startswith("Cả hai: “")
        assert all(wording in answer.short_answer for wording in wordings)


def test_words_that_only_link_do_not_choose_between_plans(assistant: Assistant) -> None:
    """`trong thư viện` stands in one title of Lai Châu, and is said of the other plan as well."""
    answer = assistant.ask(
        "Lai Châu: bao nhiêu phần trăm tài liệu quý hiếm trong thư viện tỉnh được số hóa?"
    )
    assert answer.short_answer.startswith("70%")


@pytest.mark.parametrize(
    "question",
    [
        "Will all commune libraries in Tuyên Quang offer lifelong learning services by 2030?",
        "Tất cả thư viện cấp xã ở Tuyên Quang có dịch vụ vào năm 2030 phải không?",
    ],
)
def test_all_of_a_kind_is_a_hundred_per_cent(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert re.match(r"(?:No|Không); .*\b60%", answer.short_answer)


@pytest.mark.parametrize(
    "question",
    [
        "Tuyên Quang wants all its commune libraries to offer services by 2030. Who leads that?",
        "Tuyên Quang muốn tất cả thư viện cấp xã cung cấp dịch vụ năm 2030, cơ quan nào chủ trì?",
    ],
)
def test_all_of_a_kind_is_no_premise_where_the_plan_says_fewer(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    assert answer.reason == "false_premise" and "60%" in answer.answer


def test_all_of_a_kind_is_affirmed_where_the_plan_says_so(assistant: Assistant) -> None:
    question = "By 2030, do all museums in Lai Châu's plan 154 run educational programmes?"
    assert assistant.ask(question).short_answer.startswith("Yes")


@pytest.mark.parametrize(
    "question",
    [
        "Ngoài ngân sách nhà nước, ai đóng góp kinh phí cho kế hoạch 154 của Lai Châu?",
        "Besides the state budget, who contributes money to Lai Châu's plan 154?",
    ],
)
def test_who_gives_money_beside_the_budget(assistant: Assistant, question: str) -> None:
    assert "doanh nghiệp" in assistant.ask(question).short_answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Luật Thư viện có phải là căn cứ của kế hoạch 4084 Lai Châu không?",
            "Đúng: Luật Thư viện",
        ),
        ("Is the Law on Education a legal basis of plan 4084?", "Yes: Luật Giáo dục"),
        ("Kế hoạch Tuyên Quang có căn cứ Luật Thư viện không?", "Không; "),
        ("Does Cát Hải's plan carry out the Prime Minister's Decision 1520?", "Yes: "),
    ],
)
def test_what_a_plan_rests_on_by_its_name(assistant: Assistant, question: str, told: str) -> None:
    assert assistant.ask(question).short_answer.startswith(told)


def test_a_cited_document_said_to_be_of_another_year(assistant: Assistant) -> None:
    answer = assistant.ask("Decision 1520 was issued in 2020; on what day?")
    assert answer.reason == "false_premise" and "09/12/2022" in answer.answer
    assert "09/12/2022" in assistant.ask("Quyết định 1520 ký năm 2022, ngày nào?").short_answer


@pytest.mark.parametrize(
    "question",
    [
        "Which bank pays out the money for Tuyên Quang's plan 76?",
        "Which costs more in total, Hưng Yên's plan or Tuyên Quang's plan 76?",
        "Kế hoạch nào tốn nhiều tiền hơn, Hưng Yên hay Tuyên Quang?",
        "Kế hoạch của Hưng Yên kể tên những di tích lịch sử nào?",
        "Kế hoạch 154 của Lai Châu nêu tên những bảo tàng nào?",
        "What are the names of the museums in Lai Châu's plan 154?",
        "Bảo tàng tỉnh Tuyên Quang xây năm nào?",
        "Who heads the steering committee in Hưng Yên?",
        "Ban chỉ đạo của Tuyên Quang gồm những ai?",
    ],
)
def test_what_is_not_given_is_not_told(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.abstained and answer.reason == "not_stated"


@pytest.mark.parametrize(
    "question",
    ["What name does Hưng Yên's plan give to 18 May?", "Ngày 18/5 ở Hưng Yên tên là gì?"],
)
def test_a_day_with_two_names_has_both(assistant: Assistant, question: str) -> None:
    short = assistant.ask(question).short_answer
    assert "Quốc tế Bảo tàng" in short and "Bảo tàng Việt Nam" in short


@pytest.mark.parametrize(
    ("question", "said", "shown"),
    [
        ("Kế hoạch Tuyên Quang có nhắc Sở Nội vụ không?", "Có", "phối hợp với Sở Nội vụ"),
        ("Kế hoạch Hưng Yên có nhắc đến Công an tỉnh không?", "Có", "Công an tỉnh"),
        ("Kế hoạch Cát Hải có nhắc đến công an không?", "Không", "không nhắc đến"),
        ("Does plan 4084 mention the Bill & Melinda Gates fund?", "Yes", "Melinda"),
        ("Does plan 4084 mention the Sida fund?", "Yes", "Quỹ Sida"),
    ],
)
def test_whether_a_plan_mentions_somebody(
    assistant: Assistant, question: str, said: str, shown: str
) -> None:
    answer = assistant.ask(question)
    assert answer.short_answer.startswith(said) and shown in answer.short_answer
