"""Slips in the names of places that the corpus has plans of, and initials that are syllables.

Nothing makes one place of another: a name after a word for a lower level is let be, and so is one
that begins otherwise. Left out: names typed right (`question.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import pairwise

from assistant.keystrokes import CONFUSED, slips
from assistant.sentence import Sentence
from assistant.shorthand import could_be_syllable, is_abbreviation
from assistant.wording import LEADS_PLACE
from corpus.places import place_key
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
                if before in _BELOW or any(self._common(*pair) for pair in pairwise(typed)):
                    continue
                if _likely_slip(typed[offset], part):
                    return WORD.findall(self.names[name])[offset] if sentence.marked else part
        return None

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


def _likely_slip(typed: str, meant: str) -> bool:
    """Tell one slip that leaves the first letter, or swaps it with the second."""
    same = typed[0] == meant[0] or sorted(typed[:2]) == sorted(meant[:2])
    return same and any(other == meant and cost < CONFUSED for cost, other in slips(typed))
