"""What was done to an article's text, for its reader: one page an article, which the search does not know."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from journal.editor.repairs import repairs_of
from journal.records import Article, Span
from journal.report import Entry

EDITORS = {"warning", "article", "heading", "table", "language", "likeness"}


@cache
def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text("utf-8"), "lxml")


@pytest.fixture(scope="module")
def records(sample_site: Path) -> list[dict[str, Any]]:
    return list(json.loads((sample_site / "catalogue.json").read_text("utf-8")))


def test_every_article_leads_to_its_repairs_and_back(sample_site: Path, records: list[dict[str, Any]]) -> None:
    """A link each way, both in the article's language."""
    for record in records:
        article, page = sample_site / record["url"], sample_site / "repairs" / f"{record['id']}.html"
        assert soup(article).select_one(f'a[href="../repairs/{record["id"]}.html"]')
        assert soup(page).select_one(f'main a[href="../articles/{record["id"]}.html"]')
        assert soup(page).html["lang"] == record["lang"]  # type: ignore[index]


def test_every_change_of_the_report_is_listed(
    sample_site: Path, records: list[dict[str, list[dict[str, int]]]]
) -> None:
    """By file and line, of the article's lines and of no others."""
    report = (sample_site.parent / "build" / "report.jsonl").read_text("utf-8")
    entries = [json.loads(line) for line in report.splitlines()]
    for record in records:
        spans = [(span["file"], span["first"], span["last"]) for span in record["sources"]]
        own = [
            entry
            for entry in entries
            if (entry["kind"] not in EDITORS or entry["why"] == "in no part of an article")
            and any(entry["file"] == file and first <= entry["line"] <= last for file, first, last in spans)
        ]
        page = soup(sample_site / "repairs" / f"{record['id']}.html")
        assert len(page.select(".change")) == len(own)
        lines = [int(tag.get_text().split("–")[0]) for tag in page.select(".change .at")]
        assert sorted(lines) == sorted(entry["line"] for entry in own)


def test_doubts_and_private_data_are_the_editors_alone() -> None:
    """Of masked data the line and the reason are told; of warnings only what went from the text."""
    entries = [
        Entry("a.txt", 3, "warning", why="looks like private data: an IIN"),
        Entry("a.txt", 4, "warning", "lost", why="a character that the dump lost"),
        Entry("a.txt", 5, "warning", "left", why="in no part of an article"),
        Entry("a.txt", 6, "redact", why="an IIN"),
        Entry("a.txt", 7, "heading", after="Кіріспе"),
        Entry("a.txt", 99, "drop", "12", why="page number"),
    ]
    article = Article("a-01", "kk", sources=(Span("a.txt", 1, 9), Span("b.txt", 1, 9)))
    (found,) = repairs_of(article, lambda file: entries if file == "a.txt" else [])
    assert {kind: [entry.line for entry in listed] for kind, listed in found.kinds} == {"redact": [6], "left": [5]}


def test_repairs_are_not_searched(sample_site: Path) -> None:
    """They mark no text to index, and no search file names them."""
    for path in (sample_site / "repairs").iterdir():
        assert not soup(path).select("[data-index]")
    for path in (sample_site / "search").rglob("*"):
        assert path.is_dir() or "repairs/" not in path.read_text("utf-8", "replace"), path


def test_labels_follow_the_reader(sample_site: Path, page: Page) -> None:
    """The page stands once; its labels and reasons change to the language that the reader chose."""
    page.goto(f"file://{sample_site}/repairs/drondar-01.html")
    page.locator("header a[data-choose=en]").click()
    page.wait_for_function("document.querySelector('h1').textContent === 'Corrections made to this text'")
    expect(page.locator("main")).to_contain_text("a known word")
    assert page.locator("main h1").count() == 1
