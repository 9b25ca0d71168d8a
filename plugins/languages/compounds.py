"""Two words side by side that the corpus also writes as one: `құқық бұзушылық` beside `құқықбұзушылық`.

In: the lemmas of a corpus by language. Out: for two neighbours the lemmas of the word that they make together, joined
or with a hyphen. The page asks the same of its own terms when two words of a question stand side by side
(theme/static/js/search/question.js).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

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
        if not (self.may_be_half(first) and self.may_be_half(second)):
            return ()
        found = self._keys.get((fold(first + second), lang))
        return tuple(sorted(found)) if found and not stop(first, lang) else ()

    def may_be_half(self, word: str) -> bool:
        """Is this long enough for half of a word, and nothing but letters?"""
        return len(word) >= self._half and word.isalpha()

    def halves(self, firsts: Set[tuple[str, str]], seconds: Set[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
        """All (language, first, second) that could be a word, of folded words that the corpus has in a language.

        Most words have no such halves, so that a corpus need not be asked for every two neighbours.
        """
        for key, lang in self._keys:
            for place in range(self._half, len(key) - self._half + 1):
                if (key[:place], lang) in firsts and (key[place:], lang) in seconds:
                    yield lang, key[:place], key[place:]
