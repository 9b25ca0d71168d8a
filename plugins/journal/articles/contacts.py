"""E-mail addresses and ORCIDs on a line of front matter, with the marks before them that say whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from journal.signs.bylines import DIGITS
from journal.signs.degrees import byline_words
from journal.signs.orcid import orcid_in
from journal.signs.shapes import EMAIL, ORCID

Field = Literal["email", "orcid"]
_MARKS = r"[*†⁎∗¹²³⁴-⁹\d,\s]{0,6}?"


@dataclass(frozen=True, slots=True)
class Contact:
    """`value` of the `field` of an author; `marks` are digits before it, `star` the sign of who is written to.

    `role` are the words for that person, as printed: `Corresponding author`.
    """

    field: Field
    value: str
    marks: str = ""
    star: bool = False
    role: str = ""


def split_contacts(text: str) -> Iterator[str | Contact]:
    """The line in order: its contacts, and the text between them without brackets and words like `e-mail:`."""
    at = 0
    for match in _contact().finditer(text):
        yield _bare(text[at : match.start()])
        yield _read(match)
        at = match.end()
    yield _bare(text[at:])


def _bare(text: str) -> str:
    """Without what joined it to a contact; "" for signs alone."""
    return text.strip(" ,;()[]") if re.search(r"\w", text) else ""


def _read(match: re.Match[str]) -> Contact:
    marks = (match["before"] or "") + (match["after"] or "")
    digits = re.sub(r"\D", "", marks.translate(DIGITS))
    star = bool(re.search("[*†⁎∗]", marks))
    orcid = orcid_in(match["value"])
    raised = re.match("[¹²³⁴-⁹]+", match["value"])
    if orcid:
        return Contact("orcid", orcid, digits, star)
    value = match["value"][raised.end() :] if raised else match["value"]
    role = _role().search(match[0])
    marks = digits or (raised[0].translate(DIGITS) if raised else "")
    return Contact("email", value.rstrip("."), marks, star, role[0] if role else "")


@cache
def _role() -> re.Pattern[str]:
    return re.compile("|".join(byline_words("role")), re.IGNORECASE)


@cache
def _contact() -> re.Pattern[str]:
    words = "|".join(word.replace(" ", r"\s+") for word in byline_words("contact"))
    label = rf"(?:(?<!\w)(?:{words})(?![^\W\d_])[\s:.–—-]*|[(\[]\s*|mailto:)+"
    return re.compile(
        rf"(?:(?P<before>{_MARKS}){label})?(?P<after>(?<!\w){_MARKS})(?P<value>{EMAIL.pattern}|{ORCID.pattern})\s*[)\]]?",
        re.IGNORECASE,
    )
