"""A cross-encoder reorders the hits and loses none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.chain import Assistant
from assistant.reranking import reranked
from corpus.cross_encoder import CrossEncoderScores
from corpus.errors import ModelUnavailable

WHO = "Cơ quan nào phụ trách thư viện lực lượng vũ trang ở Tuyên Quang?"


class Backwards:
    """Scores the last passage highest."""

    def scores(self, question: str, passages: Sequence[str]) -> Sequence[float]:
        return [float(at) for at in range(len(passages))]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cross-encoder of two small layers and random weights."""
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import BertConfig, BertForSequenceClassification, PreTrainedTokenizerFast

    folder = tmp_path_factory.mktemp("tiny")
    marks = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
    letters = [chr(at) for at in range(33, 127)] + list(
        "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩậắằặẹẻếềệỉịọỏốồộớờợụủứừựỳỹ"
    )
    words = {word: at for at, word in enumerate(dict.fromkeys([*marks, *letters]))}
    words |= {f"##{one}": len(words) + at for at, one in enumerate(letters)}
    raw = Tokenizer(models.WordPiece(words, unk_token="[UNK]"))
    raw.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    raw.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", 2), ("[SEP]", 3)],
    )
    PreTrainedTokenizerFast(
        tokenizer_object=raw, pad_token="[PAD]", unk_token="[UNK]", cls_token="[CLS]",
        sep_token="[SEP]", model_max_length=128,
    ).save_pretrained(folder)  # fmt: skip
    config = BertConfig(
        vocab_size=len(words), hidden_size=16, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=32, max_position_embeddings=128, num_labels=1,
    )  # fmt: skip
    BertForSequenceClassification(config).save_pretrained(folder)
    return folder


def test_a_reranker_only_reorders(assistant: Assistant) -> None:
    hits = assistant.retrieve(WHO)
    ordered = reranked(hits, WHO, Backwards())
    assert [hit.passage for hit in ordered] == [hit.passage for hit in reversed(hits)]
    assert [hit.rank for hit in ordered] == list(range(1, len(hits) + 1))
    assert reranked((), WHO, Backwards()) == ()


def test_a_real_cross_encoder_is_used_by_the_retriever(assistant: Assistant, tiny: Path) -> None:
    plain = assistant.retrieve(WHO)
    with_one = Assistant(assistant.reader, reranker=CrossEncoderScores(str(tiny)))
    hits = with_one.retrieve(WHO)
    assert {hit.passage.id for hit in hits} == {hit.passage.id for hit in plain}
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True) and {hit.retriever for hit in hits} == {
        "reranked"
    }
    assert with_one.ask(WHO).short_answer == assistant.ask(WHO).short_answer


def test_a_reranker_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="RERANKER"):
        CrossEncoderScores(str(tmp_path / "khong-co"))
