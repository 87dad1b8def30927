"""An English question read as the Vietnamese terms that plans use.

The tables are in `glossary_terms.py`; for agencies, those by which `english.py` names them, read
backwards. British and American spelling, plurals and forms of verbs are one by rule, not entry by
entry. Left out: names in answers (`english.py`), slips (`spelling.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.common_english import COMMON_ENGLISH
from assistant.english import name_in_english
from assistant.english_terms import AGENCIES
from assistant.glossary_terms import GENERAL, OFFICIAL, TERMS
from assistant.wording import ENGLISH, STOP_ENGLISH
from corpus.agencies import NAMES
from corpus.vietnamese import fold

_POSSESSIVE = re.compile(r"(?<=[a-z])'s\b|(?<=s)'(?!\w)")
_PREFIX = re.compile(r"\b(co|pre|multi|inter|non)-(?=[a-z]{4})")


def _words(text: str) -> tuple[str, ...]:
    """Return the folded words, `people's` as people, `co-ordinate` as coordinate."""
    plain = _PREFIX.sub(r"\1", _POSSESSIVE.sub("", fold(text).replace("’", "'")))
    return tuple(word for word in re.findall(r"[a-z0-9]+", plain) if word != "s")


_SPELLINGS = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"is(e|ed|es|ing|er|ers|ation|ations|ational)$", r"iz\1"),
        (r"ys(e|ed|es|ing)$", r"yz\1"),
        (r"^(lab|col|hon|fav|behavi|neighb|endeav|harb|rum|flav|hum|vig)our", r"\1or"),
        (r"^(cent|theat|met|lit|fib)re(s|d)?$", r"\1er\2"),
        (r"ogue(s|d)?$", r"og\1"),
        (r"^programme(s|d)?$", r"program\1"),
        (r"([aeiou])ll(ed|ing|er|ers|or|ors|ment)$", r"\1l\2"),
        (r"^(def|off|lic|pret)ence", r"\1ense"),
        (r"^practise", "practice"),
        (r"dgement", "dgment"),
    )
)
"""British endings and the American ones; an entry is found in either, so `exercise` may become
`exercize` on both sides."""

_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "criteria": "criterion",
    "bases": "basis",
    "analyses": "analysis",
    "indices": "index",
    "curricula": "curriculum",
    "bookshelves": "bookshelf",
    "shelves": "shelf",
    "series": "series",
    "news": "news",
    "paid": "pay",
    "held": "hold",
    "given": "give",
    "written": "write",
    "spent": "spend",
    "sent": "send",
    "built": "build",
    "taught": "teach",
    "led": "lead",
    "overseen": "oversee",
    "oversaw": "oversee",
    "borne": "bear",
    "drawn": "draw",
    "drew": "draw",
    "kept": "keep",
    "met": "meet",
    "read": "read",
}


_IRREGULAR_VERBS = frozenset(
    "pay hold give write spend send build teach lead see bear draw".split()
)


@lru_cache(maxsize=8192)
def _canonical(word: str) -> str:
    """Return one spelling for British and American, and for singular and plural."""
    word = _IRREGULAR.get(word, word)
    for british, american in _SPELLINGS:
        word = british.sub(american, word)
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if re.search(r"(ch|sh|ss|x|zz)es$", word):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not re.search(r"(ss|us|is)$", word):
        return word[:-1]
    return word


_PLURAL_ONLY = frozenset({("works",), ("arts",)})
"""Terms whose singular is another word: works are buildings, work is not."""


@lru_cache(maxsize=1)
def _phrases() -> dict[tuple[str, ...], str]:
    """Return all terms as they are written, and by their canonical words where those are free."""
    phrases: dict[tuple[str, ...], str] = {}
    for name in (*AGENCIES, *NAMES):
        english = name_in_english(name)
        if english and english != "Office":
            phrases.setdefault(_words(english), name)
            if english.startswith("Department of ") and " and " not in english:
                field = english.removeprefix("Department of ")
                phrases.setdefault(_words(f"{field} department"), name)
    for terms in (OFFICIAL, GENERAL, TERMS):
        phrases.update({_words(english): vietnamese for english, vietnamese in terms.items()})
    for words, vietnamese in list(phrases.items()):
        canonical = tuple(map(_canonical, words))
        if words not in _PLURAL_ONLY and " ".join(canonical) not in STOP_ENGLISH:
            phrases.setdefault(canonical, vietnamese)
    return phrases


def translate_terms(question: str) -> tuple[list[str], list[str]]:
    """Read an English question as Vietnamese terms and the words that have no counterpart here.

    The longest term wins: `district libraries` is `thư viện cấp huyện`, not two words.
    """
    words = _words(question)
    longest = max(map(len, _phrases()))
    found: list[str] = []
    unknown: list[str] = []
    at = 0
    while at < len(words):
        for size in range(min(longest, len(words) - at), 0, -1):
            vietnamese = _look_up(words[at : at + size])
            if vietnamese:
                found.append(vietnamese)
                at += size
                break
        else:
            unknown.append(words[at])
            at += 1
    return found, unknown


_ENDINGS = (
    ("ied", "y"),
    ("ed", "e"),
    ("ed", ""),
    ("ing", "e"),
    ("ing", ""),
    ("er", "e"),
    ("er", ""),
)
"""Endings of verb forms and what stands in the dictionary instead."""

_DOUBLED = re.compile(r"([bdgmnprt])\1$")


def _look_up(words: tuple[str, ...]) -> str | None:
    """Return the Vietnamese of a term in any spelling and number, its last word in any form."""
    phrases = _phrases()
    for form in _forms(words):
        if form in phrases:
            return phrases[form]
    return None


def _forms(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a term as typed, then in dictionary forms: visits, allocated, submitting."""
    yield words
    if len(words) == 1 and words[0] in STOP_ENGLISH:
        return  # only frames, in whatever form
    canonical = tuple(map(_canonical, words))
    yield canonical
    for root in _roots(canonical[-1]):
        yield (*words[:-1], root)
        yield (*canonical[:-1], _canonical(root))
    if len(words) > 1:  # proposing rewards
        for root in _roots(words[0]):
            yield (_canonical(root), *canonical[1:])


