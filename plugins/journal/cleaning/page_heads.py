"""Running heads: short lines that come again where pages end.

In: the lines with text, the page numbers and the lines that name an issue. Out: the ranks of running heads. A line is
one when it comes again beside page numbers or marks of new pages, and stands in the middle of a sentence at least once:
no heading, row of a table or item of a list does that. Left and right heads are two lines that each come again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from journal.signs.bylines import are_names
from journal.signs.labels import Labels
from journal.signs.shapes import is_capitals
from journal.signs.spellings import Spellings, letters_of, said_before

from .issue_lines import is_periodical, is_serial, read_issue_line
from .page_edges import Filled
from .page_places import Place, Places

NUMBER, YEAR = re.compile(r"\d+"), re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
CALM = 3  # times that a line comes again between whole sentences: two may be chance
OFTEN = 6  # times that only what stands on every page comes again: an article's title heads few pages
NEAR = 4  # pages: a head comes again on the next page or the one after, with two pages that lost it
SETTLED = 2  # heads on one side of the numbers show that heads stand on this side


def running_heads(text: Filled, labels: Labels, numbers: Mapping[int, int], issues: Collection[int]) -> frozenset[int]:
    """Ranks of all running heads; `numbers`: ranks of page numbers -> numbers; `issues`: lines that name an issue."""
    places = Places(text, labels, numbers, issues)
    groups = _groups(text, {*places.candidates(), *issues})
    begun = {rank for ranks in groups if len(ranks) > 1 for rank in ranks if text.may_begin(rank)}
    second = {rank for ranks in groups if len(ranks) > 1 for rank in ranks if rank - 1 in begun}
    places.known = {*numbers, *issues, *begun, *second}
    again = [[places.at(rank) for rank in ranks] for ranks in groups if len(ranks) > 1]
    heads = {place.rank for group in again if _comes_again(group) for place in _heads_of(group, text)}
    sides = _sides(heads, numbers)
    settled = [group for group in again if _is_settled(group, sides)]
    heads |= {place.rank for group in settled for place in _heads_of(group, text)}
    single = [places.at(rank) for ranks in groups if heads.isdisjoint(ranks) for rank in ranks]
    heads |= {place.rank for place in _alone(single, text, _sides(heads, numbers))}
    heads |= _lasting(text, heads, places)
    return frozenset({*issues, *heads, *_second_lines(again, heads)})


def _groups(text: Filled, ranks: Collection[int]) -> list[list[int]]:
    """Ranks of the lines that are one line but for numbers and misread letters."""
    spellings = Spellings()
    groups: dict[int, list[int]] = {}
    for rank in sorted(ranks):
        groups.setdefault(spellings.group(letters_of(text.text(rank))), []).append(rank)
    return list(groups.values())


def _comes_again(group: Sequence[Place]) -> bool:
    """Is this line a head wherever it stands at a page's edge?"""
    group = [place for place in group if place.may_begin]
    edges = [place for place in group if place.edge]
    torn = [place for place in group if place.torn]
    if torn and _distinct(edges) > 1:
        return True
    if len(torn) > 1 and _distinct(torn) >= CALM:
        return True
    calm = [place for place in group if place.side and (place.calm or place.cut)]
    return _distinct(calm) >= CALM and _near(calm)


def _distinct(places: Sequence[Place]) -> int:
    """Times that the line comes again with other text around it: a passage that is printed twice has the same."""
    return min(len({place.above for place in places}), len({place.below for place in places}))


def _near(places: Sequence[Place]) -> bool:
    """Does the line come again within a few pages?"""
    pages = [place.page for place in places if place.page is not None]
    return any(0 < after - page <= NEAR for page, after in pairwise(pages))


def _heads_of(group: Sequence[Place], text: Filled) -> Iterator[Place]:
    """Of the lines that come again those that are heads: the title over its article is not, nor its authors."""
    for place in group:
        if not place.may_begin:
            continue
        words = text.text(place.rank)
        issue = read_issue_line(words)
        lasting = is_serial(words) or len(group) >= OFTEN
        numbers = NUMBER.findall(words)
        dated = issue is not None or (bool(numbers) and (is_serial(words) or (len(numbers) > 1 and YEAR.search(words))))
        first = place is group[0] and not is_periodical(words)
        opens = place.opens and not dated and not (lasting and not first)
        if place.cut or ((place.edge or place.rank == 0) and not opens):
            yield place


def _sides(heads: Collection[int], numbers: Mapping[int, int]) -> set[int]:
    """-1 when heads stand over the page numbers, 1 when under them."""
    counts = {side: sum(rank - side in numbers for rank in heads) for side in (-1, 1)}
    return {side for side, count in counts.items() if count >= SETTLED}


def _is_settled(group: Sequence[Place], sides: Collection[int]) -> bool:
    """A line that comes again next to the number, where other pages have heads too."""
    there = [place for place in group if place.side in sides and place.may_begin and not place.opens]
    return _distinct(there) > 1 and _near(there)


def _alone(places: Sequence[Place], text: Filled, sides: Collection[int]) -> Iterator[Place]:
    """A line that stands once: an article's title in a sentence; its authors or capitals, next to a page number."""
    near = [place for place in places if place.may_begin and (place.torn or (place.side and place.side in sides))]
    said = said_before(text.texts, [place.rank for place in near])
    for place in near:
        words = text.text(place.rank)
        names = are_names(words)
        if (place.torn and ((place.side and (names or is_capitals(words))) or (place.rank in said and not names))) or (
            names and place.side in sides and (place.calm if place.rank in said else place.edge and not place.opens)
        ):
            yield place


def _lasting(text: Filled, heads: Collection[int], places: Places) -> set[int]:
    """The journal's name on pages that show no end otherwise."""
    known = Counter(letters_of(text.text(rank)) for rank in heads if is_serial(text.text(rank)))
    names = {letters for letters, times in known.items() if times >= CALM}
    longest = max(map(len, names), default=0) * 2
    same = (r for r in range(len(text.at)) if len(text.text(r)) <= longest and letters_of(text.text(r)) in names)
    return {rank for rank in same if not (place := places.at(rank)).opens and (place.calm or place.rank in heads)}


def _second_lines(groups: Sequence[Sequence[Place]], heads: Collection[int]) -> Iterator[int]:
    """The rest of a head that takes two lines, where it begins with a small letter."""
    for group in groups:
        behind = [place for place in group if place.rank - 1 in heads]
        if not group[0].may_begin and _distinct(behind) > 1:
            yield from (place.rank for place in behind)
