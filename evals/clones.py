"""What thirty plans of other provinces cost: plans that look alike must not answer for each other.

The clones are the three clean plans with other places, signers, shares, numbers and dates, of
provinces that do not exist. They are taken in by the real ingest, beside the five plans, into a
folder that is thrown away. Asked are the same questions before and after. Left out: questions about
all the plans, whose answer the clones rightly change.
"""

from __future__ import annotations

import random
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.chain import Assistant
from assistant.corpus_reader import CorpusReader
from corpus.embedding import Embedder
from corpus.vietnamese import fold, nfc
from evals.bars import CLONES_LOSS, Bar, render_bars
from evals.measures import mean, percentile
from evals.question import Question
from evals.run import AnswerRecord, Clock, run_answers
from evals.speed import WARM_UP
from evals.truth import PLANS_DIR
from ingest.intake import find_files, ingest

CLONES = 30

SEEDS = (
    ("tinh-tuyen-quang_76-kh-ubnd_2023.txt", ("Tuyên Quang",)),
    ("tinh-hung-yen_ke-hoach-hoc-tap-suot-doi-trong-thu-vien.txt", ("Hưng Yên",)),
    ("huyen-cat-hai_kh-ubnd_2023.txt", ("Cát Hải", "Hải Phòng")),
)
"""The clean plans and the places each names."""

PLACES = (
    "Tân Giang,Thanh Lâm,Nam Khê,Minh Xuyên,Đông Phước,Yên Thạch,Bình Khê,Phú Hải,Vân Trạch,"
    "Long Tuyền,Hòa Sa,Mỹ Lộc Sơn,Trường Vân,An Thượng,Quế Giang,Lộc Xuân,Hoành Khê,Tam Phước,"
    "Kim Đàm,Sơn Thạch,Đại Vân,Thuận Khê,Ngọc Trạch,Bạch Lâm,Cẩm Tuyền,Xuân Đàm,Phước Trạch,"
    "Diên Hà,Tùng Giang,Hương Thạch,Lam Khê,Đức Vân,Giang Tuyền,Bảo Lĩnh,Khánh Đàm,Tiên Trạch,"
    "Hồng Xuyên,Việt Khê,Quang Lâm,Thạch Vân"
).split(",")
"""Names put together as names of provinces are; none is one, nor one letter away from one."""

_SIGNERS = ("Hoàng Việt Phương", "Nguyễn Duy Hưng", "Nguyễn Quang Vinh")
_FAMILY = "Trần,Lê,Phạm,Vũ,Đặng,Bùi,Đỗ,Ngô,Dương,Lý".split(",")
_GIVEN = "Văn Thắng,Thị Lan,Minh Đức,Quốc Bảo,Thu Hà,Đình Long,Ngọc Sơn,Thanh Tùng".split(",")

_SHARE = re.compile(r"\b(\d{1,3})(\s*-\s*)?(\d{1,3})?%")
_DATE = re.compile(r"\bngày (\d{1,2}) tháng (\d{1,2})\b")
_NUMBER = re.compile(r"\b(?:76|68)(?=/KH-UBND)")
_SMALL = 15
"""Shares up to here are yearly growth, larger ones a part of a whole."""

OF_ALL = re.compile(r"cac tinh|cac ke hoach|all the plans|all plans|every plan")


@dataclass(frozen=True)
class Crowd:
    """The answers in a corpus of so many plans, and its places by file name."""

    plans: int
    records: tuple[AnswerRecord, ...]
    places: Mapping[str, str]

    @property
    def correct(self) -> float | None:
        return mean([float(one.correct) for one in self.records])

    @property
    def wrong_citations(self) -> tuple[tuple[str, str], ...]:
        """Citations of another place than those the question is about; all, where of none.

        Each by the question's id and the file cited.
        """
        return tuple(
            (record.question.id, file)
            for record in self.records
            for file in record.cited_files
            if self.places[file] not in {self.places[plan] for plan in record.question.plans}
        )

    def milliseconds(self, share: float) -> float | None:
        """Return a percentile of the time of an answer, the first few, which warm up, left out."""
        warm = [1000 * one.seconds for one in self.records[WARM_UP:]]
        return percentile(warm, share) if warm else None


