"""A range is whole or it is not, and a number counts one thing: pairs told apart by that alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.chain import Assistant
from assistant.model.counts import cut_range, misplaced_count
from assistant.model.grounds import Ground
from assistant.model.support import turned_round
from assistant.model.values import digitise, misdated_document

STOCK = "Bổ sung đạt 40.000 quyển truyện và 9.000 tệp âm thanh; 12 máy tính trở lên."
VISITS = "Đạt 700 lượt mượn tại chỗ; số lượt người xem trang tin, bản tin mỗi năm đạt 300 lượt."
EACH = "Các trường đạt 50.000 quyển; mỗi trường có từ 2.000 — 3.000 quyển."
SHARE = "Phấn đấu 85% người lớn tuổi (trẻ em là 95%) biết bơi. Phấn đấu 7 - 9% người dân tham gia."


@pytest.fixture(scope="module")
def ground(assistant: Assistant) -> Ground:
    plan = next(plan for plan in assistant.plans if not plan.damaged)
    return Ground(1, plan, assistant.reader.passages_of(plan.id)[0])


def saying(ground: Ground, text: str) -> tuple[Ground, ...]:
    passage = replace(ground.passage, text=text, reading=text, headings=())
    return (replace(ground, passage=passage),)


@pytest.mark.parametrize(
    ("passage", "said", "wrong"),
    [
        (SHARE, "7 - 9% người dân tham gia", ""),
        (SHARE, "9% người dân tham gia", "9%"),
        (SHARE, "ít nhất 7% người dân tham gia", ""),
        (SHARE, "up to 9% of people take part", ""),
        (SHARE, "up to 7% of people take part", "7%"),
        (SHARE, "7 - 12% người dân tham gia", "7 - 12%"),
        (EACH, "mỗi trường có từ 2.000 đến 3.000 quyển", ""),
        (EACH, "each school has between 2,000 and 3,000 books", ""),
        (EACH, "mỗi trường có 3.000 quyển", "3.000"),
        ("Mỗi năm mở 02 - 03 lớp.", "mỗi năm mở hai đến ba lớp", ""),
        ("Mỗi năm mở 02 - 03 lớp.", "mỗi năm mở ba lớp", "3"),
        ("Mỗi năm mở 02 - 03 lớp.", "hai cơ quan này mỗi năm mở 2 - 3 lớp", ""),
        ("Tăng 10% năm 2025 và 15% năm 2030.", "tăng từ 10% đến 15%", ""),
    ],
)
def test_a_range_is_not_cut(ground: Ground, passage: str, said: str, wrong: str) -> None:
    assert cut_range(digitise(said), saying(ground, passage)) == wrong


@pytest.mark.parametrize(
    ("passage", "said", "wrong"),
    [
        (STOCK, "có 40.000 quyển truyện", ""),
        (STOCK, "có 9.000 tệp âm thanh bên cạnh 40.000 quyển truyện", ""),
        (STOCK, "có 9.000 quyển truyện", "9000"),
        (STOCK, "có 40.000 tệp âm thanh", "40000"),
        (VISITS, "700 lượt mượn tại chỗ mỗi năm", ""),
        (VISITS, "300 lượt người xem trang tin", ""),
        (VISITS, "700 lượt người xem trang tin", "700"),
        (EACH, "các trường đạt 50.000 quyển", ""),
        (EACH, "mỗi trường đạt 50.000 quyển", "50000"),
        (SHARE, "95% trẻ em biết bơi", ""),
        (SHARE, "85% trẻ em biết bơi", "85"),
    ],
)
def test_a_count_is_of_its_thing(ground: Ground, passage: str, said: str, wrong: str) -> None:
    assert misplaced_count(digitise(said), saying(ground, passage)) == wrong


def test_a_document_has_its_own_day() -> None:
    held = "Nghị quyết số 13-NQ/TU ngày 23/11/2021; Nghị quyết số 18-NQ/TU ngày 08/12/2021"
    assert misdated_document("Nghị quyết số 13-NQ/TU ban hành ngày 23/11/2021", held) == ""
    assert misdated_document("Nghị quyết số 13-NQ/TU ban hành ngày 08/12/2021", held) == "8/12/2021"


@pytest.mark.parametrize(
    ("said", "plan", "wrong"),
    [
        ("Sở A từ chối cấp kinh phí", "Sở A cấp kinh phí", "từ chối"),
        ("Sở A bỏ nội dung này khỏi kế hoạch", "Sở A đưa nội dung này vào kế hoạch", "bỏ"),
        ("Sở A cắt giảm đội ngũ", "Sở A sắp xếp đội ngũ", "cắt giảm"),
        ("Sở A không mở lớp", "Sở A mở lớp, truy cập miễn phí", "không"),
        ("Sở A không thu tiền", "Sở A mở lớp. Sở A không thu tiền", ""),
    ],
)
def test_verbs_that_deny(said: str, plan: str, wrong: str) -> None:
    assert turned_round(said, plan).strip() == wrong
