"""The units of one article -> the article: titles, authors, abstracts and keywords by language; body; references."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .labels import Labels
from .records import Article, Author, Block, Lang, Span
from .split import Draft
from .units import split_keywords

ABSTRACT_WORDS = 25  # an untitled paragraph at the end with fewer is no abstract


@dataclass
class Parts:
    """What stands in an article's units behind their abstracts, sorted."""

    body: list[Block] = field(default_factory=list)
    references: list[Block] = field(default_factory=list)
    abstracts: dict[Lang, tuple[Block, ...]] = field(default_factory=dict)
    keywords: dict[Lang, tuple[str, ...]] = field(default_factory=dict)


def assemble(draft: Draft, labels: Labels) -> Article:
    """The article without id, anchors and page numbers."""
    units = draft.units
    lang = main_language([block for unit in units for block in unit.body], units[-1].lang)
    parts = _sort_parts(draft, lang, labels)
    return Article(
        id="",
        lang=lang,
        titles={unit.lang: unit.front.title for unit in reversed(units) if unit.front.title},
        authors=join_authors({unit.lang: unit.front.authors for unit in units if unit.front.authors}, lang),
        abstracts=parts.abstracts | {unit.lang: unit.abstract for unit in units if unit.abstract},
        keywords=parts.keywords | {unit.lang: unit.keywords for unit in units if unit.keywords},
        blocks=tuple(parts.body),
        references=tuple(parts.references),
        sources=(Span(units[0].span.file, units[0].span.first, max(unit.span.last for unit in units)),),
    )


def main_language(blocks: Sequence[Block], default: Lang) -> Lang:
    """The language with the most letters."""
    counts: dict[Lang, int] = {}
    for block in blocks:
        counts[block.lang] = counts.get(block.lang, 0) + len(block.text)
    return max(counts, key=lambda lang: counts[lang], default=default)


def _sort_parts(draft: Draft, lang: Lang, labels: Labels) -> Parts:
    """Body, references, and the abstracts and keyword lists that follow the body without a title."""
    parts = Parts()
    concluded = in_references = False
    for block in (block for unit in draft.units for block in unit.body):
        label = labels.heading(block.text) if block.kind == "heading" else None
        if label:
            concluded = concluded or label.role in ("conclusion", "references")
            in_references = label.role == "references"
        keywords = labels.keywords(block.text)
        if concluded and keywords and keywords[0] not in draft.languages():
            parts.keywords[keywords[0]] = split_keywords(keywords[1])
        elif concluded and _untitled_abstract(block, lang, draft, parts):
            parts.abstracts[block.lang] = (*parts.abstracts.get(block.lang, ()), block)
            in_references = False
        elif in_references and not label:
            parts.references.append(block)
        elif not in_references:
            parts.body.append(block)
    return parts


def _untitled_abstract(block: Block, lang: Lang, draft: Draft, parts: Parts) -> bool:
    if block.kind != "paragraph" or block.lang == lang or block.lang in draft.languages():
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
            )
        )
    return tuple(joined)
