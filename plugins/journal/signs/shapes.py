"""What a line or block looks like: the patterns that several stages ask about."""

from __future__ import annotations

import re

from .bylines import are_names

LINE_END = re.compile("\r\n|\r|\n")
MARKER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zа-яәғқңөұүһі]\)|[-–—•])\s+(?=\S)", re.IGNORECASE)
NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s+(?=\S)")
FINISHED = re.compile(r"[.!?…:;](?:[»”\"’)\]⁰¹²³⁴-⁹]*)$|[»”]$")
HYPHEN_END = re.compile(r"[^\W\d_]-$")
LETTER = re.compile(r"[^\W\d_]")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
ORCID = re.compile(r"(?<![^\W⁰¹²³⁴-⁹])(?<!-)\d{4}[-‐‑–]\d{4}[-‐‑–]\d{4}[-‐‑–]\d{3}[\dXxХх](?![\w-])")
AFFILIATION = re.compile(r"(?P<number>[1-9¹²³⁴⁵])\s?(?=[^\W\d_«\"]|«)")
SUPERSCRIPT = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789")
RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")  # for formats that know what stands raised


def split_lines(text: str) -> list[str]:
    """Lines end at LF, CRLF or CR only: a form feed or a line separator inside a line is text."""
    return LINE_END.split(text)


def is_capitals(text: str) -> bool:
    """A line of a capital title: nearly all letters are capitals, and there is more than an abbreviation."""
    letters = LETTER.findall(text)
    return len(letters) > 5 and sum(letter.isupper() for letter in letters) > 0.85 * len(letters)


def goes_on_in_capitals(text: str) -> bool:
    """A line that may be the rest of a capital title: no small letter, however short (`АЛУ`, `IN 2024`)."""
    letters = LETTER.findall(text)
    return bool(letters) and all(letter.isupper() for letter in letters)


def is_author_line(text: str) -> bool:
    """Names of people, and nothing else but their marks and degrees."""
    return are_names(text)


def is_contact_line(text: str) -> bool:
    """An address or an ORCID stands on it, and no more than a word before it."""
    found = (EMAIL.search(text) or ORCID.search(text)) if len(text) < 200 else None
    return found is not None and len(text[: found.start()].split()) <= 3


def is_front_matter(text: str) -> bool:
    """A line about authors: names, e-mail, ORCID, a numbered affiliation."""
    return bool(
        is_author_line(text)
        or EMAIL.search(text)
        or ORCID.search(text)
        or (len(text) < 200 and AFFILIATION.match(text))
    )
