"""What an office may set, from the environment or a `.env` file; nothing is read at import."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

BUNDLED_MODEL = "multilingual-e5-small"
"""The embedding model that is built from a pinned package, without any model hub."""


Backend = Literal["onnx", "torch", "onnx-int8"]


class Settings(BaseSettings):
    """The settings of one installation. Relative paths start at the working directory."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore")

    plans_dir: Path = Field(Path("corpus/plans"), description="Thư mục chứa các bản kế hoạch")
    state_dir: Path = Field(Path("var"), description="Thư mục trạng thái: chỉ mục, mô hình")
    host: str = Field("127.0.0.1", description="Địa chỉ của cửa sổ hỏi đáp")
    port: int = Field(7860, description="Cổng của cửa sổ hỏi đáp", ge=1, le=65535)
    sign_in: Literal["auto", "always"] = Field(
        "auto", description="Khi nào phải đăng nhập: auto là khi HOST mở cho máy khác"
    )
    session_minutes: int = Field(
        60, description="Số phút không dùng thì phiên đăng nhập hết hạn", ge=1, le=720
    )
    embedding_model: str = Field(
        BUNDLED_MODEL, description="Mô hình nhúng: tên có sẵn, thư mục hoặc mã mô hình"
    )
    embedding_backend: Backend = Field(
        "onnx", description="Cách chạy mô hình nhúng: onnx, torch hay onnx-int8 (8 bit)"
    )
    ingest_gate: bool = Field(
        False, description="Khi nạp: hỏi thử các câu kiểm tra, câu nào xấu đi thì giữ bản cũ"
    )


def one_sentence(error: Exception) -> str:
    """Return what to tell a person: wrong settings are named, other errors speak for themselves."""
    if isinstance(error, ValidationError):
        names = ", ".join(str(one["loc"][0]).upper() for one in error.errors())
        return f"giá trị của {names} không hợp lệ; hãy sửa biến môi trường hoặc tệp .env."
    return str(error)
