"""What an English OCR model makes of Vietnamese: the chance that a syllable is read as some debris.

A noisy channel: every letter of the true syllable emits none, one, two or three of the observed
characters (`ừ` → `ir`, `ổ` → `6`, `đ` → `d`), at a cost of minus the log of the chance. The costs
begin with what is known of the shapes (`PRIORS`) and are learned from readings decided on before.
Left out: which of the likely syllables fits the sentence (`language_model.py`).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from corpus.vietnamese import fold

PRIORS = {
    "a": "a d 4 á à @",
    "ă": "a i d ai á ä 4",
    "â": "a d 4 é á 8 i ﬁ",
    "e": "e é è ¢ c",
    "ê": "é e ê è ¢ @ ¥ €",
    "i": "i í l 1 j ï f",
    "o": "o 6 0 ó é d q",
    "ô": "o 6 ô ó é d 0 b 4 9 f",
    "ơ": "o @ & ¢ 6 é g q s 0 d",
    "u": "u i ii ti ú ù l h",
    "ư": "u w ir i tr it t v y f ttr iw",
    "y": "y ¥ v",
    "đ": "d @ p b",
}
"""What each vowel shape, whatever its tone, and đ are read as, likeliest first; from looking at
garbled plans, as anyone sees it who reads one page beside its garble."""

LOOKALIKES = {
    "l": "1 i |",
    "i": "1 l |",
    "t": "l f",
    "h": "b",
    "c": "e ¢",
    "s": "$ 8 5",
    "g": "9 q",
    "d": "@",
    "n": "m u",
    "m": "n",
    "k": "b",
}
"""What consonants are sometimes read as; they suffer far less than vowels."""

FIRST, LAST = -math.log(0.35), -math.log(0.01)
"""Cost of the likeliest and of the least likely reading in a list above; in between it rises
evenly. The first costs a third chance because tone and shape spread over several readings."""
KEPT = -math.log(0.9)
"""A consonant or a plain vowel stays itself nine times in ten."""
TONE_KEPT = -math.log(0.15)
"""A toned vowel comes out as it was: é and ó are in the English model's reach, others hardly."""
ODD = -math.log(0.0008)
"""Any other single character, and one more than the syllable accounts for."""
DROPPED_VOWEL = -math.log(0.02)
DROPPED = -math.log(0.002)
"""A vowel is dropped now and then (`s` for sở), a consonant hardly ever."""
LONG = -math.log(0.0005)
"""Two or three characters that no list names."""
FAITH = 8.0
"""How many observations a prior is worth against what is counted."""
LONGEST = 3
"""Characters that one letter may come out as: `ừ` → `ttr`."""


def _shape(letter: str) -> str:
    """Return the letter without its tone: `ộ` → `ô`, `ứ` → `ư`, `đ` → `đ`."""
    for shape, members in _SHAPES.items():
        if letter in members:
            return shape
    return letter


_SHAPES = {
    "a": "aàáảãạ",
    "ă": "ăằắẳẵặ",
    "â": "âầấẩẫậ",
    "e": "eèéẻẽẹ",
    "ê": "êềếểễệ",
    "i": "iìíỉĩị",
    "o": "oòóỏõọ",
    "ô": "ôồốổỗộ",
    "ơ": "ơờớởỡợ",
    "u": "uùúủũụ",
    "ư": "ưừứửữự",
    "y": "yỳýỷỹỵ",
}


def prior_cost(letter: str, seen: str) -> float:
    """Return the cost of reading a letter as `seen`, before anything was observed."""
    letter = letter.lower()
    shape = _shape(letter)
    vowel = shape in _SHAPES
    if not seen:
        return DROPPED_VOWEL if vowel else DROPPED
    if seen == letter:
        return KEPT if letter == fold(letter) else TONE_KEPT
    listed = (PRIORS.get(shape) or LOOKALIKES.get(letter) or "").split(" ")
    if seen in listed:
        place = listed.index(seen)
        if letter in "aeiouy":  # a plain vowel: the first listed is itself
            place += 3
        if shape == letter and not vowel:
            place += 2
        return min(LAST, FIRST + place * 0.45)
    if len(seen) > 1:
        return LONG * len(seen) / 2
    if fold(seen) == fold(letter):
        return -math.log(0.03)
    return ODD if not vowel else ODD - 1.0


class Channel:
    """The costs of readings, prior or learned; a capital is another letter than its small form."""

    def __init__(self, counts: Mapping[tuple[str, str], float] | None = None) -> None:
        """Take how often each letter was read as each string."""
        self.counts = dict(counts or {})
        self._totals: defaultdict[str, float] = defaultdict(float)
        for (letter, _), count in self.counts.items():
            self._totals[letter] += count
        self._costs: dict[tuple[str, str], float] = {}

    def cost(self, letter: str, seen: str) -> float:
        """Return minus the log of the chance that a letter is read as `seen` (lower case)."""
        known = self._costs.get((letter, seen))
        if known is None:
            prior = math.exp(-prior_cost(letter, seen))
            if letter != letter.lower():  # capitals lean on what small letters have taught
                prior = math.exp(-self.cost(letter.lower(), seen))
                if letter == "Đ" and seen in ("p", "b"):
                    prior = max(prior, 0.3)
            count = self.counts.get((letter, seen), 0.0)
            total = self._totals.get(letter, 0.0)
            known = -math.log((count + FAITH * prior) / (total + FAITH))
            self._costs[letter, seen] = known
        return known

    def align(self, word: str, seen: str) -> list[tuple[str, str]]:
        """Return the cheapest account of `seen` as (letter, what it was read as).

        Characters that no letter accounts for are left out.
        """
        rows: list[list[tuple[float, int]]] = []
        row = [(ODD * j, -1 if j else 0) for j in range(len(seen) + 1)]
        for letter in word:
            rows.append(row)
            row = self._next_row([cost for cost, _ in row], letter, seen)
        found: list[tuple[str, str]] = []
        j = len(seen)
        for letter, before in zip(reversed(word), reversed(rows), strict=True):
            while row[j][1] < 0:
                j -= 1
            found.append((letter, seen[j - row[j][1] : j]))
            j -= row[j][1]
            row = before
        return found[::-1]

    def learn(self, readings: Iterable[tuple[str, str, float]]) -> Channel:
        """Return the channel that (word, what it was read as, how often) speak for."""
        counts: defaultdict[tuple[str, str], float] = defaultdict(float)
        for word, seen, times in readings:
            for letter, part in self.align(word, seen):
                counts[letter, part] += times
        return Channel(counts)

    def _next_row(self, costs: Sequence[float], letter: str, seen: str) -> list[tuple[float, int]]:
        """Return for each end the cheapest (cost, characters taken); -1 for one no letter takes."""
        row: list[tuple[float, int]] = []
        for end in range(len(costs)):
            best, taken = costs[end] + self.cost(letter, ""), 0
            for k in range(1, min(LONGEST, end) + 1):
                cost = costs[end - k] + self.cost(letter, seen[end - k : end])
                if cost < best:
                    best, taken = cost, k
            if end and row[end - 1][0] + ODD < best:
                best, taken = row[end - 1][0] + ODD, -1
            row.append((best, taken))
        return row
