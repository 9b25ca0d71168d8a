"""A folder of HTML pages -> `search/` in it.

Files named by their content are written first and disturb nobody; the manifest, which names them, is exchanged last. So
a build that fails, is killed or finds no room leaves the search as it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from languages.uncollected import uncollected

from .bundling.scripts import scripts
from .cache import opened_cache
from .carried import Carried
from .errors import WorkerError
from .executors import workers
from .files import File
from .gathering.corpus import Corpus, read_corpus
from .gathering.facts import facts_of
from .indexing.analysed import Analysed, Indexed
from .indexing.postings import Postings
from .indexing.stretches import Stretches
from .indexing.written import Written
from .parallel.pairs import pair_files
from .progress import Progress, Silent
from .reading.extract import Extract
from .renewing.kept import analysis
from .renewing.reposted import all_postings
from .renewing.rewritten import all_written
from .writing.citing import citing_files
from .writing.documents import documents_file, ids_before, ids_file, numbered
from .writing.facets import facet_files
from .writing.files import Files
from .writing.folder import Folder
from .writing.manifest import Counts, manifest_files, manifest_in
from .writing.shards import correct_firsts, relations_of, shards_of
from .writing.suggestions import suggestion_files
from .writing.terms import term_files
from .writing.texts import begun_texts
from .writing.vocabulary import Lemmas, first_letters, word_files
from .writing.whole import write_whole

MANY = 2_000  # pages; of more, what other processes hold beside this one would be the peak of memory


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
    folder = Folder(site / "search")
    if before:
        folder.adopt(before)
    try:
        return _built(site, folder, whole, (jobs, scheduler), progress or Silent())
    except (OSError, WorkerError):
        folder.abandon()
        raise


def _built(
    site: Path, folder: Folder, whole: Path | None, staff_of: tuple[int | None, str | None], progress: Progress
) -> Stats:
    with opened_cache(site) as cache:
        with workers(*staff_of) as staff:
            with staff.readers() as readers:
                corpus, state = read_corpus(site, cache, readers, progress)
                if len(corpus.extracts) > MANY:
                    staff.go()
                facts = facts_of(corpus, state, cache, readers, progress)
            documents = numbered(corpus.extracts, ids_before(folder.path, manifest_in(folder.path)))
            texts = begun_texts(site, folder, documents, corpus.keys, cache, staff)
            with uncollected():
                words = analysis(corpus, facts, state, cache)
                del facts  # most of what is in memory
                indexed = words.indexed(corpus.counts)
                progress.say(f"{indexed.words} words, {indexed.lemmas.size} lemmas")
                found = all_postings(documents, corpus.keys, words, cache)
                files = Files(folder, Carried(cache), staff)
                lists = lists_of(documents, corpus, words, files)
                documents = {number: each.without_words() for number, each in documents.items()}
                del corpus, state, words  # which are large
                written = all_written(found, len(indexed.known.terms), cache, staff)
                _publish(folder, documents, indexed, found, written, texts.done(folder), lists, files)
        cache.prune()
    if whole:
        write_whole(whole, documents, indexed.known, found)
    return Stats(len(documents), indexed.words, len(indexed.lemmas), len(folder.names), folder.bytes)


def lists_of(
    documents: Mapping[int, Extract], corpus: Corpus, words: Analysed, files: Files
) -> dict[str, Sequence[File]]:
    """What is loaded only by those who ask for it: lists by name, written, the directory of each last."""
    return {
        "pairs": [files.write(file) for file in pair_files(documents, corpus, words)],
        "suggest": suggestion_files(documents, files),
        "cite": citing_files(documents, max(documents) + 1, corpus.keys, files),
    }


def _publish(
    folder: Folder,
    documents: Mapping[int, Extract],
    indexed: Indexed,
    found: Postings,
    written: Written,
    texts: Sequence[str],
    lists: Mapping[str, Sequence[File]],
    files: Files,
) -> None:
    """Write all other files, then the manifest.

    `texts` are the names of the text files; `lists` are written, and each ends with its directory.
    """
    known, last = indexed.known, max(documents) + 1
    stretches = Stretches(known, files.carried, files.workers)
    relations, firsts = stretches.columns(relations_of, first_letters)
    correct_firsts(relations, known, stretches.ranges)
    shards = list(shards_of(known, relations, np.diff(written.begins)))
    hashes = stretches.keep([(shard.first, shard.last) for shard in shards])
    terms = term_files(shards, hashes, known, written, files)
    vocabulary = word_files(Lemmas(known, indexed.lemmas, firsts, written.documents), shards, hashes, files)
    every = {"vocabulary": vocabulary, **lists}
    listed = {name: own[-1] for name, own in every.items() if own}
    columns = {"documents": documents_file(documents, found.lengths), "ids": ids_file(documents, last)}
    facets = facet_files(documents, last, files.carried)
    averages = [int(row.sum()) / len(documents) for row in found.lengths]
    counts = Counts(len(documents), last, indexed.words, averages)
    *ranges, manifest = manifest_files(counts, columns, facets, terms, listed, texts)
    for file in (*columns.values(), *facets.values(), *ranges):
        folder.write(file)
    files.carried.save()
    folder.publish(manifest, scripts())
