"""Lemmas whose postings a second shard holds, so that a word read in two languages needs no third one.

A form of a Russian or English lemma in another shard than the lemma's may be read as one of a Kazakh stem in a third.
"""

from __future__ import annotations

from collections.abc import Sequence

from languages import fold
from lunr_search.indexing.known import Known

from .edges import heads_of
from .shards import Alias, Shard


def copied(shard: Shard, kazakh: Sequence[str], known: Known) -> set[str]:
    """The lemmas elsewhere whose forms in this shard begin with one of these stems elsewhere, given as search keys.

    Their heads are told in whole, as in their own shard, by which forms of all kinds are marked.
    """
    stems, own = tuple(stem for stem in kazakh if len(stem) > 1), set(known.terms[shard.first : shard.last])
    forms = ((alias.target, alias.text[: alias.stem] + ending) for alias in shard.aliases for ending in alias.endings)
    found = {target for target, form in forms if target not in own and fold(form).startswith(stems)}
    shard.aliases[:] = [alias for alias in shard.aliases if alias.target not in found]
    return found


def whole_heads(shard: Shard, place: int, known: Known) -> None:
    """Tell all forms of the term at this place."""
    term, flags = known.terms[place], int(known.entries.flags[place])
    for head in heads_of(place, known):
        shard.aliases.append(Alias(head.text, flags, head.stem, head.endings, term))
