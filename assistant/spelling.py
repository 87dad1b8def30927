"""What was meant by what was typed in haste: keys of input methods, slips, missing spaces.

A word that is neither Vietnamese nor English nor an abbreviation is read as Telex or VNI keys, as
words without their spaces, or as a word of the corpus one slip away, whichever its neighbours bear
out. A possible word is left alone, unless it is never met beside its neighbours and a word one slip
away often is. Numbers, negations, bare question words and places stay, but for slips in the name
of a province or of a place of the corpus. How questions are put (`asked.py`) counts beside how
plans are written. The method is the noisy channel of Kernighan, Church and Gale ("A spelling
correction program based on a noisy channel model", COLING 1990), with pairs of syllables for its
context. Left out: giving accents back (`corpus/restore.py`), a space too many, two slips in a word.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from assistant.asked import AFTER_PLACE, BEFORE_PLACE, BORROWED, LAST, PHRASES
from assistant.english_slips import mend_english, mend_keys_of_a_name, reads_english
from assistant.glossary import is_english
from assistant.keystrokes import marks_between, not_of_slip, read_telex, read_vni, slips
from assistant.place_slips import PlaceSpeller
from assistant.sentence import (
    LONGEST_WORD,
    LOOKALIKES,
    SHORTEST,
    Sentence,
    in_order,
    is_abbreviated,
    is_name,
    is_telex,
    may_hold_a_slip,
)
from assistant.shorthand import (
    could_be_syllable,
    is_abbreviation,
    mend_abbreviation,
    spell_out_haste,
)
from assistant.wording import STOP
from corpus.capitals import capitalise, count_capitals
from corpus.language_model import LanguageModel
from corpus.places import PROVINCES, place_key
from corpus.syllables import is_syllable
from corpus.vietnamese import WORD, early_tone, fold, has_diacritics

SMOOTHING = 2.0
"""Weight of how common a syllable is beside what follows what; from 1 to 5 it reads the same."""
MARK_COST = 1.5
"""What one mark too many or too few costs, as minus log chance, in a question typed with marks."""
MARGIN = 0.5
"""How much better than the next reading a slip must be, where no neighbour bears it out."""
SPLIT_COST = 4.0
"""What a missing space costs."""
USUAL = 5.0
"""Times a syllable is met that may stand beside any other."""
OFTEN = 2.0
"""Times a pair is met that speaks against a possible word; half as often against a new one."""
END = "$"
"""Stands after the last word of a question."""
ASKED = 1.0
"""Times a pair counts for each phrase of `asked.py` it is in."""
RARE = 0.1
"""Times a syllable is met that only word lists have, and seldom."""
MET = 0.5
"""Times a pair is met that is more than a rumour of word lists."""
GAIN_MET, GAIN, GAIN_NEW = 7.0, 6.0, 3.0
"""How much better a reading must be than a possible word that plans use, than one that only word
lists have, and than one hardly met: e⁷ to one, e⁶, twenty; with less, trồng rừng is mended."""
_COUNTS = frozenset(
    "không chưa chẳng đừng chả một hai ba bốn tư năm sáu bảy tám chín mười trăm nghìn ngàn triệu "
    "tỷ tỉ".split()
)
"""Negations and numbers: none is changed, and none is made of a possible word."""
_STAYS = _COUNTS | STOP
"""Words that frame a question stay, too: they are met beside anything."""
_STAYS_PLAIN = frozenset(map(fold, _STAYS))
_COUNTS_PLAIN = frozenset(map(fold, _COUNTS))


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
        for phrase in re.split(r"[,\n]", PHRASES):
            words = [early_tone(word) for word in phrase.split()]
            for run_of in (*([word] for word in words), *map(list, pairwise(words))):
                self._learn(run_of, ASKED)
        self._learn([END], ASKED * len(LAST))
        for word in LAST:
            self._learn([word, END], ASKED)
        self._places = PlaceSpeller(places, lambda *pair: self._bare.pair(*pair) >= OFTEN)
        provinces = {tuple(place_key(name).split()): name for name in PROVINCES}
        self._named = provinces | self._places.names
        for named in self._named.values():
            words = WORD.findall(early_tone(named).lower())
            for run_of in (*([word] for word in words), *map(list, pairwise(words))):
                self._learn(run_of, 1.0)
        for named in self._places.names.values():
            words = WORD.findall(early_tone(named).lower())
            for pair in (
                *((w, words[0]) for w in BEFORE_PLACE),
                *((words[-1], w) for w in AFTER_PLACE),
            ):
                self._learn(list(pair), OFTEN)

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
        question = in_order(question).translate(LOOKALIKES)
        if reads_english(question):
            return self._replace(question, self._english)
        question = spell_out_haste(self._replace(question, self._keys))
        question = self._replace(question, self._sure)
        for _ in range(2):  # a mended word bears out its neighbour
            mended = self._replace(question, self._vietnamese)
            if mended == question:
                break
            question = mended
        return question

    def _replace(self, question: str, read: Callable[[Sentence, int], str | None]) -> str:
        """Put every word that is read anew in its place, in the capitals it was typed in."""
        sentence = Sentence(question, self._named)
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

    def _keys(self, sentence: Sentence, at: int) -> str | None:
        """Read a word that still has the keys of an input method in it."""
        word = sentence.words[at]
        plain = word.typed.lower()
        if not SHORTEST <= len(plain) <= LONGEST_WORD or is_abbreviation(word.typed):
            return None
        if any(map(str.isdigit, plain)):
            reading = read_vni(plain) if sentence.vni else None
        elif is_telex(plain) or (sentence.telex and _may_be_telex(plain)):
            reading = read_telex(plain)
        else:
            return None
        if not reading or not self._full.one(reading) or is_abbreviated(sentence, word):
            return None
        if sentence.telex or sentence.vni:
            return reading
        borne = self._reading(sentence, at, reading, True).beside > 0
        return reading if borne and not is_name(sentence, at) else None

    # Vietnamese

    def _sure(self, sentence: Sentence, at: int) -> str | None:
        """Read what is surely a slip, that it may bear out the words beside it."""
        word = sentence.words[at]
        possible = is_syllable if has_diacritics(word.typed) else could_be_syllable
        return None if possible(word.typed.lower()) else self._vietnamese(sentence, at)

    def _vietnamese(self, sentence: Sentence, at: int) -> str | None:
        word = sentence.words[at]
        if at in sentence.fixed:
            return self._places.other_marks(sentence, at)
        if not may_hold_a_slip(word):
            return self._places.initials(sentence, at)
        place = self._places.slip(sentence, at) or self._places.damaged(sentence, at)
        if place is not None:
            return place
        marked = has_diacritics(word.typed)
        if is_syllable(word.typed) if marked else could_be_syllable(word.folded):
            return self._doubtful(sentence, at)
        if not marked and is_english(word.folded):
            return None
        return self._impossible(sentence, at)

    def _impossible(self, sentence: Sentence, at: int) -> str | None:
        """Read a word that is no syllable: words without a space, or a syllable one slip away."""
        word = sentence.words[at]
        if is_abbreviated(sentence, word) or _ROMAN.fullmatch(word.folded):
            return None
        if word.folded in BORROWED:
            return None
        plain = _REPEATED.sub(r"\1", word.typed.lower())
        if self._bare.one(fold(plain)) and plain != word.typed.lower() and len(plain) > 1:
            return plain
        found = sorted(self._readings(sentence, at, plain), reverse=True)
        short = mend_abbreviation(word.folded)
        if short and not has_diacritics(plain) and not (found and found[0].beside):
            return short
        parts = self._split(sentence, at)
        if parts and (not found or parts[0] > found[0].score):
            return parts[1]
        if not found:
            return None
        best, *others = found
        sure = not others or best.score - others[0].score >= MARGIN
        if not best.beside and (not sure or is_name(sentence, at)):
            return None
        if best.beside < MET and sentence.marked and not has_diacritics(plain):  # foreign
            return None
        few = len(plain) <= SHORTEST  # letters, too few to tell it from a name
        if few and (best.beside < OFTEN / 2 or not _MAY_BE_SYLLABLE.search(word.folded)):
            return None
        return self._form(sentence, at, best.form)

    def _doubtful(self, sentence: Sentence, at: int) -> str | None:
        """Read a possible word that is never met here, one slip away from one that often is."""
        word = sentence.words[at]
        plain = early_tone(word.typed).lower()
        marked = has_diacritics(plain)
        met = (self._full if sentence.marked else self._bare).one(plain)
        stays = plain in _STAYS or (not marked and plain in _STAYS_PLAIN)
        named = at in sentence.names or is_name(sentence, at)
        if (stays and (not marked or plain in _COUNTS)) or (named and met >= RARE):
            return None
        own = self._reading(sentence, at, plain, marked)
        if own.beside >= 1.0:
            return None
        often, gain = (OFTEN, GAIN_MET if met >= 1.0 else GAIN)
        if stays or named:
            often, gain = 2 * OFTEN, GAIN_MET if stays else GAIN
        elif met < RARE:
            often, gain = OFTEN / 2, GAIN_NEW
        found = [
            reading
            for reading in self._readings(sentence, at, plain, often)
            if reading.score - own.score >= gain
            if reading.form not in (_COUNTS if marked else _COUNTS_PLAIN)
        ]
        return self._form(sentence, at, max(found).form) if found else None

    def _split(self, sentence: Sentence, at: int) -> tuple[float, str] | None:
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
        enough = 1.0 if foreign or is_name(sentence, at) else 0.01
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

    # English

    def _english(self, sentence: Sentence, at: int) -> str | None:
        if at in sentence.fixed:
            return None
        keys = mend_keys_of_a_name(sentence, at)
        if keys or not may_hold_a_slip(sentence.words[at]):
            return keys or self._places.initials(sentence, at)
        place = self._places.slip(sentence, at) or self._places.damaged(sentence, at)
        return place or mend_english(sentence, at)

    # what speaks for a word

    def _readings(
        self, sentence: Sentence, at: int, plain: str, often: float = 0.0
    ) -> Iterator[_Reading]:
        """Yield every syllable of the corpus at most one slip of letters away, and other marks.

        A word typed with marks is read as words with marks, a bare one as bare letters. Only what
        is met so often beside its neighbours is yielded.
        """
        folded = fold(plain)
        marked = has_diacritics(plain)
        costs = {folded: 0.0} if self._bare.one(folded) else {}
        for cost, other in slips(folded):
            if len(other) > 1 and self._bare.one(other):
                costs[other] = min(cost, costs.get(other, cost))
        for other, cost in costs.items():
            for form in self._forms[other] if marked else [other]:
                if form == plain:
                    continue
                reading = self._reading(sentence, at, form, marked)
                if reading.beside < often:
                    continue
                whole = cost
                if marked:
                    marks = not_of_slip(plain, form) if cost else marks_between(plain, form)
                    whole += MARK_COST * marks
                yield reading._replace(score=reading.score - whole)

    def _reading(self, sentence: Sentence, at: int, form: str, marked: bool) -> _Reading:
        """Weigh a form by log P(form | word before) + log P(word after | form).

        A word beside it that is not of the corpus says nothing; a bare one, in a question with
        marks, counts by its letters.
        """
        left, right = sentence.sides(at)
        right = right or (END if at + 1 == len(sentence.words) else "")
        score, beside = self._follow(left, form, marked, left)
        if self._bare.one(_letters(right)):
            after, pair = self._follow(form, right, marked, right)
            score, beside = score + after, max(beside, pair)
        return _Reading(score, beside, form)

    def _follow(
        self, before: str, after: str, marked: bool = False, side: str = ""
    ) -> tuple[float, float]:
        """Return log P(word | word before), and how often the pair is met.

        `side` is the one of the two that stands in the question.
        """
        letters = self._bare.pair(_letters(before), _letters(after))
        if marked:
            counts, pair = self._full, self._full.pair(before, after)
            if self._lost_marks(side):
                pair = max(pair, letters / 2 * self._share(after if side == before else before))
        else:
            counts, pair, before, after = self._bare, letters, _letters(before), _letters(after)
        alone = (counts.one(after) + 0.1) / counts.total
        return math.log((pair + SMOOTHING * alone) / (counts.one(before) + SMOOTHING)), pair

    def _share(self, form: str) -> float:
        """Return how many of the words with these letters are written with these marks."""
        bare = self._bare.one(_letters(form))
        return self._full.one(form) / bare if bare else 0.0

    def _lost_marks(self, word: str) -> bool:
        """Tell a bare word that is seldom written so: `thu`, where thư is far commoner."""
        bare = self._bare.one(word)
        return self._full.one(word) < 0.2 * bare and not has_diacritics(word)

    def _form(self, sentence: Sentence, at: int, form: str) -> str:
        """Return a bare reading as it is to be written: with marks in a question with marks."""
        if has_diacritics(form) or not sentence.marked:
            return form
        readings = [self._reading(sentence, at, f, True) for f in self._forms[form]]
        return max(readings).form


_REPEATED = re.compile(r"([^\W\d_])\1{2,}")
_MAY_BE_SYLLABLE = re.compile("[aeiouy]|ng|nh|ch|th|tr|kh|ph")
"""What a syllable keeps without one of its letters, and initials seldom have."""
_ROMAN = re.compile(r"[ivxlc]+")


def _may_be_telex(word: str) -> bool:
    """Tell a word that Telex keys could make though it looks like another: `coong`, `hair`."""
    return "oo" in word or not could_be_syllable(fold(word))


@lru_cache(maxsize=16384)
def _letters(word: str) -> str:
    return fold(word)
