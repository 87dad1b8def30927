"""The runner, the figures and the command line, on a small plan and an assistant made by hand."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import one_page

from assistant.answer import Answer, Citation, Hit, Turn
from corpus.plan import Field, Passage, Plan, Span
from evals.__main__ import main
from evals.bars import Bar, answer_bars, render_bars
from evals.check import read_plan_texts
from evals.confidence import best, render_confidence, risk_coverage
from evals.history import read_history
from evals.question import SPLITS, GoldSection, Question, Split, read_split
from evals.report import Report, as_json, render
from evals.robust import losses, measure_robust, render_robust
from evals.run import (
    HITS,
    AnswerRecord,
    Assistant,
    RetrievalRecord,
    run_answers,
    run_retrieval,
)
from evals.sections import dotted, related
from evals.speed import measure_speed
from evals.summary import NO_PLAN, summarise_answers, summarise_retrieval

TEXT = """Số: 7/KH-UBND
I. MỤC TIÊU
1. Đến năm 2025 đạt 80% thư viện.
IV. TỔ CHỨC THỰC HIỆN
3. Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh: Chỉ đạo thư viện lực lượng vũ trang.
4. Sở Tài chính: Bố trí kinh phí.
"""
FILE = "tinh-mau.txt"
NOTHING = Field(None)
PLAN = Plan(
    id="mau",
    file=FILE,
    sha256="0" * 64,
    text=TEXT,
    number=NOTHING,
    issuer=NOTHING,
    place=NOTHING,
    date=NOTHING,
    title=NOTHING,
    programme=NOTHING,
    signer=NOTHING,
    bases=(),
    recipients=(),
    replaces=(),
    pages=one_page(TEXT),
)
ARMED = "3. Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh: Chỉ đạo thư viện lực lượng vũ trang."
FINANCE = "4. Sở Tài chính: Bố trí kinh phí."
GOAL = "1. Đến năm 2025 đạt 80% thư viện."

ASK_ARMED = Question(
    id="mau-1",
    kind="agency",
    language="vi",
    question="Cơ quan nào phụ trách thư viện lực lượng vũ trang?",
    history=(),
    answerable=True,
    reason=None,
    plans=(FILE,),
    sections=(GoldSection(FILE, "IV.3"),),
    required=(("Công an tỉnh", "Provincial Police"), ("Bộ Chỉ huy Quân sự tỉnh",)),
    forbidden=("Biên phòng",),
    short_answer="Công an tỉnh và Bộ Chỉ huy Quân sự tỉnh",
    gold_quote=ARMED,
)
ASK_NOWHERE = replace(
    ASK_ARMED,
    id="mau-2",
    question="Năm 2027 ở Nghệ An bao nhiêu phần trăm?",
    kind="target",
    answerable=False,
    reason="no_such_plan",
    plans=(),
    sections=(),
    required=(),
    forbidden=(),
    short_answer="",
    gold_quote="",
)
ASK_DATE = replace(
    ASK_ARMED,
    id="mau-3",
    question="Kế hoạch ban hành ngày nào?",
    kind="document",
    reason="unclear",
    sections=(),
    required=(("chưa rõ", "unclear"),),
    forbidden=("01/01/2023",),
    short_answer="Chưa rõ",
    gold_quote="Số: 7/KH-UBND",
)


def passage(words: str, *path: str) -> Passage:
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    return Passage(words[:4], PLAN.id, path, (), (), words, words, span)


def hits(*passages: Passage) -> tuple[Hit, ...]:
    return tuple(Hit(one, 1 / rank, rank, "made") for rank, one in enumerate(passages, start=1))


def citation(words: str, section: str, quote: str | None = None) -> Citation:
    start = TEXT.index(words)
    return Citation(
        key=1,
        document=FILE,
        title="",
        number="7/KH-UBND",
        issuer="",
        date="",
        section=section,
        quote=words if quote is None else quote,
        start=start,
        end=start + len(words),
        plan_id=PLAN.id,
        label=f"mục {section}, Kế hoạch số 7/KH-UBND",
        page=None,
        restored=None,
    )


def answer(short: str, *citations: Citation, declined: bool = False) -> Answer:
    return Answer(
        question="",
        answer=short,
        short_answer=short,
        abstained=declined,
        reason="not_stated" if declined else None,
        language="vi",
        answerer="made",
        citations=citations,
        latency_s=0.0,
    )


class MadeAssistant:
    """Answers what it was given to answer; an unknown question crashes it."""

    def __init__(
        self,
        answers: Mapping[str, Answer] | None = None,
        found: Mapping[str, tuple[Hit, ...]] | None = None,
    ) -> None:
        self._answers = answers or {}
        self._found = found or {}
        self.histories: list[tuple[Turn, ...]] = []

    @property
    def plans(self) -> tuple[Plan, ...]:
        return (PLAN,)

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        self.histories.append(tuple(history))
        return self._answers[question]

    def retrieve(self, question: str, history: Sequence[Turn] = ()) -> tuple[Hit, ...]:
        return self._found[question]


def ticking() -> Callable[[], float]:
    """Return a clock that moves on by half a second at every look."""
    moments = iter(range(1_000_000))
    return lambda: next(moments) / 2


def answered(question: Question, given_answer: Answer) -> AnswerRecord:
    made = MadeAssistant({question.question: given_answer})
    (record,) = run_answers(made, [question], ticking())
    assert record.error is None, record.error
    return record


def ranked(question: Question, *passages: Passage) -> RetrievalRecord:
    made = MadeAssistant(found={question.question: hits(*passages)})
    (record,) = run_retrieval(made, [question], ticking())
    assert record.error is None, record.error
    return record


# ---------------------------------------------------------------------------- sections


@pytest.mark.parametrize(
    ("path", "label"),
    [
        (("IV", "3"), "IV.3"),
        (("I", "2", "2.1", "2.1.1"), "I.2.1.1"),
        (("I", "2", "1", "1"), "I.2.1.1"),
        (("II", "2.1.2", "a)"), "II.2.1.2.a"),
        (("I1.", "1"), "II.1"),
        (("Il",), "II"),
        (("111",), "III"),
        (("1",), "1"),
        ((), ""),
    ],
)
def test_a_path_is_written_one_way(path: tuple[str, ...], label: str) -> None:
    assert dotted(path) == label


@given(st.lists(st.sampled_from(["I", "II", "1", "2", "a"]), min_size=1, max_size=4))
def test_a_section_is_related_to_itself_and_to_those_above(path: list[str]) -> None:
    assert related(dotted(path), dotted(path))
    assert related(dotted(path), dotted(path[:1]))
    assert related(dotted(path[:1]), dotted(path))


def test_neighbours_and_longer_numbers_are_not_related() -> None:
    assert not related("IV.1", "IV.11")
    assert not related("IV.3", "IV.4")
    assert not related("", "IV")


# ---------------------------------------------------------------------------- retrieval


def test_a_hit_in_above_or_below_the_gold_section_counts() -> None:
    for path in (("IV", "3"), ("IV",), ("IV", "3", "a")):
        record = ranked(ASK_ARMED, passage(FINANCE, "IV", "4"), passage(ARMED, *path))
        assert record.ranked == ("#1", f"{FILE} IV.3")
        assert record.quote_ranks == (2,)


def test_two_passages_of_one_gold_section_count_once() -> None:
    record = ranked(ASK_ARMED, passage(ARMED, "IV", "3"), passage(ARMED, "IV", "3"))
    assert record.ranked == (f"{FILE} IV.3", "#2")


def test_retrieval_leaves_out_what_no_plan_answers() -> None:
    made = MadeAssistant(found={ASK_ARMED.question: ()})
    records = list(run_retrieval(made, [ASK_NOWHERE, ASK_ARMED], ticking()))
    assert [record.question.id for record in records] == ["mau-1"]
    (figures, *_) = summarise_retrieval(records)
    assert (figures.success_10, figures.mrr_10, figures.quote_10) == (0, 0, 0)


def test_retrieval_figures_of_a_hit_at_rank_two() -> None:
    record = ranked(ASK_ARMED, passage(FINANCE, "IV", "4"), passage(ARMED, "IV", "3"))
    figures = summarise_retrieval([record])[0]
    assert (figures.success_1, figures.success_5, figures.mrr_10) == (0, 1, 0.5)
    assert figures.recall_5 == figures.quote_5 == 1


def test_a_question_without_gold_sections_is_judged_by_its_quote_only() -> None:
    record = ranked(ASK_DATE, passage("Số: 7/KH-UBND", "Mở đầu"))
    figures = summarise_retrieval([record])[0]
    assert figures.n == 1
    assert figures.n_sections == 0
    assert figures.success_1 is None
    assert figures.quote_1 == 1


# ---------------------------------------------------------------------------- answers


def test_a_right_answer_with_its_citation() -> None:
    record = answered(ASK_ARMED, answer(ASK_ARMED.short_answer, citation(ARMED, "IV.3")))
    assert record.correct
    assert record.supports == (True,)
    assert record.carried == (True, True)
    assert record.quotes == ((ARMED, ARMED),)
    assert record.seconds == 0.5


def test_half_a_set_or_a_forbidden_agency_is_wrong() -> None:
    half = answered(ASK_ARMED, answer("Công an tỉnh"))
    assert not half.correct
    assert half.lacking == ("Bộ Chỉ huy Quân sự tỉnh",)
    more = answered(ASK_ARMED, answer(ASK_ARMED.short_answer + ", Bộ đội Biên phòng"))
    assert not more.correct
    assert more.wrong == ("Biên phòng",)


def test_a_citation_of_another_section_supports_nothing() -> None:
    record = answered(ASK_ARMED, answer(ASK_ARMED.short_answer, citation(FINANCE, "IV.4")))
    assert record.supports == (False,)
    assert record.carried == (False, False)


def test_a_quote_that_is_not_the_plans_text_is_found_out() -> None:
    changed = citation(ARMED, "IV.3", quote="Công an huyện")
    record = answered(ASK_ARMED, answer(ASK_ARMED.short_answer, changed))
    assert summarise_answers([record])[0].fidelity == 0


def test_declining_is_right_only_where_no_plan_answers() -> None:
    declined = answer("Kho chưa có kế hoạch của Nghệ An.", declined=True)
    assert answered(ASK_NOWHERE, declined).correct
    assert not answered(ASK_NOWHERE, answer("60%")).correct
    assert not answered(ASK_ARMED, answer(ASK_ARMED.short_answer, declined=True)).correct


def test_saying_that_a_plan_is_unclear_is_right_whether_or_not_it_is_called_declining() -> None:
    for declined in (True, False):
        assert answered(ASK_DATE, answer("Ngày ban hành: chưa rõ", declined=declined)).correct
    assert not answered(ASK_DATE, answer("01/01/2023")).correct


def test_the_abstention_figures() -> None:
    records = [
        answered(ASK_NOWHERE, answer("60% năm 2027", declined=False)),
        answered(ASK_NOWHERE, answer("Không nêu năm 2027.", declined=True)),
        answered(ASK_ARMED, answer("Không rõ", declined=True)),
        answered(ASK_DATE, answer("Chưa rõ", declined=True)),
    ]
    figures = summarise_answers(records)[0]
    assert (figures.abstention_precision, figures.abstention_recall) == (0.5, 0.5)
    assert (figures.unanswerable, figures.with_digit, figures.with_figure) == (2, 2, 1)


def test_a_crash_is_reported_and_scored_nowhere() -> None:
    made = MadeAssistant({ASK_ARMED.question: answer(ASK_ARMED.short_answer)})
    records = list(run_answers(made, [ASK_ARMED, ASK_DATE], ticking()))
    figures = summarise_answers(records)[0]
    assert (figures.n, figures.crashed, figures.correct) == (1, 1, 1)
    assert "KeyError" in (records[1].error or "")
    shown = render(Report("made", answers=tuple(records)))
    assert "CRASHED: KeyError" in shown
    rankings = list(run_retrieval(MadeAssistant(), [ASK_ARMED], ticking()))
    assert summarise_retrieval(rankings)[0].crashed == 1
    assert summarise_retrieval(rankings)[0].success_1 is None


def test_the_history_reaches_the_assistant() -> None:
    turn = Turn("Ở Tuyên Quang?", "Công an tỉnh")
    question = replace(ASK_ARMED, history=(turn,))
    made = MadeAssistant({question.question: answer("")})
    list(run_answers(made, [question], ticking()))
    assert made.histories == [(turn,)]


def test_a_verdict_must_open_the_short_answer() -> None:
    question = replace(
        ASK_ARMED, kind="yes_no", required=(("Có", "Đúng"), ("Công an tỉnh",)), forbidden=()
    )
    assert answered(question, answer("Đúng, Công an tỉnh")).correct
    assert answered(question, answer("Công an tỉnh là cơ quan đúng")).lacking == ("Có",)
    assert answered(question, answer("Không, Công an tỉnh")).unstated == ("Có",)


def test_a_citation_supports_a_verdict_only_by_what_proves_it() -> None:
    question = replace(
        ASK_ARMED, kind="yes_no", required=(("Có",),), forbidden=(), sections=(), plans=(FILE,)
    )
    proved = answered(question, answer("Có", citation(ARMED, "IV.3")))
    assert (proved.supports, proved.carried) == ((True,), (True,))
    beside = answered(question, answer("Có", citation("Số: 7/KH-UBND", "Cơ sở")))
    assert (beside.supports, beside.carried) == ((False,), (False,))


def test_a_false_premise_is_declined_and_corrected_anywhere_in_the_answer() -> None:
    question = replace(
        ASK_ARMED,
        kind="premise",
        answerable=False,
        reason="false_premise",
        required=(("Công an tỉnh",),),
        forbidden=(),
    )
    corrected = answer("Kế hoạch không nêu như vậy.", declined=True)
    assert not answered(question, corrected).correct
    corrected = replace(corrected, answer="Kế hoạch giao Công an tỉnh.")
    assert answered(question, corrected).correct
    assert not answered(question, replace(corrected, abstained=False)).correct
    silent = answered(question, answer("Kế hoạch không nêu.", declined=True))
    assert "declined without saying: Công an tỉnh" in render(Report("made", answers=(silent,)))


def test_the_record_keeps_length_confidence_and_the_files_cited() -> None:
    given_answer = replace(
        answer("**Công an tỉnh**\n- một hai ba\n\n[1] mục IV.3", citation(ARMED, "IV.3")),
        confidence=0.8,
    )
    record = answered(ASK_ARMED, given_answer)
    assert (record.words, record.confidence, record.cited_files) == (3, 0.8, (FILE,))


def test_figures_stand_by_kind_language_and_plan() -> None:
    records = [answered(ASK_NOWHERE, answer("", declined=True)), answered(ASK_ARMED, answer(""))]
    groups = [row.group for row in summarise_answers(records)]
    assert groups == [
        "all",
        "kind target",
        "kind agency",
        "language vi",
        "legibility clear",
        f"plan {NO_PLAN}",
        "plan tinh-mau",
    ]


# ---------------------------------------------------------------------------- all the golds


PLANS_DIR = Path(__file__).parents[1] / "corpus" / "plans"


def gold_plans() -> dict[str, Plan]:
    texts = read_plan_texts(PLANS_DIR)
    return {name: replace(PLAN, id=name, file=name, text=text) for name, text in texts.items()}


class GoldAssistant:
    """Says what the gold says, with the gold quote; declines what has no gold."""

    def __init__(self, question: Question) -> None:
        self._question = question
        self._plans = gold_plans()

    @property
    def plans(self) -> tuple[Plan, ...]:
        return tuple(self._plans.values())

    def _quoted(self) -> tuple[str, Span]:
        name = self._question.plans[0]
        start = self._plans[name].text.index(self._question.gold_quote)
        return name, Span(start, start + len(self._question.gold_quote))

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        if not self._question.answerable:
            return answer(self._question.short_answer, declined=True)
        name, span = self._quoted()
        made = replace(
            citation(ARMED, self._question.sections[0].section if self._question.sections else ""),
            plan_id=name,
            quote=self._question.gold_quote,
            start=span.start,
            end=span.end,
        )
        return answer(self._question.short_answer, made)

    def retrieve(self, question: str, history: Sequence[Turn] = ()) -> tuple[Hit, ...]:
        _, span = self._quoted()
        return hits(
            *(
                Passage("", one.document, tuple(one.section.split(".")), (), (), "", "", span)
                for one in self._question.sections
            )
        )


@pytest.mark.parametrize("split", SPLITS)
def test_the_gold_answers_score_full_marks(split: Split) -> None:
    questions = read_split(split)
    records = [
        record for one in questions for record in run_answers(GoldAssistant(one), [one], ticking())
    ]
    figures = summarise_answers(records)[0]
    assert (figures.correct, figures.right, figures.stated, figures.crashed) == (1, 1, 1, 0)
    assert figures.citation_precision == figures.citation_recall == figures.fidelity == 1
    assert figures.abstention_f1 == 1
    rankings = [
        record
        for one in questions
        if len(one.sections) <= HITS  # a list of all agencies has more sections than a ranking
        for record in run_retrieval(GoldAssistant(one), [one], ticking())
    ]
    found = summarise_retrieval(rankings)[0]
    assert found.crashed == 0
    assert found.success_1 == found.recall_10 == found.ndcg_10 == found.mrr_10 == 1


# ---------------------------------------------------------------------------- report, command


def test_the_report_names_what_failed_and_why() -> None:
    records = (
        answered(ASK_ARMED, answer("Sở Tài chính, Biên phòng")),
        answered(ASK_NOWHERE, answer("60%")),
    )
    rankings = (ranked(ASK_ARMED, passage(FINANCE, "IV", "4")),)
    shown = render(Report("made", retrieval=rankings, answers=records))
    assert "missing: Công an tỉnh; Bộ Chỉ huy Quân sự tỉnh; forbidden: Biên phòng" in shown
    assert "should have declined (no_such_plan)" in shown
    assert f"wanted in the first five: {FILE} IV.3" in shown
    json.dumps(as_json(Report("made", retrieval=rankings, answers=records)))


def test_what_is_held_back_is_shown_in_totals_only() -> None:
    records = (answered(ASK_ARMED, answer("Sở Tài chính")),)
    rankings = (ranked(ASK_ARMED, passage(FINANCE, "IV", "4")),)
    report = Report("made", retrieval=rankings, answers=records, totals_only=True)
    shown = render(report) + json.dumps(as_json(report), ensure_ascii=False)
    assert ASK_ARMED.question not in shown
    assert ASK_ARMED.id not in shown
    assert "Failed: 1 (not listed" in shown


def test_each_bar_stands_beside_its_figure() -> None:
    records = [answered(ASK_ARMED, answer("Sở Tài chính")), answered(ASK_NOWHERE, answer("60%"))]
    bars = {bar.name: bar for bar in answer_bars(summarise_answers(records))}
    assert bars["correct"].value == 0
    assert {"kind agency", "kind target", "median words", "quotes verbatim"} <= set(bars)
    assert "language en" not in bars
    assert "MISS" in render_bars(bars.values())
    assert (Bar("", 0.96 - 0.94, 0.02, at_most=True).met, Bar("", None, 0.5).met) == (True, False)
    assert answer_bars(()) == ()


def test_the_interval_of_a_group_holds_its_figure() -> None:
    records = [answered(ASK_ARMED, answer(text)) for text in ("Sở", ASK_ARMED.short_answer) * 5]
    row = summarise_answers(records)[0]
    assert row.low is not None and row.high is not None
    assert 0 < row.low < 0.5 < row.high < 1


def test_speed_is_measured_warm_and_apart_from_loading() -> None:
    made = MadeAssistant({ASK_ARMED.question: answer("")})
    speed = measure_speed(lambda: made, [ASK_ARMED, ASK_DATE], ticking())
    assert speed.load_s == 0.5
    assert (speed.n, speed.crashed) == (1, 1)
    assert speed.p50_ms == speed.p95_ms == speed.p99_ms == 500
    with pytest.raises(ValueError, match="no question was answered"):
        measure_speed(MadeAssistant, [ASK_ARMED], ticking())


def question_line(question: Question) -> str:
    row = {
        **question.__dict__,
        "history": [],
        "sections": [{"document": FILE, "section": "IV.3"}] if question.sections else [],
    }
    return json.dumps(row, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("what", ["all", "retrieval", "answers", "speed"])
def test_the_command_measures_and_writes_json(
    what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    questions, written = tmp_path / "few.jsonl", tmp_path / "out.json"
    questions.write_text(question_line(ASK_ARMED), encoding="utf-8")

    def open_made() -> Assistant:
        return MadeAssistant(
            {ASK_ARMED.question: answer(ASK_ARMED.short_answer, citation(ARMED, "IV.3"))},
            {ASK_ARMED.question: hits(passage(ARMED, "IV", "3"))},
        )

    given_words = [what, "--questions", str(questions), "--json", str(written)]
    assert main(given_words, open_made) == 0
    shown = capsys.readouterr()
    found = json.loads(written.read_text(encoding="utf-8"))
    expected = {"all": {"retrieval", "answers"}}.get(what, {what})
    assert set(found) == {"questions"} | expected
    assert "few.jsonl, 1 questions" in shown.out
    for part in expected:
        assert part.upper() in shown.out


def test_the_loss_of_a_spelling_is_measured() -> None:
    made = MadeAssistant({ASK_ARMED.question: answer(ASK_ARMED.short_answer)})
    found = measure_robust(made, [ASK_ARMED], ticking())
    by_name = {one.spelling: one for one in found}
    assert by_name["as written"].correct == 1
    assert (by_name["no diacritics"].correct, by_name["no diacritics"].changed) == (0, 1)
    assert (by_name["other tone place"].correct, by_name["other tone place"].changed) == (1, 0)
    bars = {bar.name: bar.met for bar in losses(found)}
    assert bars["loss, other tone place"] and not bars["loss, no diacritics"]
    assert "Lost, no diacritics: 1\n  [mau-1] Co quan nao" in render_robust(found, False)
    assert "mau-1" not in render_robust(found, True)


def test_the_curve_of_risk_and_coverage() -> None:
    sure = replace(answer(ASK_ARMED.short_answer), confidence=0.9)
    unsure = replace(answer("60%"), confidence=0.3)
    records = [
        answered(ASK_ARMED, sure),
        answered(ASK_NOWHERE, unsure),
        answered(ASK_NOWHERE, answer("Không có kế hoạch", declined=True)),
    ]
    curve = risk_coverage(records)
    assert (curve[0].coverage, curve[0].accuracy) == (pytest.approx(2 / 3), 0.5)
    assert (curve[-1].coverage, curve[-1].accuracy, curve[-1].treated_right) == (0, None, 2 / 3)
    chosen = best(curve)
    assert (chosen.threshold, chosen.accuracy, chosen.treated_right) == (0.35, 1, 1)
    assert render_confidence(curve).count("best") == 1
    assert risk_coverage([]) == ()


class DecliningAssistant(MadeAssistant):
    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        return answer("", declined=True)


@pytest.mark.parametrize("what", ["answers", "robust", "confidence"])
def test_a_run_on_what_is_held_back_is_written_down_and_refused_twice_a_day(
    what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    history = tmp_path / "kept" / "answers.jsonl"
    words = [what, "--split", "kinds-test"]

    def run(day: int, *more: str) -> int:
        return main([*words, *more], DecliningAssistant, history, lambda: date(2026, 1, day))

    assert run(1) == 0
    shown = capsys.readouterr().out
    assert not any(question.question in shown for question in read_split("kinds-test"))
    assert run(1) == 2
    assert "add --again" in capsys.readouterr().err
    assert (run(1, "--again"), run(2)) == (0, 0)
    rows = read_history(history)
    assert [row["date"] for row in rows] == ["2026-01-01", "2026-01-01", "2026-01-02"]
    assert {(row["what"], row["split"]) for row in rows} == {(what, "kinds-test")}


def test_a_run_on_other_questions_is_not_written_down(tmp_path: Path) -> None:
    history = tmp_path / "answers.jsonl"
    assert main(["confidence"], DecliningAssistant, history) == 0
    assert main(["answers", "--split", "kinds-dev"], DecliningAssistant, history) == 0
    assert not history.exists()


def test_a_missing_questions_file_is_said_plainly(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--questions", str(tmp_path / "none.jsonl")], MadeAssistant) == 2
    assert "name an existing file" in capsys.readouterr().err


def test_importing_the_evaluation_loads_no_model() -> None:
    code = (
        "import sys, evals.__main__, evals.check; "
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'chromadb', 'gradio'}; "
        "sys.exit(sorted(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
