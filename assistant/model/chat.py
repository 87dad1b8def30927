"""A chat model behind one small Protocol, and the one importer of LangChain's chat models.

Errors of providers are told apart by the status the server sent and by the kind of the exception,
never by quoting it: what a provider says may hold the key.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple, Protocol

from assistant.model.errors import (
    BrokenAnswer,
    ContextTooSmall,
    Endless,
    KeyRefused,
    ModelError,
    NoServer,
    NotInstalled,
    TooSlow,
    WrongName,
    WrongSetting,
)
from assistant.model.settings import ModelSettings

ANSWER_TOKENS = 500
"""Tokens an answer may take: eighty words of Vietnamese are some 250 of a poor tokenizer."""

NO_KEY = "none"
"""What is sent where no key is set: servers of one's own ask for none, the client insists on one.
A key of the environment meant for another server is so never sent to this one."""

PACKAGES = {"openai": "langchain_openai", "ollama": "langchain_ollama"}


class Message(NamedTuple):
    """One message to the model."""

    role: Literal["system", "user"]
    text: str


class Chat(Protocol):
    """A model that writes an answer piece by piece. Threads may share it."""

    name: str

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        """Yield the answer as it comes. Raises ModelError, whatever goes wrong."""


class LangChainChat:
    """A chat model of LangChain, made by `init_chat_model`."""

    def __init__(self, model: Any, name: str, tells_end: bool = False) -> None:
        self.name = name
        self._tells_end = tells_end
        self._model = model
        self.tokens_read: int | None = None
        """Tokens of the last prompt as the server counted them; None where it does not tell."""

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        told = [(message.role, message.text) for message in messages]
        ended = ""
        try:
            for chunk in self._model.stream(told):
                ended = _end_of(chunk.response_metadata) or ended
                usage = getattr(chunk, "usage_metadata", None)
                if usage and usage.get("input_tokens"):
                    self.tokens_read = int(usage["input_tokens"])
                text = chunk.text if isinstance(chunk.text, str) else ""
                if text:
                    yield text
        except ModelError:
            raise
        except Exception as error:  # of any provider; none of its words are passed on
            raise translated(error, self.name) from None
        if self._tells_end and ended not in ("stop", "end_turn"):
            raise _cut_off(ended)


def open_chat(settings: ModelSettings) -> LangChainChat:
    """Make the model that the settings name. Raises WrongSetting, NotInstalled."""
    provider, _, name = settings.assistant_model.strip().partition(":")
    if not provider or not name:
        raise WrongSetting(
            "ASSISTANT_MODEL phải có dạng nhà_cung_cấp:tên, ví dụ openai:qwen2.5-7b-instruct.",
            "ASSISTANT_MODEL must be provider:name, for example openai:qwen2.5-7b-instruct.",
        )
    package = PACKAGES.get(provider, f"langchain_{provider.split('_')[0]}")
    if not all(map(importlib.util.find_spec, ("langchain", package))):
        raise NotInstalled(
            f"Chưa cài gói {package.replace('_', '-')}; hãy chạy: pip install '.[{provider}]'.",
            f"{package.replace('_', '-')} is not installed; run: pip install '.[{provider}]'.",
        )
    from langchain.chat_models import init_chat_model  # here: it takes a second, and is optional

    try:
        model = init_chat_model(name, model_provider=provider, **_arguments(provider, settings))
    except Exception as error:
        raise WrongSetting(
            f"Không mở được mô hình {name} của {provider}; hãy xem lại ASSISTANT_MODEL.",
            f"The model {name} of {provider} cannot be opened; look at ASSISTANT_MODEL.",
        ) from error.with_traceback(None)
    return LangChainChat(model, name, tells_end=provider in PACKAGES)


def _arguments(provider: str, settings: ModelSettings) -> dict[str, Any]:
    """Return what a provider is opened with: no retries, since the time is short."""
    url, key, seconds = (
        settings.assistant_model_url,
        settings.key(),
        settings.assistant_model_seconds,
    )
    if provider == "ollama":
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        return {
            **({"base_url": url} if url else {}),
            "temperature": 0,
            "num_predict": ANSWER_TOKENS,
            "num_ctx": settings.assistant_model_context,
            "client_kwargs": {"timeout": seconds, "headers": headers},
        }
    given: dict[str, Any] = {
        "temperature": 0,
        "max_tokens": ANSWER_TOKENS,
        "timeout": seconds,
        "max_retries": 0,
    }
    if provider == "openai":
        given |= {"stream_usage": True, "use_responses_api": False}
    if url:
        given["base_url"] = url
    if key or url:
        given["api_key"] = key or NO_KEY
    return given


def translated(error: Exception, name: str) -> ModelError:
    """Return what to tell of an error of any provider; no word of it is repeated but a status."""
    kinds = " ".join(type(one).__name__.lower() for one in _causes(error))
    status = next((s for one in _causes(error) if (s := _status(one))), 0)
    said = " ".join(str(one)[:2000].lower() for one in _causes(error))
    if status in (401, 403):
        return KeyRefused(
            "Máy chủ mô hình không nhận khóa; hãy sửa ASSISTANT_MODEL_KEY.",
            "The model server refuses the key; mend ASSISTANT_MODEL_KEY.",
        )
    if status == 404:
        return WrongName(
            f"Máy chủ không có mô hình {name}; hãy sửa ASSISTANT_MODEL hoặc ASSISTANT_MODEL_URL.",
            f"The server has no model {name}; mend ASSISTANT_MODEL or ASSISTANT_MODEL_URL.",
        )
    if status in (400, 413, 422) and any(word in said for word in ("context", "token", "too long")):
        return too_small()
    if "timeout" in kinds:
        return too_slow()
    if not status and "connect" in kinds and "protocolerror" not in kinds:
        return NoServer(
            "Không có máy chủ mô hình ở địa chỉ đã đặt; hãy mở máy chủ hoặc sửa "
            "ASSISTANT_MODEL_URL.",
            "No model server answers at the address; start it or mend ASSISTANT_MODEL_URL.",
        )
    if status:
        return BrokenAnswer(
            f"Máy chủ mô hình báo lỗi {status}; hãy xem nhật ký của máy chủ ấy.",
            f"The model server reports error {status}; see its log.",
        )
    return BrokenAnswer(
        "Máy chủ mô hình trả lời dở dang hoặc không đúng giao thức.",
        "The model server's answer broke off or is none of the protocol.",
    )


def _end_of(metadata: dict[str, Any]) -> str:
    """Return why an answer ended, as the last piece of OpenAI's and Ollama's protocols says."""
    return str(metadata.get("finish_reason") or metadata.get("done_reason") or "")


def _cut_off(why: str) -> ModelError:
    if why == "length":
        return Endless("Mô hình viết quá dài.", "The model's answer is too long.")
    return BrokenAnswer("Mô hình trả lời dở dang.", "The model's answer broke off.")


def too_small() -> ContextTooSmall:
    return ContextTooSmall(
        "Ngữ cảnh của mô hình quá nhỏ cho câu hỏi và các đoạn kế hoạch; hãy tăng ngữ cảnh của "
        "máy chủ hoặc giảm ASSISTANT_MODEL_CONTEXT.",
        "The model's context is too small for a question and its evidence; raise that of the "
        "server or lower ASSISTANT_MODEL_CONTEXT.",
    )


def too_slow() -> TooSlow:
    return TooSlow(
        "Mô hình không trả lời xong trong thời gian cho phép (ASSISTANT_MODEL_SECONDS).",
        "The model did not finish within the time allowed (ASSISTANT_MODEL_SECONDS).",
    )


def _causes(error: BaseException) -> Iterable[BaseException]:
    """Yield an error and what caused it, five deep."""
    found: BaseException | None = error
    for _ in range(5):
        if found is None:
            return
        yield found
        found = found.__cause__ or found.__context__


def _status(error: BaseException) -> int:
    status = getattr(error, "status_code", None) or getattr(
        getattr(error, "response", None), "status_code", None
    )
    return status if isinstance(status, int) and status > 0 else 0
