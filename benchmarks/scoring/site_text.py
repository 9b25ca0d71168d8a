"""What a written article page says: its own text by element, without the words of the interface."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup, Tag

BLOCKS = ["h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "td", "th", "dt", "dd", "summary"]
# Words of the interface, facts of running heads, lists that say a text once more.
NOT_PRINTED = "[data-ui], nav, .running, .facts, .untitled, .permalink, .article-status, .side-note"


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of one element; `part` is that of the article it stands in: title, authors, abstract.kk, body, …"""

    text: str
    part: str


def pieces(page: Path) -> list[Piece]:
    """In reading order. A list item's marker, which the stylesheet shows, goes before its text."""
    soup = BeautifulSoup(page.read_text("utf-8"), "lxml")
    article = soup.find("article")
    assert isinstance(article, Tag), page
    for element in article.select(NOT_PRINTED):
        element.decompose()
    return [Piece(text, _part(element)) for element in _elements(article) if (text := _text(element))]


def _elements(article: Tag) -> Iterator[Tag]:
    """The elements that hold text and no other such element."""
    return (element for element in article.find_all(BLOCKS) if not element.find(BLOCKS))


def _text(element: Tag) -> str:
    marker = element.get("data-marker") or ""
    return " ".join(f"{marker} {element.get_text(' ')}".split())


def _part(element: Tag) -> str:
    holder = element.find_parent(attrs={"data-part": True})
    part = str(holder["data-part"]) if holder else "other"
    return f"{part}.{_lang(element)}" if part == "abstract" else part


def _lang(element: Tag) -> str:
    """Of the section: a paragraph may be in another language."""
    section = element.find_parent(class_="text")
    spoken = section if section and section.has_attr("lang") else element.find_parent("article")
    return str(spoken["lang"]) if spoken else ""
