"""Facts: every one leads back to its words, and is read as an office would read it."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

import pytest
from fresh_plans import (
    FOOD_SAFETY,
    FOOD_SAFETY_FACTS,
    POVERTY,
    POVERTY_FACTS,
    ROADS,
    ROADS_FACTS,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.facts import Assignment, Deadline, Facts, Target, facts_from_json, facts_to_json
from corpus.plan import Span
from corpus.vietnamese import tokens
from corpus.view import view_line
from evals.facts_measure import Score, found_facts, score
from evals.facts_run import read_facts, read_texts
from evals.truth import FACTS_DIR, PLANS_DIR, fact_of, read_truth
from ingest.facts import find_facts
from ingest.facts.names import read_addressees, read_names
from ingest.metadata import Metadata, read_metadata
from ingest.outline import find_outline
from ingest.passages import find_passages

HEAD = """\
ỦY BAN NHÂN DÂN HUYỆN MẪU
Số: 12/KH-UBND
Mẫu, ngày 05 tháng 02 năm 2024

KẾ HOẠCH

Phát triển lâm nghiệp trên địa bàn huyện Mẫu

Ủy ban nhân dân huyện ban hành Kế hoạch như sau:

"""


def read(text: str) -> tuple[Metadata, Facts]:
    outline = find_outline(text)
    metadata = read_metadata(text, outline)
    passages = find_passages("plan", text, outline)
    return metadata, find_facts("plan", text, outline, passages, metadata)


def aims(*bullets: str, heading: str = "1. Mục tiêu đến năm 2027") -> tuple[Target, ...]:
    lines = "\n\n".join(f"- {bullet}" for bullet in bullets)
    return read(f"{HEAD}I. MỤC TIÊU\n\n{heading}\n\n{lines}\n")[1].targets


def charged(*lines: str) -> Facts:
    body = "\n\n".join(lines)
    return read(f"{HEAD}I. MỤC TIÊU\n\n1. Bảo vệ rừng.\n\nII. TỔ CHỨC THỰC HIỆN\n\n{body}\n")[1]


def words(text: str, span: Span) -> str:
    return " ".join(text[slice(*span)].split())


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return read_texts(PLANS_DIR)


@pytest.fixture(scope="module")
def plans(texts: dict[str, str]) -> tuple[tuple[str, Metadata, Facts], ...]:
    return tuple(read_facts(texts))


# the plans that are bundled


def test_every_kind_meets_its_bars_on_the_five_plans(
    texts: dict[str, str], plans: Sequence[tuple[str, Metadata, Facts]]
) -> None:
    truth = read_truth(FACTS_DIR, texts)
    for name, metadata, facts in plans:
        scores = score(
            name, found_facts(name, metadata, facts), [t for t in truth if t.plan == name]
        )
        assert [one for one in scores if not one.passes] == []


def test_spans_lead_back_to_the_words(
    texts: dict[str, str], plans: Sequence[tuple[str, Metadata, Facts]]
) -> None:
    for name, _, facts in plans:
        check_spans(texts[name], facts)


def check_spans(text: str, facts: Facts) -> None:
    for target in facts.targets:
        assert target.span.start <= target.value_span.start
        assert target.value_span.end <= target.span.end
        assert words(text, target.value_span) == target.value
    for deadline in facts.deadlines:
        assert digits(words(text, deadline.by_span)) == digits(deadline.by)
        assert text[slice(*deadline.span)].strip()
    for assignment in facts.assignments:
        assert len(assignment.agencies) == len(assignment.agency_spans)
        assert digits(words(text, assignment.span)) == digits(assignment.duty) or not (
            assignment.duty.isascii()
        )
        assert all(text[slice(*span)].strip() for span in assignment.agency_spans)
    for source in facts.funding:
        assert source.span.start <= source.source_span.start < source.source_span.end


def digits(words: str) -> str:
    return "".join(filter(str.isdigit, words))


def test_spans_of_a_legible_plan_are_its_very_words() -> None:
    _, facts = read(FOOD_SAFETY)
    for assignment in facts.assignments:
        assert words(FOOD_SAFETY, assignment.span) == assignment.duty
        for agency, span in zip(assignment.agencies, assignment.agency_spans, strict=True):
            assert words(FOOD_SAFETY, span) == agency
    for source in facts.funding:
        assert words(FOOD_SAFETY, source.source_span) == source.source
    for deadline in facts.deadlines:
        assert words(FOOD_SAFETY, deadline.by_span) == deadline.by
    programme = facts.programme
    assert programme is not None and programme.decision_span is not None
    assert words(FOOD_SAFETY, programme.span) == programme.name
    assert words(FOOD_SAFETY, programme.decision_span) == programme.decision == "318/QĐ-TTg"
    assert programme.decision_date == "08/3/2024"


def test_facts_survive_json(plans: Sequence[tuple[str, Metadata, Facts]]) -> None:
    for _, _, facts in plans:
        assert facts_from_json(facts_to_json(facts)) == facts
    assert facts_from_json(facts_to_json(Facts("empty"))) == Facts("empty")


# plans of other programmes


@pytest.mark.parametrize(
    ("text", "annotated"),
    [(FOOD_SAFETY, FOOD_SAFETY_FACTS), (ROADS, ROADS_FACTS), (POVERTY, POVERTY_FACTS)],
)
def test_plans_of_other_programmes_are_read_alike(
    text: str, annotated: tuple[dict[str, Any], ...]
) -> None:
    metadata, facts = read(text)
    truth = [fact_of({"plan": "plan", **fact}, {"plan": text}) for fact in annotated]
    scores = score("plan", found_facts("plan", metadata, facts), truth)
    assert [one for one in scores if one.kind != "metadata" and faults(one)] == []


def faults(one: Score) -> bool:
    return bool(one.wrong or one.missed)


@pytest.mark.parametrize("width", [60, 95])
def test_facts_do_not_hang_on_where_lines_are_broken(width: int) -> None:
    wrapped = "\n".join("\n".join(wrap(line, width)) for line in FOOD_SAFETY.split("\n"))
    whole, broken = read(FOOD_SAFETY)[1], read(wrapped)[1]
    check_spans(wrapped, broken)
    assert [(a.agencies, a.role) for a in broken.assignments] == listed(whole)
    assert [(t.value, t.subject, t.year) for t in broken.targets] == [
        (t.value, t.subject, t.year) for t in whole.targets
    ]
    assert [(d.who, d.by) for d in broken.deadlines] == [(d.who, d.by) for d in whole.deadlines]
    assert [f.source for f in broken.funding] == [f.source for f in whole.funding]


def test_a_plan_without_a_programme_has_none() -> None:
    metadata, facts = read(ROADS)
    assert metadata.programme.value is None
    assert facts.programme is None


# targets


def only(targets: tuple[Target, ...]) -> Target:
    assert len(targets) == 1
    return targets[0]


def test_a_list_of_shares_has_its_end_in_common() -> None:
    found = aims("60% hộ trồng rừng, 20 - 25% hợp tác xã và 100% công ty được cấp chứng chỉ.")
    assert [(t.value, t.subject) for t in found] == [
        ("60%", "hộ trồng rừng"),
        ("20 - 25%", "hợp tác xã"),
        ("100%", "công ty"),
    ]
    assert {t.indicator for t in found} == {"được cấp chứng chỉ"}
    assert {t.year for t in found} == {"2027"}


def test_one_thing_with_two_years_is_two_targets() -> None:
    found = aims("Đến năm 2025, phấn đấu 70% và đến năm 2030, đạt 100% chủ rừng có phương án.")
    assert [(t.value, t.year, t.subject) for t in found] == [
        ("70%", "2025", "chủ rừng"),
        ("100%", "2030", "chủ rừng"),
    ]


def test_a_measure_is_said_before_its_figure() -> None:
    target = only(aims("Tỷ lệ che phủ rừng tăng bình quân 0,5 - 1,5% mỗi năm."))
    assert (target.value, target.unit, target.per) == ("0,5 - 1,5%", "%", "mỗi năm")
    assert target.subject == ""
    assert target.indicator.startswith("Tỷ lệ che phủ rừng")


def test_a_lead_names_what_its_items_count() -> None:
    text = (
        f"{HEAD}I. MỤC TIÊU\n\n1. Mục tiêu cụ thể\n\n- Hạt Kiểm lâm có trạm quan trắc:\n\n"
        "+ Năm 2025: đạt 40%.\n\n+ Năm 2030: đạt 90%.\n"
    )
    found = read(text)[1].targets
    assert [(t.subject, t.year, t.value) for t in found] == [
        ("Hạt Kiểm lâm", "2025", "40%"),
        ("Hạt Kiểm lâm", "2030", "90%"),
    ]


def test_a_heading_names_the_institution_and_the_period() -> None:
    found = aims("Trồng mới 1.200 ha rừng.", heading="1. Giai đoạn 2024 - 2028")
    assert only(found).year == "2024 - 2028"
    assert only(found).value == "1.200"
    found = aims("Trồng mới 1.200 ha rừng.", heading="1. Đối với các hợp tác xã")
    assert only(found).subject == "hợp tác xã"


@pytest.mark.parametrize(
    ("said", "comparator"),
    [
        ("Có ít nhất 12 vườn ươm", "ít nhất"),
        ("Có 12 vườn ươm trở lên", "ít nhất"),
        ("Có trên 12 vườn ươm", "trên"),
        ("Có không quá 12 vườn ươm", "nhiều nhất"),
        ("Phấn đấu có 12 vườn ươm", "phấn đấu"),
        ("Có 12 vườn ươm", ""),
    ],
)
def test_how_a_figure_is_to_be_taken(said: str, comparator: str) -> None:
    target = only(aims(f"{said}."))
    assert (target.value, target.comparator) == ("12", comparator)


def test_what_is_not_certain_is_left_out_and_counted() -> None:
    text = (
        f"{HEAD}I. MỤC TIÊU\n\n1. Mục tiêu cụ thể\n\n- Đến năm 2025 đạt 70% và đến năm 2030 "
        "đạt 90% chủ rừng có phương án. Số vụ cháy giảm 5%.\n\n- Các tỷ lệ này tăng 2%.\n"
    )
    _, facts = read(text)
    assert [t.value for t in facts.targets] == ["70%", "90%"]
    assert dict(facts.left_out) == {
        "target without a certain year": 1,
        "target that refers back": 1,
    }


@pytest.mark.parametrize(
    "words",
    [
        "Thực hiện Quyết định số 523/QĐ-TTg ngày 01/4/2021 của Thủ tướng.",
        "Rừng được giao trước ngày 01 tháng 7 năm 2020.",
        "Hoàn thành trước năm 2026.",
    ],
)
def test_numbers_of_documents_days_and_years_are_no_targets(words: str) -> None:
    assert aims(words) == ()


def test_figures_outside_the_aims_are_no_targets() -> None:
    _, facts = read(f"{HEAD}I. NHIỆM VỤ\n\n1. Tuyên truyền 100% hộ dân được biết.\n")
    assert facts.targets == ()
    assert facts.left_out == (("share that no target states", 1),)


def test_so_many_of_so_many_is_one_figure() -> None:
    target = only(aims("Đến năm 2026, 04/09 thôn đạt chuẩn."))
    assert (target.value, target.unit, target.year) == ("04/09", "thôn", "2026")


def test_a_part_of_the_whole_has_words_of_its_own() -> None:
    found = aims("Đón 1,2 triệu lượt khách mỗi năm, trong đó khách quốc tế chiếm 8%.")
    assert [(t.value, t.subject) for t in found] == [("1,2", ""), ("8%", "khách quốc tế")]


def test_a_measure_ends_what_was_said_before_it() -> None:
    found = aims(
        "Tỷ lệ che phủ đến năm 2025 đạt 42%, đến năm 2030 đạt 45%; năng suất đạt 5 tấn/ha."
    )
    assert [(t.value, t.year, t.indicator) for t in found] == [
        ("42%", "2025", "Tỷ lệ che phủ"),
        ("45%", "2030", "Tỷ lệ che phủ"),
    ]  # of which year the yield is, no words say
    found = aims("Tỷ lệ che phủ đến năm 2025 đạt 42%; năng suất đạt 5 tấn/ha.")
    assert [(t.value, t.year, t.indicator) for t in found][1] == ("5", "2025", "năng suất")


def test_a_lead_beside_bullets_states_their_year() -> None:
    text = (
        f"{HEAD}I. MỤC TIÊU\n\n1. Mục tiêu cụ thể\n\nPhấn đấu đến năm 2026:\n\n"
        "- 100% chủ rừng được tập huấn.\n\n- Giảm 30% số vụ cháy rừng ở vùng giáp ranh.\n"
    )
    found = read(text)[1].targets
    assert [(t.value, t.year, t.subject) for t in found] == [
        ("100%", "2026", "chủ rừng"),
        ("30%", "2026", ""),
    ]


def test_a_second_action_has_a_count_of_its_own() -> None:
    found = aims("Nâng cấp 12 km đường lâm nghiệp và xây dựng ít nhất 04 trạm bảo vệ rừng.")
    assert [(t.value, t.indicator) for t in found] == [("12", "Nâng cấp"), ("04", "xây dựng")]


@pytest.mark.parametrize(
    "words",
    [
        "Tỷ lệ hộ cấp huyện có rừng đạt 95% trở lên, cấp xã đạt 85% trở lên.",
        "90% chủ rừng được lập hồ sơ, trong đó 85% được cập nhật.",
    ],
)
def test_a_share_of_others_who_are_half_named_is_left_out(words: str) -> None:
    text = f"{HEAD}I. MỤC TIÊU\n\n1. Mục tiêu đến năm 2027\n\n- {words}\n"
    _, facts = read(text)
    assert [t.value for t in facts.targets] in (["95%"], ["90%"])
    assert dict(facts.left_out) == {"target without a certain subject": 1}


# assignments


def listed(facts: Facts) -> list[tuple[tuple[str, ...], str]]:
    return [(a.agencies, a.role) for a in facts.assignments]


def test_lead_and_partners() -> None:
    facts = charged(
        "1. Sở Nông nghiệp và Phát triển nông thôn",
        "- Chủ trì, phối hợp với Sở Tài chính, Công an tỉnh và UBND các huyện, thành phố "
        "kiểm tra rừng.",
        "- Trồng rừng phòng hộ ven biển.",
    )
    lead = (("Sở Nông nghiệp và Phát triển nông thôn",), "lead")
    partners = ("Sở Tài chính", "Công an tỉnh", "UBND các huyện, thành phố")
    assert listed(facts) == [lead, (partners, "coordinate"), lead]


def test_who_is_only_to_work_with_others_does_not_lead() -> None:
    facts = charged("1. Hạt Kiểm lâm: Phối hợp với Công an huyện tuần tra rừng ven biển.")
    assert listed(facts) == [(("Hạt Kiểm lâm",), "coordinate"), (("Công an huyện",), "coordinate")]


def test_a_sentence_may_name_whom_it_charges() -> None:
    facts = charged(
        "1. Chi cục Kiểm lâm: Tuần tra rừng thường xuyên.",
        "Yêu cầu các phòng, ban, ngành và UBND các xã nghiêm túc thực hiện Kế hoạch này./.",
    )
    assert facts.assignments[-1].agencies == ("các phòng, ban, ngành", "UBND các xã")


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Đề nghị Tỉnh đoàn, Hội Nông dân tỉnh", ["Tỉnh đoàn", "Hội Nông dân tỉnh"]),
        ("Phòng Tài chính - Kế hoạch", ["Phòng Tài chính - Kế hoạch"]),
        ("Ủy ban nhân dân các huyện, thị xã", ["Ủy ban nhân dân các huyện, thị xã"]),
        ("Các sở, ban, ngành; UBND các xã", ["Các sở, ban, ngành", "UBND các xã"]),
        ("Phòng Nội vụ (cơ quan thường trực)", ["Phòng Nội vụ"]),
        (
            "Mặt trận Tổ quốc và các tổ chức chính trị - xã hội",
            ["Mặt trận Tổ quốc", "các tổ chức chính trị - xã hội"],
        ),
    ],
)
def test_agencies_of_a_heading(heading: str, names: list[str]) -> None:
    read_of = read_addressees(view_line(heading, Span(0, len(heading))))
    assert read_of is not None
    assert list(read_of.texts) == names


@pytest.mark.parametrize(
    "heading", ["Phòng, chống cháy rừng", "Bảo đảm kinh phí", "Báo cáo định kỳ"]
)
def test_headings_that_only_begin_like_an_agency(heading: str) -> None:
    assert read_addressees(view_line(heading, Span(0, len(heading)))) is None


def test_a_list_that_goes_on_with_words_unknown_is_left_out() -> None:
    facts = charged(
        "1. Hạt Kiểm lâm", "- Phối hợp với Công an huyện, các mạnh thường quân trồng rừng."
    )
    assert listed(facts) == [(("Hạt Kiểm lâm",), "coordinate")]
    assert dict(facts.left_out)["agencies to coordinate with"] == 1


def test_an_office_of_two_bodies_is_one_agency() -> None:
    facts = charged("1. Văn phòng HĐND và UBND xã: Theo dõi việc trồng rừng ven biển.")
    assert listed(facts) == [(("Văn phòng HĐND và UBND xã",), "lead")]


def test_a_name_whose_end_is_open_is_not_certain() -> None:
    line = "các cơ quan thẩm mỹ viện"
    names = read_names(view_line(line, Span(0, len(line))))
    assert names is not None and not names.certain


# deadlines


def deadline_of(duty: str) -> Deadline:
    facts = charged("1. Hạt Kiểm lâm", f"- {duty}")
    assert len(facts.deadlines) == 1, facts
    return facts.deadlines[0]


def test_a_report_by_a_day_of_each_year() -> None:
    found = deadline_of("Báo cáo kết quả về UBND huyện trước ngày 05 tháng 12 hằng năm.")
    assert (found.who, found.to) == (("Hạt Kiểm lâm",), ("UBND huyện",))
    assert found.by == "trước ngày 05 tháng 12 hằng năm"
    assert found.yearly and found.what == "Báo cáo kết quả"


def test_reviews_have_each_their_year() -> None:
    facts = charged("1. Hạt Kiểm lâm", "- Tổ chức sơ kết vào năm 2026, tổng kết vào cuối năm 2030.")
    assert [d.by for d in facts.deadlines] == ["năm 2026", "cuối năm 2030"]


@pytest.mark.parametrize("day", ["31/11", "32/12/2025", "ngày 30 tháng 02", "10/13"])
def test_a_day_that_no_calendar_has_is_no_deadline(day: str) -> None:
    printed = day if day.startswith("ngày") else f"ngày {day}"
    facts = charged("1. Hạt Kiểm lâm", f"- Báo cáo UBND huyện trước {printed}.")
    assert facts.deadlines == ()
    assert dict(facts.left_out)["deadline on an impossible day"] == 1


@pytest.mark.parametrize(
    "duty",
    [
        "Củng cố rừng được thành lập trước ngày 01/7/2020.",
        "Hằng năm chăm sóc rừng trồng theo quy trình.",
        "Xây dựng dự toán ngân sách hằng năm và trung hạn.",
    ],
)
def test_times_that_are_no_deadlines(duty: str) -> None:
    assert charged("1. Hạt Kiểm lâm", f"- {duty}").deadlines == ()


def test_two_days_of_one_report_are_two_deadlines() -> None:
    facts = charged(
        "1. Hạt Kiểm lâm",
        "- Định kỳ trước ngày 15 tháng 6 và 15 tháng 11 báo cáo kết quả về UBND huyện.",
    )
    assert [(d.by, d.to, d.yearly) for d in facts.deadlines] == [
        ("Định kỳ trước ngày 15 tháng 6", ("UBND huyện",), True),
        ("15 tháng 11", ("UBND huyện",), True),
    ]


def test_a_second_agency_in_a_bullet_has_a_duty_of_its_own() -> None:
    facts = charged(
        "1. Các thôn",
        "- Các chủ rừng định kỳ 6 tháng báo cáo kết quả về UBND xã; công chức Văn phòng - Thống kê "
        "tổng hợp, báo cáo UBND huyện trước ngày 15/6.",
    )
    assert listed(facts)[-1] == (("công chức Văn phòng - Thống kê",), "lead")
    assert facts.deadlines[-1].who == ("công chức Văn phòng - Thống kê",)


def test_sums_of_sources_are_no_part_of_their_names() -> None:
    text = (
        f"{HEAD}I. MỤC TIÊU\n\n1. Bảo vệ rừng.\n\nII. KINH PHÍ\n\nTổng kinh phí 900 triệu đồng, "
        "trong đó: ngân sách huyện 500 triệu đồng; ngân sách xã 300 triệu đồng; nguồn huy động hợp "
        "pháp khác 100 triệu đồng.\n"
    )
    assert [one.source for one in read(text)[1].funding] == [
        "ngân sách huyện",
        "ngân sách xã",
        "nguồn huy động hợp pháp khác",
    ]


# properties

AGENCIES = ("Sở Tài chính", "Công an tỉnh", "UBND các huyện, thành phố", "Chi cục Kiểm lâm")
DUTIES = ("kiểm tra việc trồng rừng", "tuyên truyền về bảo vệ rừng", "lập danh sách chủ rừng")


@given(
    st.lists(st.sampled_from(AGENCIES), min_size=2, max_size=4, unique=True),
    st.sampled_from(DUTIES),
)
@settings(deadline=None, max_examples=40)
def test_partners_are_found_whatever_their_order(agencies: list[str], duty: str) -> None:
    lead, *partners = agencies
    last = f" và {partners[-1]}" if len(partners) > 1 else ""
    names = ", ".join(partners[:-1] if len(partners) > 1 else partners) + last
    facts = charged(f"1. {lead}", f"- Chủ trì, phối hợp với {names} {duty}.")
    assert listed(facts) == [((lead,), "lead"), (tuple(partners), "coordinate")]


@given(
    st.integers(1, 99),
    st.integers(1, 30),
    st.sampled_from((" - ", "-", " – ")),
    st.integers(2024, 2035),
)
@settings(deadline=None, max_examples=60)
def test_a_figure_is_never_changed(low: int, more: int, dash: str, year: int) -> None:
    value = f"{low}{dash}{low + more}%"
    target = only(aims(f"Đến năm {year}, {value} hộ nhận khoán được tập huấn."))
    assert (target.value, target.year, target.subject) == (value, str(year), "hộ nhận khoán")


PIECES = st.sampled_from(
    [
        "I. MỤC TIÊU",
        "II. KINH PHÍ",
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Sở Y tế",
        "2. UBND các xã: Rà soát, báo cáo trước ngày 31/12.",
        "a) Đối với bệnh viện",
        "- Đến năm 2025 đạt 60%, 70% (học sinh 5%).",
        "+ Năm 2030: 12 - 15%",
        "- Phối hợp với",
        "Kinh phí từ nguồn",
        "- Nguồn, và các nguồn",
        "Hằng năm, yêu cầu các",
        "- hoàn thành trong quý I năm 2025; sơ kết vào năm 2026",
        "0 % % 1/2 ngày 99/99",
    ]
)


@given(st.lists(PIECES, max_size=14), st.text(max_size=40))
@settings(deadline=None, max_examples=150)
def test_any_text_is_read_without_failing_and_spans_stay_inside(
    pieces: list[str], noise: str
) -> None:
    text = HEAD + "\n\n".join([*pieces, noise])
    _, facts = read(text)
    found: list[Assignment | Target | Deadline] = []
    found += [*facts.assignments, *facts.targets, *facts.deadlines]
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in found)
    assert all(tokens(target.value) for target in facts.targets)
    assert facts_from_json(facts_to_json(facts)) == facts
