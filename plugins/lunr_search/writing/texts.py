"""The result texts of all pages into the folder of search files, those alone that are not there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from languages import FormList
from lunr_search.cache import Cache
from lunr_search.files import put_aside
from lunr_search.gathering.site import TEXTS
from lunr_search.reading import pieces
from lunr_search.reading.extract import Extract, extract
from lunr_search.workers import Workers, batches

from .folder import Folder
from .placing import put_whole

BATCH = 16  # pages in one task


class Task(NamedTuple):
    """The texts of one page that are to be written."""

    names: Mapping[int, str]
    """Of each piece its name."""
    folder: Path
    kept: Path
    """Where the cache has the texts."""
    version: str
    site: Path
    place: str
    """The page's path in the site, with slashes."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Text files that the workers write."""

    names: Sequence[str]
    """Of all text files, in the order of document numbers."""
    tasks: Sequence[Task]
    sizes: Iterator[Sequence[int]]
    """Bytes that the texts of each page take, some pages at a time."""

    def done(self, folder: Folder) -> Sequence[str]:
        """The names, as soon as all are written."""
        for task, size in zip(self.tasks, chain.from_iterable(self.sizes), strict=True):
            folder.has(task.names.values(), size)
        return self.names


def begun_texts(
    site: Path,
    folder: Folder,
    documents: Mapping[int, Extract],
    keys: Mapping[str, str],
    cache: Cache,
    workers: Workers,
) -> Texts:
    """Begin to write the texts of all pages."""
    names: list[str] = []
    tasks: list[Task] = []
    for number, extracted in documents.items():
        own = [pieces.text_name(number, extracted.version, piece) for piece in range(extracted.pieces)]
        names += own
        new = {piece: name for piece, name in enumerate(own) if not folder.keep([name])}
        if new:
            kept = cache.path(keys[extracted.page.id], TEXTS)
            tasks.append(Task(new, folder.path, kept, extracted.version, site, unquote(extracted.page.url)))
    each = workers.begun if workers.shares_disk else map
    return Texts(names, tasks, each(written, list(batches(tasks, BATCH))))


def written(tasks: Sequence[Task]) -> list[int]:
    """Write the texts of some pages; how many bytes those of each take."""
    return [sum(_written(task)) for task in tasks]


def _written(task: Task) -> Iterator[int]:
    texts = _texts(task)
    for piece, name in task.names.items():
        data = put_aside(texts[piece]).encode("utf-8", "surrogatepass")
        put_whole(task.folder / f"{name}.js", data)
        yield len(data)


def _texts(task: Task) -> list[str]:
    """From the cache; where that has lost them, from the page."""
    try:
        texts = task.kept.read_bytes().decode("utf-8", "surrogatepass").split("\n")
    except (OSError, ValueError):
        texts = []
    if pieces.version(texts) == task.version:
        return texts
    again = extract(task.place, (task.site / task.place).read_bytes(), FormList())
    return again[1] if again else []
