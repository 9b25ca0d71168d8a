"""Records set aside on disk, so that a build holds one dump in memory and not the whole corpus."""

from __future__ import annotations

import pickle
import weakref
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import Generic, TypeVar, cast

T = TypeVar("T")


class Store(Generic[T]):
    """Records by number, 0, 1, 2 …, in a temporary file that goes with the store.

    Raises:
        OSError: from `put` and `replace`, when the disk is full.
    """

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115  open as long as the store lives
        self._places: list[int] = []
        weakref.finalize(self, self._file.close)

    def put(self, record: T) -> int:
        """The number under which `get` finds the record again."""
        self._places.append(self._write(record))
        return len(self._places) - 1

    def replace(self, number: int, record: T) -> None:
        """A new record under an old number; the old one's bytes stay in the file, unread."""
        self._places[number] = self._write(record)

    def get(self, number: int) -> T:
        self._file.seek(self._places[number])
        return cast("T", pickle.load(self._file))  # noqa: S301  only what `put` wrote

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[T]:
        return map(self.get, range(len(self._places)))

    def _write(self, record: T) -> int:
        place = self._file.seek(0, 2)
        pickle.dump(record, self._file, pickle.HIGHEST_PROTOCOL)
        return place
