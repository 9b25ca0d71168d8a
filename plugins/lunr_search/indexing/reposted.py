"""The postings of the last build, put right where pages have changed, or words of theirs are others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from lunr_search.cache import Cache
from lunr_search.reading.extract import Extract
from lunr_search.records import FIELDS, Ints

from .analysed import Analysed, News
from .joined import Joined
from .places import Places
from .postings import BLOCK, Block, Postings, block, layout_of, postings
from .rows import Layout

POSTINGS = "postings"  # kind of cache entry


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """What stands in the cache: the postings of all pages, by the terms of one analysis."""

    name: str
    """Of the analysis."""
    pages: Mapping[int, str]
    """Document number -> key of the page."""
    postings: Postings


def all_postings(extracts: Mapping[int, Extract], keys: Mapping[str, str], words: Analysed, cache: Cache) -> Postings:
    """The postings of the pages by their document numbers; kept for the next build. `keys` are those of the pages."""
    key, documents = cache.key(POSTINGS.encode()), max(extracts) + 1
    pages = {number: keys[extracted.page.id] for number, extracted in extracts.items()}
    news = words.news
    kept = cache.load(key, POSTINGS) if news else None
    if news and isinstance(kept, Kept) and kept.name == news.since and _is_alike(kept.postings.layout, extracts):
        found = _renewed(kept, extracts, pages, words, news)
    else:
        found = postings(extracts, documents, words)
    cache.save(key, POSTINGS, Kept(words.name, pages, found))
    return found


def _is_alike(layout: Layout, extracts: Mapping[int, Extract]) -> bool:
    """Are rows still laid out so?"""
    return layout == layout_of(extracts, max(extracts) + 1)


def _renewed(
    kept: Kept, extracts: Mapping[int, Extract], pages: Mapping[int, str], words: Analysed, news: News
) -> Postings:
    before, places = kept.postings, Places(words.known)
    others = {number for number in kept.pages.keys() | pages.keys() if kept.pages.get(number) != pages.get(number)}
    others.update(_touched(extracts, others, news, words.starts.size - 1))
    lengths = np.zeros((len(FIELDS), max(extracts) + 1), np.int64)
    same = [number for number in pages if number not in others]
    lengths[:, same] = before.lengths[:, same]
    parts = {}
    for number in sorted({document // BLOCK for document in pages}):
        own = [document for document in sorted(others) if document // BLOCK == number]
        fresh = {document: extracts[document] for document in own if document in extracts}
        found = [block(fresh, before.layout, words, places, lengths)] if fresh else []
        if number in before.parts:
            found.append(_moved(_without(before.parts[number], own, before.layout), before.layout, news.ranks))
        parts[number] = _together(found)
    return Postings(before.layout, parts, lengths)


def _touched(extracts: Mapping[int, Extract], others: set[int], news: News, forms: int) -> Iterator[int]:
    """Of the other documents those that have a word or a pair of words which has other terms now."""
    moved = np.zeros(forms, np.bool_)
    moved[news.moved] = True
    pairs = Joined.of(dict.fromkeys(news.pairs, ()), forms)
    for number, extracted in extracts.items():
        if number not in others and (moved[extracted.tokens].any() or pairs.pairs(extracted).size):
            yield number


def _without(old: Block, documents: list[int], layout: Layout) -> Block:
    """A block without the rows of some documents."""
    if not documents:
        return old
    kept = ~np.isin(layout.document_of(old.keys), documents)
    return Block(old.keys[kept], old.counts[kept])


def _moved(old: Block, layout: Layout, ranks: Ints) -> Block:
    """A block in which terms stand by their places now; all of them are still there, in the same order."""
    keys = (ranks - np.arange(ranks.size))[layout.term(old.keys)]
    keys <<= layout.below_term  # in place: of such arrays each costs as much as what is done with it
    keys += old.keys
    return Block(keys, old.counts)


def _together(blocks: list[Block]) -> Block:
    if len(blocks) == 1:
        return blocks[0]
    keys = np.concatenate([each.keys for each in blocks])
    counts = np.concatenate([each.counts for each in blocks])
    order = np.argsort(keys, kind="stable")
    return Block(keys[order], counts[order])
