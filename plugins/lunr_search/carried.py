"""What need not be worked out again, by a hash of what it is made from: all in one entry of the cache."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import blake2b
from itertools import chain
from typing import Any, TypeVar

from .cache import Cache

KIND = "carried"  # of cache entry

T = TypeVar("T")


def digest(*sources: bytes) -> bytes:
    """A hash of several byte strings."""
    parts = chain.from_iterable((len(source).to_bytes(8, "big"), source) for source in sources)
    return blake2b(b"".join(parts), digest_size=16).digest()


class Carried:
    """Things by what they are made from, as the last build left them; what this one does not keep is let go."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._key = cache.key(KIND.encode())
        before = cache.load(self._key, KIND)
        self._before: dict[bytes, Any] = before if isinstance(before, dict) else {}
        self._now: dict[bytes, Any] = {}

    def get(self, source: bytes) -> Any:
        """What was made from this, or None."""
        return self._before.get(source)

    def keep(self, source: bytes, value: T) -> T:
        """Keep what is made from this for the next build."""
        self._now[source] = value
        return value

    def worked(self, sources: Sequence[bytes], work: Callable[[list[int]], Sequence[T]]) -> list[T]:
        """What is made from each; `work` makes it where it is not known, of all such together, given by number."""
        new = [number for number, source in enumerate(sources) if source not in self._before]
        found = dict(zip(new, work(new), strict=True)) if new else {}
        own = [found[n] if n in found else self._before[source] for n, source in enumerate(sources)]
        return [self.keep(source, value) for source, value in zip(sources, own, strict=True)]

    def save(self) -> None:
        """For the next build, unless all is as it was."""
        now, before = self._now, self._before
        if now.keys() != before.keys() or any(now[source] is not before[source] for source in now):
            self._cache.save(self._key, KIND, now)
