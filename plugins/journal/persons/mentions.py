"""The authors of all articles, one mention for each place where one stands, with the ORCIDs that can be trusted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from journal.records import Article, Author, Span
from journal.report import Report
from journal.signs.names import Writing
from journal.signs.orcid import valid_orcid


@dataclass(frozen=True, slots=True)
class Mention:
    """An author of one article; `orcid` is None where there is none that tells who it is."""

    article: Article
    author: Author
    orcid: str | None

    @property
    def where(self) -> Span:
        return self.article.sources[0]

    @property
    def exact(self) -> tuple[str, ...]:
        return Writing.of(self.author.name).exact

    @property
    def names(self) -> list[str]:
        """As printed: the one that the article goes by, then those of its other languages."""
        return list(dict.fromkeys([self.author.name, *self.author.names.values()]))


def mentions(article: Article, report: Report) -> Iterator[Mention]:
    """Those of one article. An ORCID that does not check, or stands beside two authors, is told and not trusted."""
    told = Counter(filter(None, (valid_orcid(author.orcid) for author in article.authors)))
    span = article.sources[0]
    for author in article.authors:
        orcid = valid_orcid(author.orcid)
        if author.orcid and not orcid:
            report.warn(span.file, span.first, "no valid ORCID", f"{author.name}, {author.orcid}")
        elif told[orcid or ""] > 1:
            report.warn(span.file, span.first, "one ORCID beside two authors of an article", f"{author.name}, {orcid}")
        yield Mention(article, author, orcid if told[orcid or ""] == 1 else None)
