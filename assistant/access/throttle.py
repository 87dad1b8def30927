"""Wrong tries are counted by name and address; too many of them earn a pause that doubles.

Three counts, so that neither one visitor trying many names, nor many machines trying one name, nor
one visitor trying one name goes on guessing, and a visitor who mistypes shuts out nobody else.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from dataclasses import dataclass

from assistant.access.errors import TooManyTries

ALLOWED = {"both": 5, "address": 20, "name": 50}
"""Wrong tries before the first pause: of one name from one address, from one address, of one name.
An office behind one address mistypes more often than one person does."""

FIRST_PAUSE, LONGEST_PAUSE = 30.0, 900.0
"""Seconds. At the longest, 96 tries a day."""

FORGOTTEN = 3600.0
"""Seconds after the last wrong try until it is forgotten."""

MOST = 10_000
"""Counts that are kept; the oldest are let go."""

Key = tuple[str, str, str]


@dataclass
class _Count:
    tries: int = 0
    last: float = 0.0
    until: float = 0.0


class Throttle:
    """Counts wrong tries. Not for several threads at once: the door lets one in at a time."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._counts: dict[Key, _Count] = {}

    def check(self, name: str, address: str) -> None:
        """Raise TooManyTries while a pause lasts."""
        now = self._clock()
        counts = (self._counts.get(key) for key in _keys(name, address))
        left = max((count.until - now for count in counts if count), default=0.0)
        if left > 0:
            raise TooManyTries(int(left) + 1)

    def failed(self, name: str, address: str) -> None:
        """Count a wrong try."""
        now = self._clock()
        for key in _keys(name, address):
            count = self._counts.pop(key, None)
            if count is None or now - count.last > FORGOTTEN:
                count = _Count()
            count.tries, count.last = count.tries + 1, now
            over = count.tries - ALLOWED[key[0]]
            if over >= 0:
                count.until = now + min(LONGEST_PAUSE, FIRST_PAUSE * 2.0 ** min(over, 10))
            self._counts[key] = count
        while len(self._counts) > MOST:
            del self._counts[next(iter(self._counts))]

    def passed(self, name: str, address: str) -> None:
        """Forget the wrong tries of this name from this address; the others stay counted."""
        self._counts.pop(_keys(name, address)[0], None)


def _keys(name: str, address: str) -> tuple[Key, ...]:
    network = network_of(address)
    keys: tuple[Key, ...] = (("both", name, network), ("address", "", network))
    return (*keys, ("name", name, "")) if name else keys[1:]


def network_of(address: str) -> str:
    """Return an address of version 4, or the /64 network that one of version 6 belongs to."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)
