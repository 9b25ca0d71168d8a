"""Lemmas whose postings a second shard holds, so that a word read in two languages needs no third one.

A form of a Russian or English lemma in another shard than the lemma's may be read as one of a Kazakh stem in a third.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from languages import folds
from lunr_search.indexing.known import Known

from .edges import heads_of
from .shards import Alias, Shard


def copied(shards: Sequence[Shard], kazakh: Sequence[Sequence[str]]) -> Iterator[set[int]]:
    """For each shard the places of lemmas elsewhere, forms of which in this shard begin with one of its Kazakh stems.

    These stand elsewhere, too, and are given as search keys. The heads of such a lemma are to be told in whole, as in
    their own shard, by which forms of all kinds are marked; what was told of them is taken back.
    """
    stems = [tuple(stem for stem in own if len(stem) > 1) for own in kazakh]
    asked = [_elsewhere(shard) if own else [] for shard, own in zip(shards, stems, strict=True)]
    keys = iter(folds([form for aliases in asked for alias in aliases for form in _forms(alias)]))
    for shard, own, aliases in zip(shards, stems, asked, strict=True):
        forms = [(alias.place, list(islice(keys, len(alias.endings)))) for alias in aliases]
        found = {place for place, own_keys in forms if any(key.startswith(own) for key in own_keys)}
        shard.aliases[:] = [alias for alias in shard.aliases if alias.place not in found]
        yield found


def _elsewhere(shard: Shard) -> list[Alias]:
    """What a shard is told of lemmas elsewhere."""
    return [alias for alias in shard.aliases if not shard.first <= alias.place < shard.last]


def _forms(alias: Alias) -> Iterator[str]:
    return (alias.text[: alias.stem] + ending for ending in alias.endings)


def whole_heads(shard: Shard, place: int, known: Known) -> None:
    """Tell all forms of the term at this place."""
    term, flags = known.terms[place], int(known.entries.flags[place])
    for head in heads_of(place, known):
        shard.aliases.append(Alias(head.text, flags, head.stem, head.endings, term, place))
