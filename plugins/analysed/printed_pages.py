"""Which page of the printed journal the paragraphs of a written page stand on."""

from __future__ import annotations

from lxml import html

BEGINS = "data-page"
PART = "data-part"


def printed_pages(data: bytes) -> dict[str, str]:
    """Anchor -> the last page that is shown to begin at or before it; a part of the article begins without one."""
    found: dict[str, str] = {}
    page = ""
    for element in html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8")).iter():
        if element.get(PART):
            page = ""
        page = element.get(BEGINS) or page
        anchor = element.get("id")
        if anchor and page:
            found.setdefault(anchor, page)
    return found
