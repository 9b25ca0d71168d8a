"""What need not be made again: search files, and what leads to them, by a hash of what they are made from.

A file's content follows from that, and its name from the content, so the name is enough where the folder has the file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import Any, TypeVar

from lunr_search.cache import Cache
from lunr_search.files import File

from .folder import Folder

KIND = "files"  # of cache entry

T = TypeVar("T")


def digest(*sources: bytes) -> bytes:
    """A hash of several byte strings."""
    found = blake2b(digest_size=16)
    for source in sources:
        found.update(len(source).to_bytes(8, "big"))
        found.update(source)
    return found.digest()


class Carried:
    """Things by digest, as they were after the last build; what was not asked for since is let go."""

    def __init__(self, cache: Cache, folder: Folder) -> None:
        self._cache, self._folder = cache, folder
        self._key = cache.key(KIND.encode())
        before = cache.load(self._key, KIND)
        self._before: dict[bytes, Any] = before if isinstance(before, dict) else {}
        self._now: dict[bytes, Any] = {}

    def worked(self, digests: Sequence[bytes], work: Callable[[list[int]], Sequence[T]]) -> list[T]:
        """What belongs to each digest; `work` makes it where it is not known, of all such together, given by number."""
        new = [number for number, one in enumerate(digests) if one not in self._before]
        found = dict(zip(new, work(new), strict=True)) if new else {}
        own = [found[n] if n in found else self._before[one] for n, one in enumerate(digests)]
        self._now.update(zip(digests, own, strict=True))
        return own

    def file(self, source: bytes, first: str = "") -> File | None:
        """The file that was made from this, if it is still there, without its text."""
        name = self._before.get(source)
        if name is None or not self._folder.keep([name]):
            return None
        self._now[source] = name
        return File(f"{name}.js", "", first)

    def write(self, file: File, source: bytes | None = None) -> File:
        """A file, and what it is made from if it is to be known again; gives it back without its text."""
        if source is not None:
            self._now[source] = file.name
        return self._folder.write(file)

    def save(self) -> None:
        """Keep what this build has asked for."""
        if self._now != self._before:
            self._cache.save(self._key, KIND, self._now)
