"""A journal of any size as HTML pages, its texts once more for other engines, and what is asked of it.

All of it follows from the size alone, and the first articles of a larger corpus are those of a smaller one.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import cycle, islice
from pathlib import Path

from benchmarks.press.clean import Clean, read_all
from benchmarks.press.growing import WORD, Sentences
from languages import stop_words

SEED = 5
LANGS = ("kk", "ru", "en")
TURNS = ("kk", "ru", "kk", "en", "kk", "ru", "kk", "en", "kk", "ru")  # 50 %, 30 %, 20 % of the articles
WORDS = 2_500  # of an article
ABSTRACT, PARAGRAPH, SECTION = 90, 85, 6  # words, words, paragraphs
YEARS, ISSUES, KEYWORDS = range(2015, 2025), 4, 3  # years, issues of each, an article's keywords in a language
COUNTED = 1_000  # articles in which the frequent word is looked for
LEAST = 6  # letters that it has: pronouns are shorter
FIRST, MIXED = 3, {"kk": 25, "ru": 15, "en": 10}  # questions: of two words, a language; of one to three words
PAGE = """<!doctype html>
<html lang="{lang}">
<meta charset="utf-8">
<title>{title}</title>
{metas}
<main lang="{lang}" data-id="{id}">
<h1>{title}</h1>
<p class="authors">{authors}</p>
{abstracts}
{sections}
</main>
</html>
"""


@dataclass(frozen=True)
class Paper:
    """One article: abstracts by language, sections as a heading and paragraphs."""

    id: str
    lang: str
    title: str
    authors: list[str]
    year: int
    issue: int
    keywords: dict[str, list[str]]
    abstracts: dict[str, str]
    sections: list[tuple[str, list[str]]]

    @property
    def metas(self) -> list[tuple[str, str, str]]:
        """What filters are made of: name, content, its language or ""."""
        authors = [("authors", name, "") for name in self.authors]
        keywords = [("keyword", text, lang) for lang, texts in self.keywords.items() for text in texts]
        return [("year", str(self.year), ""), ("issue", f"{self.year}-{self.issue}", ""), *authors, *keywords]

    @property
    def url(self) -> str:
        return f"{self.lang}/{self.id}.html"

    @property
    def body(self) -> str:
        return "\n".join(text for _, texts in self.sections for text in texts)


@dataclass(frozen=True)
class Growth:
    """Of the texts in one language: articles, words, different words, how many the law gives for so many words."""

    articles: int
    words: int
    different: int
    law: float


@dataclass(frozen=True)
class Question:
    """`text` has words of the article `id` as they stand in it."""

    text: str
    lang: str
    id: str


@dataclass(frozen=True)
class Corpus:
    """`site` holds the pages, `documents` their texts as lines of JSON: id, lang, title, url, abstracts, body.

    `frequent` is the Kazakh word that is most often in them, stop words, short and invented ones aside.
    """

    size: int
    site: Path
    documents: Path
    first: list[Question]
    mixed: list[Question]
    growth: dict[str, Growth]
    bytes: int
    frequent: str = ""


def papers(streams: dict[str, Sentences]) -> Iterator[Paper]:
    """Articles without end, of sentences out of `streams`, whose counts tell how far the vocabulary has grown."""
    chance, clean = random.Random(SEED), read_all()
    headings = {
        lang: [t.lstrip("= ") for one in clean if one.lang == lang for t in one.body if t[0] == "="] for lang in LANGS
    }
    for number, lang in enumerate(cycle(TURNS), 1):
        abstracts = {other: " ".join(streams[other].take(ABSTRACT)) for other in dict.fromkeys((lang, *LANGS))}
        title = " ".join(streams[lang].take(6)).rstrip(".")
        sections = _sections(streams[lang], WORDS - ABSTRACT * len(LANGS), headings[lang], chance)
        year, issue = chance.choice(YEARS), chance.randint(1, ISSUES)
        known = (names(clean, lang, chance), year, issue, keywords(clean, abstracts, chance))
        yield Paper(f"article-{number:06d}", lang, title, *known, abstracts, sections)


def keywords(clean: list[Clean], abstracts: dict[str, str], chance: random.Random) -> dict[str, list[str]]:
    """By language, in one order: two words of the abstract, which few articles have, then some of the sample's."""
    lists = [[one.one(f"keywords.{lang}").split("; ") for lang in LANGS] for one in clean]
    same = [texts for each in lists for texts in zip(*each, strict=False)]
    own = [tuple(" ".join(WORD.findall(abstracts[lang])[:2]) for lang in LANGS)]
    return dict(zip(LANGS, map(list, zip(*own, *chance.sample(same, KEYWORDS - 1), strict=True)), strict=True))


