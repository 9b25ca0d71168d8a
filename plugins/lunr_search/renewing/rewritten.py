"""The postings of all terms as text: those of the last build, but for the terms whose rows are others."""

from __future__ import annotations

import numpy as np

from lunr_search.cache import Cache
from lunr_search.indexing.postings import Postings, Since
from lunr_search.indexing.written import Written, written_all
from lunr_search.workers import Workers

WRITTEN = "written"  # kind of cache entry


def all_written(found: Postings, terms: int, cache: Cache, workers: Workers) -> Written:
    """The postings of so many terms; kept as they are."""
    key, since = cache.key(WRITTEN.encode()), found.since
    kept = cache.load(key, WRITTEN) if since else None
    if since and isinstance(kept, tuple) and kept[0] == since.name:
        again = written_all(found, since.changed, workers)
        written = _spliced(Written.unpacked(kept[1]), again, since, terms)
    else:
        written = written_all(found, np.arange(terms), workers)
    if found.is_kept:
        cache.save(key, WRITTEN, (found.name, written.packed()))
    return written


def _spliced(before: Written, again: Written, since: Since, terms: int) -> Written:
    """What was written before, with what was written again in its place.

    A *source* is a place in what was before, or, from `behind` on, in what is written again: no run goes on from one to
    the other.
    """
    behind, ranks = before.documents.size + 1, since.ranks
    sources = np.full(terms, -1, np.int64)
    sources[ranks[ranks >= 0]] = np.flatnonzero(ranks >= 0)
    sources[since.changed] = behind + np.arange(since.changed.size)
    starts = np.flatnonzero(np.diff(sources, prepend=-2) != 1)
    runs = zip(sources[starts].tolist(), np.diff(np.append(starts, terms)).tolist(), strict=True)
    texts = [
        before.part(first, first + size).text
        if first < behind
        else again.part(first - behind, first - behind + size).text
        for first, size in runs
    ]
    sizes, documents = (
        np.concatenate([one, np.zeros(1, np.int64), other])[sources]
        for one, other in ((np.diff(before.begins), np.diff(again.begins)), (before.documents, again.documents))
    )
    text = np.concatenate([np.zeros(0, np.uint8), *texts])
    return Written(text, np.concatenate([np.zeros(1, np.int64), sizes.cumsum()]), documents)
