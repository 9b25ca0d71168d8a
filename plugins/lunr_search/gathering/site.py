"""A folder of HTML -> its pages' extracts: those of before from the cache, the others read by the workers."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np

from languages import FormList
from lunr_search.cache import Cache
from lunr_search.errors import SiteError
from lunr_search.progress import Progress
from lunr_search.reading.extract import Extract, Extracted, extract
from lunr_search.workers import Workers, batches

from .state import State, load_state, settled

SUFFIXES = (".html", ".htm", ".xhtml")
BATCH = 8  # pages in one task

TEXTS = "texts"  # kind of cache entry: a page's result texts


def html_files(folder: Path) -> list[Path]:
    """The pages below `folder`, sorted; the search files' own folder is left out."""
    if not folder.is_dir():
        raise SiteError(f"{folder}: there is no such folder")
    found: list[Path] = []
    for inner, folders, names in os.walk(folder):
        if Path(inner) == folder and "search" in folders:
            folders.remove("search")
        found += [Path(inner, name) for name in names if os.path.splitext(name)[1].lower() in SUFFIXES]  # noqa: PTH122
    return sorted(path for path in found if path.is_file())


class Task(NamedTuple):
    """A page that is to be read."""

    key: str
    """Of its cache entries."""
    place: str
    """Its path in the site, with slashes."""
    data: bytes


Read = tuple[str, Extract]
"""The key of a page's cache entries, and its extract, whose tokens are places in the state's forms."""


def read_site(folder: Path, cache: Cache, workers: Workers, progress: Progress) -> State:
    """The extracts of all pages, in the order of their paths; what the last build did not have is read and kept."""
    state = load_state(cache)
    keys: list[str] = []
    known = frozenset(state.pages)
    # read as workers get free: to wait until so many are done costs a third of the time
    new = (task for task in _pages(folder, cache, progress, keys) if task.key not in known)
    for key, extracted, texts in _extracted(folder, new, workers, state):
        state.pages[key] = extracted
        cache.write(key, TEXTS, "\n".join(texts).encode("utf-8", "surrogatepass"))
    state = settled(state, keys, cache)
    for key in keys:
        cache.use(key, TEXTS)
    return state


def _pages(folder: Path, cache: Cache, progress: Progress, keys: list[str]) -> Iterator[Task]:
    """All pages, in the order of their paths; their keys are added to `keys` on the way."""
    paths = html_files(folder)
    for path in progress.steps("reading pages", paths, len(paths)):
        place, data = path.relative_to(folder).as_posix(), path.read_bytes()
        keys.append(cache.key(place.encode("utf-8", "surrogateescape"), data))
        yield Task(keys[-1], place, data)


def _extracted(
    folder: Path, tasks: Iterable[Task], workers: Workers, state: State
) -> Iterator[tuple[str, Extract | None, list[str]]]:
    """Key, extract and result texts of pages; their words are entered into the state's forms."""
    for forms, found in workers.map(extract_batch, batches(tasks, BATCH)):
        numbers = state.forms.add(forms).astype(np.uint32)
        for key, one in found:
            if isinstance(one, str):
                raise SiteError(f"{folder / one}")
            extracted, texts = one or (None, [])
            yield key, replace(extracted, tokens=numbers[extracted.tokens]) if extracted else None, texts


def extract_batch(tasks: Sequence[Task]) -> tuple[FormList, list[tuple[str, Extracted | str | None]]]:
    """The forms of some pages, and by its key the extract of each; of one that fails a sentence that names it.

    A stranger's HTML may hold anything.
    """
    forms = FormList()
    return forms, [(task.key, _extract_one(task.place, task.data, forms)) for task in tasks]


def _extract_one(place: str, data: bytes, forms: FormList) -> Extracted | str | None:
    try:
        return extract(place, data, forms)
    except Exception as error:  # noqa: BLE001  told with the page's name, whatever it was
        return f"{place}: cannot be read as HTML ({type(error).__name__}: {error})"


def chosen(state: State, folder: Path) -> list[Read]:
    """The pages to index, sorted by id.

    Where some pages have `[data-index]`, the others are not indexed at all: a site that marks its texts means the rest
    to stay out.

    Raises:
        SiteError: no text to index, or two pages with one id.
    """
    read = [(key, extracted) for key, extracted in state.pages.items() if extracted]
    marked = [one for one in read if one[1].marked]
    pages = sorted(marked or read, key=lambda one: one[1].page.id)
    if not pages:
        raise SiteError(f"{folder}: no HTML page with text to index")
    for (_, one), (_, other) in pairwise(pages):
        if one.page.id == other.page.id:
            raise SiteError(f"{other.page.url}: the id {one.page.id!r} is also that of {one.page.url}")
    return pages
