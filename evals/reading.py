"""How fast files are read: pages a second, by the way they are read.

    python -m evals.reading FILE …

Each file is read twice in one process; the second time counts, without the start of the readers.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

from corpus.errors import UnreadableFile
from ingest.read.isolated import Reader


def main(paths: list[Path]) -> None:
    """Print a line for each file: its ways, its pages, pages a second."""
    with Reader() as reader:
        for path in paths:
            try:
                reader.read(path)
                started = time.perf_counter()
                document = reader.read(path)
            except UnreadableFile as error:
                print(f"{path.name}: {error}")
                continue
            seconds = time.perf_counter() - started
            ways = Counter(page.way for page in document.pages)
            pages = len(document.pages)
            print(f"{path.name}: {dict(ways)}, {pages} trang, {pages / seconds:.1f} trang/giây")


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
