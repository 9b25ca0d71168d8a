"""What stands before an abstract: titles, authors, affiliations, e-mail, ORCID.

In: the blocks of one front part, in order. Out: its title and its authors, as the lines name them. Whose an address or
an institution is, say their marks; else where they stand. What nothing tells is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from journal.records import Block, Front
from journal.signs.bylines import LIKELY, POSSIBLE, SURE, Named, are_names, name_in, names_in, pieces_of
from journal.signs.degrees import is_degree
from journal.signs.labels import Labels
from journal.signs.notices import is_notice
from journal.signs.shapes import AFFILIATION, FINISHED, HYPHEN_END, is_capitals

from .authorship import Drafts
from .contacts import Contact, split_contacts

MAX_AFFILIATION = 250  # characters
NEXT = 1  # line further on: what stands apart in small letters may be something else
TITLE_WORDS = 3  # of a title in small letters, at the least
ENDED = re.compile(r"\w{3}[.!]\s")  # a sentence inside a line
INITIAL = re.compile(r"(?<!\w)[^\W\d_]\.$")  # of a name that a line's end cut
SOURCE = re.compile(r"//|\d{4}|[@;|]")  # what a reference holds, and no title or name
Role = Literal["names", "contact", "degree", "affiliation", "institution", "notice", ""]
ABOUT = ("contact", "degree", "affiliation", "institution")  # what tells of the authors over it


@dataclass(frozen=True, slots=True)
class Line:
    """What one block tells. `counts` says how many names stand before each contact, `rest` is the text beside both."""

    role: Role
    names: tuple[Named, ...] = ()
    contacts: tuple[Contact, ...] = ()
    counts: tuple[int, ...] = ()
    rest: str = ""


def read_front(blocks: Sequence[Block], labels: Labels) -> Front:
    lines = [_line(block.text, SURE, labels) for block in blocks]
    if not any(line.names for line in lines):
        lines = [_unsure(i, blocks, lines, labels) or line for i, line in enumerate(lines)]
    lines = list(_without_lone_institutions(lines))
    drafts = Drafts()
    for line in lines:
        if line.names:
            drafts.name(line.names, line.contacts, line.counts)
        else:
            drafts.reach(line.contacts)
        if line.role == "degree":
            drafts.degree(line.rest)
        if line.rest and line.role in ("names", "affiliation", "institution"):
            drafts.place(line.rest)
    return Front(_title([block for block, line in zip(blocks, lines, strict=True) if not line.role]), drafts.authors())


def is_sentence(text: str) -> bool:
    """Does one end in it, or is it cut? A title may ask, or end with a name in quotes or an initial."""
    if HYPHEN_END.search(text) or ENDED.search(text):
        return True
    return FINISHED.search(text) is not None and text[-1] not in "?»”" and not INITIAL.search(text)


def belongs_to_front(above: str, text: str, below: str, labels: Labels) -> bool:
    """May a line that shows nothing by itself belong to the front, or to the abstract, that begins at `below`?"""
    if is_capitals(text) or labels.of(text) or SOURCE.search(text):
        return False
    line, under = _line(text, SURE, labels), _line(below, SURE, labels).role
    if line.names or are_names(text, POSSIBLE if under in ABOUT else LIKELY):
        return True
    if is_notice(above) and text[:1].isupper() and not is_sentence(text):
        return len(text.split()) >= TITLE_WORDS and len(text) < MAX_AFFILIATION
    beside_names = under == "names" or are_names(below, LIKELY) or (labels.of(below) and are_names(above, LIKELY))
    if beside_names and text[:1].isupper() and not is_sentence(text):
        return len(text.split()) >= TITLE_WORDS and len(text) < MAX_AFFILIATION
    return line.role in ("degree", "institution") and "," in text and not FINISHED.search(text)


def _title(blocks: Sequence[Block]) -> str:
    """The capitals, joined; without any, the longest lines that stand together and are about no author."""
    capitals = [block.text for block in blocks if is_capitals(block.text)]
    if capitals:
        return " ".join(capitals)
    runs: list[list[Block]] = []
    for block in blocks:
        above = runs[-1][-1] if runs else None
        ended = above and FINISHED.search(above.text) and not INITIAL.search(above.text)
        goes_on = above and block.span.first - above.span.last <= NEXT and not ended
        runs[-1:] = [[*runs[-1], block]] if goes_on else [*runs[-1:], [block]]
    titles = [run for run in runs if run[0].kind == "heading" or len(run[0].text.split()) > TITLE_WORDS]
    return max((" ".join(block.text for block in run) for run in titles), key=len, default="")


def _line(text: str, sure: int, labels: Labels) -> Line:
    """What the line tells, names as sure as that among it."""
    if labels.rubric.fullmatch(text.strip(" .")):
        return Line("notice")
    parts = list(split_contacts(text))
    contacts = tuple(part for part in parts if isinstance(part, Contact))
    rest = ", ".join(part for part in parts if isinstance(part, str) and part)
    byline, behind = _byline(rest, sure, labels)
    if byline:
        before = [", ".join(filter(None, (p for p in parts[:i] if isinstance(p, str)))) for i in _places(parts)]
        counts = tuple(len(_byline(each, sure, labels)[0]) for each in before)
        return Line("names", byline, contacts, counts, behind)
    return Line(_role(text, rest, bool(contacts), labels), contacts=contacts, rest=rest)


def _places(parts: Sequence[str | Contact]) -> list[int]:
    return [i for i, part in enumerate(parts) if isinstance(part, Contact)]


def _byline(text: str, sure: int, labels: Labels) -> tuple[tuple[Named, ...], str]:
    """(names, the affiliation behind them); no names where the line is something else."""
    if are_names(text, sure):
        return names_in(text), ""
    pieces = list(pieces_of(text))
    first = name_in(pieces[0]) if pieces else None
    if not first or first.sure < SURE:
        return (), ""
    behind = next((piece for piece in pieces[1:] if not is_degree(piece) and not name_in(piece)), None)
    rest = text[text.index(behind, len(pieces[0])) :] if behind else ""
    head = names_in(text.removesuffix(rest).strip(" ,;–—-"))
    return (head, rest) if head and labels.institution.search(rest) and len(rest) < MAX_AFFILIATION else ((), "")


def _role(text: str, rest: str, contacts: bool, labels: Labels) -> Role:
    """What a line without names is."""
    if AFFILIATION.match(rest) and len(rest) < MAX_AFFILIATION:
        return "affiliation"
    if not is_capitals(text):
        if labels.institution.search(rest) and len(rest) < MAX_AFFILIATION:
            return "institution"
        if rest and all(map(is_degree, pieces_of(rest))):
            return "degree"
    if contacts:
        return "contact"
    return "notice" if is_notice(text) else ""


def _without_lone_institutions(lines: Sequence[Line]) -> list[Line]:
    """An institution is an affiliation under an author only; elsewhere it may be a title's."""
    told: list[Line] = []
    for line in lines:
        lone = line.role == "institution" and not (told and told[-1].role in ("names", *ABOUT))
        told.append(replace(line, role="contact" if line.contacts else "") if lone else line)
    return told


def _unsure(i: int, blocks: Sequence[Block], lines: Sequence[Line], labels: Labels) -> Line | None:
    """Full names without a sign: where another line is the title, and the next one tells of an author."""
    line = _line(blocks[i].text, POSSIBLE, labels)
    others = [block.text for j, block in enumerate(blocks) if j != i and not lines[j].role]
    titled = any(is_capitals(text) or len(text.split()) > 2 for text in others)
    if not line.names or not titled or labels.of(blocks[i].text):
        return None
    told = bool(line.contacts) or (i + 1 < len(lines) and lines[i + 1].role in ABOUT)
    likely = all(name.sure >= LIKELY for name in line.names) and not is_capitals(blocks[i].text)
    return line if told or likely else None
