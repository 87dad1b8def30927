"""The life of a plan: renamed, doubled, replaced, re-issued, removed — and nothing else moves."""

from __future__ import annotations

import json
import os
import shutil
import unicodedata
from pathlib import Path

import numpy as np
import pytest
from support import CAT_HAI, HUNG_YEN, LAI_CHAU_2023, PLANS, TUYEN_QUANG, WordEmbedder, plan_text

from assistant.chain import Assistant
from assistant.corpus_reader import CorpusReader
from corpus.errors import MissingFile
from corpus.store import Store
from corpus.vectors import VectorIndex, blank_unused, write_vectors
from ingest.choose import choose_plan
from ingest.intake import IN_FORCE, find_files, ingest, remove
from ingest.receipt import Receipt

NEWER = "ke-hoach-moi.txt"


def take_in(
    state: Path, folder: Path, embedder: WordEmbedder | None = None, dry_run: bool = False
) -> Receipt:
    files = find_files([folder])
    return ingest(state, embedder or WordEmbedder(), files, folder, dry_run=dry_run)


def files(state: Path) -> set[str]:
    return {plan.file for plan in Store(state).plans()}


def assert_whole(state: Path) -> None:
    """The vectors, the words and the passages are of the very same plans, each once."""
    store = Store(state)
    ids, owners, _ = store.vectors()
    assert len(set(ids)) == len(ids)
    assert set(owners) == {plan.id for plan in store.plans()}
    index = VectorIndex(store.folder / store.state().vectors)
    assert index.holds(len(ids), store.probes())
    assert [f.name for f in store.folder.glob("vectors-*")] == [store.state().vectors]


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def test_a_renamed_file_is_the_same_plan(state: Path, folder: Path) -> None:
    take_in(state, folder)
    before = {plan.id for plan in Store(state).plans()}
    (folder / HUNG_YEN).rename(folder / "moi-doi-ten.txt")
    embedder = WordEmbedder()
    receipt = take_in(state, folder, embedder)
    assert receipt.renamed == ((HUNG_YEN, "moi-doi-ten.txt"),)
    assert not (receipt.new or receipt.removed or receipt.changed)
    assert embedder.embedded == 0
    assert {plan.id for plan in Store(state).plans()} == before
    assert files(state) == {TUYEN_QUANG, "moi-doi-ten.txt"}
    assert_whole(state)


def test_two_files_that_swap_names_stay_two_plans(state: Path, folder: Path) -> None:
    take_in(state, folder)
    (folder / HUNG_YEN).rename(folder / "x")
    (folder / TUYEN_QUANG).rename(folder / HUNG_YEN)
    (folder / "x").rename(folder / TUYEN_QUANG)
    receipt = take_in(state, folder)
    assert not (receipt.new or receipt.removed or receipt.changed)
    by_file = {plan.file: plan.place.value for plan in Store(state).plans()}
    assert by_file == {HUNG_YEN: "Tuyên Quang", TUYEN_QUANG: "Hưng Yên"}
    assert take_in(state, folder).unchanged == (HUNG_YEN, TUYEN_QUANG)


def test_a_copy_takes_the_place_of_its_original_when_that_goes(state: Path, folder: Path) -> None:
    take_in(state, folder)
    shutil.copy(folder / HUNG_YEN, folder / "z-ban-sao.txt")
    assert take_in(state, folder).same == (("z-ban-sao.txt", HUNG_YEN),)
    (folder / HUNG_YEN).unlink()
    embedder = WordEmbedder()
    receipt = take_in(state, folder, embedder)
    assert receipt.renamed == ((HUNG_YEN, "z-ban-sao.txt"),)
    assert embedder.embedded == 0
    assert_whole(state)


def test_two_readings_of_one_plan_are_one_plan_and_told(state: Path, folder: Path) -> None:
    """The same number, issuer and date in another file: the reading written last is kept."""
    take_in(state, folder)
    text = plan_text(TUYEN_QUANG).replace("ngày 01 tháng 12", "ngày 05 tháng 12")
    write(folder / NEWER, text)
    later = (folder / TUYEN_QUANG).stat().st_mtime + 60
    os.utime(folder / NEWER, (later, later))
    receipt = take_in(state, folder)
    assert receipt.same == ((TUYEN_QUANG, NEWER),)
    assert files(state) == {NEWER, HUNG_YEN}
    assert_whole(state)
    again = take_in(state, folder)
    assert again.generation == receipt.generation
    assert again.same == ((TUYEN_QUANG, NEWER),)
    (folder / NEWER).unlink()
    take_in(state, folder)
    assert files(state) == {TUYEN_QUANG, HUNG_YEN}
    assert_whole(state)


def test_a_garbled_reading_never_takes_the_place_of_a_legible_one(
    state: Path, folder: Path
) -> None:
    text = plan_text(TUYEN_QUANG)
    head, rest = text[:300], text[300:]
    decomposed = unicodedata.normalize("NFD", rest).replace("đ", "d").replace("Đ", "D")
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    write(folder / NEWER, head + bare)
    later = (folder / TUYEN_QUANG).stat().st_mtime + 60
    os.utime(folder / NEWER, (later, later))
    receipt = take_in(state, folder)
    assert receipt.same == ((NEWER, TUYEN_QUANG),)
    assert files(state) == {TUYEN_QUANG, HUNG_YEN}


