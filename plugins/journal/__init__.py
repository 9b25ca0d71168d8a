"""The journal as a Pelican plugin: dumps become Pelican articles, `site` and `ui` reach every template.

Settings: `JOURNAL_DUMPS` (folder of the dumps), `JOURNAL_FONTS` (folder of the font files), `JOURNAL_CORPUS` (a
corpus already read, instead of reading `JOURNAL_DUMPS`).
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.contents import Article as PelicanArticle
from pelican.contents import Category, Page
from pelican.generators import ArticlesGenerator, PagesGenerator

from .corpus import Corpus, read_corpus
from .interface import InterfaceGenerator, load_ui, page_context, root_of
from .records import Article
from .site import Site, site_of

# Pelican cannot do without a date; no template, feed, sort or filter of ours reads it.
NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)


def add_articles(generator: ArticlesGenerator) -> None:
    """Enter the journal's articles where Pelican's own are complete but not yet sorted into listings."""
    settings = generator.settings
    corpus: Corpus = settings.get("JOURNAL_CORPUS") or read_corpus(Path(settings["JOURNAL_DUMPS"]))
    site = site_of(corpus.articles)
    generator.context["site"] = site
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
    record: Article = content.record
    site: Site = generator.context["site"]
    issue = next(issue for issue in site.issues if record in issue.articles)
    place = issue.articles.index(record)
    generator.context.update(
        record=record,
        page_lang=record.lang,
        root=root_of(record.url),
        alternates=page_context("index", record.lang)["alternates"],
        issue=issue,
        previous_article=issue.articles[place - 1] if place else None,
        next_article=issue.articles[place + 1] if place + 1 < len(issue.articles) else None,
    )


def tell_page_template(generator: PagesGenerator, content: Page) -> None:
    generator.context.update(page_context(content.slug, content.lang))


def add_generator(_: Any) -> type[InterfaceGenerator]:
    return InterfaceGenerator


def register() -> None:
    signals.article_generator_pretaxonomy.connect(add_articles)
    signals.article_generator_write_article.connect(tell_article_template)
    signals.page_generator_write_page.connect(tell_page_template)
    signals.get_generators.connect(add_generator)
