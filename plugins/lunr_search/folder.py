"""The folder of search files: every file whole or not at all, unchanged ones untouched.

The files of the publication before stay for one more: pages may be open that still ask for them.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from .errors import FolderError
from .files import File
from .manifest import MANIFEST

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
        self.path = path
        self.names: list[str] = []
        self.bytes = 0
        manifest = path / MANIFEST
        if not path.is_dir() or not any(path.iterdir()):
            return
        if not manifest.is_file() or not manifest.read_text("utf-8", "replace").startswith(OURS):
            raise FolderError(f"{path}: holds files that are not ours; move them away, or index a copy of the site")

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

    def has(self, name: str) -> bool:
        """Is there a file of this name? Then it need not be made again: the name tells the content."""
        return (self.path / f"{name}.js").is_file()

    def keep(self, name: str) -> None:
        """A file that is there already belongs to this publication, too."""
        self.names.append(f"{name}.js")
        self.bytes += (self.path / f"{name}.js").stat().st_size

    def write(self, file: File) -> File:
        """A file whose name tells its content; gives it back without its text, which need not stay in memory."""
        if self.has(file.name):
            self.keep(file.name)
        else:
            data = file.text.encode("utf-8", "surrogatepass")
            self._put(file.path, data)
            self.names.append(file.path)
            self.bytes += len(data)
        return replace(file, text="")

    def publish(self, manifest: File, others: dict[str, str]) -> None:
        """The files without a hash, the manifest last; then what neither it nor the one before names is removed."""
        data = manifest.text.encode("utf-8", "surrogatepass")
        for name, text in others.items():
            self._exchange(name, text.encode("utf-8"))
        self.names.append(MANIFEST)
        self.bytes += len(data)
        if self._exchange(MANIFEST, data):
            rows = [*sorted(self.names), *(BEFORE + name for name in sorted(set(self._listed()) - set(self.names)))]
            self._exchange(NAMES, "".join(f"{row}\n" for row in rows).encode())
        self._remove_all_but({*self.names, *self._listed(), *self._listed(BEFORE)})

    def _listed(self, prefix: str = "") -> list[str]:
        """The files of this publication, as it was when the list was written, or those of the one before."""
        try:
            rows = (self.path / NAMES).read_text("utf-8").splitlines()
        except OSError:
            return []
        return [row.removeprefix(BEFORE) for row in rows if row.startswith(BEFORE) == bool(prefix)]

    def _exchange(self, name: str, data: bytes) -> bool:
        """Whether the file is another than before."""
        path = self.path / name
        if path.is_file() and path.read_bytes() == data:
            return False
        self._put(name, data)
        return True

    def _put(self, name: str, data: bytes) -> None:
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(path.name + ".new")
        aside.write_bytes(data)
        aside.replace(path)

    def _remove_all_but(self, kept: Iterable[str]) -> None:
        names = set(kept)
        for path in sorted(self.path.rglob("*")):
            name = path.relative_to(self.path).as_posix()
            if path.is_file() and name not in names and OUR_NAMES.fullmatch(name):
                path.unlink()
