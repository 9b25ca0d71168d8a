"""A Word document (.docx) -> Markdown, by way of the HTML that mammoth makes of it.

Mammoth takes what the document says by its styles (headings, lists, tables, notes, superscripts), not how it looks.
Running heads and pictures are no text; comments and deleted text are not the author's last word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any
from xml.parsers.expat import ExpatError

import mammoth

from journal.errors import JournalError
from journal.report import Report
from journal.signs.labels import Labels

from .docx_parts import BROKEN, text_parts
from .from_html import as_markdown, parsed
from .received import Received

STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh\nr[style-name='Strong'] => strong"
DEEP = "the document is nested too deeply (tables in tables): simplify it"
EMPTY = "there is no text in the document"
IGNORED = re.compile(r"An unrecognised element was ignored: (\S+)")


def from_docx(data: bytes, name: str, labels: Labels, report: Report) -> Received:
    """The text of a document as Markdown; what is lost of it is told of.

    Raises:
        JournalError: the document is locked, damaged, too large or without text.
    """
    package, formulas = text_parts(data, name)
    try:
        result = mammoth.convert_to_html(
            package,
            style_map=STYLES,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(lambda _: {}),
        )
    except RecursionError:
        raise JournalError(name, 0, DEEP) from None
    except (ExpatError, LookupError, ValueError, TypeError, AttributeError, OSError):
        raise JournalError(name, 0, BROKEN) from None  # mammoth checks nothing: what a part lacks shows in many ways
    body = parsed(result.value).body
    if body is None or not body.get_text().strip():
        raise JournalError(name, 0, EMPTY)
    if formulas:
        report.warn(name, 0, f"formulas that became plain text, without fractions and powers: {formulas}")
    _tell(result.messages, name, report)
    return as_markdown(body, name, labels, report)


def _tell(messages: Iterable[Any], name: str, report: Report) -> None:
    """Elements that mammoth does not know are left out with whatever text they hold."""
    ignored = Counter(match[1] for message in messages if (match := IGNORED.match(message.message)))
    for element, count in sorted(ignored.items()):
        report.warn(name, 0, f"parts of the document that cannot be read and are left out: {element}, {count} times")
