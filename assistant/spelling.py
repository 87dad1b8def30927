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
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from assistant.glossary import english_forms, english_words, is_english
from assistant.keystrokes import (
    ADDED,
    CONFUSED,
    OTHER,
    SWAPPED,
    marks_between,
    read_telex,
    read_vni,
    slips,
)
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
MARGIN = 1.0
"""How much better than the next reading a slip must be, where no neighbour bears it out."""
SPLIT_COST = 4.0
"""What a missing space costs."""
USUAL = 5.0
"""Times a syllable is met that may stand beside any other."""
OFTEN = 2.0
"""Times a pair is met that speaks against a possible word; half as often against a new one."""
GAIN_MET, GAIN, GAIN_NEW = 7.0, 6.0, 3.5
"""How much better a reading must be than a possible word that plans use, than one that only word
lists have, and than one never met: e⁷ to one, e⁶, thirty."""
SHORTEST = 3
"""Letters of a word that may hold a slip; in shorter ones every slip is another word."""
LONG_NAME = 7
"""Letters of an English word in capitals that may be a slip of a term, not a name."""
LONGEST_WORD = 24
"""Letters beyond which a word is left alone, a link or a cat on the keyboard."""

_COUNTS = frozenset(
    "không chưa chẳng đừng chả một hai ba bốn tư năm sáu bảy tám chín mười trăm nghìn ngàn triệu "
    "tỷ tỉ".split()
)
"""Negations and numbers: none is changed, and none is made of a possible word."""
_STAYS = _COUNTS | STOP
"""Words that frame a question stay, too: they are met beside anything."""
_STAYS_PLAIN = frozenset(map(fold, _STAYS))
_COUNTS_PLAIN = frozenset(map(fold, _COUNTS))

_NAMES = frozenset(word for name in PROVINCES for word in place_key(name).split())


class _Word(NamedTuple):
    """A word of a question, with its letters alone."""

    typed: str
    folded: str
    start: int
    end: int
    joined: bool
    """Nothing but space stands between it and the word before."""


class _Reading(NamedTuple):
    """A form that may have been meant, the likelier the greater."""

    score: float
    beside: float
    """How often it is met beside the word before or the word after."""
    form: str


class _Counts:
    """How often syllables and pairs of them are met."""

    def __init__(self) -> None:
        self._ones: defaultdict[str, float] = defaultdict(float)
        self._pairs: defaultdict[tuple[str, str], float] = defaultdict(float)
        self.total = 0.0

    def add(self, words: list[str], count: float) -> None:
        if len(words) == 2:
            self._pairs[words[0], words[1]] += count
        else:
            self._ones[words[0]] += count
            self.total += count

    def one(self, word: str) -> float:
        return self._ones.get(word, 0.0)

    def pair(self, before: str, word: str) -> float:
        return self._pairs.get((before, word), 0.0)


