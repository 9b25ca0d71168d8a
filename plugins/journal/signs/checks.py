"""What may stand in a `NAME.toml`, and in `authors.toml`: each key and the kind of value it takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast, get_args

from journal.records import LANGS, ArticleKind

from .orcid import valid_orcid
from .slugs import is_page_id


def _positive(value: Any) -> bool:
    return type(value) is int and value > 0  # True is an int, too


def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _by_language(inner: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, dict) and all(key in LANGS and inner(item) for key, item in value.items())


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_text, value))


def _author(value: Any) -> bool:
    fields = {key: check for key, check in PERSON.items() if key != "variants"} | {"orcid": _text}
    return (
        isinstance(value, dict)
        and "name" in value
        and all(key in fields and fields[key](item) for key, item in value.items())
    )


# What an entry of `authors.toml` may say of a person.
PERSON: dict[str, Callable[[Any], bool]] = {
    **dict.fromkeys(("name", "affiliation", "email"), _text),
    "names": _by_language(_text),
    "orcid": lambda value: _text(value) and valid_orcid(value) is not None,
    "variants": _texts,
}

CHECKS: dict[str, Callable[[Any], bool]] = {
    **dict.fromkeys(("journal", "issn", "volume", "issue", "pages", "doi", "rights", "licence", "status"), _text),
    **dict.fromkeys(("number", "line", "year"), _positive),
    "id": lambda value: _text(value) and is_page_id(value),
    "kind": lambda value: value in get_args(ArticleKind),
    "lang": lambda value: cast("Any", value) in LANGS,
    "title": _by_language(_text),
    "abstract": _by_language(_text),
    "keywords": _by_language(_texts),
    "authors": lambda value: isinstance(value, list) and all(map(_author, value)),
    "dates": lambda value: isinstance(value, dict) and all(map(_text, value.values())),
    "former_ids": lambda value: _texts(value) and all(map(is_page_id, value)),
}
