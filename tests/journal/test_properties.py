"""Any text at all: no crash, no hang, nothing lost in silence (tests/journal/invariants.py)."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from journal.cleaning.lines import clean_lines
from journal.corpus import read_corpus
from journal.report import Report
from journal.signs.shapes import split_lines
from tests.journal.dumps import DUMPS, NAMES, files, mutated
from tests.journal.invariants import read, shown
from tests.journal.tools import ABSTRACTS, BODIES, KEYWORDS, TITLES, article, body, corpus, front


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(DUMPS, NAMES)
@example("Dala Review No. 1 2030", "a.md")
def test_any_text_gives_articles_or_a_sentence(text: str, name: str) -> None:
    """All stages, on texts made of everything that they look for."""
    read({name: text.encode("utf-8")})


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(DUMPS, NAMES)
@example("0000-0002-1825-0097\nКіріспе", "a.txt")
def test_nothing_behind_an_introduction_is_lost(text: str, name: str) -> None:
    """As before, but every text has an article."""
    read({name: f"Кіріспе\n\n{text}".encode()})


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(mutated(), NAMES)
def test_pieces_of_dumps_are_read(text: str, name: str) -> None:
    """Our sample, cut, shuffled and spoilt."""
    read({name: text.encode("utf-8")})


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(files())
def test_any_files_are_read(dumps: dict[str, bytes]) -> None:
    """Several dumps, copies, corrections: what `benchmarks/fuzz_reader.py` tries for as long as it is told to."""
    read(dumps)


@settings(max_examples=40)
@given(st.binary(max_size=2000), st.binary(max_size=200))
def test_any_bytes_give_articles_or_a_sentence(data: bytes, toml: bytes) -> None:
    """Whatever stands in a dump and its corrections."""
    read({"a.txt": data, "a.toml": toml})


def test_lines_of_an_article_all_reach_its_page(tmp_path: Path) -> None:
    """On a whole clean article the words come out in order, each once."""
    for lang in ("kk", "ru", "en"):
        text = front("bees", lang) + body("bees", lang)
        (found,) = corpus(tmp_path / lang, {"a.txt": text}).articles
        parts = [TITLES["bees"][lang].upper(), ABSTRACTS["bees"][lang], *KEYWORDS["bees"][lang]]
        assert shown(found)[-len(parts) + 1 :] == [parts[0], *parts[2:]]
        assert [block.text for block in found.blocks][1::2] == list(BODIES["bees"][lang])


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    """The same dumps give the same articles and the same report, whatever was read before."""
    corpus(tmp_path, {"a.txt": article("bees", "kk"), "b.txt": article("bridges", "ru")})
    one, two = read_corpus(tmp_path), read_corpus(tmp_path)
    assert one.articles == two.articles
    assert list(one.report.jsonl()) == list(two.report.jsonl())


@given(DUMPS)
def test_split_and_clean_agree_on_numbers(text: str) -> None:
    """A line's number is that of the file, whatever signs it holds."""
    raw = split_lines(text)
    assert [line.number for line in clean_lines(text, "a.txt", Report())] == list(range(1, len(raw) + 1))
