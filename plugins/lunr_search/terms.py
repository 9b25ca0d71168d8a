"""Terms and their postings -> term shards, in the order of the terms' search keys: `terms/` in docs/search-format.md.

One shard serves a word's exact spelling, its other spellings, its prefix family and the candidates of its analysis,
because their keys are neighbours. What a shard must know of terms elsewhere, it says in `aliases` and `above`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from languages import Entries, Head, fold, folds

from .coding import front_coded, utf16
from .files import File, script
from .numbers import Text, encode, encoded, text_of
from .records import Ints

SHARD = 16_000  # characters of postings and terms: about 9 KB after gzip
HOT = 8_000  # characters of postings from which a term has a shard of its own
ROW = 8  # characters that a term takes beside its letters and its postings, about
KAZAKH = 3  # flags of a Kazakh noun or verb
LAST = b"\xff\xff\xff"  # behind all keys


@dataclass(frozen=True, slots=True)
class Known:
    """What the index knows of its terms, all in the order of (key, term)."""

    terms: Sequence[str]
    keys: Sequence[str]
    entries: Entries


@dataclass(frozen=True, slots=True)
class Alias:
    """A head that stands in another shard than its lemma, or too far from it."""

    text: str
    flags: int
    stem: int
    endings: tuple[str, ...]
    target: str


@dataclass(frozen=True, slots=True)
class Shard:
    """Terms from `first` to before `last`."""

    key: str
    """What its range begins with: the first key of a hot term, else as much of it as comes after the shard before."""
    first: int
    last: int
    aliases: list[Alias] = field(default_factory=list)
    above: list[tuple[str, int]] = field(default_factory=list)


def term_files(known: Known, text: Text, begins: Ints) -> Iterator[File]:
    """The shards in the order of their keys; `text` and `begins` as `postings.written` gives them for all terms."""
    shards = list(_cut(known, np.diff(begins)))
    _add_aliases(shards, known)
    _add_above(shards, known)
    columns = Columns(Row.of(known.entries.flags), Row.of(known.entries.stems), Row(text, begins, apart=1))
    for shard in shards:
        yield _file(shard, known, columns)


def _cut(known: Known, sizes: Ints) -> Iterator[Shard]:
    """Shards of about `SHARD` characters; terms with one key are never parted, but hot ones stand alone."""
    size = first = 0
    keys = known.keys
    key = keys[0] if keys else ""
    for place, (term, postings) in enumerate(zip(known.terms, sizes.tolist(), strict=True)):
        weight = len(term) + postings + ROW
        new_key = place > 0 and keys[place] != keys[place - 1]
        if new_key and (size + weight > SHARD or postings > HOT):
            yield Shard(key, first, place)
            hot = postings > HOT
            key, size, first = keys[place] if hot else _after(keys[place - 1], keys[place]), 0, place
        size += SHARD if postings > HOT else weight  # nothing more joins a hot term
    if known.terms:
        yield Shard(key, first, len(known.terms))


def _after(before: str, key: str) -> str:
    """The shortest beginning of `key` that comes after `before`."""
    pairs = enumerate(zip(before, key, strict=False))
    shared = next((place for place, (one, other) in pairs if one != other), len(before))
    return key[: shared + 1]


def _add_aliases(shards: Sequence[Shard], known: Known) -> None:
    """Forms whose keys belong to another shard than their lemma's are told there; those of other heads in both.

    By the former a word is understood, by the latter it is marked where the lemma was asked for.
    """
    firsts = [utf16(shard.key) for shard in shards]
    terms, entries = known.terms, known.entries
    inflected = [place for place, endings in enumerate(entries.endings) if endings]
    stems = folds([terms[place][: entries.stems[place]] for place in inflected])
    homes = np.repeat(np.arange(len(shards)), [shard.last - shard.first for shard in shards]).tolist()
    for place, stem in zip(inflected, stems, strict=True):
        term, home = terms[place], homes[place]
        if not _at_home(stem, home, firsts):
            own = Head(term, entries.stems[place], entries.endings[place])
            _share(own, home, entries.flags[place], term, shards, firsts)
        for head in entries.aliases.get(place, ()):
            shards[home].aliases.append(Alias(head.text, entries.flags[place], head.stem, head.endings, term))
            _share(head, home, entries.flags[place], term, shards, firsts)


def _at_home(stem: str, home: int, firsts: Sequence[bytes]) -> bool:
    """Do the keys of all words that begin with a stem, given as a key, belong to this shard?"""
    key = utf16(stem)
    following = firsts[home + 1] if home + 1 < len(firsts) else LAST
    return (firsts[home] <= key or not home) and key < following and not following.startswith(key)


def _shard_of(key: str, firsts: Sequence[bytes]) -> int:
    return max(0, bisect_right(firsts, utf16(key)) - 1)


def _share(
    head: Head, home: int, flags: int, target: str, shards: Sequence[Shard], firsts: Sequence[bytes]
) -> None:
    """Put the forms of a head into the shards of their keys, but for those of the lemma's own shard."""
    stem = head.text[: head.stem]
    groups: dict[int, list[str]] = defaultdict(list)
    for ending in head.endings:
        groups[_shard_of(fold(stem + ending), firsts)].append(ending)
    for number, endings in sorted(groups.items()):
        if number != home:
            shards[number].aliases.append(Alias(stem + endings[0], flags, head.stem, tuple(endings), target))


