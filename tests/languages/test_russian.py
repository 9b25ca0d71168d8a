"""Russian by a shorter way through pymorphy3's data: the answers of pymorphy3 itself."""

from __future__ import annotations

import pickle
from collections import defaultdict
from functools import cache
from typing import Any

import pymorphy3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from languages import Analyser, normal
from languages.lookup import worked
from languages.paradigms import Head, heads, is_form
from languages.russian.russian import Russian
from languages.russian.russian_readings import LIKELY
from languages.tables import toml_table

RUSSIAN = Russian()

KNOWN = (
    "дом округу стали мыла еще ещё люди человек шла идти самый лучше наилучший побольше рою берег банк сорок знать"
    " пропасть вести научный красивее кошками бегущими нему меня пальто метро кофе яблоко фау миллион пятью"
).split()
UNKNOWN = (
    "супердом псевдокошками автобутявкать антикоррупционность переобескураженный глокая куздра штеко бокренка"
    " куздрячил наибутявее побутявее киберпреступностью алматинскими нурсултановна казнетовский байткодом ыыы"
    " псевдоыыы щщщщ авиа заза лилезть хрулезть микроклиматизацией недорасследованный"
).split()
OTHERS = "научно-технический по-казахски интернет-магазина қазақстан 2-й id-карта x-лучи ст а я".split()

PIECES = [*KNOWN, "супер", "авто", "по", "наи", "не", "ость", "ами", "ского", "ывать"]
MADE = st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map("".join).filter(lambda word: "ё" not in word)
INVENTED = MADE | st.text("абвгдежзийклмнопрстуфхцчшщъыьэюя", min_size=1, max_size=9)


STRAYS = "может могли тепла теплом лучшим реформатское бодхисаттвы теслы озен стали статью людей данных".split()


@cache
def morph() -> Any:
    return pymorphy3.MorphAnalyzer(lang="ru")


def plain_lemma(form: str) -> str:
    """By pymorphy3's parser alone, but for words without an ending."""
    scores: dict[str, float] = defaultdict(float)
    early: dict[str, bool] = defaultdict(bool)
    late = toml_table("russian.toml")["late_tags"]
    for reading in morph().parse(form):
        scores[reading.normal_form] += reading.score
        early[reading.normal_form] |= not form.isalpha() or reading.tag.grammemes.isdisjoint(late)
    lemma = normal(max(scores, key=lambda lemma: (scores[lemma], early[lemma])))
    return form if RUSSIAN._is_russian(form) and RUSSIAN._bare.is_lemma(form, lemma) else lemma


def plain_forms(lemma: str) -> tuple[str, ...]:
    """By the lexemes of all readings that have this lemma; of a word no dictionary has of the likely ones."""
    skipped = frozenset(toml_table("russian.toml")["skip_tags"])
    own = [reading for reading in morph().parse(lemma) if normal(reading.normal_form) == lemma]
    more: set[str] = set()
    if not (own and morph().word_is_known(lemma)):
        own = [reading for reading in own if reading.score >= LIKELY * own[0].score]
        if RUSSIAN._is_russian(lemma) and not any(keeps_letters(lemma, reading) for reading in own):
            more = set().union(*map(RUSSIAN._inflected_like, RUSSIAN._bare.inflected(lemma, ())))
    lexemes = (form for reading in own for form in reading.lexeme if not is_prefixed(form, reading))
    found = {normal(form.word) for form in lexemes if skipped.isdisjoint(form.tag.grammemes)}
    return tuple(sorted({lemma} | more | found))


def keeps_letters(lemma: str, reading: Any) -> bool:
    """Has the word other forms, which all begin with its letters?"""
    words = {normal(form.word) for form in reading.lexeme}
    return len(words) > 1 and all(word.startswith(lemma) for word in words)


def is_prefixed(form: Any, reading: Any) -> bool:
    """Is it a superlative with a prefix that the word has not?"""
    prefixed = form.word.startswith("наи") and not reading.normal_form.startswith("наи")
    return prefixed and "Supr" in form.tag.grammemes


def check(word: str) -> None:
    """The lemma of a word, and the forms and heads of the word and of its lemma."""
    form = normal(word)
    lemma = RUSSIAN.lemma(form)
    if form not in RUSSIAN._closed:
        assert lemma == plain_lemma(form)
    for each in {form, lemma}:
        if each not in RUSSIAN._closed_forms and each not in RUSSIAN._given_away:
            assert RUSSIAN.forms(each) == plain_forms(each)
        assert RUSSIAN.heads(each) == heads(each, RUSSIAN.forms(each))


@pytest.mark.parametrize("word", [*KNOWN, *UNKNOWN, *OTHERS])
def test_words(word: str) -> None:
    """Known words and unknown ones; those of other signs, which pymorphy3 reads itself."""
    check(word)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("озёрах", "озеро"), ("газу", "газ"), ("цветами", "цвет"), ("велит", "велеть"), ("горшков", "горшков")],
)
def test_common_words_before_places_and_first_names(form: str, lemma: str) -> None:
    """Where both are equally likely; a surname that comes first stays one."""
    assert RUSSIAN.lemma(normal(form)) == lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("страны-участницы", "страна-участница"),
        ("странам-участницам", "страна-участница"),
        ("врача-терапевта", "врач-терапевт"),
        ("онлайн-торговлей", "онлайн-торговля"),
        ("дайв-центров", "дайв-центр"),  # дайва is a name
        ("социально-экономическому", "социально-экономический"),
    ],
)
def test_compounds(form: str, lemma: str) -> None:
    """Forms of one compound have one lemma, and the page knows them for its forms."""
    assert RUSSIAN.lemma(form) == lemma
    assert form in RUSSIAN.forms(lemma)
    entry = Analyser({"ru": {lemma: 1}}).entry(lemma)
    assert is_form(form, lemma, entry.stem, entry.endings)


