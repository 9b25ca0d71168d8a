"""The postings of the last build, put right where pages have changed, or words of theirs are others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from lunr_search.cache import Cache
from lunr_search.indexing.analysed import Analysed, News
from lunr_search.indexing.gathered import block, layout_of, part_of, postings
from lunr_search.indexing.joined import Joined
from lunr_search.indexing.places import Places
from lunr_search.indexing.postings import Block, Postings, Since
from lunr_search.indexing.rows import Layout
from lunr_search.reading.extract import Extract
from lunr_search.records import FIELDS, Ints

POSTINGS = "postings"  # kind of cache entry
NOTHING = Block(np.zeros(0, np.int64), np.zeros(0, np.uint32))


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """What stands in the cache: the postings of pages, and by document number the keys of these."""

    pages: Mapping[int, str]
    postings: Postings


def all_postings(extracts: Mapping[int, Extract], keys: Mapping[str, str], words: Analysed, cache: Cache) -> Postings:
    """The postings of the pages by their document numbers; kept as `words` are. `keys` are those of the pages."""
    key, documents = cache.key(POSTINGS.encode()), max(extracts) + 1
    pages = {number: keys[extracted.page.id] for number, extracted in extracts.items()}
    news = words.news
    kept = cache.load(key, POSTINGS) if news else None
    if news and isinstance(kept, Kept) and kept.postings.name == news.since and _is_alike(kept.postings, extracts):
        found = _renewed(kept, extracts, pages, words, news)
    else:
        found = postings(extracts, documents, words)
    if words.is_kept:
        cache.save(key, POSTINGS, Kept(pages, replace(found, since=None)))
    return replace(found, is_kept=words.is_kept)


def _is_alike(kept: Postings, extracts: Mapping[int, Extract]) -> bool:
    """Are rows still laid out so?"""
    return kept.layout == layout_of(extracts, max(extracts) + 1)


def _renewed(
    kept: Kept, extracts: Mapping[int, Extract], pages: Mapping[int, str], words: Analysed, news: News
) -> Postings:
    before, places = kept.postings, Places(words.known)
    others = {number for number in kept.pages.keys() | pages.keys() if kept.pages.get(number) != pages.get(number)}
    others.update(_touched(extracts, others, news, words.starts.size - 1))
    lengths = np.zeros((len(FIELDS), max(extracts) + 1), np.int64)
    same = [number for number in pages if number not in others]
    lengths[:, same] = before.lengths[:, same]
    parts, changed = {}, [np.zeros(0, np.int64)]
    for number in sorted(set(map(part_of, pages))):
        own = [document for document in sorted(others) if part_of(document) == number]
        fresh = {document: extracts[document] for document in own if document in extracts}
        new = block(fresh, before.layout, words, places, lengths)
        kept_rows, gone = _parted(before.parts.get(number, NOTHING), own, before.layout, news.ranks)
        parts[number] = _together(kept_rows, new)
        changed.append(before.layout.term(_unlike(gone, new)))
    since = Since(news.since, news.ranks, np.unique(np.concatenate(changed)))
    return Postings(before.layout, parts, lengths, words.name, since)


def _touched(extracts: Mapping[int, Extract], others: set[int], news: News, forms: int) -> Iterator[int]:
    """Of the other documents those that have a word or a pair of words which has other terms now."""
    moved = np.zeros(forms, np.bool_)
    moved[news.moved] = True
    pairs = Joined.of(dict.fromkeys(news.pairs, ()), forms)
    for number, extracted in extracts.items():
        if number not in others and (moved[extracted.tokens].any() or pairs.pairs(extracted).size):
            yield number


def _parted(old: Block, documents: list[int], layout: Layout, ranks: Ints) -> tuple[Block, Block]:
    """The rows of a block but for those of some documents, and these; terms stand by their places now.

    Those that are gone have no rows any more: what they had of the documents is left out.
    """
    if not documents:
        return _moved(old, layout, ranks), NOTHING
    are = np.isin(layout.document_of(old.keys), documents)
    gone = are & (ranks[layout.term(old.keys)] >= 0)
    kept, other = (_moved(Block(old.keys[own], old.counts[own]), layout, ranks) for own in (~are, gone))
    return kept, other


def _moved(old: Block, layout: Layout, ranks: Ints) -> Block:
    """Rows of terms that are still there, which keep their order."""
    keys = (ranks - np.arange(ranks.size))[layout.term(old.keys)]
    keys <<= layout.below_term  # in place: of such arrays each costs as much as what is done with it
    keys += old.keys
    return Block(keys, old.counts)


def _together(one: Block, other: Block) -> Block:
    """The rows of two blocks, in order; put among one another, where sorting them all takes three times as long."""
    if not one.keys.size or not other.keys.size:
        return one if one.keys.size else other
    places = np.searchsorted(one.keys, other.keys)
    return Block(np.insert(one.keys, places, other.keys), np.insert(one.counts, places, other.counts))


def _unlike(one: Block, other: Block) -> Ints:
    """The keys of rows that only one of two blocks has, or each with another count."""
    _, ones, others = np.intersect1d(one.keys, other.keys, assume_unique=True, return_indices=True)
    same = one.counts[ones] == other.counts[others]
    return np.concatenate([np.delete(one.keys, ones[same]), np.delete(other.keys, others[same])])
