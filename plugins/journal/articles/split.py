"""Units -> articles.

A unit with a body opens an article; the others, abstracts in further languages, belong to the article before them
unless that one already has their language: then they are the front of the next.
"""

from __future__ import annotations

from collections.abc import Sequence

from journal.records import Lang, Unit
from journal.signs.labels import Labels
from languages.detect import language_of

BODY_WORDS = 300  # fewer words without a section are an abstract that lost its title


def gather_units(units: Sequence[Unit], labels: Labels) -> list[list[Unit]]:
    """The units of each article; every unit is in exactly one, all in the dump's order."""
    articles: list[list[Unit]] = []
    pending: list[Unit] = []
    for unit in units:
        if not unit.opens and not _has_body(unit, labels) and len(units) > 1:
            pending.append(unit)
            continue
        articles.append([*_claim(articles, pending, unit), unit])
        pending = []
    rest = _claim(articles, pending, None)
    return [*articles, rest] if rest else articles


def _claim(articles: Sequence[list[Unit]], pending: Sequence[Unit], opening: Unit | None) -> list[Unit]:
    """Give the last article the pending units whose languages it lacks; return those of the one that is opened."""
    rest = list(pending)
    while rest and articles and rest[0].lang not in {unit.lang for unit in articles[-1] if unit.abstract}:
        if opening and title_language(rest[0], [*rest[1:], opening]) != rest[0].lang:
            break
        articles[-1].append(rest.pop(0))
    return rest


def title_language(unit: Unit, others: Sequence[Unit]) -> Lang:
    """Of the unit's title: its own language, unless the words are another's and that one's unit has no title.

    An article may begin with its title and the abstracts in all languages, the body's not the first.
    """
    told = language_of(unit.front.title)
    untitled = {other.lang for other in others if not other.front.title}
    return next((lang for lang in untitled if lang == told), unit.lang)


def _has_body(unit: Unit, labels: Labels) -> bool:
    """A section by its name, or simply much text."""
    roles = {label.role for block in unit.body if (label := labels.heading(block.text))}
    words = sum(len(block.text.split()) for block in unit.body)
    return words > BODY_WORDS or (bool(roles & {"introduction", "section", "conclusion"}) and words > 50)
