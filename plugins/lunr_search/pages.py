"""One HTML page -> its passages and what is known about it.

The main text is `[data-index]`, else `article`, else `main`, else `body`. Its innermost blocks are the passages; what
is inside `[data-noindex]`, navigation and scripts is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from languages.detect import language_of

from .records import LANGS, PARTS, Page, Part, Passage

BLOCKS = (
    "p",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "td",
    "th",
    "blockquote",
    "figcaption",
    "dd",
    "dt",
    "pre",
    "caption",
)
SKIPPED = ("script", "style", "template", "nav", "noscript", "svg", "form")
SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page, and whether it marks its main text by `[data-index]`."""

    page: Page
    marked: bool


def read_page(folder: Path, path: Path) -> ReadPage | None:
    """The page at `path` in the site `folder`; None for a page without text."""
    url = path.relative_to(folder).as_posix()
    soup = BeautifulSoup(path.read_bytes(), "lxml")
    main = soup.select_one("[data-index]") or soup.find("article") or soup.find("main") or soup.body
    if not isinstance(main, Tag):
        return None
    passages = tuple(_passages(main))
    if not passages:
        return None
    titles = {p.lang: p.text for p in reversed(passages) if p.part == "title"}
    heading = main.find("h1") or soup.find("h1") or soup.title
    page = Page(
        id=_page_id(main, url),
        url=url,
        title=_text(heading) if isinstance(heading, Tag) else url,
        lang=_lang(main),
        titles={lang: text for lang, text in titles.items() if lang},
        authors=tuple(_meta(soup, "izdeu:authors")),
        year=next((int(year) for year in _meta(soup, "izdeu:year") if year.isdigit()), None),
        issue=next(iter(_meta(soup, "izdeu:issue")), None),
        keywords=_keywords(soup),
        passages=passages,
    )
    return ReadPage(page, main.has_attr("data-index"))


def _page_id(main: Tag, url: str) -> str:
    """`data-id`, else the path; lunr's refs must not look like numbers, or ties come in another order."""
    given = str(main.get("data-id") or "")
    name = given or url
    return f"d{name}" if name.isdigit() else name


def _passages(main: Tag) -> Iterator[Passage]:
    """The innermost blocks with text, in order; text of a block that stands beside inner blocks is kept too."""
    for block in main.find_all(BLOCKS):
        if (
            block.find_parent(SKIPPED)
            or block.find_parent(attrs={"data-noindex": True})
            or block.has_attr("data-noindex")
        ):
            continue
        text = _own_text(block)
        if text:
            yield Passage(text, _lang(block) or language_of(text) or "", _part(block), _anchor(block, main))


def _own_text(block: Tag) -> str:
    """The text of a block without that of blocks inside it, and without what is not to be indexed."""
    pieces = []
    for piece in block.find_all(string=True):
        if type(piece).__name__ not in ("NavigableString", "CData"):
            continue  # comments and the like
        parents = list(piece.parents)
        inner = parents[: parents.index(block)]
        hidden = any(p.name in SKIPPED or p.name in BLOCKS or p.has_attr("data-noindex") for p in inner)
        if not hidden:
            pieces.append(str(piece))
    return SPACES.sub(" ", "".join(pieces)).strip()


def _text(tag: Tag) -> str:
    return _own_text(tag) if tag.name in BLOCKS else SPACES.sub(" ", tag.get_text()).strip()


def _lang(tag: Tag) -> str:
    """The nearest `lang` (`ru-KZ` counts as ru); "" where there is none or one we do not know."""
    holder = tag if tag.has_attr("lang") else tag.find_parent(attrs={"lang": True})
    lang = str(holder.get("lang")) if holder else ""
    code = lang.split("-")[0].lower()
    return code if code in LANGS else ""


def _part(tag: Tag) -> Part:
    holder = tag if tag.has_attr("data-part") else tag.find_parent(attrs={"data-part": True})
    part = str(holder.get("data-part")) if holder else ("title" if tag.name == "h1" else "body")
    return part if part in PARTS else "body"


def _anchor(tag: Tag, main: Tag) -> str:
    """The block's id, else the nearest id of an ancestor or of something before it."""
    if tag.get("id"):
        return str(tag["id"])
    above = tag.find_parent(id=True)
    if above and above is not main and main in above.parents:
        return str(above["id"])
    before = tag.find_previous(id=True)
    return str(before["id"]) if before and main in before.parents else ""


def _meta(soup: BeautifulSoup, name: str) -> list[str]:
    return [str(tag["content"]) for tag in soup.find_all("meta", attrs={"name": name}) if tag.get("content")]


def _keywords(soup: BeautifulSoup) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for tag in soup.find_all("meta", attrs={"name": "izdeu:keyword"}):
        found.setdefault(str(tag.get("lang", "")), []).append(str(tag["content"]))
    return {lang: tuple(items) for lang, items in found.items()}
