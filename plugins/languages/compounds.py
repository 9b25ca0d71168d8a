"""Two words side by side that the corpus also writes as one: `құқық бұзушылық` beside `құқықбұзушылық`.

In: the lemmas of a corpus by language. Out: for two neighbours the lemmas of the word that they make together, joined
or with a hyphen. The page asks the same of its own terms when two words of a question stand side by side
(theme/static/js/search/question.js).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from itertools import chain

from .fold import Keys, fold, folds_of_normal
from .stop import stop
from .tables import toml_table


class Compounds:
    """Finds the one word that two words are."""

    def __init__(self, lemmas: Mapping[str, Mapping[str, str]]) -> None:
        """`lemmas` are language -> form in normal form -> lemma; those that are added later concern nothing here."""
        words = dict.fromkeys(chain.from_iterable(chain(of, of.values()) for of in lemmas.values()))
        self.keys = Keys(zip(words, folds_of_normal(list(words)), strict=True))
        self._forms = {lang: list(of) for lang, of in lemmas.items()}
        self._lemmas = {lang: list(set(of.values())) for lang, of in lemmas.items()}
        self._long: dict[str, dict[str, list[str]]] = {lang: defaultdict(list) for lang in lemmas}
        for lang, found in self._lemmas.items():
            for lemma in found:
                if len(lemma) >= 2 * half():
                    self._long[lang][self.keys[lemma]].append(lemma)

    def of(self, first: str, second: str, lang: str) -> tuple[str, ...]:
        """Lemmas of the words that `first`, in normal form, and the lemma `second` are together; sorted."""
        if lang not in self._long or not (may_be_half(first) and may_be_half(second)):
            return ()
        found = self._long[lang].get(fold(first + second))
        return tuple(sorted(found)) if found and not stop(first, lang) else ()

    def halves(self, lang: str) -> tuple[set[str], set[str]]:
        """Forms and lemmas of a language that may be the first and the second of such words.

        Most words have no such halves, so that a corpus need not be asked for every two neighbours.
        """
        keys, shortest = self.keys, half()
        forms, lemmas = self._forms.get(lang, ()), self._lemmas.get(lang, ())
        firsts, seconds = {keys[form] for form in forms}, {keys[lemma] for lemma in lemmas}
        met: tuple[set[str], set[str]] = (set(), set())
        for key in self._long.get(lang, ()):
            for place in range(shortest, len(key) - shortest + 1):
                if key[:place] in firsts and key[place:] in seconds:
                    met[0].add(key[:place])
                    met[1].add(key[place:])
        return {form for form in forms if keys[form] in met[0]}, {lemma for lemma in lemmas if keys[lemma] in met[1]}


def may_be_half(word: str) -> bool:
    """Is this long enough for half of a word, and nothing but letters?"""
    return len(word) >= half() and word.isalpha()


@cache
def half() -> int:
    """Letters of each of two words at least."""
    letters: int = toml_table("terms.toml")["compound"]["half"]
    return letters