def reissue(text: str, number: str, day: str) -> str:
    return text.replace("76/KH-UBND", f"{number}/KH-UBND").replace("ngày 13 tháng 4 năm 2023", day)


def test_a_plan_issued_again_under_a_new_number_supersedes_the_older(
    state: Path, folder: Path
) -> None:
    take_in(state, folder)
    text = reissue(plan_text(TUYEN_QUANG), "99", "ngày 20 tháng 5 năm 2024")
    write(folder / NEWER, text.replace("ngày 01 tháng 12", "ngày 05 tháng 12"))
    receipt = take_in(state, folder)
    assert receipt.superseded == ((TUYEN_QUANG, NEWER),)
    assert files(state) == {TUYEN_QUANG, HUNG_YEN, NEWER}
    assistant = Assistant(CorpusReader(state, WordEmbedder()))
    answer = assistant.ask("Tuyên Quang báo cáo kết quả thực hiện trước ngày nào?")
    assert "05 tháng 12" in answer.short_answer
    assert {citation.document for citation in answer.citations} == {NEWER}
    assert "thay thế Kế hoạch số 76/KH-UBND" in answer.answer
    older = assistant.ask("Kế hoạch số 76/KH-UBND yêu cầu báo cáo kết quả trước ngày nào?")
    assert "01 tháng 12" in older.short_answer
    assert "đã được thay thế bằng Kế hoạch số 99/KH-UBND" in older.answer
    (folder / NEWER).unlink()
    receipt = take_in(state, folder)
    assert (TUYEN_QUANG, IN_FORCE, "") in receipt.flags
    answer = Assistant(CorpusReader(state, WordEmbedder())).ask(
        "Tuyên Quang báo cáo kết quả thực hiện trước ngày nào?"
    )
    assert "01 tháng 12" in answer.short_answer
    assert "thay thế" not in answer.answer


def test_a_plan_that_says_what_it_replaces_supersedes_it(state: Path, folder: Path) -> None:
    text = reissue(plan_text(TUYEN_QUANG), "99", "ngày 20 tháng 5 năm 2024")
    text = text.replace("Triển khai thực hiện Chương trình", "Tiếp tục triển khai Chương trình")
    write(folder / NEWER, text.replace("ngày 01 tháng 12", "ngày 05 tháng 12"))
    assert take_in(state, folder).superseded == ()
    said = text.replace(
        "Ủy ban nhân dân tỉnh ban hành",
        "Kế hoạch này thay thế Kế hoạch số 76/KH-UBND. Ủy ban nhân dân tỉnh ban hành",
        1,
    )
    assert said != text
    write(folder / NEWER, said)
    assert take_in(state, folder).superseded == ((TUYEN_QUANG, NEWER),)
    by_file = {plan.file: plan for plan in Store(state).plans()}
    assert by_file[TUYEN_QUANG].superseded_by == by_file[NEWER].id
    assert by_file[NEWER].superseded_by is None


def test_room_that_no_vector_fills_holds_no_words(tmp_path: Path) -> None:
    """Chroma writes it as it finds it in memory; here it finds a sentence of a plan."""
    folder = tmp_path / "vectors"
    write_vectors(folder, ["a"], ["plan"], np.eye(1, 384, dtype=np.float32))
    [graph] = folder.rglob("data_level0.bin")
    lengths = graph.with_name("length.bin")
    for file in (graph, lengths):
        words = "Căn cứ Quyết định số 1520/QĐ-TTg ".encode() * file.stat().st_size
        file.write_bytes(words[: file.stat().st_size])
    blank_unused(folder)
    assert not any(graph.read_bytes()) and not any(lengths.read_bytes())
    assert VectorIndex(folder).holds(1, np.eye(1, 384, dtype=np.float32))


def test_a_removed_plan_is_nowhere_on_the_disk(state: Path, folder: Path, tmp_path: Path) -> None:
    take_in(state, folder)
    plans = Store(state).plans()
    receipt = remove(state, WordEmbedder(), [choose_plan("76/KH-UBND", plans)])
    assert receipt.removed == (TUYEN_QUANG,)
    assert files(state) == {HUNG_YEN}
    assert_whole(state)
    gone = next(plan for plan in plans if plan.file == TUYEN_QUANG)
    other = plan_text(HUNG_YEN)
    lines = [line.strip()[:40] for line in gone.text.splitlines() if len(line.strip()) > 60]
    traces = [line.encode() for line in lines if line not in other]
    assert len(traces) > 20
    for file in (state / "index").rglob("*"):
        content = file.read_bytes() if file.is_file() else b""
        assert not [trace for trace in traces if trace in content], file.name
    alone = tmp_path / "alone"
    ingest(alone, WordEmbedder(), [folder / HUNG_YEN])
    assert Store(state).restorer() == Store(alone).restorer()


