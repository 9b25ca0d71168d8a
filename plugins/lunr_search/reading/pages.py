"""One HTML page -> its passages and what is known about it.

The main text is `[data-index]`, else the only `article`, else `main`, else `body`. Its innermost blocks are the
passages; bare text between blocks makes passages too, so nothing is lost; what is inside `[data-noindex]`, navigation
and scripts is left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from lunr_search.records import LANGS, Page

from .markup import Document, Element, parsed
from .passages import given_lang, passages_of

SPACES = re.compile(r"\s+")
CITATION = re.compile("^(?:citation_|izdeu:(?=kind$))", re.IGNORECASE)
ADDRESS = re.compile("^https?://")


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page, and whether it marks its main text by `[data-index]`."""

    page: Page
    marked: bool


def read_page(place: str, data: bytes) -> ReadPage | None:
    """The page at `place`, a path relative to the site with slashes, of which `data` is the HTML; None without text."""
    document = parsed(data)
    main = _main(document)
    around = list(document.around(main)) if main else []
    passages = tuple(passages_of(main, around)) if main else ()
    if not main or not passages:
        return None
    metas = [element for element in document.named("meta") if element.get("content")]
    told = _told(metas)
    titles = {p.lang: p.text for p in reversed(passages) if p.part == "title" and p.lang}
    page = Page(
        id=_page_id(main, place),
        url=quote(place),
        title=_title(main, document) or place,
        lang=_main_lang([main, *around]) or next((p.lang for p in passages if p.lang in LANGS), ""),
        titles=titles,
        authors=tuple(told["izdeu:authors"]),
        spellings=tuple(told["izdeu:spellings"]),
        year=next((int(year) for year in told["izdeu:year"] if re.fullmatch("[0-9]{1,4}", year)), None),
        issue=next(iter(told["izdeu:issue"]), None),
        status=next(iter(told["izdeu:status"]), None),
        keywords=tuple(told["izdeu:keyword"]),
        keyword_lists=_keyword_lists(metas),
        citation=_citation(document, main, metas),
        passages=passages,
    )
    return ReadPage(page, "data-index" in main.attributes)


def _main(document: Document) -> Element | None:
    marked = next((element for element in document.elements if "data-index" in element.attributes), None)
    articles = [] if marked else list(document.named("article"))
    if marked or len(articles) == 1:
        return marked or articles[0]
    return next(document.named("main"), None) or next(document.named("body"), None)


def _main_lang(elements: Sequence[Element]) -> str:
    """The language that the innermost of these gives its text; "" where it gives none that we know."""
    code = next(filter(None, (given_lang(element).split("-")[0].lower() for element in elements)), "")
    return code if code in LANGS else ""


def _page_id(main: Element, place: str) -> str:
    """`data-id`, else the path; lunr's refs must not look like numbers, or ties come in another order."""
    name = SPACES.sub(" ", main.get("data-id")).strip() or place
    return f"d{name}" if name.isdigit() else name


def _title(main: Element, document: Document) -> str:
    """The first heading with text, or with a picture that has a name; else the page's title."""
    for found in (document.named("h1", main), document.named("h1"), document.named("title")):
        element = next(found, None)
        if element:
            names = " ".join(image.get("alt") for image in document.named("img", element))
            text = SPACES.sub(" ", element.text() or names).strip() or names.strip()
            if text:
                return text
    return ""


def _told(metas: Sequence[Element]) -> dict[str, list[str]]:
    """What the page's `meta` elements tell, by their names."""
    told: dict[str, list[str]] = defaultdict(list)
    for element in metas:
        told[element.get("name")].append(element.get("content"))
    return told


def _keyword_lists(metas: Sequence[Element]) -> dict[str, tuple[str, ...]]:
    """The keywords of each language that the page names."""
    found: dict[str, list[str]] = {}
    for element in metas:
        if element.get("name") == "izdeu:keyword" and element.get("lang"):
            found.setdefault(element.get("lang").split("-")[0].lower(), []).append(element.get("content"))
    return {lang: tuple(dict.fromkeys(keywords)) for lang, keywords in found.items()}


def _citation(document: Document, main: Element, metas: Sequence[Element]) -> dict[str, tuple[str, ...]]:
    """What the page says for citing it.

    Its address only where that is a whole one; `untitled` where its heading is none of its own text.
    """
    found: dict[str, list[str]] = {}
    for element in metas:
        name, content = element.get("name"), SPACES.sub(" ", element.get("content")).strip()
        if content and CITATION.match(name):
            found.setdefault(CITATION.sub("", name).lower(), []).append(content)
    canonical = next(filter(_is_canonical, document.named("link")), None)
    if found and canonical:
        found["canonical"] = [canonical.get("href")]
    heading = next(document.named("h1", main), None)
    if found and heading and "data-noindex" in heading.attributes:
        found["untitled"] = [""]
    return {name: tuple(contents) for name, contents in found.items()}


def _is_canonical(link: Element) -> bool:
    return "canonical" in link.get("rel").split() and ADDRESS.match(link.get("href")) is not None
