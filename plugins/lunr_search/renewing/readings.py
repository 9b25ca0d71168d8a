"""The forms of a corpus that the analyser has read: most words are what they were, and are not read at all."""

from __future__ import annotations

import numpy as np

from languages import Analyser, FormList
from lunr_search.records import Flags, Ints


class Readings:
    """An analyser that knows how often the corpus has each word, and reads forms when told to."""

    def __init__(self, analyser: Analyser, forms: FormList) -> None:
        self.analyser, self._forms = analyser, forms
        self._are_read = np.zeros(len(forms), np.bool_)

    def read(self, places: Ints) -> FormList:
        """Have the forms at these places read; gives them."""
        own = self._forms.at(places)
        self.analyser.read(own)
        self._are_read[places] = True
        return own

    def read_also(self, wanted: Flags) -> None:
        """Have those of the wanted forms read that were not yet."""
        self.read(np.flatnonzero(wanted & ~self._are_read))
