"""A new generation is tried out before the switch: what breaks answers stays out."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from support import PLANS, ROOT, TUYEN_QUANG

from assistant.chain import Assistant
from assistant.corpus_reader import CorpusReader
from corpus.embedding import SentenceEmbedder
from corpus.errors import GateFailed
from corpus.store import Store
from evals.admit import comparable, compare_generations
from evals.gate import gate_questions
from evals.generator import invent_plan
from ingest.desk import Desk
from ingest.gate import TRIAL, Gate, GateProgram
from ingest.intake import ingest
from ingest.receipt import Objection


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PLANS, tmp_path / "plans"))


@pytest.fixture
def state(tmp_path: Path, corpus_state: Path) -> Path:
    """The five plans as they are taken in, in a folder of its own."""
    shutil.copytree(corpus_state / "index", tmp_path / "state" / "index")
    (tmp_path / "state" / "models").symlink_to(corpus_state / "models")
    return tmp_path / "state"


@pytest.fixture
def gate(embedder: SentenceEmbedder) -> Gate:
    """The questions of dev about the plan that tests alter, asked in this process."""

    def asked(before: Path, after: Path) -> Sequence[Objection]:
        questions = [q for q in gate_questions(("dev", "everyday")) if TUYEN_QUANG in q.plans]
        found = compare_generations(before, after, embedder, questions, time.perf_counter)
        assert found.asked > 20
        return found.objections

    return asked


def another_figure(plans: Path, name: str = TUYEN_QUANG) -> Path:
    """Write a reading of the plan that gives another figure and another day."""
    text = (PLANS / TUYEN_QUANG).read_text(encoding="utf-8")
    path = plans / name
    path.write_text(
        text.replace("10 - 15%", "2 - 5%").replace("ngày 01 tháng 12", "ngày 05 tháng 11")
    )
    return path


def remains(state: Path) -> tuple[int, list[str], list[str]]:
    """Return the generation, its files, and what else lies in the folder of the index."""
    store = Store(state)
    folders = sorted(path.name for path in store.folder.glob("vectors-*"))
    return store.state().generation, sorted(plan.file for plan in store.plans()), folders


@pytest.mark.parametrize("name", [TUYEN_QUANG, "ban-sao.txt"])
def test_another_figure_is_refused_and_nothing_is_lost(
    state: Path, plans: Path, embedder: SentenceEmbedder, gate: Gate, name: str
) -> None:
    before = remains(state)
    path = another_figure(plans, name)
    receipt = ingest(state, embedder, [path], None, named=True, gate=gate)
    assert remains(state) == before
    assert not list(state.glob(f"{TRIAL}*"))
    assert path.exists()
    assert (receipt.new, receipt.changed) == ((), ())
    told = [one.vietnamese for one in receipt.objections]
    assert any("10 - 15%" in one and "2 - 5%" in one for one in told), told
    assert any("01 tháng 12" in one and "05 tháng 11" in one for one in told), told
    [failed] = receipt.failed
    assert (failed.file, failed.kind) == (name, "GateShut")
    assert "câu kiểm tra đang đúng trở thành sai" in failed.vietnamese
    assert "--no-gate" in failed.vietnamese
    accepted = ingest(state, embedder, [path], None, named=True)
    assert name in (*accepted.new, *accepted.changed)


def test_a_harmless_plan_comes_in(
    state: Path, plans: Path, embedder: SentenceEmbedder, gate: Gate
) -> None:
    path = plans / "moi.txt"
    path.write_text(invent_plan(7).text, encoding="utf-8")
    receipt = ingest(state, embedder, [path], None, named=True, gate=gate)
    assert receipt.new == ("moi.txt",) and receipt.objections == ()
    assert len(remains(state)[1]) == 6
    assert not list(state.glob(f"{TRIAL}*"))


def test_of_two_files_the_one_that_spoils_answers_is_named(
    state: Path, plans: Path, embedder: SentenceEmbedder, gate: Gate
) -> None:
    spoiling = another_figure(plans)
    harmless = plans / "moi.txt"
    harmless.write_text(invent_plan(7).text, encoding="utf-8")
    receipt = ingest(state, embedder, [spoiling, harmless], None, named=True, gate=gate)
    assert all(one.files == (spoiling.name,) for one in receipt.objections)
    told = {one.file: one for one in receipt.failed}
    assert set(told) == {spoiling.name, harmless.name}
    assert "2 - 5%" in told[spoiling.name].vietnamese
    assert "2 - 5%" not in told[harmless.name].vietnamese
    assert f"không kèm {spoiling.name}" in told[harmless.name].vietnamese
    alone = ingest(state, embedder, [harmless], None, named=True, gate=gate)
    assert alone.new == (harmless.name,)


def test_a_gate_that_breaks_keeps_the_generation(
    state: Path, plans: Path, embedder: SentenceEmbedder
) -> None:
    def broken(before: Path, after: Path) -> Sequence[Objection]:
        assert Store(after).state().generation > Store(before).state().generation
        raise RuntimeError("no more memory")

    before = remains(state)
    with pytest.raises(GateFailed, match="RuntimeError: no more memory"):
        ingest(state, embedder, [another_figure(plans)], None, named=True, gate=broken)
    assert remains(state) == before
    assert not list(state.glob(f"{TRIAL}*"))


def test_what_a_killed_trial_left_is_cleared_away(
    state: Path, plans: Path, embedder: SentenceEmbedder
) -> None:
    (state / f"{TRIAL}dead" / "index").mkdir(parents=True)
    ingest(state, embedder, [PLANS / TUYEN_QUANG], None)
    assert not list(state.glob(f"{TRIAL}*"))


def test_the_first_generation_has_nothing_to_lose(
    tmp_path: Path, embedder: SentenceEmbedder
) -> None:
    def never(before: Path, after: Path) -> Sequence[Objection]:
        raise AssertionError("asked")

    made = tmp_path / "moi.txt"
    made.write_text(invent_plan(7).text, encoding="utf-8")
    receipt = ingest(tmp_path / "empty", embedder, [made], None, gate=never)
    assert receipt.new == ("moi.txt",)


def test_the_desk_of_the_window_leaves_the_file_that_was_held_back(
    state: Path, plans: Path, tmp_path: Path, embedder: SentenceEmbedder
) -> None:
    def shut(before: Path, after: Path) -> Sequence[Objection]:
        return [Objection("q", "“Ai?”: trước trả lời “A”, nay trả lời “B”", "")]

    handed = tmp_path / "moi.txt"
    handed.write_text(invent_plan(7).text, encoding="utf-8")
    told = Desk(state, plans, embedder, shut).take_in([handed], lambda *_: None)
    assert told["failed"][0]["kind"] == "GateShut"
    assert told["objections"][0]["question"] == "q"
    assert (plans / "moi.txt").exists()


def test_a_place_that_now_has_a_plan_is_no_longer_asked_as_one_without(
    state: Path, plans: Path, embedder: SentenceEmbedder
) -> None:
    old = Assistant(CorpusReader(state, embedder))
    before = {one.id for one in comparable(gate_questions(), old, old, Store(state))}
    later = state.parent / "later"
    shutil.copytree(state / "index", later / "index")
    plan = invent_plan(7)
    made = plan.text.replace(plan.place.upper(), "TỈNH QUẢNG NINH")
    made = made.replace(plan.place, "tỉnh Quảng Ninh").replace("An Định", "Quảng Ninh")
    (plans / "quang-ninh.txt").write_text(made, encoding="utf-8")
    ingest(later, embedder, [plans / "quang-ninh.txt"], None)
    new = Assistant(CorpusReader(later, embedder))
    after = {one.id for one in comparable(gate_questions(), old, new, Store(later))}
    gone = [one.question for one in gate_questions() if one.id in before - after]
    assert gone and after < before
    assert any("Quảng Ninh" in text for text in gone)


@pytest.mark.slow  # the 354 questions twice, as the office runs it
def test_the_command_says_which_questions_changed(
    state: Path, plans: Path, corpus_state: Path
) -> None:
    another_figure(plans)
    env = {**os.environ, "STATE_DIR": str(state), "PLANS_DIR": str(plans), "COLUMNS": "200"}
    words = [sys.executable, "-m", "ingest", str(plans / TUYEN_QUANG), "--gate", "--json"]
    done = subprocess.run(words, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 9, done.stderr
    told = json.loads(done.stdout)
    assert len(told["objections"]) >= 3 and told["changed"] == []
    assert all("trước trả lời" in one["vietnamese"] for one in told["objections"])


def test_a_program_that_cannot_answer_is_told(state: Path) -> None:
    with pytest.raises(GateFailed, match="No module named khong_co"):
        GateProgram(("khong_co",))(state, state)
