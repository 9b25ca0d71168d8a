"""HTML -> its elements, as libxml2 reads it: XHTML as HTML, as browsers do; nothing is too malformed or too deep.

lxml tells a target what it meets and makes no tree of its own, which would end at some depth.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bs4.dammit import EncodingDetector
from lxml import etree

UNREAD = frozenset("script style template rt rp".split())
"""Elements whose text is none of the text around them; of ruby, what stands above the line."""


@dataclass(slots=True, eq=False)
class Element:
    """An element, and what is in it."""

    name: str
    attributes: Mapping[str, str]
    place: int
    """Its number in the document."""
    end: int = 0
    """The number of the first element behind all that it holds."""
    children: list[Element | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        """The value of an attribute, "" where there is none."""
        return self.attributes.get(name, "")

    def text(self) -> str:
        """All text in it."""
        found, stack = [], [iter(self.children)]
        while stack:
            child = next(stack[-1], None)
            if child is None:
                stack.pop()
            elif isinstance(child, str):
                found.append(child)
            else:
                stack.append(iter(child.children))
        return "".join(found)


class Document:
    """The elements of a page in the order in which they begin."""

    def __init__(self, elements: list[Element]) -> None:
        self.elements = elements

    def named(self, name: str, within: Element | None = None) -> Iterator[Element]:
        """All elements of a name, or those that stand in another."""
        own = self.elements[within.place + 1 : within.end] if within else self.elements
        return (element for element in own if element.name == name)

    def around(self, element: Element) -> Iterator[Element]:
        """What an element stands in, the innermost first."""
        return (other for other in reversed(self.elements[: element.place]) if other.end > element.place)


def parsed(data: bytes) -> Document:
    """The elements of a page. The encoding that it says is believed, and taken for UTF-8 where there is none such."""
    data, marked = EncodingDetector.strip_byte_order_mark(data)
    said = marked or EncodingDetector.find_declared_encoding(data, is_html=True)
    try:
        return _read(data, said or _by_letters(data))
    except LookupError:
        return _read(data, "utf-8")


def _read(data: bytes, encoding: str) -> Document:
    target = _Target()
    # a target need not ask for comments, though the stubs of types-lxml want it to
    parser = etree.HTMLParser(target=target, encoding=encoding)  # type: ignore[call-overload]
    parser.feed(data)
    parser.close()
    return Document(target.elements)


def _by_letters(data: bytes) -> str:
    """The encoding of a page that says none: if it is no UTF-8, its letters tell."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        high = sum(byte > 0xBF for byte in data)
        letters = sum(chr(byte).isalpha() for byte in data if byte < 0x80)
        return "windows-1251" if high > letters / 4 else "windows-1252"
    return "utf-8"


class _Target:
    """Gathers elements; lxml calls its methods."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self._unread = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        element = Element(name, attributes, len(self.elements))
        if self._open:
            self._open[-1].children.append(element)
        self.elements.append(element)
        self._open.append(element)
        self._unread += name in UNREAD

    def end(self, _: str) -> None:
        element = self._open.pop()
        element.end = len(self.elements)
        self._unread -= element.name in UNREAD

    def data(self, text: str) -> None:
        if self._open and not self._unread:
            self._open[-1].children.append(text)

    def doctype(self, *_: str | None) -> None:
        """Without this libxml2 would keep the declaration, and drop spaces between links by it."""

    def close(self) -> None:
        """Nothing is left to do: what is open at the end was closed."""
