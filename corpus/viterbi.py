"""Finds the likeliest reading of a run of pieces: Viterbi search with a beam (Viterbi 1967)."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nsmallest
from typing import NamedTuple

from corpus.language_model import START, LanguageModel
from corpus.pieces import Kind, Piece

BEAM = 12
"""States kept between pieces; thirty read no word in a thousand differently."""


class Reading(NamedTuple):
    """One way to read a piece."""

    score: float
    """Log chance of the piece, given that this is what it says."""
    known: str
    """The reading as the language model knows it."""
    written: str
    """What to put in the place of the piece."""


State = tuple[str, str]
_OPENING: State = (START, START)


def find_best(
    model: LanguageModel,
    pieces: Sequence[Piece],
    readings: Sequence[Sequence[Reading]],
    weight: float = 1.0,
) -> list[Reading]:
    """Return one reading for each piece, those that are likeliest together.

    Every piece needs at least one reading. A piece that ends a sentence, and a label, which says
    nothing of the words around it, leave no context behind. `weight` says how much the model counts
    beside the readings' own scores.
    """
    scores: dict[State, float] = {_OPENING: 0.0}
    trail: list[dict[State, tuple[State, Reading]]] = []
    for piece, choices in zip(pieces, readings, strict=True):
        label = piece.kind is Kind.LABEL
        forgets = label or piece.ends
        reached: dict[State, float] = {}
        came: dict[State, tuple[State, Reading]] = {}
        for origin, score in scores.items():
            before, last = origin
            chances = model.after(before, last)
            for reading in choices:  # the innermost loop of all repair
                own, known, _ = reading
                total = score + own
                if not label:
                    total += weight * chances[known]
                state = _OPENING if forgets else (last, known)
                best_yet = reached.get(state)
                if best_yet is None or total > best_yet:
                    reached[state] = total
                    came[state] = (origin, reading)
        if len(reached) > BEAM:
            kept = nsmallest(BEAM, ((-score, state) for state, score in reached.items()))
            reached = {state: -score for score, state in kept}
        scores = reached
        trail.append(came)
    state = max(scores, key=lambda state: (scores[state], state))
    best: list[Reading] = []
    for came in reversed(trail):
        state, reading = came[state]
        best.append(reading)
    return best[::-1]
