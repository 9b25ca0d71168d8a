"""A folder of one-sentence pages, and the plain search page that answers over it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

import build_index


@contextmanager
def search_page(browser: Browser, site: Path, texts: Mapping[str, tuple[str, str]]) -> Iterator[Page]:
    """The search page of `site`, filled with a page for each of `texts`: name -> (language, text)."""
    for name, (lang, text) in texts.items():
        html = f"<!doctype html><html lang={lang}><title>{name}</title><p>{text}</p>"
        (site / f"{name}.html").write_text(html, "utf-8")
    assert build_index.main([str(site)]) == 0
    page = browser.new_page()
    page.goto((site / "search" / "index.html").as_uri())
    yield page
    page.close()


def found(page: Page, question: str) -> dict[str, list[str]]:
    """Pages in the order of the answer, with what is marked in their first passage."""
    script = """async (question) => (await izdeu.search(question)).hits.map(({ title, passages: [{ text, marks }] }) =>
      [title, marks.map(([start, end]) => text.slice(start, end))])"""
    return dict(page.evaluate(script, question))
