"""A site's pages, one at a time, with the lemma of each word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from languages import Analyser, cut
from lunr_search.cache import Cache
from lunr_search.executors import workers
from lunr_search.gathering.corpus import read_corpus
from lunr_search.gathering.facts import facts_of
from lunr_search.progress import Silent
from lunr_search.reading.extract import NO_LANGUAGE
from lunr_search.reading.pages import read_page
from lunr_search.records import Page, Passage

from .printed_pages import printed_pages
from .records import Paragraph, Text


def texts_of(site: Path, cache: Cache, mask: Callable[[str], str]) -> Iterator[Text]:
    """The indexed pages of `site` in the order of their ids, one in memory.

    `cache` is that of the site's index; `mask` hides what a paragraph holds of private data.

    Raises:
        lunr_search.errors.SiteError: no text, or a page that cannot be read.
    """
    places, analyser = _analysed(site, cache)
    for place in places:
        data = (site / place).read_bytes()
        read = read_page(place, data)
        if read:
            page = replace(read.page, passages=tuple(_masked(each, mask) for each in read.page.passages))
            yield Text(page, tuple(_paragraphs(page, printed_pages(data), analyser)))


def _masked(passage: Passage, mask: Callable[[str], str]) -> Passage:
    return replace(passage, text=mask(passage.text))


def _analysed(site: Path, cache: Cache) -> tuple[Sequence[str], Analyser]:
    """The pages' places in the site, and the analyser of the index: it must know the words of all of them."""
    with workers(None, None) as staff:
        corpus, state = read_corpus(site, cache, staff, Silent())
        facts = facts_of(corpus, state, cache, staff, Silent())
    return [unquote(extract.page.url) for extract in corpus.extracts], Analyser(corpus.words(), facts)


def _paragraphs(page: Page, pages: dict[str, str], analyser: Analyser) -> Iterator[Paragraph]:
    for number, passage in enumerate(page.passages, 1):
        words, gaps = cut(passage.text)
        yield Paragraph(
            number=number,
            lang=passage.lang,
            part=passage.part,
            anchor=passage.anchor,
            page=pages.get(passage.anchor, ""),
            forms=words,
            lemmas=[_lemma(word, passage, analyser) for word in words],
            gaps=gaps,
        )


def _lemma(word: str, passage: Passage, analyser: Analyser) -> str:
    """What the index files the word under: of its terms the first."""
    return analyser.terms(word, passage.lang or NO_LANGUAGE)[0].text
