"""What can go wrong, each in one sentence that says what failed and what to do.

PlanAssistantError
├── UnreadableFile          a file cannot be taken in; the kinds below say why
│   ├── MissingFile         there is no such file, or it may not be opened
│   ├── EmptyFile           a file without words
│   ├── BrokenFile          truncated or corrupt; no reader gets through it
│   ├── EncryptedFile       it opens only with a password
│   ├── WrongFormat         it is not what its name says, or no format that plans come in
│   ├── BadEncoding         its characters cannot be made out: UTF-16 halves, NUL, unknown code page
│   ├── TooLarge            pages, pixels or unpacked bytes beyond the limit
│   ├── TooSlow             reading took longer than the limit
│   ├── TooMuchMemory       reading took more memory than the limit
│   ├── NotVietnamese       it was read, and it is not in Vietnamese
│   ├── NotAPlan            it was read, and it is not a plan
│   ├── GateShut            with it, questions that were answered rightly no longer are
│   └── ReaderMissing       the program or data that reads such files is not installed
├── ModelUnavailable        the embedding model cannot be built or loaded
├── IndexUnavailable        there is no index yet, or it cannot be opened
├── IndexNotWritable        the disk is full, or the folder may not be written
├── ModelMismatch           the index was made by another embedding model
├── IndexBusy               another ingest holds the lock
└── GateFailed              the questions of the gate could not be asked; nothing changed
"""

from __future__ import annotations

from typing import ClassVar


class PlanAssistantError(Exception):
    """Any failure this project names, in Vietnamese (`str`) and, for a terminal, in English."""

    exit_code: ClassVar[int] = 1

    def __init__(self, vietnamese: str, english: str = "") -> None:
        super().__init__(vietnamese)
        self.english = english


class UnreadableFile(PlanAssistantError):
    """A file cannot be taken in; the message names file, page, limit and what to do."""

    exit_code = 10


class MissingFile(UnreadableFile):
    """There is no such file, or it may not be opened."""

    exit_code = 11


class EmptyFile(UnreadableFile):
    """A file, or all of its pages, without words."""

    exit_code = 12


class BrokenFile(UnreadableFile):
    """A truncated or corrupt file; send for it anew."""

    exit_code = 13


class EncryptedFile(UnreadableFile):
    """A file that opens only with a password; save it without."""

    exit_code = 14


class WrongFormat(UnreadableFile):
    """A file that is not what its name says, or of no format that plans come in."""

    exit_code = 15


class BadEncoding(UnreadableFile):
    """Text whose characters cannot be made out; save it as UTF-8."""

    exit_code = 16


class TooLarge(UnreadableFile):
    """More pages, pixels or unpacked bytes than the limit, which the message names."""

    exit_code = 17


class TooSlow(UnreadableFile):
    """Reading took longer than the limit; divide the file."""

    exit_code = 18


class TooMuchMemory(UnreadableFile):
    """Reading took more memory than the limit; divide the file."""

    exit_code = 19


class NotVietnamese(UnreadableFile):
    """A file that was read and is in another language."""

    exit_code = 20


class NotAPlan(UnreadableFile):
    """A file that was read and holds no plan; the message names what is missing."""

    exit_code = 21


class GateShut(UnreadableFile):
    """A file whose plan would turn right answers wrong; the message names the questions."""

    exit_code = 9


class ReaderMissing(UnreadableFile):
    """What reads such files (LibreOffice, Tesseract's data) is not installed."""

    exit_code = 22


class ModelUnavailable(PlanAssistantError):
    """The embedding model cannot be built or loaded; the message says which package or path."""

    exit_code = 4


class IndexUnavailable(PlanAssistantError):
    """There is no index to answer from; the message says which command builds it."""

    exit_code = 5


class IndexNotWritable(PlanAssistantError):
    """The disk is full or the folder may not be written; the index is the one before."""

    exit_code = 6


class ModelMismatch(PlanAssistantError):
    """The index was made by another embedding model; run the ingest to rebuild it."""

    exit_code = 7


class IndexBusy(PlanAssistantError):
    """Another ingest is writing the index; the message says who holds the lock."""

    exit_code = 8


class GateFailed(PlanAssistantError):
    """The questions of the gate could not be asked; the index is the one before."""

    exit_code = 23
