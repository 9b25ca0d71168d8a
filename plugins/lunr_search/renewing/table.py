"""The terms of all forms of a corpus, put right where some forms were analysed anew: see `renewed`."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from languages import TermRows
from lunr_search.indexing.analysed import Analysed
from lunr_search.records import Flags, Ints
from lunr_search.spans import owners, spans

from .changes import Changes


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The terms of the form at `place` are `flat[starts[place] : starts[place + 1]]`; none of a form that is gone."""

    starts: Ints
    flat: Ints
    owners: Ints
    """Of each place in `flat` its form."""
    moved: Flags
    """Of each form: its terms are others than in the last build."""

    def having(self, terms: Flags) -> Flags:
        """The forms that have one of these terms."""
        found = np.zeros(self.starts.size - 1, np.bool_)
        found[self.owners[terms[self.flat]]] = True
        return found

    def firsts(self) -> Ints:
        """Of each form the first of its terms, -1 where it has none."""
        found = np.full(self.starts.size - 1, -1, np.int64)
        are = self.starts[1:] > self.starts[:-1]
        found[are] = self.flat[self.starts[:-1][are]]
        return found


def terms_of(table: Table | Analysed, forms: Ints) -> Ints:
    """The terms of these forms; those that it does not know have none."""
    known = forms[forms < table.starts.size - 1]
    return table.flat[spans(table.starts[known], table.starts[known + 1] - table.starts[known])]


def retold(before: Analysed, changes: Changes, rows: TermRows, numbers: Ints, size: int) -> Table:
    """The terms of so many forms; `rows` are those of the forms that were analysed anew, `numbers` of each its own."""
    was = np.zeros(size, np.int64)
    was[: before.starts.size - 1] = np.diff(before.starts)
    sizes = was.copy()
    sizes[changes.gone], sizes[changes.again] = 0, np.diff(rows.starts)
    other = np.zeros(size, np.bool_)
    other[changes.gone] = other[changes.again] = True
    starts = np.concatenate([np.zeros(1, np.int64), sizes.cumsum()])
    of_flat = owners(starts)
    flat, are = np.empty(of_flat.size, np.int64), other[of_flat]
    flat[~are] = before.flat[~other[owners(before.starts)]]
    flat[are] = numbers[rows.flat]
    moved = sizes != was
    same = changes.again[~moved[changes.again] & (was[changes.again] > 0)]
    found = Table(starts, flat, of_flat, moved)
    moved[np.repeat(same, sizes[same])[terms_of(before, same) != terms_of(found, same)]] = True
    return found
