"""What the words of a corpus say by themselves: from the last build, else worked out by the workers."""

from __future__ import annotations

import numpy as np

from languages import Counted, Facts, Forms, together, worked
from lunr_search.cache import Cache
from lunr_search.progress import Progress
from lunr_search.workers import Workers

from .corpus import Corpus
from .state import State

FACTS = "facts"  # kind of cache entry


def facts_of(corpus: Corpus, state: State, cache: Cache, workers: Workers, progress: Progress) -> Facts:
    """The facts of all forms of a corpus, each worked out once; kept for the next build.

    Where the forms of `state` were numbered anew since the facts were kept, those of words that are gone are left out.
    """
    key = cache.key(FACTS.encode())
    kept = cache.load(key, FACTS)
    stamp, told, facts = kept if _is_entry(kept) else ("", np.zeros(0, np.bool_), Facts())
    used = corpus.counts > 0
    are_same = stamp == state.stamp(told.size)
    if are_same:
        told = np.pad(told, (0, used.size - told.size))
        forms = Forms.of(Counted.of_normal(state.forms.vocabulary(np.where(told, 0, corpus.counts))))
    else:
        told, forms = used, Forms.of(corpus.words)
        facts = facts.of(forms)
    tasks = list(facts.missing(forms))
    new = list(progress.steps("analysing words", workers.map(worked, tasks), len(tasks)))
    if new:
        facts = together([facts, *new])
    if new or not are_same:
        cache.save(key, FACTS, (state.stamp(used.size), told | used, facts))
    return facts


def _is_entry(found: object) -> bool:
    return isinstance(found, tuple) and list(map(type, found)) == [str, np.ndarray, Facts]