class Speller:
    """Knows the syllables of a corpus, what stands beside what, and the names of its places."""

    def __init__(self, model: LanguageModel, places: Iterable[str]) -> None:
        """Take the model of the corpus and the places that plans of it are of."""
        self._forms: defaultdict[str, list[str]] = defaultdict(list)
        self._full, self._bare = _Counts(), _Counts()
        for run, count in model.runs():
            words = run.split(" ")
            if len(words) < 3 and all(map(is_syllable, words)):
                self._learn(words, count)
        for word in STOP:  # what questions are asked with, whether or not a plan says it
            if is_syllable(word):
                self._learn([early_tone(word)], 1.0)
        self._places = {tuple(place_key(place).split()): place for place in places}
        self._places_with: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
        for name in self._places:
            for word in name:
                self._places_with[word].append(name)
        self._named = {tuple(place_key(name).split()): name for name in PROVINCES} | self._places
        for named in self._named.values():
            words = WORD.findall(early_tone(named).lower())
            for run_of in (*([word] for word in words), *map(list, pairwise(words))):
                self._learn(run_of, 1.0)

    def _learn(self, words: list[str], count: float) -> None:
        """Count a syllable or a pair, with its marks and without."""
        self._full.add(words, count)
        self._bare.add(list(map(fold, words)), count)
        if len(words) == 1 and words[0] not in self._forms[fold(words[0])]:
            self._forms[fold(words[0])].append(words[0])

    def mend(self, question: str) -> str:
        """Return a question as it was meant; one that is typed right comes back unchanged.

        `thuw vieenj tinhr`, `thưviện tỉnh`, `thư viện tihn` → thư viện tỉnh.
        """
        question = _in_order(question).translate(_LOOKALIKES)
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
        if len(plain) < SHORTEST or is_abbreviation(word.typed):
            return None
        if any(map(str.isdigit, plain)):
            reading = read_vni(plain) if sentence.vni else None
        elif is_telex(plain) or (sentence.telex and _may_be_telex(plain)):
            reading = read_telex(plain)
        else:
            return None
        if not reading or not self._full.one(reading) or _is_abbreviated(sentence, word):
            return None
        if sentence.telex or sentence.vni:
            return reading
        borne = self._reading(sentence, at, reading, 0.0, True).beside > 0
        return reading if borne and not _is_name(sentence, at) else None

    # Vietnamese

    def _vietnamese(self, sentence: _Sentence, at: int) -> str | None:
        word = sentence.words[at]
        if at in sentence.fixed:
            return self._place_marks(sentence, at)
        if not _may_hold_a_slip(word):
            return self._initials(sentence, at)
        place = self._place(sentence, at)
        if place is not None:
            return place
        marked = has_diacritics(word.typed)
        if is_syllable(word.typed) if marked else could_be_syllable(word.folded):
            return self._doubtful(sentence, at)
        if not marked and is_english(word.folded):
            return None
        return self._impossible(sentence, at)

    def _initials(self, sentence: _Sentence, at: int) -> str | None:
        """Read the initials of a place where a place may stand, though they spell a syllable.

        Other initials are read with the places themselves.
        """
        word = sentence.words[at]
        if len(word.typed) > 3 or not could_be_syllable(word.folded):
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
        beside = {word.folded for word in sentence.words[max(at - 1, 0) : at + 2]}
        for name in {name for word in beside for name in self._places_with.get(word, ())}:
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
                if before in _BELOW or any(self._bare.pair(*p) >= OFTEN for p in pairwise(typed)):
                    continue
                if _likely_slip(typed[offset], part):
                    return WORD.findall(self._places[name])[offset] if sentence.marked else part
        return None

    def _place_marks(self, sentence: _Sentence, at: int) -> str | None:
        """Read the name of a place of the corpus typed in capitals with a wrong mark."""
        word = sentence.words[at]
        if not (has_diacritics(word.typed) and word.typed[0].isupper()):
            return None
        for name, marked in self._places.items():
            for offset, part in enumerate(WORD.findall(marked)):
                window = sentence.words[max(at - offset, 0) : at - offset + len(name)]
                before = sentence.words[at - offset - 1].folded if at > offset else ""
                here = tuple(w.folded for w in window) == name and window[offset] is word
                if here and before not in _BELOW:
                    other = early_tone(word.typed).lower() != early_tone(part).lower()
                    return part if other else None
        return None

    def _impossible(self, sentence: _Sentence, at: int) -> str | None:
        """Read a word that is no syllable: words without a space, or a syllable one slip away."""
        word = sentence.words[at]
        if _is_abbreviated(sentence, word) or _ROMAN.fullmatch(word.folded):
            return None
        plain = _REPEATED.sub(r"\1", word.typed.lower())
        if self._bare.one(fold(plain)) and plain != word.typed.lower() and len(plain) > 1:
            return plain
        found = sorted(self._readings(sentence, at, plain), reverse=True)
        parts = self._split(sentence, at)
        if parts and (not found or parts[0] > found[0].score):
            return parts[1]
        if not found:
            return None
        best, *others = found
        sure = not others or best.score - others[0].score >= MARGIN
        if not best.beside and (not sure or len(plain) <= SHORTEST + 1 or _is_name(sentence, at)):
            return None
        if len(plain) <= SHORTEST and best.beside < OFTEN:  # too few letters to tell it from a name
            return None
        return self._form(sentence, at, best.form)

    def _doubtful(self, sentence: _Sentence, at: int) -> str | None:
        """Read a possible word that is never met here, one slip away from one that often is."""
        word = sentence.words[at]
        plain = early_tone(word.typed).lower()
        marked = has_diacritics(plain)
        if plain in _STAYS or (not marked and plain in _STAYS_PLAIN):
            return None
        if at in sentence.names or _is_name(sentence, at):
            return None
        own = self._reading(sentence, at, plain, 0.0, marked)
        if own.beside >= 1.0:
            return None
        met = (self._full if marked else self._bare).one(plain)
        often, gain = (OFTEN, GAIN_MET if met >= 1.0 else GAIN) if met else (OFTEN / 2, GAIN_NEW)
        found = [
            reading
            for reading in self._readings(sentence, at, plain)
            if reading.beside >= often and reading.score - own.score >= gain
            if reading.form not in (_COUNTS if marked else _COUNTS_PLAIN)
        ]
        return self._form(sentence, at, max(found).form) if found else None

    def _split(self, sentence: _Sentence, at: int) -> tuple[float, str] | None:
        """Part words typed without their space; return how likely they are, and the words.

        Two words may part anywhere between two syllables of the corpus, more only where each pair
        is one of the corpus. A bare word among words with marks is no Vietnamese one.
        """
        word = sentence.words[at]
        typed, folded = word.typed, word.folded
        left, right = map(fold, sentence.sides(at))
        ways: list[list[list[str]]] = [[[]], *([] for _ in typed)]
        for end in range(2, len(typed) + 1):
            for start in range(max(0, end - 7), end - 1):
                part = typed[start:end]
                if not self._bare.one(folded[start:end]):
                    continue
                if has_diacritics(part) and not is_syllable(part):
                    continue
                ways[end] += [[*before, part] for before in ways[start] if len(before) < 4]
        foreign = sentence.marked and not has_diacritics(typed)
        enough = 1.0 if foreign or _is_name(sentence, at) else 0.01
        found: list[tuple[float, str]] = []
        for parts in ways[-1]:
            plain = list(map(fold, parts))
            run = [left, *plain, right]
            outer = self._bare.pair(*run[:2]) + self._bare.pair(*run[-2:]) > 0 and not foreign
            known = all(self._bare.pair(*pair) >= enough for pair in pairwise(plain))
            usual = not foreign and all(self._bare.one(part) >= USUAL for part in plain)
            two = len(parts) == 2 and len(typed) > 5
            if len(parts) > 1 and (known or (two and (outer or usual))):
                score = sum(self._follow(*pair)[0] for pair in pairwise(run if right else run[:-1]))
                found.append((score - SPLIT_COST * (len(parts) - 1), " ".join(parts)))
        return max(found, default=None)

    # what speaks for a word

    def _readings(self, sentence: _Sentence, at: int, plain: str) -> Iterator[_Reading]:
        """Yield every syllable of the corpus at most one slip of letters away, and other marks.

        A word typed with marks is read as words with marks, a bare one as bare letters.
        """
        folded = fold(plain)
        marked = has_diacritics(plain)
        costs = {folded: 0.0} if self._bare.one(folded) else {}
        for cost, other in slips(folded):
            if len(other) > 1 and self._bare.one(other):
                costs[other] = min(cost, costs.get(other, cost))
        for other, cost in costs.items():
            if not marked:
                if other != plain:
                    yield self._reading(sentence, at, other, cost, marked)
                continue
            for form in self._forms[other]:
                if form != plain:
                    apart = cost + MARK_COST * marks_between(plain, form)
                    yield self._reading(sentence, at, form, apart, marked)

    def _reading(
        self, sentence: _Sentence, at: int, form: str, cost: float, marked: bool
    ) -> _Reading:
        """Weigh a form by log P(form | word before) + log P(word after | form) - cost.

        A word beside it that is not of the corpus says nothing; a bare one, in a question with
        marks, counts by its letters.
        """
        left, right = sentence.sides(at)
        score, beside = self._follow(left, form, marked, left)
        if self._bare.one(_letters(right)):
            after, pair = self._follow(form, right, marked, right)
            score, beside = score + after, max(beside, pair)
        return _Reading(score - cost, beside, form)

    def _follow(
        self, before: str, after: str, marked: bool = False, side: str = ""
    ) -> tuple[float, float]:
        """Return log P(word | word before), and how often the pair is met.

        `side` is the one of the two that stands in the question.
        """
        letters = self._bare.pair(_letters(before), _letters(after))
        if marked:
            counts, pair = self._full, self._full.pair(before, after)
            pair = max(pair, letters / 2) if self._lost_marks(side) else pair
        else:
            counts, pair, before, after = self._bare, letters, _letters(before), _letters(after)
        alone = (counts.one(after) + 0.1) / counts.total
        return math.log((pair + SMOOTHING * alone) / (counts.one(before) + SMOOTHING)), pair

    def _lost_marks(self, word: str) -> bool:
        """Tell a bare word that is seldom written so: `thu`, where thư is far commoner."""
        bare = self._bare.one(word)
        return not has_diacritics(word) and self._full.one(word) < 0.2 * bare

    def _form(self, sentence: _Sentence, at: int, form: str) -> str:
        """Return a bare reading as it is to be written: with marks in a question with marks."""
        if has_diacritics(form) or not sentence.marked:
            return form
        readings = [self._reading(sentence, at, f, 0.0, True) for f in self._forms[form]]
        return max(readings).form

    # English

    def _english(self, sentence: _Sentence, at: int) -> str | None:
        """Read an English word one slip away, or the name of a place."""
        word = sentence.words[at]
        if at in sentence.fixed:
            return None
        keys = _name_in_keys(word.typed)
        around = (*sentence.words[max(at - 1, 0) : at], *sentence.words[at + 1 : at + 2])
        if keys and any(w.folded in _NAMES or _name_in_keys(w.typed) for w in around):
            return keys
        if not _may_hold_a_slip(word):
            return self._initials(sentence, at)
        place = self._place(sentence, at)
        known = is_english(word.folded) or could_be_syllable(word.folded)
        if place is not None or known or has_diacritics(word.typed):
            return place
        if _is_name(sentence, at) and len(word.typed) < LONG_NAME:
            return _split_english(word.typed)
        found: dict[str, float] = {}
        for cost, other in slips(word.folded):
            first = other[:1] == word.folded[0] or cost == SWAPPED
            enough = len(other) > SHORTEST + 1 or cost <= SWAPPED
            if first and enough and cost <= ADDED and other in english_forms():
                found[other] = min(cost, found.get(other, cost))
        if not found:
            return _split_english(word.typed)
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
        self._small = [early_tone(word.typed).lower() for word in self.words]
        self.marked = has_diacritics(question)
        self.upper = question.isupper()
        self.telex = sum(is_telex(word.typed.lower()) for word in self.words) > 1
        """The input method was off: what could be another word is read as its keys, too."""
        self.vni = any(_INSIDE.search(word.folded) for word in self.words)
        self.fixed = frozenset(self._places(places))
        self.names = frozenset(self._named())

    def sides(self, at: int) -> tuple[str, str]:
        """Return the words before and after one in small letters; none across punctuation."""
        words = self.words
        left = self._small[at - 1] if at and words[at].joined else ""
        after = at + 1 < len(words) and words[at + 1].joined
        return left, self._small[at + 1] if after else ""

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

