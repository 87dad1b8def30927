"""The measures, as pure functions: of a ranking, of statements, of abstention, of citations.

Definitions follow Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques"
(TOIS 2002), the TREC-8 question answering track (Voorhees, 1999) and, for citations, Gao et al.,
"Enabling Large Language Models to Generate Text with Citations" (EMNLP 2023), whose entailment
model is replaced by a word comparison that anyone can redo by hand. Names and values of the
ranking measures agree with `ir_measures`. Left out: intervals (`intervals.py`), significance tests.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from corpus.vietnamese import early_tone, fold, nfc

# ---------------------------------------------------------------------------- rankings


def success_at_k(ranked: Sequence[str], relevant: Collection[str], k: int) -> float:
    """Return 1 if a relevant id is among the first k, else 0 (Success@k, not Recall@k)."""
    return float(any(one in relevant for one in ranked[:k]))


def recall_at_k(ranked: Sequence[str], relevant: Collection[str], k: int) -> float:
    """Return the share of the relevant ids among the first k; 0 where nothing is relevant."""
    wanted = set(relevant)
    return len(wanted.intersection(ranked[:k])) / len(wanted) if wanted else 0.0


def ndcg_at_k(ranked: Sequence[str], relevant: Collection[str], k: int) -> float:
    """Return nDCG@k with gain 1 and discount log2(rank + 1) (Järvelin and Kekäläinen 2002)."""
    wanted = set(relevant)
    gain = sum(1 / math.log2(i + 2) for i, one in enumerate(ranked[:k]) if one in wanted)
    ideal = sum(1 / math.log2(i + 2) for i in range(min(k, len(wanted))))
    return gain / ideal if ideal else 0.0


def reciprocal_rank(ranked: Sequence[str], relevant: Collection[str]) -> float:
    """Return 1/rank of the first relevant id, 0 without one; its mean is MRR (Voorhees 1999)."""
    ranks = (rank for rank, one in enumerate(ranked, start=1) if one in relevant)
    return 1 / next(ranks, math.inf)


# ---------------------------------------------------------------------------- statements

_BULLET = re.compile(r"(?m)^\s*[-–—•]\s+(?=\S)")
_DASH = re.compile(r"[‐‑‒–—−]")
_PERCENT = re.compile(r"\s*(?:%|\bphan tram\b|\bper ?cent\b)")
_DATE = re.compile(r"\b(\d{1,2}) thang (\d{1,2})(?: nam (\d{4}))?\b")
_LEADING_ZERO = re.compile(r"(?<![\d.,])0+(?=\d)")
_AMOUNT = r"\d+(?:[.,/]\d+)*"
_RANGE = re.compile(rf"({_AMOUNT})%?(?: ?- ?| (?:den|to) (?!20\d\d(?![\d.,%])))({_AMOUNT}%?)")
"""Not `80% đến 2030`: there the year begins something new."""
_TOKEN = re.compile(rf"{_AMOUNT}(?:-{_AMOUNT})?%?|[^\W\d_]+")


def words_of(text: str) -> tuple[str, ...]:
    """Return the words and whole numbers of a text, as statements are compared.

    Case, diacritics (so also the placement of the tone), punctuation and markup are dropped;
    `10 – 15 %`, `10% đến 15%` and `10 to 15 percent` are one word `10-15%`; `ngày 01 tháng 12 năm
    2023` is `ngay`, `1/12/2023`; `76/KH-UBND` is `76`, `kh`, `ubnd`.
    """
    plain = _BULLET.sub("; ", nfc(text).replace("*", ""))  # before a bullet looks like a range
    plain = _DASH.sub("-", " ".join(fold(plain).split()))
    plain = _LEADING_ZERO.sub("", _PERCENT.sub("%", plain))
    plain = _DATE.sub(lambda m: "/".join(part for part in m.groups() if part), plain)
    return tuple(_TOKEN.findall(_RANGE.sub(r"\1-\2", plain)))


def holds(text: str, statement: str) -> bool:
    """Tell whether the words of a statement stand in a text, one after the other.

    A number is never found inside a longer number or a range: `10%` is neither in `110%` nor in
    `10 - 15%`. A statement without words is held by nothing.
    """
    wanted = words_of(statement)
    found = words_of(text)
    starts = range(len(found) - len(wanted) + 1)
    return bool(wanted) and any(found[i : i + len(wanted)] == wanted for i in starts)


def holds_any(text: str, wordings: Sequence[str]) -> bool:
    """Tell whether a text holds a statement in any of its wordings."""
    return any(holds(text, wording) for wording in wordings)


def missing(text: str, required: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the required statements a text does not hold, each by its first wording."""
    return tuple(wordings[0] for wordings in required if not holds_any(text, wordings))


_OPENING = re.compile(r"\A[\W_]+")


