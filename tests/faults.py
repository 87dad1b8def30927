"""What the fault tests run in processes of their own, so that these can be killed or confined."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from support import WordEmbedder

from assistant.chain import Assistant
from assistant.corpus_reader import CorpusReader
from corpus.embedding import Vectors
from corpus.errors import PlanAssistantError
from ingest.intake import find_files, ingest

CAP_DAC_OVERRIDE = 1
"""The right of root to write where the mode of a folder forbids it."""


class SlowEmbedder(WordEmbedder):
    """Takes its time, so that another process meets the lock."""

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int], None] = lambda _done: None
    ) -> Vectors:
        time.sleep(3)
        return super().embed_passages(texts, progress)


def take_in(state: Path, folder: Path) -> None:
    """Bring the corpus in line with a folder."""
    ingest(state, WordEmbedder(), find_files([folder]), folder)


def take_in_slowly(state: Path, folder: Path) -> None:
    ingest(state, SlowEmbedder(), find_files([folder]), folder)


def tell(state: Path, folder: Path, answer: Connection) -> None:
    """Ingest and send the error that came of it, or None."""
    try:
        take_in(state, folder)
    except PlanAssistantError as error:
        answer.send((type(error).__name__, str(error), error.english))
    else:
        answer.send(None)


def tell_without_room(state: Path, folder: Path, answer: Connection, limit: int) -> None:
    """Ingest where no file may grow beyond `limit` bytes: writing fails as on a full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    tell(state, folder, answer)


def tell_without_rights(state: Path, folder: Path, answer: Connection) -> None:
    """Ingest as a user whom the modes of folders bind, as they do not bind root."""
    give_up_rights()
    tell(state, folder, answer)


def give_up_rights() -> None:
    """Drop CAP_DAC_OVERRIDE from this process (capset, Linux); nothing where it is not root."""
    if os.geteuid() != 0:
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    rights = (ctypes.c_uint32 * 6)()
    assert libc.capget(header, rights) == 0
    for place in (0, 1):  # effective and permitted, of the lower 32 capabilities
        rights[place] &= ~(1 << CAP_DAC_OVERRIDE)
    assert libc.capset(header, rights) == 0


def answer_without_rights(state: Path, questions: Sequence[str], answer: Connection) -> None:
    """Answer from an index that this process may not write."""
    give_up_rights()
    assistant = Assistant(CorpusReader(state, WordEmbedder()))
    answer.send(tuple(assistant.ask(question).answer for question in questions))
