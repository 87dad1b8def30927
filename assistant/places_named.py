"""The places that a question names: in full, by initials, or places of which there is no plan."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.shorthand import could_be_syllable, is_abbreviation
from assistant.wording import (
    ENGLISH,
    INSTITUTION_BEFORE,
    LEADS_PLACE,
    LEVEL_AFTER,
    LEVEL_BEFORE,
    NAMED_PLACE,
    NAMED_PLACE_ENGLISH,
    NOT_A_PLACE,
    PLAIN_PLACE,
    PROPER_NAME,
)
from corpus.places import ALSO_WORDS, OTHER_NAMES, PROVINCES, former_districts, place_key
from corpus.plan import Plan
from corpus.vietnamese import WORD, early_tone, fold, has_diacritics

_AFTER_HY = frozenset("vong sinh lap huu".split())
"""Words that make a word of `hy`, which else is a place typed as its initials."""


_WITH = r"(?:voi|va|hay|vs|hoac|,)"
_PLAN_NEXT = re.compile(rf"^\s*{_WITH} (?:kh|ke hoach) \d")
_PLAN_BEFORE = re.compile(rf"(?:kh|ke hoach) \d+ ?{_WITH} $")
"""A plan by its number, held against a place that is typed as its initials: `hy voi kh 4084`."""


class PlaceReader:
    """Finds the places of questions, those of the corpus and others."""

    def __init__(self, plans: Sequence[Plan]) -> None:
        self._plans = tuple(plans)
        names = {
            place_key(plan.place.value): plan.place.value for plan in plans if plan.place.value
        }
        self._corpus_places = names
        self._known = {
            **{place_key(name): name for name in PROVINCES},
            **{place_key(alias): name for alias, name in OTHER_NAMES.items()},
            **names,
        }

    def missing(self, question: str, places: Sequence[str]) -> list[str]:
        """Return the places a question names of which the corpus has no plan."""
        missing = [name for name in places if place_key(name) not in self._corpus_places]
        missing += self._unknown_places(question, [place_key(name) for name in places])
        return self._unless_mentioned(missing, places)

    def has_plan(self, name: str) -> bool:
        """Tell whether the corpus has a plan of a place."""
        return place_key(name) in self._corpus_places

    def find(self, question: str, marked: bool) -> tuple[list[str], list[tuple[int, int]]]:
        """Return the known places a question names, and where they stand in it."""
        words = [(m.group(), m.start(), m.end()) for m in re.finditer(r"[^\W_]+", question)]
        folded = [fold(word) for word, _, _ in words]
        places: list[str] = []
        spans: list[tuple[int, int]] = []
        at = 0
        while at < len(words):
            for size in range(min(4, len(words) - at), 0, -1):
                part = words[at : at + size]
                name = self._known.get(" ".join(folded[at : at + size]))
                led = at > 0 and folded[at - 1] in LEADS_PLACE
                if name and _same_name([w for w, _, _ in part], name, marked, led):
                    places.append(name)
                    spans.append((part[0][1], part[-1][2]))
                    at += size
                    break
            else:
                name = self._initials(words[at][0])
                if name:
                    places.append(name)
                    spans.append((words[at][1], words[at][2]))
                at += 1
        return list(dict.fromkeys(places)), spans

    def without(self, question: str) -> str:
        """Return a question without the known places it names."""
        for start, end in reversed(self.find(question, has_diacritics(question))[1]):
            question = question[:start] + question[end:]
        return question

    def write_in_full(self, question: str) -> str:
        """Write places in full that are typed as their initials: `tq, hy` → Tuyên Quang, Hưng Yên.

        Initials that could be a syllable (hy) are read so only beside another place.
        """
        words = list(re.finditer(r"[^\W\d_]+", question))
        named = [self._initials(word.group()) for word in words]
        spelled, spans = self.find(question, False)
        whole = [  # places in full, by their words
            (question[start:end], [i for i, w in enumerate(words) if start <= w.start() < end])
            for start, end in spans
        ]
        for at, word in enumerate(words):
            if named[at] or not could_be_syllable(fold(word.group())):
                continue
            beside = [named[i] for i in (at - 2, at - 1, at + 1, at + 2) if 0 <= i < len(words)]
            beside += [near for near, inside in whole if _near_to(at, inside)]
            beside += _PLAN_NEXT.findall(fold(question[word.end() :])[:20])
            beside += _PLAN_BEFORE.findall(fold(question[: word.start()])[-20:])
            word_of = fold(words[at + 1].group()) if at + 1 < len(words) else ""
            alone = not any(named) and word_of not in _AFTER_HY
            if any(beside) or (alone and not spelled):
                named[at] = self._of_initials(word.group())
        for word, name in reversed(list(zip(words, named, strict=True))):
            if name:
                question = question[: word.start()] + name + question[word.end() :]
        return question

    def _of_initials(self, word: str) -> str | None:
        """Return the place of the corpus whose initials a word is; tv is thư viện anywhere."""
        if not 2 <= len(word) <= 3 or is_abbreviation(word):
            return None
        for name in self._corpus_places.values():
            if "".join(part[0] for part in name.split()).upper() == word.upper():
                return name
        return None

    def _initials(self, word: str) -> str | None:
        """Read the initials of a place of the corpus, which no syllable is: tq → Tuyên Quang."""
        return None if could_be_syllable(fold(word)) else self._of_initials(word)

    def _unknown_places(self, question: str, known: list[str]) -> list[str]:
        found = [m.group(1) for m in NAMED_PLACE.finditer(question)]
        found += [m.group(1) or m.group(2) for m in NAMED_PLACE_ENGLISH.finditer(question)]
        named = _districts(question)
        found = [name for name in found if name not in named] + named
        if not known and not named:
            found += [m.group(1).title() for m in PLAIN_PLACE.finditer(fold(question))]
        if not known:
            found += [
                m.group(1) for m in PROPER_NAME.finditer(question) if self._is_new(m.group(1))
            ]
        return [
            name
            for name in found
            if _is_proper(name)
            and not any(place in place_key(name) or place_key(name) in place for place in known)
            and place_key(name).split()[0] not in ENGLISH
        ]

    def _is_new(self, name: str) -> bool:
        """Tell whether a proper name is one that no plan prints and no agency's name begins."""
        head = fold(name).split()[0]
        if head in NOT_A_PLACE or head in ENGLISH or not _is_proper(name):
            return False
        return not any(name in plan.text for plan in self._plans)

    def _unless_mentioned(self, missing: list[str], places: Sequence[str]) -> list[str]:
        """Drop places that the plans of the other places named speak of: Hải Phòng in Cát Hải's."""
        keys = {place_key(name) for name in places}
        plans = [p for p in self._plans if p.place.value and place_key(p.place.value) in keys]
        return [name for name in missing if not any(name in plan.text for plan in plans)]


