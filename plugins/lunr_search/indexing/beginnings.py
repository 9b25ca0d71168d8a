"""What the listed forms of terms begin with, as hashes: by them it is found whose form a word may be."""

from __future__ import annotations

import numpy as np

from languages import inflected
from lunr_search.records import Ints

from .halves import Hashes, hashes_of
from .known import Known

NONE = np.uint64(0)


def beginnings(known: Known, places: Ints) -> Hashes:
    """Of the terms at these places the hash of what their forms begin with; `NONE` of one that has no other form."""
    entries, found = known.entries, np.full(places.size, NONE)
    alone = np.array([own in ((), ("",)) for own in entries.sets], np.bool_)
    are = np.flatnonzero((entries.flags[places] & inflected() > 0) & ~alone[entries.endings[places]])
    letters = zip(places[are].tolist(), entries.stems[places[are]].tolist(), strict=True)
    found[are] = hashes_of([known.terms[place][:stem] for place, stem in letters])[0]
    return found
