"""The runner, the figures and the command line, on a small plan and an assistant made by hand."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import one_page

from assistant.answer import Answer, Citation, Hit, Turn
from corpus.plan import Field, Passage, Plan, Span
from evals.__main__ import main
from evals.check import read_plan_texts
from evals.question import GoldSection, Question, Split, read_questions, split_file
from evals.report import Report, as_json, render
from evals.run import (
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


def test_figures_stand_by_kind_language_and_plan() -> None:
    records = [answered(ASK_NOWHERE, answer("", declined=True)), answered(ASK_ARMED, answer(""))]
    groups = [row.group for row in summarise_answers(records)]
    assert groups == [
        "all",
        "kind target",
        "kind agency",
        "language vi",
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
            return answer("", declined=True)
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


@pytest.mark.parametrize("split", ["dev", "test"])
def test_the_gold_answers_score_full_marks(split: Split) -> None:
    questions = read_questions(split_file(split))
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
