"""The measures agree with an outside implementation and mean what their docstrings say."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

import ir_measures
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from ir_measures import RR, R, Success, nDCG

from corpus.vietnamese import early_tone, fold
from evals.intervals import bootstrap_interval, interval_of
from evals.measures import (
    Detection,
    citation_precision,
    citation_recall,
    detection,
    holds,
    missing,
    ndcg_at_k,
    new_figures,
    opens_with,
    percentile,
    prose_words,
    quote_fidelity,
    recall_at_k,
    reciprocal_rank,
    success_at_k,
    words_of,
)

IDS = st.sampled_from([f"d{i}" for i in range(14)])
RANKINGS = st.lists(IDS, max_size=12, unique=True)
RELEVANT = st.lists(IDS, min_size=1, max_size=6, unique=True)
CUTOFFS = st.integers(min_value=1, max_value=12)
WORDS = st.sampled_from(
    ["công", "an", "tỉnh", "hoà", "thuỷ", "Sở", "Ủy", "thư", "viện", "đạt", "mỗi"]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)


def outside(ranked: Sequence[str], relevant: Sequence[str], k: int) -> dict[str, float]:
    """Return the same measures by ir_measures, which calls trec_eval."""
    qrels = [ir_measures.Qrel("q", one, 1) for one in relevant]
    run = [ir_measures.ScoredDoc("q", one, 100.0 - i) for i, one in enumerate(ranked)]
    measures = [Success @ k, R @ k, nDCG @ k, RR]
    return {
        str(key): value for key, value in ir_measures.calc_aggregate(measures, qrels, run).items()
    }


@given(RANKINGS.filter(bool), RELEVANT, CUTOFFS)
def test_ranking_measures_agree_with_ir_measures(
    ranked: list[str], relevant: list[str], k: int
) -> None:
    expected = outside(ranked, relevant, k)
    assert success_at_k(ranked, relevant, k) == pytest.approx(expected[f"Success@{k}"])
    assert recall_at_k(ranked, relevant, k) == pytest.approx(expected[f"R@{k}"])
    assert ndcg_at_k(ranked, relevant, k) == pytest.approx(expected[f"nDCG@{k}"])
    assert reciprocal_rank(ranked, relevant) == pytest.approx(expected["RR"])


def test_a_question_without_hits_scores_zero() -> None:
    assert success_at_k([], ["a"], 10) == 0
    assert recall_at_k([], ["a"], 10) == 0
    assert ndcg_at_k([], ["a"], 10) == 0
    assert reciprocal_rank([], ["a"]) == 0


def test_recall_is_not_success() -> None:
    assert success_at_k(["a", "x"], ["a", "b"], 2) == 1
    assert recall_at_k(["a", "x"], ["a", "b"], 2) == 0.5


@given(RANKINGS, RELEVANT, CUTOFFS)
def test_a_deeper_cutoff_never_lowers_success_or_recall(
    ranked: list[str], relevant: list[str], k: int
) -> None:
    assert success_at_k(ranked, relevant, k) <= success_at_k(ranked, relevant, k + 1)
    assert recall_at_k(ranked, relevant, k) <= recall_at_k(ranked, relevant, k + 1)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("tăng bình quân 10% mỗi năm", "10%"),
        ("tăng bình quân 10 % mỗi năm", "10%"),
        ("mười, tức 10 phần trăm", "10%"),
        ("10 percent a year", "10%"),
        ("tăng 10 – 15% mỗi năm", "10-15%"),
        ("tăng từ 10% đến 15% mỗi năm", "10 - 15%"),
        ("from 10 to 15% a year", "10-15%"),
        ("bình quân 6-\n8% mỗi năm", "6-8%"),
        ("từ 6.000 — 8.000 bản sách", "6.000-8.000"),
        ("hằng năm tổ chức 02 - 03 cuộc", "2-3 cuộc"),
        ("trước ngày 01 tháng 12 hằng năm", "01/12"),
        ("trước ngày 1/12", "01 tháng 12"),
        ("ngày 13/04/2023", "ngày 13 tháng 4 năm 2023"),
        ("Kế hoạch số 76/KH-UBND.", "76/KH-UBND"),
        ("thực hiện 93/2020/NĐ-CP ngày", "93/2020/NĐ-CP"),
        ("CÔNG AN TỈNH, Bộ Chỉ huy quân sự tỉnh", "Bộ Chỉ huy Quân sự tỉnh"),
        ("Sở Văn hoá Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
        ("**3. Công an tỉnh**", "Công an tỉnh"),
        ("0,4 bản sách/người dân", "0,4"),
        ("đạt 80%\n- 90% trường", "80%"),
        ("đạt 80% đến 2030 đạt 100%", "80%"),
        ("sơ kết năm 2025.", "2025"),
    ],
)
def test_a_statement_is_found_however_it_is_printed(text: str, statement: str) -> None:
    assert holds(text, statement)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("110%", "10%"),
        ("10 - 15%", "10%"),
        ("10 - 15%", "15%"),
        ("10% - 15%", "10%"),
        ("từ 10 đến 15%", "15%"),
        ("12 - 15%", "10-15%"),
        ("10", "10%"),
        ("1.100.000 bản", "100.000"),
        ("10,4 bản", "0,4"),
        ("giai đoạn 2021 - 2025", "2025"),
        ("ngày 01/12/2023", "01/12"),
        ("176/KH-UBND", "76/KH-UBND"),
        ("Công anh tỉnh", "Công an tỉnh"),
        ("Sở Nội", "Sở Nội vụ"),
        ("", "10%"),
        ("có gì đó", ""),
        ("có gì đó", "…"),
    ],
)
def test_a_number_is_never_found_inside_a_longer_one(text: str, statement: str) -> None:
    assert not holds(text, statement)


@given(TEXTS, TEXTS, TEXTS)
def test_words_stand_in_any_text_around_them(before: str, statement: str, after: str) -> None:
    assert holds(f"{before} {statement}, {after}", statement)


@given(TEXTS, TEXTS)
def test_case_diacritics_and_tone_placement_do_not_matter(text: str, statement: str) -> None:
    expected = holds(text, statement)
    assert holds(text.upper(), statement) == expected
    assert holds(early_tone(text), statement) == expected
    assert holds(fold(text), statement) == expected
    assert holds(text, early_tone(statement)) == expected


@given(st.integers(0, 9999), st.integers(0, 9999), st.booleans())
def test_a_number_is_found_only_as_itself(number: int, other: int, percent: bool) -> None:
    assume(number != other)
    sign = "%" if percent else ""
    assert holds(f"đạt {number}{sign} thư viện", f"{number}{sign}")
    assert not holds(f"đạt {number}{sign} thư viện", f"{other}{sign}")
    assert not holds(f"đạt {number} - {other}{sign} thư viện", f"{other}{sign}")


def test_dates_and_numbers_become_one_word() -> None:
    assert words_of("Ngày 01 tháng 12 năm 2023") == ("ngay", "1/12/2023")
    assert words_of("10 – 15 %") == ("10-15%",)
    assert words_of("76/KH-UBND") == ("76", "kh", "ubnd")


def test_missing_names_each_statement_by_its_first_wording() -> None:
    required = [["Công an tỉnh", "Provincial Police"], ["BCHQS tỉnh"], ["80%"]]
    assert missing("The Provincial Police, 80%", required) == ("BCHQS tỉnh",)


def test_a_number_the_question_named_is_no_new_figure() -> None:
    assert new_figures("Kế hoạch 154 không nêu năm 2027.", "kế hoạch 154 năm 2027?") == ()
    assert new_figures("Đạt 60% (năm 2027).", "năm 2027?") == ("60%",)


def test_abstention_is_measured_as_a_detection() -> None:
    found = detection([True, True, False, False], [True, False, True, False])
    assert found == Detection(0.5, 0.5, 0.5)
    assert detection([True], [False]) == Detection(None, 0.0, 0.0)
    assert detection([False], [False]) == Detection(None, None, None)


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1))
def test_f1_is_the_harmonic_mean(pairs: list[tuple[bool, bool]]) -> None:
    found = detection([a for a, _ in pairs], [b for _, b in pairs])
    if found.precision and found.recall:
        assert found.f1 == pytest.approx(statistics.harmonic_mean([found.precision, found.recall]))


def test_citation_measures_are_shares_and_nothing_is_not_zero() -> None:
    assert quote_fidelity([("a", "a"), ("b", "c")]) == 0.5
    assert citation_precision([True, True, False, False]) == 0.5
    assert citation_recall([True, False]) == 0.5
    assert quote_fidelity([]) is citation_precision([]) is citation_recall([]) is None


@given(st.lists(st.floats(0, 1e6), min_size=2, max_size=40), st.integers(1, 99))
def test_percentile_agrees_with_the_standard_library(values: list[float], hundredth: int) -> None:
    expected = statistics.quantiles(values, n=100, method="inclusive")[hundredth - 1]
    assert percentile(values, hundredth / 100) == pytest.approx(expected, abs=1e-6)


def test_a_percentile_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no values"):
        percentile([], 0.5)
    assert percentile([3.0], 0.99) == 3.0


@pytest.mark.parametrize(
    ("text", "verdict", "said"),
    [
        ("Có, cùng Công an tỉnh", "Có", True),
        ("**Không.** Công an tỉnh phụ trách", "Không", True),
        ("Đúng: 70%", "đúng", True),
        ("Cơ quan phụ trách là Công an tỉnh", "Có", False),
        ("Ứng dụng công nghệ thông tin", "Đúng", False),
        ("Công an tỉnh: có", "Có", False),
        ("Nothing is said", "No", False),
        ("No, 6-8%", "No", True),
        ("", "No", False),
    ],
)
def test_a_verdict_opens_the_text_with_its_diacritics(text: str, verdict: str, said: bool) -> None:
    assert opens_with(text, [verdict]) is said


def test_lists_tables_and_sources_are_no_prose() -> None:
    text = """**Sở Tài chính, 80%:**
