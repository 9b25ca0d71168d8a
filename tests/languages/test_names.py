"""Names of people sound alike in any alphabet and by any system of transliteration."""

from __future__ import annotations

import pytest

from languages.names.names import (
    ends_like_surname,
    heard,
    in_one_alphabet,
    is_particle,
    is_patronymic,
    of_two_genders,
)
from languages.tables import toml_table


@pytest.mark.parametrize(
    "spellings",
    [
        "Нұржан Nurzhan Nurjan Nūrjan Нуржан",
        "Бекмахан Bekmakhan Bekmahan BEKMAKHAN",
        "Әлиев Алиев Aliev Aliyev",
        "Сергеев Sergeev Sergeyev",
        "Соловьёв Соловьев Solovyov Soloviev Solov'ev Solov’yov",
        "Вершинский Vershinskiy Vershinsky Vershinskii Vershinski",
        "Елагинская Yelaginskaya Elaginskaya Yelaginskaia",
        "Қуандықова Куандыкова Kuandykova Quandyqova",
        "Мырзағалиева Myrzagaliyeva Myrzagalieva Myrzaghalieva",
        "Дүйсенғазин Duisengazin Duysengazin Дуйсенгазин",
        "Шөкенов Shokenov Šokenov Şökenov",
        "Щербаков Shcherbakov Scherbakov",
        "Юлия Yuliya Yulia Iuliia",
        "Жұмабаев Джумабаев Zhumabayev Jumabaev Dzhumabayev",
        "Цой Tsoi Tsoy",
        "Хасен Khasen Hasen",
        "Серікұлы Serikuly Serikuli",
    ],
)
def test_one_name_in_many_spellings(spellings: str) -> None:
    """Kazakh and Russian letters, the usual systems, old and new Kazakh Latin."""
    assert len({heard(spelling) for spelling in spellings.split()}) == 1


@pytest.mark.parametrize("pair", ["Омаров Омарбеков", "Алиев Валиев", "Ким Цой", "Шалқарова Талқарова", "Айдар Асхат"])
def test_two_names(pair: str) -> None:
    """Coarse, but not deaf."""
    one, other = pair.split()
    assert heard(one) != heard(other)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Омаров A.Б.", "Омаров А.Б."),
        ("Omarov В.А.", "Omarov B.A."),
        ("Алиев Т.Н.", "Алиев Т.Н."),
        ("Aliev Ж.", "Aliev Ж."),
        ("", ""),
    ],
)
def test_letters_of_the_other_alphabet_are_mended(text: str, mended: str) -> None:
    """Where they look alike."""
    assert in_one_alphabet(text) == mended


def test_a_mans_and_a_womans_surname_are_two() -> None:
    """In either order, in either alphabet."""
    for man, woman in (("Омаров", "Omarova"), ("Вершинский", "Vershinskaya"), ("Пирогин", "Пирогина")):
        assert of_two_genders(heard(man), heard(woman))
        assert of_two_genders(heard(woman), heard(man))
    assert not of_two_genders(heard("Омаров"), heard("Омаров"))
    assert not of_two_genders(heard("Омаров"), heard("Умарова"))


@pytest.mark.parametrize("word", ["Серікұлы", "Тоқтарқызы", "Петрович", "Сергеевна", "Ильинична", "Serikuly", "оглы"])
def test_fathers_names(word: str) -> None:
    assert is_patronymic(word)
    assert is_patronymic(word.upper())


@pytest.mark.parametrize("word", ["Омаров", "Ұлытау", "July", "Жанар", "Кирпич", "Zurich"])
def test_words_that_are_no_fathers_names(word: str) -> None:
    assert not is_patronymic(word)


def test_surnames_by_their_ends() -> None:
    assert all(
        map(ends_like_surname, ["Омаров", "Нұрланова", "Verbitskaya", "Құрманбек", "Шевченко", "Әлиева-Бекбаева"])
    )
    assert not any(map(ends_like_surname, ["Айдар", "Smith", "Лев", "Ева", "Кіріспе"]))


def test_small_words_inside_names() -> None:
    assert all(map(is_particle, ["аль", "фон", "van", "оглы", "ҚЫЗЫ"]))
    assert not is_particle("Алан")


def test_rules_speak_of_folded_letters() -> None:
    """A rule for a letter that fold has taken away would never be used."""
    rules = [*toml_table("names.toml")["sounds"]["rules"], *toml_table("names.toml")["sounds"]["after"]]
    assert not [before for before, _ in rules if set(before) & set("әғқңөұүһіё")]
