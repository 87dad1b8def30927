"""The life of a plan in the corpus: new, unchanged, changed, gone, unreadable."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import CAT_HAI, HUNG_YEN, PLANS, TUYEN_QUANG, WordEmbedder

from assistant.chain import Assistant
from assistant.corpus_reader import CorpusReader
from corpus.errors import IndexUnavailable, ModelMismatch, UnreadableFile
from corpus.store import Store
from corpus.vectors import VectorIndex
from ingest.intake import Receipt, find_files, ingest
from ingest.make import detail_texts


def take_in(state: Path, folder: Path, embedder: WordEmbedder | None = None) -> Receipt:
    return ingest(state, embedder or WordEmbedder(), find_files([folder]), folder)


def files(state: Path) -> set[str]:
    return {plan.file for plan in Store(state).plans()}


def count_vectors(state: Path) -> int:
    store = Store(state)
    return len(VectorIndex(store.folder / store.state().vectors))


def test_the_second_run_embeds_nothing(state: Path, folder: Path) -> None:
    first = take_in(state, folder)
    assert set(first.new) == {TUYEN_QUANG, HUNG_YEN}
    embedder = WordEmbedder()
    second = take_in(state, folder, embedder)
    assert set(second.unchanged) == {TUYEN_QUANG, HUNG_YEN}
    assert second.generation == first.generation
    assert embedder.embedded == 0


def test_a_new_plan_leaves_the_others_alone(state: Path, folder: Path) -> None:
    take_in(state, folder)
    before = {p.id for p in Store(state).plans()}
    shutil.copy(PLANS / CAT_HAI, folder)
    embedder = WordEmbedder()
    receipt = take_in(state, folder, embedder)
    assert receipt.new == (CAT_HAI,)
    (plan,) = (one for one in Store(state).plans() if one.file == CAT_HAI)
    parts = (detail_texts(plan, one) for one in Store(state).passages_of(plan.id))
    assert embedder.embedded == receipt.passages + sum(map(len, parts)) > receipt.passages
    assert before < {p.id for p in Store(state).plans()}


def test_a_changed_plan_replaces_its_passages(state: Path, folder: Path) -> None:
    take_in(state, folder)
    path = folder / TUYEN_QUANG
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("ngày 01 tháng 12", "ngày 05 tháng 12"), encoding="utf-8")
    receipt = take_in(state, folder)
    assert receipt.changed == (TUYEN_QUANG,)
    assistant = Assistant(CorpusReader(state, WordEmbedder()))
    answer = assistant.ask("Tuyên Quang báo cáo kết quả thực hiện trước ngày nào?")
    assert answer.short_answer == "trước ngày 05 tháng 12 hằng năm"
    store = Store(state)
    ids, _, _ = store.vectors()
    assert count_vectors(state) == len(ids)


def test_a_plan_whose_file_is_gone_leaves_the_corpus(state: Path, folder: Path) -> None:
    take_in(state, folder)
    (folder / HUNG_YEN).unlink()
    receipt = take_in(state, folder)
    assert receipt.removed == (HUNG_YEN,)
    assert files(state) == {TUYEN_QUANG}
    assistant = Assistant(CorpusReader(state, WordEmbedder()))
    assert assistant.ask("Hưng Yên báo cáo trước ngày nào?").reason == "no_such_plan"


def test_the_open_window_sees_the_next_generation(state: Path, folder: Path) -> None:
    take_in(state, folder)
    assistant = Assistant(CorpusReader(state, WordEmbedder()))
    question = "Cát Hải có những phòng nào phụ trách thư viện cơ sở giáo dục?"
    assert assistant.ask(question).reason == "no_such_plan"
    shutil.copy(PLANS / CAT_HAI, folder)
    take_in(state, folder)
    assert "Phòng Giáo dục và Đào tạo" in assistant.ask(question).short_answer


def test_a_file_under_two_names_is_one_plan_and_told(state: Path, folder: Path) -> None:
    shutil.copy(folder / HUNG_YEN, folder / "z-ban-sao.txt")
    receipt = take_in(state, folder)
    assert receipt.same == (("z-ban-sao.txt", HUNG_YEN),)
    assert files(state) == {TUYEN_QUANG, HUNG_YEN}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "trống"),
        (b"  \n\n ", "trống"),
        (b"Ke hoach \xed\xa0\x80 so 5", "UTF-8"),
        (b"K\xe9 ho\xe1ch", "UTF-8"),
        (b"I. MUC\x00 TIEU", "NUL"),
        ("Kính gửi các đồng chí, xin cảm ơn.".encode(), "bố cục"),
    ],
)
def test_a_bad_file_is_told_in_a_sentence_and_the_others_go_in(
    state: Path, folder: Path, content: bytes, reason: str
) -> None:
    (folder / "hong.txt").write_bytes(content)
    receipt = take_in(state, folder)
    assert set(receipt.new) == {TUYEN_QUANG, HUNG_YEN}
    [failed] = receipt.failed
    assert failed.file == "hong.txt"
    assert reason in failed.vietnamese and "hong.txt" in failed.vietnamese
    assert failed.vietnamese.endswith(".") and failed.english.endswith(".")


def test_a_missing_path_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="Không có tệp"):
        find_files([tmp_path / "khong-co"])


def test_lost_vectors_are_written_again_from_the_truth(state: Path, folder: Path) -> None:
    take_in(state, folder)
    store = Store(state)
    shutil.rmtree(store.folder / store.state().vectors)
    embedder = WordEmbedder()
    take_in(state, folder, embedder)
    assert embedder.embedded == 0
    ids, _, _ = store.vectors()
    assert count_vectors(state) == len(ids)


def test_two_models_are_never_mixed(state: Path, folder: Path) -> None:
    take_in(state, folder, WordEmbedder("words-64"))
    other = WordEmbedder("other-64")
    with pytest.raises(ModelMismatch, match="python -m ingest"):
        CorpusReader(state, other).generation()
    receipt = take_in(state, folder, other)
    assert other.embedded >= receipt.passages  # and their parts
    assert CorpusReader(state, other).generation().number == receipt.generation


def test_an_empty_corpus_says_what_to_do(state: Path) -> None:
    with pytest.raises(IndexUnavailable, match="python -m ingest"):
        CorpusReader(state, WordEmbedder()).generation()


def test_a_rebuild_keeps_a_plan_whose_file_is_out_of_reach(
    state: Path, folder: Path, tmp_path: Path
) -> None:
    take_in(state, folder)
    stick = tmp_path / "usb"
    stick.mkdir()
    shutil.copy(PLANS / CAT_HAI, stick)
    ingest(state, WordEmbedder(), find_files([stick]))
    shutil.rmtree(stick)
    take_in(state, folder, WordEmbedder("other-64"))
    assert files(state) == {TUYEN_QUANG, HUNG_YEN, CAT_HAI}


def test_two_files_of_one_name_are_two_plans(state: Path, folder: Path, tmp_path: Path) -> None:
    take_in(state, folder)
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(PLANS / CAT_HAI, other / HUNG_YEN)
    receipt = ingest(state, WordEmbedder(), find_files([other]))
    assert receipt.new == (HUNG_YEN,)
    places = {plan.place.value for plan in Store(state).plans()}
    assert places == {"Tuyên Quang", "Hưng Yên", "Cát Hải"}
