"""What a model says is borne out by its passages or falls: lies are caught, paraphrases stay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest

from assistant.chain import Assistant
from assistant.model.check import Checker
from assistant.model.grounds import Ground
from assistant.model.sentences import split_sentences, without_markup
from assistant.model.values import digitise, quantities_of
from assistant.model.verdict import Verdict
from corpus.embedding import SentenceEmbedder
from evals.statements import Statement, by_hand, halves, made_false, made_true


@pytest.fixture(scope="module")
def true(assistant: Assistant) -> list[Statement]:
    reader, plans = assistant.reader, assistant.plans
    return [*by_hand(reader, plans, "true"), *made_true(reader, plans)]


def judged(
    statements: Sequence[Statement], embedder: SentenceEmbedder
) -> list[tuple[Statement, Verdict]]:
    found = []
    for one in statements:
        checker = Checker(one.grounds, embedder)
        verdicts = [checker.check(sentence) for sentence in split_sentences(one.cited)]
        found.append((one, next((v for v in verdicts if not v.holds), verdicts[0])))
    return found


def test_two_hundred_paraphrases_stay(true: list[Statement], embedder: SentenceEmbedder) -> None:
    hand = [one for one in true if one.kind == "by hand"]
    assert len(true) >= 200 and len(hand) >= 60
    faults = {one.text: v for one, v in judged(true, embedder) if not v.holds}
    for part in (true, hand, *halves(true)):
        dropped = [(one.text, faults[one.text]) for one in part if one.text in faults]
        assert len(dropped) <= 0.05 * len(part), dropped


def test_two_hundred_lies_are_caught(
    assistant: Assistant, true: list[Statement], embedder: SentenceEmbedder
) -> None:
    false = made_false(true, assistant.plans, each=36)
    kinds = Counter(one.kind for one in false)
    assert len(false) >= 200 and len(kinds) == 6 and min(kinds.values()) >= 30, kinds
    passed = [(one.kind, one.cited) for one, v in judged(false, embedder) if v.holds]
    assert len(passed) <= 0.02 * len(false), passed


def test_subtle_lies_by_hand_are_caught(assistant: Assistant, embedder: SentenceEmbedder) -> None:
    false = list(by_hand(assistant.reader, assistant.plans, "false"))
    passed = [one.text for one, v in judged(false, embedder) if v.holds]
    assert len(false) >= 30 and not passed


@pytest.mark.parametrize(
    ("name", "true", "false"),
    [("fresh", 60, 120), ("second", 20, 30), ("third", 80, 120), ("fourth", 80, 60)],
)
def test_fresh_sentences_are_told_apart(
    assistant: Assistant, embedder: SentenceEmbedder, name: str, true: int, false: int
) -> None:
    """Written by someone who had not seen the rules; `evals/README.md` has the first figures."""
    reader, plans = assistant.reader, assistant.plans
    honest = judged(list(by_hand(reader, plans, f"{name}_true")), embedder)
    lies = judged(list(by_hand(reader, plans, f"{name}_false")), embedder)
    assert (len(honest), len(lies)) == (true, false)
    dropped = [one.text for one, v in honest if not v.holds]
    assert len(dropped) <= (0.1 if name == "second" else 0.05) * true, dropped
    passed = [one.text for one, v in lies if v.holds]
    assert len(passed) <= (0.04 if name == "second" else 0.02) * false, passed


@pytest.mark.parametrize(
    ("words", "text", "fault"),
    [
        (
            "tham mưu UBND tỉnh bố trí",
            "Sở Tài chính chủ trì tham mưu UBND tỉnh bố trí kinh phí.",
            None,
        ),
        (
            "tham mưu UBND tỉnh bố trí",
            "Sở Văn hóa, Thể thao và Du lịch chủ trì tham mưu UBND tỉnh bố trí kinh phí, "
            "Sở Tài chính phối hợp.",
            "agency",
        ),
        ("Nguyễn Quang Vinh", "Phó Chủ tịch UBND huyện Cát Hải ký kế hoạch.", None),
        ("Nguyễn Quang Vinh", "Phó Chủ tịch UBND huyện Tiên Lãng ký kế hoạch.", "place"),
        (
            "phấn đấu đạt 70%",
            "Đến năm 2030, 100% bảo tàng triển khai chương trình giáo dục lịch sử, "
            "còn 70% vào năm 2025.",
            None,
        ),
    ],
)
def test_who_leads_which_district_and_whose_year(
    assistant: Assistant, embedder: SentenceEmbedder, words: str, text: str, fault: str | None
) -> None:
    homes = (
        Ground(1, plan, passage)
        for plan in assistant.plans
        for passage in assistant.reader.passages_of(plan.id)
        if words in passage.reading
    )
    [sentence] = split_sentences(f"{text} [1]")
    assert Checker([next(homes)], embedder).check(sentence).fault == fault


def test_keys_are_needed_and_must_exist(true: list[Statement], embedder: SentenceEmbedder) -> None:
    one = true[0]
    checker = Checker(one.grounds, embedder)
    [bare] = split_sentences(one.text)
    [invented] = split_sentences(f"{one.text} [1][17]")
    assert checker.check(bare).fault == "no_key"
    assert checker.check(invented) == Verdict("no_such_key", "17")
    assert checker.invented(invented) == 1


def test_each_stretch_answers_for_its_own_key(
    assistant: Assistant, embedder: SentenceEmbedder
) -> None:
    plans = {plan.place.value: plan for plan in assistant.plans}
    grounds = []
    for key, (place, words) in enumerate(
        [("Hưng Yên", "25 tháng 11"), ("Tuyên Quang", "01 tháng 12")], start=1
    ):
        plan = plans[place]
        passages = assistant.reader.passages_of(plan.id)
        home = next(p for p in passages if words in p.reading)
        grounds.append(Ground(key, plan, home))
    checker = Checker(grounds, embedder)
    right = "Hưng Yên: báo cáo định kỳ trước 25/11 [1], Tuyên Quang: trước 1/12 [2]."
    wrong = "Hưng Yên: báo cáo định kỳ trước 1/12 [1], Tuyên Quang: trước 25/11 [2]."
    assert [checker.check(one).fault for one in split_sentences(right)] == [None]
    assert [checker.check(one).fault for one in split_sentences(wrong)] == ["date"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Có 70% [1]. Hạn là 1/12 [2].", [("Có 70%.", (1,)), ("Hạn là 1/12.", (2,))]),
        ("Có 70%. [1] Hạn là 1/12. [2]", [("Có 70%.", (1,)), ("Hạn là 1/12.", (2,))]),
        ("Đạt 15.000 bản, 1,5 bản/người [1, 3].", [("Đạt 15.000 bản, 1,5 bản/người.", (1, 3))]),
        ("- Sở A làm [1]\n- Sở B làm [2]", [("Sở A làm", (1,)), ("Sở B làm", (2,))]),
        (
            "Có hai cơ quan:\n- A [1]\n- B [2]",
            [("Có hai cơ quan:", (1, 2)), ("A", (1,)), ("B", (2,))],
        ),
        (
            "| Nơi | Mức |\n|---|---|\n| Lai Châu | 10% [1] |",
            [("Lai Châu: 10%", (1,))],
        ),
        ("Ngày Sách (21/4) ở TP. Hải Phòng [2].", [("Ngày Sách (21/4) ở TP. Hải Phòng.", (2,))]),
        ("**Công an tỉnh** [1] chủ trì.", [("Công an tỉnh chủ trì.", (1,))]),
    ],
)
def test_an_answer_is_split(text: str, sentences: list[tuple[str, tuple[int, ...]]]) -> None:
    assert [(one.text, one.keys) for one in split_sentences(text)] == sentences


@pytest.mark.parametrize(
    ("text", "left", "count"),
    [
        ("Xem ![ảnh](http://x.example/a.png) này [1].", "Xem  này [1].", 1),
        ("Xem [tại đây](https://x.example) [1]", "Xem tại đây [1]", 1),
        ("A<script>alert(1)</script> <b>B</b> <img src=x onerror=y> [1]", "A B  [1]", 4),
        ("Vào https://x.example/?q=1 ngay [1].", "Vào  ngay [1].", 1),
        ("[1](javascript:alert(1)) A", "[1]) A", 1),
        ("<think>bí mật</think>Có [1].", "Có [1].", 1),
        ("Dùng 70% [1] (21/4).", "Dùng 70% [1] (21/4).", 0),
    ],
)
def test_what_could_be_fetched_is_taken_out(text: str, left: str, count: int) -> None:
    assert without_markup(text) == (left, count)


def test_numbers_are_read_however_they_are_written() -> None:
    for text in ("bảy mươi phần trăm", "70 phần trăm", "seventy per cent", "70 %"):
        assert digitise(f"có {text} thư viện") == "có 70% thư viện"
    assert digitise("tăng từ 10 đến 15%") == "tăng 10 - 15%"
    assert digitise("between 10 and 15 per cent") == "10 - 15%"
    assert digitise("đạt 70% và 100%") == "đạt 70% và 100%"
    assert digitise("một nửa, hai phần ba, một trong những năm") == "50%, 2/3, một trong những năm"
    assert digitise("một trăm nghìn bản, fifteen thousand books") == "100.000 bản, 15.000 books"
    assert digitise("hai đến ba cuộc, four or five events") == "2 - 3 cuộc, 4 - 5 events"
    told = quantities_of("ngày 09/12/2022, Quyết định số 1520/QĐ-TTg, 15.000 bản, 4 lớp")
    assert told == {"15000", "4"}
