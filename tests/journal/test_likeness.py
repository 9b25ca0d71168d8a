"""Names that are alike are proposed, with the lines to paste; what cannot be one person is not."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.persons.likeness import LETTER, SAME, SHORT, SOUND, why_alike
from journal.persons.people import NOBODY, People, read_people
from journal.persons.persons import who_is_who
from journal.persons.proposals import propose
from journal.records import Article, Author, Span
from journal.report import Entry, Report
from journal.signs.names import Writing
from tests.journal.tools import entries

ONE, TWO = "0000-0002-1825-0097", "0000-0001-5109-3700"


def proposed(*authors: Author | str | list[str], people: People = NOBODY) -> list[Entry]:
    """What the report says of authors, one article each, or a list of them in one."""
    told = []
    for i, each in enumerate(authors, 1):
        own = [Author(name) for name in each] if isinstance(each, list) else [each]
        people_of = tuple(Author(author) if isinstance(author, str) else author for author in own)
        told.append(Article(f"a-{i}", "kk", authors=people_of, sources=(Span(f"{i}.txt", i * 10, i * 10),)))
    report = Report()
    _, persons = who_is_who(told, people, report)
    propose(persons, report)
    return entries(report, "likeness")


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Бекмахан Ж.А.", "Bekmakhan Zh.A.", SOUND),
        ("Бекмахан Ж.А.", "Bekmahan J.A.", SOUND),
        ("Алиев Т.Н.", "ALIYEV T. N.", SOUND),
        ("Сәрсекова Г.М.", "Сарсекова Г.М.", SOUND),
        ("Айдар Серікұлы Омаров", "Omarov Aidar Serikuly", SOUND),
        ("T.N. Aliev", "Aliev T.N.", SAME),
        ("Aliev T.", "Aliev T.N.", SHORT),
        ("Айдар Омаров", "Omarov A.S.", SHORT),
        ("Юлия Ким", "Kim Yu.", SHORT),
        ("Омаров Айдар Серікұлы", "А.С. Омаров", SHORT),
        ("Aidar S. Omarov", "Омаров А.С.", SHORT),
        ("Айдар Омаров", "Айдар Серікұлы Омаров", SHORT),
        ("Тілеубергенов Д.С.", "Tleubergenov D.S.", LETTER),
        ("Верещак О.Л.", "Верищак О.Л.", LETTER),
        ("Верещак О.Л.", "Верщак О.Л.", LETTER),
        ("Бақытжан Омаров", "Бақытжын Омаров", LETTER),
        ("Гасанов Р.А. оглы", "Hasanov R.A.", LETTER),
    ],
)
def test_alike(one: str, other: str, why: str) -> None:
    """Alphabets, systems, order, initials, one letter; from either side."""
    assert why_alike(Writing.of(one), Writing.of(other)) == why
    assert why_alike(Writing.of(other), Writing.of(one)) == why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Алиев Т.Н.", "Алиев Т.С."),
        ("Алиев Т.Н.", "Алиев Н.Т."),
        ("Айдар Омаров", "Асхат Омаров"),
        ("Айдар Омаров", "Омаров Б."),
        ("Омаров А.Б.", "Омарова А.Б."),
        ("Вершинский О.П.", "Вершинская О.П."),
        ("Омаров", "Омаров А."),
        ("Ким А.", "Ли А."),
        ("Цой В.", "Цай В."),
        ("Верещак О.Л.", "Верищак О."),
    ],
)
def test_not_alike(one: str, other: str) -> None:
    """Other initials, other names, the other sex, a short surname with another letter."""
    assert why_alike(Writing.of(one), Writing.of(other)) is None


def test_a_proposal_says_who_where_and_what_to_paste(tmp_path: Path) -> None:
    """The lines are TOML that authors.toml takes, and with them the question is answered."""
    authors = [
        Author("Шалқарова Ж.Т.", {"kk": "Шалқарова Ж.Т."}),
        Author("Shalkarova Zh.T.", {"en": "Shalkarova Zh.T."}, orcid=ONE),
        Author("Zh. Shalkarova", {"en": "Zh. Shalkarova"}),
    ]
    (entry,) = proposed(*authors)
    assert (entry.file, entry.line) == ("1.txt", 10)
    assert entry.before == (
        f"Шалқарова Ж.Т. (1.txt:10); Shalkarova Zh.T. (2.txt:20), ORCID {ONE}; Zh. Shalkarova (3.txt:30)"
    )
    (told,) = tomllib.loads(entry.after)["author"]
    assert told == {
        "name": "Шалқарова Ж.Т.",
        "names": {"kk": "Шалқарова Ж.Т.", "en": "Shalkarova Zh.T."},
        "variants": ["Zh. Shalkarova"],
        "orcid": ONE,
    }
    (tmp_path / "authors.toml").write_text(entry.after, "utf-8")
    people, errors = read_people([tmp_path / "authors.toml"])
    assert not errors
    assert not proposed(*authors, people=people)


def test_what_is_alike_one_but_not_the_other_is_asked_apart() -> None:
    """`Aliev T.` may be either; the two are not one."""
    found = proposed("Aliev T.N.", "Aliev T.", "Aliev T.S.")
    assert [entry.before for entry in found] == [
        "Aliev T.N. (1.txt:10); Aliev T. (2.txt:20)",
        "Aliev T. (2.txt:20); Aliev T.S. (3.txt:30)",
    ]


def test_an_entry_grows_by_what_is_alike(tmp_path: Path) -> None:
    """The lines take its place, with all that it says."""
    toml = '[[author]]\nname = "Омаров А."\nvariants = ["Омаров А.С."]\nemail = "o@example.org"\n'
    (tmp_path / "authors.toml").write_text(toml, "utf-8")
    people, _ = read_people([tmp_path / "authors.toml"])
    (entry,) = proposed("Omarov A.", "Омаров А.", people=people)
    assert entry.after.startswith("# instead of [[author]] 1 (Омаров А.) in authors.toml\n[[author]]\n")
    (told,) = tomllib.loads(entry.after)["author"]
    assert told == {
        "name": "Омаров А.",
        "variants": ["Omarov A.", "Омаров А.С."],
        "email": "o@example.org",
    }


def test_known_to_be_two(tmp_path: Path) -> None:
    """Two ORCIDs, two entries, two authors of one article are never asked about."""
    assert not proposed(Author("Омаров А.", orcid=ONE), Author("Omarov A.", orcid=TWO))
    assert not proposed(["Омаров А.", "Omarov A."])
    (tmp_path / "authors.toml").write_text('[[author]]\nname = "Омаров А."\n[[author]]\nname = "Omarov A."\n', "utf-8")
    people, _ = read_people([tmp_path / "authors.toml"])
    assert not proposed("Омаров А.", "Omarov A.", people=people)


SURNAMES = ["Омаров", "Нұрланова", "Вершинский", "Бекмахан", "Қуандықова", "Дүйсенғазин", "Тлеубергенов", "Ержанұлы"]
NAMES = st.builds(
    "{} {}.{}.".format, st.sampled_from(SURNAMES), st.sampled_from("АӘБЖКМНРСТШ"), st.sampled_from("АӘБЖКМНРСТШ")
)


@given(NAMES, NAMES, st.sampled_from([str, str.upper]), st.booleans())
def test_likeness_is_the_same_from_both_sides_and_in_any_dress(
    one: str, other: str, case: Callable[[str], str], turned: bool
) -> None:
    """Case and order say nothing, nor who is asked first."""
    surname, initials = other.split()
    dressed = case(f"{initials} {surname}" if turned else other)
    first = why_alike(Writing.of(one), Writing.of(other))
    then = why_alike(Writing.of(dressed), Writing.of(one))
    assert (first is None) == (then is None)
    assert why_alike(Writing.of(one), Writing.of(case(one))) == SAME


def test_five_thousand_authors_are_quick() -> None:
    """Names meet by keys: a few seconds, not the many minutes of all pairs."""
    stems = [
        "".join(parts) for parts in product(("Бек", "Тас", "Мыр", "Жол"), ("ба", "ту", "ғали", "дос"), ("лин", "тай"))
    ]
    surnames = [stem + end for stem in stems for end in ("ов", "ева", "ұлы", "ин", "бай")]
    names = [f"{surname} {a}.{b}." for surname in surnames for a in "АӘБЖКМН" for b in "СТШР"][:5000]
    assert len(set(names)) > 4000
    began = time.process_time()
    proposed(*names)
    assert time.process_time() - began < 20
