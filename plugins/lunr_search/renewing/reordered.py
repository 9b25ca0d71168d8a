"""What is known of the terms, put right where some have come, gone or changed: see `renewed`."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from languages import Entries
from lunr_search.column import Column
from lunr_search.indexing.known import Known
from lunr_search.indexing.places import place_of, rank, rows_of
from lunr_search.records import Flags, Ints


def reordered(before: Known, gone: Ints, terms: Sequence[str]) -> tuple[Known, Ints, Ints]:
    """The terms without those at the places `gone`, which ascend, and with new ones.

    Also the place of each term that was there, -1 for one that is gone, and the places of the new ones. Their entries
    are empty yet.
    """
    kept = np.ones(len(before.terms), np.bool_)
    kept[gone] = False
    columns = [Column.of(column).without(gone) for column in (before.terms, before.keys, before.orders)]
    rows = rows_of(terms)
    order = sorted(range(len(rows)), key=lambda row: rank(rows[row][2], rows[row][0]))
    new = [rows[row] for row in order]
    own_terms, own_keys, own_orders = columns
    rest = Known(own_terms, own_keys, own_orders, before.entries)
    at = [place_of(row, rest) for row in new]
    now = kept.cumsum() - 1
    now = np.where(kept, now + np.searchsorted(at, now, "right"), -1)
    of_new = np.empty(len(new), np.int64)
    of_new[order] = np.array(at, np.int64) + np.arange(len(at))
    texts, keys, orders = (column.with_more(at, [row[own] for row in new]) for own, column in enumerate(columns))
    return Known(texts, keys, orders, _moved(before.entries, kept, at, now)), now, of_new


def _moved(entries: Entries, kept: Flags, at: Sequence[int], now: Ints) -> Entries:
    columns = (entries.flags, entries.stems, entries.endings)
    flags, stems, endings = (np.insert(column[kept], at, 0) for column in columns)
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
