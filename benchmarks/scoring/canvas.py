"""The letters of a page, on which blocks are laid: each letter may be covered once by each copy of an article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .letters import letters, printed_words
from .site_text import Piece


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block was laid; `behind` says that a later block of the same part had been laid further on."""

    start: int
    part: str
    behind: bool


class Canvas:
    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = [(letters(piece.text), piece) for piece in pieces if letters(piece.text)]
        self.text = "".join(text for text, _ in self.pieces)
        self.starts = [0]
        for text, _ in self.pieces:
            self.starts.append(self.starts[-1] + len(text))
        self.ever = bytearray(len(self.text))  # covered by any copy
        self.taken: Counter[str] = Counter()  # words of the front part that were found
        self.begin()

    def begin(self) -> None:
        """Another copy of the article: the page is free again."""
        self.now = bytearray(len(self.text))
        self.cursor = 0
        self.furthest: dict[str, int] = {}

    def lay(self, block: str) -> Place | None:
        """Cover the run of letters that is `block`: where the last block ended, else at an element, else anywhere."""
        start = self._find(block)
        if start is None:
            return None
        end = start + len(block)
        self.now[start:end] = self.ever[start:end] = b"\1" * len(block)
        part = self.pieces[bisect_right(self.starts, start) - 1][1].part
        behind = start < self.furthest.get(part, 0)
        self.furthest[part] = max(end, self.furthest.get(part, 0))
        self.cursor = end
        return Place(start, part, behind)

    def _find(self, block: str) -> int | None:
        if self.text.startswith(block, self.cursor) and not any(self.now[self.cursor : self.cursor + len(block)]):
            return self.cursor
        places = [at for at in self._everywhere(block) if not any(self.now[at : at + len(block)])]
        edges = set(self.starts)
        return min(places, key=lambda at: ((at not in edges) + (at + len(block) not in edges), at), default=None)

    def _everywhere(self, block: str) -> Iterator[int]:
        return (match.start() for match in re.finditer(f"(?={re.escape(block)})", self.text))

    def words_left(self) -> Counter[str]:
        """Words of the elements that no run covered, all copies taken together; of the body none."""
        left: Counter[str] = Counter()
        for (text, piece), start in zip(self.pieces, self.starts, strict=False):
            if piece.part not in ("body", "references") and not all(self.ever[start : start + len(text)]):
                left.update(printed_words(piece.text))
        return left - self.taken

    def take(self, words: Iterable[str]) -> None:
        self.taken.update(words)

    def uncovered(self, parts: Sequence[str]) -> list[tuple[str, str]]:
        """(part, text) of the elements in `parts` of which letters are left."""
        found = []
        for (text, piece), start in zip(self.pieces, self.starts, strict=False):
            if piece.part in parts and not all(self.ever[start : start + len(text)]):
                rest = "".join(sign for i, sign in enumerate(text) if not self.ever[start + i])
                found.append((piece.part, rest))
        return found
