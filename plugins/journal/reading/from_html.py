"""An HTML page -> Markdown: its main content without menus and scripts.

The main content is the only `article`, else `main`, else `body`. The text of links and marks is taken, addresses and
pictures are not: the report counts them.
"""

from __future__ import annotations

import codecs
import re
import warnings
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag, XMLParsedAsHTMLWarning
from bs4.dammit import EncodingDetector

from journal.errors import JournalError
from journal.report import Report
from journal.signs.labels import Labels

from .decode import decode
from .html_lines import markdown_lines
from .html_notes import place_notes
from .received import Received

TOLD_BY_BYTES = ("utf-8", "utf-16", "windows-1251", "cp1251", "ascii", "us-ascii")  # `decode` knows better
AROUND = ("header", "footer", "aside")  # of a whole page: not the text
WORD = re.compile(r"\w")
NO_TEXT = "there is no text in the page: save it from the browser once it shows the article"
SHOWN = 3  # addresses in the report


def from_html(data: bytes, name: str, labels: Labels, report: Report) -> Received:
    """The main content of a page as Markdown.

    Raises:
        JournalError: there is no text in it.
    """
    soup = parsed(_text(data, name, report))
    main = _main(soup)
    if main is None or not WORD.search(main.get_text()):
        raise JournalError(name, 0, NO_TEXT)
    return as_markdown(main, name, labels, report)


def parsed(html: str) -> BeautifulSoup:
    """XHTML is read as HTML, as browsers do."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        return BeautifulSoup(html, "lxml")


def as_markdown(main: Tag, name: str, labels: Labels, report: Report) -> Received:
    """The text of `main`, which is changed on the way.

    Raises:
        JournalError: nothing in it would be shown.
    """
    place_notes(main)
    lines = markdown_lines(main, labels)
    if not any(WORD.search(line) for line in lines):
        raise JournalError(name, 0, NO_TEXT)
    addresses = list(dict.fromkeys(_addresses(main)))
    if addresses:
        why = f"addresses of links that the text does not show: {len(addresses)}"
        report.add(name, 0, "clean", before=" ".join(addresses[:SHOWN]), why=why)
    pictures = len(main.find_all("img"))
    if pictures:
        report.add(name, 0, "clean", why=f"pictures left out: {pictures}")
    return Received("\n".join(lines), converted=True)


def _text(data: bytes, name: str, report: Report) -> str:
    """By the encoding that the page names where its bytes do not tell; windows-1251 may be KZ-1048 in truth."""
    named = EncodingDetector.find_declared_encoding(data, is_html=True)
    try:
        known = codecs.lookup(named).name if named else ""
    except LookupError:
        known = ""
    return decode(data, name, report) if known in ("", *TOLD_BY_BYTES) else data.decode(known, "replace")


def _main(soup: BeautifulSoup) -> Tag | None:
    articles = soup.find_all("article", limit=2)
    main = articles[0] if len(articles) == 1 else soup.find("main")
    if isinstance(main, Tag):
        return main
    for part in soup.body.find_all(AROUND, recursive=False) if soup.body else ():
        part.decompose()
    return soup.body


def _addresses(main: Tag) -> Iterator[str]:
    """Those of links whose text does not hold them."""
    for link in main.find_all("a", href=re.compile(r"^\s*(?:https?|mailto):", re.IGNORECASE)):
        address = str(link["href"]).strip()
        bare = re.sub(r"^(?:https?://|mailto:)(?:www\.)?|/$", "", address, flags=re.IGNORECASE)
        if bare.casefold() not in link.get_text().casefold():
            yield address
