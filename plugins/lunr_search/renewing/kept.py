"""The analysis of a corpus: that of the last build put right, where there is one and little has changed."""

from __future__ import annotations

from dataclasses import replace

from languages import Facts
from lunr_search.cache import FEW, Cache
from lunr_search.gathering.corpus import Corpus
from lunr_search.gathering.state import State
from lunr_search.indexing.analysed import Analysed, analysed

from .renewed import renewed

WORDS = "words"  # kind of cache entry
SEVERAL = 4  # pages that are put right again in the time that it takes to keep an analysis anew


def analysis(corpus: Corpus, facts: Facts, state: State, cache: Cache) -> Analysed:
    """The words of a corpus as terms; kept for the next build, unless what was kept before is nearly the same."""
    key = cache.key(WORDS.encode())
    kept = cache.load(key, WORDS)
    if _is_entry(kept) and kept[0] == state.stamp(kept[1].basis.counts.size):
        pages, before = set(corpus.keys.values()), kept[1].basis.pages
        if FEW * len(pages - before) <= len(pages):
            found = renewed(kept[1], corpus, facts)
            is_near = max(len(pages - before), len(before - pages)) <= SEVERAL
            return replace(found, is_kept=False) if is_near else _kept(found, state, cache)
    return _kept(analysed(corpus, facts), state, cache)


def _kept(found: Analysed, state: State, cache: Cache) -> Analysed:
    cache.save(cache.key(WORDS.encode()), WORDS, (state.stamp(len(state.forms)), found))
    return found


def _is_entry(found: object) -> bool:
    return isinstance(found, tuple) and list(map(type, found)) == [str, Analysed]
