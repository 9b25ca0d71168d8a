"""Lines that are one and the same line but for numbers, case, spaces and a letter that a scan misread.

Each line goes into the group of the first line that it resembles. Lines meet by their first or their last letters, so
the work grows with the number of lines alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

LETTERS = re.compile(r"[^\W\d_]+")
ENDS = 5  # letters at the start or the end that two spellings share: a misread letter spoils one of the two
PER_LETTER = 12  # a misread letter in so many: scans of old print have about one in twenty words wrong
MOST = 16  # groups that share their ends and are looked through; words of a line of authors
MEET = 8  # letters with which a title begins
WRAPPED = 3  # lines that a title takes


def letters_of(text: str) -> str:
    """The letters of a line, small, with nothing between them: `Д А Л А  46` -> `дала`."""
    return "".join(LETTERS.findall(text.casefold()))


class Spellings:
    """Groups lines by their letters; a group is a number, from 0 up."""

    def __init__(self) -> None:
        self._exact: dict[str, int] = {}
        self._firsts: list[str] = []
        self._ends: dict[str, list[int]] = {}

    def group(self, letters: str) -> int:
        """The group of a line with these letters; a new one where nothing resembles it."""
        if letters not in self._exact:
            near = next((i for i in self._met(letters) if apart(letters, self._firsts[i]) <= _allowed(letters)), None)
            self._exact[letters] = self._new(letters) if near is None else near
        return self._exact[letters]

    def _met(self, letters: str) -> list[int]:
        return [i for end in _ends(letters) for i in self._ends.get(end, ())]

    def _new(self, letters: str) -> int:
        self._firsts.append(letters)
        for end in _ends(letters):
            known = self._ends.setdefault(end, [])
            if len(known) < MOST:
                known.append(len(self._firsts) - 1)
        return len(self._firsts) - 1


def _ends(letters: str) -> tuple[str, str]:
    return f"{letters[:ENDS]}…", f"…{letters[-ENDS:]}"


def _allowed(letters: str) -> int:
    return len(letters) // PER_LETTER


def apart(one: str, other: str) -> int:
    """How many letters are more, less or other; counting stops above what is allowed for `one`."""
    limit = _allowed(one)
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, row[0] = row[0], i
        for j in range(1, len(other) + 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (letter != other[j - 1]))
        if min(row) > limit:
            return limit + 1
    return row[-1]


def said_before(texts: Sequence[str], ranks: Sequence[int]) -> set[int]:
    """Those of `ranks` whose line is the beginning of an earlier one, or of the earlier ones that follow each other, or
    names the same people in another order.
    """
    starts: dict[str, list[int]] = {}
    names: dict[str, list[int]] = {}
    for rank in ranks:
        starts.setdefault(letters_of(texts[rank])[:MEET], []).append(rank)
        names.setdefault(max(_words(texts[rank]), key=len, default=""), []).append(rank)
    said: set[int] = set()
    for i in range(max(ranks, default=0)):
        words = _words(texts[i])
        begun = starts.get("".join(words)[:MEET], ())
        said |= {rank for rank in begun if i < rank and _begins(texts, i, letters_of(texts[rank]))}
        same = (rank for word in words for rank in names.get(word, ()))
        said |= {rank for rank in same if i < rank and set(_long(texts[rank])) <= set(words) and len(words) <= MOST}
    return said


def _begins(texts: Sequence[str], i: int, letters: str) -> bool:
    return letters_of(" ".join(texts[i : i + WRAPPED])).startswith(letters)


def _words(text: str) -> list[str]:
    return LETTERS.findall(text.casefold())


def _long(text: str) -> list[str]:
    """The words of a line of names that are no initials."""
    return [word for word in _words(text) if len(word) > 2]
