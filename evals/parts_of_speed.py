"""Speed, a stock chain beside it, and growth as parts of the report."""

from __future__ import annotations

from collections.abc import Sequence

from evals.bars import P50_MS, P95_MS
from evals.frame import Both, Part, Score, Table, Taken, plain
from evals.scale import Size, growth_columns, plot_scale, slope
from evals.speed import Speed
from evals.stock import Placing


def speed_part(taken: Taken, speed: Speed, placings: tuple[Placing, Placing] | None = None) -> Part:
    """Return loading, warm answers, several at once, memory; beside a stock chain if it was run."""
    scores = [
        plain(Both("Mở trợ lý", "Cold start"), speed.load_s, "giây"),
        plain(Both("Trả lời, p50", "Warm answer, p50"), speed.p50_ms, "ms", P50_MS),
        plain(Both("Trả lời, p95", "Warm answer, p95"), speed.p95_ms, "ms", P95_MS),
        plain(Both("Trả lời, p99", "Warm answer, p99"), speed.p99_ms, "ms"),
        *(
            Score(Both(f"{n} người hỏi cùng lúc", f"{n} asking at once"), rate, unit="câu/giây")
            for n, rate in speed.answers_s
        ),
        plain(Both("Bộ nhớ nhiều nhất", "Memory at most"), speed.memory_gb, "GB"),
    ]
    if speed.index_bytes is not None:
        name = Both("Chỉ mục, mỗi đoạn", "Index, a passage")
        scores.append(plain(name, speed.index_bytes, "byte"))
    tables = (stock_table(*placings),) if placings else ()
    return Part("speed", Both("Tốc độ", "Speed"), *taken, tuple(scores), tables)


OURS, STOCK = "trợ lý này · this assistant", "LangChain mẫu · stock LangChain"
GROWTH = {
    "passages": "số đoạn · passages",
    "bytes a passage": "byte mỗi đoạn · bytes a passage",
    "opening, s": "mở kho, giây · opening, s",
    "memory, GB": "bộ nhớ, GB · memory, GB",
    "one plan: p50 ms": "tìm trong một kế hoạch, p50 ms · one plan",
    "one plan: p95 ms": "tìm trong một kế hoạch, p95 ms · one plan",
    "one plan: S@1": "trong một kế hoạch, đúng ở đoạn đầu · one plan, success@1",
    "all plans: p50 ms": "tìm trong cả kho, p50 ms · all plans",
    "all plans: p95 ms": "tìm trong cả kho, p95 ms · all plans",
    "all plans: S@1": "trong cả kho, đúng ở đoạn đầu · all plans, success@1",
    "new plan, s": "một kế hoạch mới, giây · one new plan, s",
}
"""Names of rows, in both languages at once: a table has one first column."""


def stock_table(ours: Placing, stock: Placing) -> Table:
    """Return both systems' first hits and times, and ours as a multiple of the stock chain's."""
    names = (
        ("đúng mục ở đoạn đầu", "section@1"),
        ("đúng chữ ở đoạn đầu", "quote@1"),
        ("đúng chữ trong 5 đoạn", "quote@5"),
        ("p50, ms", "p50, ms"),
        ("p95, ms", "p95, ms"),
    )
    values = [(o.section_1, o.quote_1, o.quote_5, o.p50_ms, o.p95_ms) for o in (ours, stock)]
    rows = [
        (name, *("–" if v is None else f"{v:.3f}" if v <= 1 else f"{v:.1f}" for v in row))
        for name, row in zip((OURS, STOCK), values, strict=True)
    ]
    ratios = (f"{a / b:.2f} ×" if a and b else "–" for a, b in zip(*values, strict=True))
    title = Both("Cạnh một chuỗi LangChain mẫu", "Beside a stock LangChain chain")
    columns = (Both("", ""), *(Both(*one) for one in names))
    return Table(title, columns, (*rows, ("tỷ lệ · ratio", *ratios)))


def scale_part(taken: Taken, sizes: Sequence[Size]) -> Part:
    """Return every figure at every size, the exponent of its growth, and the drawing."""
    columns = (
        Both("", ""),
        *(Both(f"{one.plans} kế hoạch", f"{one.plans} plans") for one in sizes),
        Both("số mũ", "exponent"),
    )
    rows = tuple(
        (
            GROWTH.get(name, name),
            *(format(value(one), form) for one in sizes),
            f"{slope(sizes, value):.2f}",
        )
        for name, value, form in growth_columns()
    )
    last = sizes[-1]
    scores = (
        plain(Both("Tìm trong cả kho, p95", "All plans, p95"), last.all_p95_ms, "ms", 400),
        plain(Both("Bộ nhớ nhiều nhất", "Memory at most"), last.memory_gb, "GB", 6),
        plain(Both("Một kế hoạch mới", "One new plan"), last.new_plan_s, "giây", 10),
        Score(Both("Đúng ở đoạn đầu", "success@1, all plans"), last.all_success_1, 100),
    )
    note = Both(
        "Kế hoạch tự tạo với dữ kiện biết trước; véc-tơ suy từ một số mẫu đã nhúng, vì nhúng "
        "hết phải nhiều giờ. Số mũ b: chi phí tăng như (số kế hoạch)^b.",
        "Made plans with known facts; vectors are derived from embedded templates, since embedding "
        "all takes hours. Exponent b: the cost grows as plans^b.",
    )
    title = Both(f"Khi kho lớn tới {last.plans} kế hoạch", f"Growth up to {last.plans} plans")
    table = Table(Both("Các cỡ kho", "By size"), columns, rows)
    return Part("scale", title, *taken, scores, (table,), plot_scale(sizes), (note,))
