"""Texts told apart by prints: the same as by their letters, also where prints clash."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from languages.kazakh import reader
from languages.kazakh.prints import FACTORS, SECOND, ClashError, Summed, Texts, WordBits, prints_of
from languages.kazakh.reader import KazakhReader
from languages.kazakh.readings import KazakhReadings
from languages.kazakh.traits import BITS
from languages.russian.russian import Russian
from languages.suffixes import Letters
from tests.languages.test_kazakh_readings import CORPUS, ENGINE, ODD, WORDS

ENDS = ("", "ын", "й", "\0", "ль")


@given(st.lists(ODD, max_size=8, unique=True), st.data())
def test_texts_are_numbered_as_by_a_dictionary(words: list[str], data: st.DataObject) -> None:
    """Beginnings of words with other ends, and beginnings of those: each text has one number, the words the first."""
    texts = Texts(words, Letters(words), FACTORS[0])
    numbers = {word: number for number, word in enumerate(words)}
    for _ in range(2):
        places = [(word, rest, end) for word in range(len(words)) for rest in range(len(words[word])) for end in ENDS]
        chosen = data.draw(st.lists(st.sampled_from(places), max_size=20)) if places else []
        given_ = [words[word][:rest] + end for word, rest, end in chosen]
        columns = np.array([(word, rest, texts.end(end)) for word, rest, end in chosen], np.int64).reshape(-1, 3).T
        found = texts.add(*columns).tolist()
        assert found == [numbers.setdefault(text, len(numbers)) for text in given_]
        sizes = [data.draw(st.integers(0, len(text))) for text in given_]
        cut = texts.beginnings(np.array(found, np.int64), np.array(sizes, np.int64)).tolist()
        wanted = [text[:size] for text, size in zip(given_, sizes, strict=True)]
        assert cut == [numbers.setdefault(text, len(numbers)) for text in wanted]
    assert texts.texts == list(numbers)
    assert texts.prints.tolist() == prints_of(Letters(texts.texts)).tolist()


@given(st.lists(ODD, max_size=6))
def test_prints_of_texts_that_stand_alone(texts: list[str]) -> None:
    """Reckoned by running sums or text by text, they are the same."""
    letters = Letters(texts)
    assert prints_of(letters).tolist() == Summed(letters, SECOND).of_texts(texts).tolist()


@given(st.dictionaries(WORDS, st.integers(1, 9), min_size=1, max_size=5), st.lists(WORDS, max_size=8))
def test_words_of_a_table_are_found_among_texts(table: dict[str, int], texts: list[str]) -> None:
    """Those and no others, with their bits."""
    texts = [*texts, *list(table)[:2]]
    rows, bits = WordBits(table).among(texts, prints_of(Letters(texts)))
    assert dict(zip(rows.tolist(), bits.tolist(), strict=True)) == {
        row: table[text] for row, text in enumerate(texts) if text in table
    }


def test_clashing_words_are_noticed() -> None:
    """A factor of 1 tells only which letters a text has."""
    with pytest.raises(ClashError):
        Texts(["тау", "ату"], Letters(["тау", "ату"]), 1)


@pytest.mark.parametrize(("words", "rest"), [(["таулар", "атуда"], [3, 3]), (["таулар", "ату"], [3])])
def test_a_clash_of_beginnings_is_noticed(words: list[str], rest: list[int]) -> None:
    """Whether both are met for the first time or one is known."""
    texts = Texts(words, Letters(words), 1)
    with pytest.raises(ClashError):
        texts.add(np.arange(len(rest)), np.array(rest), np.zeros(len(rest), np.int64))


def test_after_a_clash_another_factor_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """The readings are the same; if no factor is left, there are none."""
    words = ["тауда", "атуды", "ақша", "қаша"]
    wanted = KazakhReader(engine=ENGINE).read(words)
    monkeypatch.setattr(reader, "FACTORS", (1, FACTORS[1]))
    found = KazakhReader(engine=ENGINE).read(words)
    assert found.texts == wanted.texts
    assert found.stem.tolist() == wanted.stem.tolist()
    monkeypatch.setattr(reader, "FACTORS", (1,))
    with pytest.raises(ClashError):
        KazakhReader(engine=ENGINE).read(words)


def test_the_witness_is_asked_of_nouns_only() -> None:
    """What Russian knows of the stems that may be nouns is the same, read together or apart and joined."""
    words, russian = sorted({*CORPUS, "моделдер", "субъектке", "барды"}), Russian()
    at_once = KazakhReader(russian, ENGINE).read(words)
    parts = [KazakhReader(russian, ENGINE).read(words[start::3]) for start in range(3)]
    joined = KazakhReadings.joined(parts)
    assert foreign(joined) == foreign(at_once)
    assert {"модель", "субъект"} <= foreign(at_once)
    known = dict(zip(at_once.texts, russian.known(at_once.texts).tolist(), strict=True))
    listed = dict(zip(at_once.texts, (at_once.traits[:, 0] & BITS["listed"] > 0).tolist(), strict=True))
    nouns = {at_once.texts[stem >> 1] for stem in at_once.stem.tolist() if not stem & 1} | set(words)
    assert foreign(at_once) == {noun for noun in nouns if known[noun] and not listed[noun] and len(noun) > 3}


def foreign(readings: KazakhReadings) -> set[str]:
    rows = np.flatnonzero(readings.traits[:, 0] & BITS["foreign"])
    return {readings.texts[row] for row in rows.tolist()}
