"""What an article holds and what it lacks, in a small record for the report: is it fit to be cited?

In: a finished article with its texts. Out: counts and languages, and what is missing: first what no citation can do
without, then what a reader or an index of journals wishes for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from journal.records import LANGS, Article, Lang, Span

Pages = Literal["exact", "estimated", "unknown"]


@dataclass(frozen=True, slots=True)
class Findings:
    """`needed` and `wished` name what is missing, as keys of the interface: "author", "title.ru".

    `affiliations` counts the authors who have one. `pages` is "exact" where the first and last page were printed or
    given, "estimated" where only some page in between is known.
    """

    id: str
    url: str
    lang: Lang
    kind: str
    title: str
    title_lang: Lang
    titles: tuple[Lang, ...]
    abstracts: tuple[Lang, ...]
    keywords: tuple[tuple[Lang, int], ...]
    authors: int
    affiliations: int
    sections: int
    references: int
    pages: Pages
    page_range: str | None
    words: int
    sources: tuple[Span, ...]
    needed: tuple[str, ...]
    wished: tuple[str, ...]

    @property
    def citable(self) -> bool:
        return not self.needed


def findings(article: Article) -> Findings:
    """The record of an article that still has its texts."""
    return Findings(
        id=article.id,
        url=article.url,
        lang=article.lang,
        kind=article.kind,
        title=article.title,
        title_lang=article.title_lang,
        titles=tuple(lang for lang in LANGS if lang in article.titles),
        abstracts=tuple(lang for lang in LANGS if article.abstracts.get(lang)),
        keywords=tuple((lang, len(article.keywords[lang])) for lang in LANGS if article.keywords.get(lang)),
        authors=len(article.authors),
        affiliations=sum(1 for author in article.authors if author.affiliation),
        sections=sum(1 for block in article.blocks if block.kind == "heading"),
        references=len(article.references),
        pages=_pages(article),
        page_range=article.pages,
        words=article.words,
        sources=article.sources,
        needed=tuple(_needed(article)),
        wished=tuple(_wished(article)),
    )


def _needed(article: Article) -> list[str]:
    """A thesis appears in no journal, and an editorial speaks for the editors."""
    missing = {
        "author": not article.authors and article.kind != "editorial",
        "title": not article.title,
        "journal": not article.journal and article.kind != "thesis",
        "date": not article.year,
    }
    return [name for name, lacking in missing.items() if lacking]


def _wished(article: Article) -> list[str]:
    in_journal = article.kind != "thesis"
    missing = {
        "issue": in_journal and not (article.issue or article.volume),
        "pages": in_journal and _pages(article) != "exact",
        "affiliation": any(not author.affiliation for author in article.authors),
        **{f"title.{lang}": bool(article.title) and lang not in article.titles for lang in LANGS},
        **{f"abstract.{lang}": in_journal and not article.abstracts.get(lang) for lang in LANGS},
        **{f"keywords.{lang}": in_journal and not article.keywords.get(lang) for lang in LANGS},
        "references": not article.references,
    }
    return [name for name, lacking in missing.items() if lacking]


def _pages(article: Article) -> Pages:
    if article.pages:
        return "exact"
    return "estimated" if any(block.page for block in article.blocks) else "unknown"