def clone(text: str, places: Sequence[str], number: int) -> str:
    """Return a plan as the province `PLACES[number]` would have issued it."""
    chance = random.Random(number)
    text = nfc(text)
    names = [PLACES[number], PLACES[number - len(PLACES) // 4]]
    for old, new in zip(places, names, strict=False):
        text = text.replace(old, new).replace(old.upper(), new.upper())
    for signer in _SIGNERS:
        text = text.replace(signer, f"{chance.choice(_FAMILY)} {chance.choice(_GIVEN)}")
    text = _NUMBER.sub(lambda _: str(chance.randrange(100, 400)), text)
    text = _SHARE.sub(lambda found: _other_share(found, chance), text)
    return _DATE.sub(
        lambda _: f"ngày {chance.randrange(1, 29):02d} tháng {chance.randrange(2, 12):02d}", text
    )


def _other_share(found: re.Match[str], chance: random.Random) -> str:
    low, dash, high = found.groups()
    if int(low) == 100:
        return found.group()
    if int(low) > _SMALL:
        return f"{5 * chance.randrange(4, 20)}%"
    value = chance.randrange(3, 14)
    return f"{value}{dash}{value + chance.randrange(2, 6)}%" if high else f"{value}%"


def write_clones(folder: Path, count: int) -> tuple[Path, ...]:
    """Write so many clones into a folder, the seeds taken in turn; return their paths."""
    written = []
    for number in range(count):
        seed, places = SEEDS[number % len(SEEDS)]
        text = clone((PLANS_DIR / seed).read_text(encoding="utf-8"), places, number)
        name = fold(PLACES[number]).replace(" ", "-")
        written.append(folder / f"{name}_{number + 1:02d}.txt")
        written[-1].write_text(text, encoding="utf-8")
    return tuple(written)


def measure_clones(
    count: int, questions: Sequence[Question], embedder: Embedder, clock: Clock
) -> tuple[Crowd, Crowd]:
    """Ask the questions of the five plans alone, then with so many clones beside them."""
    asked = [one for one in questions if not OF_ALL.search(fold(one.question))]
    with tempfile.TemporaryDirectory() as scratch:
        folder, state = Path(scratch) / "plans", Path(scratch) / "state"
        folder.mkdir()
        for plan in sorted(PLANS_DIR.glob("*.txt")):
            shutil.copy(plan, folder)
        alone = _ask(state, folder, asked, embedder, clock)
        write_clones(folder, count)
        return alone, _ask(state, folder, asked, embedder, clock)


def _ask(
    state: Path, folder: Path, questions: Sequence[Question], embedder: Embedder, clock: Clock
) -> Crowd:
    receipt = ingest(state, embedder, find_files([folder]), folder)
    if receipt.failed:
        raise RuntimeError(f"clones that could not be read: {receipt.failed}")
    assistant = Assistant(CorpusReader(state, embedder))
    records = tuple(run_answers(assistant, questions, clock))
    places = {plan.file: plan.place.value or plan.file for plan in assistant.plans}
    return Crowd(len(places), records, places)


def clone_bars(alone: Crowd, among: Crowd) -> tuple[Bar, ...]:
    """Return what the clones cost, and that none of them is cited for another place."""
    known = alone.correct is not None and among.correct is not None
    loss = (alone.correct or 0) - (among.correct or 0) if known else None
    return (
        Bar("loss among clones", loss, CLONES_LOSS, at_most=True),
        Bar("wrong citations", float(len(among.wrong_citations)), 0.0, at_most=True),
    )


def render_clones(alone: Crowd, among: Crowd, totals_only: bool) -> str:
    """Return both figures, the bars and, unless only totals are shown, what was lost."""
    lines = [
        f"{'plans':>6}{'n':>6}{'correct':>9}{'wrong place cited':>19}{'p50 ms':>8}{'p95 ms':>8}"
    ]
    for one in (alone, among):
        figures = (one.correct, one.milliseconds(0.50), one.milliseconds(0.95))
        correct, p50, p95 = (
            "–" if f is None else f"{f:.3f}" if f <= 1 else f"{f:.0f}" for f in figures
        )
        wrong = len(one.wrong_citations)
        lines.append(f"{one.plans:>6}{len(one.records):>6}{correct:>9}{wrong:>19}{p50:>8}{p95:>8}")
    parts = ["\n".join(lines), render_bars(clone_bars(alone, among))]
    return "\n\n".join(parts if totals_only else [*parts, *_named(alone, among)])


def _named(alone: Crowd, among: Crowd) -> Iterator[str]:
    """Yield which questions the clones cost, and which citations are of a wrong place."""
    right = {record.question.id for record in alone.records if record.correct}
    lost = [r for r in among.records if r.question.id in right and not r.correct]
    if lost:
        yield "\n".join(f"Lost: [{r.question.id}] {r.question.question}" for r in lost)
    if among.wrong_citations:
        yield "\n".join(f"Wrong place: [{name}] {file}" for name, file in among.wrong_citations)
