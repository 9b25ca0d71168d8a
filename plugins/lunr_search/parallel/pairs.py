"""Counterparts of lemmas in the other languages: `pairs/` in docs/search-format.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from languages import fold
from lunr_search.files import File
from lunr_search.gathering.corpus import Corpus
from lunr_search.indexing.analysed import Analysed
from lunr_search.lists import Row, list_files
from lunr_search.reading.extract import Extract
from lunr_search.records import LANGS

from .bitexts import Lemmas
from .counterparts import Counterparts, absent, counterparts

SIZE = 24_000  # characters of a file: some 6 KB after gzip


def pair_files(documents: Mapping[int, Extract], corpus: Corpus, words: Analysed) -> list[File]:
    """The files by search key, the directory last; none where no page says anything in two languages."""
    if not any(len(page.page.keyword_lists) > 1 or len(page.page.titles) > 1 for page in documents.values()):
        return []
    lemmas = Lemmas(corpus.forms, words)
    return list_files("pairs/", [*_rows(counterparts(documents, lemmas)), *_absent_rows(lemmas)], SIZE)


def _rows(found: Counterparts) -> Iterator[Row]:
    """[lemma, language, [[language, articles, lemma, text if it is another]…]] by the key of its first lemma."""
    for (lang, lemma), others in sorted(found.others().items()):
        listed: list[list[Any]] = []
        for entry, count in others:
            text = found.text(entry)
            listed.append([LANGS.index(entry[0]), count, entry[1], *([text] if text != entry[1] else [])])
        yield fold(lemma.partition(" ")[0]), [lemma, LANGS.index(lang), listed]


def _absent_rows(lemmas: Lemmas) -> Iterator[Row]:
    """The same of the forms of words that no page has: [form, language, [[language, 0, lemma]…], 1]."""
    for (lang, form), others in sorted(absent(lemmas).items()):
        yield fold(form), [form, LANGS.index(lang), [[LANGS.index(other), 0, lemma] for other, lemma in others], 1]