_TONE_FIRST = re.compile("([\u0300\u0301\u0303\u0309\u0323])([\u0302\u0306\u031b])")


def _in_order(text: str) -> str:
    """Return the text in normal form C, also where a tone was typed before its circumflex."""
    if any(map(unicodedata.combining, nfc(text))):
        text = _TONE_FIRST.sub(r"\2\1", unicodedata.normalize("NFD", text))
    return nfc(text)


_REPEATED = re.compile(r"([^\W\d_])\1{2,}")
_ROMAN = re.compile(r"[ivxlc]+")
_INSIDE = re.compile(r"^[a-z]+[1-9]+[a-z]")
"""A digit inside a word, which only the VNI keys leave there."""

_BELOW = frozenset("xa phuong thon ban tran".split())
"""Folded words for levels of which no plan is; a name after them is another place's."""
_LEVEL_WORDS = frozenset(word for level in LEVELS for word in fold(level).split()) - {"tinh"}


@lru_cache(maxsize=8192)
def is_telex(word: str) -> bool:
    """Tell Telex keys that make a syllable and are neither a syllable nor English."""
    if could_be_syllable(fold(word)) or is_syllable(word) or is_english(fold(word)):
        return False
    return len(word) >= SHORTEST and read_telex(word) is not None


def _may_be_telex(word: str) -> bool:
    """Tell a word that Telex keys could make though it looks like another: `coong`, `hair`."""
    return "oo" in word or not could_be_syllable(fold(word))


