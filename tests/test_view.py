"""Views lead back to the characters they were made from, whatever the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.plan import Span
from corpus.vietnamese import early_tone, fold, nfc
from corpus.view import join_lines, lines_of, view_line

texts = st.text(
    alphabet=st.sampled_from("aăđêƯ tỉnh\n\r \t*#-–.,;:0123()“”%\u00a0ếặ"), max_size=200
).map(nfc)


@given(texts)
def test_every_character_of_a_view_is_the_character_it_stands_for(text: str) -> None:
    for span in lines_of(text):
        view = view_line(text, span)
        for character, start, end in zip(view.text, view.starts, view.ends, strict=True):
            source = text[start:end]
            assert source == character or (character == " " and source.isspace())


@given(texts)
def test_lines_cover_the_text(text: str) -> None:
    spans = list(lines_of(text))
    assert "".join(text[a:b] for a, b in spans) == "".join(text.splitlines())


@given(texts)
def test_a_joined_slice_lies_within_the_span_of_the_whole(text: str) -> None:
    view = join_lines([view_line(text, span) for span in lines_of(text)])
    if view.text:
        start, end = view.span
        part = view.slice(0, max(1, len(view) // 2))
        if part.text:
            assert start <= part.span.start < part.span.end <= end


@given(texts)
def test_a_restored_view_keeps_the_place_of_every_word(text: str) -> None:
    view = join_lines([view_line(text, span) for span in lines_of(text)])
    longer = " ".join(word + "ế" for word in view.text.split())
    replaced = view.replaced(longer)
    assert replaced.text == longer
    if view.text:
        assert replaced.span == view.span


def test_a_line_broken_at_a_hyphen_is_joined() -> None:
    text = "Quyết định số 1520/QĐ-\nTTg của Thủ tướng"
    view = join_lines([view_line(text, span) for span in lines_of(text)])
    assert view.text == "Quyết định số 1520/QĐ-TTg của Thủ tướng"
    code = view.slice(view.text.index("1520"), view.text.index(" của"))
    assert text[slice(*code.span)] == "1520/QĐ-\nTTg"


@given(texts)
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text) == len(early_tone(text))


def test_folding_makes_spellings_equal() -> None:
    assert fold("Đẩy mạnh HỌC TẬP suốt đời") == "day manh hoc tap suot doi"
    assert early_tone("văn hoá thuỷ quý") == "văn hóa thủy quý"
    assert Span(1, 2).end == 2
