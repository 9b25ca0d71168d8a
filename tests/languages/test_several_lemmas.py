"""Forms of several lemmas: one of the texts is read as the index files it, any form of a lemma as one of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from languages import Analyser, Vocabulary, normal
from tests.languages.conftest import index

READ = """([lang, words]) => words.map((word) => izdeuEngine.readings(word, lookup, { tables, lang })
  .filter(({ kind }) => ["exact", "lemma"].includes(kind)).map(({ term }) => term))"""

RIVALS = {
    "ru": """правил правило править правит были быть быль былью кого кто кий права право правый животных животное
    животный минут минута минуть минувший начала начало начать политики политика политик семью семья семь лет год летом
    лета лето друга друг подруга банка банк банку банки долги долг долгий дорог дорога дорогой стоит стоить
    стоять стоял стали стать сталь""",
    "en": """found find founded founding named name naming nam liked like lik lives live life leaves leave leaf ground
    grind grounds bases base basis saw see sawed lay lie laid left leaving hoped hope hop hopped dating date dat shot
    shoot shots companies company companie""",
}
"""Words of texts, many of them forms of several lemmas that are all here."""


def read(page: Page, words: str, lang: str) -> list[list[str]]:
    """The lemmas that the page reads each word as, the likeliest first."""
    found: list[list[str]] = page.evaluate(READ, [lang, [normal(word) for word in words.split()]])
    return found


def corpus(lang: str, words: str) -> Vocabulary:
    return {lang: dict.fromkeys(words.split(), 1)}


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_forms_of_texts_are_read_as_the_index_files_them(lang: str, engine_page: Page) -> None:
    """Else a question does not find the very word that stands there: `были` was read as быль, `found` as founded is."""
    words, vocabulary = RIVALS[lang], corpus(lang, RIVALS[lang])
    analyser = Analyser(vocabulary)
    index(engine_page, vocabulary)
    firsts = [found[0] for found in read(engine_page, words, lang)]
    assert firsts == [analyser.lemma(normal(word), lang) for word in words.split()]


@pytest.mark.parametrize(
    ("lang", "lemmas", "forms"),
    [
        ("ru", "стул", "стул стула стулья стульев стульями"),
        ("ru", "мочь", "мочь могу может могут могла"),
        ("ru", "подать", "подал податей податями"),
        ("ru", "течь", "течёт текла течью"),
        ("ru", "небо", "небом небес небесами"),
        ("ru", "введенский", "введенского введенским введенское"),
        ("ru", "транскрипта", "транскрипту"),
        ("en", "life", "life lives"),
        ("en", "leaf", "leaf leaves"),
        ("en", "grind", "grinds ground grinding"),
        ("en", "basis", "basis bases"),
        ("en", "person", "persons people"),
        ("en", "lie", "lies lay lain lying lied"),
        ("en", "analysis", "analyses"),
        ("en", "axe", "axes"),
    ],
)
def test_all_forms_of_a_lemma_are_read_as_its_own(lang: str, lemmas: str, forms: str, engine_page: Page) -> None:
    """Though another lemma has them, too, or the lemma by itself is two words."""
    index(engine_page, corpus(lang, lemmas))
    assert read(engine_page, forms, lang) == [[lemmas]] * len(forms.split())


def test_other_lemmas_of_a_form_are_told_behind_the_first(engine_page: Page) -> None:
    """The reader may choose them."""
    index(engine_page, corpus("en", RIVALS["en"]))
    lives, leaves, found = read(engine_page, "lives leaves found", "en")
    assert (lives, leaves, found) == (["live", "life"], ["leave", "leaf"], ["find", "found"])
    index(engine_page, corpus("ru", RIVALS["ru"]))
    assert read(engine_page, "правил были", "ru") == [["правило", "править"], ["быть", "быль"]]
