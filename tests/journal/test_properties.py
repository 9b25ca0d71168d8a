"""Any text at all: no crash, no hang, nothing lost in silence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from journal import labels
from journal.corpus import Corpus, CorpusError, read_corpus
from journal.errors import JournalError
from journal.lines import clean_lines
from journal.records import Article
from journal.report import Report
from journal.shapes import split_lines
from tests.journal.tools import ABSTRACTS, BODIES, KEYWORDS, TITLES, article, body, corpus, front

SCRAPS = (
    """
Кіріспе|Введение|Introduction|Қорытынды|Заключение|Әдебиеттер|References|МАЗМҰНЫ|Contents|Аңдатпа|Аннотация|Abstract
Түйіндеме|Summary|Тірек сөздер: бір, екі|Ключевые слова|Keywords: a; b.|41|42|43|Dala Review No. 1 2030|ISSN 1234-5678
2019||||ВЕТЛУГИН О.П.,*1|Ветлугин О.П.|e-mail: a@example.org|0000-0002-1825-0097|1Жетісу академиясы, Талдықорған
– тармақ;|1. Бірінші.|2) второй|\ufffd нүкте|\uf0b7 point|1-кесте. Омарталар|Table 2|# Тақырып|## 1.1 Бөлім|```|> қ
магистр дәрежесін алуға арналған диссертация|ТАУ БӨКТЕРІНДЕГІ ОМАРТАЛАР|ИСПЫТАНИЕ МОСТОВ|В 2031 ГОДУ|қыс-|қаша айтқанда
ком петенции суда|аудио- және|Aңдaтпа|[1]: http://a.example/|[12](13)|а\tб\tв|---
""".strip()
    .replace("\n", "|")
    .split("|")
)
SCRAPS += ["| а | б |", "|---|---|", *BODIES["bees"]["kk"], BODIES["bees"]["ru"][1][:90], BODIES["bees"]["en"][2][:90]]
LINES = st.sampled_from(SCRAPS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
DUMPS = st.lists(st.tuples(st.sampled_from(["", " ", "\f", "\t"]), LINES), max_size=60).map(
    lambda parts: "\n".join(space + text for space, text in parts)
)
WORD = re.compile(r"\w+")
LABEL_WORDS = {word for text in labels.load().by_text for word in WORD.findall(text)}


def letters(texts: Iterable[str]) -> Counter[str]:
    """The signs of words, without those by which parts are known."""
    words = (word for text in texts for word in WORD.findall(text) if word.casefold() not in LABEL_WORDS)
    return Counter(sign for word in words for sign in word)


def shown(found: Article) -> list[str]:
    """All texts of an article that reach a reader."""
    blocks = [*found.blocks, *found.references, *(block for part in found.abstracts.values() for block in part)]
    texts = [f"{block.marker} {block.text}" for block in blocks]
    people = [
        part for a in found.authors for part in (a.name, *a.names.values(), a.affiliation, a.email, a.orcid) if part
    ]
    return [*texts, *found.titles.values(), *(item for items in found.keywords.values() for item in items), *people]


def read(files: dict[str, bytes]) -> Corpus | None:
    """The corpus of some files; None where the reader refused them in a sentence."""
    errors: tuple[JournalError, ...] = ()
    with TemporaryDirectory() as folder:
        try:
            return corpus(Path(folder), files)
        except CorpusError as error:
            errors = error.errors
    assert errors
    assert all(error.file in files and error.message and "\n" not in error.message for error in errors)
    return None


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(DUMPS, st.sampled_from(["a.txt", "a.md"]))
@example("Dala Review No. 1 2030", "a.md")
def test_any_text_gives_articles_or_a_sentence(text: str, name: str) -> None:
    """All stages, on texts made of everything that they look for."""
    read({name: text.encode("utf-8")})


@settings(max_examples=40)
@given(st.binary(max_size=2000), st.binary(max_size=200))
def test_any_bytes_give_articles_or_a_sentence(data: bytes, toml: bytes) -> None:
    """Whatever stands in a dump and its corrections."""
    read({"a.txt": data, "a.toml": toml})


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(DUMPS, st.sampled_from(["a.txt", "a.md"]))
@example("0000-0002-1825-0097\nКіріспе", "a.txt")
def test_nothing_is_lost_in_silence(text: str, name: str) -> None:
    """Every word of the dump is in an article, or stands in a line of the report that is more than a note of a kind."""
    source = "Кіріспе\n\n" + text
    found = read({name: source.encode("utf-8")})
    if not found:
        return
    silent = Report()
    lines = clean_lines(source, name, silent)
    reported = {
        n
        for e in found.report.entries
        if e.kind in ("drop", "warning", "duplicate", "heading")
        for n in range(e.line, (e.last or e.line) + 1)
    }
    here = letters(text for one in found.articles for text in shown(one))
    for line in lines:
        if line.number in reported:
            continue
        missing = letters([line.text]) - here
        assert not missing, (line, missing)


HUGE = {
    "no full stops": "Кіріспе\n" + "бұл сөйлем еш жерде аяқталмайды және жалғаса береді\n" * 10_000,
    "hyphens": "Кіріспе\n" + "бұл сөйлем еш жерде аяқтал-\n" * 12_000,
    "capitals": "Кіріспе\n" + "БҰЛ ТАҚЫРЫП ЕШ ЖЕРДЕ АЯҚТАЛМАЙДЫ\n" * 12_000,
    "numbers": "Кіріспе\n\nБасы.\n" + "12.\n\n" * 12_000,
    "table": "Кіріспе\n\n" + "12\n\n" * 12_000,
    "heads": "Кіріспе\n" + "бал.\n\n41\n\nDala Review No. 1 2030\n\n" * 1_500,
    "labels": "Кіріспе\n" + "Аңдатпа\nбал мен ара\nТірек сөздер: ара, бал\n" * 1_500,
    "bullets": "Кіріспе\n" + "• бал\n" * 12_000,
    "one line": "Кіріспе\n" + "бал мен ара. " * 20_000,
    "one word": "Кіріспе\n" + "ба" * 1_000_000,
    "blank": "Кіріспе\n" + "\n" * 300_000 + "бал мен ара",
    "spaces": "Кіріспе\n" + " " * 3_000_000 + "бал",
    "dots": "Кіріспе\n" + "." * 300_000 + "a" + ")" * 1_000_000,
    "authors": "Кіріспе\n" + "Ветлугин О.П.,1 " * 10_000,
}


@pytest.mark.parametrize("shape", HUGE)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_huge_shapes_do_not_hang(shape: str, name: str, tmp_path: Path) -> None:
    """A megabyte or more of one thing is read; quadratic work would not end before the test's time is up."""
    corpus(tmp_path, {name: HUGE[shape]})


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
