"""The tables themselves: they parse, agree with Unicode and with one another, and say where they are wrong."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from languages import TableError, normal
from languages.english import English
from languages.inflection import Inflection
from languages.kazakh.sounds import grammar
from languages.kazakh.tails import ending_costs
from languages.kazakh.traits import stem_weights
from languages.letter_tables import characters, letter_tables
from languages.tables import FOLDER, checked_text, form_table, toml_table, tsv_rows, word_list

TOML = sorted(path.name for path in FOLDER.glob("*.toml"))
FORMS = ("english_forms.tsv", "english_irregular.tsv", "english_shared.tsv", "kazakh_closed.tsv", "russian_forms.tsv")


@pytest.mark.parametrize("name", TOML)
def test_every_toml_table_parses(name: str) -> None:
    """UTF-8, NFC, nothing invisible, and its own grammar."""
    assert checked_text(FOLDER / name)
    assert toml_table(name)


@pytest.mark.parametrize("name", FORMS)
def test_form_tables_parse_and_are_in_normal_form(name: str) -> None:
    """Forms are looked up in normal form; no form has two lemmas (form_table sees to it)."""
    assert [form for form in form_table(name) if normal(form) != form] == []


def test_irregular_forms_are_read_as_the_build_reads_them() -> None:
    """The page and the index agree on every one of them, and no rule gives it already."""
    english = English({})
    regular = Inflection(toml_table("english.toml")["rules"])
    table = [(form, lemma) for form, lemma in form_table("english_irregular.tsv").items() if form != lemma]
    assert [(form, lemma) for form, lemma in table if english.lemma(form) != lemma] == []
    assert [form for form, lemma in table if form in regular.forms(lemma)] == []
    assert len(table) > 600


def test_shared_forms_are_read_as_other_words() -> None:
    """Else they belong to the table of irregular ones; and no rule gives them already."""
    english = English({})
    regular = Inflection(toml_table("english.toml")["rules"])
    table = [(form, lemma) for form, lemma in form_table("english_shared.tsv").items() if form != lemma]
    assert [(form, lemma) for form, lemma in table if lemma in (english.lemma(form), form)] == []
    assert [form for form, lemma in table if form in regular.forms(lemma) or form not in english.forms(lemma)] == []
    assert len(table) > 30


def test_word_characters_are_letters_marks_and_numbers() -> None:
    """No sign has slipped into the ranges of letters, and every letter of our three languages is there."""
    letters = characters(toml_table("letters.toml")["word"]["letters"])
    assert not [
        f"{ord(c):04X}"
        for c in letters
        if unicodedata.category(c)[0] not in "LN"
        and c.isprintable()
        and unicodedata.category(c) not in ("Sk", "Lm", "Mn")
    ]
    assert set("abcxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі0123456789") <= set(letters)


@pytest.mark.parametrize("section", ["marks", "invisible"])
def test_marks_and_invisible_are_what_they_say(section: str) -> None:
    """Combining marks; format characters and variation selectors."""
    wanted = {"marks": ("Mn",), "invisible": ("Cf", "Mn", "Cn")}[section]
    found = characters(toml_table("letters.toml")["word"][section])
    assert all(unicodedata.category(c) in wanted for c in found)


def test_look_alikes_stand_in_upper_case_too() -> None:
    """What has a twin in lower case has one in upper case: then lower-casing changes no repair."""
    for _, twins in letter_tables().scripts:
        for source, target in twins.items():
            assert source.upper() in twins, source
            assert unicodedata.name(source).split()[0] != unicodedata.name(target).split()[0]


def test_keys_are_settled() -> None:
    """What a letter folds to does not fold further."""
    keys = letter_tables().keys
    assert not [key for key, value in keys.items() if any(letter in keys for letter in value)]


def test_word_lists_are_in_normal_form() -> None:
    """Words of the ranking and stop words; and nothing Latin has slipped into Kazakh words."""
    for key in ("whole", "verbs", "nouns"):
        words = word_list("kazakh_words.toml", key)
        assert [word for word in words if normal(word) != word or any("a" <= c <= "z" for c in word)] == []
    for lang in ("kk", "ru", "en"):
        assert [word for word in word_list("stop.toml", lang) if normal(word) != word] == []


def test_weights_name_what_exists() -> None:
    """Every cost is of an ending that the grammar has."""
    names = {suffix.name for suffixes in grammar().suffixes.values() for suffix in suffixes}
    assert set(ending_costs()) - {"letter"} <= names
    assert all(isinstance(weight, float) for weight in stem_weights().values())


def test_errors_name_path_and_line(tmp_path: Path) -> None:
    """Whoever edits a table is told where."""
    (tmp_path / "bad.toml").write_text("a = 1\nb = = 2\n", "utf-8")
    with pytest.raises(TableError, match=r"bad\.toml:2: "):
        toml_table("bad.toml", tmp_path)
    (tmp_path / "twice.tsv").write_text("# words\nа\tб в\nг\tв\n", "utf-8")
    with pytest.raises(TableError, match=r"twice\.tsv:3: form 'в' is given to both 'а' and 'г'"):
        form_table("twice.tsv", tmp_path)
    (tmp_path / "nfd.tsv").write_text("и\u0306\n", "utf-8")
    with pytest.raises(TableError, match=r"nfd\.tsv:1: not in Unicode form NFC"):
        list(tsv_rows("nfd.tsv", tmp_path))
    (tmp_path / "soft.tsv").write_text("а\nа\u00ad\n", "utf-8")
    with pytest.raises(TableError, match=r"soft\.tsv:2: invisible character U\+00AD"):
        list(tsv_rows("soft.tsv", tmp_path))
