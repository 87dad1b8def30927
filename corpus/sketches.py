"""Vectors as 384 bits: the search by meaning in a corpus too large for Chroma.

Among 800,000 passages Chroma holds 1.5 GB in memory, is built in an hour and is copied whole for
every new plan. A sketch of a vector is one bit for each number, whether it lies above the centre of
the vectors (random hyperplanes along the axes: Charikar, "Similarity Estimation Techniques from
Rounding Algorithms", STOC 2002): 48 bytes a passage, kept with the plan, so that a new plan adds
its own. The passages whose sketches differ least are compared by their vectors.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.embedding import Vectors

Bits = NDArray[np.uint64]
"""uint64[n, w], 64 numbers of a vector in each."""

COMPARED = 2000
"""Passages whose vectors are compared; reading them costs some 30 ms."""


def sketch(vectors: Vectors, centre: Vectors) -> Bits:
    """Return the sketches of float32[n, d] vectors about a centre, float32[d]."""
    bits = np.packbits(vectors > centre, axis=1)
    padded = np.zeros((len(bits), -(-bits.shape[1] // 8) * 8), dtype=np.uint8)
    padded[:, : bits.shape[1]] = bits
    words: Bits = padded.view(np.uint64)
    return words


@dataclass(frozen=True)
class Sketches:
    """The sketches of all passages: which rows of the store, and their bits by columns."""

    centre: Vectors
    rows: NDArray[np.int64]
    columns: Bits
    """uint64[w, n]: a column of all sketches lies together, which is twice as fast."""

    def __len__(self) -> int:
        return len(self.rows)

    def nearest(self, vector: Vectors, count: int = COMPARED) -> NDArray[np.int64]:
        """Return the rows of the passages whose sketches differ least, in no order."""
        if not len(self):
            return self.rows
        asked = sketch(vector[None, :], self.centre)[0]
        apart = np.zeros(len(self), dtype=np.uint16)
        for column, word in zip(self.columns, asked, strict=True):
            apart += np.bitwise_count(column ^ word)
        if count >= len(self):
            return self.rows
        return self.rows[np.argpartition(apart, count)[:count]]
