"""The main element of a page -> its passages, in one walk over its nodes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import Tag
from bs4.element import CData, NavigableString

from languages.detect import language_of
from lunr_search.records import LANGS, PARTS, Part, Passage

BLOCKS = frozenset("p li h1 h2 h3 h4 h5 h6 td th blockquote figcaption dd dt pre caption summary address".split())
SKIPPED = frozenset("script style template nav noscript svg math button select textarea iframe object head".split())
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike"
    " strong sub sup time tt u var wbr".split()
)
OTHER = "other"  # a language that is given and is none of ours: words are searched as they stand
SPACES = re.compile(r"\s+")


@dataclass(slots=True)
class _Draft:
    """A passage while its text is gathered."""

    lang: str
    part: Part
    anchor: str
    pieces: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Context:
    """What holds inside an element: its language, part and nearest id, and the draft of the block around it."""

    lang: str
    part: str
    anchor: str
    draft: _Draft | None = None


def passages_of(main: Tag) -> Iterator[Passage]:
    """The passages in the order in which their blocks begin, white space made single, none of them empty."""
    for draft in _Walk().drafts_of(main):
        text = SPACES.sub(" ", "".join(draft.pieces)).strip()
        if text:
            yield Passage(text, draft.lang or language_of(text) or "", draft.part, draft.anchor)


class _Walk:
    """One walk over all nodes, without recursion: pages may be nested as deep as they like."""

    def __init__(self) -> None:
        self.drafts: list[_Draft] = []
        self.last_id = ""
        self.bare: _Draft | None = None  # takes text that stands in no block, until the next element that is not inline

    def drafts_of(self, main: Tag) -> list[_Draft]:
        above = next((tag for tag in main.parents if _given_lang(tag)), None)
        stack: list[tuple[object, _Context]] = [(main, _Context(_lang(above, "") if above else "", "", ""))]
        while stack:
            node, context = stack.pop()
            if node is None:
                self._part_words(context)
            elif isinstance(node, Tag):
                if node.name not in SKIPPED and not node.has_attr("data-noindex"):
                    inner = self._enter(node, context, is_main=node is main)
                    stack += [] if node.name in INLINE else [(None, context)]
                    stack += [(child, inner) for child in reversed(node.contents)]
            elif type(node) in {NavigableString, CData}:
                self._take(str(node), context)
        return self.drafts

    def _enter(self, node: Tag, context: _Context, *, is_main: bool) -> _Context:
        own_id = "" if is_main else str(node.get("id") or "")
        self.last_id = own_id or self.last_id
        lang, part = _lang(node, context.lang), str(node.get("data-part") or context.part)
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


def _given_lang(tag: Tag) -> str:
    return str(tag.get("lang") or tag.get("xml:lang") or "")


def _lang(tag: Tag, around: str) -> str:
    """The language that holds in `tag` (`ru-KZ` counts as ru); one that we do not know is none of ours: "other"."""
    given = _given_lang(tag).split("-")[0].lower()
    if not given:
        return around
    return given if given in LANGS else OTHER


def _part_of(given: str, name: str) -> Part:
    part = given or ("title" if name == "h1" else "body")
    return part if part in PARTS else "body"
