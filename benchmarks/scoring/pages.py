"""Every word of an article's lines stands on its written page, in order: nothing missing, nothing twice.

Compared are letters and digits, so that hyphens, spaces and marks of Markdown do not count. A block of the dump (its
lines, without those that the report dropped) must stand on the page as one run; the blocks of the body in their order.
The front part is set anew on a page (names, marks of affiliations), so there the words count, in any order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from journal.records import Article, Span
from journal.report import Entry

from .canvas import Canvas
from .letters import letters, plain, printed_words
from .reading import Reading
from .rows import Miss, Row, count
from .site_text import pieces

IN_ORDER = ("body", "references", "abstract.kk", "abstract.ru", "abstract.en")


def page_rows(reading: Reading, site: Path) -> list[Row]:
    """For all articles of a corpus, which needs no gold; `site` is the folder of its written pages."""
    right, total = 0, 0
    missing, moved, twice = [], [], []
    for article in reading.articles:
        check = Check(article, reading, site)
        check.run()
        right, total = right + check.right, total + check.total
        missing, moved, twice = missing + check.missing, moved + check.moved, twice + check.added()
    return [
        Row("words of the lines on their page", right, total, 1.0, tuple(missing)),
        count("blocks out of order on a page", moved),
        count("texts on a page that no line holds", twice),
    ]


class Check:
    """One article: its blocks are laid onto its page, one after the other."""

    def __init__(self, article: Article, reading: Reading, site: Path) -> None:
        self.article, self.reading = article, reading
        self.canvas = Canvas(pieces(site / article.url))
        self.right = self.total = 0
        self.missing: list[Miss] = []
        self.moved: list[Miss] = []
        self._left: list[tuple[Span, str]] = []

    def run(self) -> None:
        for source in self.article.sources:
            self.canvas.begin()
            for span, text in blocks_of(source, self.reading):
                self._lay(span, text)
        for span, text in self._left:
            self._words(span, text)

    def _lay(self, span: Span, text: str) -> None:
        """As one run; what is not found so waits until all others have their places."""
        words = len(printed_words(text))
        place = self.canvas.lay(letters(text)) if letters(text) else None
        if place is None and words:
            self._left.append((span, text))
            return
        self.total, self.right = self.total + words, self.right + words
        if place and place.part in IN_ORDER and place.behind:
            self.moved.append(Miss(span.file, span.first, f"{place.part}: {text[:60]}"))

    def _words(self, span: Span, text: str) -> None:
        """In what is left of the front part, word by word."""
        wanted = printed_words(text)
        lost = Counter(wanted) - self.canvas.words_left()
        self.total, self.right = self.total + len(wanted), self.right + len(wanted) - lost.total()
        self.canvas.take(wanted)
        if lost:
            self.missing.append(Miss(span.file, span.first, " ".join(lost.elements())[:200]))

    def added(self) -> list[Miss]:
        """Texts of the page, but for its front part, that no block accounts for."""
        first = self.article.sources[0]
        given = {"titles": "title", "keywords": "keywords"}
        own = [part for field, part in given.items() if field not in self.article.corrected]
        rest = self.canvas.uncovered([*IN_ORDER, *own])
        return [Miss(first.file, first.first, f"{part}: {text[:80]}") for part, text in rest]


def blocks_of(source: Span, reading: Reading) -> Iterator[tuple[Span, str]]:
    """The blocks of the report on the lines of `source`, and lines in no block; texts as cleaned, drops left out."""
    gone = {entry.line for entry in reading.of("drop") if entry.file == source.file}
    corrected = [entry for entry in reading.of("correction") if entry.file == source.file]
    lines = {line.number: line.text for line in reading.lines[source.file] if line.number not in gone and line.text}
    for span in [*_blocks(source, reading), *(Span(source.file, n, n) for n in sorted(lines))]:
        numbers = [n for n in range(span.first, span.last + 1) if n in lines]
        if numbers and source.first <= span.first <= source.last:
            texts = [_corrected(lines.pop(n), n, corrected) for n in numbers]
            yield span, plain(texts, reading.is_markdown(source.file))


def _blocks(source: Span, reading: Reading) -> list[Span]:
    entries = [entry for entry in reading.of("language") if entry.file == source.file]
    return sorted((Span(e.file, e.line, e.last or e.line) for e in entries), key=lambda span: (span.first, -span.last))


def _corrected(text: str, line: int, entries: Sequence[Entry]) -> str:
    """The line as the editor put it right."""
    for entry in entries:
        if entry.line == line and entry.before:
            text = text.replace(entry.before, entry.after)
    return text
