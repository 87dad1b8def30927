"""Plans as issued and the garble of an English OCR model, told apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.vietnamese import fold
from ingest.legibility import Legibility, is_damaged, legibility

PLANS = Path(__file__).parents[1] / "corpus" / "plans"
DOCUMENTS = Path(__file__).parents[2] / "shared" / "documents" / "ocr-pairs"
CLEAN = ("huyen-cat-hai", "tinh-hung-yen", "tinh-tuyen-quang")
GARBLED = ("tinh-lai-chau_154", "tinh-lai-chau_4084")
SIZE = 400


def stretches(text: str) -> list[str]:
    """Return the text in stretches of `SIZE` characters, without a short rest."""
    return [text[start : start + SIZE] for start in range(0, len(text) - SIZE + 1, SIZE)]


def plan(name: str) -> str:
    """Return the text of the plan whose file begins so."""
    return next(PLANS.glob(f"{name}*")).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", CLEAN)
def test_no_stretch_of_a_legible_plan_is_damaged(name: str) -> None:
    """Headings, lists and signatures included."""
    assert not any(map(is_damaged, stretches(plan(name))))
    assert not is_damaged(plan(name))


@pytest.mark.parametrize("name", GARBLED)
def test_every_stretch_of_a_garbled_plan_is_damaged(name: str) -> None:
    """The two plans scanned with an English model."""
    assert all(map(is_damaged, stretches(plan(name))))
    assert is_damaged(plan(name))


@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="no ../shared/documents/ocr-pairs here")
def test_other_documents_are_told_apart() -> None:
    """Pages of a law and a directive: the truth and a good OCR are legible, the garble is not."""
    for page in DOCUMENTS.glob("*.txt"):
        damaged = page.name.endswith("tess-eng-200dpi.txt")
        verdicts = set(map(is_damaged, stretches(page.read_text(encoding="utf-8"))))
        assert verdicts == {damaged}, page.name


def test_text_typed_without_accents_is_damaged() -> None:
    """It is Vietnamese that has lost its marks."""
    assert is_damaged(fold(plan("huyen-cat-hai")[:1000]))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  \n",
        "2025: 60%, 70%, 100%; 1.000.000\n" * 20,
        "Luu: VT, VX3.",
        "The library shall provide lifelong learning services to every reader of the province, "
        "and report to the department of culture, sports and tourism once a year before May.",
        "UBND HĐND MTTQ CHQS " * 10,
    ],
)
def test_nothing_to_restore(text: str) -> None:
    """Too little to tell by, or another language."""
    assert not is_damaged(text)


def test_shares_of_nothing_are_zero() -> None:
    """A page without words has no share of syllables."""
    assert legibility("12/2025 – 60%") == Legibility(0.0, 0.0)


@given(st.text(max_size=300))
def test_any_text_is_measured(text: str) -> None:
    """No text is refused, and shares are shares."""
    assert all(0 <= share <= 1 for share in legibility(text))
    assert is_damaged(text) in (True, False)
