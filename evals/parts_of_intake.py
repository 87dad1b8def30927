"""Repair, facts and the speed of taking in as parts of the report."""

from __future__ import annotations

from collections.abc import Sequence

from evals.facts_measure import PRECISION_BAR, RECALL_BAR
from evals.facts_measure import Score as FactScore
from evals.frame import Both, Part, Score, Table, Taken, counted, plain
from evals.ingest_speed import Growth, Reading, kind_of_reading
from evals.repair import OTHER_PROGRAMME, SAME_PROGRAMME, Repair, RepairFigures


def repair_part(taken: Taken, repair: Repair) -> Part:
    """Return how many words of garbled pages are read rightly, each document left out."""
    every = (*repair.plans, *repair.others)
    scores = (
        _words_right(Both("Kế hoạch cùng chương trình", "Plans"), repair.plans, SAME_PROGRAMME),
        _words_right(Both("Văn bản khác", "Other documents"), repair.others, OTHER_PROGRAMME),
        plain(
            Both("Con số bị đổi", "Numbers changed"), sum(o.numbers_changed for o in every), "", 0
        ),
    )
    rows = tuple(
        (
            one.name,
            str(one.words),
            f"{one.right_before / max(1, one.words):.3f}",
            f"{one.accuracy:.3f}",
            str(one.lost),
        )
        for one in every
    )
    columns = (
        Both("văn bản", "document"),
        Both("số chữ", "words"),
        Both("trước", "before"),
        Both("sau", "after"),
        Both("mất hẳn", "lost"),
    )
    table = Table(Both("Từng văn bản", "By document"), columns, rows)
    title = Both("Khôi phục chữ hỏng", "Repair of garbled words")
    return Part("repair", title, *taken, tuple(s for s in scores if s.n != 0), (table,))


def _words_right(name: Both, figures: Sequence[RepairFigures], limit: float) -> Score:
    right, words = sum(o.right_after for o in figures), sum(o.words for o in figures)
    return counted(name, right, words, limit)


def facts_part(taken: Taken, totals: Sequence[FactScore]) -> Part:
    """Return precision and recall of the facts, a pair for each kind."""
    scores = []
    for one in totals:
        name = FACTS.get(one.kind, Both(one.kind, one.kind))
        found, there = one.right + len(one.wrong), one.right + len(one.missed)
        sure = Both(f"{name.vi}: đúng", f"{name.en}: precision")
        full = Both(f"{name.vi}: đủ", f"{name.en}: recall")
        scores.append(counted(sure, one.right, found, PRECISION_BAR))
        scores.append(counted(full, one.right, there, RECALL_BAR))
    title = Both("Dữ kiện đọc từ kế hoạch", "Facts read of the plans")
    return Part("facts", title, *taken, tuple(scores))


FACTS = {
    "metadata": Both("thông tin chung", "metadata"),
    "assignment": Both("phân công", "assignments"),
    "target": Both("chỉ tiêu", "targets"),
    "deadline": Both("thời hạn", "deadlines"),
    "funding": Both("kinh phí", "funding"),
}


def ingest_part(
    taken: Taken, reading: Sequence[Reading], growth: Sequence[Growth], embedded: float | None
) -> Part:
    """Return pages a second by kind, passages embedded a second, one plan in a growing corpus."""
    names = (("số kế hoạch", "plans"), ("số đoạn", "passages"), ("không đổi, giây", "unchanged, s"))
    columns = tuple(Both(*one) for one in (*names, ("một kế hoạch mới, giây", "one new plan, s")))
    rows = tuple(
        (str(o.plans), str(o.passages), f"{o.unchanged_s:.2f}", f"{o.new_plan_s:.2f}")
        for o in growth
    )
    table = Table(Both("Nạp khi kho lớn dần", "A growing corpus"), columns, rows)
    title = Both("Nạp kế hoạch", "Taking plans in")
    scores = reading_scores(reading, embedded)
    return Part("ingest", title, *taken, scores, (table,) if rows else ())


def reading_scores(reading: Sequence[Reading], embedded: float | None) -> tuple[Score, ...]:
    """Return pages a second by kind of file, and passages embedded a second."""
    pages: dict[Both, tuple[int, float]] = {}
    for one in reading:
        kind, (count, seconds) = kind_of_reading(one), pages.get(kind_of_reading(one), (0, 0.0))
        pages[kind] = (count + one.pages, seconds + one.pages / one.pages_per_s)
    scores = [
        Score(
            Both(f"Trang đọc mỗi giây: {kind.vi}", f"Pages a second: {kind.en}"),
            count / seconds,
            count,
            unit="trang/giây",
        )
        for kind, (count, seconds) in pages.items()
    ]
    name = Both("Đoạn nhúng mỗi giây", "Passages embedded a second")
    return (*scores, Score(name, embedded, unit="đoạn/giây"))
