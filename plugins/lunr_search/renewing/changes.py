"""Which words of a corpus are to be analysed anew after a change of some pages; all others are what they were.

A Russian word is what it is, whatever the corpus. An English one depends on the words that its rules ask the corpus
for, a Kazakh one on how all readings are ranked, which is done anew for all, as numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from languages import Analyser, Choices
from lunr_search.gathering.corpus import Corpus
from lunr_search.indexing.basis import Basis
from lunr_search.records import Flags, Ints


@dataclass(frozen=True, slots=True, eq=False)
class Changes:
    """The words that are to be looked at."""

    new: Ints
    """The forms that the corpus has only now."""
    gone: Ints
    """Those that it has no more."""
    turned: Ints
    """Those that may be other words now."""
    special: Flags
    """Which are not plain, or have parts: all of them are looked at again, since they depend on several words."""
    again: Ints
    """All that are to be analysed anew, ascending: the new ones, those that may be other words, those not plain."""
    terms: frozenset[str]
    """Terms of which something else may hold, though no word that is to be analysed anew has them."""


def changes(before: Basis, corpus: Corpus, choices: Choices, analyser: Analyser) -> Changes:
    """What is another since `before`; the numbers of forms are the same, but for new ones."""
    forms, counts = corpus.forms, corpus.counts
    was = np.zeros(counts.size, np.int64)
    was[: before.counts.size] = before.counts
    new, gone = np.flatnonzero((counts > 0) & (was == 0)), np.flatnonzero((counts == 0) & (was > 0))
    counted_anew = {forms.texts[place] for place in np.flatnonzero(counts != was).tolist()}
    dependent = {form for word in counted_anew & before.depending.keys() for form in before.depending[word]}
    otherwise = choices.unlike(before.choices)
    turned = np.array(forms.places({*dependent, *(form for form, *_ in otherwise)}), np.int64)
    special = forms.are_special() & (counts > 0)
    again = special.copy()
    again[new] = again[turned] = True
    again &= counts > 0
    terms = {stem for _, *stems in otherwise for stem in stems}
    terms.update(_terms_beside(corpus, new, analyser.lemmas_with_parts))
    terms.update(_terms_beside(corpus, gone, analyser.lemmas_gone))
    return Changes(new, gone, turned[counts[turned] > 0], special, np.flatnonzero(again), frozenset(terms))


def _terms_beside(corpus: Corpus, places: Ints, lemmas: Any) -> Iterator[str]:
    """A form that comes or goes says something of the stem that it is itself, and of the lemmas of its parts."""
    for place in places.tolist():
        form = corpus.forms[place]
        yield form.text
        if "-" in form.text:
            yield from lemmas(form)
