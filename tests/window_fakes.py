"""A plan, an answer and an assistant for the tests of the window."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace

from support import one_page

from assistant.answer import Answer, Citation, Partial, Turn
from assistant.citation import cite
from corpus.plan import Field, Plan, Span

TEXT = (
    "## KẾ HOẠCH\n\n**3. Công an tỉnh:** Chỉ đạo hệ thống thư viện <lực lượng vũ trang> & nhà \n\n"
    "văn hoá.\n\n- Báo cáo."
)
QUOTE = Span(TEXT.index("3."), TEXT.index("\n\n- Báo"))
QUOTED = TEXT[QUOTE.start : QUOTE.end]


def a_plan(**changes: object) -> Plan:
    none = Field(None)
    plan = Plan(
        id="p1",
        file="ke-hoach_<1>.txt",
        sha256="0" * 64,
        text=TEXT,
        number=Field("76/KH-UBND"),
        issuer=Field("UBND tỉnh Tuyên Quang"),
        place=Field("Tuyên Quang"),
        date=Field("13/4/2023"),
        title=none,
        programme=none,
        signer=none,
        bases=(),
        recipients=(),
        replaces=(),
        pages=one_page(TEXT),
    )
    return replace(plan, **changes)  # type: ignore[arg-type]


def a_citation(plan: Plan | None = None, key: int = 1) -> Citation:
    return cite(key, plan or a_plan(), ("IV", "3"), QUOTE, "Công an tỉnh: <chỉ đạo>")


def an_answer(question: str = "Ai?", *citations: Citation) -> Answer:
    return Answer(
        question=question,
        answer="**Công an tỉnh** [1]\n\n1. Công an tỉnh chỉ đạo [1], khác [7].",
        short_answer="Công an tỉnh",
        abstained=False,
        reason=None,
        language="vi",
        answerer="giả",
        citations=citations or (a_citation(),),
        latency_s=0.1,
    )


class FakeAssistant:
    """Answers every question alike and remembers what history it was given."""

    def __init__(self, failure: Exception | None = None) -> None:
        self.plans = (a_plan(),)
        self.heard: list[tuple[Turn, ...]] = []
        self._failure = failure

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        self.heard.append(tuple(history))
        if self._failure:
            raise self._failure
        return an_answer(question)

    def ask_stream(
        self, question: str, history: Sequence[Turn] = ()
    ) -> Generator[Partial | Answer]:
        yield self.ask(question, history)
