"""The analysis of a corpus: that of the last build put right, where there is one and little has changed."""

from __future__ import annotations

from languages import Facts
from lunr_search.cache import FEW, Cache
from lunr_search.gathering.corpus import Corpus
from lunr_search.gathering.state import State
from lunr_search.indexing.analysed import Analysed, analysed

from .renewed import renewed

WORDS = "words"  # kind of cache entry


def analysis(corpus: Corpus, facts: Facts, state: State, cache: Cache) -> Analysed:
    """The words of a corpus as terms; kept for the next build."""
    key = cache.key(WORDS.encode())
    kept = cache.load(key, WORDS)
    if _is_entry(kept) and kept[0] == state.stamp(kept[1].basis.counts.size) and _is_little(kept[1], corpus):
        found = renewed(kept[1], corpus, facts)
    else:
        found = analysed(corpus, facts)
    cache.save_beside(key, WORDS, (state.stamp(len(state.forms)), found))
    return found


def _is_little(before: Analysed, corpus: Corpus) -> bool:
    """Has the corpus few pages that it had not?"""
    return FEW * len(set(corpus.keys.values()) - before.basis.pages) <= len(corpus.keys)


def _is_entry(found: object) -> bool:
    return isinstance(found, tuple) and list(map(type, found)) == [str, Analysed]
