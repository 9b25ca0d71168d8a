"""simplemma's list of English words, as it reads it, or kept in a form that is read in no time. Build time only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simplemma import Lemmatizer
    from simplemma.strategies import DictionaryLookupStrategy

Listed = tuple[str, bool]
"""simplemma's lemma of a word in small letters, and whether its list has the word."""

Dictionary = Mapping[str, str]
"""The list: word -> lemma."""

Kept = Callable[[], Dictionary]
"""What reads it when it is wanted."""


def dictionary() -> Dictionary:
    """The list in a form to be pickled, which is read again in a fiftieth of the time that simplemma takes to read its
    own (.14 s), and answers more slowly: for few words."""
    from simplemma.strategies.dictionaries import StreamDictionaryFactory  # noqa: PLC0415  as below

    return StreamDictionaryFactory().get_dictionary("en")


@dataclass(frozen=True, slots=True)
class Given:
    """Where simplemma's strategies find the list."""

    words: Dictionary

    def get_dictionary(self, _: str) -> Dictionary:
        """The list, whatever the language."""
        return self.words


class WordList(dict[str, Listed]):
    """What simplemma says of words; of those that are not known it is asked, with its list from `kept` if given."""

    def __init__(self, known: Mapping[str, Listed], kept: Kept | None = None) -> None:
        super().__init__(known)
        self._kept = kept

    def __reduce__(self) -> tuple[type[WordList], tuple[dict[str, Listed]]]:
        """Another process asks simplemma itself."""
        return WordList, (dict(self),)

    def __missing__(self, word: str) -> Listed:
        lemmatizer, lookup = self._asked
        self[word] = lemmatizer.lemmatize(word, lang="en").lower(), lookup.get_lemma(word, "en") is not None
        return self[word]

    @cached_property
    def _asked(self) -> tuple[Lemmatizer, DictionaryLookupStrategy]:
        """What tells lemmas, and which words are listed."""
        from simplemma import Lemmatizer  # noqa: PLC0415  is slow to begin with, and not every run has new words
        from simplemma.strategies import DefaultStrategy, DictionaryLookupStrategy  # noqa: PLC0415

        if not self._kept:
            return Lemmatizer(), DictionaryLookupStrategy()
        given = Given(self._kept())
        strategy = DefaultStrategy(dictionary_factory=given)
        return Lemmatizer(lemmatization_strategy=strategy), DictionaryLookupStrategy(given)
