"""The model that is built without a hub: its weights, its prompts, its unit rows."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import numpy as np
import pytest

from corpus.embedding import (
    LazyEmbedder,
    SentenceEmbedder,
    bundled_model_folder,
    load_embedder,
    model_identity,
    onnx_folder,
)
from corpus.errors import ModelUnavailable
from corpus.onnx_embedding import OnnxEmbedder, take, write_onnx
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


@pytest.fixture(scope="module")
def whole(embedder: SentenceEmbedder, state_dir: Path) -> LazyEmbedder:
    """The default way: by ONNX Runtime; its model is written on first use."""
    return LazyEmbedder(BUNDLED_MODEL, state_dir)


def test_eight_bits_are_another_model_to_an_index() -> None:
    whole, small = model_identity(BUNDLED_MODEL), model_identity(BUNDLED_MODEL, "onnx-int8")
    assert whole != small
    assert small.startswith(whole)


def test_eight_bits_without_a_model_folder_say_what_to_set(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="EMBEDDING_BACKEND=torch"):
        LazyEmbedder("no/such-model", tmp_path, backend="onnx-int8").load()


def test_vectors_are_those_of_torch(
    embedder: SentenceEmbedder, state_dir: Path, whole: LazyEmbedder
) -> None:
    assert whole.model == embedder.model  # so that one index serves both
    assert isinstance(whole.load(), OnnxEmbedder)
    for text in (QUESTION, POLICE, "ai lo kinh phi?", FINANCE * 40):
        assert np.abs(whole.embed_question(text) - embedder.embed_question(text)).max() < 1e-5
    many = [f"{number} {POLICE}" * (1 + number % 7) for number in range(50)]
    assert np.allclose(whole.embed_passages(many), embedder.embed_passages(many), atol=1e-5)


def test_neither_questions_nor_passages_load_torch(whole: LazyEmbedder, state_dir: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from corpus.embedding import LazyEmbedder; "
        "from corpus.settings import BUNDLED_MODEL; "
        f"lazy = LazyEmbedder(BUNDLED_MODEL, Path({str(state_dir)!r})); "
        "lazy.embed_passages(['Công an tỉnh', 'Sở Tài chính']); lazy.embed_question('ai?'); "
        "sys.exit('torch' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_another_model_than_the_bundled_one_goes_through_torch(state_dir: Path) -> None:
    other = LazyEmbedder(str(bundled_model_folder(state_dir)), state_dir)
    assert isinstance(other.load(), SentenceEmbedder)


def test_a_first_start_tells_of_its_models_once(tmp_path: Path, state_dir: Path) -> None:
    """Else the line comes again when the window is open already, below its address."""
    bundled = bundled_model_folder(tmp_path)
    bundled.parent.mkdir(parents=True)
    bundled.symlink_to(bundled_model_folder(state_dir))
    said: list[str] = []
    lazy = LazyEmbedder(BUNDLED_MODEL, tmp_path, lambda: said.append("opened"))
    lazy.embed_passages([POLICE])
    lazy.embed_question(QUESTION)
    assert onnx_folder(BUNDLED_MODEL, tmp_path).is_dir()
    assert said == ["opened"]


def test_of_two_that_write_the_model_at_once_one_is_kept(tmp_path: Path) -> None:
    """The second finds the folder taken and leaves nothing of its own."""
    target = tmp_path / "model"
    target.mkdir()
    (target / "model.onnx").write_bytes(b"of the first")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    take(scratch, target)
    assert (target / "model.onnx").read_bytes() == b"of the first"


@pytest.mark.slow
def test_eight_bits_are_near_to_torch(
    embedder: SentenceEmbedder, state_dir: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "small"
    write_onnx(bundled_model_folder(state_dir), folder, eight_bits=True)
    small = OnnxEmbedder("small", folder)
    texts = [POLICE, FINANCE]
    ours, theirs = small.embed_passages(texts), embedder.embed_passages(texts)
    assert (ours * theirs).sum(axis=1).min() > 0.99
    assert float(small.embed_question(QUESTION) @ embedder.embed_question(QUESTION)) > 0.99
