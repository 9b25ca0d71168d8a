"""`authors.toml` and ORCID say who is who; nothing else unites two writings of a name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.corpus import Corpus, read_corpus
from journal.dumps import CorpusError
from journal.persons.people import NOBODY, People, read_people
from journal.persons.persons import Person, who_is_who
from journal.records import Article, Author, Lang, Span
from journal.report import Report
from journal.signs.names import Writing
from journal.signs.orcid import checks, orcid_in, valid_orcid
from journal.web.catalogue import catalogue
from journal.web.site import site_of
from tests.journal.tools import body, corpus, entries, front

ONE, TWO = "0000-0002-1825-0097", "0000-0001-5109-3700"  # the examples of orcid.org
ENTRY = f"""
[[author]]
name = "Шалқарова Ж.Т."
names = {{ kk = "Шалқарова Ж.Т.", ru = "Шалкарова Ж.Т.", en = "Shalkarova Zh.T." }}
orcid = "{ONE}"
variants = ["Жанар Тоқтарқызы Шалқарова", "Zhanar Shalkarova"]
affiliation = "Дала академиясы"
email = "zh.shalkarova@example.org"
"""


def people(folder: Path, toml: str) -> People:
    """The entries of a file, which is right."""
    path = folder / "authors.toml"
    path.write_text(toml, "utf-8")
    found, errors = read_people([path])
    assert not errors
    return found


def articles(*authors: Author | list[Author]) -> list[Article]:
    """One article for each, the first is the newest."""
    return [
        Article(f"a-{i}", "kk", authors=tuple(own if isinstance(own, list) else [own]), sources=(Span("a.txt", i, i),))
        for i, own in enumerate(authors, 1)
    ]


def persons(folder: Path, toml: str, *authors: Author | list[Author]) -> tuple[Person, ...]:
    return who_is_who(articles(*authors), people(folder, toml) if toml else NOBODY, Report())[1]


def warnings(report: Report) -> list[tuple[str, str]]:
    return [(entry.why, entry.before) for entry in entries(report, "warning")]


# --- reading authors.toml ------------------------------------------------------------------------------------------


def test_every_field_is_read(tmp_path: Path) -> None:
    """A byte order mark of Notepad, too."""
    (entry,) = people(tmp_path, "\ufeff" + ENTRY).entries
    assert (entry.name, entry.orcid, entry.number, entry.line) == ("Шалқарова Ж.Т.", ONE, 1, 2)
    assert entry.names == {"kk": "Шалқарова Ж.Т.", "ru": "Шалкарова Ж.Т.", "en": "Shalkarova Zh.T."}
    assert entry.variants == ("Жанар Тоқтарқызы Шалқарова", "Zhanar Shalkarova")
    assert (entry.affiliation, entry.email) == ("Дала академиясы", "zh.shalkarova@example.org")


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ("[[author]\nname = 1", "not valid TOML"),
        ('[[author]]\nname = "А Б."\nname = "В Г."', "not valid TOML"),
        ('journal = "Дала"', "'journal' means nothing here"),
        ('author = "Шалқарова Ж.Т."', "[[author]]"),
        ("author = [1]", "[[author]]"),
        ('[author]\nname = "Шалқарова Ж.Т."', "[[author]]"),
        (f'[[author]]\norcid = "{ONE}"', "[[author]] 1: has no 'name'"),
        ("[[author]]\nname = 7", "'name' has a value of the wrong kind"),
        ('[[author]]\nname = " "', "'name'"),
        ('[[author]]\nname = "№ 7"', "which has no letter"),
        ('[[author]]\nname = "А Б."\nphone = "7"', "(А Б.): 'phone' is nothing that an author has"),
        ('[[author]]\nname = "А Б."\nnames = "A B."', "'names'"),
        ('[[author]]\nname = "А Б."\nnames = { de = "A B." }', "'names'"),
        ('[[author]]\nname = "А Б."\nvariants = "A B."', "'variants'"),
        ('[[author]]\nname = "А Б."\nvariants = ["A B.", 7]', "'variants'"),
        ('[[author]]\nname = "А Б."\nvariants = ["—"]', "'variants' holds '—'"),
        ('[[author]]\nname = "А Б."\nemail = 7', "'email'"),
        (f'[[author]]\nname = "А Б."\norcid = "{ONE[:-1]}8"', "check digit"),
        ('[[author]]\nname = "А Б."\norcid = "1234"', "'orcid' '1234' is none"),
        ('[[author]]\nname = "А Б."\norcid = 7', "'orcid'"),
        ('[[author]]\nname="Ом А.Б."\n[[author]]\nname="Ли"\nvariants=["а. б. ОМ"]', "2 (Ли): the name 'а. б. ОМ' is"),
        (f'[[author]]\nname="Ом"\norcid="{ONE}"\n[[author]]\nname="Ли"\norcid="{ONE}"', f"the ORCID {ONE} is that of"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_in_a_sentence(toml: str, told: str, tmp_path: Path) -> None:
    """One for each thing, with the file and the entry; the build does not go on."""
    with pytest.raises(CorpusError) as caught:
        corpus(tmp_path, {"a.txt": front("bees", "kk") + body("bees", "kk"), "authors.toml": toml})
    (error,) = caught.value.errors
    assert error.file == "authors.toml"
    assert told in error.message
    assert "\n" not in error.message


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    """With the line of the entry."""
    path = tmp_path / "authors.toml"
    path.write_text('[[author]]\nname = 1\nphone = 2\n\n[[author]]\nnames = {}\n[[author]]\nname = "А Б."\n', "utf-8")
    found, errors = read_people([path])
    assert [error.line for error in errors] == [1, 1, 5]
    assert [entry.name for entry in found.entries] == ["А Б."]


def test_the_nearer_file_goes_before(tmp_path: Path) -> None:
    """A person of the journal's file whom the corpus's own file tells of is that one's; both files stay usable."""
    (tmp_path / "dumps").mkdir()
    (tmp_path / "dumps" / "authors.toml").write_text('[[author]]\nname = "Shalkarova Zh.T."\n', "utf-8")
    (tmp_path / "authors.toml").write_text(ENTRY + '[[author]]\nname = "Ветлугин О.П."\n', "utf-8")
    found, errors = read_people([tmp_path / "dumps" / "authors.toml", tmp_path / "authors.toml"])
    assert not errors
    assert [(e.file, e.name) for e in found.entries] == [
        ("dumps/authors.toml", "Shalkarova Zh.T."),
        (f"{tmp_path.name}/authors.toml", "Ветлугин О.П."),
    ]
    assert [entry.name for entry in found.left_out] == ["Шалқарова Ж.Т."]
    report = Report()
    who_is_who([], found, report)
    assert ("not read: the authors.toml of the corpus goes before it", "[[author]] 1 (Шалқарова Ж.Т.)") in warnings(
        report
    )