def _roots(word: str) -> Iterator[str]:
    """Yield what a verb form may come from: allocated, planning, agreed."""
    for ending, base in _ENDINGS:
        stem = word.removesuffix(ending)
        if word.endswith(ending) and len(stem) > 2:
            yield stem + base
            if _DOUBLED.search(stem):
                yield stem[:-1]


# English at all


@lru_cache(maxsize=1)
def english_words() -> frozenset[str]:
    """Return every English word that questions are read with: of the terms and of the frame."""
    words = {word for phrase in _phrases() for word in phrase if not word.isdigit()}
    return frozenset(words | ENGLISH | STOP_ENGLISH)


@lru_cache(maxsize=1)
def english_forms() -> frozenset[str]:
    """Return these words with the plurals of terms and the forms of verbs: what a slip may mean."""
    alone = (phrase[0] for phrase in _phrases() if len(phrase) == 1)
    last = (phrase[-1] for phrase in _phrases())
    forms = {form for word in alone for form in _inflected(word)}
    plurals = {form for word in last for form in _inflected(word) if form.endswith("s")}
    return frozenset(word for word in english_words() | forms | plurals if len(word) > 2)


def _inflected(word: str) -> tuple[str, ...]:
    """Return an English word with its plural and the regular forms of a verb."""
    if len(word) < 4 or word in ENGLISH or word in STOP_ENGLISH or not word.isalpha():
        return ()
    if word in _IRREGULAR_VERBS:
        return word + "s", word + "ing"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies", word[:-1] + "ied", word + "ing"
    if word.endswith("e"):
        return word + "s", word + "d", word[:-1] + "ing"
    if re.search(r"^[^aeiou]+[aeiou][bdgmnprt]$", word):
        return word + "s", word + word[-1] + "ed", word + word[-1] + "ing"
    if re.search(r"(s|x|ch|sh)$", word):
        return word + "es", word + "ed", word + "ing"
    return word + "s", word + "ed", word + "ing"


@lru_cache(maxsize=8192)
def is_english(word: str) -> bool:
    """Tell a folded word that is one of them, in any form."""
    return any(form[0] in english_words() or form[0] in COMMON_ENGLISH for form in _forms((word,)))


__all__ = ["english_forms", "english_words", "is_english", "translate_terms"]
