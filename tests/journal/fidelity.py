"""Measures how faithfully the dumps of content/dumps were restored to the clean texts they were printed from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from benchmarks.degrade import Clean, read_clean
from journal.corpus import Corpus, read_corpus
from journal.records import LANGS, Article, Block, Lang

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "tests" / "gold" / "sample"

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# What make_sample.py left out of the dumps: nobody can find it there.
LOST_TITLES = {("04", "ru"), ("07", "en")}
LOST_KEYWORDS = {("07", "ru"), *(("15", lang) for lang in LANGS)}
LOST_AUTHORS = {"04", "07", "12", "14"}


@dataclass(frozen=True, slots=True)
class Pair:
    """A clean text and the article that was read from the dumps; `number` names the file of tests/gold/sample."""

    number: str
    gold: Clean
    found: Article


@cache
def sample() -> Corpus:
    return read_corpus(ROOT / "content" / "dumps")


@cache
def pairs() -> tuple[Pair, ...]:
    """Each clean text with the article that has most of its words."""
    bags = [(article, Counter(words(shown(article.blocks)))) for article in sample().articles]
    matched = []
    for path in sorted(SAMPLE.glob("*.txt")):
        gold = read_clean(path)
        bag = Counter(words(clean_body(gold)))
        matched.append(Pair(path.stem, gold, max(bags, key=lambda item: (item[1] & bag).total())[0]))
    return tuple(matched)


def words(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in WORD.findall(text.casefold())]


def clean_body(gold: Clean) -> list[str]:
    return [text.lstrip("=- ").replace("|", " ") for text in gold.body]


def shown(blocks: Iterable[Block]) -> list[str]:
    """The texts of a body as a reader sees them; a printed contents page is none of the author's words."""
    listed = {"•", "-", "–"}
    kept = [block for block in blocks if block.kind != "contents" and block.text.casefold() != "мазмұны"]
    return [block.text if block.marker in listed else f"{block.marker} {block.text}".strip() for block in kept]


def ratio(one: list[str], two: list[str]) -> float:
    """Share of words in common order: 1.0 is the same sequence."""
    return SequenceMatcher(None, one, two, autojunk=False).ratio()


def starts(texts: Iterable[str]) -> set[int]:
    """At which letter of the whole each block starts."""
    found, place = set(), 0
    for text in texts:
        found.add(place)
        place += len("".join(words([text])).replace("-", ""))
    return found


def f1(gold: Counter[str], found: Counter[str]) -> float:
    common = (gold & found).total()
    return 2 * common / (gold.total() + found.total()) if common else 0.0


def keywords(pair: Pair, lang: Lang) -> tuple[Counter[str], Counter[str]]:
    if (pair.number, lang) in LOST_KEYWORDS:
        return Counter(), Counter(pair.found.keywords.get(lang, ()))
    items = [item.strip() for item in pair.gold.one(f"keywords.{lang}").split(";")]
    return Counter(items), Counter(pair.found.keywords.get(lang, ()))


def headings(pair: Pair) -> tuple[Counter[str], Counter[str]]:
    gold = [text for text in pair.gold.body if text.startswith("==")]
    found = [block for block in pair.found.blocks if block.kind == "heading" and block.text != "МАЗМҰНЫ"]
    levels = (f"{len(text) - len(text.lstrip('='))} {text.lstrip('= ')}" for text in gold)
    return Counter(levels), Counter(f"{block.level} {block.text}" for block in found)


def summed(counters: Iterable[tuple[Counter[str], Counter[str]]]) -> float:
    gold: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for number, (one, two) in enumerate(counters):
        gold.update({f"{number} {key}": n for key, n in one.items()})
        found.update({f"{number} {key}": n for key, n in two.items()})
    return f1(gold, found)


def figures() -> Mapping[str, float]:
    """All that is measured; every figure is a share, 1.0 is perfect."""
    all_pairs = pairs()
    abstracts = [
        (words([p.gold.one(f"abstract.{lang}")]), words(b.text for b in p.found.abstracts.get(lang, ())))
        for p in all_pairs
        for lang in LANGS
    ]
    bodies = [ratio(words(clean_body(p.gold)), words(shown(p.found.blocks))) for p in all_pairs]
    references = [(Counter(p.gold.references), Counter(shown(p.found.references))) for p in all_pairs]
    blocks = [(starts(clean_body(p.gold)), starts(shown(p.found.blocks)), p) for p in all_pairs]
    paragraphs = [
        (Counter(map(str, gold)), Counter(map(str, found)))
        for gold, found, p in blocks
        if not any(text.startswith("|") for text in p.gold.body)  # a flattened table has no rows to compare
    ]
    return {
        "bodies": sum(bodies) / len(bodies),
        "worst body": min(bodies),
        "abstracts exact": sum(gold == found for gold, found in abstracts) / len(abstracts),
        "worst abstract": min(ratio(gold, found) for gold, found in abstracts),
        "keywords F1": summed(keywords(p, lang) for p in all_pairs for lang in LANGS),
        "headings F1": summed(headings(p) for p in all_pairs),
        "references F1": summed(references),
        "paragraph starts F1": summed(paragraphs),
    }