def test_one_file_named_twice_is_read_once(tmp_path: Path) -> None:
    """The journal's folder may be the corpus."""
    path = tmp_path / "authors.toml"
    path.write_text(ENTRY, "utf-8")
    found, errors = read_people([path, tmp_path / "." / "authors.toml", tmp_path / "none.toml"])
    assert len(found.entries) == 1
    assert not errors


def test_authors_toml_beside_a_dump_of_that_name_corrects_it(tmp_path: Path) -> None:
    """The old rule holds: `NAME.toml` beside `NAME.txt`."""
    found = corpus(tmp_path, {"authors.txt": front("bees", "kk") + body("bees", "kk"), "authors.toml": "year = 2030"})
    assert [article.year for article in found.articles] == [2030]


def test_authors_toml_in_a_folder_below_is_a_correction_without_a_dump(tmp_path: Path) -> None:
    """Only the one at the top of the corpus is looked for."""
    with pytest.raises(CorpusError, match="there is no dump of this name"):
        corpus(tmp_path, {"a.txt": front("bees", "kk") + body("bees", "kk"), "b/authors.toml": ENTRY})


# --- ORCID ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "orcid"),
    [
        (ONE, ONE),
        (f"https://orcid.org/{ONE}", ONE),
        ("ORCID ID: 0000-0004-0001-017Х.", "0000-0004-0001-017X"),
        ("0000-0004-0001-017х", "0000-0004-0001-017X"),
        ("0000–0002–1825–0097", ONE),
        ("0000-0002-1825-009", None),
        ("10000-0002-1825-0097", None),
        ("", None),
    ],
)
def test_orcid_in_a_text(text: str, orcid: str | None) -> None:
    """Bare or as an address, with a Cyrillic or a small x, with dashes for hyphens."""
    assert orcid_in(text) == orcid
    assert valid_orcid(text) == orcid


@given(st.integers(0, 10**15 - 1), st.integers(0, 14), st.integers(1, 9))
def test_any_one_wrong_digit_is_found(number: int, place: int, more: int) -> None:
    """ISO 7064, 11-2: of the eleven last signs one fits, and no other digit may stand elsewhere."""
    digits = f"{number:015d}"
    (last,) = [sign for sign in "0123456789X" if checks(digits + sign)]
    wrong = digits[:place] + str((int(digits[place]) + more) % 10) + digits[place + 1 :]
    assert not checks(wrong + last)


