"""A folder of HTML pages -> `search/` in it.

Files named by their content are written first and disturb nobody; the manifest, which names them, is exchanged last. So
a build that fails, is killed or finds no room leaves the search as it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from languages import Analyser

from .cache import Cache, opened_cache
from .corpus import Corpus, read_corpus
from .documents import documents_file, ids_before, ids_file, numbered
from .executors import workers
from .facets import facet_files
from .folder import Folder
from .known import ordered
from .lexicon import lexicon, words_of
from .manifest import Counts, manifest_files, manifest_in
from .postings import postings, written_all
from .progress import Progress, Silent
from .scripts import scripts
from .terms import term_files
from .texts import write_texts
from .vocabulary import word_files
from .whole import write_whole


@dataclass(frozen=True, slots=True)
class Stats:
    """`bytes` is the size of the search files without the scripts."""

    documents: int
    words: int
    lemmas: int
    files: int
    bytes: int


def build(
    site: Path,
    whole: Path | None = None,
    jobs: int | None = None,
    scheduler: str | None = None,
    before: Path | None = None,
    progress: Progress | None = None,
) -> Stats:
    """Write the search files of `site`; with `whole`, also the union as one lunr index.

    `before` are the search files of the last build where they lie elsewhere: documents keep their numbers.

    Raises:
        SiteError: the folder cannot be indexed, or nobody is there to do the work.
    """
    progress = progress or Silent()
    folder = Folder(site / "search")
    if before:
        folder.adopt(before)
    with opened_cache(site) as cache:
        with workers(jobs, scheduler) as staff:
            corpus = read_corpus(site, cache, staff, progress)
        stats = _index(site, folder, corpus, cache, whole, progress)
        cache.prune()
    return stats


def _index(site: Path, folder: Folder, corpus: Corpus, cache: Cache, whole: Path | None, progress: Progress) -> Stats:
    """Everything that needs all pages at once."""
    analyser = Analyser(corpus.vocabulary, corpus.facts)
    lexed = lexicon(corpus, analyser)
    known, ranks = ordered(lexed, analyser)
    words = words_of(lexed, corpus.counts)
    progress.say(f"{words} words, {len(lexed.lemmas)} lemmas")
    manifest = manifest_in(folder.path)
    documents = numbered(corpus.extracts, ids_before(folder.path, manifest))
    last = max(documents) + 1
    found = postings(documents, last, lexed, ranks)
    written = written_all(found, len(known.terms))
    names = write_texts(site, folder, documents, corpus.keys, cache)
    terms = [folder.write(file) for file in term_files(known, written.text, written.begins)]
    lemmas = sorted(ranks[list(lexed.lemmas)].tolist())
    lists = word_files((known.keys[place], known.terms[place], int(written.documents[place])) for place in lemmas)
    listed = [folder.write(file) for file in lists]
    counts = Counts(len(documents), last, words, [int(row.sum()) / len(documents) for row in found.lengths])
    columns = {"documents": documents_file(documents, found.lengths), "ids": ids_file(documents, last)}
    facets = facet_files(documents, last)
    for file in (*columns.values(), *facets.values()):
        folder.write(file)
    *ranges, first = manifest_files(counts, columns, facets, terms, listed, names)
    for file in ranges:
        folder.write(file)
    folder.publish(first, scripts())
    if whole:
        write_whole(whole, documents, known, found)
    return Stats(len(documents), words, len(lexed.lemmas), len(folder.names), folder.bytes)
