"""The outline of the five plans, held against what stands on their pages."""

from __future__ import annotations

import pytest
from support import (
    ALL_PLANS,
    CAT_HAI,
    HUNG_YEN,
    LAI_CHAU_2021,
    LAI_CHAU_2023,
    TUYEN_QUANG,
    plan_text,
)

from corpus.agencies import split_agencies
from ingest.outline import Outline, find_outline
from ingest.passages import PASSAGE_LIMIT, find_passages, find_sections

PARTS = {
    TUYEN_QUANG: ["I", "II", "III", "IV"],
    HUNG_YEN: ["I", "II", "III", "IV"],
    CAT_HAI: ["I", "II", "III"],
    LAI_CHAU_2023: ["I", "I", "II", "III", "IV"],  # the scan prints the second part as I as well
    LAI_CHAU_2021: ["I", "II", "III", "IV", "V", "VI"],
}
AGENCIES = {  # clauses of "Tổ chức thực hiện"
    TUYEN_QUANG: ("IV", 11),
    HUNG_YEN: ("IV", 9),
    CAT_HAI: ("III", 7),
    LAI_CHAU_2023: ("IV", 11),
    LAI_CHAU_2021: ("V", 14),
}


def outline_of(name: str) -> Outline:
    return find_outline(plan_text(name))


@pytest.mark.parametrize("name", ALL_PLANS)
def test_the_parts_are_those_printed(name: str) -> None:
    assert [part.block.label for part in outline_of(name).parts] == PARTS[name]


@pytest.mark.parametrize("name", ALL_PLANS)
def test_every_agency_has_its_clause_in_order(name: str) -> None:
    part, count = AGENCIES[name]
    sections = find_sections("plan", outline_of(name))
    clauses = [s for s in sections if s.path[0] == part and len(s.path) == 2]
    assert [s.path[1] for s in clauses][-count:] == [str(n) for n in range(1, count + 1)]
    assert all(s.heading for s in clauses[-count:])


@pytest.mark.parametrize("name", ALL_PLANS)
def test_passages_are_slices_within_the_limit_and_in_order(name: str) -> None:
    text = plan_text(name)
    passages = find_passages("plan", text, outline_of(name))
    for passage in passages:
        assert text[passage.span.start : passage.span.end] == passage.text
        assert 0 < len(passage.reading) <= PASSAGE_LIMIT
        for heading, span in zip(passage.headings, passage.heading_spans, strict=True):
            assert "".join(text[slice(*span)].replace("*", "").split()).startswith(
                "".join(heading.split())
            )
    assert len({passage.id for passage in passages}) == len(passages)


@pytest.mark.parametrize("name", ALL_PLANS)
def test_no_word_of_a_plan_is_lost(name: str) -> None:
    text = plan_text(name)
    covered = set()
    for passage in find_passages("plan", text, outline_of(name)):
        for start, end in (passage.span, *passage.heading_spans):
            covered |= set(range(start, end))
    for section in find_sections("plan", outline_of(name)):
        covered |= set(range(section.span.start, section.heading_span.end))  # labels
    lost = "".join(c if i not in covered else " " for i, c in enumerate(text))
    words = [w for w in lost.split() if any(c.isalpha() for c in w)]
    assert [w for w in words if w.strip("*#").upper() not in {"KẾ", "HOẠCH", "KE", "HOACH"}] == []


def test_a_bullet_keeps_the_heading_of_its_agency() -> None:
    passages = find_passages("plan", plan_text(TUYEN_QUANG), outline_of(TUYEN_QUANG))
    duty = next(p for p in passages if "luân chuyển sách báo" in p.reading)
    assert duty.path == ("IV", "2")
    assert duty.headings == ("TỔ CHỨC THỰC HIỆN", "Sở Giáo dục và Đào tạo")


def test_a_heading_and_its_text_on_one_line_are_told_apart() -> None:
    passages = find_passages("plan", plan_text(TUYEN_QUANG), outline_of(TUYEN_QUANG))
    duty = next(p for p in passages if "nhà văn hoá thuộc lực lượng vũ trang" in p.reading)
    assert duty.path == ("IV", "3")
    assert duty.headings[-1] == "Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh"


