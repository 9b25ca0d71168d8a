"""A folder of HTML -> the pages to index, in the order of their ids."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import pairwise
from pathlib import Path

from .pages import ReadPage, read_page
from .records import Page

SUFFIXES = (".html", ".htm", ".xhtml")
ENOUGH = 64  # pages; for fewer, starting processes costs more than it saves


class SiteError(ValueError):
    """A folder or page that cannot be indexed; the message is one sentence with the path."""


def read_site(folder: Path, jobs: int | None = None) -> list[Page]:
    """The pages below `folder`, sorted by id; the search files' own folder is left out.

    Where some pages have `[data-index]`, the others are not indexed at all: a site that marks its texts means the rest
    to stay out. Pages are read by `jobs` processes, by default one a processor.

    Raises:
        SiteError: no such folder, no HTML page, no text to index, or two pages with one id.
    """
    if not folder.is_dir():
        raise SiteError(f"{folder}: there is no such folder")
    found = (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in SUFFIXES and path.is_file())
    paths = [path for path in found if not path.is_relative_to(folder / "search")]
    read = [one for one in _read(folder, paths, jobs or os.cpu_count() or 1) if one]
    marked = [one.page for one in read if one.marked]
    pages = sorted(marked or [one.page for one in read], key=lambda page: page.id)
    if not pages:
        raise SiteError(f"{folder}: no HTML page with text to index")
    for one, other in pairwise(pages):
        if one.id == other.id:
            raise SiteError(f"{other.url}: the id {one.id!r} is also that of {one.url}")
    return pages


def _read(folder: Path, paths: Sequence[Path], jobs: int) -> list[ReadPage | None]:
    if jobs == 1 or len(paths) < ENOUGH:
        return [_read_one(folder, path) for path in paths]
    try:
        with ProcessPoolExecutor(jobs) as processes:
            return list(processes.map(partial(_read_one, folder), paths, chunksize=8))
    except BrokenProcessPool:
        raise SiteError(f"{folder}: a process that read pages was ended; try --jobs 1") from None


def _read_one(folder: Path, path: Path) -> ReadPage | None:
    """`read_page`, whose failure names the page: nobody knows what stands in a stranger's HTML."""
    try:
        return read_page(folder, path)
    except Exception as error:
        raise SiteError(f"{path}: cannot be read as HTML ({type(error).__name__}: {error})") from error