# --- who is who ----------------------------------------------------------------------------------------------------

PRINTED = [
    "Шалқарова Ж.Т.",
    "Ж.Т. Шалқарова",
    "ШАЛҚАРОВА Ж. Т.",
    "Shalkarova Zh.T.",
    "Zh.T. SHALKAROVA",
    "Шалкарова Ж.Т.",
    "Шалқарова Жанар Тоқтарқызы",
    "ZHANAR SHALKAROVA",
]


@pytest.mark.parametrize("name", PRINTED)
def test_every_writing_of_a_listed_name_is_that_person(name: str, tmp_path: Path) -> None:
    """Whatever its case, its spaces and its order."""
    (person,) = persons(tmp_path, ENTRY, Author(name))
    assert (person.slug, person.name) == ("shalqarova-zh-t", "Шалқарова Ж.Т.")


@pytest.mark.parametrize(
    "name", ["Шалқарова Ж.", "Шалқарова Т.Ж.", "Шалқарова", "Шалқаров Ж.Т.", "Жанар Шалқарова", "Shalkarova Zhanar T."]
)
def test_what_is_not_listed_is_another_person(name: str, tmp_path: Path) -> None:
    """Fewer or other initials, another letter, a name in full: the report proposes, nothing unites."""
    (person,) = persons(tmp_path, ENTRY, Author(name))
    assert person.entry is None


LETTERS = st.sampled_from("АӘБВГҒДЖЗИКҚЛМНҢОӨПРСТУҰҮХШЫІЭЮЯ")
WORD = st.builds(lambda first, rest: first + rest.lower(), LETTERS, st.text(LETTERS, min_size=2, max_size=8))
CASES = [str, str.upper, str.lower]


@given(
    WORD, st.lists(LETTERS, min_size=1, max_size=3), st.booleans(), st.sampled_from(["", " "]), st.sampled_from(CASES)
)
def test_respelling_never_changes_who_it_is(
    surname: str, initials: list[str], first: bool, space: str, case: type
) -> None:
    """Initials first or last, together or apart, in any case: one key; an initial less: another."""
    parts = space.join(f"{initial}." for initial in initials)
    written = case(f"{parts} {surname}" if first else f"{surname} {parts}")
    listed = f"{surname} {''.join(f'{initial}.' for initial in initials)}"
    assert Writing.of(written).key == Writing.of(listed).key
    assert Writing.of(written).key != Writing.of(f"{listed}Ц.").key


@given(st.permutations(["Жанар", "Тоқтарқызы", "Шалқарова"]), st.sampled_from(CASES))
def test_order_of_full_names_never_changes_who_it_is(words: list[str], case: Callable[[str], str]) -> None:
    """Surname first or last."""
    assert Writing.of(case("  ".join(words))).key == Writing.of("Шалқарова Жанар Тоқтарқызы").key


def test_one_orcid_is_one_person(tmp_path: Path) -> None:
    """Under any name, in any alphabet; its names by language come together, the rest stands beside them."""
    (person,) = persons(
        tmp_path,
        "",
        Author("Shalkarova Zh.", {"en": "Shalkarova Zh."}, orcid=ONE),
        Author("Шалқарова Ж.Т.", {"kk": "Шалқарова Ж.Т."}, orcid=f"https://orcid.org/{ONE}"),
        Author("Zh.T. Shalkarova", {"en": "Zh.T. Shalkarova"}, orcid=ONE),
    )
    assert person.name == "Shalkarova Zh."
    assert person.names == {"kk": "Шалқарова Ж.Т.", "en": "Shalkarova Zh."}
    assert person.others == ("Zh.T. Shalkarova",)
    assert person.orcid == ONE
    assert person.slug == "zh-t-shalkarova", "from the oldest article: a new one moves no anchor"


def test_two_orcids_are_two_persons_of_one_name(tmp_path: Path) -> None:
    """And one without an ORCID is neither of them."""
    found = persons(
        tmp_path, "", Author("Шалқарова Ж.Т.", orcid=ONE), Author("Шалқарова Ж.Т.", orcid=TWO), Author("Шалқарова Ж.Т.")
    )
    assert [person.orcid for person in found] == [ONE, TWO, None]
    assert [person.slug for person in found] == ["shalqarova-zh-t-3", "shalqarova-zh-t-2", "shalqarova-zh-t"]


