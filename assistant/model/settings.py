"""What an office sets to bring a language model; without `ASSISTANT_MODEL` there is none."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.model.errors import WrongSetting

LEAST_CONTEXT = 2048
"""Tokens that a question needs at least: 500 of rules, 1,000 of evidence, 500 of answer."""


class ModelSettings(BaseSettings):
    """The settings of the language model, from the environment or a `.env` file."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", hide_input_in_errors=True
    )

    assistant_model: str = Field("", description="Mô hình ngôn ngữ: nhà cung cấp:tên")
    assistant_model_url: str = Field("", description="Địa chỉ của máy chủ mô hình")
    assistant_model_key: SecretStr = Field(SecretStr(""), description="Khóa của máy chủ")
    assistant_model_key_file: Path | None = Field(None, description="Tệp chứa khóa")
    assistant_model_seconds: float = Field(
        30.0, description="Số giây dành cho một câu trả lời", gt=0, le=600
    )
    assistant_model_context: int = Field(
        8192, description="Số token mô hình nhận được", ge=LEAST_CONTEXT, le=2_000_000
    )
    assistant_model_rewrite: bool = Field(
        False, description="Mô hình viết lại câu hỏi tiếp cho trọn nghĩa"
    )

    @property
    def wanted(self) -> bool:
        return bool(self.assistant_model.strip())

    def key(self) -> str:
        """Return the key, empty where none is set. Raises WrongSetting for a file without one."""
        path = self.assistant_model_key_file
        if path is None:
            return self.assistant_model_key.get_secret_value().strip()
        try:
            return path.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise WrongSetting(
                f"Không đọc được tệp khóa {path}; hãy sửa ASSISTANT_MODEL_KEY_FILE.",
                f"The key file {path} cannot be read; mend ASSISTANT_MODEL_KEY_FILE.",
            ) from error
