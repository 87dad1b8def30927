"""Two processes give the same answers: no figure hangs on the order of a set."""

from __future__ import annotations

import os
import subprocess
import sys

from support import ROOT

_WEIGH = """
from assistant.evidence import Demand

demand = Demand.__new__(Demand)
words = "hoc tap suot doi trong thu vien bao tang trung tam van hoa".split()
demand.weights = {word: 0.1 + at / 7 for at, word in enumerate(words)}
demand.total = sum(demand.weights.values())
print(repr(demand.weigh(frozenset(words))), repr(demand.weigh(frozenset(words[::2]))))
"""


def test_weights_add_up_alike_whatever_the_order_of_words() -> None:
    told = set()
    for seed in range(6):
        environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
        run = subprocess.run(
            [sys.executable, "-c", _WEIGH],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
        )
        assert run.returncode == 0, run.stderr
        told.add(run.stdout)
    assert len(told) == 1
