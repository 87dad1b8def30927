"""Names of agencies, what figures are of, and times, said in English for an English answer.

A Vietnamese name puts its head first and what narrows it after (`thư viện công cộng cấp xã`), an
English one the other way round (commune public libraries); so a name is read from the left by the
tables of `english_terms.py` and put together anew. What the tables do not cover to the last word
stays Vietnamese: half a translation misleads. Quotes are never translated. Left out: reading
English questions (`glossary.py`), times (`english_times.py`, of which `in_english_time` is offered
here, too).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.english_terms import (
    AGENCIES,
    EVERY,
    FIELD_HEADS,
    FIELDS,
    LEVELS,
    LINKS,
    MODIFIERS,
    NOUNS,
    OFFICES,
    QUANTITIES,
    UNCOUNTED,
)
from assistant.english_times import in_english_time, listed
from assistant.shorthand import spell_out
from corpus.agencies import split_agencies
from corpus.vietnamese import early_tone, fold, nfc

__all__ = [
    "in_english",
    "in_english_heading",
    "in_english_subject",
    "in_english_time",
    "name_in_english",
]


def in_english(name: str, level: str = "") -> str:
    """Name an agency in English, the Vietnamese in brackets as printed.

    `Công an tỉnh` → Provincial Police (Công an tỉnh). `level` is the level of the plan ("tỉnh",
    "huyện"): an agency that the plan names without its own level is of that one. A name the tables
    do not cover comes back as it is.
    """
    name = name.strip(" .;:")
    english = _say(name, "name", level)
    return _with_original(english[0].upper() + english[1:], name) if english else name


def in_english_subject(phrase: str) -> str:
    """Say what a figure is of, in the plural, the Vietnamese in brackets.

    `thư viện công cộng cấp xã` → commune public libraries (thư viện công cộng cấp xã).
    """
    phrase = phrase.strip(" .;:")
    english = _say(phrase, "subject", "")
    return _with_original(english, phrase) if english else phrase


def in_english_heading(heading: str, level: str = "") -> str:
    """Name every agency of a heading in English, each with its Vietnamese in brackets."""
    return " and ".join(in_english(name, level) for name in split_agencies(heading))


def name_in_english(name: str) -> str | None:
    """Return an agency's English name alone, with a capital; None where the tables fall short."""
    english = _say(name, "name", "")
    return english[0].upper() + english[1:] if english else None


def _with_original(english: str, vietnamese: str) -> str:
    """Put the Vietnamese in brackets: the one place that does."""
    return f"{english} ({vietnamese})"


# names


@dataclass(frozen=True)
class _Element:
    """One noun with what narrows it: `pre` noun `post`."""

    noun: str
    end: int
    pre: tuple[str, ...] = ()
    post: str = ""
    plural: bool = False
    proper: bool = False
    of_fields: bool = False
    fixed: bool = False
    """Said as it is, without a plural."""

    def say(self) -> str:
        noun = _plural(self.noun) if self.plural and not self.fixed else self.noun
        return " ".join([*self.pre, noun]) + self.post

    def article(self) -> str:
        """Return the article a proper name takes inside another one."""
        return "the " if self.proper and not self.plural else ""


