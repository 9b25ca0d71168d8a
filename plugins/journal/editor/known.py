"""The fields of a `NAME.toml` as an article has them: what is known may be written down, what is not has an example.

A value counts as known only if writing it changes nothing: applied as the editor's it must give the same article. An
abstract that breaks off and whatever looks like private data are left to the editor.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from journal.records import LANGS, Article, Author, Block
from journal.signs.checks import CHECKS
from journal.signs.private import masked
from journal.signs.shapes import FINISHED

from .corrections import ATTRIBUTES, ISSUE_KEYS, applied

# The fields in the order in which they are written. An example is in the form that the field takes.
BY_LANGUAGE = ("title", "keywords", "abstract")
DATES = ("received", "revised", "accepted", "published")
EXAMPLES: Mapping[str, Any] = {
    "journal": "Samal Law Journal",
    "issn": "1234-5679",
    "year": 2024,
    "volume": "7",
    "issue": "2(6)",
    "rights": "© 2024 Ахметова А. Б.",
    "licence": "CC BY 4.0",
    "keywords": ["медиация", "ауыл"],
    "pages": "12–18",
    "doi": "10.12345/journal.2024.2.1",
    "dates": "2024-03-15",
    "status": "retracted",
    "former_ids": ["old-page-name"],
    "name": "Ахметова А. Б.",
    "names": "Akhmetova A. B.",
    "orcid": "0000-0002-1825-0097",
    "email": "name@example.org",
}
AUTHOR = ("name", "affiliation", "orcid", "email")


def known(article: Article) -> dict[str, Any]:
    """Key -> value as in a TOML; mappings hold only the languages or dates that may be written."""
    values = {key: getattr(article, key) for key in (*ISSUE_KEYS, "id", "kind", "lang", "pages", "doi", "status")}
    values |= {"former_ids": list(article.former_ids), "authors": [_author(author) for author in article.authors]}
    kept = {key: value for key, value in values.items() if value and _holds(article, key, value)}
    return kept | {key: items for key, value in _mappings(article).items() if (items := _safe(article, key, value))}


def unfinished(article: Article) -> dict[str, str]:
    """The abstracts that break off: for the editor to end."""
    texts = {lang: "\n\n".join(block.text for block in blocks) for lang, blocks in article.abstracts.items()}
    return {lang: text for lang, text in texts.items() if not FINISHED.search(text) and masked(text) == text}


def _author(author: Author) -> dict[str, Any]:
    record = {key: value for key in AUTHOR if (value := getattr(author, key))}
    return record | ({"names": dict(author.names)} if author.names else {})


def _mappings(article: Article) -> dict[str, dict[str, Any]]:
    texts = {
        lang: "\n\n".join(block.text for block in blocks)
        for lang, blocks in article.abstracts.items()
        if blocks and FINISHED.search(blocks[-1].text)
    }
    return {
        "title": {lang: article.titles[lang] for lang in LANGS if lang in article.titles},
        "keywords": {lang: list(article.keywords[lang]) for lang in LANGS if lang in article.keywords},
        "abstract": {lang: texts[lang] for lang in LANGS if lang in texts},
        "dates": dict(article.dates),
    }


def _safe(article: Article, key: str, value: Mapping[str, Any]) -> dict[str, Any]:
    """What of a mapping may be written; of an article in several dumps all or nothing, since one dump then decides."""
    if key == "dates" or len(article.sources) > 1:
        whole = set(value) >= set(getattr(article, ATTRIBUTES.get(key, key)))
        return dict(value) if value and whole and _holds(article, key, value) else {}
    return {lang: item for lang, item in value.items() if _holds(article, key, {lang: item})}


def _holds(article: Article, key: str, value: Any) -> bool:
    """Would the editor's value leave the article as it is, and may it be shown?"""
    if not CHECKS[key](value) or masked(str(value)) != str(value):
        return False
    attribute = ATTRIBUTES.get(key, key)
    return bool(_bare(getattr(applied(article, {key: value}), attribute)) == _bare(getattr(article, attribute)))


def _bare(value: Any) -> Any:
    """Abstracts without the lines and anchors of their blocks: these are given anew."""
    if isinstance(value, Mapping):
        return {key: _bare(item) for key, item in value.items()}
    if isinstance(value, tuple) and value and isinstance(value[0], Block):
        return [(block.kind, block.text, block.lang, block.marker, block.rows) for block in value]
    return value
