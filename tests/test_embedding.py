"""The model that is built without a hub: its weights, its prompts, its unit rows."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import numpy as np
import pytest

from corpus.embedding import (
    SentenceEmbedder,
    bundled_model_folder,
    load_embedder,
    model_identity,
    open_embedder,
)
from corpus.errors import ModelUnavailable
from corpus.onnx_embedding import OnnxEmbedder, write_onnx
from corpus.settings import BUNDLED_MODEL

QUESTION = "which agency handles armed-forces libraries"
POLICE = "Công an tỉnh hướng dẫn thư viện thuộc lực lượng vũ trang"
FINANCE = "Sở Tài chính tham mưu bố trí kinh phí"


def test_a_question_is_nearest_to_the_passage_that_answers_it(embedder: SentenceEmbedder) -> None:
    passages = embedder.embed_passages([POLICE, FINANCE])
    assert passages.shape == (2, 384) and passages.dtype == np.float32
    assert np.allclose(np.linalg.norm(passages, axis=1), 1.0, atol=1e-5)
    police, finance = passages @ embedder.embed_question(QUESTION)
    assert police > finance + 0.02


def test_normal_forms_give_one_vector(embedder: SentenceEmbedder) -> None:
    decomposed = unicodedata.normalize("NFD", POLICE)
    assert decomposed != POLICE
    assert np.allclose(embedder.embed_question(POLICE), embedder.embed_question(decomposed))


def test_a_question_and_a_passage_have_their_own_prompts(embedder: SentenceEmbedder) -> None:
    as_passage = embedder.embed_passages([POLICE])[0]
    assert float(as_passage @ embedder.embed_question(POLICE)) < 0.999


def test_a_model_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelUnavailable, match="EMBEDDING_MODEL"):
        load_embedder(str(tmp_path / "no-model"), tmp_path)


def test_a_folder_can_be_the_model(embedder: SentenceEmbedder, state_dir: Path) -> None:
    other = load_embedder(str(bundled_model_folder(state_dir)), state_dir)
    assert other.model != embedder.model  # so that an index of one is never used by the other
    assert np.allclose(other.embed_question(QUESTION), embedder.embed_question(QUESTION))


def test_eight_bits_are_another_model_to_an_index() -> None:
    whole, small = model_identity(BUNDLED_MODEL), model_identity(BUNDLED_MODEL, "onnx")
    assert whole != small
    assert small.startswith(whole)


def test_onnx_without_a_model_folder_says_what_to_set(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="EMBEDDING_BACKEND=torch"):
        open_embedder("no/such-model", tmp_path, "onnx")


@pytest.mark.slow
def test_onnx_agrees_with_torch(
    embedder: SentenceEmbedder, state_dir: Path, tmp_path: Path
) -> None:
    pytest.importorskip("onnxscript")
    folder = tmp_path / "small"
    write_onnx(bundled_model_folder(state_dir), folder)
    small = OnnxEmbedder("small", folder)
    texts = [POLICE, FINANCE]
    ours, theirs = small.embed_passages(texts), embedder.embed_passages(texts)
    assert (ours * theirs).sum(axis=1).min() > 0.99
    assert float(small.embed_question(QUESTION) @ embedder.embed_question(QUESTION)) > 0.99
