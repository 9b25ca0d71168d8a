"""The vertical format of CWB, NoSketch Engine and the like: a token a line, structures as tags.

`<g/>` says that no space parts two tokens. Signs of XML are written as entities, in tokens too.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from .records import Paragraph, Text

GLUE = "<g/>"


def vertical(text: Text) -> Iterator[str]:
    """The lines of an article, without their ends."""
    page = text.page
    yield _open(
        "doc",
        id=page.id,
        lang=page.lang,
        year=str(page.year or ""),
        issue=page.issue or "",
        title=page.title,
        authors="; ".join(page.authors),
    )
    for one in text.paragraphs:
        yield _open("p", n=str(one.number), id=one.anchor, lang=one.lang, part=one.part, page=one.page)
        yield from _tokens(one)
        yield "</p>"
    yield "</doc>"


def _open(name: str, **attributes: str) -> str:
    return f"<{name} {' '.join(f'{key}={quoteattr(value)}' for key, value in attributes.items())}>"


def _tokens(paragraph: Paragraph) -> Iterator[str]:
    """Words with their lemmas; what stands between them, parted at spaces, is its own lemma."""
    tokens = list(_cut(paragraph))
    before = [spaced for _, _, spaced in tokens]  # a space before the next one
    for (token, lemma, _), spaced in zip(tokens, [*before[1:], True], strict=False):
        yield f"{escape(token)}\t{escape(lemma)}"
        if not spaced:
            yield GLUE


def _cut(paragraph: Paragraph) -> Iterator[tuple[str, str, bool]]:
    """(token, lemma, whether a space stands before it)."""
    forms = [*zip(paragraph.forms, paragraph.lemmas, strict=True), ("", "")]
    spaced = True
    for gap, (form, lemma) in zip(paragraph.gaps, forms, strict=True):
        for place, sign in enumerate(gap.split(" ")):
            spaced = spaced or place > 0
            if sign:
                yield sign, sign, spaced
                spaced = False
        if form:
            yield form, lemma, spaced
            spaced = False
