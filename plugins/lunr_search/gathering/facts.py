"""What the words of a corpus say by themselves: from the last build, else worked out by the workers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from languages import Counted, Dictionary, Facts, Forms, dictionary, together, worked
from lunr_search.cache import FEW, Cache
from lunr_search.progress import Progress
from lunr_search.workers import Workers

from .corpus import Corpus
from .state import State

FACTS = "facts"  # kind of cache entry: what was known at some build
MORE = "learnt"  # and what has come since
LIST = "english"  # and a list of words that few of them are looked up in
HERE = 4_000  # forms that are read here sooner than processes begin


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What stands in a cache entry; `stamp` stands for the forms, by their numbers, whose facts these are."""

    stamp: str = ""
    are: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, np.bool_))
    """Of each form whether its facts are known, here or in the entry before."""
    facts: Facts = field(default_factory=Facts)
    since: str = ""
    """The stamp of the entry that this one adds to."""


def facts_of(corpus: Corpus, state: State, cache: Cache, workers: Workers, progress: Progress) -> Facts:
    """The facts of all forms of a corpus, each worked out once; kept for the next build.

    Where the forms of `state` were numbered anew since the facts were kept, those of words that are gone are left out.
    """
    cache.use(cache.key(LIST.encode()), LIST)
    facts = _facts_of(corpus, state, cache, partial(_worked, cache, workers, progress))
    return replace(facts, word_list=partial(_word_list, cache))


def _facts_of(corpus: Corpus, state: State, cache: Cache, work: Callable[[Forms], list[Facts]]) -> Facts:
    base, more = _told(cache, FACTS), _told(cache, MORE)
    used = corpus.counts > 0
    if not base.stamp or base.stamp != state.stamp(base.are.size):
        forms = Forms.of(corpus.words())
        facts = base.facts.of(forms)
        new = work(facts.unknown(forms))
        return _kept(Told(state.stamp(used.size), used, together([facts, *new])), FACTS, cache)
    if more.since != base.stamp or more.stamp != state.stamp(more.are.size):
        more = Told(base.stamp, base.are, since=base.stamp)
    told = np.pad(more.are, (0, used.size - more.are.size))
    fresh = state.forms.at(np.flatnonzero(used & ~told))
    forms = Forms.of(Counted.of_normal(fresh.vocabulary(np.ones(len(fresh), np.int64))))
    new = work(more.facts.unknown(base.facts.unknown(forms)))
    facts = together([base.facts, more.facts, *new])
    if not new:
        return facts
    stamp, told = state.stamp(used.size), told | used
    if FEW * np.count_nonzero(told[: base.are.size] & ~base.are) + FEW * (told.size - base.are.size) > told.size:
        return _kept(Told(stamp, told, facts), FACTS, cache)
    _kept(Told(stamp, told, together([more.facts, *new]), base.stamp), MORE, cache)
    return facts


def _worked(cache: Cache, workers: Workers, progress: Progress, forms: Forms) -> list[Facts]:
    """What forms say of which nothing is known yet."""
    tasks, words = list(forms.tasks()), partial(_word_list, cache)
    found: Iterable[Facts] = map(partial(worked, word_list=words), tasks)
    if len(forms) > HERE:
        words()  # which is kept: next time there will be few
        found = workers.map(worked, tasks)
    return list(progress.steps("analysing words", found, len(tasks)))


def _word_list(cache: Cache) -> Dictionary:
    """The list of English words, kept for the next build."""
    key = cache.key(LIST.encode())
    found = cache.load(key, LIST)
    if isinstance(found, Mapping):
        return found
    found = dictionary()
    cache.save(key, LIST, found)
    return found


def _told(cache: Cache, kind: str) -> Told:
    found = cache.load(cache.key(kind.encode()), kind)
    return found if isinstance(found, Told) else Told()


def _kept(told: Told, kind: str, cache: Cache) -> Facts:
    cache.save(cache.key(kind.encode()), kind, told)
    return told.facts
