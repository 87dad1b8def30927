"""Makes slips of typing, for the tests that measure how many are understood."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable

from corpus.vietnamese import fold, nfc

_TELEX = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}
_TELEX_SHAPE = {"\u0306": "w", "\u031b": "w"}
_VNI = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5",
        "\u0302": "6", "\u031b": "7", "\u0306": "8"}  # fmt: skip
_BESIDE = {"a": "s", "b": "v", "c": "x", "d": "f", "e": "r", "g": "h", "h": "g", "i": "o",
           "k": "l", "l": "k", "m": "n", "n": "b", "o": "p", "p": "o", "q": "w", "r": "t",
           "s": "d", "t": "y", "u": "y", "v": "b", "x": "c", "y": "u"}  # fmt: skip

_TONE = f"[{''.join(_TELEX)}]"

Slip = Callable[[random.Random, str], str]


def words_of(question: str) -> list[tuple[int, int]]:
    """Return where words of four letters and more stand, in which a slip leaves something."""
    return [m.span() for m in re.finditer(r"[^\W\d_]{4,}", question) if not m.group().isupper()]


def one_word(question: str, rng: random.Random, change: Callable[[str], str]) -> str:
    """Return the question with one of its words changed."""
    spans = words_of(question)
    if not spans:
        return question
    start, end = rng.choice(spans)
    return question[:start] + change(question[start:end]) + question[end:]


def drop(rng: random.Random, question: str) -> str:
    def change(word: str) -> str:
        at = rng.randrange(1, len(word))
        return word[:at] + word[at + 1 :]

    return one_word(question, rng, change)


def double(rng: random.Random, question: str) -> str:
    def change(word: str) -> str:
        at = rng.randrange(1, len(word))
        return word[:at] + fold(word[at]) + word[at:]

    return one_word(question, rng, change)


def swap(rng: random.Random, question: str) -> str:
    def change(word: str) -> str:
        at = rng.randrange(1, len(word) - 1)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]

    return one_word(question, rng, change)


def neighbour(rng: random.Random, question: str) -> str:
    def change(word: str) -> str:
        at = rng.randrange(1, len(word))
        return word[:at] + _BESIDE.get(fold(word[at]), word[at]) + word[at + 1 :]

    return one_word(question, rng, change)


def glue(rng: random.Random, question: str) -> str:
    spaces = [m.start() for m in re.finditer(r"(?<=[^\W\d_]{2}) (?=[^\W\d_]{2})", question)]
    if not spaces:
        return question
    at = rng.choice(spaces)
    return question[:at] + question[at + 1 :]


def telex(_rng: random.Random, question: str) -> str:
    """Return the keys of the question, as they stay where the input method is off."""
    return re.sub(r"[^\W\d_]+", lambda match: _keys_of(match.group()), question)


def _keys_of(word: str) -> str:
    keys, tone = "", ""
    for character in unicodedata.normalize("NFD", nfc(word)):
        if character in _TELEX:
            tone = _TELEX[character]
        elif character in _TELEX_SHAPE:
            keys += _TELEX_SHAPE[character]
        elif character == "\u0302":
            keys += keys[-1].lower()
        else:
            keys += "dd" if character == "đ" else "DD" if character == "Đ" else character
    return keys + tone


def vni(_rng: random.Random, question: str) -> str:
    """Return the question in VNI keys."""
    decomposed = unicodedata.normalize("NFD", nfc(question))
    keys = "".join(_VNI.get(character, character) for character in decomposed)
    return keys.replace("đ", "d9").replace("Đ", "D9")


def lose_marks_of_a_word(rng: random.Random, question: str) -> str:
    def change(word: str) -> str:
        decomposed = unicodedata.normalize("NFD", word.replace("đ", "d"))
        return "".join(c for c in decomposed if not unicodedata.combining(c))

    return one_word(question, rng, change)


def wrong_tone(rng: random.Random, question: str) -> str:
    """Return the question with the tone of one word taken away or changed."""

    def change(word: str) -> str:
        other = rng.choice("\u0300\u0301\u0309")
        letters = (unicodedata.normalize("NFD", letter) for letter in nfc(word))
        parts = ((part, any(c in _TELEX for c in part)) for part in letters)
        bare = ((re.sub(_TONE, "", part), had) for part, had in parts)
        return nfc("".join(part + (other if had else "") for part, had in bare))

    return one_word(question, rng, change)


SLIPS: dict[str, Slip] = {
    "drop": drop, "double": double, "swap": swap, "neighbour": neighbour, "glue": glue,
    "telex": telex, "vni": vni, "bare word": lose_marks_of_a_word, "wrong tone": wrong_tone,
}  # fmt: skip
