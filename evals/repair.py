"""How many words of garbled pages are read rightly after restoration, and that no number changed.

Pages were garbled as old scans were: printed, and read by an OCR model without Vietnamese. A plan
is restored with what the *other* plans teach (leave one out), so it never helps itself.

Word accuracy: true words and restored words are aligned (Levenshtein over words, case and tone
placement folded, words with digits apart); the share of the true words that stand, in order, in the
restored text, among those for which the garbled text has any word at all. Words that the scan lost
altogether, which no decoder can give back, are counted beside it as `lost`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from corpus.restore import Restorer
from corpus.vietnamese import early_tone, nfc
from ingest.legibility import is_damaged

PAIRS = Path(__file__).parent / "garbled"
GARBLED = (".garbled.txt", ".tess-eng-200dpi.txt")

SAME_PROGRAMME = 0.97
"""The bar for a plan of a programme that the corpus has."""
OTHER_PROGRAMME = 0.93
"""The bar for pages of anything else."""

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"[(\[“\"]*\d+(?:[.,/:–-]\d+)*\s?%?[)\].,;:”\"]*")
"""A number, a date, a range, a share, with the punctuation around it: 60.000, 21/4, 10-15%."""

_DOUBTFUL = re.compile(r"\[(\d+)\?\]")
"""How a figure is marked that is likelier a word; it is the figure that was printed."""

_CODE = re.compile(r"\W*(\d+(?:/\d+)*)/\D")


@dataclass(frozen=True)
class Pair:
    """A garbled text and what stood on the page."""

    name: str
    garbled: str
    truth: str


@dataclass(frozen=True)
class RepairFigures:
    """The words of one document: right before and after restoration, and lost by the scan."""

    name: str
    words: int
    """True words that the garbled text has a word for."""
    right_before: int
    right_after: int
    lost: int
    numbers: int
    numbers_changed: int

    @property
    def accuracy(self) -> float:
        return self.right_after / max(1, self.words)


def read_pairs(folder: Path) -> tuple[Pair, ...]:
    """Return the pairs of a folder, pages of one document joined: `x.p01`, `x.p02` → x."""
    found: dict[str, list[tuple[str, str]]] = {}
    for truth in sorted(folder.glob("*.truth.txt")):
        stem = truth.name.removesuffix(".truth.txt")
        garbled = next(filter(Path.is_file, (folder / (stem + end) for end in GARBLED)), None)
        if garbled is None:
            continue
        texts = (nfc(garbled.read_text(encoding="utf-8")), nfc(truth.read_text(encoding="utf-8")))
        found.setdefault(re.sub(r"\.p\d+$", "", stem), []).append(texts)
    return tuple(
        Pair(name, "\n".join(g for g, _ in pages), "\n".join(t for _, t in pages))
        for name, pages in found.items()
    )


def words_of(text: str) -> list[str]:
    """Return the words of a text without its numbers, as they are compared."""
    return _WORD.findall(early_tone(nfc(text)).lower())


def count_right(truth: Sequence[str], found: Sequence[str]) -> tuple[int, int]:
    """Return how many true words stand in order in what was found, and how many have no word."""
    wrong = lost = 0
    for op in Levenshtein.opcodes(truth, found):
        if op.tag == "replace":
            wrong += op.src_end - op.src_start
        elif op.tag == "delete":
            lost += op.src_end - op.src_start
    return len(truth) - wrong - lost, lost


def measure_pair(pair: Pair, restorer: Restorer) -> RepairFigures:
    """Restore a pair and compare it word by word; numbers are compared with the garbled text."""
    restored = restorer.restore(pair.garbled)
    truth = words_of(pair.truth)
    before, _ = count_right(truth, words_of(pair.garbled))
    after, lost = count_right(truth, words_of(restored))
    pairs = zip(pair.garbled.split(), restored.split(), strict=True)
    tokens = ((one, _DOUBTFUL.sub(r"\1", other)) for one, other in pairs)
    numbers = [(_numeric(one), _numeric(other)) for one, other in tokens if _numeric(one)]
    changed = sum(one != other for one, other in numbers)
    return RepairFigures(pair.name, len(truth) - lost, before, after, lost, len(numbers), changed)


def _numeric(token: str) -> str:
    """Return what may not change: a number whole, of a code such as 1520/QP-TTg its digits."""
    if _NUMBER.fullmatch(token):
        return token
    code = _CODE.match(token)
    return code.group(1) if code else ""


Train = Callable[[Sequence[str], Sequence[str]], Restorer]
"""Trains the decoder on clean texts and garbled ones, as the ingest does."""


def measure_plans(plans: Sequence[tuple[str, str]], train: Train) -> tuple[RepairFigures, ...]:
    """Measure the committed pairs, each restored by what the other plans teach.

    `plans` are (file stem, text) of the legible plans.
    """
    figures = []
    for pair in read_pairs(PAIRS):
        others = [text for stem, text in plans if stem != pair.name]
        figures.append(measure_pair(pair, train(others, [pair.garbled])))
    return tuple(figures)


def measure_others(
    folder: Path, plans: Sequence[tuple[str, str]], train: Train
) -> tuple[RepairFigures, ...]:
    """Measure pages of other documents, each document restored by what all plans teach."""
    texts = [text for _, text in plans]
    return tuple(measure_pair(p, train(texts, [p.garbled])) for p in read_pairs(folder))


def measure_all(pairs: Path | None, plans: Path, train: Train) -> Repair:
    """Measure the committed pairs and, with `pairs`, those of another folder."""
    texts = [(path.stem, path.read_text(encoding="utf-8")) for path in sorted(plans.glob("*.txt"))]
    legible = [(stem, nfc(text)) for stem, text in texts if not is_damaged(text)]
    others = measure_others(pairs, legible, train) if pairs else ()
    return Repair(measure_plans(legible, train), others)


@dataclass(frozen=True)
class Repair:
    """The figures of the plans of one programme, and of documents of any other kind."""

    plans: tuple[RepairFigures, ...]
    others: tuple[RepairFigures, ...]

    @property
    def passes(self) -> bool:
        """Every plan meets its bar, the other documents together theirs, and no number changed."""
        changed = sum(one.numbers_changed for one in (*self.plans, *self.others))
        plans = all(one.accuracy >= SAME_PROGRAMME for one in self.plans)
        return (
            plans and changed == 0 and (not self.others or pooled(self.others) >= OTHER_PROGRAMME)
        )


def pooled(figures: Sequence[RepairFigures]) -> float:
    """Return the word accuracy over the words of several documents together."""
    return sum(one.right_after for one in figures) / max(1, sum(one.words for one in figures))


def render_repair(repair: Repair) -> str:
    """Return the figures as a table of text."""
    lines = [f"{'document':<58}{'words':>7}{'lost':>6}{'before':>8}{'after':>8}{'numbers':>9}"]
    for one in (*repair.plans, *repair.others):
        before = one.right_before / max(1, one.words)
        numbers = f"{one.numbers_changed}/{one.numbers}"
        lines.append(
            f"{one.name:<58}{one.words:>7}{one.lost:>6}{before:>8.3f}{one.accuracy:>8.3f}{numbers:>9}"
        )
    lines.append(f"plans of one programme, each left out: bar {SAME_PROGRAMME:.2f} each")
    if repair.others:
        lines.append(
            f"other documents together: {pooled(repair.others):.3f}, bar {OTHER_PROGRAMME}"
        )
    lines.append("numbers: changed/of; bar 0 changed")
    return "\n".join(lines)
