"""Does a plan seem to state what a question asks for? A help to who writes that it does not.

Left out: meaning; words are compared folded, and only the clearest cases are told.
"""

from __future__ import annotations

import re
from math import log

from corpus.plan import Plan
from corpus.vietnamese import fold, tokens
from evals.measures import words_of

STATED = 0.75
"""Share of a question's weight that one line holds, from which on the line is taken to answer it.
Over all files of questions it refuses 1 of 78 that a plan does not answer, and of the answerable
ones only the clearest eighth: it is a help to the writer, who sees the nearest line in any case."""

_FRAME = frozenset(
    tokens(
        "bao nhiêu mấy gì nào ai khi đâu sao thế cơ quan đơn vị ở tại của cho là có không những "
        "các được trong năm đến tỉnh huyện kế hoạch theo về và thì phải bằng do với để từ ra "
        "how many much which what who when where is are the of in by for to plan does do"
    )
)
_FIGURE_ASKED = re.compile(r"bao nhieu|\bmay\b|how (many|much)|phan tram|ngay nao|khi nao|when")


def stating_line(asked: str, plan: Plan) -> str:
    """Return the line of a plan that holds nearly all that a question asks about; else empty.

    Words weigh by how few lines have them; a question for a figure needs one that it did not name.
    """
    place = set(tokens(plan.place.value or ""))
    wanted = set(tokens(asked)) - _FRAME - place
    lines = [(line, set(tokens(line))) for line in plan.text.splitlines() if line.strip()]
    if len(wanted) < 2:
        return ""
    weights = {
        word: log((1 + len(lines)) / (1 + sum(word in words for _, words in lines)))
        for word in wanted
    }
    whole = sum(weights.values())
    for line, words in lines:
        stated = {word for word in words_of(line) if word[0].isdigit()}
        named = {word for word in words_of(asked) if word[0].isdigit()}
        figures = stated - named
        if named - stated:
            continue
        if _FIGURE_ASKED.search(fold(asked)) and not figures:
            continue
        if whole and sum(weights[word] for word in wanted & words) >= STATED * whole:
            return " ".join(line.split())
    return ""
