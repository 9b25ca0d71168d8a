"""Which words of a corpus are to be analysed anew after a change of some pages; all others are what they were.

A Russian word is what it is, whatever the corpus. An English one depends on the words that its rules ask the corpus
for, a Kazakh one on how all readings are ranked, which is done anew for all, as numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from languages import Analyser, Choices, folds_of_normal
from languages.packed import Packed, packed, unpacked
from lunr_search.gathering.corpus import Corpus
from lunr_search.records import Ints

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Basis:
    """What the analysis of a corpus was made from."""

    pages: frozenset[str]
    """The keys of its pages."""
    counts: NDArray[np.uint32]
    """How often it had each form."""
    choices: Choices
    depending: Mapping[str, tuple[str, ...]]
    """Word -> English forms whose lemmas depend on how often it is there."""
    keys: Sequence[str]
    """Of each form its search key."""

    def depending_on(self, analyser: Analyser) -> Basis:
        """The same with all that the analyser's answers depended on."""
        known = dict(self.depending)
        known.update((word, tuple({*known.get(word, ()), *forms})) for word, forms in analyser.depending.items())
        return replace(self, depending=known)

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (self.pages, self.counts, self.choices, dict(self.depending), packed(self.keys))


def _restored(pages: frozenset[str], counts: Any, choices: Choices, depending: Any, keys: Packed) -> Basis:
    return Basis(pages, counts, choices, depending, unpacked(keys))


def basis_of(corpus: Corpus, choices: Choices, before: Basis | None = None) -> Basis:
    """The basis of a corpus, of which perhaps another state is known, but for what English words depend on."""
    keys: Sequence[str] = before.keys if before else ()
    keys = [*keys, *folds_of_normal(corpus.forms.texts[len(keys) :])]
    pages, counts = frozenset(corpus.keys.values()), corpus.counts.astype(np.uint32)
    return Basis(pages, counts, choices, before.depending if before else {}, keys)


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
