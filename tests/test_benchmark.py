"""A small public set through the product's passages, words and fusion; figures by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import WordEmbedder

from evals.__main__ import main
from evals.benchmark import BenchmarkError, CachedEmbedder, read_benchmark
from evals.benchmark_run import WAYS, judge, measure_benchmark, render_benchmark

DOCUMENTS = {
    "a": "Thư viện tỉnh mở cửa từ bảy giờ. Bạn đọc được mượn ba cuốn sách. Trẻ em đọc miễn phí.",
    "b": "Bảo tàng trưng bày trống đồng cổ. Khách tham quan mua vé ở cổng chính.",
    "c": "Sân vận động có mười nghìn chỗ ngồi. Đội bóng tập vào buổi sáng.",
}
QUESTIONS = {
    "q1": "Bạn đọc được mượn mấy cuốn sách?",
    "q2": "Trống đồng cổ trưng bày ở đâu?",
    "q3": "Sân vận động có bao nhiêu chỗ ngồi?",
    "q4": "Câu này không có trong qrels?",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "set"
    folder.mkdir()
    for name, rows in (("corpus_vi", DOCUMENTS), ("queries_vi", QUESTIONS)):
        lines = (json.dumps({"_id": i, "text": t}, ensure_ascii=False) for i, t in rows.items())
        (folder / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    qrels = "query-id\tcorpus-id\tscore\nq1\ta\t1\nq1\tb\t0\nq2\tb\t1\nq3\tc\t1\n"
    (folder / "qrels.tsv").write_text(qrels, encoding="utf-8")
    return folder


def test_questions_without_a_relevant_document_are_left_out(folder: Path) -> None:
    found = read_benchmark(folder, folder / "queries_vi.jsonl")
    assert set(found.questions) == {"q1", "q2", "q3"}
    assert found.relevant["q1"] == {"a"}


def test_every_way_is_measured_by_its_own_parts(folder: Path, tmp_path: Path) -> None:
    embedder = CachedEmbedder(WordEmbedder(), tmp_path / "cache")
    queries = [folder / "queries_vi.jsonl"]
    figures = {one.way: one for one in measure_benchmark(folder, queries, "none", embedder)}
    assert set(figures) == {way.name for way in WAYS}
    assert figures["words"].success_1 == figures["fused"].success_1 == 1.0
    assert all(one.n == 3 for one in figures.values())
    assert "fused" in render_benchmark(figures.values())


def test_typed_bare_the_words_are_still_found(folder: Path, tmp_path: Path) -> None:
    embedder = CachedEmbedder(WordEmbedder(), tmp_path / "cache")
    *_, fused = measure_benchmark(folder, [folder / "queries_vi.jsonl"], "bare", embedder)
    assert fused.success_1 == 1.0


def test_what_was_embedded_is_kept_by_model_and_content(tmp_path: Path) -> None:
    counting = WordEmbedder()
    embedder = CachedEmbedder(counting, tmp_path)
    first = embedder.embed_passages(["một", "hai"])
    assert (embedder.embed_passages(["một", "hai"]) == first).all()
    assert counting.embedded == 2
    CachedEmbedder(WordEmbedder("another"), tmp_path).embed_passages(["một", "hai"])
    assert len(list(tmp_path.iterdir())) == 2


def test_figures_are_means_over_questions(folder: Path) -> None:
    found = read_benchmark(folder, folder / "queries_vi.jsonl")
    ranked = {"q1": ("a",), "q2": ("a", "b"), "q3": ("a", "b")}
    figures = judge(found, WAYS[-1], "none", ranked)
    assert figures.success_1 == pytest.approx(1 / 3)
    assert figures.recall_10 == pytest.approx(2 / 3)
    assert figures.mrr_10 == pytest.approx((1 + 1 / 2) / 3)


def test_a_folder_that_is_no_set_is_told(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "qrels.tsv").write_text("q1 a 1\nq2 b 1\n", encoding="utf-8")
    with pytest.raises(BenchmarkError, match=r"qrels\.tsv:1"):
        read_benchmark(folder, folder / "queries_vi.jsonl")
    assert main(["retrieval", "--benchmark", str(tmp_path)]) == 2
    assert "queries" in capsys.readouterr().err
