"""The real corpus in ../shared, where it is present: numbers only, no word of it stands here.

Measured on 21 November 2026, on the lines of the development gold: hyphens 29 of 29 right, broken words 5 of 5 healed
and no other, noise 2 of 2 with no line of text, languages all right; article, titles, sections, abstracts exact.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from journal.corpus import Corpus
from tests.journal.tools import entries, reading

pytestmark = pytest.mark.shared

SOURCES = {  # first file number, language -> (file's beginning, first line, last line)
    "000": [
        ("kk", 1, 275),
        ("ru", 276, 516),
        ("en", 517, 1033),
        ("en", 1034, 1430),
        ("kk", 1431, 1656),
        ("en", 1657, 1977),
        ("kk", 1978, 2229),
    ],
    "002": [("kk", 3, 886)],
    "003": [("kk", 1, 2161)],
}


def read(folder: Path) -> Corpus:
    return reading(folder / "corpus").corpus


def gold(folder: Path, name: str) -> Any:
    return json.loads((folder / "gold-dev" / f"{name}.json").read_text("utf-8"))


def test_nine_articles_at_their_lines(shared: Path) -> None:
    """Four files, nine articles, one of them found in two files."""
    found: dict[str, list[tuple[str, int, int]]] = {}
    for article in read(shared).articles:
        for span in article.sources:
            found.setdefault(span.file[:3], []).append((article.lang, span.first, span.last))
    assert len(read(shared).articles) == 9
    assert sorted(found.pop("004")) == [("kk", 1, 259)]
    assert {file: sorted(spans, key=lambda span: span[1]) for file, spans in found.items()} == SOURCES


def test_gold_article_in_full(shared: Path) -> None:
    """Titles, keywords, sections, abstracts by language and line, and nothing that is not there."""
    (truth,) = gold(shared, "articles")
    source = truth["sources"][0]
    (found,) = [
        a for a in read(shared).articles if (a.sources[0].file, a.sources[0].first) == (source["file"], source["start"])
    ]
    assert (found.lang, found.sources[0].last) == (truth["body_lang"], source["end"])
    assert found.titles == {lang: title["text"] for lang, title in truth["titles"].items() if title["text"]}
    assert {lang: list(items) for lang, items in found.keywords.items()} == {
        k: v for k, v in truth["keywords"].items() if v
    }
    assert {lang: (blocks[0].span.first, blocks[-1].span.last) for lang, blocks in found.abstracts.items()} == {
        lang: (part["start"], part["end"]) for lang, part in truth["abstracts"].items()
    }
    headings = [(b.span.first, b.level, b.text) for b in found.blocks if b.kind == "heading"]
    assert headings == [(section["line"], section["level"], section["text"]) for section in truth["sections"]]
    assert not found.authors
    assert not found.references
    body = truth["body"]
    assert (found.blocks[0].span.first, found.blocks[-1].span.last) == (body["start"], body["end"])


def test_hyphens_of_the_gold(shared: Path) -> None:
    """Decisions at line ends: none of the twenty-nine is wrong."""
    truth = gold(shared, "hyphens")
    made = {(e.file, e.line): e.kind for e in read(shared).report.entries if e.kind in ("join", "keep")}
    rows = [row for row in truth["line_end_hyphens"] if row["decision"] != "none"]
    right = sum(made.get((row["file"], row["line"])) == row["decision"] for row in rows)
    assert right == len(rows)


def test_broken_words_of_the_gold(shared: Path) -> None:
    """All broken words of the gold's lines are healed, and nothing else is on those lines."""
    (article,) = gold(shared, "articles")
    source = article["sources"][0]
    truth = {row["repaired"].casefold() for row in gold(shared, "hyphens")["intra_word_breaks"]}
    made = {
        e.after.casefold().strip(".,;()")
        for e in entries(read(shared).report, "repair")
        if e.file == source["file"] and source["start"] <= e.line <= source["end"]
    }
    assert made == truth


def test_noise_of_the_gold(shared: Path) -> None:
    """The running head and the page number are dropped, and no line of text."""
    (article,) = gold(shared, "articles")
    source = article["sources"][0]
    truth = {row["line"] for row in gold(shared, "noise") if row["kind"] in ("page_number", "running_header")}
    made = {
        e.line
        for e in entries(read(shared).report, "drop")
        if e.file == source["file"] and source["start"] <= e.line <= source["end"]
    }
    assert made == truth


def test_languages_of_the_gold(shared: Path) -> None:
    """Every block's language, by the characters of its lines."""
    truth = gold(shared, "languages")
    told: dict[int, str] = {}
    for entry in entries(read(shared).report, "language"):
        if entry.file == truth["file"]:
            told |= dict.fromkeys(range(entry.line, (entry.last or entry.line) + 1), entry.after)
    blocks = [block for block in truth["blocks"] if block["kind"] != "noise"]
    right = sum(block["chars"] for block in blocks if told.get(block["start"]) == block["lang"])
    assert right == sum(block["chars"] for block in blocks)


def test_sentences_cut_by_page_breaks(shared: Path) -> None:
    """The thesis has sixteen, all put together, and a section's heading that its dump does not mark."""
    report = read(shared).report
    assert len(entries(report, "page_break")) == 16
    (thesis,) = [article for article in read(shared).articles if article.kind == "thesis"]
    headings = [block.text.split()[0] for block in thesis.blocks if block.kind == "heading"]
    assert [text for text in headings if text[0].isdigit()] == [
        "1.",
        "1.1",
        "1.2",
        "2.",
        "2.1",
        "2.2",
        "3.",
        "3.1",
        "3.2",
    ]


def test_private_data_is_told_and_not_repeated(shared: Path) -> None:
    """Seven card numbers and seven addresses with a date of birth; none of them stands in a warning."""
    told = [e for e in entries(read(shared).report, "warning") if "private data" in e.why]
    assert len([e for e in told if e.why.startswith("looks like")]) == 14
    assert not any(e.before or e.after for e in told)


CITED = {  # first line of the article -> highest number cited, those below it never cited
    ("000", 1): (8, []),
    ("000", 276): (5, []),
    ("000", 517): (30, []),
    ("000", 1034): (23, [2]),
    ("000", 1431): (4, []),
    ("000", 1657): (12, [5, 6, 8]),
    ("000", 1978): (12, []),
    ("002", 3): (32, []),
}


def test_numbers_cited(shared: Path) -> None:
    """Eight articles cite by number, one by author and year; the list of one is in its dump and holds all it cites."""
    found = {(a.sources[0].file[:3], a.sources[0].first): a.citations for a in read(shared).articles}
    assert found.pop(("003", 1)).style == "author-year"
    assert {where: (max(told.cited), list(told.uncited)) for where, told in found.items()} == CITED
    assert {(told.style, told.beyond) for told in found.values()} == {("numeric", ())}
    listless = [e for e in entries(read(shared).report, "warning") if e.why.startswith("no list of references")]
    assert len(listless) == 8  # one article stands in two dumps
    assert not entries(read(shared).report, "footnote")
