"""The index -> search files: classic scripts that each call `izdeu.put(name, data)`.

    search/manifest.js          format, digest, counts, fields, language tables, key ranges of the term shards
    search/documents-HASH.js    ids and field lengths, by document number
    search/terms/HASH.js        terms in the order of their folded keys, with postings
    search/words/HASH.js        the words by their first letters, for what was mistyped
    search/articles/HASH.js     what a result line shows, 40 documents a file
    search/text/HASH.js         passages, a few kilobytes a file

Names carry a hash of the content, so a file never changes under its name. Postings hold counts and passage numbers,
not weights: the page computes lunr's weights from the manifest's averages, so that one new article does not change
every file.
"""

from __future__ import annotations

import tomllib
from dataclasses import asdict
from importlib.resources import files
from typing import Any

from languages import Analyser

from .files import File, call, short_hash
from .records import FIELDS, LANGS, PARTS, Index
from .repeats import rules
from .terms import term_files
from .texts import ARTICLES, article_files, document_file, text_files
from .vocabulary import word_files
from .whole import K1, B

FORMAT = 1
MANIFEST = "manifest.js"


def search_files(index: Index, analyser: Analyser, tables: dict[str, Any]) -> list[File]:
    """All search files; the manifest is the last."""
    terms, words = list(term_files(index, analyser)), list(word_files(index))
    documents = document_file(index)
    texts, pieces = text_files(index.documents)
    articles = article_files(index.documents, pieces)
    written = [*terms, *words, documents, *articles, *texts]
    manifest = {
        "format": FORMAT,
        "digest": short_hash("".join(file.path for file in written)),
        "count": len(index.documents),
        "words": index.words,
        "fields": [
            {"name": f.name, "boost": f.boost, "average": a} for f, a in zip(FIELDS, index.averages(), strict=True)
        ],
        "k1": K1,
        "b": B,
        "langs": LANGS,
        "parts": PARTS,
        "perArticles": ARTICLES,
        "documents": documents.name,
        "articles": [file.name for file in articles],
        "terms": [[file.first, file.name] for file in terms],
        "vocabulary": [[file.first, file.name] for file in words],
        "tables": tables,
        "ranking": table("ranking.toml"),
        "typing": table("typing.toml"),
        "repeats": asdict(rules()),
    }
    return [*written, File(MANIFEST, call("manifest", manifest))]


def table(name: str) -> dict[str, Any]:
    """What only the page reads: `ranking.toml`, weights and limits of a question; `typing.toml`, how it is mistyped."""
    return tomllib.loads((files(__package__) / "tables" / name).read_text("utf-8"))
