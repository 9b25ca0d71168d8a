"""What an editor says about a dump: `NAME.toml` beside `NAME.txt` gives or corrects every field of the catalogue.

Keys over the first table hold for all articles of the dump (or, where there is but one, for it); each `[[article]]`
names its article by `number` (1 is the first) or by a `line` in it; each `[[fix]]` has `line`, `from`, `to`.
Whatever matches nothing is an error with the file and the key: a correction that silently does nothing is worse
than none.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from journal.cleaning.fixes import Fix
from journal.errors import JournalError
from journal.records import Article, Author, Block, Lang
from journal.signs.checks import CHECKS

ISSUE_KEYS = ("journal", "issn", "year", "volume", "issue", "rights", "licence")
ATTRIBUTES = {"title": "titles", "abstract": "abstracts"}  # of the article, where they are not called like their keys


@dataclass(frozen=True, slots=True)
class Corrections:
    """The content of one TOML; `file` is its name, for errors."""

    file: str
    fixes: tuple[Fix, ...] = ()
    issue: Mapping[str, Any] | None = None
    articles: tuple[Mapping[str, Any], ...] = ()


def read_corrections(path: Path) -> Corrections:
    """The corrections beside a dump; empty ones where `path` does not exist.

    Raises:
        JournalError: the file is no TOML, or has a key that means nothing.
    """
    if not path.exists():
        return Corrections(path.name)
    try:
        table = tomllib.loads(path.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise JournalError(path.name, 0, f"not valid TOML: {error}") from None
    fixes = tuple(_fix(path.name, i, entry) for i, entry in enumerate(_tables(path.name, table, "fix"), 1))
    articles = tuple(_tables(path.name, table, "article"))
    top = {key: value for key, value in table.items() if key not in ("fix", "article")}
    for where, keys in (("", top), *((f"[[article]] {i}: ", entry) for i, entry in enumerate(articles, 1))):
        _check_keys(path.name, where, keys)
    return Corrections(path.name, fixes, top, articles)


def _tables(file: str, table: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    entries = table.get(key, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise JournalError(file, 0, f"'{key}' must be written as [[{key}]]")
    return entries


def _fix(file: str, number: int, entry: Mapping[str, Any]) -> Fix:
    match entry:
        case {"line": int(line), "from": str(before), "to": str(after), **more} if before and not more:
            return Fix(line, before, after)
    raise JournalError(file, 0, f"[[fix]] {number}: needs line (a number), from and to (texts), and nothing else")


def _check_keys(file: str, where: str, keys: Mapping[str, Any]) -> None:
    for key, value in keys.items():
        check = CHECKS.get(key)
        if not check:
            raise JournalError(file, 0, f"{where}'{key}' is no field of the catalogue")
        if not check(value):
            raise JournalError(file, 0, f"{where}'{key}' has a value of the wrong kind: {value!r}")


def correct_articles(articles: Sequence[Article], corrections: Corrections, name: str) -> list[Article]:
    """The articles with the editor's fields.

    Raises:
        JournalError: an `[[article]]` that names none, or article fields over the first table of a dump with many.
    """
    corrected = list(articles)
    top = dict(corrections.issue or {})
    single = set(top) - set(ISSUE_KEYS)
    if single and len(corrected) != 1:
        raise JournalError(
            corrections.file, 0, f"'{min(single)}' must stand under [[article]]: {name} has {len(corrected)} articles"
        )
    corrected = [applied(article, top) for article in corrected]
    for number, entry in enumerate(corrections.articles, 1):
        i = find(corrected, entry, corrections.file, number)
        corrected[i] = applied(
            corrected[i], {key: value for key, value in entry.items() if key not in ("number", "line")}
        )
    return corrected


def find(articles: Sequence[Article], entry: Mapping[str, Any], file: str, number: int) -> int:
    """Which of the articles of a dump the `number`th `[[article]]` of `file` speaks of.

    Raises:
        JournalError: none.
    """
    if "number" in entry and 1 <= entry["number"] <= len(articles):
        return int(entry["number"]) - 1
    for i, article in enumerate(articles):
        if "line" in entry and any(span.first <= entry["line"] <= span.last for span in article.sources):
            return i
    if not {"number", "line"} & set(entry):
        raise JournalError(file, 0, f"[[article]] {number}: needs a number or a line that tells which article it is")
    key = "number" if "number" in entry else "line"
    raise JournalError(file, 0, f"[[article]] {number}: no article has {key} = {entry.get(key)!r}")


def applied(article: Article, fields: Mapping[str, Any]) -> Article:
    """The article with what an editor gave; `fields` are as in a TOML and have been checked."""
    changes: dict[str, Any] = {}
    for key, value in fields.items():
        changes.update(SETTERS[key](article, value) if key in SETTERS else {key: value})
    return replace(article, corrected=article.corrected | frozenset(changes), **changes)


def _set_abstract(article: Article, value: Mapping[Lang, str]) -> dict[str, Any]:
    blocks = {
        lang: tuple(Block("paragraph", text.strip(), article.sources[0], lang) for text in texts.split("\n\n"))
        for lang, texts in value.items()
    }
    return {"abstracts": {**article.abstracts, **blocks}}


def _set_keywords(article: Article, value: Mapping[Lang, list[str]]) -> dict[str, Any]:
    return {"keywords": {**article.keywords, **{lang: tuple(items) for lang, items in value.items()}}}


def _set_authors(_: Article, value: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {"authors": tuple(Author(**author) for author in value)}


SETTERS: dict[str, Callable[[Article, Any], dict[str, Any]]] = {
    "title": lambda article, value: {"titles": {**article.titles, **value}},
    "abstract": _set_abstract,
    "keywords": _set_keywords,
    "authors": _set_authors,
    "former_ids": lambda _, value: {"former_ids": tuple(value)},
}
