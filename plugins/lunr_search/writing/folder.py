"""The folder of search files: every file whole or not at all, unchanged ones untouched.

The files of the publication before stay for one more: pages may be open that still ask for them.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from lunr_search.errors import FolderError
from lunr_search.files import File

from .manifest import MANIFEST
from .placing import put, set_aside

OURS = 'izdeu.put("manifest"'  # how our manifest begins
NAMES = "files.txt"  # of this publication, and behind a `-` those of the one before
BEFORE = "- "
OUR_NAMES = re.compile(
    r"(?:terms|words|ranges|pairs|suggest|cite)/[0-9a-f]{8}\.js|(?:documents|ids)-[0-9a-f]{8}\.js|facets/[a-z]+-[0-9a-f]{8}\.js"
    r"|text/[0-9]+/[0-9]+-[a-z2-7]{4}-[0-9]+\.js|.*\.new"
)


class Folder:
    """`search/` of a site while its files are written."""

    def __init__(self, path: Path) -> None:
        """
        Raises:
            FolderError: it holds files of other programs, which call their folders `search`, too.
        """
        self.path, self._at = path, os.fspath(path)
        self.names: list[str] = []
        self.bytes = 0
        if path.is_dir() and not self._is_ours():
            raise FolderError(f"{path}: holds files that are not ours; move them away, or index a copy of the site")

    def _is_ours(self) -> bool:
        """Ours is also what a first build left that was killed: it has no manifest yet."""
        manifest = self.path / MANIFEST
        if manifest.is_file():
            return manifest.read_text("utf-8", "replace").startswith(OURS)
        return any(map(OUR_NAMES.fullmatch, self._listed())) or all(map(OUR_NAMES.fullmatch, self._files()))

    def _files(self) -> Iterator[str]:
        """The names of all files, below the folder."""
        for folder, _, files in os.walk(self.path):  # a tenth of the time that Path.rglob takes
            within = os.path.relpath(folder, self.path).replace(os.sep, "/") + "/"
            yield from ((within + name).removeprefix("./") for name in files)

    def adopt(self, before: Path) -> None:
        """Begin with the search files of the last build, in another folder; as links, since files never change."""
        if self.path.exists() or not (before / MANIFEST).is_file():
            return
        for path in sorted(path for path in before.rglob("*") if path.is_file()):
            own = self.path / path.relative_to(before)
            own.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(path, own)
            except OSError:
                shutil.copyfile(path, own)

    def keep(self, names: Sequence[str]) -> bool:
        """Are there files of all these names? Then they belong to this publication, and need not be made again.

        A name tells the content.
        """
        paths = [f"{name}.js" for name in names]
        if not self._sizes.keys() >= set(paths):
            return False
        self.names += paths
        self.bytes += sum(map(self._sizes.__getitem__, paths))
        return True

    @cached_property
    def _sizes(self) -> dict[str, int]:
        """The bytes of all files that are there when this publication begins: to ask for each takes thrice as long."""
        return dict(_sizes(self._at, "")) if self.path.is_dir() else {}

    def has(self, names: Iterable[str], size: int) -> None:
        """Files that were written, and the bytes that they take together."""
        self.names += [f"{name}.js" for name in names]
        self.bytes += size

    def write(self, file: File) -> File:
        """A file whose name tells its content; gives it back without its text, which need not stay in memory."""
        without, size = put(self.path, file)
        self.has([file.name], size)
        return without

    def publish(self, manifest: File, others: dict[str, str]) -> None:
        """The files without a hash, the manifest last; then what neither it nor the one before names is removed.

        All are written aside before the first of them takes its place: that wants no more room on the disk.
        """
        data = manifest.text.encode("utf-8", "surrogatepass")
        self.names.append(MANIFEST)
        self.bytes += len(data)
        fresh = {name: text.encode("utf-8") for name, text in others.items()}
        if not self._is(MANIFEST, data):
            rows = [*sorted(self.names), *(BEFORE + name for name in sorted(set(self._listed()) - set(self.names)))]
            fresh = {NAMES: "".join(f"{row}\n" for row in rows).encode(), **fresh, MANIFEST: data}
        aside = [set_aside(self.path / name, data) for name, data in fresh.items() if not self._is(name, data)]
        for path in aside:
            path.replace(path.with_suffix(""))
        self._remove_all_but({*self.names, *self._listed(), *self._listed(BEFORE)})

    def abandon(self) -> None:
        """Give up: what was written for a publication that does not come about takes no room."""
        with suppress(OSError):
            self._remove_all_but({*self._listed(), *self._listed(BEFORE)})

    def _listed(self, prefix: str = "") -> list[str]:
        """The files of this publication, as it was when the list was written, or those of the one before."""
        try:
            rows = (self.path / NAMES).read_text("utf-8").splitlines()
        except OSError:
            return []
        return [row.removeprefix(BEFORE) for row in rows if row.startswith(BEFORE) == bool(prefix)]

    def _is(self, name: str, data: bytes) -> bool:
        path = self.path / name
        return path.is_file() and path.read_bytes() == data

    def _remove_all_but(self, kept: Iterable[str]) -> None:
        names = set(kept)
        for name in list(self._files()):
            if name not in names and OUR_NAMES.fullmatch(name):
                (self.path / name).unlink()


def _sizes(folder: str, within: str) -> Iterator[tuple[str, int]]:
    """The names of files, below the folder, and their bytes."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _sizes(entry.path, f"{within}{entry.name}/")
            elif entry.is_file():
                yield within + entry.name, entry.stat().st_size
