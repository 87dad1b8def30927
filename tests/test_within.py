"""One plan held against itself: levels, years, contradicting figures, groups, its money."""

from __future__ import annotations

import pytest

from assistant.answer import Turn
from assistant.chain import Assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Tuyên Quang 2025: thư viện cấp xã có thấp hơn cấp huyện không?", "Có; thấp hơn là"),
        ("Ở Tuyên Quang cấp xã có cao hơn cấp huyện về thư viện năm 2030 không?", "Không; cao hơn"),
        ("o tq thu vien cap huyen hay cap xa thap hon nam 2030", "Thấp hơn: thư viện"),
        (
            "Chỉ tiêu 2025 của thư viện cấp huyện và cấp xã ở Tuyên Quang có bằng nhau không?",
            "Không;",
        ),
        ("Tuyên Quang, chỉ tiêu bảo tàng năm 2030 có cao hơn năm 2025 không?", "Có; cao hơn là"),
        (
            "Tuyen Quang: is the 2025 target for commune libraries lower than for district ones?",
            "Yes; lower is",
        ),
    ],
)
def test_levels_and_years_of_one_plan_are_compared(
    assistant: Assistant, question: str, told: str
) -> None:
    answer = assistant.ask(question)
    assert answer.short_answer.startswith(told), answer.short_answer
    assert answer.citations and not answer.abstained


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Trong kế hoạch 76 số liệu về trung tâm văn hóa có mâu thuẫn không?", "Có: 80%"),
        ("Kế hoạch Tuyên Quang có khớp số liệu không?", "Không: 80%"),
        ("Does the plan of Tuyen Quang contradict itself on cultural centres?", "Yes: 80%"),
    ],
)
def test_whether_a_plan_contradicts_itself_is_said_first(
    assistant: Assistant, question: str, told: str
) -> None:
    answer = assistant.ask(question).short_answer
    assert answer.startswith(told) and "70%" in answer, answer


def test_a_plan_without_contradiction_is_said_to_show_none(assistant: Assistant) -> None:
    answer = assistant.ask("Số liệu trong kế hoạch Hưng Yên có mâu thuẫn không?")
    assert answer.abstained and "hai con số khác nhau" in answer.answer


@pytest.mark.parametrize(
    ("question", "groups"),
    [
        ("Mục tiêu cụ thể của Tuyên Quang được chia thành mấy nhóm?", ("thư viện", "bảo tàng")),
        ("ke hoach 4084 phan nhiem vu giai phap thanh nhung nhom nao", ("tuyên truyền", "Xã hội")),
        (
            "Into which groups are the specific objectives of Hung Yen divided?",
            ("thư viện", "bảo tàng", "trung tâm văn hóa"),
        ),
    ],
)
def test_the_groups_of_a_part_are_its_headings(
    assistant: Assistant, question: str, groups: tuple[str, ...]
) -> None:
    answer = assistant.ask(question).short_answer
    assert answer.count("\n- ") >= 3 and all(group in answer for group in groups), answer


@pytest.mark.parametrize(
    "question",
    [
        "Ngoài ngân sách nhà nước, Hưng Yên còn lấy kinh phí từ nguồn nào?",
        "Besides the state budget, which other funds does Tuyen Quang count on?",
    ],
)
def test_a_source_that_is_set_aside_is_left_out(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question).short_answer
    assert "xã hội hóa" in answer and "ngân sách" not in answer.lower(), answer


@pytest.mark.parametrize(
    "question",
    [
        "Tiền triển khai kế hoạch thư viện của Hưng Yên lấy từ nguồn nào?",
        "kinh phi cua ke hoach tuyen quang do ai bao dam",
    ],
)
def test_where_the_money_comes_from_is_answered_by_its_sources(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question).short_answer
    assert "ngân sách" in answer.lower() and "xã hội hóa" in answer, answer


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Who signed Lai Chau's 154 plan?", "154"),
        ("What period does the 4084 plan cover?", "4084"),
        ("154 với 4084 cái nào ban hành sau?", "154"),
    ],
)
def test_a_number_before_the_word_names_its_plan(
    assistant: Assistant, question: str, number: str
) -> None:
    answer = assistant.ask(question)
    labels = " ".join(citation.document for citation in answer.citations)
    assert answer.citations and number in labels and "76/KH" not in labels, labels


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch Tuyên Quang ký năm 2024 do ai ký?",
        "Tuyen Quang adopted its plan in 2021. Who signed it?",
        "Sở Tài chính Hưng Yên là cơ quan chủ trì kế hoạch, vậy sở này báo cáo ai?",
        "ke hoach 154 duoc bo sung bang van ban nao",
        "UBND tỉnh Tuyên Quang ký kế hoạch 76 năm 2020, ký vào tháng nào?",
        "Tuyên Quang cấp kinh phí cho những đội văn nghệ nào?",
        "Bên nào chi nhiều tiền cho bảo tàng hơn, Tuyên Quang hay Hưng Yên?",
        "Who has more libraries, Hung Yen or Cat Hai?",
    ],
)
def test_what_a_plan_does_not_say_is_not_taken_for_granted(
    assistant: Assistant, question: str
) -> None:
    assert assistant.ask(question).abstained, assistant.ask(question).short_answer


def test_sources_of_money_are_named_in_english(assistant: Assistant) -> None:
    answer = assistant.ask("Where does the funding of Tuyen Quang's plan come from?").short_answer
    assert answer.startswith("The state budget (nguồn ngân sách nhà nước); non-state funding")


def test_the_office_of_who_signed_is_asked_after_the_name(assistant: Assistant) -> None:
    before = Turn("Ai ký kế hoạch của Hưng Yên?", "Nguyễn Duy Hưng")
    answer = assistant.ask("vị đó giữ chức vụ gì?", (before,)).short_answer
    assert "Phó Chủ tịch" in answer and "Hưng" in answer


def test_initials_beside_a_number_are_a_place(assistant: Assistant) -> None:
    answer = assistant.ask("kh 4084 voi hy ben nao gui bao cao truoc").short_answer
    assert answer.startswith("Sớm hơn: UBND tỉnh Lai Châu"), answer


def test_who_leads_the_plan_is_held_against_it(assistant: Assistant) -> None:
    answer = assistant.ask("Sở Tài chính có phải cơ quan chủ trì kế hoạch 154 không?").short_answer
    assert answer.startswith("Không") and "Sở Văn hóa" in answer, answer