def test_the_very_name_of_one_person_with_an_orcid_is_that_person(tmp_path: Path) -> None:
    """Printed alike but for case and spaces; another order is a variant, and unites nobody."""
    (person,) = persons(tmp_path, "", Author("Шалқарова Ж.Т.", orcid=ONE), Author("ШАЛҚАРОВА  Ж. Т."))
    assert len(person.articles) == 2
    assert len(persons(tmp_path, "", Author("Шалқарова Ж.Т.", orcid=ONE), Author("Ж.Т. Шалқарова"))) == 2


@pytest.mark.parametrize(
    "names",
    [
        ("Шалқарова Ж.Т.", "Шалкарова Ж.Т."),
        ("Шалқарова Ж.Т.", "Shalkarova Zh.T."),
        ("Шалқарова Ж.Т.", "Ж.Т. Шалқарова"),
        ("Шалқарова Ж.Т.", "Шалқарова Ж."),
    ],
)
def test_likeness_unites_nobody(names: tuple[str, str], tmp_path: Path) -> None:
    """However alike."""
    assert len(persons(tmp_path, "", *map(Author, names))) == 2


def test_an_entry_unites_what_orcids_do_not(tmp_path: Path) -> None:
    """By its ORCID, by its names, and by the ORCID of an article that has its name."""
    toml = '[[author]]\nname = "Шалқарова Ж.Т."\nvariants = ["Shalkarova Zh."]\n'
    (person,) = persons(
        tmp_path, toml, Author("Shalkarova Zh.", orcid=ONE), Author("Ж.Т. Шалқарова"), Author("Shalqarova", orcid=ONE)
    )
    assert (person.name, person.orcid, person.slug) == ("Шалқарова Ж.Т.", ONE, "shalqarova-zh-t")


def test_a_listed_name_with_another_orcid_is_kept_apart(tmp_path: Path) -> None:
    """And the report says so."""
    report = Report()
    _, found = who_is_who(articles(Author("Шалқарова Ж.Т.", orcid=TWO)), people(tmp_path, ENTRY), report)
    assert [(person.entry, person.orcid) for person in found] == [(None, TWO)]
    told = ("a name of authors.toml with another ORCID: kept apart", f"Шалқарова Ж.Т., {TWO}")
    assert told in warnings(report)


def test_a_listed_name_with_two_orcids_is_nobodys(tmp_path: Path) -> None:
    """The entry has no ORCID to choose by: both stay persons of their own."""
    toml = '[[author]]\nname = "Шалқарова Ж.Т."\n'
    found = persons(tmp_path, toml, Author("Шалқарова Ж.Т.", orcid=ONE), Author("Шалқарова Ж.Т.", orcid=TWO))
    assert [person.orcid for person in found] == [ONE, TWO]


def test_orcids_that_tell_nobody_unite_nobody(tmp_path: Path) -> None:
    """A placeholder, a misprint, one number beside two authors of an article: told, and not trusted."""
    report, filler = Report(), "0000-0000-0000-0000"
    both = [Author("Ветлугин О.П.", orcid=ONE), Author("Шалқарова Ж.Т.", orcid=ONE)]
    _, found = who_is_who(
        articles(both, Author("Омаров А.", orcid=filler), Author("Бектас Б.", orcid=filler)), NOBODY, report
    )
    assert len(found) == 4
    assert warnings(report) == [
        ("one ORCID beside two authors of an article", f"Ветлугин О.П., {ONE}"),
        ("one ORCID beside two authors of an article", f"Шалқарова Ж.Т., {ONE}"),
        ("no valid ORCID", f"Омаров А., {filler}"),
        ("no valid ORCID", f"Бектас Б., {filler}"),
    ]


def test_two_authors_of_an_article_taken_for_one_are_told(tmp_path: Path) -> None:
    """A slip of the entry."""
    report = Report()
    toml = '[[author]]\nname = "Шалқарова Ж.Т."\nvariants = ["Шалқарова Ә.Т."]\n'
    who_is_who(articles([Author("Шалқарова Ж.Т."), Author("Шалқарова Ә.Т.")]), people(tmp_path, toml), report)
    assert warnings(report) == [
        ("two authors of an article are taken for one person", "Шалқарова Ж.Т.; Шалқарова Ә.Т.")
    ]


