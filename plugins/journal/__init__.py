"""The journal as a Pelican plugin: dumps become Pelican articles, `site` and `ui` reach every template.

Settings: `JOURNAL_DUMPS` (folder of the dumps), `JOURNAL_AUTHORS` (the file that says who is who), `JOURNAL_FONTS`
(folder of the font files), `JOURNAL_CORPUS` (a corpus already read, instead of reading these).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.contents import Article as PelicanArticle
from pelican.contents import Category, Page
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator

from .corpus import Corpus, read_corpus
from .records import Article
from .web.examples import examples, order
from .web.help_page import with_examples
from .web.interface import InterfaceGenerator, load_ui, page_context, root_of
from .web.links import Links
from .web.repair_pages import RepairPagesGenerator, repairs_url
from .web.scholarly import tags
from .web.site import Site, site_of

# Pelican cannot do without a date; no template, feed, sort or filter of ours reads it.
NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)


def add_articles(generator: ArticlesGenerator) -> None:
    """Enter the journal's articles where Pelican's own are complete but not yet sorted into listings."""
    settings = generator.settings
    corpus: Corpus = settings.get("JOURNAL_CORPUS") or read_corpus(
        Path(settings["JOURNAL_DUMPS"]), Path(settings["JOURNAL_AUTHORS"])
    )
    site = site_of(corpus.cards, corpus.persons)
    generator.context["site"] = site
    generator.context["whole"] = lambda card: replace(corpus.whole(card), authors=card.authors)
    generator.context["report"] = corpus.report
    generator.context["ui"] = load_ui(Path(settings["THEME"]) / "ui")
    generator.articles = [_content(article, generator) for article in site.articles]


def _content(article: Article, generator: ArticlesGenerator) -> PelicanArticle:
    metadata = {
        "title": article.title or article.id,
        "slug": article.id,
        "lang": article.lang,
        "date": NO_DATE,
        "category": Category("journal", generator.settings),
        "url": article.url,
        "save_as": article.url,
        "template": "article",
    }
    content = PelicanArticle(
        "", metadata, settings=generator.settings, source_path=f"{article.id}.dump", context=generator.context
    )
    content.record = article
    return content


def tell_article_template(generator: ArticlesGenerator, content: PelicanArticle) -> None:
    """The article's texts are read from disk now, for this one page."""
    card: Article = content.record
    record = generator.context["whole"](card)
    site: Site = generator.context["site"]
    issue = next(issue for issue in site.issues if card in issue.articles)
    place = issue.articles.index(card)
    generator.context.update(
        record=record,
        page_lang=record.lang,
        root=root_of(record.url),
        alternates=page_context("index", record.lang)["alternates"],
        repairs_url=repairs_url(record),
        linked=Links(record),
        scholarly=tuple(tags(record)),
        issue=issue,
        previous_article=issue.articles[place - 1] if place else None,
        next_article=issue.articles[place + 1] if place + 1 < len(issue.articles) else None,
    )


def tell_page_template(generator: PagesGenerator, content: Page) -> None:
    generator.context.update(page_context(content.slug, content.lang))
    if content.slug == "help":
        cards = generator.context["site"].articles
        slots = generator.context.get("examples") or examples(cards, generator.context["whole"])
        html = with_examples(content.content, slots, content.lang, order(cards))
        generator.context.update(examples=slots, help=html)


def add_generators(_: Any) -> tuple[type[Generator], ...]:
    return InterfaceGenerator, RepairPagesGenerator


def register() -> None:
    signals.article_generator_pretaxonomy.connect(add_articles)
    signals.article_generator_write_article.connect(tell_article_template)
    signals.page_generator_write_page.connect(tell_page_template)
    signals.get_generators.connect(add_generators)
