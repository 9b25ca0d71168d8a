"""Authors as the lines of a front part are read: whose each affiliation, address and ORCID is.

Marks decide, then the place: on the line of its author, or under it. Where several authors stand over one address, it
is that of the one whose surname it holds, or whom the asterisk marks; where that tells nothing, it is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from journal.records import Author
from journal.signs.bylines import Named
from journal.signs.names import Writing
from languages.names.names import heard

from .affiliations import numbered_affiliations
from .contacts import Contact, Field

SURNAME = 4  # letters as they sound, for an address to show whose it is
FIELDS: tuple[Field, ...] = ("email", "orcid")


@dataclass(eq=False)
class Draft:
    """An author whose lines are still being read."""

    name: str
    marks: str = ""
    star: bool = False
    affiliation: str | None = None
    degree: str | None = None
    role: str = ""
    reach: dict[Field, str] = field(default_factory=dict)

    def take(self, contact: Contact) -> None:
        """The first of each kind is the author's."""
        self.reach.setdefault(contact.field, contact.value)
        self.role = self.role or contact.role


class Drafts:
    """The authors so far; lines are told in their order."""

    def __init__(self) -> None:
        self._all: list[Draft] = []
        self._here: list[Draft] = []  # on the last line of names
        self._unplaced: list[Draft] = []  # since the last affiliation without a number
        self._numbered: dict[str, str] = {}
        self._waiting: list[Contact] = []

    def name(self, names: Sequence[Named], contacts: Sequence[Contact], counts: Sequence[int]) -> None:
        """A line of names; `counts` says how many of them stand before each of its contacts."""
        if self._all:
            self._settle()
        self._here = [self._draft(name) for name in names]
        each_its_own = any(0 < count < len(self._here) for count in counts)
        for kind in FIELDS:
            own = [(contact, count) for contact, count in zip(contacts, counts, strict=True) if contact.field == kind]
            for i, (contact, count) in enumerate(own):
                if len(own) == len(self._here):
                    self._here[i].take(contact)
                elif each_its_own or len(self._here) == 1:
                    self._here[max(count, 1) - 1].take(contact)
                else:
                    self._give(contact, self._here)

    def reach(self, contacts: Sequence[Contact]) -> None:
        """Contacts on a line without names."""
        self._waiting += contacts

    def degree(self, text: str) -> None:
        """A line of degrees: of the one author on the line over it."""
        if len(self._here) == 1:
            self._here[0].degree = ", ".join(filter(None, (self._here[0].degree, text.strip(" .;,"))))

    def place(self, text: str) -> None:
        """Affiliations with their numbers, or one of all who stand over it."""
        numbered = numbered_affiliations(text)
        for number, affiliation in numbered:
            self._numbered[number] = affiliation
        for draft in self._unplaced if not numbered else ():
            draft.affiliation = draft.affiliation or (None if draft.marks.strip("0") else text.strip(" .;,"))
        if not numbered:
            self._unplaced = []

    def authors(self) -> tuple[Author, ...]:
        self._settle()
        return tuple(
            Author(
                draft.name,
                affiliation=self._affiliation(draft),
                email=draft.reach.get("email"),
                orcid=draft.reach.get("orcid"),
                degree=draft.degree,
                role=draft.role or None,
            )
            for draft in self._all
        )

    def _draft(self, named: Named) -> Draft:
        """A new author, or the one of that name who is told of again."""
        key = Writing.of(named.name).key
        draft = next((draft for draft in self._all if Writing.of(draft.name).key == key), None)
        if not draft:
            draft = Draft(named.name)
            self._all.append(draft)
            self._unplaced.append(draft)
        draft.marks += named.marks
        draft.star = draft.star or named.star
        return draft

    def _settle(self) -> None:
        """Give the contacts since the last line of names to their authors."""
        for kind in FIELDS:
            own = [contact for contact in self._waiting if contact.field == kind]
            left = [contact for contact in own if not self._give_by_marks(contact)]
            free = [draft for draft in self._all if kind not in draft.reach]
            if len(left) == len(free):
                for draft, contact in zip(free, left, strict=True):
                    draft.take(contact)
            else:
                for contact in left:
                    self._give(contact, free)
        self._waiting = []

    def _give_by_marks(self, contact: Contact) -> bool:
        free = [draft for draft in self._all if contact.field not in draft.reach]
        numbered = [draft for draft in free if set(draft.marks) & set(contact.marks)]
        starred = [draft for draft in free if draft.star and contact.star]
        for draft in (numbered or starred)[:1]:
            draft.take(contact)
        return bool(numbered or starred)

    def _give(self, contact: Contact, drafts: Sequence[Draft]) -> None:
        """To the one whom the address names, else who stands over it alone, else who is written to."""
        free = [draft for draft in drafts if contact.field not in draft.reach]
        local = heard(re.sub(r"[\W\d_]", "", contact.value.partition("@")[0])) if contact.field == "email" else ""
        called = [draft for draft in free if any(name in local for name in _surnames(draft))]
        alone = [draft for draft in free if self._here == [draft]]
        starred = [draft for draft in free if draft.star]
        for found in (called, alone, starred):
            if len(found) == 1:
                found[0].take(contact)
                return

    def _affiliation(self, draft: Draft) -> str | None:
        """By its marks; without marks the only one there is, or all of an only author's."""
        marked = [self._numbered[mark] for mark in dict.fromkeys(draft.marks) if mark in self._numbered]
        if not draft.marks and not draft.affiliation and 1 in (len(self._numbered), len(self._all)):
            marked = list(self._numbered.values())
        return "; ".join(marked) or draft.affiliation


def _surnames(draft: Draft) -> list[str]:
    return [surname for surname, _ in Writing.of(draft.name).readings if len(surname) >= SURNAME]
