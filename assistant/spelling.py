"""What was meant by what was typed in haste: keys of input methods, slips, missing spaces.

A word that is neither Vietnamese nor English nor an abbreviation is read as Telex or VNI keys, as
words without their spaces, or as a word of the corpus one slip away, whichever its neighbours bear
out. A possible word is left alone, unless it is never met beside its neighbours and a word one slip
away often is. Numbers, negations, question words and places stay, but for a slip in the name of a
place of the corpus. The method is the noisy channel of Kernighan, Church and Gale ("A spelling
correction program based on a noisy channel model", COLING 1990), with pairs of syllables for its
context. Left out: giving accents back (`corpus/restore.py`), a space too many, two slips in a word.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from assistant.glossary import english_words, inflected, is_english
from assistant.keystrokes import CONFUSED, SWAPPED, marks_between, read_telex, read_vni, slips
from assistant.shorthand import could_be_syllable, is_abbreviation, spell_out_haste
from assistant.wording import ENGLISH, LEADS_PLACE, STOP
from corpus.capitals import capitalise, count_capitals
from corpus.language_model import LanguageModel
from corpus.places import LEVELS, PROVINCES, place_key
from corpus.syllables import is_syllable
from corpus.vietnamese import WORD, early_tone, fold, has_diacritics, nfc

SMOOTHING = 2.0
"""Weight of how common a syllable is beside what follows what; from 1 to 5 it reads the same."""
MARK_COST = 1.5
"""What one mark too many or too few costs, as minus log chance, in a question typed with marks."""
MARGIN = 1.5
"""How much better than the next reading a slip must be, where no neighbour bears it out."""
OFTEN = 2.0
"""Times a pair is met that speaks against a possible word beside it."""
GAIN = 7.0
"""How much better than a possible word a reading must be: odds of a thousand to one."""
SHORTEST = 3
"""Letters of a word that may hold a slip; in shorter ones every slip is another word."""
LONGEST_WORD = 24
"""Letters beyond which a word is left alone, a link or a cat on the keyboard."""

_NEVER = frozenset(
    "không chưa chẳng đừng chả một hai ba bốn tư năm sáu bảy tám chín mười trăm nghìn ngàn triệu "
    "tỷ tỉ gì ai nào đâu mấy sao bao nhiêu khi".split()
)
"""Negations, numbers and question words: none is changed, and none is made of a possible word."""

_EVERYDAY = STOP | _NEVER
_EVERYDAY_PLAIN = frozenset(map(fold, _EVERYDAY))
_NAMES = frozenset(word for name in PROVINCES for word in place_key(name).split())


class _Word(NamedTuple):
    """A word of a question, with its letters alone."""

    typed: str
    folded: str
    start: int
    end: int
    joined: bool
    """Nothing but space stands between it and the word before."""


class Speller:
    """Knows the syllables of a corpus, what stands beside what, and the names of its places."""

    def __init__(self, model: LanguageModel, places: Iterable[str]) -> None:
        """Take the model of the corpus and the places that plans of it are of."""
        self._model = model
        self._forms: defaultdict[str, list[str]] = defaultdict(list)
        self._counts: defaultdict[str, float] = defaultdict(float)
        self._pairs: defaultdict[tuple[str, str], float] = defaultdict(float)
        self._learn()
        self._places = {tuple(place_key(place).split()): place for place in places}
        self._named = {tuple(place_key(name).split()): name for name in PROVINCES} | self._places
        for name, marked in self._named.items():
            for word, form in zip(name, WORD.findall(early_tone(marked).lower()), strict=True):
                self._know(form, word)
            for pair in pairwise(name):
                self._pairs[pair] += 1.0
        self._total = sum(self._counts.values())

    def _learn(self) -> None:
        """Count the syllables and pairs of the model without their marks."""
        for run, count in self._model.runs():
            words = run.split(" ")
            if len(words) > 2 or not all(map(is_syllable, words)):
                continue
            plain = tuple(map(fold, words))
            if len(plain) == 2:
                self._pairs[plain[0], plain[1]] += count
            else:
                self._counts[plain[0]] += count
                self._forms[plain[0]].append(words[0])
        for word in STOP:  # what questions are asked with, whether or not a plan says it
            if is_syllable(word):
                self._know(early_tone(word), fold(word))

    def _know(self, form: str, folded: str) -> None:
        if form not in self._forms[folded]:
            self._forms[folded].append(form)
            self._counts[folded] += 1.0

    def mend(self, question: str) -> str:
        """Return a question as it was meant; one that is typed right comes back unchanged.

        `thuw vieenj tinhr`, `thưviện tỉnh`, `thư viện tihn` → thư viện tỉnh.
        """
        question = nfc(question).translate(_LOOKALIKES)
        if reads_english(question):
            return self._replace(question, self._english)
        question = spell_out_haste(self._replace(question, self._keys))
        for _ in range(2):  # a mended word bears out its neighbour
            mended = self._replace(question, self._vietnamese)
            if mended == question:
                break
            question = mended
        return question

    def _replace(self, question: str, read: Callable[[_Sentence, int], str | None]) -> str:
        """Put every word that is read anew in its place, in the capitals it was typed in."""
        sentence = _Sentence(question, self._named)
        parts: list[str] = []
        end = 0
        for at, word in enumerate(sentence.words):
            meant = read(sentence, at)
            if meant is not None and meant != word.typed:
                capitals = count_capitals(word.typed)
                written = meant if " " in meant else capitalise(meant, capitals)
                parts += question[end : word.start], written
                end = word.end
        return "".join([*parts, question[end:]])

    # keys of input methods

    def _keys(self, sentence: _Sentence, at: int) -> str | None:
        """Read a word that still has the keys of an input method in it."""
        word = sentence.words[at]
        plain = word.typed.lower()
        if len(plain) < SHORTEST or could_be_syllable(word.folded) or is_abbreviation(word.typed):
            return None
        if any(map(str.isdigit, plain)):
            reading = read_vni(plain) if sentence.vni else None
        elif is_syllable(plain) or is_english(word.folded):
            return None
        else:
            reading = read_telex(plain)
        return reading if reading and reading in self._forms[fold(reading)] else None

    # Vietnamese

    def _vietnamese(self, sentence: _Sentence, at: int) -> str | None:
        word = sentence.words[at]
        if at in sentence.fixed or not _may_hold_a_slip(word):
            return self._initials(sentence, at)
        place = self._place(sentence, at)
        if place is not None:
            return place
        if has_diacritics(word.typed):
            possible = is_syllable(word.typed)
        else:
            possible = could_be_syllable(word.folded)
        if not possible:
            return None if is_english(word.folded) else self._impossible(sentence, at)
        return self._doubtful(sentence, at)

    def _initials(self, sentence: _Sentence, at: int) -> str | None:
        """Read the initials of a place where a place may stand, though they spell a syllable.

        Other initials are read with the places themselves.
        """
        word = sentence.words[at]
        if at in sentence.fixed or len(word.typed) > 3 or not could_be_syllable(word.folded):
            return None
        before = sentence.words[at - 1] if at else word
        led = at > 0 and (before.folded in LEADS_PLACE or is_abbreviation(before.typed))
        if not (led or (word.typed.isupper() and not sentence.upper)):
            return None
        for name, marked in self._places.items():
            if "".join(part[0] for part in name) == word.folded:
                return marked
        return None

    def _place(self, sentence: _Sentence, at: int) -> str | None:
        """Read the name of a place of the corpus in which this word alone holds one slip.

        Never after a word for a lower level, nor where the letters it begins with would change:
        `Mai Châu` is another place than Lai Châu.
        """
        for name, marked in self._places.items():
            for offset, part in enumerate(name):
                first = at - offset
                window = sentence.words[max(first, 0) : first + len(name)]
                if first < 0 or len(window) < len(name) or not all(w.joined for w in window[1:]):
                    continue
                typed = tuple(word.folded for word in window)
                others = (*name[:offset], *name[offset + 1 :])
                if (*typed[:offset], *typed[offset + 1 :]) != others or typed[offset] == part:
                    continue
                before = sentence.words[first - 1].folded if first else ""
                if before in _BELOW or any(
                    self._pairs.get(p, 0.0) >= OFTEN for p in pairwise(typed)
                ):
                    continue
                if _likely_slip(typed[offset], part):
                    return WORD.findall(marked)[offset] if sentence.marked else part
        return None

    def _impossible(self, sentence: _Sentence, at: int) -> str | None:
        """Read a word that is no syllable: two words, or a syllable one slip away."""
        word = sentence.words[at]
        if word.typed.isupper() and not sentence.upper:
            return None  # an abbreviation that nobody told us of
        plain = _REPEATED.sub(r"\1", word.typed.lower())
        if fold(plain) in self._counts and plain != word.typed.lower():
            return plain
        parts = self._split(plain)
        if parts:
            return parts
        found = sorted(self._candidates(sentence, at, fold(plain)), reverse=True)
        if not found:
            return None
        score, best = found[0]
        borne = max(self._beside(sentence, at, best)) > 0
        sure = len(found) == 1 or score - found[1][0] >= MARGIN
        if not borne and (not sure or len(plain) <= SHORTEST + 1 or _is_name(sentence, at)):
            return None
        return self._form(sentence, at, best)

    def _doubtful(self, sentence: _Sentence, at: int) -> str | None:
        """Read a possible word that is never met here, one slip away from one that often is."""
        word = sentence.words[at]
        marked = has_diacritics(word.typed)
        if (
            (early_tone(word.typed).lower() in _EVERYDAY)
            if marked
            else (word.folded in _EVERYDAY_PLAIN)
        ):
            return None
        if at in sentence.names or _is_name(sentence, at):
            return None
        if max(self._beside(sentence, at, word.folded)) > 0:
            return self._other_marks(sentence, at)
        own = self._context(sentence, at, word.folded)
        best: tuple[float, str] | None = None
        for score, other in self._candidates(sentence, at, word.folded):
            often = max(self._beside(sentence, at, other)) >= OFTEN
            if other not in _EVERYDAY_PLAIN and often and score - own >= GAIN:
                best = max(best, (score, other)) if best else (score, other)
        return self._form(sentence, at, best[1]) if best else None

    def _other_marks(self, sentence: _Sentence, at: int) -> str | None:
        """Read a word typed with marks that its neighbours only bear out with others."""
        word = sentence.words[at]
        typed = early_tone(word.typed).lower()
        if not has_diacritics(typed):
            return None
        sides = sentence.sides(at)
        if any(self._marked_pairs(sides, typed)):
            return None
        forms = [form for form in self._forms[word.folded] if form not in (typed, *_NEVER)]
        found = [(max(self._marked_pairs(sides, form)), form) for form in forms]
        count, form = max(found, default=(0.0, ""))
        return form if count >= OFTEN else None

    def _marked_pairs(self, sides: tuple[str, str], form: str) -> tuple[float, float]:
        left, right = (early_tone(side).lower() for side in sides)
        return (
            self._model.count(left, form) if left else 0.0,
            self._model.count(form, right) if right else 0.0,
        )

    def _split(self, typed: str) -> str | None:
        """Part words typed without their space, each pair of them one that the corpus has."""
        folded = fold(typed)
        best: list[list[str] | None] = [[], *[None] * len(typed)]
        for end in range(2, len(typed) + 1):
            for start in range(max(0, end - 7), end - 1):
                before, part = best[start], typed[start:end]
                if before is None or folded[start:end] not in self._counts:
                    continue
                if has_diacritics(part) and not is_syllable(part):
                    continue
                if before and self._pairs.get((fold(before[-1]), fold(part)), 0.0) <= 0.0:
                    continue
                if best[end] is None or len(before) + 1 < len(best[end] or ()):
                    best[end] = [*before, part]
        parts = best[-1]
        return " ".join(parts) if parts and len(parts) > 1 else None

    # what speaks for a word

    def _candidates(self, sentence: _Sentence, at: int, folded: str) -> Iterator[tuple[float, str]]:
        """Yield (score, syllable) for every syllable of the corpus one slip away."""
        costs: dict[str, float] = {}
        if folded in self._counts and not could_be_syllable(folded):
            costs[folded] = 0.0
        for cost, other in slips(folded):
            if other in self._counts and len(other) > 1:
                costs[other] = min(cost, costs.get(other, cost))
        typed = sentence.words[at].typed
        if has_diacritics(typed) and folded in self._counts and not is_syllable(typed):
            costs[folded] = 0.0  # the letters are right, the marks impossible
        for other, cost in costs.items():
            if sentence.marked and has_diacritics(typed):
                cost += MARK_COST * min(marks_between(typed, form) for form in self._forms[other])
            yield self._context(sentence, at, other) - cost, other

    def _beside(self, sentence: _Sentence, at: int, folded: str) -> tuple[float, float]:
        """Return how often a syllable is met after the word before and before the word after."""
        left, right = map(fold, sentence.sides(at))
        return self._pairs.get((left, folded), 0.0), self._pairs.get((folded, right), 0.0)

    def _context(self, sentence: _Sentence, at: int, folded: str) -> float:
        """Return log P(syllable | word before) + log P(word after | syllable)."""
        left, right = map(fold, sentence.sides(at))
        score = self._logp(left, folded)
        return score + self._logp(folded, right) if right else score

    def _logp(self, before: str, syllable: str) -> float:
        alone = (self._counts.get(syllable, 0.0) + 0.1) / self._total
        seen = self._pairs.get((before, syllable), 0.0)
        return math.log((seen + SMOOTHING * alone) / (self._counts.get(before, 0.0) + SMOOTHING))

    def _form(self, sentence: _Sentence, at: int, folded: str) -> str:
        """Return a syllable as it is to be written: bare in a bare question, else with marks."""
        if not sentence.marked:
            return folded
        typed = sentence.words[at].typed
        sides = sentence.sides(at)

        def fits(form: str) -> tuple[float, float]:
            beside = sum(self._marked_pairs(sides, form))
            marks = marks_between(typed, form) if has_diacritics(typed) else 0
            return math.log(0.01 + beside) - MARK_COST * marks, self._model.count(form)

        return max(self._forms[folded], key=fits)

    # English

    def _english(self, sentence: _Sentence, at: int) -> str | None:
        """Read an English word one slip away, or the name of a place."""
        word = sentence.words[at]
        if at in sentence.fixed or not _may_hold_a_slip(word):
            return self._initials(sentence, at)
        place = self._place(sentence, at)
        known = is_english(word.folded) or could_be_syllable(word.folded)
        if place is not None or known or has_diacritics(word.typed):
            return place
        found: dict[str, float] = {}
        for cost, other in slips(word.folded):
            if other in _english_forms():
                found[other] = min(cost, found.get(other, cost))
        if not found or (len(word.typed) <= SHORTEST and min(found.values()) > SWAPPED):
            return None
        return min(found, key=lambda other: (found[other], other not in ENGLISH, other))


class _Sentence:
    """The words of a question, and which of them must stay."""

    def __init__(self, question: str, places: Mapping[tuple[str, ...], str]) -> None:
        self.words: list[_Word] = []
        end = 0
        for match in WORD.finditer(question):
            joined = not question[end : match.start()].strip()
            typed = match.group()
            self.words.append(_Word(typed, fold(typed), match.start(), match.end(), joined))
            end = match.end()
        self.marked = has_diacritics(question)
        self.upper = question.isupper()
        self.vni = any(_INSIDE.search(word.folded) for word in self.words)
        self.fixed = frozenset(self._places(places))
        self.names = frozenset(self._named())

    def sides(self, at: int) -> tuple[str, str]:
        """Return the words before and after one, as typed; none across punctuation."""
        words = self.words
        left = words[at - 1].typed if at and words[at].joined else ""
        after = at + 1 < len(words) and words[at + 1].joined
        return left, words[at + 1].typed if after else ""

    def _places(self, places: Mapping[tuple[str, ...], str]) -> Iterator[int]:
        """Yield the words of names of places that are typed without a slip."""
        folded = [word.folded for word in self.words]
        for at in range(len(folded)):
            for size in (2, 3, 4):
                if tuple(folded[at : at + size]) in places:
                    yield from range(at, at + size)

    def _named(self) -> Iterator[int]:
        """Yield the words that stand where a place is named: two after a word for a level."""
        for at, word in enumerate(self.words):
            if word.folded in _LEVEL_WORDS:
                yield from (at + 1, at + 2)


_LOOKALIKES = str.maketrans("Ðð", "Đđ")
"""The eth of old fonts, which looks like the Vietnamese letter."""

_REPEATED = re.compile(r"([^\W\d_])\1{2,}")
_INSIDE = re.compile(r"^[a-z]+[1-9]+[a-z]")
"""A digit inside a word, which only the VNI keys leave there."""

_BELOW = frozenset("xa phuong thon ban tran".split())
"""Folded words for levels of which no plan is; a name after them is another place's."""
_LEVEL_WORDS = frozenset(word for level in LEVELS for word in fold(level).split()) - {"tinh"}


