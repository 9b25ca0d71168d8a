"""Words side by side that are one elsewhere, after a change of some pages: only likely pairs are asked for."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from languages import folds_of_normal
from lunr_search.indexing.joined import Pair

from .rejoined import Spellings, adjacent, side_by_side
from .renewal import Renewal


def pairs_of(renewal: Renewal) -> dict[Pair, list[int]]:
    """The terms of all pairs of words that are one elsewhere."""
    forms, known, table = renewal.corpus.forms, renewal.before.joined.terms, renewal.table
    touched = set(np.flatnonzero(renewal.touched).tolist())
    spellings = _spellings(renewal)
    stale = {pair for pair, own in known.items() if table.moved[pair[1]] or not touched.isdisjoint(own)}
    likely = stale | set(_likely(renewal, spellings))
    found = {pair: list(own) for pair, own in known.items() if pair not in likely}
    there = adjacent({*found, *likely}, renewal.corpus.extracts, len(forms))
    found = {pair: own for pair, own in found.items() if pair in there}
    # which of several words alike in letters the language has decides, so all of them are read
    renewal.readings.read_also(table.having(spellings.alike(likely & there)))
    for pair in sorted(likely & there):
        one, other = forms[pair[0]], forms[pair[1]]
        terms = renewal.readings.analyser.joined(one.text, other.text, one.lang)
        if terms:
            found[pair] = renewal.numbers.all(terms).tolist()
    return found


def _spellings(renewal: Renewal) -> Spellings:
    forms, special = renewal.corpus.forms, np.flatnonzero(renewal.changes.special).tolist()
    lemmas = [renewal.readings.analyser.lemmas_with_parts(forms[place]) for place in special]
    keys = folds_of_normal([lemma for lemma, *_ in lemmas])
    parts = folds_of_normal([part for _, *own in lemmas for part in own])
    return Spellings(
        forms=forms,
        firsts=renewal.table.firsts(),
        key=renewal.numbers.key,
        of_forms=renewal.of_forms,
        of_terms=renewal.of_terms(),
        words=renewal.words,
        special=dict(zip(special, keys, strict=True)),
        parts={*keys, *parts},
    )


def _likely(renewal: Renewal, spellings: Spellings) -> Iterator[Pair]:
    """Pairs that may be one word now, though they were none, or another: on new pages, of other words, or all that
    may be a word of which something else holds."""
    corpus, changes, turned = renewal.corpus, renewal.changes, renewal.table.moved.copy()
    turned[changes.new] = turned[changes.gone] = False
    every = np.ones(turned.size, np.bool_)
    fresh = [each for each in corpus.extracts if corpus.keys[each.page.id] not in renewal.before.basis.pages]
    yield from spellings.that_are_one(side_by_side(fresh, every, every))
    if turned.any():
        yield from spellings.that_are_one(side_by_side(corpus.extracts, every, turned))
    touched = map(renewal.numbers.key, np.flatnonzero(renewal.touched).tolist())
    yield from spellings.pairs_that_are({*touched, *folds_of_normal(list(changes.terms))})
