"""What a build says at its end."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from journal.corpus import Corpus
from lunr_search.build import Stats


def summary(corpus: Corpus, stats: Stats, output: Path, report: Path) -> str:
    """A few lines: articles by language, words, lemmas, bytes of the index, warnings, what to open."""
    langs = Counter(article.lang for article in corpus.cards)
    by_lang = ", ".join(f"{lang} {count}" for lang, count in sorted(langs.items()))
    kinds = corpus.report.counts()
    repairs = kinds["join"] + kinds["repair"] + kinds["homoglyph"]
    lines = [
        f"{len(corpus.cards)} articles ({by_lang}), {stats.words} words, {stats.lemmas} lemmas",
        f"search: {stats.files} files, {stats.bytes / 1000:.0f} KB before compression",
        (
            f"texts: {repairs} repairs, {kinds['drop']} lines dropped as page furniture, "
            f"{kinds['duplicate']} duplicates merged, {kinds['warning']} warnings; see {report}"
        ),
        f"open {output / 'index.html'}",
    ]
    return "\n".join(lines)