@lru_cache(maxsize=16384)
def _letters(word: str) -> str:
    return fold(word)


def _may_hold_a_slip(word: _Word) -> bool:
    letters = word.folded.isalpha() and word.folded.isascii()
    return (
        letters and SHORTEST <= len(word.typed) <= LONGEST_WORD and not is_abbreviation(word.typed)
    )


def _is_abbreviated(sentence: _Sentence, word: _Word) -> bool:
    """Tell capitals among other words: an abbreviation that nobody told us of."""
    letters = [character for character in word.typed if character.isalpha()]
    return len(letters) > 1 and all(map(str.isupper, letters)) and not sentence.upper


def _is_name(sentence: _Sentence, at: int) -> bool:
    """Tell a word inside a question that is capitalised as names are."""
    return at > 0 and sentence.words[at].typed[0].isupper() and not sentence.upper


def _likely_slip(typed: str, meant: str) -> bool:
    """Tell one slip that leaves the first letter, or swaps it with the second."""
    same = typed[0] == meant[0] or sorted(typed[:2]) == sorted(meant[:2])
    return same and any(other == meant and cost < CONFUSED for cost, other in slips(typed))


def _name_in_keys(typed: str) -> str | None:
    """Read a syllable of a province's name that keys of an input method are left in."""
    plain = typed.lower()
    if is_english(fold(plain)) or could_be_syllable(plain):
        return None
    keys = read_telex(plain) or read_vni(plain)
    return keys if keys and fold(keys) in _NAMES else None


