"""Units -> articles.

A unit with a body opens an article; the others, abstracts in further languages, belong to the article before them
unless that one already has their language: then they are the front of the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .labels import Labels
from .records import Lang
from .units import Unit

BODY_WORDS = 300  # fewer words without a section are an abstract that lost its title


@dataclass
class Draft:
    """The units of one article, in order."""

    units: list[Unit] = field(default_factory=list)

    def languages(self) -> set[Lang]:
        return {unit.lang for unit in self.units}


def gather_units(units: Sequence[Unit], labels: Labels) -> list[Draft]:
    """Every unit in exactly one draft; the drafts in the dump's order."""
    drafts: list[Draft] = []
    pending: list[Unit] = []
    for unit in units:
        if not _has_body(unit, labels) and len(units) > 1:
            pending.append(unit)
            continue
        drafts.append(Draft([*_claim(drafts, pending), unit]))
        pending = []
    rest = _claim(drafts, pending)
    return [*drafts, Draft(rest)] if rest else drafts


def _claim(drafts: Sequence[Draft], pending: Sequence[Unit]) -> list[Unit]:
    """Give the last article the pending units whose languages it lacks; return those that open the next one."""
    rest = list(pending)
    while rest and drafts and rest[0].lang not in drafts[-1].languages():
        drafts[-1].units.append(rest.pop(0))
    return rest


def _has_body(unit: Unit, labels: Labels) -> bool:
    """A section by its name, or simply much text."""
    roles = {label.role for block in unit.body if (label := labels.heading(block.text))}
    words = sum(len(block.text.split()) for block in unit.body)
    return words > BODY_WORDS or (bool(roles & {"introduction", "section", "conclusion"}) and words > 50)
