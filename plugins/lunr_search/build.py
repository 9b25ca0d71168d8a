"""A folder of HTML pages -> `search/` in it.

Files named by their content are written first and disturb nobody; the manifest, which names them, is exchanged last. So a
build that fails, is killed or finds no room leaves the search as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from languages import Analyser

from .cache import Cache, site_cache
from .documents import documents_file, ids_before, ids_file, numbered
from .executors import workers
from .extract import Extract
from .facets import facet_files
from .facts import facts_of
from .files import File
from .folder import Folder
from .known import ordered
from .lexicon import lexicon, used, vocabulary, words_of
from .manifest import Counts, manifest_files, manifest_in
from .pieces import text_name
from .postings import Postings, frequencies, postings, written
from .scripts import scripts
from .site import TEXTS, chosen, read_site
from .terms import Known, term_files
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
    cache: Cache | None = None,
    before: Path | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Stats:
    """Write the search files of `site`; with `whole`, also the union as one lunr index.

    `before` are the search files of the last build where they lie elsewhere: documents keep their numbers.

    Raises:
        SiteError: the folder cannot be indexed.
        WorkerError: nobody is there to do the work.
    """
    folder = Folder(site / "search")
    if before:
        folder.adopt(before)
    cache = cache or site_cache(site)
    with workers(jobs, scheduler) as staff:
        state = read_site(site, cache, staff)
        pages = chosen(state, site)
        say(f"{len(pages)} pages")
        extracts = [extracted for _, extracted in pages]
        words = list(state.forms)
        counts = used(words, extracts)
        attested = vocabulary(words, counts)
        facts = facts_of(attested, cache, staff)
    analyser = Analyser(attested, facts)
    lexed = lexicon(words, counts, extracts, analyser)
    known, ranks = ordered(lexed, analyser)
    say(f"{words_of(lexed, counts)} words, {len(lexed.lemmas)} lemmas")
    before = manifest_in(folder.path)
    documents = numbered(extracts, ids_before(folder.path, before))
    last = max(documents) + 1
    found = postings(documents, last, lexed, ranks)
    texts = _write_texts(folder, documents, dict(zip((e.page.id for e in extracts), (k for k, _ in pages), strict=True)), cache)
    lemma_places = sorted(ranks[list(lexed.lemmas)].tolist())
    terms, listed = _write_terms(folder, known, found, lemma_places)
    total = len(documents)
    tallies = Counts(total, last, words_of(lexed, counts), [int(row.sum()) / total for row in found.lengths])
    single = [documents_file(documents, found.lengths), ids_file(documents, last)]
    facets = facet_files(documents, last)
    for file in (*listed, *single, *facets.values()):
        folder.write(file)
    *ranges, manifest = manifest_files(tallies, single[0], single[1], facets, terms, listed, texts)
    for file in ranges:
        folder.write(file)
    folder.publish(manifest, scripts())
    cache.prune()
    if whole:
        write_whole(whole, documents, known, found)
    return Stats(total, tallies.words, len(lexed.lemmas), len(folder.names), folder.bytes)


def _write_texts(folder: Folder, documents: Mapping[int, Extract], keys: Mapping[str, str], cache: Cache) -> list[str]:
    """The names of the text files; those that are not there are written from what the cache has of the page."""
    names: list[str] = []
    for number, extracted in documents.items():
        own = [text_name(number, extracted.version, piece) for piece in range(extracted.pieces)]
        names += own
        if all(folder.has(name) for name in own):
            for name in own:
                folder.keep(name)
            continue
        data = cache.read(keys[extracted.page.id], TEXTS) or b""
        for name, text in zip(own, data.decode("utf-8", "surrogatepass").split("\n"), strict=True):
            folder.write(File(f"{name}.js", f'izdeu.put("{name}",{text});\n'))
    return names


def _write_terms(
    folder: Folder, known: Known, found: Postings, lemmas: Sequence[int]
) -> tuple[list[File], list[File]]:
    """The term shards, without their texts, and the lists of words."""
    texts, begins, documents = [], [np.zeros(1, np.int64)], []
    for first, last, rows in found.slices(len(known.terms)):
        text, starts = written(rows, first, last)
        texts.append(text)
        begins.append(starts[1:] + begins[-1][-1])
        documents.append(frequencies(rows, first, last)[0])
    shards: list[File] = []
    for file in term_files(known, np.concatenate(texts), np.concatenate(begins)):
        folder.write(file)
        shards.append(File(file.path, "", file.first))
    held = np.concatenate(documents).tolist()
    return shards, list(word_files((known.keys[place], known.terms[place], held[place]) for place in lemmas))
