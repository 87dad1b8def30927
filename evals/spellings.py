"""Four other ways to type a question, each always the same for the same question.

Without diacritics; with the abbreviations officials type (an English question, which has none, in
small letters); with two slips of the fingers; and with the tone on the other vowel of an open oa,
oe, uy, which is a matter of school. The history of a follow-up stays as it was.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

from corpus.vietnamese import early_tone, fold, nfc
from evals.question import Question

ABBREVIATIONS = {
    "ủy ban nhân dân": "ubnd",
    "văn hóa, thể thao và du lịch": "vhttdl",
    "văn hóa thể thao và du lịch": "vhttdl",
    "giáo dục và đào tạo": "gdđt",
    "lao động - thương binh và xã hội": "ldtbxh",
    "thông tin và truyền thông": "tttt",
    "công nghệ thông tin": "cntt",
    "chuyển đổi số": "cđs",
    "học tập suốt đời": "htsđ",
    "lực lượng vũ trang": "llvt",
    "mặt trận tổ quốc": "mttq",
    "phát thanh - truyền hình": "ptth",
    "phát thanh và truyền hình": "ptth",
    "bao nhiêu phần trăm": "bn %",
    "bao nhiêu": "bn",
    "phần trăm": "%",
    "thư viện": "tv",
    "bảo tàng": "bt",
    "kế hoạch": "kh",
    "không": "ko",
    "tuyên quang": "tq",
    "hưng yên": "hy",
    "lai châu": "lc",
    "cát hải": "ch",
}
"""What officials of these offices type when in a hurry; longer phrases are taken first."""

_FOLDED = {fold(nfc(phrase)): short for phrase, short in ABBREVIATIONS.items()}
_PHRASES = re.compile(
    r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, _FOLDED), key=len, reverse=True)) + r")(?!\w)"
)

SLIPS = 2
SHORTEST = 4
"""Letters of a word that is mistyped; in a shorter one a slip makes another word."""

_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")

_EARLY = re.compile(
    r"(?<![qQ])(òa|óa|ỏa|õa|ọa|òe|óe|ỏe|õe|ọe|ùy|úy|ủy|ũy|ụy)(?![^\W\d_])", re.IGNORECASE
)


def without_diacritics(text: str) -> str:
    """Drop tones, vowel marks and the stroke of đ, keep capitals: `Hưng Yên` → `Hung Yen`."""
    marked = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return nfc("".join(one for one in marked if unicodedata.category(one) != "Mn"))


def abbreviated(text: str) -> str:
    """Write the usual abbreviations: `Thư viện cấp xã ở Hưng Yên` → `tv cấp xã ở hy`."""
    text = nfc(text)
    parts: list[str] = []
    end = 0
    for found in _PHRASES.finditer(fold(text)):  # as long as the text, place by place
        short = _FOLDED[found.group()]
        parts += [text[end : found.start()], fold(short) if text.isascii() else short]
        end = found.end()
    return "".join([*parts, text[end:]])


def slipped(text: str, seed: str) -> str:
    """Mistype up to two words of four letters and more; digits are never touched.

    A slip swaps two letters, drops or doubles one, or hits a neighbouring key. The first letter of
    a word, which the eye is on, stays.
    """
    chance = random.Random(seed)
    text = nfc(text)
    words = list(_WORD.finditer(text))
    chosen = sorted(chance.sample(range(len(words)), min(SLIPS, len(words))), reverse=True)
    for place in chosen:
        word = words[place]
        text = text[: word.start()] + _slip(word.group(), chance) + text[word.end() :]
    return text


def _slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    ways = [
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + _neighbour(word[at], chance) + word[at + 1 :],
    ]
    return chance.choice([one for one in ways if one != word])


def _neighbour(letter: str, chance: random.Random) -> str:
    plain = fold(letter)
    row = next((row for row in _ROWS if plain in row), "")
    at = row.find(plain)
    near = [row[i] for i in (at - 1, at + 1) if 0 <= i < len(row)] if row else []
    return chance.choice(near) if near else letter


def other_tone(text: str) -> str:
    """Move the tone of an open oa, oe, uy to the other vowel: `hoá` → `hóa`, `thủy` → `thuỷ`."""
    text = nfc(text)
    early = early_tone(text)
    kept = [a if a == b else None for a, b in zip(text, early, strict=True)]
    late = _EARLY.sub(_to_late, text)
    return "".join(early[i] if same is None else late[i] for i, same in enumerate(kept))


def _to_late(found: re.Match[str]) -> str:
    first, second = unicodedata.normalize("NFD", found.group()[0]), found.group()[1]
    base, tone = first[0], first[1:]
    return base + nfc(second + tone)


def _small_or_short(question: Question) -> str:
    if question.language == "en":
        return question.question.lower()
    return abbreviated(question.question)


SPELLINGS: dict[str, Callable[[Question], str]] = {
    "no diacritics": lambda question: without_diacritics(question.question),
    "abbreviations": _small_or_short,
    "two slips": lambda question: slipped(question.question, question.id),
    "other tone place": lambda question: other_tone(question.question),
}


def respell(question: Question, spelling: str) -> Question:
    """Return a question typed in one of the `SPELLINGS`, its gold unchanged."""
    return replace(question, question=SPELLINGS[spelling](question))