def test_what_was_removed_by_hand_comes_back_only_when_named(state: Path, folder: Path) -> None:
    take_in(state, folder)
    remove(state, WordEmbedder(), [choose_plan(HUNG_YEN, Store(state).plans())])
    receipt = take_in(state, folder)
    assert receipt.left_out == (HUNG_YEN,)
    assert files(state) == {TUYEN_QUANG}
    receipt = ingest(state, WordEmbedder(), [folder / HUNG_YEN], named=True)
    assert receipt.new == (HUNG_YEN,)
    assert files(state) == {TUYEN_QUANG, HUNG_YEN}
    assert_whole(state)


def test_a_plan_to_remove_is_chosen_by_file_or_number(state: Path, folder: Path) -> None:
    take_in(state, folder)
    plans = Store(state).plans()
    assert choose_plan("76/KH-UBND", plans).file == TUYEN_QUANG
    assert choose_plan("hung-yen", plans).file == HUNG_YEN
    with pytest.raises(MissingFile, match="không có kế hoạch nào"):
        choose_plan("Bắc Ninh", plans)
    with pytest.raises(MissingFile, match="nhiều kế hoạch"):
        choose_plan("tinh", plans)
    for wrong in ("999/KH-UBND", "6/KH-UBND", "txt", "6"):
        with pytest.raises(MissingFile, match="không có kế hoạch nào"):
            choose_plan(wrong, plans)
    with pytest.raises(MissingFile, match="không có kế hoạch nào"):
        choose_plan("hung-yen", plans, whole=True)


def test_a_dry_run_says_what_it_would_do_and_writes_nothing(state: Path, folder: Path) -> None:
    take_in(state, folder)
    shutil.copy(PLANS / CAT_HAI, folder)
    (folder / HUNG_YEN).unlink()
    before = {f: f.read_bytes() for f in (state / "index").rglob("*") if f.is_file()}
    embedder = WordEmbedder()
    receipt = take_in(state, folder, embedder, dry_run=True)
    assert (receipt.new, receipt.removed, receipt.dry_run) == ((CAT_HAI,), (HUNG_YEN,), True)
    assert embedder.embedded == 0
    assert {f: f.read_bytes() for f in (state / "index").rglob("*") if f.is_file()} == before


def test_a_failure_is_remembered_and_told_but_not_read_again(state: Path, folder: Path) -> None:
    write(folder / "hong.txt", "Kính gửi các đồng chí, xin trân trọng cảm ơn các đồng chí.")
    first = take_in(state, folder)
    assert [(one.file, one.kind) for one in first.failed] == [("hong.txt", "NotAPlan")]
    second = take_in(state, folder)
    assert second.failed == first.failed
    assert second.generation == first.generation


def test_two_files_of_one_bad_content_are_both_told(state: Path, folder: Path) -> None:
    for name in ("hong-1.txt", "hong-2.txt"):
        write(folder / name, "Kính gửi các đồng chí, xin trân trọng cảm ơn các đồng chí.")
    for _ in range(2):
        receipt = take_in(state, folder)
        told = {one.file: one.vietnamese for one in receipt.failed}
        assert set(told) == {"hong-1.txt", "hong-2.txt"}
        assert all(name in words for name, words in told.items())
        assert not receipt.same


def test_a_change_that_cannot_be_read_keeps_the_plan_as_it_was(state: Path, folder: Path) -> None:
    take_in(state, folder)
    content = (folder / HUNG_YEN).read_bytes()
    (folder / HUNG_YEN).write_bytes(b"\x00\x00")
    receipt = take_in(state, folder)
    assert [one.file for one in receipt.failed] == [HUNG_YEN]
    assert files(state) == {TUYEN_QUANG, HUNG_YEN}
    (folder / HUNG_YEN).write_bytes(content)
    receipt = take_in(state, folder)
    assert not receipt.failed
    assert files(state) == {TUYEN_QUANG, HUNG_YEN}
    assert_whole(state)
    (folder / HUNG_YEN).unlink()
    assert take_in(state, folder).removed == (HUNG_YEN,)


def test_runs_are_remembered(state: Path, folder: Path) -> None:
    take_in(state, folder)
    take_in(state, folder)  # changes nothing, and is not worth a line
    (folder / HUNG_YEN).unlink()
    take_in(state, folder)
    runs = [json.loads(receipt) for _, receipt in Store(state).runs(10)]
    assert [run["removed"] for run in runs] == [[HUNG_YEN], []]
    assert set(runs[1]["new"]) == {TUYEN_QUANG, HUNG_YEN}
    assert runs[1]["pages"] == {"text": 2}


def test_fields_that_are_blank_or_corrupt_are_flagged(state: Path, folder: Path) -> None:
    shutil.copy(PLANS / LAI_CHAU_2023, folder)
    receipt = take_in(state, folder)
    told = {(flag.file, flag.what): flag.printed for flag in receipt.flags}
    assert told[LAI_CHAU_2023, "ngày chưa rõ"] == "ngay 72 thang 01 ndm 2023"
    assert told[HUNG_YEN, "số chưa rõ"] == ""
    assert (LAI_CHAU_2023, "1/1 trang hỏng chữ, khôi phục tự động") in told
    assert not [key for key in told if key[0] == TUYEN_QUANG]
