"""Asks the model, checks every sentence, has what fails repaired once, and drops the rest.

The extracts come first and stay the measure: what they do not answer the model is not asked, and an
answer that lacks a figure, a day or an agency of theirs is not given. If the first sentence falls,
or anything goes wrong on the way, the extracts answer, with a quiet notice.

A comparison stays the table of the extracts: it has a row for every plan asked about, the silent
ones among them, each cell verbatim with its source. Rows by a model can only have less: a row that
fails its check is a hole where a reader sees silence of the plan. There no model is asked.
"""

from __future__ import annotations

import re
import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace

from assistant.answer import MAX_QUESTION, Claim, Partial, Turn
from assistant.answering.draft import Draft
from assistant.model.breaker import Breaker
from assistant.model.chat import Chat, Message, open_chat
from assistant.model.check import Checker
from assistant.model.errors import ModelError
from assistant.model.kept import OPENING, Work, compose_kept
from assistant.model.prompt import (
    NOT_STATED,
    ask_alone,
    ask_for_repair,
    build_prompt,
    gather,
    room_for_evidence,
)
from assistant.model.sentences import Sentence, split_sentences, without_markup
from assistant.model.settings import ModelSettings
from assistant.model.timing import Clock, read_all, read_within
from assistant.model.tokens import Count, guess_tokens, open_counter
from assistant.model.verdict import Verdict
from assistant.query import Query
from assistant.tracing import NO_TRACE, Trace
from corpus.embedding import Embedder
from corpus.plan import Passage, Plan
from corpus.vietnamese import fold

FOR_REWRITING, FOR_WRITING, FOR_REPAIR = 0.2, 0.65, 0.85
"""Shares of the time for rewriting a follow-up, and by which the answer, and the repair, must be
there; the rest is for checks."""

NAME = "model"

_TABLE = re.compile(r"^\|", re.MULTILINE)


@dataclass(frozen=True)
class Written:
    """What came of asking the model."""

    draft: Draft | None
    """None where the extracts answer."""
    claims: tuple[Claim, ...] = ()
    invented: int = 0
    stripped: int = 0
    """Links, images and HTML that were taken out."""
    withheld: int = 0
    """Passages that speak to models and were kept from it."""
    notice: str = ""


class Writer:
    """Answers with a language model. Threads may share it."""

    def __init__(
        self,
        chat: Chat,
        embedder: Embedder,
        seconds: float,
        context: int,
        count: Count = guess_tokens,
        clock: Clock = time.monotonic,
        rewrites: bool = False,
        breaker: Breaker | None = None,
    ) -> None:
        self.chat, self.rewrites = chat, rewrites
        self._embedder = embedder
        self._seconds, self._context = seconds, context
        self._count, self._clock = count, clock
        self._breaker = breaker or Breaker(clock)

    def write(
        self,
        query: Query,
        extract: Draft,
        plans: Sequence[Plan],
        passages: Sequence[Passage],
        trace: Trace = NO_TRACE,
    ) -> Generator[Partial, None, Written]:
        """Yield the answer as it grows, unchecked; return what of it is borne out."""
        if extract.abstained or not extract.citations or _TABLE.search(extract.answer):
            return Written(None)  # what the plans do not state no model is asked
        started = self._clock()
        try:
            return (yield from self._write(query, extract, plans, passages, started, trace))
        except ModelError as error:
            said = error.english if query.language == "en" else str(error)
            return Written(None, notice=_notice(query, said))

    def rewrite(self, question: str, history: Sequence[Turn]) -> str:
        """Return a follow-up as a question that stands alone; itself where the model fails."""
        if not self._breaker.closed:
            return question  # the trial is the answer's, which has the time for it
        until = self._clock() + FOR_REWRITING * self._seconds
        try:
            text = read_all(self.chat, ask_alone(question, history), until, self._clock)
        except ModelError:
            return question
        lines = [line.strip() for line in without_markup(text)[0].splitlines() if line.strip()]
        return lines[0][:MAX_QUESTION] if len(lines) == 1 else question

    def _write(
        self,
        query: Query,
        extract: Draft,
        plans: Sequence[Plan],
        passages: Sequence[Passage],
        started: float,
        trace: Trace,
    ) -> Generator[Partial, None, Written]:
        room = room_for_evidence(self._context, query.text, self._count)
        grounds, withheld = gather(plans, passages, self._count, room)
        if not grounds:
            return Written(None, withheld=withheld, notice=_notice(query, ""))
        messages = build_prompt(query, grounds)
        with trace.span("model", passages=len(grounds), withheld=withheld):
            until = started + FOR_WRITING * self._seconds
            text = ""
            with self._breaker.asking():
                for text in read_within(self.chat, messages, until, self._clock):
                    yield Partial("writing", without_markup(text)[0])
        yield Partial("checking", without_markup(text)[0])
        plain, stripped = without_markup(text)
        with trace.span("verification"):
            checker = Checker(grounds, self._embedder)
            work = self._judge(plain, checker)
            invented = sum(checker.invented(one) for one in work.sentences)
        if NOT_STATED.search(fold(plain)) and len(plain.split()) < 8:
            return Written(None, work.claims(), invented, stripped, withheld, _silent(query))
        until = started + FOR_REPAIR * self._seconds
        if work.failed() and self._clock() < until:
            with trace.span("repair", sentences=len(work.failed())):
                invented += self._repair(work, checker, messages, query, until)
        draft = compose_kept(query, extract, plans, grounds, work)
        notice = "" if draft else _fallen(query)
        return Written(draft, work.claims(), invented, stripped, withheld, notice)

    def _judge(self, text: str, checker: Checker) -> Work:
        text = re.sub(r"^(\W*(?:Có|Đúng|Không|Yes|No)\W*?)[.!]\s+(?=\S)", r"\1, ", text)
        sentences = list(split_sentences(text))
        return Work(sentences, [_check(one, at, checker) for at, one in enumerate(sentences)])

    def _repair(
        self,
        work: Work,
        checker: Checker,
        messages: Sequence[Message],
        query: Query,
        until: float,
    ) -> int:
        """Have the failed sentences written anew, once; return how many keys were invented."""
        failed = work.failed()
        told = [
            (work.sentences[at].text, _why(work.verdicts[at], query.language == "en"))
            for at in failed
        ]
        try:
            asked = ask_for_repair(messages, told, query.language)
            text = read_all(self.chat, asked, until, self._clock)
        except ModelError:
            return 0  # what failed is dropped
        invented = 0
        for line in without_markup(text)[0].splitlines():
            match = re.match(r"\s*(\d{1,2})\s*[).:]\s*(.+)", line)
            if not match or not 1 <= int(match[1]) <= len(failed):
                continue
            at = failed[int(match[1]) - 1]
            found = split_sentences(match[2])
            if len(found) != 1:
                continue
            invented += checker.invented(found[0])
            verdict = _check(found[0], at, checker)
            if verdict.holds:
                work.repaired[at] = str(work.verdicts[at].fault)
                form = work.sentences[at].form
                work.sentences[at], work.verdicts[at] = replace(found[0], form=form), verdict
        return invented


