"""Examples into the page that explains the search: `‹word›` in it stands for a slot of `examples`.

A link to `example:` asks what is written on it. A slot without a language is of the page's own, else of another; what
has no example goes, with the list item, the `data-example` or the paragraph that it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import quote_plus

from bs4 import BeautifulSoup, Tag

from journal.records import Lang

SLOT = re.compile("‹([a-z.]+)›")
LINK = "example:"
QUOTES = str.maketrans("“”", '""')  # the page shows them as they are printed, the box as they are typed


def with_examples(html: str, slots: Mapping[str, str], lang: Lang, others: Sequence[Lang]) -> str:
    """The content of a page in `lang` with its examples; `others` are the languages to take, the first first."""
    soup = BeautifulSoup(html, "html.parser")
    for link in soup.select(f'a[href="{LINK}"]'):
        chosen = next((one for one in dict.fromkeys((lang, *others)) if _filled(link.get_text(), slots, one)), None)
        if chosen is None:
            _leave_out(link)
            continue
        text = _filled(link.get_text(), slots, chosen)
        link.string = text
        link["href"] = f"search.html?q={quote_plus(text.translate(QUOTES), safe=':')}"
        if chosen != lang and not link.get("lang"):
            link["lang"] = chosen
    for node in soup.find_all(string=SLOT):
        text = _filled(node, slots, lang)
        if text:
            node.replace_with(text)
        elif isinstance(node.parent, Tag):
            _leave_out(node.parent)
    for empty in soup.find_all("ul"):
        if not empty.find("li"):
            empty.decompose()
    return str(soup)


def _filled(text: str, slots: Mapping[str, str], lang: Lang) -> str:
    """The text with its slots in one language; "" where one is missing."""
    names = [name if "." in name else f"{lang}.{name}" for name in SLOT.findall(text)]
    found = [slots.get(name, "") for name in names]
    return SLOT.sub(lambda _: found.pop(0), text) if all(found) else ""


def _leave_out(tag: Tag) -> None:
    own = next((one for one in (tag, *tag.parents) if one.name in ("li", "p") or one.has_attr("data-example")), tag)
    own.decompose()
