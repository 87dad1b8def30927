"""Slips in the names of places that the corpus has plans of, and initials that are syllables.

Nothing makes one place of another: a name after a word for a lower level is let be, and so is one
that begins otherwise. Left out: names typed right (`question.py`).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from assistant.glossary import is_english
from assistant.keystrokes import CONFUSED, slips
from assistant.sentence import Sentence, Word
from assistant.shorthand import could_be_syllable, is_abbreviation
from assistant.wording import LEADS_PLACE
from corpus.places import PROVINCES, place_key
from corpus.syllables import is_syllable
from corpus.vietnamese import WORD, early_tone, has_diacritics

_BELOW = frozenset("xa phuong thon ban tran".split())
"""Folded words for levels of which no plan is; a name after them is another place's."""


_JOINS = frozenset("va voi hay hoac and or vs".split())
"""Folded words between two places that are compared."""


class PlaceSpeller:
    """Knows the names of the places, by their folded words."""

    def __init__(self, places: Iterable[str], common: Callable[[str, str], bool]) -> None:
        """Take the names, and what tells whether two folded words are common beside each other."""
        self.names = {tuple(place_key(place).split()): place for place in places}
        self._common = common
        self._known = {tuple(place_key(name).split()): name for name in PROVINCES} | self.names
        self._with: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
        for name in self.names:
            for word in name:
                self._with[word].append(name)

    def initials(self, sentence: Sentence, at: int) -> str | None:
        """Read the initials of a place where a place may stand, though they spell a syllable.

        Other initials are read with the places themselves.
        """
        word = sentence.words[at]
        if len(word.typed) > 3 or not could_be_syllable(word.folded):
            return None
        before = sentence.words[at - 1] if at else word
        led = at > 0 and (before.folded in LEADS_PLACE or is_abbreviation(before.typed))
        beside = before.folded in _JOINS and (
            bool(sentence.fixed)
            or any(
                self._with_initials(w.folded)
                for w in sentence.words[:at]
                if w.folded != word.folded
            )
        )
        if led or beside or (word.typed.isupper() and not sentence.upper):
            return self._with_initials(word.folded)
        return None

    def _with_initials(self, folded: str) -> str | None:
        """Return the place with these initials: tq → Tuyên Quang."""
        for name, marked in self.names.items():
            if "".join(part[0] for part in name) == folded:
                return marked
        return None

    def slip(self, sentence: Sentence, at: int) -> str | None:
        """Read the name of a place of the corpus in which this word alone holds one slip.

        Never after a word for a lower level, nor where the letters it begins with would change:
        `Mai Châu` is another place than Lai Châu.
        """
        beside = {word.folded for word in sentence.words[max(at - 1, 0) : at + 2]}
        for name in dict.fromkeys(name for word in beside for name in self._with.get(word, ())):
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
                last = sentence.words[first + len(name) : first + len(name) + 1]
                after = [w.folded for w in last if w.joined and offset == len(name) - 1]
                pairs = pairwise((*typed, *after))  # `lại chủ trì` is no Lai Châu
                if before in _BELOW or any(self._common(*pair) for pair in pairs):
                    continue
                if _likely_slip(typed[offset], part):
                    return WORD.findall(self.names[name])[offset] if sentence.marked else part
        return None

    def damaged(self, sentence: Sentence, at: int) -> str | None:
        """Read the name of a place in which every word that is not right holds one slip.

        At least one of them must spell nothing, so that no name is made of another one: `Tuynê
        Qunag`, `Quang Nibh`. A province of which there is no plan stays that province; only in
        capitals or after a word that places follow, for it may be a word of another sort.
        """
        if not any(map(_spells_nothing, sentence.words[max(at - 3, 0) : at + 4])):
            return None
        found: dict[tuple[str, ...], float] = {}
        written: dict[tuple[str, ...], str] = {}
        for (name, offset), marked in self._at_two_letters(sentence.words[at].folded):
            first = at - offset
            window = sentence.words[max(first, 0) : first + len(name)]
            if first < 0 or len(window) < len(name) or not all(w.joined for w in window[1:]):
                continue
            costs = [_cost(w.folded, part) for w, part in zip(window, name, strict=True)]
            wrong = [w for w, cost in zip(window, costs, strict=True) if cost]
            before = sentence.words[first - 1].folded if first else ""
            if before in _BELOW or not costs[offset] or not any(map(_spells_nothing, wrong)):
                continue
            named = all(w.typed[0].isupper() for w in window) and not sentence.upper
            if name in self.names or named or not before or before in LEADS_PLACE:
                found[name] = sum(costs)
                written[name] = WORD.findall(marked)[offset] if sentence.marked else name[offset]
        best = min(found, key=found.__getitem__, default=None)
        if best is None or math.isinf(found[best]) or list(found.values()).count(found[best]) > 1:
            return None
        return written[best]

    def _at_two_letters(self, folded: str) -> Iterator[tuple[tuple[tuple[str, ...], int], str]]:
        """Yield the names of several words, and where in them a word begins as this one does."""
        for name, marked in self._known.items():
            for offset, part in enumerate(name):
                if part[0] in folded[:2] and len(name) > 1:
                    yield (name, offset), marked

    def other_marks(self, sentence: Sentence, at: int) -> str | None:
        """Read the name of a place of the corpus typed in capitals with a wrong mark."""
        word = sentence.words[at]
        if not (has_diacritics(word.typed) and word.typed[0].isupper()):
            return None
        for name, marked in self.names.items():
            for offset, part in enumerate(WORD.findall(marked)):
                window = sentence.words[max(at - offset, 0) : at - offset + len(name)]
                before = sentence.words[at - offset - 1].folded if at > offset else ""
                here = tuple(w.folded for w in window) == name and window[offset] is word
                if here and before not in _BELOW:
                    other = early_tone(word.typed).lower() != early_tone(part).lower()
                    return part if other else None
        return None


@lru_cache(maxsize=4096)
def _spells_nothing(word: Word) -> bool:
    if has_diacritics(word.typed):
        return not is_syllable(word.typed)
    return not could_be_syllable(word.folded) and not is_english(word.folded)


def _cost(typed: str, meant: str) -> float:
    """Return what it costs to read one word of a name as another; without end beyond one slip."""
    if typed == meant:
        return 0.0
    if abs(len(typed) - len(meant)) > 1 or not _likely_slip(typed, meant):
        return math.inf
    return _slips_of(typed)[meant]


def _likely_slip(typed: str, meant: str) -> bool:
    """Tell one slip that leaves the first letter, or swaps it with the second."""
    same = typed[0] == meant[0] or sorted(typed[:2]) == sorted(meant[:2])
    return same and _slips_of(typed).get(meant, CONFUSED) < CONFUSED


@lru_cache(maxsize=1024)
def _slips_of(typed: str) -> dict[str, float]:
    """Return what one slip could have made a folded word from, and the least cost of it."""
    costs: dict[str, float] = {}
    for cost, other in slips(typed):
        costs[other] = min(cost, costs.get(other, cost))
    return costs
