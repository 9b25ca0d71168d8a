"""Search files that need not be made again: the name follows from the content, and that from what it is made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lunr_search.carried import Carried
from lunr_search.files import File

from .folder import Folder


class Files:
    """The files of a folder, by what they are made from."""

    def __init__(self, folder: Folder, carried: Carried) -> None:
        self._folder, self.carried = folder, carried

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

    def write(self, file: File, source: bytes | None = None) -> File:
        """A file, and what it is made from if it is to be known again; gives it back without its text."""
        if source is not None:
            self.carried.keep(source, file.name)
        return self._folder.write(file)
