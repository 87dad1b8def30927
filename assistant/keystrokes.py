"""Keys and slips: what a word typed with Telex or VNI keys reads, and what one slip could mean.

Telex and VNI are the two ways Vietnamese is typed; where the input method is off, its keys stay in
the text: `vieejn`, `vie65n`. The rules are those of the common input methods (VietKey, UniKey):
marks may be typed anywhere after their vowel. Costs of slips follow what is observed of
typing (Grudin, "Error patterns in novice and skilled transcription typing", 1983): doubled and
swapped letters, letters of neighbouring keys, letters left out. Left out: which word was meant
(`spelling.py`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from corpus.syllables import all_syllables
from corpus.vietnamese import TONE_MARKS, early_tone, nfc

CIRCUMFLEX, BREVE, HORN, STROKE = "\u0302", "\u0306", "\u031b", "\u0335"

_TELEX_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_VNI_SHAPES = {"6": CIRCUMFLEX, "7": HORN, "8": BREVE, "9": STROKE}
_TAKES = {CIRCUMFLEX: "aeo", BREVE: "a", HORN: "uo", STROKE: "d"}
_VOWELS = frozenset("aeiouy")


class _Keys:
    """The letters of a word as its keys make them: bases, their shapes, one tone."""

    def __init__(self) -> None:
        self.bases: list[str] = []
        self.shapes: list[str] = []
        self.tone = ""
        self.marked = False
        """A key was taken for a mark."""

    def letter(self, character: str) -> None:
        """Take a letter with the marks it bears already."""
        base, shape = character, ""
        if character == "đ":
            base, shape = "d", STROKE
        else:
            for part in unicodedata.normalize("NFD", character):
                if part in TONE_MARKS:
                    self.tone = part
                elif part in (CIRCUMFLEX, BREVE, HORN):
                    shape = part
                else:
                    base = part
        self.bases.append(base)
        self.shapes.append(shape)

    def set_tone(self, tone: str) -> bool:
        """Put a tone on the syllable, where it has a vowel and no tone yet."""
        if self.tone or not _VOWELS.intersection(self.bases):
            return False
        self.tone, self.marked = tone, True
        return True

    def set_shape(self, shape: str, letters: str) -> bool:
        """Put a shape on the last of these letters that has none; `uo` takes the horn together."""
        for at in range(len(self.bases) - 1, -1, -1):
            if self.bases[at] in letters and not self.shapes[at]:
                self.shapes[at] = shape
                self.marked = True
                before = self.bases[max(0, at - 2) : at]
                if shape == HORN and self.bases[at] == "o" and before[-1:] == ["u"]:
                    self.shapes[at - 1] = "" if before[0] == "q" else HORN
                return True
        return False

    def word(self) -> str | None:
        """Return the syllable that the keys make, if it is one."""
        if not self.marked:
            return None
        bare = "".join(b + s for b, s in zip(self.bases, self.shapes, strict=True))
        readings = _toned()
        thuo = bare.replace("u" + HORN + "o" + HORN, "uo" + HORN)  # thuở, whose u has no horn
        return readings.get((bare, self.tone)) or readings.get((thuo, self.tone))


@lru_cache(maxsize=1)
def _toned() -> dict[tuple[str, str], str]:
    """Return every syllable by its letters with shapes, decomposed, and its tone."""
    found: dict[tuple[str, str], str] = {}
    for syllable in all_syllables():
        keys = _Keys()
        for character in syllable:
            keys.letter(character)
        bare = "".join(b + s for b, s in zip(keys.bases, keys.shapes, strict=True))
        found[bare, keys.tone] = syllable
    return found


def read_telex(word: str) -> str | None:
    """Return the syllable that Telex keys left in a lower-case word make: `vieejn` → viện."""
    keys = _Keys()
    for character in nfc(word):
        if character in _TELEX_TONES and keys.set_tone(_TELEX_TONES[character]):
            continue
        if character in "aeo" and keys.set_shape(CIRCUMFLEX, character):
            continue
        if character == "d" and keys.bases[:1] == ["d"] and keys.set_shape(STROKE, "d"):
            continue
        if character == "w":
            _take_w(keys)
            continue
        keys.letter(character)
    return keys.word()


def _take_w(keys: _Keys) -> None:
    """Take a w: breve on an a, horn on u and o, or ư where no vowel stands before it."""
    vowels = [base for base in keys.bases if base in _VOWELS]
    open_u = vowels[-2:] == ["u", "a"] and keys.bases[0] != "q"  # mưa, but quăng
    if vowels[-1:] == ["a"] and not open_u and keys.set_shape(BREVE, "a"):
        return
    if not keys.set_shape(HORN, "uo"):
        keys.letter("ư")
        keys.marked = True


def read_vni(word: str) -> str | None:
    """Return the syllable that VNI digits left in a lower-case word make: `vie65n` → viện."""
    keys = _Keys()
    for character in nfc(word):
        if character in _VNI_TONES and keys.set_tone(_VNI_TONES[character]):
            continue
        shape = _VNI_SHAPES.get(character)
        if shape and keys.set_shape(shape, _TAKES[shape]):
            continue
        if character.isdigit():
            return None
        keys.letter(character)
    return keys.word()


# slips

DOUBLED, SWAPPED, NEIGHBOUR, MISSED, ADDED, CONFUSED, OTHER = 3.0, 3.5, 4.0, 4.0, 4.5, 4.5, 7.0
"""What a slip costs, as minus log chance: one word in twenty bears one, most of them doublings,
swaps and letters left out; the order matters more than the figures."""

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUNDS = ("sx", "ln", "dr", "iy", "ck", "vd")
"""Letters that speakers mistake for one another."""


@lru_cache(maxsize=1)
def _neighbours() -> dict[str, str]:
    """Return the keys beside each key: in its row, and up and down half a key to the side."""
    near: dict[str, str] = {}
    for r, row in enumerate(_ROWS):
        for at, key in enumerate(row):
            around = [row[at - 1 : at], row[at + 1 : at + 2]]
            if r:
                around.append(_ROWS[r - 1][at : at + 2])
            if r + 1 < len(_ROWS):
                around.append(_ROWS[r + 1][max(0, at - 1) : at + 1])
            near[key] = "".join(around)
    return near


_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@lru_cache(maxsize=1)
def _mistaken() -> dict[str, tuple[tuple[str, float], ...]]:
    """Return for every letter what it may have been typed instead of, and at what cost."""
    near = _neighbours()
    table: dict[str, tuple[tuple[str, float], ...]] = {}
    for letter in _LETTERS:
        costs = dict.fromkeys(_LETTERS.replace(letter, ""), OTHER)
        costs |= {other: CONFUSED for pair in _SOUNDS if letter in pair for other in pair}
        costs |= dict.fromkeys(near[letter], NEIGHBOUR)
        table[letter] = tuple((other, cost) for other, cost in costs.items() if other != letter)
    return table


def slips(word: str) -> Iterator[tuple[float, str]]:
    """Yield (cost, word) for all that one slip could have made this folded word from."""
    mistaken = _mistaken()
    for at, letter in enumerate(word):
        before, after = word[:at], word[at + 1 :]
        twin = before.endswith(letter) or after.startswith(letter)
        yield (DOUBLED if twin else ADDED), before + after
        if after and after[0] != letter:
            yield SWAPPED, before + after[0] + letter + after[1:]
        for other, cost in mistaken.get(letter, ()):
            yield cost, before + other + after
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        twins = before[-1:] + after[:1]
        for other in _LETTERS:
            yield (DOUBLED if other in twins else MISSED), before + other + after


def marks_between(one: str, other: str) -> int:
    """Count the marks added, lost or changed between two words, tones placed early."""
    first, second = _marks(one), _marks(other)
    return max(len(first - second), len(second - first))


def not_of_slip(typed: str, meant: str) -> int:
    """Count the marks between two words that one slip does not take with its letter.

    `thy` for thấy and `tiru` for tiêu lost none: the letter that bore them is gone.
    """
    return min(
        marks_between(typed, meant),
        *_marks_left(early_tone(nfc(typed)), early_tone(nfc(meant))),
    )


def _marks_left(typed: str, meant: str) -> Iterator[int]:
    """Yield the marks between the letters that are left when the letter of the slip is let be."""
    for at in range(max(len(typed), len(meant))):
        if len(typed) == len(meant):
            yield marks_between(typed[:at] + typed[at + 1 :], meant[:at] + meant[at + 1 :])
        elif len(typed) + 1 == len(meant):
            yield marks_between(typed, meant[:at] + meant[at + 1 :])
        elif len(typed) == len(meant) + 1:
            yield marks_between(typed[:at] + typed[at + 1 :], meant)


@lru_cache(maxsize=16384)
def _marks(word: str) -> frozenset[tuple[str, int]]:
    decomposed = unicodedata.normalize("NFD", early_tone(nfc(word)).replace("đ", "d" + STROKE))
    seen: list[str] = [c for c in decomposed if unicodedata.category(c) == "Mn" or c == STROKE]
    return frozenset((mark, seen[:at].count(mark)) for at, mark in enumerate(seen))
