"""Lists of rows in small files by key, each kind with a directory that says which file begins with which key.

    search/NAME/HASH.js    the directory: {keys: first keys, front-coded, names: the files' hashes in one string, …}
    search/NAME/HASH.js    {rows: […]}: the rows of these keys

The manifest names the directory alone, so what a first question does not need costs it a few bytes. A page without such
rows has no files and no name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from .coding import front_coded, utf16
from .files import File, json_text, script

Row = tuple[str, Any]
"""Search key and what stands there."""


def list_files(folder: str, rows: Iterable[Row], size: int, **more: Any) -> list[File]:
    """The files of `rows` by their keys, then the directory with `more` in it; none without rows.

    A file has about `size` characters; rows of one key are never parted.
    """
    files = list(_files(folder, sorted(rows, key=lambda row: utf16(row[0])), size))
    if not files:
        return []
    return [*files, script(folder, directory(files) | more)]


def directory(files: Sequence[File]) -> dict[str, str]:
    """First keys, front-coded, and the hashes of the names in one string."""
    return {
        "keys": front_coded(file.first for file in files),
        "names": "".join(file.name.rpartition("/")[2] for file in files),
    }


def _files(folder: str, rows: Sequence[Row], size: int) -> Iterator[File]:
    own: list[Any] = []
    first, weight = "", 0
    for key, same in groupby(rows, key=lambda row: row[0]):
        group = [row for _, row in same]
        more = sum(len(json_text(row)) for row in group)
        if own and weight + more > size:
            yield script(folder, {"rows": own}, first)
            own, weight = [], 0
        first = first if own else key
        own += group
        weight += more
    if own:
        yield script(folder, {"rows": own}, first)
