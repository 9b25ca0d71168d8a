"""What holds for every input of the reader: it is read or refused in a sentence, and nothing is lost in silence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.scoring.letters import letters, plain
from benchmarks.scoring.reading import clean_lines
from journal.corpus import Corpus
from journal.dumps import CorpusError
from journal.paragraphs.markdown import looks_like_markdown
from journal.records import Article, Block
from journal.signs import labels
from tests.journal.tools import corpus

WORD = re.compile(r"[^\W\d_]+|\d{4,}")  # shorter numbers may be marks of affiliations
CONTACT = labels.load().contact  # words before an address say nothing themselves
OBSERVERS: list[Callable[[Corpus], None]] = []  # told of everything that is read: the fuzzer learns from it
LATEST: list[dict[str, bytes]] = []  # what was read last
TOLD = ("drop", "warning", "duplicate", "redact")  # kinds of entries that tell of a line


def read(files: dict[str, bytes]) -> Corpus | None:
    """The corpus of some files, checked; None where the reader refused them in a sentence."""
    LATEST[:] = [files]
    errors = ()
    with TemporaryDirectory() as folder:
        try:
            found = corpus(Path(folder), files)
            check(found, Path(folder))
            return found
        except CorpusError as error:
            errors = error.errors
    assert errors
    assert all(error.file in files and error.message and "\n" not in error.message for error in errors)
    return None


def check(found: Corpus, folder: Path) -> None:
    """Ids and anchors name one thing each, spans lie in their files, every letter is somewhere."""
    for observe in OBSERVERS:
        observe(found)
    lines = {path.name: clean_lines(path) for path in folder.iterdir() if path.suffix in (".txt", ".md")}
    ids = [name for article in found.articles for name in (article.id, *article.former_ids)]
    assert len(set(ids)) == len(ids), ids
    for article in found.articles:
        blocks = list(blocks_of(article))
        anchors = [block.anchor for block in blocks if block.anchor]
        assert len(set(anchors)) == len(anchors)
        for span in (*article.sources, *(block.span for block in blocks)):
            assert 1 <= span.first <= span.last <= len(lines[span.file]), span
    told = {(e.file, n) for e in found.report.entries if e.kind in TOLD for n in range(e.line, (e.last or e.line) + 1)}
    here = " ".join(letters(text) for article in found.articles for text in shown(article))
    for file, own in lines.items():
        if (folder / file).with_suffix(".toml").exists():  # an editor may put any text in the place of any
            continue
        markdown = looks_like_markdown(own, Path(file).suffix)
        for line in own:
            lost = missing(plain([line.text], markdown), here) if (file, line.number) not in told else []
            assert not lost, (file, line, lost)


def missing(line: str, here: str) -> list[str]:
    """The words of a line that the articles have nowhere, be it as a part of a longer one."""
    if letters(line) in here:
        return []
    return [word for word in WORD.findall(line) if word.casefold() not in CONTACT and letters(word) not in here]


def blocks_of(article: Article) -> Iterable[Block]:
    yield from (*article.blocks, *article.references, *article.others)
    for part in article.abstracts.values():
        yield from part


def shown(found: Article) -> list[str]:
    """All texts of an article that reach a reader."""
    texts = [f"{block.marker} {block.text}" for block in blocks_of(found)]
    people = [
        part
        for a in found.authors
        for part in (a.name, *a.names.values(), a.affiliation, a.email, a.orcid, a.degree, a.role)
        if part
    ]
    keywords = (item for items in found.keywords.values() for item in items)
    return [*texts, *found.labels.values(), *people, *found.titles.values(), *keywords]
