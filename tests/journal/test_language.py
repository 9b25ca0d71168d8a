"""The language of each block, by its letters and words, or by its neighbours."""

from __future__ import annotations

import pytest

from journal.paragraphs.language import mark_languages
from journal.records import Block, Lang, Span
from journal.report import Report
from journal.signs import labels
from tests.journal.tools import ABSTRACTS, BODIES, KEYWORDS, TITLES, entries


def languages(*parts: str) -> list[Lang]:
    blocks = [Block("paragraph", text, Span("a.txt", i, i)) for i, text in enumerate(parts, 1)]
    return [block.lang for block in mark_languages(blocks, labels.load(), Report())]


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
@pytest.mark.parametrize("topic", ["bees", "bridges"])
def test_running_text(topic: str, lang: Lang) -> None:
    """Paragraphs, abstracts, titles and keyword lists."""
    parts = [*BODIES[topic][lang], ABSTRACTS[topic][lang], TITLES[topic][lang], ", ".join(KEYWORDS[topic][lang])]
    assert languages(*parts) == [lang] * len(parts)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("В работе Қ.Ә. Жүнісбекұлы и Ө. Үмбетовой, вышедшей в городе Өскемен, описаны три моста.", "ru"),
        (
            "Ветлугин мен Сидоров «О прочности деревянных мостов в северных районах» атты еңбегінде бұл туралы жазған.",
            "kk",
        ),
        ("The term «ара шаруашылығы» was used by the elders of the village in all of their stories about honey.", "en"),
        ("Согласно закону «О пчеловодстве», статья 5, пасеки стоят не ближе двух километров от дороги.", "ru"),
        ("Binance, Coinbase және Kraken сияқты платформалар бойынша деректер жиналды.", "kk"),
        ("В системах Honey Tracker и Bee Monitor данные хранятся не дольше года.", "ru"),
    ],
)
def test_names_and_quotations_do_not_flip(text: str, lang: Lang) -> None:
    """What is quoted or named in another language leaves the paragraph's own."""
    assert languages(text) == [lang]


@pytest.mark.parametrize(
    "text",
    [
        "Ara şaruaşylyğy turaly zañ ömirde qoldanylady, al omartalar jyl saiyn tekseriledi.",
        "Ara sharýashylyǵy týraly zań ómirde qoldanylady, al omartalar jyl saıyn tekseriledi.",
        "Ara sharuashylygy turaly zan omirde koldanylady, zhane omartalar zhyl sayin tekseriledi.",
        "OMARTA IELERINIÑ QUQYQTARY MEN MINDETTERI",
    ],
)
def test_kazakh_in_the_latin_script(text: str) -> None:
    """In the alphabets of 2021 and 2018, and in the informal one; the block says so."""
    (block,) = mark_languages((Block("paragraph", text, Span("a.txt", 1, 1)),), labels.load(), Report())
    assert (block.lang, block.latin) == ("kk", True)


@pytest.mark.parametrize(
    "text",
    [
        "The village of Qaratóbe kept bees for as long as the elders of the Qoñyrat people could remember.",
        "Qatar and Iraq: a comparison of the quotas for honey",
        "Señor Muñoz wrote about the bees of Cádiz in the year of the great fire",
    ],
)
def test_latin_kazakh_names_are_no_kazakh(text: str) -> None:
    """English with names of people and places stays English."""
    (block,) = mark_languages((Block("paragraph", text, Span("a.txt", 1, 1)),), labels.load(), Report())
    assert (block.lang, block.latin) == ("en", False)


@pytest.mark.parametrize(
    ("text", "lang"),
    [("Қорытынды", "kk"), ("Кіріспе", "kk"), ("мәселе", "kk"), ("и другие", "ru"), ("of the law", "en")],
)
def test_short_text_that_tells(text: str, lang: Lang) -> None:
    """A Kazakh letter or a small word is enough."""
    other = "en" if lang != "en" else "ru"
    assert languages(BODIES["bees"][other][0], text, BODIES["bees"][other][1])[1] == lang


@pytest.mark.parametrize("text", ["Заключение", "2019", "– 15 %", "Honey", "А.Б. Ветлугин"])
@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_short_text_takes_its_neighbours(text: str, lang: Lang) -> None:
    """What says nothing itself has the language of what follows it."""
    found = languages(BODIES["bees"]["ru" if lang != "ru" else "kk"][0], text, BODIES["bees"][lang][0])
    assert found[1] == lang


def test_every_block_is_in_the_report() -> None:
    """One entry a block, with its lines."""
    report = Report()
    blocks = [
        Block("paragraph", BODIES["bees"][lang][0], Span("a.txt", i, i + 1)) for i, lang in enumerate(("kk", "ru"), 3)
    ]
    mark_languages(blocks, labels.load(), report)
    assert [(e.line, e.last, e.after) for e in entries(report, "language")] == [(3, 4, "kk"), (4, 5, "ru")]


def test_nothing_but_numbers() -> None:
    """Where no block tells anything, a language is still set."""
    assert languages("1", "2") == ["kk", "kk"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Ветлугин О.П. Мосты и люди наших предгорий. [Электрондық деректер] // - Қол жеткізу: https://m.kz", "ru"),
        ("Shalkarova Zh. Honey of the hills and the bees. [Электрондық ресурс] // Қол жеткізу: https://honey.kz", "en"),
        ("Омарбайұлы Т. Тау бөктеріндегі омарталар туралы. [Электронный ресурс] // Режим: https://bal.kz", "kk"),
    ],
)  # fmt: skip
def test_reference_has_the_language_of_its_title(text: str, lang: str) -> None:
    """What a bibliography adds in its own language, and addresses, say nothing of the work."""
    (block,) = mark_languages((Block("item", text, Span("a.txt", 1, 1)),), labels.load(), Report())
    assert block.lang == lang
