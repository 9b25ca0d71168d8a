"""An article's list of references as citations see it: which entry has which number, which begins with which name.

In: the blocks of the list, second lists (the same works in Latin letters) behind the first. Numbers are the printed
ones; where hardly any is printed, they are the places in the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from journal.records import Block

NUMBER = re.compile(r"\[?(\d{1,3})[\].)](?:\s|$)")
WORD = re.compile(r"[^\W\d_]+(?:[’'`-][^\W\d_]+)*")
YEAR = re.compile(r"(?<![\d.])(?:1[5-9]\d\d|20\d\d)[a-eа-д]?(?!\w)")  # not that of a day: `17.01.2023`
AUTHORS = 12  # words of an entry among which an author's surname stands
MOSTLY = 0.5  # of the entries have a printed number in a numbered list


@dataclass(frozen=True)
class Bibliography:
    """The first list of an article; `blocks` are its entries in order."""

    blocks: tuple[Block, ...]

    @classmethod
    def of(cls, references: Sequence[Block]) -> Bibliography:
        return cls(tuple(_first_list(references)))

    @cached_property
    def printed(self) -> dict[int, Block]:
        """Each printed number -> its entry."""
        printed: dict[int, Block] = {}
        for block in self.blocks:
            if number := _number(block):
                printed.setdefault(number, block)
        return printed

    @property
    def is_printed(self) -> bool:
        """Are the entries numbered, by and large?"""
        return len(self.printed) > MOSTLY * len(self.blocks)

    @cached_property
    def numbers(self) -> dict[int, Block]:
        """Each number -> its entry, by what is printed, else by place."""
        return self.printed if self.is_printed else dict(enumerate(self.blocks, 1))

    @property
    def size(self) -> int:
        """The highest number; 0 where there is no list."""
        return max(self.numbers, default=0)

    def named(self, names: Sequence[str], year: str) -> Block | None:
        """The one entry of these surnames, letter by letter, and this year; None where there are none or several.

        An entry that begins with the first surname goes before one that has it among its authors.
        """
        wanted = [word.casefold() for name in names for word in WORD.findall(name)]
        dated = [block for block in self.blocks if year in self._years(block)]
        for matches in (
            [block for block in dated if _opening(block)[: len(wanted[:1])] == wanted[:1]],
            [block for block in dated if wanted[0] in _opening(block)],
        ):
            exact = [block for block in matches if set(wanted) <= set(_opening(block))] or matches
            if matches:
                return exact[0] if len(exact) == 1 else None
        return None

    @staticmethod
    def _years(block: Block) -> set[str]:
        return set(YEAR.findall(block.text))


def _first_list(references: Sequence[Block]) -> Iterator[Block]:
    """Up to a heading between entries, or up to where the numbers begin again."""
    highest = 0
    for i, block in enumerate(references):
        number = _number(block)
        if (block.kind == "heading" and i) or (number == 1 and highest > 1):
            return
        highest = max(highest, number)
        if block.kind in ("item", "paragraph"):
            yield block


def _number(block: Block) -> int:
    """The printed number of an entry, 0 where it has none."""
    match = NUMBER.match(block.marker or block.text)
    return int(match[1]) if match else 0


def _opening(block: Block) -> list[str]:
    """The words of an entry that may be its authors, in lower case."""
    return [word.casefold() for word in WORD.findall(block.text[:200])[:AUTHORS]]
