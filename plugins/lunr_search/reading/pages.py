"""One HTML page -> its passages and what is known about it.

The main text is `[data-index]`, else the only `article`, else `main`, else `body`. Its innermost blocks are the
passages; bare text between blocks makes passages too, so nothing is lost; what is inside `[data-noindex]`, navigation
and scripts is left out.
"""

from __future__ import annotations

import re
import warnings
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from bs4 import BeautifulSoup, Tag, XMLParsedAsHTMLWarning

from lunr_search.records import LANGS, Page

from .passages import passages_of

SPACES = re.compile(r"\s+")
CITATION = re.compile("^(?:citation_|izdeu:(?=kind$))", re.IGNORECASE)
ADDRESS = re.compile("^https?://")
CHARSET = re.compile(rb"<meta[^>]+charset|<\?xml[^>]+encoding", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page, and whether it marks its main text by `[data-index]`."""

    page: Page
    marked: bool


def read_page(place: str, data: bytes) -> ReadPage | None:
    """The page at `place`, a path relative to the site with slashes, of which `data` is the HTML; None without text."""
    soup = _parse(data)
    main = _main(soup)
    passages = tuple(passages_of(main)) if main else ()
    if not main or not passages:
        return None
    metas = [tag for tag in soup.find_all("meta") if tag.get("content")]
    told = _told(metas)
    titles = {p.lang: p.text for p in reversed(passages) if p.part == "title" and p.lang}
    page = Page(
        id=_page_id(main, place),
        url=quote(place),
        title=_title(main, soup) or place,
        lang=main_lang(main) or next((p.lang for p in passages if p.lang in LANGS), ""),
        titles=titles,
        authors=tuple(told["izdeu:authors"]),
        spellings=tuple(told["izdeu:spellings"]),
        year=next((int(year) for year in told["izdeu:year"] if re.fullmatch("[0-9]{1,4}", year)), None),
        issue=next(iter(told["izdeu:issue"]), None),
        status=next(iter(told["izdeu:status"]), None),
        keywords=tuple(told["izdeu:keyword"]),
        keyword_lists=_keyword_lists(metas),
        citation=_citation(soup, main, metas),
        passages=passages,
    )
    return ReadPage(page, main.has_attr("data-index"))


def _parse(data: bytes) -> BeautifulSoup:
    """XHTML is read as HTML, as browsers do; a page that says no encoding and is no UTF-8 is told by its letters."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        return BeautifulSoup(data, "lxml", from_encoding=None if CHARSET.search(data[:2048]) else _encoding(data))


def _encoding(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        high = sum(byte > 0xBF for byte in data)
        letters = sum(chr(byte).isalpha() for byte in data if byte < 0x80)
        return "windows-1251" if high > letters / 4 else "windows-1252"
    return "utf-8"


def _main(soup: BeautifulSoup) -> Tag | None:
    # all elements, and those of one name, bs4 finds several times as fast as by attributes or a selector
    marked = next((tag for tag in soup.find_all(True) if "data-index" in tag.attrs), None)
    articles = [] if marked else soup.find_all("article")
    main = marked or (articles[0] if len(articles) == 1 else next(iter(soup.find_all("main")), None)) or soup.body
    return main if isinstance(main, Tag) else None


def main_lang(main: Tag) -> str:
    """The language that the page gives its main text; "" where it gives none that we know."""
    for tag in (main, *main.parents):
        code = str(tag.get("lang") or tag.get("xml:lang") or "").split("-")[0].lower()
        if code:
            return code if code in LANGS else ""
    return ""


def _page_id(main: Tag, place: str) -> str:
    """`data-id`, else the path; lunr's refs must not look like numbers, or ties come in another order."""
    name = SPACES.sub(" ", str(main.get("data-id") or "")).strip() or place
    return f"d{name}" if name.isdigit() else name


def _title(main: Tag, soup: BeautifulSoup) -> str:
    """The first heading with text, or with a picture that has a name; else the page's title."""
    for tag in (main.find("h1"), soup.find("h1"), soup.title):
        if isinstance(tag, Tag):
            names = [str(image.get("alt") or "") for image in tag.find_all("img")]
            text = SPACES.sub(" ", tag.get_text() or " ".join(names)).strip() or " ".join(names).strip()
            if text:
                return text
    return ""


def _told(metas: Sequence[Tag]) -> dict[str, list[str]]:
    """What the page's `meta` elements tell, by their names."""
    told: dict[str, list[str]] = defaultdict(list)
    for tag in metas:
        told[str(tag.get("name"))].append(str(tag["content"]))
    return told


def _keyword_lists(metas: Sequence[Tag]) -> dict[str, tuple[str, ...]]:
    """The keywords of each language that the page names."""
    found: dict[str, list[str]] = {}
    for tag in metas:
        if tag.get("name") == "izdeu:keyword" and tag.get("lang"):
            found.setdefault(str(tag["lang"]).split("-")[0].lower(), []).append(str(tag["content"]))
    return {lang: tuple(dict.fromkeys(keywords)) for lang, keywords in found.items()}


def _citation(soup: BeautifulSoup, main: Tag, metas: Sequence[Tag]) -> dict[str, tuple[str, ...]]:
    """What the page says for citing it.

    Its address only where that is a whole one; `untitled` where its heading is none of its own text.
    """
    found: dict[str, list[str]] = {}
    for tag in metas:
        name, content = str(tag.get("name") or ""), SPACES.sub(" ", str(tag["content"])).strip()
        if content and CITATION.match(name):
            found.setdefault(CITATION.sub("", name).lower(), []).append(content)
    canonical = soup.find("link", rel="canonical", href=ADDRESS)
    if found and isinstance(canonical, Tag):
        found["canonical"] = [str(canonical["href"])]
    heading = main.find("h1")
    if found and isinstance(heading, Tag) and heading.has_attr("data-noindex"):
        found["untitled"] = [""]
    return {name: tuple(contents) for name, contents in found.items()}
