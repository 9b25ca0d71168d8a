"""Two words side by side that the corpus also writes as one: `құқық бұзушылық` beside `құқықбұзушылық`.

In: the lemmas of a corpus by language. Out: for two neighbours the lemmas of the word that they make together, joined
or with a hyphen. The page asks the same of its own terms when two words of a question stand side by side
(theme/static/js/search/question.js).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from .fold import fold
from .stop import stop
from .tables import toml_table


class Compounds:
    """Finds the one word that two words are."""

    def __init__(self, lemmas: Iterable[tuple[str, str]]) -> None:
        """`lemmas` are (lemma, language of the texts that have it)."""
        table = toml_table("terms.toml")["compound"]
        self._half: int = table["half"]
        self._keys: Mapping[tuple[str, str], set[str]] = defaultdict(set)
        for lemma, lang in lemmas:
            if len(lemma) >= 2 * self._half:
                self._keys[fold(lemma), lang].add(lemma)

    def of(self, first: str, second: str, lang: str) -> tuple[str, ...]:
        """Lemmas of the words that `first`, in normal form, and the lemma `second` are together; sorted."""
        if min(len(first), len(second)) < self._half or not (first.isalpha() and second.isalpha()):
            return ()
        found = self._keys.get((fold(first + second), lang))
        return tuple(sorted(found)) if found and not stop(first, lang) else ()