def _add_above(shards: Sequence[Shard], known: Known) -> None:
    """Kazakh terms of earlier shards that are beginnings of a shard's first key: no other can be a stem in it."""
    places: dict[str, list[int]] = defaultdict(list)
    beginnings = {shard.key[:length] for shard in shards for length in range(1, len(shard.key))}
    for place, key in enumerate(known.keys):
        if key in beginnings and known.entries.flags[place] & KAZAKH:
            places[key].append(place)
    for shard in shards:
        key = shard.key
        found = (place for length in range(1, len(key)) for place in places.get(key[:length], ()))
        shard.above.extend((known.terms[place], known.entries.flags[place]) for place in found)


@dataclass(frozen=True, slots=True)
class Row:
    """Numbers of all terms in one text: each term's begin at its place and end `apart` signs before the next one's."""

    text: Text
    begins: Ints
    apart: int = 0

    @classmethod
    def of(cls, numbers: Iterable[int]) -> Row:
        return cls(*encode(np.fromiter(numbers, np.int64)))

    def part(self, shard: Shard) -> str:
        """Those of the terms of a shard."""
        return text_of(self.text[self.begins[shard.first] : self.begins[shard.last] - self.apart])


@dataclass(frozen=True, slots=True)
class Columns:
    """What shards say of their terms, term by term."""

    flags: Row
    stems: Row
    postings: Row


def _file(shard: Shard, known: Known, columns: Columns) -> File:
    """Columns compress better than rows, and equal sets of endings are written once."""
    own = known.entries.endings[shard.first : shard.last]
    sets: dict[tuple[str, ...], int] = {}
    for endings in (*own, *(alias.endings for alias in shard.aliases)):
        if endings:
            sets.setdefault(endings, len(sets) + 1)
    data = {
        "terms": front_coded(known.terms[shard.first : shard.last]),
        "flags": columns.flags.part(shard),
        "stems": columns.stems.part(shard),
        "sets": encoded(sets.get(endings, 0) for endings in own),
        "endings": [" ".join(endings) for endings in sets],
        "postings": columns.postings.part(shard),
        "aliases": [
            [alias.text, alias.flags, alias.stem, sets.get(alias.endings, 0), alias.target]
            for alias in sorted(shard.aliases, key=lambda alias: (utf16(alias.text), utf16(alias.target)))
        ],
        "above": shard.above,
    }
    return script("terms/", data, shard.key)