class _Reader:
    """Reads one Vietnamese name or phrase from the left."""

    def __init__(self, text: str, manner: str, level: str) -> None:
        spelled = early_tone(spell_out(nfc(text)))
        plain = re.sub(r"\([^()]*\)", " ", spelled)  # để báo cáo and the like
        self._typed = re.findall(r"[^\W_]+|[,;&/]", plain)
        self._words = [word.lower() for word in self._typed]
        self._subject = manner == "subject"
        self._level = level

    def read(self) -> str | None:
        """Return the English, or None where a word is left over."""
        elements: list[_Element] = []
        at, plural = 0, self._subject
        while at < len(self._words):
            element = self._element(at, plural)
            if element is None:
                return None
            elements.append(element)
            plural = self._subject or (element.plural and not element.proper)
            at = self._skip_comma(element.end)
            if self._words[at:] == ["liên", "quan"]:  # a comma too many before it
                elements[-1] = replace(element, pre=("relevant", *element.pre))
                break
        if len(elements) > 1 and all(element.noun in _ADDRESSEES for element in elements):
            elements = [replace(element, plural=True) for element in elements]
        return _join_elements(elements) if elements else None

    # one element

    def _element(self, at: int, plural: bool) -> _Element | None:
        if at >= len(self._words):
            return None
        if self._words[at] == "mỗi":
            one = self._element(at + 1, False) if at + 1 < len(self._words) else None
            if one is None:
                return None
            noun = "person" if one.noun == "people" else one.noun
            return replace(one, noun=noun, pre=("each", *one.pre), plural=False)
        every = self._find("every", at)
        if every:
            at, plural = every[1], True
        for table in ("offices", "quantities"):
            found = self._find(table, at)
            if found:
                return self._office(*found, plural or table == "quantities")
        head = self._head(at, plural)
        if head is None:
            return None
        narrowed = self._narrow(head)
        return self._of_plan(narrowed) if narrowed == head else narrowed

    def _of_plan(self, element: _Element) -> _Element:
        """Give an agency that stands without level and place the level of the plan."""
        fixed = element.noun in _NATIONAL or element.noun.startswith(_LEVELLED)
        if self._subject or self._level not in LEVELS or element.of_fields or fixed:
            return element
        if not element.proper or element.plural:
            return element
        return replace(element, pre=(_title(LEVELS[self._level][0]),))

    def _office(self, english: str, at: int, plural: bool) -> _Element | None:
        """Read whose office it is, or of what it is the number; a row of addressees together."""
        row: list[_Element] = []
        end = at
        element = self._element(at, english in QUANTITIES.values())
        while element and (not row or element.noun in _ADDRESSEES):
            row.append(element)
            end = element.end
            more = end < len(self._words) and element.noun in _ADDRESSEES
            element = self._element(self._skip_comma(end), element.plural) if more else None
        if not row:
            return None if english in QUANTITIES.values() else _Element(english, at, proper=True)
        of = f" of {row[0].article()}{_join_elements(row)}"
        if english in QUANTITIES.values():
            return _Element(f"{english}{of}", end, fixed=True)
        return _Element(english, end, post=of, plural=plural or row[0].plural, proper=True)

    def _head(self, at: int, plural: bool) -> _Element | None:
        """Return the longest noun, agency or list of fields here; of equal ones the first."""
        found: list[_Element] = []
        for table in ("nouns", "agencies") if self._subject else ("agencies", "nouns"):
            term = self._find(table, at)
            if term:
                found.append(_Element(*term, plural=plural, proper=table == "agencies"))
        fields = self._fields(at)
        if fields:
            name, end = fields
            name = name.lower() if self._subject else name
            proper = not self._subject
            found.append(_Element(name, end, plural=plural, proper=proper, of_fields=True))
        return max(found, key=lambda element: element.end, default=None)

    def _fields(self, at: int) -> tuple[str, int] | None:
        """Read a head and its fields: Sở Văn hóa, Thể thao và Du lịch."""
        head = self._find("heads", at)
        fields: list[str] = []
        end = at
        found = self._find("fields", head[1]) if head else None
        while found:
            fields.append(found[0])
            end = found[1]
            found = self._find("fields", self._skip_comma(end))
        if not head or not fields:
            return None
        if head[0] == "Station":
            return f"{listed(fields)} Station", end
        return f"{head[0]} {listed(fields)}", end

    # what narrows it

    def _narrow(self, element: _Element) -> _Element:
        """Take in all that narrows an element."""
        while element.end < len(self._words):
            further = (
                self._levels(element)
                or self._modifier(element)
                or self._link(element)
                or self._place(element)
                or self._of(element)
            )
            if further is None:
                return element
            element = further
        return element

    def _levels(self, element: _Element) -> _Element | None:
        """Read `tỉnh`, `cấp xã`, `huyện, thành phố`, `tỉnh Lai Châu`, `các cấp`."""
        at, every = element.end, False
        if self._words[at : at + 2] == ["các", "cấp"]:
            post = f"{element.post} at all levels"
            return replace(element, end=at + 2, post=post, plural=True)
        if self._words[at] == "các":
            at, every = at + 1, True
        ranked = self._words[at : at + 1] == ["cấp"]
        at += ranked
        names: list[str] = []
        end = at
        found = self._level_at(at)
        while found:
            names.append(found[0])
            end = found[1]
            place = self._capitals(end)
            if place and len(names) == 1 and not every and not ranked:
                return self._of_place(element, names[0], *place)
            after = self._skip_comma(end)
            after += ranked and self._words[after : after + 1] == ["cấp"]
            found = self._level_at(after)
        modifier = self._find("modifiers", end)
        if not names or (modifier and modifier[0] != "relevant" and not element.proper):
            return None  # a noun of its own: các xã biên giới
        if len(names) == 1 and not every:
            return self._of_level(element, names[0], end, ranked)
        if ranked:
            title = _title if element.proper else str
            levels = listed([title(LEVELS[name][0]) for name in names])
            return replace(element, end=end, pre=(levels, *element.pre), plural=True)
        levels = listed([_plural(LEVELS[name][1]) for name in names])
        return replace(element, end=end, post=f"{element.post} of {levels}", plural=True)

    def _level_at(self, at: int) -> tuple[str, int] | None:
        """Read a level that begins no longer term: `cơ sở`, not `cơ sở giáo dục`."""
        level = self._find("levels", at)
        longer = [self._find(table, at) for table in ("nouns", "agencies", "modifiers")]
        return None if level and any(t and t[1] > level[1] for t in longer) else level

    def _of_level(self, element: _Element, name: str, end: int, ranked: bool) -> _Element:
        adjective = LEVELS[name][0]
        if element.proper:
            adjective = _title(adjective)
        plural = element.plural or (ranked and element.proper)
        noun = element.noun.removeprefix("Vietnam ")  # the Vietnamese in brackets says it
        pre = (adjective, *(word for word in element.pre if word != "Vietnam"))
        return replace(element, noun=noun, end=end, pre=pre, plural=plural)

    def _of_place(self, element: _Element, level: str, place: str, end: int) -> _Element:
        named = f"{place} {_title(LEVELS[level][1])}"
        return replace(element, end=end, post=f"{element.post} of {named}")

    def _modifier(self, element: _Element) -> _Element | None:
        """Read an adjective, of nouns only: `công cộng`, `liên quan`."""
        found = self._find("modifiers", element.end)
        if not found or (element.proper and found[0] != "relevant"):
            return None
        return replace(element, end=found[1], pre=(found[0], *element.pre))

    def _link(self, element: _Element) -> _Element | None:
        """Read `của huyện`, `trên địa bàn tỉnh Lai Châu`, `bản sách/người dân`."""
        if self._words[element.end] == "/" and element.end + 1 < len(self._words):
            one = self._element(element.end + 1, False)
            said = one and one.say().replace("people", "person")
            return one and replace(element, end=one.end, post=f"{element.post} per {said}")
        found = self._find("links", element.end)
        if not found:
            return None
        link, at = found
        level = self._find("levels", at)
        if level:
            place = self._capitals(level[1])
            noun = LEVELS[level[0]][1]
            said = f"{place[0]} {_title(noun)}" if place else f"the {noun}"
            end = place[1] if place else level[1]
            return replace(element, end=end, post=f"{element.post} {link} {said}")
        other = self._element(at, True)
        if other is None:
            return None
        return replace(element, end=other.end, post=f"{element.post} {link} {other.say()}")

    def _place(self, element: _Element) -> _Element | None:
        """Read a place without its level: Báo Tuyên Quang, Hội Nông dân Việt Nam."""
        found = self._capitals(element.end) if element.proper else None
        if not found:
            return None
        place, end = found
        if place in ("Việt Nam", "VN"):
            return replace(element, end=end, pre=("Vietnam", *element.pre))
        if element.noun.endswith(_AFTER_PLACE) or element.noun.startswith(_LEVELLED):
            return replace(element, end=end, pre=(place, *element.pre))
        return replace(element, end=end, post=f"{element.post} of {place}")

    def _of(self, element: _Element) -> _Element | None:
        """Read a second noun that narrows the first: thư viện cơ sở giáo dục."""
        if element.noun in _ADDRESSEES and not element.proper:
            return None
        of = self._element(element.end, not element.proper)
        if of is None:
            return None
        post = f"{element.post} of {of.article()}{of.say()}"
        return replace(element, end=of.end, post=post)

    # words

    def _find(self, table: str, at: int) -> tuple[str, int] | None:
        """Return the longest term of a table that begins here, and where it ends.

        A term of several words is found also by its letters alone, since a name read from a
        damaged plan may bear a wrong mark.
        """
        keys = _KEYS[table]
        for size in range(min(_LONGEST, len(self._words) - at), 0, -1):
            words = tuple(self._words[at : at + size])
            found = keys.get(words)
            if found is None and size > 1:
                found = keys.get(tuple(map(fold, words)))
            if found is not None:
                return found, at + size
        return None

    def _capitals(self, at: int) -> tuple[str, int] | None:
        """Return the capitalised words that begin here, none of them the head of an agency."""
        end = at
        while end < len(self._typed) and self._typed[end][:1].isupper():
            if any(self._find(table, end) for table in ("agencies", "heads", "offices")):
                break
            end += 1
        return (" ".join(self._typed[at:end]), end) if end > at else None

    def _skip_comma(self, at: int) -> int:
        """Return the place after a comma, `và`, or both."""
        while at < len(self._words) and self._words[at] in _COMMAS:
            at += 1
        return at


