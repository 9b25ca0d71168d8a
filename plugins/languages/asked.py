"""A vocabulary that notes for which words it was asked: what an answer depends on, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


class Asked(Mapping[str, int]):
    """Word -> count, as it was given."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        self._asked: list[str] = []

    def __getitem__(self, word: str) -> int:
        self._asked.append(word)
        return self._counts[word]

    def __contains__(self, word: object) -> bool:
        if isinstance(word, str):
            self._asked.append(word)
        return word in self._counts

    def __iter__(self) -> Iterator[str]:
        return iter(self._counts)

    def __len__(self) -> int:
        return len(self._counts)

    def taken(self) -> list[str]:
        """The words that were asked for since the last time."""
        found, self._asked = self._asked, []
        return found
