"""What a bracket of numbers cites: `10, p. 12–14, 24` is reference 10 at its pages, `11, 12` two references.

The rules, from the journal's own usage: `;` parts the works; what follows a word like `p.` is that word's, up to the
`;`; a number with such a word behind it (`25-б`) is no reference, and neither is any number between the first one and
it; a number that no list can hold is a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from journal.signs.cite_words import Token, tokens

MOST = 999  # references in a list; four digits are years
WIDEST = 60  # references from first to last of one range; more are pages
BARE = re.compile(r"n(?:-n)?")
OWN = re.compile(r"n(?:-n)?(?::[nw]|w+[nr])[nwr:-]*")  # `23. p. 7–8`, `4: 25`, `1 с. 5`: a reference with its own place
OTHERS = re.compile(r"o+|ww")  # `и др.`, `т.б.`
STOPS = re.compile(r"(?<!n)\.|\.(?!n)")
PLACE = re.compile(r"(?=.*w)(?=.*[nr])[nwr:-]+")  # `p. 12`, `т. 2 ч. 1`, `25-б`, `12–14 бб.`


@dataclass(frozen=True, slots=True)
class Cited:
    """One work in a citation; offsets in characters, `start` to `end` is what names it: `10`, `1–3`, `Smith, 2018`.

    By number: `first` to `last`, the same where it is one. By name: surnames as printed and the year with its letter.
    `locator` is where in the work: `p. 12–14, 24`; "" for all of it.
    """

    start: int
    end: int
    first: int = 0
    last: int = 0
    names: tuple[str, ...] = ()
    year: str = ""
    locator: str = ""

    @property
    def numbers(self) -> range:
        return range(self.first, self.last + 1 if self.first else 0)


@dataclass(frozen=True, slots=True)
class _Segment:
    """What stands between two commas; `shape` is its tokens without full stops, one letter each."""

    tokens: tuple[Token, ...]
    shape: str

    @property
    def is_bare(self) -> bool:
        return BARE.fullmatch(self.shape) is not None

    @property
    def is_reference(self) -> bool:
        return OWN.fullmatch(self.shape) is not None

    @property
    def is_place(self) -> bool:
        return PLACE.fullmatch(self.shape) is not None

    @property
    def is_postfix(self) -> bool:
        return self.shape[0] == "n" and self.is_place and not self.is_reference

    @property
    def word(self) -> str:
        return next((token.text for token in self.tokens if token.kind == "w"), "")

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(int(token.text) for token in self.tokens if token.kind == "n")


def cited_numbers(inside: str, limit: int) -> tuple[Cited, ...]:
    """The references that the text of a bracket names; none where it is no citation by numbers.

    `limit` is the highest number that can be a reference behind a comma; a first number may be higher, for it can be
    nothing else.
    """
    found: list[Cited] = []
    for part in _split(list(tokens(inside)), ";"):
        if not _read(list(_segments(part)), inside, limit, found):
            return ()
    return tuple(found)


def _split(pieces: Sequence[Token], signs: str) -> Iterator[list[Token]]:
    """The runs between the tokens whose kind is in `signs`; no run is empty."""
    run: list[Token] = []
    for token in pieces:
        if token.kind in signs and run:
            yield run
            run = []
        elif token.kind not in signs:
            run.append(token)
    if run:
        yield run


def _segments(part: Sequence[Token]) -> Iterator[_Segment]:
    opened = next((i for i, token in enumerate(part) if token.kind not in "s:."), len(part))
    parted = [
        replace(token, kind=",") if token.kind == "." and _parts_numbers(part[opened:], i) else token
        for i, token in enumerate(part[opened:])
    ]
    for run in _split(parted, ",a"):
        yield _Segment(tuple(run), STOPS.sub("", "".join(token.kind for token in run)))


def _parts_numbers(part: Sequence[Token], i: int) -> bool:
    """`5. 12–14 бб.`: a full stop in the place of the comma; without a space it would be a date or a share."""
    return 0 < i < len(part) - 1 and part[i - 1].kind == part[i + 1].kind == "n" and part[i + 1].spaced


def _read(segments: Sequence[_Segment], inside: str, limit: int, found: list[Cited]) -> bool:
    """Adds the works of one part to `found`; False where it is no part of a citation."""
    begun, word = len(found), ""
    last_postfix = max((i for i, segment in enumerate(segments) if segment.is_postfix), default=-1)
    for i, segment in enumerate(segments):
        after = segments[i + 1] if i + 1 < len(segments) else None
        own = found[-1] if len(found) > begun else None
        bound = -1 if i < last_postfix else limit
        if segment.is_reference or (segment.is_bare and _is_reference(segment, after, own, word, bound)):
            work = _reference(segment, inside)
            if not work:
                return False
            found.append(work)
        elif found and (segment.is_bare or segment.is_place):
            found[-1] = _placed(found[-1], segment, inside)
        elif not OTHERS.fullmatch(segment.shape):
            return False
        word = segment.word or word
    return bool(segments)


def _is_reference(segment: _Segment, after: _Segment | None, own: Cited | None, word: str, limit: int) -> bool:
    """Is a number without a word a reference? The first of a part always is; `own` is the one before it."""
    if not own:
        return True
    if own.locator:  # `1, с. 5, 2, с. 7`: the word comes again
        return bool(word and after and after.shape[0] == "w" and after.word == word)
    return segment.numbers[-1] <= limit


def _reference(segment: _Segment, inside: str) -> Cited | None:
    """None for what can be no number of a list: 0, a year, a range that falls or is too wide."""
    width = 3 if segment.shape.startswith("n-n") else 1
    first, last = segment.numbers[0], segment.numbers[width // 2]
    named, place = segment.tokens[:width], segment.tokens[width:]
    if named[0].text[0] == "0" or first > MOST or not 0 <= last - first <= WIDEST:
        return None
    while place and place[0].kind in ".:":
        place = place[1:]
    locator = inside[place[0].start : place[-1].end] if place else ""
    return Cited(named[0].start, named[-1].end, first, last, locator=locator)


def _placed(work: Cited, segment: _Segment, inside: str) -> Cited:
    """The work with one more place; what stands between two places is kept as printed."""
    first, last = segment.tokens[0], segment.tokens[-1]
    begun = inside.index(work.locator, work.end) if work.locator else first.start
    return replace(work, locator=inside[begun : last.end])
