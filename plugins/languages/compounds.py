"""Two words side by side that the corpus also writes as one: `құқық бұзушылық` beside `құқықбұзушылық`.

In: the lemmas of a corpus by language. Out: for two neighbours the lemmas of the word that they make together, joined
or with a hyphen. The page asks the same of its own terms when two words of a question stand side by side
(theme/static/js/search/question.js).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import islice

import numpy as np
import numpy.typing as npt

from .fold import fold, folds_of_normal
from .stop import stop
from .tables import toml_table


class Compounds:
    """Finds the one word that two words are."""

    def __init__(self, lemmas: Mapping[str, Mapping[str, str]]) -> None:
        """`lemmas` are language -> form in normal form -> lemma; those that are added later concern nothing here."""
        self._lemmas = {lang: (of, len(of)) for lang, of in lemmas.items()}
        self._wanted: Collection[str] | None = None
        self._long: dict[str, dict[str, str]] = {}
        """Language -> key -> lemma; of the languages that were asked for."""
        self._alike: dict[tuple[str, str], list[str]] = defaultdict(list)
        """(Language, key) -> its other lemmas, which few keys have."""

    def narrow(self, lemmas: Iterable[str]) -> None:
        """Only these will be asked for, so the keys of others need not be known."""
        self._wanted = set(lemmas)
        self._long.clear()
        self._alike.clear()

    def _of_language(self, lang: str) -> Mapping[str, str]:
        """The long lemmas of a language by their keys."""
        known = self._long.get(lang)
        if known is None:
            known = self._long[lang] = {}
            of, size = self._lemmas[lang]
            distinct = dict.fromkeys(islice(of.values(), size))
            wanted = distinct if self._wanted is None else self._wanted
            lemmas = [lemma for lemma in wanted if len(lemma) >= 2 * half() and lemma in distinct]
            for lemma, key in zip(lemmas, folds_of_normal(lemmas), strict=True):
                if known.setdefault(key, lemma) is not lemma:
                    self._alike[lang, key].append(lemma)
        return known

    def of(self, first: str, second: str, lang: str) -> tuple[str, ...]:
        """Lemmas of the words that `first` and the form or lemma `second` are together; sorted."""
        if lang not in self._lemmas or not (may_be_half(first) and may_be_half(second)):
            return ()
        key = fold(first + second)
        found = self._of_language(lang).get(key)
        return tuple(sorted((found, *self._alike.get((lang, key), ())))) if found and not stop(first, lang) else ()


def may_be_half(word: str) -> bool:
    """Is this long enough for half of a word, and nothing but letters?"""
    return len(word) >= half() and word.isalpha()


def may_be_halves(words: Sequence[str]) -> npt.NDArray[np.bool_]:
    """The same of many words."""
    sizes = np.fromiter(map(len, words), np.int64, len(words))
    return (sizes >= half()) & np.fromiter(map(str.isalpha, words), np.bool_, len(words))


@cache
def half() -> int:
    """Letters of each of two words at least."""
    letters: int = toml_table("terms.toml")["compound"]["half"]
    return letters
