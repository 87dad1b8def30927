"""An answerer that is slow: its drafts are shown as unchecked, and it can be left at any moment."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from window_fakes import FakeAssistant, an_answer

from assistant.answer import Answer, Partial, Turn
from assistant.window import words
from assistant.window.conversation import Exchange, settled, talk
from assistant.window.talk import render_conversation

WORDS = ("Công an", "Công an tỉnh", "Công an tỉnh chủ trì.")


class Writer(FakeAssistant):
    """Writes word by word, checks, and gives the answer; notes when it was left."""

    def __init__(self, fails: bool = False, ends: bool = True) -> None:
        super().__init__()
        self.left, self._fails, self._ends = False, fails, ends

    def ask_stream(
        self, question: str, history: Sequence[Turn] = ()
    ) -> Generator[Partial | Answer]:
        self.heard.append(tuple(history))
        try:
            yield Partial("searching")
            for text in WORDS:
                yield Partial("writing", text)
            yield Partial("checking", WORDS[-1])
            if self._fails:
                raise ZeroDivisionError("bí mật")
            if self._ends:
                yield an_answer(question)
        finally:
            self.left = True


def test_drafts_grow_are_marked_as_unchecked_and_give_way_to_the_answer() -> None:
    states = [conversation[-1] for conversation in talk(Writer(), "Ai?", ())]
    drafts = [one.draft.text for one in states if one.draft]
    assert drafts == ["", *WORDS, WORDS[-1]]
    pages = [render_conversation((one,), ()) for one in states]
    assert words.STAGES["searching"].vi in pages[0]
    drafted = [page for page in pages if words.UNCHECKED.vi in page]
    assert len(drafted) == 4 and words.STAGES["checking"].vi in drafted[-1]
    assert all('class="answer' not in page and "data-rate" not in page for page in drafted)
    assert states[-1].answer == an_answer("Ai?") and words.UNCHECKED.vi not in pages[-1]


def test_a_draft_is_escaped_and_has_no_sources() -> None:
    draft = Partial("writing", "<img src=x> [1] [y](http://a.example)")
    page = render_conversation((Exchange("Ai?", draft=draft),), (), "en")
    assert "<img" not in page and "href" not in page and words.UNCHECKED.en in page


def test_who_leaves_closes_the_work() -> None:
    writer = Writer()
    growing = talk(writer, "Ai?", ())
    conversation = next(growing)
    while conversation[-1].draft is None:
        conversation = next(growing)
    assert not writer.left
    growing.close()
    assert writer.left
    [stopped] = settled(conversation)
    assert stopped.stopped and stopped.draft is None


def test_a_failure_after_a_draft_is_an_apology() -> None:
    for writer in (Writer(fails=True), Writer(ends=False)):
        *_, last = talk(writer, "Ai?", ())
        assert last[-1].failure == words.APOLOGY.vi and last[-1].draft is None