- Bố trí kinh phí [1]
2. Báo cáo
| năm | 2025 |

Trước ngày 01 tháng 12 – hằng năm

[1] mục IV.6, Kế hoạch số 76/KH-UBND"""
    assert prose_words(text) == 11
    assert prose_words("") == 0


@given(st.lists(st.sampled_from([0.0, 1.0]), min_size=1, max_size=60))
def test_the_interval_holds_the_mean_and_stays_within_the_values(values: list[float]) -> None:
    interval = bootstrap_interval(values, resamples=200)
    assert interval is not None
    low, high = interval
    assert min(values) <= low <= statistics.mean(values) <= high <= max(values)
    assert bootstrap_interval(values, resamples=200) == interval


def test_the_interval_is_about_as_wide_as_the_normal_one() -> None:
    interval = bootstrap_interval([1.0] * 90 + [0.0] * 10)
    assert interval == pytest.approx((0.9 - 1.96 * 0.03, 0.9 + 1.96 * 0.03), abs=0.015)
    assert bootstrap_interval([]) is None


@pytest.mark.parametrize("n", [1, 7, 60])
def test_the_interval_of_nothing_but_right_ones_is_no_point(n: int) -> None:
    z = 1.959964  # at 1 the score interval begins at n / (n + z²), at 0 it ends at z² / (n + z²)
    assert interval_of([1.0] * n) == pytest.approx((n / (n + z * z), 1.0))
    assert interval_of([0.0] * n) == pytest.approx((0.0, z * z / (n + z * z)))
    assert interval_of([1.0, 0.0] * n) == bootstrap_interval([1.0, 0.0] * n)
    assert interval_of([]) is None
