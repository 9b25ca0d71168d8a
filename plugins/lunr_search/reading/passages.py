"""The main element of a page -> its passages, in one walk over its nodes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from languages.detect import language_of
from lunr_search.records import LANGS, PARTS, Part, Passage

from .markup import Element

BLOCKS = frozenset("p li h1 h2 h3 h4 h5 h6 td th blockquote figcaption dd dt pre caption summary address".split())
SKIPPED = frozenset("script style template nav noscript svg math button select textarea iframe object head".split())
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike"
    " strong sub sup time tt u var wbr".split()
)
OTHER = "other"  # a language that is given and is none of ours: words are searched as they stand


@dataclass(slots=True)
class _Draft:
    """A passage while its text is gathered."""

    lang: str
    part: Part
    anchor: str
    pieces: list[str] = field(default_factory=list)


class _Context(NamedTuple):
    """What holds inside an element: its language, part and nearest id, and the draft of the block around it."""

    lang: str
    part: str
    anchor: str
    draft: _Draft | None = None


def passages_of(main: Element, around: Sequence[Element] = ()) -> Iterator[Passage]:
    """The passages in the order in which their blocks begin, white space made single, none of them empty.

    `around` is what `main` stands in, the innermost first: it may tell the language.
    """
    for draft in _Walk().drafts_of(main, around):
        text = " ".join("".join(draft.pieces).split())
        if text:
            yield Passage(text, draft.lang or language_of(text) or "", draft.part, draft.anchor)


class _Walk:
    """One walk over all nodes, without recursion: pages may be nested as deep as they like."""

    def __init__(self) -> None:
        self.drafts: list[_Draft] = []
        self.last_id = ""
        self.bare: _Draft | None = None  # takes text that stands in no block, until the next element that is not inline

    def drafts_of(self, main: Element, around: Sequence[Element]) -> list[_Draft]:
        above = next(filter(given_lang, around), None)
        outside = _Context(_lang(above, "") if above else "", "", "")
        stack: list[tuple[Element | str | None, _Context]] = [(main, outside)]
        while stack:
            node, context = stack.pop()
            if node is None:
                self._part_words(context)
            elif isinstance(node, str):
                self._take(node, context)
            elif node.name not in SKIPPED and "data-noindex" not in node.attributes:
                inner = self._enter(node, context, is_main=node is main)
                stack += [] if node.name in INLINE else [(None, context)]
                stack += [(child, inner) for child in reversed(node.children)]
        return self.drafts

    def _enter(self, node: Element, context: _Context, *, is_main: bool) -> _Context:
        own_id = "" if is_main else node.get("id")
        self.last_id = own_id or self.last_id
        lang, part = _lang(node, context.lang), node.get("data-part") or context.part
        inner = _Context(lang, part, own_id or context.anchor, context.draft)
        if node.name in INLINE:
            return inner
        self._part_words(context)
        if node.name not in BLOCKS:
            return inner
        draft = _Draft(lang, _part_of(part, node.name), inner.anchor or self.last_id)
        self.drafts.append(draft)
        return _Context(lang, part, inner.anchor, draft)

    def _part_words(self, context: _Context) -> None:
        """At an edge that is not inline words end: `one<br>two` is two words."""
        self.bare = None
        if context.draft:
            context.draft.pieces.append(" ")

    def _take(self, text: str, context: _Context) -> None:
        draft = context.draft or self.bare
        if draft is None and text.strip():
            draft = self.bare = _Draft(context.lang, _part_of(context.part, ""), context.anchor or self.last_id)
            self.drafts.append(draft)
        if draft:
            draft.pieces.append(text)


def given_lang(element: Element) -> str:
    """The language that an element gives its text, as it is written."""
    return element.get("lang") or element.get("xml:lang")


def _lang(element: Element, around: str) -> str:
    """The language that holds in it (`ru-KZ` counts as ru); one that we do not know is none of ours: "other"."""
    given = given_lang(element).split("-")[0].lower()
    if not given:
        return around
    return given if given in LANGS else OTHER


def _part_of(given: str, name: str) -> Part:
    part = given or ("title" if name == "h1" else "body")
    return part if part in PARTS else "body"
