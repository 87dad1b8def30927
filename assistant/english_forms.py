"""English words in their forms: British and American spelling, plurals, forms of verbs.

One rule each, so that a table holds each word once. Left out: which words are English at all and
what they mean (`glossary.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.vietnamese import fold

_POSSESSIVE = re.compile(r"(?<=[a-z])'s\b|(?<=s)'(?!\w)")
_PREFIX = re.compile(r"\b(co|pre|multi|inter|non)-(?=[a-z]{4})")


def words_of(text: str) -> tuple[str, ...]:
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


IRREGULAR_VERBS = frozenset("pay hold give write spend send build teach lead see bear draw".split())


@lru_cache(maxsize=8192)
def canonical(word: str) -> str:
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


def roots(word: str) -> Iterator[str]:
    """Yield what a verb form may come from: allocated, planning, agreed."""
    for ending, base in _ENDINGS:
        stem = word.removesuffix(ending)
        if word.endswith(ending) and len(stem) > 2:
            yield stem + base
            if _DOUBLED.search(stem):
                yield stem[:-1]


def forms_of(word: str) -> Iterator[str]:
    """Yield a word as typed, then in dictionary forms: visits, allocated, submitting."""
    plain = canonical(word)
    yield word
    yield plain
    for root in roots(plain):
        yield root
        yield canonical(root)
