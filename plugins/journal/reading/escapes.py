"""Text that is to be read as it is -> Markdown: signs that Markdown would take for its own get a backslash."""

from __future__ import annotations

import re
import unicodedata

SIGN = re.compile(r"[\\`*]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")  # `a_b` needs none
OPENING = re.compile(  # what makes a block of a line: quote, heading, item, rule, fence, underline
    r"(?=[>]|#{1,6}(?:\s|$)|[-+](?:\s|$)|\d{3,9}[.)](?:\s|$)|\d{1,2}[.)](?:$|\s+[^\w«\"“(])|-(?:[-\s]*)$|=+\s*$|~~~)"
)
NUMBER = re.compile(r"\d+(?=[.)])")
SPACES = re.compile(r"\s+")


def tidy(text: str) -> str:
    """One line: all space single, signs that are not seen left out."""
    seen = "".join(sign for sign in SPACES.sub(" ", text) if unicodedata.category(sign) not in ("Cc", "Cf"))
    return SPACES.sub(" ", seen).strip()


def escaped(text: str) -> str:
    """A tidy line of a paragraph. `1. …` stays as it is: Markdown and our own reading of it are one item."""
    text = SIGN.sub(r"\\\g<0>", text)
    if not OPENING.match(text):
        return text
    number = NUMBER.match(text)
    at = number.end() if number else 0
    return f"{text[:at]}\\{text[at:]}"


def escaped_heading(text: str) -> str:
    """A tidy line behind the `##` of a heading, whose end Markdown takes for marks too."""
    text = SIGN.sub(r"\\\g<0>", text)
    return f"{text[:-1]}\\#" if text.endswith("#") else text


def escaped_cell(text: str) -> str:
    """A tidy cell of a table."""
    return SIGN.sub(r"\\\g<0>", text).replace("|", r"\|")
