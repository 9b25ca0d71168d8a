"""A crowd of articles that hold one number, for tests of pages, filters and orders: its place tells what each has."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import build_index

NUMBER = "48151"
SIZE = 45
FIRST_YEAR = 2015
AUTHORS = ("Тасов Б.", "Тасова Б.А.", "Қайыңбаева Ж.")
MANY = 7  # passages of the first article that hold the number
OPENINGS = {"kk": "Көлдің жағасында", "ru": "На берегу озера", "en": "By the lake"}
PLACES = ("көпір", "мельница", "bakery", "жол", "дорога", "river", "орман", "лес", "forest", "тау")


@dataclass(frozen=True, slots=True)
class Article:
    """One of the crowd; `kinds` are (language, part) of its passages with the number."""

    id: str
    lang: str
    year: int
    author: str
    keyword: str
    issue: str
    kinds: frozenset[tuple[str, str]]


def article(place: int) -> Article:
    lang = ("kk", "kk", "ru", "en")[place % 4]
    abstract = {("kk", "abstract")} if place % 5 == 0 else set()
    return Article(
        id=f"crowd{place:02}",
        lang=lang,
        year=FIRST_YEAR + place % 10,
        author=AUTHORS[place % 3],
        keyword=("көл", "озеро", "lake", "КӨЛ")[place % 4],
        issue="2023-1-3" if place < 12 else "2024-2-6",
        kinds=frozenset({(lang, "body")} | abstract),
    )


CROWD = [article(place) for place in range(SIZE)]


def html(place: int) -> str:
    """The page of an article; the fifth is retracted."""
    own = CROWD[place]
    known = {"year": own.year, "authors": own.author, "keyword": own.keyword, "issue": own.issue}
    if place == 5:
        known["status"] = "retracted"
    head = "".join(f'<meta name="izdeu:{name}" content="{value}">' for name, value in known.items())
    kinds = {part: lang for lang, part in own.kinds}
    abstract = f'<p lang="kk" data-part="abstract">Аңдатпада {NUMBER} туралы.</p>' if "abstract" in kinds else ""
    many = range(MANY) if place == 0 else range(1)
    body = "".join(f'<p id="p{n}">{OPENINGS[own.lang]} {PLACES[n]} {NUMBER} {PLACES[place % 10]}.</p>' for n in many)
    title = f'<h1 data-part="title">{PLACES[place % 10]} {place}</h1>'
    main = f'<main data-index data-id="{own.id}">{title}{abstract}{body}</main>'
    return f'<!doctype html><html lang="{own.lang}"><head>{head}</head><body>{main}</body></html>'


def build(sample_site: Path, folder: Path) -> Path:
    """The sample site with the crowd in it, searched anew."""
    shutil.copytree(sample_site, folder)
    for place in range(SIZE):
        (folder / "articles" / f"crowd{place:02}.html").write_text(html(place), "utf-8")
    (folder / "favicon.ico").write_bytes(b"")  # browsers ask for it
    assert build_index.main([str(folder), "--quiet", "--jobs", "1"]) == 0
    return folder


def passing(filters: Mapping[str, set[str]], but: str = "") -> list[Article]:
    """The articles that pass all filters except `but`: a plain statement of what filters mean."""
    wanted = {name: values for name, values in filters.items() if name != but}

    def passes(own: Article) -> bool:
        of_article = ("author", "issue", "keyword")
        named = [name for name in of_article if name in wanted]
        return (
            all(folded(getattr(own, name)) in {folded(value) for value in wanted[name]} for name in named)
            and ("year" not in wanted or any(in_range(own.year, value) for value in wanted["year"]))
            and any(
                ("lang" not in wanted or lang in wanted["lang"]) and ("part" not in wanted or part in wanted["part"])
                for lang, part in own.kinds
            )
        )

    return [own for own in CROWD if passes(own)]


def folded(text: str) -> str:
    return text.casefold()


def in_range(year: int, value: str) -> bool:
    first, _, last = value.partition("..") if ".." in value else (value, "", value)
    return int(first or 0) <= year <= int(last or 9999)


def expected(filters: Mapping[str, set[str]]) -> dict[str, dict[str, int]]:
    """Of each filter the number of articles by value, all other filters applied."""

    def count(values: Iterable[str]) -> dict[str, int]:
        return dict(Counter(values))

    counts = {
        name: count(folded(str(getattr(own, name))) for own in passing(filters, name))
        for name in ("year", "author", "issue", "keyword")
    }
    for name, other, place in (("lang", "part", 0), ("part", "lang", 1)):
        found: list[str] = []
        for own in passing(filters, name):
            kinds = [kind for kind in own.kinds if other not in filters or kind[1 - place] in filters[other]]
            found += {kind[place] for kind in kinds}
        counts[name] = count(found)
    return counts
