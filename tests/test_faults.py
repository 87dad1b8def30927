"""Killed, without room, without rights, two at once: the index is the old one or the new one."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import faults
import pytest
from support import CAT_HAI, HUNG_YEN, PLANS, ROOT, TUYEN_QUANG, WordEmbedder, plan_text

from assistant.chain import Assistant
from assistant.corpus_reader import CorpusReader
from corpus.errors import IndexBusy
from corpus.lexical import Wanted
from corpus.store import Store
from corpus.vectors import VectorIndex
from ingest.intake import find_files, ingest

QUESTIONS = (
    "Tuyên Quang báo cáo kết quả thực hiện trước ngày nào?",
    "Cơ quan nào ở Hưng Yên phụ trách thư viện trong lực lượng vũ trang?",
    "Cát Hải có những phòng nào phụ trách thư viện cơ sở giáo dục?",
)


@pytest.fixture(scope="module")
def processes() -> Any:
    """Processes that start with everything imported, without being a copy of this one."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["faults"])
    return context


def first_edition(folder: Path) -> None:
    for name in (TUYEN_QUANG, HUNG_YEN):
        (folder / name).unlink(missing_ok=True)
        shutil.copy(PLANS / name, folder)
    (folder / CAT_HAI).unlink(missing_ok=True)


def second_edition(folder: Path) -> None:
    """One plan changed, one gone, one new."""
    text = plan_text(TUYEN_QUANG).replace("ngày 01 tháng 12", "ngày 05 tháng 12")
    (folder / TUYEN_QUANG).unlink()
    (folder / TUYEN_QUANG).write_text(text, encoding="utf-8")
    (folder / HUNG_YEN).unlink(missing_ok=True)
    shutil.copy(PLANS / CAT_HAI, folder)


def answers(state: Path) -> tuple[str, ...]:
    assistant = Assistant(CorpusReader(state, WordEmbedder()))
    return tuple(assistant.ask(question).answer for question in QUESTIONS)


def plans_of(state: Path) -> set[str]:
    return {plan.id for plan in Store(state).plans()}


def assert_whole(state: Path) -> None:
    """Passages, words and vectors are of the same plans, nothing twice, nothing lost."""
    store = Store(state)
    ids, owners, _ = store.vectors()
    assert len(set(ids)) == len(ids)
    assert set(owners) == plans_of(state)
    index = VectorIndex(store.folder / store.state().vectors)
    assert index.holds(len(ids), store.probes())
    assert store.counts(["thu"]).passages == len(ids)
    found = store.search_words(Wanted.of(["thư viện"]), 10_000, list(plans_of(state)))
    assert len({i for i, _ in found}) == len(found) <= len(ids)


def run(processes: Any, target: Callable[..., None], *arguments: object) -> Any:
    process = processes.Process(target=target, args=arguments)
    process.start()
    return process


def told(processes: Any, target: Callable[..., None], *arguments: object) -> Any:
    """Run a target that sends what came of it."""
    here, there = processes.Pipe()
    state, folder, *rest = arguments
    process = run(processes, target, state, folder, there, *rest)
    result = here.recv()
    process.join()
    return result


def seconds_of_a_run(processes: Any, state: Path, folder: Path) -> float:
    started = time.perf_counter()
    run(processes, faults.take_in, state, folder).join()
    return time.perf_counter() - started


@pytest.mark.parametrize("kills", [4, pytest.param(50, marks=pytest.mark.slow)])
def test_killed_at_any_moment_the_index_is_whole(
    processes: Any, state: Path, folder: Path, kills: int
) -> None:
    faults.take_in(state, folder)
    editions = (first_edition, second_edition)
    known = {}
    for edition in (second_edition, first_edition):
        edition(folder)
        whole = seconds_of_a_run(processes, state, folder)
        known[edition] = (plans_of(state), answers(state))
    assert known[first_edition] != known[second_edition]
    # one in each stretch of the run, so that few are spread over the whole of it as well
    chance = random.Random(20231209)
    moments = [(round_ + chance.random()) / kills for round_ in range(kills)]
    chance.shuffle(moments)
    seen = set()
    for round_, moment in enumerate(moments):
        target = editions[(round_ + 1) % 2]
        target(folder)
        process = run(processes, faults.take_in, state, folder)
        time.sleep(1.1 * whole * moment)
        process.kill()
        process.join()
        now = (plans_of(state), answers(state))
        assert now in known.values(), f"round {round_}"
        assert_whole(state)
        seen.add(target if now == known[target] else None)
        if round_ + 1 == len(moments) and seen == {None}:  # all before it: the machine is slower
            moments.append(2 * max(moments))
        if now != known[target]:  # the next run finishes the work
            whole = seconds_of_a_run(processes, state, folder)  # the machine may be slower by now
            assert (plans_of(state), answers(state)) == known[target], f"round {round_}"
            assert_whole(state)
    assert None in seen and len(seen) > 1  # some were killed before the switch, some after


