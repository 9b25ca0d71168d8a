"""The units of one article -> the article: titles, authors, abstracts and keywords by language; body; references."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from journal.records import Article, Author, Block, Lang, Span, Unit
from journal.signs.labels import Labels
from journal.signs.notices import is_notice
from journal.signs.outline import part_of

from .parts import main_language, split_keywords
from .split import title_language

Part = TypeVar("Part")
ABSTRACT_WORDS = 25  # an untitled paragraph at the end with fewer is no abstract


@dataclass
class Parts:
    """What stands in an article's units behind their abstracts, sorted."""

    body: list[Block] = field(default_factory=list)
    references: list[Block] = field(default_factory=list)
    abstracts: dict[Lang, tuple[Block, ...]] = field(default_factory=dict)
    keywords: dict[Lang, tuple[str, ...]] = field(default_factory=dict)


def assemble(units: Sequence[Unit], labels: Labels) -> Article:
    """The article of `units`, without id, anchors and page numbers."""
    lang = main_language([block for unit in units for block in unit.body], units[-1].lang)
    parts = _sort_parts(units, lang, labels)
    return Article(
        id="",
        lang=lang,
        titles={title_language(unit, units): unit.front.title for unit in reversed(units) if unit.front.title},
        authors=join_authors({unit.lang: unit.front.authors for unit in units if unit.front.authors}, lang),
        abstracts=_united([parts.abstracts, *({unit.lang: unit.abstract} for unit in units)]),
        keywords=_united([parts.keywords, *({unit.lang: unit.keywords} for unit in units)]),
        blocks=tuple(parts.body),
        references=tuple(parts.references),
        sources=(Span(units[0].span.file, units[0].span.first, max(unit.span.last for unit in units)),),
    )


def _united(parts: Sequence[Mapping[Lang, tuple[Part, ...]]]) -> dict[Lang, tuple[Part, ...]]:
    """All parts of a language one behind the other, without repeats."""
    united: dict[Lang, dict[Part, None]] = {}
    for part in parts:
        for lang, items in part.items():
            united.setdefault(lang, {}).update(dict.fromkeys(items))
    return {lang: tuple(items) for lang, items in united.items() if items}


def _sort_parts(units: Sequence[Unit], lang: Lang, labels: Labels) -> Parts:
    """Body, references, and the abstracts and keyword lists that follow the body without a title.

    Notices and what is told of the authors behind the text are in none of them.
    """
    parts, labelled = Parts(), {unit.lang for unit in units}
    concluded, role = False, ""
    for block in (block for unit in units for block in unit.body):
        label = labels.heading(block.text) if block.kind == "heading" else None
        if label:
            concluded = concluded or label.role in ("conclusion", "references")
            role = label.role
        elif block.kind == "heading" and part_of(block.text):  # an appendix behind the references
            role = ""
        if role == "notes" or (concluded and block.kind == "contents"):  # that of the issue
            continue
        if concluded and not block.marker and is_notice(block.text):
            continue
        keywords = labels.keywords(block.text)
        if concluded and keywords and keywords[0] not in labelled:
            parts.keywords[keywords[0]] = (*parts.keywords.get(keywords[0], ()), *split_keywords(keywords[1]))
        elif concluded and _untitled_abstract(block, {lang, *labelled}, parts):
            parts.abstracts[block.lang] = (*parts.abstracts.get(block.lang, ()), block)
            role = ""
        elif role != "references":
            parts.body.append(block)
        elif not label or parts.references:  # the heading of a second list stands in it
            parts.references.append(block)
    return parts


def _untitled_abstract(block: Block, taken: set[Lang], parts: Parts) -> bool:
    """A paragraph in a further language, at the start of a page or after another such one."""
    if block.kind != "paragraph" or block.lang in taken:
        return False
    return block.lang in parts.abstracts or (block.page_start and len(block.text.split()) >= ABSTRACT_WORDS)


def join_authors(by_language: dict[Lang, tuple[Author, ...]], lang: Lang) -> tuple[Author, ...]:
    """One author for each place in the lists; the body's language names them, all languages are kept."""
    if not by_language:
        return ()
    main = lang if lang in by_language else next(iter(by_language))
    joined = []
    for place, author in enumerate(by_language[main]):
        same = {other: people[place] for other, people in by_language.items() if len(people) == len(by_language[main])}
        joined.append(
            Author(
                author.name,
                {other: person.name for other, person in same.items()},
                author.affiliation or next((p.affiliation for p in same.values() if p.affiliation), None),
                next((p.email for p in same.values() if p.email), None),
                next((p.orcid for p in same.values() if p.orcid), None),
                degree=author.degree or next((p.degree for p in same.values() if p.degree), None),
                role=author.role or next((p.role for p in same.values() if p.role), None),
            )
        )
    return tuple(joined)
