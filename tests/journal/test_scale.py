"""Memory is that of the largest dump, time grows as the dumps do; measured at length by benchmarks/scale.py."""

from __future__ import annotations

import tracemalloc
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.press.growing import Growing, dumps
from benchmarks.scale import measure
from journal.corpus import read_corpus

SIZE = 200_000  # bytes of a dump
WORDS = 2_000  # invented ones


def written(folder: Path, number: int, size: int = SIZE, most: int = 10**9) -> Path:
    folder.mkdir()
    for i, text in enumerate(islice(dumps(size, most=most), number)):
        (folder / f"{i:03d}.txt").write_text(text, "utf-8", newline="\n")
    return folder


def peak(folder: Path) -> int:
    """Bytes that Python held at once while a corpus was read."""
    tracemalloc.start()
    try:
        read_corpus(folder)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.long
@pytest.mark.timeout(900)
def test_memory_is_that_of_the_largest_dump(tmp_path: Path) -> None:
    """Twelve dumps need hardly more than three of the same vocabulary: what is done lies on disk."""
    few, many = written(tmp_path / "few", 3, most=WORDS), written(tmp_path / "many", 12, most=WORDS)
    read_corpus(many)  # dictionaries and tables are loaded once, caches have a size of their own
    assert peak(many) <= 1.25 * peak(few)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_time_grows_as_the_dumps_do(tmp_path: Path) -> None:
    """Eight times the text in less than sixteen times the time, each in a process of its own."""
    one, eight = written(tmp_path / "one", 1), written(tmp_path / "eight", 8)
    assert measure(eight).seconds < 16 * measure(one).seconds


def test_generated_vocabulary_grows_as_real_ones_do() -> None:
    """By Heaps' law: twice the words have more different ones, but far from twice as many."""
    words = [word for clean in islice(Growing(1).articles(), 40) for text in clean.body for word in text.split()]
    half, all_of_it = len(set(words[: len(words) // 2])), len(set(words))
    assert 1.2 < all_of_it / half < 1.9


@pytest.mark.long
def test_generated_dumps_hold_articles_that_are_no_copies(tmp_path: Path) -> None:
    """The same seed gives the same texts, and the reader unites none of their articles."""
    folder = written(tmp_path / "one", 1, 450_000)
    assert next(dumps(450_000)) == (folder / "000.txt").read_text("utf-8")
    cards = read_corpus(folder).cards
    assert len(cards) > 14
    assert not [card for card in cards if len(card.sources) > 1]