_COMMAS = frozenset({",", ";", "&", "và", "hoặc"})

_ADDRESSEES = frozenset(
    "department board branch office agency unit locality organisation collective individual "
    "province district city town township commune ward village".split()
) | {"mass organisation"}
"""Nouns that stand in rows, at times without their comma: các cơ quan, đơn vị địa phương."""

_NATIONAL = frozenset(
    {"Prime Minister", "Government", "National Assembly", "Politburo", "Secretariat"}
)
"""Offices that no level of a plan narrows."""


_LEVELLED = ("Provincial", "District", "City", "Town", "Vietnam", "Ministry", "National", "Party")
"""How names begin that say their own level."""

_AFTER_PLACE = ("Station", "Newspaper", "University", "College", "Library", "Museum", "Web Portal")
"""Institutions that are called after their place: Tuyên Quang Newspaper."""


def _keys_of(table: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    """Return a table by words, with and without marks."""
    keys: dict[tuple[str, ...], str] = {}
    for name, english in table.items():
        words = tuple(re.findall(r"[^\W_]+", early_tone(nfc(name))))
        keys.setdefault(tuple(map(fold, words)), english)
        keys[words] = english
    return keys


_KEYS = {
    "every": _keys_of(dict.fromkeys(EVERY, "")),
    "offices": _keys_of(OFFICES),
    "quantities": _keys_of(QUANTITIES),
    "agencies": _keys_of(AGENCIES),
    "nouns": _keys_of(NOUNS),
    "heads": _keys_of(FIELD_HEADS),
    "fields": _keys_of(FIELDS),
    "levels": _keys_of({name: name for name in LEVELS}),
    "modifiers": _keys_of(MODIFIERS),
    "links": _keys_of(LINKS),
}
_LONGEST = max(len(words) for keys in _KEYS.values() for words in keys)


@lru_cache(maxsize=4096)
def _say(text: str, manner: str, level: str) -> str | None:
    return _Reader(text, manner, level).read()


def _join_elements(elements: list[_Element]) -> str:
    """Join elements; what narrows the last of a row of bare nouns narrows them all.

    `các sở, ban, ngành tỉnh` → provincial departments, boards and branches.
    """
    *first, last = elements
    row = all(e.noun in _ADDRESSEES and not e.pre and not e.post for e in first)
    if first and row and last.noun in _ADDRESSEES and last.pre and not last.post:
        names = [e.say() for e in first] + [replace(last, pre=()).say()]
        return " ".join([*last.pre, listed(names)])
    return listed([element.say() for element in elements])


def _title(words: str) -> str:
    return " ".join(word[0].upper() + word[1:] for word in words.split())


def _plural(noun: str) -> str:
    """Return the plural of an English noun, its head before any of: People's Committees."""
    if noun in UNCOUNTED:
        return noun
    found = re.search(" (?:of|for|with) ", noun)
    head, rest = (noun[: found.start()], noun[found.start() :]) if found else (noun, "")
    if re.search(r"[^aeiou]y$", head):
        head = head[:-1] + "ies"
    else:
        head += "es" if re.search(r"(s|x|ch|sh)$", head) else "s"
    return head + rest
