"""What the tests of the journal share: invented texts in three languages (texts.toml), short ways into the stages."""

from __future__ import annotations

import textwrap
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from benchmarks.scoring.reading import Reading, read
from journal.cleaning.furniture import remove_furniture
from journal.cleaning.lines import clean_lines
from journal.corpus import Corpus, read_corpus
from journal.desk import Desk
from journal.paragraphs.blocks import text_blocks
from journal.records import Article, Block, Lang, Line
from journal.report import Entry, Report
from journal.signs import labels
from journal.signs.evidence import Evidence

WIDTH = 84

TEXTS = tomllib.loads((Path(__file__).parent / "texts.toml").read_text("utf-8"))
TITLES: dict[str, dict[Lang, str]] = {
    topic: {lang: t["title"] for lang, t in by.items()} for topic, by in TEXTS.items()
}
ABSTRACTS: dict[str, dict[Lang, str]] = {
    topic: {lang: t["abstract"] for lang, t in by.items()} for topic, by in TEXTS.items()
}
KEYWORDS: dict[str, dict[Lang, tuple[str, ...]]] = {
    topic: {lang: tuple(t["keywords"]) for lang, t in by.items()} for topic, by in TEXTS.items()
}
BODIES: dict[str, dict[Lang, list[str]]] = {
    topic: {lang: t["body"] for lang, t in by.items()} for topic, by in TEXTS.items()
}
ABSTRACT: dict[Lang, str] = {"kk": "Аңдатпа", "ru": "Аннотация", "en": "Abstract"}
LABEL: dict[Lang, str] = {"kk": "Тірек сөздер", "ru": "Ключевые слова", "en": "Keywords"}
SECTIONS: dict[Lang, tuple[str, str, str]] = {
    "kk": ("Кіріспе", "Материалдар мен әдістер", "Қорытынды"),
    "ru": ("Введение", "Материалы и методы", "Заключение"),
    "en": ("Introduction", "Materials and methods", "Conclusion"),
}


@cache
def reading(folder: Path) -> Reading:
    """What the reader makes of a folder of dumps that nobody changes; read once for all files of tests."""
    return read(folder)


def wrapped(text: str, width: int = WIDTH) -> str:
    return "\n".join(textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False))


def front(topic: str, lang: Lang, title: bool = True, abstract: bool = True, label: str = "") -> str:
    """Title in capitals, abstract with its heading, keywords: what stands over a body, or after it."""
    parts = [wrapped(TITLES[topic][lang].upper(), 50)] if title else []
    if abstract:
        parts.append(ABSTRACT[lang] + "\n" + wrapped(ABSTRACTS[topic][lang]))
    keywords = ", ".join(KEYWORDS[topic][lang])
    parts.append(wrapped(f"{label or LABEL[lang]}: {keywords}."))
    return "\n\n".join(parts) + "\n\n"


def body(topic: str, lang: Lang) -> str:
    sections = zip(SECTIONS[lang], BODIES[topic][lang], strict=True)
    return "".join(f"{heading}\n\n{wrapped(text)}\n\n" for heading, text in sections)


def article(topic: str, lang: Lang) -> str:
    """A whole article, its other languages after the body."""
    others: list[Lang] = [other for other in ("kk", "ru", "en") if other != lang]
    return front(topic, lang) + body(topic, lang) + "".join(front(topic, other) for other in others)


def desk(*known: str) -> Desk:
    """A desk whose corpus holds the words of `known`."""
    evidence = Evidence([[Line(i, text) for i, text in enumerate(known, 1)]])
    return Desk(labels.load(), evidence, Report())


def lines(text: str, report: Report | None = None) -> tuple[Line, ...]:
    return clean_lines(text, "a.txt", report or Report())


def blocks(text: str, *known: str, at: Desk | None = None) -> tuple[Block, ...]:
    """The blocks of a plain text, furniture out; the corpus is the text itself and `known`."""
    at = at or desk(*known)
    kept, _, _ = remove_furniture(lines(text, at.report), "a.txt", at.labels, at.report)
    at.evidence.add(kept)
    return text_blocks(kept, "a.txt", at)


def texts(text: str, *known: str) -> list[str]:
    return [block.text for block in blocks(text, *known)]


def corpus(folder: Path, dumps: Mapping[str, str | bytes]) -> Corpus:
    """Write the files and read them as a corpus."""
    for name, content in dumps.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_corpus(folder)


def only(corpus: Corpus) -> Article:
    (article,) = corpus.articles
    return article


def entries(report: Report, kind: str) -> list[Entry]:
    return [entry for entry in report.entries if entry.kind == kind]


def text_of(blocks: tuple[Block, ...]) -> str:
    return " ".join(block.text for block in blocks)
