"""The pages `repairs/<id>.html`, one an article: a Pelican generator beside that of the interface pages."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pelican.generators import Generator
from pelican.writers import Writer

from journal.editor.reasons import Reasons
from journal.editor.repairs import repairs_of
from journal.records import Article
from journal.report import Report

from .interface import page_context, root_of


def repairs_url(article: Article) -> str:
    """Where the page stands, relative to the site's root."""
    return f"repairs/{article.id}.html"


class RepairPagesGenerator(Generator):  # type: ignore[misc]
    """Expects `site`, `ui` and `report` in the shared context."""

    def generate_output(self, writer: Writer) -> None:
        report: Report = self.context["report"]
        reasons = Reasons(self.context["ui"])
        of = lru_cache(maxsize=2)(report.of)  # the articles of a dump come one behind the other
        for article in self.context["site"].articles:
            self._write(writer, article, repairs=repairs_of(article, of), reason=reasons.find)

    def _write(self, writer: Writer, article: Article, **more: Any) -> None:
        path = repairs_url(article)
        context = page_context("index", article.lang) | {"root": root_of(path), "record": article} | more
        template = self.get_template("repairs")
        writer.write_file(path, template, self.context, relative_urls=True, override_output=True, **context)
