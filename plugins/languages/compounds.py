"""Two words side by side that the corpus also writes as one: `құқық бұзушылық` beside `құқықбұзушылық`.

In: the lemmas of a corpus by language. Out: for two neighbours the lemmas of the word that they make together, joined
or with a hyphen. The page asks the same of its own terms when two words of a question stand side by side
(theme/static/js/search/question.js).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from .fold import fold, folds
from .stop import stop
from .tables import toml_table


class Compounds:
    """Finds the one word that two words are."""

    def __init__(self, lemmas: Mapping[str, Mapping[str, str]]) -> None:
        """`lemmas` are language -> form -> lemma; no later ones concern it."""
        self._lemmas = lemmas
        self._keys = {lang: _by_key(_long(of.values(), 2 * half())) for lang, of in lemmas.items()}

    def of(self, first: str, second: str, lang: str) -> tuple[str, ...]:
        """Lemmas of the words that `first`, in normal form, and the lemma `second` are together; sorted."""
        if lang not in self._keys or not (may_be_half(first) and may_be_half(second)):
            return ()
        found = self._keys[lang].get(fold(first + second))
        return tuple(sorted(found)) if found and not stop(first, lang) else ()

    def halves(self, lang: str) -> tuple[set[str], set[str]]:
        """Forms and lemmas of a language that may be the first and the second of such words.

        Most words have no such halves, so that a corpus need not be asked for every two neighbours.
        """
        firsts, seconds = (_by_key(filter(may_be_half, set(words))) for words in self._words(lang))
        shortest = half()
        pairs = [
            (key[:place], key[place:])
            for key in self._keys.get(lang, ())
            for place in range(shortest, len(key) - shortest + 1)
            if key[:place] in firsts and key[place:] in seconds
        ]
        return (
            {form for first, _ in pairs for form in firsts[first]},
            {lemma for _, second in pairs for lemma in seconds[second]},
        )

    def _words(self, lang: str) -> tuple[Iterable[str], Iterable[str]]:
        """All forms and all lemmas of a language."""
        of = self._lemmas.get(lang, {})
        return of.keys(), of.values()


def may_be_half(word: str) -> bool:
    """Is this long enough for half of a word, and nothing but letters?"""
    return len(word) >= half() and word.isalpha()


def _long(words: Iterable[str], shortest: int) -> list[str]:
    return [word for word in set(words) if len(word) >= shortest]


def _by_key(words: Iterable[str]) -> dict[str, list[str]]:
    """Distinct words by their search keys."""
    given = list(words)
    found: dict[str, list[str]] = defaultdict(list)
    for key, word in zip(folds(given), given, strict=True):
        found[key].append(word)
    return dict(found)


@cache
def half() -> int:
    """Letters of each of two words at least."""
    letters: int = toml_table("terms.toml")["compound"]["half"]
    return letters
