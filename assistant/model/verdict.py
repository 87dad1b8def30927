"""What a check says of a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Fault = Literal[
    "no_key", "no_such_key", "number", "date", "document", "place", "name", "agency", "binding",
    "reversed", "support",
]  # fmt: skip
"""Why a sentence is not borne out, coarsest first."""


@dataclass(frozen=True)
class Verdict:
    """Whether a sentence is borne out; where not, why, and the word at fault."""

    fault: Fault | None = None
    detail: str = ""

    @property
    def holds(self) -> bool:
        return self.fault is None


HOLDS = Verdict()
