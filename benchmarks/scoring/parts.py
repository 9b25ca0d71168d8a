"""Articles and their parts: found at their lines, titles, abstracts, keywords, section headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from journal.records import LANGS, Article, Lang, Span

from .gold import Gold, sources
from .gold import Row as GoldRow
from .reading import Reading
from .rows import Miss, Row, count, share

Pairs = list[tuple[GoldRow, Article]]


def part_rows(gold: Gold, reading: Reading) -> list[Row]:
    pairs, lost, invented = paired(gold, reading)
    boundaries = [
        Miss(source.file, source.first, f"{here.id}: found at {[f'{s.file}:{s.first}-{s.last}' for s in here.sources]}")
        for article, here in pairs
        for source in sources(article)
        if source not in here.sources
    ]
    return [
        share("articles found", len(gold.articles), lost, 1.0),
        share("article boundaries exact", sum(len(a["sources"]) for a, _ in pairs), boundaries, 1.0),
        count("articles invented", invented),
        *_titles(pairs),
        share("abstracts: language and extent", sum(1 for _ in _abstracts(pairs)), list(_wrong_abstracts(pairs)), 0.96),
        _f1("keywords F1", _keywords(pairs), 0.98),
        _f1("section headings F1", _headings(pairs), 0.95),
    ]


def paired(gold: Gold, reading: Reading) -> tuple[Pairs, list[Miss], list[Miss]]:
    """(gold articles with the found ones that share most lines, those not found, those nobody wrote)."""
    rest = [a for a in reading.articles if any(_common(s, c) for s in a.sources for c in gold.covered)]
    pairs: Pairs = []
    lost = []
    for article in gold.articles:
        best = max(rest, key=lambda found: _shared(article, found), default=None)
        if best is None or not _shared(article, best):
            lost.append(Miss(sources(article)[0].file, sources(article)[0].first, f"article {article['id']} not found"))
            continue
        rest.remove(best)
        pairs.append((article, best))
    invented = [Miss(a.sources[0].file, a.sources[0].first, f"no such article: {a.id} {a.title}") for a in rest]
    return pairs, lost, invented


def _common(one: Span, two: Span) -> int:
    """Lines that both have."""
    return max(0, min(one.last, two.last) - max(one.first, two.first) + 1) if one.file == two.file else 0


def _shared(article: GoldRow, found: Article) -> int:
    return sum(_common(one, two) for one in sources(article) for two in found.sources)


def _titles(pairs: Pairs) -> list[Row]:
    """Titles that the editor gave are none of the reader's."""
    wrong, invented, total = [], [], 0
    for article, found in pairs:
        for lang in LANGS:
            title, here = article["titles"].get(lang) or {}, found.titles.get(lang)
            if title.get("in_file"):
                total += 1
                if here != title["text"]:
                    wrong.append(Miss(title["file"], title["lines"][0], f"title.{lang}: {here}"))
            elif here and "titles" not in found.corrected:
                invented.append(Miss(found.sources[0].file, found.sources[0].first, f"title.{lang} invented: {here}"))
    return [share("titles exact", total, wrong, 1.0), count("titles invented", invented)]


def _abstracts(pairs: Pairs) -> Iterator[tuple[GoldRow, Article, Lang]]:
    return ((article, found, lang) for article, found in pairs for lang in LANGS if article["abstracts"].get(lang))


def _wrong_abstracts(pairs: Pairs) -> Iterator[Miss]:
    for article, found, lang in _abstracts(pairs):
        row = article["abstracts"][lang]
        places = {(each["file"], each["start"], each["end"]) for each in (row, *row.get("also", ()))}
        blocks = found.abstracts.get(lang)
        here = (blocks[0].span.file, blocks[0].span.first, blocks[-1].span.last) if blocks else None
        if here not in places:
            yield Miss(row["file"], row["start"], f"abstract.{lang} to {row['end']}: found {here}")


def _keywords(pairs: Pairs) -> Iterator[tuple[Span, Counter[str], Counter[str]]]:
    for article, found in pairs:
        for lang in LANGS:
            lists = (article["keywords"].get(lang) or (), found.keywords.get(lang, ()))
            yield found.sources[0], *(Counter(f"{lang}: {keyword}" for keyword in items) for items in lists)


def _headings(pairs: Pairs) -> Iterator[tuple[Span, Counter[str], Counter[str]]]:
    for article, found in pairs:
        gold = Counter(f"{section['level']} {section['text']}" for section in article["sections"])
        yield found.sources[0], gold, Counter(f"{b.level} {b.text}" for b in found.blocks if b.kind == "heading")


def _f1(name: str, counters: Iterator[tuple[Span, Counter[str], Counter[str]]], bar: float) -> Row:
    common, both, misses = 0, 0, []
    for span, gold, found in counters:
        common += 2 * (gold & found).total()
        both += gold.total() + found.total()
        misses += [Miss(span.file, span.first, f"missing: {text}") for text in (gold - found).elements()]
        misses += [Miss(span.file, span.first, f"not in gold: {text}") for text in (found - gold).elements()]
    return Row(name, common, both, bar, tuple(misses))
