"""Places, agencies and other names of a sentence: do the passages it cites have them?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.agency import agency_keys, find_agencies
from assistant.glossary import is_english, translate_terms
from assistant.model.grounds import Ground, spelled
from assistant.model.verdict import HOLDS, Verdict
from corpus.places import LEVELS, OTHER_NAMES, PROVINCES, place_key
from corpus.vietnamese import CAPITALS, SMALL, fold, has_diacritics, tokens

_PROVINCE = re.compile(
    r"\b(?:"
    + "|".join(sorted(map(re.escape, {*PROVINCES, *OTHER_NAMES}), key=len, reverse=True))
    + r")\b"
)
_PLAIN_PROVINCE = {place_key(name): name for name in PROVINCES}
_CAPITAL = re.compile(rf"(?<![.!?:“\"(\w] )(?<!^)\b[{CAPITALS}][{CAPITALS}{SMALL}]*", re.MULTILINE)
_RUN = re.compile(rf"\b[{CAPITALS}][{SMALL}]+(?:\s[{CAPITALS}][{SMALL}]+)+")

_LEVEL = "|".join(f"[{one[0].upper()}{one[0]}]{one[1:]}" for one in LEVELS if one != "tỉnh")
_DISTRICT = re.compile(rf"\b(?:{_LEVEL})((?: [{CAPITALS}][{SMALL}]+){{2,3}})")
"""A place below the province by its level, of two words or more."""


def check_names(said: str, english: bool, grounds: Sequence[Ground]) -> Verdict:
    words = frozenset[str]().union(*(ground.words for ground in grounds))
    joined = "".join(ground.joined for ground in grounds)
    for place in _places(said):
        if f" {place} " not in joined:
            return Verdict("place", place)
    for place in _DISTRICT.findall(said):
        if f" {' '.join(tokens(place))} " not in joined:
            return Verdict("place", place)
    told = translate_terms(said)[0] if english else ()
    verdict = _check_agencies(said, english, told, grounds)
    if not verdict.holds:
        return verdict
    if english:
        named = [w for run in _RUN.findall(said) for w in run.split()]
        known = set(tokens(" ".join(told)))
        strange = [w for w in named if fold(w) not in words | known and not _is_known_english(w)]
    else:
        full = spelled(said)
        capitals = {m.group() for m in _CAPITAL.finditer(full)}
        capitals |= {w for run in _RUN.findall(full) for w in run.split()}
        strange = sorted(w for w in capitals if not words.issuperset(tokens(spelled(w))))
    return Verdict("name", strange[0]) if strange else HOLDS


def _is_known_english(word: str) -> bool:
    return not has_diacritics(word) and is_english(word.lower())


def _places(said: str) -> list[str]:
    """Return the folded provinces that a text names with capitals, with marks or without."""
    found = [place_key(OTHER_NAMES.get(name, name)) for name in _PROVINCE.findall(said)]
    for run in _RUN.findall(said):
        plain = " ".join(tokens(run))
        found += [key for key in _PLAIN_PROVINCE if f" {key} " in f" {plain} "]
    return found


_AFTER_OTHERS = re.compile(
    r"\b(?:với|gửi|cho|qua|về|của|từ|tới|đến|do|bởi|theo|là|with|to|through|via|by|from|of|for"
    r"|the|and|và|report\w*|báo cáo|trình|thuộc)\s*(?:the\s*)?$",
    re.IGNORECASE,
)


def _check_agencies(
    said: str, english: bool, told: Sequence[str], grounds: Sequence[Ground]
) -> Verdict:
    """Check that agencies stand in the passages, and that a duty is told of whom it is given to.

    `told` are the Vietnamese terms of an English sentence.
    """
    named = tuple(dict.fromkeys([*agency_keys(" . ".join(told)), *agency_keys(said)]))
    held = frozenset[str]().union(*(ground.agencies for ground in grounds))
    for key in named:
        if not any(_same(key, other, english) for other in held):
            return Verdict("agency", key)
    if misled := _misled(" ".join(told) if english else said, grounds):
        return Verdict("agency", misled)
    charged = frozenset[str]().union(*(ground.charged | ground.acting for ground in grounds))
    if not charged or not named or any(_same(n, c, english) for n in named for c in charged):
        return HOLDS
    mentions = () if english else find_agencies(said)
    leading = [m for m in mentions if not _AFTER_OTHERS.search(spelled(said)[: m.start])]
    if english and not _AFTER_OTHERS.search(said[: _first_capital(said)]):
        return Verdict("agency", named[0])
    return Verdict("agency", leading[0].key) if leading else HOLDS


_LEADS = re.compile(
    r"^,? ?(?:là cơ quan |là đơn vị |giữ vai trò |đóng vai trò |được giao |sẽ |có trách nhiệm )?"
    r"chủ trì\b",
    re.IGNORECASE,
)


def _misled(said: str, grounds: Sequence[Ground]) -> str:
    """Return an agency told to lead that its passage has co-operate with the one that does."""
    leaders = _leaders(said)
    for ground in grounds:
        if leaders and ground.charged and re.search(r"\bchủ trì\b", ground.text.lower()):
            own = ground.charged | ground.acting | _leaders(ground.text)
            strange = sorted(key for key in leaders & ground.agencies if key not in own)
            if strange and not any(_same(key, other, True) for key in strange for other in own):
                return strange[0]
    return ""


def _leaders(text: str) -> frozenset[str]:
    """Return the agencies right before the word for leading (`chủ trì`)."""
    full = spelled(text)
    return frozenset(m.key for m in find_agencies(text) if _LEADS.match(full[m.end :]))


def _first_capital(said: str) -> int:
    found = re.search(r"(?<!^)[A-Z]", said)
    return found.start() if found else 0


def _same(named: str, held: str, english: bool) -> bool:
    if named == held:
        return True
    if named.startswith("ubnd") and held.startswith("ubnd"):
        return named == "ubnd" or held == "ubnd"
    if english and named.split()[0] in ("so", "phong") and held.split()[0] in ("so", "phong"):
        return named.split()[1:] == held.split()[1:]
    return False
