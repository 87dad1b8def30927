"""Whether the words that are cited hold what a short answer says: the last check of every answer.

Every number of the short answer must stand in the words cited for it, or in the headings above
them, and so must the most of its words. The check knows nothing of how an answer was made, so it
serves an answer written by a language model as well. Left out: what a sentence means as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.finding import Finding, Quote
from corpus.vietnamese import fold

_NUMBER = re.compile(r"(?<![^\W\d_])\d+(?:[.,]\d+)*")


def entailed(finding: Finding, english: bool) -> bool:
    """Tell whether the words cited for a finding hold every number of its short answer.

    What a plan leaves out altogether has no words to cite; saying so takes no number either. A list
    may say how many items it has.
    """
    quotes = [quote for statement in finding.statements for quote in statement.quotes]
    missing = unsupported_numbers(finding.short, quotes, english)
    return not missing or missing == (str(finding.short.count("\n- ")),)


def unsupported_numbers(
    text: str, quotes: Sequence[Quote], english: bool = False
) -> tuple[str, ...]:
    """Return the numbers of a text that stand in none of the quotes nor above them.

    English writes a month as a word and a date without leading zeros, so `01/12` there is `1`.
    """
    said = " ".join(
        part
        for quote in quotes
        for part in (
            quote.reading,
            quote.plan.text[quote.span.start : quote.span.end],
            *quote.headings,
            ".".join(quote.path),
            quote.plan.title.value or "",
        )
    )
    held = {_plain(number, english) for number in _NUMBER.findall(fold(said))}
    return tuple(n for n in _NUMBER.findall(fold(text)) if _plain(n, english) not in held)


def _plain(number: str, english: bool) -> str:
    if english:  # 100,000 there is 100.000 here, 0.4 is 0,4
        number = re.sub(r"[.,]", "", number)
    return (number.lstrip("0") or "0") if english or len(number) == 2 else number
