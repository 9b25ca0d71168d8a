"""Search files that need not be made again: the name follows from the content, and that from what it is made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Generic, TypeVar

from lunr_search.carried import Carried
from lunr_search.files import File
from lunr_search.workers import Workers, batches

from .folder import Folder
from .placing import put

T = TypeVar("T")
Make = Callable[[T], list[File]]
"""Makes files of a task, for a worker, who may be elsewhere: so a list, which can be sent."""


@dataclass(frozen=True, slots=True)
class Making(Generic[T]):
    """Files that are to be made and written."""

    make: Make[T]
    task: T
    folder: Path


def written(making: Making[T]) -> list[tuple[File, int]]:
    """The files, without their texts, and the bytes that each takes."""
    return [put(making.folder, file) for file in making.make(making.task)]


class Files:
    """The files of a folder, by what they are made from."""

    def __init__(self, folder: Folder, carried: Carried, workers: Workers) -> None:
        self._folder, self.carried, self.workers = folder, carried, workers

    def kept_or_made(
        self, firsts: Mapping[bytes, str], size: int, make: Make[T], task_of: Callable[[Sequence[int]], T]
    ) -> list[File]:
        """Files by what each is made from, with the first key of each, written, without their texts.

        Those that are not there are made by the workers, `size` of them in one task; `task_of` gives the task of some,
        by their numbers.
        """
        found = {source: self.kept(source, first) for source, first in firsts.items()}
        new = [number for number, file in enumerate(found.values()) if file is None]
        sources = list(found)
        made = self._made(make, (task_of(numbers) for numbers in batches(new, size)))
        for number, file in zip(new, made, strict=True):
            found[sources[number]] = file
            self.carried.keep(sources[number], file.name)
        return [file for file in found.values() if file]

    def _made(self, make: Make[T], tasks: Iterable[T]) -> Iterator[File]:
        if not self.workers.shares_disk:
            yield from map(self._folder.write, chain.from_iterable(self.workers.map(make, tasks)))
            return
        makings = (Making(make, task, self._folder.path) for task in tasks)
        for file, size in chain.from_iterable(self.workers.map(written, makings)):
            self._folder.has([file.name], size)
            yield file

    def kept(self, source: bytes, first: str = "") -> File | None:
        """The file that was made from this, if it is still there, without its text."""
        name = self.carried.get(source)
        if name is None or not self._folder.keep([name]):
            return None
        return File(f"{self.carried.keep(source, name)}.js", "", first)

    def all(self, source: bytes, make: Callable[[], Iterable[File]]) -> list[File]:
        """Files that are made from one thing together, written, without their texts."""
        names = self.carried.get(source)
        if names is not None and self._folder.keep(names):
            self.carried.keep(source, names)
            return [File(f"{name}.js", "") for name in names]
        found = [self._folder.write(file) for file in make()]
        self.carried.keep(source, [file.name for file in found])
        return found

    def write(self, file: File) -> File:
        """A file; gives it back without its text."""
        return self._folder.write(file)
