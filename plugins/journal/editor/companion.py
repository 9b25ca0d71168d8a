"""The finished `NAME.toml` of a dump: what is known written down, what is not as a comment in the form that it takes.

In: what the editor wrote so far, and the articles found. The editor's text stays as it is, letter by letter; what it
does not say is added behind it. Saved beside the dump the file changes nothing in the build; a comment that is
filled in does.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from tomlkit import item as toml

from journal.records import LANGS, Article
from journal.signs.private import masked

from .corrections import ISSUE_KEYS, Corrections
from .known import AUTHOR, BY_LANGUAGE, DATES, EXAMPLES, unfinished
from .places import Place, common, places

MARK = "# ==== Izdeu ===="  # stands over what we added; a file that has it gets no comment a second time
ALWAYS, SINGLE = ("id", "kind", "lang"), ("pages", "doi", "status", "former_ids")


def companion(existing: str, corrections: Corrections, file: str, articles: Sequence[Article], head: str) -> str:
    """The text of the finished TOML of the dump `file`.

    `existing` and `corrections` are what stands beside the dump now; `articles` all that have a source in it, in any
    order; `head` the sentences that stand over what is added.
    """
    found = places(corrections, file, articles)
    fresh = MARK not in existing
    at_top = not any(line.lstrip().startswith("[") for line in existing.splitlines())
    over = ISSUE_KEYS if at_top else ()
    top = {key: value for key, value in common(found).items() if key in over}
    unknown = [key for key in over if not any(key in {*place.known, *place.given} for place in found)]
    given = corrections.issue or {}
    added = [_line(key, value) for key, value in top.items() if key not in given]
    added += [_comment(key) for key in unknown if fresh]
    for place in found:
        added += _entry(place, {*top, *unknown}, fresh)
    if not added or not (fresh or _goes_behind(existing)):
        return existing
    opening = [MARK, *(f"# {line}".rstrip() for line in head.splitlines())] if fresh else []
    return _behind(existing, [*opening, *([""] if opening and added[0] else []), *added])


def _behind(existing: str, lines: Sequence[str]) -> str:
    """Both, with an empty line between; a comment where the editor's way of writing allows nothing behind it."""
    before = existing + "\n" * (2 - existing.endswith("\n")) if existing else ""
    if not _goes_behind(existing):
        lines = [f"# {line}".rstrip() for line in lines]
    return before + "\n".join(lines) + "\n"


def _goes_behind(existing: str) -> bool:
    """`article = [{…}]`, all on one line, takes no `[[article]]` more."""
    try:
        tomllib.loads(existing.removeprefix("\ufeff") + "\n[[article]]\n")
    except tomllib.TOMLDecodeError:
        return False
    return True


def _entry(place: Place, above: Collection[str], fresh: bool) -> Iterator[str]:
    """The `[[article]]` of one place: what the file does not say yet, and what nobody knows."""
    span, others = place.span, [other for other in place.article.sources if other != place.span]
    title = "".join(sign if sign.isprintable() else " " for sign in masked(place.article.title))
    told = f"# {span.first}–{span.last}: {title}".rstrip(": ")
    if not place.own:
        yield from ["", f"{told} = {others[0].file}: {others[0].first}–{others[0].last}"] if fresh else []
        return
    fields = [*_fields(place, above, fresh), *_authors(place, fresh)]
    if fresh or any(not line.startswith("#") for line in fields):
        yield from ("", told, "[[article]]", f"line = {(span.first + span.last) // 2}", *fields)


def _fields(place: Place, above: Collection[str], fresh: bool) -> Iterator[str]:
    for key in (*ALWAYS, *BY_LANGUAGE, *ISSUE_KEYS, *SINGLE, "dates"):
        parts = {"dates": DATES}.get(key, LANGS if key in BY_LANGUAGE else ())
        value, given = place.known.get(key), place.given.get(key)
        if key in above or (given is not None and key not in BY_LANGUAGE):
            continue
        if parts:
            yield from _mapping(key, parts, value or {}, given or {}, place.article, fresh)
        elif value is not None:
            yield _line(key, value)
        elif fresh:
            yield _comment(key)


def _mapping(
    key: str, parts: Sequence[str], value: Mapping[str, Any], given: Mapping[str, Any], article: Article, fresh: bool
) -> Iterator[str]:
    """`title.kk = …`: a line for each language or date."""
    begun = unfinished(article) if key == "abstract" else {}
    for part in (part for part in parts if part not in given):
        if part in value:
            yield _line(f"{key}.{part}", value[part])
        elif part in begun and fresh:
            yield f"# {_line(f'{key}.{part}', begun[part])}"
        elif fresh:
            yield _comment(f"{key}.{part}", key)


def _authors(place: Place, fresh: bool) -> Iterator[str]:
    """Tables of their own, so that each may be completed; a comment where nobody is known."""
    if "authors" in place.given:
        return
    for author in place.known.get("authors", ()):
        yield from ("", "[[article.authors]]")
        for key in (*AUTHOR, "names"):
            if key in author:
                yield from _names(author) if key == "names" else (_line(key, author[key]),)
            elif fresh and key != "names":
                yield _comment(key)
    if fresh and "authors" not in place.known:
        yield from ("", "# [[article.authors]]", *(_comment(key) for key in AUTHOR))


def _names(author: Mapping[str, Any]) -> Iterator[str]:
    return (_line(f"names.{lang}", name) for lang, name in author["names"].items())


def _line(key: str, value: Any) -> str:
    return f"{key} = {toml(value).as_string()}"


def _comment(key: str, kind: str | None = None) -> str:
    """`# doi = ""  # 10.12345/…`: taking the first sign away makes it a key that asks to be filled in."""
    example = EXAMPLES.get(kind or key)
    empty = {int: "0", list: "[]"}.get(type(example), '""')
    return f"# {key} = {empty}" + (f"  # {toml(example).as_string()}" if example else "")
