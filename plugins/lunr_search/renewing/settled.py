"""The terms that are left after a change of some pages, in their order, with what is known of them: see `renewed`."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np

from lunr_search.indexing.analysed import Analysed, News
from lunr_search.indexing.basis import basis_of
from lunr_search.indexing.beginnings import beginnings
from lunr_search.indexing.halves import Hashes
from lunr_search.indexing.joined import Joined, Pair
from lunr_search.indexing.known import Known
from lunr_search.records import Flags, Ints

from .filed import LemmaOf, filed
from .rejoined import unlike
from .renewal import Renewal
from .reordered import reordered, told


class Order(NamedTuple):
    """Which terms there are now, and where."""

    known: Known
    now: Ints
    """Of each place of then the place now, -1 where the term is gone."""
    ranks: Ints
    """Of each term by its number its place, -1 where it is gone."""
    used: Flags
    """Which are there, by their numbers."""


def settled(renewal: Renewal, pairs: dict[Pair, list[int]]) -> Analysed:
    """The analysis put right; `pairs` are the terms of words side by side that are one elsewhere."""
    before, table, analyser = renewal.before, renewal.table, renewal.readings.analyser
    order = _ordered(renewal, pairs)
    others = _may_be_others(renewal, order.used.size)
    changed = np.flatnonzero(others & order.used)
    entries = analyser.entries_alone([renewal.numbers.term(number) for number in changed.tolist()])
    places = order.ranks[changed]
    known = replace(order.known, entries=told(order.known.entries, places, entries))
    hashes = _hashes(renewal, known, order, places)
    lemma_of = LemmaOf(before, renewal.corpus, analyser, table.firsts(), order.ranks)
    turned = np.concatenate([np.flatnonzero(table.moved | table.having(others)), renewal.changes.turned])
    size = order.now.size
    then = np.flatnonzero(renewal.touched[:size] | ~order.used[:size])
    known = replace(known, entries=filed(known, hashes[2], (then, places), turned, lemma_of))
    return Analysed(
        known=known,
        starts=table.starts,
        flat=order.ranks[table.flat],
        lemmas=np.sort(order.ranks[_are_words(renewal, order.used.size)]),
        joined=Joined.of(pairs, len(renewal.corpus.forms)).renumbered(order.ranks),
        basis=basis_of(renewal.corpus, renewal.choices, before.basis.depending_on(analyser), hashes),
        news=News(before.name, np.flatnonzero(table.moved), unlike(before.joined.terms, pairs), order.now),
    )


def _ordered(renewal: Renewal, pairs: dict[Pair, list[int]]) -> Order:
    """The terms that some word has, in their order."""
    then, used = renewal.before.known, np.zeros(len(renewal.numbers), np.bool_)
    used[renewal.table.flat] = used[renewal.statutes] = True
    used[[term for own in pairs.values() for term in own]] = True
    size = len(then.terms)
    new, gone = np.flatnonzero(used[size:]) + size, np.flatnonzero(~used[:size])
    known, now, of_new = reordered(then, gone, [renewal.numbers.term(number) for number in new.tolist()])
    ranks = np.full(used.size, -1, np.int64)
    ranks[:size], ranks[new] = now, of_new
    return Order(known, now, ranks, used)


def _are_words(renewal: Renewal, size: int) -> Flags:
    """Which of so many terms are words; those that came with pairs are none."""
    return np.pad(renewal.words, (0, size - renewal.words.size))


def _may_be_others(renewal: Renewal, size: int) -> Flags:
    """Of which of so many terms something else may be said than in the last build: new ones among them."""
    others = np.pad(renewal.touched & renewal.words, (0, size - renewal.words.size))
    others[len(renewal.before.known.terms) :] = True
    return others


def _hashes(renewal: Renewal, known: Known, order: Order, changed: Ints) -> tuple[Hashes, Hashes, Hashes]:
    """The hashes of the basis, those of terms by their places now; of those at the places `changed` made anew."""
    basis, used = renewal.before.basis, order.used
    terms, begun = np.zeros((2, len(known.terms)), np.uint64)
    terms[order.ranks[used]] = renewal.of_terms()[used]
    then = np.flatnonzero(used[: order.now.size])
    begun[order.ranks[then]] = basis.beginnings[then]
    begun[changed] = beginnings(known, changed)
    return renewal.of_forms, terms, begun
