"""What a line or block looks like: the patterns that several stages ask about."""

from __future__ import annotations

import re

LINE_END = re.compile("\r\n|\r|\n")
MARKER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zа-яәғқңөұүһі]\)|[-–—•])\s+(?=\S)", re.IGNORECASE)
NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s+(?=\S)")
FINISHED = re.compile(r"[.!?…:;](?:[»”\"’)\]]*)$|[»”]$")
HYPHEN_END = re.compile(r"[^\W\d_]-$")
LETTER = re.compile(r"[^\W\d_]")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
ORCID = re.compile(r"\b\d{4}-\d{4}-\d{4}-\d{3}[\dXХ]\b")
AFFILIATION = re.compile(r"(?P<number>[1-9¹²³⁴⁵])\s?(?=[^\W\d_«\"]|«)")
SUPERSCRIPT = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789")

_UPPER = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_SURNAME = rf"[{_UPPER}][\w’ʼ'`-]+"
_INITIALS = rf"(?:[{_UPPER}][{_UPPER}a-zа-яё]?\.\s?){{1,3}}"
_MARKS = r"[\s,]*\*?[\d¹²³⁴⁵](?:\s?,\s?[\d¹²³⁴⁵])*\*?|\*"
_NAME = rf"(?:{_SURNAME}\s{_INITIALS}|{_INITIALS}\s?{_SURNAME})"
NAME = re.compile(rf"(?P<name>{_NAME})\s?(?P<marks>(?:{_MARKS})?)")
NAME_LINE = re.compile(rf"{_NAME}\s?(?:{_MARKS})?(?:\s?[,;]\s?{_NAME}\s?(?:{_MARKS})?)*\s?[,;.]?")


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
    """One or more names with initials and nothing else but their marks."""
    return len(text) < 200 and NAME_LINE.fullmatch(text) is not None


def is_front_matter(text: str) -> bool:
    """A line about authors: names, e-mail, ORCID, a numbered affiliation."""
    return bool(
        is_author_line(text)
        or EMAIL.search(text)
        or ORCID.search(text)
        or (len(text) < 200 and AFFILIATION.match(text))
    )
