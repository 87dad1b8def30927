"""What the five plans say of themselves, read by hand from their pages."""

from __future__ import annotations

import pytest
from support import CAT_HAI, HUNG_YEN, LAI_CHAU_2021, LAI_CHAU_2023, TUYEN_QUANG

from assistant.chain import Assistant
from corpus.plan import Plan

EXPECTED: dict[str, dict[str, str | None]] = {
    TUYEN_QUANG: {
        "number": "76/KH-UBND",
        "date": "13/4/2023",
        "place": "Tuyên Quang",
        "issuer": "UBND tỉnh Tuyên Quang",
        "signer": "Hoàng Việt Phương",
    },
    HUNG_YEN: {
        "number": None,
        "date": None,
        "place": "Hưng Yên",
        "issuer": "UBND tỉnh Hưng Yên",
        "signer": "Nguyễn Duy Hưng",
    },
    CAT_HAI: {
        "number": None,
        "date": None,
        "place": "Cát Hải",
        "issuer": "UBND huyện Cát Hải",
        "signer": "Nguyễn Quang Vinh",
    },
    LAI_CHAU_2023: {  # its day is printed as 72
        "number": "154/KH-UBND",
        "date": None,
        "place": "Lai Châu",
        "issuer": "UBND tỉnh Lai Châu",
    },
    LAI_CHAU_2021: {  # its month is printed as 72
        "number": "4084/KH-UBND",
        "date": None,
        "place": "Lai Châu",
        "issuer": "UBND tỉnh Lai Châu",
    },
}
PRINTED_DATES = {
    TUYEN_QUANG: "ngày 13 tháng 4 năm 2023",
    CAT_HAI: "ngày        tháng 3 năm 2023",
    LAI_CHAU_2023: "ngay 72 thang 01 ndm 2023",
    LAI_CHAU_2021: "ngay 06 thang 72 nam 2021",
}


def plan_of(assistant: Assistant, name: str) -> Plan:
    return next(plan for plan in assistant.plans if plan.file == name)


@pytest.mark.parametrize("name", EXPECTED)
def test_fields_are_read_or_left_unknown(assistant: Assistant, name: str) -> None:
    plan = plan_of(assistant, name)
    assert {k: getattr(plan, k).value for k in EXPECTED[name]} == EXPECTED[name]


@pytest.mark.parametrize("name", PRINTED_DATES)
def test_a_date_keeps_its_printed_words(assistant: Assistant, name: str) -> None:
    plan = plan_of(assistant, name)
    assert plan.date.span is not None
    assert plan.text[slice(*plan.date.span)] == PRINTED_DATES[name]


def test_titles_bases_and_recipients(assistant: Assistant) -> None:
    plan = plan_of(assistant, TUYEN_QUANG)
    assert plan.title.value is not None
    assert plan.title.value.endswith("trên địa bàn tỉnh Tuyên Quang")
    first = plan.bases[0].value or ""
    assert first.startswith("Quyết định số 1520/QĐ-TTg ngày 09/12/2022")
    assert "Thường trực Tỉnh ủy" in [r.value for r in plan.recipients]
    assert len(plan.recipients) == 14
    cat_hai = plan_of(assistant, CAT_HAI)
    assert "68/KH-UBND ngày 03/3/2023" in (cat_hai.bases[0].value or "")


def test_damaged_plans_are_known_as_such(assistant: Assistant) -> None:
    damaged = {plan.file for plan in assistant.plans if plan.damaged}
    assert damaged == {LAI_CHAU_2021, LAI_CHAU_2023}
