"""What holding a claim of a question against a plan comes to."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answering.finding import Finding


@dataclass(frozen=True)
class Verdict:
    """Whether a claim holds, and what the plan states of the matter."""

    holds: bool | None
    """None where the plan leaves it open: the day of issue is blank or cannot be read."""
    finding: Finding