def test_a_wrapped_paragraph_is_read_as_one() -> None:
    passages = find_passages("plan", plan_text(HUNG_YEN), outline_of(HUNG_YEN))
    police = next(p for p in passages if p.path == ("IV", "6"))
    assert police.reading.endswith("nhiệm vụ của Kế hoạch.")
    assert "các đội văn nghệ, nghệ thuật" in police.reading


def test_the_last_paragraph_belongs_to_the_part_not_to_the_last_agency() -> None:
    passages = find_passages("plan", plan_text(HUNG_YEN), outline_of(HUNG_YEN))
    closing = next(p for p in passages if "trước ngày 25 tháng 11" in p.reading)
    assert closing.path == ("IV",)


@pytest.mark.parametrize(
    ("heading", "agencies"),
    [
        ("Sở Văn hoá, Thể thao và Du lịch", ("Sở Văn hoá, Thể thao và Du lịch",)),
        (
            "Bộ CHQS tỉnh, BCH Biên phòng tỉnh, Công an tỉnh",
            ("Bộ CHQS tỉnh", "BCH Biên phòng tỉnh", "Công an tỉnh"),
        ),
        (
            "Đài Phát thanh và Truyền hình tỉnh, Báo Lai Châu",
            ("Đài Phát thanh và Truyền hình tỉnh", "Báo Lai Châu"),
        ),
        ("Sở Lao động - Thương binh và Xã hội", ("Sở Lao động - Thương binh và Xã hội",)),
        ("Đề nghị Ban Tuyên giáo Tỉnh ủy", ("Ban Tuyên giáo Tỉnh ủy",)),
        ("Ủy ban nhân dân huyện, thành phố", ("Ủy ban nhân dân huyện, thành phố",)),
        ("Các sở, ban, ngành cơ quan liên quan", ("Các sở, ban, ngành cơ quan liên quan",)),
    ],
)
def test_a_heading_is_split_into_its_agencies(heading: str, agencies: tuple[str, ...]) -> None:
    assert split_agencies(heading) == agencies


LETTERED = """KẾ HOẠCH
Phát triển chợ
Ủy ban nhân dân huyện ban hành Kế hoạch như sau:
A. MỤC TIÊU
I. Mục tiêu chung
1. Mở rộng chợ.
II. Mục tiêu cụ thể
1. Xây mới hai chợ.
B. TỔ CHỨC THỰC HIỆN
I. Phòng Kinh tế
Tham mưu xây dựng chợ.
Yêu cầu các xã thực hiện./.
"""


def test_parts_may_bear_letters_with_roman_numbers_below() -> None:
    first, second = find_outline(LETTERED).parts
    assert [one.path for one in first.walk()] == [
        ("A",),
        ("A", "I"),
        ("A", "I", "1"),
        ("A", "II"),
        ("A", "II", "1"),
    ]
    assert [one.block.text for one in second.children] == [
        "Phòng Kinh tế",
        "Yêu cầu các xã thực hiện./.",
    ]


def test_parts_may_be_in_small_letters() -> None:
    text = "KẾ HOẠCH\nPhát triển chợ\nI. Mục tiêu\n1. Mở rộng chợ.\nII. Kinh phí\n- Ngân sách xã.\n"
    assert [part.path for part in find_outline(text).parts] == [("I",), ("II",)]


def test_a_row_of_a_table_belongs_to_the_clause_above_it() -> None:
    text = "\n".join(
        [
            "KẾ HOẠCH",
            "II. MỤC TIÊU",
            "1. Mục tiêu chung: Nâng cao chất lượng.",
            "2. Mục tiêu cụ thể",
            "TT | Chỉ tiêu | Năm 2030",
            "1 | Xã có thư viện | 70",
        ]
    )
    passages = find_passages("p", text, find_outline(text))
    [row] = [passage for passage in passages if passage.text.startswith("1 |")]
    assert row.path == ("II", "2")
    assert row.reading == "Xã có thư viện: Năm 2030: 70"
