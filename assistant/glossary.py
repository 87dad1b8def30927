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
from assistant.english_agencies import read_agency
from assistant.english_forms import IRREGULAR_VERBS, canonical, forms_of, roots, words_of
from assistant.english_terms import AGENCIES
from assistant.glossary_terms import EVERYDAY, GENERAL, OFFICIAL, TERMS
from assistant.wording import ENGLISH, STOP_ENGLISH
from corpus.agencies import NAMES

_PLURAL_ONLY = frozenset({("works",), ("arts",)})
"""Terms whose singular is another word: works are buildings, work is not."""


@lru_cache(maxsize=1)
def _phrases() -> dict[tuple[str, ...], str]:
    """Return all terms as they are written, and by their canonical words where those are free."""
    phrases: dict[tuple[str, ...], str] = {}
    for name in (*AGENCIES, *NAMES):
        english = name_in_english(name)
        if english and english != "Office":
            phrases.setdefault(words_of(english), name)
            if english.startswith("Department of ") and " and " not in english:
                field = english.removeprefix("Department of ")
                phrases.setdefault(words_of(f"{field} department"), name)
    for terms in (EVERYDAY, OFFICIAL, GENERAL, TERMS):
        phrases.update({words_of(english): vietnamese for english, vietnamese in terms.items()})
    for words, vietnamese in list(phrases.items()):
        plain = tuple(map(canonical, words))
        if words not in _PLURAL_ONLY and " ".join(plain) not in STOP_ENGLISH:
            phrases.setdefault(plain, vietnamese)
    return phrases


def translate_terms(
    question: str, named: frozenset[str] = frozenset()
) -> tuple[list[str], list[str]]:
    """Read an English question as Vietnamese terms and the words that have no counterpart here.

    The longest term wins: `district libraries` is `thư viện cấp huyện`, not two words. `named` are
    the keys of agencies that the plans in scope name (`english_agencies.py`).
    """
    words = words_of(question)
    longest = max(map(len, _phrases()))
    found: list[str] = []
    unknown: list[str] = []
    at = 0
    while at < len(words):
        sizes = range(min(longest, len(words) - at), 0, -1)
        term = next(((v, at + n) for n in sizes if (v := _look_up(words[at : at + n]))), None)
        agency = read_agency(words, at, named)
        best = max(filter(None, (agency, term)), key=lambda one: one[1], default=None)
        if best:
            found.append(best[0])
        else:
            unknown.append(words[at])
        at = best[1] if best else at + 1
    return found, unknown


def _look_up(words: tuple[str, ...]) -> str | None:
    """Return the Vietnamese of a term in any spelling and number, its last word in any form."""
    phrases = _phrases()
    for form in _forms(words):
        if form in phrases:
            return phrases[form]
    return None


def _forms(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a term as typed, then with its words, the last above all, in dictionary forms."""
    if len(words) == 1 and words[0] in STOP_ENGLISH:
        yield words  # only frames, in whatever form
        return
    plain = tuple(map(canonical, words))
    yield words
    yield plain
    for form in forms_of(words[-1]):
        yield (*words[:-1], form)
        yield (*plain[:-1], form)
    if len(words) > 1:  # proposing rewards
        for root in roots(words[0]):
            yield (canonical(root), *plain[1:])


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
    if word in IRREGULAR_VERBS:
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
