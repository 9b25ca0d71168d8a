"""A name as a whole: surname and given names, and which names the page takes for the one that was asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from languages import in_two, name_key

IN_TWO = {
    "Иванов И. И.": "Иванов|И. И.",
    "И. И. Иванов": "Иванов|И. И.",
    "T.N. Aliev": "Aliev|T.N.",
    "ALIEV T. N.": "ALIEV|T. N.",
    "Smith, John Paul": "Smith|John Paul",
    "John Smith": "Smith|John",
    "Дина Карабаева": "Карабаева|Дина",
    "Сидоров Иван Петрович": "Сидоров|Иван Петрович",
    "Иван Петрович Сидоров": "Сидоров|Иван Петрович",
    "Бекзатов Нұрдәулет Сәкенұлы": "Бекзатов|Нұрдәулет Сәкенұлы",
    "van der Berg J.": "van der Berg|J.",
    "Ludwig van Houten": "van Houten|Ludwig",
    "van der Berg Jan": "van der Berg|Jan",
    "Jan van der Berg": "van der Berg|Jan",
    "Berg, Jan van der": "Berg|Jan van der",
    "Тимур Рустам оглы Алиев": "Алиев|Тимур Рустам оглы",
    "Kim Ali Rustam ogly": "Kim|Ali Rustam ogly",
    "Martin Smith": "Smith|Martin",
    "Kevin Clark": "Clark|Kevin",
    "Benjamin Brown": "Brown|Benjamin",
    "Tobin Ward": "Ward|Tobin",
    "Marina Kim": "Kim|Marina",
    "Kim Marina": "Kim|Marina",
    "Алина Ким": "Ким|Алина",
    "Ким Алина": "Ким|Алина",
    "Константин Ким": "Ким|Константин",
    "Галина Цой": "Цой|Галина",
    "Марина Пушкина": "Пушкина|Марина",
    "Ардалион Пушкин": "Пушкин|Ардалион",
    "Pushkin Alexander": "Pushkin|Alexander",
    "Армен Саргсян": "Саргсян|Армен",
    "Цой Алина Петровна": "Цой|Алина Петровна",
    "Алина Петровна Цой": "Цой|Алина Петровна",
    "Нұрлан Сәкенұлы Бекзат": "Бекзат|Нұрлан Сәкенұлы",
    "Алтынбек Сара": "Алтынбек|Сара",
    "Нұрбек Ахмет": "Нұрбек Ахмет|",
    "Иван Петрович": "Иван Петрович|",
    "Қайсар Тоқтар": "Қайсар|Тоқтар",
    "Қайсар ТОҚТАР": "ТОҚТАР|Қайсар",
    "ҚАЙСАР ТОҚТАР": "ҚАЙСАР|ТОҚТАР",
    "Jürgen Müller": "Müller|Jürgen",
    "John F. Kennedy": "Kennedy|John F.",
    "Сәкенұлы Н.": "Сәкенұлы|Н.",
    ", John": "John|",
    "Smith,": "Smith|",
    "Жандос": "Жандос|",
    "И.": "И.|",
    "": "|",
}


@pytest.mark.parametrize("name", IN_TWO)
def test_surname_and_given_names(name: str) -> None:
    assert "|".join(in_two(name)) == IN_TWO[name]


@given(st.text(max_size=40))
def test_no_name_is_an_error_and_nothing_of_it_is_lost(name: str) -> None:
    found = in_two(name)
    left = sorted(sign for sign in name if not sign.isspace() and sign != ",")
    assert sorted(sign for sign in "".join(found) if not sign.isspace() and sign != ",") == left
    name_key(name)


def test_one_key_for_all_ways_to_write_a_name() -> None:
    """Alphabet, order, case, spaces do not count; another initial does."""
    assert len({name_key(name) for name in ("Иванов И. И.", "Ivanov I.I.", "И. И. Иванов", "I.I. IVANOV")}) == 1
    assert name_key("Иванов И. И.") != name_key("Иванов И. П.")


# asked for, a name, is it meant; is it meant where the one asked for is another name of the list
MEANT = [
    ("Ivanov I.I.", "Иванов И. И.", True, True),
    ("и. и. иванов", "Ivanov I.I.", True, True),
    ("Иванов", "Иванов И. И.", True, True),
    ("Ива", "Иванов И. И.", True, True),
    ("Али", "Алиев Т.", True, True),
    ("Ali", "Алиев Т.", True, True),
    ("Иванов И.", "Иванов И. И.", True, True),
    ("Иванов И. И.", "Иванов И.", False, False),
    ("Иванов П.", "Иванов И. И.", False, False),
    ("Иванов И.", "Иванов Иван", True, True),
    ("Иванов Иван", "Иванов И.", True, False),
    ("Иванов Пётр", "Иванов И.", False, False),
    ("Иван", "Петров И.", False, False),
    ("Zhumabayeva", "Жұмабаева Ә.", True, True),
    ("Shakenova Zh.T.", "Шәкенова Жанар Тілеуқызы", True, True),
    ("Бекбаева", "Aliyeva-Bekbayeva G.", True, True),
    ("", "Иванов И.", False, False),
    ("?!", "Иванов И.", False, False),
    ("Омаров", "Омарбеков", False, False),
]


def test_who_is_meant(engine_page: Page) -> None:
    script = "([asked, name, strictly]) => izdeuEngine.nameTest(asked, tables, strictly)(name)"
    for asked, name, loosely, strictly in MEANT:
        found = [engine_page.evaluate(script, [asked, name, mode]) for mode in (False, True)]
        assert found == [loosely, strictly], (asked, name)
