"""Two words side by side that the corpus also writes as one: `құқық бұзушылық` beside `құқықбұзушылық`.

In: the lemmas of a corpus by language. Out: for two neighbours the lemmas of the word that they make together, joined
or with a hyphen. The page asks the same of its own terms when two words of a question stand side by side
(theme/static/js/search/question.js).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from .fold import Keys, fold, folds_of_normal
from .stop import stop
from .tables import toml_table


class Compounds:
    """Finds the one word that two words are."""

    def __init__(self, lemmas: Mapping[str, Mapping[str, str]]) -> None:
        """`lemmas` are language -> form in normal form -> lemma; those that are added later concern nothing here."""
        distinct = {lang: set(of.values()) for lang, of in lemmas.items()}
        words = list(set().union(*lemmas.values(), *distinct.values()))
        self.keys = Keys(zip(words, folds_of_normal(words), strict=True))
        self._long: dict[str, dict[str, str]] = {lang: {} for lang in lemmas}
        """Language -> key -> lemma."""
        self._alike: dict[tuple[str, str], list[str]] = defaultdict(list)
        """(Language, key) -> its other lemmas, which few keys have."""
        for lang, found in distinct.items():
            self._add_long(lang, [lemma for lemma in found if len(lemma) >= 2 * half()])

    def _add_long(self, lang: str, lemmas: Iterable[str]) -> None:
        known, keys = self._long[lang], self.keys
        for lemma in lemmas:
            if known.setdefault(keys[lemma], lemma) is not lemma:
                self._alike[lang, keys[lemma]].append(lemma)

    def of(self, first: str, second: str, lang: str) -> tuple[str, ...]:
        """Lemmas of the words that `first`, in normal form, and the lemma `second` are together; sorted."""
        if lang not in self._long or not (may_be_half(first) and may_be_half(second)):
            return ()
        key = fold(first + second)
        found = self._long[lang].get(key)
        return tuple(sorted((found, *self._alike.get((lang, key), ())))) if found and not stop(first, lang) else ()

    def halves(self, words: Iterable[str]) -> list[str]:
        """The keys of words that may be halves of others; "" for any other."""
        keys, letters = self.keys, half()
        return [keys[word] if len(word) >= letters and word.isalpha() else "" for word in words]

    def wholes(self) -> list[str]:
        """The keys of all words that two words may be."""
        return [key for known in self._long.values() for key in known]


def may_be_half(word: str) -> bool:
    """Is this long enough for half of a word, and nothing but letters?"""
    return len(word) >= half() and word.isalpha()


@cache
def half() -> int:
    """Letters of each of two words at least."""
    letters: int = toml_table("terms.toml")["compound"]["half"]
    return letters
