"""Letters of texts, for comparing a dump's lines with a page."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable

BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
ESCAPE = re.compile(r"\\+(?=[!-/:-@\[-`{-~])")  # before a sign
LINK = re.compile(r"\[([^\[\]]+)\]\(\1\)")  # an address as its own link: a page says it once
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
ORDINARY = re.compile(r"[^\W_]")
WORD = re.compile(r"[^\W\d_]+|\d{4,}")  # shorter numbers of a front part are marks of affiliations


def plain(lines: Iterable[str], markdown: bool) -> str:
    """The lines of a block as one text; of Markdown without what is no letter of the text."""
    text = "\n".join(lines)
    return html.unescape(LINK.sub(r"\1", ESCAPE.sub("", BREAK.sub(" ", text)))) if markdown else text


def letters(text: str) -> str:
    """Letters and digits, small, in composed form; a footnote's mark may have been raised."""
    return "".join(ORDINARY.findall(unicodedata.normalize("NFC", text).casefold().translate(RAISED)))


def printed_words(text: str) -> list[str]:
    """Words as a front part's are compared; of a text without any, its numbers."""
    low = unicodedata.normalize("NFC", text).casefold().translate(RAISED)
    return WORD.findall(low) or ORDINARY.findall(low)
