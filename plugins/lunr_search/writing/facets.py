"""What filters and orders ask of all documents, a column a file: `facets/` in docs/search-format.md."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np

from languages import alphabet, alphabetical
from lunr_search.carried import Carried, digest
from lunr_search.files import File, json_text, script
from lunr_search.numbers import encoded, encoded_each
from lunr_search.reading.extract import Extract
from lunr_search.records import LANGS, Page

Documents = Mapping[int, Extract]


def facet_files(documents: Documents, last: int, carried: Carried) -> dict[str, File]:
    """The columns by name; `last` is the number after the highest."""
    pages = [documents[number].page if number in documents else None for number in range(last)]
    columns: dict[str, Any] = {
        "year": encoded((page.year or 0) if page else 0 for page in pages),
        "lang": "".join(str(_lang(page)) for page in pages),
        "issue": _single(pages, lambda page: page.issue),
        "author": _several(pages, lambda page: page.authors) | {"spellings": _spellings(pages)},
        "keyword": _several(pages, lambda page: page.keywords),
        **_orders(pages, carried),
        "codes": "\n".join(documents[number].codes if number in documents else "" for number in range(last)),
        "lines": {"letters": alphabet(), "words": " ".join(_words([documents.get(number) for number in range(last)]))},
    }
    return {name: script(f"facets/{name}-", column) for name, column in columns.items()}


Pages = list[Page | None]


def _lang(page: Page | None) -> int:
    return 1 + LANGS.index(page.lang) if page and page.lang in LANGS else 0


def _single(pages: Pages, value: Callable[[Page], str | None]) -> dict[str, Any]:
    """Each document has at most one: 0, or 1 + its place among the names."""
    values = [value(page) if page else None for page in pages]
    names = sorted({one for one in values if one})
    place = {name: rank for rank, name in enumerate(names, 1)}
    return {"names": names, "rows": encoded(place.get(one or "", 0) for one in values)}


def _several(pages: Pages, values: Callable[[Page], Iterable[str]]) -> dict[str, Any]:
    """Each document has any number: their places among the names, ascending, as differences."""
    found = [sorted(set(values(page))) if page else [] for page in pages]
    names = sorted({name for row in found for name in row})
    place = {name: rank for rank, name in enumerate(names)}
    rows = ([place[name] for name in row] for row in found)
    coded = encoded_each([b - a for a, b in zip([0, *row], row, strict=False)] for row in rows)
    return {"names": names, "rows": " ".join(coded)}


def _spellings(pages: Pages) -> list[list[Any]]:
    """[document, other ways to write the names of its authors] where there are any."""
    return [[number, list(page.spellings)] for number, page in enumerate(pages) if page and page.spellings]


def _words(extracts: Iterable[Extract | None]) -> list[str]:
    """Of each code that passages have, ascending, its number and the words of those passages, as a row of numbers."""
    return encoded_each(chain.from_iterable(_sums(each)) if each else () for each in extracts)


def _sums(extracted: Extract) -> list[tuple[int, int]]:
    codes = np.frombuffer(extracted.codes.replace(" ", "").encode(), np.uint8) - ord("A")
    sums = np.bincount(codes, extracted.counts).astype(np.int64)
    return [(code, int(sums[code])) for code in np.flatnonzero(np.bincount(codes)).tolist()]


def _orders(pages: Pages, carried: Carried) -> dict[str, str]:
    """The order of titles as readers of each language see them, where it is not that of the articles' own titles."""
    titles = {"order": [page.title if page else "" for page in pages]}
    for lang in LANGS:
        titles[f"order-{lang}"] = [page.titles.get(lang) or page.title if page else "" for page in pages]
    sources = [digest(b"order", json_text(each).encode("utf-8", "surrogatepass")) for each in titles.values()]
    found = carried.worked(sources, lambda new: _encoded_orders([[*titles.values()][number] for number in new]))
    orders = dict(zip(titles, found, strict=True))
    return {name: order for name, order in orders.items() if name == "order" or order != orders["order"]}


def _encoded_orders(titles: Sequence[Sequence[str]]) -> list[str]:
    keys = {title: alphabetical(title) for each in titles for title in each}
    return [encoded(_order([keys[title] for title in each])) for each in titles]


def _order(keys: Sequence[tuple[Any, ...]]) -> list[int]:
    """Of each document its place in the order of titles, of which these are the keys; equal ones by number."""
    places = [0] * len(keys)
    for place, number in enumerate(sorted(range(len(keys)), key=keys.__getitem__)):
        places[number] = place
    return places
