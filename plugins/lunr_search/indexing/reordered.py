"""What is known of the terms, put right where some have come, gone or changed: see `renewed`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain, compress, pairwise

import numpy as np

from languages import Entries, orders
from lunr_search.coding import utf16
from lunr_search.records import Ints
from lunr_search.sorting import FIRST

from .changes import Flags
from .known import Known


def reordered(before: Known, gone: Ints, terms: Sequence[str], keys: Sequence[str]) -> tuple[Known, Ints, Ints]:
    """The terms without those at the places `gone` and with new ones, of which these are the keys.

    Also the place of each term that was there, -1 for one that is gone, and the places of the new ones. Their entries
    are empty yet.
    """
    kept = np.ones(len(before.terms), np.bool_)
    kept[gone] = False
    columns = [_kept(column, kept) for column in (before.terms, before.keys, before.orders)]
    rows = [*zip(terms, keys, orders(keys), strict=True)]
    order = sorted(range(len(rows)), key=lambda row: _rank(rows[row]))
    new = [rows[row] for row in order]
    every = range(len(columns[0]))
    at = [bisect_left(every, _rank(row), key=lambda place: _rank([each[place] for each in columns])) for row in new]
    places = np.array(at, np.int64) + np.arange(len(at))
    now = kept.cumsum() - 1
    now = np.where(kept, now + np.searchsorted(at, now, "right"), -1)
    of_new = np.empty(len(new), np.int64)
    of_new[order] = places
    texts, own_keys, own_orders = (_with(column, at, [row[own] for row in new]) for own, column in enumerate(columns))
    return Known(texts, own_keys, own_orders, _moved(before.entries, kept, at, now)), now, of_new


def _rank(row: Sequence[str]) -> bytes:
    """Terms, given with key and order, stand by this, as `sorting.in_order` sorts them."""
    term, _, order = row
    return utf16(order + FIRST + term)


def _kept(column: Sequence[str], kept: Flags) -> Sequence[str]:
    return column if kept.all() else list(compress(column, kept.tolist()))


def _with(column: Sequence[str], at: Sequence[int], new: Sequence[str]) -> list[str]:
    """A column with new rows before those at these places, which ascend."""
    parts = [column[first:last] for first, last in pairwise([0, *at, len(column)])]
    return list(chain(parts[0], *(chain([one], part) for one, part in zip(new, parts[1:], strict=True))))


def _moved(entries: Entries, kept: Flags, at: Sequence[int], now: Ints) -> Entries:
    flags, stems, endings = (
        np.insert(column[kept], at, 0) for column in (entries.flags, entries.stems, entries.endings)
    )
    aliases = {int(now[place]): own for place, own in entries.aliases.items() if now[place] >= 0}
    return Entries(flags, stems, endings, entries.sets, aliases)


def told(entries: Entries, places: Ints, others: Entries) -> Entries:
    """Entries with others at these places."""
    sets = dict(zip(entries.sets, range(len(entries.sets)), strict=True))
    numbers = np.array([sets.setdefault(one, len(sets)) for one in others.sets], np.int64)
    entries.flags[places], entries.stems[places] = others.flags, others.stems
    entries.endings[places] = numbers[others.endings]
    again = set(places.tolist())
    aliases = {place: own for place, own in entries.aliases.items() if place not in again}
    aliases.update((int(places[row]), own) for row, own in others.aliases.items())
    return Entries(entries.flags, entries.stems, entries.endings, tuple(sets), aliases)