def _may_hold_a_slip(word: _Word) -> bool:
    letters = word.folded.isalpha() and word.folded.isascii()
    return (
        letters and SHORTEST <= len(word.typed) <= LONGEST_WORD and not is_abbreviation(word.typed)
    )


def _is_name(sentence: _Sentence, at: int) -> bool:
    """Tell a word inside a question that is capitalised as names are."""
    return at > 0 and sentence.words[at].typed[0].isupper() and not sentence.upper


def _likely_slip(typed: str, meant: str) -> bool:
    """Tell one slip that leaves the first letter, or swaps it with the second."""
    same = typed[0] == meant[0] or sorted(typed[:2]) == sorted(meant[:2])
    return same and any(other == meant and cost < CONFUSED for cost, other in slips(typed))


@lru_cache(maxsize=1)
def _english_forms() -> frozenset[str]:
    """Return the English words of questions with their plurals and the forms of verbs."""
    words = (word for word in english_words() if len(word) > 2)
    return frozenset(form for word in words for form in inflected(word))


@lru_cache(maxsize=256)
def reads_english(question: str) -> bool:
    """Tell whether a question, slips and all, is English: words only English has outnumber others.

    Where there are neither, a word that is one slip from English decides.
    """
    words = [w for w in WORD.findall(fold(question)) if w.isalpha() and not is_abbreviation(w)]
    english = sum(is_english(w) and not could_be_syllable(w) for w in words)
    vietnamese = sum(
        could_be_syllable(w) and not is_english(w) and w not in _NAMES for w in words
    ) + sum(read_telex(w) is not None and not is_english(w) for w in words)
    if english or vietnamese:
        return english > vietnamese
    return any(
        len(w) > 4 and any(other in _english_forms() for _, other in slips(w)) for w in words
    )