def _near_to(at: int, inside: Sequence[int]) -> bool:
    """Tell whether a word stands beside some words, or one word between them: `hy va cat hai`."""
    return bool(inside) and (0 < inside[0] - at <= 2 or 0 < at - inside[-1] <= 2)


def _same_name(words: list[str], name: str, marked: bool, led: bool) -> bool:
    """Tell a place from words that look like one once folded.

    A name that is also a word (`hòa bình`, peace) counts only in capitals or after `ở`, `tỉnh`. In
    a question with marks, a bare syllable that would need them is another word.
    """
    typed = " ".join(words)
    plain = " ".join(WORD.findall(early_tone(name)))
    if has_diacritics(typed) and early_tone(typed).lower() != plain.lower():
        return False
    if marked and not has_diacritics(typed) and has_diacritics(plain):
        whole = len(words) > 1 and name not in ALSO_WORDS  # two bare words are hardly another thing
        return led or typed[0].isupper() or whole
    return led or typed[0].isupper() or not marked or name not in ALSO_WORDS


_DISTRICT = re.compile(
    r"(?<!co )\b(?P<level>huyen|quan|thi xa|thanh pho)(?: dao)? "
    r"(?=(?P<name>[a-z]+(?: [a-z]+){0,3}))"
    r"|(?=\b(?P<english>[a-z]+(?: [a-z]+){0,3}) (?:rural )?(?:district|town)\b)"
)
"""A level below the province and up to four words that may name the place."""


def _districts(question: str) -> list[str]:
    """Return the districts abolished in 2025 that a question names, in any case, without marks."""
    known = former_districts()
    found = []
    for match in _DISTRICT.finditer(" ".join(WORD.findall(fold(question)))):
        level, words = match.group("level"), (match.group("name") or match.group("english")).split()
        for size in range(min(4, len(words)), 0, -1):
            part = words[:size] if level else words[-size:]
            levels = (level,) if level else ("huyen", "thi xa", "quan")
            keys = [f"{one} {' '.join(part)}" for one in levels]
            district = next((known[key] for key in keys if key in known), None)
            if district:
                found.append(district.name)
                break
    return list(dict.fromkeys(found))


_OF_LEVEL = re.compile(r"\bcap (?:tinh|huyen|xa) $")
"""`thư viện cấp xã Tuyên Quang` names a level; `xã Tuyên Quang` names a commune."""


def with_levels(folded: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Widen the span of every place by the level beside it: `tỉnh`, `huyện`, `province`."""
    widened = []
    for start, end in spans:
        before = LEVEL_BEFORE.search(folded[:start])
        if _OF_LEVEL.search(folded[:start]) or INSTITUTION_BEFORE.search(
            folded[:start]
        ):  # Thư viện tỉnh Lai Châu is one of its kind
            before = None
        after = LEVEL_AFTER.match(folded[end:])
        widened.append((before.start() if before else start, end + (after.end() if after else 0)))
    return widened


def _is_proper(name: str) -> bool:
    """Tell whether every word begins with a capital, as in a Vietnamese proper name."""
    return all(word[0].isupper() for word in name.split())
