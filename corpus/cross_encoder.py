"""A cross-encoder of sentence-transformers: question and passage → one score."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.errors import ModelUnavailable


class CrossEncoderScores:
    """Scores passages for a question with a local cross-encoder. Raises ModelUnavailable."""

    def __init__(self, name: str) -> None:
        from sentence_transformers import CrossEncoder  # here: it takes seconds

        try:
            self._encoder = CrossEncoder(name, device="cpu")
        except (OSError, ValueError, KeyError) as error:
            raise ModelUnavailable(
                f"Không mở được mô hình xếp lại {name}; hãy sửa RERANKER.",
                f"The reranker {name} cannot be opened; mend RERANKER.",
            ) from error

    def scores(self, question: str, passages: Sequence[str]) -> Sequence[float]:
        pairs = [(question, passage) for passage in passages]
        return [float(one) for one in self._encoder.predict(pairs, show_progress_bar=False)]
