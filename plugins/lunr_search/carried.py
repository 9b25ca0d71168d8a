"""What is not worked out again, by a hash of what it is made from: what some build kept, and what has come since."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from hashlib import blake2b
from itertools import chain
from typing import Any, TypeVar

from .cache import FEW, Cache

KIND = "carried"  # of cache entry: what some build kept
MORE = "kept"  # and what has come since

T = TypeVar("T")
Things = dict[bytes, Any]
"""By the hashes of what they are made from."""


def digest(*sources: bytes) -> bytes:
    """A hash of several byte strings."""
    parts = chain.from_iterable((len(source).to_bytes(8, "big"), source) for source in sources)
    return blake2b(b"".join(parts), digest_size=16).digest()


class Carried:
    """Things by what they are made from, as the last build left them; what this one does not keep is let go."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        base, more = (self._load(kind) for kind in (KIND, MORE))
        self._base: Things = base[1]
        self._name: str = base[0]
        self._before = {**base[1], **more[1]} if more[0] == base[0] else base[1]
        self._now: Things = {}

    def _load(self, kind: str) -> tuple[str, Things]:
        found = self._cache.load(self._cache.key(kind.encode()), kind)
        is_entry = isinstance(found, tuple) and list(map(type, found)) == [str, dict]
        return found if is_entry else ("", {})

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
        if now.keys() == before.keys() and all(now[source] is before[source] for source in now):
            return
        new = {source: value for source, value in now.items() if self._base.get(source) is not value}
        if self._name and FEW * (len(new) + len(self._base.keys() - now.keys())) <= len(now):
            self._cache.save(self._cache.key(MORE.encode()), MORE, (self._name, new))
        else:
            self._cache.save(self._cache.key(KIND.encode()), KIND, (secrets.token_hex(8), now))