def test_a_full_disk_leaves_the_old_index_and_says_so(
    processes: Any, state: Path, folder: Path
) -> None:
    faults.take_in(state, folder)
    before = (plans_of(state), answers(state))
    second_edition(folder)
    for limit in (10_000, 100_000, 200_000, 400_000):
        result = told(processes, faults.tell_without_room, state, folder, limit)
        assert result is not None, limit
        kind, vietnamese, english = result
        assert kind == "IndexNotWritable"
        assert "ổ đĩa" in vietnamese and "disk" in english
        assert (plans_of(state), answers(state)) == before, limit
    assert told(processes, faults.tell, state, folder) is None
    assert plans_of(state) != before[0]
    assert_whole(state)


def test_a_disk_that_is_full_indeed(processes: Any, tmp_path: Path, folder: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if os.system(f"mount -t tmpfs -o size=4m tmpfs '{disk}' 2>/dev/null"):
        pytest.skip("no small disk can be mounted here")
    try:
        state = disk / "state"
        faults.take_in(state, folder)
        before = (plans_of(state), answers(state))
        second_edition(folder)
        room = shutil.disk_usage(disk).free - 100_000
        (disk / "filler").write_bytes(b"\0" * room)
        kind, vietnamese, _ = told(processes, faults.tell, state, folder)
        assert kind == "IndexNotWritable" and "chỗ trống" in vietnamese
        assert (plans_of(state), answers(state)) == before
        (disk / "filler").unlink()
        assert told(processes, faults.tell, state, folder) is None
        assert_whole(state)
    finally:
        os.system(f"umount -l '{disk}'")


@pytest.fixture
def sealed(state: Path, folder: Path) -> Iterator[Path]:
    """A state folder that may be read and not written."""
    faults.take_in(state, folder)
    inside = [state, *state.rglob("*")]
    for path in inside:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield state
    for path in inside:
        path.chmod(0o755 if path.is_dir() else 0o644)


def test_a_read_only_folder_is_told(processes: Any, sealed: Path, folder: Path) -> None:
    second_edition(folder)
    kind, vietnamese, english = told(processes, faults.tell_without_rights, sealed, folder)
    assert kind == "IndexNotWritable"
    assert "quyền ghi" in vietnamese and "allow writing" in english


def test_a_read_only_index_still_answers(processes: Any, sealed: Path) -> None:
    expected = answers(sealed)
    here, there = processes.Pipe()
    run(processes, faults.answer_without_rights, sealed, QUESTIONS, there).join()
    assert here.recv() == expected


def test_a_second_ingest_waits_or_says_who_is_writing(
    processes: Any, state: Path, folder: Path
) -> None:
    process = run(processes, faults.take_in_slowly, state, folder)
    owner = state / "ingest.owner"
    while not owner.exists():
        time.sleep(0.05)
    time.sleep(0.2)
    with pytest.raises(IndexBusy) as busy:
        ingest(state, WordEmbedder(), find_files([folder]), folder, wait=0.1)
    assert str(process.pid) in str(busy.value) and str(process.pid) in busy.value.english
    receipt = ingest(state, WordEmbedder(), find_files([folder]), folder)
    assert set(receipt.unchanged) == {TUYEN_QUANG, HUNG_YEN}
    process.join()


def test_the_open_window_never_fails_while_another_process_ingests(
    processes: Any, state: Path, folder: Path
) -> None:
    faults.take_in(state, folder)
    assistant = Assistant(CorpusReader(state, WordEmbedder()))
    failures: list[BaseException] = []
    given: set[str] = set()
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            try:
                given.add(assistant.ask(QUESTIONS[0]).short_answer)
            except Exception as error:
                failures.append(error)

    asking = [threading.Thread(target=ask) for _ in range(2)]
    for thread in asking:
        thread.start()
    for edition in (second_edition, first_edition, second_edition):
        edition(folder)
        run(processes, faults.take_in, state, folder).join()
    done.set()
    for thread in asking:
        thread.join()
    assert not failures
    assert {words[:20] for words in given} == {"trước ngày 01 tháng ", "trước ngày 05 tháng "}
    assert "05 tháng 12" in assistant.ask(QUESTIONS[0]).short_answer


def test_vectors_that_fall_short_are_made_good_on_opening(state: Path, folder: Path) -> None:
    faults.take_in(state, folder)
    expected = answers(state)
    store = Store(state)
    vectors = store.folder / store.state().vectors
    for harm in (shutil.rmtree, _tear):
        harm(vectors)
        assert answers(state) == expected
        faults.take_in(state, folder)
        assert_whole(state)
        vectors = store.folder / store.state().vectors


def _tear(folder: Path) -> None:
    """Cut every file of the vectors in half."""
    for file in folder.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            file.write_bytes(content[: len(content) // 2])


def test_a_killed_ingest_leaves_no_reader_behind() -> None:
    """The process that reads ends with the one that asked for it."""
    code = (
        "import sys; from pathlib import Path; from ingest.read.isolated import Reader\n"
        "reader = Reader(); reader._started(); print(reader._process.pid, flush=True)\n"
        "sys.stdin.read()"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    assert Path(f"/proc/{child}").exists()
    parent.kill()
    parent.wait()
    deadline = time.monotonic() + 60
    while _runs(child) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert not _runs(child)


def _runs(process: int) -> bool:
    try:
        stat = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"
