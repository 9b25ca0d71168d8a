"""Lines around an article that tell about it: DOI, dates, classification; labels in one paragraph with their text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.records import Lang
from journal.signs import labels
from journal.signs.notices import dates_of, doi_of, is_notice
from tests.journal.tools import ABSTRACTS, BODIES, KEYWORDS, TITLES, corpus, only, text_of, wrapped

LANGS: list[Lang] = ["kk", "ru", "en"]
LABELS: dict[Lang, tuple[str, str, str, str, str]] = {
    "kk": ("Аңдатпа. ", "Кілт сөздер – ", "Кіріспе. ", "Әдістер: ", "Қорытынды. "),
    "ru": ("Аннотация. ", "Ключевые слова: ", "Введение. ", "1. Методы. ", "Заключение. "),
    "en": ("Abstract: ", "Keywords. ", "Introduction. ", "METHODS. ", "Conclusion – "),
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Received: 12.03.2024. Accepted: 5 May 2024", {"received": "2024-03-12", "accepted": "2024-05-05"}),
        ("Received March 1, 2023; revised 2023-04-02", {"received": "2023-03-01", "revised": "2023-04-02"}),
        (
            "Материал поступил в редакцию 3 июня 2022 г., принята к печати 01.07.2022",
            {"received": "2022-06-03", "accepted": "2022-07-01"},
        ),
        ("Поступила в редакцию 9 мая 2022 г.", {"received": "2022-05-09"}),
        ("Мақала түсті: 2024 ж. 12 наурыз", {"received": "2024-03-12"}),
        ("Редакцияға түсті 12 қаңтар 2024 ж.", {"received": "2024-01-12"}),
        ("Received: 31.02.2024", {}),
        ("Received: 03/04/2024", {}),
        ("Аралар 12.03.2024 күні көшірілді.", {}),
        ("The hives were received well.", {}),
    ],
)
def test_dates_of_the_editors(text: str, expected: dict[str, str]) -> None:
    """Named dates in three languages; no day that the calendar lacks, none that can be read in two ways."""
    assert dict(dates_of(text)) == expected


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("DOI: 10.12345/bees.2024.1.5", "10.12345/bees.2024.1.5"),
        ("https://doi.org/10.12345/bees-5.", "10.12345/bees-5"),
        ("doi 10.1/x", None),
        ("10.12345/bees", None),
    ],
)
def test_doi(text: str, doi: str | None) -> None:
    """With its name or its address before it."""
    assert doi_of(text) == doi


@pytest.mark.parametrize("text", ["УДК 343.9", "МРНТИ 10.77.51", "ӘОЖ 638.1(574)", "IRSTI: 10.77", "DOI 10.12345/a.b"])
def test_lines_that_are_notices(text: str) -> None:
    """Numbers of libraries."""
    assert is_notice(text)


@pytest.mark.parametrize("text", ["УДКА", "Jelly is made of honey 12", "The bees were accepted by the hive.", ""])
def test_lines_that_are_none(text: str) -> None:
    """Words that only look alike."""
    assert not is_notice(text)


@given(st.text(max_size=400))
def test_no_text_breaks_them(text: str) -> None:
    """Whatever stands in a line."""
    assert isinstance(is_notice(text), bool)
    assert all(len(day) == len("2024-03-12") for day in dict(dates_of(text)).values())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Аннотация. В статье описаны ульи района.", ("abstract", "Аннотация.")),
        ("Түйін – Мақалада аралар туралы айтылады.", ("abstract", "Түйін –")),
        ("1. Введение. Пасека стоит у реки давно.", ("introduction", "1. Введение.")),
        ("II. RESULTS. The hives gave honey twice.", ("section", "II. RESULTS.")),
        ("Заключение договора. Стороны подписали акт о пчёлах.", None),
        ("Results are shown in the table of hives.", None),
        ("Выводы. Нет.", None),
        ("Abstract. the bees of the hill are many", None),
        ("conclusions. The judge had no rule for bees.", None),
    ],
)
def test_label_in_its_paragraph(text: str, found: tuple[str, str] | None) -> None:
    """The label, a sign, and a sentence behind it."""
    opened = labels.load().run_in(text)
    assert (opened and (opened[0].role, opened[1])) == found


@pytest.mark.parametrize(
    "text", ["А Н Н О Т А Ц И Я", "1. ВВЕДЕНИЕ", "2.1 Methods", "IV. Қорытынды", "Список литературы:"]
)
def test_labels_in_other_dress(text: str) -> None:
    """Wide-set, numbered, in capitals."""
    assert labels.load().heading(text)


@pytest.mark.parametrize("lang", LANGS)
def test_article_whose_labels_run_in(lang: Lang, tmp_path: Path) -> None:
    """Every part is found, and its words are those behind the label; what stands around is data, and on the page."""
    abstract, keywords, *sections = LABELS[lang]
    parts = [
        "УДК 638.1",
        TITLES["bees"][lang].upper(),
        wrapped(abstract + ABSTRACTS["bees"][lang]),
        wrapped(keywords + "; ".join(KEYWORDS["bees"][lang]) + "."),
        *(wrapped(label + text) for label, text in zip(sections, BODIES["bees"][lang], strict=True)),
        "DOI: 10.12345/bees.5",
    ]
    found = only(corpus(tmp_path, {"a.txt": "\n\n".join(parts)}))
    assert found.sources[0].first == 1
    assert found.titles == {lang: TITLES["bees"][lang].upper()}
    assert text_of(found.abstracts[lang]) == ABSTRACTS["bees"][lang]
    assert found.keywords == {lang: KEYWORDS["bees"][lang]}
    assert [b.text for b in found.blocks if b.kind == "heading"] == [label.strip(" .:–") for label in sections]
    assert [b.text for b in found.blocks if b.kind == "paragraph"] == list(BODIES["bees"][lang])
    assert found.doi == "10.12345/bees.5"
    assert [block.text for block in found.others] == [parts[0], parts[-1]]
