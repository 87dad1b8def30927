"""A model server that is down costs one question its waiting; once back it is used again."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from model_server import ModelServer, Reply, always, serving

from assistant.answer import Turn
from assistant.chain import Assistant
from assistant.model.breaker import FIRST_REST, LONGEST_REST, Breaker
from assistant.model.errors import KeyRefused, ModelError, NoServer, Resting, TooSlow
from assistant.model.writer import open_writer
from corpus.embedding import SentenceEmbedder

WHO = "Cơ quan nào phụ trách thư viện lực lượng vũ trang ở Tuyên Quang?"
TRUE = "Công an tỉnh và Bộ Chỉ huy Quân sự tỉnh phụ trách thư viện lực lượng vũ trang [1]."


class Clock:
    """A clock that stands until it is moved on."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


Modelled = Callable[..., Assistant]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock: Clock) -> Breaker:
    return Breaker(clock)


@pytest.fixture
def modelled(assistant: Assistant, embedder: SentenceEmbedder, breaker: Breaker) -> Modelled:
    """The assistant with the model of a server, its circuit breaker on the clock of the test."""
    pytest.importorskip("langchain_openai")

    def opened(server: ModelServer, **more: object) -> Assistant:
        writer = open_writer(server.settings(**more), embedder, breaker=breaker)
        return Assistant(assistant.reader, writer=writer)

    return opened


def fail(breaker: Breaker, error: ModelError) -> None:
    with pytest.raises(type(error)), breaker.asking():
        raise error


def resting(breaker: Breaker) -> bool:
    try:
        with breaker.asking():
            raise KeyboardInterrupt  # whoever asked leaves: says nothing of the server
    except Resting:
        return True
    except KeyboardInterrupt:
        return False


def test_a_silent_server_is_waited_for_once_and_used_again(
    modelled: Modelled, clock: Clock, assistant: Assistant
) -> None:
    replies = [Reply(wait=30)]
    with serving(lambda _prompt: replies[-1]) as server:
        model = modelled(server, assistant_model_seconds=6)
        slow = model.ask(WHO)
        assert "ASSISTANT_MODEL_SECONDS" in slow.notice and len(server.prompts) == 1
        for question in (WHO, "Những cơ quan nào phụ trách thư viện lực lượng vũ trang?"):
            at_once = model.ask(question)
            assert at_once.answerer == "extractive" and "sau 60 giây" in at_once.notice
        english = model.ask("Who is in charge of the armed forces libraries in Tuyen Quang?")
        assert "tried again in 60 s" in english.notice
        assert len(server.prompts) == 1, "nobody waited again"
        assert model.ask(WHO).answer == assistant.ask(WHO).answer
        replies.append(Reply(TRUE))
        clock.now = FIRST_REST
        back = model.ask(WHO)
        assert back.answerer == "model" and not back.notice and len(server.prompts) == 2
        assert model.ask(WHO).answerer == "model"


def test_a_refused_connection_opens_the_circuit(modelled: Modelled, clock: Clock) -> None:
    with serving(always()) as server:
        pass  # gone: its port refuses
    model = modelled(server, assistant_model_rewrite=True)
    assert "Không có máy chủ" in model.ask(WHO).notice
    turn = (Turn(WHO, "Công an tỉnh"),)
    assert "sau 60 giây" in model.ask("Còn Hưng Yên?", turn).notice
    clock.now = FIRST_REST
    assert "Không có máy chủ" in model.ask(WHO).notice
    assert "sau 120 giây" in model.ask(WHO).notice


def test_one_question_at_a_time_tries_again(
    modelled: Modelled, clock: Clock, breaker: Breaker
) -> None:
    asked, go = threading.Event(), threading.Event()
    answers = []

    def script(_prompt: str) -> Reply:
        asked.set()
        go.wait(60)
        return Reply(TRUE)

    with serving(script) as server:
        fail(breaker, NoServer("", ""))
        clock.now = FIRST_REST
        model = modelled(server)
        trial = threading.Thread(target=lambda: answers.append(model.ask(WHO)))
        trial.start()
        assert asked.wait(60)
        beside = model.ask(WHO)
        assert beside.answerer == "extractive" and "đang thử lại" in beside.notice
        go.set()
        trial.join(60)
        assert [one.answerer for one in answers] == ["model"] and len(server.prompts) == 1


def test_rests_grow_to_a_few_minutes_and_no_longer(clock: Clock, breaker: Breaker) -> None:
    rests = []
    for _ in range(5):
        fail(breaker, TooSlow("", ""))
        began = clock.now
        while resting(breaker):
            clock.now += 30
        rests.append(clock.now - began)
    assert rests == [60, 120, 240, LONGEST_REST, LONGEST_REST]
    with breaker.asking():
        pass
    assert breaker.closed
    fail(breaker, NoServer("", ""))
    clock.now += FIRST_REST
    assert not resting(breaker), "the rests begin anew after an answer"


def test_only_silence_opens_it(breaker: Breaker) -> None:
    fail(breaker, KeyRefused("", ""))
    assert breaker.closed and not resting(breaker)


def test_who_leaves_a_trial_leaves_it_to_the_next(clock: Clock, breaker: Breaker) -> None:
    fail(breaker, NoServer("", ""))
    assert resting(breaker)
    clock.now = FIRST_REST
    assert not resting(breaker) and not breaker.closed
    with breaker.asking():
        assert resting(breaker)
    assert breaker.closed


def test_what_was_asked_before_does_not_lengthen_the_rest(clock: Clock, breaker: Breaker) -> None:
    with pytest.raises(TooSlow), breaker.asking():
        fail(breaker, TooSlow("", ""))
        clock.now = 30
        raise TooSlow("", "")
    clock.now = FIRST_REST
    assert not resting(breaker)
