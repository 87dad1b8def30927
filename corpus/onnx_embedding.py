"""Text → vectors through ONNX Runtime: the same model, a question in half the time, as many
passages a second, and without loading torch. The only module that imports onnxruntime.

The model is written once, from the one that sentence-transformers would load: exported by torch's
dynamo exporter (the older one loses a cosine of .006), pooled and normalised within the graph. Its
vectors are those of torch (a component differs by 2e-7 at most). Where eight bits are asked for,
its matrices are quantised as they are multiplied (`quantize_dynamic`), and the vectors are others.
"""

from __future__ import annotations

import importlib.util
import logging
import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from langchain_core.embeddings import Embeddings

from corpus.errors import ModelUnavailable
from corpus.vietnamese import nfc
from corpus.weights import MAX_TOKENS, PROMPTS

if TYPE_CHECKING:
    from corpus.embedding import Vectors

MODEL_FILE = "model.onnx"
OPSET = 18
"""The exporter's own; its translation to 20 comes out wrong (a cosine of .81 to the model)."""
BATCH = 8
"""Passages a batch, of like length; four or sixteen are no faster on two cores."""


class OnnxEmbedder(Embeddings):
    """A model in a folder that `write_onnx` made; also a LangChain `Embeddings`."""

    def __init__(self, model: str, folder: Path) -> None:
        """Open the model. Raises ModelUnavailable without onnxruntime or where it is broken.

        A text takes one thread. A second one saves 5 of 25 ms of a question on an idle machine and
        costs a second on a busy one; of many passages as many are worked at as there are cores.
        """
        import onnxruntime
        from tokenizers import Tokenizer

        self.model = model
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        try:
            self._session = onnxruntime.InferenceSession(
                str(folder / MODEL_FILE), options, providers=["CPUExecutionProvider"]
            )
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as error:  # onnxruntime and tokenizers raise classes of their own
            raise ModelUnavailable(
                f"Không mở được mô hình ONNX trong {folder}: {str(error).splitlines()[0]} "
                "Hãy xóa thư mục đó để dựng lại, hoặc đặt EMBEDDING_BACKEND=torch."
            ) from error
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._tokenizer.enable_padding(pad_id=self._tokenizer.token_to_id("<pad>") or 0)

    def _encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        encoded = self._tokenizer.encode_batch([PROMPTS[prompt] + nfc(text) for text in texts])
        ids = np.array([one.ids for one in encoded], dtype=np.int64)
        mask = np.array([one.attention_mask for one in encoded], dtype=np.int64)
        found = self._session.run(None, {"input_ids": ids, "attention_mask": mask})[0]
        vectors: Vectors = np.asarray(found, dtype=np.float32)
        return vectors

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int], None] = lambda _done: None
    ) -> Vectors:
        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        batches = [
            [texts[i] for i in order[start : start + BATCH]]
            for start in range(0, len(order), BATCH)
        ]
        parts = []
        with ThreadPoolExecutor(os.cpu_count() or 1) as cores:
            for part in cores.map(lambda batch: self._encode(batch, "document"), batches):
                parts.append(part)
                progress(len(part))
        rows = np.concatenate(parts)
        vectors = np.empty_like(rows)
        vectors[order] = rows
        return vectors

    def embed_question(self, text: str) -> Vectors:
        vector: Vectors = self._encode([text], "query")[0]
        return vector

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        rows: list[list[float]] = self.embed_passages(texts).tolist()
        return rows

    def embed_query(self, text: str) -> list[float]:
        row: list[float] = self.embed_question(text).tolist()
        return row


def write_onnx(source: Path, target: Path, eight_bits: bool = False) -> None:
    """Write the model of a sentence-transformers folder to a folder for ONNX Runtime.

    Raises ModelUnavailable where the packages that write it are missing. Of two processes that
    write the same at once, the first to end is taken.
    """
    missing = [name for name in ("onnx", "onnxscript") if not importlib.util.find_spec(name)]
    if missing:
        raise ModelUnavailable(
            f"Thiếu gói {', '.join(missing)} để dựng mô hình ONNX; hãy chạy "
            "`pip install onnx==1.23.2 onnxscript==0.7.2`, hoặc đặt EMBEDDING_BACKEND=torch."
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix=f"{target.name}.", dir=target.parent))
    try:
        _export(source, scratch / MODEL_FILE)
        if eight_bits:
            _quantise(scratch)
        shutil.copy(source / "tokenizer.json", scratch)
        scratch.chmod(0o755)
        take(scratch, target)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def take(scratch: Path, target: Path) -> None:
    """Put a folder in its place; leave the one that another process has put there meanwhile."""
    try:
        scratch.rename(target)
    except OSError:
        if not (target / MODEL_FILE).is_file():
            raise


def _quantise(folder: Path) -> None:
    """Make the model of a folder one of eight bits."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    whole, small = folder / MODEL_FILE, folder / "model-int8.onnx"
    quantize_dynamic(whole, small, weight_type=QuantType.QInt8, per_channel=True)
    small.replace(whole)


def _export(source: Path, path: Path) -> None:
    """Write the graph from token ids to unit vectors, for any number and length of texts."""
    import torch
    from transformers import AutoModel
    from transformers.utils import logging as progress

    progress.disable_progress_bar()  # type: ignore[no-untyped-call]

    class Pooled(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.body = AutoModel.from_pretrained(
                str(source), dtype=torch.float32, attn_implementation="eager"
            )

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            words = self.body(input_ids=input_ids, attention_mask=attention_mask)[0]
            weight = attention_mask.unsqueeze(-1).to(words.dtype)
            mean = (words * weight).sum(1) / weight.sum(1).clamp(min=1e-9)
            return torch.nn.functional.normalize(mean, dim=1)

    axes = {0: torch.export.Dim("texts"), 1: torch.export.Dim("tokens", min=2, max=MAX_TOKENS)}
    example = torch.tensor([[0, 5, 6, 7, 2], [0, 5, 2, 1, 1]])
    mask = torch.tensor([[1, 1, 1, 1, 1], [1, 1, 1, 0, 0]])
    with warnings.catch_warnings():  # on its own axes and its own internals
        warnings.simplefilter("ignore")
        logging.getLogger("torch.onnx").setLevel(logging.ERROR)  # of libraries that are not there
        torch.onnx.export(
            Pooled().eval(),
            (example, mask),
            str(path),
            verbose=False,
            input_names=["input_ids", "attention_mask"],
            output_names=["vectors"],
            dynamic_shapes={"input_ids": axes, "attention_mask": axes},
            dynamo=True,
            opset_version=OPSET,
            external_data=False,
        )