def names(clean: list[Clean], lang: str, chance: random.Random) -> list[str]:
    """Two authors: surnames of the sample with initials by chance, so that there are hundreds."""
    known = [name.split(" | ")[0] for one in clean for name in one.fields.get(f"author.{lang}", [])]
    letters = [name[0] for name in known]
    return [f"{name.split()[0]} {'.'.join(chance.choices(letters, k=2))}." for name in chance.sample(known, 2)]


def _sections(stream: Sentences, words: int, headings: list[str], chance: random.Random) -> list[tuple[str, list[str]]]:
    found, end = [], stream.count + words
    while stream.count < end:
        texts = []
        while stream.count < end and len(texts) < SECTION:
            texts.append(" ".join(stream.take(min(PARAGRAPH, end - stream.count))))
        found.append((chance.choice(headings), texts))
    return found


def page(paper: Paper) -> str:
    metas = (f'<meta name="izdeu:{name}" lang="{lang}" content="{escape(text)}">' for name, text, lang in paper.metas)
    abstracts = (
        f'<section lang="{lang}" data-part="abstract"><p>{escape(text)}</p></section>'
        for lang, text in paper.abstracts.items()
    )
    sections = (
        f"<section><h2>{escape(heading)}</h2>\n" + "\n".join(f"<p>{escape(text)}</p>" for text in texts) + "</section>"
        for heading, texts in paper.sections
    )
    return PAGE.format(
        id=paper.id,
        lang=paper.lang,
        title=escape(paper.title),
        metas="\n".join(metas),
        authors=escape(", ".join(paper.authors)),
        abstracts="\n".join(abstracts),
        sections="\n".join(sections),
    )


def make_corpus(size: int, folder: Path) -> Corpus:
    """Write `size` articles below `folder`, which is empty."""
    streams = {lang: Sentences(lang, SEED) for lang in LANGS}
    site, documents = folder / "site", folder / "documents.jsonl"
    for lang in LANGS:
        (site / lang).mkdir(parents=True)
    count, total = dict.fromkeys(LANGS, 0), 0
    with documents.open("w", encoding="utf-8", newline="\n") as lines:
        for paper in islice(papers(streams), size):
            data = page(paper).encode()
            (site / paper.url).write_bytes(data)
            count[paper.lang], total = count[paper.lang] + 1, total + len(data)
            row = {"id": paper.id, "lang": paper.lang, "title": paper.title, "url": paper.url}
            texts = {"abstracts": "\n".join(paper.abstracts.values()), "body": paper.body}
            lines.write(json.dumps(row | texts, ensure_ascii=False) + "\n")
    growth = {lang: Growth(count[lang], stream.count, len(stream.seen), stream.law) for lang, stream in streams.items()}
    first, mixed = questions(size, documents)
    return Corpus(size, site, documents, first, mixed, growth, total, frequent(documents))


def frequent(documents: Path) -> str:
    """The Kazakh word of the sample's that stands most often in the first articles; not an invented one."""
    count = Counter[str]()
    known = {word for one in read_all() if one.lang == "kk" for text in one.body for word in WORD.findall(text.lower())}
    known -= stop_words("kk")
    with documents.open(encoding="utf-8") as lines:
        for row in map(json.loads, islice(lines, COUNTED)):
            count.update(WORD.findall(row["body"].lower()) if row["lang"] == "kk" else ())
    asked = (word for word, _ in count.most_common() if len(word) >= LEAST and word in known)
    return next(asked, "")


def questions(size: int, documents: Path) -> tuple[list[Question], list[Question]]:
    """Nine of two words, three a language, and fifty of one to three words; fewer where a language is wanting."""
    chance = random.Random(SEED * size)
    places = {lang: [n for n in range(size) if TURNS[n % len(TURNS)] == lang] for lang in LANGS}
    langs = [lang for lang in LANGS if places[lang]]
    plan = [(lang, 2, chance.choice(places[lang])) for lang in langs * FIRST]
    mixed = [lang for lang in langs for _ in range(MIXED[lang])]
    chance.shuffle(mixed)
    plan += [(lang, chance.randint(1, 3), chance.choice(places[lang])) for lang in mixed]
    wanted = {place for _, _, place in plan}
    with documents.open(encoding="utf-8") as lines:
        rows = {place: json.loads(line) for place, line in enumerate(lines) if place in wanted}
    asked = [_question(rows[place], words, chance) for _, words, place in plan]
    return asked[: FIRST * len(langs)], asked[FIRST * len(langs) :]


def _question(row: dict[str, str], words: int, chance: random.Random) -> Question:
    """Words as a reader meets them: common ones oftener."""
    running, asked = WORD.findall(row["body"].lower()), dict[str, None]()
    while len(asked) < words:
        asked[chance.choice(running)] = None
    return Question(" ".join(asked), row["lang"], row["id"])
