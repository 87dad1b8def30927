"""The README is true: its examples give what it shows, its commands and settings exist."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from support import ROOT

from assistant.chain import Assistant
from assistant.model.settings import ModelSettings
from assistant.tracing import TraceSettings
from corpus.settings import Settings

README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(
    r'```console\n\$ python -m assistant "([^"]+)"\n(.*?)\n```', README, re.DOTALL
)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 3


@pytest.mark.parametrize(("question", "shown"), EXAMPLES)
def test_an_example_gives_what_is_shown(assistant: Assistant, question: str, shown: str) -> None:
    assert assistant.ask(question).answer == shown


def test_every_command_exists() -> None:
    commands = re.findall(
        r"python -m (\w+(?:\.\w+)*)(?:[ ](add|change|list|remove|revoke|token)(?![\w-]))?", README
    )
    for module, command in sorted(set(commands)):
        done = subprocess.run(
            [sys.executable, "-m", module, *filter(None, [command]), "--help"],
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, (module, command)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make (\w+)$", README, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_every_setting_is_in_the_table_with_its_default() -> None:
    for name, field in Settings.model_fields.items():
        assert f"| `{name.upper()}` | `{field.default}` |" in README
    for name, field in {**ModelSettings.model_fields, **TraceSettings.model_fields}.items():
        told = f"`{field.default}`" if isinstance(field.default, (float, int)) else "(trống)"
        assert f"| `{name.upper()}` | {told} |" in README


def test_the_rooms_of_the_layout_exist() -> None:
    for room in re.findall(r"^(\w+)/ ", README, re.MULTILINE):
        assert (ROOT / room).is_dir()
