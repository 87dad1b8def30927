"""How many tokens a text is: by the model's own tokenizer where its server lends it, else guessed.

vLLM and llama.cpp offer `/tokenize` beside their OpenAI paths. Nothing is downloaded to count.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import httpx

from assistant.model.settings import ModelSettings

CHARACTERS = 2.0
"""Characters of Vietnamese that a token is taken for where nothing tells: tokenizers made for many
languages need three or four, old ones made for English about two. Too few only trims evidence."""

PATIENCE = 2.0
"""Seconds that a server may take to count; it takes milliseconds."""

Count = Callable[[str], int]


def guess_tokens(text: str) -> int:
    return math.ceil(len(text) / CHARACTERS)


def open_counter(settings: ModelSettings) -> Count:
    """Return what counts tokens for a model; the server is asked once whether it can."""
    url, name = settings.assistant_model_url, settings.assistant_model.partition(":")[2]
    if not url or not settings.assistant_model.startswith("openai:"):
        return guess_tokens
    address = url.rstrip("/").removesuffix("/v1") + "/tokenize"
    key = settings.key()
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    silent = False

    def count(text: str) -> int:
        nonlocal silent
        if not silent:
            try:
                body = {"model": name, "prompt": text, "content": text}
                reply = httpx.post(address, json=body, headers=headers, timeout=PATIENCE)
                told = reply.json()
                if reply.status_code == 200:
                    return int(told.get("count") or len(told["tokens"]))
            except (httpx.HTTPError, ValueError, KeyError, TypeError, AttributeError):
                pass
            silent = True
        return guess_tokens(text)

    return count
