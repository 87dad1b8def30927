"""What can go wrong, each in one sentence that says what failed and what to do.

PlanAssistantError
├── UnreadableFile      a file is not something plans are read from
├── NotAPlan            a file was read, and it is not a plan
├── ModelUnavailable    the embedding model cannot be built or loaded
├── IndexUnavailable    there is no index yet, or it cannot be opened
├── ModelMismatch       the index was made by another embedding model
└── IndexBusy           another ingest holds the lock
"""

from __future__ import annotations


class PlanAssistantError(Exception):
    """Any failure this project names; the window and the command line show its message."""


class UnreadableFile(PlanAssistantError):
    """A file cannot be read as text; the message names the file and what was expected."""


class NotAPlan(PlanAssistantError):
    """A file was read but holds no plan; the message names the file and what is missing."""


class ModelUnavailable(PlanAssistantError):
    """The embedding model cannot be built or loaded; the message says which package or path."""


class IndexUnavailable(PlanAssistantError):
    """There is no index to answer from; the message says which command builds it."""


class ModelMismatch(PlanAssistantError):
    """The index was made by another embedding model; run the ingest to rebuild it."""


class IndexBusy(PlanAssistantError):
    """Another ingest is writing the index; the message says where its lock lies."""
