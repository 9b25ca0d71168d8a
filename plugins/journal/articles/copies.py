"""What one copy of an article says and the united article does not: nothing of it may vanish without a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from journal.records import Article, Block

WORD = re.compile(r"[^\W\d_]+|\d{4,}")  # shorter numbers may be marks of affiliations
LETTER = re.compile(r"[^\W_]")


def lost_in_union(united: Article, copies: Iterable[Article]) -> Iterator[tuple[Block, str]]:
    """(block of a copy, its words that the united article has nowhere, not even as a part of a longer word)."""
    here = " ".join(_letters(text) for text in _texts(united))
    for copy in copies:
        for block in _blocks(copy):
            lost = [word for word in WORD.findall(block.text) if _letters(word) not in here]
            if lost and _letters(block.text) not in here:
                yield block, " ".join(lost)


def _blocks(article: Article) -> Iterator[Block]:
    yield from (*article.blocks, *article.references, *article.others)
    for blocks in article.abstracts.values():
        yield from blocks


def _texts(article: Article) -> Iterator[str]:
    yield from (f"{block.marker} {block.text}" for block in _blocks(article))
    yield from (*article.titles.values(), *article.labels.values())
    for items in article.keywords.values():
        yield from items
    for author in article.authors:
        yield from filter(None, (author.name, *author.names.values(), author.affiliation, author.email, author.orcid))


def _letters(text: str) -> str:
    return "".join(LETTER.findall(text.casefold()))
