"""What a file of any format becomes before the stages: its text, by lines, and what the format knows beside it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a PDF: the line of the text on which it begins, and its label; "" where the PDF gives none.

    The label is what a viewer shows beside the page; what is printed on the page is found by `sheets`.
    """

    first: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """`text` has the lines that reports and fixes count; the first line of a PDF's page begins with a form feed.

    `converted`: the text is Markdown that we wrote ourselves, out of a format that knows its headings and tables.
    `sheets` are the pages of a PDF, in order; other formats have none.
    """

    text: str
    converted: bool = False
    sheets: tuple[Sheet, ...] = ()
