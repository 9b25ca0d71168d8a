"""What stands before an abstract: titles, authors, affiliations, e-mail, ORCID.

In: the blocks of one front part, in order. Out: its title and its authors, as the lines name them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from .records import Author, Block, Front
from .shapes import AFFILIATION, EMAIL, NAME, ORCID, SUPERSCRIPT, is_author_line, is_capitals, is_front_matter

DEGREE = re.compile(
    r"\bPhD\b|professor|доцент|профессор|канд|докт|доктор|магистр|ғылымдар|LL\.M|d\.l\.s|c\.l\.s", re.IGNORECASE
)


def read_front(blocks: Sequence[Block]) -> Front:
    return Front(_title(blocks), _authors(blocks))


def _title(blocks: Sequence[Block]) -> str:
    """The capitals, joined; without any, the longest line that is about no author."""
    rest = [block for block in blocks if not is_front_matter(block.text) and not DEGREE.search(block.text)]
    capitals = [block.text for block in rest if is_capitals(block.text)]
    if capitals:
        return " ".join(capitals)
    headings = [block.text for block in rest if block.kind == "heading" or len(block.text.split()) > 3]
    return max(headings, key=len, default="")


def _authors(blocks: Sequence[Block]) -> tuple[Author, ...]:
    """Names in order; an e-mail or ORCID belongs to the nearest name above it without one."""
    authors: list[Author] = []
    marks: list[str] = []
    affiliations: dict[str, str] = {}
    for block in blocks:
        if is_author_line(block.text):
            for match in NAME.finditer(block.text):
                authors.append(Author(_tidy(match["name"])))
                marks.append(re.sub(r"\D", "", match["marks"].translate(SUPERSCRIPT)))
            continue
        email, orcid = EMAIL.search(block.text), ORCID.search(block.text)
        if email:
            _give(authors, "email", email[0].rstrip("."))
        if orcid:
            _give(authors, "orcid", orcid[0].replace("Х", "X"))
        affiliation = AFFILIATION.match(block.text)
        if affiliation and not email and not orcid:
            number = affiliation["number"].translate(SUPERSCRIPT)
            affiliations[number] = block.text[affiliation.end() :].strip(" .;")
    return tuple(
        replace(author, affiliation=affiliations.get(mark[:1] or "1"))
        for author, mark in zip(authors, marks, strict=True)
    )


def _give(authors: list[Author], field: Literal["email", "orcid"], value: str) -> None:
    """To the last author whose lines these are, if the field is still free; else to the first free one."""
    order = [*reversed(authors[-1:]), *authors]
    for author in order:
        if getattr(author, field) is None:
            given = replace(author, email=value) if field == "email" else replace(author, orcid=value)
            authors[authors.index(author)] = given
            return


def _tidy(name: str) -> str:
    """`ALIEV  B.A.` -> `Aliev B.A.`; a name already in mixed case stays."""
    words = " ".join(name.split()).strip(" ,")
    return " ".join(word.title() if word.isupper() else word for word in words.split(" "))
