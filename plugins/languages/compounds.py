"""Two words side by side that the corpus also writes as one: `құқық бұзушылық` beside `құқықбұзушылық`.

In: the lemmas of a corpus by language. Out: for two neighbours the lemmas of the word that they make together, joined
or with a hyphen. The page asks the same of its own terms when two words of a question stand side by side
(theme/static/js/search/question.js).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache

from .fold import fold
from .stop import stop
from .tables import toml_table


class Compounds:
    """Finds the one word that two words are."""

    def __init__(self, lemmas: Iterable[tuple[str, str]]) -> None:
        """`lemmas` are (lemma, language of the texts that have it)."""
        shortest = 2 * half()
        self._keys: Mapping[str, dict[str, set[str]]] = defaultdict(dict)
        for lemma, lang in lemmas:
            if len(lemma) >= shortest:
                self._keys[lang].setdefault(fold(lemma), set()).add(lemma)

    def of(self, first: str, second: str, lang: str) -> tuple[str, ...]:
        """Lemmas of the words that `first`, in normal form, and the lemma `second` are together; sorted."""
        if lang not in self._keys or not (may_be_half(first) and may_be_half(second)):
            return ()
        found = self._keys[lang].get(fold(first + second))
        return tuple(sorted(found)) if found and not stop(first, lang) else ()

    def halves(self, firsts: Container[str], seconds: Container[str], lang: str) -> Iterator[tuple[str, str]]:
        """The keys of all two words that could be one, of those of a language.

        Most words have no such halves, so that a corpus need not be asked for every two neighbours.
        """
        shortest = half()
        for key in self._keys.get(lang, ()):
            for place in range(shortest, len(key) - shortest + 1):
                if key[:place] in firsts and key[place:] in seconds:
                    yield key[:place], key[place:]


def may_be_half(word: str) -> bool:
    """Is this long enough for half of a word, and nothing but letters?"""
    return len(word) >= half() and word.isalpha()


@cache
def half() -> int:
    """Letters of each of two words at least."""
    letters: int = toml_table("terms.toml")["compound"]["half"]
    return letters
