"""The chain as a whole: what is loaded before the first question."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.chain import Assistant
from assistant.corpus_reader import CorpusReader
from corpus.embedding import LazyEmbedder, Vectors
from corpus.errors import IndexUnavailable
from corpus.settings import BUNDLED_MODEL


class Counting(LazyEmbedder):
    """The real model, and how many questions went through it."""

    questions = 0

    def embed_question(self, text: str) -> Vectors:
        self.questions += 1
        return super().embed_question(text)


def test_warming_up_goes_the_whole_way_before_anyone_asks(corpus_state: Path) -> None:
    embedder = Counting(BUNDLED_MODEL, corpus_state)
    Assistant(CorpusReader(corpus_state, embedder)).warm_up()
    assert embedder.questions >= 3  # with marks, without, and in English


def test_warming_up_waits_where_nothing_is_taken_in(tmp_path: Path) -> None:
    embedder = Counting(BUNDLED_MODEL, tmp_path)
    assistant = Assistant(CorpusReader(tmp_path, embedder))
    assistant.warm_up()
    assert embedder.questions == 0
    with pytest.raises(IndexUnavailable, match="Kho chưa có kế hoạch nào"):
        assistant.ask("Cơ quan nào chủ trì?")