def open_writer(
    settings: ModelSettings,
    embedder: Embedder,
    breaker: Breaker | None = None,
) -> Writer:
    """Open the model that the settings name. Raises WrongSetting, NotInstalled."""
    return Writer(
        open_chat(settings),
        embedder,
        settings.assistant_model_seconds,
        settings.assistant_model_context,
        open_counter(settings),
        rewrites=settings.assistant_model_rewrite,
        breaker=breaker,
    )


def _check(sentence: Sentence, at: int, checker: Checker) -> Verdict:
    """Check a sentence; `Có,` and `Không,` before the first say nothing of a plan themselves."""
    opening = OPENING.match(sentence.text) if at == 0 else None
    if opening and sentence.parts:
        first, keys = sentence.parts[0]
        parts = ((OPENING.sub("", first), keys), *sentence.parts[1:])
        sentence = replace(sentence, text=sentence.text[opening.end() :], parts=parts)
    return checker.check(sentence)


_WHY = {
    "no_key": ("không dẫn đoạn nào", "cites no passage"),
    "no_such_key": ("dẫn đoạn không có", "cites a passage that is not there"),
    "number": ("đoạn không có con số", "the passage has no number"),
    "date": ("đoạn không có ngày", "the passage has no day"),
    "document": ("đoạn không có văn bản số", "the passage has no document"),
    "place": ("đoạn không nói về", "the passage is not about"),
    "name": ("đoạn không có tên", "the passage has no name"),
    "agency": ("đoạn không giao cho", "the passage does not charge"),
    "binding": ("trong đoạn không gắn với điều ấy:", "in the passage it is not of that:"),
    "reversed": ("nói ngược hoặc hơn đoạn:", "says the opposite of the passage, or more:"),
    "support": ("đoạn không nói điều ấy", "the passage does not say so"),
}


def _why(verdict: Verdict, english: bool) -> str:
    words = _WHY[str(verdict.fault)][english]
    return words if verdict.fault in ("no_key", "support") else f"{words} {verdict.detail}"


def _notice(query: Query, said: str) -> str:
    if query.language == "en":
        return f"Answered from extracts. {said}".strip()
    return f"Trả lời bằng trích đoạn. {said}".strip()


def _fallen(query: Query) -> str:
    return _notice(
        query,
        "The model's answer was not borne out by the plans."
        if query.language == "en"
        else "Câu của mô hình ngôn ngữ không được văn bản xác nhận.",
    )


def _silent(query: Query) -> str:
    return _notice(
        query,
        "The model found nothing." if query.language == "en" else "Mô hình không tìm thấy.",
    )
