"""Settings come from the environment or a .env file; the plans are kept byte for byte."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from support import PLANS, SHARED

from corpus.settings import BUNDLED_MODEL, Settings


def test_defaults_need_no_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    settings = Settings()
    assert (settings.host, settings.port) == ("127.0.0.1", 7860)
    assert settings.state_dir == Path("var")
    assert settings.embedding_model == BUNDLED_MODEL


def test_the_environment_goes_before_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("PORT=8001\nSTATE_DIR=kho\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("STATE_DIR", raising=False)
    monkeypatch.setenv("PORT", "8002")
    settings = Settings()
    assert settings.port == 8002
    assert settings.state_dir == Path("kho")


def test_the_plans_are_those_handed_over() -> None:
    seeds = SHARED / "seeds"
    if not seeds.is_dir():
        pytest.skip(f"the handed-over plans are not here ({seeds.name})")

    def digests(folder: Path) -> set[str]:
        return {hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.txt")}

    assert digests(PLANS) == digests(seeds)
