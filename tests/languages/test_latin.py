"""Kazakh typed in Latin letters of several alphabets, where the index has no such word itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from languages import in_latin
from tests.languages.conftest import index
from tests.languages.test_understand import readings

WORDS = """ғылым цифрлық процесс конституция компьютерлік компьютер маяқ айып фишинг серік қызмет қыз сын сегіз
силос алюминий аллюзия диалог сыбайлас қайырымдылық айлақ жасанды жайла журнал
есік шешім шаруашылық ресей тәуелсіз блокчейн прокуратура"""
VOCABULARY = {"kk": dict.fromkeys(WORDS.split(), 2), "ru": {}, "en": {}}


@pytest.fixture(scope="module")
def page(engine_page: Page) -> Iterator[Page]:
    """The engine with the index of VOCABULARY."""
    index(engine_page, VOCABULARY)
    return engine_page


@pytest.mark.parametrize(
    ("typed", "lemma"),
    [
        ("ǵylym", "ғылым"),  # 2018
        ("ǵylymda", "ғылым"),
        ("g\u0301ylym", "ғылым"),
        ("maıaq", "маяқ"),
        ("maiaq", "маяқ"),
        ("aıypty", "айып"),
        ("dıalog", "диалог"),  # no я
        ("kompiuterlik", "компьютерлік"),
        ("kompıýterlik", "компьютерлік"),
        ("alıýmınıı", "алюминий"),
        ("sifrlyq", "цифрлық"),
        ("sıfrlyq", "цифрлық"),
        ("prosessten", "процесс"),
        ("konstitusiada", "конституция"),
        ("konstıtýsıany", "конституция"),
        ("allıýzııa", "аллюзия"),
        ("phishing", "фишинг"),
        ("serik", "серік"),  # no ц
        ("segiz", "сегіз"),
        ("sılos", "силос"),
        ("syn", "сын"),
        ("qyzmetı", "қызмет"),  # not қыз with endings
        ("qyzmetimiz", "қызмет"),
        ("qyzy", "қыз"),
        ("sybajlas", "сыбайлас"),  # j of Turkish and scholarly spelling is й
        ("sybajlastar", "сыбайлас"),
        ("qajyrymdylyq", "қайырымдылық"),
        ("qaıyrymdylyqtyń", "қайырымдылық"),
        ("ajlaqta", "айлақ"),
        ("jajlaj", "жайла"),
        ("jasandy", "жасанды"),
        ("jurnalda", "журнал"),
        ("zasandy", "жасанды"),  # nor accents: ž, ş, ç
        ("esik", "есік"),
        ("esıkti", "есік"),
        ("sesimi", "шешім"),
        ("saruasylyq", "шаруашылық"),
        ("reseileri", "ресей"),
        ("tayelsiz", "тәуелсіз"),  # 2018 without accents: ý is у
        ("bloktsein", "блокчейн"),
        ("bloktşeinniñ", "блокчейн"),
        ("prokwratwrasy", "прокуратура"),
    ],
)
def test_the_best_reading(page: Page, typed: str, lemma: str) -> None:
    """The longer stem before the shorter one."""
    found = readings(page, page.evaluate("(word) => izdeuEngine.words(word, tables)[0].text", typed))
    assert found[0] == [lemma, "kk", "latin"]


@pytest.mark.parametrize(
    ("typed", "lemma", "lang"),
    [
        ("jyldyq", "жылдық", "kk"),
        ("jildik", "жылдық", "kk"),  # ы is typed i as often
        ("zhyldygynda", "жылдық", "kk"),
        ("jag'dai'ynda", "жағдай", "kk"),  # 2017
        ("jaǵdaıy", "жағдай", "kk"),
        ("bloktşeinniñ", "блокчейн", "kk"),  # 2021
        ("ekspediciyasynan", "экспедиция", "kk"),
        ("obrazovatelnye", "образовательный", "ru"),
        ("obrazovatel'nyh", "образовательный", "ru"),
        ("obrazovatelnyj", "образовательный", "ru"),
        ("ploshchadyu", "площадь", "ru"),
        ("ploschadi", "площадь", "ru"),
        ("poyezde", "поезд", "ru"),
        ("uchitsya", "учиться", "ru"),
        # ISO 9, scholarly, GOST 7.79, of Poles and Germans; and what people type in haste
        ("obrazovatelʹnyj", "образовательный", "ru"),
        ("ploŝadʹû", "площадь", "ru"),
        ("ploščad'ju", "площадь", "ru"),
        ("ploshhad`yu", "площадь", "ru"),
        ("poxishheniya", "похищение", "ru"),
        ("pochiščenijam", "похищение", "ru"),
        ("pohiŝeniâ", "похищение", "ru"),
        ("licza", "лицо", "ru"),
        ("licom", "лицо", "ru"),
        ("differenciacija", "дифференциация", "ru"),
        ("differenczial`ny`e", "дифференциальный", "ru"),
        ("specoperaciyah", "спецоперация", "ru"),
        ("4eloveka", "человек", "ru"),
        ("u4itsja", "учиться", "ru"),
        ("uspech", "успех", "ru"),
        ("uspekha", "успех", "ru"),
        ("uspexov", "успех", "ru"),
        ("razlicnyh", "различный", "ru"),
        ("razli4nyx", "различный", "ru"),
        ("resenija", "решение", "ru"),
        ("vozmoznyh", "возможный", "ru"),
        ("poâvlâûtsâ", "появляться", "ru"),
        ("pojavljajutsja", "появляться", "ru"),
        ("razʺâsnâûtsâ", "разъясняться", "ru"),
        ("ANTITERRORISTIČESKICH", "антитеррористический", "ru"),
    ],
)
def test_forms_by_their_sound(engine_page: Page, typed: str, lemma: str, lang: str) -> None:
    """What Latin letters do not tell apart, and any form of a Russian word."""
    words = "жылдық жағдай блокчейн экспедиция".split()
    russian = """образовательный площадь поезд учиться похищение лицо дифференциация дифференциальный спецоперация
    человек успех различный решение возможный антитеррористический появляться разъясняться""".split()
    index(engine_page, {"kk": dict.fromkeys(words, 2), "ru": dict.fromkeys(russian, 2), "en": {}})
    found = readings(engine_page, engine_page.evaluate("(word) => izdeuEngine.words(word, tables)[0].text", typed))
    index(engine_page, VOCABULARY)
    assert found[0] == [lemma, lang, "latin"]


@pytest.mark.parametrize(
    ("typed", "lemma"),
    [
        ("salmaityn", "сал"),
        ("almaityn", "ал"),
        ("etpeitin", "ет"),
        ("asady", "ас"),
        ("ashady", "аш"),
        ("olatin", "ол"),
        ("aldy", ""),
        ("olden", ""),
        ("asia", ""),
    ],
)
def test_a_stem_of_two_letters(engine_page: Page, typed: str, lemma: str) -> None:
    """Many endings say that the word is Kazakh; few may be the end of any word."""
    index(engine_page, {"kk": dict.fromkeys("сал ал ет ол ас аш".split(), 2), "ru": {}, "en": {}})
    found = [term for term, lang, kind in readings(engine_page, typed) if kind == "latin"]
    index(engine_page, VOCABULARY)
    assert found[:1] == ([lemma] if lemma else [])


@pytest.mark.parametrize(
    ("typed", "lemma"),
    [
        ("кепылге", "кепіл"),  # ы for і
        ("кепылдык", "кепілдік"),
        ("шешымнын", "шешім"),
        ("озекты", "өзекті"),
        ("тауелсыз", "тәуелсіз"),
        ("енгызу", "енгіз"),
        ("мэселе", "мәселе"),  # э for ә, нг for ң
        ("мэселенинг", "мәселе"),
        ("мангызды", "маңызды"),
        ("мангыздынынг", "маңызды"),
        ("эдистер", "әдіс"),
        ("адыстер", "әдіс"),
        ("нормалынынг", "нормалы"),
        ("кәпыл", ""),  # who types one Kazakh letter has all
        ("кепылдік", ""),
        ("тыстер", ""),  # short stems would agree by chance
        ("4", ""),
        ("44", ""),
    ],
)
def test_habits_of_those_without_kazakh_letters(engine_page: Page, typed: str, lemma: str) -> None:
    """Where nothing else is found."""
    words = "кепіл кепілдік шешім өзекті тәуелсіз енгізу мәселе маңызды әдіс нормалы тіс".split()
    index(engine_page, {"kk": dict.fromkeys(words, 2), "ru": {}, "en": {}})
    found = [term for term, _, kind in readings(engine_page, typed) if kind in ("folded", "latin")]
    index(engine_page, VOCABULARY)
    assert found[:1] == ([lemma] if lemma else [])


@pytest.mark.parametrize("word", ["цифр", "ғылым", "қызмет", "алаяқ", "юрта"])
def test_a_word_in_latin_letters_is_read_back(page: Page, word: str) -> None:
    """What the help page shows as an example."""
    keys = page.evaluate("(word) => izdeuEngine.fromLatin(word, tables).map(([key]) => key)", in_latin(word))
    assert page.evaluate("(word) => izdeuEngine.spelt(izdeuEngine.fold(word, tables), tables)", word) in keys
