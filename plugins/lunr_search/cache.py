"""What was worked out in earlier builds, by a hash of what it was worked out from: a hint, never needed.

One folder for each indexed site, in the user's cache folder or where IZDEU_CACHE says. What a build did not use goes
when it is done, so the folder holds as much as the site needs. A damaged entry is worked out again.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from mmap import ACCESS_READ, mmap
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

from platformdirs import user_cache_path

from languages.uncollected import uncollected

PLUGINS = Path(__file__).resolve().parents[1]
RULES = (PLUGINS / "languages", PLUGINS / "lunr_search")
LIBRARIES = ("beautifulsoup4", "lxml", "numpy", "pymorphy3", "pymorphy3-dicts-ru", "simplemma")
VARIABLE = "IZDEU_CACHE"
NAME = 32  # hexadecimal digits
FEW = 8  # one thing of an entry in so many may be another before all are kept anew
# whatever a cut or foreign pickle may raise
BAD = (EOFError, pickle.UnpicklingError, AttributeError, ImportError, LookupError, ValueError, TypeError, MemoryError)


class Cache:
    """The entries of one site."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()
        folder.mkdir(parents=True, exist_ok=True)

    def key(self, *sources: bytes) -> str:
        """The name of what is worked out from `sources` by today's rules."""
        digest = hashlib.sha256(fingerprint())  # which processors have instructions for
        for source in sources:
            digest.update(len(source).to_bytes(8, "big"))
            digest.update(source)
        return digest.hexdigest()[:NAME]

    def load(self, key: str, kind: str) -> Any:
        """The entry, or None."""
        name = f"{key}.{kind}"
        self._used.add(name)
        try:
            with (self._folder / name).open("rb") as file, uncollected():
                data = mmap(file.fileno(), 0, access=ACCESS_READ)  # so its bytes are not in memory beside the entry
                return pickle.loads(data)  # noqa: S301  our own file, in the user's own folder
        except (OSError, *BAD):
            return None

    def save(self, key: str, kind: str, value: Any) -> None:
        """Keep `value` for later builds; its bytes are never in memory all at once."""
        self._put(key, kind, partial(pickle.dump, value, protocol=5))

    def write(self, key: str, kind: str, data: bytes) -> None:
        """Keep bytes."""
        self._put(key, kind, lambda file: file.write(data))

    def _put(self, key: str, kind: str, write: Callable[[BinaryIO], object]) -> None:
        """Make an entry, whole or not at all; where there is no room, nothing is kept."""
        name = f"{key}.{kind}"
        self._used.add(name)
        aside = self._folder / f"{name}.{os.getpid()}.new"
        try:
            with aside.open("wb") as file:
                write(file)
            aside.replace(self._folder / name)
        except OSError:
            aside.unlink(missing_ok=True)

    def use(self, key: str, kind: str) -> None:
        """An entry that this build may need, though nothing has asked for it."""
        self._used.add(f"{key}.{kind}")

    def path(self, key: str, kind: str) -> Path:
        """Where an entry is, if it is there at all."""
        return self._folder / f"{key}.{kind}"

    def prune(self) -> None:
        """Let go of what this build did not use."""
        for path in self._folder.iterdir():
            if path.name not in self._used:
                path.unlink(missing_ok=True)


@contextmanager
def opened_cache(site: Path) -> Iterator[Cache]:
    """The cache of the site in a folder; where none can be made, one for this build alone."""
    name = hashlib.blake2s(os.fsencode(site.resolve()), digest_size=8).hexdigest()
    base = os.environ.get(VARIABLE)
    try:
        kept = Cache((Path(base) if base else user_cache_path("izdeu")) / "index" / name)
    except OSError:
        with TemporaryDirectory(prefix="izdeu-") as folder:
            yield Cache(Path(folder))
        return
    yield kept


@cache
def fingerprint() -> bytes:
    """A hash of all that answers depend on but for the pages: our code and tables, the libraries, Python."""
    from importlib.metadata import version  # noqa: PLC0415  of no use to the processes that read pages

    digest = hashlib.blake2s(sys.version.encode())
    for name in LIBRARIES:
        digest.update(f"{name} {version(name)}\n".encode())
    for path in _sources(RULES):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.digest()


def _sources(folders: Iterable[Path]) -> list[Path]:
    found = [path for folder in folders for path in folder.rglob("*") if path.suffix in {".py", ".toml", ".tsv"}]
    return sorted(found)
