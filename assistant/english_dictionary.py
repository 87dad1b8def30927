"""Whether a word is English at all, so that a right word is not taken for a slip of another one.

The words are those of pyspellchecker's English list (MIT; from the OpenSubtitles corpus, cleaned),
about 160,000 forms; read on the first word in doubt, a third of a second. Left out: which words a
question is recognised as English by (`glossary.is_english`): in this list are names and syllables.
"""

from __future__ import annotations

from functools import lru_cache

from spellchecker import SpellChecker


def is_dictionary_word(word: str) -> bool:
    """Tell whether a lower-case word stands in the list."""
    return word in _words()


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    return frozenset(SpellChecker(language="en").word_frequency.words())
