"""What the editor must see: torn abstracts, and private data of people, which the report never repeats."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journal.tools import ABSTRACTS, BODIES, article, corpus, entries, wrapped

PRIVATE = [
    ("ИИН 850101300999 указан в деле.", "an IIN"),
    ("Ақша №4400 4301 2345 6789 есепшотына аударылған.", "a card number"),
    ("Ақша 4400430123456789 картасына аударылған.", "a card number"),
    ("Қоңырау Омарбай А.Қ. есімімен +7 701 123 45 67 нөмірінен түсті.", "a phone number with a name"),
    ("Талғар қаласы, Бал көшесі №5 үй тұрғыны 03.04.1987 ж.т. Омарбай келді.", "an address with a date of birth"),
    ("Проживает: ул. Медовая, дом 5, 03.04.1987 года рождения.", "an address with a date of birth"),
]
PUBLIC = [
    "ORCID ID: 4000-0002-1825-0097 есімі бар.",
    "Барлығы 123456789012345678 теңге.",
    "Кітап ISBN 978-601-04-1234-5 шықты.",
    "Тапсырыс 859901300999 тіркелген.",
    "Кеңсенің телефоны 8 (727) 123 45 67 болды.",
    "Заң 03.04.1987 ж. қабылданған, Бал көшесі №5.",
]


def warnings(tmp_path: Path, sentence: str) -> list[tuple[int, str, str]]:
    body = BODIES["bees"]["kk"]
    text = article("bees", "kk").replace(wrapped(body[1]), f"{sentence}\n\n{wrapped(body[1])}")
    report = corpus(tmp_path, {"a.txt": text}).report
    line = text.split("\n").index(sentence) + 1
    return [(e.line - line, e.before, e.why) for e in entries(report, "warning") if "private" in e.why]


@pytest.mark.parametrize(("sentence", "what"), PRIVATE)
def test_private_data_is_told_but_not_repeated(sentence: str, what: str, tmp_path: Path) -> None:
    """One warning at the line, one that counts for the article."""
    told = warnings(tmp_path, sentence)
    assert (0, "", f"looks like private data: {what}") in told
    assert [why for _, _, why in told if "article" in why] == [f"private data in the article: {what} (1)"]


def test_private_data_on_a_title_page(tmp_path: Path) -> None:
    """Lines that are in no part of the article stand on its page all the same."""
    text = article("bees", "kk").replace("\n\nАңдатпа", "\n\nPhD, ИИН 850101300999\n\nАңдатпа", 1)
    report = corpus(tmp_path, {"a.txt": text}).report
    assert [e for e in entries(report, "warning") if e.why == "looks like private data: an IIN"]
    assert "850101300999" not in "".join(report.jsonl())


@pytest.mark.parametrize("sentence", PUBLIC)
def test_numbers_that_are_nobodys(sentence: str, tmp_path: Path) -> None:
    """An ORCID, a sum, an ISBN, an impossible date of birth, an office, a law."""
    assert not warnings(tmp_path, sentence)


@pytest.mark.parametrize(("end", "torn"), [(".", 0), ("…", 0), ("», рассмо-", 1), (" және тағы", 1)])
def test_torn_abstract_is_told(end: str, torn: int, tmp_path: Path) -> None:
    """An abstract without an end was cut off."""
    whole = ABSTRACTS["bees"]["en"]
    text = article("bees", "kk").replace(wrapped(whole), wrapped(whole.rstrip(".") + end))
    told = [e.why for e in entries(corpus(tmp_path, {"a.txt": text}).report, "warning")]
    assert told.count("the abstract is cut off") == torn
