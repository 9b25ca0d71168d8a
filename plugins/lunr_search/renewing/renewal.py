"""What is known when the changed words of a corpus are analysed anew: see `renewed`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from languages import Choices, folds_of_normal
from lunr_search.gathering.corpus import Corpus
from lunr_search.indexing.analysed import Analysed
from lunr_search.indexing.halves import Hashes, hashes_of
from lunr_search.records import Flags, Ints

from .changes import Changes
from .readings import Readings
from .table import Table
from .term_numbers import TermNumbers


@dataclass(frozen=True, eq=False)
class Renewal:
    """An analysis that is put right. Terms go by `numbers`; more may come."""

    before: Analysed
    corpus: Corpus
    readings: Readings
    choices: Choices
    changes: Changes
    numbers: TermNumbers
    statutes: Ints
    """The terms of laws' articles."""
    table: Table
    words: Flags
    """Of each term, but for those that come later: it is a word."""
    touched: Flags
    """Of the same: something else may be said of it than in the last build."""

    @cached_property
    def of_forms(self) -> Hashes:
        """The hashes of the search keys of all forms."""
        before = self.before.basis.forms
        return np.concatenate([before, hashes_of(folds_of_normal(self.corpus.forms.texts[before.size :]))[0]])

    def of_terms(self) -> Hashes:
        """The same of all terms that there are by now."""
        return np.concatenate([self.before.basis.terms, hashes_of(self.numbers.new_keys)[0]])
