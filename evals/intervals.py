"""How far a figure could be off: 95 % intervals of a mean over questions and of a share.

The percentile bootstrap (Efron, "Bootstrap Methods", Annals of Statistics 1979) and the score
interval (Wilson, JASA 1927).
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from evals.measures import percentile

RESAMPLES = 1000
"""Enough that the ends of a 95 % interval move by less than a point (Efron and Tibshirani 1993)."""


def interval_of(values: Sequence[float]) -> tuple[float, float] | None:
    """Return the 95 % interval of a mean over questions; None without values.

    By the bootstrap; where each question has 0, or each 1, drawing again changes nothing, and the
    score interval says what that many questions can tell.
    """
    if values and set(values) in ({0.0}, {1.0}):
        return wilson_interval(values[0], len(values))
    return bootstrap_interval(values)


def bootstrap_interval(
    values: Sequence[float], seed: int = 0, resamples: int = RESAMPLES
) -> tuple[float, float] | None:
    """Return the 95 % interval of the mean by the percentile bootstrap; None without values.

    The seed makes it the same at each call.
    """
    if not values:
        return None
    chance = random.Random(seed)
    n = len(values)
    means = [sum(chance.choices(values, k=n)) / n for _ in range(resamples)]
    return percentile(means, 0.025), percentile(means, 0.975)


def wilson_interval(right: float, n: int) -> tuple[float, float]:
    """Return the 95 % score interval of a share (Wilson, JASA 1927): of 1.0 it is no point.

    Raises ValueError for no questions.
    """
    if n < 1:
        raise ValueError("an interval needs at least one question")
    z = 1.959964
    middle = (right + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(right * (1 - right) / n + z * z / (4 * n * n))
    return max(0.0, middle - half), min(1.0, middle + half)
