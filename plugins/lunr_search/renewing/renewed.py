"""The analysis of the last build, put right where pages have changed: a few words are analysed anew, all else is as it
was. The answers are those of an analysis from nothing.

Terms have their places of then as numbers here, new ones the numbers behind them; in the end each gets its place.
"""

from __future__ import annotations

import numpy as np

from languages import Analyser, Counted, Facts
from lunr_search.gathering.corpus import Corpus
from lunr_search.indexing.analysed import Analysed
from lunr_search.records import Flags, Ints

from .changes import Changes, changes
from .paired import pairs_of
from .readings import Readings
from .renewal import Renewal
from .settled import settled
from .table import Table, retold, terms_of
from .term_numbers import TermNumbers

ATTESTING = ("kk", "en")  # languages of which the analyser asks how often the corpus has a word


def renewed(before: Analysed, corpus: Corpus, facts: Facts) -> Analysed:
    """The analysis of a corpus of which `before` knew most."""
    vocabulary = corpus.forms.vocabulary(corpus.counts, ATTESTING)
    readings = Readings(Analyser(Counted(vocabulary, {}), facts), corpus.forms)
    renewal = _analysed_anew(before, corpus, readings)
    readings.read_also(renewal.table.having(renewal.touched & renewal.words))
    return settled(renewal, pairs_of(renewal))


def _analysed_anew(before: Analysed, corpus: Corpus, readings: Readings) -> Renewal:
    """The terms of all forms, and what is to be looked at again."""
    choices = readings.analyser.choices()
    changed = changes(before.basis, corpus, choices, readings.analyser)
    rows = readings.analyser.term_rows(readings.read(changed.again))
    numbers = TermNumbers(before.known, terms_of(before, changed.again))
    of_rows = numbers.all(rows.numbers)
    statutes = numbers.all(dict.fromkeys(term for each in corpus.extracts for _, term in each.statutes))
    table = retold(before, changed, rows, of_rows, len(corpus.forms))
    words = _are_words(table, changed, of_rows[: rows.words], len(numbers))
    touched = _are_touched(before, table, changed, numbers)
    return Renewal(before, corpus, readings, choices, changed, numbers, statutes, table, words, touched)


def _are_words(table: Table, changed: Changes, of_rows: Ints, size: int) -> Flags:
    """Which of so many terms are words: the first of each plain form, and those of the others that are said to be."""
    found, firsts = np.zeros(size, np.bool_), table.firsts()
    found[firsts[(firsts >= 0) & ~changed.special]] = True
    found[of_rows] = True
    return found


def _are_touched(before: Analysed, table: Table, changed: Changes, numbers: TermNumbers) -> Flags:
    """The terms of which something else may be said than in the last build."""
    found = np.zeros(len(numbers), np.bool_)
    forms = np.concatenate([np.flatnonzero(table.moved), changed.turned])
    for own in (before, table):
        found[terms_of(own, forms)] = True
    found[[number for number in map(numbers.get, changed.terms) if number >= 0]] = True
    return found
