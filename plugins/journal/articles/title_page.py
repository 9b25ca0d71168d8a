"""The title page of a thesis: its title, its author, where and when it was written.

Each block is what its opening words say (`Supervisor: …`, `Орындаған: …`); the title is the longest of those that say
nothing, behind the institution where that stands first. Nothing is taken from what tells of supervisors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from journal.records import Block
from journal.signs.bylines import LIKELY, POSSIBLE, SURE, Named, names_in
from journal.signs.labels import Labels
from journal.signs.notices import is_notice
from journal.signs.outline import either, heading_words
from journal.signs.shapes import is_capitals

ROLES = ("author", "supervisor", "topic", "printed")
CODE = re.compile(r"\d?[A-ZА-Я]{1,2}\d{4,6}\b|\d{6}\b")  # of a field of study: `7M12303 – …`
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
DATED = 60  # characters of a line with the place and the year
NAMED = 14  # words of a line with an author's name
QUOTES = "«»“”\"' .:–—"


@dataclass(frozen=True, slots=True)
class TitlePage:
    """Empty where the page tells nothing."""

    title: str = ""
    author: str = ""
    institution: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class _Told:
    """A block's `text`, its opening words aside, and what it is."""

    role: str
    text: str


def read_title_page(page: Sequence[Block], labels: Labels) -> TitlePage:
    told = list(_told(page, labels))
    author, place = _author(told)
    title = _title(told, place)
    years = [match[0] for block in page if len(block.text) < DATED for match in YEAR.finditer(block.text)]
    late = [match[0] for block in page for match in YEAR.finditer(block.text)]
    year = next(reversed(years or late), "")
    return TitlePage(title, author, _institution(told, title, place), int(year) if year else None)


def is_title_page(page: Sequence[Block], labels: Labels) -> bool:
    """Does one of the blocks say that this is a thesis? A journal's page may speak of theses, too."""
    texts = (block.text for block in page if block.kind != "contents")
    return any(labels.thesis.search(text) and not _words("journal").search(text) for text in texts)


def _told(page: Sequence[Block], labels: Labels) -> Iterator[_Told]:
    """What each block is; behind an opening that stands alone, the next block is what it opens."""
    waiting = ""
    for block in page:
        role, text = _opening(block.text) or (waiting, block.text)
        yield _Told(role or _role(text, labels), text)
        waiting = "" if text else role


def _opening(text: str) -> tuple[str, str] | None:
    for role in ROLES:
        match = _words(role).match(text)
        if not match:
            continue
        rest = text[match.end() :].strip(" :–—-")
        if not rest or ":" in match["end"] or (rest[0].isdigit() if role == "printed" else names_in(rest)):
            return role, text if role == "printed" else rest
    return None


def _role(text: str, labels: Labels) -> str:
    if labels.thesis.search(text):
        return "thesis"
    if CODE.match(text) or is_notice(text) or (len(text) < DATED and YEAR.search(text)):
        return "printed"
    if labels.institution.search(text):
        return "institution"
    return "name" if names_in(text) else ""


def _author(told: Sequence[_Told]) -> tuple[str, int]:
    """(name, index of its block): who is called the author, else the surest name; capitals count for more."""
    named = [(_sure(name, each), -i, name.name) for i, each in enumerate(told) for name in _names(each)]
    _, place, author = max(named, default=(0, -len(told), ""))
    return author, -place


def _names(each: _Told) -> Sequence[Named]:
    words = each.text.split()
    if each.role == "name":
        return names_in(each.text)
    if each.role != "author" or len(words) > NAMED:
        return ()
    found = (names_in(" ".join(words[i:])) for i in range(len(words)))
    return next((names for names in found if names and (names[0].sure > POSSIBLE or len(names_in(each.text)))), ())


def _sure(name: Named, each: _Told) -> int:
    return name.sure + (each.role == "author") * (SURE + LIKELY) + is_capitals(each.text) * LIKELY


def _title(told: Sequence[_Told], author: int) -> str:
    """What is called the theme, else the longest block that nothing tells of, behind the institution."""
    topic = next((each.text.strip(QUOTES) for each in told if each.role == "topic" and each.text), "")
    if topic:
        return topic
    last = max((i for i, each in enumerate(told[:author]) if each.role == "institution"), default=-1)
    for start, roles in ((last + 1, ("",)), (0, ("",)), (last + 1, ("", "institution", "name"))):
        texts = [text for text in _runs(told[start:], roles) if len(text.split()) > 1]
        if texts:
            return max(texts, key=len)
    return ""


def _runs(told: Sequence[_Told], roles: Sequence[str]) -> Iterator[str]:
    """The texts of these roles; capitals in several blocks, one below the other, are one."""
    run: list[str] = []
    for each in [*told, _Told("end", "")]:
        if run and not (each.role in roles and is_capitals(each.text) and is_capitals(run[-1])):
            yield " ".join(run)
            run = []
        if each.role in roles:
            run.append(each.text)


def _institution(told: Sequence[_Told], title: str, author: int) -> str:
    """All that stands to the last institution over the author, else the first one behind."""
    places = [i for i, each in enumerate(told) if each.role == "institution" and each.text not in title]
    over = [i for i in places if i < author]
    if not over:
        return told[places[0]].text if places else ""
    texts = (each.text for each in told[: over[-1] + 1] if each.role in ("", "institution"))
    return " ".join(text for text in texts if text not in title)


@lru_cache(maxsize=8)
def _words(role: str) -> re.Pattern[str]:
    """Openings of a role; the words of "journal" anywhere."""
    words = either(heading_words()[role])
    return re.compile(
        words if role == "journal" else rf"(?:{words})(?!\w)(?P<end>\s?(?:\([^()]*\))?\s?:?)", re.IGNORECASE
    )