def _split_english(typed: str) -> str | None:
    """Part two English words of questions, or a word and a name, typed without their space."""
    for at in range(len(typed) - 2, 1, -1):
        first, second = fold(typed[:at]), fold(typed[at:])
        named = typed[at].isupper() and not typed.isupper()
        if named and all(p in english_words() or could_be_syllable(p) for p in (first, second)):
            return f"{typed[:at]} {typed[at:]}"
        frame = second in ENGLISH and first in english_forms() and at > SHORTEST + 1
        frame |= first in ENGLISH and second in english_forms() and at > SHORTEST - 1
        long = min(at, len(typed) - at) > SHORTEST
        if frame or (long and first in english_forms() and second in english_forms()):
            return f"{typed[:at]} {typed[at:]}"
    return None


@lru_cache(maxsize=256)
def reads_english(question: str) -> bool:
    """Tell whether a question, slips and all, is English: its words outnumber the Vietnamese ones.

    A word that frames an English question and is a syllable, too (`in`, `do`), counts half.
    """
    words = [w for w in WORD.findall(fold(question)) if w.isalpha() and not is_abbreviation(w)]
    english = vietnamese = 0.0
    for word in words:
        if could_be_syllable(word):
            vietnamese += not is_english(word) and word not in _NAMES
            english += 0.5 * (word in ENGLISH)
        elif is_telex(word):
            vietnamese += 1
        else:
            english += is_english(word) or _near_english(word)
    return english > vietnamese


@lru_cache(maxsize=4096)
def _near_english(word: str) -> bool:
    return len(word) > SHORTEST + 1 and any(
        other in english_forms() for cost, other in slips(word) if cost < OTHER
    )
