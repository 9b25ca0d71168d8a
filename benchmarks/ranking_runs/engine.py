"""Our search, asked as a reader asks it: documents as HTML pages, `build_index.py`, a page in a browser."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests import browser as browsers

from .sets import Document, Run, TestSet

ROOT = Path(__file__).resolve().parents[2]
DEPTH = 100
ID = "document-"  # before the document's number: an id of digits alone would be changed
PAGE = """<!doctype html>
<html lang="{lang}">
<meta charset="utf-8">
<title>{title}</title>
<main data-id="{id}">
<h1>{title}</h1>
{paragraphs}
</main>
"""
ASK = """async ([questions, limit]) => {
  const found = [];
  for (const question of questions) found.push((await izdeu.search(question, { limit })).hits.map(({ id }) => id));
  return found;
}"""


def engine_run(test: TestSet, site: Path) -> Run:
    """The answers of the search over `site`, an empty folder."""
    write_pages(test, site)
    subprocess.run([sys.executable, ROOT / "build_index.py", site, "--quiet"], check=True)
    with search_page(site) as page:
        answers = page.evaluate(ASK, [list(test.queries.values()), DEPTH])
    return {
        query: [test.documents[int(found.removeprefix(ID))].id for found in answer]
        for query, answer in zip(test.queries, answers, strict=True)
    }


def write_pages(test: TestSet, site: Path) -> None:
    """A page for each document; the order of their ids is that of the documents."""
    site.mkdir(parents=True, exist_ok=True)
    for number, document in enumerate(test.documents):
        name = f"{ID}{number:06d}"
        (site / f"{name}.html").write_text(html(document, name), "utf-8", newline="\n")


def html(document: Document, name: str) -> str:
    """The page of a document: its title as heading, each line of its text as a paragraph."""
    lines = [line.strip() for line in document.text.split("\n")]
    return PAGE.format(
        id=name,
        lang=document.lang,
        title=escape(document.title),
        paragraphs="\n".join(f"<p>{escape(line)}</p>" for line in lines if line),
    )


@contextmanager
def search_page(site: Path) -> Iterator[Page]:
    """The plain search page of the folder, opened without a server."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browsers.find())
        page = browser.new_page()
        page.goto((site / "search" / "index.html").as_uri())
        yield page
        browser.close()
