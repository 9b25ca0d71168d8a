"""What a browser would show of an HTML tree, as events in order: text, ends of lines, tags that open and close.

The walk needs no recursion, so no nesting is too deep. A superscript comes as superscript digits where it is a number:
the mark of an author or a note, a power.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from bs4 import Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from journal.signs.shapes import RAISED

Kind = Literal["open", "close", "text", "break", "leaf"]
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr "
    "ul".split()
)
UNSEEN = frozenset(
    "script style nav template noscript head svg iframe object embed canvas audio video button select textarea input "
    "datalist del s strike rp annotation annotation-xml".split()
)
HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
NUMBER = re.compile(r"[\s()\[\]*,;]*[+−-]?\d[\d\s,;*()\[\]+−-]*")


class Event(NamedTuple):
    """`text` is that of a text; `tag` that of an opened or closed tag, or of one that is taken as a whole (a leaf)."""

    kind: Kind
    text: str = ""
    tag: Tag | None = None


def events(root: Tag, leaf: Callable[[Tag], bool] = lambda _: False) -> Iterator[Event]:
    """What is inside `root`; tags for which `leaf` holds come as one event."""
    open_tags: list[tuple[Tag, Iterator[PageElement]]] = [(root, iter(root.contents))]
    while open_tags:
        tag, inside = open_tags[-1]
        child = next(inside, None)
        if child is None:
            open_tags.pop()
            yield Event("close", tag=tag)
        elif not isinstance(child, Tag):
            yield from _text(child, tag)
        elif child.name == "br":
            yield Event("break")
        elif child.name == "sup" and NUMBER.fullmatch(child.get_text()):
            yield Event("text", child.get_text().translate(RAISED))
        elif is_shown(child) and leaf(child):
            yield Event("leaf", tag=child)
        elif is_shown(child):
            yield Event("open", tag=child)
            open_tags.append((child, iter(child.contents)))


def _text(node: PageElement, parent: Tag) -> Iterator[Event]:
    """A text; in preformatted text its lines are lines. Comments and the like are none."""
    if not isinstance(node, NavigableString) or isinstance(node, PreformattedString):
        return
    lines = str(node).split("\n") if parent.name == "pre" else [str(node)]
    for i, line in enumerate(lines):
        if i:
            yield Event("break")
        yield Event("text", line)


def is_shown(tag: Tag) -> bool:
    return tag.name not in UNSEEN and not tag.has_attr("hidden") and not HIDDEN.search(str(tag.get("style") or ""))


def shown_text(tag: Tag) -> str:
    """All text of a tag; blocks and lines inside are parted by a space."""
    pieces = [
        event.text if event.kind == "text" else " "
        for event in events(tag)
        if event.kind in ("text", "break") or (event.tag and event.tag.name in BLOCKS)
    ]
    return "".join(pieces)
