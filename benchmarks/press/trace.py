"""What was done to the words of a paragraph, found again from its words and its lines.

The press knows the words, the damage and the lines; walking along all three says which hyphens at line ends are the
word's own and where a word was broken, by line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .damage import SIGNS


@dataclass(frozen=True, slots=True)
class Hyphen:
    """`left` ends line `line`, `right` begins the next one. `decision`: join, keep, or none (before a space)."""

    line: int
    left: str
    right: str
    decision: str
    word: str


@dataclass(frozen=True, slots=True)
class Break:
    """A word broken by a space: `broken` as it is printed (`|` is a line's end) on lines `first` to `last`."""

    first: int
    last: int
    broken: str
    repaired: str


@dataclass(frozen=True, slots=True)
class Token:
    """A printed piece of word number `word`; on lines `first` to `last`, as `printed` with `|` at a line's end."""

    word: int
    printed: str
    first: int
    last: int


def trace(words: Sequence[str], broken: Sequence[str], lines: Sequence[str]) -> tuple[list[Hyphen], list[Break]]:
    """`words` are clean, `broken` the same ones after the damage, `lines` what was printed; lines count from 0."""
    pieces = [(number, piece) for number, word in enumerate(broken) for piece in word.split(" ")]
    hyphens: list[Hyphen] = []
    tokens: list[Token] = []
    place, rest = 0, [line.split(" ") for line in lines]
    for at, line in enumerate(rest):
        for column, word in enumerate(line, 1):
            number, piece = pieces[place]
            place += 1
            after = rest[at + 1][0] if column == len(line) and at + 1 < len(rest) else ""
            if word == piece:
                tokens.append(Token(number, piece, at, at))
                if word.endswith("-") and after:
                    hyphens.append(Hyphen(at, word, after, "none", word))
                continue
            hyphens.append(_hyphen(at, word, after, piece, words[number]))
            tokens.append(Token(number, f"{word}|{after}", at, at + 1))
            del rest[at + 1][0]
    return hyphens, _breaks(words, tokens)


def _hyphen(line: int, left: str, right: str, piece: str, word: str) -> Hyphen:
    """The hyphen inside `piece`, which is a word or a part of a broken one."""
    decision = "keep" if piece == left + right else "join"
    assert decision == "keep" or piece == left[:-1] + right, (left, right, piece)
    return Hyphen(line, left, right, decision, word.strip(SIGNS))


def _breaks(words: Sequence[str], tokens: Sequence[Token]) -> list[Break]:
    """Words of two tokens."""
    found = []
    for one, two in pairwise(tokens):
        if one.word == two.word:
            space = " " if one.last == two.first else "|"
            found.append(Break(one.first, two.last, one.printed + space + two.printed, words[one.word].strip(SIGNS)))
    return found
