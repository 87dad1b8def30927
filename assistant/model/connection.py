"""`python -m assistant --check`: can the language model be used? One sentence says it."""

from __future__ import annotations

import time
from collections.abc import Callable

from assistant.model.chat import LangChainChat, Message, open_chat, too_small
from assistant.model.settings import LEAST_CONTEXT, ModelSettings
from assistant.model.timing import read_within

FILLER = 1200
"""Words of the trial, each a token at least: evidence and rules of the smallest context. A server
that counts fewer has cut them off without a word, as Ollama does."""


def check_model(
    settings: ModelSettings, open_: Callable[[ModelSettings], LangChainChat] = open_chat
) -> str:
    """Put a trial question and return one sentence. Raises ModelError where it fails."""
    if not settings.wanted:
        return "Không đặt ASSISTANT_MODEL: trả lời bằng trích đoạn, không dùng mô hình ngôn ngữ."
    chat = open_(settings)
    started = time.monotonic()
    text = "sách " * min(FILLER, settings.assistant_model_context - LEAST_CONTEXT // 2)
    messages = [Message("system", "Trả lời bằng một từ."), Message("user", f"{text}\nNói: có")]
    for _ in read_within(chat, messages, started + settings.assistant_model_seconds):
        pass
    if chat.tokens_read is not None and chat.tokens_read < len(text.split()):
        raise too_small()
    seconds = f"{time.monotonic() - started:.1f}".replace(".", ",")
    return f"Mô hình {chat.name} trả lời được ({seconds} giây)."
