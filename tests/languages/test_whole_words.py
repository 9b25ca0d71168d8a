"""Words that look inflected and are words of their own: however large the corpus, no stem swallows them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from languages import Analyser
from languages.fold import normal
from languages.tables import word_list
from tests.languages.conftest import index
from tests.languages.test_understand import readings

VERB = "у ды ған йды йтын п са май уды уға уда удың ушы ғаны ғанда ғандар ған-ды лды лған лады луы мады маған сын йық"
HARD = "у ты қан ады атын ып са пай уды уға уда удың ушы қаны қанда қандар ылды ылған ылады ылуы пады паған сын айық"
VOICED = "у ды ған ады атын ып са май уды уға уда удың ушы ғаны ғанда ғандар ынды ынған ынады ынуы мады маған сын айық"
SOFT = "тің ке те тен пен тер терді терге терде терден тердің тері теріне терінде тіктер"
FIRM = "тың қа та тан пен тар тарды тарға тарда тардан тардың тары тарына тарында тықтар"
PLAIN = "лар ларды ларға ларда лардан ларды ның ны да дан мен лары ларына ларында ға"

WORDS = [
    ("жасанды", "жаса", VERB),
    ("қалыпты", "қал", VOICED),
    ("қатысты", "қатыс", HARD),
    ("қатты", "қат", HARD),
    ("атты", "ат", HARD),
    ("хабарлама", "хабарла", VERB),
    ("тартысты", "тарт", HARD),
    ("түсіндірме", "түсіндір", "у ді ген еді етін іп се мей уді уге уде удің уші гені генде гендер ілді ілген меді"),
    ("ескі", "есік", SOFT + " ге"),
    ("түлкі", "түлік", SOFT),
    ("артқы", "артық", FIRM),
    ("салқын", "салық", FIRM + " қа"),
    ("толқын", "толық", FIRM),
    ("шағын", "шақ", FIRM + " қа"),
    ("балама", "бала", PLAIN),
    ("таразы", "тараз", "дың ға да дан бен дар дарды дықтар"),
]
"""A word, the stem that it was read as, and endings that the corpus has after that stem."""

STEMS = [("жылы", "жыл"), ("саны", "сан"), ("қылмысты", "қылмыс"), ("деректер", "дерек"), ("айда", "ай")]
"""Inflected forms whose sound is a word's or a verb root's, too."""


def corpus(stem: str, endings: str, *forms: str) -> dict[str, int]:
    """Many forms of a stem, often; and some more, once."""
    return {stem: 9} | {stem + ending: 9 for ending in endings.split()} | dict.fromkeys(forms, 1)


@pytest.mark.parametrize(("word", "stem", "endings"), WORDS)
def test_a_word_of_our_list_is_itself_in_any_corpus(word: str, stem: str, endings: str) -> None:
    """However many forms the other stem has, which itself stays found."""
    analyser = Analyser({"kk": corpus(stem, endings, word)})
    assert analyser.lemma(word, "kk") == word
    assert analyser.lemma(stem + endings.split(maxsplit=1)[0], "kk") == stem


@pytest.mark.parametrize(("form", "stem"), STEMS)
def test_inflected_forms_are_no_words_of_the_list(form: str, stem: str) -> None:
    """They stay with their stem, once that is attested."""
    assert Analyser({"kk": corpus(stem, "дар ға", form)}).lemma(form, "kk") == stem


def test_ordinals_are_their_numbers() -> None:
    """All ten alike."""
    numbers = "бір екі үш төрт бес алты жеті сегіз тоғыз он".split()
    ordinals = "бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы".split()
    analyser = Analyser({"kk": dict.fromkeys(numbers + ordinals, 3)})
    assert [analyser.lemma(form, "kk") for form in ordinals] == numbers


def test_the_list_is_in_normal_form() -> None:
    """Else no form would be found in it."""
    assert {word for word in word_list("kazakh_words.toml", "nouns") if normal(word) != word} == set()


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ("жасанды", "жасанды"),
        ("жасандының", "жасанды"),
        ("Ескі", "ескі"),
        ("ескілердің", "ескі"),
        ("есіктің", "есік"),
        ("жасағанның", "жаса"),
        ("шағындарға", "шағын"),
    ],
)
def test_the_page_reads_their_forms_so(engine_page: Page, typed: str, term: str) -> None:
    """The index has the word and the stem; the longer of the two terms is meant, as it is typed."""
    kk = corpus("жаса", VERB, "жасанды") | corpus("есік", SOFT, "ескі") | corpus("шақ", FIRM, "шағын")
    index(engine_page, {"kk": kk})
    assert readings(engine_page, typed)[0][0] == term
