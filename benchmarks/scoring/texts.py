"""What came back of the clean texts that the press printed: words in order, paragraphs, references."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from benchmarks.press.clean import Clean
from benchmarks.press.record import Row as GoldRow
from journal.records import LANGS, Article, Block
from languages import words as words_of

from .gold import Gold
from .parts import paired
from .reading import Reading
from .rows import Miss, Row

LISTED = {"•", "-", "–"}  # markers that the press prints for an item of the clean text


@dataclass(frozen=True, slots=True)
class Pair:
    """A clean text, what of it was printed, and the article that was read."""

    clean: Clean
    gold: GoldRow
    found: Article


def pairs_of(texts: Iterable[Clean], gold: Gold, reading: Reading) -> list[Pair]:
    """Those that were found, in the order of `texts`."""
    by_number = {str(row["id"]): (row, found) for row, found in paired(gold, reading)[0]}
    return [Pair(text, *by_number[text.number]) for text in texts if text.number in by_number]


def text_rows(pairs: Iterable[Pair]) -> list[Row]:
    pairs = list(pairs)
    counts = [restored(pair) for pair in pairs]
    common, total = (sum(numbers) for numbers in zip(*counts, strict=True))
    misses = tuple(miss for pair in pairs for miss in _differences(pair))
    paragraphs = [_starts_of(pair) for pair in pairs if not any(text.startswith("|") for text in pair.clean.body)]
    references = [(Counter(p.clean.references), Counter(shown(p.found.references))) for p in pairs]
    return [
        Row("word sequence restored", common, total, 0.995, misses),
        _f1("references F1", references, 0.95),
        _f1("paragraph starts F1", paragraphs, 0.98),
    ]


def restored(pair: Pair) -> tuple[int, int]:
    """(words that came back in order, words of the clean text or of the found one, whichever are more)."""
    parts = [(gold, found) for _, gold, found in _parts(pair)]
    return sum(matched(*part) for part in parts), sum(max(map(len, part)) for part in parts)


def _differences(pair: Pair) -> Iterator[Miss]:
    span = pair.found.sources[0]
    for name, gold, found in _parts(pair):
        if gold != found:
            yield Miss(span.file, span.first, f"{pair.clean.number} {name}: {_difference(gold, found)}")


def _parts(pair: Pair) -> Iterator[tuple[str, list[str], list[str]]]:
    """(name, words of the clean part, words found) of all parts that were printed."""
    clean, gold, found = pair.clean, pair.gold, pair.found
    yield "body", words(clean_body(clean)), words(shown(found.blocks))
    yield "references", words(clean.references), words(shown(found.references))
    for lang in LANGS:
        if gold["titles"][lang]["in_file"]:
            yield f"title.{lang}", words([clean.one(f"title.{lang}")]), words([found.titles.get(lang, "")])
        if gold["abstracts"][lang]:
            abstract = shown(found.abstracts.get(lang, ()))
            yield f"abstract.{lang}", words([clean.one(f"abstract.{lang}")]), words(abstract)
        if gold["keywords"][lang]:
            yield f"keywords.{lang}", words(gold["keywords"][lang]), words(found.keywords.get(lang, ()))


def words(texts: Iterable[str]) -> list[str]:
    return [word.text.casefold() for text in texts for word in words_of(text)]


def clean_body(clean: Clean) -> list[str]:
    return [text.lstrip("=- ").replace("|", " ") for text in clean.body]


def shown(blocks: Iterable[Block]) -> list[str]:
    """The texts of a body as a reader sees them; a printed contents page is none of the author's words."""
    kept = [block for block in blocks if block.kind != "contents"]
    return [block.text if block.marker in LISTED else f"{block.marker} {block.text}".strip() for block in kept]


def matched(gold: list[str], found: list[str]) -> int:
    """Words that both have, in the same order."""
    if gold == found:
        return len(gold)
    return sum(block.size for block in SequenceMatcher(None, gold, found, autojunk=False).get_matching_blocks())


def _difference(gold: list[str], found: list[str]) -> str:
    steps = SequenceMatcher(None, gold, found, autojunk=False).get_opcodes()
    told = [f"{' '.join(gold[a:b])!r} -> {' '.join(found[c:d])!r}" for what, a, b, c, d in steps if what != "equal"]
    return "; ".join(told[:5])[:300]


def _starts_of(pair: Pair) -> tuple[Counter[int], Counter[int]]:
    return Counter(starts(clean_body(pair.clean))), Counter(starts(shown(pair.found.blocks)))


def starts(texts: Iterable[str]) -> set[int]:
    """At which letter of the whole each block starts."""
    found, place = set(), 0
    for text in texts:
        found.add(place)
        place += len("".join(words([text])).replace("-", ""))
    return found


def _f1(name: str, counters: Iterable[tuple[Counter[Any], Counter[Any]]], bar: float) -> Row:
    counters = list(counters)
    common = sum((one & two).total() for one, two in counters)
    return Row(name, 2 * common, sum(one.total() + two.total() for one, two in counters), bar)