@given(INVENTED)
def test_invented_words(word: str) -> None:
    """Whatever the letters."""
    check(word)


@given(INVENTED)
def test_readings_are_those_of_pymorphy3(word: str) -> None:
    """Word, tag, normal form and score of all of them, in the same order."""
    tags = morph().dictionary.gramtab
    found = [(p[0], str(tags[p[1]]) if p[1] >= 0 else "UNKN", p[2], p[3]) for p in RUSSIAN._parser.parse(word)]
    assert found == [(p.word, str(p.tag), p.normal_form, p.score) for p in morph().parse(word)]


def test_forms_of_closed_lemmas() -> None:
    """Forms that our table gives to a lemma are among its forms, in the index too."""
    lemma, form = next((lemma, form) for form, lemma in sorted(RUSSIAN._closed.items()) if form != lemma)
    assert form in RUSSIAN.forms(lemma)
    assert any(is_form(form, head.text, head.stem, head.endings) for head in RUSSIAN.heads(lemma))


def test_forms_that_the_table_gives_away_are_no_forms_of_others() -> None:
    """As the index files them, so the page must read them."""
    for form, lemma in RUSSIAN._closed.items():
        for other in RUSSIAN._given_away:
            assert other == lemma or form not in RUSSIAN.forms(other) or form == other
    assert not any(is_form("данных", head.text, head.stem, head.endings) for head in RUSSIAN.heads("дать"))
    assert any(is_form("данных", head.text, head.stem, head.endings) for head in RUSSIAN.heads("данные"))


def test_a_copy_for_another_process_answers_alike() -> None:
    """The dictionary is left behind and loaded again."""
    RUSSIAN.heads("закон")
    copy = pickle.loads(pickle.dumps(RUSSIAN))
    assert "_morph" not in vars(copy)
    assert copy.heads("кошка") == RUSSIAN.heads("кошка")


@pytest.mark.parametrize("facts", [False, True], ids=["alone", "with facts"])
def test_a_lemma_has_the_forms_that_the_texts_have(facts: bool) -> None:
    """Also where the lemma by itself is read as another word: мочь (a noun), тепло (an adverb)."""
    words = dict.fromkeys([*STRAYS, *KNOWN, *UNKNOWN], 1)
    told = worked(("ru", list(words))) if facts else None
    analyser = Analyser({"ru": words}, told)
    for form in map(normal, words):
        lemma = analyser.lemma(form, "ru")
        entry = analyser.entry(lemma)
        own = (Head(lemma, entry.stem, entry.endings), *entry.aliases)
        assert any(is_form(form, *head) for head in own), form


def test_forms_of_the_same_reading_come_along() -> None:
    """Of `лигуре` the page knows `лигуру`, too, though no text has it; the lemma by itself is one of `лигур`."""
    analyser = Analyser({"ru": {"лигуре": 1}})
    lemma = analyser.lemma("лигуре", "ru")
    entry = analyser.entry(lemma)
    assert "лигуру" not in RUSSIAN.forms(lemma)
    assert any(is_form("лигуру", *head) for head in (Head(lemma, entry.stem, entry.endings), *entry.aliases))


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("стул", "стульев стулу"),  # two plurals
        ("мочь", "могут мочью"),  # a verb and a noun
        ("вена", "вен вене"),  # a city and a vessel
        ("робсонский", "робсонского робсонская"),  # a guess
        ("дождаться", "дождавшись"),
        ("важный", "важнейшими важней важною"),
    ],
)
def test_a_lemma_has_all_its_forms(lemma: str, forms: str) -> None:
    """Of all words that it may be, whatever the corpus has of them, the seldom ones, too."""
    assert set(forms.split()) <= set(RUSSIAN.forms(lemma))


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("фарук", "фарук"),  # not of фарука
        ("митчелл", "митчелл"),
        ("киберугроз", "киберугроза"),  # the genitive of a known word behind some letters
        ("криптобирж", "криптобиржа"),
        ("кенжебеков", "кенжебеков"),  # not of кенжебек
        ("турсынбаев", "турсынбаев"),
        ("жумабаев", "жумабаев"),
        ("нурпеисов", "нурпеисов"),
        ("абаев", "абаев"),  # words of the dictionary, and seldom of Абай
        ("ахметов", "ахметов"),
        ("домов", "дом"),
        ("случаев", "случай"),
        ("узбеков", "узбек"),
        ("романов", "роман"),
        ("максимов", "максимов"),
        ("батыров", "батыр"),
        ("полов", "пол"),  # Пол is a name, too
        ("заемов", "заем"),
    ],
)
def test_words_without_an_ending(form: str, lemma: str) -> None:
    """Names and borrowed words are no genitives of words that nobody uses."""
    assert RUSSIAN.lemma(form) == lemma


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("транскрипт", "транскрипта транскриптов"),
        ("митчелл", "митчелла митчеллу митчеллом"),
        ("жуз", "жуза жузов жузами"),
        ("робсон", "робсона"),  # whose vowel might be lost
        ("кенжебеков", "кенжебекова кенжебековым кенжебековой"),
        ("абаев", "абаева абаевым"),
    ],
)
def test_forms_of_words_without_an_ending(lemma: str, forms: str) -> None:
    """All forms have one lemma in the texts, or the page knows them by that of the word itself."""
    assert set(forms.split()) <= set(RUSSIAN.forms(lemma))