def test_entries_that_are_nobodys_are_warnings(tmp_path: Path) -> None:
    """One each; a whole file of other texts is one warning."""
    toml = ENTRY + '\n[[author]]\nname = "Ветлугин О.П."\n'
    some, none = Report(), Report()
    who_is_who(articles(Author("Ветлугин О.П.")), people(tmp_path, toml), some)
    who_is_who(articles(Author("Бектас Б.")), people(tmp_path, toml), none)
    assert warnings(some) == [("no author of these texts", "[[author]] 1 (Шалқарова Ж.Т.)")]
    assert warnings(none) == [("no author of these texts", "Шалқарова Ж.Т.; Ветлугин О.П.")]


def test_an_entry_fills_only_what_the_article_lacks(tmp_path: Path) -> None:
    """The printed name stays; the catalogue has the names, the ORCID and the rest beside it."""
    printed = Author("ZHANAR SHALKAROVA", {"en": "ZHANAR SHALKAROVA"}, email="own@example.org")
    told, _ = who_is_who(articles(printed, Author("Шалқарова Ж.Т.")), people(tmp_path, ENTRY), Report())
    one, other = (record["authors"][0] for record in catalogue(told))
    rest = {"affiliation": "Дала академиясы", "orcid": ONE}
    names = {"kk": "Шалқарова Ж.Т.", "ru": "Шалкарова Ж.Т.", "en": "ZHANAR SHALKAROVA"}
    assert one == {"name": "ZHANAR SHALKAROVA", "email": "own@example.org", "names": names, **rest}
    names |= {"en": "Shalkarova Zh.T."}
    assert other == {"name": "Шалқарова Ж.Т.", "email": "zh.shalkarova@example.org", "names": names, **rest}


def test_authors_of_the_site_stand_once_each_with_all_their_articles(tmp_path: Path) -> None:
    """Under the entry's name and slug, in the order of the articles."""
    told, found = who_is_who(articles(*map(Author, PRINTED)), people(tmp_path, ENTRY), Report())
    site = site_of(told, found)
    (works,) = site.authors
    assert (works.slug, works.name) == ("shalqarova-zh-t", "Шалқарова Ж.Т.")
    assert [article.id for article in works.articles] == [f"a-{i}" for i in range(1, len(PRINTED) + 1)]
    assert {author.slug for article in site.articles for author in article.authors} == {works.slug}
    assert works.others == ("Шалқарова Жанар Тоқтарқызы", "ZHANAR SHALKAROVA")


def test_slugs_of_entries_are_theirs_whoever_else_writes(tmp_path: Path) -> None:
    """An entry keeps its slug, in use or not; persons without one get numbers behind theirs."""
    before = persons(tmp_path, ENTRY, Author("Шалкарова Ж.Т.", orcid=TWO), Author("Шалқарова Ж.Т."))
    assert [person.slug for person in before] == ["shalkarova-zh-t", "shalqarova-zh-t"]
    stranger = persons(tmp_path, ENTRY, Author("Шалқарова Ж.Т.", orcid=TWO))
    assert [person.slug for person in stranger] == ["shalqarova-zh-t-2"]


AUTHORS: dict[Lang, str] = {"kk": "Шалқарова Ж.Т.\n\n", "ru": "Ж.Т. ШАЛКАРОВА\n\n", "en": "Shalkarova Zh.T.\n\n"}


def read(folder: Path, toml: str | None, authors: Path | None = None) -> Corpus:
    for topic, lang in (("bees", "kk"), ("bridges", "en")):
        text = AUTHORS[lang] + front(topic, lang) + body(topic, lang)  # type: ignore[index,arg-type]
        (folder / f"{topic}.txt").write_text(text, "utf-8")
    if toml:
        (folder / "authors.toml").write_text(toml, "utf-8")
    return read_corpus(folder, authors)


def test_a_corpus_with_and_without_its_authors(tmp_path: Path) -> None:
    """Apart and proposed without the file, one person with it; the whole articles stay as printed."""
    apart = read(tmp_path, None)
    assert len(apart.persons) == 2
    assert len(entries(apart.report, "likeness")) == 1
    (tmp_path / "journal.toml").write_text(ENTRY, "utf-8")
    journal = tmp_path / "journal.toml"
    journal.rename(tmp_path.parent / f"{tmp_path.name}.toml")
    for united in (read(tmp_path, None, tmp_path.parent / f"{tmp_path.name}.toml"), read(tmp_path, ENTRY)):
        assert [person.name for person in united.persons] == ["Шалқарова Ж.Т."]
        assert not entries(united.report, "likeness")
        assert {author.orcid for card in united.cards for author in card.authors} == {ONE}
        assert {author.orcid for article in united.articles for author in article.authors} == {None}