def opens_with(text: str, wordings: Sequence[str]) -> bool:
    """Tell whether a text opens with one of the wordings, diacritics kept: a verdict does.

    Folded as in `holds`, `có` would be found in `cơ quan` and `đúng` in `ứng dụng`.
    """
    opening = _OPENING.sub("", early_tone(nfc(text)).casefold())
    words = (re.escape(early_tone(nfc(one)).casefold()) for one in wordings)
    return any(re.match(rf"{word}(?![^\W\d_])", opening) for word in words)


def new_figures(text: str, question: str) -> tuple[str, ...]:
    """Return the numbers of a text that the question did not itself name."""
    asked = set(words_of(question))
    return tuple(word for word in words_of(text) if word[0].isdigit() and word not in asked)


# ---------------------------------------------------------------------------- lists

_ITEM = re.compile(r"\n\s*(?:[-–—•*+]|\d+[.)])?\s*|;\s*")


def items_of(text: str) -> tuple[str, ...]:
    """Return the items of a list: lines, bullets or what stands between `;`, headings left out.

    A text of one item is no list: `Sở Tài chính` → nothing.
    """
    items = tuple(one.strip() for one in _ITEM.split(text.strip()))
    items = tuple(one for one in items if words_of(one) and not one.endswith(":"))
    return items if len(items) > 1 else ()


def set_f1(wanted: int, right: int, extra: int) -> Detection:
    """Return precision, recall and F1 of a set that an answer gives, element by element.

    As in QAMPARI (Amouyal et al., "QAMPARI: A Benchmark for Open-domain Questions with Many
    Answers", GEM 2023). Elements wanted are the required statements of a question that has two or
    more; `right` are those that the short answer holds in any wording (`holds`), each once; `extra`
    are its forbidden wordings and, where the gold names the whole set (agencies, lists), its items
    in which no required statement stands.
    """
    precision = right / (right + extra) if right + extra else None
    recall = right / wanted if wanted else None
    whole = wanted + right + extra
    return Detection(precision, recall, 2 * right / whole if whole else None)


# ---------------------------------------------------------------------------- abstention


class Detection(NamedTuple):
    """Precision, recall and F1 of one decision; None where nothing is to be divided by."""

    precision: float | None
    recall: float | None
    f1: float | None


def detection(should: Sequence[bool], did: Sequence[bool]) -> Detection:
    """Return precision, recall and F1 of `did` against `should`, position by position.

    For abstention: `should` is that a question cannot be answered, `did` that it was declined.
    """
    both = sum(a and b for a, b in zip(should, did, strict=True))
    precision = both / sum(did) if any(did) else None
    recall = both / sum(should) if any(should) else None
    total = sum(should) + sum(did)
    return Detection(precision, recall, 2 * both / total if total else None)


# ---------------------------------------------------------------------------- citations


def quote_fidelity(quotes: Sequence[tuple[str, str]]) -> float | None:
    """Return the share of citations whose quote is exactly the plan's text over its span.

    Takes pairs (quote, `plan.text[start:end]`); 1.0 is the only acceptable value. None without
    citations.
    """
    return sum(quote == words for quote, words in quotes) / len(quotes) if quotes else None


def citation_precision(supports: Sequence[bool]) -> float | None:
    """Return the share of an answer's citations that support it; None without citations.

    After ALCE (Gao et al. 2023). A citation supports if it is of a plan in question and either
    stands in a gold section or holds a required statement in its quote, its reading or its label.
    """
    return sum(supports) / len(supports) if supports else None


def citation_recall(held: Sequence[bool]) -> float | None:
    """Return the share of the required statements that some citation carries; None without any.

    After ALCE (Gao et al. 2023). A citation of a plan in question carries a statement if it holds
    it in its quote, its reading or its label, or if its quote overlaps the gold quote.
    """
    return sum(held) / len(held) if held else None


# ---------------------------------------------------------------------------- length

_LISTED = re.compile(r"\s*(?:[-–—•*+]\s|\d+[.)]\s|\[\d+\]\s|\|)")


def prose_words(text: str) -> int:
    """Return how many words an answer makes one read, its lists and tables left out.

    A list item opens with a dash, a bullet, a number or the key of a source (`[1] mục IV.3, …`), a
    row of a table with a bar. A word is what stands between spaces and has a letter or a digit.
    """
    lines = (line for line in text.splitlines() if not _LISTED.match(line))
    words = (word for line in lines for word in line.split())
    return sum(any(character.isalnum() for character in word) for word in words)


# ---------------------------------------------------------------------------- times


def percentile(values: Sequence[float], share: float) -> float:
    """Return a percentile (share from 0 to 1), linear between ranks (Hyndman and Fan, type 7).

    Raises `ValueError` without values.
    """
    if not values:
        raise ValueError("no values, so no percentile")
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def mean(values: Sequence[float]) -> float | None:
    """Return the mean; None without values, so that nothing is never shown as zero."""
    return sum(values) / len(values) if values else None
