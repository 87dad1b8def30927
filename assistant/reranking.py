"""Hits in the order of a cross-encoder, where an office has one (`RERANKER=path or id`).

A cross-encoder reads question and passage together and is slower and finer than what found them. It
only reorders: no hit is lost, none is added.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, runtime_checkable

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.answer import Hit


class RerankSettings(BaseSettings):
    """Which cross-encoder is used, from the environment or a `.env` file."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore")

    reranker: str = Field("", description="Mô hình xếp lại: thư mục hoặc mã mô hình")


@runtime_checkable
class Reranker(Protocol):
    """Scores passages for a question, higher is better."""

    def scores(self, question: str, passages: Sequence[str]) -> Sequence[float]: ...


def reranked(hits: Sequence[Hit], question: str, reranker: Reranker) -> tuple[Hit, ...]:
    """Return the same hits by the reranker's scores, best first, the former order among equals."""
    if not hits:
        return ()
    texts = [" ".join([*hit.passage.headings[-1:], hit.passage.reading]) for hit in hits]
    scored = zip(reranker.scores(question, texts), hits, strict=True)
    ordered = sorted(scored, key=lambda pair: (-pair[0], pair[1].rank))
    return tuple(
        replace(hit, score=float(score), rank=rank, retriever="reranked")
        for rank, (score, hit) in enumerate(ordered, start=1)
    )
