"""A folder of HTML -> its pages' extracts: those of before from the cache, the others read by the workers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np

from .cache import Cache
from .errors import SiteError
from .executors import Workers, batches
from .extract import Extract, Extracted, Form, extract

SUFFIXES = (".html", ".htm", ".xhtml")
BATCH = 8  # pages in one task

EXTRACT, TEXTS = "page", "texts"  # kinds of cache entries
EMPTY = b""  # the entry of a page without text


def html_files(folder: Path) -> list[Path]:
    """The pages below `folder`, sorted; the search files' own folder is left out."""
    if not folder.is_dir():
        raise SiteError(f"{folder}: there is no such folder")
    found = (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in SUFFIXES and path.is_file())
    return [path for path in found if not path.is_relative_to(folder / "search")]


Task = tuple[str, bytes]
"""A page's place in the site, and its bytes."""

Read = tuple[str, Extract]
"""The key of a page's cache entries, and its extract, whose tokens are places in `Forms`."""


class Forms(dict[Form, int]):
    """The distinct words of all pages by their places, in the order in which they are met."""

    def shared(self, extracted: Extract) -> Extract:
        """The extract with its tokens as places here; so that a corpus is in memory as numbers alone."""
        places = np.fromiter((self.setdefault(form, len(self)) for form in extracted.forms), np.uint32)
        return replace(extracted, forms=(), tokens=places[extracted.tokens] if places.size else extracted.tokens)


def read_site(folder: Path, cache: Cache, workers: Workers, forms: Forms) -> Iterator[Read]:
    """The extracts of all pages with text, in the order of their paths; their result texts go into the cache."""
    for batch in batches(html_files(folder), BATCH * workers.count * 2):
        tasks = [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in batch]
        keys = [cache.key(place.encode("utf-8", "surrogateescape"), data) for place, data in tasks]
        known = [cache.load(key, EXTRACT) for key in keys]
        unknown = [task for task, extracted in zip(tasks, known, strict=True) if extracted is None]
        new = _extracted(folder, unknown, workers)
        for key, extracted in zip(keys, known, strict=True):
            if extracted is None:
                extracted = _kept(key, next(new), cache)
            if extracted:
                yield key, forms.shared(extracted)


def _kept(key: str, found: Extracted | None, cache: Cache) -> Extract | bytes:
    """The extract of a page that was read just now; EMPTY for one without text."""
    extracted, texts = found or (EMPTY, [])
    cache.save(key, EXTRACT, extracted)
    cache.write(key, TEXTS, "\n".join(texts).encode("utf-8", "surrogatepass"))
    return extracted


def _extracted(folder: Path, tasks: Sequence[Task], workers: Workers) -> Iterator[Extracted | None]:
    for found in workers.map(extract_batch, batches(tasks, BATCH)):
        for one in found:
            if isinstance(one, str):
                raise SiteError(f"{folder / one}")
            yield one


def extract_batch(tasks: Sequence[Task]) -> list[Extracted | None | str]:
    """The extracts of some pages; of one that fails a sentence that names it: nobody knows what a stranger's HTML holds."""
    return [_extract_one(*task) for task in tasks]


def _extract_one(place: str, data: bytes) -> Extracted | None | str:
    try:
        return extract(place, data)
    except Exception as error:  # noqa: BLE001  told with the page's name, whatever it was
        return f"{place}: cannot be read as HTML ({type(error).__name__}: {error})"


def chosen(read: Iterable[Read], folder: Path) -> list[Read]:
    """The pages to index, sorted by id.

    Where some pages have `[data-index]`, the others are not indexed at all: a site that marks its texts means the rest
    to stay out.

    Raises:
        SiteError: no text to index, or two pages with one id.
    """
    everything = list(read)
    marked = [one for one in everything if one[1].marked]
    pages = sorted(marked or everything, key=lambda one: one[1].page.id)
    if not pages:
        raise SiteError(f"{folder}: no HTML page with text to index")
    for (_, one), (_, other) in pairwise(pages):
        if one.page.id == other.page.id:
            raise SiteError(f"{other.page.url}: the id {one.page.id!r} is also that of {one.page.url}")
    return pages
