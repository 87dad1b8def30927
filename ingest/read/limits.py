"""How much one file may cost, so that no file stops the others or the machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """What a reader may spend on one file; beyond it the file is refused, by name of the limit."""

    file_bytes: int = 300_000_000
    """A plan of 1,000 scanned pages at 200 dpi in grey has about 200 MB."""
    pages: int = 1_000
    """The longest plans, with their annexes, have some 500 pages."""
    pixels: int = 100_000_000
    """Of one picture or one scanned page; an A3 page at 600 dpi has 70 million."""
    unpacked_bytes: int = 200_000_000
    """Of a Word file once unpacked; 500 pages of text have about 20 MB, the rest is pictures."""
    page_seconds: float = 90.0
    """Without a page done, from the start or from the page before. A dense A3 table at 200 dpi
    takes 8 s on a slow core; LibreOffice starts and converts a long file within 60 s."""
    file_seconds: float = 1_800.0
    """A thousand scanned pages take 12 minutes on two cores, 25 on one."""
    memory_bytes: int = 4_000_000_000
    """Of address space, not of use. A 100-megapixel page with its recognition takes 1.5 GB of
    use; threads and mapped files reserve as much again."""
