"""The index worked out slowly and plainly, word by word: what the quick way is compared with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from languages import Analyser, Term, normal, statutes, words
from lunr_search.cache import opened_cache
from lunr_search.files import data_of
from lunr_search.gathering.site import chosen, html_files, read_site
from lunr_search.numbers import DIGITS
from lunr_search.progress import Silent
from lunr_search.reading import pieces
from lunr_search.reading.extract import FIELD_OF_PART, NO_LANGUAGE
from lunr_search.reading.pages import read_page
from lunr_search.records import FIELDS, LANGS, Page, Passage
from lunr_search.workers import Workers


@dataclass(slots=True)
class Posting:
    """How often in each field, and in which passages of each."""

    counts: list[int] = field(default_factory=lambda: [0] * len(FIELDS))
    passages: list[list[int]] = field(default_factory=lambda: [[] for _ in FIELDS])


@dataclass(slots=True)
class Index:
    """The pages by number, their field lengths, and term -> {document number: posting}."""

    documents: list[Page]
    lengths: list[list[int]]
    postings: dict[str, dict[int, Posting]]


def pages_of(folder: Path) -> list[Page]:
    """The pages to index with their passages, by id."""
    with opened_cache(folder) as cache:
        pages = chosen(read_site(folder, cache, Workers(None, 1), Silent()), folder)
    wanted = {extract.page.id for _, extract in pages}
    read = [read_page(path.relative_to(folder).as_posix(), path.read_bytes()) for path in html_files(folder)]
    return sorted((one.page for one in read if one and one.page.id in wanted), key=lambda page: page.id)


def vocabulary(pages: Sequence[Page]) -> dict[str, Counter[str]]:
    """How often each form stands in passages of each language."""
    counts: dict[str, Counter[str]] = {lang: Counter() for lang in LANGS}
    for page in pages:
        for passage in page.passages:
            found = counts.setdefault(passage.lang or NO_LANGUAGE, Counter())
            found.update(normal(word.text) for word in words(passage.text))
    return counts


def index_of(pages: Sequence[Page]) -> Index:
    """The index of pages; their order gives the numbers."""
    analyser = Analyser(vocabulary(pages))
    index = Index(list(pages), [], {})
    for number, page in enumerate(pages):
        index.lengths.append([0] * len(FIELDS))
        numbers = pieces.numbers(pieces.cut(page.passages))
        for place, passage in zip(numbers, page.passages, strict=True):
            for term in passage_terms(passage, analyser):
                of = FIELD_OF_PART[passage.part]
                index.lengths[number][of] += 1
                posting = index.postings.setdefault(term.text, {}).setdefault(number, Posting())
                posting.counts[of] += 1
                if place not in posting.passages[of]:
                    posting.passages[of].append(place)
    return index


def passage_terms(passage: Passage, analyser: Analyser) -> Iterator[Term]:
    """Each word's terms, then those of two words that are one elsewhere, then those of articles of laws."""
    lang = passage.lang or NO_LANGUAGE
    found = list(words(passage.text))
    for word in found:
        yield from analyser.terms(word.text, lang)
    for first, second in pairwise(found):
        if passage.text[first.end : second.start] == " ":
            yield from (Term(text, "joined", 1.0) for text in analyser.joined(first.text, second.text, lang))
    yield from (Term(statute.term, "article", 1.0) for statute in statutes(passage.text, found))


# ---- the search files, read back


def decoded(row: str) -> list[int]:
    """The numbers of a row, as docs/search-format.md says, not as the code does."""
    numbers, at = [], 0
    while at < len(row):
        value = DIGITS.index(row[at])
        width = 1 if value < 60 else 2 if value < 86 else 3 if value < 89 else 6
        rest = 0
        for digit in row[at + 1 : at + width]:
            rest = rest * 90 + DIGITS.index(digit)
        base = {1: value, 2: 60 + (value - 60) * 90, 3: 2400 + (value - 86) * 8100, 6: 0}[width]
        numbers.append(base + rest)
        at += width
    return numbers


def front_decoded(coded: str) -> list[str]:
    """Front-coded strings of letters that are one unit each."""
    found, before = [], ""
    for row in coded.split("\n") if coded else []:
        before = before[: int(row[0], 36)] + row[1:]
        found.append(before)
    return found


def unfolded(text: str) -> set[str]:
    """The endings of a set as it is written."""
    while "(" in text:
        text = re.sub(r"([^ (]*)\(([^()]*)\)", lambda of: " ".join(of[1] + end for end in of[2].split(" ")), text)
    return set(text.split(" "))


def unpacked(row: str) -> dict[int, Posting]:
    """The postings of a term."""
    numbers = iter(decoded(row))
    document, found = 0, {}
    for head in numbers:
        document += head // 2
        posting = Posting()
        if head % 2:
            posting.counts = [next(numbers), next(numbers)]
            posting.passages = [list(_passages(numbers)) if count else [] for count in posting.counts]
        else:
            posting.passages = [[], list(_passages(numbers))]
            posting.counts = [0, len(posting.passages[1])]
        found[document] = posting
    return found


def _passages(numbers: Iterator[int]) -> Iterator[int]:
    place, more = 0, 1
    while more:
        step, more = divmod(next(numbers), 2)
        place += step
        yield place


def shards_of(search: Path, manifest: Mapping[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """First key and data of the term shards, in order."""
    groups = [manifest["ranges"]] if "ranges" in manifest else []
    blocks = names(manifest["blocks"]) if "blocks" in manifest else []
    groups += [data_of((search / "ranges" / f"{name}.js").read_text("utf-8")) for name in blocks]
    return [
        (key, data_of((search / "terms" / f"{name}.js").read_text("utf-8")))
        for group in groups
        for key, name in zip(front_decoded(group["keys"]), names(group), strict=True)
    ]


def listed(search: Path, name: str) -> list[tuple[str, Any]]:
    """First key of its file and the row, of all rows of a list, in order."""
    manifest = data_of((search / "manifest.js").read_text("utf-8"))
    group = data_of((search / f"{manifest[name]}.js").read_text("utf-8"))
    return [
        (key, row)
        for key, own in zip(front_decoded(group["keys"]), names(group), strict=True)
        for row in data_of((search / name / f"{own}.js").read_text("utf-8"))["rows"]
    ]


def names(group: Mapping[str, str]) -> list[str]:
    """The hashes of eight characters of some files."""
    return [group["names"][at : at + 8] for at in range(0, len(group["names"]), 8)]
